using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.Revalidation;

/// <summary>The tools about revalidation.</summary>
public static class RevalidationTools
{
    /// <summary>When does my revalidation notice come, and when is my next appraisal due?</summary>
    public static Tool Dates { get; } = new Tool<RevalidationCycle, RevalidationFigures, RevalidationDates>(RevalidationDatesFinder.Find, options => new RevalidationJson(options))
    {
        Room = "revalidation",
        Key = "dates",
        Question = "When does my revalidation notice come, and when is my next appraisal due?",
        Name = "Revalidation dates",
        Words = "When GMC notice comes, the window of the recommendation, and your next appraisal, also after time away.",
        SearchedAs = "responsible officer, maternity leave, sickness, time abroad, the last appraisal of the cycle",
        Kind = ToolKind.WorkOut,
        IsPersonal = true,
        Check = RevalidationDatesFinder.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Dates];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RevalidationCycle))]
[JsonSerializable(typeof(RevalidationDates))]
public sealed partial class RevalidationJson : JsonSerializerContext;
