using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Data;
using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.Cli;

/// <summary>Options that several commands share, and how JSON is printed.</summary>
internal static class Shared
{
    /// <summary>JSON for people to read: indented, with letters as letters.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON for programs: one line.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

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
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && date >= FactsShape.Earliest
                && date <= FactsShape.Latest)
            {
                return date;
            }

            result.AddError($"--on is “{result.Tokens[0].Value}”; expected a date from 1900 to 2199 such as 2026-11-25.");
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

    /// <summary>Refuses two ways of printing one answer: one of them would be ignored.</summary>
    /// <exception cref="UsageException">Both were asked for.</exception>
    public static void PrintsOnce(ParseResult parsed, Option<bool> json, Option<bool> csv)
    {
        if (parsed.GetValue(json) && parsed.GetValue(csv))
        {
            throw new UsageException("--json and --csv each print the answer: give one of them.");
        }
    }

    /// <summary>Writes files and says so: all of them or none.</summary>
    public static void WriteAll(IReadOnlyList<(string Path, byte[] Content, string Says)> files)
    {
        var whole = files.Select(file => Path.GetFullPath(file.Path)).ToList();
        if (whole.GroupBy(path => path, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UsageException($"Two files would be written to {twice.Key}; name two.");
        }

        if (whole.Find(Directory.Exists) is { } folder)
        {
            throw new UsageException($"{folder} is a folder; expected the name of a file.");
        }

        if (whole.Find(path => !Directory.Exists(Path.GetDirectoryName(path))) is { } lost)
        {
            throw new UsageException($"There is no folder {Path.GetDirectoryName(lost)}.");
        }

        WrittenAside.ReplaceAll([.. files.Zip(whole,
            (file, path) => (Path.GetDirectoryName(path)!, Path.GetFileName(path), (Action<Stream>)(stream => stream.Write(file.Content))))]);
        foreach (var file in files)
        {
            Console.Error.WriteLine(file.Says);
        }
    }

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
