using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Tests.Content;
using Gradus.Tools;

namespace Gradus.Tests.CommandLine;

public sealed class GradusCommandTests : IDisposable
{
    private const string Good = """{"plannedEnd":"2033-08-02","baselineRate":1.0,"changes":[{"kind":"less-than-full-time","from":"2032-08-04","to":null,"rate":0.5}]}""";
    private const string Overlap = """{"plannedEnd":"2033-08-02","baselineRate":1.0,"changes":[{"kind":"parental","from":"2028-01-03","to":"2028-12-31"},{"kind":"sickness","from":"2028-12-01","to":"2029-01-31"}],"rateAfter":1.0}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gradus-cli-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("run", "whole")]
    public async Task Help_ListsEveryCommand()
    {
        var result = await GradusCommand.Run(["--help"]);

        result.ExitCode.ShouldBe(0);
        foreach (var command in (string[])["./gradus [command]", "serve", "content", "figures", "less-than-full-time", "search"])
        {
            result.Output.ShouldContain(command);
        }

        result.Output.ShouldNotContain("gradus-cli");
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task Chances_WithOthersAndAnOutcome_SaysEverything()
    {
        var schools = FoundationApplicationsContent.Schools(ContentLoader.LoadFigures(Repository.At("content"), FoundationApplicationsContent.System));
        var all = string.Join(';', schools.Where(row => row.Year == 2026).Select(row => row.School));

        var words = await GradusCommand.Run(["foundation-applications", "chances", "--order", all, "--others", "yes", "--got", "2"]);
        var json = await GradusCommand.Run(["foundation-applications", "chances", "--order", all, "--others", "yes", "--got", "2", "--json"]);
        var lacking = await GradusCommand.Run(["foundation-applications", "chances", "--order", "London;KSS;LNR"]);
        var beyond = await GradusCommand.Run(["foundation-applications", "chances", "--order", all, "--got", "19"]);

        words.ExitCode.ShouldBe(0);
        words.Lines[0].ShouldStartWith("With the figures of 2026 you would be placed at East of England, the first choice, in 100 of 100 simulated rounds");
        using var answer = JsonDocument.Parse(json.Output);
        words.Output.ShouldContain(answer.RootElement.GetProperty("rank").GetProperty("says").GetString()!);
        answer.RootElement.GetProperty("others").GetArrayLength().ShouldBe(17);
        answer.RootElement.GetProperty("rulesEdition").GetString().ShouldBe(ContentLoader.EditionOf(Repository.At("content")));
        lacking.ExitCode.ShouldBe(2);
        lacking.Errors.ShouldStartWith("--order: All 18 schools are ordered; missing: ");
        beyond.ExitCode.ShouldBe(2);
        beyond.Errors.Trim().ShouldBe("--got: Expected the choice that was got, from 1 to 18.");
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task CharterBoard_OfAFolder_PutsTheSavedChecksTogether()
    {
        for (var check = 1; check <= 6; check++)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, $"check-{check}.json"),
                """{"employer":"St Elsewhere","items":[{"item":"1","state":"fully"}]}""", TestContext.Current.CancellationToken);
        }

        var board = await GradusCommand.Run(["sas-charter", "board", "--facts", _folder.FullName, "--json"]);
        var csv = await GradusCommand.Run(["sas-charter", "board", "--facts", _folder.FullName, "--csv"]);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "other.json"), "{}", TestContext.Current.CancellationToken);
        var refused = await GradusCommand.Run(["sas-charter", "board", "--facts", _folder.FullName]);

        using var answer = JsonDocument.Parse(board.Output);
        answer.RootElement.GetProperty("checks").GetInt32().ShouldBe(6);
        answer.RootElement.GetProperty("items")[0].GetProperty("fully").GetInt32().ShouldBe(6);
        csv.Output.ShouldContain("Fully");
        refused.ExitCode.ShouldNotBe(0);
        refused.Errors.ShouldContain("other is no saved charter check");
    }

    [Fact]
    public async Task Version_NamesProgramAndEdition()
    {
        var result = await GradusCommand.Run(["--version"]);

        result.ExitCode.ShouldBe(0);
        result.Output.TrimEnd().ShouldMatch(@"^gradus \d+\.\d+\.\d+, content edition [0-9a-f]{12}$");
        result.Output.ShouldContain(ContentLoader.EditionOf(Repository.At("content")));
    }

    [Fact]
    public async Task Version_WhereThereIsNoContent_NamesTheProgramAlone()
    {
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        var result = await GradusCommand.Run(["--version"], at: _folder.FullName);

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.TrimEnd().ShouldMatch(@"^gradus \d+\.\d+\.\d+, no content here$");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("dance")]
    [InlineData("content", "dance")]
    [InlineData("content", "check", "--dance")]
    [InlineData("less-than-full-time", "completion-date")]
    [InlineData("figures", "show", "dance")]
    [InlineData("figures", "show", "less-than-full-time/dance")]
    [InlineData("figures", "show", "less-than-full-time/notice", "--on", "2026-02-30")]
    [InlineData("figures", "show", "less-than-full-time/notice", "--nation", "france")]
    [InlineData("figures", "show", "less-than-full-time/notice", "--json", "--csv")]
    [InlineData("figures", "show", "less-than-full-time/notice", "--csv", "--nation", "wales")]
    [InlineData("appraisal", "cpd", "--college", "rcp", "--json", "--csv")]
    [InlineData("content", "check", "--on", "soon")]
    [InlineData("content", "check", "--content", "no-such-folder")]
    [InlineData("less-than-full-time", "completion-date", "--facts", "no-such-file.json")]
    [InlineData("less-than-full-time", "completion-date", "--facts", "no-such-file.jsonl")]
    public async Task WrongUsage_Exits2AndSaysWhatToDo(params string[] args)
    {
        var result = await GradusCommand.Run(args);

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Errors.Trim().Length.ShouldBeGreaterThan(20);
        result.Errors.ShouldNotContain("   at ");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("./gradus figures show less-than-full-time/notice", "figures", "less-than-full-time/notice")]
    [InlineData("Expected one of completion-date, time-done", "less-than-full-time")]
    [InlineData("“dance” is nothing that gp-retention has. Expected one of money", "gp-retention", "dance")]
    [InlineData("“money2” is nothing that gp-retention has. Did you mean ./gradus gp-retention money? Expected one of money", "gp-retention", "money2")]
    [InlineData("“nonsense” is nothing that ./gradus has. Expected one of serve, allocate, ", "nonsense")]
    [InlineData("“figure” is nothing that ./gradus has. Did you mean ./gradus figures? Expected", "figure")]
    [InlineData("Did you mean ./gradus less-than-full-time? Expected", "less-then-fulltime")]
    [InlineData("Did you mean ./gradus less-than-full-time completion-date? Expected", "completion-date")]
    [InlineData("Did you mean ./gradus less-than-full-time? Expected", "less-than")]
    public async Task AGroupWithoutOneOfItsCommands_SaysWhichItHas(string says, params string[] args)
    {
        var run = await GradusCommand.Run(args);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain(says);
    }

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public async Task ACommandOfATool_NamesEachOptionThatIsWrong(string address)
    {
        var run = await GradusCommand.Run([.. address.Split('/', StringSplitOptions.RemoveEmptyEntries), "--nation", "france", "--on", "tomorrow", "--shoe", "44"]);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("--nation is “france”; expected england");
        run.Errors.ShouldContain("--on is “tomorrow”; expected a date");
        run.Errors.ShouldContain("--shoe");
        run.Errors.ShouldNotContain("Expected one of");
        run.Errors.ShouldNotContain("Expected “examples”");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData]
    [InlineData("nonsense")]
    public async Task NoCommandThatThereIs_SaysAllThatThereAre(params string[] args)
    {
        var run = await GradusCommand.Run(args);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldNotContain("Required command");
        foreach (var room in AllTools.Declared.Select(tool => tool.Room).Distinct(StringComparer.Ordinal))
        {
            run.Errors.ShouldContain(room);
        }
    }

    [Fact]
    public async Task ContentCheck_OfWhatShips_Exits0()
    {
        var result = await GradusCommand.Run(["content", "check", "--on", "2026-11-25"]);

        result.ExitCode.ShouldBe(0);
        result.Errors.ShouldContain("0 faults, 0 overdue");
    }

    [Fact]
    public async Task ContentCheck_Strict_Exits1WhenSomethingIsInDoubt()
    {
        var result = await GradusCommand.Run(["content", "check", "--strict", "--on", "2040-01-01"]);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("overdue: /induction");
    }

    [Fact]
    public async Task ContentCheck_WithAFault_Exits1AndSaysWhere()
    {
        using var content = new ContentFolder().WithText("See [this](/no-such-page).\n");

        var words = await GradusCommand.Run(["content", "check", "--content", content.Path, "--on", "2026-11-25"]);
        var json = await GradusCommand.Run(["content", "check", "--content", content.Path, "--on", "2026-11-25", "--json"]);

        words.ExitCode.ShouldBe(1);
        words.Lines[0].ShouldBe("induction/guidance.md:10:5: there is no page “/no-such-page”");
        json.ExitCode.ShouldBe(1);
        using var answer = JsonDocument.Parse(json.Output);
        var fault = answer.RootElement.GetProperty("faults").EnumerateArray().Single();
        (fault.GetProperty("file").GetString(), fault.GetProperty("line").GetInt32(), fault.GetProperty("column").GetInt32()).ShouldBe(("induction/guidance.md", 10, 5));
        answer.RootElement.GetProperty("edition").GetString().ShouldBe(ContentLoader.EditionOf(content.Path));
    }

    [Fact]
    public async Task FiguresShow_AtADate_GivesTheValueAndItsHistory()
    {
        var result = await GradusCommand.Run(["figures", "show", "less-than-full-time/notice", "--on", "2026-11-25", "--nation", "england"]);

        result.ExitCode.ShouldBe(0);
        result.Lines[0].ShouldStartWith("less-than-full-time/notice: 16 weeks (");
        result.Lines[0].ShouldContain("in England on 25 November 2026");
        result.Lines.Length.ShouldBeGreaterThan(1);
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("working-abroad/new-zealand-registration-fee", "New Zealand")]
    [InlineData("working-abroad/australia-regional-visa-fee", "Australia")]
    [InlineData("working-abroad/canada-ccfp-application-fee", "Canada")]
    public async Task FiguresShow_OfAnotherCountry_SaysWhereItHolds_InItsValueAndInEveryPastOne(string figure, string where)
    {
        var result = await GradusCommand.Run(["figures", "show", figure, "--on", "2026-06-30", "--nation", "wales"]);

        result.ExitCode.ShouldBe(0);
        result.Lines[0].ShouldContain($" in {where} on 30 June 2026");
        result.Lines.Skip(1).ShouldAllBe(line => line.Contains($", {where}. ", StringComparison.Ordinal));
        result.Output.ShouldNotContain("Wales");
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task Trace_OfAPlanAbroad_SaysWhereEachFigureAndRowHolds()
    {
        string[] asked = ["working-abroad", "plan", "--country", "new-zealand", "--route", "nz-competent-authority", "--on", "2026-11-29", "--nation", "wales", "--trace"];

        var words = await GradusCommand.Run(asked);
        using var answer = JsonDocument.Parse((await GradusCommand.Run([.. asked, "--json"])).Output);

        var read = answer.RootElement.GetProperty("trace").EnumerateArray().ToList();
        read.ShouldContain(one => one.GetProperty("key").GetString() == "working-abroad/new-zealand-registration-fee");
        foreach (var one in read)
        {
            var (key, where) = (one.GetProperty("key").GetString()!, one.TryGetProperty("where", out var said) ? said.GetString() : null);
            where.ShouldBe(key.Contains("new-zealand", StringComparison.Ordinal) ? "New Zealand" : where, key);
            one.GetProperty("nation").GetString().ShouldBe("wales", key);
            words.Lines.ShouldContain(line => line.Contains($"{key}: ", StringComparison.Ordinal) && line.Contains($", {where ?? "Wales"}, ", StringComparison.Ordinal), key);
        }
    }

    [Fact]
    public async Task FiguresShow_OfASystem_ListsItsFigures()
    {
        var result = await GradusCommand.Run(["figures", "show", "less-than-full-time"]);

        result.ExitCode.ShouldBe(0);
        result.Lines.ShouldAllBe(line => line.StartsWith("less-than-full-time/"));
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("edition on nation holds figure", "figures", "show", "less-than-full-time/notice", "--on", "2026-11-25", "--json")]
    [InlineData("edition figures", "figures", "show", "less-than-full-time", "--json")]
    [InlineData("query nation on total from more readAs didYouMean edition results", "search", "revaldation", "--json")]
    public async Task Json_IsWhatTheApiWouldSay(string properties, params string[] args)
    {
        var result = await GradusCommand.Run(args);

        result.ExitCode.ShouldBe(0);
        using var answer = JsonDocument.Parse(result.Output);
        string.Join(' ', answer.RootElement.EnumerateObject().Select(property => property.Name)).ShouldBe(properties);
        answer.RootElement.GetProperty("edition").GetString().ShouldBe(ContentLoader.EditionOf(Repository.At("content")));
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task Search_AWord_PrintsWhatWasFound()
    {
        var result = await GradusCommand.Run(["search", "revaldation", "--on", "2026-11-25"]);

        result.ExitCode.ShouldBe(0);
        result.Lines[0].ShouldStartWith("/revalidation");
        result.Errors.ShouldContain("Read as “revalidation”");
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task CompletionDate_OfAPlan_PrintsTheDateInWordsAndAsJson()
    {
        var plan = Written("plan.json", Good);

        var words = await GradusCommand.Run(["less-than-full-time", "completion-date", "--facts", plan, "--on", "2026-11-25"]);
        var json = await GradusCommand.Run(["less-than-full-time", "completion-date", "--facts", plan, "--on", "2026-11-25", "--json"]);

        (words.ExitCode, json.ExitCode).ShouldBe((0, 0));
        words.Output.ShouldStartWith("You would finish on 1 August 2034: 364 days later than planned.");
        words.Output.ShouldContain("This date is indicative: your ARCP panel decides it.");
        using var answer = JsonDocument.Parse(json.Output);
        answer.RootElement.GetProperty("completesOn").GetString().ShouldBe("2034-08-01");
        answer.RootElement.GetProperty("daysAdded").GetInt32().ShouldBe(364);
        answer.RootElement.GetProperty("rulesEdition").GetString().ShouldBe(ContentLoader.EditionOf(Repository.At("content")));
    }

    [Fact]
    public async Task CompletionDate_FromStandardInput_IsTheSame()
    {
        var result = await GradusCommand.Run(["less-than-full-time", "completion-date", "--facts", "-", "--on", "2026-11-25", "--json"], Good);

        result.ExitCode.ShouldBe(0);
        using var answer = JsonDocument.Parse(result.Output);
        answer.RootElement.GetProperty("completesOn").GetString().ShouldBe("2034-08-01");
    }

    [Fact]
    public async Task CompletionDate_OfABadPlan_NamesFileLineAndField()
    {
        var plan = Written("plan.json", Overlap.Replace("},{", "},\n{", StringComparison.Ordinal));

        var result = await GradusCommand.Run(["less-than-full-time", "completion-date", "--facts", plan]);

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldStartWith(plan + ":2:");
        result.Errors.ShouldContain("changes[1].from: Expected ");
    }

    [Fact]
    public async Task CompletionDate_OfJsonLines_KeepsTheOrderWithErrorsInPlace()
    {
        var plans = Written("plans.jsonl", $"{Good}\n{Overlap}\n\n{Good.Replace("\"rate\":0.5", "\"rate\":1.0", StringComparison.Ordinal)}\n");

        var result = await GradusCommand.Run(["less-than-full-time", "completion-date", "--facts", plans, "--on", "2026-11-25"]);

        result.ExitCode.ShouldBe(2);
        result.Lines.Length.ShouldBe(3);
        var answers = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        answers[0].GetProperty("completesOn").GetString().ShouldBe("2034-08-01");
        answers[1].GetProperty("field").GetString().ShouldBe("changes[1].from");
        answers[1].GetProperty("error").GetString().ShouldStartWith("Expected ");
        answers[2].GetProperty("completesOn").GetString().ShouldBe("2033-08-02");
        result.Errors.ShouldContain(plans + ": line 2: changes[1].from: Expected ");
        result.Errors.ShouldContain(plans + ": 1 of 3 lines could not be read.");
    }

    [Fact]
    public async Task CompletionDate_OfGoodJsonLines_Exits0()
    {
        var plans = Written("plans.jsonl", $"{Good}\n{Good}");

        var result = await GradusCommand.Run(["less-than-full-time", "completion-date", "--facts", plans, "--on", "2026-11-25"]);

        result.ExitCode.ShouldBe(0);
        result.Lines.Length.ShouldBe(2);
        result.Lines[0].ShouldBe(result.Lines[1]);
        result.Errors.ShouldBeEmpty();
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
