using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>The specialty questions as a doctor answers them: by thumb on a small phone, by keyboard, without scripts, with the back button, stopped and taken up again.</summary>
public sealed class SpecialtyQuestionsTests(BrowserFixture site)
{
    private const string Address = "/specialty-explorer/match";

    [Theory]
    [InlineData("start-short", 18, 4, true)]
    [InlineData("start-short", 18, 4, false)]
    [InlineData("start-full", 39, 13, true)]
    public async Task Form_LeadsToAResult_OnASmallPhone(string length, int statements, int tasks, bool scripts)
    {
        await using var page = await site.OpenAsync(Address, width: 320, scripts: scripts);
        await page.PressAsync($"button[value={length}]");

        (await page.AnswerStatementsAsync()).ShouldBe(statements);
        (await page.AnswerTasksAsync(scripts)).ShouldBe(tasks);
        await page.AnswerTheRestAsync();

        (await page.Page.Locator("#answer-title").InnerTextAsync()).ShouldStartWith("Three to look at first: ");
        (await page.Page.Locator(".rank, .rest__list > li").CountAsync()).ShouldBe(65);
        new Uri(page.Page.Url).PathAndQuery.ShouldBe(Address);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task EveryState_HasNoViolationAndFits(int width, bool dark)
    {
        await using var page = await site.OpenAsync(Address, width, dark);
        await page.Page.Locator("#code").FillAsync("k10102");
        await page.PressAsync("button[value=open-code]");
        await page.ShouldBeSoundAsync();

        await page.PressAsync("button[value=start-short]");
        await page.ShouldBeSoundAsync();
        await page.AnswerStatementsAsync();
        await page.PressAsync("button.btn[name=do][value='']");
        (await page.Page.Locator(".errors a").First.GetAttributeAsync("href")).ShouldBe("#best");
        await page.ShouldBeSoundAsync();
        await page.AnswerTasksAsync(scripts: true);
        while (await page.Page.Locator(".pickgrid").CountAsync() > 0)
        {
            await page.PressAsync("button[value=skip]");
        }

        await page.ShouldBeSoundAsync();
        await page.Page.Locator("[name=run-through-only]").CheckAsync();
        await page.Page.Locator("#only-nation").SelectOptionAsync("wales");
        await page.PressAsync("button.btn[name=do][value='']");

        foreach (var fold in await page.Page.Locator("main summary").AllAsync())
        {
            if (await fold.IsVisibleAsync())
            {
                await fold.ClickAsync();
            }
        }

        await page.Page.Locator("[name=compare]").First.CheckAsync();
        await page.Page.Locator("#add").SelectOptionAsync("general-practice");
        await page.ShouldBeSoundAsync();
        await page.PressAsync(".addone button");
        (await page.Page.Locator("#compare thead th").CountAsync()).ShouldBe(3);
        await page.ShouldBeSoundAsync();
        await page.PressAsync("button[value=summary]");
        await page.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task WhyUndecided_InEveryState_HasNoViolationAndFits(int width, bool dark)
    {
        await using var page = await site.OpenAsync("/specialty-explorer/why-undecided", width, dark);
        await page.ShouldBeSoundAsync();
        await page.PressAsync(".undecided button");
        await page.ShouldBeSoundAsync();

        await page.Page.Locator("#pressure-1-5").CheckAsync();
        await page.PressAsync(".undecided button");

        (await page.Page.Locator("#answer-title").InnerTextAsync()).ShouldStartWith("Talk it through");
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task KeyboardAlone_AnswersAStatementAndATradeOff()
    {
        await using var page = await site.OpenAsync(Address);
        await page.Page.Locator("button[value=start-short]").FocusAsync();
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        var first = await page.Page.Locator("h1").InnerTextAsync();

        // The question holds the focus, so one Tab is at the first answer.
        await page.Page.Keyboard.PressAsync("Tab");
        (await page.Page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("Strongly agree");
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        (await page.Page.Locator("h1").InnerTextAsync()).ShouldNotBe(first);
        await page.AnswerStatementsAsync();

        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Space");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        (await page.Page.Locator(".trade input:checked").CountAsync()).ShouldBe(2, "arrows choose and do not go on by themselves");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        (await page.Page.Locator(".trade input[name=best]:checked").CountAsync()).ShouldBe(1, "an arrow on one side never clears the other");
        (await page.Page.Locator("[data-same]").IsVisibleAsync()).ShouldBeTrue("the same thing on both sides is said at once");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        (await page.Page.Locator("[data-same]").IsHiddenAsync()).ShouldBeTrue();
        await page.Page.Locator("button.btn[name=do][value='']").FocusAsync();
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        (await page.Page.Locator(".progress").InnerTextAsync()).ShouldContain("20");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BackButtonOfTheBrowser_ShowsTheEarlierQuestion_AndItCanBeAnsweredAgain(bool scripts)
    {
        await using var page = await site.OpenAsync(Address, scripts: scripts);
        await page.PressAsync("button[value=start-short]");
        var first = await page.Page.Locator("h1").InnerTextAsync();
        await page.PressAsync(".scale button[value='5']");
        var second = await page.Page.Locator("h1").InnerTextAsync();
        await page.PressAsync(".scale button[value='4']");

        await page.Page.GoBackAsync();
        (await page.Page.Locator("h1").InnerTextAsync()).ShouldBe(second);
        await page.Page.GoBackAsync();
        (await page.Page.Locator("h1").InnerTextAsync()).ShouldBe(first);
        await page.PressAsync(".scale button[value='1']");

        (await page.Page.Locator("h1").InnerTextAsync()).ShouldBe(second);
        (await page.Page.Locator("input[name=answers]").InputValueAsync()).ShouldContain("\"hands-on-1\":1");
    }

    [Fact]
    public async Task Answers_AreKeptInTheBrowser_UntilTheyAreCleared()
    {
        await using var page = await site.OpenAsync(Address);
        await page.PressAsync("button[value=start-short]");
        await page.PressAsync(".scale button[value='5']");
        var second = await page.Page.Locator("h1").InnerTextAsync();
        (await page.Page.Locator("p[data-kept]").InnerTextAsync()).ShouldStartWith("Saved in this browser at");

        await page.Page.GotoAsync(Address);
        await page.PressAsync("button[value=open-saved]");
        (await page.Page.Locator("h1").InnerTextAsync()).ShouldBe(second);
        await page.Page.GotoAsync(Address);
        await page.Page.Locator("[data-clear]").ClickAsync();
        await page.Page.ReloadAsync();

        (await page.Page.Locator("#kept").IsVisibleAsync()).ShouldBeFalse();
        (await page.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
    }

    [Fact]
    public async Task Slider_RanksAtOnce_AndKeepsWhatIsOpen()
    {
        await using var page = await site.OpenAsync(Address, width: 360);
        await page.PressAsync("button[value=start-short]");
        await page.AnswerStatementsAsync();
        await page.PressAsync("button[value=result]");
        await page.Page.Locator(".weigh summary").ClickAsync();
        var before = await page.Page.Locator("[data-live=ranks] .rank__name").AllInnerTextsAsync();
        var open = await page.Page.Locator(".rank details").First.GetAttributeAsync("id");
        await page.Page.Locator(".rank summary").First.ClickAsync();

        await page.Page.Locator("#importance-hands-on").FocusAsync();
        await page.Page.Keyboard.PressAsync("End");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('input[name=answers]').value.includes('\"importance\":{\"hands-on\":3}')");

        (await page.Page.Locator("[data-live=ranks] .rank__name").AllInnerTextsAsync()).ShouldNotBe(before);
        (await page.Page.Locator("output[for=importance-hands-on]").InnerTextAsync()).ShouldBe("three times as much");
        (await page.Page.Locator(".answer__q").InnerTextAsync()).ShouldEndWith("weighed as you set it");
        var still = page.Page.Locator("#" + open);
        if (await still.EvaluateAsync<bool>("part => part instanceof HTMLDetailsElement"))
        {
            (await still.GetAttributeAsync("open")).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Answers_AreBigEnoughForAThumb()
    {
        await using var page = await site.OpenAsync(Address, width: 320);
        await page.PressAsync("button[value=start-short]");

        var heights = await page.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('.scale button, .walk__foot button')].map(button => button.getBoundingClientRect().height)");

        heights.ShouldAllBe(height => height >= 44);
    }

    [Fact]
    public async Task Summary_ComesAsPdf_AndLeavesNothingBehind()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "gradus-pdf-*");
        await using var page = await site.OpenAsync(Address);
        await page.PressAsync("button[value=start-short]");
        await page.PressAsync(".scale button[value='5']");
        await page.PressAsync("button[value=result]");
        await page.PressAsync("button[value=summary]");

        var file = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("button[value=pdf]").ClickAsync());
        var pdf = await File.ReadAllBytesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);

        file.SuggestedFilename.ShouldBe("specialties-to-talk-about.pdf");
        pdf[..5].ShouldBe("%PDF-"u8.ToArray());
        pdf.Length.ShouldBeGreaterThan(10_000);
        Directory.GetDirectories(Path.GetTempPath(), "gradus-pdf-*").ShouldBe(before);
    }

    [Fact]
    public async Task Result_Prints()
    {
        await using var page = await site.OpenAsync(Address);
        await page.PressAsync("button[value=start-short]");
        await page.AnswerStatementsAsync();
        await page.PressAsync("button[value=result]");
        await page.PressAsync("button[value=summary]");

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        (await page.Page.Locator(".noprint").IsVisibleAsync()).ShouldBeFalse();
        (await page.Page.PdfAsync(new PagePdfOptions { Tagged = true })).Length.ShouldBeGreaterThan(10_000);
    }
}

internal static class SpecialtySteps
{
    private static readonly int[] Pattern = [5, 4, 2, 2, 3, 4, 1, 5, 2, 2, 4, 1, 3, 5, 4, 2, 5, 1];

    /// <summary>Answers statements until there is none; how many there were.</summary>
    public static async Task<int> AnswerStatementsAsync(this WatchedPage page)
    {
        var count = 0;
        while (await page.Page.Locator(".scale").CountAsync() > 0)
        {
            await page.PressAsync($".scale button[value='{Pattern[count++ % Pattern.Length]}']");
        }

        return count;
    }

    /// <summary>Answers trade-offs until there is none; with scripts the page goes on by itself.</summary>
    public static async Task<int> AnswerTasksAsync(this WatchedPage page, bool scripts)
    {
        var count = 0;
        while (await page.Page.Locator(".trade").CountAsync() > 0)
        {
            await page.Page.Locator(".trade input[name=best]").Nth(count % 4).ClickAsync();
            var at = await page.Page.Locator("input[name=at]").InputValueAsync();
            await page.Page.Locator(".trade input[name=worst]").Nth((count + 1) % 4).ClickAsync();
            if (!scripts)
            {
                await page.PressAsync("button.btn[name=do][value='']");
            }

            await page.Page.WaitForSelectorAsync($"#walk:not(:has(input[name=at][value='{at}']))");
            count++;
        }

        return count;
    }

    /// <summary>Says “no preference” and sets no limit.</summary>
    public static async Task AnswerTheRestAsync(this WatchedPage page)
    {
        while (await page.Page.Locator(".pickgrid").CountAsync() > 0)
        {
            await page.PressAsync("button[value=skip]");
        }

        await page.PressAsync("button.btn[name=do][value='']");
    }
}
