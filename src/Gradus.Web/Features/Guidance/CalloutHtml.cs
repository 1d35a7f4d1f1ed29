using Gradus.Web.Reading;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Guidance;

/// <summary>A box that leads to a tool: the link at its end becomes the button.</summary>
internal static class CalloutHtml
{
    public static void Write(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.Write("<div class=\"callout\"><div>");
        LinkInline? way = null;
        foreach (var block in container)
        {
            if (block is ParagraphBlock { Inline: { LastChild: LinkInline link } inlines })
            {
                way = link;
                renderer.Write("<p>");
                foreach (var inline in inlines.Where(inline => inline != link))
                {
                    renderer.Render(inline);
                }

                renderer.Write("</p>");
            }
            else if (block is HeadingBlock heading)
            {
                renderer.Write("<h3>");
                renderer.WriteChildren(heading.Inline!);
                renderer.Write("</h3>");
            }
            else
            {
                renderer.Render(block);
            }
        }

        renderer.Write("</div>");
        if (way is not null)
        {
            renderer.Write($"<a class=\"btn btn--quiet\" href=\"{Markup.Encode(way.Url)}\">");
            renderer.WriteChildren(way);
            renderer.Write("</a>");
        }

        renderer.Write("</div>");
    }
}
