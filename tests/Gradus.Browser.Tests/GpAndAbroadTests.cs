using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>The rooms for GPs, SAS doctors and those who go abroad: without scripts, by keyboard alone, and in the dark.</summary>
public sealed class GpAndAbroadTests(BrowserFixture site)
{
    [Theory]
    [InlineData("/gp-workforce/claim", "two-more-sessions", "£13,068.33")]
    [InlineData("/gp-workforce/incentive", "mentor-a-year", "£12,716")]
    [InlineData("/gp-partnership/repayment", "five-sessions-two-and-a-half-years", "£6,666.67")]
    [InlineData("/gp-retention/money", "three-sessions", "£11,999.52")]
    [InlineData("/sas-charter/pay-point", "three-years-in", "£8,421")]
    [InlineData("/sas-charter/board", "board-four-say-none", "41%")]
    [InlineData("/working-abroad/plan", "usa-residency-h1b", "1 July 2027")]
    [InlineData("/volunteering-abroad/plan", "registrar-nine-months", "7 May 2031")]
    public async Task WithoutScripts_AnExampleIsAnsweredAndFits(string address, string example, string says)
    {
        await using var page = await site.OpenAsync(address, width: 360, dark: true, scripts: false);
        await page.Page.Locator("summary", new PageLocatorOptions { HasText = "Fill in an example" }).ClickAsync();
        await page.PressAsync($"button[value='example:{example}']");

        (await page.Page.Locator("main").InnerTextAsync()).ShouldContain(says);
        (await page.Page.Locator(".answer h1").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ByKeyboard_RetentionMoneyIsAskedAndAnswered()
    {
        await using var page = await site.OpenAsync("/gp-retention/money");
        await page.Page.Locator("#facts [name=sessions]").FocusAsync();
        await page.Page.Keyboard.TypeAsync("2");
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));

        (await page.Page.Locator(".answer").First.InnerTextAsync()).ShouldContain("£7,999.68");
        await page.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ThePlanAbroad_CarriesTheDayBackToTheReturnTool(bool scripts)
    {
        await using var page = await site.OpenAsync("/working-abroad/plan", width: 360, scripts: scripts);
        await page.Page.Locator("summary", new PageLocatorOptions { HasText = "Fill in an example" }).ClickAsync();
        await page.PressAsync("button[value='example:new-zealand-and-back']");
        await page.PressAsync("form[action='/return-to-practice/licence'] button");

        page.Page.Url.ShouldEndWith("/return-to-practice/licence");
        (await page.Page.Locator("main").InnerTextAsync()).ShouldContain("1 May 2029");
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task ThePictureOfThePlan_FitsAndIsToldInWords(int width, bool dark)
    {
        await using var page = await site.OpenAsync("/working-abroad/plan", width, dark);
        await page.Page.Locator("summary", new PageLocatorOptions { HasText = "Fill in an example" }).ClickAsync();
        await page.PressAsync("button[value='example:new-zealand-round']");

        (await page.Page.Locator("#gantt-heading").CountAsync()).ShouldBe(1);
        (await page.Page.Locator("figure.chart figcaption").First.InnerTextAsync()).ShouldContain("9 with a wait that is not known");
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task TheUsaPage_ListsItsOwnDatesOnly()
    {
        await using var page = await site.OpenAsync("/working-abroad/usa");

        var dates = await page.Page.Locator("ol.next li").AllInnerTextsAsync();
        dates.ShouldNotBeEmpty();
        dates.ShouldAllBe(date => date.Contains("USA:", StringComparison.Ordinal));
    }
}
