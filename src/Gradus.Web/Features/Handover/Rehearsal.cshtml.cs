using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Handover;

/// <summary>Invented patients to hand over. What is written is marked in the page and sent nowhere; without scripts the good lines are there to compare with.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
[ConnectsNowhere]
public sealed class RehearsalModel(ContentLibrary library) : PageModel
{
    private static readonly JsonSerializerOptions Data = new(JsonSerializerDefaults.Web);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Rehearsal> All => library.Rehearsals;

    /// <summary>The one chosen; <c>null</c> for the list.</summary>
    public Rehearsal? Chosen { get; private set; }

    /// <summary>All of them as data for the page's script.</summary>
    public string Json => JsonSerializer.Serialize(All, Data);

    /// <summary>Shows the list, or the one asked for.</summary>
    public IActionResult OnGet()
    {
        var asked = Request.Query["scenario"].ToString();
        Chosen = All.FirstOrDefault(one => one.Id == asked);
        return asked.Length > 0 && Chosen is null ? NotFound() : Page();
    }
}
