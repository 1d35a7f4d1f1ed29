using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.GpPartnership;

/// <summary>The tools about the New to Partnership Payment Scheme.</summary>
public static class GpPartnershipTools
{
    /// <summary>What must I repay of the New to Partnership payment if I leave?</summary>
    public static Tool Repayment { get; } = new Tool<PartnershipTime, PartnershipFigures, PartnershipRepayment>(PartnershipRepaymentCalculator.Calculate,
        options => new GpPartnershipJson(options))
    {
        Room = "gp-partnership",
        Key = "repayment",
        Question = "What must I repay of the New to Partnership payment if I leave?",
        Name = "Partnership repayment",
        Words = "What New to Partnership paid for your sessions, and what must go back if you leave early, day by day.",
        SearchedAs = "New to Partnership Payment Scheme, N2PP, on-costs, training fund, clawback, the promised years",
        Kind = ToolKind.WorkOut,
        IsPersonal = true,
        Check = PartnershipRepaymentCalculator.Check,
    };

    /// <summary>Could I have had the New to Partnership payment?</summary>
    public static Tool Eligibility { get; } = new Tool<PartnershipStart, EligibilityFigures, PartnershipEligibility>(PartnershipEligibilityChecker.Check,
        options => new GpPartnershipJson(options))
    {
        Room = "gp-partnership",
        Key = "eligibility",
        Question = "Was I eligible for the New to Partnership payment?",
        Name = "Partnership payment eligibility",
        Words = "New to Partnership Payment Scheme (N2PP), now closed: its conditions one by one, for GPs, nurses, pharmacists and the other professions.",
        Kind = ToolKind.Check,
        Minutes = 3,
        IsPersonal = true,
        Next = "/gp-partnership/repayment",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Repayment, Eligibility];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PartnershipTime))]
[JsonSerializable(typeof(PartnershipRepayment))]
[JsonSerializable(typeof(PartnershipStart))]
[JsonSerializable(typeof(PartnershipEligibility))]
public sealed partial class GpPartnershipJson : JsonSerializerContext;
