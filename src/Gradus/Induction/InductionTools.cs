using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.Induction;

/// <summary>The tools about induction.</summary>
public static class InductionTools
{
    /// <summary>What must my induction cover, and what is missing?</summary>
    public static Tool Checklist { get; } = new Tool<InductionRecord, InductionFigures, InductionChecklist>(InductionChecker.Find, options => new InductionJson(options))
    {
        Room = "induction",
        Key = "checklist",
        Question = "What must my induction cover, and what is missing?",
        Name = "Induction checklist",
        Words = "What the induction to a placement must cover, what is missing of yours, and the hours of modules at home that are owed to you.",
        SearchedAs = "trust, department, mandatory training modules, the GMC’s five points, online modules, training passport",
        Kind = ToolKind.Check,
        Minutes = 3,
        IsPersonal = true,
        Next = "/code-of-practice/plan",
        Check = InductionChecker.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Checklist];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(InductionRecord))]
[JsonSerializable(typeof(InductionChecklist))]
public sealed partial class InductionJson : JsonSerializerContext;
