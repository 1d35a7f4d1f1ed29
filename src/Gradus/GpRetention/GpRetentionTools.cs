using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.GpRetention;

/// <summary>The tools about GP retention.</summary>
public static class GpRetentionTools
{
    /// <summary>What does the GP retention scheme pay?</summary>
    public static Tool Money { get; } = new Tool<RetentionPost, RetentionFigures, RetentionMoney>(RetentionMoneyCalculator.Calculate, options => new GpRetentionJson(options))
    {
        Room = "gp-retention",
        Key = "money",
        Question = "What does the GP retention scheme pay my practice and me?",
        Name = "Retention money",
        Words = "Payment to the practice, expenses supplement, hours, study sessions and the last day, by sessions a week.",
        SearchedAs = "retainer, CPD, in your nation",
        Kind = ToolKind.WorkOut,
        IsPersonal = true,
    };

    /// <summary>Can I join the GP retention scheme?</summary>
    public static Tool Eligibility { get; } = new Tool<RetentionWish, RetentionEligibilityFigures, RetentionEligibility>(RetentionEligibilityChecker.Check,
        options => new GpRetentionJson(options))
    {
        Room = "gp-retention",
        Key = "eligibility",
        Question = "Can I join the GP retention scheme?",
        Name = "Retention eligibility",
        Words = "The conditions of your nation one by one, the evidence that helps, and what other work is allowed.",
        SearchedAs = "retainer, hard, judged, discretionary",
        Kind = ToolKind.Check,
        Minutes = 3,
        IsPersonal = true,
        Next = "/gp-retention/money",
    };

    /// <summary>Is a retained post better than a salaried one of as many sessions?</summary>
    public static Tool Beside { get; } = new Tool<SessionsBeside, BesideFigures, RetainedBesideSalaried>(RetainedBesideSalariedComparer.Compare,
        options => new GpRetentionJson(options))
    {
        Room = "gp-retention",
        Key = "beside",
        Question = "How does a retained GP post compare with a salaried one?",
        Name = "Retained beside salaried",
        Words = "A retained post beside a salaried one of as many sessions: money to you and the practice, study time, protection.",
        SearchedAs = "what ends when",
        Kind = ToolKind.Compare,
        Minutes = 1,
        IsPersonal = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Money, Eligibility, Beside];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RetentionPost))]
[JsonSerializable(typeof(RetentionMoney))]
[JsonSerializable(typeof(RetentionWish))]
[JsonSerializable(typeof(RetentionEligibility))]
[JsonSerializable(typeof(SessionsBeside))]
[JsonSerializable(typeof(RetainedBesideSalaried))]
public sealed partial class GpRetentionJson : JsonSerializerContext;
