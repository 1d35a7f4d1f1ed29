using System.Globalization;

namespace Gradus.Rules;

/// <summary>A list that is published for a year: after that year it is the last known, and never silently today's.</summary>
public static class YearlyList
{
    /// <summary>The last day of a yearly list's year: 31 March for <c>2026/27</c>, 31 December for <c>2027</c>.</summary>
    /// <exception cref="FormatException">It is no year.</exception>
    public static DateOnly LastOf(string year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var first = int.Parse(year.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        return year.Length > 4 ? new DateOnly(first + 1, 3, 31) : new DateOnly(first, 12, 31);
    }
}
