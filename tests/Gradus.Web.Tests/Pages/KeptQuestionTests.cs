using AngleSharp.Html.Dom;
using Gradus.Web.Reading;

namespace Gradus.Web.Tests.Pages;

/// <summary>Whoever asks as at another day, or for a nation by the address, goes on asking so.</summary>
public sealed class KeptQuestionTests(SiteFixture site)
{
    private const string Question = "on=2026-01-15&nation=wales";

    [Fact]
    [Trait("run", "whole")]
    public async Task EveryLinkAndForm_KeepsTheDayAndTheNation()
    {
        using var reader = site.Reader();
        var families = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/?" + Question, "/search?q=leave&" + Question, "/no-such-page?" + Question]);
        var seen = new HashSet<string>(waiting, StringComparer.Ordinal);
        var lost = new List<string>();
        while (waiting.TryDequeue(out var address))
        {
            using var response = await reader.Get(address);
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = Asked.Parse(await response.Text());
            var context = page.QuerySelector(".context__fold summary").Words();
            if (context != "Wales, as at 15 January 2026 Change")
            {
                lost.Add($"{address} answers for {context}");
            }

            foreach (var next in Leads(page))
            {
                if (!next.Contains("on=2026-01-15", StringComparison.Ordinal) || !next.Contains("nation=wales", StringComparison.Ordinal))
                {
                    lost.Add($"{address} leads to {next}");
                }

                // One page of each family is enough: they are made by the same view.
                if (families.Add(Family(next)) && seen.Add(next.Split('#')[0]))
                {
                    waiting.Enqueue(next.Split('#')[0]);
                }
            }
        }

        seen.Count.ShouldBeGreaterThan(40);
        lost.Take(20).ShouldBeEmpty();
    }

    [Fact]
    public async Task Links_WithoutAQuestion_AreAsWritten()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/less-than-full-time");

        page.QuerySelectorAll("a[href*='on='], a[href*='nation=']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Today_WrittenInTheAddress_IsNotKept()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/less-than-full-time?on=2026-11-25");

        page.QuerySelectorAll("a[href*='on=']").ShouldBeEmpty();
    }

    [Fact]
    public async Task WayBackToToday_LosesTheDayAndKeepsTheRest()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/search?q=study%20leave&" + Question);

        page.QuerySelector(".asat a")!.GetAttribute("href").ShouldBe("/search?q=study%20leave&nation=wales");
    }

    [Fact]
    public async Task Search_AsAtAnotherDay_ShowsThatDaysFigures()
    {
        using var reader = site.Reader();

        var now = await reader.Page("/search?q=notice%20less%20than%20full%20time");
        var then = await reader.Page("/search?q=notice%20less%20than%20full%20time&on=1995-01-01");

        then.QuerySelector(".hits").Words().ShouldNotBe(now.QuerySelector(".hits").Words());
        then.QuerySelector("main").Words().ShouldContain("as at 1 January 1995");
    }

    [Theory]
    [InlineData("""<a href="/x">""", """<a href="/x?on=2026-01-15">""")]
    [InlineData("""<a class="y" href="/x?q=1#part" rel="z">""", """<a class="y" href="/x?q=1&amp;on=2026-01-15#part" rel="z">""")]
    [InlineData("""<a href="/x?on=2025-01-01">""", """<a href="/x?on=2025-01-01">""")]
    [InlineData("""<a href="/x?q=a&amp;on=2025-01-01">""", """<a href="/x?q=a&amp;on=2025-01-01">""")]
    [InlineData("""<a href="/x" data-as-is>""", """<a href="/x" data-as-is>""")]
    [InlineData("""<a href="#x">""", """<a href="#x">""")]
    [InlineData("""<a href="https://example.org/">""", """<a href="https://example.org/">""")]
    [InlineData("""<a href="//example.org/">""", """<a href="//example.org/">""")]
    [InlineData("""<a href="/x.csv">""", """<a href="/x.csv">""")]
    [InlineData("""<form method="post" action="/x#y">""", """<form method="post" action="/x?on=2026-01-15#y">""")]
    [InlineData("""<form method="post" action="/preferences">""", """<form method="post" action="/preferences">""")]
    [InlineData("""<form action="/x"><input name="q"></form>""", """<form action="/x"><input type="hidden" name="on" value="2026-01-15"><input name="q"></form>""")]
    [InlineData("""<form action="/x"><input name="on"></form>""", """<form action="/x"><input name="on"></form>""")]
    [InlineData("""<button name="do" formaction="/x">""", """<button name="do" formaction="/x?on=2026-01-15">""")]
    [InlineData("""<link href="/x"><use href="/y"/>""", """<link href="/x"><use href="/y"/>""")]
    public void Keep_ChangesOnlyWhatLeadsOnWithinTheSite(string html, string expected) =>
        KeptQuestion.Keep(html, [("on", "2026-01-15")]).ShouldBe(expected);

    private static IEnumerable<string> Leads(IHtmlDocument page)
    {
        foreach (var link in page.QuerySelectorAll("a[href^='/']:not([data-as-is])").Select(link => link.GetAttribute("href")!).Where(IsPage))
        {
            yield return link;
        }

        foreach (var form in page.QuerySelectorAll("form[action]:not([action='/preferences'])"))
        {
            yield return form.GetAttribute("method") == "post" ? form.GetAttribute("action")!
                : form.GetAttribute("action") + "?" + string.Join('&',
                    form.QuerySelectorAll("input[name=on], input[name=nation], select[name=nation]")
                        .Select(field => $"{field.GetAttribute("name")}={(field as IHtmlSelectElement)?.Value ?? field.GetAttribute("value")}"));
        }
    }

    private static bool IsPage(string address) => !Path.GetFileName(address.Split('?', '#')[0]).Contains('.', StringComparison.Ordinal);

    private static string Family(string address)
    {
        var path = address.Split('?', '#')[0];
        return path.StartsWith("/figures/", StringComparison.Ordinal) ? "/figures/" + path.Split('/')[2] : path;
    }
}
