using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gradus.Data.Calendars;
using Gradus.Rules;
using Ical.Net;
using Ical.Net.CalendarComponents;

namespace Gradus.Tests.Calendars;

/// <summary>What is written is read back twice: by the library, and by the lines of RFC 5545 alone.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset stamp = new(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Write_AWholeDay_EndsOnTheDayAfterAndKeepsItsUid()
    {
        var file = Write(OneDay("completion", "Last day of training"));

        file.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        file.ShouldEndWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        foreach (var line in new[] { "VERSION:2.0", "PRODID:-//Gradus//Gradus//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Dates" })
        {
            file.ShouldContain("\r\n" + line + "\r\n");
        }

        file.ShouldContain("\r\nUID:less-than-full-time/completion@gradus\r\n");
        file.ShouldContain("\r\nDTSTAMP:20261125T083000Z\r\n");
        file.ShouldContain("\r\nDTSTART;VALUE=DATE:20271231\r\n");
        file.ShouldContain("\r\nDTEND;VALUE=DATE:20280101\r\n");
        file.ShouldContain("\r\nTRANSP:TRANSPARENT\r\n");
        file.ShouldNotContain("VTIMEZONE");
        file.Replace("\r\n", "").ShouldNotContain('\n');
    }

    [Fact]
    public void Write_TheLastDayOfTheCalendar_HasNoDayAfter() =>
        Write(OneDay("x", "The end") with { First = DateOnly.MaxValue, Last = DateOnly.MaxValue }).ShouldNotContain("DTEND");

    [Fact]
    public void Write_ATimeOfDay_BringsTheZoneOfLondonWithSummerAndWinter()
    {
        var file = Write(OneDay("close", "Applications close") with { At = new TimeOnly(16, 0) });

        file.ShouldContain("\r\nTZID:Europe/London\r\n");
        file.ShouldContain("\r\nBEGIN:DAYLIGHT\r\n");
        file.ShouldContain("\r\nBEGIN:STANDARD\r\n");
        file.ShouldContain("\r\nDTSTART;TZID=Europe/London:20271231T160000\r\n");
        file.ShouldNotContain("DTEND");
        Events(file).Single().Start!.AsUtc.ShouldBe(new DateTime(2027, 12, 31, 16, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Write_ATimeInSummer_IsAnHourEarlierForTheRestOfTheWorld() =>
        Events(Write(OneDay("close", "Close") with { First = new DateOnly(2027, 7, 1), Last = new DateOnly(2027, 7, 1), At = new TimeOnly(16, 0) }))
            .Single().Start!.AsUtc.ShouldBe(new DateTime(2027, 7, 1, 15, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Write_AWindowThatEndsAtATime_RunsFromMidnightInLondon()
    {
        var entry = Events(Write(OneDay("round", "Applications") with { First = new DateOnly(2027, 7, 1), At = new TimeOnly(16, 0) })).Single();

        entry.Start!.Value.ShouldBe(new DateTime(2027, 7, 1));
        entry.End!.Value.ShouldBe(new DateTime(2027, 12, 31, 16, 0, 0));
        entry.End.TzId.ShouldBe("Europe/London");
    }

    [Fact]
    public void Write_AWindow_CoversItsLastDay()
    {
        var file = Write(OneDay("arcp", "Review") with { First = new DateOnly(2027, 12, 1) });

        file.ShouldContain("\r\nDTSTART;VALUE=DATE:20271201\r\n");
        file.ShouldContain("\r\nDTEND;VALUE=DATE:20280101\r\n");
    }

    /// <summary>A calendar shows days, so an entry whose day nobody published says so, with its note and its doubt.</summary>
    [Theory]
    [InlineData("2027-02-01", "2027-02-28", Precision.Month, "The month is published, the day is not.\nAsk your deanery.\nCheck this.")]
    [InlineData("2027-02-01", "2027-02-01", Precision.About, "From about this day; the day itself is not published.\nAsk your deanery.\nCheck this.")]
    [InlineData("2027-02-01", "2027-02-01", Precision.Day, "Ask your deanery.\nCheck this.")]
    public void Write_ADayNobodyPublished_SaysSoWithItsNoteAndItsDoubt(string first, string last, Precision precision, string description)
    {
        var milestone = OneDay("window", "Preferences open") with
        {
            First = DateOnly.Parse(first),
            Last = DateOnly.Parse(last),
            Precision = precision,
            Note = "Ask your deanery.",
            Status = Status.Verify
        };

        Events(Write(milestone)).Single().Description.ShouldBe(description);
    }

    [Fact]
    public void Write_Punctuation_IsEscaped()
    {
        var file = Write(OneDay("x", "Form, panel; back\\slash\nnext\r\nBEGIN:VALARM"));

        file.ShouldContain("\r\nSUMMARY:Form\\, panel\\; back\\\\slash\\nnext\\nBEGIN:VALARM\r\n");
        Lines(file).Count(line => line.StartsWith("BEGIN:", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("€")]
    [InlineData("🩺")]
    [InlineData("a")]
    public void Write_ALongLine_IsFoldedAt75OctetsWithoutCuttingACharacter(string letter)
    {
        var what = string.Concat(Enumerable.Repeat(letter, 200));

        var bytes = CalendarFile.Write("Dates", [OneDay("x", what)], stamp);

        var file = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        file.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        file.Replace("\r\n ", "").ShouldContain("SUMMARY:" + what + "\r\n");
    }

    /// <summary>Whatever is written in a milestone comes out as it went in, by the library and by the rules of folding and escaping, and starts no line of its own.</summary>
    [Property(MaxTest = 300)]
    public Property Write_AnyText_ComesBackAsItWas() => Prop.ForAll(Words, Words, (what, note) =>
    {
        var file = Write(OneDay("x", what) with { Note = note });

        var byLibrary = Events(file).Single();
        var lines = Lines(file);
        byLibrary.Summary.ShouldBe(what);
        byLibrary.Description.ShouldBe(note + "\nWorked out here.");
        Unescaped(lines.Single(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal))["SUMMARY:".Length..]).ShouldBe(what);
        file.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        lines.Count(line => line.StartsWith("BEGIN:", StringComparison.Ordinal)).ShouldBe(2);
    });

    [Fact]
    public void Write_TwoPlans_HaveNoUidInCommon_AndTheSamePlanUpdatesItself()
    {
        Milestone[] milestones = [OneDay("completion", "Last day"), OneDay("notice", "Give notice")];

        var one = Uids(CalendarFile.Write("Dates", milestones, stamp, "5f1c"));
        var other = Uids(CalendarFile.Write("Dates", milestones, stamp, "77ab"));
        var later = Encoding.UTF8.GetString(CalendarFile.Write("Dates", milestones, stamp.AddDays(2), "5f1c"));

        one.Intersect(other, StringComparer.Ordinal).ShouldBeEmpty();
        one.Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
        Events(later).Select(entry => entry.Uid).ShouldBe(one);
        Events(later)[0].Sequence.ShouldBeGreaterThan(Events(Encoding.UTF8.GetString(CalendarFile.Write("Dates", milestones, stamp, "5f1c")))[0].Sequence);
    }

    [Fact]
    public void Write_TheSameTwice_GivesTheSameBytes() =>
        CalendarFile.Write("Dates", [OneDay("x", "One")], stamp, "5f1c").ShouldBe(CalendarFile.Write("Dates", [OneDay("x", "One")], stamp, "5f1c"));

    private static Arbitrary<string> Words { get; } = Gen.Elements("a", " ", "é", "€", "🩺", ",", ";", ":", "\\", "\n", "\\n", "\"", "=", "^", "BEGIN:VEVENT", "word ")
        .ListOf().Where(parts => parts.Any(part => part == "a")).Select(parts => "a" + string.Concat(parts) + "a").ToArbitrary();

    private static string[] Uids(byte[] file) => [.. Events(Encoding.UTF8.GetString(file)).Select(entry => entry.Uid!)];

    private static List<CalendarEvent> Events(string file) => [.. Calendar.Load(file)!.Events];

    /// <summary>The logical lines of a file: what is folded is joined again.</summary>
    private static string[] Lines(string file) => file.Replace("\r\n ", "").Split("\r\n");

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            plain.Append(text[at] != '\\' ? text[at] : text[++at] is 'n' or 'N' ? '\n' : text[at]);
        }

        return plain.ToString();
    }

    private static string Write(Milestone milestone) => Encoding.UTF8.GetString(CalendarFile.Write("Dates", [milestone], stamp));

    private static Milestone OneDay(string id, string what) =>
        new(id, new DateOnly(2027, 12, 31), new DateOnly(2027, 12, 31), what, "less-than-full-time", Nations.England, Status.Computed);
}
