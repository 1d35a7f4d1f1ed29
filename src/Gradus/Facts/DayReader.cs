using System.Globalization;

namespace Gradus.Facts;

/// <summary>
/// Reads days as people in the UK write them: <c>2 August 2033</c>, <c>2nd Aug 2033</c>, <c>Tuesday 2 August 2033</c>, <c>2/8/2033</c>, <c>2.8.33</c>,
/// <c>2-8-2033</c>, <c>2033-08-02</c>, <c>02082033</c>.
/// The day stands first unless the year does. A year of two figures lies from 1950 to 2049. What can be read in two ways, such as <c>2033/8/2</c> with the day
/// in the middle, is not guessed at.
/// </summary>
public static class DayReader
{
    private static readonly string[] months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Reads a day; <c>null</c> when it is none, does not exist, or names a weekday that it is not.</summary>
    public static DateOnly? Read(string? typed)
    {
        if (typed is null || typed.Length > 60)
        {
            return null;
        }

        var parts = typed.ToLowerInvariant()
            .Split([' ', '\u00A0', '\u202F', ',', '/', '.', '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2212'], StringSplitOptions.RemoveEmptyEntries)
            .ToList();
        DayOfWeek? weekday = null;
        if (parts.Count > 0 && Named(weekdays, parts[0], least: 3) is { } named)
        {
            weekday = (DayOfWeek)((named + 1) % 7);
            parts.RemoveAt(0);
        }

        parts.Remove("of");
        parts.Remove("the");
        if (parts is [{ Length: 8 } run] && run.All(char.IsAsciiDigit))
        {
            parts = run[..2] is "19" or "20" && Whole(run[4..6]) is >= 1 and <= 12 ? [run[..4], run[4..6], run[6..]] : [run[..2], run[2..4], run[4..]];
        }

        var day = parts is [var first, var second, var third] ? Of(first, second, third) : null;
        return day is { } found && weekday is { } said && found.DayOfWeek != said ? null : day;
    }

    private static DateOnly? Of(string first, string second, string third)
    {
        if (first.Length == 4 && Whole(first) is { } yearFirst)
        {
            return Day(yearFirst, MonthOf(second), Whole(third));
        }

        // An American date with the month's name first is not ambiguous: August 2, 2033.
        return Named(months, first, least: 3) is { } month
            ? Day(YearOf(third), month + 1, DayOf(second))
            : Day(YearOf(third), MonthOf(second), DayOf(first));
    }

    private static DateOnly? Day(int? year, int? month, int? day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year.Value, month.Value)
            ? new DateOnly(year.Value, month.Value, day.Value)
            : null;

    private static int? DayOf(string part) => Whole(part.Length > 2 && part[^2..] is "st" or "nd" or "rd" or "th" ? part[..^2] : part);

    private static int? MonthOf(string part) => Whole(part) ?? (Named(months, part, least: 3) is { } month ? month + 1 : null);

    private static int? YearOf(string part) => Whole(part) is not { } year ? null : part.Length switch
    {
        4 => year,
        2 => year < 50 ? 2000 + year : 1900 + year,
        _ => null,
    };

    private static int? Whole(string part) => part.Length is >= 1 and <= 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Named(string[] names, string part, int least)
    {
        var name = part == "sept" ? "sep" : part;
        return name.Length >= least && Array.FindIndex(names, full => full.StartsWith(name, StringComparison.Ordinal)) is >= 0 and var index ? index : null;
    }
}
