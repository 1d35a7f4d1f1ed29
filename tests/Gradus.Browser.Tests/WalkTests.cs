using System.Globalization;
using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>What a reader does: from home to a figure and its source, search, nation, appearance.</summary>
public sealed class WalkTests(BrowserFixture site)
{
    [Fact]
    public async Task Reader_GoesFromHomeToGuidanceToAFigureToItsSource()
    {
        await using var page = await site.OpenAsync("/");

        await page.PressAsync("a.room[href='/less-than-full-time']");
        await page.PressAsync("dl.figures a.fig");
        page.Page.Url.ShouldEndWith("/figures/less-than-full-time/notice");
        await page.PressAsync("td a[href^='/sources#']");

        var fragment = new Uri(page.Page.Url).Fragment[1..];
        (await page.Page.Locator($"li[id='{fragment}']").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Search_ForgivesASlipAndSuggestsWhileTyping()
    {
        await using var page = await site.OpenAsync("/");

        await page.Page.Locator("#q").PressSequentiallyAsync("revaldation", new LocatorPressSequentiallyOptions { Delay = 20 });
        await Assertions.Expect(page.Page.Locator(".suggest a").First).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        (await page.Page.EvaluateAsync<string>("document.activeElement.closest('.suggest') ? 'in the list' : 'elsewhere'")).ShouldBe("in the list");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.LeaveAsync(() => page.Page.Locator("#q").PressAsync("Enter"));
        page.Page.Url.ShouldEndWith("/search?q=revaldation");

        (await page.Page.Locator(".hits h2").First.InnerTextAsync()).ShouldContain("Revalidation");
    }

    [Fact]
    public async Task Search_WorksWithoutScripts()
    {
        await using var page = await site.OpenAsync("/", scripts: false);

        await page.Page.Locator("#q").FillAsync("period of grace");
        await page.PressAsync("form.seek button");

        (await page.Page.Locator(".hits li").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task NationAndAppearance_AreRemembered()
    {
        await using var page = await site.OpenAsync("/induction", scripts: false);

        await page.PressAsync(".context__row button[value=wales]");
        page.Page.Url.ShouldEndWith("/induction");
        await page.PressAsync("button[name=theme][value=dark]");
        await page.Page.GotoAsync("/handover");

        (await page.Page.Locator(".context__row button[aria-pressed=true]").InnerTextAsync()).ShouldBe("Wales");
        (await page.Page.Locator("html").GetAttributeAsync("data-theme")).ShouldBe("dark");
    }

    [Fact]
    public async Task KeyboardAlone_ReachesTheContentAndTheSearch()
    {
        await using var page = await site.OpenAsync("/less-than-full-time");

        await page.Page.Keyboard.PressAsync("Tab");
        (await page.Page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip");
        await page.Page.Keyboard.PressAsync("Enter");
        new Uri(page.Page.Url).Fragment.ShouldBe("#main");
        await page.Page.Keyboard.PressAsync("Tab");

        (await page.Page.EvaluateAsync<bool>("document.getElementById('main').contains(document.activeElement)")).ShouldBeTrue();
        (await page.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).ShouldBe("solid");
    }

    [Fact]
    public async Task Print_LeavesOutTheNavigation()
    {
        await using var page = await site.OpenAsync("/less-than-full-time");

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        foreach (var left in (string[])[".context", ".topnav", ".contents", ".shelf .btn", "form"])
        {
            (await page.Page.Locator(left).First.IsVisibleAsync()).ShouldBeFalse(left);
        }

        (await page.Page.Locator("#where-it-is-written .notes").IsVisibleAsync()).ShouldBeTrue("folds are opened");
        (await page.Page.PdfAsync(new PagePdfOptions { Tagged = true })).Length.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task Controls_AreBigEnoughForAThumb()
    {
        await using var page = await site.OpenAsync("/less-than-full-time/completion-date", width: 320);

        var small = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main button, main input, main select')].filter(x => x.offsetParent && !x.closest('[aria-hidden=true]')).filter(x => x.getBoundingClientRect().height < 24).map(x => x.outerHTML.slice(0, 80))");

        small.ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"{small.Length} controls are lower than 24 pixels"));
    }
}
