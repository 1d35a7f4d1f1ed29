using System.Text.RegularExpressions;
using Gradus.GpWorkforce;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.GpWorkforce;

/// <summary>What the finder says of a scheme, and what the tools say that work its money out, in every nation.</summary>
public sealed class SchemesAgreeTests
{
    private static readonly TimeSpan wait = TimeSpan.FromSeconds(1);
    private static readonly string[] schemes = ["fellowship", "supporting-mentors", "return-to-practice", "international-induction", "visa-extra",
        "enhanced-recruitment", "training-incentive", "golden-hello"];

    [Fact]
    public void ASchemeThatIsOpen_IsNeverNotFoundByTheToolOfItsMoney()
    {
        foreach (var nation in NationExtensions.All)
        {
            for (var on = new DateOnly(2021, 1, 15); on.Year < 2028; on = on.AddMonths(2))
            {
                var day = on.ToString("yyyy-MM-dd");
                foreach (var scheme in ToolAsk.Answer<SchemesFor>("gp-workforce/find", new { role = "registrar" }, day, nation).Schemes
                    .Where(scheme => scheme.State is SchemeState.Open or SchemeState.OpenNotToYou))
                {
                    if (schemes.Contains(scheme.Key))
                    {
                        var answer = ToolAsk.Answer<Incentive>("gp-workforce/incentive",
                            new { scheme = scheme.Key, visaEnds = scheme.Key == "visa-extra" ? on.AddYears(1) : (DateOnly?)null }, day, nation);
                        answer.Reasons.ShouldAllBe(reason => reason.Key != "no-scheme", $"{scheme.Key} in {nation} on {day}");
                        answer.Verdict.ShouldNotBe(Verdict.No, $"{scheme.Key} in {nation} on {day}");
                        Regex.IsMatch(answer.Says, "(not found|not published) for [^.]*\\.$", RegexOptions.ExplicitCapture, wait)
                            .ShouldBe(answer.Lines.Count == 0 && Regex.IsMatch(scheme.Money, "not found|Not seen", RegexOptions.None, wait),
                                $"{scheme.Key} in {nation} on {day}: {answer.Says}");
                    }
                    else if (scheme.Key is "practice-reimbursement" or "network-gp")
                    {
                        ToolAsk.Answer<PracticeClaim>("gp-workforce/claim",
                            new { purpose = scheme.Key == "network-gp" ? "network-gp" : "new-salaried", sessionsAfter = 4, from = on, weeks = 2 }, day,
                            nation).Most
                            .ShouldNotBeNull($"{scheme.Key} on {day}");
                    }
                }
            }
        }
    }

    [Fact]
    public void ASchemeWhoseClosingDayWasNotFound_SaysSoOnce_AndIsNotClosedWhileItMayHaveBeenOpen()
    {
        var table = ToolAsk.Library.Book.Tables["gp-workforce/initiatives"];
        string Of(IReadOnlyList<string> row, string column) => row[table.Column(column)];
        var all = table.Rows.Where(row => Of(row, "state") == "closed" && Of(row, "since").Length == 0).ToList();
        all.ShouldNotBeEmpty();
        foreach (var closed in all)
        {
            var (key, nation, from) = (Of(closed, "key"), NationExtensions.All.Single(one => one.Key() == Of(closed, "nation")), DateOnly.Parse(Of(closed, "from")));
            var before = table.Rows.Where(row => Of(row, "key") == key && Of(row, "nation") == nation.Key() && string.CompareOrdinal(Of(row, "from"), Of(closed, "from")) < 0)
                .MaxBy(row => Of(row, "from"), StringComparer.Ordinal)!;

            // Either the days before are not known, or the source says that nothing was paid for in the year that begins on that day.
            (Of(before, "state") == "unknown" || Of(closed, "note").StartsWith("Not funded for", StringComparison.Ordinal)).ShouldBeTrue($"{key} in {nation}");
            foreach (var told in new[] { ToolAsk.Answer<SchemesFor>("gp-workforce/find", new { role = "registrar" }, from.ToString("yyyy-MM-dd"),
                nation).Reasons.Single(reason => reason.Key == key).Says }
                .Concat(schemes.Contains(key) ? [ToolAsk.Answer<Incentive>("gp-workforce/incentive", new { scheme = key, entered = from }, nation: nation).Reasons[0].Says] : []))
            {
                Regex.Count(told, "was not found|not seen", RegexOptions.None, wait).ShouldBe(1, told);
            }
        }
    }

    [Theory]
    [InlineData("international-induction", "england", "2025-04-01", "2025-05-31", "2026-03-31")]
    [InlineData("enhanced-recruitment", "scotland", "2024-01-01", "2024-06-30", "2024-12-31")]
    public void ADayNearAClosingThatWasNotFound_IsNotKnown_AndSaysWhomToAsk(string scheme, string nation, params string[] days)
    {
        foreach (var entered in days)
        {
            var answer = ToolAsk.Answer<Incentive>("gp-workforce/incentive", new { scheme, entered, nation });

            answer.Verdict.ShouldBe(Verdict.Unknown, entered);
            answer.Reasons[0].Ask.ShouldNotBeNull();
        }
    }

    // A sentence never says a number of its own beside the figure: with the figure changed, the sentence changes.
    [Fact]
    public void MonthsOfTheVisa_StandInTheSentencesAsTheFigureHasThem()
    {
        var text = ToolAsk.Text("gp-workforce/incentive", ToolAsk.Answer<Incentive>("gp-workforce/incentive", new { scheme = "visa-extra", visaEnds = "2027-10-31" }));
        var figure = ToolAsk.Library.Book.Figures["gp-workforce/visa-extra"].At(new DateOnly(2026, 11, 25), Nation.England).Text;

        text.ShouldContain($"Apply for {figure} more on your visa");
        text.ShouldNotContain("our more months");
    }
}
