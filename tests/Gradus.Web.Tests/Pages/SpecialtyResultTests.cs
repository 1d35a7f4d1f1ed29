using System.Net;
using System.Text.Json.Nodes;

namespace Gradus.Web.Tests.Pages;

/// <summary>The result of the questionnaire: what it shows, what can be changed in it, and how it is taken along.</summary>
public sealed class SpecialtyResultTests(SiteFixture site)
{
    [Fact]
    public async Task ShortForm_WalkedByPosts_GivesWhatTheApiGivesForTheSameAnswers()
    {
        using var reader = site.Reader();

        var (result, statements, tasks) = await SpecialtyWalk.Walk(reader, "start-short");

        statements.ShouldBe(18);
        tasks.ShouldBe(4);
        var answers = JsonNode.Parse(await (await result.Press("do", "file")).Response.Text())!;
        answers["statements"]!.AsObject().Count.ShouldBe(18);
        answers["bestWorst"]!.AsArray().Count.ShouldBe(4);
        var offered = JsonNode.Parse(await (await result.Press("do", "json")).Response.Text())!;
        var api = await SpecialtyWalk.Api(reader, answers);
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

    [Fact]
    public async Task Result_AfterOneAnswer_IsShownAsUnsureAndTheQuestionsGoOn()
    {
        using var reader = site.Reader();

        var result = await (await (await SpecialtyWalk.Start(reader, "start-short")).Press("rating", "5")).Press("do", "result");
        result.Page.QuerySelector(".answer__q").Words().ShouldBe("From 1 statement and 0 trade-offs");
        result.Page.QuerySelectorAll(".ranks__band h3").Select(band => band.Words()).ShouldNotContain("Strong");
        var on = await result.Press("do", "more");

        on.Page.QuerySelector(".progress").Words().ShouldBe("Question 2 of 27");
    }

    [Fact]
    public async Task Result_SaysWhyAndWhatItRestsOnAndNeverABarePercentage()
    {
        using var reader = site.Reader();
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short");
        var api = (await SpecialtyWalk.Api(reader, JsonNode.Parse(result.Hidden("answers"))!))["matches"]![0]!;
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
    public async Task Competition_OfTheStem_StandsWhereASpecialtyHasNoneOfItsOwn()
    {
        using var reader = site.Reader();
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short");

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
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short");

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
    public async Task Limits_AreListedWithWhatTheyHide_AndOnePressTakesEachBack()
    {
        using var reader = site.Reader();
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short", limits: true);
        var box = result.Page.QuerySelector(".hiddenbox")!;

        var answers = JsonNode.Parse(result.Hidden("answers"))!;
        var hidden = (await SpecialtyWalk.Api(reader, answers))["hidden"]!.AsArray().Count;
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
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short");

        var ranked = await result.With("importance-hands-on", "3").With("importance-predictable-hours", "0").Press("do", "rank");
        var answers = JsonNode.Parse(ranked.Hidden("answers"))!;

        answers["importance"]!.ToJsonString().ShouldBe("""{"hands-on":3,"predictable-hours":0}""");
        SpecialtyWalk.First(ranked).ShouldBe((string)(await SpecialtyWalk.Api(reader, answers))["matches"]![0]!["specialty"]!);
        SpecialtyWalk.Order(ranked).ShouldNotBe(SpecialtyWalk.Order(result));
        ranked.Page.QuerySelector("output[for=importance-hands-on]").Words().ShouldBe("three times as much");
        SpecialtyWalk.Order(await ranked.Press("do", "rank-reset")).ShouldBe(SpecialtyWalk.Order(result));
    }

    [Fact]
    public async Task Compare_PutsFourAtMostSideBySide()
    {
        using var reader = site.Reader();
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short");

        var ids = result.Page.QuerySelectorAll(".rank input[name=compare]").Select(box => box.GetAttribute("value")!).Take(4).ToList();
        ids.ForEach(id => result.With("compare", id));
        var compared = await result.With("compare", "general-practice").Press("do", "rank");

        compared.Page.QuerySelectorAll("#compare thead th a").Select(link => link.GetAttribute("href")!).ShouldBe(ids.Select(id => "/specialty-explorer/" + id));
        compared.Page.QuerySelectorAll("#compare tbody th").Select(row => row.Words()).ShouldContain("Exams");
    }

    [Fact]
    public async Task Summary_IsOnePageForAConversation()
    {
        using var reader = site.Reader();
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short");

        var summary = await result.Press("do", "summary");

        summary.Page.QuerySelector("h1").Words().ShouldBe("Specialties to talk about");
        summary.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(8);
        summary.Page.QuerySelector("main").Words().ShouldContain("does not predict");
        SpecialtyWalk.Order(await summary.Press("do", "result")).ShouldBe(SpecialtyWalk.Order(result));
    }

    [Fact]
    public async Task Pdf_IsNotOfferedWithoutAChromium_AndAskingForItSaysSo()
    {
        await using var bare = site.WithWebHostBuilder(builder => builder.UseSetting("Site:Chromium", "none"));
        using var reader = bare.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var form = new FormUrlEncodedContent([new("answers", """{"statements":{"hands-on-1":5}}"""), new("do", "pdf")]);

        using var response = await reader.PostAsync(SpecialtyWalk.Address, form, TestContext.Current.CancellationToken);
        var page = Asked.Parse(await response.Text());

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.QuerySelector(".errors").Words().ShouldContain("Print this page from your browser’s menu instead");
        page.QuerySelector("button[value=pdf]").ShouldBeNull();
        page.QuerySelector("h1").Words().ShouldBe("Specialties to talk about");
    }
}
