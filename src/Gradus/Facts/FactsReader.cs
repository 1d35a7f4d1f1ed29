using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gradus.Rules;

namespace Gradus.Facts;

/// <summary>
/// Reads facts from JSON, strictly. The serializer makes the record; only when it cannot, or when something is wrong with what it made, is the text gone
/// through again to say which fields are
/// wrong and on which line and column each stands.
/// </summary>
/// <typeparam name="T">The facts.</typeparam>
/// <param name="type">The record as the serializer knows it; its options are strict.</param>
public sealed class FactsReader<T>(JsonTypeInfo<T> type)
    where T : class
{
    /// <summary>The shape of the facts.</summary>
    public FactsShape Shape { get; } = FactsShape.Of(type);

    /// <summary>Reads one JSON object as UTF-8; a byte-order mark before it is skipped.</summary>
    /// <param name="json">The text.</param>
    /// <param name="check">Says what is wrong between facts; <c>null</c> when nothing can be.</param>
    public ReadResult<T> Read(ReadOnlySpan<byte> json, Action<T, FieldErrors>? check = null)
    {
        var text = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        var errors = new FieldErrors();
        if ((Make(text) ?? (FactsKeys.Canonical(text, Shape) is { } written ? Make(written) : null)) is { } facts)
        {
            Shape.Check(facts, FactsPath.Facts, errors);
            if (!errors.AreHollow)
            {
                check?.Invoke(facts, errors);
            }

            if (errors.None)
            {
                return ReadResult.Of(facts);
            }
        }

        return ReadResult.Wrong<T>(FactsPlaces.Say(text, Shape, errors));
    }

    /// <summary>Writes facts as they are read; what was not given is left out.</summary>
    public byte[] Write(T facts) => JsonSerializer.SerializeToUtf8Bytes(facts, type);

    private T? Make(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null; // Broken, of another shape, or with escapes that are no characters: FactsPlaces says which.
        }
    }
}
