using Gradus.ReturnToPractice;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.ReturnToPractice;

public sealed class LicenceDatesTests
{
    [Theory]
    [InlineData("2028-05-31", "2028-02-29", "2028-05-09", "2023-05-31")]
    [InlineData("2027-05-31", "2027-02-28", "2027-05-09", "2022-05-31")]
    [InlineData("2028-02-29", "2027-11-29", "2028-02-07", "2023-02-28")]
    public void Days_AreCountedBackFromTheStart_AtTheEndOfAShorterMonthItsLastDay(string start, string from, string by, string since)
    {
        foreach (var nation in NationExtensions.All)
        {
            var dates = Ask(start, nation: nation);

            dates.ApplyFrom.ShouldBe(DateOnly.Parse(from), nation.Name());
            dates.ApplyByOnAverage.ShouldBe(DateOnly.Parse(by), nation.Name());
            dates.GoodStandingSince.ShouldBe(DateOnly.Parse(since), nation.Name());
        }
    }

    [Theory]
    [InlineData("2027-05-03", Verdict.NotYet, "You can apply from 4 May 2027.")]
    [InlineData("2027-05-04", Verdict.Yes, "You can apply now, since 4 May 2027.")]
    [InlineData("2027-07-13", Verdict.Yes, "You can apply now, since 4 May 2027.")]
    public void FirstDayToApply_IsInside(string on, Verdict verdict, string says)
    {
        var dates = Ask("2027-08-04", on);

        dates.Verdict.ShouldBe(verdict);
        dates.Says.ShouldBe(says);
    }

    [Theory]
    [InlineData("2027-07-13", false)]
    [InlineData("2027-07-14", true)]
    public void DayOfTheAverage_IsInTime_AndTheDayAfterIsSaidToBeLate(string on, bool isLate) =>
        Ask("2027-08-04", on).Says.StartsWith("Apply now: ", StringComparison.Ordinal).ShouldBe(isLate);

    [Theory]
    [InlineData("2027-08-04", 0)]
    [InlineData("2027-08-05", 1)]
    public void Start_OnItsDay_HasNotPassed(string on, int warnings) => Ask("2027-08-04", on).Warnings.Count.ShouldBe(warnings);

    private static LicenceDates Ask(string start, string on = "2026-11-25", Nation nation = Nation.England) =>
        ToolAsk.Answer<LicenceDates>("return-to-practice/licence", new { start }, on, nation);
}
