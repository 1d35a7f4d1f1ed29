using System.Globalization;

namespace Gradus.Dates;

/// <summary>Sums and words for days that several systems need.</summary>
public static class DateOnlyExtensions
{
    private static readonly string[] months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>
    /// The same day of the month some calendar months later or earlier; where that month is shorter, its last day (31 August and six months is 28 or 29 February).
    /// <c>null</c> when the calendar (years 1 to 9999) does not hold it.
    /// </summary>
    public static DateOnly? MonthsOn(this DateOnly day, int months)
    {
        var month = (day.Year * 12L) + day.Month - 1 + months;
        return month is >= 12 and < 12 * 10_000L ? day.AddMonths(months) : null;
    }

    /// <summary>
    /// The day after a stretch of calendar months that begins on a day: the same day of the month; where that month is shorter, the first of the next, so that six
    /// months from 31 August are over on 1 March and a year from 29 February too. <c>null</c> when the calendar (years 1 to 9999) does not hold it.
    /// </summary>
    public static DateOnly? AfterMonths(this DateOnly first, int months) =>
        first.MonthsOn(months) is { } same ? same.Day == first.Day ? same : same.DaysOn(1) : null;

    /// <summary>The last day of a stretch of calendar months, inside, as is the day on which it begins; <c>null</c> when the calendar does not hold the day after it.</summary>
    public static DateOnly? LastOfMonths(this DateOnly first, int months) => first.AfterMonths(months)?.DaysOn(-1);

    /// <summary>The day some days later or earlier; <c>null</c> when the calendar (years 1 to 9999) does not hold it.</summary>
    public static DateOnly? DaysOn(this DateOnly day, long days)
    {
        var number = day.DayNumber + days;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    /// <summary>The later of two days.</summary>
    public static DateOnly OrLater(this DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>The earlier of two days.</summary>
    public static DateOnly OrEarlier(this DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>As a sentence has it: 2 August 2033.</summary>
    public static string Words(this DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, stackalloc char[20], $"{day.Day} {months[day.Month - 1]} {day.Year:D4}");

    /// <summary>As a table has it: 2 Aug 2033.</summary>
    public static string ShortWords(this DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, stackalloc char[16], $"{day.Day} {months[day.Month - 1].AsSpan(0, 3)} {day.Year:D4}");

    /// <summary>Its month, as a sentence has it: August 2033.</summary>
    public static string MonthWords(this DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{months[day.Month - 1]} {day.Year:D4}");

    /// <summary>As data has it: 2033-08-02.</summary>
    public static string Iso(this DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
