using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.VolunteeringAbroad;

/// <summary>Plans volunteering abroad by the same graph of steps as a job abroad.</summary>
public static class VolunteeringPlanner
{
    private const string Room = "volunteering-abroad";
    private const int MonthsAYear = 12;

    /// <summary>Plans.</summary>
    public static VolunteeringPlan Plan(VolunteeringQuestion facts, VolunteeringFigures figures, DateOnly on, Nation nation)
    {
        var told = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (facts.InTraining is { } inTraining)
        {
            told["in-training"] = [inTraining ? "yes" : "no"];
        }

        var plan = StepPlanner.Plan(new StepRequest
        {
            Rows = figures.BeforeYouGo,
            FigureOf = key => figures.NamedInTables[key],
            Route = "all",
            Told = told,
            On = on,
            Start = facts.StartFrom ?? on,
            WorkFrom = facts.WorkFrom,
            Mine = facts.Mine,
            Done = facts.Done.ToHashSet(StringComparer.Ordinal),
            Nation = nation,
        });
        var first = plan.PlannedFirstDay;
        var back = first.AfterMonths(facts.Months)!.Value;
        var reasons = new List<Reason>();
        var milestones = new List<Milestone>();
        var uncovered = Indemnity(facts, figures, first, back, nation, reasons, milestones);
        var completes = Training(facts, figures, first, back, on, nation, reasons, milestones);
        Home(figures, first, back, nation, reasons, milestones);
        milestones.Add(new Milestone("back", back, back, "Back from volunteering", Room, nation.ToNations(), Status.Computed));
        milestones.AddRange(plan.Steps.Where(step => step is { Done: false, Phase: not "after" })
            .Select(step => new Milestone(step.Id, step.EarliestStart, step.LatestStart > step.EarliestStart ? step.LatestStart.Value : step.EarliestStart,
                step.Step, Room, nation.ToNations(), StatusExtensions.Worse(step.Status, Status.Computed))
            {
                State = step.Slack < 0 && step.LatestStart < on ? MilestoneState.Late : null,
                SourceId = step.Source,
            }));
        var without = plan.UnknownWaits.Count == 0 ? "" : $", without {plan.UnknownWaits.Count} waits that are not known";
        var weeks = plan.WeeksLeast == plan.WeeksMost ? $"{plan.WeeksMost:0.#} weeks" : $"{plan.WeeksLeast:0.#} to {plan.WeeksMost:0.#} weeks";
        return new VolunteeringPlan
        {
            Verdict = plan.DaysShort > 0 ? Verdict.No : facts.WorkFrom is not null && plan.UnknownWaits.Count > 0 ? Verdict.Unknown : Verdict.Yes,
            Says = plan.DaysShort > 0
                ? $"{facts.WorkFrom!.Value.Words()} cannot be met: by what is known you can begin on {plan.FirstDay.Words()} at the earliest, {plan.DaysShort} days later."
                : $"At least {weeks}{without}: first day {first.Words()}{(facts.WorkFrom is null ? " or later" : "")}, back on {back.Words()}.",
            FirstDay = plan.FirstDay,
            PlannedFirstDay = first,
            Back = back,
            DaysShort = plan.DaysShort,
            WeeksLeast = plan.WeeksLeast,
            WeeksMost = plan.WeeksMost,
            UnknownWaits = plan.UnknownWaits,
            Steps = plan.Steps,
            CriticalPath = plan.CriticalPath,
            UncoveredFrom = uncovered.Count > 0 ? uncovered[0].First : null,
            Uncovered = uncovered,
            CompletesOn = completes,
            Reasons = [.. plan.Reasons, .. reasons],
            Milestones = [.. milestones.OrderBy(milestone => milestone.First)],
            Tables =
            [
                new AnswerTable("steps", "Every step with its dates",
                    [new("step", "Step"), new("key", "Key") { DoneIn = "done" }, new("by", "Who decides"), new("earliest", "Earliest start"), new("latest", "Latest start"),
                        new("slack", "Days to spare", "days"), new("wait", "How long"), new("critical", "On the longest way"), new("note", "Note"),
                        new("status", "How sure")],
                    [.. plan.Steps.Select(step => (IReadOnlyList<AnswerCell>)[step.Step, step.Id, step.Body, step.EarliestStart, step.LatestStart, step.Slack,
                        step.Wait, step.Critical, step.Note, step.Status])]),
            ],
            Warnings = [.. facts.StartFrom < on ? [new Warning("startFrom", $"You begin to prepare before {on.Words()}, the date asked about.")] : Array.Empty<Warning>(),
                .. facts.Mine.Keys.Concat(facts.Done)
                    .Where(id => plan.Steps.All(step => step.Id != id))
                    .Distinct()
                    .Select(id => new Warning(facts.Mine.ContainsKey(id) ? "mine." + id : "done", $"“{id}” is no step of this plan: what you said of it has no effect."))],
        };
    }

    // Help begins after so long a membership and lasts so many months in any twelve: a longer stay is uncovered until the twelve are over, and then covered again.
    private static List<DateRange> Indemnity(VolunteeringQuestion facts, VolunteeringFigures figures, DateOnly first, DateOnly back, Nation nation,
        List<Reason> reasons, List<Milestone> milestones)
    {
        var membership = figures.DefenceMembership.At(first, nation);
        var (cover, window) = (figures.DefenceCover.At(first, nation), figures.DefenceCoverWindow.At(first, nation));
        var begins = first;
        if (membership.Whole is { } needed && facts.MemberSince?.MonthsOn(needed) is { } from)
        {
            begins = from > first ? from : first;
            reasons.Add(membership.Because("membership",
                from <= first
                    ? $"Member since {facts.MemberSince.Value.Words()}: the {membership.Text} of membership are over by your first day."
                    : $"Member since {facts.MemberSince.Value.Words()}: the {membership.Text} of membership are over on {from.Words()} only, after your first day."));
        }
        else
        {
            reasons.Add(membership.Because("membership", $"Help with humanitarian work asks for {membership.Text} of membership first."));
        }

        var gaps = cover.Whole is { } months && window.Whole is { } within ? Gaps(first, begins, back, months, within) : [];
        if (gaps.Count == 0)
        {
            reasons.Add(cover.Because("cover",
                $"Help lasts at most {cover.Text} in any {window.Text}: your stay lies within that, if the terms for the UK are the same. Claims abroad are not covered."));
            return gaps;
        }

        reasons.Add(cover.Because("cover",
            $"Help lasts at most {cover.Text} in any {window.Text}: nobody covers you {Sentences.Listed([.. gaps.Select(gap => gap.First == gap.Last ? $"on {gap.First.Words()}" : $"from {gap.First.Words()} to {gap.Last.Words()}")])} unless the organisation does. Claims abroad are not covered at all."));
        milestones.AddRange(gaps.Select((gap, i) => cover.Date(i == 0 ? "uncovered" : $"uncovered-{i + 1}", gap.First, gap.Last, "Not covered by your defence body")));
        return gaps;
    }

    private static List<DateRange> Gaps(DateOnly first, DateOnly begins, DateOnly back, int months, int within)
    {
        var gaps = new List<DateRange>();
        Add(first, begins);
        for (var window = 0; begins.AfterMonths(window + months) is { } end && end < back; window += within)
        {
            Add(end, begins.AfterMonths(window + within) ?? back);
        }

        return gaps;

        void Add(DateOnly from, DateOnly until)
        {
            until = until < back ? until : back;
            if (from < until)
            {
                gaps.Add(new DateRange(from, until.AddDays(-1)));
            }
        }
    }

    private static DateOnly? Training(VolunteeringQuestion facts, VolunteeringFigures figures, DateOnly first, DateOnly back, DateOnly on, Nation nation,
        List<Reason> reasons, List<Milestone> milestones)
    {
        if (facts.InTraining != true)
        {
            return null;
        }

        var usual = figures.Home.UkOopeUsual.At(first, nation);
        var longest = figures.Home.UkOopeLongest.At(first, nation);
        reasons.Add(usual.Because("out-of-programme",
            $"Time out for experience (OOPE), never a pause (OOPP): {usual.Text}, {longest.Text} when extended. It does not count towards your CCT; you send a return for ARCP. It is not normally agreed in the first year of a programme, and rarely in the last.{(longest.Number < facts.Months ? $" {facts.Months} months are longer than it can last: ask your dean, or give up your number." : usual.Number < facts.Months ? $" {facts.Months} months are longer than usual: your dean has to agree." : "")}"));
        var notice = figures.Home.UkOopNotice.At(on, nation);
        if (notice.Whole is { } months && first.MonthsOn(-months) is { } by)
        {
            milestones.Add(notice.Date("out-of-programme", by, "Last day to apply for time out of programme"));
        }

        if (facts.PlannedEnd is not { } planned)
        {
            return null;
        }

        if (planned < first)
        {
            reasons.Add(usual.Because("completion", $"Training is over on {planned.Words()}, before you go: nothing moves."));
            return planned;
        }

        var last = figures.TimeOutLastMonths.At(first, nation);
        if (last.Whole is { } lastMonths && planned.AddDays(1).MonthsOn(-lastMonths) <= first)
        {
            reasons.Add(last.Because("last-year",
                $"You would begin in the last {last.Text} before {planned.Words()}, the planned end of training, in which time out is rarely agreed: ask before you promise to come, or go after training.") with
            { Ask = "your postgraduate dean" });
        }

        // What training still needs from the first day on is earned again from the day of being back.
        var account = new CreditAccount(planned.DayNumber - first.DayNumber + 1);
        account.Earn(new CreditStretch(first, back.AddDays(-1), Fraction.Zero));
        var completes = account.Earn(new CreditStretch(back, Last: null, Fraction.One));
        if (completes is { } day)
        {
            reasons.Add(usual.Because("completion", $"{back.DayNumber - first.DayNumber} days that earn nothing move the last day of training to {day.Words()}."));
        }

        return completes;
    }

    private static void Home(VolunteeringFigures figures, DateOnly first, DateOnly back, Nation nation, List<Reason> reasons, List<Milestone> milestones)
    {
        var pension = figures.Home.UkPensionBreak.At(first, nation);
        reasons.Add(pension.Because("pension",
            pension.IsKnown
                ? $"NHS pension stops during a break; up to {pension.Text} keep the final-salary link of what you built up before 2015.{(figures.Home.UkPensionAuthorisedLeave.At(first, nation) is { IsKnown: true } leave ? $" On approved leave you can go on paying for up to {leave.Text}." : "")}"
                : $"NHS pension stops during a break; how long keeps the final-salary link was not found for {nation.Name()}."));
        var third = figures.Home.UkNiClass3.At(first, nation);
        var residence = figures.Home.UkNiResidence.At(first, nation);
        var second = figures.Home.UkNiClass2.At(first, nation);
        reasons.Add(third.Because("national-insurance",
            $"National Insurance for time abroad: Class 3, {third.Text}, after {residence.Text} of UK residence or contributions{(second.IsKnown ? $"; Class 2 is {second.Text}" : "; Class 2 from abroad has ended")}."));
        var gap = figures.Home.UkPerformersListGap.At(first, nation);
        if (gap.Whole is { } years && first.AfterMonths(MonthsAYear * years) < back)
        {
            reasons.Add(gap.Because("performers-list", $"GPs: after {gap.Text} without NHS general practice you come back through the return route."));
        }

        var restore = figures.Home.UkRestoreAhead.At(back, nation);
        reasons.Add(restore.Because("return", $"If you gave up your licence, apply to have it back up to {restore.Text} before you return."));
        if (restore.Whole is { } months && back.MonthsOn(-months) is { } from)
        {
            milestones.Add(restore.Date("restore", from, back, "Apply to have your licence back, if you gave it up"));
        }
    }
}
