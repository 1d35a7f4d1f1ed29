using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Shadowing;

/// <summary>Finds the paid shadowing days: the working days right before the first day as F1.</summary>
public static class ShadowingDatesFinder
{
    /// <summary>Finds the days.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static ShadowingDates Find(ShadowingStart facts, ShadowingFigures figures, DateOnly on, Nation nation)
    {
        var minimum = figures.MinimumDays.At(facts.Start, nation);
        if (minimum.Whole is not { } number)
        {
            var says = $"How many shadowing days there are is not published for {nation.Name()}.";
            return new ShadowingDates { Verdict = Verdict.Unknown, Says = says, Days = [], Reasons = [minimum.Because("days-unknown", says)] };
        }

        var days = DaysBefore(facts.Start, number);
        return new ShadowingDates
        {
            Verdict = Verdict.Yes,
            Says = $"Your shadowing days are {days[0].Words()} to {days[^1].Words()}.",
            Days = days,
            Reasons = [minimum.Because("days-before-f1", $"The {number} working days before {facts.Start.Words()}; your employer’s letter decides.")],
            Milestones = [minimum.Date("shadowing", days[0], days[^1], "Shadowing before F1")],
        };
    }

    private static List<DateOnly> DaysBefore(DateOnly start, int number)
    {
        var days = new List<DateOnly>();
        for (var day = start.AddDays(-1); days.Count < number; day = day.AddDays(-1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                days.Insert(0, day);
            }
        }

        return days;
    }
}
