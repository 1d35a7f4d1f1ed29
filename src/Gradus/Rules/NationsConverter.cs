using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Rules;

/// <summary>Writes nations as content has them: <c>["uk"]</c> or their keys.</summary>
public sealed class NationsConverter : JsonConverter<Nations>
{
    private static readonly JsonEncodedText[][] keysOfSets = [.. Enumerable.Range(0, (int)Nations.UnitedKingdom + 1)
        .Select(set => ((Nations)set).Keys().Select(key => JsonEncodedText.Encode(key)).ToArray())];

    /// <inheritdoc/>
    public override Nations Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Nations are only written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Nations value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var key in keysOfSets[(int)value])
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
    }
}
