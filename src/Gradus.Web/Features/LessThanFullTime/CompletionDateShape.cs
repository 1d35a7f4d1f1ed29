
namespace Gradus.Web.Features.LessThanFullTime;

/// <summary>The completion date as the API answers it; the shape for the contract, held to the real answer by a test.</summary>
/// <param name="CompletesOn">The last day of training when everything is made up; null when there is none, and then a reason says why.</param>
/// <param name="CompletesOnIfAbsenceForgiven">The last day if the ARCP panel forgives as much absence as it may; null when that cannot be said.</param>
/// <param name="PlannedEnd">The last day of training as planned.</param>
/// <param name="DaysAdded">completesOn minus plannedEnd in days; below zero when it is sooner.</param>
/// <param name="BlockModelCompletesOn">What a spreadsheet gives that adds each bounded block's lost days to the planned end.</param>
/// <param name="Verdict">yes, no or unknown.</param>
/// <param name="Status">How sure we are: sure, verify, unpublished, not-found, computed or editorial.</param>
/// <param name="PerChange">Days added by each change, with a last row for the rate after the last change; they sum to daysAdded.</param>
/// <param name="Working">The sum, step by step.</param>
/// <param name="BringForward">What would bring the date forward.</param>
/// <param name="Reasons">Why, and where that is written.</param>
/// <param name="Milestones">The dates that follow.</param>
/// <param name="On">The date asked about.</param>
/// <param name="Nation">The nation whose rules answered.</param>
/// <param name="RulesEdition">The edition of the content that answered.</param>
public sealed record CompletionDateShape(
    DateOnly? CompletesOn,
    DateOnly? CompletesOnIfAbsenceForgiven,
    DateOnly PlannedEnd,
    int? DaysAdded,
    DateOnly? BlockModelCompletesOn,
    string Verdict,
    string Status,
    IReadOnlyList<ChangeEffectShape> PerChange,
    IReadOnlyList<WorkingStepShape> Working,
    IReadOnlyList<WayForwardShape> BringForward,
    IReadOnlyList<ReasonShape> Reasons,
    IReadOnlyList<MilestoneShape> Milestones,
    DateOnly On,
    string Nation,
    string? RulesEdition);

/// <summary>Days added by one change; the last row is the rate after the last change.</summary>
public sealed record ChangeEffectShape(int? Index, string Kind, DateOnly? From, DateOnly? To, int? DaysAdded);

/// <summary>A step of the sum. Exact numbers are text, such as 292 4/5.</summary>
public sealed record WorkingStepShape(string Step, int? Index, DateOnly From, DateOnly To, int Days, decimal? Rate, string? RateExact, string? Needed, string? Credit, string Total, string Says);

/// <summary>Something that would bring the date forward.</summary>
public sealed record WayForwardShape(string Key, string Says, DateOnly? CompletesOn, string Status, string? Figure, string? Source);

/// <summary>A reason, and where it is written.</summary>
public sealed record ReasonShape(string Key, string Says, string Status, string? Figure, string? Source, string? At, string? Ask);

/// <summary>A date that follows; first and last are the same for a single day.</summary>
public sealed record MilestoneShape(string Id, DateOnly First, DateOnly Last, string What, string System, IReadOnlyList<string> Nations, string Status, string? Source, string? At, string? Note);
