using System.Text.Json;
using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.CommandLine;

public sealed class SpecialtyExplorerCommandTests : IDisposable
{
    private const string Good = """{"statements":{"hands-on-1":5,"pace-1":4,"continuity-1":null},"bestWorst":[],"interests":{},"limits":{}}""";
    private const string Bad = """{"statements":{"hands-on-1":7}}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gradus-explorer-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("run", "whole")]
    public async Task Match_OneDoctor_IsTheSameInWordsAndAsJson()
    {
        var answers = Written("answers.json", Good);

        var words = await Run("match", "--answers", answers);
        var json = await Run("match", "--answers", answers, "--json");

        json.ExitCode.ShouldBe(0);
        using var result = JsonDocument.Parse(json.Output);
        var matches = result.RootElement.GetProperty("matches");
        matches.GetArrayLength().ShouldBe(65);
        ((string[])["Strong", "Plausible", "Less likely"]).ShouldContain(matches[0].GetProperty("band").GetString());
        words.ExitCode.ShouldBe(0);
        words.Output.ShouldContain($"rank {matches[0].GetProperty("rankLow").GetInt32()}–{matches[0].GetProperty("rankHigh").GetInt32()}, usually {matches[0].GetProperty("rankMedian").GetInt32()}");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("many.jsonl")]
    [InlineData("many.txt")]
    public async Task Match_ManyDoctors_AnswersGoodLinesInOrderWithErrorsInPlace(string name)
    {
        var answers = Written(name, $"{Good}\n\n{Bad}\n{{\"statements\":\n{Good.Replace("5", "1", StringComparison.Ordinal)}");

        var result = await Run("match", "--answers", answers);

        result.ExitCode.ShouldBe(2);
        var lines = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Count.ShouldBe(4);
        lines[0].GetProperty("matches").GetArrayLength().ShouldBe(65);
        lines[1].GetProperty("field").GetString().ShouldBe("statements.hands-on-1");
        lines[2].GetProperty("error").GetString().ShouldStartWith("Expected a whole JSON object");
        lines[3].GetProperty("matches")[0].GetProperty("specialty").GetString().ShouldNotBeNullOrEmpty();
        result.Errors.ShouldContain($"{answers}: line 3: statements.hands-on-1: ");
        result.Errors.ShouldContain($"{answers}: line 4: Expected a whole JSON object");
        result.Errors.ShouldContain("2 of 4 lines could not be read.");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData(Bad)]
    [InlineData("{\"statements\":")]
    public async Task Match_WhenTheFirstLineIsBad_AnswersTheOthersWhateverTheFileIsCalled(string first)
    {
        var result = await Run("match", "--answers", Written("many.txt", $"{first}\n{Good}\n{Good}\n"));

        result.ExitCode.ShouldBe(2);
        result.Lines.Length.ShouldBe(3);
        result.Lines[0].ShouldContain("\"error\"");
        result.Lines[2].ShouldBe(result.Lines[1]);
        result.Lines[1].ShouldContain("\"matches\"");
    }

    [Fact]
    public async Task Match_ALineOverAMegabyte_IsRefusedAndTheNextIsAnswered()
    {
        var answers = Written("many.jsonl", $"{new string('x', 3_000_000)}\n{Good}\n");

        var result = await Run("match", "--answers", answers);

        result.ExitCode.ShouldBe(2);
        result.Lines.Length.ShouldBe(2);
        result.Errors.ShouldContain("line 1: Expected a line of at most a megabyte.");
        result.Lines[1].ShouldContain("\"matches\"");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("{", "answers.json:1:2: Expected a whole JSON object")]
    [InlineData("[]", "answers.json:1:1: Expected an object.")]
    [InlineData(Bad, "answers.json:1:29: statements.hands-on-1: Expected for each statement")]
    [InlineData("", "answers.json:1:1: Expected a whole JSON object")]
    public async Task Match_OfWhatIsNotAnswers_SaysWhy(string text, string why)
    {
        var result = await Run("match", "--answers", Written("answers.json", text));

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldContain(why);
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("top", "match", "--top", "0")]
    [InlineData("--top", "match", "--facts", "no-such-file.json", "--top", "1")]
    [InlineData("no file", "match", "--answers", "no-such-file.json")]
    [InlineData("--mean", "what-if", "--specialty", "cardiology", "--dimension", "pace", "--mean", "NaN")]
    [InlineData("--spread", "what-if", "--specialty", "cardiology", "--dimension", "pace", "--mean", "0.5", "--spread", "0")]
    [InlineData("--doctors", "what-if", "--specialty", "cardiology", "--dimension", "pace", "--mean", "0.5", "--doctors", "0")]
    [InlineData("--specialty", "what-if", "--specialty", "alchemy", "--dimension", "pace", "--mean", "0.5")]
    [InlineData("--dimension", "what-if", "--specialty", "cardiology", "--dimension", "speed", "--mean", "0.5")]
    [InlineData("no file", "import-survey", "no-such-file.csv")]
    public async Task WrongUsage_Exits2AndNamesTheOption(string named, params string[] args)
    {
        var result = await Run(args);

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldContain(named);
        result.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task WhatIf_ForSomebodysAnswers_SaysWhereSpecialtiesMove()
    {
        var answers = Written("answers.json", Good);

        var result = await Run("what-if", "--specialty", "cardiology", "--dimension", "hands-on", "--mean", "0", "--doctors", "1", "--answers", answers, "--json");

        result.ExitCode.ShouldBe(0);
        using var report = JsonDocument.Parse(result.Output);
        report.RootElement.GetProperty("after").GetDouble().ShouldBe(0);
        var place = report.RootElement.GetProperty("places").EnumerateArray().First(place => place.GetProperty("specialty").GetString() == "cardiology");
        place.GetProperty("after").GetInt32().ShouldBeGreaterThan(place.GetProperty("before").GetInt32());
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task ImportSurvey_Applied_LeavesContentWithoutAFault()
    {
        var content = Path.Combine(_folder.FullName, "content");
        CopyTo(Repository.At("content"), content);
        var edition = ContentLoader.EditionOf(content);
        var survey = Written("survey.csv",
            string.Join('\n', [$"version,specialty,would-choose-again,{string.Join(',', Dimensions.Ids)}",
                .. Enumerable.Repeat($"1,cardiology,yes,{string.Join(',', Enumerable.Repeat("5", Dimensions.Count))}", 6)]));

        var told = await Run("import-survey", survey, "--content", content);
        var editionTold = ContentLoader.EditionOf(content);
        var applied = await Run("import-survey", survey, "--apply", "--content", content);
        var check = await GradusCommand.Run(["content", "check", "--on", "2026-11-25", "--content", content]);
        var profiles = await Run("profiles", "--json", "--content", content);

        told.ExitCode.ShouldBe(0);
        editionTold.ShouldBe(edition);
        applied.ExitCode.ShouldBe(0);
        check.ExitCode.ShouldBe(0, check.Output);
        using var cells = JsonDocument.Parse(profiles.Output);
        var cardiology = cells.RootElement.EnumerateArray().First(profile => profile.GetProperty("specialty").GetString() == "cardiology").GetProperty("dimensions");
        cardiology.GetProperty("hands-on").GetProperty("source").GetString().ShouldBe("survey");
    }

    [Fact]
    public async Task ImportSurvey_ThatCannotBeWritten_LeavesTheContentAndSaysSo()
    {
        var content = Path.Combine(_folder.FullName, "content");
        CopyTo(Repository.At("content"), content);
        var edition = ContentLoader.EditionOf(content);
        var survey = Written("survey.csv",
            string.Join('\n', [$"version,specialty,would-choose-again,{string.Join(',', Dimensions.Ids)}",
                .. Enumerable.Repeat($"1,cardiology,yes,{string.Join(',', Enumerable.Repeat("5", Dimensions.Count))}", 6)]));
        var inTheWay = Directory.CreateDirectory(Path.Combine(content, "specialty-explorer", "tables", "profiles.csv.new"));

        var applied = await Run("import-survey", survey, "--apply", "--json", "--content", content);

        applied.ExitCode.ShouldBe(2);
        applied.Output.ShouldBeEmpty();
        applied.Errors.ShouldContain("Nothing was applied, the content is as it was");
        inTheWay.Delete();
        ContentLoader.EditionOf(content).ShouldBe(edition);
        Directory.GetFiles(content, "*.new", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    /// <summary>A kill between the two names leaves the source named, the profiles old and a file aside: the content starts, and importing again finishes.</summary>
    [Fact]
    public void SaveSurvey_KilledBetweenItsTwoFiles_LeavesContentThatStartsAndCanBeImportedAgain()
    {
        var content = Path.Combine(_folder.FullName, "content");
        CopyTo(Repository.At("content"), content);
        var survey = Written("survey.csv",
            string.Join('\n', [$"version,specialty,would-choose-again,{string.Join(',', Dimensions.Ids)}",
                .. Enumerable.Repeat($"1,cardiology,yes,{string.Join(',', Enumerable.Repeat("5", Dimensions.Count))}", 6)]));
        var model = SpecialtyExplorerContent.Load(content).CreateModel();
        var after = SurveyAggregator.Aggregate(model, SurveyFile.Read(survey, model).Responses).Profiles;
        var profiles = Path.Combine(content, "specialty-explorer", "tables", "profiles.csv");
        var before = File.ReadAllText(profiles);
        SpecialtyExplorerContent.SaveSurvey(content, after, new DateOnly(2026, 11, 25));
        var imported = File.ReadAllText(profiles);
        File.Move(profiles, profiles + ".new");
        File.WriteAllText(profiles, before);

        ContentLoader.Read(content).Faults.ShouldBeEmpty();
        SpecialtyExplorerContent.SaveSurvey(content, after, new DateOnly(2026, 11, 25));
        File.ReadAllText(profiles).ShouldBe(imported);
        imported.ShouldNotBe(before);
        File.Exists(profiles + ".new").ShouldBeFalse();
    }

    [Theory]
    [InlineData("statements.csv", "hands-on,", "hand-on,", "specialty-explorer/tables/statements.csv:2:1: ")]
    [InlineData("specialties.csv", "allergy,", "alergy,", "specialty-explorer/")]
    [InlineData("profiles.csv", "allergy,pace,", "allergy,speed,", "specialty-explorer/tables/profiles.csv:")]
    [InlineData("specialties.csv", "sure;not-found", "not-found", "specialty-explorer/tables/specialties.csv:3:1: ")]
    [InlineData("figure-bodies.csv", "northern-ireland,", "wales,", "specialty-explorer/tables/figure-bodies.csv: northern-ireland has no row")]
    public void ContentReadings_OfAFaultThatOnlyTheExplorerSees_SayWhere(string table, string from, string to, string where)
    {
        var content = Path.Combine(_folder.FullName, "content");
        CopyTo(Repository.At("content", "specialty-explorer"), Path.Combine(content, "specialty-explorer"));
        var path = Path.Combine(content, "specialty-explorer", "tables", table);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);

        ContentReadings.Check(content, ContentLoader.LoadFigures(content, "specialty-explorer"))
            .ShouldContain(fault => fault.ToString().StartsWith(where, StringComparison.Ordinal));
    }

    [Fact]
    public void ContentReadings_OfSeveralFaultsThatOnlyTheExplorerSees_SayAllOfThem()
    {
        var content = Path.Combine(_folder.FullName, "content");
        CopyTo(Repository.At("content", "specialty-explorer"), Path.Combine(content, "specialty-explorer"));
        foreach (var (table, from, to) in new[] { ("statements", "hands-on,", "hand-on,"), ("profiles", "allergy,pace,", "allergy,speed,"), ("tasks", "hands-on", "hand-on") })
        {
            var path = Path.Combine(content, "specialty-explorer", "tables", table + ".csv");
            var text = File.ReadAllText(path);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);
        }

        var faults = ContentReadings.Check(content, ContentLoader.LoadFigures(content, "specialty-explorer")).Select(fault => fault.ToString()).ToList();

        faults.Count.ShouldBe(4, string.Join("\n", faults));
        faults.ShouldContain(fault => fault.Contains("“hand-on” does not belong in the column dimension", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.Contains("“speed” does not belong in the column dimension", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.EndsWith("allergy has no row for pace", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.Contains("tasks.csv:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("questions", "statements", 39)]
    [InlineData("questions", "tasks", 13)]
    public async Task Questions_AsJson_HaveEveryStatementAndTask(string command, string list, int count)
    {
        using var json = JsonDocument.Parse((await Run(command, "--json")).Output);

        json.RootElement.GetProperty(list).GetArrayLength().ShouldBe(count);
    }

    private static Task<GradusCommand.Result> Run(params string[] args) => GradusCommand.Run(["specialty-explorer", .. args]);

    private static void CopyTo(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
