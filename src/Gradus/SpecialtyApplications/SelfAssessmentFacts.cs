using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>A doctor's evidence for a self-assessment, entered once.</summary>
public sealed record SelfAssessmentEvidence : ToolFacts
{
    /// <summary>The framework of a specialty and a round.</summary>
    [Fact("The specialty and round", "a framework", Example = "imt-2027", KeysOf = "specialty-applications/framework-rounds.framework", NamedBy = "name",
        Hint = "A round’s framework holds for that round only.")]
    public required string Framework { get; init; }

    /// <summary>Whether any other application is live in Round 1; one framework gives points when none is.</summary>
    [Fact("Have you any other application in the same round?", "true or false", Hint = "It counts for internal medicine in 2026 only.")]
    public bool? OtherApplications { get; init; }

    /// <summary>Whether the doctor is still a student, so that what only a student can do may still be added.</summary>
    [Fact("Are you still at medical school?", "true or false")]
    public bool? Student { get; init; }

    /// <summary>The evidence.</summary>
    [Fact("Your evidence", "a list of at most 100"), MaxLength(100)]
    public IReadOnlyList<EvidenceItem> Evidence { get => field ?? []; init; }

    /// <summary>Other frameworks in which the same evidence is to be tried.</summary>
    [Fact("Try the same evidence in", "frameworks", Example = "phst-2026", KeysOf = "specialty-applications/framework-rounds.framework", NamedBy = "name"), MaxLength(20)]
    public IReadOnlyList<string> AlsoFor { get => field ?? []; init; }
}

/// <summary>A piece of evidence.</summary>
public sealed record EvidenceItem
{
    /// <summary>The domain's key; left out, the item says which.</summary>
    [Fact("Domain", "a domain of the framework", Example = "publications", Hint = "You may leave it out when the item says enough."), MaxLength(300)]
    public string? Domain { get; init; }

    /// <summary>The item's key, its name, or plain words for it.</summary>
    [Fact("What you have", "an item of the framework, or plain words", Example = "first-author paper", Hint = "In your own words, or from the list that the button above shows."), MaxLength(300)]
    public required string Item { get; init; }

    /// <summary>How many of it; 1 when left out.</summary>
    [Fact("How many", "a whole number from 1 to 99", Example = "1"), Range(1, 99)]
    public int? Count { get; init; }
}

/// <summary>The frameworks and what goes with them.</summary>
public sealed record SelfAssessmentFigures
{
    /// <summary>Every item of every framework.</summary>
    public required IReadOnlyList<FrameworkRow> Frameworks { get; init; }

    /// <summary>Each framework's round.</summary>
    public required IReadOnlyList<FrameworkRound> FrameworkRounds { get; init; }

    /// <summary>Kinds of evidence and their plain words.</summary>
    public required IReadOnlyList<EvidenceKind> EvidenceKinds { get; init; }

    /// <summary>Published scores of internal medicine by year.</summary>
    public required IReadOnlyList<ScoreDistribution> ImtDistributions { get; init; }

    /// <summary>The words by which an item can be asked for.</summary>
    internal EvidenceWords Words => field ?? Interlocked.CompareExchange(ref field, new EvidenceWords(this), null) ?? field;
}

/// <summary>An item of a framework.</summary>
public sealed record FrameworkRow : TableRow
{
    /// <summary>The framework.</summary>
    public required string Framework { get; init; }

    /// <summary>The domain's key.</summary>
    public required string Domain { get; init; }

    /// <summary>The domain in words.</summary>
    public required string DomainName { get; init; }

    /// <summary>
    /// How items of the domain add up: <c>best</c>, <c>sum</c>, <c>time</c> (bands of months that nobody can go back in), <c>only-application</c>,
    /// <c>letter</c>, <c>assessors</c>, <c>assessors-bonus</c> or <c>panel</c>.
    /// </summary>
    public required string Rule { get; init; }

    /// <summary>The most points of the domain; <c>null</c> when there is none.</summary>
    public decimal? Most { get; init; }

    /// <summary>The item's key, unique in its domain.</summary>
    public required string Item { get; init; }

    /// <summary>The item in words.</summary>
    public required string ItemName { get; init; }

    /// <summary>Its points; <c>null</c> when none are published.</summary>
    public decimal? Points { get; init; }

    /// <summary>How often it counts.</summary>
    public required int Times { get; init; }

    /// <summary>The name of a limit that several items share; <c>null</c> for none.</summary>
    public string? Pool { get; init; }

    /// <summary>The most points of the shared limit.</summary>
    public decimal? PoolMost { get; init; }

    /// <summary>The shared limit read as a number of times, where its source does not say whether it limits points or times; <c>null</c> where it limits points.</summary>
    public int? PoolTimes { get; init; }

    /// <summary>The kinds of evidence it is, with blanks between.</summary>
    public string? Kinds { get; init; }

    /// <summary>Whether only a student can still gain it.</summary>
    public required bool StudentOnly { get; init; }

    /// <summary>Items beside one of which alone it counts, as <c>domain:item</c> with blanks between.</summary>
    public string? Needs { get; init; }

    /// <summary>The kinds of evidence it is, the one that it is first of all in front.</summary>
    internal IReadOnlyList<string> KindsOfEvidence => Kinds?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether it stands for having nothing, or gives no points.</summary>
    internal bool GivesNothing => Points == 0 || Item == "none" || Item.EndsWith("-none", StringComparison.Ordinal);
}

/// <summary>A framework and its round.</summary>
public sealed record FrameworkRound : TableRow
{
    /// <summary>The framework.</summary>
    public required string Framework { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The year of the round.</summary>
    public required int Cycle { get; init; }

    /// <summary>How it counts: <c>points</c>, <c>weighted</c>, <c>letters</c>, <c>assessors</c> or <c>panel</c>; only the first has a total.</summary>
    public required string Counted { get; init; }

    /// <summary>The most points in all; <c>null</c> when none is published.</summary>
    public decimal? Most { get; init; }

    /// <summary>The last day to apply in that round.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>Whether it is said to hold for the next round.</summary>
    public required string Holds { get; init; }
}

/// <summary>A kind of evidence.</summary>
public sealed record EvidenceKind : TableRow
{
    /// <summary>Its key.</summary>
    public required string Kind { get; init; }

    /// <summary>Plain words for it, with semicolons between.</summary>
    public required string Words { get; init; }
}

/// <summary>How a year's candidates scored.</summary>
public sealed record ScoreDistribution : TableRow
{
    /// <summary>The year of the round.</summary>
    public required int Cycle { get; init; }

    /// <summary>The framework.</summary>
    public required string Framework { get; init; }

    /// <summary>Candidates scored.</summary>
    public required int Candidates { get; init; }

    /// <summary>The most possible in that year.</summary>
    public required decimal Most { get; init; }

    /// <summary>The mean.</summary>
    public required decimal Mean { get; init; }

    /// <summary>The middle score.</summary>
    public required decimal Median { get; init; }
}
