using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
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
public sealed record CapabilityStatus(string Key, string Says, KeptState State, string? Evidence);
