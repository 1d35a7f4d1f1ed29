using Gradus.Data.Content;
using Gradus.Rules;

namespace Gradus.Cli;

/// <summary>Facts in a file, and what is wrong with them.</summary>
internal static class FactsFile
{
    private const int Most = 1024 * 1024;

    public static byte[] Read(string path)
    {
        if (path != "-")
        {
            var file = new FileInfo(path);
            return !file.Exists ? throw new UsageException($"There is no file {path}.") : file.Length > Most ? throw new UsageException($"{path} is longer than a megabyte.") : File.ReadAllBytes(path);
        }

        using var input = Console.OpenStandardInput();
        using var all = new MemoryStream();
        input.CopyTo(all);
        return all.ToArray();
    }

    public static int Say(string path, IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors)
        {
            Console.Error.WriteLine($"{path}{(error.Line is { } line ? $":{line}:{error.Column}" : "")}: {(error.Field.Length > 0 ? error.Field + ": " : "")}{error.Message}");
        }

        return ExitCode.Usage;
    }

    public static int PrintExamples(string folder, string system)
    {
        foreach (var example in ContentLoader.LoadExamples(folder, system))
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
