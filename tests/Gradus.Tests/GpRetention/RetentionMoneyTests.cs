using Gradus.GpRetention;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.GpRetention;

public sealed class RetentionMoneyTests
{
    [Theory]
    [InlineData(1, "3999.84", "1000", "4 h 10", "8", "8")]
    [InlineData(2, "7999.68", "2000", "8 h 20", "11.56", "11.5")]
    [InlineData(3, "11999.52", "3000", "12 h 30", "17.33", "16")]
    [InlineData(4, "15999.36", "4000", "16 h 40", "23.11", "23")]
    public void Money_InEngland_IsAsPublished(int sessions, string practice, string expenses, string hours, string formula, string regional)
    {
        var answer = ToolAsk.Answer<RetentionMoney>("gp-retention/money", new { sessions });

        answer.PracticePayment.ShouldBe(decimal.Parse(practice));
        answer.Expenses.ShouldBe(decimal.Parse(expenses));
        answer.Working.ShouldContain(line => line.Says.Contains(hours + " a week", StringComparison.Ordinal));
        answer.CpdFormula.ShouldBe(decimal.Parse(formula));
        answer.CpdRegional.ShouldBe(decimal.Parse(regional));
    }

    [Fact]
    public void Money_NeverFallsWithSessions()
    {
        foreach (var nation in NationExtensions.All)
        {
            var answers = Enumerable.Range(1, 4).Select(sessions => ToolAsk.Answer<RetentionMoney>("gp-retention/money", new { sessions }, nation: nation)).ToList();
            foreach (var (less, more) in answers.Zip(answers.Skip(1)))
            {
                (more.PracticePayment ?? 0).ShouldBeGreaterThanOrEqualTo(less.PracticePayment ?? 0);
                (more.Expenses ?? 0).ShouldBeGreaterThanOrEqualTo(less.Expenses ?? 0);
                (more.CpdFormula ?? 0).ShouldBeGreaterThanOrEqualTo(less.CpdFormula ?? 0);
            }
        }
    }

    [Theory]
    [InlineData("""{"sessions":0}""")]
    [InlineData("""{"sessions":5}""")]
    [InlineData("""{"sessions":2.5}""")]
    [InlineData("{}")]
    public void Sessions_TheSchemeDoesNotPayFor_AreRefused(string facts) =>
        ToolAsk.Reply("gp-retention/money", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe("sessions");
}
