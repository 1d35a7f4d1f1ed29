using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>What is kept of the fee where an application ends at a step, and what comes back, in pounds.</summary>
/// <param name="Stage">When it ends.</param>
/// <param name="Kept">What is kept; <c>null</c> where the fee was not found.</param>
/// <param name="Back">What comes back; <c>null</c> likewise.</param>
public sealed record FeeReturned(string Stage, decimal? Kept, decimal? Back);

/// <summary>What a doctor tells us of an application in the Portfolio Pathway.</summary>
public sealed record PortfolioApplication : ToolFacts
{
    /// <summary>The day on which the application was opened.</summary>
    [Fact("The day you opened the application", "the day the application was opened", Example = "2026-05-01")]
    public DateOnly? Opened { get; init; }

    /// <summary>The day of a refusal.</summary>
    [Fact("The day of a refusal", "the day of the refusal", Example = "2026-11-01")]
    public DateOnly? Refused { get; init; }

    /// <summary>The capabilities.</summary>
    [Fact("What your evidence shows", "capabilities, each with its key and none, partly, fully or do-not-know", AsksEach = true, Hint = "What you leave open is taken as not known.")]
    [MaxLength(40)]
    public IReadOnlyList<CapabilityShown> Evidence { get => field ?? []; init; }
}

/// <summary>The dated figures of the Portfolio Pathway.</summary>
public sealed record PortfolioFigures
{
    /// <summary>The fee, in pounds.</summary>
    public required Figure PortfolioFee { get; init; }
    /// <summary>How long an application stays open, in months.</summary>
    public required Figure PortfolioOpen { get; init; }
    /// <summary>How long there is to appeal, in days.</summary>
    public required Figure PortfolioAppeal { get; init; }
    /// <summary>The capabilities.</summary>
    public required IReadOnlyList<Capability> Capabilities { get; init; }
    /// <summary>What is kept of the fee.</summary>
    public required IReadOnlyList<FeeKept> Withdrawal { get; init; }
}

/// <summary>What is kept of the fee where an application ends early.</summary>
public sealed record FeeKept : TableRow
{
    /// <summary>When it ends.</summary>
    public required string Stage { get; init; }
    /// <summary>What is kept, in pounds; <c>null</c> for all of it.</summary>
    public decimal? Kept { get; init; }
}

/// <summary>How ready a portfolio is, and its days.</summary>
public sealed record PortfolioReadiness : ToolAnswer
{
    /// <summary>The fee; <c>null</c> where it was not found.</summary>
    public decimal? Fee { get; init; }
    /// <summary>The last day on which an open application can be sent, inside.</summary>
    public DateOnly? ClosesOn { get; init; }
    /// <summary>The last day to appeal, inside.</summary>
    public DateOnly? AppealBy { get; init; }
    /// <summary>The capabilities, as they stand.</summary>
    public required IReadOnlyList<CapabilityStatus> Evidence { get; init; }
    /// <summary>What is kept and what comes back of the fee where the application ends at each step.</summary>
    public required IReadOnlyList<FeeReturned> Withdrawal { get; init; }
}
