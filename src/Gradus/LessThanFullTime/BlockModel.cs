using Gradus.Dates;

namespace Gradus.LessThanFullTime;

/// <summary>
/// The sum that college spreadsheets and the national calculator of spring 2026 make: the planned end plus, for each change, its days × (1 − rate ÷ baseline
/// rate), rounded to whole days with a
/// half going up. A change without an end is cut at the planned end. It is right only when the baseline rate returns after the last change, or nearly so.
/// </summary>
public static class BlockModel
{
    internal static DateOnly? CompletesOn(TrainingPlan plan, PlanCredits credits)
    {
        var baseline = Fraction.Of(plan.BaselineRate);
        var lost = 0L;
        var lostInChange = Fraction.Zero;
        for (var place = 0; place < credits.Pieces.Count; place++)
        {
            var piece = credits.Pieces[place];
            if (piece.Index is not { } index)
            {
                continue;
            }

            if (piece.Unknown is not null)
            {
                return null;
            }

            var change = plan.Changes[index];
            var last = change.To is not null ? piece.Stretch.LastOrEver : piece.Stretch.LastOrEver.OrEarlier(plan.PlannedEnd);
            var days = Math.Max(0, piece.Stretch.DaysTo(last));
            var rate = change.CreditedDays is { } credited and > 0 && change.Days is { } calendarDays
                ? Fraction.Of(credited).RoundHalfUp() / (Fraction)calendarDays
                : piece.Stretch.Rate;
            lostInChange += Lost(days, rate, baseline);
            if (place + 1 == credits.Pieces.Count || credits.Pieces[place + 1].Index != index)
            {
                lost += lostInChange.RoundHalfUp();
                lostInChange = Fraction.Zero;
            }
        }

        return plan.PlannedEnd.DaysOn(lost);
    }

    private static Fraction Lost(int days, Fraction rate, Fraction baseline) =>
        rate == Fraction.Zero ? days : baseline == Fraction.One ? days - (rate * days) : days - (rate * days / baseline);
}
