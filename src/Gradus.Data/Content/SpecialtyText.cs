using System.Text.RegularExpressions;

namespace Gradus.Data.Content;

/// <summary>What the work of a specialty is, in about 120 words of our own.</summary>
/// <param name="Paragraphs">The paragraphs, plain.</param>
/// <param name="SourceIds">The sources on which it rests.</param>
public sealed partial record SpecialtyText(IReadOnlyList<string> Paragraphs, IReadOnlyList<string> SourceIds)
{
    /// <summary>Reads every text, by the specialty's id.</summary>
    public static IReadOnlyDictionary<string, SpecialtyText> LoadAll(string contentDirectory) =>
        Directory.EnumerateFiles(Path.Combine(contentDirectory, "specialty-explorer", "specialties"), "*.md")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Parse(File.ReadAllText(file)), StringComparer.Ordinal);

    /// <summary>Splits a text from the lines above it.</summary>
    public static SpecialtyText Parse(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var parts = markdown.ReplaceLineEndings("\n").Split("---\n", 3);
        var sources = SourcesLine().Match(parts.Length > 1 ? parts[1] : "");
        return new(
            [.. parts[^1].Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => paragraph.Replace('\n', ' '))],
            sources.Success ? sources.Groups["ids"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : []);
    }

    [GeneratedRegex(@"^sources: *\[(?<ids>[^\]]*)\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SourcesLine();
}
