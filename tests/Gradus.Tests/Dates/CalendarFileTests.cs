using System.Text;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Tests.Dates;

public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset stamp = new(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Write_AWholeDay_EndsOnTheDayAfterAndKeepsItsUid()
    {
        var file = Write(OneDay("completion", "Last day of training"));

        file.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Gradus//Gradus//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
        file.ShouldEndWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        file.ShouldContain("\r\nUID:less-than-full-time/completion@gradus\r\n");
        file.ShouldContain("\r\nDTSTAMP:20261125T083000Z\r\n");
        file.ShouldContain("\r\nDTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n");
        file.ShouldNotContain("VTIMEZONE");
        file.Replace("\r\n", "").ShouldNotContain('\n');
    }

    [Fact]
    public void Write_ATimeOfDay_BringsTheZoneOfLondon()
    {
        var file = Write(OneDay("close", "Applications close") with { At = new TimeOnly(16, 0) });

        file.ShouldContain("BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n");
        file.ShouldContain("\r\nDTSTART;TZID=Europe/London:20271231T160000\r\n");
    }

    [Fact]
    public void Write_AWindow_CoversItsLastDay() =>
        Write(OneDay("arcp", "Review") with { First = new DateOnly(2027, 12, 1) }).ShouldContain("\r\nDTSTART;VALUE=DATE:20271201\r\nDTEND;VALUE=DATE:20280101\r\n");

    [Fact]
    public void Write_Punctuation_IsEscaped() =>
        Write(OneDay("x", "Form, panel; back\\slash\nnext\r\nBEGIN:VALARM")).ShouldContain("\r\nSUMMARY:Form\\, panel\\; back\\\\slash\\nnext\\nBEGIN:VALARM\r\n");

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
        var lines = file.Split("\r\n");
        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        file.Replace("\r\n ", "").ShouldContain("SUMMARY:" + what + "\r\n");
    }

    private static string Write(Milestone milestone) => Encoding.UTF8.GetString(CalendarFile.Write("Dates", [milestone], stamp));

    private static Milestone OneDay(string id, string what) =>
        new(id, new DateOnly(2027, 12, 31), new DateOnly(2027, 12, 31), what, "less-than-full-time", Nations.England, Status.Computed);
}
