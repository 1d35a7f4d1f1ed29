using Gradus.Rules;
using Gradus.SasCharter;
using Gradus.Tests.Tools;

namespace Gradus.Tests.SasCharter;

public sealed class PayPointFinderTests
{
    [Theory]
    [InlineData("specialty-doctor", 0, "63696", "73383")]
    [InlineData("specialty-doctor", 2, "63696", "73383")]
    [InlineData("specialty-doctor", 3, "73383", "81804")]
    [InlineData("specialty-doctor", 6, "81804", "90548")]
    [InlineData("specialty-doctor", 9, "90548", "102689")]
    [InlineData("specialist", 0, "104401", "108484")]
    [InlineData("specialist", 3, "108484", "115341")]
    public void Pay_InEngland_IsTheCircularsOf2026(string grade, int years, string now, string next)
    {
        var answer = Ask(new { grade, onPointSince = "2024-05-01", yearsCompleted = years });

        answer.NowPays.ShouldBe(decimal.Parse(now));
        answer.NextPays.ShouldBe(decimal.Parse(next));
        answer.NextOn.ShouldBe(new DateOnly(2027, 5, 1));
    }

    [Fact]
    public void NextPoint_NeverPaysLess_InAnyNation()
    {
        foreach (var nation in NationExtensions.All)
        {
            foreach (var grade in new[] { "specialty-doctor", "specialist" })
            {
                for (var point = 1; point <= 5; point++)
                {
                    var answer = Ask(new { grade, onPointSince = "2024-05-01", point }, nation);
                    (answer.Rise ?? 1).ShouldBePositive($"{grade} {point} in {nation}");
                    (answer.NextOn is null).ShouldBe(answer.Milestones.Count == 0);
                }
            }
        }
    }

    [Theory]
    [InlineData("""{"grade":"specialty-doctor","onPointSince":"2023-09-04"}""", "yearsCompleted")]
    [InlineData("""{"grade":"consultant","onPointSince":"2023-09-04","yearsCompleted":3}""", "grade")]
    [InlineData("""{"grade":"specialist","onPointSince":"2023-09-04","yearsCompleted":3,"breaks":[{"from":"2024-02-01","to":"2024-01-31"}]}""", "breaks[0].to")]
    [InlineData("""{"grade":"specialist","onPointSince":"2023-09-04","yearsCompleted":3,"breaks":[{"from":"2024-02-01","to":"2024-03-01"},{"from":"2024-03-01","to":"2024-03-02"}]}""", "breaks[1].from")]
    [InlineData("""{"grade":"specialist","onPointSince":"2023-09-04","yearsCompleted":3,"criteria":[{"key":"luck","state":"met"}]}""", "criteria[0].key")]
    [InlineData("""{"grade":"specialist","onPointSince":"2023-09-04","yearsCompleted":3,"criteria":[{"key":"appraisal","state":"met"},{"key":"APPRAISAL","state":"not-met"}]}""", "criteria[1].key")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("sas-charter/pay-point", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public void AContract_OfAnotherNation_HasNoDay_AndSaysWhoseItIs()
    {
        foreach (var nation in NationExtensions.All)
        {
            foreach (var contract in new[] { "sas-2021", "sas-2022" })
            {
                var isOwn = (nation == Nation.Scotland) == (contract == "sas-2022");
                foreach (var on in new[] { "2024-06-01", "2025-06-01", "2026-11-25" })
                {
                    var answer = ToolAsk.Answer<PayPointStep>("sas-charter/pay-point", new { grade = "specialist", contract, onPointSince = "2024-05-01", point = 1 }, on, nation);
                    answer.Reasons.Any(reason => reason.Key == "contract").ShouldBe(!isOwn, $"{contract} in {nation} on {on}");
                    (answer.NextOn is null || isOwn).ShouldBeTrue($"{contract} in {nation} on {on}");
                }
            }
        }
    }

    // A day without its sum says that the sum was not found, in every nation and year.
    [Fact]
    public void ADay_WithoutASum_SaysSo()
    {
        foreach (var nation in NationExtensions.All)
        {
            foreach (var grade in new[] { "specialty-doctor", "specialist" })
            {
                foreach (var (point, on) in from point in Enumerable.Range(1, 5) from day in new[] { "2024-06-01", "2025-06-01", "2026-03-31", "2026-11-25" } select (point, day))
                {
                    var answer = ToolAsk.Answer<PayPointStep>("sas-charter/pay-point", new { grade, onPointSince = "2024-05-01", point }, on, nation);
                    if (answer is { NextOn: not null, NowPays: not null, NextPays: null })
                    {
                        answer.Says.ShouldContain("was not found");
                        answer.Reasons.ShouldContain(reason => reason.Key == "next" && reason.Status == Status.NotFound);
                    }
                }
            }
        }
    }

    private static PayPointStep Ask(object facts, Nation nation = Nation.England) => ToolAsk.Answer<PayPointStep>("sas-charter/pay-point", facts, nation: nation);
}
