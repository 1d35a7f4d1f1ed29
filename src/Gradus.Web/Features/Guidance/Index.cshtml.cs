using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.Web.Features.Dates;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Guidance;

/// <summary>A page of guidance, at the address of its room.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class GuidanceModel(ContentLibrary library, TodayInTheUk today) : PageModel
{
    private const int MostDates = 3;

    /// <summary>What the reader sees.</summary>
    public GuidanceView View { get; private set; } = null!;

    /// <summary>For whom, and as at when.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>Other pages of the same system, for the way between them.</summary>
    public IReadOnlyList<GuidancePage> Siblings { get; private set; } = [];

    /// <summary>The tools of the room, on its own page.</summary>
    public IReadOnlyList<Tool> Tools { get; private set; } = [];

    /// <summary>The next dates of the room.</summary>
    public IReadOnlyList<Milestone> Next { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public IActionResult OnGet()
    {
        var address = Request.Path.Value!.TrimEnd('/').ToLowerInvariant();
        if (library.PageAt(address) is not { } page)
        {
            return NotFound();
        }

        Reader = Reader.Of(HttpContext, today);
        View = GuidanceRenderer.Render(library, page, Reader.Nation, Reader.On);
        Tools = page.Address == "/" + page.System ? [.. AllTools.Of(page.System)] : [];
        Next = [.. DatesAhead.For(library, Reader).Where(milestone => milestone.System == page.System).Take(MostDates)];
        Siblings = library.System(page.System).Pages;
        return Page();
    }
}
