using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Guidance;

/// <summary>A paragraph, its doubts at the sentence they are about.</summary>
internal sealed class ParagraphHtml(GuidanceRenderer guidance) : ParagraphRenderer
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (!renderer.ImplicitParagraph)
        {
            if (!renderer.IsFirstInContainer)
            {
                renderer.EnsureLine();
            }

            renderer.Write("<p>");
        }

        GuidanceSentences.Write(renderer, obj.Inline ?? Enumerable.Empty<Inline>(), guidance);
        if (!renderer.ImplicitParagraph)
        {
            renderer.WriteLine("</p>");
        }
    }
}
