using System.Net;
using System.Text.Json;
using Gradus.Data.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests.Api;

public sealed class ApiTests(SiteFixture site)
{
    private ContentLibrary Library => site.Services.GetRequiredService<ContentLibrary>();

    [Fact]
    public async Task Figures_AreAllThereWithTheEdition()
    {
        using var answer = await Json("/api/figures");

        answer.RootElement.GetProperty("edition").GetString().ShouldBe(Library.Edition);
        answer.RootElement.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("name").GetString()).ShouldBe(Library.Figures.Keys);
    }

    [Fact]
    public async Task Figure_OnADayInANation_GivesWhatHoldsAndItsHistory()
    {
        using var england = await Json("/api/figures/less-than-full-time/notice?on=2026-11-25&nation=england");

        var root = england.RootElement;
        (root.GetProperty("on").GetString(), root.GetProperty("nation").GetString()).ShouldBe(("2026-11-25", "england"));
        var holds = root.GetProperty("holds");
        holds.GetProperty("low").GetDecimal().ShouldBe(16);
        holds.GetProperty("text").GetString().ShouldBe("16 weeks");
        holds.GetProperty("status").GetString().ShouldBeOneOf("sure", "verify", "computed", "editorial");
        Library.Sources.Keys.ShouldContain(holds.GetProperty("source").GetString()!);
        root.GetProperty("figure").GetProperty("values").GetArrayLength().ShouldBe(Library.Figures["less-than-full-time/notice"].History.Values.Count);
    }

    [Fact]
    public async Task Figure_BeforeItBegan_HoldsNothing()
    {
        var figure = Library.Figures.Values.First(figure => figure.On(new DateOnly(1990, 1, 1), Rules.Nation.England) is null);

        using var answer = await Json($"/api/figures/{figure.Name}?on=1990-01-01");

        answer.RootElement.GetProperty("holds").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Figure_WithoutADate_AnswersAsAtToday()
    {
        using var answer = await Json("/api/figures/less-than-full-time/notice");

        answer.RootElement.GetProperty("on").GetString().ShouldBe("2026-11-25");
        answer.RootElement.GetProperty("nation").GetString().ShouldBe("england");
    }

    [Fact]
    public async Task Sources_AreAllThereInOrder()
    {
        using var answer = await Json("/api/sources");

        answer.RootElement.GetProperty("sources")
            .EnumerateArray()
            .Select(source => source.GetProperty("id").GetString())
            .ShouldBe(Library.Sources.Keys.Order(StringComparer.Ordinal));
        answer.RootElement.GetProperty("sources")
            .EnumerateArray()
            .ShouldAllBe(source => source.GetProperty("publisher").GetString()!.Length > 0 && source.GetProperty("read").GetString()!.Length == 10);
    }

    [Fact]
    public async Task Search_GivesTheBestFirst()
    {
        using var answer = await Json("/api/search?q=revaldation&nation=wales");

        var root = answer.RootElement;
        (root.GetProperty("query").GetString(), root.GetProperty("nation").GetString(), root.GetProperty("readAs").GetString()).ShouldBe(("revaldation", "wales", "revalidation"));
        var results = root.GetProperty("results").EnumerateArray().ToList();
        results.Count.ShouldBeInRange(1, 10);
        root.GetProperty("total").GetInt32().ShouldBeGreaterThanOrEqualTo(results.Count);
        results[0].GetProperty("address").GetString()!.ShouldStartWith("/revalidation");
        results.Select(result => result.GetProperty("address").GetString()).ShouldBeUnique();
        results.Where(result => result.GetProperty("kind").GetString() != "tool")
            .Select(result => result.GetProperty("score").GetDouble())
            .ShouldBeInOrder(SortDirection.Descending);
        results.Select(result => result.GetProperty("kind").GetString()).ShouldBeSubsetOf(["tool", "guidance", "figure", "source"]);
    }

    [Theory]
    [InlineData("/api/figures/less-than-full-time/notice?on=2026-02-30", "on")]
    [InlineData("/api/figures/less-than-full-time/notice?on=", "on")]
    [InlineData("/api/figures/less-than-full-time/notice?nation=france", "nation")]
    [InlineData("/api/search", "q")]
    [InlineData("/api/search?q=%20", "q")]
    [InlineData("/api/search?q=leave&nation=France", "nation")]
    [InlineData("/api/search?q=leave&on=2026-02-30", "on")]
    [InlineData("/api/search?q=leave&from=0", "from")]
    [InlineData("/api/search?q=leave&from=-1", "from")]
    [InlineData("/api/search?q=leave&from=x", "from")]
    [InlineData("/api/search?q=leave&from=99999999999", "from")]
    public async Task BadInput_IsAProblemThatNamesTheField(string address, string field)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Text());
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(400);
        problem.RootElement.GetProperty("errors").GetProperty(field)[0].GetString().ShouldStartWith("expected ", Case.Insensitive);
    }

    [Fact]
    public async Task Search_TenAtATime_GivesEveryPageOnce()
    {
        var addresses = new List<string>();
        int? from = 1;
        var total = 0;
        while (from is { } place)
        {
            using var answer = await Json($"/api/search?q=leave&from={place}");
            var results = answer.RootElement.GetProperty("results").EnumerateArray().ToList();
            results.Count.ShouldBeInRange(1, 10);
            addresses.AddRange(results.Select(result => result.GetProperty("address").GetString()!));
            total = answer.RootElement.GetProperty("total").GetInt32();
            from = answer.RootElement.GetProperty("more") is { ValueKind: JsonValueKind.Number } more ? more.GetInt32() : null;
        }

        addresses.ShouldBeUnique();
        addresses.Count.ShouldBe(total);
        total.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Search_AsAtADayForANation_ShowsTheFigureThatHeldThere()
    {
        using var england = await Json("/api/search?q=notice%20less%20than%20full%20time%20application&nation=england&on=2026-11-25");
        using var wales = await Json("/api/search?q=notice%20less%20than%20full%20time%20application&nation=wales&on=2026-11-25");

        FigureLine(england).ShouldStartWith("16 weeks in England");
        FigureLine(wales).ShouldContain("for Wales");
        FigureLine(wales).ShouldNotContain("16 weeks");
        wales.RootElement.GetProperty("on").GetString().ShouldBe("2026-11-25");

        static string FigureLine(JsonDocument answer) => answer.RootElement.GetProperty("results").EnumerateArray()
            .SelectMany(result => result.GetProperty("sections").EnumerateArray().Prepend(result))
            .First(part => part.GetProperty("address").GetString() == "/figures/less-than-full-time/notice").GetProperty("excerpt").GetString()!;
    }

    [Fact]
    public async Task Search_AWordThatIsNone_IsReadAsAnotherAndARealWordIsOnlyOffered()
    {
        using var slip = await Json("/api/search?q=ACRP");
        using var word = await Json("/api/search?q=compensation");

        slip.RootElement.GetProperty("readAs").GetString().ShouldBe("arcp");
        word.RootElement.GetProperty("readAs").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("/api/search?q=", 201)]
    [InlineData("/api/search?q=", 10_000)]
    public async Task ASearchThatIsTooLong_IsAProblem(string address, int length)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address + new string('a', length));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/figures/less-than-full-time/no-such")]
    [InlineData("/api/no-such-call")]
    public async Task WhatDoesNotExist_IsAProblemAndNoPage(string address)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task AFaultOfOurs_IsAProblemThatShowsNothingOfTheInside()
    {
        await using var broken = new SiteFixture();
        using var reader = broken.Reader();
        using var before = await reader.Get("/health/ready");
        broken.Clock.BreakOnce("a fault");

        using var response = await reader.Get("/api/figures/less-than-full-time/notice");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Text()).ShouldNotContain("a fault");
    }

    private async Task<JsonDocument> Json(string address)
    {
        using var reader = site.Reader();
        using var response = await reader.Get(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonDocument.Parse(await response.Text());
    }
}
