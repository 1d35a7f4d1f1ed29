using Gradus.Data.Content.Guidance;
using Gradus.Web.Reading;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Guidance;

/// <summary>Key figures as tiles.</summary>
internal static class KeyFiguresHtml
{
    /// <summary>Those that open a room, under its answer.</summary>
    public static void WriteOpening(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance) =>
        Write(renderer, container, guidance, "figures figures--even");

    /// <summary>Those in a text.</summary>
    public static void Write(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance) => Write(renderer, container, guidance, "figures");

    private static void Write(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance, string css)
    {
        var tiles = container.OfType<ListBlock>()
            .SelectMany(list => list.OfType<ListItemBlock>())
            .Select(item => (Item: item, Figure: item.Descendants<FigureInline>().First()))
            .ToList();
        var known = tiles.FindAll(tile => guidance.Without(tile.Figure) is null);
        if (known.Count > 0)
        {
            renderer.Write($"<dl class=\"{css}\">");
            foreach (var (item, figure) in known)
            {
                renderer.Write("<div><dt>");
                GuidanceSentences.Write(renderer,
                    item.OfType<ParagraphBlock>().SelectMany(paragraph => paragraph.Inline ?? Enumerable.Empty<Inline>()).Where(inline => inline != figure),
                    guidance);
                renderer.Write("</dt><dd>");
                renderer.Render(figure);
                renderer.Write("</dd></div>");
            }

            renderer.Write("</dl>");
        }

        // A tile holds a figure; what has no value for the reader is said in words.
        foreach (var missing in tiles.Select(tile => guidance.Without(tile.Figure)).OfType<FigureWithoutValue>())
        {
            guidance.Count(missing);
            renderer.Write($"<p class=\"without\"><a class=\"fig\" href=\"{Figures.Links.Page(missing.Figure)}\">{Markup.Encode(missing.Figure.Says.TrimEnd('.'))}</a>: {Markup.Encode(missing.Clause)}.</p>");
        }
    }
}
