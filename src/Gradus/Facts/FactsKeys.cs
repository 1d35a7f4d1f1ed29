using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gradus.Facts;

/// <summary>
/// Keys of choices are read without regard to case, which the serializer only does for names that have no key of their own: they are put as written before it
/// reads them again.
/// </summary>
internal static class FactsKeys
{
    /// <summary>The same facts with the keys of choices as they are written; <c>null</c> when none is otherwise, or when the text cannot be read.</summary>
    /// <param name="text">The text, as UTF-8.</param>
    /// <param name="shape">What it should be.</param>
    public static byte[]? Canonical(ReadOnlySpan<byte> text, FactsShape shape)
    {
        try
        {
            return JsonNode.Parse(text) is { } facts && Put(facts, shape) ? Encoding.UTF8.GetBytes(facts.ToJsonString()) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            return null; // Broken, or with a name twice: whoever reads it says so.
        }
    }

    private static bool Put(JsonNode node, FactsShape shape)
    {
        var isPut = false;
        switch (node)
        {
            case JsonObject group when shape.Kind == FactKind.Group:
                foreach (var member in shape.Members)
                {
                    if (group[member.Name] is { } value)
                    {
                        isPut |= Written(value, member) is { } key ? Replace(() => group[member.Name] = key) : Put(value, member);
                    }
                }

                break;
            case JsonArray list when shape is { Kind: FactKind.List, Item: { } item }:
                for (var index = 0; index < list.Count; index++)
                {
                    if (list[index] is { } value)
                    {
                        var at = index;
                        isPut |= Written(value, item) is { } key ? Replace(() => list[at] = key) : Put(value, item);
                    }
                }

                break;
        }

        return isPut;
    }

    private static bool Replace(Action replace)
    {
        replace();
        return true;
    }

    private static string? Written(JsonNode value, FactsShape shape) =>
        shape.Kind == FactKind.Choice && value is JsonValue single && single.TryGetValue<string>(out var text)
            ? shape.Choices.FirstOrDefault(choice => choice.Key != text && string.Equals(choice.Key, text, StringComparison.OrdinalIgnoreCase))?.Key
            : null;
}
