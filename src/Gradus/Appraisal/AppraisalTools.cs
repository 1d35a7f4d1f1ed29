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
        Words = "What is missing of your college’s year, its five years and each kind of CPD. The GMC has no number.",
        SearchedAs = "credits, points, external, clinical, personal, what counts at most",
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
        Words = "How many replies make patient and colleague feedback reliable, how many are missing, and when to start.",
        SearchedAs = "multisource feedback, MSF, 360, revalidation",
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
