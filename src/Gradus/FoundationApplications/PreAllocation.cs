using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>Who asks for a named school, and why.</summary>
public sealed record PreAllocationFacts : ToolFacts
{
    /// <summary>The year in which the programme starts.</summary>
    [Fact("The year in which you would start", "a year from 2020 to 2040", Example = "2027"), Range(2020, 2040)]
    public required int Cycle { get; init; }

    /// <summary>The reason.</summary>
    [Fact("Your reason", "one of the reasons", IsSensitive = true)]
    public required PreAllocationCriterion Criterion { get; init; }

    /// <summary>Whether the doctor comes by the eligibility route or is nominated again as a graduate.</summary>
    [Fact("Do you come by the eligibility route, or are you nominated again as a graduate?", "true or false")]
    public bool? EligibilityRoute { get; init; }

    /// <summary>Whether the school is ranked first on Oriel.</summary>
    [Fact("Have you ranked that school first on Oriel?", "true or false")]
    public bool? RankedFirst { get; init; }

    /// <summary>Whether this year's form is uploaded with the application.</summary>
    [Fact("Is this year’s form uploaded with your application?", "true or false")]
    public bool? FormUploaded { get; init; }

    /// <summary>The date of the signatory's letter.</summary>
    [Fact("The date of the letter that supports you", "a day as year, month and day", Example = "2026-06-01", IsSensitive = true)]
    public DateOnly? LetterDated { get; init; }

    /// <summary>The day on which the application window closes.</summary>
    [Fact("The day the application window closes", "a day as year, month and day", Example = "2026-10-07", Hint = "Your Oriel account shows it; the day for 2027 was not found.")]
    public DateOnly? WindowCloses { get; init; }

    /// <summary>What is to prove the address.</summary>
    [Fact("What proves your address", "documents", Hint = "Leave out when your reason needs no address."), MaxLength(10)]
    public IReadOnlyList<AddressProof> AddressProofs { get => field ?? []; init; }

    /// <summary>Whether the application is linked to another.</summary>
    [Fact("Is your application linked to somebody else’s?", "true or false")]
    public bool? Linked { get; init; }
}

/// <summary>A reason for pre-allocation.</summary>
[JsonConverter(typeof(Keys<PreAllocationCriterion>))]
public enum PreAllocationCriterion
{
    /// <summary>Parent or legal guardian of a child.</summary>
    [Choice("I am a parent or legal guardian")] Parent,
    /// <summary>Main carer of somebody.</summary>
    [Choice("I am somebody’s main carer")] Carer,
    /// <summary>A health condition or disability.</summary>
    [Choice("A health condition or disability")] Health,
    /// <summary>Extraordinary circumstances.</summary>
    [Choice("Extraordinary circumstances")] Extraordinary,
    /// <summary>Widening participation.</summary>
    [Choice("A widening participation background")] WideningParticipation,
    /// <summary>Educational circumstances, a reason of 2025.</summary>
    [Choice("Educational circumstances (a reason of 2025)")] Educational,
}

/// <summary>A document that is to prove an address.</summary>
[JsonConverter(typeof(Keys<AddressProof>))]
public enum AddressProof
{
    /// <summary>A TV licence.</summary>
    [Choice("A TV licence")] TvLicence,
    /// <summary>A tenancy agreement.</summary>
    [Choice("A tenancy agreement")] TenancyAgreement,
    /// <summary>A council tax closing or final bill.</summary>
    [Choice("A council tax closing or final bill")] CouncilTaxClosing,
    /// <summary>A GP patient summary.</summary>
    [Choice("A GP patient summary")] GpSummary,
    /// <summary>Something else.</summary>
    [Choice("Something else")] Other,
}

/// <summary>What pre-allocation reads.</summary>
public sealed record PreAllocationFigures
{
    /// <summary>The reasons and the schools allowed.</summary>
    public required IReadOnlyList<PreAllocationRow> PreAllocation { get; init; }

    /// <summary>What does not prove an address.</summary>
    public required IReadOnlyList<AddressProofRow> AddressProofs { get; init; }

    /// <summary>How old a letter may be when the window closes, in months.</summary>
    public required Figure LetterAge { get; init; }
}

/// <summary>A reason and the school it allows.</summary>
public sealed record PreAllocationRow : TableRow
{
    /// <summary>The year in which the programme starts.</summary>
    public required int Cycle { get; init; }

    /// <summary>The reason.</summary>
    public required PreAllocationCriterion Criterion { get; init; }

    /// <summary>Its number on the form.</summary>
    public required int Number { get; init; }

    /// <summary>The route: <c>nominated</c> or <c>other</c>.</summary>
    public required string Route { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Says { get; init; }

    /// <summary>The school allowed, in words; <c>null</c> when it was not found.</summary>
    public string? Permitted { get; init; }

    /// <summary>Whom to ask.</summary>
    public string? Ask { get; init; }
}

/// <summary>A document that does not prove an address.</summary>
public sealed record AddressProofRow : TableRow
{
    /// <summary>The year in which the programme starts.</summary>
    public required int Cycle { get; init; }

    /// <summary>The document.</summary>
    public required AddressProof Proof { get; init; }

    /// <summary>The document in words.</summary>
    public required string Says { get; init; }
}

/// <summary>Which school may be asked for, what would be refused, and what follows from a refusal.</summary>
public sealed record PreAllocationAnswer : ToolAnswer
{
    /// <summary>The school that may be asked for, in words; <c>null</c> when it is not known or there is none.</summary>
    public required string? Permitted { get; init; }

    /// <summary>What has to be so.</summary>
    public required IReadOnlyList<PreAllocationCheck> Checks { get; init; }

    /// <summary>What follows: from approval, from a refusal, for a link.</summary>
    public required IReadOnlyList<string> Follows { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Checks.Count > 0)
        {
            yield return new TablePart(new AnswerTable("checks", "What has to be so", [new("what", "What"), new("met", "So"), new("says", "Why")],
                [.. Checks.Select(check => (IReadOnlyList<AnswerCell>)[check.What, check.Met is { } met ? met ? "yes" : "no" : "you did not say", check.Says])]));
        }

        yield return new ListPart("What follows", Follows);
    }
}

/// <summary>Something that has to be so.</summary>
/// <param name="Key">Its key.</param>
/// <param name="What">What has to be so.</param>
/// <param name="Met">Whether it is; <c>null</c> when it was not said.</param>
/// <param name="Says">Why.</param>
public sealed record PreAllocationCheck(string Key, string What, bool? Met, string Says);
