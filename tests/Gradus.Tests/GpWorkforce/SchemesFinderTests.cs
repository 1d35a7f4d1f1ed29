using System.Text.RegularExpressions;
using Gradus.GpWorkforce;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.GpWorkforce;

public sealed class SchemesFinderTests
{
    private static readonly string[] roles = ["registrar", "newly-qualified", "salaried", "locum", "partner", "returner", "qualified-abroad",
        "practice-manager", "network-manager"];

    [Fact]
    [Trait("run", "whole")]
    public void Schemes_ForEveryRoleNationAndYear_StandInOrder_AndWhatIsToBeJudgedIsNeverMet()
    {
        var asked = ToolAsk.Library.Book.Tables["gp-workforce/initiative-conditions"];
        var judged = asked.Rows.Where(row => row[asked.Column("test")] == "ask").Select(row => (row[asked.Column("scheme")], row[asked.Column("key")])).ToHashSet();
        foreach (var role in roles)
        {
            foreach (var nation in NationExtensions.All)
            {
                for (var on = new DateOnly(2020, 1, 1); on.Year < 2029; on = on.AddMonths(7))
                {
                    var answer = ToolAsk.Answer<SchemesFor>("gp-workforce/find",
                        new { role, sessions = 4, monthsOut = 20, visa = true, mentors = true, setting = "practice" }, on.ToString("yyyy-MM-dd"), nation);

                    answer.Schemes.Select(scheme => scheme.State).ShouldBeInOrder();
                    answer.Schemes.Select(scheme => scheme.Key).ShouldBeUnique();
                    foreach (var scheme in answer.Schemes)
                    {
                        scheme.Conditions.Where(condition => judged.Contains((scheme.Key, condition.Key))).ShouldAllBe(condition => condition.Met == null);
                        scheme.Conditions.Any(condition => condition.Met == false && scheme.State == SchemeState.Open).ShouldBeFalse();
                        (scheme.Since ?? on).ShouldBeLessThanOrEqualTo(on);
                    }
                }
            }
        }
    }

    // What is asked for and could be compared is never left to be asked about again.
    [Fact]
    public void Conditions_ThatNameAFactOfTheForm_CompareIt_InEveryNation()
    {
        var table = ToolAsk.Library.Book.Tables["gp-workforce/initiative-conditions"];
        string Of(IReadOnlyList<string> row, string column) => row[table.Column(column)];

        table.Rows.Where(row => Of(row, "test") is "ask" or "role" && Regex.IsMatch(Of(row, "says"),
            "out of practice|months|sessions|CCT|visa sponsored|willing to mentor", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)))
            .Select(row => $"{Of(row, "scheme")} {Of(row, "key")} {Of(row, "nation")}").ShouldBeEmpty();
    }

    [Fact]
    public void MonthsOut_InEveryNation_DecideEachConditionAboutThem_ExceptNearALimitThatIsOnlyAbout()
    {
        foreach (var nation in NationExtensions.All)
        {
            foreach (var months in Enumerable.Range(0, 61))
            {
                foreach (var condition in ToolAsk.Answer<SchemesFor>("gp-workforce/find", new { role = "returner", monthsOut = months }, nation: nation).Schemes
                    .SelectMany(scheme => scheme.Conditions)
                    .Where(condition => condition.Key == "months-out"))
                {
                    (condition.Met is null).ShouldBe(condition.Says.Contains("about", StringComparison.Ordinal) && months is >= 22 and <= 26,
                        $"{months} in {nation}: {condition.Says}");
                }
            }
        }
    }

    [Fact]
    public void Conditions_BelongToASchemeOfTheirNation_AndNameRolesThatExist()
    {
        var (schemes, conditions) = (ToolAsk.Library.Book.Tables["gp-workforce/initiatives"], ToolAsk.Library.Book.Tables["gp-workforce/initiative-conditions"]);
        var known = schemes.Rows.Select(row => (row[schemes.Column("key")], row[schemes.Column("nation")])).ToHashSet();

        conditions.Rows.Where(row => !known.Contains((row[conditions.Column("scheme")], row[conditions.Column("nation")]))).ShouldBeEmpty();
        conditions.Rows.Where(row => row[conditions.Column("test")] == "role").SelectMany(row => row[conditions.Column("value")].Split(' ')).Except(roles).ShouldBeEmpty();
    }
}
