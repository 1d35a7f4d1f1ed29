using Gradus.FoundationApplications;
using Gradus.Tests.Tools;

namespace Gradus.Tests.FoundationApplications;

/// <summary>Two orders on the same rounds, and what a school says of the rank.</summary>
public sealed class TwoStageTests
{
    private static readonly string[] Schools = ["London", "Severn", "Wessex", "KSS", "Peninsula", "North West of England", "Yorkshire and Humber", "Northern",
        "Trent", "LNR", "Thames Valley Oxford", "East of England", "West Midlands Central", "West Midlands North", "West Midlands South", "Wales", "Scotland",
        "Northern Ireland"];

    [Fact]
    public void TwoOrders_OfAnyKind_AddUp()
    {
        var random = new Random(4);
        for (var turn = 0; turn < 40; turn++)
        {
            var (one, other) = (Shuffled(random), Shuffled(random));
            var answer = Compare(one, other);

            answer.Switches.Sum(change => change.Share).ShouldBe(1 - answer.Same, 1e-9);
            foreach (var school in answer.Schools)
            {
                // What leaves a school with the other order and what comes to it is the difference.
                (answer.Switches.Where(change => change.To == school.School)
                    .Sum(change => change.Share) - answer.Switches.Where(change => change.From == school.School).Sum(change => change.Share)).ShouldBe(school.Difference, 1e-9);
                school.Low.ShouldBeLessThanOrEqualTo(school.High);
            }
        }
    }

    [Fact]
    public void TwoOrders_TheOtherWayRound_AreTheSameWithTheSignTurned()
    {
        var random = new Random(9);
        var (one, other) = (Shuffled(random), Shuffled(random));

        var (there, back) = (Compare(one, other), Compare(other, one));

        back.Same.ShouldBe(there.Same, 1e-12);
        foreach (var school in there.Schools)
        {
            back.Schools.Single(same => same.School == school.School).Difference.ShouldBe(-school.Difference, 1e-12);
        }
    }

    [Fact]
    public void TwoOrders_AgreeWithTheChancesOfEach()
    {
        var random = new Random(2);
        var order = Shuffled(random);
        var chances = ToolAnswers.Of<FoundationChances>("/foundation-applications/chances", $$"""{"order":{{Json(order)}}}""");

        var compared = Compare(order, Shuffled(random));

        foreach (var school in chances.Schools)
        {
            compared.Schools.Single(same => same.School == school.School).One.ShouldBe(school.Mid, 1e-9);
        }
    }

    [Fact]
    public void AfterSchool_OfAFirstChoiceThatFills_IsSpreadEvenly()
    {
        var answer = After(["London"], ",\"year\":2026");

        answer.Rank!.Mid.ShouldBe(0.5 / 2.31, 0.002);
        answer.Rank.High.ShouldBe(0.95 / 2.31, 0.002);
        answer.WithinSchool!.Mid.ShouldBe(0.5, 0.01);
    }

    [Fact]
    public void AfterSchool_OfASecondChoice_LiesBehindTheFirstAndBehindThoseWhoPutItFirst()
    {
        var answer = After(["London", "Northern"], ",\"year\":2026");

        answer.Rank!.Low.ShouldBeGreaterThan(1 / 2.31 - 0.001);
        answer.WithinSchool!.Mid.ShouldBeGreaterThan(0.5);
        After(["Northern"], ",\"year\":2026").WithinSchool!.Mid.ShouldBeLessThan(answer.WithinSchool.Mid);
    }

    [Fact]
    public void AfterSchool_Groups_AddUpToEverybody()
    {
        var answer = After(["Scotland"], ",\"groups\":[{\"name\":\"a\",\"places\":300},{\"name\":\"b\",\"places\":0},{\"name\":\"c\",\"places\":800}]");

        answer.Groups.Sum(group => group.This).ShouldBe(1, 1e-9);
        answer.Groups[1].This.ShouldBe(0);
        answer.Groups.Select(group => group.OrBetter).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("""{"order":[]}""", "order")]
    [InlineData("""{"order":["London","London"]}""", "order[1]")]
    [InlineData("""{"order":["Atlantis"]}""", "order[0]")]
    [InlineData("""{"order":["London"],"year":2022}""", "year")]
    public void AfterSchool_OfWhatIsNone_NamesTheField(string facts, string field) =>
        ToolAnswers.Reply("/foundation-applications/after-school", facts).Errors.Select(error => error.Field).ShouldBe([field]);

    private static AfterSchoolAnswer After(string[] order, string more) =>
        ToolAnswers.Of<AfterSchoolAnswer>("/foundation-applications/after-school", $$"""{"order":{{Json(order)}}{{more}}}""");

    private static TwoOrdersAnswer Compare(string[] one, string[] other) =>
        ToolAnswers.Of<TwoOrdersAnswer>("/foundation-applications/two-orders", $$"""{"one":{{Json(one)}},"other":{{Json(other)}}}""");

    private static string[] Shuffled(Random random)
    {
        var schools = (string[])Schools.Clone();
        random.Shuffle(schools);
        return schools;
    }

    private static string Json(string[] names) => System.Text.Json.JsonSerializer.Serialize(names);
}
