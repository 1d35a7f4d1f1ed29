using System.IO.Compression;
using System.Text;
using Gradus.Data.Allocation;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using SpreadCheetah;

namespace Gradus.Tests.Matching;

/// <summary>Workbooks in and out of an allocation.</summary>
public sealed class WorkbookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gradus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Read_AWorkbook_IsTheSameAsItsCsv()
    {
        var applicants = await Sheet("applicants.xlsx", [["applicant", "choices", "score", "order"], ["ann", "North;South", 91.5, 2], ["=1+1", "North", 55, 1], [null, null, null, null]]);
        var posts = await Sheet("posts.xlsx", [["post", "places"], ["North", 1], ["South", 2]]);
        var plain = AllocationReader.Read(
            new MemoryStream("applicant,choices,score,order\nann,North;South,91.5,2\n=1+1,North,55,1\n"u8.ToArray()), new MemoryStream("post,places\nNorth,1\nSouth,2\n"u8.ToArray()));

        var read = AllocationStore.Read(applicants, posts);

        read.Instance.CanonicalHash().ShouldBe(plain.CanonicalHash());
        read.Instance.ScoreOf(0).ShouldBe(91.5);
        read.ApplicantsHash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(applicants))));
    }

    [Fact]
    public async Task WriteWorkbook_WhatWasPlaced_ComesBackAsTextAndNumbers()
    {
        var applicants = await Sheet("applicants.xlsx", [["applicant", "choices"], ["=1+1", "North"], ["bob", "North;South"]]);
        var posts = await Sheet("posts.xlsx", [["post", "places"], ["North", 1], ["South", 1]]);
        var input = AllocationStore.Read(applicants, posts);
        var allocation = new SerialDictatorship().Run(input.Instance, ApplicantOrder.Listed(input.Instance, ["bob", "=1+1"]));
        AllocationStore.WriteResult(_folder, input, allocation, 0);

        AllocationStore.WriteWorkbook(_folder, allocation);

        AllocationStore.Verify(applicants, posts, _folder).ShouldBeNull();
        using var archive = ZipFile.OpenRead(Path.Combine(_folder, AllocationStore.WorkbookFile));
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync(TestContext.Current.CancellationToken);
        xml.ShouldNotContain("<f>");
        xml.ShouldContain("=1+1");
        xml.ShouldContain("<v>1</v>");
    }

    [Theory]
    [InlineData("text", "these bytes are none")]
    [InlineData("old", "an older or an encrypted one")]
    [InlineData("zip", "a workbook (.xlsx) that can be read")]
    [InlineData("error", "without cells in error")]
    [InlineData("empty", "these bytes are none")]
    [InlineData("date", "found a date")]
    public async Task Read_WhatIsNoWorkbookOfPeople_IsNamedForWhatItIs(string kind, string named)
    {
        var posts = await Sheet("posts.xlsx", [["post", "places"], ["North", 1]]);
        var path = Path.Combine(_folder, "applicants.xlsx");
        switch (kind)
        {
            case "text":
                File.WriteAllText(path, "applicant,choices\nann,North\n");
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "old":
                File.WriteAllBytes(path, [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]);
                break;
            case "zip":
                using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
                {
                    archive.CreateEntry("readme.txt");
                }

                break;
            case "date":
                await Sheet("applicants.xlsx", [["applicant", "choices"], [new DateTime(2026, 5, 4), "North"]]);
                break;
            default:
                await Sheet("applicants.xlsx", [["applicant", "choices"], ["ann", "North"]]);
                using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
                {
                    var entry = archive.GetEntry("xl/worksheets/sheet1.xml")!;
                    string xml;
                    using (var reader = new StreamReader(entry.Open()))
                    {
                        xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
                    }

                    entry.Delete();
                    using var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open(), Encoding.UTF8);
                    await writer.WriteAsync(xml.Replace("</sheetData>", "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c></row></sheetData>", StringComparison.Ordinal));
                }

                break;
        }

        Should.Throw<InputException>(() => AllocationStore.Read(path, posts)).Message.ShouldContain(named);
    }

    private async Task<string> Sheet(string name, object?[][] rows)
    {
        var path = Path.Combine(_folder, name);
        await using var file = File.Create(path);
        await using var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        await book.StartWorksheetAsync("People", token: TestContext.Current.CancellationToken);
        foreach (var row in rows)
        {
            await book.AddRowAsync(row.Select(value => value switch
            {
                string text => new Cell(text),
                int number => new Cell(number),
                double number => new Cell(number),
                DateTime date => new Cell(date),
                _ => new Cell(""),
            }).ToList(), TestContext.Current.CancellationToken);
        }

        await book.FinishAsync(TestContext.Current.CancellationToken);
        return path;
    }
}
