using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gradus.Data.Content.Files;

/// <summary>Reads a system's <c>examples.yaml</c>; the facts become JSON, since that is what every door reads.</summary>
internal static class ExamplesFile
{
    public static List<WorkedExample> Read(ContentFile file)
    {
        var examples = new List<WorkedExample>();
        if (file.Sequence() is not { } root)
        {
            return examples;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.Children)
        {
            if (file.Fields(node, "an example") is not { } fields)
            {
                continue;
            }

            var id = fields.Text("id");
            var tool = fields.Text("tool", required: false);
            var says = fields.Text("says");
            var on = fields.Date("on");
            var facts = fields.Node("facts");
            var expect = fields.Node("expect") is { } expectNode ? file.Fields(expectNode, "“expect”") : null;
            var why = fields.Text("why");
            fields.NothingElse();
            if (id is not null && (!SourcesFile.IsName(id) || !ids.Add(id)))
            {
                file.Fault(fields.Mark("id"), $"the id “{id}” must be lower-case words joined by hyphens, and stand once");
            }

            if (id is not null && says is not null && on is not null && facts is not null && expect is not null && why is not null)
            {
                var expected = expect.Entries.ToDictionary(entry => entry.Key, entry => (entry.Value as YamlScalarNode)?.Value ?? "", StringComparer.Ordinal);
                examples.Add(new WorkedExample(id, tool, says, on.Value, ToJson(facts), expected, why));
            }
        }

        return examples;
    }

    private static string ToJson(YamlNode node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping.Children)
                {
                    writer.WritePropertyName((key as YamlScalarNode)?.Value ?? "");
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case YamlSequenceNode sequence:
                writer.WriteStartArray();
                foreach (var child in sequence.Children)
                {
                    Write(writer, child);
                }

                writer.WriteEndArray();
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" or "" or null }:
                writer.WriteNullValue();
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar:
                writer.WriteBooleanValue(scalar.Value == "true");
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when YamlFields.ParseNumber(text) is { } number:
                writer.WriteNumberValue(number);
                break;
            case YamlScalarNode scalar:
                writer.WriteStringValue(scalar.Value);
                break;
        }
    }
}
