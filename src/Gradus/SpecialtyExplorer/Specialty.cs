using Gradus.Rules;

namespace Gradus.SpecialtyExplorer;

/// <summary>A specialty in which a doctor can hold a UK Certificate of Completion of Training, with its route and its scope. What is unknown stays unknown.</summary>
public sealed record Specialty
{
    /// <summary>The id used in addresses and JSON, such as <c>cardiology</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the certificate.</summary>
    public required string Name { get; init; }

    /// <summary>The group used by the GMC training survey, such as “Medicine”.</summary>
    public required string Group { get; init; }

    /// <summary>The profile family: specialties that share editorial starting values.</summary>
    public required string Family { get; init; }

    /// <summary>The college or faculty that sets the curriculum.</summary>
    public required string College { get; init; }

    /// <summary>The way in.</summary>
    public required ListedFact EntryRoute { get; init; }

    /// <summary>The grade at entry, such as ST3.</summary>
    public required string EntryLevel { get; init; }

    /// <summary>The core or stem training accepted.</summary>
    public required ListedFact Stem { get; init; }

    /// <summary>Years of stem training as published, such as “2” or “2-3”; “unknown” when no page gives them.</summary>
    public required string StemYears { get; init; }

    /// <summary>Years of higher training as published.</summary>
    public required string HigherYears { get; init; }

    /// <summary>Fewest years from the end of foundation to the certificate, full time, by the shortest standard route; <c>null</c> when unknown.</summary>
    public decimal? YearsMin { get; init; }

    /// <summary>Most years by a standard route, full time; <c>null</c> when unknown.</summary>
    public decimal? YearsMax { get; init; }

    /// <summary>Whether training runs through from one appointment: <c>yes</c>, <c>no</c> or <c>mixed</c>.</summary>
    public required string RunThrough { get; init; }

    /// <summary>The exams.</summary>
    public required ListedFact Exams { get; init; }

    /// <summary>Sub-specialties.</summary>
    public required ListedFact SubSpecialties { get; init; }

    /// <summary>Pairings for two certificates.</summary>
    public required ListedFact DualPairings { get; init; }

    /// <summary>Whether the unselected medical take is part of training; it follows from the rule that Group 1 physicians also train in general internal medicine.</summary>
    public required bool UnselectedTake { get; init; }

    /// <summary>Where most of the work is.</summary>
    public required IReadOnlyList<string> Setting { get; init; }

    /// <summary>The patients by age; empty when there are none.</summary>
    public required IReadOnlyList<string> PatientAge { get; init; }

    /// <summary>The body systems; empty when there is none.</summary>
    public required IReadOnlyList<string> BodySystem { get; init; }

    /// <summary>Mind, body or both.</summary>
    public required IReadOnlyList<string> MindBody { get; init; }

    /// <summary>How much of the work is with children: <c>main</c>, <c>regular</c> or <c>rare</c> (editorial).</summary>
    public required string Children { get; init; }

    /// <summary>Overnight work in higher training or after it: <c>usual</c>, <c>some</c> or <c>rare</c> (editorial).</summary>
    public required string Nights { get; init; }

    /// <summary>What else the reader should know about the route; <c>null</c> when there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The source of the route and its length.</summary>
    public required string SourceId { get; init; }

    /// <summary>How sure we are of the route and its length.</summary>
    public required Status Status { get; init; }

    /// <summary>What the specialty offers in an interest area, by the area's id; empty for an unknown area.</summary>
    public IReadOnlyList<string> Area(string area) => area switch
    {
        "patient-age" => PatientAge,
        "setting" => Setting,
        "body-system" => BodySystem,
        "mind-body" => MindBody,
        _ => [],
    };
}
