using Gradus.GpPartnership;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.GpPartnership;

public sealed class PartnershipRepaymentTests
{
    private static readonly DateOnly Joined = new(2022, 2, 28);

    [Theory]
    [InlineData("1", "0", "0")]
    [InlineData("2", "4444.44", "888.89")]
    [InlineData("3", "6666.67", "1333.33")]
    [InlineData("4", "8888.89", "1777.78")]
    [InlineData("5", "11111.11", "2222.22")]
    [InlineData("6", "13333.33", "2666.67")]
    [InlineData("7", "15555.56", "3111.11")]
    [InlineData("8", "17777.78", "3555.56")]
    [InlineData("9", "20000", "4000")]
    [InlineData("10", "20000", "4000")]
    public void Payment_BySessions_IsAsPublished(string sessions, string payment, string onCosts)
    {
        var answer = Ask(decimal.Parse(sessions), Joined);

        answer.Payment.ShouldBe(decimal.Parse(payment));
        answer.OnCosts.ShouldBe(decimal.Parse(onCosts));
    }

    [Theory]
    [InlineData("9", 0, "20000")]
    [InlineData("9", 1, "16000")]
    [InlineData("9", 2, "12000")]
    [InlineData("9", 3, "8000")]
    [InlineData("9", 4, "4000")]
    [InlineData("9", 5, "0")]
    [InlineData("9", 6, "0")]
    [InlineData("6", 4, "2666.67")]
    [InlineData("2", 1, "3555.56")]
    public void Repayment_OnAnAnniversary_IsOneSum(string sessions, int years, string owed)
    {
        var answer = Ask(decimal.Parse(sessions), Joined.AddYears(years));

        answer.RepayLeast.ShouldBe(decimal.Parse(owed));
        answer.RepayMost.ShouldBe(decimal.Parse(owed));
        answer.CompletedYears.ShouldBe(Math.Min(years, 5));
    }

    [Fact]
    public void Repayment_NeverGrowsWithTimeServed_AndLeastIsNeverAboveMost()
    {
        foreach (var sessions in new[] { 2m, 4.5m, 9m })
        {
            var before = Ask(sessions, Joined);
            for (var leaves = Joined.AddDays(1); leaves <= Joined.AddYears(5).AddDays(9); leaves = leaves.AddDays(3))
            {
                var answer = Ask(sessions, leaves);

                answer.RepayMost!.Value.ShouldBeLessThanOrEqualTo(before.RepayMost!.Value);
                answer.RepayLeast!.Value.ShouldBeLessThanOrEqualTo(before.RepayLeast!.Value);
                answer.RepayLeast.Value.ShouldBeLessThanOrEqualTo(answer.RepayMost.Value);
                before = answer;
            }
        }
    }

    [Fact]
    public void Payment_NeverFallsWithSessions()
    {
        var last = -1m;
        for (var sessions = 0m; sessions <= 20; sessions += 0.25m)
        {
            var answer = Ask(sessions, Joined.AddMonths(30));

            answer.Payment!.Value.ShouldBeGreaterThanOrEqualTo(last);
            answer.Payment.Value.ShouldBeLessThanOrEqualTo(20000);
            last = answer.Payment.Value;
        }
    }

    [Fact]
    public void Table_OfRepayments_IsWhatTheToolWorksOut()
    {
        var table = ToolAsk.Library.Book.Tables["gp-partnership/repayment"];
        foreach (var row in table.Rows)
        {
            var years = int.Parse(row[table.Column("years")]);
            foreach (var (column, sessions) in new[] { ("repay-full", 9m), ("repay-six", 6m), ("repay-two", 2m) })
            {
                Ask(sessions, Joined.AddYears(years)).RepayMost.ShouldBe(decimal.Parse(row[table.Column(column)]), $"{column} after {years} years");
            }
        }
    }

    [Fact]
    public void Repayment_AfterEighteenMonths_IsWhatTheGuidanceSays()
    {
        var (answer, figures) = (ToolAsk.Answer<PartnershipRepayment>("gp-partnership/repayment", new { sessions = 9, joined = "2022-01-01", leaves = "2023-07-01" }),
            ToolAsk.Library.Book.Figures);
        var range = figures["gp-partnership/repay-18-months"].At(new DateOnly(2022, 1, 1), Nation.England);

        (answer.RepayLeast, answer.RepayByMonths,
            answer.RepayMost).ShouldBe((range.Low, figures["gp-partnership/repay-18-months-by-month"].At(new DateOnly(2022, 1, 1), Nation.England).Number, range.High));
    }

    // What the table and the milestones say of a day is what the tool answers to leaving on that day, whatever sessions were kept.
    [Fact]
    public void Timeline_OfChangingSessions_IsTheAnswerToLeavingOnEachDay()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var joined = new DateOnly(2020, 4, 1).AddDays(random.Next(1000));
            var changes = Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => new { from = joined.AddDays(random.Next(1, 1900)), sessions = random.Next(1, 11) })
                .DistinctBy(change => change.from)
                .ToList();
            object Facts(DateOnly leaves) => new { sessions = 2 + (seed % 9), joined, leaves, changes };
            var answer = ToolAsk.Answer<PartnershipRepayment>("gp-partnership/repayment", Facts(joined.AddYears(6)));
            var rows = answer.Tables.Single(table => table.Key == "timeline").Rows;

            rows.Count.ShouldBe(6);
            foreach (var row in rows)
            {
                var leaving = ToolAsk.Answer<PartnershipRepayment>("gp-partnership/repayment", Facts((DateOnly)row[1].Value!));
                ((decimal)row[3].Value!, (decimal)row[4].Value!).ShouldBe((leaving.RepayLeast!.Value, leaving.RepayMost!.Value), $"{seed} on {row[1].Value}");
            }

            answer.Payments[0].From.ShouldBe(joined);
            answer.Payments.Zip(answer.Payments.Skip(1))
                .Count(pair => pair.Second.Payment < pair.First.Payment)
                .ShouldBe(answer.Reasons.Count(reason => reason.Key == "fewer-sessions"), $"{seed}");
        }
    }

    [Theory]
    [InlineData("""{"sessions":5,"joined":"2022-06-01","leaves":"2022-05-31"}""", "leaves")]
    [InlineData("""{"sessions":5,"joined":"2022-06-01","changes":[{"from":"2022-06-01","sessions":4}]}""", "changes[0].from")]
    [InlineData("""{"sessions":5,"joined":"2022-06-01","changes":[{"from":"2023-06-01","sessions":4},{"from":"2023-06-01","sessions":3}]}""", "changes[1].from")]
    [InlineData("""{"sessions":-1,"joined":"2022-06-01"}""", "sessions")]
    [InlineData("""{"sessions":5}""", "joined")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("gp-partnership/repayment", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Theory]
    [InlineData("""{"sessions":9,"joined":"2198-06-01","leaves":"2199-12-31"}""")]
    [InlineData("""{"sessions":9,"joined":"1900-01-01","leaves":"2199-12-31"}""")]
    [InlineData("""{"sessions":9,"joined":"2024-02-29","leaves":"2025-02-28"}""")]
    public void Days_AtTheEdgesOfTheCalendar_AreAnswered(string facts) =>
        ToolAsk.Reply("gp-partnership/repayment", facts).Answer.ShouldNotBeNull();

    private static PartnershipRepayment Ask(decimal sessions, DateOnly leaves) =>
        ToolAsk.Answer<PartnershipRepayment>("gp-partnership/repayment", new { sessions, joined = Joined, leaves });
}
