using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gradus.Data.Content;
using Gradus.Tools;

namespace Gradus.Data.Tools;

/// <summary>Every tool.</summary>
/// <param name="Edition">The content edition.</param>
/// <param name="Tools">The tools, by room.</param>
public sealed record ToolsAnswer(string Edition, IReadOnlyList<ToolEntry> Tools);

/// <summary>A tool, for programs.</summary>
/// <param name="Room">The room, such as less-than-full-time.</param>
/// <param name="Key">Its name in addresses and commands.</param>
/// <param name="Address">Its page; under /api its call.</param>
/// <param name="Question">The question it answers.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Words">What it does.</param>
/// <param name="Kind">work-out, check, compare, plan or write.</param>
/// <param name="Minutes">About how many minutes it takes.</param>
/// <param name="Personal">Whether the facts are only ever posted.</param>
/// <param name="Declared">Whether it has a call and a command; otherwise it is a page.</param>
/// <param name="Facts">The JSON Schema of its facts, with every key that is accepted; null for a page.</param>
/// <param name="Answer">The JSON Schema of its answer; null for a page.</param>
/// <param name="Figures">The figures and tables that it reads, as room/key.</param>
/// <param name="Example">Facts that are answered, from the first worked example; null for a page.</param>
/// <param name="ExampleOn">The day on which the example is asked.</param>
/// <param name="ExampleVerdict">The verdict that the example expects; null where it expects other things only.</param>
public sealed record ToolEntry(
    string Room,
    string Key,
    string Address,
    string Question,
    string Name,
    string Words,
    ToolKind Kind,
    int Minutes,
    bool Personal,
    bool Declared,
    JsonNode? Facts,
    JsonNode? Answer,
    IReadOnlyList<string> Figures,
    JsonNode? Example,
    DateOnly? ExampleOn,
    string? ExampleVerdict);

/// <summary>Makes the list of tools, the same for the API and the command.</summary>
public static class ToolList
{
    /// <summary>Writes the list.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="library">The content, whole.</param>
    /// <param name="bind">A tool with its content at hand.</param>
    public static void Write(Utf8JsonWriter json, ContentLibrary library, Func<DeclaredTool, BoundTool> bind)
    {
        ArgumentNullException.ThrowIfNull(library);
        var answer = new ToolsAnswer(library.Edition, [.. AllTools.All.Select(tool => Entry(tool, library, bind))]);
        JsonSerializer.Serialize(json, answer, ToolListJson.Default.ToolsAnswer);
    }

    private static ToolEntry Entry(Tool tool, ContentLibrary library, Func<DeclaredTool, BoundTool> bind)
    {
        var declared = tool as DeclaredTool;
        var example = declared is null ? null : library.ExamplesOf(tool) is [var first, ..] ? first : null;
        return new ToolEntry(
            tool.Room, tool.Key, tool.Address, tool.Question, tool.Name, tool.Words, tool.Kind, tool.Minutes, tool.IsPersonal, declared is not null,
            declared is null ? null : FactsSchema.Of(bind(declared)), declared?.AnswerSchema(), declared?.Reads ?? [],
            example is null ? null : JsonNode.Parse(example.Facts), example?.On, example?.Expect.GetValueOrDefault("verdict"));
    }
}

/// <summary>How the list is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ToolsAnswer))]
internal sealed partial class ToolListJson : JsonSerializerContext;
