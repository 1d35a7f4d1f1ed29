namespace Gradus.Browser.Tests;

/// <summary>The pages of the specialties in light and dark, wide and narrow, by keyboard and without scripts.</summary>
public sealed class SpecialtyPagesTests(BrowserFixture site)
{
    public static TheoryData<string, int, bool> Pages()
    {
        var data = new TheoryData<string, int, bool>();
        foreach (var address in (string[])["/specialty-explorer/trauma-and-orthopaedic-surgery", "/specialty-explorer/specialties", "/specialty-explorer/competition"])
        {
            foreach (var width in (int[])[1280, 320])
            {
                data.Add(address, width, false);
                data.Add(address, width, true);
            }
        }

        data.Add("/specialty-explorer/orthopedics", 320, false);
        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WithEverythingOpen_HasNoViolationAndFits(string address, int width, bool dark)
    {
        await using var page = await site.OpenAsync(address, width, dark);

        await page.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(part => part.open = true)");
        await page.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData("/specialty-explorer/cardiology")]
    [InlineData("/specialty-explorer/community-sexual-and-reproductive-health")]
    [InlineData("/specialty-explorer/obstetrics-and-gynaecology")]
    [InlineData("/specialty-explorer/general-practice")]
    [InlineData("/specialty-explorer/competition")]
    public async Task Words_StayWithinTheWindowAt320(string address)
    {
        await using var page = await site.OpenAsync(address, width: 320);

        var outside = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main svg text')].filter(x => getComputedStyle(x).display !== 'none').filter(x => { const box = x.getBoundingClientRect(); return box.width > 0 && (box.left < 0 || box.right > document.documentElement.clientWidth); }).map(x => x.textContent)");

        outside.ShouldBeEmpty();
        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task List_IsNarrowedByKeyboardWithoutScripts()
    {
        await using var page = await site.OpenAsync("/specialty-explorer/specialties", scripts: false);

        await page.Page.Locator("#group").FocusAsync();
        await page.Page.Keyboard.TypeAsync("Surg");
        await page.Page.Locator("#words").FocusAsync();
        await page.Page.Keyboard.TypeAsync("hand");
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        page.Page.Url.ShouldContain("group=Surgery");

        (await page.Page.Locator("table.specialties tbody th a").AllInnerTextsAsync()).ShouldContain("Plastic surgery");
        (await page.Page.Locator("#group").InputValueAsync()).ShouldBe("Surgery");
    }

    [Fact]
    public async Task Figures_AreOpenedByKeyboard()
    {
        await using var page = await site.OpenAsync("/specialty-explorer/cardiology");

        await page.Page.Locator("#competition details summary").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        (await page.Page.Locator("#competition table").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Competition_DoesNotShiftAsItLoads(int width)
    {
        await using var page = await site.OpenAsync("/specialty-explorer/competition", width);

        var shift = await page.Page.EvaluateAsync<double>("""new Promise(done => { let sum = 0; new PerformanceObserver(seen => { for (const one of seen.getEntries()) { sum += one.value; } }).observe({ type: "layout-shift", buffered: true }); setTimeout(() => done(sum), 500); })""");

        shift.ShouldBeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public async Task Competition_OfAnotherYear_IsChosenWithoutScripts()
    {
        await using var page = await site.OpenAsync("/specialty-explorer/competition", scripts: false);

        await page.PressAsync("section a[href*='year=2019']");
        page.Page.Url.ShouldEndWith("year=2019");

        (await page.Page.Locator("#year").InputValueAsync()).ShouldBe("2019");
    }
}
