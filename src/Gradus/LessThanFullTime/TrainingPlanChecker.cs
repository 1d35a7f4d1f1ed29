using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>Says what is wrong with a plan before anything is worked out from it, field by field.</summary>
public static class TrainingPlanChecker
{
    /// <summary>
    /// Everything that is wrong between fields; empty when the plan can be worked out. What a single field may be stands beside it, in
    /// <see cref="TrainingPlan"/>.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="figures">The figures, which say what weekly hours earn.</param>
    public static IReadOnlyList<FieldError> Check(TrainingPlan plan, LessThanFullTimeFigures figures)
    {
        var errors = new FieldErrors();
        Check(plan, figures, errors);
        return errors.All;
    }

    /// <summary>Adds what is wrong between fields to what was found wrong before.</summary>
    public static void Check(TrainingPlan plan, LessThanFullTimeFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(errors);
        if (plan.Specialty is { } specialty && !IsKey(specialty))
        {
            errors.Add("specialty", "Expected a key of lower-case letters, digits and hyphens, such as emergency-medicine, or null.");
        }

        if (plan.FullTimeWeeklyHours is not null && plan.Changes.All(change => change.WeeklyHours is null))
        {
            errors.Add("fullTimeWeeklyHours", "Expected this only where a change gives hours a week; nothing here does.");
        }

        for (var index = 0; index < plan.Changes.Count && index < TrainingPlan.MostChanges; index++)
        {
            CheckChange(plan, index, errors);
        }

        if (errors.None && plan.Changes.Count > 0)
        {
            CheckOrder(plan, errors);
        }

        if (errors.None && plan.Changes.Count > 1)
        {
            CheckNoneStartsAfterCompletion(plan, figures, errors);
        }
    }

    private static void CheckChange(TrainingPlan plan, int index, FieldErrors errors)
    {
        var change = plan.Changes[index];
        if (change.To < change.From)
        {
            errors.Add(Path(index, "to"), $"Expected a day on or after {change.From}, the first day of this change.");
        }

        if (!change.Kind.NeedsRate())
        {
            if (change.Rate is not null)
            {
                errors.Add(Path(index, "rate"),
                    $"Expected no share of full time for {change.Kind.Name()}; only {ChangeKind.LessThanFullTime.Name()} and {ChangeKind.PhasedReturn.Name()} have one.");
            }

            if (change.WeeklyHours is not null)
            {
                errors.Add(Path(index, "weeklyHours"),
                    $"Expected no weekly hours for {change.Kind.Name()}; only {ChangeKind.LessThanFullTime.Name()} and {ChangeKind.PhasedReturn.Name()} have them.");
            }
        }
        else if (change is { Rate: null, WeeklyHours: null })
        {
            errors.Add(Path(index, "rate"), $"Expected a share of full time from {new ShareRange(0, 1)}, or the hours worked a week.");
        }
        else if (change is { Rate: not null, WeeklyHours: not null })
        {
            errors.Add(Path(index, "weeklyHours"), "Expected either a share of full time or hours a week, not both.");
        }
        else if (change.WeeklyHours is not null && plan.Specialty is null && plan.FullTimeWeeklyHours is null)
        {
            errors.Add(Path(index, "weeklyHours"),
                "Expected the weekly hours of the full-time rota beside it, or a specialty whose college counts hours, such as emergency medicine; otherwise a share of full time.");
        }

        CheckCreditedDays(change, index, errors);
    }

    private static void CheckCreditedDays(PlannedChange change, int index, FieldErrors errors)
    {
        if (change.CreditedDays is not { } credited)
        {
            return;
        }

        var path = Path(index, "creditedDays");
        if (!change.Kind.MayBeCredited())
        {
            errors.Add(path, $"Expected no days that count for {change.Kind.Name()}; only {ChangeKind.Oopr.Name()}, {ChangeKind.Oopt.Name()} and {ChangeKind.Oopp.Name()} have them.");
        }
        else if (change.To is null && credited > 0)
        {
            errors.Add(path, "Expected a last day for this period, over which its days that count are spread.");
        }
        else if (change.Days is { } days && days > 0 && credited > days)
        {
            errors.Add(path, $"Expected at most {days}, the days of this period.");
        }
    }

    private static void CheckOrder(TrainingPlan plan, FieldErrors errors)
    {
        var order = InOrder(plan);
        for (var place = 1; place < order.Length; place++)
        {
            var (before, here) = (plan.Changes[order[place - 1]], plan.Changes[order[place]]);
            if (before.To is null)
            {
                if (before.From == here.From)
                {
                    errors.Add(Path(order[place - 1], "from"), $"Expected a day that is in no other change; {FieldName.Row("changes", order[place])} begins on it too.");
                }
                else
                {
                    errors.Add(Path(order[place - 1], "to"),
                        $"Expected a last day before {here.From}, when {FieldName.Row("changes", order[place])} begins: only the last change may go on until the end.");
                }
            }
            else if (here.From <= before.To)
            {
                errors.Add(Path(order[place], "from"), $"Expected a day after {before.To.Value}, the last day of {FieldName.Row("changes", order[place - 1])}: changes may not overlap.");
            }
        }

        if (plan.Changes[order[0]].From > plan.PlannedEnd)
        {
            errors.Add(Path(order[0], "from"), $"Expected a day on or before {plan.PlannedEnd}, the planned end: the first change begins during training.");
        }

        if (plan.Changes[order[^1]].To is not null && plan.RateAfter is null)
        {
            errors.Add("rateAfter", $"Expected the share of full time after the last change, from {new ShareRange(0, 1)}, because that change has an end.");
        }
    }

    private static void CheckNoneStartsAfterCompletion(TrainingPlan plan, LessThanFullTimeFigures figures, FieldErrors errors)
    {
        var credits = PlanCredits.From(plan, figures);
        var account = new CreditAccount(credits.Need);
        foreach (var piece in credits.Pieces)
        {
            if (account.ReachedOn is { } reached)
            {
                if (piece.Index is { } index && plan.Changes[index].From > reached)
                {
                    errors.Add(Path(index, "from"), $"Expected a day on or before {reached}, when training is complete without this change.");
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
}
