using System.Net;
using System.Net.Http.Headers;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Http;

namespace Gradus.Web.Tests.Reading;

public sealed class LimitTests
{
    [Fact]
    public async Task TooManyRequests_AreRefusedWithAPageOrAProblemAndHealthStillAnswers()
    {
        await using var site = new SiteFixture();
        await using var limited = site.WithWebHostBuilder(builder => builder.UseSetting("Site:RequestsPerMinute", "3"));
        using var reader = limited.CreateClient();
        for (var i = 0; i < 3; i++)
        {
            using var fine = await reader.Get("/api/search?q=leave");
            fine.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var call = await reader.Get("/api/search?q=leave");
        using var page = await reader.Get("/search?q=leave");
        using var health = await reader.Get("/health/ready");

        call.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        call.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        page.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        Asked.Parse(await page.Text()).QuerySelector("h1").Words().ShouldBe("Too many requests");
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("/search?q=leave", "text/html")]
    [InlineData("/api/search?q=leave", "application/problem+json")]
    public async Task ARefusal_SaysWhenToAskAgain(string address, string type)
    {
        await using var site = new SiteFixture();
        await using var limited = site.WithWebHostBuilder(builder => builder.UseSetting("Site:RequestsPerMinute", "1"));
        using var reader = limited.CreateClient();
        using var fine = await reader.Get(address);

        using var refused = await reader.Get(address);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var after = refused.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldNotBeNull();
        after.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        var words = await refused.Text();
        words.ShouldContain(type == "text/html" ? "Wait" : "Ask again in");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("/api/specialty-explorer/match", 10, 11)]
    [InlineData("/api/foundation-applications/chances", 10, 11)]
    [InlineData("/foundation-applications/chances", 10, 11)]
    [InlineData("/api/figures", 1, 1)]
    [InlineData("/no-such-page", 1, 1)]
    public async Task AHeavyQuestion_CostsMoreOfTheMinute(string address, int cost, int limit)
    {
        await using var site = new SiteFixture();
        await using var limited = site.WithWebHostBuilder(builder => builder.UseSetting("Site:RequestsPerMinute",
            limit.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var reader = limited.CreateClient();
        using var question = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var first = await reader.PostAsync(address, question, TestContext.Current.CancellationToken);

        first.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        for (var left = limit - cost; left > 0; left--)
        {
            using var fine = await reader.Get("/api/search?q=leave");
            fine.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var over = await reader.Get("/api/search?q=leave");
        over.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task HeavyQuestionsOfOneAddress_WaitForTheirTurn_AndBeyondTheQueueAreToldWhenToAskAgain()
    {
        await using var site = new SiteFixture();
        await using var limited = site.WithWebHostBuilder(builder => builder.UseSetting("Site:HeavyWaiting", "2"));
        using var reader = limited.CreateClient();
        using var warm = await Match(reader);

        // Twelve at once: one is answered, two wait, and those that find the queue full are refused at once.
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Match(reader)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBeGreaterThanOrEqualTo(3);
        var refused = answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).ToList();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter != null);
        using var light = await reader.Get("/api/search?q=leave");
        light.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2::")]
    [InlineData("::1", "::1")]
    public void AnAddress_IsCountedByItself_OrByItsNetwork(string address, string counted) =>
        AddressLimits.For(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } }).ShouldBe(IPAddress.Parse(counted));

    [Theory]
    [InlineData("GET", 0, 1)]
    [InlineData("POST", 0, 1)]
    [InlineData("POST", 8 * 1024, 2)]
    [InlineData("POST", 1024 * 1024, 129)]
    public void ALongBody_CostsByItsLength(string method, long length, int cost) =>
        AddressLimits.Cost(new DefaultHttpContext { Request = { Method = method, ContentLength = length } }).ShouldBe(cost);

    [Fact]
    public async Task AKeptPage_DoesNotCount()
    {
        await using var site = new SiteFixture();
        await using var limited = site.WithWebHostBuilder(builder => builder.UseSetting("Site:RequestsPerMinute", "1"));
        using var reader = limited.CreateClient();

        for (var i = 0; i < 5; i++)
        {
            using var response = await reader.Get("/handover");
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task OverTheRealServer_ATooLargeBodyIs413AndOddAddressesAreNoFaultOfOurs()
    {
        await using var site = new SiteFixture();
        site.UseKestrel(0);
        site.StartServer();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var reader = new HttpClient(handler) { BaseAddress = site.ClientOptions.BaseAddress };
        reader.DefaultRequestHeaders.ExpectContinue = true; // A refusal comes before the body is sent, and not while it is.
        using var tooLarge = new StringContent("return=/" + new string('a', 1_100_000));
        tooLarge.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var accented = new FormUrlEncodedContent([new("nation", "wales"), new("return", "/é")]);

        using var tooLargePlan = new StringContent("{\"plannedEnd\":\"" + new string('a', 1_100_000) + "\"}");
        tooLargePlan.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var tooLargeForm = new StringContent("plannedEnd=" + new string('a', 1_100_000));
        tooLargeForm.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        using var refusedPlan = await reader.PostAsync("/api/less-than-full-time/completion-date", tooLargePlan, TestContext.Current.CancellationToken);
        using var refusedForm = await reader.PostAsync("/less-than-full-time/completion-date", tooLargeForm, TestContext.Current.CancellationToken);
        using var refused = await reader.PostAsync("/preferences", tooLarge, TestContext.Current.CancellationToken);
        using var led = await reader.PostAsync("/preferences", accented, TestContext.Current.CancellationToken);

        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        Asked.Parse(await refused.Text()).QuerySelector("h1").Words().ShouldBe("That is too long");
        refused.Headers.Contains("Server").ShouldBeFalse();
        refusedForm.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        refusedPlan.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        refusedPlan.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        led.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        led.Headers.Location!.OriginalString.ShouldBe("/");
    }

    private static async Task<HttpResponseMessage> Match(HttpClient reader)
    {
        using var question = new StringContent("""{"statements":{}}""", System.Text.Encoding.UTF8, "application/json");
        return await reader.PostAsync("/api/specialty-explorer/match", question, TestContext.Current.CancellationToken);
    }
}
