using Gradus.Data.Content.Guidance;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Guidance;

/// <summary>A link, or the mark of a citation.</summary>
internal sealed class LinkHtml(GuidanceRenderer guidance) : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (Citation.From(link, out _) is not { } citation)
        {
            base.Write(renderer, link);
            return;
        }

        var place = string.Concat(link.OfType<LiteralInline>().Select(literal => literal.Content.ToString()));
        var number = guidance.Cite(citation.SourceId, place);
        renderer.Write(guidance.Mark(number));
        guidance.Count(citation.Status);
        guidance.DoubtSource(citation.Status, number);
    }
}
