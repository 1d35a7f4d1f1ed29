using Gradus.Appraisal;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.Appraisal;

public sealed class CpdGapTests
{
    private const string Address = "appraisal/cpd";

    [Theory]
    [InlineData(49.99, 0.01, Verdict.NotYet)]
    [InlineData(50, 0, Verdict.Yes)]
    [InlineData(50.01, 0, Verdict.Yes)]
    public void Year_AtWhatTheCollegeAsksFor_IsEnough(double year, double missing, Verdict verdict)
    {
        var gap = Ask(new { college = "surgeons", year, cycle = 250 });

        gap.YearShort.ShouldBe((decimal)missing);
        gap.CycleShort.ShouldBe(0);
        gap.Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData(249.5, 0.5, Verdict.NotYet)]
    [InlineData(250, 0, Verdict.Yes)]
    public void Cycle_AtWhatTheCollegeAsksFor_IsEnough(double cycle, double missing, Verdict verdict)
    {
        var gap = Ask(new { college = "surgeons", year = 50, cycle });

        gap.CycleShort.ShouldBe((decimal)missing);
        gap.Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData(10, 50, 0)]
    [InlineData(10.5, 49.5, 0.5)]
    public void KindAboveItsMost_IsTakenOffTheYear_AndAtItIsNot(double personal, double counted, double notCounted)
    {
        var gap = Ask(new { college = "physicians", year = 50, kinds = new[] { new { key = "physicians-personal", number = personal }, new { key = "physicians-external", number = 30d } } });

        gap.YearCounted.ShouldBe((decimal)counted);
        gap.Kinds.Single(kind => kind.Key == "physicians-personal").NotCounted.ShouldBe((decimal)notCounted);
    }

    [Theory]
    [InlineData(12, 25)]
    [InlineData(13, 24)]
    public void KindInsideAnother_AboveItsMost_IsTakenOffTheOther(double examining, double external)
    {
        var gap = Ask(new { college = "physicians", year = 50, kinds = new[] { new { key = "physicians-external", number = 25d }, new { key = "physicians-examining", number = examining } } });

        gap.Kinds.Single(kind => kind.Key == "physicians-external").Counted.ShouldBe((decimal)external);
        gap.Verdict.ShouldBe(external < 25 ? Verdict.NotYet : Verdict.Yes);
    }

    [Fact]
    public void WhatIsOnlyRecommended_DecidesNothing()
    {
        var gap = Ask(new { college = "radiologists", year = 49, cycle = 250 });

        gap.YearShort.ShouldBe(1);
        gap.Verdict.ShouldBe(Verdict.Yes);
        gap.Says.ShouldContain("fewer than recommended");
    }

    [Fact]
    public void CollegeWithoutANumber_IsUnknownInEveryNation()
    {
        foreach (var nation in NationExtensions.All)
        {
            Ask(new { college = "emergency-medicine" }, nation).Reasons[0].Ask.ShouldBe("the college");
            Ask(new { college = "paediatrics" }, nation).Reasons[0].Ask.ShouldBeNull();
            Ask(new { college = "emergency-medicine" }, nation).Verdict.ShouldBe(Verdict.Unknown);
        }
    }

    [Fact]
    public void Colleges_AskTheSameInEveryNation()
    {
        foreach (var nation in NationExtensions.All)
        {
            Ask(new { college = "psychiatrists", year = 42, cycle = 190 }, nation).Says.ShouldBe(Ask(new { college = "psychiatrists", year = 42, cycle = 190 }).Says);
        }
    }

    // The faculty's number ended on 1 April 2022: that day is the first of the new rule.
    [Theory]
    [InlineData("2022-03-31")]
    [InlineData("2022-04-01")]
    public void PublicHealth_AboutAnyDay_HasNoNumberToCompareWith(string on) =>
        ToolAsk.Answer<CpdGap>(Address, new { college = "public-health", year = 60 }, on).YearTarget.ShouldBeNull();

    [Theory]
    [InlineData("""{"college":"surgeons","year":50,"cycle":49.99}""", "cycle")]
    [InlineData("""{"college":"surgeons","kinds":[{"key":"physicians-external","number":1}]}""", "kinds[0].key")]
    [InlineData("""{"college":"physicians","kinds":[{"key":"physicians-external","number":1},{"key":"physicians-external","number":2}]}""", "kinds[1].key")]
    [InlineData("""{"college":"physicians","year":20,"kinds":[{"key":"physicians-external","number":20.01}]}""", "kinds[0].number")]
    [InlineData("""{"college":"physicians","year":50,"kinds":[{"key":"physicians-external","number":5},{"key":"physicians-examining","number":6}]}""", "kinds[1].number")]
    [InlineData("""{"college":"physicians","year":20,"kinds":[{"key":"physicians-external","number":15},{"key":"physicians-personal","number":6}]}""", "kinds[1].number")]
    public void FactsThatDoNotFitTogether_AreRefusedAtTheOne(string facts, string field) =>
        ToolAsk.Reply(Address, facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Theory]
    [InlineData("""{"college":"surgeons","year":50,"cycle":50}""")]
    [InlineData("""{"college":"physicians","year":20,"kinds":[{"key":"physicians-external","number":20}]}""")]
    [InlineData("""{"college":"physicians","year":20,"kinds":[{"key":"physicians-external","number":15},{"key":"physicians-personal","number":5}]}""")]
    public void FactsAtTheBorder_Fit(string facts) => ToolAsk.Reply(Address, facts).Errors.ShouldBeEmpty();

    private static CpdGap Ask(object facts, Nation nation = Nation.England) => ToolAsk.Answer<CpdGap>(Address, facts, nation: nation);
}
