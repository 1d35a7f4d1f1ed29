using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>A capability and how far it can be shown.</summary>
public sealed record CapabilityShown
{
    /// <summary>The capability.</summary>
    [Fact("Capability", "a capability", KeysOf = "sas-charter/capabilities.key", NamedBy = "says")]
    public required string Key { get; init; }

    /// <summary>How far it can be shown.</summary>
    [Fact("How far you can show it", "none, partly, fully or do-not-know")]
    public required KeptState State { get; init; }

    /// <summary>With what.</summary>
    [Fact("Evidence", "a text of at most 500 letters", Example = "QI project 2025, with re-audit")]
    [MaxLength(500)]
    public string? Evidence { get; init; }
}

/// <summary>A capability as content has it.</summary>
public sealed record Capability : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>The capability.</summary>
    public required string Says { get; init; }
    /// <summary>Whether it is asked of a specialist.</summary>
    public required bool Grade { get; init; }
    /// <summary>Whether it is asked in the Portfolio Pathway.</summary>
    public required bool Portfolio { get; init; }
}

/// <summary>A capability, as it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Says">The capability.</param>
/// <param name="State">How far it can be shown.</param>
/// <param name="Evidence">With what; <c>null</c> where that was not told.</param>
public sealed record CapabilityStands(string Key, string Says, KeptState State, string? Evidence);

/// <summary>What is kept of the fee where an application ends at a step, and what comes back, in pounds.</summary>
/// <param name="Stage">When it ends.</param>
/// <param name="Kept">What is kept; <c>null</c> where the fee was not found.</param>
/// <param name="Back">What comes back; <c>null</c> likewise.</param>
public sealed record FeeReturned(string Stage, decimal? Kept, decimal? Back);

/// <summary>What a doctor tells us who thinks of the specialist grade.</summary>
public sealed record SpecialistWish : ToolFacts
{
    /// <summary>Years of postgraduate medical work; left out, counted from the posts.</summary>
    [Fact("Years of postgraduate medical work", "years, from 0 to 60", Example = "11.5", Unit = "years", Hint = "Leave both empty to have them counted from your posts.")]
    [Range(typeof(decimal), "0", "60")]
    public decimal? Years { get; init; }

    /// <summary>Of which in the specialty.</summary>
    [Fact("Of which in the specialty or a relevant one", "years, from 0 to 60", Example = "6", Unit = "years")]
    [Range(typeof(decimal), "0", "60")]
    public decimal? YearsInSpecialty { get; init; }

    /// <summary>The posts since qualifying, with their days.</summary>
    [Fact("Your posts", "posts with first and last day, percent of full time and whether in the specialty", Hint = "Each counts by its percent: say 100 where your part-time work counts whole.")]
    [MaxLength(60)]
    public IReadOnlyList<SasPost> Posts { get => field ?? []; init; }

    /// <summary>Whether a post is advertised.</summary>
    [Fact("A specialist post is advertised", "true or false")]
    public bool? Advertised { get; init; }

    /// <summary>The capabilities.</summary>
    [Fact("The capabilities", "capabilities, each with its key and none, partly, fully or do-not-know")]
    [MaxLength(40)]
    public IReadOnlyList<CapabilityShown> Capabilities { get => field ?? []; init; }
}

/// <summary>A post in the past.</summary>
public sealed record SasPost
{
    /// <summary>The first day.</summary>
    [Fact("First day", "the first day of the post", Example = "2014-08-06")]
    public required DateOnly From { get; init; }

    /// <summary>The last day, inside; left out, it goes on.</summary>
    [Fact("Last day", "the last day of the post", Example = "2020-08-04", Hint = "Leave it empty for a post that goes on.")]
    public DateOnly? To { get; init; }

    /// <summary>Percent of full time that counts; left out, all.</summary>
    [Fact("Percent of full time", "a percent from 1 to 100", Example = "80", Unit = "%"), Range(1, 100)]
    public int? Percent { get; init; }

    /// <summary>Whether it was in the specialty or a relevant one.</summary>
    [Fact("In the specialty or a relevant one", "true or false")]
    public bool? InSpecialty { get; init; }
}

/// <summary>The dated figures of the specialist grade.</summary>
public sealed record SpecialistFigures
{
    /// <summary>Years of postgraduate work.</summary>
    public required Figure SpecialistYears { get; init; }
    /// <summary>Of which in a relevant specialty.</summary>
    public required Figure SpecialistIn { get; init; }
    /// <summary>The capabilities.</summary>
    public required IReadOnlyList<Capability> Capabilities { get; init; }
}

/// <summary>How near the specialist grade is.</summary>
public sealed record SpecialistReadiness : ToolAnswer
{
    /// <summary>The day on which the years are complete if work goes on full time; <c>null</c> where they are, or where nobody says how many.</summary>
    public DateOnly? YearsCompleteOn { get; init; }

    /// <summary>Years of postgraduate medical work, told or counted.</summary>
    public decimal? Years { get; init; }

    /// <summary>Of which in the specialty.</summary>
    public decimal? YearsInSpecialty { get; init; }

    /// <summary>The capabilities, as they stand.</summary>
    public required IReadOnlyList<CapabilityStands> Capabilities { get; init; }
}

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
    [Fact("What your evidence shows", "capabilities, each with its key and none, partly, fully or do-not-know")]
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
    public required IReadOnlyList<CapabilityStands> Evidence { get; init; }
    /// <summary>What is kept and what comes back of the fee where the application ends at each step.</summary>
    public required IReadOnlyList<FeeReturned> Withdrawal { get; init; }
}
