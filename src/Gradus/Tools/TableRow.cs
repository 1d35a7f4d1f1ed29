using System.Text.Json.Serialization;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>
/// A row of a table in content, as a rule reads it: its properties are named as the columns, so <c>HoursFrom</c> is <c>hours_from</c>. Every row has a source and a status;
/// a table may also have the columns <c>from</c>, <c>until</c>, <c>known</c>, <c>year</c>, <c>nation</c>, <c>at</c> and <c>note</c>, which mean what they mean for a figure.
/// </summary>
public abstract record TableRow
{
    /// <summary>The source's id.</summary>
    public required string Source { get; init; }

    /// <summary>How sure we are of the row.</summary>
    public required Status Status { get; init; }

    /// <summary>The first day on which it holds; <c>null</c> when the table does not say.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it holds, inside; <c>null</c> while it goes on.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The first day on which it was known; <c>null</c> when that is not written down.</summary>
    public DateOnly? Known { get; init; }

    /// <summary>The year of a yearly list, such as <c>2026/27</c>; <c>null</c> for what holds until it is changed.</summary>
    public string? Year { get; init; }

    /// <summary>Where it holds; the whole UK when the table does not say.</summary>
    public Nations Nation { get; init; }

    /// <summary>Where in the source.</summary>
    public string? At { get; init; }

    /// <summary>What the reader should know.</summary>
    public string? Note { get; init; }

    /// <summary>What a reader is told where the row's year had ended on the day it was looked up for; <c>null</c> otherwise.</summary>
    [JsonIgnore]
    internal string? LastKnown { get; init; }

    [JsonIgnore]
    internal string Table { get; init; } = "";

    [JsonIgnore]
    internal string? Where { get; init; }

    [JsonIgnore]
    internal Action<FigureRead>? Read { get; init; }

    /// <summary>Whether it holds on a day, by its own first and last.</summary>
    public bool HoldsOn(DateOnly day) => !(From > day) && !(Until < day);

    /// <summary>A reason that rests on the row; source, place and doubt are the row's own, and so is the year of a yearly list that has ended.</summary>
    /// <param name="key">A stable name for the reason.</param>
    /// <param name="says">One sentence to the doctor.</param>
    /// <param name="value">What was read from it, for whoever asked to see that.</param>
    public Reason Because(string key, string says, string value = "")
    {
        Trace(value);
        return new Reason(key, YearlyList.Told(says, LastKnown), Status, Figure: null, Source, At);
    }

    /// <summary>Says that the row was read, for whoever asked to see what an answer read.</summary>
    public void Trace(string value) =>
        Read?.Invoke(new FigureRead(Table, value, From, Known, NationExtensions.All.First(one => Nation.Includes(one)), Source, Status) { Where = Where, Holds = Nation });
}

/// <summary>Looks rows up by nation and day.</summary>
public static class TableRowExtensions
{
    /// <summary>
    /// The rows that hold on a day in a nation. Of rows that are alike in all but their dates, choose the last: rows come in the order of their first day, and
    /// of one day in the order in which they were published.
    /// A yearly list that has run out still holds, as last known: its status is then no better than to be checked, and its note says so.
    /// </summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <typeparam name="TKey">What makes rows alike.</typeparam>
    /// <param name="rows">The rows, as bound.</param>
    /// <param name="day">The day of the event.</param>
    /// <param name="nation">The nation.</param>
    /// <param name="alike">What makes rows the same thing at different dates.</param>
    public static IReadOnlyList<T> At<T, TKey>(this IEnumerable<T> rows, DateOnly day, Nation nation, Func<T, TKey> alike)
        where T : TableRow
        where TKey : notnull
    {
        // The last of rows that are alike, each in the place of the first of them in the order of their days.
        var begun = new List<T>();
        foreach (var row in rows)
        {
            if (row.Nation.Includes(nation) && !(row.From > day))
            {
                var place = begun.Count;
                while (place > 0 && Order(begun[place - 1], row) > 0)
                {
                    place--;
                }

                begun.Insert(place, row);
            }
        }

        var holding = new Dictionary<TKey, T>(begun.Count);
        foreach (var row in begun)
        {
            holding[alike(row)] = row;
        }

        var held = new List<T>(holding.Count);
        foreach (var row in holding.Values)
        {
            if (!(row.Until < day))
            {
                held.Add(YearlyList.LastKnown(row.Year, row.From, day) is { } lastKnown
                    ? row with { Status = StatusExtensions.Worse(row.Status, Status.Verify), Note = $"{lastKnown} {row.Note}".TrimEnd(), LastKnown = lastKnown }
                    : row);
            }
        }

        return held;
    }

    private static int Order(TableRow one, TableRow other)
    {
        var byDay = Nullable.Compare(one.From, other.From);
        return byDay != 0 ? byDay : Nullable.Compare(one.Known, other.Known);
    }
}
