using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.GpWorkforce;

/// <summary>
/// Over random facts: no answer to a GP or a SAS doctor in one nation contains money of another, payments never fall with sessions, and what is owed never
/// grows with time served.
/// </summary>
public sealed class GpNationProperties
{
    private static readonly string[] purposes = ["new-salaried", "extra-sessions", "keep-post", "network-gp"];
    private static readonly string[] schemes = ["fellowship", "supporting-mentors", "return-to-practice", "international-induction", "visa-extra",
        "enhanced-recruitment", "training-incentive", "golden-hello"];
    private static readonly string[] roles = ["registrar", "newly-qualified", "salaried", "locum", "partner", "returner", "qualified-abroad",
        "practice-manager", "network-manager"];

    public static TheoryData<string> Asked =>
        ["gp-workforce/claim", "gp-workforce/find", "gp-workforce/incentive", "gp-partnership/repayment", "gp-retention/money", "gp-retention/beside", "sas-charter/pay-point"];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Asked))]
    public void Answer_ForOneNation_HasNoMoneyOfAnother(string address)
    {
        var tool = ToolAsk.Tool(address);
        var money = Money(tool).ToList();
        money.ShouldNotBeEmpty(address);
        for (var seed = 1; seed <= 160; seed++)
        {
            var random = new Random(seed);
            var nation = NationExtensions.All[seed % 4];
            var reply = ToolAsk.Reply(address, JsonSerializer.Serialize(Facts(address, random)),
                new DateOnly(2024, 1, 1).AddDays(random.Next(1100)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), nation);
            if (reply.Answer is not { } answer)
            {
                reply.Errors.ShouldBeEmpty($"{address} {seed}");
                continue;
            }

            var text = ToolAsk.Text(address, answer);
            foreach (var (value, what) in money.Where(one => !one.Nations.Includes(nation) && !money.Any(own => own.Nations.Includes(nation) && own.Value == one.Value))
                .Select(one => (one.Value, one.What)))
            {
                // As words in a sentence, with its pound; a sum of the reader's own may come to the same number by chance.
                Regex.IsMatch(text, $@"£{Regex.Escape(value)}(?![\d,]|\.\d)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))
                    .ShouldBeFalse($"{what} £{value} in {nation.Name()} ({seed}): {text}");
            }
        }
    }

    [Fact]
    public void Payments_NeverFallWithSessions_WhateverElseIsTold()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var (purpose, from, weeks, london) = (purposes[random.Next(4)], new DateOnly(2024, 8, 1).AddDays(random.Next(900)), random.Next(1, 80), random.Next(4) == 0);
            var last = 0m;
            for (var sessions = 0m; sessions <= 12; sessions += 0.5m)
            {
                object facts = purpose == "extra-sessions"
                    ? new { purpose, sessionsBefore = 0, sessionsAfter = sessions, from, weeks, london }
                    : new { purpose, sessionsAfter = sessions, from, weeks, london };
                var answer = ToolAsk.Answer<Gradus.GpWorkforce.PracticeClaim>("gp-workforce/claim", facts);
                (answer.Claimable ?? 0).ShouldBeGreaterThanOrEqualTo(last, $"{seed}: {purpose} at {sessions}");
                last = answer.Claimable ?? 0;
            }
        }
    }

    [Fact]
    public void WhatIsOwed_NeverGrowsWithTimeServed_WhateverSessionsWere()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = new Random(seed);
            var joined = new DateOnly(2020, 4, 1).AddDays(random.Next(1095));
            var sessions = random.Next(8, 41) / 4m;
            var before = decimal.MaxValue;
            for (var leaves = joined; leaves <= joined.AddYears(5).AddDays(40); leaves = leaves.AddDays(random.Next(1, 60)))
            {
                var answer = ToolAsk.Answer<Gradus.GpPartnership.PartnershipRepayment>("gp-partnership/repayment", new { sessions, joined, leaves });
                answer.RepayMost!.Value.ShouldBeLessThanOrEqualTo(before, $"{seed} on {leaves}");
                answer.RepayLeast!.Value.ShouldBeLessThanOrEqualTo(answer.RepayMost.Value);
                before = answer.RepayMost.Value;
            }
        }
    }

    private static object Facts(string address, Random random)
    {
        var day = new DateOnly(2022, 1, 1).AddDays(random.Next(1900));
        var purpose = purposes[random.Next(4)];
        return address switch
        {
            "gp-workforce/claim" when purpose == "extra-sessions" => new
            {
                purpose,
                sessionsBefore = random.Next(10),
                sessionsAfter = random.Next(12),
                from = day,
                weeks = random.Next(1,
                90),
                london = random.Next(2) == 0
            },
            "gp-workforce/claim" => new { purpose, sessionsAfter = random.Next(12), from = day, weeks = random.Next(1, 90), london = random.Next(2) == 0 },
            "gp-workforce/find" => new { role = roles[random.Next(roles.Length)], sessions = random.Next(10), monthsOut = random.Next(40), visa = random.Next(2) == 0 },
            "gp-workforce/incentive" => new { scheme = schemes[random.Next(schemes.Length)], entered = day },
            "gp-partnership/repayment" => new { sessions = random.Next(2, 10), joined = day, leaves = day.AddDays(random.Next(2000)) },
            "gp-retention/money" or "gp-retention/beside" => new { sessions = random.Next(1, 5) },
            _ => new { grade = random.Next(2) == 0 ? "specialist" : "specialty-doctor", onPointSince = day, yearsCompleted = random.Next(15) },
        };
    }

    // Every sum of money that the tool could read, by where it holds: figures in pounds, and the pounds in its tables.
    private static IEnumerable<(string Value, Nations Nations, string What)> Money(DeclaredTool tool)
    {
        var book = ToolAsk.Library.Book;
        foreach (var name in tool.Reads)
        {
            if (book.Figures.TryGetValue(name, out var figure) && figure.Unit.StartsWith("GBP", StringComparison.Ordinal))
            {
                foreach (var value in figure.History.Values.Where(value => value.Value.Low is not null))
                {
                    yield return (FigureText.Of(value.Value, "GBP").TrimStart('£'), value.Nations, name);
                }
            }
            else if (book.Tables.TryGetValue(name, out var table) && table.Columns.Any(column => column.Name == "nation"))
            {
                foreach (var row in table.Rows)
                {
                    var nations = NationExtensions.All.Where(nation => row[table.Column("nation")].Split(' ').Any(key => key == "uk" || key == nation.Key()))
                        .Aggregate(Nations.None, (all, nation) => all | nation.ToNations());
                    foreach (Match match in Regex.Matches(string.Join(' ', row), @"£(?<sum>[\d,]+(\.\d+)?)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
                    {
                        yield return (match.Groups["sum"].Value.TrimEnd(','), nations, name);
                    }

                    foreach (var column in table.Columns.Where(column => column.Name is "gbp" or "limit" or "london" or "salary" && row[table.Column(column.Name)].Length > 0))
                    {
                        yield return (FigureText.Of(Amount.Of(decimal.Parse(row[table.Column(column.Name)], CultureInfo.InvariantCulture)), "GBP").TrimStart('£'), nations, name);
                    }
                }
            }
        }
    }
}
