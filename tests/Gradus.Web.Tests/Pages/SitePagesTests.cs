using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Web.Features.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests.Pages;

public sealed class SitePagesTests(SiteFixture site)
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private ContentLibrary Library => site.Services.GetRequiredService<ContentLibrary>();

    [Fact]
    public async Task Figure_ShowsEveryValueWithItsSource()
    {
        using var reader = site.Reader();
        var all = Library.Figures.Values.Where(figure => figure.History.Values.Count > 1).Take(20).ToList();
        all.ShouldNotBeEmpty();
        foreach (var figure in all)
        {
            var page = await reader.Page("/figures/" + figure.Name);

            page.QuerySelectorAll("tbody tr").Length.ShouldBe(figure.History.Values.Count);
            page.QuerySelectorAll("tbody th").Select(cell => cell.Words()).ShouldBe(figure.History.Values.Reverse().Select(value => FigureText.Of(value, figure.Unit)));
            page.QuerySelectorAll("tbody a[href^='/sources#']").Length.ShouldBe(figure.History.Values.Count(value => value.SourceId is not null));
        }
    }

    [Fact]
    public async Task Sources_HaveAnAnchorForEachAndSayWhatRestsOnIt()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/sources");

        page.QuerySelectorAll("ul.sources > li").Select(item => item.Id).Order(StringComparer.Ordinal).ShouldBe(Library.Sources.Keys.Order(StringComparer.Ordinal));
        var cited = Library.Figures.Values.SelectMany(figure => figure.History.Values).Select(value => value.SourceId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        page.QuerySelectorAll("ul.sources > li").Where(item => cited.Contains(item.Id!)).ShouldAllBe(item => item.QuerySelectorAll("details li a").Length > 0);
    }

    [Fact]
    public async Task Sources_OfARoomAndANation_AreThoseOnWhichSomethingOfItRests()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/sources?room=shadowing&nation=wales");

        var shown = page.QuerySelectorAll("ul.sources > li").Select(item => item.Id!).ToList();
        shown.Count.ShouldBeInRange(1, Library.Sources.Count / 4);
        Library.Figures.Values.Where(figure => figure.System == "shadowing")
            .SelectMany(figure => figure.History.Values)
            .Where(value => value.Nations.Includes(Nation.Wales))
            .Select(value => value.SourceId)
            .OfType<string>()
            .ShouldBeSubsetOf(shown);
        page.QuerySelectorAll("ul.sources details li a")
            .Select(link => link.GetAttribute("href")!)
            .ShouldAllBe(address => address.StartsWith("/shadowing", StringComparison.Ordinal) || address.StartsWith("/figures/shadowing/", StringComparison.Ordinal));
        page.QuerySelectorAll("details.fold:not([open])").ShouldBeEmpty();
        (await reader.Page("/sources?room=no-such")).QuerySelector("main [role=alert]").Words().ShouldContain("no such room");
    }

    [Fact]
    public async Task Sources_OfAll_AreFoldedByPublisher()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/sources");

        page.QuerySelectorAll("details.fold")
            .Select(fold => fold.QuerySelector("h2").Words())
            .ShouldBe(Library.Sources.Values.Select(source => source.Publisher).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase));
        page.QuerySelectorAll("details.fold[open]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Changes_OfARoomAndANation_AreItsOwn_ByYearWithTheLatestOpen()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/changes?room=shadowing&nation=wales");
        var all = await reader.Page("/changes");

        var expected = ChangeLog.Of(Library)
            .Count(change => change.Figure.System == "shadowing"
                && change.Value.Nations.Includes(Nation.Wales)
                && !(change.Value.Known > DateOnly.FromDateTime(SiteFixture.Noon.Date)));
        page.QuerySelectorAll("section[aria-labelledby=past] li, section[aria-labelledby=ahead] li").Length.ShouldBe(expected);
        page.QuerySelectorAll("section[aria-labelledby=past] li a")
            .Select(link => link.GetAttribute("href")!)
            .ShouldAllBe(address => address.StartsWith("/figures/shadowing/", StringComparison.Ordinal));
        all.QuerySelectorAll("section[aria-labelledby=past] details[open]").ShouldHaveSingleItem().ShouldBe(all.QuerySelector("section[aria-labelledby=past] details"));
        all.QuerySelectorAll("section[aria-labelledby=dates] li").Length.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task Changes_AreSplitAtTheDate()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/changes?on=2025-06-01");

        page.QuerySelectorAll("section[aria-labelledby=ahead] time")
            .Select(time => time.GetAttribute("datetime")!)
            .ShouldAllBe(day => string.CompareOrdinal(day, "2025-06-01") > 0);
        page.QuerySelectorAll("section[aria-labelledby=past] time")
            .Select(time => time.GetAttribute("datetime")!)
            .ShouldAllBe(day => string.CompareOrdinal(day, "2025-06-01") <= 0);
        page.QuerySelectorAll("section[aria-labelledby=past] time").ShouldNotBeEmpty();
        page.QuerySelectorAll("section[aria-labelledby=ahead] time").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Search_ShowsWhatWasFoundWithMarks()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/search?q=revaldation");

        page.QuerySelector("main").Words().ShouldContain("Read as “revalidation”");
        page.QuerySelectorAll("ol.hits > li").Length.ShouldBeInRange(5, 10);
        page.QuerySelectorAll("ol.hits > li > h2 a").Select(link => link.GetAttribute("href")).ShouldBeUnique();
        page.QuerySelector("ol.hits a")!.GetAttribute("href").ShouldStartWith("/revalidation");
        page.QuerySelectorAll("ol.hits mark").ShouldNotBeEmpty();
        page.QuerySelector("#q")!.GetAttribute("value").ShouldBe("revaldation");
    }

    [Fact]
    public async Task Search_WithMoreThanTen_LeadsOnAndKeepsTheDateAndTheNation()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/search?q=leave&on=2026-01-01&nation=wales");
        var more = page.QuerySelector("main a[rel=next]")!.GetAttribute("href")!;
        var next = await reader.Page(more);

        page.QuerySelectorAll("ol.hits > li").Length.ShouldBe(10);
        page.QuerySelector("main [role=status]").Words().ShouldContain("for Wales, as at 1 January 2026");
        more.ShouldBe("/search?q=leave&from=11&on=2026-01-01&nation=wales");
        next.QuerySelector("ol.hits")!.GetAttribute("start").ShouldBe("11");
        page.QuerySelectorAll("ol.hits a")
            .Select(link => link.GetAttribute("href")!)
            .ShouldAllBe(address => address.Contains("on=2026-01-01&nation=wales", StringComparison.Ordinal));
        page.QuerySelectorAll("ol.hits > li > h2 a").Concat(next.QuerySelectorAll("ol.hits > li > h2 a")).Select(link => link.GetAttribute("href")).ShouldBeUnique();
    }

    [Fact]
    public async Task Search_ForARealWordThatStandsNowhere_OffersANearOneAndRewritesNothing()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/search?q=appreciation&on=2026-11-25");

        page.QuerySelector("main").Words().ShouldNotContain("Read as");
        page.QuerySelector("main").Words().ShouldContain("Did you mean “application”?");
        page.QuerySelector("main a[href^='/search?q=application']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("x")]
    [InlineData("1001")]
    [InlineData("500")]
    public async Task Search_FromAPlaceThatIsNone_StillAnswers(string from)
    {
        using var reader = site.Reader();

        (await reader.Get("/search?q=leave&from=" + from)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("%22%20onfocus=x")]
    [InlineData("%00")]
    [InlineData("%F0%9F%A9%BA")]
    public async Task Search_ForWhatIsNotThere_HelpsAndEncodes(string query)
    {
        using var reader = site.Reader();

        var page = await reader.Page("/search?q=" + query);

        page.QuerySelectorAll("main script").ShouldBeEmpty();
        page.All.ShouldAllBe(element => !element.HasAttribute("onfocus"));
    }

    [Fact]
    public async Task Search_ForALongText_Answers()
    {
        using var reader = site.Reader();

        (await reader.Get("/search?q=" + new string('a', 5000))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/sitemap.xml", "application/xml")]
    [InlineData("/changes.rss", "application/rss+xml")]
    public async Task Xml_IsWellFormedAndUsesThePublicAddress(string address, string type)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address, host: "evil.example");

        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var text = await response.Text();
        text.ShouldNotContain("evil.example");
        var addresses = XDocument.Parse(text).Descendants().Where(element => element.Name.LocalName is "loc" or "link").Select(element => element.Value).ToList();
        addresses.ShouldNotBeEmpty();
        addresses.ShouldAllBe(link => link.StartsWith(SiteFixture.PublicAddress + "/"));
    }

    [Fact]
    public async Task Sitemap_HasEveryPageOnce()
    {
        using var reader = site.Reader();

        var locations = XDocument.Parse(await (await reader.Get("/sitemap.xml")).Text()).Descendants(Sitemap + "loc").Select(element => element.Value).ToList();

        locations.ShouldBeUnique();
        Library.Pages.Select(page => SiteFixture.PublicAddress + page.Address).ShouldBeSubsetOf(locations);
        Library.Figures.Keys.Select(name => SiteFixture.PublicAddress + "/figures/" + name).ShouldBeSubsetOf(locations);
    }

    [Fact]
    public async Task Robots_NamesTheSitemapAtThePublicAddress()
    {
        using var reader = site.Reader();

        (await (await reader.Get("/robots.txt", host: "evil.example")).Text()).ShouldContain($"Sitemap: {SiteFixture.PublicAddress}/sitemap.xml");
    }

    [Fact]
    public async Task Feed_HasUniqueItemsUpToToday()
    {
        using var reader = site.Reader();

        var items = XDocument.Parse(await (await reader.Get("/changes.rss")).Text()).Descendants("item").ToList();

        items.Count.ShouldBe(Math.Min(100, ChangeLog.Of(Library).Count(change => change.Date <= new DateOnly(2026, 11, 25))));
        items.Select(item => item.Element("guid")!.Value).ShouldBeUnique();
        items.Select(item => DateTimeOffset.ParseExact(item.Element("pubDate")!.Value, "r", CultureInfo.InvariantCulture)).ShouldAllBe(date => date <= SiteFixture.Noon);
    }

    [Fact]
    public void Changes_AreOnlyWhatIsOtherThanBefore() =>
        ChangeLog.Of(Library).Where(change => !change.Ends).ShouldAllBe(change => change.Before == null || change.Before.Value != change.Value.Value);

    [Theory]
    [InlineData("/")]
    [InlineData("/induction")]
    [InlineData("/figures/less-than-full-time/notice")]
    [InlineData("/sources")]
    public async Task CanonicalLink_IgnoresTheHostHeaderAndTheQuery(string address)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address + "?on=2026-01-01&nation=wales", host: "evil.example");

        var text = await response.Text();
        text.ShouldNotContain("evil.example");
        Asked.Parse(text).QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe(SiteFixture.PublicAddress + address);
    }

    [Theory]
    [InlineData("/health/live", "alive")]
    [InlineData("/health/ready", "ready, content edition ")]
    public async Task Health_Answers(string address, string expected)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Text()).ShouldStartWith(expected);
    }

    [Fact]
    public async Task Stylesheet_LoadsNothingFromElsewhere()
    {
        using var reader = site.Reader();

        var all = Directory.EnumerateFiles(Repository.At("src/Gradus.Web/wwwroot"), "*.css").Select(Path.GetFileName).ToList();
        all.ShouldNotBeEmpty();
        foreach (var sheet in all)
        {
            var css = await (await reader.Get("/" + sheet)).Text();

            System.Text.RegularExpressions.Regex.Matches(css, """url\(\s*["']?(?<address>[^)"']+)""",
                System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                .Select(match => match.Groups["address"].Value)
                    .ShouldAllBe(address => address.StartsWith('/') && !address.StartsWith("//") || address.StartsWith("fonts/") || address.StartsWith("data:image/svg+xml"));
            css.ShouldNotContain("@import");
        }
    }
}
