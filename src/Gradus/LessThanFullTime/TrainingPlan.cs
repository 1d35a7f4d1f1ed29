using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>What a doctor tells us about the rest of their training: the planned end, the rate it was worked out at, and what changes.</summary>
public sealed record TrainingPlan
{
    /// <summary>The most changes one plan may hold.</summary>
    public const int MostChanges = 400;

    /// <summary>The planned last day of training, inside it, as agreed before any of these changes.</summary>
    [JsonPropertyName("plannedEnd")]
    public required DateOnly PlannedEnd { get; init; }

    /// <summary>The share of full time that the planned end assumes, above 0 and at most 1, to four decimal places; it is also what days between changes earn.</summary>
    [JsonPropertyName("baselineRate"), Range(0.0001, 1)]
    public required decimal BaselineRate { get; init; }

    /// <summary>The specialty's key, such as <c>emergency-medicine</c>, where the college's own rules matter; <c>null</c> for the general rules.</summary>
    [JsonPropertyName("specialty")]
    public string? Specialty { get; init; }

    /// <summary>The changes, at most 400, in any order; no two share a day.</summary>
    [JsonPropertyName("changes"), MaxLength(MostChanges)]
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    /// <summary>The share of full time after the last change, from 0 to 1; needed when that change has an end, and without effect when it has none.</summary>
    [JsonPropertyName("rateAfter"), Range(0, 1)]
    public decimal? RateAfter { get; init; }

    /// <summary>The date asked about; it decides what is known, not what a day earns. <c>null</c> leaves it to whoever asks.</summary>
    [JsonPropertyName("on")]
    public DateOnly? On { get; init; }

    /// <summary>The nation whose rules are asked about; <c>null</c> leaves it to whoever asks.</summary>
    [JsonPropertyName("nation")]
    public Nation? Nation { get; init; }
}

/// <summary>One stretch of training that differs from the plan.</summary>
public sealed record PlannedChange
{
    /// <summary>What kind of time it is.</summary>
    [JsonPropertyName("kind")]
    public required ChangeKind Kind { get; init; }

    /// <summary>The first day, inside.</summary>
    [JsonPropertyName("from")]
    public required DateOnly From { get; init; }

    /// <summary>The last day, inside; <c>null</c> means until training ends, and then it is the last change.</summary>
    [JsonPropertyName("to")]
    public DateOnly? To { get; init; }

    /// <summary>The contracted share of full time, from 0 to 1, to four decimal places; only for less than full time and a phased return.</summary>
    [JsonPropertyName("rate"), Range(0, 1)]
    public decimal? Rate { get; init; }

    /// <summary>Average hours worked a week, above 0 and at most 80, to two decimal places, instead of a rate where the college counts hours.</summary>
    [JsonPropertyName("weeklyHours"), Range(0.01, 80)]
    public decimal? WeeklyHours { get; init; }

    /// <summary>Days of an out-of-programme period that count towards training, spread evenly over it; from 0 to its calendar days, to two decimal places. None when left out.</summary>
    [JsonPropertyName("creditedDays"), Range(0, 3_652_059)]
    public decimal? CreditedDays { get; init; }

    /// <summary>Its calendar days, first and last inside; <c>null</c> when it has no end.</summary>
    [JsonIgnore]
    public int? Days => To is { } to ? to.DayNumber - From.DayNumber + 1 : null;
}

/// <summary>Kinds of time in training and out of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>Training at a share of full time.</summary>
    [JsonStringEnumMemberName("less-than-full-time")]
    LessThanFullTime,
    /// <summary>Coming back in steps after an absence, at a share of full time.</summary>
    [JsonStringEnumMemberName("phased-return")]
    PhasedReturn,
    /// <summary>Training full time.</summary>
    [JsonStringEnumMemberName("full-time")]
    FullTime,
    /// <summary>Maternity, paternity, adoption or shared parental leave.</summary>
    [JsonStringEnumMemberName("parental")]
    Parental,
    /// <summary>Sick leave.</summary>
    [JsonStringEnumMemberName("sickness")]
    Sickness,
    /// <summary>Unpaid and other leave that is neither annual nor study leave.</summary>
    [JsonStringEnumMemberName("unpaid")]
    Unpaid,
    /// <summary>Out of programme: career break.</summary>
    [JsonStringEnumMemberName("oopc")]
    Oopc,
    /// <summary>Out of programme: experience.</summary>
    [JsonStringEnumMemberName("oope")]
    Oope,
    /// <summary>Out of programme: research.</summary>
    [JsonStringEnumMemberName("oopr")]
    Oopr,
    /// <summary>Out of programme: training.</summary>
    [JsonStringEnumMemberName("oopt")]
    Oopt,
    /// <summary>Out of programme: pause.</summary>
    [JsonStringEnumMemberName("oopp")]
    Oopp,
}

/// <summary>How kinds of change are written, and what each may say.</summary>
public static class ChangeKindExtensions
{
    private static readonly string[] keys =
        ["less-than-full-time", "phased-return", "full-time", "parental", "sickness", "unpaid", "oopc", "oope", "oopr", "oopt", "oopp"];

    private static readonly string[] names =
    [
        "less than full time", "phased return", "full time", "parental leave", "sick leave", "unpaid leave",
        "out of programme: career break (OOPC)", "out of programme: experience (OOPE)", "out of programme: research (OOPR)",
        "out of programme: training (OOPT)", "out of programme: pause (OOPP)",
    ];

    /// <summary>Every kind, in the order in which lists show them.</summary>
    public static IReadOnlyList<ChangeKind> All { get; } = Enum.GetValues<ChangeKind>();

    /// <summary>The key used in facts and answers, such as <c>phased-return</c>.</summary>
    public static string Key(this ChangeKind kind) => keys[(int)kind];

    /// <summary>The name inside a sentence, such as “sick leave”.</summary>
    public static string Name(this ChangeKind kind) => names[(int)kind];

    /// <summary>Reads a key; <c>null</c> when it is none of them.</summary>
    public static ChangeKind? Parse(string? key) => Array.IndexOf(keys, key) is >= 0 and var index ? (ChangeKind)index : null;

    /// <summary>Whether it is worked at a share of full time, and so needs a rate or weekly hours.</summary>
    public static bool NeedsRate(this ChangeKind kind) => kind is ChangeKind.LessThanFullTime or ChangeKind.PhasedReturn;

    /// <summary>Whether it may have credited days.</summary>
    public static bool MayBeCredited(this ChangeKind kind) => kind is ChangeKind.Oopr or ChangeKind.Oopt or ChangeKind.Oopp;

    /// <summary>Whether it counts towards the absence that triggers a review: parental, sick and unpaid leave, not time out of programme.</summary>
    public static bool IsAbsence(this ChangeKind kind) => kind is ChangeKind.Parental or ChangeKind.Sickness or ChangeKind.Unpaid;
}
