using Gradus.ChangingSpecialty;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.ChangingSpecialty;

public sealed class RegionTransferCheckerTests
{
    [Fact]
    public void Window_IsTheNextThatIsNotOver_OnEveryDay()
    {
        for (var on = new DateOnly(2027, 1, 1); on < new DateOnly(2029, 1, 1); on = on.AddDays(1))
        {
            var answer = Ask(new { criterion = "5", programmeEnds = "2035-08-01" }, on.Iso());

            answer.Window!.Last.ShouldBeGreaterThanOrEqualTo(on);
            answer.Window.First.Month.ShouldBeOneOf(2, 8);
            answer.Window.First.AddMonths(-6).AddDays(27).ShouldBeLessThan(on);
            answer.EarliestMove.ShouldBe(answer.Window.First.AddMonths(6));
            answer.MonthsLeft!.Value.ShouldBe(CountMonths(answer.EarliestMove!.Value, new DateOnly(2035, 8, 1)));
        }
    }

    [Theory]
    [InlineData("1A", 1)]
    [InlineData("1B", 1)]
    [InlineData("2", 2)]
    [InlineData("3", 2)]
    [InlineData("4", 3)]
    [InlineData("5", 4)]
    public void Group_IsThatOfTheGround_AndOnlyInEngland(string criterion, int group)
    {
        foreach (var nation in NationExtensions.All)
        {
            Ask(new { criterion, programmeEnds = "2031-08-01", changedOn = "2026-01-01" }, "2026-11-29", nation).Group.ShouldBe(nation == Nation.England ? group : null);
        }
    }

    [Fact]
    public void Verdict_TurnsAtTwelveMonths()
    {
        for (var day = new DateOnly(2028, 6, 1); day < new DateOnly(2028, 10, 1); day = day.AddDays(1))
        {
            var answer = Ask(new { criterion = "5", programmeEnds = day.Iso() }, "2026-11-29");

            (answer.Verdict == Verdict.Yes).ShouldBe(day >= new DateOnly(2028, 7, 31), day.Iso());
        }
    }

    private static int CountMonths(DateOnly from, DateOnly last)
    {
        var months = 0;
        while (from.AddMonths(months + 1) <= last.AddDays(1))
        {
            months++;
        }

        return months;
    }

    private static RegionTransfer Ask(object facts, string on, Nation nation = Nation.England) => ToolAsk.Answer<RegionTransfer>("changing-specialty/transfer", facts, on, nation);
}
