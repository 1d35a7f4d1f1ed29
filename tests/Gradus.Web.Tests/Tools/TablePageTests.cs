using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Gradus.Web.Tests.Tools;

/// <summary>A list that is taken as a table: the employer's board, pasted, from a CSV file and from a workbook, without scripts.</summary>
public sealed class TablePageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Board = "/code-of-practice/board";
    private const string Two = "doctor_ref,start,owner,placement_on,work_schedule_on,rota_on\nD-1,2026-12-02,Surgery,2026-09-09,2026-10-07,\nD-2,2027-02-03,Medicine,,,";

    [Fact]
    public async Task Pasted_WithTabsAsASpreadsheetCopiesThem_IsReadAndStaysInTheBox()
    {
        var pasted = Two.Replace(',', '\t').Replace("2026-12-02", "2 December 2026", StringComparison.Ordinal);

        var answer = await Answer(pasted);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Page.QuerySelector("h1")!.TextContent.ShouldStartWith("2 things are late");
        answer.Page.QuerySelector("#doctors")!.TextContent.ShouldBe(pasted);
        answer.Page.QuerySelectorAll("input[name^='doctors[']").ShouldBeEmpty();
        answer.Page.QuerySelector(".given")!.TextContent.ShouldContain("2 rows");
    }

    [Theory]
    [InlineData("start,owner\n2026-12-02,Surgery", "The first line has no heading doctor_ref.")]
    [InlineData("doctor_ref,start,Start\nD,2026-12-02,2026-12-02", "The first line: the heading “Start” stands twice.", "stands twice")]
    [InlineData("doctor_ref,start\nD-1,2026-12-02\n\nD-2,soon", "Line 4, start: “soon” is not a day.")]
    [InlineData("doctor_ref,start\nD-1,2026-12-02\nD-1,2026-12-02", "Line 3, doctor_ref: Expected each doctor once")]
    [InlineData("doctor_ref,start\n,2026-12-02", "Line 2")]
    [InlineData("doctor_ref,start", "nothing beneath it")]
    [InlineData("doctor_ref,start\n\"D,2026-12-02", "quotation mark")]
    public async Task WhatCannotBeRead_IsSaidByItsLine_AndStaysTyped(string pasted, string says, string? instead = null)
    {
        var answer = await Answer(pasted);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Page.QuerySelector(".errors li")!.TextContent.ShouldContain(instead ?? says);
        answer.Page.QuerySelector(".errors a")!.GetAttribute("href").ShouldBe("#doctors");
        answer.Page.QuerySelector("#doctors")!.TextContent.ShouldBe(pasted);
    }

    [Fact]
    public async Task Columns_ThatTheToolDoesNotAsk_AreNamed_AndNotRead()
    {
        var answer = await Answer("Reference,Start,Full name\nD-1,2026-12-02,Invented Person");

        answer.Page.QuerySelector(".saved")!.TextContent.ShouldContain("Not read: “Full name”");
        answer.Page.QuerySelector("h1")!.TextContent.ShouldNotContain("Invented");
    }

    [Theory]
    [InlineData(Board, "goes where the form below asks")]
    [InlineData("/less-than-full-time/pay", "no file that you saved here")]
    public async Task ASpreadsheet_OpenedAsASavedAnswer_IsToldWhereItGoes(string address, string says)
    {
        var page = await PostedPage.Open(site.Reader(), address, "form:has(input[name=file])");

        var refused = await page.Press("do", "open", Encoding.UTF8.GetBytes(Two));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Page.QuerySelector(".errors")!.TextContent.ShouldContain(says);
    }

    [Fact]
    public async Task AFile_TakesThePlaceOfTheBox()
    {
        foreach (var file in new[] { Encoding.UTF8.GetBytes("\uFEFF" + Two.Replace(',', ';')), Workbook(Two) })
        {
            var page = await PostedPage.Open(site.Reader(), Board, "#facts");

            var answer = await page.With("doctors", "something else").Press("do", "answer", file, "doctors-file");

            answer.Page.QuerySelector("h1")!.TextContent.ShouldStartWith("2 things are late");
            answer.Page.QuerySelector("#doctors")!.TextContent.ShouldBe(Two);
            answer.Page.QuerySelector(".saved")!.TextContent.ShouldContain("in place of those that stood in the box");
        }
    }

    [Fact]
    public async Task AFile_ThatIsNone_IsRefused_AndTheBoxStays()
    {
        var page = await PostedPage.Open(site.Reader(), Board, "#facts");

        var answer = await page.With("doctors", Two).Press("do", "answer", [0x50, 0x4B, 3, 4, 0, 0], "doctors-file");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Page.QuerySelector(".errors li")!.TextContent.ShouldContain("workbook");
        answer.Page.QuerySelector("#doctors")!.TextContent.ShouldBe(Two);
    }

    [Fact]
    public async Task TwoThousandDoctors_ArePastedSavedAndOpenedAgain()
    {
        var rows = Enumerable.Range(0, 2_000)
            .Select(number => $"D-{number:0000},{new DateOnly(2026, 12, 2).AddDays(number % 90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},Department {number % 7},2026-09-09,2026-10-07,");
        var table = "doctor_ref,start,owner,placement_on,work_schedule_on,rota_on\n" + string.Join('\n', rows);
        var answer = await Answer(table);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Page.QuerySelector(".given")!.TextContent.ShouldContain("2,000 rows");
        answer.Page.QuerySelectorAll("tbody tr").Length.ShouldBeLessThan(500);
        answer.Page.Body!.TextContent.ShouldContain("The table as CSV has all of them.");

        using var fields = new FormUrlEncodedContent([new("doctors", table), new("do", "save")]);
        var saved = await site.Reader().PostAsync(Board, fields, TestContext.Current.CancellationToken);
        var file = await saved.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var opened = await (await PostedPage.Open(site.Reader(), Board, "form:has(#file)")).Press("do", "open", file);

        opened.Page.QuerySelector("h1")!.TextContent.ShouldBe(answer.Page.QuerySelector("h1")!.TextContent);
        opened.Page.QuerySelector("#doctors")!.TextContent.Split('\n').Length.ShouldBe(2_001);
    }

    [Fact]
    public async Task RowsSentAsFields_ComeBackInTheBox_AndTheBoxGoesBeforeThem()
    {
        foreach (var (sent, stays) in new[] { (new Dictionary<string, string> { ["doctors[0].doctorRef"] = "D-9", ["doctors[0].start"] = "2027-02-03" },
            "doctor_ref,start\nD-9,2027-02-03"),
            (new Dictionary<string, string> { ["doctors"] = Two, ["doctors[0].doctorRef"] = "D-9", ["doctors[0].start"] = "2027-02-03" }, Two) })
        {
            using var fields = new FormUrlEncodedContent([.. sent, new("do", "answer")]);
            using var answer = await site.Reader().PostAsync(Board, fields, TestContext.Current.CancellationToken);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            Asked.Parse(await answer.Text()).QuerySelector("#doctors")!.TextContent.ShouldBe(stays);
        }
    }

    [Fact]
    public async Task AnExample_FillsTheBox()
    {
        var page = await PostedPage.Open(site.Reader(), Board, "form:has(.picks)");

        var answer = await page.To("#facts").Send();

        answer.Page.QuerySelector("#doctors")!.TextContent.ShouldStartWith("doctor_ref,start");
        var again = await answer.Send();
        again.Page.QuerySelector("h1")!.TextContent.ShouldBe(answer.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task AnyLongList_ComesBackAsATable_WithItsErrorsByLine_AndIsReadAsOne()
    {
        const string plan = "/less-than-full-time/completion-date";
        KeyValuePair<string, string>[] fields = [
            new("plannedEnd", "2033-08-02"), new("baselineRate", "100"), new("rateAfter", "100"), new("do", "answer"),
            .. Enumerable.Range(0, 40)
                .SelectMany(row => (KeyValuePair<string, string>[])[new($"changes[{row}].kind", "less-than-full-time"),
                    new($"changes[{row}].from", new DateOnly(2027, 8, 4).AddDays(20 * row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new($"changes[{row}].to", row == 17 ? "soon" : new DateOnly(2027, 8, 13).AddDays(20 * row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    new($"changes[{row}].rate", "80")])];
        using var form = new FormUrlEncodedContent(fields);
        using var right = new FormUrlEncodedContent(fields.Select(field => field.Value == "soon" ? new(field.Key, "2028-07-18") : field));

        using var refused = await site.Reader().PostAsync(plan, form, TestContext.Current.CancellationToken);
        using var expected = await site.Reader().PostAsync(plan, right, TestContext.Current.CancellationToken);
        var page = new PostedPage(site.Reader(), Asked.Parse(await refused.Text()), refused, "#facts");
        var box = page.Page.QuerySelector("textarea#changes")!.TextContent;
        var answer = await page.With("changes", box.Replace("soon", "2028-07-18", StringComparison.Ordinal)).Press("do", "answer");

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.Page.QuerySelector(".errors a")!.TextContent.ShouldStartWith("Line 19, to: “soon” is not a day.");
        page.Page.QuerySelector(".errors a")!.GetAttribute("href").ShouldBe("#changes");
        page.Page.QuerySelectorAll("[name^='changes[']").ShouldBeEmpty();
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Page.QuerySelector("h1").Words().ShouldBe(Asked.Parse(await expected.Text()).QuerySelector("h1").Words());
        answer.Page.QuerySelector(".given")!.TextContent.ShouldContain("40 rows");
    }

    private async Task<PostedPage> Answer(string pasted) => await (await PostedPage.Open(site.Reader(), Board, "#facts")).With("doctors", pasted).Press("do", "answer");

    // A workbook as small as one may be: text in cells of one sheet.
    private static byte[] Workbook(string csv)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Put(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }

            Put("[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Put("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put("xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Put("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Board" sheetId="1" r:id="a"/></sheets></workbook>""");
            var rows = csv.Split('\n')
                .Select((line, row) => $"<row r=\"{row + 1}\">{string.Concat(line.Split(',').Select((cell, column) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>");
            Put("xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{string.Concat(rows)}</sheetData></worksheet>");
        }

        return buffer.ToArray();
    }
}
