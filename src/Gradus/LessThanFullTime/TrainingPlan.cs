using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>What a doctor tells us about the rest of their training: the planned end, the rate it was worked out at, and what changes.</summary>
public sealed record TrainingPlan : ToolFacts
{
    /// <summary>The most changes one plan may hold.</summary>
    public const int MostChanges = 400;

    /// <summary>The planned last day of training, inside it, as agreed before any of these changes.</summary>
    [Fact("Last day of training as planned", "the last day of training as planned", Example = "2033-08-02",
        Hint = "From your ARCP form or portal, before the change. No date yet? “How much training have I done?” in this room counts one from your posts.")]
    public required DateOnly PlannedEnd { get; init; }

    /// <summary>The share of full time that the planned end assumes, above 0 and at most 1, to four decimal places; it is also what days between changes earn.</summary>
    [Range(0.0001, 1), Fact("That date assumes you work", "the share of full time that the planned end assumes, above 0 and at most 1", Example = "0.8",
        Places = 4, IsShare = true, Hint = "100 if you have been full time.")]
    public required decimal BaselineRate { get; init; }

    /// <summary>The specialty's key, such as <c>emergency-medicine</c>, where the college's own rules matter; <c>null</c> for the general rules.</summary>
    [Fact("Specialty", "a key of lower-case letters, digits and hyphens", Example = "emergency-medicine", Hint = "Only where the rules differ.",
        KeysOf = "less-than-full-time/specialty-rules.specialty", NamedBy = "name", IsOpenSet = true)]
    public string? Specialty { get; init; }

    /// <summary>
    /// The average weekly hours of the full-time rota, by which hours a week become a share of full time where no college counts hours; above 0 and at most 80,
    /// to two decimal places.
    /// </summary>
    [Range(0.01, 80), Fact("Weekly hours of the full-time rota", "average hours a week above 0 and at most 80", Example = "40",
        Hint = "Only if you give hours instead of a percentage.")]
    public decimal? FullTimeWeeklyHours { get; init; }

    /// <summary>The changes, at most 400, in any order; no two share a day.</summary>
    [MaxLength(MostChanges), Fact("Change", "a list of at most 400 changes",
        Hint = "Each stretch that differs from the plan. Leave the last day empty for a change that goes on until you finish.")]
    public IReadOnlyList<PlannedChange> Changes { get => field ?? []; init; }

    /// <summary>The share of full time after the last change, from 0 to 1; needed when that change has an end, and without effect when it has none.</summary>
    [Range(0d, 1d), Fact("After the last change I will work", "the share of full time after the last change, from 0 to 1", Example = "0.8", Places = 4,
        IsShare = true, Hint = "Needed when the last change has a last day.")]
    public decimal? RateAfter { get; init; }
}

/// <summary>One stretch of training that differs from the plan.</summary>
public sealed record PlannedChange
{
    /// <summary>What kind of time it is.</summary>
    [Fact("What", "what kind of time it is", Example = "less-than-full-time")]
    public required ChangeKind Kind { get; init; }

    /// <summary>The first day, inside.</summary>
    [Fact("First day", "the first day of this change", Example = "2027-08-04")]
    public required DateOnly From { get; init; }

    /// <summary>The last day, inside; <c>null</c> means until training ends, and then it is the last change.</summary>
    [Fact("Last day", "the last day of this change, or nothing until you finish", Example = "2028-08-01")]
    public DateOnly? To { get; init; }

    /// <summary>The contracted share of full time, from 0 to 1, to four decimal places; only for less than full time and a phased return.</summary>
    [Range(0d, 1d), Fact("Percent of full time", "a share of full time from 0 to 1", Example = "0.8", Places = 4, IsShare = true,
        ShownWhen = "kind=less-than-full-time,phased-return")]
    public decimal? Rate { get; init; }

    /// <summary>Average hours worked a week, above 0 and at most 80, to two decimal places, instead of a rate where the college counts hours.</summary>
    [Range(0.01, 80), Fact("Hours a week instead", "average hours a week above 0 and at most 80", Example = "32",
        Hint = "With the hours of the full-time rota above; emergency medicine counts hours itself.", ShownWhen = "kind=less-than-full-time,phased-return")]
    public decimal? WeeklyHours { get; init; }

    /// <summary>
    /// Days of an out-of-programme period that count towards training, spread evenly over it; from 0 to its calendar days, to two decimal places. None when
    /// left out.
    /// </summary>
    [Range(0d, 3_652_059d), Fact("Days that count", "a number of days, 0 or more", Example = "365", ShownWhen = "kind=oopr,oopt,oopp")]
    public decimal? CreditedDays { get; init; }

    /// <summary>Its calendar days, first and last inside; <c>null</c> when it has no end.</summary>
    [JsonIgnore]
    public int? Days => To is { } to ? to.DayNumber - From.DayNumber + 1 : null;
}

/// <summary>Kinds of time in training and out of it.</summary>
[JsonConverter(typeof(Keys<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>Training at a share of full time.</summary>
    [Choice("Less than full time")]
    LessThanFullTime,
    /// <summary>Coming back in steps after an absence, at a share of full time.</summary>
    [Choice("Phased return")]
    PhasedReturn,
    /// <summary>Training full time.</summary>
    [Choice("Full time")]
    FullTime,
    /// <summary>Maternity, paternity, adoption or shared parental leave.</summary>
    [Choice("Parental leave")]
    Parental,
    /// <summary>Sick leave.</summary>
    [Choice("Sick leave")]
    Sickness,
    /// <summary>Unpaid and other leave that is neither annual nor study leave.</summary>
    [Choice("Unpaid leave")]
    Unpaid,
    /// <summary>Out of programme: career break.</summary>
    [Choice("Out of programme: career break (OOPC)")]
    Oopc,
    /// <summary>Out of programme: experience.</summary>
    [Choice("Out of programme: experience (OOPE)")]
    Oope,
    /// <summary>Out of programme: research.</summary>
    [Choice("Out of programme: research (OOPR)")]
    Oopr,
    /// <summary>Out of programme: training.</summary>
    [Choice("Out of programme: training (OOPT)")]
    Oopt,
    /// <summary>Out of programme: pause.</summary>
    [Choice("Out of programme: pause (OOPP)")]
    Oopp,
}

/// <summary>What each kind of change may say.</summary>
public static class ChangeKindExtensions
{
    private static readonly Dictionary<ChangeKind, Choice> choices = Choice.Of<ChangeKind>();
    private static readonly Dictionary<ChangeKind, string> names = choices.ToDictionary(choice => choice.Key, choice => Sentences.LowerFirst(choice.Value.Label));

    /// <summary>The key used in facts and answers, such as <c>phased-return</c>.</summary>
    public static string Key(this ChangeKind kind) => choices[kind].Key;

    /// <summary>The name inside a sentence, such as “sick leave”.</summary>
    public static string Name(this ChangeKind kind) => names[kind];

    /// <summary>Whether it is worked at a share of full time, and so needs a rate or weekly hours.</summary>
    public static bool NeedsRate(this ChangeKind kind) => kind is ChangeKind.LessThanFullTime or ChangeKind.PhasedReturn;

    /// <summary>Whether it may have credited days.</summary>
    public static bool MayBeCredited(this ChangeKind kind) => kind is ChangeKind.Oopr or ChangeKind.Oopt or ChangeKind.Oopp;

    /// <summary>Whether its days earn nothing unless credit was agreed.</summary>
    internal static bool EarnsNothing(this ChangeKind kind) =>
        kind is ChangeKind.Parental or ChangeKind.Sickness or ChangeKind.Unpaid or ChangeKind.Oopc or ChangeKind.Oope or ChangeKind.Oopr or ChangeKind.Oopt or ChangeKind.Oopp;

    /// <summary>Whether it counts towards the absence that triggers a review: parental, sick and unpaid leave, not time out of programme.</summary>
    public static bool IsAbsence(this ChangeKind kind) => kind is ChangeKind.Parental or ChangeKind.Sickness or ChangeKind.Unpaid;
}
