using Gradus.GpRetention;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.GpRetention;

public sealed class RetentionEligibilityTests
{
    // The longest time out with which one can join stands in gap-most, the time from which one cannot in gap-below: the border is in or out as content says, in no nation by code.
    [Fact]
    public void TimeOut_AtItsBorder_IsJudgedAsTheNationSaysIt()
    {
        var (most, below) = (ToolAsk.Library.Book.Figures["gp-retention/gap-most"], ToolAsk.Library.Book.Figures["gp-retention/gap-below"]);
        var day = new DateOnly(2026, 11, 29);
        var judged = 0;
        foreach (var nation in NationExtensions.All)
        {
            var (inside, outside) = (most.On(day, nation)?.Value.Number * 12, below.On(day, nation)?.Value.Number * 12);
            (inside is not null && outside is not null).ShouldBeFalse($"{nation.Name()} says it in one way only");
            foreach (var months in new[] { -1, 0, 1 }.Select(more => (int)(inside ?? outside ?? 24) + more))
            {
                var condition = Ask(months, nation).Conditions.FirstOrDefault(condition => condition.Key == "months-out");
                condition?.Met.ShouldBe(inside is not null ? months <= inside : outside is not null ? months < outside : null, $"{months} months in {nation.Name()}");
                judged += condition?.Met is null ? 0 : 1;
            }
        }

        judged.ShouldBe(6);
    }

    [Fact]
    public void TimeOut_ThatWasNotTold_IsToBeAsked()
    {
        foreach (var nation in NationExtensions.All)
        {
            ToolAsk.Answer<RetentionEligibility>("gp-retention/eligibility", new { }, "2026-11-29", nation).Conditions
                .ShouldAllBe(condition => condition.Key != "months-out" || condition.Met == null);
        }
    }

    private static RetentionEligibility Ask(int monthsOut, Nation nation) =>
        ToolAsk.Answer<RetentionEligibility>("gp-retention/eligibility", new { monthsOut }, "2026-11-29", nation);
}
