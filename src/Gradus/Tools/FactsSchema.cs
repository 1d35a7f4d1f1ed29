using System.Text.Json.Nodes;
using Gradus.Facts;

namespace Gradus.Tools;

/// <summary>Facts as JSON Schema, with the label, what is expected, the range and every key that is accepted.</summary>
public static class FactsSchema
{
    /// <summary>The schema of a tool's facts.</summary>
    /// <param name="tool">The tool, with its content at hand: keys that stand in a table are among the keys.</param>
    public static JsonObject Of(BoundTool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return Of(tool.Tool.Shape, tool.ChoicesOf);
    }

    private static JsonObject Of(FactsShape fact, Func<FactsShape, IReadOnlyList<Choice>> choicesOf)
    {
        var schema = new JsonObject { ["type"] = TypeOf(fact.Kind) };
        if (fact.Fact is { } words)
        {
            schema["title"] = words.Asks;
            schema["description"] = $"Expected {fact.Expected}.{(words.Hint is null ? "" : " " + words.Hint)}{(words.OnlyWhen is null ? "" : $" Only when {words.OnlyWhen}.")}";
        }

        switch (fact.Kind)
        {
            case FactKind.Group:
                schema["properties"] = new JsonObject(fact.Members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Of(member, choicesOf))));
                schema["required"] = new JsonArray([.. fact.Members.Where(member => member.IsNeeded).Select(member => (JsonNode)member.Name)]);
                schema["additionalProperties"] = false;
                break;
            case FactKind.List:
                schema["items"] = fact.Fact?.KeysOf is null ? Of(fact.Item!, choicesOf) : new JsonObject { ["type"] = "string", ["enum"] = Keys(choicesOf(fact)) };
                schema["maxItems"] = fact.Most;
                break;
            case FactKind.Map:
                schema["additionalProperties"] = Of(fact.Item!, choicesOf);
                break;
            case FactKind.Day:
                schema["format"] = "date";
                break;
            case FactKind.Number or FactKind.Whole:
                Range(schema, fact);
                break;
            case FactKind.Choice or FactKind.Text when choicesOf(fact) is { Count: > 0 } choices:
                schema["enum"] = Keys(choices);
                break;
        }

        return schema;
    }

    private static void Range(JsonObject schema, FactsShape fact)
    {
        if (fact.Low > decimal.MinValue)
        {
            schema["minimum"] = fact.Low;
        }

        if (fact.High < decimal.MaxValue)
        {
            schema["maximum"] = fact.High;
        }
    }

    private static JsonArray Keys(IReadOnlyList<Choice> choices) => [.. choices.Select(choice => (JsonNode)choice.Key)];

    private static string TypeOf(FactKind kind) => kind switch
    {
        FactKind.Number => "number",
        FactKind.Whole => "integer",
        FactKind.YesNo => "boolean",
        FactKind.List => "array",
        FactKind.Group or FactKind.Map => "object",
        _ => "string",
    };
}
