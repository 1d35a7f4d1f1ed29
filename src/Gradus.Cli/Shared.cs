using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Data;
using Gradus.Rules;

namespace Gradus.Cli;

/// <summary>Options that several commands share, and how JSON is printed.</summary>
internal static class Shared
{
    /// <summary>JSON for people to read: indented, with letters as letters.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON for programs: one line.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Today in London.</summary>
    public static DateOnly Today => new TodayInTheUk(TimeProvider.System).Date;

    /// <summary>The moment, for calendar files.</summary>
    public static DateTimeOffset Now => new TodayInTheUk(TimeProvider.System).Now;

    public static Option<string?> Content() => new("--content") { Description = "The content folder; otherwise the nearest folder “content”.", HelpName = "DIR" };

    public static Option<bool> Json() => new("--json") { Description = "Print what the API would." };

    public static Option<DateOnly?> On() => new("--on")
    {
        Description = "The date asked about; otherwise today in London.",
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            result.AddError($"--on is “{result.Tokens[0].Value}”; expected a date such as 2026-11-25.");
            return null;
        },
    };

    public static Option<Nation?> Nation() => new("--nation")
    {
        Description = "The nation whose rules are asked about; otherwise England.",
        HelpName = "england|scotland|wales|northern-ireland",
        CustomParser = result =>
        {
            if (NationExtensions.ParseNation(result.Tokens[0].Value) is { } nation)
            {
                return nation;
            }

            result.AddError($"--nation is “{result.Tokens[0].Value}”; expected england, scotland, wales or northern-ireland.");
            return null;
        },
    };

    /// <summary>Writes one JSON value to standard output, with a line end.</summary>
    public static void PrintJson(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Indented))
        {
            write(json);
        }

        output.WriteByte((byte)'\n');
    }
}
