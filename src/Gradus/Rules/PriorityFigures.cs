using Gradus.Tools;

namespace Gradus.Rules;

/// <summary>What the Act's prioritisation rests on; both application rooms read it from the content of specialty applications.</summary>
public sealed record PriorityFigures
{
    /// <summary>The ways into the priority group, by system and the first day of the offers they hold for.</summary>
    [FromRoom("specialty-applications")]
    public required IReadOnlyList<PriorityLimbRow> PrioritisationLimbs { get; init; }

    /// <summary>The countries, with what the Act says of a degree from there.</summary>
    [FromRoom("specialty-applications")]
    public required IReadOnlyList<CountryRow> Countries { get; init; }

    /// <summary>The years in the NHS that regulations ask for; unknown until there are any.</summary>
    [FromRoom("specialty-applications")]
    public required Figure NhsExperience { get; init; }

    /// <summary>The years that were proposed for those regulations.</summary>
    [FromRoom("specialty-applications")]
    public required Figure NhsExperienceProposed { get; init; }

    /// <summary>What is said of the group outside the words of the Act.</summary>
    [FromRoom("specialty-applications")]
    public required IReadOnlyList<Statement> PriorityStatements { get; init; }

    /// <summary>The stages of the rounds; among them the last day to ask for a review of one's priority status.</summary>
    [FromRoom("specialty-applications")]
    public required IReadOnlyList<RecruitmentStage> Rounds { get; init; }
}

/// <summary>A way into the priority group.</summary>
public sealed record PriorityLimbRow : TableRow
{
    /// <summary>The system: <c>foundation</c> or <c>specialty</c>.</summary>
    public required string System { get; init; }

    /// <summary>The limb's key.</summary>
    public required PriorityLimbKey Limb { get; init; }

    /// <summary>Whether it decides who is interviewed too, and not only who is offered a post.</summary>
    public required bool Interviews { get; init; }

    /// <summary>The sections of the Act.</summary>
    public required string Section { get; init; }
}

/// <summary>A country and what the Act says of a medical degree from there.</summary>
public sealed record CountryRow : TableRow
{
    /// <summary>Its key.</summary>
    public required string Country { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What the Act says: <c>united-kingdom</c>, <c>ireland</c>, <c>efta</c> or <c>elsewhere</c>.</summary>
    public required string Act { get; init; }
}
