using Gradus.Dates;

namespace Gradus.LessThanFullTime;

/// <summary>Writes the credit walk down step by step, for a supervisor to check by hand.</summary>
internal static class CompletionWorking
{
    public static IReadOnlyList<WorkingStep> For(Question question)
    {
        var plan = question.Plan;
        var baseline = Fraction.Of(plan.BaselineRate);
        if (question.Credits is not { } credits)
        {
            return [new WorkingStep(WorkingStepKind.Need, Index: null, plan.PlannedEnd, plan.PlannedEnd, baseline, Fraction.Zero, Fraction.Zero, "as planned")];
        }

        var account = new CreditAccount(credits.Need);
        var steps = new List<WorkingStep>(credits.Pieces.Count + 2)
        {
            new(WorkingStepKind.Need, Index: null, credits.Pieces[0].Stretch.First, plan.PlannedEnd, baseline, credits.Need, Fraction.Zero, "as planned"),
        };
        foreach (var piece in credits.Pieces)
        {
            if (piece.Unknown is not null)
            {
                return steps;
            }

            var before = account.Earned;
            if ((account.Earn(piece.Stretch) ?? piece.Stretch.Last) is not { } last)
            {
                return steps;
            }

            var (step, label) = piece switch
            {
                { Index: { } index } => (WorkingStepKind.Change, plan.Changes[index].Kind.Name()),
                { IsAfter: true } => (WorkingStepKind.After, "after the last change"),
                _ => (WorkingStepKind.Between, "between changes, as planned"),
            };
            steps.Add(new WorkingStep(step, piece.Index, piece.Stretch.First, last, piece.Stretch.Rate, account.Earned - before, account.Earned, label));
            if (account.ReachedOn is { } day)
            {
                steps.Add(new WorkingStep(WorkingStepKind.Reach, Index: null, day, day, Fraction.Zero, credits.Need, account.Earned, "complete"));
                return steps;
            }
        }

        return steps;
    }
}
