using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Guidance;

/// <summary>What writes each container, table, figure and citation of guidance.</summary>
internal static class GuidanceBlocks
{
    public static void Install(HtmlRenderer html, GuidanceRenderer guidance)
    {
        html.ObjectRenderers.Insert(0, new FigureHtml(guidance));
        html.ObjectRenderers.Insert(0, new ContainerHtml(guidance));
        html.ObjectRenderers.Insert(0, new TableHtml(guidance));
        html.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new LinkHtml(guidance));
        html.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new ParagraphHtml(guidance));
        html.ObjectRenderers.Insert(0, new DatedHtml(guidance));
    }

    /// <summary>The words of a block without what marks them.</summary>
    public static string PlainText(Block block) => string.Concat(block.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())).Trim();
}
