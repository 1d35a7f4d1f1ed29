using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Gradus.Web.Tests.Pages;

/// <summary>The specialty questionnaire and its result by plain posts, as a browser without scripts sends them.</summary>
public sealed class SpecialtyQuestionsTests(SiteFixture site)
{
    private const string Address = "/specialty-explorer/match";
    private static readonly int[] Pattern = [5, 4, 2, 2, 3, 4, 1, 5, 2, 2, 4, 1, 3, 5, 4, 2, 5, 1];

    [Fact]
    public async Task ShortForm_WalkedByPosts_GivesWhatTheApiGivesForTheSameAnswers()
    {
        using var reader = site.Reader();

        var (result, statements, tasks) = await Walk(reader, "start-short");

        statements.ShouldBe(18);
        tasks.ShouldBe(4);
        var answers = JsonNode.Parse(await (await result.Press("do", "file")).Response.Text())!;
        answers["statements"]!.AsObject().Count.ShouldBe(18);
        answers["bestWorst"]!.AsArray().Count.ShouldBe(4);
        var offered = JsonNode.Parse(await (await result.Press("do", "json")).Response.Text())!;
        var api = await Api(reader, answers);
        JsonNode.DeepEquals(offered, api).ShouldBeTrue();
        var table = (await (await result.Press("do", "csv")).Response.Text()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        table.Length.ShouldBe(66);
        table[0].TrimEnd()
            .ShouldEndWith(",source,status,applications_per_post,competition_level,competition_year,competition_nation,competition_source,competition_status,competition_of");
        table[1].ShouldContain($",{(int)api["matches"]![0]!["rankMedian"]!},");
        var names = result.Page.QuerySelectorAll(".rank details, .rest__list > li").Select(entry => entry.Id!["on-".Length..]);
        names.ShouldBe(api["matches"]!.AsArray().Select(match => (string)match!["specialty"]!));
        result.Page.QuerySelector("h1").Words().ShouldStartWith("Three to look at first: ");
        result.Page.QuerySelectorAll(".firsts a").Select(link => link.GetAttribute("href")!.Split('/')[^1]).ShouldBe(names.Take(3));
        result.Page.QuerySelectorAll(".firsts li")
            .Select(item => item.Words())
            .Zip(api["matches"]!.AsArray())
            .ShouldAllBe(pair => pair.First.Contains(" years, ", StringComparison.Ordinal)
                && pair.First.Contains((string)pair.Second!["for"]![0]!["says"]!, StringComparison.Ordinal));
        result.Page.QuerySelector(".answer__more").Words().ShouldStartWith((string)api["leanings"]!["says"]!);
        result.Page.Title.ShouldBe(result.Page.QuerySelector("h1").Words() + " - Gradus");
    }

    [Theory]
    [InlineData("start-short")]
    [InlineData("start-full")]
    public async Task Questions_AreAsManyAsTheStartSays_AndTheLastLeadsToTheResult(string length)
    {
        using var reader = site.Reader();
        var start = await reader.Page(Address);
        var said = start.QuerySelector($".lengths__one:has([value={length}]) p").Words();

        var page = await Start(reader, length);
        var last = page;
        var asked = 0;
        for (; page.Page.QuerySelector("#answer-title") is null; page = await page.Press("do", page.Page.QuerySelector("button[value=skip]") is null ? "" : "skip"))
        {
            last = page;
            asked++;
            page.Page.QuerySelector(".progress").Words().ShouldBe($"Question {asked} of {said.Split(": ")[1].Split(' ')[0]}");
        }

        said.ShouldEndWith(length == "start-short"
            ? $": {asked} in all, each chosen to tell you most."
            : $": {asked} in all. Surer, most of all where your answers pull both ways.");
        last.Page.QuerySelector("button.btn[value='']").Words().ShouldBe("See the result");
    }

    [Theory]
    [InlineData("5", "You agreed with all 18 statements.")]
    [InlineData("2", "You disagreed with all 18 statements.")]
    [InlineData("3", "You stayed in between on all 18 statements.")]
    public async Task StatementsAnsweredAlike_AreNoticedAndSaid(string rating, string says)
    {
        using var reader = site.Reader();
        var page = await Start(reader, "start-short");
        while (page.Page.QuerySelector(".scale") is not null)
        {
            page = await page.Press("rating", rating);
        }

        var result = await page.Press("do", "result");
        var (mixed, _, _) = await Walk(reader, "start-short");

        result.Page.QuerySelectorAll("p.doubt").Select(doubt => doubt.Words()).ShouldContain(words => words.StartsWith("Look again: " + says, StringComparison.Ordinal));
        mixed.Page.QuerySelectorAll("p.doubt").Select(doubt => doubt.Words()).ShouldNotContain(words => words.StartsWith("Look again: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Competition_OfTheStem_StandsWhereASpecialtyHasNoneOfItsOwn()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short");

        var table = await result.Press("do", "csv");
        var lines = (await table.Response.Text()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var ofStem = lines.Where(line => line.Contains(",stem: ", StringComparison.Ordinal)).ToList();
        ofStem.ShouldNotBeEmpty();
        var compared = await result.With("compare", "vascular-surgery").Press("do", "rank");
        compared.Page.QuerySelector("#compare tbody tr:last-child td").Words().ShouldContain(" a post, ");
    }

    [Fact]
    public async Task Map_JoinsEveryNameToItsDot()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short");

        var map = result.Page.QuerySelector("svg.map")!;

        map.QuerySelectorAll("line.lead").Length.ShouldBe(6);
        foreach (var lead in map.QuerySelectorAll("line.lead"))
        {
            var at = lead.ParentElement!.GetAttribute("x");
            map.QuerySelectorAll("circle.f1").ShouldContain(dot => dot.GetAttribute("cx") == at && dot.GetAttribute("cy") == lead.GetAttribute("y1"));
            map.QuerySelectorAll("text").ShouldContain(name => name.GetAttribute("x") == at);
        }
    }

    [Fact]
    public async Task TradeOff_HasTwoFieldsetsAndSaysAllThatIsMissing_AfterTheHeading()
    {
        using var reader = site.Reader();
        var task = await Start(reader, "start-short");
        while (task.Page.QuerySelector(".scale") is not null)
        {
            task = await task.Press("rating", "3");
        }

        var refused = await task.Press("do", "");

        task.Page.QuerySelectorAll(".trade fieldset")
            .Select(side => (side.QuerySelector("legend").Words(), side.QuerySelectorAll("input").Select(input => input.GetAttribute("name")).Distinct().Single()))
            .ShouldBe([("Most", "best"), ("Least", "worst")]);
        refused.Page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")).ShouldBe(["#best", "#worst"]);
        refused.Page.Title.ShouldStartWith("Error: ");
        refused.Page.QuerySelector("h1 ~ .errors").ShouldNotBeNull();
    }

    [Fact]
    public async Task FullForm_AsksEverythingOnce()
    {
        using var reader = site.Reader();

        var (result, statements, tasks) = await Walk(reader, "start-full");

        (statements, tasks).ShouldBe((39, 13));
        result.Page.QuerySelectorAll("button[value=more], button[value=fuller]").ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryAnswer_SetsNoCookieAndLeavesTheAddressAloneAndIsKeptByTheBrowserOnly()
    {
        using var reader = site.Reader();

        var question = await (await Start(reader, "start-short")).Press("rating", "5");

        question.Status.ShouldBe(HttpStatusCode.OK);
        question.Response.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe(Address);
        question.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        question.Response.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        question.Response.Headers.Contains("Age").ShouldBeFalse();
    }

    [Fact]
    public async Task Back_ShowsTheEarlierAnswer_AndAnotherOneReplacesIt()
    {
        using var reader = site.Reader();
        var first = await Start(reader, "start-short");
        var text = first.Page.QuerySelector("h1").Words();

        var back = await (await first.Press("rating", "5")).Press("do", "back");
        back.Page.QuerySelector("h1").Words().ShouldBe(text);
        back.Page.QuerySelector(".scale [aria-pressed=true]").Words().ShouldBe("Strongly agree");
        var on = await back.Press("rating", "2");

        JsonNode.Parse(on.Hidden("answers"))!["statements"]!.ToJsonString().ShouldBe("""{"hands-on-1":2}""");
    }

    [Fact]
    public async Task Skip_LeavesTheAnswerOutAndIsNotAskedAgain()
    {
        using var reader = site.Reader();

        var second = await (await Start(reader, "start-short")).Press("do", "skip");

        JsonNode.Parse(second.Hidden("answers"))!["statements"]!.AsObject().ShouldBeEmpty();
        second.Hidden("way").ShouldBe("statement-hands-on-1 statement-pace-1");
        second.Page.QuerySelector("button[value=result]").ShouldBeNull("there is nothing to show yet");
    }

    [Fact]
    public async Task Result_AfterOneAnswer_IsShownAsUnsureAndTheQuestionsGoOn()
    {
        using var reader = site.Reader();

        var result = await (await (await Start(reader, "start-short")).Press("rating", "5")).Press("do", "result");
        result.Page.QuerySelector(".answer__q").Words().ShouldBe("From 1 statement and 0 trade-offs");
        result.Page.QuerySelectorAll(".ranks__band h3").Select(band => band.Words()).ShouldNotContain("Strong");
        var on = await result.Press("do", "more");

        on.Page.QuerySelector(".progress").Words().ShouldBe("Question 2 of 27");
    }

    [Fact]
    public async Task Change_OfOneAnswer_LeadsStraightBackToTheResult()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short");

        var question = await result.Press("do", "change-statement-pace-1");
        question.Page.QuerySelector(".progress").Words().ShouldBe("Change one answer");
        var changed = await question.Press("rating", "1");

        changed.Page.QuerySelector("#answer-title").ShouldNotBeNull();
        ((int)JsonNode.Parse(changed.Hidden("answers"))!["statements"]!["pace-1"]!).ShouldBe(1);
        JsonNode.Parse(changed.Hidden("answers"))!["statements"]!.AsObject().Count.ShouldBe(18);
    }

    [Fact]
    public async Task ShortForm_GoesOnToTheFullOne()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short");

        var more = await result.Press("do", "fuller");

        more.Page.QuerySelector(".scale").ShouldNotBeNull();
        more.Page.QuerySelector(".progress").Words().ShouldEndWith("of 57");
        JsonNode.Parse(more.Hidden("answers"))!["statements"]!.AsObject().Count.ShouldBe(18);
    }

    [Fact]
    public async Task Code_OpensTheSameResult()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short", limits: true);
        var code = result.Page.QuerySelector("#take .code").Words();

        var opened = await (await PostedPage.Open(reader, Address, "form:has(#code)")).With("code", code.ToUpperInvariant()).Press("do", "open-code");

        // Interest areas without preference are not in a code, and are asked again.
        opened.Page.QuerySelector("[role=status]").Words().ShouldBe("Opened: 18 statements and 4 trade-offs.");
        Parts(opened.Page.QuerySelector("#walk input[name=answers]")!).ShouldBe(Parts(result.Page.QuerySelector("#walk input[name=answers]")!));
    }

    [Fact]
    public async Task File_OpensWhereItStopped()
    {
        using var reader = site.Reader();
        var question = await (await (await Start(reader, "start-short")).Press("rating", "5")).Press("rating", "4");
        var saved = await question.Press("do", "file");
        saved.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("specialty-answers.json");

        var opened = await Open(reader, await saved.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        opened.Page.QuerySelector("h1").Words().ShouldBe(question.Page.QuerySelector("h1").Words());
        opened.Hidden("answers").ShouldBe(question.Hidden("answers"));
    }

    [Theory]
    [InlineData("", "Type the code")]
    [InlineData("k10102-060io9", "not a whole code")]
    [InlineData("what is this?", "not a whole code")]
    public async Task BrokenCode_IsAnErrorAtTheField(string code, string says)
    {
        using var reader = site.Reader();

        var opened = await (await PostedPage.Open(reader, Address, "form:has(#code)")).With("code", code).Press("do", "open-code");

        opened.Status.ShouldBe(HttpStatusCode.BadRequest);
        opened.Page.QuerySelector(".errors a[href='#code']").Words().ShouldContain(says);
        opened.Page.QuerySelector("#code")!.GetAttribute("aria-invalid").ShouldBe("true");
        opened.Page.QuerySelector("#code-error").Words().ShouldContain(says);
    }

    [Theory]
    [InlineData("""{"statements":{"hands-on-1":7}}""", "statements.hands-on-1: Expected for each statement a whole number from 1 (not at all) to 5 (completely)")]
    [InlineData("""{"statements":{"juggling-1":5}}""", "there is no “juggling-1”")]
    [InlineData("""{"bestWorst":[{"task":0,"best":"pace","worst":"pace"}]}""", "bestWorst[0].worst: Expected another than the one that matters most.")]
    [InlineData("""{"statements":{"hands-on-1":5""", "Expected a whole JSON object")]
    [InlineData("[]", "Expected an object.")]
    public async Task BrokenFile_IsAnErrorThatNamesTheField(string json, string says)
    {
        using var reader = site.Reader();

        var opened = await Open(reader, Encoding.UTF8.GetBytes(json));

        opened.Status.ShouldBe(HttpStatusCode.BadRequest);
        opened.Page.QuerySelector(".errors a[href='#file']").Words().ShouldContain(says);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("0")]
    [InlineData("five")]
    public async Task RatingOutsideTheFive_IsAnErrorOnTheQuestion(string rating)
    {
        using var reader = site.Reader();
        var first = await Start(reader, "start-short");
        using var form = new FormUrlEncodedContent([new("answers", "{}"), new("way", first.Hidden("way")), new("at", "0"), new("form", "short"), new("rating", rating)]);

        using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);
        var page = Asked.Parse(await response.Text());

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.QuerySelector(".errors a[href='#rating']").Words().ShouldContain($"“{rating}” is not one of the five answers");
        page.QuerySelector("h1").Words().ShouldBe(first.Page.QuerySelector("h1").Words());
    }

    [Theory]
    [InlineData("predictable-hours", "predictable-hours", "The same thing cannot matter most and least.")]
    [InlineData(null, "predictable-hours", "Choose what matters most")]
    [InlineData("predictable-hours", null, "Choose what matters least")]
    [InlineData("hands-on", "juggling", "Choose from the four")]
    public async Task TradeOff_WithoutTwoOfTheFour_IsAnErrorOnTheQuestion(string? best, string? worst, string says)
    {
        using var reader = site.Reader();
        var task = await Start(reader, "start-short");
        while (task.Page.QuerySelector(".scale") is not null)
        {
            task = await task.Press("rating", "3");
        }

        task = best is null ? task : task.With("best", best);
        task = worst is null ? task : task.With("worst", worst);
        var again = await task.Press("do", "");

        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Page.QuerySelector(".errors").Words().ShouldContain(says);
        again.Page.QuerySelector(".trade").ShouldNotBeNull();
        JsonNode.Parse(again.Hidden("answers"))!["statements"]!.AsObject().Count.ShouldBe(18, "nothing answered before is lost");
    }

    [Fact]
    public async Task HiddenAnswers_ThatWereTamperedWith_AreAnErrorAndNoFault()
    {
        using var reader = site.Reader();
        using var form = new FormUrlEncodedContent([new("answers", """{"statements":{"hands-on-1":9}}"""), new("do", "result")]);

        using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Asked.Parse(await response.Text()).QuerySelector(".errors").Words().ShouldContain("statements.hands-on-1: Expected for each statement");
    }

    [Fact]
    public async Task Limits_AreListedWithWhatTheyHide_AndOnePressTakesEachBack()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short", limits: true);
        var box = result.Page.QuerySelector(".hiddenbox")!;

        var answers = JsonNode.Parse(result.Hidden("answers"))!;
        var hidden = (await Api(reader, answers))["hidden"]!.AsArray().Count;
        hidden.ShouldBeGreaterThan(10);
        box.Words().ShouldStartWith($"{hidden} of 65 specialties hidden by your limits");
        box.Words().ShouldContain("Emergency medicine");
        box.Words().ShouldContain("One nation only. We found no list");
        var without = await (await (await result.Press("do", "without-no-night-on-call")).Press("do", "without-max-years")).Press("do", "without-nation");

        without.Page.QuerySelector(".hiddenbox").ShouldBeNull();
        without.Page.QuerySelectorAll(".rank, .rest__list > li").Length.ShouldBe(65);
        JsonNode.Parse(without.Hidden("answers"))!["limits"]!.AsObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task Sliders_RankAgainAsTheApiDoes_AndCanBeSetBack()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short");

        var ranked = await result.With("importance-hands-on", "3").With("importance-predictable-hours", "0").Press("do", "rank");
        var answers = JsonNode.Parse(ranked.Hidden("answers"))!;

        answers["importance"]!.ToJsonString().ShouldBe("""{"hands-on":3,"predictable-hours":0}""");
        First(ranked).ShouldBe((string)(await Api(reader, answers))["matches"]![0]!["specialty"]!);
        Order(ranked).ShouldNotBe(Order(result));
        ranked.Page.QuerySelector("output[for=importance-hands-on]").Words().ShouldBe("three times as much");
        Order(await ranked.Press("do", "rank-reset")).ShouldBe(Order(result));
    }

    [Fact]
    public async Task Compare_PutsFourAtMostSideBySide()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short");

        var ids = result.Page.QuerySelectorAll(".rank input[name=compare]").Select(box => box.GetAttribute("value")!).Take(4).ToList();
        ids.ForEach(id => result.With("compare", id));
        var compared = await result.With("compare", "general-practice").Press("do", "rank");

        compared.Page.QuerySelectorAll("#compare thead th a").Select(link => link.GetAttribute("href")!).ShouldBe(ids.Select(id => "/specialty-explorer/" + id));
        compared.Page.QuerySelectorAll("#compare tbody th").Select(row => row.Words()).ShouldContain("Exams");
    }

    [Fact]
    public async Task Result_SaysWhyAndWhatItRestsOnAndNeverABarePercentage()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short");
        var api = (await Api(reader, JsonNode.Parse(result.Hidden("answers"))!))["matches"]![0]!;
        var first = result.Page.QuerySelector(".rank")!;

        foreach (var reason in api["for"]!.AsArray().Concat(api["against"]!.AsArray()))
        {
            first.Words().ShouldContain((string)reason!["says"]!);
        }

        first.QuerySelectorAll(".forag .chip").Select(chip => chip.Words()).ShouldBeSubsetOf(["Editorial", "O*NET, US", "Official statistic"]);
        first.Words().ShouldContain("What would change it:");
        result.Page.QuerySelector("main").Words().ShouldNotContain("%");
        result.Page.QuerySelectorAll("#map-words, .map title").ShouldNotBeEmpty();
        result.Page.QuerySelectorAll("h1").Length.ShouldBe(1);
        result.Page.QuerySelectorAll("[id]").GroupBy(element => element.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
        result.Page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task Summary_IsOnePageForAConversation()
    {
        using var reader = site.Reader();
        var (result, _, _) = await Walk(reader, "start-short");

        var summary = await result.Press("do", "summary");

        summary.Page.QuerySelector("h1").Words().ShouldBe("Specialties to talk about");
        summary.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(8);
        summary.Page.QuerySelector("main").Words().ShouldContain("does not predict");
        Order(await summary.Press("do", "result")).ShouldBe(Order(result));
    }

    [Fact]
    public async Task Pdf_IsNotOfferedWithoutAChromium_AndAskingForItSaysSo()
    {
        await using var bare = site.WithWebHostBuilder(builder => builder.UseSetting("Site:Chromium", "none"));
        using var reader = bare.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var form = new FormUrlEncodedContent([new("answers", """{"statements":{"hands-on-1":5}}"""), new("do", "pdf")]);

        using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);
        var page = Asked.Parse(await response.Text());

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.QuerySelector(".errors").Words().ShouldContain("Print this page from your browser’s menu instead");
        page.QuerySelector("button[value=pdf]").ShouldBeNull();
        page.QuerySelector("h1").Words().ShouldBe("Specialties to talk about");
    }

    [Fact]
    public async Task NoForm_IsRefused()
    {
        using var reader = site.Reader();

        using var response = await reader.PostAsJsonAsync(Address, new { }, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task WhyUndecided_EndsInAConversationAndNamesNoSpecialty()
    {
        using var reader = site.Reader();

        var result = await (await PostedPage.Open(reader, "/specialty-explorer/why-undecided", "form.undecided")).With("odds-1", "5")
            .With("odds-2", "4")
            .With("timing-1", "2")
            .Send();

        result.Page.QuerySelector("h1").Words().ShouldStartWith("Look at the way in by year");
        result.Page.QuerySelectorAll(".why .sum").Select(cause => cause.Words()).ShouldBe(["I fear the exam or the odds"]);
        var specialties = (await reader.GetFromJsonAsync<JsonArray>("/api/specialty-explorer/profiles",
            TestContext.Current.CancellationToken))!.Select(one => ((string)one!["specialty"]!).Replace('-', ' '))
            .ToList();
        var words = result.Page.QuerySelector("main").Words().ToLowerInvariant();
        specialties.Count.ShouldBe(65);
        specialties.Where(name => words.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "Answer at least one statement")]
    [InlineData("7", "Choose one of the five answers")]
    public async Task WhyUndecided_WithoutAnAnswer_IsAnError(string? rating, string says)
    {
        using var reader = site.Reader();
        var page = await PostedPage.Open(reader, "/specialty-explorer/why-undecided", "form.undecided");

        var again = await (rating is null ? page : page.With("odds-1", rating)).Send();

        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Page.QuerySelector(".errors a").Words().ShouldContain(says);
        again.Page.GetElementById(again.Page.QuerySelector(".errors a")!.GetAttribute("href")![1..]).ShouldNotBeNull();
    }

    private static async Task<PostedPage> Start(HttpClient reader, string length) => await (await PostedPage.Open(reader, Address, "#start")).To("#walk").Press("do", length);

    private static async Task<PostedPage> Open(HttpClient reader, byte[] file) =>
        await (await PostedPage.Open(reader, Address, "form:has(#file)")).To("#walk").Press("do", "open-file", file);

    private static async Task<(PostedPage Result, int Statements, int Tasks)> Walk(HttpClient reader, string length, bool limits = false)
    {
        var page = await Start(reader, length);
        var (statements, tasks) = (0, 0);
        while (page.Page.QuerySelector("#answer-title") is null)
        {
            page.Status.ShouldBe(HttpStatusCode.OK);
            if (page.Page.QuerySelector(".scale") is not null)
            {
                page = await page.Press("rating", Pattern[statements++ % Pattern.Length].ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            else if (page.Page.QuerySelectorAll(".trade input[name=best]") is { Length: 4 } offered)
            {
                page = await page.With("best", offered[tasks % 4].GetAttribute("value")!).With("worst", offered[(tasks + 1) % 4].GetAttribute("value")!).Press("do", "");
                tasks++;
            }
            else if (page.Page.QuerySelector("input[value=adults]") is not null)
            {
                page = await page.With("choice", "adults").Press("do", "");
            }
            else
            {
                page = await (limits && page.Page.QuerySelector("#max-years") is not null
                    ? page.With("no-night-on-call", "yes").With("max-years", "7").With("only-nation", "wales")
                    : page).Press("do", "");
            }
        }

        return (page, statements, tasks);
    }

    private static async Task<JsonNode> Api(HttpClient reader, JsonNode answers)
    {
        using var response = await reader.PostAsJsonAsync("/api/specialty-explorer/match", answers, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Text())!;
    }

    private static string Parts(IElement answers) => JsonNode.Parse(answers.GetAttribute("value")!)!.ToJsonString(new JsonSerializerOptions());

    private static IReadOnlyList<string> Order(PostedPage page) => [.. page.Page.QuerySelectorAll(".rank details, .rest__list > li").Select(entry => entry.Id!)];

    private static string First(PostedPage page) => Order(page)[0]["on-".Length..];
}
