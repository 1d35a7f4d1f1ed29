using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpRetention;

/// <summary>Sessions to be set side by side.</summary>
public sealed record SessionsBeside : ToolFacts
{
    /// <summary>Sessions a week.</summary>
    [Fact("Sessions a week", "a whole number of sessions a week, from 1 to 4", Example = "3", Unit = "sessions a week")]
    [Range(1, 4)]
    public required int Sessions { get; init; }
}

/// <summary>The dated figures and tables of the two.</summary>
public sealed record BesideFigures
{
    /// <summary>What the scheme brings.</summary>
    public required RetentionFigures Scheme { get; init; }
    /// <summary>What is not a number.</summary>
    public required IReadOnlyList<BesideRow> Beside { get; init; }
    /// <summary>The pay scales, with the salaried GP's range.</summary>
    public required PayFigures Pay { get; init; }
}

/// <summary>What is not a number.</summary>
public sealed record BesideRow : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>What.</summary>
    public required string What { get; init; }
    /// <summary>In a retained post.</summary>
    public required string Retained { get; init; }
    /// <summary>In a salaried post.</summary>
    public required string Salaried { get; init; }
}

/// <summary>A post on as many sessions. Money in pounds a year.</summary>
/// <param name="ToPractice">What the practice is paid for it by the scheme, at most.</param>
/// <param name="ToYou">What the doctor gets beside the salary.</param>
/// <param name="Study">Paid study sessions a year; <c>null</c> where not found.</param>
public sealed record PostBeside(decimal ToPractice, decimal ToYou, decimal? Study);

/// <summary>A retained post beside a salaried one of as many sessions.</summary>
public sealed record RetainedBesideSalaried : ToolAnswer
{
    /// <summary>Retained; <c>null</c> where the nation's sums were not found.</summary>
    public PostBeside? Retained { get; init; }
    /// <summary>Salaried.</summary>
    public PostBeside? Salaried { get; init; }
    /// <summary>The least salary for either, in proportion to full time; <c>null</c> where the nation's range was not found.</summary>
    public decimal? SalaryLeast { get; init; }
    /// <summary>The most of that range.</summary>
    public decimal? SalaryMost { get; init; }
}
