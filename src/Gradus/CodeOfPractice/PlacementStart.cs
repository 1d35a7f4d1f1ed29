using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.CodeOfPractice;

/// <summary>What a doctor tells us about a post that is to begin, and what has come.</summary>
public sealed record PlacementStart : ToolFacts
{
    /// <summary>The first day in the post.</summary>
    [Fact("Your first day in the post", "the first day in the post", Example = "2027-08-04")]
    public required DateOnly Start { get; init; }

    /// <summary>The post; a post in training when left out.</summary>
    [Fact("The post", "a role")]
    public TrainingRole? Role { get; init; }

    /// <summary>Whether it is the first post with this recruiter; a rotation when left out.</summary>
    [Fact("It is your first post in the programme", "true for a first post, false for a rotation", Hint = "Then your allocation is owed as well.")]
    public bool? FirstPost { get; init; }

    /// <summary>What has come or been done, and when.</summary>
    [Fact("What has come, or what you have done", "what has come, each with its day"), MaxLength(20)]
    public IReadOnlyList<Arrival> Arrived { get => field ?? []; init; }

    /// <summary>Whether fewer (or more) hours are asked for from the first day.</summary>
    [Fact("You change your hours from that day", "true or false", Hint = "Less than full time: the form is yours to send.")]
    public bool? FewerHours { get; init; }

    /// <summary>The day on which the employer asked for information; <c>null</c> when it has not.</summary>
    [Fact("The employer asked you for something on", "the day of the employer’s question", Example = "2027-06-01")]
    public DateOnly? AskedOn { get; init; }

    /// <summary>Whether the last post has nights up to the day before.</summary>
    [Fact("Your last post has nights up to the day before", "true or false")]
    public bool? Nights { get; init; }

    /// <summary>The day of the first chasing letter; <c>null</c> when none was sent.</summary>
    [Fact("You first chased on", "the day of your first letter", Example = "2027-06-10")]
    public DateOnly? ChasedOn { get; init; }

    /// <summary>The day of the formal letter; <c>null</c> when none was sent.</summary>
    [Fact("You wrote formally on", "the day of your formal letter", Example = "2027-06-18")]
    public DateOnly? WroteFormallyOn { get; init; }
}

/// <summary>Something that has come, or that the doctor has done.</summary>
public sealed record Arrival
{
    /// <summary>What, by its key in the tracker.</summary>
    [Fact("What", "a step of the tracker", Example = "work-schedule", KeysOf = "code-of-practice/deadlines.key", NamedBy = "name")]
    public required string Key { get; init; }

    /// <summary>The day.</summary>
    [Fact("Came or done on", "the day", Example = "2027-06-09")]
    public required DateOnly On { get; init; }
}

/// <summary>The figures and tables that the tracker reads.</summary>
public sealed record PlacementFigures
{
    /// <summary>Weeks before the start for the placement notice.</summary>
    public required Figure PlacementNotice { get; init; }

    /// <summary>Weeks before the start for the work schedule.</summary>
    public required Figure WorkScheduleNotice { get; init; }

    /// <summary>Weeks before the start for the rota.</summary>
    public required Figure RotaNotice { get; init; }

    /// <summary>Working days for the doctor's own answers.</summary>
    public required Figure AnswerTime { get; init; }

    /// <summary>Working days that a chasing letter gives.</summary>
    public required Figure ChaseReply { get; init; }

    /// <summary>What lateness pays.</summary>
    public required Figure LateCompensation { get; init; }

    /// <summary>Placement notices in time, nationally.</summary>
    public required Figure PlacementCompliance { get; init; }

    /// <summary>Work schedules in time, nationally.</summary>
    public required Figure WorkScheduleCompliance { get; init; }

    /// <summary>Rotas in time, nationally.</summary>
    public required Figure RotaCompliance { get; init; }

    /// <summary>What is owed, by whom, by when.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Whom the code covers.</summary>
    public required IReadOnlyList<CoveredRole> Cover { get; init; }

    /// <summary>What a letter names as the rule.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>To whom to write, in order.</summary>
    public required IReadOnlyList<EscalationStep> Escalation { get; init; }

    /// <summary>Bank holidays.</summary>
    public required WorkingDayFigures WorkingDays { get; init; }
}

/// <summary>When the tracker lists a step.</summary>
[JsonConverter(typeof(Keys<DeadlineApplies>))]
public enum DeadlineApplies
{
    /// <summary>For every post.</summary>
    Always,
    /// <summary>For a first post only.</summary>
    FirstPost,
    /// <summary>Where hours change.</summary>
    FewerHours,
    /// <summary>While the work schedule has not come.</summary>
    NoSchedule,
    /// <summary>Where the employer has asked for something, or may.</summary>
    Asked,
    /// <summary>Where nights run up to the first day.</summary>
    Nights,
    /// <summary>Not in the tracker: it belongs to the application, or no doctor sees it.</summary>
    Elsewhere,
}

/// <summary>What passing its day means for a step.</summary>
[JsonConverter(typeof(Keys<DeadlineBinding>))]
public enum DeadlineBinding
{
    /// <summary>Late after the day.</summary>
    By,
    /// <summary>Open from the first day to the last; late after the last.</summary>
    Between,
    /// <summary>May begin on the day; never late.</summary>
    From,
}

/// <summary>A step of the code; a row of <c>code-of-practice/deadlines</c>.</summary>
public sealed record Deadline : TableRow
{
    /// <summary>Its key in the tracker; <c>null</c> where it is not tracked.</summary>
    public string? Key { get; init; }
    /// <summary>Its short name; <c>null</c> where it is not tracked.</summary>
    public string? Name { get; init; }
    /// <summary>When the tracker lists it.</summary>
    public required DeadlineApplies Applies { get; init; }
    /// <summary>What passing its day means.</summary>
    public required DeadlineBinding Binding { get; init; }
    /// <summary>What is owed.</summary>
    public required string Item { get; init; }
    /// <summary>By whom.</summary>
    public required string OwedBy { get; init; }
    /// <summary>To whom.</summary>
    public required string OwedTo { get; init; }
    /// <summary>Days from the start, a minus before it; <c>null</c> where another date decides.</summary>
    public int? Days { get; init; }
    /// <summary>The last of several days.</summary>
    public int? DaysUntil { get; init; }
    /// <summary>By when, in words.</summary>
    public required string When { get; init; }
}

/// <summary>Whether the code covers a role; a row of <c>code-of-practice/cover</c>.</summary>
public sealed record CoveredRole : TableRow
{
    /// <summary>The role.</summary>
    public required TrainingRole Role { get; init; }
    /// <summary>Whether it does.</summary>
    public required bool Covered { get; init; }
}

/// <summary>The rule as a letter names it; a row of <c>code-of-practice/clauses</c>.</summary>
public sealed record Clause : TableRow
{
    /// <summary>What is late: <c>information</c> or <c>exception-login</c>.</summary>
    public required string Key { get; init; }
    /// <summary>The words, after “under”.</summary>
    public required string Words { get; init; }
}

/// <summary>To whom to write next; a row of <c>code-of-practice/escalation</c>.</summary>
public sealed record EscalationStep : TableRow
{
    /// <summary>Who is late, or <c>any</c>.</summary>
    public required string OwedBy { get; init; }
    /// <summary>The order.</summary>
    public required int Step { get; init; }
    /// <summary>To whom.</summary>
    public required string Whom { get; init; }
    /// <summary>What for.</summary>
    public required string Says { get; init; }
}
