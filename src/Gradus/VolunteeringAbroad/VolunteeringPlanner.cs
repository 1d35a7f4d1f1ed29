using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.VolunteeringAbroad;

/// <summary>What a doctor tells us for a plan of volunteering.</summary>
public sealed record VolunteeringQuestion : ToolFacts
{
    /// <summary>The day on which they begin to prepare; left out, the date asked about.</summary>
    [Fact("The day on which you begin to prepare", "a day", Example = "2027-01-04", Hint = "Left out, it is today.")]
    public DateOnly? StartFrom { get; init; }

    /// <summary>The day on which they want to begin there.</summary>
    [Fact("The first day there", "a day", Example = "2027-09-06", Hint = "Left out, it is as soon as can be.")]
    public DateOnly? WorkFrom { get; init; }

    /// <summary>Months there.</summary>
    [Fact("How many months there", "whole months from 1 to 60", Example = "9", Unit = "months"), Range(1, 60)]
    public required int Months { get; init; }

    /// <summary>Whether they are in a training programme.</summary>
    [Fact("Are you in a training programme?", "true or false")]
    public bool? InTraining { get; init; }

    /// <summary>The planned end of training.</summary>
    [Fact("Last day of training as planned", "the last day of training as planned", Example = "2030-08-06", Hint = "Time out for experience moves it.")]
    public DateOnly? PlannedEnd { get; init; }

    /// <summary>Since when they are a member of a defence body.</summary>
    [Fact("Member of a defence body since", "a day", Example = "2024-08-07")]
    public DateOnly? MemberSince { get; init; }

    /// <summary>Own estimates of waits, weeks by step.</summary>
    [Fact("Your own estimates, in weeks, by step", "whole weeks from 0 to 520 by the key of a step",
        Hint = "For a wait that is not known. Leave one out to clear it."), Range(0, 520)]
    public IReadOnlyDictionary<string, int> Mine { get => field ?? new Dictionary<string, int>(); init; }

    /// <summary>The steps that are done, by key.</summary>
    [Fact("Steps that are done", "keys of steps", Example = "va-supervisor", Hint = "Easier in the plan’s table of steps, which has a button for each."), MaxLength(40)]
    public IReadOnlyList<string> Done { get => field ?? []; init; }

    /// <summary>Says what is wrong between the facts.</summary>
    internal static void Check(VolunteeringQuestion facts, VolunteeringFigures figures, FieldErrors errors)
    {
        if (facts.WorkFrom is { } work && facts.StartFrom is { } start && work < start)
        {
            errors.Add("workFrom", $"Expected a day on or after {start}, on which you begin to prepare.");
        }

        if (facts is { PlannedEnd: not null, InTraining: false })
        {
            errors.Add("plannedEnd", "Expected this only in training: here it would have no effect. Leave it out.");
        }

        foreach (var (field, step) in facts.Mine.Keys.Select(step => ("mine." + step, step))
            .Concat(facts.Done.Select((step, i) => ($"done[{i}]", step)))
            .Where(named => !figures.BeforeYouGo.Any(row => row.Id == named.Item2)))
        {
            errors.Add(field, $"Expected the key of a step, such as {figures.BeforeYouGo[0].Id}; the plan lists them.");
        }
    }
}

/// <summary>What the plan reads: its own steps and figures, and the figures of working abroad that hold for it too.</summary>
public sealed record VolunteeringFigures
{
    /// <summary>The figures that tables name in their cells, by the name there.</summary>
    public required IReadOnlyDictionary<string, Figure> NamedInTables { get; init; }

    /// <summary>What being abroad does at home.</summary>
    [FromRoom("working-abroad")]
    public required AtHomeFigures Home { get; init; }

    /// <summary>How long you must have been a member before Medical Protection considers help for humanitarian work.</summary>
    public required Figure DefenceMembership { get; init; }

    /// <summary>How long Medical Protection's humanitarian help lasts in any 12 months, at most.</summary>
    public required Figure DefenceCover { get; init; }

    /// <summary>The time in which Medical Protection's humanitarian help is counted together.</summary>
    public required Figure DefenceCoverWindow { get; init; }

    /// <summary>Months at the end of training in which time out is rarely agreed.</summary>
    [FromRoom("less-than-full-time")]
    public required Figure TimeOutLastMonths { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<StepRow> BeforeYouGo { get; init; }
}

/// <summary>A dated plan of volunteering.</summary>
public sealed record VolunteeringPlan : ToolAnswer
{
    /// <summary>The first day there if every known wait is the longest; no earlier than this.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The first day that the plan takes: the one wished for, or <see cref="FirstDay"/>.</summary>
    public required DateOnly PlannedFirstDay { get; init; }

    /// <summary>The day of being back.</summary>
    public required DateOnly Back { get; init; }

    /// <summary>Days by which the wish cannot be met; 0 when it can by what is known.</summary>
    public required int DaysShort { get; init; }

    /// <summary>Weeks to the first day, by the least known waits.</summary>
    public required decimal WeeksLeast { get; init; }

    /// <summary>Weeks to the first day, by the longest known waits.</summary>
    public required decimal WeeksMost { get; init; }

    /// <summary>Waits that are not known.</summary>
    public required IReadOnlyList<UnknownPart> UnknownWaits { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<DatedStep> Steps { get; init; }

    /// <summary>The longest known way, by key.</summary>
    public required IReadOnlyList<string> CriticalPath { get; init; }

    /// <summary>The first day that a defence body's help does not cover; <c>null</c> when it covers the whole, or nobody says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? UncoveredFrom { get; init; }

    /// <summary>The stretches that a defence body's help does not cover.</summary>
    public IReadOnlyList<DateRange> Uncovered { get; init; } = [];

    /// <summary>The last day of training after time out that earns nothing; <c>null</c> when none was told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? CompletesOn { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new ValuesPart("Your time away",
        [
            ("First day there", PlannedFirstDay.Words(), null),
            ("Back on", Back.Words(), null),
            .. Uncovered.Select(gap => ("Not covered by a defence body", FigureText.Span(gap.First, gap.Last), (Status?)Status.Verify)),
            .. CompletesOn is { } completes ? [("Last day of training then", completes.Words(), (Status?)null)] : Array.Empty<(string, string, Status?)>(),
        ]);
        yield return new ListPart("The longest known way", [.. CriticalPath.Select(id => Steps.First(step => step.Id == id)).Select(step => step.InWords())], IsOrdered: true);
        foreach (var part in StepChecklist.Of(Steps, UnknownWaits, On))
        {
            yield return part;
        }

        if (UnknownWaits.Count > 0)
        {
            yield return new ListPart("Not known, and in no total", [.. UnknownWaits.Select(wait => wait.WordsWithKey())]);
        }
    }
}

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
