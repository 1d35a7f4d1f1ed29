using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Changes;

/// <summary>What changed, what changes next, and the dates ahead.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class ChangesModel(ContentLibrary library, TodayInTheUk today) : PageModel
{
    private const int Shown = 120;

    /// <summary>For whom, and as at when.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>Changes that lie ahead, soonest first.</summary>
    public IReadOnlyList<Change> Ahead { get; private set; } = [];

    /// <summary>Changes that have happened, newest first.</summary>
    public IReadOnlyList<Change> Past { get; private set; } = [];

    /// <summary>Dated things that lie ahead, soonest first.</summary>
    public IReadOnlyList<Milestone> Dates { get; private set; } = [];

    /// <summary>The source of a date.</summary>
    public Source? SourceOf(string? id) => id is null ? null : library.Sources[id];

    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
        Reader = Reader.Of(HttpContext, today);
        var changes = ChangeLog.Of(library).Where(change => change.Value.Nations.Includes(Reader.Nation) && !(change.Value.Known > Reader.On)).ToList();
        Ahead = [.. changes.Where(change => change.Date > Reader.On).Reverse()];
        Past = [.. changes.Where(change => change.Date <= Reader.On).Take(Shown)];
        Dates = [.. library.Milestones.Where(milestone => milestone.Last >= Reader.On && milestone.Nations.Includes(Reader.Nation))];
    }
}
