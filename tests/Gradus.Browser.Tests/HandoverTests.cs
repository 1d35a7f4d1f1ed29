using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>The handover sheet, which stays in its page, and the rehearsal.</summary>
public sealed class HandoverTests(BrowserFixture site)
{
    private const string Sheet = "/handover/sheet";
    private const string Scene = "/handover/rehearsal?scenario=pneumonia-night&seed=3";
    private const string Good = "Mrs Ashdown, 71, ward 4 bed 12, is unwell now. Pneumonia, oxygen up to six litres, NEWS 7. Penicillin allergy. For full escalation. Repeat the gas at 22:00, you. If her pressure falls, call the medical registrar.";
    private const string ReadBack = "So she is unwell now, I repeat the gas at 22:00, and if the pressure falls I call the registrar. Correct?";

    /// <summary>Everything by which a page can let something out or leave something behind, noted as it is called.</summary>
    private const string Watch = """
        window.leaks = [];
        const note = (what, call) => function (...all) { window.leaks.push(what); return call.apply(this, all); };
        window.fetch = note("fetch", window.fetch);
        XMLHttpRequest.prototype.open = note("XMLHttpRequest", XMLHttpRequest.prototype.open);
        Navigator.prototype.sendBeacon = note("sendBeacon", Navigator.prototype.sendBeacon);
        Storage.prototype.setItem = note("setItem", Storage.prototype.setItem);
        IDBFactory.prototype.open = note("indexedDB", IDBFactory.prototype.open);
        History.prototype.pushState = note("pushState", History.prototype.pushState);
        History.prototype.replaceState = note("replaceState", History.prototype.replaceState);
        if (window.Clipboard) { Clipboard.prototype.writeText = note("writeText", Clipboard.prototype.writeText); Clipboard.prototype.write = note("clipboard", Clipboard.prototype.write); }
        document.execCommand = note("execCommand", document.execCommand);
        if (window.ServiceWorkerContainer) { ServiceWorkerContainer.prototype.register = note("serviceWorker", ServiceWorkerContainer.prototype.register); }
        if (window.CacheStorage) { CacheStorage.prototype.open = note("caches", CacheStorage.prototype.open); }
        window.WebSocket = note("WebSocket", window.WebSocket); window.EventSource = note("EventSource", window.EventSource); window.BroadcastChannel = note("BroadcastChannel", window.BroadcastChannel);
        window.print = () => { window.printed = (window.printed ?? 0) + 1; };
        """;

    [Fact]
    public async Task Sheet_LetsNothingOutAndLeavesNothingBehind()
    {
        await using var page = await site.OpenAsync("/about");
        await page.Page.AddInitScriptAsync(Watch);
        await page.Page.GotoAsync(Sheet, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var asked = new List<string>();
        page.Page.Request += (_, request) => asked.Add(request.Url);
        page.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        var history = await page.Page.EvaluateAsync<int>("history.length");

        await FillAsync(page.Page.Locator(".sheet__row").First, "ŵŷ Zażółć, day two of pneumonia 漢字");
        await page.Page.Locator("#sheet-add").ClickAsync();
        await page.Page.Locator(".sheet__row").Nth(1).Locator("select").SelectOptionAsync("0");
        await page.Page.Locator("[name=form][value=sbar]").CheckAsync();
        await page.Page.Locator("[name=way][value=upright]").CheckAsync();
        await page.Page.Locator("#sheet-print").ClickAsync();
        await page.Page.WaitForTimeoutAsync(500);

        asked.ShouldBeEmpty();
        (await page.Page.EvaluateAsync<string[]>("window.leaks")).ShouldBeEmpty();
        (await page.Page.EvaluateAsync<int>("window.printed")).ShouldBe(1);
        (await page.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length")).ShouldBe(0);
        (await page.Page.EvaluateAsync<int>("(async () => (await indexedDB.databases()).length + (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length)()")).ShouldBe(0);
        (await page.Page.EvaluateAsync<int>("history.length")).ShouldBe(history);
        (await page.Page.Context.CookiesAsync()).ShouldBeEmpty();
        page.Page.Url.ShouldEndWith(Sheet);
        (await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#sheet :is(input[type=text], textarea)')].filter(field => field.autocomplete !== 'off' || field.spellcheck || field.form).map(field => field.id)")).ShouldBeEmpty("what a browser would remember, check elsewhere or send");
    }

    [Fact]
    public async Task TheWatch_SeesEveryWayOut_SoThatTheSheetCouldFail()
    {
        await using var page = await site.OpenAsync("/about");
        await page.Page.AddInitScriptAsync(Watch);
        await page.Page.GotoAsync("/about", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var asked = new List<string>();
        page.Page.Request += (_, request) => asked.Add(request.Url);
        (string What, string Does)[] ways =
        [
            ("fetch", "fetch('/health/live')"), ("XMLHttpRequest", "new XMLHttpRequest().open('GET', '/health/live')"), ("sendBeacon", "navigator.sendBeacon('/health/live', '')"),
            ("setItem", "localStorage.setItem('a', 'b')"), ("setItem", "sessionStorage.setItem('a', 'b')"), ("indexedDB", "indexedDB.open('a')"),
                ("pushState", "history.pushState(null, '', '#a')"), ("replaceState", "history.replaceState(null, '', '#b')"),
            ("writeText", "navigator.clipboard?.writeText('a')"), ("execCommand", "document.execCommand('copy')"),
                ("serviceWorker", "navigator.serviceWorker.register('/none.js')"), ("caches", "caches.open('a')"),
            ("WebSocket", "new WebSocket('ws://127.0.0.1:9')"), ("EventSource", "new EventSource('/health/live')"), ("BroadcastChannel", "new BroadcastChannel('a')"),
        ];

        foreach (var (what, does) in ways)
        {
            await page.Page.EvaluateAsync("leaks.length = 0");
            await page.Page.EvaluateAsync($"(() => {{ try {{ const gone = {does}; gone?.catch?.(() => 0); }} catch {{ }} }})()");
            (await page.Page.EvaluateAsync<string[]>("leaks")).ShouldContain(what, does);
        }

        await page.Page.EvaluateAsync("new Image().src = '/favicon.svg?a'");
        await page.Page.WaitForTimeoutAsync(300);
        asked.ShouldContain(url => url.EndsWith("/favicon.svg?a", StringComparison.Ordinal));
        (await page.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length")).ShouldBe(2);
        foreach (var word in new[] { "console", "script error", "elsewhere" })
        {
            page.Forgive(word);
        }
    }

    [Fact]
    public async Task Sheet_IsHeldToItByTheBrowserItself()
    {
        await using var page = await site.OpenAsync(Sheet);

        var refused = await page.Page.EvaluateAsync<bool>("fetch('/health/live').then(() => false, () => true)");

        refused.ShouldBeTrue();
        page.Forgive("connect");
    }

    [Fact]
    public async Task Sheet_WarnsOnLeaving_AndBackShowsNothing()
    {
        await using var page = await site.OpenAsync(Sheet);
        var warned = 0;
        page.Page.Dialog += async (_, dialog) =>
        {
            warned += dialog.Type == "beforeunload" ? 1 : 0;
            await dialog.AcceptAsync();
        };
        await FillAsync(page.Page.Locator(".sheet__row").First, "Pneumonia");

        await page.Page.GotoAsync("/handover");
        await page.Page.GoBackAsync();

        warned.ShouldBe(1);
        (await page.Page.Locator("[data-part=situation]").First.InputValueAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Sheet_LeftEmpty_DoesNotWarn()
    {
        await using var page = await site.OpenAsync(Sheet);
        var warned = 0;
        page.Page.Dialog += async (_, dialog) => { warned++; await dialog.AcceptAsync(); };

        await page.Page.GotoAsync("/handover");

        warned.ShouldBe(0);
    }

    [Theory]
    [InlineData("943 476 5919", "an NHS number")]
    [InlineData("RXH1234567", "a hospital number")]
    [InlineData("John Smith 01/02/1950", "a full name with a date of birth")]
    public async Task Sheet_TakesOutWhatNamesAPatient(string typed, string what)
    {
        await using var page = await site.OpenAsync(Sheet);
        var field = page.Page.Locator("[data-part=situation]").First;

        await field.FillAsync("Pneumonia " + typed);
        await field.PressAsync("Tab");

        (await field.InputValueAsync()).ShouldNotContain(typed[^4..]);
        (await field.InputValueAsync()).ShouldStartWith("Pneumonia");
        (await page.Page.Locator(".field__error").InnerTextAsync()).ShouldContain(what);
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Sheet_ByKeyboard_OrdersSickestFirst_WithTheFocusKept()
    {
        await using var page = await site.OpenAsync(Sheet, width: 360);
        await page.Page.Locator("#sheet-add").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Locator("[data-part=bed]").Nth(1).FillAsync("9");
        await page.Page.Locator(".sheet__row select").Nth(1).FocusAsync();

        await page.Page.Keyboard.PressAsync("ArrowUp");
        await page.Page.Keyboard.PressAsync("ArrowUp");

        (await page.Page.Locator("[data-part=bed]").First.InputValueAsync()).ShouldBe("9");
        (await page.Page.EvaluateAsync<bool>("document.activeElement === document.querySelector('.sheet__row select')")).ShouldBeTrue();
        (await page.Page.Locator("#sheet-said").InnerTextAsync()).ShouldBe("Unwell now: now patient 1 of 2.");
    }

    [Fact]
    public async Task Sheet_WithoutScripts_IsABlankSheetToPrint()
    {
        await using var page = await site.OpenAsync(Sheet, scripts: false);

        (await page.Page.Locator(".blank tbody tr:visible").CountAsync()).ShouldBe(8);
        (await page.Page.Locator("#sheet").IsVisibleAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("across", 842)]
    [InlineData("upright", 595)]
    public async Task Sheet_PrintsOnA4BothWays(string way, int points)
    {
        await using var page = await site.OpenAsync(Sheet);
        await page.Page.Locator($"[name=way][value={way}]").CheckAsync();
        await FillAsync(page.Page.Locator(".sheet__row").First, "Pneumonia");

        var paper = System.Text.Encoding.Latin1.GetString(await page.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));

        System.Text.RegularExpressions.Regex.Match(paper, @"/MediaBox \[0 0 (?<width>\d+)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5)).Groups["width"].Value.ShouldBeOneOf($"{points - 1}",
            $"{points}", $"{points + 1}");
        page.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
    }

    [Fact]
    public async Task Rehearsal_DoneTwice_SetsTheSecondBesideTheFirst_ByKeyboard()
    {
        await using var page = await site.OpenAsync(Scene);
        var asked = 0;
        page.Page.Request += (_, _) => asked++;
        await page.Page.Locator("#note").FocusAsync();
        await page.Page.Keyboard.TypeAsync("Chest infection lady, keep an eye on her.");
        await page.Page.Locator("#mark").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        var first = await page.Page.Locator("#scored-title").InnerTextAsync();
        (await page.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("scored");

        await page.Page.Locator("#note").FillAsync(Good);
        await page.Page.Locator("#back").FillAsync(ReadBack);
        await page.Page.Locator("#mark").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        first.ShouldEndWith(" of 20");
        (await page.Page.Locator("#scored-title").InnerTextAsync()).ShouldStartWith("20 of 20, ");
        (await page.Page.Locator(".marks small").CountAsync()).ShouldBe(5);
        asked.ShouldBe(0);
        (await page.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length")).ShouldBe(0);
    }

    [Fact]
    public async Task Rehearsal_CanBeTicked()
    {
        await using var page = await site.OpenAsync(Scene, width: 360);
        await page.Page.Locator("[name=how][value=tick]").CheckAsync();
        var better = await page.Page.EvaluateAsync<string[]>("Object.values(JSON.parse(document.getElementById('scenes').textContent).find(one => one.id === 'pneumonia-night').better)");

        foreach (var line in better)
        {
            await page.Page.EvaluateAsync("line => [...document.querySelectorAll('#by-ticking input')].find(input => input.value === line).click()", line);
        }

        await page.Page.Locator("#mark").ClickAsync();
        (await page.Page.Locator("#scored-title").InnerTextAsync()).ShouldBe("20 of 20");
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Rehearsal_WithTheSameSeed_GoesTheSameRound()
    {
        const string Next = "#next[href*='scenario=']"; // The script sets it once the page is there.
        await using var page = await site.OpenAsync("/handover/rehearsal");
        await page.Page.Locator("#seed").FillAsync("night 7");
        var first = await page.Page.Locator("#start").GetAttributeAsync("href");
        await page.Page.Locator("#start").ClickAsync();
        var next = await page.Page.Locator(Next).GetAttributeAsync("href");

        await page.Page.GotoAsync("/handover/rehearsal");
        await page.Page.Locator("#seed").FillAsync("night 7");

        (await page.Page.Locator("#start").GetAttributeAsync("href")).ShouldBe(first);
        await page.Page.GotoAsync(first!);
        (await page.Page.Locator(Next).GetAttributeAsync("href")).ShouldBe(next);
        next.ShouldNotBe(first);
    }

    [Fact]
    public async Task Rehearsal_WithoutScripts_ShowsAGoodHandover()
    {
        await using var page = await site.OpenAsync(Scene, scripts: false);

        await page.Page.Locator(".scene-fold summary").ClickAsync();

        (await page.Page.Locator(".scene-fold .papers").InnerTextAsync()).ShouldContain("Repeat the gas at 22:00");
        (await page.Page.Locator("#try").IsVisibleAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task EveryState_HasNoViolationAndFits(int width, bool dark)
    {
        await using var page = await site.OpenAsync(Sheet, width, dark);
        page.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.ShouldBeSoundAsync();
        await FillAsync(page.Page.Locator(".sheet__row").First, "NHS 943 476 5919");
        await page.Page.Locator("#sheet-add").ClickAsync();
        await page.ShouldBeSoundAsync();
        await page.Page.Locator("#sheet-clear").ClickAsync();
        (await page.Page.Locator(".sheet__row").CountAsync()).ShouldBe(1);

        await page.Page.GotoAsync("/handover/rehearsal");
        await page.ShouldBeSoundAsync();
        await page.Page.GotoAsync(Scene);
        await page.Page.Locator("#clock-start").ClickAsync();
        await page.Page.Locator("#note").FillAsync("Mr Pettifer is not unwell.");
        await page.Page.Locator("#mark").ClickAsync();
        (await page.Page.Locator("#scored-title").InnerTextAsync()).ShouldBe("−20 of 20");
        await page.ShouldBeSoundAsync();
    }

    private static async Task FillAsync(ILocator row, string situation)
    {
        await row.Locator("[data-part=bed]").FillAsync("12");
        await row.Locator("[data-part=initials]").FillAsync("EA");
        await row.Locator("[data-part=situation]").FillAsync(situation);
        await row.Locator("[data-part=contingency]").FillAsync("If above 7, call the registrar");
        await row.Locator("[data-part=task]").FillAsync("Gas");
        await row.Locator("[data-part=owner]").FillAsync("night doctor");
        await row.Locator("[data-part=time]").FillAsync("22:00");
        await row.Locator("[data-part=time]").PressAsync("Tab");
    }
}
