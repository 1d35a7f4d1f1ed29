using System.Security.Cryptography;
using System.Text;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Gradus.Data.Calendars;

/// <summary>
/// Milestones as an iCalendar file (RFC 5545) that calendars can open: whole days where no time is published, London time where one is. Importing it again updates the entries,
/// because each keeps its UID, made of its plan, its system and its id, and nothing of the doctor's.
/// </summary>
public static class CalendarFile
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int MostOctetsInLine = 75;
    private const string FoldMark = "\r\n ";
    private const string London = "Europe/London";

    /// <summary>Summer time in London has followed one rule since.</summary>
    private static readonly DateTime rulesOfToday = new(1997, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Revisions are counted in minutes from here, so that a file made later always counts as the later one.</summary>
    private static readonly DateTimeOffset firstRevision = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file as UTF-8, its lines ended by CR and LF and folded at 75 octets.</summary>
    /// <param name="name">What the calendar is called in the reader's programme.</param>
    /// <param name="milestones">The dates; each id is unique in its system.</param>
    /// <param name="stamp">The moment at which the file is made.</param>
    /// <param name="plan">
    /// The random id kept with a doctor's plan, so that two doctors' entries never meet in one calendar and the same plan updates its own; <c>null</c> only for
    /// dates that are the same for everyone.
    /// </param>
    public static byte[] Write(string name, IReadOnlyList<Milestone> milestones, DateTimeOffset stamp, string? plan = null)
    {
        var calendar = new Calendar { ProductId = "-//Gradus//Gradus//EN", Method = "PUBLISH", Scale = "GREGORIAN" };
        calendar.AddProperty("X-WR-CALNAME", Clean(name));
        if (milestones.Any(milestone => milestone.At is not null))
        {
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(London, rulesOfToday, includeHistoricalData: false));
        }

        foreach (var milestone in milestones)
        {
            calendar.Events.Add(Entry(milestone, stamp, plan));
        }

        return Encoding.UTF8.GetBytes(Folded(new CalendarSerializer(calendar).SerializeToString()!));
    }

    /// <summary>The id of a tool's facts for <see cref="Write"/>: their own, or what only these facts come to, so that the same facts update the same entries.</summary>
    public static string PlanOf(BoundTool tool, ToolFacts facts)
    {
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.CalendarId ?? Convert.ToHexStringLower(SHA256.HashData(tool.Write(facts)).AsSpan(0, 8));
    }

    private static CalendarEvent Entry(Milestone milestone, DateTimeOffset stamp, string? plan)
    {
        var made = new CalDateTime(stamp.UtcDateTime, CalDateTime.UtcTzId);
        var (start, end) = Days(milestone);
        return new CalendarEvent
        {
            Uid = Clean(plan is null ? $"{milestone.System}/{milestone.Id}@gradus" : $"{plan}/{milestone.System}/{milestone.Id}@gradus"),
            DtStamp = made,
            LastModified = made,
            Sequence = Math.Max(0, (int)(stamp - firstRevision).TotalMinutes),
            Start = start,
            End = end,
            Summary = Clean(milestone.What),
            Description = Clean(string.Join('\n', Notes(milestone))),
            Transparency = TransparencyType.Transparent,
        };
    }

    /// <summary>What the entry's day does not show: how exactly it is known, what the reader should know, and how sure it is.</summary>
    private static IEnumerable<string> Notes(Milestone milestone)
    {
        if (milestone.Precision != Precision.Day)
        {
            yield return milestone.Precision == Precision.Month ? "The month is published, the day is not." : "From about this day; the day itself is not published.";
        }

        if (milestone.Note is { } note)
        {
            yield return note;
        }

        yield return milestone.Status.Words() + ".";
    }

    /// <summary>A whole day ends, for RFC 5545, on the day after it; a time of day is when the milestone ends.</summary>
    private static (CalDateTime Start, CalDateTime? End) Days(Milestone milestone) => milestone switch
    {
        { At: { } at, IsOneDay: true } => (At(milestone.First, at), null),
        { At: { } at } => (At(milestone.First, TimeOnly.MinValue), At(milestone.Last, at)),
        _ => (new CalDateTime(milestone.First), milestone.Last.DaysOn(1) is { } dayAfter ? new CalDateTime(dayAfter) : null),
    };

    private static CalDateTime At(DateOnly day, TimeOnly time) => new(day, time, London);

    /// <summary>Text without the characters that no calendar shows: a tab is a space, a line is ended by a line feed.</summary>
    private static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Replace('\t', ' ').Where(letter => letter == '\n' || !char.IsControl(letter)));

    /// <summary>The same lines folded again, so that none is longer than 75 octets and no character is cut: the library cuts a letter beyond the first plane in two.</summary>
    private static string Folded(string file)
    {
        var folded = new StringBuilder(file.Length);
        var octets = 0;
        foreach (var rune in file.Replace(FoldMark, "").EnumerateRunes())
        {
            if (rune.Value is not ('\r' or '\n') && octets + rune.Utf8SequenceLength > MostOctetsInLine)
            {
                folded.Append(FoldMark);
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets = rune.Value == '\n' ? 0 : octets + rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
