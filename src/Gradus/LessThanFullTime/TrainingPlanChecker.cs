using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>Says what is wrong with a plan before anything is worked out from it, field by field.</summary>
public static class TrainingPlanChecker
{
    private const decimal MostWeeklyHours = 80m;

    /// <summary>Everything that is wrong, field by field; empty when the plan can be worked out.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="figures">The figures, which say what weekly hours earn.</param>
    public static IReadOnlyList<FieldError> Check(TrainingPlan plan, LessThanFullTimeFigures figures)
    {
        var errors = new Errors();
        CheckPlan(plan, ref errors);
        for (var index = 0; index < plan.Changes.Count; index++)
        {
            CheckChange(plan, index, ref errors);
        }

        if (errors.None && plan.Changes.Count > 0)
        {
            CheckOrder(plan, ref errors);
        }

        if (errors.None && plan.Changes.Count > 1)
        {
            CheckNoneStartsAfterCompletion(plan, figures, ref errors);
        }

        return errors.All;
    }

    private static void CheckPlan(TrainingPlan plan, ref Errors errors)
    {
        if (plan.BaselineRate is <= 0 or > 1)
        {
            errors.Add("baselineRate", "Expected a share of full time above 0 and at most 1, such as 0.8.");
        }
        else if (!HasPlaces(plan.BaselineRate, 10_000m))
        {
            errors.Add("baselineRate", "Expected at most four decimal places.");
        }

        if (plan.Specialty is { } specialty && !IsKey(specialty))
        {
            errors.Add("specialty", "Expected a key of lower-case letters, digits and hyphens, such as emergency-medicine, or null.");
        }

        if (plan.Changes.Count > TrainingPlan.MostChanges)
        {
            errors.Add("changes", $"Expected at most {TrainingPlan.MostChanges} changes.");
        }

        if (plan.RateAfter is < 0 or > 1)
        {
            errors.Add("rateAfter", "Expected a share of full time from 0 to 1, such as 0.8.");
        }
        else if (plan.RateAfter is { } after && !HasPlaces(after, 10_000m))
        {
            errors.Add("rateAfter", "Expected at most four decimal places.");
        }
    }

    private static void CheckChange(TrainingPlan plan, int index, ref Errors errors)
    {
        var change = plan.Changes[index];
        if (change.To < change.From)
        {
            errors.Add(Path(index, "to"), $"Expected a day on or after {change.From.Iso()}, the first day of this change.");
        }

        if (!change.Kind.NeedsRate())
        {
            if (change.Rate is not null)
            {
                errors.Add(Path(index, "rate"), $"Expected no rate for {change.Kind.Key()}; only less-than-full-time and phased-return have one.");
            }

            if (change.WeeklyHours is not null)
            {
                errors.Add(Path(index, "weeklyHours"), $"Expected no weekly hours for {change.Kind.Key()}; only less-than-full-time and phased-return have them.");
            }
        }
        else if (change is { Rate: null, WeeklyHours: null })
        {
            errors.Add(Path(index, "rate"), "Expected a rate from 0 to 1, or weeklyHours where the college counts hours.");
        }
        else if (change is { Rate: not null, WeeklyHours: not null })
        {
            errors.Add(Path(index, "weeklyHours"), "Expected either rate or weeklyHours, not both.");
        }
        else if (change.WeeklyHours is not null && plan.Specialty is null)
        {
            errors.Add(Path(index, "weeklyHours"), "Expected a specialty whose college counts hours, such as emergency-medicine; otherwise give rate.");
        }

        if (change.Rate is < 0 or > 1)
        {
            errors.Add(Path(index, "rate"), "Expected a share of full time from 0 to 1, such as 0.8.");
        }
        else if (change.Rate is { } rate && !HasPlaces(rate, 10_000m))
        {
            errors.Add(Path(index, "rate"), "Expected at most four decimal places.");
        }

        if (change.WeeklyHours is <= 0 or > MostWeeklyHours)
        {
            errors.Add(Path(index, "weeklyHours"), "Expected average hours a week above 0 and at most 80.");
        }
        else if (change.WeeklyHours is { } hours && !HasPlaces(hours, 100m))
        {
            errors.Add(Path(index, "weeklyHours"), "Expected at most two decimal places.");
        }

        CheckCreditedDays(change, index, ref errors);
    }

    private static void CheckCreditedDays(PlannedChange change, int index, ref Errors errors)
    {
        if (change.CreditedDays is not { } credited)
        {
            return;
        }

        var path = Path(index, "creditedDays");
        if (!change.Kind.MayBeCredited())
        {
            errors.Add(path, $"Expected no credited days for {change.Kind.Key()}; only oopr, oopt and oopp have them.");
        }
        else if (credited < 0)
        {
            errors.Add(path, "Expected 0 or more days.");
        }
        else if (change.To is null && credited > 0)
        {
            errors.Add(path, "Expected a last day in `to`: credited days are spread over the period.");
        }
        else if (change.Days is { } days && days > 0 && credited > days)
        {
            errors.Add(path, $"Expected at most {days}, the days of this period.");
        }
        else if (!HasPlaces(credited, 100m))
        {
            errors.Add(path, "Expected at most two decimal places.");
        }
    }

    private static void CheckOrder(TrainingPlan plan, ref Errors errors)
    {
        var order = InOrder(plan);
        for (var place = 1; place < order.Length; place++)
        {
            var (before, here) = (plan.Changes[order[place - 1]], plan.Changes[order[place]]);
            if (before.To is null)
            {
                var message = before.From == here.From
                    ? $"Expected a day that is in no other change; changes[{order[place]}] begins on it too."
                    : $"Expected a last day before {here.From.Iso()}, when changes[{order[place]}] begins: only the last change may go on until the end.";
                errors.Add(Path(order[place - 1], before.From == here.From ? "from" : "to"), message);
            }
            else if (here.From <= before.To)
            {
                errors.Add(Path(order[place], "from"), $"Expected a day after {before.To.Value.Iso()}, the last day of changes[{order[place - 1]}]: changes may not overlap.");
            }
        }

        if (plan.Changes[order[0]].From > plan.PlannedEnd)
        {
            errors.Add(Path(order[0], "from"), $"Expected a day on or before {plan.PlannedEnd.Iso()}, the planned end: the first change begins during training.");
        }

        if (plan.Changes[order[^1]].To is not null && plan.RateAfter is null)
        {
            errors.Add("rateAfter", "Expected the share of full time after the last change, from 0 to 1, because that change has an end.");
        }
    }

    private static void CheckNoneStartsAfterCompletion(TrainingPlan plan, LessThanFullTimeFigures figures, ref Errors errors)
    {
        var credits = PlanCredits.From(plan, figures);
        var account = new CreditAccount(credits.Need);
        foreach (var piece in credits.Pieces)
        {
            if (account.ReachedOn is { } reached)
            {
                if (piece.Index is { } index && plan.Changes[index].From > reached)
                {
                    errors.Add(Path(index, "from"), $"Expected a day on or before {reached.Iso()}, when training is complete without this change.");
                    return;
                }
            }
            else if (piece.Unknown is not null)
            {
                return;
            }

            account.Earn(piece.Stretch);
        }
    }

    /// <summary>The places of the changes in the facts, in order of their first days.</summary>
    internal static int[] InOrder(TrainingPlan plan)
    {
        var changes = plan.Changes;
        var order = new int[changes.Count];
        var sorted = true;
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
            sorted &= index == 0 || changes[index - 1].From < changes[index].From;
        }

        if (!sorted)
        {
            Array.Sort(order, (one, other) => changes[one].From != changes[other].From
                ? changes[one].From.CompareTo(changes[other].From)
                : one.CompareTo(other));
        }

        return order;
    }

    private static string Path(int index, string field) => $"changes[{index}].{field}";

    private static bool HasPlaces(decimal value, decimal unit) => value * unit == decimal.Truncate(value * unit);

    private static bool IsKey(string text)
    {
        if (text.Length is 0 or > 60)
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-')
            {
                return false;
            }
        }

        return true;
    }

    private struct Errors
    {
        private List<FieldError>? list;

        public readonly bool None => list is null;

        public readonly IReadOnlyList<FieldError> All => list ?? (IReadOnlyList<FieldError>)[];

        public void Add(string field, string message) => (list ??= []).Add(new FieldError(field, message));
    }
}
