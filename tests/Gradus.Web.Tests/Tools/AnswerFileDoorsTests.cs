using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;
using FactAttribute = Xunit.FactAttribute;

namespace Gradus.Web.Tests.Tools;

/// <summary>
/// The answer of every tool as files, through page and API: the same bytes as the library makes, letters as text to copy, and nothing asked for that has no
/// effect.
/// </summary>
public sealed class AnswerFileDoorsTests(SiteFixture site)
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    public static TheoryData<string> Pages => [.. AllTools.Declared.Where(tool => !tool.HasOwnPage).Select(tool => tool.Address)];

    public static TheoryData<string, string> Letters
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var tool in AllTools.Declared)
            {
                foreach (var example in Library.ExamplesOf(tool).Where(example => Answer(tool.Bind(Library.Book), example).DraftLetters().Any()))
                {
                    data.Add(tool.Address, example.Id);
                }
            }

            return data;
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public async Task Api_GivesTheAnswerAsFiles(string address)
    {
        var tool = Of(address);
        using var reader = site.Reader();
        foreach (var example in Library.ExamplesOf(tool.Tool).Take(3))
        {
            var (answer, document) = Made(tool, example);

            (await Post(reader, $"/api{address}?as=docx", example, DocxFile.MediaType)).ShouldBe(DocxFile.Write(document), example.Id);
            if (XlsxFile.Of(answer).Any())
            {
                (await Post(reader, $"/api{address}?as=xlsx", example, XlsxFile.MediaType)).ShouldBe(XlsxFile.Write(answer, document), example.Id);
                (await Post(reader, $"/api{address}?as=csv", example, "text/csv")).ShouldBe(CsvFile.Write([.. XlsxFile.Of(answer)]), example.Id);
            }
            else
            {
                await Post(reader, $"/api{address}?as=xlsx", example, "application/problem+json");
            }

            var calendar = Encoding.UTF8.GetString(await Post(reader, $"/api{address}?as=ics", example,
                answer.Milestones.Count > 0 ? "text/calendar" : "application/problem+json"));
            calendar.Split("BEGIN:VEVENT").Length.ShouldBe(answer.Milestones.Count + 1, example.Id);
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Pages))]
    public async Task Page_GivesTheAnswerAsFiles(string address)
    {
        var tool = Of(address);
        using var reader = site.Reader();
        foreach (var example in Library.ExamplesOf(tool.Tool).Take(2))
        {
            var (answer, document) = Made(tool, example);
            using var page = await Send(reader, tool, example, "answer");
            using var word = await Send(reader, tool, example, "docx");
            var buttons = Asked.Parse(await page.Text()).QuerySelectorAll("button[name=do]").Select(button => button.GetAttribute("value")).ToList();

            word.Content.Headers.ContentType!.MediaType.ShouldBe(DocxFile.MediaType);
            word.Content.Headers.ContentDisposition!.FileName.ShouldBe(tool.Tool.Key + ".docx");
            Body(await word.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Body(DocxFile.Write(document)), example.Id);
            buttons.ShouldContain("docx");
            buttons.Contains("xlsx").ShouldBe(XlsxFile.Of(answer).Any());
            if (XlsxFile.Of(answer).Any())
            {
                using var sheets = await Send(reader, tool, example, "xlsx");
                sheets.Content.Headers.ContentType!.MediaType.ShouldBe(XlsxFile.MediaType);
                (await sheets.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(XlsxFile.Write(answer, document), example.Id);
            }
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Pages))]
    public async Task Page_OfWhatIsNotPersonal_HasItsDatesAsAFeed(string address)
    {
        var tool = Of(address);
        using var reader = site.Reader();
        foreach (var example in Library.ExamplesOf(tool.Tool)
            .Where(example => !FactsTable.Lists(tool.Tool.Shape).Any(list => JsonNode.Parse(example.Facts)!.AsObject().ContainsKey(list.Path)))
            .Take(3))
        {
            using var page = await Send(reader, tool, example, "answer");
            var link = Asked.Parse(await page.Text()).QuerySelector("a[type='text/calendar']");
            if (tool.Tool.IsPersonal)
            {
                link.ShouldBeNull("what is personal stands in no address");
                continue;
            }

            // The feed is of the day on which it is read.
            var today = tool.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(DateOnly.FromDateTime(SiteFixture.Noon.Date), Nation.England)).Answer!;
            (link is null).ShouldBe(Made(tool, example).Answer.Milestones.Count == 0, example.Id);
            if (link is null || today.Milestones.Count == 0 || JsonNode.Parse(example.Facts)!["on"] is not null)
            {
                continue;
            }

            using var feed = await reader.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
            feed.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar", example.Id);
            (await feed.Text()).Split("BEGIN:VEVENT").Length.ShouldBe(today.Milestones.Count + 1, example.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task ALetter_IsOnThePageToCopyAndHadAsAWordDocument(string address, string id)
    {
        var tool = Of(address);
        var example = Library.ExamplesOf(tool.Tool).Single(example => example.Id == id);
        var letters = Made(tool, example).Answer.DraftLetters().ToList();
        using var reader = site.Reader();
        using var response = await Send(reader, tool, example, "answer");
        var page = Asked.Parse(await response.Text());

        letters.Select(letter => letter.Key).ShouldBeUnique();
        page.QuerySelectorAll("[data-letter]").Length.ShouldBe(letters.Count);
        page.QuerySelectorAll("a[href^='mailto:']").ShouldBeEmpty(); // The reader's own browser writes it.
        page.QuerySelectorAll("script[src]").ShouldContain(script => script.GetAttribute("src")!.Contains("letters", StringComparison.Ordinal));
        foreach (var letter in letters)
        {
            var text = page.GetElementById("letter-" + letter.Key)!.TextContent;
            text.ShouldBe(string.Join("\n\n", letter.Lines()));
            text.ShouldNotContain("£");
            text.ShouldNotContain("compensat", Case.Insensitive);
            text.ShouldNotMatch(@"\d{4}-\d\d-\d\d");
            text.ShouldContain(Gradus.Dates.DateOnlyExtensions.Words(letter.Dated));

            using var word = await Send(reader, tool, example, "letter:" + letter.Key);
            word.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{tool.Tool.Key}-{letter.Key}.docx");
            (await word.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(DocxFile.Write(letter));
            (await Post(reader, $"/api{address}?as=docx&letter={letter.Key}", example, DocxFile.MediaType)).ShouldBe(DocxFile.Write(letter));
        }
    }

    [Fact]
    [Trait("run", "whole")]
    public void Letters_AreWrittenByTheRoomsThatOweThem() =>
        Letters.Select(row => row.Data.Item1)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(["/code-of-practice/plan", "/sas-charter/check", "/sas-charter/roles", "/induction/checklist"], ignoreOrder: true);

    [Theory]
    [InlineData("?as=pdf", "as", "Expected json, docx, xlsx, csv or ics.")]
    [InlineData("?letter=reminder", "letter", "Expected only with as=docx.")]
    [InlineData("?as=docx&letter=reminder", "letter", "This answer has no letter.")]
    public async Task Api_AskedForWhatThereIsNot_SaysSo(string query, string field, string says)
    {
        var tool = Of("/shadowing/dates");
        using var reader = site.Reader();

        var problem = JsonNode.Parse(await Post(reader, "/api/shadowing/dates" + query, Library.ExamplesOf(tool.Tool)[0], "application/problem+json"))!;

        ((int)problem["status"]!).ShouldBe(400);
        ((string)problem["errors"]![field]![0]!).ShouldBe(says);
    }

    [Fact]
    public async Task Figures_AreHadWholeAsCsvAndAsAWorkbook()
    {
        using var reader = site.Reader();
        var values = Library.Figures.Values.Sum(figure => figure.History.Values.Count);
        using var csv = await reader.Get("/figures.csv");
        using var xlsx = await reader.Get("/figures.xlsx");

        using var rows = new CsvHelper.CsvParser(new StringReader(await csv.Text()), System.Globalization.CultureInfo.InvariantCulture);
        var lines = 0;
        while (rows.Read())
        {
            lines++;
        }

        lines.ShouldBe(values + 1);
        var sheet = Gradus.Data.Imports.SheetReader.Read(await xlsx.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        sheet.Table!.Rows.Count.ShouldBe(values);
        sheet.Table.Rows.ShouldAllBe(row => Library.Figures.ContainsKey(row.Cells[0]));
    }

    [Fact]
    public async Task EveryAddressThatGivesCsv_GivesWhatItsWriterWrites_SoThatNoCellIsRunAsAFormula()
    {
        using var reader = site.Reader();
        var seen = 0;
        foreach (var address in Routes.Get(site).Where(address => !address.StartsWith("/api/", StringComparison.Ordinal)))
        {
            using var response = await reader.Get(address);
            if (response.Content.Headers.ContentType?.MediaType == CsvFile.Type)
            {
                seen++;
                var rows = new List<string[]>();
                using var csv = new CsvHelper.CsvParser(new StringReader(await response.Text()), System.Globalization.CultureInfo.InvariantCulture);
                while (csv.Read())
                {
                    rows.Add(csv.Record!);
                }

                (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(CsvFile.Write(rows), address);
            }
        }

        seen.ShouldBeGreaterThan(3);
        Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "CsvFile.cs"
                && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && File.ReadAllText(path).Contains("\"text/csv", StringComparison.Ordinal))
            .ShouldBeEmpty("CSV has one writer, and its type stands there");
    }

    private static BoundTool Of(string address) => AllTools.Declared.Single(tool => tool.Address == address).Bind(Library.Book);

    private static ToolAnswer Answer(BoundTool tool, WorkedExample example) => tool.Answer(Encoding.UTF8.GetBytes(On(example)), new Asking(example.On, Nation.England)).Answer!;

    private static (ToolAnswer Answer, AnswerDocument Document) Made(BoundTool tool, WorkedExample example)
    {
        var answer = Answer(tool, example);
        return (answer, AnswerDocument.Of(tool.Tool, answer, id => Library.Sources.GetValueOrDefault(id)));
    }

    private static string On(WorkedExample example)
    {
        var facts = JsonNode.Parse(example.Facts)!.AsObject();
        facts.TryAdd("on", example.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return facts.ToJsonString();
    }

    private static string Body(byte[] word)
    {
        using var zip = new ZipArchive(new MemoryStream(word));
        using var text = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return text.ReadToEnd();
    }

    private static async Task<byte[]> Post(HttpClient reader, string address, WorkedExample example, string mediaType)
    {
        using var content = new StringContent(On(example), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await reader.PostAsync(address, content, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType, $"{address} {example.Id}");
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient reader, BoundTool tool, WorkedExample example, string pressed)
    {
        using var form = new FormUrlEncodedContent(FactsForm.Show(tool.Tool.Shape, Encoding.UTF8.GetBytes(On(example)))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)))
            .Append(KeyValuePair.Create("do", pressed)));
        return await reader.PostAsync(tool.Tool.Address, form, TestContext.Current.CancellationToken);
    }
}
