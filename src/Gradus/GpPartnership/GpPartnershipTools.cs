using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.GpPartnership;

/// <summary>The tools about the New to Partnership Payment Scheme.</summary>
public static class GpPartnershipTools
{
    /// <summary>What must I repay of the New to Partnership payment if I leave?</summary>
    public static Tool Repayment { get; } = new Tool<PartnershipTime, PartnershipFigures, PartnershipRepayment>(PartnershipRepaymentCalculator.Calculate, options => new GpPartnershipJson(options))
    {
        Room = "gp-partnership",
        Key = "repayment",
        Question = "What must I repay of the New to Partnership payment if I leave?",
        Name = "Partnership repayment",
        Words = "New to Partnership Payment Scheme (N2PP): what it paid for your sessions, on-costs and training fund, and the clawback if you leave before five years, with the days on which it falls.",
        Kind = ToolKind.WorkOut,
        IsPersonal = true,
        Check = PartnershipRepaymentCalculator.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Repayment];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSerializable(typeof(PartnershipTime))]
[JsonSerializable(typeof(PartnershipRepayment))]
public sealed partial class GpPartnershipJson : JsonSerializerContext;
