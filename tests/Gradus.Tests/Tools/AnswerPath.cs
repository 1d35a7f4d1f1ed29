using System.Globalization;
using System.Text;
using System.Text.Json;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>
/// Finds a member of an answer by its path, such as <c>lines[2].amount</c> or, for the length of a list, <c>days.count</c>; in a list of objects
/// <c>items[key=induction].due</c> finds by a member.
/// </summary>
internal static class AnswerPath
{
    public static string At(JsonElement answer, string path)
    {
        var at = answer;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            at = step switch
            {
                "count" when at.ValueKind == JsonValueKind.Array => JsonSerializer.SerializeToElement(at.GetArrayLength()),
                _ when step[0] == '[' && step.Contains('=', StringComparison.Ordinal) => Find(at, step[1..^1], path),
                _ when step[0] == '[' => at[int.Parse(step[1..^1], CultureInfo.InvariantCulture)],
                _ => at.TryGetProperty(step, out var member)
                    ? member
                    : throw new KeyNotFoundException($"The answer has no “{step}” on the way to {path}; it has {string.Join(", ", at.EnumerateObject().Select(one => one.Name))}."),
            };
        }

        return at.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.Number => at.GetDecimal().ToString("0.############", CultureInfo.InvariantCulture),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => at.ToString(),
        };
    }

    private static JsonElement Find(JsonElement list, string condition, string path)
    {
        var (member, value) = (condition[..condition.IndexOf('=', StringComparison.Ordinal)], condition[(condition.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        foreach (var element in list.EnumerateArray())
        {
            if (element.TryGetProperty(member, out var found) && found.ToString() == value)
            {
                return element;
            }
        }

        throw new KeyNotFoundException($"Nothing with {condition} on the way to {path}.");
    }
}

/// <summary>An answer as its JSON.</summary>
internal static class AnswerText
{
    public static string Json(BoundTool tool, ToolAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            tool.Write(json, answer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
