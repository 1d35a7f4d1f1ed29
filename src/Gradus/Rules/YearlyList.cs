using System.Globalization;

namespace Gradus.Rules;

/// <summary>A list that is published for a year: after that year it is the last known, and never silently today's.</summary>
public static class YearlyList
{
    /// <summary>The last day of a yearly list's year: 31 March for <c>2026/27</c>, 5 April where it is a tax year, 31 December for <c>2027</c>.</summary>
    /// <param name="year">The year.</param>
    /// <param name="from">The first day of the list; a tax year begins on 6 April.</param>
    /// <exception cref="FormatException">It is no year.</exception>
    public static DateOnly LastOf(string year, DateOnly? from = null)
    {
        ArgumentNullException.ThrowIfNull(year);
        var first = int.Parse(year.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        return year.Length > 4 ? from is { Month: 4, Day: 6 } ? new DateOnly(first + 1, 4, 5) : new DateOnly(first + 1, 3, 31) : new DateOnly(first, 12, 31);
    }

    /// <summary>What a reader is told of a yearly list on a day after its year; <c>null</c> within it, or where there is no year.</summary>
    /// <param name="year">The year of the list.</param>
    /// <param name="from">The first day of the list.</param>
    /// <param name="day">The day of the event.</param>
    public static string? LastKnown(string? year, DateOnly? from, DateOnly day) =>
        year is not null && LastOf(year, from) < day ? $"Last known, for {year}; what holds after it had not been seen." : null;

    // A note that begins with it says it already.
    internal static string Told(string says, string? lastKnown) =>
        lastKnown is null || says.Contains(lastKnown, StringComparison.Ordinal) ? says : $"{says} {lastKnown}";
}
