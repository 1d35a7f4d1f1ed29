using System.Net;
using AngleSharp.Dom;

namespace Gradus.Web.Tests.Pages;

/// <summary>The pages of handover as the server sends them: empty, and held to asking nobody for anything.</summary>
public sealed class HandoverPageTests(SiteFixture site)
{
    [Theory]
    [InlineData("/handover/sheet", "connect-src 'none'")]
    [InlineData("/handover/rehearsal", "connect-src 'none'")]
    [InlineData("/handover/rehearsal?scenario=hip-fracture", "connect-src 'none'")]
    [InlineData("/handover", "connect-src 'self'")]
    public async Task Page_SaysWhatItsScriptsMayAsk(string address, string policy)
    {
        using var reader = site.Reader();

        using var first = await reader.Get(address);
        using var again = await reader.Get(address);

        first.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain(policy);
        again.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain(policy, Case.Sensitive, "from the cache too");
    }

    [Fact]
    public async Task Sheet_HasNoFormOfItsOwn_AndSaysWhatItIsBeforeAnyField()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/handover/sheet");

        page.QuerySelectorAll("#sheet form, #sheet [form], #sheet [formaction]").ShouldBeEmpty();
        var words = page.QuerySelector(".sheet__what").Words();
        foreach (var promise in (string[])["beside your employer’s system", "Nobody else can see it", "cannot be saved or shared"])
        {
            words.ShouldContain(promise);
        }

        page.QuerySelector(".sheet__what")!.CompareDocumentPosition(page.QuerySelector("main input")!).HasFlag(DocumentPositions.Following).ShouldBeTrue();
    }

    [Fact]
    public async Task Rehearsal_HasTwelveOrMore_OverEverySetting_EachWithAPage()
    {
        using var reader = site.Reader();
        var list = await reader.Page("/handover/rehearsal");

        var links = list.QuerySelectorAll(".scenes a").ToList();

        links.Count.ShouldBeGreaterThanOrEqualTo(12);
        links.Select(link => link.QuerySelector("small").Words())
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["Emergency medicine", "General practice out of hours", "Medicine", "Nights", "Obstetrics and gynaecology", "Paediatrics", "Psychiatry", "Surgery"]);
        foreach (var link in links)
        {
            (await reader.Page(link.GetAttribute("href")!)).QuerySelectorAll(".papers p").Length.ShouldBeGreaterThanOrEqualTo(4);
        }
    }

    [Fact]
    public async Task Rehearsal_ThatDoesNotExist_IsNotFound()
    {
        using var reader = site.Reader();

        await reader.Page("/handover/rehearsal?scenario=no-such", HttpStatusCode.NotFound);
    }
}
