using AspNetCoreGeneratedDocument;
using Gradus.Tools;
using Gradus.Web.Drawing;
using Gradus.Web.Features.Tools;

namespace Gradus.Web.Tools;

/// <summary>The tools that draw a picture, or compare, in a way of their own: a view each.</summary>
internal static class ToolPictures
{
    private static readonly Dictionary<string, Func<HtmlView<ToolModel>>> views = new(StringComparer.Ordinal)
    {
        ["/less-than-full-time/completion-date"] = () => new Features_LessThanFullTime_PlansOnALine(),
        ["/working-abroad/plan"] = () => new Features_WorkingAbroad_StepsOnALine(),
        ["/volunteering-abroad/plan"] = () => new Features_WorkingAbroad_StepsOnALine(),
    };

    /// <summary>Whether a tool has one.</summary>
    public static bool Has(Tool tool) => views.ContainsKey(tool.Address);

    /// <summary>The view that stands first in a tool's answer; <c>null</c> for none.</summary>
    public static HtmlView<ToolModel>? Of(Tool tool) => views.TryGetValue(tool.Address, out var view) ? view() : null;
}
