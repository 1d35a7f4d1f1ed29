using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>When training finishes on a plan, and why. Indicative: an ARCP panel sets the date.</summary>
public sealed record CompletionDate : ToolAnswer
{
    /// <summary>
    /// The last day of training with every missed day made up, inside: the first day on which the credit earned is at least the credit needed. <c>null</c> with
    /// a reason when there is none.
    /// </summary>
    public required DateOnly? CompletesOn { get; init; }

    /// <summary>
    /// The same if the panel forgives absence up to the review threshold. Absence is counted in years that begin on the first day of absence outside the year before;
    /// in each, the earliest days of absence up to the threshold earn the rate held before the absence. Equal to <see cref="CompletesOn"/> when there is no absence.
    /// </summary>
    public required DateOnly? CompletesOnIfAbsenceForgiven { get; init; }

    /// <summary>The planned last day, as it was told.</summary>
    public required DateOnly PlannedEnd { get; init; }

    /// <summary><see cref="CompletesOn"/> less the planned end, in days: above zero when later, below when earlier.</summary>
    public required int? DaysAdded { get; init; }

    /// <summary>
    /// What adding each block's lost days to the planned end gives, as a college spreadsheet does; <c>null</c> when a rate is unknown or the date lies outside
    /// the calendar.
    /// </summary>
    public required DateOnly? BlockModelCompletesOn { get; init; }

    /// <summary>What each change adds, by date, and last what the rate after them adds; the days sum to <see cref="DaysAdded"/>.</summary>
    public required IReadOnlyList<ChangeEffect> PerChange { get; init; }

    /// <summary>The sum, step by step, for checking by hand.</summary>
    public new required IReadOnlyList<WorkingStep> Working
    {
        get => (IReadOnlyList<WorkingStep>)base.Working;
        init => base.Working = value;
    }

    /// <summary>What would bring the date forward, where something would.</summary>
    public required IReadOnlyList<WayForward> BringForward { get; init; }

    /// <summary>The credit needed from the first change on: baseline rate × days from then to the planned end, both inside; zero when nothing changes.</summary>
    [JsonIgnore]
    public Fraction Need { get; init; }

    /// <summary>The plan that was asked about.</summary>
    [JsonIgnore]
    public TrainingPlan Plan { get; init; } = null!;

    /// <inheritdoc/>
    public override IEnumerable<AnswerTable> Sheets() =>
    [
        new AnswerTable(
            "working",
            "The sum, step by step",
            [new("step", "Step"), new("change", "Change"), new("from", "First day"), new("to", "Last day"), new("days", "Days"), new("rate", "Rate"),
                new("credit", "Credit, exact"), new("total", "Total, exact")],
            [.. Working.Select(step => (IReadOnlyList<AnswerCell>)[step.Label, step.Index + 1, step.From, step.To, step.Days, step.Rate,
                step.Earned.ToString(), step.Total.ToString()])]),
    ];

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        var more = new List<string>();
        if (CompletesOnIfAbsenceForgiven is { } forgiven && forgiven != CompletesOn)
        {
            more.Add($"If your ARCP panel forgives the absence it may: {forgiven.Words()}.");
        }

        if (BlockModelCompletesOn is { } block && block != CompletesOn)
        {
            more.Add($"A college spreadsheet may say {block.Words()}.");
        }

        if (more.Count > 0)
        {
            yield return new TextPart("Other dates you may see", more);
        }

        yield return new ListPart("Days added", [.. PerChange.Where(effect => effect.DaysAdded is not null).Select(effect => $"{effect.Name}: {effect.DaysAdded}")]);
        if (BringForward.Count > 0)
        {
            yield return new ListPart("What would bring it forward", [.. BringForward.Select(way => way.Says)]);
        }
    }
}

/// <summary>
/// What one change adds to the completion date. Changes are put into the plan one after another in order of date, and after the last one put in every day earns the baseline rate;
/// a change's share is the move of the completion date when it is put in. The last row puts the rate after the last change in place of the baseline. So the
/// shares sum exactly to the whole.
/// </summary>
/// <param name="Index">The change's place in the facts, the first being 0; <c>null</c> for the last row.</param>
/// <param name="Kind">The kind of change; <c>null</c> for the last row.</param>
/// <param name="From">The first day, inside; <c>null</c> when the last row has no days.</param>
/// <param name="To">The last day as the facts have it, inside, <c>null</c> meaning until the end; in the last row the completion date.</param>
/// <param name="DaysAdded">Days added to the completion date, below zero when it brings the date forward; <c>null</c> when there is no completion date to compare.</param>
public sealed record ChangeEffect(int? Index, [property: JsonIgnore] ChangeKind? Kind, DateOnly? From, DateOnly? To, int? DaysAdded)
{
    /// <summary>The kind's key, or <c>rate-after</c>.</summary>
    [JsonPropertyName("kind")]
    public string Key => Kind?.Key() ?? RateAfter;

    /// <summary>What it is, in a line.</summary>
    [JsonIgnore]
    public string Name => Index is { } index ? $"change {index + 1}, {Kind!.Value.Name()}" : "the rate after the last change";

    /// <summary>The key of the last row.</summary>
    public const string RateAfter = "rate-after";
}

/// <summary>What a step of the working does.</summary>
[JsonConverter(typeof(Keys<WorkingStepKind>))]
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
/// <param name="From">The first day, inside.</param>
/// <param name="To">The last day, inside.</param>
/// <param name="Each">Days of credit a day.</param>
/// <param name="Earned">Credit of this step, or the credit needed.</param>
/// <param name="Total">Credit earned up to and on the last day; in the first line zero.</param>
/// <param name="Label">What the days are, inside a sentence.</param>
public sealed record WorkingStep(
    WorkingStepKind Step,
    int? Index,
    DateOnly From,
    DateOnly To,
    [property: JsonIgnore] Fraction Each,
    [property: JsonIgnore] Fraction Earned,
    Fraction Total,
    [property: JsonIgnore] string Label) : WorkingLine(Words(Step, From, To, Each, Earned, Total, Label))
{
    /// <summary>Its calendar days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Days of credit a day, to six places; left out where the need is reached.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Rate => Step == WorkingStepKind.Reach ? null : Math.Round((decimal)Each.Numerator / Each.Denominator, 6, MidpointRounding.AwayFromZero);

    /// <summary>The same exactly, such as <c>4/5</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fraction? RateExact => Step == WorkingStepKind.Reach ? null : Each;

    /// <summary>The credit that is needed; only where the step states or reaches it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fraction? Needed => Step is WorkingStepKind.Need or WorkingStepKind.Reach ? Earned : null;

    /// <summary>The credit of the step; only where it earns any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fraction? Credit => Step is WorkingStepKind.Need or WorkingStepKind.Reach ? null : Earned;

    private static string Words(WorkingStepKind step, DateOnly from, DateOnly to, Fraction each, Fraction earned, Fraction total, string label)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        return step switch
        {
            WorkingStepKind.Need when days == 0 || earned == Fraction.Zero => $"Nothing changes, so training ends as planned on {to.Words()}.",
            WorkingStepKind.Need => $"Needed: {from.Words()} to {to.Words()} is {days} {DayOrDays(days)} at {each.ToPercentage()}, which is {earned} {DayOrDays(earned)} of credit.",
            WorkingStepKind.Reach => $"{to.Words()} is the first day on which the total, {total}, is at least the {earned} needed.",
            _ => $"{from.Words()} to {to.Words()}, {label}: {days} {DayOrDays(days)} × {each.ToPercentage()} = {earned}; total {total}.",
        };
    }

    private static string DayOrDays(Fraction days) => days == Fraction.One ? "day" : "days";
}

/// <summary>Something that would bring the completion date forward.</summary>
/// <param name="Key">A stable name, for programs and tests.</param>
/// <param name="Says">One sentence to the doctor.</param>
/// <param name="CompletesOn">The date that it would give; <c>null</c> when that depends on somebody's decision.</param>
/// <param name="Status">How sure we are that it may be done.</param>
/// <param name="Figure">The figure that limits it, as <c>system/key</c>.</param>
/// <param name="SourceId">The source that says so.</param>
public sealed record WayForward(
    string Key,
    string Says,
    DateOnly? CompletesOn,
    Status Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Figure = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("source")] string? SourceId = null);
