using Gradus.Dates;
using Gradus.LessThanFullTime;
using Gradus.Tests.Tools;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>Months of credit from posts: the calendar's months, exact, and the same however posts are cut.</summary>
public class TimeDoneTests
{
    [Theory]
    [InlineData("2026-08-05", "2027-08-04", 12, 1)]
    [InlineData("2026-02-01", "2026-06-10", 13, 3)]
    [InlineData("2024-02-01", "2024-02-29", 1, 1)]
    [InlineData("2026-01-31", "2026-02-28", 1, 1)]
    [InlineData("2026-06-15", "2026-06-15", 1, 30)]
    public void Months_OfDays_AreWholeMonthsAndAPart(string first, string last, int numerator, int denominator) =>
        TimeDoneCalculator.Months(Day(first), Day(last)).ShouldBe(new Fraction(numerator, denominator));

    [Fact]
    public void LastDay_OfTheMonthsOfAnyStretch_IsItsLastDay()
    {
        var random = new Random(11);
        for (var i = 0; i < 2_000; i++)
        {
            var first = new DateOnly(2020, 1, 1).AddDays(random.Next(4_000));
            var last = first.AddDays(random.Next(3_000));

            TimeDoneCalculator.LastDay(first, TimeDoneCalculator.Months(first, last)).ShouldBe(last, $"{first:O} to {last:O}");
        }
    }

    [Fact]
    public void PlannedEnd_OfWholeMonthsFullTime_IsWhenTheProgrammeWouldHaveEndedFromTheStart()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var start = new DateOnly(2022, 1 + random.Next(12), 1 + random.Next(28));
            var (needed, done) = (24 + random.Next(60), 1 + random.Next(23));

            var answer = ToolAsk.Answer<TimeDone>("less-than-full-time/time-done",
                $$"""{ "monthsNeeded": {{needed}}, "posts": [{ "from": "{{start:yyyy-MM-dd}}", "to": "{{start.AddMonths(done).AddDays(-1):yyyy-MM-dd}}", "rate": 1 }], "rateFromNow": 1 }""",
                "2026-11-30");

            answer.PlannedEnd.ShouldBe(start.AddMonths(needed).AddDays(-1));
            (answer.MonthsDone, answer.MonthsLeft).ShouldBe((done, needed - done));
        }
    }

    [Theory]
    [InlineData("""{ "monthsNeeded": 60, "posts": [], "rateFromNow": 1 }""", "posts")]
    [InlineData("""{ "monthsNeeded": 60, "posts": [{ "from": "2026-02-01", "to": "2026-01-01", "rate": 1 }], "rateFromNow": 1 }""", "posts[0].to")]
    [InlineData("""{ "monthsNeeded": 60, "posts": [{ "from": "2026-02-01", "to": "2026-03-01", "rate": 1 }, { "from": "2026-03-01", "to": "2026-04-01", "rate": 1 }], "rateFromNow": 1 }""", "posts[1].from")]
    [InlineData("""{ "monthsNeeded": 60, "posts": [{ "from": "2026-02-01", "to": "2026-03-01", "rate": 80 }], "rateFromNow": 0 }""", "posts[0].rate")]
    public void Posts_ThatCannotBe_AreNamed(string facts, string field) =>
        ToolAsk.Reply("less-than-full-time/time-done", facts).Errors.Select(error => error.Field).ShouldContain(field);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
