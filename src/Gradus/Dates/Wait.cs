using System.Text.Json.Serialization;
using Gradus.Rules;

namespace Gradus.Dates;

/// <summary>What a wait is counted in.</summary>
[JsonConverter(typeof(Keys<WaitUnit>))]
public enum WaitUnit
{
    /// <summary>Calendar days.</summary>
    Days,
    /// <summary>Monday to Friday; holidays abroad are not known here and count as working days.</summary>
    WorkingDays,
    /// <summary>Weeks of seven days.</summary>
    Weeks,
    /// <summary>Calendar months: from the 31st to the last day of a shorter month.</summary>
    Months,
    /// <summary>Calendar years.</summary>
    Years,
}

/// <summary>How long a step takes, from the day on which it is begun to the day on which what follows may begin.</summary>
/// <param name="Least">The least, in the unit, 0 or more; 0 where nothing is known.</param>
/// <param name="Most">The most that is known, in the unit, not under <paramref name="Least"/>; 0 where nothing is known.</param>
/// <param name="Unit">What both are counted in.</param>
/// <param name="IsOpen">Whether it may take longer than <paramref name="Most"/> by nobody knows how much: a wait that nobody has published, or “26 weeks or more”.</param>
public readonly record struct Wait(int Least, int Most, WaitUnit Unit, bool IsOpen = false)
{
    /// <summary>No wait: what follows may begin on the same day.</summary>
    public static Wait None => default;

    /// <summary>A wait of which nothing is known.</summary>
    public static Wait Unknown => new(0, 0, WaitUnit.Days, IsOpen: true);

    /// <summary>A wait of so many weeks.</summary>
    public static Wait OfWeeks(int weeks) => new(weeks, weeks, WaitUnit.Weeks);

    /// <summary>The day, as a day number, on which what follows may begin, when the step is begun on a day.</summary>
    /// <param name="start">The day on which it is begun.</param>
    /// <param name="amount">How long it takes, in the unit.</param>
    /// <param name="unit">The unit.</param>
    public static int After(int start, int amount, WaitUnit unit) => unit switch
    {
        _ when amount == 0 => start,
        WaitUnit.Days => start + amount,
        WaitUnit.Weeks => start + (7 * amount),
        WaitUnit.Months => DateOnly.FromDayNumber(start).AddMonths(amount).DayNumber,
        WaitUnit.Years => DateOnly.FromDayNumber(start).AddMonths(12 * amount).DayNumber,
        _ => AfterWorkingDays(start, amount),
    };

    /// <summary>The last day, as a day number, on which a step can be begun that must be over by a day.</summary>
    public static int Before(int finish, int amount, WaitUnit unit)
    {
        var day = unit switch
        {
            _ when amount == 0 => finish,
            WaitUnit.Days => finish - amount,
            WaitUnit.Weeks => finish - (7 * amount),
            WaitUnit.Months => DateOnly.FromDayNumber(finish).AddMonths(-amount).DayNumber,
            WaitUnit.Years => DateOnly.FromDayNumber(finish).AddMonths(-12 * amount).DayNumber,
            _ => finish - (7 * (amount / 5)) - (amount % 5) - 3,
        };

        // A month may end early and a weekend may lie between: of the days that will do, the last.
        while (After(day + 1, amount, unit) <= finish)
        {
            day++;
        }

        return day;
    }

    // Whole weeks at once, then day by day.
    private static int AfterWorkingDays(int start, int amount)
    {
        var day = start;
        while (IsWeekend(day))
        {
            day--;
        }

        day += 7 * (amount / 5);
        for (var left = amount % 5; left > 0;)
        {
            day++;
            left -= IsWeekend(day) ? 0 : 1;
        }

        return day;
    }

    // Day 0 of the calendar, 1 January of year 1, is a Monday.
    private static bool IsWeekend(int day) => day % 7 >= 5;
}
