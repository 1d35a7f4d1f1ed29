using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using static Gradus.Web.Tests.Pages.ChancesPage;

namespace Gradus.Web.Tests.Pages;

/// <summary>An order saved, opened again and sent to the API, and what of it is refused.</summary>
public sealed class ChancesFileAndApiTests(SiteFixture site)
{
    [Theory]
    [InlineData("save", "application/json", "foundation-order.json")]
    [InlineData("json", "application/json", "foundation-chances.json")]
    [InlineData("csv", "text/csv", "foundation-chances.csv")]
    public async Task Files_AreSentWithTheOrder(string button, string type, string name)
    {
        using var reader = site.Reader();

        using var response = await Send(reader, await Answered(reader, "2026"), button);

        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe(name);
        var text = await response.Text();
        text.ShouldContain("London");
        text.Split('\n').Length.ShouldBeGreaterThan(19);
    }

    [Fact]
    public async Task Api_AskedForOtherOrdersAndTheRank_SaysBothAndElseNeither()
    {
        using var reader = site.Reader();
        var order = OrderOf(await Press(reader, await reader.Page(Address), "pick:London"));

        using var plain = await Ask(reader, new { order });
        using var full = await Ask(reader, new { order, others = true, got = 2 });
        using var other = await Ask(reader, new { order = (string[])[order[2], order[0], order[1], .. order.Skip(3)] });

        plain.RootElement.GetProperty("others").ValueKind.ShouldBe(JsonValueKind.Null);
        plain.RootElement.GetProperty("rank").ValueKind.ShouldBe(JsonValueKind.Null);
        full.RootElement.GetProperty("others").EnumerateArray().Select(line => line.GetProperty("putFirst").GetString()!).ShouldBe(order.Skip(1));
        full.RootElement.GetProperty("others")[1].GetProperty("schools").GetRawText().ShouldBe(other.RootElement.GetProperty("schools").GetRawText());
        full.RootElement.GetProperty("rank").GetProperty("choice").GetInt32().ShouldBe(2);
        full.RootElement.GetProperty("rank").GetProperty("says").GetString().ShouldStartWith($"Being placed at {order[1]} ");
    }

    [Theory]
    [InlineData("others", "\"yes\"", "Expected true or false.")]
    [InlineData("got", "0", "Expected the choice that was got, from 1 to 18.")]
    [InlineData("got", "19", "Expected the choice that was got, from 1 to 18.")]
    [InlineData("got", "1.5", "Expected the choice that was got, from 1.")]
    public async Task Api_AskedWrongly_NamesTheField(string field, string value, string message)
    {
        using var reader = site.Reader();
        using var body = new StringContent($$"""{"order":[],"{{field}}":{{value}}}""", Encoding.UTF8, "application/json");

        using var response = await reader.PostAsync(ApiAddress, body, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(await response.Text());
        problem.RootElement.GetProperty("errors").GetProperty(field)[0].GetString().ShouldBe(message);
    }

    [Fact]
    public async Task Api_GivenAFieldTwice_RefusesIt()
    {
        using var reader = site.Reader();
        using var body = new StringContent("""{"order":["London"],"order":[]}""", Encoding.UTF8, "application/json");

        using var response = await reader.PostAsync(ApiAddress, body, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Text()).ShouldContain("it is given twice");
    }

    [Fact]
    public async Task SavedOrder_IsWhatTheApiTakesAndCanBeOpenedAgain()
    {
        using var reader = site.Reader();
        var page = await Press(reader, await reader.Page(Address), "pick:Wales");
        Choose(page, "year", "2025");
        Choose(page, "tier", "other");
        Choose(page, "linked", "same");
        using var saved = await Send(reader, page, "save");
        var file = await saved.Text();

        var opened = await Open(reader, file);
        using var answer = await reader.PostAsync(ApiAddress, new StringContent(file, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        OrderOf(opened)[0].ShouldBe("Wales");
        foreach (var (field, value) in new[] { ("year", "2025"), ("tier", "other"), ("linked", "same") })
        {
            opened.QuerySelector($"#{field} option[selected]")!.GetAttribute("value").ShouldBe(value);
        }

        opened.QuerySelector("#order-said").Words().ShouldBe("Order opened.");
    }

    [Theory]
    [InlineData("", "Choose a file")]
    [InlineData("not json", "The file cannot be read as an order.")]
    [InlineData("[]", "The file cannot be read as an order.")]
    [InlineData("""{"order":["London"]}""", "All 18 schools are ordered; missing:")]
    [InlineData("""{"order":["Bath"]}""", "Not a foundation school in 2026: Bath.")]
    public async Task File_ThatIsNoOrder_IsRefusedWithWhy(string file, string why)
    {
        using var reader = site.Reader();

        var page = await Open(reader, file, HttpStatusCode.BadRequest);

        page.QuerySelector(".errors a[href='#file']").Words().ShouldContain(why);
        OrderOf(page).Count.ShouldBe(18);
    }

    private static async Task<IHtmlDocument> Open(HttpClient reader, string file, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var form = new MultipartFormDataContent { { new StringContent("open"), "do" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "order.json" } };
        using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, file);
        return Asked.Parse(await response.Text());
    }
}
