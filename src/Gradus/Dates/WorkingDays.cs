using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Dates;

/// <summary>A bank or public holiday; a row of <c>code-of-practice/bank-holidays</c>.</summary>
public sealed record BankHoliday : TableRow
{
    /// <summary>The day off, which is the substitute day where the day itself falls on a weekend.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}

/// <summary>The figures that sums of working days need, for any room.</summary>
public sealed record WorkingDayFigures
{
    /// <summary>The bank holidays of the four nations.</summary>
    [FromRoom("code-of-practice")]
    public required IReadOnlyList<BankHoliday> BankHolidays { get; init; }
}

/// <summary>
/// The working days of one nation: Monday to Friday without its bank holidays. Outside the years that are listed (<see cref="Covers"/>) only weekends are left out.
/// No sum leaves the calendar (years 1 to 9999): it stops at its ends.
/// </summary>
public sealed class WorkingDays
{
    private readonly Dictionary<DateOnly, BankHoliday> holidays;
    private readonly int firstYear;
    private readonly int lastYear;

    /// <summary>The working days of a nation.</summary>
    /// <param name="figures">The bank holidays.</param>
    /// <param name="nation">The nation.</param>
    public WorkingDays(WorkingDayFigures figures, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(figures);
        holidays = figures.BankHolidays.Where(holiday => holiday.Nation.Includes(nation)).ToDictionary(holiday => holiday.Day);
        firstYear = holidays.Count == 0 ? int.MaxValue : holidays.Keys.Min().Year;
        lastYear = holidays.Count == 0 ? int.MinValue : holidays.Keys.Max().Year;
        Nation = nation;
    }

    /// <summary>The nation.</summary>
    public Nation Nation { get; }

    /// <summary>The first and the last year whose bank holidays are listed, both inside.</summary>
    public (int First, int Last) Years => (firstYear, lastYear);

    /// <summary>Whether the bank holidays of the day's year are listed.</summary>
    public bool Covers(DateOnly day) => day.Year >= firstYear && day.Year <= lastYear;

    /// <summary>Whether it is a working day.</summary>
    public bool Includes(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.ContainsKey(day);

    /// <summary>The bank holiday on a day; <c>null</c> when there is none.</summary>
    public BankHoliday? HolidayOn(DateOnly day) => holidays.GetValueOrDefault(day);

    /// <summary>The bank holidays from one day to another, both inside, earliest first.</summary>
    public IReadOnlyList<BankHoliday> HolidaysIn(DateOnly first, DateOnly last) =>
        [.. holidays.Values.Where(holiday => first <= holiday.Day && holiday.Day <= last).OrderBy(holiday => holiday.Day)];

    /// <summary>The working days right before a day, which is not among them, earliest first.</summary>
    /// <param name="day">The day.</param>
    /// <param name="number">How many, zero or more.</param>
    public IReadOnlyList<DateOnly> Before(DateOnly day, int number)
    {
        var days = new List<DateOnly>(number);
        for (var at = day.DayNumber - 1; days.Count < number && at >= 0; at--)
        {
            if (DateOnly.FromDayNumber(at) is var earlier && Includes(earlier))
            {
                days.Add(earlier);
            }
        }

        days.Reverse();
        return days;
    }

    /// <summary>
    /// The day that is some working days later: one working day after a Friday is the Monday, if that is none of the holidays. The day itself is not counted;
    /// zero is the day itself.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="number">How many, zero or more.</param>
    public DateOnly After(DateOnly day, int number)
    {
        var at = day;
        for (var left = number; left > 0 && at < DateOnly.MaxValue;)
        {
            at = at.AddDays(1);
            left -= Includes(at) ? 1 : 0;
        }

        return at;
    }

    /// <summary>How many working days there are from one day to another, both inside; none when the last is before the first.</summary>
    public int Count(DateOnly first, DateOnly last)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        if (days <= 0)
        {
            return 0;
        }

        var weekdays = days / 7 * 5;
        for (var at = last.DayNumber - (days % 7) + 1; at <= last.DayNumber; at++)
        {
            weekdays += DateOnly.FromDayNumber(at).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return weekdays - HolidaysIn(first, last).Count(holiday => holiday.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    /// <summary>
    /// How sure we are of the bank holidays from one day to another, both inside: no surer than the least sure of them, and to be checked where a year is not
    /// listed.
    /// </summary>
    public Status StatusOf(DateOnly first, DateOnly last)
    {
        var listed = HolidaysIn(new DateOnly(first.Year, 1, 1), new DateOnly(last.Year, 12, 31)).Select(holiday => holiday.Status).Weakest();
        return Covers(first) && Covers(last) ? listed : StatusExtensions.Worse(listed, Status.Verify);
    }
}
