using System.Net;
using AngleSharp.Html.Dom;

namespace Gradus.Web.Tests.Tools;

/// <summary>The choices that rest on another fact are laid out by a button, without scripts, and nothing typed is lost by it.</summary>
public sealed class OfferedChoicesTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Points = "/specialty-applications/self-assessment";

    [Fact]
    public async Task TheRoundsItems_AreLaidOut_AndWhatWasTypedInOwnWordsStays()
    {
        using var reader = site.Reader();
        (await reader.Page(Points)).QuerySelector("select[name='evidence[0].item']").ShouldBeNull();

        var page = await reader.Page($"{Points}?framework=imt-2027&evidence%5B0%5D.item=my%20paper&do=offer:framework");

        var list = (IHtmlSelectElement)page.QuerySelector("select[name='evidence[0].item']")!;
        list.Value.ShouldBe("my paper");
        list.QuerySelectorAll("optgroup").Length.ShouldBeGreaterThan(4);
        list.QuerySelectorAll("option").Select(one => one.TextContent).ShouldContain("Co-author of PubMed original research (or in press)");
        page.QuerySelectorAll(".errors").ShouldBeEmpty();
        page.QuerySelector("[role=status]").Words().ShouldContain("laid out");
    }

    [Fact]
    public async Task BeyondAFewRows_OneListServesAll_AndThePageStaysShort()
    {
        using var reader = site.Reader();
        var rows = string.Concat(Enumerable.Range(0, 12).Select(row => $"&evidence%5B{row}%5D.item=Regular%20teaching%20{row}"));

        var page = await reader.Page($"{Points}?framework=cardiothoracic-surgery-2026{rows}&do=add:evidence");

        var box = page.QuerySelector("#facts input[name='evidence[11].item']")!;
        page.GetElementById(box.GetAttribute("list")!)!.QuerySelectorAll("option").Length.ShouldBeGreaterThan(30);
        page.QuerySelectorAll("select[name='evidence[11].item']").ShouldBeEmpty();
        page.Source.Text.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task TheCountrysRoutesAndPapers_AreThoseOfThatCountry()
    {
        var form = await PostedPage.Open(site.Reader(), "/working-abroad/plan", "#facts");

        var shown = await form.With("country", "new-zealand").Press("do", "offer:country");

        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.Page.QuerySelectorAll("[name=route]").SelectMany(one => one is IHtmlSelectElement list ? list.Options.Select(option => option.Value) : [((IHtmlInputElement)one).Value])
            .Where(route => route.Length > 0).ShouldAllBe(route => route.StartsWith("nz-", StringComparison.Ordinal));
        shown.Page.QuerySelectorAll("select[name='papers[0].step'] option").Length.ShouldBeGreaterThan(2);
    }
}
