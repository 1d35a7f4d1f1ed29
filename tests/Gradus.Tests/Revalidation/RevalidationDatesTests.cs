using Gradus.Revalidation;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.Revalidation;

public sealed class RevalidationDatesTests
{
    [Theory]
    [InlineData("2028-06-30", "2028-02-29", "2028-03-30")]
    [InlineData("2027-06-30", "2027-02-28", "2027-03-30")]
    [InlineData("2028-05-31", "2028-01-31", "2028-02-29")]
    [InlineData("2028-02-29", "2027-10-29", "2027-11-29")]
    public void Notice_IsWholeMonthsBefore_AtTheEndOfAShorterMonthItsLastDay(string revalidation, string usual, string latest)
    {
        foreach (var nation in NationExtensions.All)
        {
            var dates = Ask(new { revalidation }, nation: nation);

            dates.NoticeUsual.ShouldBe(DateOnly.Parse(usual));
            dates.NoticeLatest.ShouldBe(DateOnly.Parse(latest));
            dates.WindowFrom.ShouldBe(dates.NoticeUsual);
            dates.WindowTo.ShouldBe(DateOnly.Parse(revalidation));
        }
    }

    [Theory]
    [InlineData(Nation.England, "2027-01-14")]
    [InlineData(Nation.Scotland, null)]
    [InlineData(Nation.Wales, null)]
    [InlineData(Nation.NorthernIreland, "2027-02-07")]
    public void LastAppraisalOfTheCycle_IsByTheRuleOfTheNation_OrNotFound(Nation nation, string? by) =>
        Ask(new { revalidation = "2027-03-14" }, nation: nation).FinalAppraisalBy.ShouldBe(by is null ? null : DateOnly.Parse(by));

    [Theory]
    [InlineData(Nation.England, true)]
    [InlineData(Nation.Scotland, false)]
    [InlineData(Nation.Wales, false)]
    [InlineData(Nation.NorthernIreland, false)]
    public void NextAppraisal_IsKnownWhereItsTimeWasPublished(Nation nation, bool isKnown)
    {
        var dates = Ask(new { revalidation = "2028-03-14", lastAppraisal = "2027-05-31" }, nation: nation);

        dates.AppraisalFrom.ShouldBe(isKnown ? new DateOnly(2028, 2, 29) : null);
        dates.AppraisalTo.ShouldBe(isKnown ? new DateOnly(2028, 8, 31) : null);
    }

    // 2027 has no leap day, so 365 days before 14 March 2027 is 14 March 2026; two months before it is 14 January.
    [Theory]
    [InlineData("2026-03-13", false)]
    [InlineData("2026-03-14", true)]
    [InlineData("2027-01-14", true)]
    [InlineData("2027-01-15", false)]
    public void AppraisalInTheYearBefore_CanServeAsTheLast_BothDaysInside(string held, bool serves) =>
        Ask(new { revalidation = "2027-03-14", lastAppraisal = held }, "2027-01-20").Reasons.Any(reason => reason.Key == "serves-as-last").ShouldBe(serves);

    // 365 days before 1 March 2028 is 2 March 2027, since 29 February 2028 is one of them.
    [Theory]
    [InlineData("2027-03-01", false)]
    [InlineData("2027-03-02", true)]
    public void AgeOfTheLastAppraisal_IsCountedInDays_OverALeapDay(string held, bool serves) =>
        Ask(new { revalidation = "2028-03-01", lastAppraisal = held }, "2027-12-01").Reasons.Any(reason => reason.Key == "serves-as-last").ShouldBe(serves);

    [Theory]
    [InlineData("2027-08-31", "2027-01-10", "2027-10-10")]
    [InlineData("2027-09-01", "2027-09-02", "2027-12-02")]
    public void Absence_OfMoreThanSixMonths_SetsTheAppraisalByTheReturn_AndOneOfSixOrLessPutsItOffToEighteen(string to, string from, string until)
    {
        var dates = Ask(new { revalidation = "2029-03-14", lastAppraisal = "2026-04-10", absences = new[] { new { from = "2027-03-01", to } } });

        dates.AppraisalFrom.ShouldBe(DateOnly.Parse(from));
        dates.AppraisalTo.ShouldBe(DateOnly.Parse(until));
    }

    [Fact]
    public void Absence_ThatEndedBeforeTheLastAppraisal_MovesNothingAndIsSaid()
    {
        var facts = new { revalidation = "2029-03-14", lastAppraisal = "2026-04-10", absences = new[] { new { from = "2025-01-01", to = "2026-04-09" } } };
        var dates = Ask(facts);

        dates.AppraisalTo.ShouldBe(new DateOnly(2027, 7, 10));
        dates.Warnings.ShouldContain(warning => warning.Field == "absences[0]");
    }

    [Theory]
    [InlineData("2027-07-10", "is due by 10 July 2027")]
    [InlineData("2027-07-11", "was due by 10 July 2027")]
    public void NextAppraisal_OnItsLastDay_IsStillDue(string on, string says) =>
        Ask(new { revalidation = "2029-03-14", lastAppraisal = "2026-04-10" }, on).Says.ShouldContain(says);

    [Theory]
    [InlineData("2027-03-14", 0)]
    [InlineData("2027-03-15", 1)]
    public void Revalidation_OnItsDay_HasNotPassed(string on, int warnings) =>
        Ask(new { revalidation = "2027-03-14" }, on).Warnings.Count(warning => warning.Field == "revalidation").ShouldBe(warnings);

    [Theory]
    [InlineData("2027-03-01", 0)]
    [InlineData("2027-02-28", 1)]
    public void Absence_OfOneDay_IsOne_AndThatOfNoneIsRefused(string to, int errors) =>
        ToolAsk.Reply("revalidation/dates", new { revalidation = "2029-03-14", lastAppraisal = "2026-04-10", absences = new[] { new { from = "2027-03-01", to } } })
            .Errors.Count.ShouldBe(errors);

    private static RevalidationDates Ask(object facts, string on = "2026-11-25", Nation nation = Nation.England) =>
        ToolAsk.Answer<RevalidationDates>("revalidation/dates", facts, on, nation);
}
