using Gradus.Tools;

namespace Gradus.Browser.Tests;

/// <summary>Every declared tool's page on a phone: empty, refused and answered.</summary>
public sealed class ToolJourneyTests(BrowserFixture site)
{
    public static TheoryData<string> Addresses => [.. AllTools.Declared.Where(tool => !tool.HasOwnPage).Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task EmptyRefusedAndAnswered_HasNoViolationAndFits(string address)
    {
        await using var page = await site.OpenAsync(address, width: 360);
        await page.ShouldBeSoundAsync();

        await page.Page.EvaluateAsync("document.querySelectorAll('#facts input:not([type])').forEach(box => box.value = 'no such thing')");
        await page.PressAsync("#facts button.btn[value=answer]");
        await page.ShouldBeSoundAsync();

        await page.Page.GotoAsync(address);
        await page.Page.EvaluateAsync("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        await page.PressAsync("button[value^='example:']");
        (await page.Page.Locator(".answer h1").CountAsync()).ShouldBe(1);
        await page.ShouldBeSoundAsync();
    }
}
