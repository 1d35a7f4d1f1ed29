using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>The schools a doctor listed down to the one they were given, and what is to be chosen next.</summary>
public sealed record SchoolResult : ToolFacts
{
    /// <summary>The schools in the doctor's order, best first, down to the one that was given.</summary>
    [Fact("The schools you listed, best first, down to the one you got", "schools’ names, such as London or KSS", Example = "London",
        Hint = "The last is the school you got."), MaxLength(64)]
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>The year whose figures are used; the newest when left out.</summary>
    [Fact("Figures of", "a year with figures", Example = "2026")]
    public int? Year { get; init; }

    /// <summary>The tier under the Act of 2026; all applicants together when left out.</summary>
    [Fact("Under the Act of 2026", "priority or other")]
    public PriorityTier? Tier { get; init; }

    /// <summary>The school's preference groups in the doctor's order, best first; empty where it has none or they are not known.</summary>
    [Fact("Its groups, in your order", "a list of at most 60"), MaxLength(60)]
    public IReadOnlyList<WantedGroup> Groups { get => field ?? []; init; }

    /// <summary>How many programmes are to be ranked, in the school or in the group.</summary>
    [Fact("How many programmes you are to rank", "a whole number from 1 to 2000", Example = "120"), Range(1, 2000)]
    public int? Programmes { get; init; }

    /// <summary>Whether the application is linked with somebody's.</summary>
    [Fact("Are you linked with somebody?", "true or false")]
    public bool? Linked { get; init; }
}

/// <summary>A preference group of a school.</summary>
public sealed record WantedGroup
{
    /// <summary>Its name.</summary>
    [Fact("Group", "a name", Example = "Group 1"), MaxLength(200)]
    public required string Name { get; init; }

    /// <summary>Its places.</summary>
    [Fact("Places", "a whole number from 0 to 3000", Example = "60"), Range(0, 3000)]
    public required int Places { get; init; }
}

/// <summary>What the helper reads.</summary>
public sealed record AfterSchoolFigures
{
    /// <summary>The schools of every year.</summary>
    public required ChancesFigures Chances { get; init; }

    /// <summary>What each school does with groups and links.</summary>
    public required IReadOnlyList<LocalRule> LocalRules { get; init; }
}

/// <summary>What a school does after the allocation to it.</summary>
public sealed record LocalRule : TableRow
{
    /// <summary>The school.</summary>
    public required string School { get; init; }

    /// <summary>What it is about: <c>groups</c> or <c>links</c>.</summary>
    public required string About { get; init; }

    /// <summary>The rule in words; <c>null</c> when it was not found.</summary>
    public string? Says { get; init; }

    /// <summary>Whom to ask, where it was not found or is old.</summary>
    public string? Ask { get; init; }
}

/// <summary>What a school's allocation says about the hidden rank, and what that means for groups and programmes. Shares are from 0 to 1, best 0.</summary>
public sealed record AfterSchoolAnswer : ToolAnswer
{
    /// <summary>The school that was given.</summary>
    public required string School { get; init; }

    /// <summary>The year whose figures were used.</summary>
    public required int Year { get; init; }

    /// <summary>Where the rank may lie among all applicants, over all scenarios; <c>null</c> when in no scenario that school is got so.</summary>
    public required ShareRange? Rank { get; init; }

    /// <summary>Where the doctor stands among those given the same school; <c>null</c> when in no scenario that school is got so.</summary>
    public required ShareRange? WithinSchool { get; init; }

    /// <summary>The groups in the order given.</summary>
    public required IReadOnlyList<GroupOutlook> Groups { get; init; }

    /// <summary>
    /// The place on the list of programmes below which 95 of 100 simulated rounds do not fall, if everybody likes what the doctor likes; <c>null</c> when no
    /// number was given.
    /// </summary>
    public required int? ProgrammePlace { get; init; }

    /// <summary>What was assumed.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>The school's own rules.</summary>
    public required IReadOnlyList<LocalRuleAnswer> LocalRules { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new ListPart("The school’s own rules", [.. LocalRules.Select(rule => rule.Ask is null ? rule.Says : $"{rule.Says} Ask {rule.Ask}.")]);
        yield return new ListPart("What was assumed", Assumptions);
    }
}

/// <summary>Where a hidden share lies: its fifth, fiftieth and ninety-fifth of a hundred.</summary>
/// <param name="Low">Five of a hundred lie below.</param>
/// <param name="Mid">Fifty.</param>
/// <param name="High">Ninety-five.</param>
public sealed record ShareRange(double Low, double Mid, double High);

/// <summary>What the rank means for a group, if everybody at the school lists the groups alike.</summary>
/// <param name="Name">The group.</param>
/// <param name="Places">Its places.</param>
/// <param name="This">The chance of it.</param>
/// <param name="OrBetter">The chance of it or of one listed higher.</param>
public sealed record GroupOutlook(string Name, int Places, double This, double OrBetter);

/// <summary>A school's own rule.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Says">The rule, or that it was not found.</param>
/// <param name="Ask">Whom to ask; <c>null</c> when it is known.</param>
/// <param name="Status">How sure we are.</param>
public sealed record LocalRuleAnswer(string About, string Says, string? Ask, Status Status);
