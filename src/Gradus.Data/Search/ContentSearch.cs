using System.Text;
using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Tools;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Data.Search;

/// <summary>Turns the content into what can be searched, as one nation's reader sees it on one day.</summary>
public static class ContentSearch
{
    /// <summary>Builds the index over the tools, the specialties, guidance, figures and sources.</summary>
    public static SearchIndex Build(ContentLibrary library, SpecialtyExplorerContent explorer, Nation nation, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(explorer);
        ArgumentNullException.ThrowIfNull(library);
        var guidance = library.Pages.SelectMany(page => page.Sections.Select(section => new SearchEntry(
            SearchKind.Guidance,
            section.Id.Length == 0 ? page.Address : page.Address + "#" + section.Id,
            page.Title,
            section.Heading,
            (section == page.Sections[0] ? page.Lede + " " : "") + PlainText(section.Blocks, nation, on),
            IsOpening: section == page.Sections[0])));
        var titles = library.Pages.GroupBy(page => page.System, StringComparer.Ordinal).ToDictionary(room => room.Key, room => room.First().Title, StringComparer.Ordinal);
        var figures = library.Figures.Values.Select(figure => new SearchEntry(
            SearchKind.Figure,
            "/figures/" + figure.Name,
            figure.Says,
            figure.Key.Replace('-', ' '),
            (figure.On(on, nation) is { } value ? FigureText.Of(value.Value, figure.Unit) + ". " + value.Note : "") + $" {titles[figure.Name[..figure.Name.IndexOf('/', StringComparison.Ordinal)]]}."));
        var sources = library.Sources.Values.Select(source => new SearchEntry(
            SearchKind.Source, "/sources#" + source.Id, source.Title, source.Publisher, $"{source.Publisher}, {FigureText.Partial(source.Dated)}. {source.Note}"));
        return new SearchIndex([.. AllTools.All.Select(tool => new SearchEntry(SearchKind.Tool, tool.Address, tool.Question, tool.Name, tool.Words)), .. explorer.SearchEntries, .. guidance, .. figures, .. sources], library.Synonyms);
    }

    /// <summary>The words of some blocks with the figures as the reader would see them.</summary>
    public static string PlainText(IEnumerable<Block> blocks, Nation nation, DateOnly on)
    {
        var words = new StringBuilder();
        foreach (var item in blocks.SelectMany(Items))
        {
            switch (item)
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
                case FigureInline { Figure: { } figure } inline:
                    words.Append(figure.On(on, inline.Nation ?? nation) is { } value ? FigureText.Of(value.Value, figure.Unit) : "not published");
                    break;
                case Block when words.Length > 0 && words[^1] != ' ':
                    words.Append(' ');
                    break;
            }
        }

        // A mark stands before its full stop, after a space; without the mark the space goes too.
        return words.Replace(" .", ".").Replace(" ,", ",").Replace(" ;", ";").ToString().Trim();
    }

    // In a table or a list of figures only keys are written: they are no words for a reader.
    private static IEnumerable<MarkdownObject> Items(Block block) => block switch
    {
        CustomContainer { Info: Containers.Rules or Containers.Table or Containers.Milestones } => [],
        ContainerBlock container => container.SelectMany(Items).Prepend(container),
        LeafBlock { Inline: { } inlines } => inlines.Descendants().Prepend<MarkdownObject>(block),
        _ => [block],
    };
}
