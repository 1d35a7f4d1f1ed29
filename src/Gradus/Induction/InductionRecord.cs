using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Induction;

/// <summary>What a doctor tells us about a placement and its induction so far.</summary>
public sealed record InductionRecord : ToolFacts
{
    /// <summary>The first day in the placement.</summary>
    [Fact("Your first day in the placement", "the first day in the placement", Example = "2027-08-04")]
    public required DateOnly Start { get; init; }

    /// <summary>The post; a post in training when left out.</summary>
    [Fact("The post", "a role")]
    public TrainingRole? Role { get; init; }

    /// <summary>Whether new to the NHS.</summary>
    [Fact("You are new to the NHS", "true or false")]
    public bool? NewToNhs { get; init; }

    /// <summary>What has been done.</summary>
    [Fact("Done", "what has been done", Example = "badge", KeysOf = "induction/checklist.key", NamedBy = "name"), MaxLength(40)]
    public IReadOnlyList<string> Done { get => field ?? []; init; }

    /// <summary>What has been asked for and has not come.</summary>
    [Fact("Asked for", "what has been asked for", Example = "it-login", KeysOf = "induction/checklist.key", NamedBy = "name"), MaxLength(40)]
    public IReadOnlyList<string> Asked { get => field ?? []; init; }

    /// <summary>What is not needed here.</summary>
    [Fact("Not needed here", "what is not needed", Example = "parking", KeysOf = "induction/checklist.key", NamedBy = "name"), MaxLength(40)]
    public IReadOnlyList<string> NotNeeded { get => field ?? []; init; }

    /// <summary>Induction done outside working hours, at home or elsewhere.</summary>
    [Fact("Induction outside your hours", "each stretch with its day and hours", Hint = "Online and homework modules count."), MaxLength(100)]
    public IReadOnlyList<OutsideHours> Outside { get => field ?? []; init; }

    /// <summary>Hours of them that were paid or given back.</summary>
    [Fact("Hours of those paid or given back", "hours, from 0 to 1000", Example = "2", Unit = "hours"), Range(typeof(decimal), "0", "1000")]
    public decimal? Settled { get; init; }

    /// <summary>Modules done, here or with an earlier employer: the training passport.</summary>
    [Fact("Your modules", "modules with day and provider", Hint = "Here or with an earlier employer."), MaxLength(60)]
    public IReadOnlyList<TrainingModule> Modules { get => field ?? []; init; }
}

/// <summary>Induction done outside working hours on a day.</summary>
public sealed record OutsideHours
{
    /// <summary>The day.</summary>
    [Fact("Day", "the day", Example = "2027-08-01")]
    public required DateOnly On { get; init; }

    /// <summary>The hours.</summary>
    [Fact("Hours", "hours, above 0 and at most 24", Example = "1.5", Unit = "hours"), Range(typeof(decimal), "0.01", "24")]
    public required decimal Hours { get; init; }

    /// <summary>What was done.</summary>
    [Fact("What", "what was done", Example = "Fire safety, online"), MaxLength(200)]
    public string? What { get; init; }
}

/// <summary>A module that was done.</summary>
public sealed record TrainingModule
{
    /// <summary>Which: one of the checklist, or another by its own name.</summary>
    [Fact("Module", "a module", Example = "fire-safety", KeysOf = "induction/checklist.key", NamedBy = "name", IsOpenSet = true), MaxLength(100)]
    public required string Key { get; init; }

    /// <summary>The day on which it was done.</summary>
    [Fact("Done on", "the day", Example = "2026-08-05")]
    public required DateOnly On { get; init; }

    /// <summary>With whom.</summary>
    [Fact("Provider", "who provided it", Example = "Invented Hospital Trust"), MaxLength(200)]
    public string? Provider { get; init; }

    /// <summary>The last day on which the certificate holds, where it prints one.</summary>
    [Fact("Expires on", "the day printed on the certificate", Example = "2029-08-05", Hint = "Only what the certificate says.")]
    public DateOnly? Expires { get; init; }

    /// <summary>The name of the certificate's file.</summary>
    [Fact("Certificate file", "a file name", Example = "fire-safety.pdf"), MaxLength(200)]
    public string? Certificate { get; init; }
}

/// <summary>The figures and tables that the checklist reads.</summary>
public sealed record InductionFigures
{
    /// <summary>How often a module must be done again.</summary>
    public required Figure TrainingRefresh { get; init; }

    /// <summary>Weeks before the start for the work schedule.</summary>
    [FromRoom("code-of-practice")]
    public required Figure WorkScheduleNotice { get; init; }

    /// <summary>Days after the start for the exception-reporting login.</summary>
    [FromRoom("code-of-practice")]
    public required Figure ExceptionLogin { get; init; }

    /// <summary>The things of an induction.</summary>
    public required IReadOnlyList<ChecklistRow> Checklist { get; init; }

    /// <summary>What employers have undertaken.</summary>
    public required IReadOnlyList<Undertaking> Undertakings { get; init; }
}

/// <summary>Who runs a part of an induction.</summary>
[JsonConverter(typeof(Keys<InductionLayer>))]
public enum InductionLayer
{
    /// <summary>The trust or board.</summary>
    Trust,
    /// <summary>The department.</summary>
    Department,
    /// <summary>The mandatory training team.</summary>
    Mandatory,
}

/// <summary>For whom a part of an induction is.</summary>
[JsonConverter(typeof(Keys<InductionAudience>))]
public enum InductionAudience
{
    /// <summary>Everybody.</summary>
    All,
    /// <summary>Doctors new to the NHS.</summary>
    NewToNhs,
    /// <summary>Doctors who have worked in the NHS before, and all who do not say.</summary>
    NotNewToNhs,
    /// <summary>Foundation doctors.</summary>
    Foundation,
    /// <summary>Doctors in training.</summary>
    Training,
}

/// <summary>A thing of an induction; a row of <c>induction/checklist</c>.</summary>
public sealed record ChecklistRow : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>Who runs it.</summary>
    public required InductionLayer Layer { get; init; }
    /// <summary>What it is.</summary>
    public required string Name { get; init; }
    /// <summary>Which of the GMC's five points it is; <c>null</c> where none.</summary>
    public int? Gmc { get; init; }
    /// <summary>Days from the start by which to have it.</summary>
    public required int Days { get; init; }
    /// <summary>For whom it is.</summary>
    public required InductionAudience Whom { get; init; }
    /// <summary>Whether it is for the doctor to do, and no gap in what the employer gives.</summary>
    public required bool Mine { get; init; }
}

/// <summary>What an employer has undertaken or must do; a row of <c>induction/undertakings</c>.</summary>
public sealed record Undertaking : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>The rule.</summary>
    public required string Says { get; init; }
    /// <summary>Whom to ask, where no rule was found.</summary>
    public string? Ask { get; init; }
}
