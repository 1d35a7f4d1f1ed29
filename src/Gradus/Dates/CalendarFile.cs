using System.Globalization;
using System.Text;
using Gradus.Rules;

namespace Gradus.Dates;

/// <summary>
/// Milestones as an iCalendar file (RFC 5545) that calendars can open: whole days where no time is published, London time where one is. Importing it again updates the entries,
/// because each keeps its UID, which is made of its system and id and nothing of the doctor's.
/// </summary>
public static class CalendarFile
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int MostOctetsInLine = 75;

    private const string London =
        """
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        TZNAME:BST
        DTSTART:19960331T010000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        TZNAME:GMT
        DTSTART:19961027T020000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        """;

    /// <summary>The file as UTF-8, its lines ended by CR and LF and folded at 75 octets.</summary>
    /// <param name="name">What the calendar is called in the reader's programme.</param>
    /// <param name="milestones">The dates; each id is unique in its system.</param>
    /// <param name="stamp">The moment at which the file is made.</param>
    public static byte[] Write(string name, IReadOnlyList<Milestone> milestones, DateTimeOffset stamp)
    {
        var file = new StringBuilder(256 + (milestones.Count * 320));
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Gradus//Gradus//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        Line(file, "X-WR-CALNAME:" + Escaped(name));
        if (milestones.Any(milestone => milestone.At is not null))
        {
            foreach (var line in London.ReplaceLineEndings("\n").Split('\n'))
            {
                Line(file, line);
            }
        }

        var stampLine = "DTSTAMP:" + stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var milestone in milestones)
        {
            Write(file, milestone, stampLine);
        }

        Line(file, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static void Write(StringBuilder file, Milestone milestone, string stampLine)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, "UID:" + Escaped($"{milestone.System}/{milestone.Id}@gradus"));
        Line(file, stampLine);
        WriteDays(file, milestone);
        Line(file, "SUMMARY:" + Escaped(milestone.What));
        var note = milestone.Note is null ? milestone.Status.Words() + "." : milestone.Note + "\n" + milestone.Status.Words() + ".";
        Line(file, "DESCRIPTION:" + Escaped(note));
        Line(file, "TRANSP:TRANSPARENT");
        Line(file, "END:VEVENT");
    }

    /// <summary>A whole day ends, for RFC 5545, on the day after it; a time of day is when the milestone ends.</summary>
    private static void WriteDays(StringBuilder file, Milestone milestone)
    {
        if (milestone.At is { } at)
        {
            if (!milestone.IsOneDay)
            {
                Line(file, $"DTSTART;TZID=Europe/London:{Day(milestone.First)}T000000");
                Line(file, $"DTEND;TZID=Europe/London:{Day(milestone.Last)}T{Time(at)}");
                return;
            }

            Line(file, $"DTSTART;TZID=Europe/London:{Day(milestone.First)}T{Time(at)}");
            return;
        }

        Line(file, "DTSTART;VALUE=DATE:" + Day(milestone.First));
        if (milestone.Last.DaysOn(1) is { } end)
        {
            Line(file, "DTEND;VALUE=DATE:" + Day(end));
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HHmmss", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            switch (letter)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(letter);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                case '\t':
                    escaped.Append(' ');
                    break;
                default:
                    if (!char.IsControl(letter))
                    {
                        escaped.Append(letter);
                    }

                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>A line folded so that none is longer than 75 octets and no character is cut; what goes on begins with a space.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctetsInLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
