using Gradus.Data.Content;
using Gradus.Dates;
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
    public string Id =>
        $"{Figure.Name}/{Date:yyyy-MM-dd}/{string.Join('-', Value.Nations.Keys())}{(Value.Known is { } known && known != Value.From ? $"/known-{known:yyyy-MM-dd}" : "")}{(Ends ? "/ends" : "")}";

    /// <summary>The change in words: “16 weeks, before: 12 weeks”.</summary>
    public string Words => Ends
        ? $"ended; was {FigureText.Of(Value, Figure.Unit)}"
        : FigureText.Of(Value, Figure.Unit) + (Before is null ? "" : $", before: {FigureText.Of(Before, Figure.Unit)}");

    /// <summary>Whose it is: the country whose figure it is, or the nations of the UK in which it holds.</summary>
    public string Place => Figure.Where ?? Value.Nations.Names();

    /// <summary>What else there is to say of the dates: that it was known on another day than it begins, and that it is of a yearly list; empty when there is nothing.</summary>
    public string Dates => string.Join("; ", new[]
    {
        Value.Known is { } known && known != Date ? (known > Date ? $"known since {known.Words()}, so owed back to {Date.Words()}" : $"known since {known.Words()}") : null,
        Value.Year is { } year && !Ends ? $"the list for {year}" : null,
    }.OfType<string>());
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

            // A value that a later circular replaced from its own first day never ran out.
            if (value.Until is { } until && figure.On(until, NationExtensions.All.First(nation => value.Nations.Includes(nation))) == value)
            {
                yield return new Change(until.AddDays(1), figure, value, Before: null, Ends: true);
            }
        }
    }
}
