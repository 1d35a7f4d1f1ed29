using System.Net;
using System.Text;

namespace Gradus.Web.Tests.Reading;

public sealed class SecurityHeaderTests(SiteFixture site)
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/induction", 200)]
    [InlineData("/search?q=leave", 200)]
    [InlineData("/no-such-page", 404)]
    [InlineData("/site.css", 200)]
    [InlineData("/icons.svg", 200)]
    [InlineData("/favicon.svg", 200)]
    [InlineData("/api", 200)]
    [InlineData("/api/figures", 200)]
    [InlineData("/api/search", 400)]
    [InlineData("/api/no-such-call", 404)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/changes.rss", 200)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/preferences", 302)]
    public async Task Headers_StandOnEveryKindOfAnswer(string address, int status)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address);

        ((int)response.StatusCode).ShouldBe(status);
        ShouldBeGuarded(response);
    }

    [Theory]
    [InlineData("/search?q=leave")]
    [InlineData("/api/figures/less-than-full-time/notice")]
    public async Task Headers_StandOnAFaultOfOurs(string address)
    {
        await using var broken = new SiteFixture();
        using var reader = broken.Reader();
        using var before = await reader.Get("/health/ready");
        broken.Clock.BreakOnce("a fault");

        using var response = await reader.Get(address);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        ShouldBeGuarded(response);
    }

    [Fact]
    public async Task AFaultOfOurs_HelpsTheReaderAndShowsNothingOfTheInside()
    {
        await using var broken = new SiteFixture();
        using var reader = broken.Reader();
        using var before = await reader.Get("/health/ready");
        broken.Clock.BreakOnce("a fault");

        var page = await reader.Page("/search?q=leave", HttpStatusCode.InternalServerError);

        page.QuerySelector("h1").Words().ShouldBe("We made a mistake");
        page.DocumentElement.OuterHtml.ShouldNotContain("a fault");
        page.DocumentElement.OuterHtml.ShouldNotContain("InvalidOperationException");
    }

    [Theory]
    [InlineData("POST", "/preferences")]
    [InlineData("POST", "/induction")]
    [InlineData("PUT", "/api/figures")]
    [InlineData("DELETE", "/")]
    public async Task AFormFromAnotherSite_IsRefused(string method, string address)
    {
        using var reader = site.Reader();
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded") };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await reader.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        ShouldBeGuarded(response);
    }

    [Theory]
    [InlineData("DELETE", "/")]
    [InlineData("DELETE", "/induction")]
    [InlineData("PUT", "/about")]
    [InlineData("POST", "/induction")]
    [InlineData("POST", "/search?q=leave")]
    [InlineData("POST", "/no-such-page")]
    [InlineData("DELETE", "/api/figures")]
    public async Task AMethodThatIsNotAnswered_IsRefusedAndNoFaultOfOurs(string method, string address)
    {
        using var reader = site.Reader();
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new FormUrlEncodedContent([new("a", "b")]) };

        using var response = await reader.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound);
        ShouldBeGuarded(response);
    }

    [Fact]
    public async Task ALinkFromAnotherSite_IsFollowed()
    {
        using var reader = site.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/induction");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await reader.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static void ShouldBeGuarded(HttpResponseMessage response)
    {
        var policy = Header(response, "Content-Security-Policy");
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("unsafe-");
        policy.ShouldNotContain("*");
        policy.ShouldNotContain("http");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("base-uri 'none'");
        policy.ShouldContain("form-action 'self'");
        Header(response, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(response, "Referrer-Policy").ShouldBe("no-referrer");
        Header(response, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header(response, "Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Header(response, "Permissions-Policy").ShouldContain("geolocation=()");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.ShouldHaveSingleItem() : "";
}
