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
        Words = "GP retention (retainer) scheme: payment to the practice, expenses supplement, hours, study sessions (CPD) and the last day, for one to four sessions a week, in your nation.",
        Kind = ToolKind.WorkOut,
        IsPersonal = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Money];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSerializable(typeof(RetentionPost))]
[JsonSerializable(typeof(RetentionMoney))]
public sealed partial class GpRetentionJson : JsonSerializerContext;
