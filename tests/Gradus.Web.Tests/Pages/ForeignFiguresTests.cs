using System.Text.Json;
using Gradus.Data.Content;

namespace Gradus.Web.Tests.Pages;

/// <summary>A figure of another country is headed by that country at every door, and never by a nation of the UK.</summary>
public sealed class ForeignFiguresTests(SiteFixture site)
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));
    private static readonly string[] Home = ["England", "Scotland", "Wales", "Northern Ireland", "the UK", "UK"];

    [Fact]
    public async Task Page_IsHeadedByItsCountry()
    {
        using var reader = site.Reader();
        var all = Library.Figures.Values.Where(figure => figure.Where is not null).ToList();
        all.ShouldNotBeEmpty();
        foreach (var figure in all)
        {
            var page = await reader.Page("/figures/" + figure.Name);

            page.QuerySelector("main .lede").Words().ShouldContain(figure.Where!, Case.Sensitive, figure.Name);
            var places = page.QuerySelectorAll("main td[data-label='Where']").Select(cell => cell.Words()).ToList();
            places.ShouldNotBeEmpty(figure.Name);
            places.ShouldAllBe(place => place == figure.Where, figure.Name);
            Home.ShouldNotContain(page.QuerySelector("main .lede").Words().Split(',')[0], figure.Name);
        }
    }

    [Fact]
    public async Task Api_NamesItsCountry()
    {
        using var reader = site.Reader();
        using var figures = JsonDocument.Parse(await (await reader.Get("/api/figures")).Text());
        var all = figures.RootElement.GetProperty("figures").EnumerateArray().ToList();
        all.ShouldNotBeEmpty();
        foreach (var figure in all)
        {
            var name = figure.GetProperty("name").GetString()!;

            figure.GetProperty("where").GetString().ShouldBe(Library.Figures[name].Where, name);
        }
    }

    [Fact]
    public void EveryFigureNamedAfterACountry_SaysThatItHoldsThere()
    {
        var all = Library.Figures.Values.Where(figure => figure.System == "working-abroad").ToList();
        all.ShouldNotBeEmpty();
        foreach (var figure in all)
        {
            var country = figure.Key.StartsWith("new-zealand-", StringComparison.Ordinal) ? "New Zealand"
                : figure.Key.StartsWith("australia-", StringComparison.Ordinal) ? "Australia"
                : figure.Key.StartsWith("canada-", StringComparison.Ordinal) ? "Canada"
                : figure.Key.StartsWith("usa-", StringComparison.Ordinal) ? "the United States"
                : null;
            if (country is not null)
            {
                figure.Where.ShouldBe(country, figure.Name);
            }
        }
    }
}
