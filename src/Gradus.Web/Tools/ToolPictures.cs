using Gradus.Tools;

namespace Gradus.Web.Tools;

/// <summary>The tools that draw a picture, or compare, in a way of their own: a partial view each, by name.</summary>
public static class ToolPictures
{
    private static readonly Dictionary<string, string> views = new(StringComparer.Ordinal)
    {
        ["/less-than-full-time/completion-date"] = "/Features/LessThanFullTime/_CompletionDate.cshtml",
        ["/working-abroad/plan"] = "/Features/WorkingAbroad/_Plan.cshtml",
        ["/volunteering-abroad/plan"] = "/Features/WorkingAbroad/_Plan.cshtml",
    };

    /// <summary>The partial that stands first in a tool's answer; <c>null</c> for none.</summary>
    public static string? Of(Tool tool) => views.GetValueOrDefault(tool.Address);
}
