using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.SpecialtyExplorer;

public sealed class QuestionnaireTests
{
    [Fact]
    public void Tasks_AreABalancedDesign()
    {
        var tasks = Explorer.Questionnaire.Tasks;
        var shown = tasks.SelectMany(task => task.Dimensions).CountBy(dimension => dimension).ToDictionary();
        var pairs = tasks.SelectMany(task => task.Dimensions.SelectMany(one => task.Dimensions.Where(other => Dimensions.IndexOf(one) < Dimensions.IndexOf(other))
            .Select(other => (one, other))))
            .CountBy(pair => pair)
            .ToList();

        tasks.Select(task => task.Task).ShouldBe(Enumerable.Range(0, 13));
        shown.Count.ShouldBe(13);
        shown.Values.ShouldAllBe(count => count == 4);
        pairs.Count.ShouldBe(78);
        pairs.ShouldAllBe(pair => pair.Value == 1);
    }

    [Fact]
    public void ShortTasks_ShowEveryDimension()
    {
        var tasks = Explorer.Questionnaire.ShortTasks;

        tasks.Count.ShouldBe(4);
        tasks.SelectMany(task => task.Dimensions).Distinct().Count().ShouldBe(13);
    }

    [Fact]
    public void Statements_AreThreeForEachDimensionWithOneReversedAtLeast()
    {
        Explorer.Questionnaire.Statements.Count.ShouldBe(39);
        foreach (var dimension in Dimensions.Ids)
        {
            var its = Explorer.Questionnaire.Statements.Where(statement => statement.Dimension == dimension).ToList();
            its.Count.ShouldBe(3);
            its.Count(statement => statement.Reversed).ShouldBeInRange(1, 2);
        }
    }

    [Fact]
    public void Dimensions_AreThoseOfTheModelInItsOrder()
    {
        Explorer.Questionnaire.Dimensions.Select(dimension => dimension.Id).ShouldBe(Dimensions.Ids);
        Explorer.Questionnaire.Dimensions.Select((dimension, d) => dimension.Kind == Dimensions.KindOf(d)).ShouldAllBe(same => same);
        Explorer.Questionnaire.Interests.Select(area => area.Id).ShouldBe(Questionnaire.InterestIds);
    }

    [Fact]
    public void Inputs_HoldNoProtectedCharacteristic()
    {
        var inputs = ValidationHarness.Inputs(Explorer.Questionnaire);
        var members = new[] { typeof(Answers), typeof(HardLimits), typeof(BestWorstAnswer) }.SelectMany(type => type.GetProperties()).Select(property => property.Name);

        inputs.Where(ValidationHarness.IsProtected).ShouldBeEmpty();
        members.Order(StringComparer.Ordinal).ShouldBe(
        [
            "Best", "BestWorst", "Importance", "Interests", "Limits", "MaxYears", "Nation", "NoChildren", "NoNightOnCall", "None", "None",
            "RunThroughOnly", "Seed", "Statements", "Task", "Worst",
        ], ignoreOrder: true);
        ValidationHarness.IsProtected("interests.sex").ShouldBeTrue();
        ValidationHarness.IsProtected("statements.ethnicity-1").ShouldBeTrue();
    }

    [Fact]
    public void Code_ReadAgain_GivesTheSameAnswers()
    {
        for (var doctor = 0; doctor < 65; doctor++)
        {
            var answers = Explorer.ADoctor(doctor, 9) with
            {
                Interests = new Dictionary<string, IReadOnlyList<string>> { ["setting"] = ["clinic", "theatre"] },
                Limits = new HardLimits { MaxYears = 7.5m, Nation = Gradus.Rules.Nation.Scotland, NoChildren = true },
            };

            var again = AnswersCode.Read(AnswersCode.Write(answers, Explorer.Questionnaire).ToUpperInvariant(), Explorer.Questionnaire)!;

            again.Statements.ShouldBe(answers.Statements, ignoreOrder: true);
            again.BestWorst.ShouldBe(answers.BestWorst);
            again.Interests["setting"].ShouldBe(["clinic", "theatre"]);
            again.Limits.ShouldBe(answers.Limits);
        }
    }

    [Fact]
    public void Code_Mistyped_IsRefused()
    {
        var code = AnswersCode.Write(Explorer.ADoctorOf("cardiology"), Explorer.Questionnaire);
        var wrong = (code[0] == '0' ? '1' : '0') + code[1..];

        AnswersCode.Read(wrong, Explorer.Questionnaire).ShouldBeNull();
        AnswersCode.Read(code[..^1], Explorer.Questionnaire).ShouldBeNull();
        AnswersCode.Read("!", Explorer.Questionnaire).ShouldBeNull();
    }
}
