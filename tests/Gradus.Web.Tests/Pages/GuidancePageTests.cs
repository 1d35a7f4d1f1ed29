using System.Net;
using System.Text.RegularExpressions;
using Gradus.Data.Content;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Web.Features.Guidance;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests.Pages;

public sealed partial class GuidancePageTests(SiteFixture site)
{
    public static TheoryData<string> Addresses => [.. Rooms.All.SelectMany(room => Rooms.PagesOf(room).Select(page => $"/{room}/{page}").Prepend("/" + room))];

    private ContentLibrary Library => site.Services.GetRequiredService<ContentLibrary>();

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_ShowsTitleLedeReviewAndNotes(string address)
    {
        using var reader = site.Reader();
        var expected = Library.PageAt(address)!;

        var page = await reader.Page(address);

        page.QuerySelector("h1").Words().ShouldBe(expected.Title);
        page.QuerySelector(".lede").Words().ShouldBe(expected.Lede);
        page.QuerySelector(".review").Words().ShouldContain($"Reviewed {expected.Reviewed.Words()}");
        page.QuerySelector(".review").Words().ShouldContain($"Next review {expected.Due.Words()}");
        page.QuerySelectorAll("#where-it-is-written ol.notes > li").Length.ShouldBeGreaterThanOrEqualTo(3);
        page.QuerySelectorAll("main time[datetime='2026-11-25'], header time[datetime='2026-11-25']").ShouldNotBeEmpty();
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Render_ForEveryNationAndDate_HasAllSectionsInOrderAndNumberedNotes(string address)
    {
        foreach (var nation in NationExtensions.All)
        {
            foreach (var on in (DateOnly[])[new(1990, 1, 1), new(2024, 1, 1), new(2026, 11, 25), new(2027, 6, 1), new(2100, 12, 31)])
            {
                var view = GuidanceRenderer.Render(Library, Library.PageAt(address)!, nation, on);

                view.Sections.Count.ShouldBeGreaterThan(2);
                view.Notes.Select(note => note.Number).ShouldBe(Enumerable.Range(1, view.Notes.Count));
                view.Sections.ShouldAllBe(section => !section.Html.Contains("{{") && !section.Html.Contains(":::"));
            }
        }
    }

    // A heading that begins as a question does is one; “What to bring” and “Who it is for” are none.
    [Theory]
    [MemberData(nameof(Addresses))]
    public void Heading_ThatAsks_EndsInAQuestionMark(string address)
    {
        foreach (var section in GuidanceRenderer.Render(Library, Library.PageAt(address)!, Nation.England, new DateOnly(2026, 12, 1)).Sections)
        {
            foreach (var heading in Asked.Parse(section.Html).QuerySelectorAll("h3, h4").Select(heading => heading.Words()).Prepend(section.Heading))
            {
                var asks = Asks().IsMatch(heading);
                (asks && !heading.EndsWith('?')).ShouldBeFalse($"{address}: “{heading}”");
            }
        }
    }

    // On a phone a row stands under its first cell, and a bare number or day is no heading.
    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task ARow_ThatBeginsWithANumberOrADay_NamesIt(string address)
    {
        using var reader = site.Reader();
        ShouldBeNamed(await reader.Page(address), address);
    }

    [Theory]
    [InlineData("/gp-partnership/repayment", "five-sessions-two-and-a-half-years", "Whole years")]
    [InlineData("/handover/audit", null, null)]
    [InlineData("/less-than-full-time/leave", null, null)]
    [InlineData("/foundation-applications/after-school", null, null)]
    public async Task ARow_OfAnAnswerThatBeginsWithANumberOrADay_NamesIt(string address, string? example, string? name)
    {
        using var reader = site.Reader();
        var form = await PostedPage.Open(reader, address, "form:has(button[value^='example:'])");
        var value = form.Page.QuerySelectorAll("button[value^='example:']").Select(button => button.GetAttribute("value")!).First(one => example is null || one == "example:" + example);
        var filled = await form.To("#facts").Press("do", value);

        var answer = await filled.Send();

        ShouldBeNamed(answer.Page, address);
        if (name is not null)
        {
            answer.Page.QuerySelectorAll($"table.stack th[scope=row][data-label=\"{name}\"]").ShouldNotBeEmpty(address);
        }
    }

    private static void ShouldBeNamed(AngleSharp.Dom.IParentNode page, string address)
    {
        foreach (var table in page.QuerySelectorAll("table.stack"))
        {
            var rows = table.QuerySelectorAll("th[scope=row]").ToList();
            if (rows.TrueForAll(row => NumberOrDay().IsMatch(row.Words())))
            {
                rows.ShouldAllBe(row => row.HasAttribute("data-label"), $"{address}: {table.QuerySelector("caption").Words()}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Number_InATable_KeepsThePlacesItIsWrittenWith(string address)
    {
        using var reader = site.Reader();

        var page = await reader.Page(address);

        foreach (var shown in page.QuerySelectorAll("table.stack"))
        {
            var caption = shown.QuerySelector("caption").Words();
            if (Library.Systems.SelectMany(system => system.Tables).FirstOrDefault(table => table.Says == caption) is not { } table)
            {
                continue;
            }

            foreach (var column in table.Columns.Index().Where(column => column.Item.Type == ColumnType.Number))
            {
                var written = table.Rows.Select(row => row[column.Index]).ToHashSet(StringComparer.Ordinal);
                foreach (var cell in shown.QuerySelectorAll($"td.r[data-label=\"{column.Item.Says}\"]")
                    .Select(cell => cell.Words().Replace(",", "", StringComparison.Ordinal))
                    .Where(cell => cell.Length > 0 && char.IsDigit(cell[0])))
                {
                    written.ShouldContain(cell, $"{address}: {caption} {column.Item.Says}");
                }
            }
        }
    }

    [Theory]
    [InlineData("england")]
    [InlineData("scotland")]
    [InlineData("wales")]
    [InlineData("northern-ireland")]
    public async Task Page_ForANationAndADate_SaysForWhomAndWhen(string nation)
    {
        using var reader = site.Reader();
        foreach (var on in (string[])["2024-01-01", "2027-06-01", "1990-01-01"])
        {
            var page = await reader.Page($"/less-than-full-time?nation={nation}&on={on}");

            page.QuerySelector("form.nation button[aria-pressed=true]")!.GetAttribute("value").ShouldBe(nation);
            page.QuerySelector(".asat").Words().ShouldContain($"as at {DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture).Words()}");
        }
    }

    [Theory]
    [InlineData("2026-07-01", "40,190", "41,226")]
    [InlineData("2026-07-24", "41,226", "40,190")]
    public void Render_AYearlyList_ShowsTheListKnownOnTheDate(string on, string shown, string hidden)
    {
        var view = GuidanceRenderer.Render(Library, Library.PageAt("/less-than-full-time")!, Nation.England, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));
        var html = string.Concat(view.Sections.Select(section => section.Html));

        html.ShouldContain(shown);
        html.ShouldNotContain(hidden);
        html.ShouldNotContain("38,831");
    }

    [Fact]
    public async Task Page_ForEngland_ShowsEnglandsFigureAndForScotlandDoesNot()
    {
        using var reader = site.Reader();

        var england = await reader.Page("/less-than-full-time?nation=england");
        var scotland = await reader.Page("/less-than-full-time?nation=scotland");

        england.QuerySelectorAll("dl.figures a[href^='/figures/less-than-full-time/notice']").Select(figure => figure.Words()).ShouldContain("16 weeks");
        scotland.QuerySelectorAll("dl.figures a[href^='/figures/less-than-full-time/notice']").Select(figure => figure.Words()).ShouldNotContain("16 weeks");
    }

    [Fact]
    public async Task Page_BeforeAFigureBegan_SaysSo()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/less-than-full-time?on=1990-01-01&nation=england");

        page.QuerySelectorAll("a.fig").Select(figure => figure.Words()).ShouldContain(words => words.Contains("not yet in force on 1 January 1990", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ReviewedLongAgo_SaysItIsOverdue()
    {
        await using var later = new SiteFixture();
        later.Clock.SetUtcNow(SiteFixture.Noon.AddYears(3));
        using var reader = later.Reader();

        (await reader.Page("/induction")).QuerySelector(".room__head").Words().ShouldContain("Review overdue");
    }

    [Theory]
    [InlineData("on=2026-02-30", "a date that does not exist")]
    [InlineData("on=soon", "a date that does not exist")]
    [InlineData("on=0001-01-01", "a date that does not exist")]
    [InlineData("on=2026-11-25%00", "a date that does not exist")]
    [InlineData("nation=france", "a nation we do not know")]
    [InlineData("nation=%3Cscript%3E", "a nation we do not know")]
    public async Task Page_AskedWrongly_SaysSoAndAnswersAnyway(string query, string notice)
    {
        using var reader = site.Reader();

        foreach (var address in (string[])["/induction", "/", "/changes", "/figures/less-than-full-time/notice"])
        {
            var page = await reader.Page($"{address}?{query}");

            page.QuerySelector("[role=alert]").Words().ShouldContain(notice);
            page.QuerySelector("form.nation button[aria-pressed=true]").Words().ShouldBe("England");
        }
    }

    [Theory]
    [InlineData("/Induction")]
    [InlineData("/induction/")]
    [InlineData("/WORKING-ABROAD/Canada")]
    public async Task Page_WrittenOtherwise_HasTheSameCanonicalAddress(string address)
    {
        using var reader = site.Reader();

        var page = await reader.Page(address);

        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe(SiteFixture.PublicAddress + address.TrimEnd('/').ToLowerInvariant());
    }

    [Theory]
    [InlineData("/guidance-page")]
    [InlineData("/working-abroad/france")]
    [InlineData("/figures/less-than-full-time/no-such")]
    [InlineData("/figures/no-such/notice")]
    [InlineData("/no-such-page")]
    [InlineData("/error/404")]
    [InlineData("/index.html")]
    [InlineData("/%C3%A9")]
    public async Task Page_ThatDoesNotExist_HelpsAndKeepsTheStatus(string address)
    {
        using var reader = site.Reader();

        var page = await reader.Page(address, HttpStatusCode.NotFound);

        page.QuerySelector("h1").Words().ShouldBe("There is no such page");
        page.QuerySelector("main a[href='/#rooms']").ShouldNotBeNull();
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [GeneratedRegex("^((How|When|Where|Why|What|Which|Who)( [a-z]+)? )?(Is|Are|Do|Does|Did|Can|Could|Will|Would|May|Must|Should|Have|Has|Am) "
        + @"(I|it|they|we|you|my|your|the|a|an|mine|there|this|every|online)\b|^Which [a-z]+ is mine$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^([\d,.]+|\d{1,2} \p{L}{3,9} \d{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberOrDay();
}
