using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Rules;

/// <summary>What a doctor tells us so that the Medical Training (Prioritisation) Act 2026 can be read for them, in the foundation programme or in specialty training.</summary>
public sealed record PriorityApplicant : ToolFacts
{
    /// <summary>The year of the round: UKFP 2027 and Round 1 of 2027 lead to posts from August 2027.</summary>
    [Fact("The year of the round", "a year from 2020 to 2040", Example = "2027", Hint = "UKFP 2027 and Round 1 of 2027 lead to posts from August 2027."), Range(2020, 2040)]
    public required int Cycle { get; init; }

    /// <summary>
    /// The grade applied for; it decides which earlier programme counts. Left out, it is the first or only stage, unless the programme named is an earlier
    /// stage.
    /// </summary>
    [Fact("The grade you apply for", "a grade, such as CT1, ST1 or ST4",
        Hint = "For CT1 and ST1 only the foundation programme counts as an earlier programme; for later grades the stage before counts too.")]
    public PriorityStage? Stage { get; init; }

    /// <summary>Whether it is about being interviewed or being offered a post; left out, both.</summary>
    [Fact("Interview or offer", "interview or offer", Hint = "Leave out for both.")]
    public PriorityStep? Step { get; init; }

    /// <summary>The day of the offer, or of the invitation to interview; left out, the end of the round’s year.</summary>
    [Fact("The day of the offer or invitation, if you have one", "a day as year, month and day", Example = "2027-03-23")]
    public DateOnly? OfferedOn { get; init; }

    /// <summary>Whether the medical degree is from a UK medical school, wherever its campus.</summary>
    [Fact("Is your medical degree from a UK medical school?", "true or false", Hint = "Also when you studied at its campus abroad.")]
    public bool? UkGraduate { get; init; }

    /// <summary>The country in which the medical degree was gained.</summary>
    [Fact("The country you qualified in", "a country", Example = "ireland", KeysOf = "specialty-applications/countries.country", NamedBy = "name")]
    public string? QualifiedIn { get; init; }

    /// <summary>Whether all or most of the medical training was outside the British Islands or, for an Irish degree, outside Ireland.</summary>
    [Fact("Was most of your medical school training outside the British Islands or, with an Irish degree, outside Ireland?", "true or false",
        Hint = "As at the campuses of UK schools in Cyprus, Malaysia and Malta.")]
    public bool? MostlyOutside { get; init; }

    /// <summary>The citizenships held, by country.</summary>
    [Fact("Your citizenships", "countries", Example = "british", KeysOf = "specialty-applications/countries.country", NamedBy = "citizen", IsSensitive = true,
        Hint = "British means a British citizen."), MaxLength(10)]
    public IReadOnlyList<string> Citizenships { get => field ?? []; init; }

    /// <summary>Whether indefinite leave to enter or remain is held, or settled or pre-settled status under the EU Settlement Scheme.</summary>
    [Fact("Do you have indefinite leave, or settled or pre-settled status?", "true or false", IsSensitive = true)]
    public bool? Settled { get; init; }

    /// <summary>Whether a Commonwealth citizen has the right of abode in the UK.</summary>
    [Fact("Do you have the right of abode as a Commonwealth citizen?", "true or false", IsSensitive = true, Hint = "A certificate of entitlement shows it. It is rare.")]
    public bool? RightOfAbode { get; init; }

    /// <summary>The UK programme that the doctor is on or has completed.</summary>
    [Fact("The UK programme you are on, or completed", "a programme", Hint = "The one that counts most for this application. A programme left before its end does not count.")]
    public PriorityProgramme? Programme { get; init; }

    /// <summary>Years worked as a doctor in the NHS in England, Wales or Scotland, or in health and social care in Northern Ireland.</summary>
    [Fact("Years you have worked as a doctor in the NHS", "years from 0 to 60", Example = "2.5", Unit = "years",
        Hint = "Health and social care in Northern Ireland counts."), Range(typeof(decimal), "0", "60")]
    public decimal? YearsInNhs { get; init; }

    /// <summary>Whether the programme applied for is wholly in public health, which the Act leaves out.</summary>
    [Fact("Is it a public health programme?", "true or false", Hint = "Programmes wholly in public health are outside the Act.")]
    public bool? PublicHealth { get; init; }
}

/// <summary>The grade applied for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriorityStage>))]
public enum PriorityStage
{
    /// <summary>Foundation year 1.</summary>
    [JsonStringEnumMemberName("FY1")] FoundationYear1,
    /// <summary>Core training year 1.</summary>
    [JsonStringEnumMemberName("CT1")] CoreTraining1,
    /// <summary>Specialty training year 1.</summary>
    [JsonStringEnumMemberName("ST1")] SpecialtyTraining1,
    /// <summary>Core training year 2.</summary>
    [JsonStringEnumMemberName("CT2")] CoreTraining2,
    /// <summary>Core training year 3.</summary>
    [JsonStringEnumMemberName("CT3")] CoreTraining3,
    /// <summary>Specialty training year 2.</summary>
    [JsonStringEnumMemberName("ST2")] SpecialtyTraining2,
    /// <summary>Specialty training year 3.</summary>
    [JsonStringEnumMemberName("ST3")] SpecialtyTraining3,
    /// <summary>Specialty training year 4.</summary>
    [JsonStringEnumMemberName("ST4")] SpecialtyTraining4,
    /// <summary>Specialty training year 5.</summary>
    [JsonStringEnumMemberName("ST5")] SpecialtyTraining5,
    /// <summary>Specialty training year 6.</summary>
    [JsonStringEnumMemberName("ST6")] SpecialtyTraining6,
}

/// <summary>What the Act may decide.</summary>
[JsonConverter(typeof(Keys<PriorityStep>))]
public enum PriorityStep
{
    /// <summary>Who is interviewed.</summary>
    [Choice("Who is interviewed")] Interview,
    /// <summary>Who is offered a post.</summary>
    [Choice("Who is offered a post")] Offer,
}

/// <summary>A programme that may count as an earlier one.</summary>
[JsonConverter(typeof(Keys<PriorityProgramme>))]
public enum PriorityProgramme
{
    /// <summary>None.</summary>
    None,
    /// <summary>The UK Foundation Programme: F1, or the F2 year that follows it.</summary>
    [Choice("The UK Foundation Programme")] UkFoundation,
    /// <summary>The earlier stage of the same specialty programme, such as core or internal medicine training that leads to it.</summary>
    [Choice("The earlier stage of the same specialty, such as core or internal medicine training that leads to it")] EarlierStage,
    /// <summary>A locum appointment for training in the same specialty.</summary>
    [Choice("A locum appointment for training (LAT) in the same specialty")] LocumForTraining,
    /// <summary>Training in a specialty that does not lead to this one.</summary>
    [Choice("Training in a specialty that does not lead to this one")] OtherSpecialty,
    /// <summary>The Malta Foundation Programme.</summary>
    [Choice("The Malta Foundation Programme")] MaltaFoundation,
    /// <summary>A trust’s own programme, or one that leads to another certificate.</summary>
    [Choice("A trust’s own programme, or one that leads to another certificate")] Other,
}
