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
        Words = "A checklist for the induction to a placement: trust, department and mandatory training modules, the GMC’s five points, hours of online modules at home that are owed to you, and a training passport.",
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
