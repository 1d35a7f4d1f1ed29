using System.IO.Compression;
using System.Net;

namespace Gradus.Web.Tests.Reading;

/// <summary>What stands in the headers of an answer, so that HEAD, caches and old clients are served as the standards say.</summary>
public sealed class HeaderTests(SiteFixture site)
{
    /// <summary>One address of each kind that is kept.</summary>
    public static TheoryData<string> Kept =>
        ["/handover", "/", "/robots.txt", "/sitemap.xml", "/changes.rss", "/openapi/v1.json", "/specialty-explorer/specialties.csv",
            "/specialty-explorer/competition.csv", "/api", "/sources"];

    public static TheoryData<string> Answered =>
        [.. Kept.Select(row => row.Data), "/api/figures", "/api/sources", "/api/search?q=leave", "/search?q=leave", "/handover?on=2026-01-01",
            "/api/figures/less-than-full-time/notice", "/site.css", "/health/live", "/health/ready", "/less-than-full-time/completion-date"];

    /// <summary>40 values of <c>Accept-Encoding</c>, each with the encoding that the standard's rules and this site's liking lead to.</summary>
    public static IReadOnlyList<(string? Sent, string Expected)> Encodings { get; } =
    [
        (null, ""), ("", ""), ("identity", ""), ("*", "br"), ("br", "br"), ("BR", "br"), ("Br", "br"), ("gzip", "gzip"), ("GZIP", "gzip"), ("x-gzip", "gzip"),
        ("gzip, br", "br"), ("br, gzip", "br"), ("gzip;q=1, br;q=0.5", "gzip"), ("br;q=0, gzip", "gzip"), ("br;q=0.000, gzip", "gzip"),
            ("br; q=0, gzip; q=1", "gzip"), ("br;Q=0, GZIP", "gzip"), ("gzip;q=0, br", "br"), ("gzip;q=0, br;q=0", ""), ("br;q=0", ""),
        ("gzip;q=0", ""), ("*;q=0", ""), ("*;q=0, gzip", "gzip"), ("*;q=0.5, gzip", "gzip"), ("*, br;q=0", "gzip"), ("*, gzip;q=0", "br"),
            ("identity, *;q=0", ""), ("identity;q=0, gzip", "gzip"), ("identity;q=1, br;q=0.5", ""), ("identity;q=0.5, br;q=1", "br"),
        ("deflate", ""), ("zstd", ""), ("zstd, gzip", "gzip"), ("brotli", ""), ("gzipped", ""), ("compress, br;q=0.001", "br"), ("br;q=2", ""),
            ("br;q=many", ""), ("br;q=-1, gzip;q=0.1", "gzip"), ("gzip, deflate, br, zstd", "br"),
    ];

    [Fact]
    public void Encodings_AreForty() => Encodings.Count.ShouldBe(40);

    [Fact]
    public Task APage_IsInAnEncodingThatTheClientAccepts_WhateverWasKeptBefore() => IsInAnEncodingThatTheClientAccepts("/handover");

    [Theory, Trait(Runs.When, Runs.Whole)]
    [MemberData(nameof(Kept))]
    public Task Answer_IsInAnEncodingThatTheClientAccepts_WhateverWasKeptBefore(string address) => IsInAnEncodingThatTheClientAccepts(address);

    private async Task IsInAnEncodingThatTheClientAccepts(string address)
    {
        using var reader = site.Reader();
        var plain = await Bytes(reader, address, null, "");

        // Once forwards and once backwards: each value meets a cache that is cold for it, and one that every other has filled.
        foreach (var (sent, expected) in Encodings.Concat(Encodings.Reverse()))
        {
            (await Bytes(reader, address, sent, expected)).ShouldBe(plain, $"{address} for “{sent}”");
        }
    }

    [Theory, Trait(Runs.When, Runs.Whole)]
    [InlineData("*", "br")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity, *;q=0", "")]
    public async Task FirstAnswerOfAll_IsInAnEncodingThatTheClientAccepts(string sent, string expected)
    {
        await using var cold = new SiteFixture();
        using var reader = cold.Reader();
        foreach (var address in Kept.Select(row => row.Data))
        {
            var first = await Bytes(reader, address, sent, expected);

            (await Bytes(reader, address, null, "")).ShouldBe(first);
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Answered))]
    public async Task Head_AnswersWithTheHeadersOfGetAndNoBody(string address)
    {
        using var reader = site.Reader();
        using var get = await reader.Get(address);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);

        using var head = await reader.SendAsync(request, TestContext.Current.CancellationToken);

        head.StatusCode.ShouldBe(get.StatusCode);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        Described(head).ShouldBe(Described(get));
        head.Content.Headers.ContentLength.ShouldBe((await get.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Fact, Trait(Runs.When, Runs.Whole)]
    public async Task Head_AnswersAtEveryAddressThatGetAnswers()
    {
        using var reader = site.Reader();
        var wrong = new List<string>();
        foreach (var address in Routes.Get(site))
        {
            using var get = await reader.Get(address);
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var head = await reader.SendAsync(request, TestContext.Current.CancellationToken);
            if (head.StatusCode != get.StatusCode)
            {
                wrong.Add($"{address}: GET {(int)get.StatusCode}, HEAD {(int)head.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task WhoeverHasAnAnswerAlready_Gets304(string address)
    {
        using var reader = site.Reader();
        using var first = await reader.Get(address);
        if (address.StartsWith("/health/", StringComparison.Ordinal) || first.Headers.CacheControl is { NoStore: true })
        {
            first.Headers.ETag.ShouldBeNull();
            return;
        }

        var tag = first.Headers.ETag.ShouldNotBeNull(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(tag);
        using var other = new HttpRequestMessage(HttpMethod.Get, address);
        other.Headers.TryAddWithoutValidation("If-None-Match", "\"another\", W/\"more\"");

        using var unchanged = await reader.SendAsync(again, TestContext.Current.CancellationToken);
        using var changed = await reader.SendAsync(other, TestContext.Current.CancellationToken);

        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        unchanged.Headers.ETag.ShouldBe(tag);
        (await unchanged.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tag_IsAnotherForAnotherNationThemeEncodingAndDay()
    {
        await using var own = new SiteFixture();
        using var reader = own.Reader();
        var tags = new List<string>();
        foreach (var (cookies, encoding) in ((string?, string?)[])[(null, null), ("nation=wales", null), ("theme=dark", null), (null, "br"), (null, "gzip")])
        {
            using var response = await reader.Get("/handover", cookies, encoding);
            tags.Add(response.Headers.ETag!.Tag);
        }

        own.Clock.Advance(TimeSpan.FromDays(1));
        using var tomorrow = await reader.Get("/handover");
        tags.Add(tomorrow.Headers.ETag!.Tag);

        tags.ShouldBeUnique();
    }

    [Fact]
    public async Task Tag_OfAnotherReader_DoesNotHideThisReadersPage()
    {
        using var reader = site.Reader();
        using var wales = await reader.Get("/handover", "nation=wales");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/handover");
        request.Headers.Add("Cookie", "nation=scotland");
        request.Headers.IfNoneMatch.Add(wales.Headers.ETag!);

        using var scotland = await reader.SendAsync(request, TestContext.Current.CancellationToken);

        scotland.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Answer_SaysOnWhatItDepends(string address)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address, encoding: "br");

        var vary = response.Headers.Vary;
        vary.ShouldContain("Accept-Encoding");
        vary.Contains("Cookie").ShouldBe(response.Content.Headers.ContentType!.MediaType == "text/html");
        response.Headers.CacheControl.ShouldNotBeNull().NoCache.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/api/no-such-call")]
    [InlineData("/api/search")]
    [InlineData("/specialty-explorer/no-such/competition.csv")]
    public async Task AnError_IsKeptByNobody(string address)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        response.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        response.Headers.ETag.ShouldBeNull();
    }

    /// <summary>Going back to an answer would otherwise ask to send the form again.</summary>
    [Theory]
    [InlineData("/foundation-applications/chances", "answer")]
    [InlineData("/foundation-applications/programmes", "read")]
    [InlineData("/specialty-explorer/match", "start-short")]
    [InlineData("/specialty-explorer/why-undecided", "answer")]
    [InlineData("/less-than-full-time/completion-date", "answer")]
    [InlineData("/handover/audit", "answer")]
    public async Task AnAnswerToAForm_IsKeptForTheBackButton_ByTheReadersBrowserAlone(string address, string pressed)
    {
        using var reader = site.Reader();
        using var form = new FormUrlEncodedContent([new("do", pressed), new("text", "code,site\nA1,North\nA2,South\n"), new("plannedEnd", "2033-08-02")]);

        using var response = await reader.PostAsync(address, form, TestContext.Current.CancellationToken);

        response.Headers.CacheControl.ShouldNotBeNull(address).ToString().ShouldBe("no-cache, private", address);
    }

    private static async Task<byte[]> Bytes(HttpClient reader, string address, string? sent, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (sent is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", sent);
        }

        using var response = await reader.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        string.Join(',', response.Content.Headers.ContentEncoding).ShouldBe(expected, $"{address} for “{sent}”");
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream read = expected switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body
        };
        using var whole = new MemoryStream();
        await read.CopyToAsync(whole, TestContext.Current.CancellationToken);
        return whole.ToArray();
    }

    private static string Described(HttpResponseMessage response) =>
        string.Join(" | ", response.Content.Headers.ContentType, response.Headers.ETag, response.Headers.CacheControl, response.Headers.Vary,
            response.Content.Headers.ContentDisposition);
}
