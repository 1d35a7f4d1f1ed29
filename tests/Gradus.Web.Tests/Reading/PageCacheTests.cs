using System.Globalization;
using Gradus.Data;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Time.Testing;

namespace Gradus.Web.Tests.Reading;

public sealed class PageCacheTests
{
    [Fact]
    public async Task Page_AskedForTwice_IsKeptForEachNationThemeAndEncoding()
    {
        await using var site = new SiteFixture();
        using var reader = site.Reader();
        (string? Cookies, string? Encoding)[] readers = [(null, null), ("nation=wales", null), ("nation=scotland", null), ("theme=dark", null),
            ("theme=light; nation=wales", null), (null, "gzip"), (null, "br")];

        foreach (var (cookies, encoding) in readers)
        {
            using var first = await reader.Get("/handover", cookies, encoding);
            using var second = await reader.Get("/handover", cookies, encoding);

            first.Headers.Age.ShouldBeNull($"{cookies} {encoding} is another page");
            second.Headers.Age.ShouldNotBeNull();
            second.Content.Headers.ContentEncoding.ShouldBe(encoding is null ? [] : [encoding]);
            (await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
                .ShouldBe(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/dates", true)]
    [InlineData("/handover", false)]
    public async Task Page_IsKeptForEachStageWhereItDiffers(string address, bool differs)
    {
        await using var site = new SiteFixture();
        using var reader = site.Reader();
        using var first = await reader.Get(address);

        using var second = await reader.Get(address, "stage=gp");

        (second.Headers.Age is null).ShouldBe(differs);
    }

    [Fact]
    public async Task Page_FromTheCache_HasTheSecurityHeadersAndNoCookie()
    {
        await using var site = new SiteFixture();
        using var reader = site.Reader();
        using var first = await reader.Get("/handover");

        using var second = await reader.Get("/handover");

        second.Headers.Age.ShouldNotBeNull();
        second.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        second.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/handover?on=2026-01-01")]
    [InlineData("/search?q=leave")]
    [InlineData("/no-such-page")]
    public async Task Page_WithAQueryOrAFault_IsNotKept(string address)
    {
        await using var site = new SiteFixture();
        using var reader = site.Reader();
        using var first = await reader.Get(address);

        using var second = await reader.Get(address);

        second.Headers.Age.ShouldBeNull();
    }

    [Fact]
    public async Task Page_WithOddHeaders_IsTheSameEntry()
    {
        await using var site = new SiteFixture();
        using var reader = site.Reader();
        using var first = await reader.Get("/handover", "other=1", "identity", "one.example");

        using var second = await reader.Get("/handover", "other=2", "zstd;q=0.5", "two.example");

        second.Headers.Age.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("2026-11-25T12:00:00Z", "12:00:00")]
    [InlineData("2026-11-25T23:59:59Z", "00:00:01")]
    [InlineData("2026-07-01T22:00:00Z", "01:00:00")]
    [InlineData("2026-07-01T23:00:00Z", "1.00:00:00")]
    [InlineData("2026-10-25T00:30:00Z", "23:30:00")]
    public async Task Policy_KeepsUntilMidnightInLondon(string now, string expected)
    {
        var context = await AskedOf(new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)), "GET", "");

        context.EnableOutputCaching.ShouldBeTrue();
        context.ResponseExpirationTimeSpan.ShouldBe(TimeSpan.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("POST", "")]
    [InlineData("GET", "?on=2026-01-01")]
    [InlineData("DELETE", "")]
    public async Task Policy_ForAFormOrAQuery_KeepsNothing(string method, string query)
    {
        var context = await AskedOf(new FakeTimeProvider(SiteFixture.Noon), method, query);

        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage).ShouldBe((false, false, false));
    }

    private static async Task<OutputCacheContext> AskedOf(FakeTimeProvider clock, string method, string query)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.QueryString = new QueryString(query);
        var context = new OutputCacheContext { HttpContext = http };
        var policy = new PageCachePolicy(new TodayInTheUk(clock));
        await policy.CacheRequestAsync(context, TestContext.Current.CancellationToken);
        return context;
    }
}
