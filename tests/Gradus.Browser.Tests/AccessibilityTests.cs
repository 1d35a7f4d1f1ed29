namespace Gradus.Browser.Tests;

/// <summary>Every hand-written page and one of each generated family, in light and dark, wide and narrow.</summary>
public sealed class AccessibilityTests(BrowserFixture site)
{
    public static TheoryData<string, int, bool> Pages()
    {
        var data = new TheoryData<string, int, bool>();
        foreach (var address in (string[])["/", "/less-than-full-time", "/specialty-applications", "/working-abroad/canada",
            "/figures/less-than-full-time/notice", "/tools", "/tools?kind=check", "/dates", "/dates?room=specialty-applications", "/sources", "/changes",
            "/search", "/search?q=revaldation", "/search?q=zzzzzz", "/api", "/about", "/privacy", "/accessibility", "/no-such-page",
            "/less-than-full-time/completion-date", "/foundation-applications/chances", "/foundation-applications/programmes",
            "/foundation-applications/how-allocation-works", "/handover/sheet", "/handover/rehearsal", "/?on=2030-01-01&nation=wales"])
        {
            data.Add(address, 1280, false);
            data.Add(address, 320, true);
        }

        foreach (var address in (string[])["/", "/less-than-full-time", "/less-than-full-time/completion-date", "/foundation-applications/chances",
            "/foundation-applications/how-allocation-works?step=9"])
        {
            data.Add(address, 1280, true);
            data.Add(address, 320, false);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_HasNoViolationAndFits(string address, int width, bool dark)
    {
        await using var page = await site.OpenAsync(address, width, dark);

        await page.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task Calculator_InEveryState_HasNoViolationAndFits(int width, bool dark)
    {
        await using var page = await site.OpenAsync("/less-than-full-time/completion-date", width, dark);

        await page.PressAsync("#facts button.btn[value=answer]");
        await page.ShouldBeSoundAsync();

        await page.FillPlanAsync("2033-08-02", "2027-08-04", "80");
        await page.PressAsync("#facts button.btn[value=answer]");
        await page.ShouldBeSoundAsync();

        await page.PressAsync("button[value=keep]");
        await page.PressAsync("button[value='add:changes']");
        await page.Page.Locator("[id='changes-0.to']").FillAsync("2028-08-01");
        await page.Page.Locator("[id='changes-1.kind']").SelectOptionAsync("parental");
        await page.Page.Locator("[id='changes-1.from']").FillAsync("2028-08-02");
        await page.Page.Locator("[id='changes-1.to']").FillAsync("2029-08-01");
        await page.Page.Locator("#rateAfter").FillAsync("60");
        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.Page.Locator("table.compare").CountAsync()).ShouldBe(1);
        await page.ShouldBeSoundAsync();

        await page.Page.Locator("#rateAfter").FillAsync("0");
        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldContain("never finishes");
        await page.ShouldBeSoundAsync();
    }
}
