using Gradus.Data.Content;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.Dates;

/// <summary>The dates that lie ahead, as the hub, a room and the list of dates show them.</summary>
public static class DatesAhead
{
    /// <summary>Those that hold in the reader's nation and are not over on the day asked about, the day that matters next first.</summary>
    public static IEnumerable<Milestone> For(ContentLibrary library, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(reader);
        return library.Milestones.Where(milestone => milestone.Nations.Includes(reader.Nation) && milestone.Last >= reader.On)
            .OrderBy(milestone => NextDay(milestone, reader.On)).ThenBy(milestone => milestone.Id, StringComparer.Ordinal);
    }

    /// <summary>Whether a date is of a room that concerns a person; to one who has not said, all are.</summary>
    public static bool Concerns(Milestone milestone, Person? person)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        return person is null || person.Rooms.Contains(milestone.System, StringComparer.Ordinal);
    }

    /// <summary>The day that matters next: the opening while it lies ahead, then the close.</summary>
    public static DateOnly NextDay(Milestone milestone, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        return milestone.First >= on ? milestone.First : milestone.Last;
    }

    /// <summary>What happens on that day, where the date does not say it: “Opens; closes 12 December 2026”, “Closes, 17:00”, the hour, or nothing.</summary>
    public static string Then(Milestone milestone, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        var byThen = milestone.At is null ? "" : ", " + milestone.Hour;
        return milestone switch
        {
            { IsOneDay: true } => milestone.At is null ? "" : "At " + milestone.Hour,
            { Precision: Precision.Month } => "",
            _ when milestone.First >= on => $"Opens; closes {milestone.Last.ShortWords()}{byThen}",
            _ => "Closes" + byThen,
        };
    }
}
