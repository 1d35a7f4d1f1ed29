using Gradus.Data.Content.Guidance;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Gradus.Web.Features.Guidance;

/// <summary>Words that change with the day.</summary>
internal sealed class DatedHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<DatedInline>
{
    protected override void Write(HtmlRenderer renderer, DatedInline obj) => renderer.WriteEscape(obj.On(guidance.On));
}
