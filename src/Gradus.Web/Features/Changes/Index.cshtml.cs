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
    private const int DatesShown = 10;

    /// <summary>For whom, and as at when.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>The room asked for, by <c>?room=</c>; <c>null</c> for all.</summary>
    public string? Room { get; private set; }

    /// <summary>Whether a room is asked for that there is not.</summary>
    public bool IsUnknownRoom { get; private set; }

    /// <summary>Changes that lie ahead, soonest first.</summary>
    public IReadOnlyList<Change> Ahead { get; private set; } = [];

    /// <summary>Changes that have happened, newest first, by year.</summary>
    public IReadOnlyList<IGrouping<int, Change>> Past { get; private set; } = [];

    /// <summary>How many older changes are left out.</summary>
    public int Older { get; private set; }

    /// <summary>How many more dates lie ahead.</summary>
    public int MoreDates { get; private set; }

    /// <summary>The next dated things that lie ahead, soonest first.</summary>
    public IReadOnlyList<Milestone> Dates { get; private set; } = [];

    /// <summary>The source of a date.</summary>
    public Source? SourceOf(string? id) => library.SourceOf(id);

    /// <summary>Shows the page.</summary>
    public void OnGet(string? room)
    {
        Reader = Reader.Of(HttpContext, today);
        Room = room is not null && Rooms.All.Contains(room) ? room : null;
        IsUnknownRoom = Room is null && room is { Length: > 0 };
        var changes = ChangeLog.Of(library)
            .Where(change => (Room is null || change.Figure.System == Room) && change.Value.Nations.Includes(Reader.Nation) && !(change.Value.Known > Reader.On))
            .ToList();
        Ahead = [.. changes.Where(change => change.Date > Reader.On).Reverse()];
        var past = changes.Where(change => change.Date <= Reader.On).ToList();
        Past = [.. past.Take(Shown).GroupBy(change => change.Date.Year)];
        Older = Math.Max(past.Count - Shown, 0);
        var dates = library.Milestones.Where(milestone => milestone.Last >= Reader.On && milestone.Nations.Includes(Reader.Nation) && (Room is null || milestone.System == Room))
            .ToList();
        Dates = [.. dates.Take(DatesShown)];
        MoreDates = dates.Count - Dates.Count;
    }
}
