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
        var applicants = await Sheet("applicants.xlsx",
            [["applicant", "choices", "score", "order"], ["ann", "North;South", 91.5, 2], ["=1+1", "North", 55, 1], [null, null, null, null]]);
        var posts = await Sheet("posts.xlsx", [["post", "places"], ["North", 1], ["South", 2]]);
        var plain = AllocationReader.Read(
            new MemoryStream("applicant,choices,score,order\nann,North;South,91.5,2\n=1+1,North,55,1\n"u8.ToArray()),
                new MemoryStream("post,places\nNorth,1\nSouth,2\n"u8.ToArray()));

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
        var certificate = AllocationStore.WriteResult(_folder, input, allocation, 0);

        AllocationStore.WriteWorkbook(Path.Combine(_folder, AllocationStore.WorkbookFile), allocation, certificate, minimums: null);

        AllocationStore.Verify(applicants, posts, _folder).ShouldBeNull();
        using var archive = ZipFile.OpenRead(Path.Combine(_folder, AllocationStore.WorkbookFile));
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync(TestContext.Current.CancellationToken);
        xml.ShouldNotContain("<f>");
        xml.ShouldContain("=1+1");
        xml.ShouldContain("<v>1</v>");
    }

    [Fact]
    public async Task Verify_OfAResultWithAWorkbook_RefusesOneThatSaysSomethingElse()
    {
        var applicants = Path.Combine(_folder, "applicants.csv");
        File.WriteAllText(applicants, "applicant,choices,fixed\n ann\uFFFF ,North;South,\nbob,North,\ncat,South,South\n");
        var posts = await Sheet("posts.xlsx", [["post", "places", "minimum"], ["North", 2, null], ["South", 3, 3]]);
        var input = AllocationStore.Read(applicants, posts);
        var allocation = new SerialDictatorship().Run(input.Instance, ApplicantOrder.Listed(input.Instance, ["bob", " ann\uFFFF ", "cat"]));
        var minimums = Gradus.Matching.Proofs.MinimumNumbers.Cost(allocation).ShouldNotBeNull();
        var certificate = AllocationStore.WriteResult(_folder, input, allocation, 0);
        var path = Path.Combine(_folder, AllocationStore.WorkbookFile);
        AllocationStore.WriteWorkbook(path, allocation, certificate, minimums);

        AllocationStore.Verify(applicants, posts, _folder).ShouldBeNull();
        var asWritten = File.ReadAllBytes(path);
        string[] sheets = ["Allocation", "Summary", "Cutoffs", "Fixed", "Below minimum", "Cost of minimums"];
        for (var changed = 0; changed < sheets.Length; changed++)
        {
            File.WriteAllBytes(path, asWritten);
            await Change(path, $"xl/worksheets/sheet{changed + 1}.xml", xml => xml.Insert(xml.LastIndexOf("</t>", StringComparison.Ordinal), "x"));

            AllocationStore.Verify(applicants, posts, _folder).ShouldBe($"the sheet “{sheets[changed]}” of allocation.xlsx does not say what the result says");
        }

        File.WriteAllBytes(path, asWritten);
        await Change(path, "xl/worksheets/sheet1.xml", xml => xml.Replace("<v>1</v>", "<v>2</v>", StringComparison.Ordinal));
        AllocationStore.Verify(applicants, posts, _folder).ShouldNotBeNull();
        AllocationStore.RemoveWorkbook(_folder).ShouldBeTrue();
        AllocationStore.Verify(applicants, posts, _folder).ShouldBeNull();
    }

    [Fact]
    public async Task Read_AWorkbookOfSeveralSheets_SaysWhichWasRead()
    {
        var applicants = Path.Combine(_folder, "applicants.xlsx");
        await using (var file = File.Create(applicants))
        {
            await using var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: TestContext.Current.CancellationToken);
            await book.StartWorksheetAsync("Old",
                new SpreadCheetah.Worksheets.WorksheetOptions { Visibility = SpreadCheetah.Worksheets.WorksheetVisibility.Hidden },
                TestContext.Current.CancellationToken);
            await book.AddRowAsync([new Cell("not this")], TestContext.Current.CancellationToken);
            await book.StartWorksheetAsync("People", token: TestContext.Current.CancellationToken);
            await book.AddRowAsync([new Cell("applicant"), new Cell("choices")], TestContext.Current.CancellationToken);
            await book.AddRowAsync([new Cell("ann"), new Cell("North")], TestContext.Current.CancellationToken);
            await book.FinishAsync(TestContext.Current.CancellationToken);
        }

        var read = AllocationStore.Read(applicants, await Sheet("posts.xlsx", [["post", "places"], ["North", 1]]));

        read.Instance.ApplicantCount.ShouldBe(1);
        read.Notes.ShouldHaveSingleItem().ShouldBe("applicants.xlsx: only the sheet “People” was read; the workbook has 2 sheets.");
    }

    [Theory]
    [InlineData("device", "these bytes are none")]
    [InlineData("digits", "at most 15 digits")]
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
            case "device" when OperatingSystem.IsWindows():
                return;
            case "device":
                File.CreateSymbolicLink(path, "/dev/zero");
                break;
            case "digits":
                await Sheet("applicants.xlsx", [["applicant", "choices"], [1234567890123456789d, "North"]]);
                break;
            case "date":
                await Sheet("applicants.xlsx", [["applicant", "choices"], [new DateTime(2026, 5, 4), "North"]]);
                break;
            default:
                await Sheet("applicants.xlsx", [["applicant", "choices"], ["ann", "North"]]);
                await Change(path, "xl/worksheets/sheet1.xml",
                    xml => xml.Replace("</sheetData>", "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c></row></sheetData>", StringComparison.Ordinal));
                break;
        }

        Should.Throw<InputException>(() => AllocationStore.Read(path, posts)).Message.ShouldContain(named);
    }

    private static async Task Change(string path, string part, Func<string, string> change)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = archive.GetEntry(part).ShouldNotBeNull();
        string xml;
        using (var reader = new StreamReader(entry.Open()))
        {
            xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }

        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await writer.WriteAsync(change(xml));
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
