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
    /// <summary>Keeps the values in the order of their dates; one whose start is unknown comes first.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public Effective(IEnumerable<Dated<T>> values)
    {
        Values = [.. values.OrderBy(value => value.From ?? DateOnly.MinValue)];
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
    public Dated<T>? On(DateOnly on, Nation nation)
    {
        Dated<T>? holding = null;
        foreach (var value in Values)
        {
            if ((value.From ?? DateOnly.MinValue) > on)
            {
                break;
            }

            if (value.Nations.Includes(nation) && !(holding is not null && holding.From == value.From && value.Nations == Nations.UnitedKingdom))
            {
                holding = value;
            }
        }

        if (holding is { Until: { } until } && until < on)
        {
            return null;
        }

        // Seen on a day, since when nobody says: for a day before that it may have been otherwise.
        return holding is { From: null, Seen: { } seen, Status: Status.Sure } && on < seen
            ? holding with { Status = Status.Verify, Note = string.Create(CultureInfo.InvariantCulture, $"Seen on {seen:d MMMM yyyy}; since when it holds is not published, so check it for an earlier day. {holding.Note}").TrimEnd() }
            : holding;
    }

    /// <summary>The next value to begin after a day in a nation; <c>null</c> when none is known.</summary>
    public Dated<T>? After(DateOnly on, Nation nation) =>
        Values.FirstOrDefault(value => value.From > on && value.Nations.Includes(nation));

    /// <summary>The same history with each value turned into another.</summary>
    public Effective<TOther> Select<TOther>(Func<T, TOther> turn) => new(Values.Select(value => new Dated<TOther>
    {
        From = value.From,
        Seen = value.Seen,
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
