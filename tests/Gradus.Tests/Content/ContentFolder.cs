using System.Text;
using Gradus.Data.Content;
using Gradus.Tools;

namespace Gradus.Tests.Content;

/// <summary>The smallest content without a fault, in a folder of its own: every room with one page and one figure. A test changes one file.</summary>
internal sealed class ContentFolder : IDisposable
{
    public const string Rules =
        """
        notice:
          says: How long before.
          unit: weeks
          values:
            - { from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: sure }

        """;

    public const string FrontMatter =
        """
        ---
        title: A subject
        lede: The answer.
        card: The answer
        stage: away
        reviewed: 2026-01-01
        review: rules
        covers: [uk]
        ---

        """;

    public const string ASource =
        """
        a-source:
          publisher: A body
          title: A page
          address: https://example.org/page
          dated: 2025-08
          read: 2026-01-01
          kind: official

        """;

    public const string TableHeading = "point,gbp,from,nation,source,status\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gradus-content-");

    public ContentFolder()
    {
        With("sources.yaml", Sources());
        With("synonyms.yaml", "ltft: [less than full time]\n");
        foreach (var room in Rooms.All)
        {
            With(room + "/rules.yaml", Rules);
            foreach (var page in Rooms.PagesOf(room).Prepend("guidance"))
            {
                With($"{room}/{page}.md", FrontMatter + "\n## In short\n\nIt takes {{notice}} [page 2](source:a-source).\n");
            }
        }
    }

    public string Path => _folder.FullName;

    /// <summary>The sources that every content folder needs, <c>a-source</c> first.</summary>
    public static string Sources() =>
        ASource + string.Concat(AllTools.Declared.SelectMany(tool => tool.Sources).Distinct(StringComparer.Ordinal).Select(Source));

    /// <summary>A source of its own under an id.</summary>
    public static string Source(string id) =>
        ASource.Replace("a-source", id, StringComparison.Ordinal)
            .Replace("A page", "The page " + id, StringComparison.Ordinal)
            .Replace("org/page", "org/" + id, StringComparison.Ordinal);

    public ContentFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public ContentFolder With(string file, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public ContentFolder WithText(string markdown) => With("induction/guidance.md", FrontMatter + markdown);

    public ContentFolder WithValues(params string[] values) =>
        With("induction/rules.yaml", "notice:\n  says: How long before.\n  unit: weeks\n  values:\n" + string.Concat(values.Select(value => $"    - {{ {value} }}\n")));

    public ContentFolder WithMilestones(string yaml) => With("induction/milestones.yaml", yaml);

    public ContentFolder WithTable(string csv) => With("induction/tables/pay.csv", csv).With("induction/tables/columns.yaml",
        """
        pay:
          says: Pay by point.
          columns:
            point: { type: text, says: Point }
            gbp: { type: number, says: Pounds, optional: true }
            from: { type: date, says: From }
            nation: { type: nation, says: Where }
            source: { type: source, says: Source }
            status: { type: status, says: How sure }

        """);

    public ContentFolder Without(string file)
    {
        File.Delete(System.IO.Path.Combine(Path, file));
        return this;
    }

    public string[] Faults() => [.. ContentLoader.Read(Path).Faults.Select(fault => fault.ToString())];

    public void Dispose() => _folder.Delete(recursive: true);
}
