namespace Gradus.Dates;

/// <summary>A stretch of days; the first and the last are both inside it, as when someone is away Monday to Friday.</summary>
public readonly record struct DateRange
{
    /// <summary>Makes a stretch from its first and last day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public DateRange(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
    }

    /// <summary>The first day, inside.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, inside.</summary>
    public DateOnly Last { get; }

    /// <summary>How many days are inside; one when first and last are the same.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Whether the day is inside.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;
}
