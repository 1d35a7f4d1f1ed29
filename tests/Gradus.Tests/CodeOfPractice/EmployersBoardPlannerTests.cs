using Gradus.CodeOfPractice;
using Gradus.Dates;
using Gradus.Tests.Tools;

namespace Gradus.Tests.CodeOfPractice;

public sealed class EmployersBoardPlannerTests
{
    private static readonly DateOnly On = new(2027, 7, 1);

    [Fact]
    public void Shares_NeverPrintOneToFour_AndNothingThatGivesThemAway()
    {
        for (var all = 0; all <= 14; all++)
        {
            for (var late = 0; late <= all; late++)
            {
                var doctors = Enumerable.Range(0, all)
                    .Select(number => new { doctorRef = $"D-{number}", start = "2027-08-04", placementOn = number < late ? "2027-05-13" : "2027-05-12" });
                var share = Ask(new { doctors }).Shares.Single(entry => entry.Key == "placement-notice");
                var small = new[] { all, late, all - late }.Any(count => count is > 0 and < 5);

                share.Due.ShouldBe(small ? null : all);
                share.InTime.ShouldBe(small ? null : all - late);
                share.Percent.ShouldBe(small || all == 0 ? null : decimal.Round(100m * (all - late) / all, 1, MidpointRounding.AwayFromZero));
            }
        }
    }

    [Fact]
    public void EveryDoctor_IsLateExactlyAsTheTrackerSays()
    {
        for (var day = 0; day < 120; day += 7)
        {
            var start = new DateOnly(2027, 7, 5).AddDays(day);
            var plan = ToolAsk.Answer<PlacementPlan>("code-of-practice/plan", new { start = start.Iso() }, On.Iso());
            var board = Ask(new { doctors = new[] { new { doctorRef = "D", start = start.Iso() } } });

            foreach (var key in new[] { "placement-notice", "work-schedule", "rota" })
            {
                (board.Late.SingleOrDefault(item => item.Key == key)?.DaysLate ?? 0).ShouldBe(plan.Items.Single(item => item.Key == key).DaysLate);
            }
        }
    }

    [Fact]
    public void TwoThousandDoctors_AreTaken()
    {
        var doctors = Enumerable.Range(0, 2_000).Select(number => new { doctorRef = $"D-{number:0000}", start = new DateOnly(2027, 7, 1).AddDays(number % 120).Iso() });

        var answer = Ask(new { doctors });

        (answer.Late.Count + answer.DueThisWeek.Count).ShouldBeGreaterThan(2_000);
    }

    [Theory]
    [InlineData("""{"doctors":[{"doctorRef":"D","start":"2027-08-04"},{"doctorRef":"D","start":"2027-08-04"}]}""", "doctors[1].doctorRef")]
    [InlineData("""{"onlyOwner":"X","doctors":[{"doctorRef":"D","start":"2027-08-04","owner":"Y"}]}""", "onlyOwner")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("code-of-practice/board", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    private static EmployersBoard Ask(object facts) => ToolAsk.Answer<EmployersBoard>("code-of-practice/board", facts, On.Iso());
}
