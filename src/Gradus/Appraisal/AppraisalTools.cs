using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.Appraisal;

/// <summary>The tools about appraisal.</summary>
public static class AppraisalTools
{
    /// <summary>What is missing of the CPD that my college asks for?</summary>
    public static Tool Cpd { get; } = new Tool<CpdDone, CpdFigures, CpdGap>(CpdGapCalculator.Calculate, options => new AppraisalJson(options))
    {
        Room = "appraisal",
        Key = "cpd",
        Question = "What is missing of the CPD that my college asks for?",
        Name = "CPD gap",
        Words = "CPD credits or points by college: what is missing of the year, of the five years and of each kind (external, clinical, personal), and what counts at most. The GMC has no number.",
        Kind = ToolKind.Check,
        Minutes = 2,
        IsPersonal = true,
        Check = CpdGapCalculator.Check,
        Next = "/revalidation/dates",
    };

    /// <summary>How many more replies does my feedback need?</summary>
    public static Tool Feedback { get; } = new Tool<FeedbackSoFar, FeedbackFigures, FeedbackCount>(FeedbackCounter.Count, options => new AppraisalJson(options))
    {
        Room = "appraisal",
        Key = "feedback",
        Question = "How many more patients and colleagues must answer my feedback questionnaires?",
        Name = "Feedback replies",
        Words = "Patient and colleague feedback (multisource feedback, MSF, 360) for revalidation: how many replies make it reliable, how many are missing, and when to start.",
        Kind = ToolKind.Check,
        Minutes = 1,
        IsPersonal = true,
        Next = "/revalidation/dates",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Cpd, Feedback];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CpdDone))]
[JsonSerializable(typeof(CpdGap))]
[JsonSerializable(typeof(FeedbackSoFar))]
[JsonSerializable(typeof(FeedbackCount))]
public sealed partial class AppraisalJson : JsonSerializerContext;
