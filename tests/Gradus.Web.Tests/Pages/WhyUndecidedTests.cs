using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Gradus.Web.Tests.Pages;

/// <summary>Why somebody cannot decide: causes, and no specialty.</summary>
public sealed class WhyUndecidedTests(SiteFixture site)
{
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
}
