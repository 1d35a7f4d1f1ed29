using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>Two orders of all foundation schools.</summary>
public sealed record TwoOrdersFacts : ToolFacts
{
    /// <summary>The one order of all schools, best first.</summary>
    [Fact("One order", "a list of the schools’ names, best first, separated by semicolons on the command line"), MaxLength(64)]
    public required IReadOnlyList<string> One { get; init; }

    /// <summary>The other order of all schools, best first.</summary>
    [Fact("The other order", "a list of the schools’ names, best first, separated by semicolons on the command line"), MaxLength(64)]
    public required IReadOnlyList<string> Other { get; init; }

    /// <summary>The year whose figures are used; the newest when left out.</summary>
    [Fact("Figures of", "a year with figures", Example = "2026")]
    public int? Year { get; init; }

    /// <summary>The tier under the Act of 2026; all applicants together when left out.</summary>
    [Fact("Under the Act of 2026", "priority or other")]
    public PriorityTier? Tier { get; init; }
}

/// <summary>Two orders, on the same scenarios and the same ranks. Chances are parts of simulated rounds, from 0 to 1.</summary>
public sealed record TwoOrdersAnswer : ToolAnswer
{
    /// <summary>The year whose figures were used.</summary>
    public required int Year { get; init; }

    /// <summary>The schools in the one order.</summary>
    public required IReadOnlyList<TwoChances> Schools { get; init; }

    /// <summary>In what part of the rounds both orders give the same.</summary>
    public required double Same { get; init; }

    /// <summary>Where they differ: from which school to which, and how often, most often first. A school is <c>null</c> where none is got.</summary>
    public required IReadOnlyList<Switch> Switches { get; init; }
}

/// <summary>A school's chance with each order.</summary>
/// <param name="School">The school.</param>
/// <param name="One">With the one order, the mean over the scenarios.</param>
/// <param name="Other">With the other.</param>
/// <param name="Difference">The other less the one.</param>
/// <param name="Low">The difference at the low end of the scenarios.</param>
/// <param name="High">The difference at the high end.</param>
public sealed record TwoChances(string School, double One, double Other, double Difference, double Low, double High);

/// <summary>A part of the rounds in which the orders give different schools.</summary>
/// <param name="From">With the one order; <c>null</c> for none.</param>
/// <param name="To">With the other; <c>null</c> for none.</param>
/// <param name="Share">How often.</param>
public sealed record Switch(string? From, string? To, double Share);
