using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>What a doctor tells us so that the conditions of applying can be checked.</summary>
public sealed record EligibilityFacts : ToolFacts
{
    /// <summary>The specialty.</summary>
    [Fact("The specialty", "a specialty", Example = "internal-medicine", KeysOf = "specialty-applications/selection.programme", NamedBy = "specialty")]
    public required string Specialty { get; init; }

    /// <summary>The day on which the post starts.</summary>
    [Fact("The day the post starts", "a day as year, month and day", Example = "2027-08-04", Hint = "As the advert has it.")]
    public required DateOnly Starts { get; init; }

    /// <summary>The day on which the application goes in; left out, the date asked about.</summary>
    [Fact("The day you apply", "a day as year, month and day", Example = "2026-11-10")]
    public DateOnly? Applies { get; init; }

    /// <summary>Whether full registration with the GMC is held on the day of applying.</summary>
    [Fact("Do you hold full GMC registration on the day you apply?", "true or false")]
    public bool? FullRegistration { get; init; }

    /// <summary>Months worked as a doctor before full registration, by the start.</summary>
    [Fact("Months worked as a doctor before full registration", "months from 0 to 600", Unit = "months",
        Hint = "F1 or an internship, in any country."), Range(typeof(decimal), "0", "600")]
    public decimal? MonthsBefore { get; init; }

    /// <summary>Months worked as a doctor after full registration, by the start.</summary>
    [Fact("Months worked after full registration, by the start", "months from 0 to 600", Unit = "months"), Range(typeof(decimal), "0", "600")]
    public decimal? MonthsAfter { get; init; }

    /// <summary>Months in the specialty, outside foundation.</summary>
    [Fact("Months you have worked in this specialty, outside foundation", "months from 0 to 600", Unit = "months"), Range(typeof(decimal), "0", "600")]
    public decimal? MonthsInSpecialty { get; init; }

    /// <summary>How foundation competence is shown.</summary>
    [Fact("How you show foundation competence", "one of the routes")]
    public FoundationProof? Proof { get; init; }

    /// <summary>The day on which foundation competence was gained: the date of the certificate.</summary>
    [Fact("The date on the certificate", "a day as year, month and day", Example = "2025-08-05", OnlyWhen = "proof=completed,crest")]
    public DateOnly? ProofDated { get; init; }

    /// <summary>Months that the person who signs the CREST worked with the doctor, whole-time equivalent, without a break.</summary>
    [Fact("Months the person who signs your CREST worked with you", "months from 0 to 120", Unit = "months", OnlyWhen = "proof=crest"), Range(typeof(decimal), "0", "120")]
    public decimal? CrestMonths { get; init; }

    /// <summary>Whether a UK foundation programme or a stand-alone F2 was begun and not completed.</summary>
    [Fact("Did you begin a UK foundation programme or F2 post and not complete it?", "true or false")]
    public bool? FoundationUnfinished { get; init; }

    /// <summary>How many applications go in in the round, this one included.</summary>
    [Fact("Your applications in this round, this one included", "a whole number from 1 to 100"), Range(1, 100)]
    public int? Applications { get; init; }

    /// <summary>Whether a post in the same specialty was resigned or lost before.</summary>
    [Fact("Did you resign or were you removed from this specialty before?", "true or false")]
    public bool? ResignedBefore { get; init; }
}

/// <summary>How foundation competence is shown.</summary>
[JsonConverter(typeof(Keys<FoundationProof>))]
public enum FoundationProof
{
    /// <summary>On the UK foundation programme now.</summary>
    [Choice("On the UK foundation programme now")] OnProgramme,
    /// <summary>A foundation programme certificate (FPCC).</summary>
    [Choice("A foundation programme certificate of completion (FPCC)")] Completed,
    /// <summary>In a UK training post with a training number.</summary>
    [Choice("In a UK core, specialty or LAT post with a training number")] InTraining,
    /// <summary>A certificate of readiness to enter specialty training.</summary>
    [Choice("A CREST")] Crest,
    /// <summary>The arrangement for refugee doctors.</summary>
    [Choice("The arrangement for refugee doctors")] Refugee,
    /// <summary>None of them.</summary>
    [Choice("None of these")] None,
}

/// <summary>The figures of eligibility.</summary>
public sealed record EligibilityFigures
{
    /// <summary>How far back foundation competence may go, in months.</summary>
    public required Figure FoundationWindow { get; init; }

    /// <summary>The months of experience that internal medicine wants.</summary>
    public required Figure Experience { get; init; }

    /// <summary>The months that the person who signs a CREST must have worked with the doctor.</summary>
    public required Figure CrestMonths { get; init; }

    /// <summary>The most applications in Round 1.</summary>
    public required Figure ApplicationsCap { get; init; }

    /// <summary>The overall IELTS score that person specifications list, for a doctor whose registration does not cover it.</summary>
    public required Figure EnglishIelts { get; init; }

    /// <summary>The IELTS score that they list for each part.</summary>
    public required Figure EnglishIeltsPart { get; init; }

    /// <summary>The stages of the rounds; among them the last day to apply.</summary>
    public required IReadOnlyList<RecruitmentStage> Rounds { get; init; }

    /// <summary>How each specialty selects, with the most experience allowed.</summary>
    public required IReadOnlyList<SelectionRow> Selection { get; init; }
}

/// <summary>Whether a doctor may apply, condition by condition.</summary>
public sealed record Eligibility : ToolAnswer
{
    /// <summary>The conditions.</summary>
    public required IReadOnlyList<EligibilityCondition> Conditions { get; init; }

    /// <summary>The earliest day of foundation competence that counts; <c>null</c> when it is not known.</summary>
    public required DateOnly? WindowFrom { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new TablePart(new AnswerTable("conditions", "The conditions", [new("what", "Condition"), new("met", "Met"), new("says", "Why"), new("status", "How sure")],
            [.. Conditions.Select(condition => (IReadOnlyList<AnswerCell>)[condition.What,
                condition.Met switch { ConditionMet.Yes => "yes", ConditionMet.No => "no", ConditionMet.NotSaid => "you did not say",
                    _ when condition.Status == Status.NotFound => "we have not found this", _ => "nobody has published this" },
                condition.Says, condition.Status])]));
    }
}

/// <summary>A condition.</summary>
/// <param name="Key">Its key.</param>
/// <param name="What">What it asks for.</param>
/// <param name="Met">Whether it is met.</param>
/// <param name="Says">Why.</param>
/// <param name="Status">How sure we are.</param>
public sealed record EligibilityCondition(string Key, string What, ConditionMet Met, string Says, Status Status);

/// <summary>Whether a condition is met.</summary>
[JsonConverter(typeof(Keys<ConditionMet>))]
public enum ConditionMet
{
    /// <summary>Met.</summary>
    Yes,
    /// <summary>Not met.</summary>
    No,
    /// <summary>The doctor did not say.</summary>
    NotSaid,
    /// <summary>No published rule decides it.</summary>
    Unknown,
}
