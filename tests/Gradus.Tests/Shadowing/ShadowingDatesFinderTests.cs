using Gradus.Rules;
using Gradus.Shadowing;
using Gradus.Tests.Tools;

namespace Gradus.Tests.Shadowing;

public sealed class ShadowingDatesFinderTests
{
    private const string Asked = "2026-11-29";

    [Theory]
    [InlineData("2025-08-06", Asked, "148.78", "595.11")]
    [InlineData("2026-08-05", "2026-07-23", "153.98", "615.94")]
    [InlineData("2026-08-05", "2026-07-24", "157.95", "631.82")]
    [InlineData("2027-08-04", Asked, "157.95", "631.82")]
    public void Pay_IsF1BasicPayKnownOnTheDayOfAsking_DividedByTheWorkingDaysOfTheAgreement(string start, string on, string perDay, string total)
    {
        var answer = Ask(new { start }, on: on);

        answer.PerDay.ShouldBe(decimal.Parse(perDay));
        answer.Total.ShouldBe(decimal.Parse(total));
        answer.PaidBy.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("2026-04-01", "£38,831 ÷ 261 × 4 = £595.11")]
    [InlineData("2026-04-02", "£38,831 ÷ 261 × 3 + £41,226 ÷ 261 × 1 = £604.29")]
    [InlineData("2026-04-07", "£38,831 ÷ 261 × 2 + £41,226 ÷ 261 × 2 = £613.46")]
    [InlineData("2026-04-09", "£41,226 ÷ 261 × 4 = £631.82")]
    public void Pay_AroundTheFirstOfApril_IsThatOfEachDay(string start, string sum) =>
        Ask(new { start }).Working.ShouldContain(line => line.Says.EndsWith(sum, StringComparison.Ordinal));

    [Theory]
    [InlineData(1, "157.95")]
    [InlineData(2, "315.91")]
    [InlineData(20, "3159.08")]
    public void DaysThatTheTrustAdds_ComeBefore_AndArePaidApart(int extraDays, string extraTotal)
    {
        var bare = Ask(new { start = "2027-08-04" });
        var more = Ask(new { start = "2027-08-04", extraDays });

        more.AddedDays.Count.ShouldBe(extraDays);
        more.AddedDays.ShouldBe(more.Days.Take(extraDays));
        more.Days.Skip(extraDays).ShouldBe(bare.Days);
        more.Total.ShouldBe(bare.Total);
        more.ExtraTotal.ShouldBe(decimal.Parse(extraTotal));
    }

    [Theory]
    [InlineData(Nation.England, "2027-07-29")]
    [InlineData(Nation.Scotland, "2027-07-28")]
    public void Days_LeaveOutTheNationsOwnBankHolidays(Nation nation, string first)
    {
        var answer = Ask(new { start = "2027-08-04" }, nation);

        answer.Days[0].ShouldBe(DateOnly.Parse(first));
        answer.Reasons.Any(reason => reason.Key == "bank-holiday").ShouldBe(nation == Nation.Scotland);
    }

    [Fact]
    [Trait("run", "whole")]
    public void Days_AreWorkingDaysRightBeforeTheStart_WhateverItIs()
    {
        for (var start = new DateOnly(2026, 1, 1); start.Year < 2029; start = start.AddDays(1))
        {
            foreach (var nation in new[] { Nation.England, Nation.Scotland })
            {
                var answer = Ask(new { start }, nation);

                answer.Days.Count.ShouldBe(4);
                answer.Days.ShouldBeInOrder();
                answer.Days.ShouldAllBe(day => day < start && day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday);
            }
        }
    }

    [Theory]
    [InlineData(Nation.Wales)]
    [InlineData(Nation.NorthernIreland)]
    public void ANationWithoutARule_HasNoDaysAndNoPay_AndSaysWhomToAsk(Nation nation)
    {
        var answer = Ask(new { start = "2027-08-04", extraDays = 2 }, nation);

        answer.Verdict.ShouldBe(Verdict.Unknown);
        answer.Days.ShouldBeEmpty();
        answer.PerDay.ShouldBeNull();
        answer.PaidBy.ShouldBeNull();
        answer.Reasons.ShouldContain(reason => reason.Ask != null);
        answer.Warnings.ShouldHaveSingleItem().Field.ShouldBe("extraDays");
    }

    [Fact]
    public void Scotland_HasDays_AndNobodyElsesRate()
    {
        var answer = Ask(new { start = "2027-08-04", extraDays = 1 }, Nation.Scotland);

        answer.PerDay.ShouldBeNull();
        answer.Total.ShouldBeNull();
        answer.ExtraTotal.ShouldBeNull();
        ToolAsk.Text("shadowing/dates", answer).ShouldNotContain("261");
    }

    [Theory]
    [InlineData("""{"start":"2027-08-04","extraDays":21}""", "extraDays")]
    [InlineData("""{"start":"2027-08-04","extraDays":-1}""", "extraDays")]
    [InlineData("""{"start":"2027-08-04","extraDays":1.5}""", "extraDays")]
    [InlineData("{}", "start")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("shadowing/dates", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    private static ShadowingDates Ask(object facts, Nation nation = Nation.England, string on = Asked) => ToolAsk.Answer<ShadowingDates>("shadowing/dates", facts, on, nation);
}
