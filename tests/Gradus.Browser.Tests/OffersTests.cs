using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>Offer day as a doctor walks it: the deadline of a real offer, and a practice round to its end, with scripts and without.</summary>
public sealed class OffersTests(BrowserFixture site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RealMode_SaysByWhenAndWhatCanStillBeDone(bool scripts)
    {
        await using var page = await site.OpenAsync("/specialty-applications/offer-deadline", width: 360, scripts: scripts);
        await page.Page.Locator("#arrived").FillAsync("2027-03-26T16:00");
        await page.Page.Locator("#now").FillAsync("2027-03-30T15:00");

        await page.PressAsync("#facts button.btn[value=answer]");

        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldContain("Tuesday 30 March 2027 at 16:00");
        (await page.Page.Locator("main").InnerTextAsync()).ShouldContain("No more offers in this specialty in this round");
        if (scripts)
        {
            await page.ShouldBeSoundAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PracticeMode_IsPlayedToItsEnd_OneAnswerAfterAnother(bool scripts)
    {
        await using var page = await site.OpenAsync("/specialty-applications/offers", width: 360, scripts: scripts);
        await page.Page.Locator("#seed").FillAsync("7");
        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldStartWith("You are offered post");

        // First held, then accepted: in that order, which is not the order in which the answers are listed.
        await AddAsync(page, "hold");
        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldStartWith("You hold post");
        await page.Page.Locator("input[name=sure][value=false]").CheckAsync(new LocatorCheckOptions { Force = true });
        await AddAsync(page, "accept");
        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldStartWith("You hold post");
        (await page.Page.Locator("main").InnerTextAsync()).ShouldContain("Accept cannot be taken back.");
        await page.Page.Locator("input[name=sure][value=true]").CheckAsync(new LocatorCheckOptions { Force = true });
        await page.PressAsync("#facts button.btn[value=answer]");

        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldStartWith("The round is over: you have post");
        (await page.Page.Locator("select[name=answers]").EvaluateAllAsync<string[]>("all => all.map(one => one.value)")).ShouldBe(["hold", "accept", ""]);
        if (scripts)
        {
            await page.ShouldBeSoundAsync();
        }
    }

    private static async Task AddAsync(WatchedPage page, string answer)
    {
        await page.Page.EvaluateAsync("""() => document.querySelectorAll("details").forEach(fold => fold.open = true)""");
        await page.Page.Locator("select[name=answers]").Last.SelectOptionAsync(answer);
        await page.PressAsync("#facts button.btn[value=answer]");
    }
}
