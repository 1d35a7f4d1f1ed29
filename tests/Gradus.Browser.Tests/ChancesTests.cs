using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>My chances as a doctor uses it: without scripts, by keyboard, by mouse, with an order kept in the browser, and in every state in light and dark.</summary>
public sealed class ChancesTests(BrowserFixture site)
{
    private const string Chances = "/foundation-applications/chances";
    private const string Answer = "#plan .actions button[value=answer]";

    [Fact]
    public async Task Order_IsMadeAskedAboutAndChanged_WithoutScripts()
    {
        await using var page = await site.OpenAsync(Chances, width: 360, scripts: false);

        await page.PressAsync(Pick("London"));
        await Assertions.Expect(page.Page.Locator(Pick("London"))).ToBeFocusedAsync();
        await page.Page.Locator("[aria-label='Position of Severn']").FillAsync("2");
        await page.PressAsync("button[value=place]");
        (await OrderAsync(page)).Take(2).ShouldBe(["London", "Severn"]);
        await page.PressAsync(Answer);
        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldBe("London: about 43 of 100");
        await page.PressAsync("button[value=others]");
        await page.PressAsync("button[value='top:Severn']:has-text('Try it')");

        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldBe("Severn: about 75 of 100");
        page.Page.Url.ShouldEndWith(Chances);
        (await page.Page.Context.CookiesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task KeyboardAlone_OrdersAndAsks_WithTheFocusKept()
    {
        await using var page = await site.OpenAsync(Chances);
        foreach (var school in (string[])["Trent", "London", "Wales"])
        {
            await page.Page.Locator(Pick(school)).FocusAsync();
            await page.Page.Keyboard.PressAsync("Enter");
            (await page.Page.EvaluateAsync<string>("document.activeElement.value")).ShouldBe("pick:" + school, "the focus stays on what moved");
        }

        (await OrderAsync(page)).Take(3).ShouldBe(["Trent", "London", "Wales"]);
        (await page.Page.Locator("#order-said").InnerTextAsync()).ShouldBe("Wales is now number 3 of 18.");
        (await page.Page.Locator("#order .move").CountAsync()).ShouldBe(1, "buttons on the chosen row only");
        await page.Page.Locator("[aria-label='Move Wales up']").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Enter");

        (await FocusedAsync(page)).ShouldBe("Move Wales up");
        (await page.Page.Locator("[aria-label='Move Wales up']").GetAttributeAsync("aria-disabled")).ShouldBe("true", "it is at the end, and the focus stays");
        (await OrderAsync(page)).IndexOf("Wales").ShouldBe(0);
        (await page.Page.Locator("#order-said").InnerTextAsync()).ShouldBe("Wales is now number 1 of 18.");
        await page.Page.Locator(Pick("Wales")).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        (await page.Page.Locator("#order .move").CountAsync()).ShouldBe(0, "pressed again it lets go");
        await page.Page.Locator("[aria-label='Position of Wales']").FillAsync("2");
        await page.Page.Keyboard.PressAsync("Enter");
        (await OrderAsync(page))[1].ShouldBe("Wales");
        await page.Page.Locator("[aria-label='Position of Wales']").FillAsync("1");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Locator(Answer).FocusAsync();
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        await Assertions.Expect(page.Page.Locator(".answer h1")).ToHaveTextAsync("Wales: 100 of 100");
    }

    [Fact]
    public async Task NothingIsSentUntilAsked_ThenEachMoveAsksAnew()
    {
        await using var page = await site.OpenAsync(Chances);
        var sent = 0;
        page.Page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;

        await page.Page.Locator(Pick("London")).ClickAsync();
        await page.Page.Locator(Pick("Trent")).ClickAsync();
        await page.Page.Locator("[aria-label='Move Trent down']").ClickAsync();
        await page.Page.WaitForTimeoutAsync(600);
        sent.ShouldBe(0);
        await page.PressAsync(Answer);
        await page.Page.Locator(Pick("Severn")).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#order-said"))
            .ToHaveTextAsync(new Regex("Severn is now number 2 of 18. London: about 43 of 100.", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await page.Page.Locator("[aria-label='Move Severn to the top']").ClickAsync();

        await Assertions.Expect(page.Page.Locator(".answer h1")).ToHaveTextAsync("Severn: about 75 of 100");
        await Assertions.Expect(page.Page.Locator("#order > li").Nth(1).Locator(".chance")).ToContainTextAsync("out of reach");
        await Assertions.Expect(page.Page.Locator("#order-said")).ToHaveTextAsync("Severn is now number 1 of 18. Severn: about 75 of 100.");
        (await FocusedAsync(page)).ShouldBe("Move Severn to the top");
        sent.ShouldBe(3);
    }

    [Fact]
    public async Task Order_IsKeptInThisBrowserOnly_AndCanBeCleared()
    {
        await using var page = await site.OpenAsync(Chances);
        await page.Page.Locator(Pick("Wessex")).ClickAsync();

        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("#order-saved")).ToContainTextAsync("Your order is back. It is saved in this browser only");
        (await OrderAsync(page))[0].ShouldBe("Wessex");
        (await page.Page.Locator("#order .is-unplaced").CountAsync()).ShouldBe(17, "how many were placed comes back too");
        await page.Page.Locator("#order-clear").ClickAsync();
        await page.Page.ReloadAsync();

        (await OrderAsync(page))[0].ShouldBe("East of England");
        await using var other = await site.OpenAsync(Chances);
        (await OrderAsync(other))[0].ShouldBe("East of England");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[\"London\"]")]
    [InlineData("{}")]
    public async Task WhatIsKeptButUnusable_IsLeftAlone(string kept)
    {
        await using var page = await site.OpenAsync(Chances);
        await page.Page.EvaluateAsync("kept => localStorage.setItem('gradus.foundation-schools-2026', kept)", kept);

        await page.Page.ReloadAsync();

        (await OrderAsync(page))[0].ShouldBe("East of England");
    }

    [Fact]
    public async Task Dragging_MovesASchool()
    {
        await using var page = await site.OpenAsync(Chances);

        await page.Page.Locator("#order > li").Nth(3).Locator(".order__name").DragToAsync(page.Page.Locator("#order > li").Nth(0).Locator(".order__name"));

        (await OrderAsync(page)).Take(2).ShouldBe(["London", "East of England"]);
    }

    [Fact]
    public async Task Order_IsSavedToAFileAndOpened()
    {
        await using var page = await site.OpenAsync(Chances, scripts: false);
        await page.PressAsync(Pick("Peninsula"));

        var saved = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("button[value=save]").ClickAsync());
        saved.SuggestedFilename.ShouldBe("foundation-order.json");
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await saved.SaveAsAsync(path);
        await page.Page.GotoAsync(Chances);
        await page.Page.Locator("#file").SetInputFilesAsync(path);
        await page.PressAsync("button[value=open]");
        File.Delete(path);

        (await OrderAsync(page))[0].ShouldBe("Peninsula");
        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldStartWith("Peninsula: ");
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task EveryState_HasNoViolationAndFits(int width, bool dark)
    {
        await using var page = await site.OpenAsync(Chances, width, dark);
        await page.ShouldBeSoundAsync();

        await page.Page.Locator(Pick("London")).ClickAsync();
        await page.Page.Locator(".assume summary").ClickAsync();
        await page.ShouldBeSoundAsync();

        await page.Page.Locator("[aria-label='Position of Wales']").FillAsync("99");
        await page.Page.Locator("#linked").SelectOptionAsync("other");
        (await page.Page.Locator(".for-partner .doubt").IsVisibleAsync()).ShouldBeTrue("a link that would break is said at once");
        await page.Page.Locator("#partner").FillAsync("London");
        await page.PressAsync(Answer);
        (await page.Page.Locator(".errors a").CountAsync()).ShouldBe(1);
        await page.ShouldBeSoundAsync();

        await page.Page.Locator("[aria-label='Position of Wales']").FillAsync("2");
        await page.PressAsync(Answer);
        (await page.Page.Locator("#partner-error").CountAsync()).ShouldBe(1);
        await page.ShouldBeSoundAsync();

        await page.Page.Locator("#linked").SelectOptionAsync("same");
        await page.Page.Locator("#tier").SelectOptionAsync("other");
        await page.PressAsync(Answer);
        (await page.Page.Locator("#pair-title").CountAsync()).ShouldBe(1);
        await page.PressAsync("button[value=others]");
        await page.Page.Locator("#outcome").SelectOptionAsync("1");
        await page.PressAsync("button[value=rank]");
        foreach (var summary in await page.Page.Locator("main summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await page.ShouldBeSoundAsync();
        var small = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main button, main input, main select')].filter(x => x.offsetParent && !x.closest('.vh') && !x.classList.contains('vh')).filter(x => x.getBoundingClientRect().height < 24).map(x => x.outerHTML.slice(0, 80))");
        small.ShouldBeEmpty("controls lower than 24 pixels");
    }

    [Fact]
    public async Task Example_IsSteppedThrough_WithoutScripts()
    {
        await using var page = await site.OpenAsync("/foundation-applications/how-allocation-works", width: 320, scripts: false);

        for (var step = 2; step <= 9; step++)
        {
            await page.PressAsync("#example .actions a.btn");
            page.Page.Url.ShouldEndWith($"step={step}#example");
        }

        (await page.Page.Locator(".stepped h3").InnerTextAsync()).ShouldBe("Step 9 of 9. The same draw, had Amir put Hill first");
    }

    private static string Pick(string school) => $"#order [value='pick:{school}']";

    private static async Task<List<string>> OrderAsync(WatchedPage page) =>
        [.. await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#order > li')].map(row => row.dataset.school)")];

    private static Task<string> FocusedAsync(WatchedPage page) => page.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')");
}
