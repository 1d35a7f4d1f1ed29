using System.Buffers;
using System.Text;
using Gradus.Data.Content.Guidance;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Data.Content.Files;

/// <summary>Reads a page of guidance: the front matter, and the text as Markdown.</summary>
internal static class GuidanceFile
{
    private static readonly SearchValues<string> SentenceEnds = SearchValues.Create([". ", "? ", "! "], StringComparison.Ordinal);
    private const int DeepestIndent = 200;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub)
        .UseCustomContainers()
        .Use<FigureExtension>()
        .Build();

    /// <summary>Reads the page; the references in it are checked later, by <see cref="GuidanceReferences"/>.</summary>
    public static (GuidancePage Page, int LineOffset)? Read(ContentFile file, string system, string address)
    {
        var lines = file.Text.Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        if (lines[0] != "---" || end < 0)
        {
            file.Fault(1, 1, "the page must begin with its front matter between two lines of “---”");
            return null;
        }

        // A blank first line keeps the front matter's own line numbers.
        var frontMatter = file.WithText("\n" + string.Join('\n', lines[1..end]));
        if (frontMatter.Mapping() is not { } mapping)
        {
            return null;
        }

        var fields = new YamlFields(frontMatter, mapping);

        var title = fields.Text("title");
        var name = fields.Text("name", required: false);
        var lede = fields.Text("lede");
        var card = fields.Text("card");
        var stage = fields.Choice("stage", ParseStage, "foundation, applying, in-training, gp-sas-consultant or away");
        var reviewed = fields.Date("reviewed");
        var review = fields.Choice("review", ParseReview, "money, recruitment or rules");
        var covers = file.Nations(fields, "covers");
        var coversNote = fields.Text("covers-note", required: false);
        fields.NothingElse();
        if (card is not null && card.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 8)
        {
            file.Fault(fields.Mark("card"), "“card” has more than eight words");
        }

        if (name is not null && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 4)
        {
            file.Fault(fields.Mark("name"), "“name” has more than four words");
        }

        if (lede is not null && lede.TrimEnd('.', '?').AsSpan().IndexOfAny(SentenceEnds) >= 0)
        {
            file.Fault(fields.Mark("lede"), "“lede” must be one sentence: the answer most people came for");
        }

        var document = Parse(file, lines[(end + 1)..]);
        if (title is null || lede is null || card is null || stage is null || reviewed is null || review is null)
        {
            return null;
        }

        return (new GuidancePage
        {
            System = system,
            Address = address,
            Title = title,
            Name = name ?? title,
            Lede = lede,
            Card = card,
            Stage = stage.Value,
            Reviewed = reviewed.Value,
            Review = review.Value,
            Covers = covers,
            CoversNote = coversNote,
            Document = document,
            Sections = Sections(document),
        }, end + 1);
    }

    private static List<GuidanceSection> Sections(MarkdownDocument document)
    {
        var sections = new List<GuidanceSection>();
        var (id, heading, blocks) = ("", "", new List<Block>());
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: 2 } next)
            {
                Close();
                (id, heading, blocks) = (next.GetAttributes().Id ?? "", PlainText(next.Inline), []);
            }
            else if (block is not LinkReferenceDefinitionGroup)
            {
                blocks.Add(block);
            }
        }

        Close();
        return sections;

        void Close()
        {
            if (heading.Length > 0 || blocks.Count > 0)
            {
                sections.Add(new GuidanceSection(id, heading, blocks));
            }
        }
    }

    /// <summary>The words of some inlines, without marks.</summary>
    public static string PlainText(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case LineBreakInline:
                    words.Append(' ');
                    break;
            }
        }

        return words.ToString().Trim();
    }

    private static Stage? ParseStage(string text) => text switch
    {
        "foundation" => Stage.Foundation,
        "applying" => Stage.Applying,
        "in-training" => Stage.InTraining,
        "gp-sas-consultant" => Stage.GpSasConsultant,
        "away" => Stage.Away,
        _ => null,
    };

    private static ReviewKind? ParseReview(string text) => text switch
    {
        "money" => ReviewKind.Money,
        "recruitment" => ReviewKind.Recruitment,
        "rules" => ReviewKind.Rules,
        _ => null,
    };

    // What is nested this deep is no guidance, and would take the parser minutes or its stack.
    private static MarkdownDocument Parse(ContentFile file, string[] lines)
    {
        if (Array.Exists(lines, line => line.Length > DeepestIndent && string.IsNullOrWhiteSpace(line[..DeepestIndent])))
        {
            throw new InvalidDataException($"{file.Path} cannot be read: a line is indented by more than {DeepestIndent} columns.");
        }

        try
        {
            return Markdown.Parse(string.Join('\n', lines), Pipeline);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{file.Path} cannot be read: quotations, lists or brackets are nested too deeply.", e);
        }
    }
}
