using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Data.Content;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Web.Tests.Tools;

/// <summary>Every declared tool through the page and the API: the same answer to every worked example, and nothing that is sent is ever our fault.</summary>
public sealed class ToolDoorsTests(SiteFixture site)
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    public static TheoryData<string> Pages => [.. AllTools.Declared.Where(tool => !tool.HasOwnPage).Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public async Task Api_OfEveryExample_GivesWhatTheToolGives(string address)
    {
        var tool = Of(address);
        using var reader = site.Reader();
        foreach (var example in Library.ExamplesOf(tool.Tool))
        {
            var (status, body) = await Post(reader, "/api" + address, Encoding.UTF8.GetBytes(On(example)));

            status.ShouldBe(HttpStatusCode.OK, $"{example.Id}: {body}");
            body.ShouldBe(Json(tool, example), example.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Api_OfFactsInTheAddress_GivesWhatItGivesToPostedOnes(string address)
    {
        var tool = Of(address);
        if (tool.Tool.IsPersonal)
        {
            return;
        }

        using var reader = site.Reader();
        foreach (var example in Library.ExamplesOf(tool.Tool))
        {
            var facts = FactsForm.Show(tool.Tool.Shape, Encoding.UTF8.GetBytes(On(example)))
                .SelectMany(field => field.Value.Select(value => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(value)}"));
            using var response = await reader.Get($"/api{address}?{string.Join('&', facts)}");

            (await response.Text()).ShouldBe(Json(tool, example), example.Id);
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Pages))]
    public async Task Page_OfEveryExample_GivesWhatTheApiGives(string address)
    {
        var tool = Of(address);
        using var reader = site.Reader();
        foreach (var example in Library.ExamplesOf(tool.Tool))
        {
            using var response = await Send(reader, tool, example, "json");

            response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{example.Id}: {Asked.Parse(await response.Text()).QuerySelector(".errors").Words()}");
            using var page = JsonDocument.Parse(await response.Text());
            using var api = JsonDocument.Parse(Json(tool, example));
            JsonElement.DeepEquals(page.RootElement, api.RootElement).ShouldBeTrue($"{example.Id}\n{page.RootElement}\n{api.RootElement}");
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Pages))]
    public async Task Page_OfAnExample_SaysTheAnswerFirstAndKeepsWhatWasTyped(string address)
    {
        var tool = Of(address);
        var example = Library.ExamplesOf(tool.Tool)[0];
        using var reader = site.Reader();
        using var response = await Send(reader, tool, example, "answer");
        using var nation = await Send(reader, tool, example, "nation:scotland");

        var page = Asked.Parse(await response.Text());
        page.QuerySelector("main h1").Words().ShouldNotBeEmpty();
        page.QuerySelector("main h1").Words().ShouldNotEndWith(".", "a heading is no sentence");
        page.QuerySelector("main h1")!.HasAttribute("autofocus").ShouldBeTrue("the answer is where the reader lands");
        page.Title.ShouldBe(page.QuerySelector("main h1").Words() + " - Gradus");
        var table = FactsTable.Of(tool.Tool.Shape);
        foreach (var one in new[] { page, Asked.Parse(await nation.Text()) })
        {
            if (table is not null)
            {
                Typed(one, table.Name).ShouldBe(FactsTable.Write(table, Encoding.UTF8.GetBytes(example.Facts)), address);
            }

            foreach (var (path, values) in FactsForm.Show(tool.Tool.Shape, Encoding.UTF8.GetBytes(example.Facts)))
            {
                if (path is not ("on" or "nation") && (table is null || !path.StartsWith(table.Name + "[", StringComparison.Ordinal)))
                {
                    Typed(one, path).ShouldBe(string.Join('\n', values), $"{address}: {path}");
                }
            }
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Pages))]
    public async Task Page_OfAnAnswerWithDates_SaysWhenAsTheDocumentDoes(string address)
    {
        var tool = Of(address);
        using var reader = site.Reader();
        foreach (var example in Library.ExamplesOf(tool.Tool))
        {
            var milestones = tool.Answer(Encoding.UTF8.GetBytes(On(example)), new Asking(example.On, Nation.England)).Answer!.Milestones;
            if (milestones.Any(milestone => milestone.At is not null))
            {
                using var response = await Send(reader, tool, example, "answer");

                Asked.Parse(await response.Text())
                    .QuerySelectorAll(".next .when")
                    .Select(when => when.Words())
                    .ShouldBe(milestones.Select(milestone => milestone.When()), example.Id);
                return;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_EmptyAndWrong_SaysWhatToDo(string address)
    {
        var tool = Of(address);
        using var reader = site.Reader();
        var page = await reader.Page(address);

        page.QuerySelector("main h1").Words().ShouldBe(tool.Tool.Question);
        page.QuerySelector("form#facts")!.GetAttribute("method").ShouldBe(tool.Tool.IsPersonal ? "post" : "get");
        page.QuerySelectorAll("form#facts [id]").GroupBy(field => field.Id).ShouldAllBe(group => group.Count() == 1);

        using var nothing = new FormUrlEncodedContent([KeyValuePair.Create("do", "answer"),
            .. tool.Tool.Shape.Members.Where(fact => fact.Kind is FactKind.Day or FactKind.Number or FactKind.Whole)
                .Select(fact => KeyValuePair.Create(fact.Name, "no such thing"))]);
        using var response = await reader.PostAsync(address, nothing, TestContext.Current.CancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var wrong = Asked.Parse(await response.Text());
            wrong.Title.ShouldNotBeNull().ShouldStartWith("Error: ");
            wrong.QuerySelectorAll(".errors a").ShouldAllBe(link => wrong.QuerySelector("[id='" + link.GetAttribute("href")!.TrimStart('#') + "']") != null);
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Pages))]
    public async Task Page_WithNonsenseInEveryField_LeadsToEachByAnAddressThatIsOne(string address)
    {
        using var reader = site.Reader();
        var empty = await reader.Page(address);
        using var nonsense = new FormUrlEncodedContent([KeyValuePair.Create("do", "answer"),
            .. empty.QuerySelectorAll("form#facts [name]")
                .Select(field => field.GetAttribute("name")!)
                .Where(name => name is not ("do" or "calendarId"))
                .Distinct(StringComparer.Ordinal)
                .Select(name => KeyValuePair.Create(name, "no such thing"))]);
        using var response = await reader.PostAsync(address, nonsense, TestContext.Current.CancellationToken);

        var wrong = Asked.Parse(await response.Text());
        wrong.QuerySelectorAll("[id]").ShouldAllBe(one => one.Id!.All(letter => char.IsAsciiLetterOrDigit(letter) || "-._~!$&'()*+,;=:@/?".Contains(letter)), address);
        wrong.QuerySelectorAll(".errors a").ShouldAllBe(link => wrong.GetElementById(link.GetAttribute("href")!.TrimStart('#')) != null, address);
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public async Task APersonalTool_IsNeverAnsweredFromAnAddress(string address)
    {
        var tool = Of(address);
        if (!tool.Tool.IsPersonal)
        {
            return;
        }

        using var reader = site.Reader();
        using var api = await reader.Get("/api" + address + "?on=2026-11-25");
        var page = await reader.Page(address + "?" + tool.Tool.Shape.Members[0].Name + "=1");

        api.StatusCode.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound);
        page.QuerySelector("main h1").Words().ShouldBe(tool.Tool.Question);
        page.QuerySelectorAll("[formmethod=get]").ShouldBeEmpty();
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public async Task Api_OfAnythingThatIsSent_IsAnAnswerOrSaysWhatIsWrong(string address)
    {
        var tool = Of(address);
        var good = On(Library.ExamplesOf(tool.Tool)[0]);
        using var reader = site.Reader();
        foreach (var body in Corpus(good, tool.Tool.Shape.Members[0].Name).Concat(tool.Tool.Shape.Members.SelectMany(fact => Hollow(good, fact.Name))))
        {
            var (status, answer) = await Post(reader, "/api" + address, body);

            ((int)status).ShouldBeOneOf([200, 400, 413], $"{address}: {Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, 200)))}");
            if (status != HttpStatusCode.OK)
            {
                answer.Length.ShouldBeLessThan(100_000);
            }
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public async Task PageAndApi_WithANumberFarOutOfBounds_AreNoFaultOfOurs(string address)
    {
        var tool = Of(address);
        var example = Library.ExamplesOf(tool.Tool)[0];
        using var reader = site.Reader();
        foreach (var (path, steps) in EveryFact.Of(tool.Tool).Where(fact => fact.Steps[^1].Kind is FactKind.Number or FactKind.Whole))
        {
            foreach (var number in new[] { -1, 300_000_000, int.MaxValue })
            {
                var facts = EveryFact.With(On(example), steps, JsonValue.Create(number));
                using var form = new FormUrlEncodedContent(FactsForm.Show(tool.Tool.Shape, Encoding.UTF8.GetBytes(facts))
                    .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)))
                    .Append(KeyValuePair.Create("do", "answer")));
                using var page = await reader.PostAsync(address, form, TestContext.Current.CancellationToken);
                var (status, body) = await Post(reader, "/api" + address, Encoding.UTF8.GetBytes(facts));

                ((int)page.StatusCode).ShouldBeOneOf([200, 400], $"{address}: {path} = {number}");
                ((int)status).ShouldBeOneOf([200, 400], $"{address}: {path} = {number}: {body}");
            }
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Pages))]
    public async Task Page_WithRowsOfAnyNumber_KeepsEachAndIsNotLongerThanWhatWasTyped(string address)
    {
        const int most = 900_000; // Of a form, with room for its names.
        var tool = Of(address);
        var lists = FactsTable.Lists(tool.Tool.Shape).ToList();
        using var reader = site.Reader();
        foreach (var (count, value) in new[] { 1, 5, 9, 12, 14, 16, 18, 20, 24, 30, 40, 400, 2_000,
            10_000 }.SelectMany(count => new[] { (count, "7"), (count, "no \"such\" <thing> & more") }))
        {
            List<KeyValuePair<string, string>> typed = [.. lists.SelectMany(list => Enumerable.Range(0, Math.Min(count, list.List.Most))
                .SelectMany(row => list.List.Item!.Members.Where(cell => cell.Fact is not null)
                    .Select(cell => KeyValuePair.Create($"{list.Path}[{row}].{cell.Name}", cell.Kind == FactKind.YesNo ? "true" : value))))];
            if (typed.Count == 0 || typed.Sum(field => field.Key.Length + field.Value.Length + 20) > most || (count > 1 && lists.TrueForAll(list => list.List.Most < count / 2)))
            {
                continue;
            }

            using var form = new FormUrlEncodedContent([KeyValuePair.Create("do", "answer"), .. typed]);
            using var response = await reader.PostAsync(address, form, TestContext.Current.CancellationToken);

            var text = await response.Text();
            response.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.BadRequest], $"{address}: {count}");
            if (response.StatusCode != HttpStatusCode.OK)
            {
                Encoding.UTF8.GetByteCount(text)
                    .ShouldBeLessThan(100_000 + (2 * typed.Sum(field => WebUtility.HtmlEncode(field.Value).Length)), $"{address}: {count} rows of {value}");
            }

            var page = Asked.Parse(text);
            var shown = lists.SelectMany(list => Shown(page, list.Path, list.List)).ToDictionary(StringComparer.Ordinal);
            shown.Count.ShouldBe(typed.Count, $"{address}: {count} rows of {value}");
            typed.ShouldAllBe(field => shown[field.Key] == field.Value, $"{address}: {count} rows of {value}");
        }
    }

    // The rows of a list, from the fields of the form or from the box that holds them as a table.
    private static IEnumerable<KeyValuePair<string, string>> Shown(AngleSharp.Html.Dom.IHtmlDocument page, string path, FactsShape list)
    {
        var fields = page.QuerySelectorAll("form#facts [name]")
            .Where(field => field.GetAttribute("name")!.StartsWith(path, StringComparison.Ordinal))
            .ToLookup(field => field.GetAttribute("name")!, StringComparer.Ordinal);
        if (fields[path].SingleOrDefault() is AngleSharp.Html.Dom.IHtmlTextAreaElement box)
        {
            var table = Gradus.Data.Imports.SheetReader.Read(Encoding.UTF8.GetBytes(box.Value)).Table.ShouldNotBeNull(path);
            return FactsTable.Read(list, table.Header, table.Rows.Select(row => (row.Line, row.Cells)), path).Fields
                .Select(field => KeyValuePair.Create(field.Key, field.Value[0]));
        }

        var shown = fields.Where(field => field.Key.StartsWith(path + "[", StringComparison.Ordinal))
            .Select(field => KeyValuePair.Create(field.Key, field.OfType<AngleSharp.Html.Dom.IHtmlSelectElement>().FirstOrDefault()?.Value
            ?? field.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(box => box.Type != "radio" || box.IsChecked).Select(box => box.Value).FirstOrDefault() ?? ""))
                .Where(field => field.Value.Length > 0).ToList();

        // A list that asks of every key shows them all; of those that nothing else stands beside nothing was typed.
        return list.Fact is { AsksEach: true } ? shown.GroupBy(field => field.Key.Split(']')[0]).Where(row => row.Count() > 1).SelectMany(row => row) : shown;
    }

    [Xunit.Fact]
    public async Task Page_Of400Changes_GivesWhatTheApiGives()
    {
        using var reader = site.Reader();
        var changes = Enumerable.Range(0, 400).Select(day => (From: new DateOnly(2027, 8, 4).AddDays(2 * day), Rate: 50 + (day % 50))).ToList();
        var json = $"{{\"plannedEnd\":\"2033-08-02\",\"baselineRate\":1,\"rateAfter\":1,\"on\":\"2026-11-25\",\"changes\":[{string.Join(',', changes.Select(change => $"{{\"kind\":\"less-than-full-time\",\"from\":\"{change.From:yyyy-MM-dd}\",\"to\":\"{change.From.AddDays(1):yyyy-MM-dd}\",\"rate\":0.{change.Rate}}}"))}]}}";
        using var form = new FormUrlEncodedContent([
            new("plannedEnd", "2033-08-02"), new("baselineRate", "100"), new("rateAfter", "100"), new("on", "2026-11-25"), new("do", "json"),
            .. changes.Index().SelectMany(change => (KeyValuePair<string, string>[])[
                new($"changes[{change.Index}].kind", "less-than-full-time"),
                    new($"changes[{change.Index}].from", change.Item.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                new($"changes[{change.Index}].to", change.Item.From.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                    new($"changes[{change.Index}].rate", $"{change.Item.Rate}")])]);

        using var page = await reader.PostAsync("/less-than-full-time/completion-date", form, TestContext.Current.CancellationToken);
        var (status, api) = await Post(reader, "/api/less-than-full-time/completion-date", Encoding.UTF8.GetBytes(json));

        status.ShouldBe(HttpStatusCode.OK, api);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var one = JsonDocument.Parse(await page.Text());
        using var other = JsonDocument.Parse(api);
        JsonElement.DeepEquals(one.RootElement, other.RootElement).ShouldBeTrue();
    }

    /// <summary>Nothing, and lists and objects of nothing, in the place of one fact.</summary>
    private static IEnumerable<byte[]> Hollow(string good, string name)
    {
        foreach (var value in new[] { "null", "[null]", "[[null]]", "[{}]", "{}", "{\"x\":null}", "{\"x\":[null]}" })
        {
            var facts = System.Text.Json.Nodes.JsonNode.Parse(good)!.AsObject();
            facts[name] = System.Text.Json.Nodes.JsonNode.Parse(value);
            yield return Encoding.UTF8.GetBytes(facts.ToJsonString());
        }
    }

    /// <summary>Cut, doubled, broken and enormous.</summary>
    private static IEnumerable<byte[]> Corpus(string good, string name)
    {
        string[] values = ["\"\\ud800\"", "1e400", "-1", "99999999999999999999", "\"0001-01-01\"", "\"9999-12-31\"", "null", "[]", "{}", "true", "\"\"",
            "\"\u00e9\"", "0.0000001", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"];
        foreach (var value in values)
        {
            yield return Encoding.UTF8.GetBytes($"{{\"{name}\":{value}}}");
            yield return Encoding.UTF8.GetBytes(good.TrimEnd('}') + $",\"{name}\":{value}}}");
        }

        foreach (var text in new[] { "", "\n", "null", "[]", "7", "{\"\\ud800\":1}", good[..(good.Length / 2)], good + good,
            "{" + string.Concat(Enumerable.Range(0, 20_000).Select(index => $"\"x{index}\":1,")) + "\"x\":1}" })
        {
            yield return Encoding.UTF8.GetBytes(text);
        }

        yield return [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(good)];
        yield return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(good)];
        yield return [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}'];
        foreach (var day in new[] { "0001-01-01", "9999-12-31", "2028-02-29" })
        {
            yield return Encoding.UTF8.GetBytes(System.Text.RegularExpressions.Regex.Replace(good, @"\d{4}-\d{2}-\d{2}", day,
                System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
        }
    }

    private static BoundTool Of(string address) => AllTools.Declared.Single(tool => tool.Address == address).Bind(Library.Book);

    // The day of the example, where its facts do not say one themselves; a day of something in them is none.
    private static string On(WorkedExample example)
    {
        var facts = JsonNode.Parse(example.Facts)!.AsObject();
        return facts.ContainsKey("on") ? example.Facts
            : example.Facts.Length > 2 ? $"{{\"on\":\"{example.On:yyyy-MM-dd}\"," + example.Facts[1..]
            : $"{{\"on\":\"{example.On:yyyy-MM-dd}\"}}";
    }

    private static string Json(BoundTool tool, WorkedExample example)
    {
        var reply = tool.Answer(Encoding.UTF8.GetBytes(On(example)), new Asking(example.On, Nation.England));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            tool.Write(json, reply.Answer.ShouldNotBeNull(example.Id));
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static async Task<(HttpStatusCode Status, string Body)> Post(HttpClient reader, string address, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await reader.PostAsync(address, content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Text());
    }

    private static async Task<HttpResponseMessage> Send(HttpClient reader, BoundTool tool, WorkedExample example, string pressed)
    {
        var fields = FactsForm.Show(tool.Tool.Shape, Encoding.UTF8.GetBytes(On(example)))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)))
            .Append(KeyValuePair.Create("do", pressed));
        using var form = new FormUrlEncodedContent(fields);
        return await reader.PostAsync(tool.Tool.Address, form, TestContext.Current.CancellationToken);
    }

    private static string Typed(AngleSharp.Html.Dom.IHtmlDocument page, string path)
    {
        var fields = page.QuerySelectorAll("form#facts [name]").Where(field => field.GetAttribute("name") == path).ToList();
        return fields switch
        {
            [AngleSharp.Html.Dom.IHtmlTextAreaElement text] => text.Value.Replace("\r\n", "\n", StringComparison.Ordinal),
            [AngleSharp.Html.Dom.IHtmlSelectElement select] => select.Value ?? "",
            [AngleSharp.Html.Dom.IHtmlInputElement { Type: "text" or "hidden" } box] => box.Value,
            _ => string.Join('\n', fields.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value)),
        };
    }
}
