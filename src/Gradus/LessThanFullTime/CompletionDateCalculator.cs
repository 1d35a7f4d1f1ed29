using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>
/// Works out when training finishes by a daily credit walk: from the first change on, each day earns its rate, and training is complete on the first day on which the credit earned
/// is at least the credit that the planned end stood for. Nothing is rounded. Indicative: an ARCP panel sets the date.
/// </summary>
public static class CompletionDateCalculator
{
    /// <summary>When training finishes on a plan that <see cref="TrainingPlanChecker"/> finds nothing wrong with.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="figures">The dated figures; what a day earns is looked up for that day.</param>
    /// <param name="on">The date asked about: it decides which figures are known and what is still to come, not what a day earns.</param>
    /// <param name="nation">The nation whose rules are asked about.</param>
    /// <exception cref="ArgumentException">The plan has overlapping changes or lacks a rate, which the checker would have said.</exception>
    public static CompletionDate Calculate(TrainingPlan plan, LessThanFullTimeFigures figures, DateOnly on, Nation nation)
    {
        var question = Ask(plan, figures, on, nation);
        return Outline(question) with
        {
            Working = CompletionWorking.For(question),
            BringForward = WaysForward.For(question),
            Milestones = CompletionMilestones.For(question),
            Warnings = [.. Unused(question)],
        };
    }

    /// <summary>
    /// The same date with its reasons, and without the sum, the ways to finish sooner, what is due and what has no effect: for whoever sets several plans side
    /// by side.
    /// </summary>
    /// <inheritdoc cref="Calculate"/>
    public static CompletionDate Outline(TrainingPlan plan, LessThanFullTimeFigures figures, DateOnly on, Nation nation) => Outline(Ask(plan, figures, on, nation));

    private static Question Ask(TrainingPlan plan, LessThanFullTimeFigures figures, DateOnly on, Nation nation)
    {
        if (plan.Changes.Count == 0)
        {
            var unchanged = new PlanWalk
            {
                CompletesOn = plan.PlannedEnd,
                PerChange = [new ChangeEffect(Index: null, Kind: null, From: null, To: null, DaysAdded: 0)],
            };
            return new Question(plan, figures, on, nation, Credits: null, unchanged, Absence.None, plan.PlannedEnd, plan.PlannedEnd);
        }

        var credits = PlanCredits.From(plan, figures);
        var walk = PlanWalk.Through(plan, credits);
        var absence = Absence.In(plan, credits, figures, nation);
        var block = BlockModel.CompletesOn(plan, credits);
        var forgiven = walk.CompletesOn is null || absence.IsNone ? walk.CompletesOn : absence.CompletesOnIfForgiven(credits);
        return new Question(plan, figures, on, nation, credits, walk, absence, block, forgiven);
    }

    private static CompletionDate Outline(Question question)
    {
        var daysAdded = question.Walk.CompletesOn?.DayNumber - question.Plan.PlannedEnd.DayNumber;
        return new CompletionDate
        {
            CompletesOn = question.Walk.CompletesOn,
            CompletesOnIfAbsenceForgiven = question.Forgiven,
            PlannedEnd = question.Plan.PlannedEnd,
            DaysAdded = daysAdded,
            BlockModelCompletesOn = question.Block,
            Verdict = question.Walk.Unknown is not null ? Verdict.Unknown : question.Walk.CompletesOn is null ? Verdict.No : Verdict.Yes,
            Says = Sentence(question, daysAdded),
            Status = question.Walk.Unknown is not null ? Status.NotFound : question.Walk.Status,
            PerChange = question.Walk.PerChange,
            Working = [],
            BringForward = [],
            Reasons = CompletionReasons.For(question),
            Need = question.Credits?.Need ?? Fraction.Zero,
            Plan = question.Plan,
        };
    }

    private static IEnumerable<Warning> Unused(Question question)
    {
        var plan = question.Plan;
        if (plan.FullTimeWeeklyHours is not null && question.Figures.HoursCredit.Any(row => row.Specialty == plan.Specialty))
        {
            yield return new Warning("fullTimeWeeklyHours",
                "The college of this specialty counts hours by a table of its own, so the hours of the full-time rota change nothing here.");
        }

        if (plan.RateAfter is not null && (plan.Changes.Count == 0 || plan.Changes.Any(change => change.To is null)))
        {
            yield return new Warning("rateAfter",
                plan.Changes.Count == 0
                    ? "There is no change, so the share after the last one has no effect."
                    : "The last change goes on until you finish, so the share after it has no effect.");
        }
    }

    private static string Sentence(Question question, int? daysAdded) => (question.Walk.CompletesOn, daysAdded) switch
    {
        ({ } date, 0) => $"You would finish on {date.Words()}, as planned.",
        ({ } date, { } days) => $"You would finish on {date.Words()}: {(Math.Abs(days) == 1 ? "1 day" : $"{Math.Abs(days)} days")} {(days > 0 ? "later" : "sooner")} than planned.",
        _ when question.Walk.Unknown is not null => "We have not found what decides this date.",
        _ => "On this plan training never finishes.",
    };
}

/// <summary>Everything that reasons, milestones and ways forward are written from.</summary>
internal sealed record Question(
    TrainingPlan Plan,
    LessThanFullTimeFigures Figures,
    DateOnly On,
    Nation Nation,
    PlanCredits? Credits,
    PlanWalk Walk,
    Absence Absence,
    DateOnly? Block,
    DateOnly? Forgiven)
{
    /// <summary>The day on which training ends on this plan; where it never does, the planned end.</summary>
    public DateOnly Ends => Walk.CompletesOn ?? Plan.PlannedEnd;

    /// <summary>The usual shares on a day in the nation asked about; none where nobody has published them.</summary>
    public IReadOnlyList<StandardShare> StandardShares(DateOnly day)
    {
        if (standardShares is not { } held || held.Day != day)
        {
            standardShares = held = (day, Figures.StandardShares.At(day, Nation, usual => usual.Share));
        }

        return held.Rows;
    }

    /// <summary>Where one share of full time gives way to another from a change on, or after the last: the days on which a new approval begins.</summary>
    public IReadOnlyList<(int? Index, DateOnly From)> ChangesOfRate => changesOfRate ??= FindChangesOfRate();

    private IReadOnlyList<(int? Index, DateOnly From)>? changesOfRate;
    private (DateOnly Day, IReadOnlyList<StandardShare> Rows)? standardShares;

    private List<(int? Index, DateOnly From)> FindChangesOfRate()
    {
        var found = new List<(int? Index, DateOnly From)>();
        if (Credits is null)
        {
            return found;
        }

        var held = Fraction.Of(Plan.BaselineRate);
        int? previous = null;
        foreach (var piece in Credits.Pieces)
        {
            var isRated = piece.Index is { } index && Plan.Changes[index].Kind is ChangeKind.LessThanFullTime or ChangeKind.FullTime;
            var isNew = piece.Index is null || piece.Index != previous;
            if (isNew && (isRated || piece.IsAfter) && piece.Stretch.Rate != held && piece.Stretch.First <= (Walk.CompletesOn ?? DateOnly.MaxValue))
            {
                found.Add((piece.Index, piece.Stretch.First));
            }

            if (isRated || piece.IsAfter || (piece.Index is { } other && Plan.Changes[other].Kind == ChangeKind.PhasedReturn))
            {
                held = piece.Stretch.Rate;
            }
            else if (piece.Index is null)
            {
                held = Fraction.Of(Plan.BaselineRate);
            }

            previous = piece.Index;
        }

        return found;
    }
}
