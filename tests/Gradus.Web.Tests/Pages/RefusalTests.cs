using System.Net;
using AngleSharp.Dom;

namespace Gradus.Web.Tests.Pages;

/// <summary>
/// A page with a view of its own refuses as every tool's page does: a summary after the heading that has the focus, a title that says so, and the same words at
/// the field.
/// </summary>
public sealed class RefusalTests(SiteFixture site)
{
    [Theory]
    [Trait("run", "whole")]
    [InlineData("/foundation-applications/chances", "do=answer&school=Bath")]
    [InlineData("/foundation-applications/chances", "do=answer&tier=nobody")]
    [InlineData("/foundation-applications/programmes", "do=read")]
    [InlineData("/foundation-applications/programmes", "do=to:0")]
    [InlineData("/specialty-explorer/match", "do=open-code&code=nonsense")]
    [InlineData("/specialty-explorer/match", "do=open-file")]
    [InlineData("/specialty-explorer/why-undecided", "")]
    [InlineData("/specialty-explorer/why-undecided", "odds-1=9")]
    [InlineData("/less-than-full-time/completion-date", "do=answer")]
    [InlineData("/less-than-full-time/completion-date", "do=open")]
    public async Task ARefusal_IsSummedUpAfterTheHeading_AndHasTheFocus(string address, string form)
    {
        using var reader = site.Reader();
        using var sent = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await reader.PostAsync(address, sent, TestContext.Current.CancellationToken);
        var page = Asked.Parse(await response.Text());

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.Title.ShouldNotBeNull().ShouldStartWith("Error: ");
        var summary = page.QuerySelectorAll("[autofocus]").ShouldHaveSingleItem();
        summary.ClassName.ShouldBe("errors");
        summary.GetAttribute("role").ShouldBe("alert");
        summary.QuerySelector("h2").Words().ShouldContain("to put right");
        page.QuerySelector("h1")!.CompareDocumentPosition(summary).ShouldBe(DocumentPositions.Following);
        summary.QuerySelectorAll("a").ShouldNotBeEmpty();
        foreach (var link in summary.QuerySelectorAll("a"))
        {
            page.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull($"{link.GetAttribute("href")} leads to nothing");
            page.QuerySelectorAll(".field__error").Select(error => error.Words()).ShouldContain("Error: " + link.Words());
        }
    }
}
