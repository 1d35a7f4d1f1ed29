using System.Net;
using AngleSharp.Html.Dom;
using Gradus.Web.Tools;

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
    [InlineData("2033-08-02", "100", "2032-08-04", "0.8", "changes[0].rate",
        "“0.8” would be less than one per cent. Enter a share of full time from 0 to 100 per cent, such as 80.")]
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
        page.QuerySelectorAll(".errors a").Single(link => link.GetAttribute("href") == "#" + FieldId.Of(field)).Words().ShouldContain(message);
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

    [Fact]
    public async Task Compare_FromTheAnswersPanel_LandsAtTheSecondPlanAndThenSetsThemSideBySide()
    {
        using var reader = site.Reader();
        var page = await PostedPage.Open(reader, Address, "form#facts");
        page = await page.With("plannedEnd", "2 August 2033")
            .With("baselineRate", "100")
            .With("changes[0].kind", "less-than-full-time")
            .With("changes[0].from", "4 August 2027")
            .With("changes[0].rate", "80")
            .Press("do", "answer");
        page.Page.QuerySelector(".answer [name=do][value=keep]").ShouldNotBeNull("it is in the answer's panel");
        var first = page.Page.QuerySelector(".answer h1").Words();

        var second = await page.To("form#facts").PressAnywhere("keep");
        second.Page.QuerySelector("h2[autofocus]").Words().ShouldBe("Second plan: change what is different");
        second.Page.Title.ShouldBe("Second plan: When do I finish training? - Gradus");
        second.Page.QuerySelector(".second li").Words().ShouldBe(first + ".");
        second.Page.QuerySelector("[name='changes[0].rate']")!.GetAttribute("value").ShouldBe("80");
        var compared = await second.With("changes[0].rate", "60").Press("do", "answer");

        compared.Page.QuerySelector("figcaption").Words().ShouldMatch("^“60% from 4 Aug 2027” costs [0-9,]+ days more than “80% from 4 Aug 2027”");
        compared.Page.QuerySelectorAll("table.compare thead th").Select(cell => cell.Words()).ShouldBe(["Plan", "80% from 4 Aug 2027", "60% from 4 Aug 2027"]);
        LabelsShouldNotMeet(compared.Page, "two plans");
    }

    [Fact]
    public async Task NextDates_KeepWhatToDoApartFromWhatToKnow_AndHoldTheRota()
    {
        var (_, page) = await Answer("2033-08-02", "100", "2027-08-04", "80");

        var dates = page.QuerySelectorAll(".next li");
        dates.ShouldContain(date => date.QuerySelector(".when").Words() == "23 June 2027"
            && date.QuerySelector(".next__what").Words() == "You should have the rota with the real shifts for 4 August 2027");
        var last = dates.Single(date => date.QuerySelector(".next__what").Words() == "Last day of training on this plan");
        last.QuerySelector(".next__note").Words().ShouldBe("Indicative: your ARCP panel decides the date.");
        page.QuerySelectorAll(".next__what").ShouldAllBe(what => !what.Words().Contains(". ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timeline_OfEveryExample_HasNoLabelOnAnotherOnAPhone()
    {
        using var reader = site.Reader();
        var start = await reader.Page(Address);
        var examples = start.QuerySelectorAll("button[value^='example:']").Select(button => button.GetAttribute("value")!).ToList();
        examples.Count.ShouldBeGreaterThan(20);

        foreach (var example in examples)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("do", example)]);
            using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);

            LabelsShouldNotMeet(Asked.Parse(await response.Text()), example);
        }
    }

    [Fact]
    public async Task WorkingAsCsv_HasSharesThatASpreadsheetDoesNotTakeForDates()
    {
        var text = await File("csv:working", "2033-08-02", "2027-08-04", "80");

        var rates = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(',')[5]).ToList();
        rates.ShouldBe(["rate", "1", "0.8", ""]);
    }

    [Fact]
    public async Task CalendarsOfTwoDoctors_HaveNoEntryInCommon()
    {
        var one = Uids(await File("ics", "2033-08-02", "2027-08-04", "80"));
        var other = Uids(await File("ics", "2031-08-05", "2028-02-02", "60"));

        one.Count.ShouldBeGreaterThan(10);
        one.Intersect(other, StringComparer.Ordinal).ShouldBeEmpty();

        static List<string> Uids(string calendar) =>
            [.. calendar.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split('\n').Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];
    }

    [Theory]
    [InlineData(5, -1, "The file holds 5 answers; this page compares at most 3.")]
    [InlineData(3, 1, "The file cannot be read, answer 2 of the file. changes[0].colour: Expected only kind, from, to, rate, weeklyHours, creditedDays.")]
    public async Task AFileOfPlans_IsOpenedWholeOrSaysWhatIsWrong(int plans, int wrong, string message)
    {
        var lines = Enumerable.Range(0, plans)
            .Select(at => $"{{\"plannedEnd\":\"2033-08-02\",\"baselineRate\":1.0,\"changes\":[{{{(at == wrong ? "\"colour\":1," : "")}\"kind\":\"less-than-full-time\",\"from\":\"2027-08-04\",\"to\":null,\"rate\":0.{9 - at}}}]}}");
        using var reader = site.Reader();
        using var form = new MultipartFormDataContent { { new StringContent("open"), "do" }, { new StringContent(string.Join('\n', lines)), "file", "plans.jsonl" } };

        using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Asked.Parse(await response.Text()).QuerySelector(".errors").Words().ShouldContain(message);
    }

    // At 360 pixels the picture is 296 wide and a letter of its type at most 8.5; what is hidden on a phone is not there.
    private static void LabelsShouldNotMeet(IHtmlDocument page, string of)
    {
        const double width = 296;
        const double letter = 7.6;
        var labels = page.QuerySelectorAll("svg.plot[role=img] > text:not(.w-only)").Select(text =>
        {
            var x = double.Parse(text.GetAttribute("x")!.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture) * (text.GetAttribute("x")!.EndsWith('%')
                ? width / 100
                : 1);
            x += double.Parse(text.GetAttribute("dx") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            var length = text.TextContent.Length * letter;
            var left = text.GetAttribute("text-anchor") switch { "end" => x - length, "middle" => x - (length / 2), _ => x };
            return (Words: text.TextContent, Y: double.Parse(text.GetAttribute("y")!, System.Globalization.CultureInfo.InvariantCulture), Left: left, Right: left + length);
        }).ToList();
        foreach (var (i, one) in labels.Index())
        {
            foreach (var other in labels.Skip(i + 1))
            {
                (Math.Abs(one.Y - other.Y) >= 14
                    || one.Right <= other.Left
                    || other.Right <= one.Left).ShouldBeTrue($"{of}: “{one.Words}” and “{other.Words}” are printed over one another");
            }
        }

        labels.ShouldAllBe(label => label.Left > -12 && label.Right < width + 12, $"{of}: a label is cut off");
    }

    private static string? Chosen(IHtmlDocument page, int row) =>
        page.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Single(select => select.Name == $"changes[{row}].kind").Value;

    private async Task<(HttpStatusCode Status, IHtmlDocument Page)> Answer(string plannedEnd, string baseline, string from, string percent)
    {
        using var response = await Press("answer", plannedEnd, baseline, from, percent);
        return (response.StatusCode, Asked.Parse(await response.Text()));
    }

    private async Task<string> File(string pressed, string plannedEnd, string from, string percent)
    {
        using var response = await Press(pressed, plannedEnd, "100", from, percent);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Text();
    }

    private async Task<HttpResponseMessage> Press(string pressed, string plannedEnd, string baseline, string from, string percent)
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
            ["do"] = pressed,
        });
        return await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);
    }
}
