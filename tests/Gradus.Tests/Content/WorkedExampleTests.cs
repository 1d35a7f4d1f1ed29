using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.Content;

/// <summary>Every worked example in the content comes out as it says.</summary>
public sealed class WorkedExampleTests
{
    private static readonly string Folder = Repository.At("content");

    public static TheoryData<string> SpecialtyExplorer() => Ids("specialty-explorer");

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

    private static WorkedExample Example(string system, string id) => ContentLoader.LoadExamples(Folder, system).Single(example => example.Id == id && (example.Tool is null));

    private static TheoryData<string> Ids(string system) => [.. ContentLoader.LoadExamples(Folder, system).Where(example => example.Tool is null).Select(example => example.Id)];
}
