using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Dates;

/// <summary>Every date ahead for the reader's nation and stage, by month.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class DatesModel(ContentLibrary library, TodayInTheUk today) : PageModel
{
    /// <summary>For whom, and as at when.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>The room asked for, by <c>?room=</c>; <c>null</c> for all that concern the reader.</summary>
    public string? Room { get; private set; }

    /// <summary>Whether a room is asked for that there is not.</summary>
    public bool IsUnknownRoom { get; private set; }

    /// <summary>The dates, each under the month of the day that matters next.</summary>
    public IReadOnlyList<IGrouping<DateOnly, Milestone>> Months { get; private set; } = [];

    /// <summary>How many dates of other rooms are left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The source of a date.</summary>
    public Source? SourceOf(string? id) => library.SourceOf(id);

    /// <summary>The name of a room.</summary>
    public string NameOf(string room) => library.PageAt("/" + room)!.Name;

    /// <summary>Shows the dates.</summary>
    public void OnGet(string? room)
    {
        Reader = Reader.Of(HttpContext, today);
        Room = room is not null && Rooms.All.Contains(room) ? room : null;
        IsUnknownRoom = Room is null && room is { Length: > 0 };
        var ahead = DatesAhead.For(library, Reader).ToList();
        var shown = ahead.Where(milestone => Room is null ? DatesAhead.Concerns(milestone, Reader.Person) : milestone.System == Room).ToList();
        Months = [.. shown.GroupBy(milestone => DatesAhead.NextDay(milestone, Reader.On) is var day ? new DateOnly(day.Year, day.Month, 1) : default)];
        LeftOut = Room is null ? ahead.Count - shown.Count : 0;
    }
}
