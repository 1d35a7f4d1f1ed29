using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Cli;

/// <summary>Facts in a file, what is wrong with them, and the worked examples.</summary>
internal static class FactsFile
{
    /// <summary>The longest that one person’s facts can be, in bytes.</summary>
    public const int Most = 1024 * 1024;

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static Stream Open(string path) =>
        path == "-" ? Console.OpenStandardInput() : File.Exists(path) ? File.OpenRead(path) : throw new UsageException($"There is no file {path}.");

    /// <summary>The saved files in a folder, in the order of their names.</summary>
    /// <exception cref="UsageException">There is none, or one is too long.</exception>
    public static IReadOnlyList<SavedFacts> OfFolder(string path)
    {
        var files = Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            throw new UsageException($"There is no .json file in {path}.");
        }

        return files.Find(file => new FileInfo(file).Length > Most) is { } tooLong
            ? throw new UsageException($"{tooLong} is longer than one person’s facts can be.")
            : [.. files.Select(file => new SavedFacts(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file)))];
    }

    /// <summary>Whether a file is a table, by its name.</summary>
    public static bool IsTable(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".tsv" or ".xlsx";

    /// <summary>Whether a line after the first is a whole JSON object.</summary>
    public static bool HasObjectOnALine(ReadOnlySpan<byte> text)
    {
        var lines = 0;
        var found = false;
        foreach (var line in text.Split((byte)'\n'))
        {
            lines++;
            found |= lines > 1 && IsObject(text[line]);
        }

        return found;
    }

    /// <summary>Whether a line is a whole JSON object.</summary>
    public static bool IsObject(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Says what is wrong, with the place in the file or the option.</summary>
    public static int Say(string? path, IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors)
        {
            var place = path is null || error.Field.StartsWith("--", StringComparison.Ordinal) ? "" : $"{path}{(error.Line is { } line ? $":{line}:{error.Column}" : "")}: ";
            Console.Error.WriteLine($"{place}{(error.Field.Length > 0 ? error.Field + ": " : "")}{error.Message}");
        }

        return ExitCode.Usage;
    }

    public static int PrintExamples(string folder, Tool tool)
    {
        foreach (var example in ContentLoader.LoadExamples(folder, tool.Room).Where(example => (example.Tool ?? tool.Key) == tool.Key))
        {
            Console.Out.WriteLine($"{example.Id}: {example.Says}");
            Console.Out.WriteLine($"  facts   {example.Facts}");
            Console.Out.WriteLine($"  as at   {example.On:yyyy-MM-dd}");
            Console.Out.WriteLine($"  answer  {string.Join(", ", example.Expect.Select(pair => $"{pair.Key} {pair.Value}"))}");
            Console.Out.WriteLine($"  why     {example.Why}");
        }

        return ExitCode.Done;
    }
}
