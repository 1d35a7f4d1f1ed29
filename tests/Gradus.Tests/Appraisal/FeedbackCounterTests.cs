using Gradus.Appraisal;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.Appraisal;

public sealed class FeedbackCounterTests
{
    [Theory]
    [InlineData(33, 15, 1, 0, Verdict.NotYet)]
    [InlineData(34, 14, 0, 1, Verdict.NotYet)]
    [InlineData(34, 15, 0, 0, Verdict.Yes)]
    [InlineData(35, 16, 0, 0, Verdict.Yes)]
    public void Replies_AtTheNumberOfTheStudy_AreEnoughInEveryNation(int patients, int colleagues, int patientsShort, int colleaguesShort, Verdict verdict)
    {
        foreach (var nation in NationExtensions.All)
        {
            var count = Ask(new { patients, colleagues }, nation);

            count.PatientsShort.ShouldBe(patientsShort);
            count.ColleaguesShort.ShouldBe(colleaguesShort);
            count.Verdict.ShouldBe(verdict, nation.Name());
        }
    }

    [Theory]
    [InlineData(19, Verdict.NotYet)]
    [InlineData(20, Verdict.Yes)]
    public void OwnTool_GoesByItsOwnNumber(int replies, Verdict verdict) =>
        Ask(new { tool = "other", asks = 20, patients = replies, colleagues = replies }).Verdict.ShouldBe(verdict);

    [Fact]
    public void WhatWasNotTold_IsOpenAndNotMissing()
    {
        Ask(new { patients = 34 }).Verdict.ShouldBe(Verdict.Unknown);
        Ask(new { colleagues = 15 }).Verdict.ShouldBe(Verdict.Unknown);
        Ask(new { patients = 33 }).Verdict.ShouldBe(Verdict.NotYet);
        Ask(new { }).Verdict.ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void ScotlandsOwnTool_AsksEightColleagues_InScotlandAlone()
    {
        foreach (var nation in NationExtensions.All)
        {
            var count = Ask(new { tool = "scottish-msf", colleagues = 8 }, nation);

            count.Verdict.ShouldBe(nation == Nation.Scotland ? Verdict.Yes : Verdict.Unknown, nation.Name());
            count.ColleaguesWanted.ShouldBe(nation == Nation.Scotland ? 8 : null, nation.Name());
            count.PatientsWanted.ShouldBeNull();
        }
    }

    [Fact]
    public void StartOfFeedback_IsKnownInScotlandAlone_AndCountedOverALeapDay()
    {
        foreach (var nation in NationExtensions.All)
        {
            var count = Ask(new { appraisal = "2028-03-28" }, nation);

            count.StartFrom.ShouldBe(nation == Nation.Scotland ? new DateOnly(2028, 2, 15) : null, nation.Name());
            count.StartBy.ShouldBe(nation == Nation.Scotland ? new DateOnly(2028, 2, 29) : null, nation.Name());
        }
    }

    [Theory]
    [InlineData("2026-11-25", 0)]
    [InlineData("2026-11-26", 1)]
    public void LastDayToStart_IsInTime_AndTheDayAfterIsLate(string on, int late) =>
        ToolAsk.Answer<FeedbackCount>("appraisal/feedback", new { tool = "scottish-msf", appraisal = "2026-12-23" }, on, Nation.Scotland)
            .Warnings.Count(warning => warning.Field == "appraisal").ShouldBe(late);

    [Theory]
    [InlineData("2026-12-16", false)]
    [InlineData("2026-12-15", true)]
    public void FeedbackThatWouldEndAfterTheMeeting_IsSaid_AndOnItsDayIsNot(string appraisal, bool ends) =>
        ToolAsk.Answer<FeedbackCount>("appraisal/feedback", new { tool = "scottish-msf", appraisal }, "2026-11-25", Nation.Scotland)
            .Warnings.Single(warning => warning.Field == "appraisal").Says.Contains("after the meeting", StringComparison.Ordinal).ShouldBe(ends);

    [Fact]
    public void NumberOfAnotherTool_IsRefusedBesideAToolThatHasItsOwn() =>
        ToolAsk.Reply("appraisal/feedback", new { tool = "gmc-questionnaire", asks = 20 }).Errors.ShouldHaveSingleItem().Field.ShouldBe("asks");

    private static FeedbackCount Ask(object facts, Nation nation = Nation.England) => ToolAsk.Answer<FeedbackCount>("appraisal/feedback", facts, nation: nation);
}
