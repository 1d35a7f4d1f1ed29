using System.Globalization;

namespace Gradus.Rules;

/// <summary>Something that holds from a date, in some nations, because a source says so.</summary>
/// <typeparam name="T">What holds.</typeparam>
public sealed record Dated<T>
{
    /// <summary>The first day on which it holds; <c>null</c> when nobody has published the start, and then <see cref="Seen"/> says when it was seen to hold.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>The day on which it was seen to hold; only where <see cref="From"/> is unknown.</summary>
    public DateOnly? Seen { get; init; }

    /// <summary>
    /// The first day on which it was known, where that is later or earlier than <see cref="From"/>: a circular of July may hold from April. <c>null</c> when it
    /// is not written down.
    /// </summary>
    public DateOnly? Known { get; init; }

    /// <summary>
    /// The year of a yearly list, such as <c>2026/27</c> (April to March) or <c>2027</c>; after it the value is only the last known. <c>null</c> for what holds
    /// until it is changed.
    /// </summary>
    public string? Year { get; init; }

    /// <summary>The last day on which the thing itself exists, inside; <c>null</c> while it goes on.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Where it holds.</summary>
    public required Nations Nations { get; init; }

    /// <summary>What holds.</summary>
    public required T Value { get; init; }

    /// <summary>The id of the source that says so; <c>null</c> only for an unknown value for which no page was found.</summary>
    public string? SourceId { get; init; }

    /// <summary>Where in the source, such as a paragraph.</summary>
    public string? At { get; init; }

    /// <summary>How sure we are.</summary>
    public required Status Status { get; init; }

    /// <summary>What the reader should know, such as why it is in doubt.</summary>
    public string? Note { get; init; }

    /// <summary>Whom to ask when nobody has published it.</summary>
    public string? Ask { get; init; }
}

/// <summary>The history of something that changes: each value holds from its date until the next value for the same nation begins, or until its own last day.</summary>
/// <typeparam name="T">What holds.</typeparam>
public sealed class Effective<T>
{
    /// <summary>
    /// Keeps the values in the order of their dates, and of those that begin on one day in the order in which they were published; one whose start is unknown
    /// comes first.
    /// </summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public Effective(IEnumerable<Dated<T>> values)
    {
        Values = [.. values.OrderBy(value => value.From ?? DateOnly.MinValue).ThenBy(value => value.Known ?? DateOnly.MinValue)];
        if (Values.Count == 0)
        {
            throw new ArgumentException("A history holds at least one value.", nameof(values));
        }
    }

    /// <summary>Every value, oldest first.</summary>
    public IReadOnlyList<Dated<T>> Values { get; }

    /// <summary>
    /// What held on a day in a nation: the newest value that had begun. A value for named nations goes before one for the whole UK that began on the same day.
    /// <c>null</c> when nothing had begun there, or when what had begun had ended. What was only seen to hold on a later day, since when unknown, is to be checked.
    /// </summary>
    /// <param name="on">The day.</param>
    /// <param name="nation">The nation.</param>
    /// <param name="knownBy">Leaves out what was published after that day; <c>null</c> leaves nothing out.</param>
    public Dated<T>? On(DateOnly on, Nation nation, DateOnly? knownBy = null)
    {
        Dated<T>? holding = null;
        foreach (var value in Values)
        {
            if ((value.From ?? DateOnly.MinValue) > on)
            {
                break;
            }

            if (value.Nations.Includes(nation)
                && !(value.Known > knownBy)
                && !(holding is not null && holding.From == value.From && value.Nations == Nations.UnitedKingdom && holding.Nations != Nations.UnitedKingdom))
            {
                holding = value;
            }
        }

        if (holding is { Until: { } until } && until < on)
        {
            return null;
        }

        if (holding is not null && YearlyList.LastKnown(holding.Year, holding.From, on) is { } lastKnown)
        {
            return holding with { Status = Rules.StatusExtensions.Worse(holding.Status, Status.Verify), Note = $"{lastKnown} {holding.Note}".TrimEnd() };
        }

        // Seen on a day, since when nobody says: for a day before that it may have been otherwise.
        return holding is { From: null, Seen: { } seen, Status: Status.Sure } && on < seen
            ? holding with
            {
                Status = Status.Verify,
                Note = string.Create(CultureInfo.InvariantCulture,
                    $"Seen on {seen:d MMMM yyyy}; since when it holds is not published, so check it for an earlier day. {holding.Note}")
                    .TrimEnd()
            }
            : holding;
    }

    /// <summary>The history as it was known on a day: values published later are left out. <c>null</c> when none was known.</summary>
    /// <param name="on">The day of asking.</param>
    /// <param name="readOn">The day on which a source was read, by its id: a value that begins later than the day of asking was known once its source had been read.</param>
    public Effective<T>? AsAt(DateOnly on, Func<string, DateOnly?> readOn)
    {
        var known = Values.Where(value => IsKnown(value, on, readOn)).ToList();
        return known.Count == Values.Count ? this : known.Count == 0 ? null : new Effective<T>(known);
    }

    private static bool IsKnown(Dated<T> value, DateOnly on, Func<string, DateOnly?> readOn) =>
        value.Known is { } known ? known <= on : value.From is null || value.From <= on || (value.SourceId is { } source && readOn(source) is { } read && read <= on);

    /// <summary>The next value to begin after a day in a nation; <c>null</c> when none is known.</summary>
    public Dated<T>? After(DateOnly on, Nation nation) =>
        Values.FirstOrDefault(value => value.From > on && value.Nations.Includes(nation));

    /// <summary>The same history with each value turned into another.</summary>
    public Effective<TOther> Select<TOther>(Func<T, TOther> turn) => new(Values.Select(value => new Dated<TOther>
    {
        From = value.From,
        Seen = value.Seen,
        Known = value.Known,
        Year = value.Year,
        Until = value.Until,
        Nations = value.Nations,
        Value = turn(value.Value),
        SourceId = value.SourceId,
        At = value.At,
        Status = value.Status,
        Note = value.Note,
        Ask = value.Ask,
    }));
}
