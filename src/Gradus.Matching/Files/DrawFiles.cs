using System.Text.Json;
using Gradus.Matching.Draws;

namespace Gradus.Matching.Files;

/// <summary>What is published of a draw, as JSON with bytes in lower-case hexadecimal.</summary>
public static class DrawFiles
{
    private const string CommitmentFormat = "gradus-draw-commitment/1";
    private const string RevealFormat = "gradus-draw-reveal/1";

    /// <summary>Writes a commitment.</summary>
    public static void WriteCommitment(Stream stream, DrawCommitment commitment) => Write(stream, CommitmentFormat,
        ("inputHash", Convert.ToHexStringLower(commitment.InputHash)), ("secretHash", Convert.ToHexStringLower(commitment.SecretHash)), ("beacon", commitment.Beacon));

    /// <summary>Reads a commitment.</summary>
    /// <exception cref="InputException">The file is not a commitment.</exception>
    public static DrawCommitment ReadCommitment(Stream stream, string name) => Read(stream, name, CommitmentFormat, root =>
        new DrawCommitment(Bytes(root, "inputHash"), Bytes(root, "secretHash"), root.GetProperty("beacon").GetString() ?? ""));

    /// <summary>Writes a reveal.</summary>
    public static void WriteReveal(Stream stream, DrawReveal reveal) => Write(stream, RevealFormat,
        ("secret", Convert.ToHexStringLower(reveal.Secret)), ("beaconValue", Convert.ToHexStringLower(reveal.BeaconValue)), ("seed", Convert.ToHexStringLower(reveal.Seed)));

    /// <summary>Reads a reveal.</summary>
    /// <exception cref="InputException">The file is not a reveal.</exception>
    public static DrawReveal ReadReveal(Stream stream, string name) => Read(stream, name, RevealFormat, root =>
        new DrawReveal(Bytes(root, "secret"), Bytes(root, "beaconValue"), Bytes(root, "seed")));

    private static void Write(Stream stream, string format, params (string Name, string Value)[] values)
    {
        using var json = new Utf8JsonWriter(stream, FindingsJson.Indented);
        json.WriteStartObject();
        json.WriteString("format", format);
        foreach (var (name, value) in values)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static T Read<T>(Stream stream, string name, string format, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.GetProperty("format").GetString() == format ? read(document.RootElement) : throw new FormatException("another format");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw InputException.OfJson(name, fault, $"JSON in the format {format}");
        }
    }

    private static byte[] Bytes(JsonElement root, string name) => Convert.FromHexString(root.GetProperty(name).GetString() ?? "");
}
