using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.SpecialtyExplorer;

public sealed class StatementFinderTests
{
    [Fact]
    public void EntropyBits_BeforeAnyAnswer_IsThatOfSixtyFiveAlike() =>
        StatementFinder.EntropyBits(Explorer.Model, Answers.None).ShouldBe(Math.Log2(65), 1e-9);

    [Fact]
    public void EntropyBits_AsAnswersComeIn_FallsOnAverage()
    {
        double few = 0, many = 0;
        for (var doctor = 0; doctor < 65; doctor++)
        {
            var answers = Explorer.ADoctor(doctor, 2);
            few += StatementFinder.EntropyBits(Explorer.Model, answers with { Statements = answers.Statements.Take(8).ToDictionary() });
            many += StatementFinder.EntropyBits(Explorer.Model, answers);
        }

        many.ShouldBeLessThan(few);
        few.ShouldBeLessThan(65 * Math.Log2(65));
    }

    [Fact]
    public void ExpectedDrops_AreNeverNegative() =>
        StatementFinder.ExpectedDrops(Explorer.Model, Explorer.ADoctorOf("urology") with { Statements = new Dictionary<string, int> { ["pace-1"] = 5 } })
            .ShouldAllBe(drop => drop.Bits >= -1e-9);

    [Fact]
    public void NextInShortForm_AsksEveryDimensionOnceAndThenTheMostInformative()
    {
        var random = new SteadyRandom(4);
        var noise = AnswerNoise.Levels[1];
        var doctor = SyntheticDoctor.Make(Explorer.Model, 20, noise, ref random);

        var answers = doctor.AnswerShort(Explorer.Model, noise, ref random);

        answers.Statements.Count.ShouldBe(18);
        answers.BestWorst.Count.ShouldBe(4);
        answers.Statements.Keys.Select(id => Explorer.Questionnaire.Statements[Explorer.Questionnaire.IndexOfStatement(id)].Dimension).Distinct().Count().ShouldBe(13);
    }

    [Fact]
    public void NextInShortForm_AfterASkip_DoesNotAskAgain()
    {
        var first = StatementFinder.NextInShortForm(Explorer.Model, Answers.None)!;

        var next = StatementFinder.NextInShortForm(Explorer.Model, Answers.None, [first.Id])!;

        next.Dimension.ShouldNotBe(first.Dimension);
    }

    [Fact]
    public void NextInFullForm_AsksAllThirtyNine()
    {
        var asked = new List<string>();
        while (StatementFinder.NextInFullForm(Explorer.Model, Answers.None, asked) is { } statement)
        {
            asked.Add(statement.Id);
        }

        asked.Distinct().Count().ShouldBe(39);
    }

    [Fact]
    public void HasSettled_OnlyAfterThreeSmallSteps()
    {
        StatementFinder.HasSettled([6, 5, 4.99, 4.98]).ShouldBeFalse();
        StatementFinder.HasSettled([6, 5, 4.99, 4.98, 4.97]).ShouldBeTrue();
        StatementFinder.HasSettled([6]).ShouldBeFalse();
    }
}
