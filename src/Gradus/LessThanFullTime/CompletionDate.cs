using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>
/// When training finishes on a plan, and why. Indicative: an ARCP panel sets the date. Working, reasons, milestones and what would bring the date forward are written when first asked for,
/// so that whoever wants only the date does not wait for them.
/// </summary>
public sealed record CompletionDate
{
    private readonly Question question;
    private IReadOnlyList<WorkingStep>? working;
    private IReadOnlyList<WayForward>? bringForward;
    private IReadOnlyList<Reason>? reasons;
    private IReadOnlyList<Milestone>? milestones;

    internal CompletionDate(Question question) => this.question = question;

    /// <summary>The plan that was asked about.</summary>
    public required TrainingPlan Plan { get; init; }

    /// <summary>The date asked about.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The nation asked about.</summary>
    public required Nation Nation { get; init; }

    /// <summary>Yes when the date could be worked out; no when training never completes on this plan; unknown when no published rule says what some days earn.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How sure we are of <see cref="CompletesOn"/>; never more than worked out here.</summary>
    public required Status Status { get; init; }

    /// <summary>The last day of training with every missed day made up, inside: the first day on which the credit earned is at least the credit needed. <c>null</c> with a reason when there is none.</summary>
    public required DateOnly? CompletesOn { get; init; }

    /// <summary>
    /// The same if the panel forgives absence up to the review threshold. Absence is counted in years that begin on the first day of absence outside the year before;
    /// in each, the earliest days of absence up to the threshold earn the rate held before the absence. Equal to <see cref="CompletesOn"/> when there is no absence.
    /// </summary>
    public required DateOnly? CompletesOnIfAbsenceForgiven { get; init; }

    /// <summary>What adding each block's lost days to the planned end gives, as a college spreadsheet does; <c>null</c> when a rate is unknown or the date lies outside the calendar.</summary>
    public required DateOnly? BlockModelCompletesOn { get; init; }

    /// <summary>The credit needed from the first change on: baseline rate × days from then to the planned end, both inside; zero when nothing changes.</summary>
    public required Fraction Need { get; init; }

    /// <summary>What each change adds, by date, and last what the rate after them adds; the days sum to <see cref="DaysAdded"/>.</summary>
    public required IReadOnlyList<ChangeEffect> PerChange { get; init; }

    /// <summary>The sum, step by step, for checking by hand.</summary>
    public IReadOnlyList<WorkingStep> Working => working ??= CompletionWorking.For(question);

    /// <summary>What would bring the date forward, where something would.</summary>
    public IReadOnlyList<WayForward> BringForward => bringForward ??= WaysForward.For(question);

    /// <summary>Why the answer is what it is, the most important first.</summary>
    public IReadOnlyList<Reason> Reasons => reasons ??= CompletionReasons.For(question);

    /// <summary>The dates that follow, earliest first.</summary>
    public IReadOnlyList<Milestone> Milestones => milestones ??= CompletionMilestones.For(question);

    /// <summary><see cref="CompletesOn"/> less the planned end, in days: above zero when later, below when earlier.</summary>
    public int? DaysAdded => CompletesOn?.DayNumber - Plan.PlannedEnd.DayNumber;
}

/// <summary>
/// What one change adds to the completion date. Changes are put into the plan one after another in order of date, and after the last one put in every day earns the baseline rate;
/// a change's share is the move of the completion date when it is put in. The last row puts the rate after the last change in place of the baseline. So the shares sum exactly to the whole.
/// </summary>
/// <param name="Index">The change's place in the facts, the first being 0; <c>null</c> for the last row.</param>
/// <param name="Kind">The kind of change; <c>null</c> for the last row.</param>
/// <param name="From">The first day, inside; <c>null</c> when the last row has no days.</param>
/// <param name="To">The last day as the facts have it, inside, <c>null</c> meaning until the end; in the last row the completion date.</param>
/// <param name="DaysAdded">Days added to the completion date, below zero when it brings the date forward; <c>null</c> when there is no completion date to compare.</param>
public sealed record ChangeEffect(int? Index, ChangeKind? Kind, DateOnly? From, DateOnly? To, int? DaysAdded)
{
    /// <summary>The key in data: the kind's own, or <c>rate-after</c>.</summary>
    public string Key => Kind?.Key() ?? RateAfter;

    /// <summary>The key of the last row.</summary>
    public const string RateAfter = "rate-after";
}

/// <summary>What a step of the working does.</summary>
public enum WorkingStepKind
{
    /// <summary>States the credit needed.</summary>
    Need,
    /// <summary>Earns credit in a change.</summary>
    Change,
    /// <summary>Earns credit at the baseline rate between two changes.</summary>
    Between,
    /// <summary>Earns credit at the rate after the last change.</summary>
    After,
    /// <summary>Reaches the need.</summary>
    Reach,
}

/// <summary>One line of the working.</summary>
/// <param name="Step">What it does.</param>
/// <param name="Index">The change's place in the facts, the first being 0; <c>null</c> outside a change.</param>
/// <param name="First">The first day, inside.</param>
/// <param name="Last">The last day, inside.</param>
/// <param name="Rate">Days of credit a day.</param>
/// <param name="Credit">Credit of this step, or the credit needed.</param>
/// <param name="Total">Credit earned up to and on the last day; in the first line zero.</param>
/// <param name="Label">What the days are, inside a sentence.</param>
public sealed record WorkingStep(WorkingStepKind Step, int? Index, DateOnly First, DateOnly Last, Fraction Rate, Fraction Credit, Fraction Total, string Label)
{
    /// <summary>Its calendar days.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The key in data: <c>need</c>, <c>change</c>, <c>between</c>, <c>after</c> or <c>reach</c>.</summary>
    public string Key => Step switch
    {
        WorkingStepKind.Need => "need",
        WorkingStepKind.Change => "change",
        WorkingStepKind.Between => "between",
        WorkingStepKind.After => "after",
        _ => "reach",
    };

    /// <summary>The line as a sentence.</summary>
    public string Says => Step switch
    {
        WorkingStepKind.Need when Days == 0 || Credit == Fraction.Zero => $"Nothing changes, so training ends as planned on {Last.Words()}.",
        WorkingStepKind.Need =>
            $"Needed: {First.Words()} to {Last.Words()} is {Days} {DayOrDays(Days)} at {Rate.ToPercentage()}, which is {Credit} {DayOrDays(Credit)} of credit.",
        WorkingStepKind.Reach => $"{Last.Words()} is the first day on which the total, {Total}, is at least the {Credit} needed.",
        _ => $"{First.Words()} to {Last.Words()}, {Label}: {Days} {DayOrDays(Days)} × {Rate.ToPercentage()} = {Credit}; total {Total}.",
    };

    private static string DayOrDays(Fraction days) => days == Fraction.One ? "day" : "days";
}

/// <summary>Something that would bring the completion date forward.</summary>
/// <param name="Key">A stable name, for programs and tests.</param>
/// <param name="Says">One sentence to the doctor.</param>
/// <param name="CompletesOn">The date that it would give; <c>null</c> when that depends on somebody's decision.</param>
/// <param name="Status">How sure we are that it may be done.</param>
/// <param name="Figure">The figure that limits it, as <c>system/key</c>.</param>
/// <param name="SourceId">The source that says so.</param>
public sealed record WayForward(string Key, string Says, DateOnly? CompletesOn, Status Status, string? Figure = null, string? SourceId = null);
