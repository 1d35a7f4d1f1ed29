using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Data.Content;
using Gradus.Data.Imports;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;
using FactAttribute = Xunit.FactAttribute;

namespace Gradus.Tests.CommandLine;

/// <summary>A tool that takes a table, from a file.</summary>
public sealed class TableCommandTests : IDisposable
{
    private static readonly Lazy<ContentLibrary> Library = new(() => ContentLoader.Load(Repository.At("content")));

    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Board_TakesACsvFile_AndTheRestAsOptions()
    {
        await File.WriteAllTextAsync(file, "\uFEFFdoctor_ref;start;owner;grade\r\nD-1;4 August 2027;Surgery;FY1\r\nD-2;2027-08-04;Medicine;FY1\r\n",
            TestContext.Current.CancellationToken);

        var result = await GradusCommand.Run(["code-of-practice", "board", "--facts", file, "--only-owner", "surgery", "--on", "2027-07-01", "--json"]);

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Errors.Trim().ShouldEndWith("not read: grade");
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("late").EnumerateArray().Select(item => item.GetProperty("doctorRef").GetString()).Distinct().ShouldBe(["D-1"]);
    }

    [Fact]
    public async Task ChancesOfPosts_TakeACsvFile_WithTheRankAsAnOption()
    {
        await File.WriteAllTextAsync(file, "last_rank,name,places\r\n322,London,\r\n616,Severn,75\r\n,Wessex,\r\n", TestContext.Current.CancellationToken);

        var result = await GradusCommand.Run(["specialty-applications", "chances", "--facts", file, "--rank-from", "500", "--on", "2026-11-30", "--json"]);

        result.ExitCode.ShouldBe(0, result.Errors);
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("says")
            .GetString()
            .ShouldBe("With last ranks as they were, rank 500 gets Severn; no post on this list in the harder scenario and Severn in the easier one.");
    }

    [Fact]
    public async Task Audit_WhoseOnlyListAreItsAudits_TakesThemFromAFile()
    {
        await File.WriteAllTextAsync(file, "Day,Looked at,With all five parts\r\n1 February 2027,20,12\r\n8 February 2027,25,20\r\n", TestContext.Current.CancellationToken);

        var result = await GradusCommand.Run(["handover", "audit", "--facts", file, "--changed-on", "2027-02-05", "--json"]);

        result.ExitCode.ShouldBe(0, result.Errors);
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("percent").GetDecimal()).ShouldBe([60m, 80m]);
        json.RootElement.GetProperty("median").GetDecimal().ShouldBe(60m);
    }

    [Fact]
    public void EveryExample_WhoseOnlyListIsATable_GivesTheSameAnswerFromAFile()
    {
        var compared = 0;
        foreach (var tool in AllTools.Declared.Where(tool => FactsTable.OfFile(tool.Shape) is not null))
        {
            var list = FactsTable.OfFile(tool.Shape)!;
            var bound = tool.Bind(Library.Value.Book);
            foreach (var example in Library.Value.ExamplesOf(tool))
            {
                var csv = FactsTable.Write(list, Encoding.UTF8.GetBytes(example.Facts));
                if (csv.Length == 0)
                {
                    continue;
                }

                var sheet = SheetReader.Read(Encoding.UTF8.GetBytes(csv)).Table.ShouldNotBeNull($"{tool.Address} {example.Id}");
                var rows = FactsTable.Read(list, sheet.Header, sheet.Rows.Select(row => (row.Line, row.Cells)));
                rows.Fault.ShouldBeNull($"{tool.Address} {example.Id}");
                var read = JsonNode.Parse(FactsForm.Read(tool.Shape, rows.Fields).Json)!;
                var facts = JsonNode.Parse(example.Facts)!;
                facts[list.Name] = read[list.Name]!.DeepClone();
                var asking = new Asking(example.On, Nation.England);

                var fromFile = bound.Answer(Encoding.UTF8.GetBytes(facts.ToJsonString()), asking);

                fromFile.Errors.ShouldBeEmpty($"{tool.Address} {example.Id}");
                AnswerText.Json(bound, fromFile.Answer!)
                    .ShouldBe(AnswerText.Json(bound, bound.Answer(Encoding.UTF8.GetBytes(example.Facts), asking).Answer!), $"{tool.Address} {example.Id}");
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("doctor_ref,start\nD-1,soon", "Line 2, start: “soon” is not a day.")]
    [InlineData("reference\nD-1", "The first line has no heading start.")]
    [InlineData("", "The file is empty.")]
    public async Task WhatCannotBeRead_IsSaidByItsLine(string text, string says)
    {
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        var result = await GradusCommand.Run(["code-of-practice", "board", "--facts", file]);

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain(says);
    }
}
