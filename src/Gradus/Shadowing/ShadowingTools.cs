using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.Shadowing;

/// <summary>The tools about shadowing.</summary>
public static class ShadowingTools
{
    /// <summary>When are my shadowing days, and what do they pay?</summary>
    public static Tool Dates { get; } = new Tool<ShadowingStart, ShadowingFigures, ShadowingDates>(ShadowingDatesFinder.Find, options => new ShadowingJson(options))
    {
        Room = "shadowing",
        Key = "dates",
        Question = "When are my shadowing days, and what do they pay?",
        Name = "Shadowing dates",
        Words = "The paid shadowing days before F1: which days, from the first day as F1, and what each pays in your nation.",
        SearchedAs = "a late start",
        Kind = ToolKind.WorkOut,
        Minutes = 1,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Dates];
}

/// <summary>How facts and answers of shadowing are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ShadowingStart))]
[JsonSerializable(typeof(ShadowingDates))]
public sealed partial class ShadowingJson : JsonSerializerContext;
