using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Data.Imports;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.CommandLine;

/// <summary>Answers written to files: the bytes that every door gives, all of them or none, and nothing asked for that has no effect.</summary>
public sealed class AnswerFilesCommandTests : IDisposable
{
    private static readonly string[] Late = ["code-of-practice", "plan", "--start", "2027-08-04", "--on", "2027-07-20"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gradus-files-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    [Trait("run", "whole")]
    public async Task FilesOfAnAnswer_AreThoseOfEveryDoor()
    {
        var sources = ContentLoader.LoadSources(Repository.At("content"));
        var tool = AllTools.Declared.Single(tool => tool.Address == "/code-of-practice/plan");
        var answer = ToolAnswers.Reply(tool.Address, """{"start":"2027-08-04"}""", "2027-07-20", Nation.England).Answer!;
        var document = AnswerDocument.Of(tool, answer, sources.GetValueOrDefault);

        var result = await GradusCommand.Run([.. Late, "--docx", At("plan.docx"), "--xlsx", At("plan.xlsx"), "--ics", At("plan.ics")]);
        var letter = await GradusCommand.Run([.. Late, "--docx", At("letter.docx"), "--letter", "formal"]);

        result.ExitCode.ShouldBe(0, result.Errors);
        letter.ExitCode.ShouldBe(0, letter.Errors);
        result.Output.ShouldStartWith(answer.Says);
        File.ReadAllBytes(At("plan.docx")).ShouldBe(DocxFile.Write(document));
        File.ReadAllBytes(At("plan.xlsx")).ShouldBe(XlsxFile.Write(answer, document));
        File.ReadAllBytes(At("letter.docx")).ShouldBe(DocxFile.Write(answer.DraftLetters().Single(one => one.Key == "formal")));
        folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(["letter.docx", "plan.docx", "plan.ics", "plan.xlsx"]);
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("There is no letter “thanks”", "--docx", "a.docx", "--letter", "thanks")]
    [InlineData("--letter has no effect without --docx", "--letter", "formal")]
    [InlineData("Two files would be written", "--docx", "a.docx", "--xlsx", "a.docx")]
    [InlineData("There is no folder", "--docx", "a.docx", "--xlsx", "none/a.xlsx")]
    public async Task WhatCannotBeWritten_IsSaidAndNothingIs(string says, params string[] options)
    {
        var result = await GradusCommand.Run([.. Late,
            .. options.Select(option => option.Contains(".docx", StringComparison.Ordinal) || option.Contains(".xlsx", StringComparison.Ordinal) ? At(option) : option)]);

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain(says);
        folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Figures_AsAWorkbookAndAsCsv_HaveARowForEachValue()
    {
        var result = await GradusCommand.Run(["figures", "show", "code-of-practice", "--csv", "--xlsx", At("figures.xlsx")]);

        result.ExitCode.ShouldBe(0, result.Errors);
        var csv = SheetReader.Read(System.Text.Encoding.UTF8.GetBytes(result.Output)).Table!;
        var xlsx = SheetReader.Read(File.ReadAllBytes(At("figures.xlsx"))).Table!;
        csv.Header.ShouldContain("source");
        csv.Rows.Count.ShouldBeGreaterThan(5);
        xlsx.Rows.Select(row => row.Cells[0]).ShouldBe(csv.Rows.Select(row => row.Cells[0]));
    }

    private string At(string name) => Path.Combine(folder.FullName, name);
}
