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

    private static PayPointStep Ask(object facts, Nation nation = Nation.England) => ToolAsk.Answer<PayPointStep>("sas-charter/pay-point", facts, nation: nation);
}
