using System.Text.Json.Nodes;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Every single fact of a tool, and facts with one of them put at a value.</summary>
internal static class EveryFact
{
    /// <summary>The facts that hold a value of their own: one row of a list and one entry of a map stand for all.</summary>
    public static IEnumerable<(string Path, IReadOnlyList<FactsShape> Steps)> Of(DeclaredTool tool) => Of(tool.Shape, "", []);

    /// <summary>The facts with a value at a path; what stands on the way to it is made where it is not there, with what must be given beside it.</summary>
    public static string With(string facts, IReadOnlyList<FactsShape> steps, JsonNode? value)
    {
        var root = JsonNode.Parse(facts)!;
        Put(root, steps, value);
        return root.ToJsonString();
    }

    /// <summary>The facts without what stands at a path.</summary>
    public static string Without(string facts, IReadOnlyList<FactsShape> steps)
    {
        var root = JsonNode.Parse(facts)!;
        var at = root;
        foreach (var step in steps.SkipLast(1))
        {
            at = at is JsonArray list ? list[0]! : at[NameOf(step)]!;
        }

        if (at is JsonArray last)
        {
            last.RemoveAt(0);
        }
        else
        {
            at.AsObject().Remove(NameOf(steps[^1]));
        }

        return root.ToJsonString();
    }

    private static IEnumerable<(string Path, IReadOnlyList<FactsShape> Steps)> Of(FactsShape group, string path, IReadOnlyList<FactsShape> before) =>
        group.Members.SelectMany(member => In(member, path.Length == 0 ? member.Name : $"{path}.{member.Name}", [.. before, member]));

    private static IEnumerable<(string Path, IReadOnlyList<FactsShape> Steps)> In(FactsShape fact, string path, IReadOnlyList<FactsShape> steps) => fact.Kind switch
    {
        FactKind.Group => Of(fact, path, steps),
        FactKind.List => In(fact.Item!, path + "[0]", [.. steps, fact.Item!]),
        FactKind.Map => In(fact.Item!, path + ".one", [.. steps, fact.Item!]),
        _ => [(path, steps)],
    };

    // An entry of a map has no name of its own.
    private static string NameOf(FactsShape step) => step.Name.Length > 0 ? step.Name : "one";

    private static void Put(JsonNode at, IReadOnlyList<FactsShape> steps, JsonNode? value)
    {
        for (var step = 0; ; step++)
        {
            if (at is JsonArray list)
            {
                if (step == steps.Count - 1)
                {
                    list.Clear();
                    list.Add(value);
                    return;
                }

                if (list.Count == 0)
                {
                    list.Add(Fresh(steps[step]));
                }

                at = list[0]!;
            }
            else
            {
                var name = NameOf(steps[step]);
                if (step == steps.Count - 1)
                {
                    at[name] = value;
                    return;
                }

                at = at[name] ??= Fresh(steps[step]);
            }
        }
    }

    // What no reader was asked yet, as little of it as can be read.
    private static JsonNode Fresh(FactsShape fact) => fact.Kind switch
    {
        FactKind.Text => JsonValue.Create(fact.Fact?.Example ?? "one"),
        FactKind.Number or FactKind.Whole => JsonValue.Create(Math.Max(0, fact.Low)),
        FactKind.Day => JsonValue.Create("2027-08-04"),
        FactKind.Moment => JsonValue.Create("2027-04-08T11:05"),
        FactKind.YesNo => JsonValue.Create(value: false),
        FactKind.Choice => JsonValue.Create(fact.Choices[0].Key),
        FactKind.List => new JsonArray(),
        FactKind.Map => new JsonObject(),
        _ => new JsonObject([.. fact.Members.Where(member => member.IsNeeded).Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Fresh(member)))]),
    };
}
