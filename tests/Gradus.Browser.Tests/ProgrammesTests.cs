using System.Globalization;
using System.Text;
using Gradus.Data.Exports;
using Gradus.Tools;
using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>The programme ranker as a doctor uses it: by keyboard at 320 pixels, by thumb, without scripts, kept in the browser, in and out again.</summary>
public sealed class ProgrammesTests(BrowserFixture site)
{
    private const string Address = "/foundation-applications/programmes";

    [Fact]
    public async Task AThousand_AreMovedByKeyboardAlone_At320Pixels_AndTheMoveIsSpoken()
    {
        await using var page = await site.OpenAsync(Address, width: 320);
        await ReadAsync(page, Listing(1000));
        var first = page.Page.Locator(".prog").First;
        (await first.Locator("[data-way=up]").GetAttributeAsync("aria-disabled")).ShouldBe("true");
        await first.Locator("[data-way=down]").FocusAsync();

        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Enter");
        (await SaidAsync(page)).ShouldBe("INV 0001 a moved to 3 of 1,000.");
        (await FocusedAsync(page)).ShouldBe("Move INV 0001 a down");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("Move INV 0001 a to the bottom");
        await page.Page.Keyboard.PressAsync("Enter");
        (await SaidAsync(page)).ShouldBe("INV 0001 a moved to 1,000 of 1,000.");
        (await FocusedAsync(page)).ShouldBe("Move INV 0001 a to the bottom");
        await page.Page.Keyboard.PressAsync("Enter");
        (await FocusedAsync(page)).ShouldBe("Move INV 0001 a to the bottom", "an end takes no press and keeps the focus");
        await page.Page.Locator("[aria-label='Position of INV 0001 a']").FocusAsync();
        await page.Page.Keyboard.PressAsync("Control+a");
        await page.Page.Keyboard.TypeAsync("500");
        await page.Page.Keyboard.PressAsync("Enter");

        (await SaidAsync(page)).ShouldBe("INV 0001 a moved to 500 of 1,000.");
        (await FocusedAsync(page)).ShouldBe("Position of INV 0001 a");
        (await page.Page.Locator(".prog").CountAsync()).ShouldBeLessThan(40);
        (await page.Page.EvaluateAsync<bool>("(() => { const row = document.activeElement.closest('.prog').getBoundingClientRect(); const box = document.getElementById('scroller').getBoundingClientRect(); return row.top >= box.top - 1 && row.bottom <= box.bottom + 1; })()")).ShouldBeTrue("the row that moved is in sight");
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task AMove_AtAThousand_DoesNoMoreToThePageThanAtFifty()
    {
        var changed = new List<int>();
        foreach (var count in (int[])[50, 1000])
        {
            await using var page = await site.OpenAsync(Address);
            await ReadAsync(page, Listing(count));
            await page.Page.EvaluateAsync("(() => { window.changes = 0; new MutationObserver(all => { window.changes += all.length; }).observe(document.getElementById('programmes'), { subtree: true, childList: true, attributes: true }); })()");
            await page.Page.Locator(".prog").First.Locator("[data-way=down]").ClickAsync();
            await page.Page.WaitForTimeoutAsync(200);
            changed.Add(await page.Page.EvaluateAsync<int>("window.changes"));
        }

        changed[0].ShouldBeGreaterThan(0);
        changed[1].ShouldBeLessThanOrEqualTo(changed[0] * 3);
    }

    [Fact]
    public async Task Order_ComesBackWithAQuestion_AndNothingIsSent()
    {
        await using var page = await site.OpenAsync(Address);
        await ReadAsync(page, "Code,Site\nA1,Kent\nA2,Leeds\nA3,York\n");
        var sent = 0;
        page.Page.Request += (_, request) => sent += request.Method == "POST" || request.Url.Contains("/api/", StringComparison.Ordinal) ? 1 : 0;
        await page.Page.Context.SetOfflineAsync(true);
        await page.Page.Locator("[aria-label='Move A3 to the top']").ClickAsync();
        (await page.Page.Locator("#saved").InnerTextAsync()).ShouldStartWith("Saved in this browser at ");
        await page.Page.Context.SetOfflineAsync(false);

        await page.Page.ReloadAsync();

        (await page.Page.Locator("#kept-words").InnerTextAsync()).ShouldContain("3 programmes in your order");
        (await page.Page.Locator("#work").IsVisibleAsync()).ShouldBeFalse("nothing comes back unasked");
        await page.Page.Locator("#kept-yes").ClickAsync();
        (await OrderAsync(page)).ShouldBe(["A3", "A1", "A2"]);
        sent.ShouldBe(0);
        page.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.Page.Locator("#clear").ClickAsync();
        (await page.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
    }

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("{\"header\":[\"Code\"],\"rows\":[[\"A\"],[\"B\"]]}", "{\"state\":{\"order\":[\"B\"]")]
    [InlineData("{\"header\":[\"Code\"],\"rows\":[[\"A\"],[\"B\"]]}", "{\"state\":{\"order\":[\"ZZ\",\"B\"],\"marks\":{\"B\":7}},\"criteria\":[null]}")]
    public async Task WhatIsKeptAndSpoilt_StopsNothing(string list, string order)
    {
        await using var page = await site.OpenAsync(Address);
        await page.Page.EvaluateAsync("kept => { localStorage.setItem('gradus.programmes-list', kept[0]); localStorage.setItem('gradus.programmes-order', kept[1]); }",
            new[] { list, order });

        await page.Page.ReloadAsync();
        if (await page.Page.Locator("#kept-yes").IsVisibleAsync())
        {
            await page.Page.Locator("#kept-yes").ClickAsync();
            (await OrderAsync(page)).Order(StringComparer.Ordinal).ShouldBe(["A", "B"]);
        }

        await ReadAsync(page, "Code\nA\nB\nC\n");
        (await OrderAsync(page)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task AListWithNothingInIt_IsRefusedAsEveryPageRefuses_AndStaysInItsBox()
    {
        await using var page = await site.OpenAsync(Address);
        await page.Page.Locator("#text").FillAsync("Code");
        await page.Page.Locator("#import button[value=read]").ClickAsync();

        await Assertions.Expect(page.Page.Locator("h1 + .errors")).ToBeFocusedAsync();
        (await page.Page.TitleAsync()).ShouldStartWith("Error: ");
        (await page.Page.Locator(".errors a").GetAttributeAsync("href")).ShouldBe("#text");
        (await page.Page.Locator("#text-error").InnerTextAsync()).ShouldContain("No programmes were read");
        (await page.Page.Locator("#text").InputValueAsync()).ShouldBe("Code");

        await ReadAsync(page, "Code\nA\nB\n");
        (await page.Page.Locator(".errors, #import .field__error, #import [aria-invalid]").CountAsync()).ShouldBe(0);
        (await page.Page.TitleAsync()).ShouldNotContain("Error");
    }

    [Fact]
    public async Task FullStore_IsSaid_AndTheOrderGoesOn()
    {
        await using var page = await site.OpenAsync(Address);
        await page.Page.EvaluateAsync("(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; })()");

        await ReadAsync(page, "Code\nA\nB\n");
        await page.Page.Locator("[aria-label='Move B up']").ClickAsync();

        (await page.Page.Locator("#saved").InnerTextAsync()).ShouldBe("Not saved: this browser has no room left. Save to a file.");
        (await OrderAsync(page)).ShouldBe(["B", "A"]);
    }

    [Fact]
    public async Task TwoTabs_NeitherOverwritesTheOtherUnasked()
    {
        await using var one = await site.OpenAsync(Address);
        await ReadAsync(one, "Code\nA\nB\nC\n");
        var two = await one.Page.Context.NewPageAsync();
        await two.GotoAsync(Address);
        await two.Locator("#kept-yes").ClickAsync();
        await two.Locator("[aria-label='Move C to the top']").ClickAsync();

        await Assertions.Expect(one.Page.Locator("#conflict")).ToBeVisibleAsync();
        await one.Page.Locator("[aria-label='Move B to the top']").ClickAsync();
        (await one.Page.EvaluateAsync<string>("JSON.parse(localStorage.getItem('gradus.programmes-order')).state.order.join('')")).ShouldBe("CAB");
        await one.Page.Locator("#conflict-theirs").ClickAsync();

        (await OrderAsync(one)).ShouldBe(["C", "A", "B"]);
        await one.Page.Locator("[aria-label='Move B to the top']").ClickAsync();
        (await one.Page.Locator("#saved").InnerTextAsync()).ShouldStartWith("Saved");
    }

    [Fact]
    public async Task Wishes_Undo_MarksAndComparing_MakeAnOrder()
    {
        await using var page = await site.OpenAsync(Address);
        await page.Page.Locator("#example").ClickAsync();
        await page.Page.Locator("#wish-value").FillAsync("General Practice");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Locator("#rank").ClickAsync();
        (await OrderAsync(page)).Take(3).ShouldBe(["EX/002", "EX/004", "EX/006"]);
        (await page.Page.Locator("#ties-words").InnerTextAsync()).ShouldStartWith("2 groups are level");

        await page.Page.Locator("#ties-compare").ClickAsync();
        for (var question = 0; question < 3 && await page.Page.Locator("#duel").IsVisibleAsync(); question++)
        {
            var names = await page.Page.Locator("#duel button b").AllInnerTextsAsync();
            await page.Page.Locator(string.CompareOrdinal(names[0], names[1]) > 0 ? "#duel-a" : "#duel-b").ClickAsync();
        }

        (await OrderAsync(page)).Take(3).ShouldBe(["EX/006", "EX/004", "EX/002"]);
        await page.Page.Locator("#undo").ClickAsync();
        (await OrderAsync(page)).Take(3).ShouldBe(["EX/002", "EX/004", "EX/006"]);
        await page.Page.Locator("#undo").ClickAsync();
        (await OrderAsync(page))[0].ShouldBe("EX/001");
        (await page.Page.Locator("#undo").GetAttributeAsync("aria-disabled")).ShouldBe("true");
        await page.Page.Locator("#redo").ClickAsync();
        await page.Page.Locator("#redo").ClickAsync();
        (await OrderAsync(page))[0].ShouldBe("EX/006");

        await page.Page.Locator("[aria-label='More about EX/006']").ClickAsync();
        await page.Page.Locator("#detail-note").FillAsync("far");
        await page.Page.Locator("#detail input[value=not]").CheckAsync();
        await page.Page.Locator("#detail-close").ClickAsync();
        (await OrderAsync(page))[^1].ShouldBe("EX/006");
        (await FocusedAsync(page)).ShouldBe("More about EX/006");
        await page.Page.Locator("[aria-label='Choose EX/001']").CheckAsync();
        await page.Page.Locator("[aria-label='Choose EX/003']").CheckAsync();
        await page.Page.Locator("[data-all=top]").ClickAsync();
        (await OrderAsync(page)).Take(2).ShouldBe(["EX/001", "EX/003"]);
        (await SaidAsync(page)).ShouldBe("2 programmes moved to 1 of 7.");
    }

    [Fact]
    public async Task WhatIsWrittenOut_ComesInAgainTheSame()
    {
        await using var page = await site.OpenAsync(Address);
        await ReadAsync(page, "Code,Employer\nA1,=cmd\nA2,\"Trust, North\"\nA3,Trust B\n");
        await page.Page.Locator("[aria-label='Move A3 to the top']").ClickAsync();
        await page.Page.Locator("[aria-label='Choose A1']").CheckAsync();
        await page.Page.Locator("[data-all=keep]").ClickAsync();
        var before = await page.Page.EvaluateAsync<string>("JSON.stringify(JSON.parse(localStorage.getItem('gradus.programmes-order')).state)");
        foreach (var (button, extension) in new[] { ("#out-imported", ".csv"), ("#out-csv", ".csv"), ("#out-xlsx", ".xlsx"), ("#out-file", ".json") })
        {
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
            await (await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator(button).ClickAsync())).SaveAsAsync(path);
            await page.Page.Locator("[aria-label='Move A2 to the top']").ClickAsync();
            await page.Page.Locator("#file").SetInputFilesAsync(path);
            await Assertions.Expect(page.Page.Locator("#said")).ToContainTextAsync("The order is the file’s.");
            File.Delete(path);

            (await page.Page.EvaluateAsync<string>("JSON.stringify(JSON.parse(localStorage.getItem('gradus.programmes-order')).state)")).ShouldBe(before, button);
        }

        var codes = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("#out-codes").ClickAsync());
        (await File.ReadAllTextAsync(await codes.PathAsync(), TestContext.Current.CancellationToken)).ShouldBe("A3\r\nA1\r\nA2\r\n");
    }

    [Fact]
    public async Task ImportedAgain_ShowsWhatChanged_AndKeepsTheOrder()
    {
        await using var page = await site.OpenAsync(Address);
        await ReadAsync(page, "Code,Site\nA1,Kent\nA2,Leeds\nA3,York\n");
        await page.Page.Locator("[aria-label='Move A3 to the top']").ClickAsync();

        await ReadAsync(page, "Code,Site\nA1,Kent\nA3,Hull\nA4,Bath\nA4,Bath\n,\"x\"\n");

        (await page.Page.Locator("#changes-list li").AllInnerTextsAsync()).ShouldBe(["1 added, at the end: A4.", "1 removed: A2.", "1 changed: A3 (Site)."]);
        (await page.Page.Locator("#import-faults li").AllInnerTextsAsync()).Take(2).ShouldBe(["Line 5: A4 stands on line 4 too.", "Line 6: there is no code."]);
        (await OrderAsync(page)).ShouldBe(["A3", "A1", "A4"]);
    }

    [Fact]
    public async Task Undo_GoesOnThroughAnImport_ToTheBeginning()
    {
        await using var page = await site.OpenAsync(Address);
        await ReadAsync(page, "Code,Site\nA1,Kent\nA2,Leeds\nA3,York\n");
        await page.Page.Locator("[aria-label='Move A3 to the top']").ClickAsync();
        await ReadAsync(page, "Code,Site\nA1,Kent\nA3,Hull\nA4,Bath\n");
        await page.Page.Locator("[aria-label='Move A4 to the top']").ClickAsync();

        await page.Page.Locator("#undo").ClickAsync();
        (await OrderAsync(page)).ShouldBe(["A3", "A1", "A4"]);
        await page.Page.Locator("#undo").ClickAsync();
        (await OrderAsync(page)).ShouldBe(["A3", "A1", "A2"]);
        (await SaidAsync(page)).ShouldBe("Undone: The list is in. 1 added, 1 removed, 1 changed. Your order is kept.");
        (await page.Page.Locator(".prog").First.InnerTextAsync()).ShouldContain("A3");
        await page.Page.Locator("#undo").ClickAsync();
        (await OrderAsync(page)).ShouldBe(["A1", "A2", "A3"]);
        (await page.Page.Locator("#undo").GetAttributeAsync("aria-disabled")).ShouldBe("true");
        await page.Page.ReloadAsync();
        await page.Page.Locator("#kept-yes").ClickAsync();
        (await OrderAsync(page)).ShouldBe(["A1", "A2", "A3"], "the list that was brought back is kept with its order");
    }

    [Fact]
    public async Task KilledInMidSave_TheOldListAndItsOrderAreWhole()
    {
        await using var page = await site.OpenAsync(Address);
        await ReadAsync(page, "Code\nA1\nA2\nA3\n");
        await page.Page.Locator("[aria-label='Move A3 to the top']").ClickAsync();
        // The tab is gone after the first of the writes: whatever would come after it does not.
        await page.Page.EvaluateAsync("(() => { const write = Storage.prototype.setItem; let writes = 0; Storage.prototype.setItem = function (key, value) { if (writes++ > 0) { throw new Error('gone'); } write.call(this, key, value); }; Storage.prototype.removeItem = () => { throw new Error('gone'); }; })()");

        await ReadAsync(page, "Code\nA1\nA3\nA4\n");
        await page.Page.ReloadAsync();
        await page.Page.Locator("#kept-yes").ClickAsync();

        (await OrderAsync(page)).ShouldBe(["A3", "A1", "A2"]);
    }

    [Fact]
    public async Task WithoutScripts_AWorkbookIsUploadedAndOrdered()
    {
        await using var page = await site.OpenAsync(Address, width: 360, scripts: false);
        AnswerCell[][] rows = [["Kent", "b 1"], ["Leeds", "a  2"]];
        var workbook = XlsxFile.Write([new AnswerTable("list", "List", [new("site", "Site"), new("code", "Job code")], rows)]);
        await page.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "list.xlsx", MimeType = XlsxFile.MediaType, Buffer = workbook });
        await page.PressAsync("button[value=read]");

        await page.PressAsync("[aria-label='Move a 2 to the top']");

        (await page.Page.Locator(".plain-order b").AllInnerTextsAsync()).ShouldBe(["a 2", "b 1"]);
    }

    [Fact]
    public async Task WithoutScripts_AListIsReadOrderedAndTakenOut()
    {
        await using var page = await site.OpenAsync(Address, width: 360, scripts: false);
        await page.Page.Locator("#text").FillAsync("Site,Code\nKent,b 1\nLeeds,a  2\nYork,c3\n");
        await page.PressAsync("button[value=read]");

        await page.PressAsync("[aria-label='Move c3 to the top']");
        await page.Page.Locator("[aria-label='Position of a 2']").FillAsync("1");
        await page.PressAsync("[aria-label='Move a 2 to the position written']");

        (await page.Page.Locator(".plain-order b").AllInnerTextsAsync()).ShouldBe(["a 2", "c3", "b 1"]);
        (await page.Page.Locator("#said").InnerTextAsync()).ShouldBe("a 2 moved to 1 of 3.");
        var codes = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("button[value=codes]").ClickAsync());
        (await File.ReadAllTextAsync(await codes.PathAsync(), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").ShouldBe("a 2\nc3\nb 1\n");
        page.Page.Url.ShouldEndWith(Address);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task EveryState_HasNoViolationAndFits(int width, bool dark)
    {
        await using var page = await site.OpenAsync(Address, width, dark);
        await page.ShouldBeSoundAsync();
        await page.Page.Locator("#example").ClickAsync();
        await page.Page.Locator("#wish-kind").SelectOptionAsync("travel");
        await page.Page.Locator("#wish-value").FillAsync("Hill");
        await page.Page.Locator("#wish-minutes").FillAsync("40");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Locator("[aria-label='Choose EX/001']").CheckAsync();
        await page.Page.Locator("[aria-label='Choose EX/002']").CheckAsync();
        await page.ShouldBeSoundAsync();
        await page.Page.Locator("[data-all=compare]").ClickAsync();
        await page.ShouldBeSoundAsync();
        await page.Page.Locator("#duel-stop").ClickAsync();
        await page.Page.Locator("[aria-label='More about EX/001']").ClickAsync();
        await page.ShouldBeSoundAsync();
        await page.Page.Locator("#detail-close").ClickAsync();
        await ReadAsync(page, "Code,Site\nEX/001,Kent\nEX/001,Kent\n");
        await page.ShouldBeSoundAsync();
        await page.Page.ReloadAsync();
        await page.ShouldBeSoundAsync();
    }

    /// <summary>Rows of the shape of the public listing: placements in free text, codes with blanks.</summary>
    private static string Listing(int count)
    {
        string[] jobs = ["General Medicine", "General Surgery", "Psychiatry", "Paediatrics", "General Practice", "Emergency Medicine", "Geriatric Medicine"];
        var text = new StringBuilder("ProgrammePreference,ProgrammeTitle,FoundationSchool,EmployerTrust,Specialties,ProgrammeDescription\n");
        for (var i = 1; i <= count; i++)
        {
            var chosen = Enumerable.Range(0, 6).Select(job => jobs[((i * 5) + (job * (i % 6 + 1))) % jobs.Length]).ToList();
            text.Append(CultureInfo.InvariantCulture,
                $"INV {i:0000} a,INV {i:0000} a,Invented School,\"Trust {i % 9}, Trust {i % 4}\",\"{string.Join(", ", chosen.Order(StringComparer.Ordinal))}\",\"F1 - {string.Join(", ", chosen.Take(3))}. F2 - {string.Join(", ", chosen.Skip(3))}.\"\n");
        }

        return text.ToString();
    }

    private static async Task ReadAsync(WatchedPage page, string text)
    {
        await page.Page.Locator("#text").FillAsync(text);
        await page.Page.Locator("#import button[value=read]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("#text")).ToHaveValueAsync("");
    }

    private static Task<string> SaidAsync(WatchedPage page) => page.Page.Locator("#said").InnerTextAsync();

    private static Task<string> FocusedAsync(WatchedPage page) => page.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')");

    private static async Task<List<string>> OrderAsync(WatchedPage page) =>
        [.. await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.prog__name > b')].map(name => name.textContent)")];
}
