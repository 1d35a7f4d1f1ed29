using Gradus.Data.Content;
using Gradus.Rules;

namespace Gradus.Web.Features.Changes;

/// <summary>A change of a figure: a value begins, or the thing itself ends.</summary>
/// <param name="Date">The day on which the new value holds for the first time; the day after the last, where the thing ends.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Value">The value that begins or ends.</param>
/// <param name="Before">What held before; <c>null</c> when nothing was known.</param>
/// <param name="Ends">Whether the thing itself ends.</param>
public sealed record Change(DateOnly Date, Figure Figure, Dated<Amount> Value, Dated<Amount>? Before, bool Ends)
{
    /// <summary>A stable name for feeds.</summary>
    public string Id => $"{Figure.Name}/{Date:yyyy-MM-dd}/{string.Join('-', Value.Nations.Keys())}{(Value.Known is { } known ? $"/known-{known:yyyy-MM-dd}" : "")}{(Ends ? "/ends" : "")}";

    /// <summary>The change in words: “16 weeks, before: 12 weeks”.</summary>
    public string Words => Ends
        ? $"ended; was {FigureText.Of(Value.Value, Figure.Unit)}"
        : FigureText.Of(Value.Value, Figure.Unit) + (Before is null ? "" : $", before: {FigureText.Of(Before.Value, Figure.Unit)}");
}

/// <summary>What changed and what changes next, from the dated figures.</summary>
public static class ChangeLog
{
    /// <summary>Every change of every figure, newest first.</summary>
    public static IReadOnlyList<Change> Of(ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return [.. library.Figures.Values.SelectMany(Of).OrderByDescending(change => change.Date).ThenBy(change => change.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<Change> Of(Figure figure)
    {
        foreach (var value in figure.History.Values)
        {
            if (value.From is { } from)
            {
                var nation = NationExtensions.All.First(nation => value.Nations.Includes(nation));
                var before = from == DateOnly.MinValue ? null : figure.On(from.AddDays(-1), nation);
                if (before?.Value != value.Value)
                {
                    yield return new Change(from, figure, value, before, Ends: false);
                }
            }

            if (value.Until is { } until)
            {
                yield return new Change(until.AddDays(1), figure, value, Before: null, Ends: true);
            }
        }
    }
}
