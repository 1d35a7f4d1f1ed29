using System.Net;

namespace Gradus.Web.Tests.Pages;

public sealed class PreferencesTests(SiteFixture site)
{
    [Fact]
    public async Task Preferences_ANation_IsRememberedAndLeadsBack()
    {
        using var response = await Post([new("nation", "wales"), new("return", "/induction")]);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/induction");
        var cookie = response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("nation=wales; max-age=31536000; path=/; samesite=lax; httponly", Case.Insensitive);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Preferences_AnAppearance_IsRemembered(string theme)
    {
        using var response = await Post([new("theme", theme), new("return", "/")]);

        response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith($"theme={theme};");
    }

    [Fact]
    public async Task Preferences_AStage_IsRememberedAndForgotten()
    {
        using var remembered = await Post([new("stage", "foundation-doctor"), new("return", "/")]);
        using var forgotten = await Post([new("stage", "any"), new("return", "/")]);

        remembered.Headers.GetValues("Set-Cookie")
            .ShouldHaveSingleItem()
            .ShouldStartWith("stage=foundation-doctor; max-age=31536000; path=/; samesite=lax; httponly", Case.Insensitive);
        forgotten.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith("stage=; expires=Thu, 01 Jan 1970");
    }

    [Fact]
    public async Task Preferences_TheSystemsAppearance_ForgetsTheCookie()
    {
        using var response = await Post([new("theme", "system"), new("return", "/")]);

        response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith("theme=; expires=Thu, 01 Jan 1970");
    }

    [Fact]
    public async Task Preferences_WhatWeDoNotKnow_SetsNothing()
    {
        using var response = await Post([new("nation", "france"), new("theme", "pink"), new("stage", "king"), new("return", "/")]);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Preferences_OnASearch_LeadBackToTheSameSearchAndDay()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/search?q=study%20leave&on=2026-01-01&nation=wales");

        var address = page.QuerySelector("form.nation input[name=return]")!.GetAttribute("value")!;
        address.ShouldBe("/search?q=study%20leave&on=2026-01-01");
        using var response = await Post([new("nation", "scotland"), new("return", address)]);
        response.Headers.Location!.OriginalString.ShouldBe(address);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/ok\r\nSet-Cookie: a=b")]
    [InlineData(" //evil.example")]
    [InlineData("~//evil.example")]
    [InlineData("evil.example")]
    [InlineData("")]
    public async Task Preferences_AskedToLeadElsewhere_LeadHome(string address)
    {
        using var response = await Post([new("nation", "wales"), new("return", address)]);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Preferences_FromAnotherSite_AreRefused()
    {
        using var response = await Post([new("nation", "wales")], "cross-site");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    [Theory]
    [InlineData("same-origin")]
    [InlineData("same-site")]
    [InlineData("none")]
    [InlineData(null)]
    public async Task Preferences_FromThisSite_AreTaken(string? from)
    {
        using var response = await Post([new("nation", "wales"), new("return", "/")], from);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "nation=wales")]
    [InlineData("multipart/form-data", "x")]
    public async Task Preferences_ThatAreNoForm_AreABadRequestAndNoFaultOfOurs(string type, string body)
    {
        using var reader = site.Reader();
        using var content = new StringContent(body);
        content.Headers.ContentType = new(type);

        using var response = await reader.PostAsync("/preferences", content, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task Pages_AnswerForTheRememberedNationAndAppearance()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/induction", cookies: "nation=wales; theme=dark");

        page.QuerySelector("form.nation button[aria-pressed=true]")!.GetAttribute("value").ShouldBe("wales");
        page.DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
    }

    [Fact]
    public async Task Pages_WithStrangeCookies_AnswerForEngland()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/induction", cookies: "nation=<b>; theme=\"x");

        page.QuerySelector("form.nation button[aria-pressed=true]")!.GetAttribute("value").ShouldBe("england");
        page.DocumentElement.GetAttribute("data-theme").ShouldBeNullOrEmpty();
    }

    private async Task<HttpResponseMessage> Post(IEnumerable<KeyValuePair<string, string>> fields, string? from = null)
    {
        using var reader = site.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/preferences") { Content = new FormUrlEncodedContent(fields) };
        if (from is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", from);
        }

        return await reader.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
