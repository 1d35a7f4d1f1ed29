using Gradus.Dates;
using Gradus.ReturnToPractice;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.ReturnToPractice;

public sealed class KeepingInTouchTests
{
    private const string Address = "return-to-practice/keeping-in-touch";

    [Theory]
    [InlineData("2027-08-31", true)]
    [InlineData("2027-09-01", false)]
    [InlineData("2028-02-29", false)]
    [InlineData("2028-03-01", true)]
    public void FirstAndLastDayOfTheLeave_AreInside(string used, bool isRefused)
    {
        foreach (var nation in NationExtensions.All)
        {
            Ask(new { kind = "kit", leaveFrom = "2027-09-01", leaveTo = "2028-02-29", used = new[] { used } }, nation).Refused.Count.ShouldBe(isRefused ? 1 : 0, nation.Name());
        }
    }

    // Two weeks from the day of the birth, that day among them: a birth on 15 February 2028 leaves 29 February free.
    [Theory]
    [InlineData("2028-02-14", false)]
    [InlineData("2028-02-15", true)]
    [InlineData("2028-02-28", true)]
    [InlineData("2028-02-29", false)]
    public void TwoWeeksAfterTheBirth_AreRefused_OverALeapDay(string used, bool isRefused) =>
        Ask(new { kind = "kit", leaveFrom = "2028-01-03", leaveTo = "2028-12-29", birth = "2028-02-15", used = new[] { used } }).Refused.Count.ShouldBe(isRefused ? 1 : 0);

    [Theory]
    [InlineData("kit", 10)]
    [InlineData("split", 20)]
    public void DaysBeyondTheMost_AreRefusedOneByOne_InEveryNation(string kind, int most)
    {
        foreach (var nation in NationExtensions.All)
        {
            var used = Enumerable.Range(0, most + 2).Select(day => new DateOnly(2027, 2, 1).AddDays(day).Iso()).ToList();

            Ask(new { kind, leaveFrom = "2027-01-04", leaveTo = "2027-12-31", used = used.Take(most) }, nation).Left.ShouldBe(0);
            var count = Ask(new { kind, leaveFrom = "2027-01-04", leaveTo = "2027-12-31", used }, nation);
            count.Left.ShouldBe(0);
            count.Refused.Select(day => day.Date).ShouldBe([DateOnly.Parse(used[^2]), DateOnly.Parse(used[^1])], nation.Name());
        }
    }

    [Fact]
    public void OrderOfTheDays_DoesNotMatter_AndTheSameDayCountsOnce()
    {
        string[] days = ["2027-03-03", "2027-02-03", "2027-03-03"];

        var count = Ask(new { kind = "kit", leaveFrom = "2027-01-04", leaveTo = "2027-12-31", used = days });

        count.Left.ShouldBe(8);
        count.Refused.ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2027, 3, 3));
        Ask(new { kind = "kit", leaveFrom = "2027-01-04", leaveTo = "2027-12-31", used = days.Reverse() }).Left.ShouldBe(8);
    }

    [Theory]
    [InlineData("2027-07-25", 0)]
    [InlineData("2027-07-26", 1)]
    public void SavedUpLeave_EndsTheDaysThatCanBeWorked(string used, int refused) =>
        Ask(new { kind = "kit", leaveFrom = "2026-09-01", leaveTo = "2027-08-30", accruedLeaveFrom = "2027-07-26", used = new[] { used } }).Refused.Count.ShouldBe(refused);

    [Theory]
    [InlineData("2027-08-30", Verdict.Yes)]
    [InlineData("2027-08-31", Verdict.No)]
    public void LeaveOnItsLastDay_IsNotOver(string on, Verdict verdict) =>
        ToolAsk.Answer<KeepingInTouch>(Address, new { kind = "kit", leaveFrom = "2026-09-01", leaveTo = "2027-08-30" }, on).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("2026-09-01", null, null)]
    [InlineData("2026-08-31", null, "leaveTo")]
    [InlineData("2027-08-30", "2026-09-01", null)]
    [InlineData("2027-08-30", "2026-08-31", "accruedLeaveFrom")]
    public void DaysBeforeTheLeave_AreRefused(string leaveTo, string? accruedLeaveFrom, string? field) =>
        ToolAsk.Reply(Address, new { kind = "kit", leaveFrom = "2026-09-01", leaveTo, accruedLeaveFrom = accruedLeaveFrom ?? leaveTo }).Errors.Select(error => error.Field)
            .FirstOrDefault().ShouldBe(field);

    private static KeepingInTouch Ask(object facts, Nation nation = Nation.England) => ToolAsk.Answer<KeepingInTouch>(Address, facts, nation: nation);
}
