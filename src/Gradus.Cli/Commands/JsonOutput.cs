using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gradus.Matching.Proofs;

namespace Gradus.Cli.Commands;

/// <summary>Prints an answer as the API would send it.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<WhyNotReason>(JsonNamingPolicy.KebabCaseLower), new JsonStringEnumConverter<ChangeKind>(JsonNamingPolicy.KebabCaseLower) },
    };

    public static void Write<T>(T answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, options));
}
