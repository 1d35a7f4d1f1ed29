using Gradus.ReturnToPractice;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.ReturnToPractice;

public sealed class ReturnBursaryTests
{
    [Theory]
    [InlineData(0.01, 1.07)]
    [InlineData(18.75, 2000)]
    [InlineData(37.49, 3998.93)]
    [InlineData(37.5, 4000)]
    [InlineData(37.51, 4000)]
    [InlineData(60, 4000)]
    public void Month_IsInProportionToFullTime_AndNoMoreThanThat(double hours, double month)
    {
        var bursary = Ask(new { hours });

        bursary.PerMonth.ShouldBe((decimal)month);
        bursary.Warnings.Any(warning => warning.Field == "hours").ShouldBe(hours > 37.5);
    }

    // Rounded once: three months at 10 hours are £3,200.00 and not three payments of £1,066.67.
    [Fact]
    public void Total_IsRoundedOnce() => Ask(new { hours = 10, months = 3 }).Total.ShouldBe(3200);

    [Theory]
    [InlineData("2027-11-30", "2028-02-29")]
    [InlineData("2026-11-30", "2027-02-28")]
    [InlineData("2028-02-29", "2028-05-29")]
    public void Invoices_CanBeSentForThreeMonths_ToTheLastDayOfAShorterOne(string ends, string by) =>
        Ask(new { hours = 30, ends }).InvoicesBy.ShouldBe(DateOnly.Parse(by));

    [Fact]
    public void NationWithoutABursary_SaysWhomToAsk_AndThatTheRestHasNoEffect()
    {
        foreach (var nation in NationExtensions.All.Where(nation => nation != Nation.England))
        {
            var bursary = Ask(new { hours = 30, months = 4, ends = "2027-03-31" }, nation);

            bursary.Verdict.ShouldBe(Verdict.Unknown, nation.Name());
            bursary.PerMonth.ShouldBeNull();
            bursary.Reasons.ShouldHaveSingleItem().Ask.ShouldNotBeNull(nation.Name());
            bursary.Warnings.Select(warning => warning.Field).ShouldBe(["months", "ends"]);
        }
    }

    private static ReturnBursary Ask(object facts, Nation nation = Nation.England) => ToolAsk.Answer<ReturnBursary>("return-to-practice/gp-bursary", facts, nation: nation);
}
