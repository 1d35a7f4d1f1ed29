using Gradus.Dates;
using Gradus.Rules;
using Gradus.Web.Reading;
using Markdig.Renderers;

namespace Gradus.Web.Features.Guidance;

/// <summary>The dates of a room that are to come for the reader.</summary>
internal static class MilestonesHtml
{
    public static void Write(HtmlRenderer renderer, string[] arguments, GuidanceRenderer guidance)
    {
        var coming = guidance.System.Milestones.Where(milestone => arguments.Length == 0 || milestone.Id.StartsWith(arguments[0] + "-", StringComparison.Ordinal))
            .Where(milestone => milestone.Last >= guidance.On && milestone.Nations.Includes(guidance.Nation))
            .OrderBy(milestone => milestone.First)
            .ToList();
        if (coming.Count == 0)
        {
            renderer.Write($"<p class=\"soft\">We know of no dates for {Markup.Encode(guidance.Nation.Name())} after {guidance.On.Words()}.</p>");
            return;
        }

        renderer.Write("<ol class=\"next plain\">");
        foreach (var milestone in coming)
        {
            guidance.Count(milestone.Status);
            var number = milestone.SourceId is { } source ? guidance.Cite(source, milestone.Place) : 0;
            var said = milestone.Status == Status.Sure ? "" : " " + Markup.Said(milestone.Status);
            var note = milestone.Note is null ? "" : $" <span class=\"soft\">{Markup.Encode(milestone.Note)}</span>";
            var cite = number == 0 ? "" : guidance.Mark(number);
            renderer.Write($"<li><b class=\"when\">{Markup.When(milestone)}</b><div>{Markup.Encode(milestone.What)}{cite}{note}{said}</div></li>");
        }

        renderer.Write("</ol>");
    }
}
