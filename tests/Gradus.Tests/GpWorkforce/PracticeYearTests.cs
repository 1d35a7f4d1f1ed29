using Gradus.GpWorkforce;
using Gradus.Tests.Tools;

namespace Gradus.Tests.GpWorkforce;

public sealed class PracticeYearTests
{
    [Fact]
    public void Months_ComeToTheTotal_AndEachRowToItsOwnClaim()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var staff = Enumerable.Range(1, random.Next(1, 9)).Select(number => new
            {
                label = $"GP {number}",
                purpose = new[] { "new-salaried", "extra-sessions", "keep-post" }[random.Next(3)],
                sessionsBefore = random.Next(0, 9),
                sessionsAfter = random.Next(1, 12),
                from = new DateOnly(2026, 2, 1).AddDays(random.Next(420)),
                weeks = random.Next(1, 70),
                london = random.Next(2) == 0,
            }).ToList();

            var year = ToolAsk.Answer<PracticeYear>("gp-workforce/practice-year", new { staff });

            year.Months.Sum(month => month.Amount).ShouldBe(year.Total ?? 0);
            year.Rows.Sum(row => row.Claimable).ShouldBe(year.Total ?? 0);
            foreach (var (row, told) in year.Rows.Zip(staff))
            {
                var alone = ToolAsk.Answer<PracticeClaim>("gp-workforce/claim", new { told.purpose, told.sessionsBefore, told.sessionsAfter, told.from, told.weeks, told.london });
                row.Claimable.ShouldBe(alone.Claimable ?? 0);
            }
        }
    }

    [Fact]
    public void FiveHundredRows_AreAnswered_OneLineARowAndAColumnAMonth()
    {
        var staff = Enumerable.Range(1, 500).Select(row => new { label = $"GP {row}", purpose = "new-salaried", sessionsAfter = (row % 9) + 1, from = "2026-04-01" }).ToList();

        var year = ToolAsk.Answer<PracticeYear>("gp-workforce/practice-year", new { staff });

        year.Rows.Count.ShouldBe(500);
        var months = year.Tables.Single(table => table.Key == "months");
        months.Columns.Count.ShouldBe(14);
        months.Rows.Count.ShouldBe(501);
        foreach (var row in months.Rows)
        {
            row[^1].Value.ShouldBe(row.Skip(1).SkipLast(1).Sum(cell => (decimal)cell.Value!));
        }

        ToolAsk.Reply("gp-workforce/practice-year", new { staff = staff.Append(staff[0] with { label = "GP 501" }) }).Errors.ShouldHaveSingleItem().Field.ShouldBe("staff");
    }

    [Fact]
    public void AnError_InARow_StandsAtItsField() =>
        ToolAsk.Reply("gp-workforce/practice-year",
            """{"staff":[{"label":"GP 1","purpose":"new-salaried","sessionsAfter":9,"from":"2026-04-01"},{"label":"GP 2","purpose":"extra-sessions","sessionsAfter":9,"from":"2026-04-01"}]}""")
            .Errors.ShouldHaveSingleItem().Field.ShouldBe("staff[1].sessionsBefore");
}
