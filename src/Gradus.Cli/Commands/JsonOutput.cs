using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gradus.Matching.Proofs;

namespace Gradus.Cli.Commands;

/// <summary>Prints an answer as the API would send it.</summary>
internal static class JsonOutput
{
    /// <summary>For answers of one line each.</summary>
    public static JsonSerializerOptions OneLine { get; } = Options(isIndented: false);

    private static JsonSerializerOptions Indented { get; } = Options(isIndented: true);

    public static void Write<T>(T answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, Indented));

    private static JsonSerializerOptions Options(bool isIndented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = isIndented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<WhyNotReason>(JsonNamingPolicy.KebabCaseLower), new JsonStringEnumConverter<ChangeKind>(JsonNamingPolicy.KebabCaseLower) },
    };
}
