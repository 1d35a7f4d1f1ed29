using System.Net;
using AngleSharp.Html.Parser;

namespace Gradus.Web.Tests.Pages;

/// <summary>What the completion date's form does with what is typed; the walks are in the browser's tests, the dates in the engine's.</summary>
public sealed class CompletionDatePageTests(SiteFixture site)
{
    private const string Address = "/less-than-full-time/completion-date";

    [Fact]
    public async Task Answer_OfAPlan_HasTheDateOfTheApi()
    {
        var (status, page) = await Answer("2033-08-02", "100", "2032-08-04", "50");

        status.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector(".answer h1").Words().ShouldContain("1 August 2034");
    }

    [Theory]
    [InlineData("2033-08-02", "100", "2032-08-04", "0.8", "percent-0", "Enter a percentage from 0 to 100, such as 80, not 0.8.")]
    [InlineData("2033-08-02", "0.8", "2032-08-04", "50", "baselinePercent", "Enter the percentage that the planned date assumes: above 1 and at most 100, such as 80.")]
    [InlineData("2031-02-30", "100", "2030-08-04", "50", "plannedEnd", "“2031-02-30” is not a day. Enter the last day of training as planned, such as 2 August 2033.")]
    [InlineData("", "100", "2030-08-04", "50", "plannedEnd", "Enter the last day of training as planned, such as 2 August 2033.")]
    [InlineData("2033-08-02", "100", "soon", "50", "from-0", "“soon” is not a day. Enter the first day of this change.")]
    [InlineData("2033-08-02", "100", "2032-08-04", "120", "percent-0", "Enter a percentage from 0 to 100, such as 80, not 0.8.")]
    public async Task Answer_OfWhatCannotBe_SaysAtTheFieldWhatIsExpected(string plannedEnd, string baseline, string from, string percent, string field, string message)
    {
        var (status, page) = await Answer(plannedEnd, baseline, from, percent);

        status.ShouldBe(HttpStatusCode.BadRequest);
        page.QuerySelector($".errors a[href='#{field}']").Words().ShouldContain(message);
        page.QuerySelector(".answer h1").ShouldBeNull();
        page.QuerySelector("#plannedEnd")!.GetAttribute("value").ShouldBe(plannedEnd);
    }

    private async Task<(HttpStatusCode Status, AngleSharp.Html.Dom.IHtmlDocument Page)> Answer(string plannedEnd, string baseline, string from, string percent)
    {
        using var reader = site.Reader();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["plannedEnd"] = plannedEnd,
            ["baselinePercent"] = baseline,
            ["kind"] = "less-than-full-time",
            ["from"] = from,
            ["to"] = "",
            ["percent"] = percent,
            ["weeklyHours"] = "",
            ["creditedDays"] = "",
            ["do"] = "answer",
        });
        using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);
        return (response.StatusCode, new HtmlParser().ParseDocument(await response.Text()));
    }
}
