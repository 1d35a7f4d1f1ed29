using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Rules;

/// <summary>Writes nations as content has them: <c>["uk"]</c> or their keys.</summary>
public sealed class NationsConverter : JsonConverter<Nations>
{
    /// <inheritdoc/>
    public override Nations Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Nations are only written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Nations value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var key in value.Keys())
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
    }
}
