using System.Net;
using System.Net.Http.Headers;

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
    public async Task OverTheRealServer_ATooLargeBodyIs413AndOddAddressesAreNoFaultOfOurs()
    {
        await using var site = new SiteFixture();
        site.UseKestrel(0);
        site.StartServer();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var reader = new HttpClient(handler) { BaseAddress = site.ClientOptions.BaseAddress };
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
}
