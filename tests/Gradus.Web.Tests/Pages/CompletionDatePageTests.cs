using System.Net;
using AngleSharp.Html.Dom;

namespace Gradus.Web.Tests.Pages;

/// <summary>What the completion date's form does with what is typed; the walks are in the browser's tests, the dates in the engine's.</summary>
public sealed class CompletionDatePageTests(SiteFixture site)
{
    private const string Address = "/less-than-full-time/completion-date";

    [Theory]
    [InlineData("2033-08-02", "2032-08-04")]
    [InlineData("2 August 2033", "4/8/2032")]
    [InlineData("02.08.33", "4 Aug 2032")]
    public async Task Answer_OfAPlan_IsTheSameHoweverItsDaysAreWritten(string plannedEnd, string from)
    {
        var (status, page) = await Answer(plannedEnd, "100", from, "50");

        status.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector(".answer h1").Words().ShouldContain("1 August 2034");
        page.QuerySelector("svg.plot desc").Words().ShouldContain("1 August 2034");
    }

    [Theory]
    [InlineData("2033-08-02", "100", "2032-08-04", "0.8", "changes[0].rate", "“0.8” would be less than one per cent. Enter a share of full time from 0 to 1, such as 80.")]
    [InlineData("2033-08-02", "0.8", "2032-08-04", "50", "baselineRate", "“0.8” would be less than one per cent.")]
    [InlineData("2031-02-30", "100", "2030-08-04", "50", "plannedEnd", "“2031-02-30” is not a day. Enter the last day of training as planned, such as 2 August 2033.")]
    [InlineData("", "100", "2030-08-04", "50", "plannedEnd", "Enter the last day of training as planned, such as 2 August 2033.")]
    [InlineData("2033-08-02", "100", "soon", "50", "changes[0].from", "“soon” is not a day. Enter the first day of this change, such as 4 August 2027.")]
    [InlineData("2033-08-02", "100", "2032-08-04", "66.6667", "changes[0].rate", "more decimal places than the 2 that are read")]
    [InlineData("2033-08-02", "100", "", "", "changes[0].from", "Enter the first day of this change, such as 4 August 2027.")]
    public async Task Answer_OfWhatCannotBe_SaysAtTheFieldWhatIsExpected(string plannedEnd, string baseline, string from, string percent, string field, string message)
    {
        var (status, page) = await Answer(plannedEnd, baseline, from, percent);

        status.ShouldBe(HttpStatusCode.BadRequest);
        page.QuerySelectorAll(".errors a").Single(link => link.GetAttribute("href") == "#" + field).Words().ShouldContain(message);
        page.QuerySelector(".answer h1").ShouldBeNull();
        page.QuerySelector("#plannedEnd")!.GetAttribute("value").ShouldBe(plannedEnd);
    }

    [Fact]
    public async Task ARow_CanBeAddedMovedAndRemovedWithoutScript()
    {
        using var reader = site.Reader();
        var page = await PostedPage.Open(reader, Address, "form#facts");
        page = await page.With("plannedEnd", "2 August 2033").With("changes[0].kind", "parental").With("changes[0].from", "4 August 2027").Press("do", "add:changes");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Page.QuerySelectorAll("[name='changes[1].kind']").Length.ShouldBe(1);

        page = await page.With("changes[1].kind", "oopc").Press("do", "up:changes:1");
        Chosen(page.Page, 0).ShouldBe("oopc");
        Chosen(page.Page, 1).ShouldBe("parental");

        page = await page.Press("do", "remove:changes:0");
        Chosen(page.Page, 0).ShouldBe("parental");
        page.Page.QuerySelector("#plannedEnd")!.GetAttribute("value").ShouldBe("2 August 2033");
    }

    private static string? Chosen(IHtmlDocument page, int row) => page.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Single(select => select.Name == $"changes[{row}].kind").Value;

    private async Task<(HttpStatusCode Status, IHtmlDocument Page)> Answer(string plannedEnd, string baseline, string from, string percent)
    {
        using var reader = site.Reader();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["plannedEnd"] = plannedEnd,
            ["baselineRate"] = baseline,
            ["changes[0].kind"] = "less-than-full-time",
            ["changes[0].from"] = from,
            ["changes[0].to"] = "",
            ["changes[0].rate"] = percent,
            ["do"] = "answer",
        });
        using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);
        return (response.StatusCode, Asked.Parse(await response.Text()));
    }
}
