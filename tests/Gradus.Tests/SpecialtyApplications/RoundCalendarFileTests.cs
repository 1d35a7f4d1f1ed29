using System.Globalization;
using Gradus.Data.Calendars;
using Gradus.Rules;
using Gradus.SpecialtyApplications;
using Gradus.Tests.Calendars;
using Gradus.Tests.Tools;

namespace Gradus.Tests.SpecialtyApplications;

/// <summary>A year's calendar as a file, read by a parser that shares nothing with the writer.</summary>
public sealed class RoundCalendarFileTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2025, Nation.England)]
    [InlineData(2026, Nation.Scotland)]
    [InlineData(2027, Nation.England)]
    [InlineData(2027, Nation.Wales)]
    [InlineData(2027, Nation.NorthernIreland)]
    public void AYear_IsReadByAnIndependentParser_DayForDay(int cycle, Nation nation)
    {
        var calendar = ToolAnswers.Of<RoundCalendar>("/specialty-applications/calendar", $$"""{"cycle":{{cycle}}}""", "2026-11-30", nation);

        var entries = CalendarGrammar.Read(CalendarFile.Write("Rounds", calendar.Milestones, Stamp, "plan"));

        entries.Count.ShouldBe(calendar.Stages.Count);
        foreach (var stage in calendar.Stages)
        {
            var entry = entries.Single(entry => entry.Summary == stage.What);
            if (stage.Time is null)
            {
                entry.Start.ShouldBe(stage.First.ToString("yyyyMMdd", CultureInfo.InvariantCulture), stage.Id);
                entry.End.ShouldBe(stage.Last.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture), stage.Id);
            }
            else
            {
                (entry.End ?? entry.Start).ShouldBe($"{stage.Last:yyyyMMdd}T{stage.Time.Replace(":", "", StringComparison.Ordinal)}00", stage.Id);
                entry.Zone.ShouldBe("Europe/London", stage.Id);
            }
        }

        calendar.Unpublished.ShouldAllBe(stage => !entries.Any(entry => entry.Summary == stage.What), "what was not found is no entry");
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\n", "CR LF")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "PRODID")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261130T090000Z\r\nDTSTART;VALUE=DATE:20270230\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "day")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261130T090000Z\r\nDTSTART;TZID=Europe/London:20270201T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "zone")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261130T090000Z\r\nDTSTART;VALUE=DATE:20270201\r\nSUMMARY:a, b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "escaped")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "ends")]
    public void AFileThatIsWrong_IsRefusedByTheParser(string file, string what) =>
        Should.Throw<FormatException>(() => CalendarGrammar.Read(System.Text.Encoding.UTF8.GetBytes(file))).Message.ShouldContain(what);
}
