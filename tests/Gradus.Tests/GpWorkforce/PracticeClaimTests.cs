using Gradus.GpWorkforce;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.GpWorkforce;

public sealed class PracticeClaimTests
{
    [Fact]
    public void ExtraSessions_ForAFullTimeYear_ComeWithinAPoundOfTheCap()
    {
        var hours = Ask(new { purpose = "extra-sessions", sessionsBefore = 0, sessionsAfter = 9, from = "2026-04-01", weeks = 52 });
        var cap = Ask(new { purpose = "new-salaried", sessionsAfter = 9, from = "2026-04-01", weeks = 52 });

        hours.Most.ShouldBe(152899.50m);
        (cap.Most!.Value - hours.Most!.Value).ShouldBe(0.50m);
    }

    // cap = round(top + 0.15 × (top − 5,000) + 0.1438 × top): pay, employer's National Insurance and employer's pension.
    [Fact]
    public void TheCap_OfAYear_IsTheTopOfTheSalariedRangeWithItsOnCosts()
    {
        var (figures, networks) = (ToolAsk.Library.Book.Figures, ToolAsk.Library.Book.Tables["gp-workforce/arrs-gps"]);
        var caps = figures["gp-workforce/plr-cap"].History.Values.Where(value => value.Value.Number is not null)
            .Select(value => (Salary: figures["gp-workforce/salaried-range"].At(value.From!.Value, Nation.England).High!.Value, Cap: value.Value.Number!.Value))
            .ToList();
        caps.AddRange(networks.Rows.Where(row => string.CompareOrdinal(row[networks.Column("from")], "2025-04-01") >= 0)
            .Select(row => (decimal.Parse(row[networks.Column("salary")]), decimal.Parse(row[networks.Column("limit")]))));

        caps.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var (salary, cap) in caps)
        {
            decimal.Round(salary + (0.15m * (salary - 5000)) + (0.1438m * salary), MidpointRounding.AwayFromZero).ShouldBe(cap, $"at {salary}");
        }
    }

    [Theory]
    [InlineData("1", "375.71")]
    [InlineData("0.5", "187.86")]
    [InlineData("3", "1127.14")]
    public void InsuranceOnTop_IsRoundedOnce_OfTheSumItself(string sessions, string withInsurance) =>
        Ask(new { purpose = "extra-sessions", sessionsBefore = 0, sessionsAfter = decimal.Parse(sessions), from = "2027-03-25", weeks = 1 }).MostWithInsurance.ShouldBe(decimal.Parse(withInsurance));

    [Theory]
    [InlineData("new-salaried")]
    [InlineData("extra-sessions")]
    [InlineData("keep-post")]
    public void Claim_NeverFallsWithSessionsOrWeeks_AndIsNeverAboveCostOrMost(string purpose)
    {
        var before = -1m;
        for (var sessions = 0m; sessions <= 12; sessions += 0.5m)
        {
            var cost = 2222 * sessions;
            var answer = Ask(new { purpose, sessionsBefore = 0, sessionsAfter = sessions, from = "2026-06-01", weeks = 10, actualCost = cost });
            answer.Claimable!.Value.ShouldBeGreaterThanOrEqualTo(before);
            answer.Claimable.Value.ShouldBeLessThanOrEqualTo(Math.Min(cost, answer.Most!.Value));
            before = answer.Claimable.Value;
        }

        before = -1m;
        for (var weeks = 1; weeks <= 60; weeks++)
        {
            var answer = Ask(new { purpose, sessionsBefore = 0, sessionsAfter = 6, from = "2026-06-01", weeks });
            answer.Most!.Value.ShouldBeGreaterThanOrEqualTo(before);
            before = answer.Most.Value;
        }
    }

    [Theory]
    [InlineData("partner")]
    [InlineData("locum")]
    [InlineData("sickness-cover")]
    public void Claim_ForWorkThatIsNoSalariedPost_IsNothing(string post) =>
        Ask(new { purpose = "extra-sessions", sessionsBefore = 2, sessionsAfter = 4, from = "2026-06-01", weeks = 4, post }).Claimable.ShouldBe(0);

    [Theory]
    [InlineData("""{"purpose":"extra-sessions","sessionsAfter":8,"from":"2026-09-01","weeks":20}""", "sessionsBefore")]
    [InlineData("""{"purpose":"extra-sessions","sessionsBefore":6,"sessionsAfter":8,"from":"2026-09-01","weeks":0}""", "weeks")]
    [InlineData("""{"purpose":"extra-sessions","sessionsBefore":6,"sessionsAfter":8,"from":"2026-09-01","lastEmployed":"2020-01-01"}""", "lastEmployed")]
    [InlineData("""{"purpose":"new-salaried","sessionsAfter":8,"from":"2026-09-01","lastEmployed":"2026-09-01"}""", "lastEmployed")]
    [InlineData("""{"purpose":"gift","sessionsAfter":8,"from":"2026-09-01"}""", "purpose")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("gp-workforce/claim", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    private static PracticeClaim Ask(object facts) => ToolAsk.Answer<PracticeClaim>("gp-workforce/claim", facts);
}
