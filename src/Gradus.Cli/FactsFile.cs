using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Cli;

/// <summary>Facts in a file, what is wrong with them, and the worked examples.</summary>
internal static class FactsFile
{
    private const int Most = 1024 * 1024;

    public static byte[] Read(string path)
    {
        using var input = path == "-" ? Console.OpenStandardInput() : File.Exists(path) ? File.OpenRead(path) : throw new UsageException($"There is no file {path}.");
        using var all = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (var read = input.Read(chunk); read > 0; read = input.Read(chunk))
        {
            all.Write(chunk, 0, read);
            if (all.Length > Most)
            {
                throw new UsageException($"{path} is longer than a megabyte. For the facts of many people use a file of JSON lines ending in .jsonl.");
            }
        }

        return all.ToArray();
    }

    /// <summary>Says what is wrong, with the place in the file or the option.</summary>
    public static int Say(string? path, IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors)
        {
            var place = path is null ? "" : $"{path}{(error.Line is { } line ? $":{line}:{error.Column}" : "")}: ";
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
