using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Gradus.Data.Exports;
using Gradus.Tools;
using Gradus.Web.Features.FoundationApplications;

namespace Gradus.Web.Tests.Pages;

/// <summary>The programme ranker without scripts: what it reads, orders and gives back, and what it refuses.</summary>
public sealed class ProgrammesPageTests(SiteFixture site)
{
    private const string Address = "/foundation-applications/programmes";

    [Theory]
    [InlineData("Code,Site\nA1,Kent\nA2,Leeds\n", "A1 A2")]
    [InlineData("Site;Job code\nKent;A1\nLeeds;A2\n", "A1 A2")]
    [InlineData("A2\nA1\n", "A2 A1")]
    [InlineData("{\"Data\":[{\"ProgrammePreference\":\"A1\",\"EmployerTrust\":\"T\"},{\"ProgrammePreference\":\"A2\",\"EmployerTrust\":null}],\"Total\":2}", "A1 A2")]
    public async Task List_OfEveryShape_IsRead(string text, string codes)
    {
        using var reader = site.Reader();

        var page = await Send(reader, ("do", "read"), ("text", text));

        page.QuerySelectorAll(".plain-order b").Select(code => code.Words()).ShouldBe(codes.Split(' '));
    }

    [Fact]
    public async Task BrokenLines_AreNamedAndTheRestKept()
    {
        using var reader = site.Reader();

        var page = await Send(reader, ("do", "read"), ("text", "Code,Site\nA1,Kent\nA2,Kent,x,y\n,Hull\na1,York\nA3,Bath\n"));

        page.QuerySelectorAll("form .notice li")
            .Select(line => line.Words())
            .ShouldBe(["Line 3: 4 cells, where the heading has 2.", "Line 4: there is no code.", "Line 5: a1 stands on line 2 too."]);
        page.QuerySelectorAll(".plain-order b").Select(code => code.Words()).ShouldBe(["A1", "A3"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c,d\n1,2,3,4\n")]
    [InlineData("{")]
    [InlineData("{\"Data\":7}")]
    [InlineData("[1,2]")]
    public async Task WhatIsNoList_IsRefusedAndKept(string text)
    {
        using var reader = site.Reader();

        var page = await Send(reader, HttpStatusCode.BadRequest, ("do", "read"), ("text", text));

        page.QuerySelectorAll(".errors a").Length.ShouldBe(1);
        page.QuerySelector("#text")!.TextContent.Trim().ShouldBe(text.Trim());
        page.Title.ShouldNotBeNull().ShouldStartWith("Error: ");
    }

    [Fact]
    public async Task MoreThanAHundred_IsRefusedWithItsNumber()
    {
        using var reader = site.Reader();

        var page = await Send(reader, HttpStatusCode.BadRequest, ("do", "read"), ("text", "Code\n" + string.Concat(Enumerable.Range(1, 101).Select(number => $"A{number}\n"))));

        page.QuerySelector(".errors").Words().ShouldContain("101");
    }

    [Theory]
    [InlineData("to:1", "x")]
    [InlineData("to:1", "0")]
    [InlineData("to:1", "99999999999")]
    public async Task Position_ThatIsNone_IsRefusedAndKept(string pressed, string position)
    {
        using var reader = site.Reader();

        var page = await Send(reader, HttpStatusCode.BadRequest, ("do", pressed), ("header", "[\"Code\"]"), ("row", "[\"A\"]"), ("position", "1"),
            ("row", "[\"B\"]"), ("position", position));

        page.QuerySelectorAll(".plain-order .prog__at").Select(field => field.GetAttribute("value")).ShouldBe(["1", position]);
        page.QuerySelector("#position-1-error").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("up:0", "null", "[\"A\"]")]
    [InlineData("up:0", "[\"Code\"]", "nonsense")]
    [InlineData("up:0", "[\"Code\"]", "[\"A\",\"B\"]")]
    [InlineData("up:0", "[null]", "[null]")]
    [InlineData("up:0", "", "")]
    public async Task FormThatIsNotWhole_IsNoFaultOfOurs(string pressed, string header, string row)
    {
        using var reader = site.Reader();

        await Send(reader, HttpStatusCode.BadRequest, ("do", pressed), ("header", header), ("row", row));
    }

    [Theory]
    [InlineData("up:9")]
    [InlineData("odd")]
    [InlineData("odd:0")]
    public async Task ButtonThatIsNone_ChangesNothing(string pressed)
    {
        using var reader = site.Reader();

        var page = await Send(reader, ("do", pressed), ("header", "[\"Code\"]"), ("row", "[\"A\"]"), ("row", "[\"B\"]"));

        page.QuerySelectorAll(".plain-order b").Select(code => code.Words()).ShouldBe(["A", "B"]);
    }

    [Fact]
    public async Task Csv_GuardsWhatASpreadsheetWouldRun()
    {
        using var reader = site.Reader();
        using var content = Form(("do", "csv"), ("header", "[\"Code\",\"Site\"]"), ("row", "[\"A\",\"=1+1\"]"));

        using var response = await reader.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").ShouldBe("Code,Site,Gradus rank\nA,'=1+1,1\n");
    }

    [Fact]
    public async Task Workbook_IsReadAndOrdered()
    {
        using var reader = site.Reader();
        AnswerCell[][] rows = [["Kent", "A1"], ["Leeds", "a  2"], ["York", "=A3"]];
        var workbook = XlsxFile.Write([new AnswerTable("list", "List", [new("site", "Site"), new("code", "Job code")], rows)]);

        var page = await SendFile(reader, HttpStatusCode.OK, workbook, "list.xlsx");
        page.QuerySelectorAll(".plain-order b").Select(code => code.Words()).ShouldBe(["A1", "a 2", "=A3"]);

        var moved = await SendBack(reader, page, "top:2");
        moved.QuerySelectorAll(".plain-order b").Select(code => code.Words()).ShouldBe(["=A3", "A1", "a 2"]);
    }

    [Fact]
    public async Task ListOfAlmostAMegabyte_IsReadAndMovedAndNothingIsLost()
    {
        using var reader = site.Reader();
        var row = string.Concat(Enumerable.Repeat("F1 – “Ward 7”, Hôpital; ", 305));
        var list = "Code,Description\n" + string.Concat(Enumerable.Range(1, 100).Select(number => $"A{number},\"{row}{number}\"\n"));
        var bytes = Encoding.UTF8.GetBytes(list);
        bytes.Length.ShouldBeInRange(900_000, 990_000);

        var page = await SendFile(reader, HttpStatusCode.OK, bytes, "list.csv");
        var moved = await SendBack(reader, page, "top:99");

        moved.QuerySelectorAll(".plain-order b").Select(code => code.Words()).ShouldBe(Enumerable.Range(1, 99).Prepend(100).Select(number => $"A{number}"));
        moved.QuerySelector("input[name=row]")!.GetAttribute("value").ShouldBe(ProgrammesModel.Carried(["A100", row + "100"]));
    }

    [Theory]
    [InlineData(1024 * 1024 + 1, "megabyte")]
    [InlineData(1024 * 1024 - 1024, "back and forth")]
    public async Task ListThatCouldNotComeBack_IsRefusedWithItsReason(int length, string why)
    {
        using var reader = site.Reader();
        var list = new StringBuilder("Code,Description\n");
        for (var number = 1; number <= 100; number++)
        {
            list.Append(CultureInfo.InvariantCulture, $"A{number},").Append('x', (length / 100) - 10).Append('\n');
        }

        list.Append(' ', length - list.Length);

        var page = await SendFile(reader, HttpStatusCode.BadRequest, Encoding.UTF8.GetBytes(list.ToString()), "list.csv");

        page.QuerySelector(".errors").Words().ShouldContain(why);
    }

    private static async Task<IHtmlDocument> SendFile(HttpClient reader, HttpStatusCode status, byte[] bytes, string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent("read"), "do" }, { new StringContent(""), "text" }, { new ByteArrayContent(bytes), "file", name } };
        return await Posted(reader, status, form);
    }

    // Every field of the form as the page has it, as a browser sends them.
    private static async Task<IHtmlDocument> SendBack(HttpClient reader, IHtmlDocument page, string pressed)
    {
        var sent = page.QuerySelectorAll("form").Single(form => form.QuerySelector(".plain-order") is not null);
        sent.GetAttribute("enctype").ShouldBe("multipart/form-data");
        using var form = new MultipartFormDataContent { { new StringContent(pressed), "do" } };
        foreach (var input in sent.QuerySelectorAll("input"))
        {
            form.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        }

        (await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeLessThan(1024 * 1024);
        return await Posted(reader, HttpStatusCode.OK, form);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static Task<IHtmlDocument> Send(HttpClient reader, params (string Name, string Value)[] fields) => Send(reader, HttpStatusCode.OK, fields);

    private static async Task<IHtmlDocument> Send(HttpClient reader, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        using var content = Form(fields);
        return await Posted(reader, status, content);
    }

    private static async Task<IHtmlDocument> Posted(HttpClient reader, HttpStatusCode status, HttpContent content)
    {
        using var response = await reader.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
        return await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
    }
}
