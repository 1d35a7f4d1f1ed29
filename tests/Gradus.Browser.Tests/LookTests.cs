using System.Globalization;
using Gradus.Data.Content;
using Gradus.Tools;
using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>The look where a browser is needed: the first screen of a phone, folds, paper, forced colours, the theme.</summary>
public sealed class LookTests(BrowserFixture site)
{
    private const string Answer = ".form__end button[value=answer]";

    [Fact]
    public async Task Room_OnAPhone_ShowsItsAnswerInTheFirstScreen()
    {
        await using var page = await site.OpenAsync("/", width: 360);
        foreach (var room in Rooms.All)
        {
            await page.Page.SetViewportSizeAsync(360, 640);
            await page.Page.GotoAsync("/" + room);

            (await page.Page.EvaluateAsync<double>("document.querySelector('.room__head .lede').getBoundingClientRect().bottom")).ShouldBeLessThanOrEqualTo(640, room);
        }
    }

    [Fact]
    public async Task EveryToolsAnswer_StandsInTheFirstScreenOfAPhone_AndNoDateIsCut()
    {
        await using var page = await site.OpenAsync("/tools", width: 360);
        foreach (var tool in AllTools.Declared.Where(tool => !tool.HasOwnPage))
        {
            await page.Page.SetViewportSizeAsync(360, 640);
            await page.Page.GotoAsync(tool.Address);
            await page.Page.EvaluateAsync("(() => { const one = document.querySelector('button[value^=\"example:\"]'); one.form.requestSubmit(one); })()");
            await page.Page.Locator(".answer h1").WaitForAsync();

            (await page.Page.EvaluateAsync<double>("document.querySelector('.answer h1').getBoundingClientRect().bottom + scrollY")).ShouldBeLessThanOrEqualTo(640, tool.Address);
            foreach (var width in (int[])[320, 360, 1280])
            {
                await page.Page.SetViewportSizeAsync(width, 640);
                (await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.date input:not([type=date])')].filter(day => day.offsetParent && day.scrollWidth > day.clientWidth + 1).map(day => day.name)")).ShouldBeEmpty($"{tool.Address} at {width}");
            }
        }
    }

    [Fact]
    public async Task Masthead_InForcedColours_UnderlinesWhereYouAreAlone()
    {
        await using var page = await site.OpenAsync("/tools");
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });

        var lines = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.topnav a')].map(link => (link.hasAttribute('aria-current') ? 'here ' : 'there ') + getComputedStyle(link).borderBottomColor)");

        lines.Where(line => line.StartsWith("here ", StringComparison.Ordinal))
            .ShouldHaveSingleItem()[5..].ShouldNotBeOneOf([.. lines.Where(line => line.StartsWith("there ", StringComparison.Ordinal)).Select(line => line[6..])]);
    }

    [Fact]
    public async Task Hub_OnAPhone_FoldsEveryStairButYours()
    {
        await using var page = await site.OpenAsync("/", width: 360, scripts: false);

        await page.Page.Locator("#iam").SelectOptionAsync("resident");
        await page.PressAsync(".iam button");

        await page.Page.Locator("#in-training .rooms").WaitForAsync();
        (await page.Page.Locator(".stage .rooms:visible").CountAsync()).ShouldBe(1);
        (await page.Page.Locator("#in-training .rooms").IsVisibleAsync()).ShouldBeTrue();
        (await page.Page.Locator("#iam").InputValueAsync()).ShouldBe("resident");
    }

    [Fact]
    public async Task Hub_OnAWideScreen_ShowsEveryStair()
    {
        await using var page = await site.OpenAsync("/");

        (await page.Page.Locator(".stage .rooms:visible").CountAsync()).ShouldBe(5);
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Contents_AreFoldedOnAPhoneAlone(int width, bool shown)
    {
        await using var page = await site.OpenAsync("/less-than-full-time", width);

        (await page.Page.Locator(".contents li").First.IsVisibleAsync()).ShouldBe(shown);
    }

    [Theory]
    [InlineData("light", true)]
    [InlineData("dark", false)]
    public async Task Theme_OfTheReader_GoesBeforeTheSystems(string theme, bool systemIsDark)
    {
        await using var page = await site.OpenAsync("/", dark: systemIsDark);
        var system = await Paper(page);

        await page.PressAsync($"button[name=theme][value={theme}]");

        (await Paper(page)).ShouldNotBe(system);
    }

    [Fact]
    public async Task Plots_InForcedColours_AreDrawnInSystemColours()
    {
        await using var page = await site.OpenAsync("/less-than-full-time/completion-date");
        await FillAsync(page);
        await page.PressAsync(Answer);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });

        var text = await page.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.chart .plot .f1')).fill");

        text.ShouldBe(await page.Page.EvaluateAsync<string>("(() => { const one = document.createElement('b'); one.style.color = 'CanvasText'; document.body.append(one); const colour = getComputedStyle(one).color; one.remove(); return colour; })()"));
        (await page.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.answer')).borderTopStyle")).ShouldBe("solid");
        (await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.chart .plot .t-on')].map(label => getComputedStyle(label).fill)")).ShouldNotContain(text,
            "a label on a bar has the colour of the page, not of the bar");
    }

    [Fact]
    public async Task Answer_HasTheFocus_AndPrintsWithoutItsForm()
    {
        await using var page = await site.OpenAsync("/less-than-full-time/completion-date");
        await FillAsync(page);

        await page.PressAsync(Answer);
        await Assertions.Expect(page.Page.Locator(".answer h1")).ToBeFocusedAsync();
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        (await page.Page.Locator("#facts").IsVisibleAsync()).ShouldBeFalse();
        (await page.Page.Locator(".answer").IsVisibleAsync()).ShouldBeTrue();
        (await page.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.result')).gridTemplateColumns")).Split(' ').Length
            .ShouldBe(1, "the answer has the whole width of every page");
        (await page.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.given')).gridTemplateColumns")).Split(' ').Length
            .ShouldBeGreaterThan(2, "paper keeps the wide layout");
    }

    [Fact]
    public async Task Errors_HaveTheFocusAndTheTitle()
    {
        await using var page = await site.OpenAsync("/less-than-full-time/completion-date");

        await page.PressAsync(Answer);

        (await page.Page.TitleAsync()).ShouldStartWith("Error: ");
        await Assertions.Expect(page.Page.Locator(".errors")).ToBeFocusedAsync();
        (await page.Page.EvaluateAsync<bool>("document.querySelector('h1').compareDocumentPosition(document.querySelector('.errors')) === Node.DOCUMENT_POSITION_FOLLOWING")).ShouldBeTrue("the summary follows the heading");
    }

    [Fact]
    public async Task Marks_OpenNoHoleInALine()
    {
        await using var page = await site.OpenAsync("/less-than-full-time");

        var wide = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.prose p sup.ref')].filter(mark => mark.getBoundingClientRect().width > 10 * mark.textContent.length + 8 * mark.querySelectorAll('a').length).map(mark => mark.outerHTML)");
        var small = await page.Page.EvaluateAsync<int>("[...document.querySelectorAll('.prose p sup.ref a')].filter(mark => { const box = getComputedStyle(mark, '::after'); return parseFloat(box.height) < 24 || parseFloat(box.width) < 20; }).length");

        wide.ShouldBeEmpty();
        small.ShouldBe(0, string.Create(CultureInfo.InvariantCulture, $"{small} marks are too small for a thumb"));
    }

    [Fact]
    public async Task Calendar_OpensBesideADate_AndWritesTheDayInWords()
    {
        await using var page = await site.OpenAsync("/less-than-full-time/completion-date");

        (await page.Page.Locator(".date button").First.IsVisibleAsync()).ShouldBeTrue();
        await page.Page.EvaluateAsync("(() => { const picker = document.querySelector('.date input[type=date]'); picker.value = '2033-08-02'; picker.dispatchEvent(new Event('change')); })()");

        (await page.Page.Locator("[name=plannedEnd]").InputValueAsync()).ShouldBe("2 August 2033");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Question_ThatDoesNotApply_IsOutOfSightOnlyWhereScriptsRun(bool scripts)
    {
        await using var page = await site.OpenAsync("/less-than-full-time/completion-date", scripts: scripts);
        var rate = page.Page.Locator("[name='changes[0].rate']");

        (await rate.IsVisibleAsync()).ShouldBe(!scripts);
        await page.Page.Locator("[name='changes[0].kind']").SelectOptionAsync("less-than-full-time");

        (await rate.IsVisibleAsync()).ShouldBeTrue();
    }

    private static async Task FillAsync(WatchedPage page)
    {
        await page.Page.Locator("[name=plannedEnd]").FillAsync("2 August 2033");
        await page.Page.Locator("[name=baselineRate]").FillAsync("100");
        await page.Page.Locator("[name='changes[0].kind']").SelectOptionAsync("less-than-full-time");
        await page.Page.Locator("[name='changes[0].from']").FillAsync("4 August 2027");
        await page.Page.Locator("[name='changes[0].rate']").FillAsync("80");
    }

    private static Task<string> Paper(WatchedPage page) => page.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
