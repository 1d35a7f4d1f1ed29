using Gradus.Data.Content;
using Gradus.Tools;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.ToolList;

/// <summary>Every tool as a question, by stage, all of them or one kind.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class ToolsModel(ContentLibrary library) : PageModel
{
    /// <summary>The kind asked for; <c>null</c> for all.</summary>
    public ToolKind? Kind { get; private set; }

    /// <summary>Whether a kind is asked for that there is not.</summary>
    public bool IsUnknownKind { get; private set; }

    /// <summary>The tools of each stage, stages without one left out.</summary>
    public IReadOnlyList<(string Id, string Title, IReadOnlyList<Tool> Tools)> Stages { get; private set; } = [];

    /// <summary>How many tools are of a kind.</summary>
    public static int Count(ToolKind kind) => AllTools.All.Count(tool => tool.Kind == kind);

    /// <summary>The name of a tool's room.</summary>
    public string RoomOf(Tool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return library.PageAt("/" + tool.Room)!.Name;
    }

    /// <summary>Shows the list.</summary>
    public void OnGet(string? kind)
    {
        Kind = ToolKindExtensions.Parse(kind);
        IsUnknownKind = Kind is null && kind is { Length: > 0 };
        var shown = AllTools.All.Where(tool => Kind is null || tool.Kind == Kind).ToLookup(tool => library.PageAt("/" + tool.Room)!.Stage);
        Stages = [.. Home.Stages.All.Where(stage => shown.Contains(stage.Stage)).Select(stage => (stage.Id, stage.Title, (IReadOnlyList<Tool>)[.. shown[stage.Stage]]))];
    }
}
