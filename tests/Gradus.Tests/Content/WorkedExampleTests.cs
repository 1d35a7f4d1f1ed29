using System.Globalization;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.FoundationApplications;
using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.Content;

/// <summary>Every worked example in the content comes out as it says.</summary>
public sealed class WorkedExampleTests
{
    private static readonly string Folder = Repository.At("content");

    public static TheoryData<string> FoundationApplications() => Ids("foundation-applications");

    public static TheoryData<string> SpecialtyExplorer() => Ids("specialty-explorer");

    [Theory]
    [MemberData(nameof(FoundationApplications))]
    public void Chances_ComeOutAsTheExampleSays(string id)
    {
        var rows = FoundationApplicationsContent.Schools(ContentLoader.LoadFigures(Folder, FoundationApplicationsContent.System));
        var example = Example("foundation-applications", id);
        using var facts = JsonDocument.Parse(example.Facts);
        var schools = new FoundationSchools(rows, facts.RootElement.GetProperty("year").GetInt32());
        var (order, fault) = schools.ReadOrder([.. facts.RootElement.GetProperty("order").EnumerateArray().Select(name => name.GetString()!)]);
        fault.ShouldBeNull();

        var first = ChancesSimulator.Simulate(OthersScenarios.Build(schools, tier: null, count: 20, seed: 1), order).Schools[0];

        first.School.ShouldBe(example.Expect["first"]);
        first.FirstChoice.ShouldBe(double.Parse(example.Expect["firstChoice"], CultureInfo.InvariantCulture), tolerance: 0.0005);
        (first.ReachableInPassTwo ? "true" : "false").ShouldBe(example.Expect["reachableInPassTwo"]);
    }

    [Theory]
    [MemberData(nameof(SpecialtyExplorer))]
    public void Match_ComesOutAsTheExampleSays(string id)
    {
        var content = SpecialtyExplorerContent.Load(Folder);
        var example = Example("specialty-explorer", id);
        var answers = AnswersReader.Read(example.Facts, content.Questionnaire).Value.ShouldNotBeNull();

        var best = Matcher.Match(content.CreateModel(), answers).Matches[0];

        best.Specialty.ShouldBe(example.Expect["first"]);
        best.Band.ToString().ShouldBe(example.Expect["band"]);
    }

    private static WorkedExample Example(string system, string id) => ContentLoader.LoadExamples(Folder, system).Single(example => example.Id == id && (example.Tool is null or "chances"));

    private static TheoryData<string> Ids(string system) => [.. ContentLoader.LoadExamples(Folder, system).Where(example => example.Tool is null or "chances").Select(example => example.Id)];
}
