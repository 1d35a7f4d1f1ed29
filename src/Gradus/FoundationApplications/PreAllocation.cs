using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
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
            yield return new TablePart(new AnswerTable("checks", "What has to be so", [new("what", "What"), new("met", "So"), new("says", "Why")], [.. Checks.Select(check => (IReadOnlyList<AnswerCell>)[check.What, check.Met is { } met ? met ? "yes" : "no" : "you did not say", check.Says])]));
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

/// <summary>Checks a wish for pre-allocation against the round's rules.</summary>
public static class PreAllocationChecker
{
    private static readonly string[] WhatFollows =
    [
        "If it is approved you get that school outside the ranking; group, programme and employer come later and are not fixed by it.",
        "If it is refused you go into the main allocation by itself. You may appeal only against the process, with no new evidence.",
    ];

    /// <summary>Checks it.</summary>
    public static PreAllocationAnswer Decide(PreAllocationFacts facts, PreAllocationFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var ofRound = figures.PreAllocation.Where(row => row.Cycle == facts.Cycle).ToList();
        if (ofRound.Count == 0)
        {
            var says = $"The rules of pre-allocation for {facts.Cycle} were not found; another year’s are not shown in their place.";
            return Answer(Verdict.Unknown, says, permitted: null, [new Reason("round-not-found", says, Status.NotFound, Ask: "UKFPO")], [], facts);
        }

        if (ofRound.Find(row => row.Criterion == facts.Criterion && row.Route == (facts.EligibilityRoute is true ? "other" : "nominated")) is not { } row)
        {
            var says = $"That reason is not among the five of {facts.Cycle}.";
            return Answer(Verdict.No, says, permitted: null, [ofRound[0].Because("no-such-criterion", says) with { Status = Status.Verify, Ask = "UKFPO" }], [], facts);
        }

        var age = figures.LetterAge.At(on, nation);
        var checks = Checks(facts, figures, age);
        var failed = checks.Where(check => check.Met is false).ToList();
        List<Reason> reasons = [row.Because("criterion", $"Reason {row.Number}, {row.Says.ToLowerInvariant()}: {row.Permitted ?? "which school is allowed was not found"}.") with { Ask = row.Ask }, age.Because("letter-age", $"Letters may be at most {age.Text} old when the window closes.")];
        return failed.Count > 0 ? Answer(Verdict.No, $"As it stands it would be refused: {string.Join("; ", failed.Select(check => Small(check.Says.TrimEnd('.'))))}.", row.Permitted, reasons, checks, facts)
            : row.Permitted is null ? Answer(Verdict.Unknown, "Which school you may ask for was not found for this reason.", permitted: null, reasons, checks, facts)
            : Answer(Verdict.Yes, $"You may ask for {Small(row.Permitted)}.", row.Permitted, reasons, checks, facts);
    }

    private static string Small(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static List<PreAllocationCheck> Checks(PreAllocationFacts facts, PreAllocationFigures figures, FigureValue age)
    {
        List<PreAllocationCheck> checks =
        [
            new("ranked-first", "That school is first on Oriel", facts.RankedFirst, "The school must be ranked first, or the request is refused."),
            new("form", "This year’s form is uploaded with the application", facts.FormUploaded, "Only this year’s form counts, uploaded in the application window."),
        ];
        bool? isFresh = (facts.LetterDated, facts.WindowCloses, age.Whole) is ({ } dated, { } closes, { } months) ? dated <= closes && closes.MonthsOn(-months) <= dated : null;
        checks.Add(new("letter", $"The letter is at most {age.Text} old when the window closes", isFresh, $"Letters must be dated within {age.Text} before the window closes."));
        if (facts.AddressProofs.Count > 0)
        {
            var refused = figures.AddressProofs.Where(row => row.Cycle == facts.Cycle && facts.AddressProofs.Contains(row.Proof)).ToList();
            var hasOther = facts.AddressProofs.Contains(AddressProof.Other);
            checks.Add(new("address", "The address is proved by something that counts", hasOther, refused.Count == 0 ? "Nothing that you name is on the list of what does not count." : $"{string.Join(" and ", refused.Select((row, place) => place == 0 ? row.Says : Small(row.Says)))} no longer {(refused.Count == 1 ? "proves" : "prove")} an address{(hasOther ? "; the other document may" : "")}."));
        }

        return checks;
    }

    private static PreAllocationAnswer Answer(Verdict verdict, string says, string? permitted, IReadOnlyList<Reason> reasons, IReadOnlyList<PreAllocationCheck> checks, PreAllocationFacts facts) => new()
    {
        Verdict = verdict,
        Says = says,
        Reasons = reasons,
        Permitted = permitted,
        Checks = checks,
        Follows = facts.Linked is true ? [.. WhatFollows, "If it is approved the link to the other applicant is broken; which rank each of you then has was not found. Ask UKFPO before you decide.", "A refusal is not among the things that break a link: both of you then go into the main allocation as a pair."] : WhatFollows,
    };
}
