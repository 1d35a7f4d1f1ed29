using System.Text;
using System.Text.RegularExpressions;
using Gradus.GpWorkforce;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.GpWorkforce;

/// <summary>Claims of which only a part is paid for: cost and limit are of the same work, and what is refused has no sum.</summary>
public sealed class ClaimPartsTests
{
    [Theory]
    [InlineData("new-salaried")]
    [InlineData("extra-sessions")]
    [InlineData("keep-post")]
    public void Claim_AtTheSameWeeklyCost_IsTheSameHoweverFarItRunsPastTheLastDay(string purpose)
    {
        var claims = Enumerable.Range(9, 60)
            .Select(weeks => Ask(new { purpose, sessionsBefore = 2, sessionsAfter = 6, from = "2027-02-01", weeks, actualCost = weeks * 400 }).Claimable)
            .ToList();

        claims.ShouldAllBe(claim => claim == claims[0]);
    }

    [Theory]
    [InlineData("extra-sessions")]
    [InlineData("network-gp")]
    public void Claim_AtTheSameCostASession_IsTheSameHoweverManyAreOverNine(string purpose)
    {
        var claims = Enumerable.Range(9, 10)
            .Select(sessions => Ask(new { purpose, sessionsBefore = 0, sessionsAfter = sessions, from = "2026-06-01", weeks = 10, actualCost = sessions * 700 }).Claimable)
            .ToList();

        claims.ShouldAllBe(claim => claim == claims[0]);
    }

    [Fact]
    public void Claim_OfAnyStretch_IsNeverMoreThanTheShareOfTheCost()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var (from, weeks, cost) = (new DateOnly(2024, 6, 1).AddDays(random.Next(1100)), random.Next(1, 90), random.Next(1, 90000));
            var answer = Ask(new
            {
                purpose = random.Next(2) == 0
                ? "network-gp"
                : "new-salaried",
                sessionsAfter = random.Next(1, 12),
                from,
                weeks,
                actualCost = cost,
                london = random.Next(3) == 0
            });
            if (answer is { Claimable: > 0, PaidFrom: { } first, PaidTo: { } last })
            {
                answer.Claimable.Value.ShouldBeLessThanOrEqualTo(Math.Round((decimal)cost * (last.DayNumber - first.DayNumber + 1) / (weeks * 7), 2) + 0.05m, $"{seed}");
                answer.Claimable.Value.ShouldBeLessThanOrEqualTo(answer.Most!.Value);
            }
        }
    }

    public static TheoryData<string> Addresses => ["gp-workforce/claim", "gp-workforce/practice-year", "gp-workforce/incentive", "gp-partnership/repayment", "gp-retention/money"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Working_OfANo_EndsInNoMoney(string address)
    {
        var tool = ToolAsk.Tool(address);
        foreach (var example in ToolAsk.Library.ExamplesOf(tool))
        {
            var answer = tool.Bind(ToolAsk.Library.Book).Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, Nation.England)).Answer!;
            if (answer.Verdict == Verdict.No)
            {
                answer.Working.Where(line => Regex.IsMatch(line.Says, "= £[^0]", RegexOptions.None, TimeSpan.FromSeconds(1))).ShouldBeEmpty($"{address} {example.Id}");
            }
        }
    }

    [Fact]
    public void AYear_OfARowPaidForAlready_HasNoSumOfIt() =>
        ToolAsk.Answer<PracticeYear>("gp-workforce/practice-year",
            """{"staff":[{"label":"GP 1","purpose":"new-salaried","sessionsAfter":9,"from":"2026-04-01","weeks":52,"fundedBy":"network"},{"label":"GP 2","purpose":"new-salaried","sessionsAfter":9,"from":"2026-04-01","weeks":52}]}""")
            .Working.ShouldAllBe(line => line.Says.StartsWith("GP 2", StringComparison.Ordinal));

    private static PracticeClaim Ask(object facts) => ToolAsk.Answer<PracticeClaim>("gp-workforce/claim", facts);
}
