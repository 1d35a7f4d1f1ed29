
namespace Gradus.Browser.Tests;

/// <summary>The completion date as a doctor uses it: without scripts, by keyboard, in two tabs, with the back button, saved and opened again.</summary>
public sealed class CalculatorTests(BrowserFixture site)
{
    private const string Calculator = "/less-than-full-time/completion-date";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Plan_IsMadeChangedComparedAndSaved(bool scripts)
    {
        await using var page = await site.OpenAsync(Calculator, scripts: scripts);

        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.Page.Locator(".errors a").First.GetAttributeAsync("href")).ShouldBe("#plannedEnd");
        (await page.Page.Locator("#plannedEnd").GetAttributeAsync("aria-invalid")).ShouldBe("true");

        await page.FillPlanAsync("2033-08-02", "2027-08-04", "80");
        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.AnswerAsync()).ShouldContain("1 February 2035");
        page.Page.Url.ShouldEndWith(Calculator);

        await page.PressAsync("button[value=keep]");
        await page.Page.Locator("[id='changes-0.to']").FillAsync("2028-08-01");
        await page.Page.Locator("#rateAfter").FillAsync("100");
        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.AnswerAsync()).ShouldContain("14 October 2033");
        (await page.Page.Locator("table.compare thead th").CountAsync()).ShouldBe(3);

        var saved = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("button[value=save]").First.ClickAsync());
        saved.SuggestedFilename.ShouldBe("completion-date.jsonl");
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");
        await saved.SaveAsAsync(path);

        await page.Page.GotoAsync(Calculator);
        await page.Page.Locator("details:has(#file) summary").ClickAsync();
        await page.Page.Locator("#file").SetInputFilesAsync(path);
        await page.PressAsync("button[value=open]");
        (await page.AnswerAsync()).ShouldContain("14 October 2033");
        (await page.Page.Locator("table.compare thead th").CountAsync()).ShouldBe(3);
        File.Delete(path);

        await page.PressAsync("button[value='drop:0']");
        (await page.Page.Locator("table.compare").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Rows_AreAddedMovedAndRemoved_WithoutScripts()
    {
        await using var page = await site.OpenAsync(Calculator, scripts: false);
        await page.FillPlanAsync("2033-08-02", "2027-08-04", "80");

        await page.PressAsync("button[value='add:changes']");
        await page.Page.Locator("[id='changes-1.from']").FillAsync("2029-01-01");
        await page.PressAsync("button[value='up:changes:1']");
        (await page.Page.Locator("[id='changes-0.from']").InputValueAsync()).ShouldBe("2029-01-01");
        await page.PressAsync("button[value='remove:changes:0']");

        (await page.Page.Locator("[id='changes-0.from']").InputValueAsync()).ShouldBe("2027-08-04");
        (await page.Page.Locator("[id='changes-1.from']").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task KeyboardAlone_GivesTheDate()
    {
        await using var page = await site.OpenAsync(Calculator);
        await page.Page.Locator("#plannedEnd").FocusAsync();

        await page.Page.Keyboard.TypeAsync("2 August 2033");
        await page.Page.Locator("#baselineRate").FocusAsync();
        await page.Page.Keyboard.TypeAsync("100");
        await page.Page.Locator("[id='changes-0.kind']").FocusAsync();
        await page.Page.Keyboard.TypeAsync("Less");
        await page.Page.Locator("[id='changes-0.from']").FocusAsync();
        await page.Page.Keyboard.TypeAsync("4/8/2027");
        await page.Page.Locator("[id='changes-0.rate']").FocusAsync();
        await page.Page.Keyboard.TypeAsync("80");
        await page.Page.Locator("#facts button.btn[value=answer]").FocusAsync();
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));

        (await page.AnswerAsync()).ShouldContain("1 February 2035");
    }

    [Fact]
    public async Task Calendar_IsAWholeFile()
    {
        await using var page = await site.OpenAsync(Calculator);
        await page.FillPlanAsync("2033-08-02", "2027-08-04", "80");
        await page.PressAsync("#facts button.btn[value=answer]");

        var file = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("button[value=ics]").First.ClickAsync());
        var text = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);

        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.ShouldContain("20350201");
    }

    [Fact]
    public async Task TwoTabs_DoNotDisturbEachOther_AndBackKeepsTheForm()
    {
        await using var one = await site.OpenAsync(Calculator);
        await using var other = await site.OpenAsync(Calculator);
        await one.FillPlanAsync("2033-08-02", "2027-08-04", "80");
        await other.FillPlanAsync("2030-08-06", "2027-08-04", "60");

        await one.PressAsync("#facts button.btn[value=answer]");
        await other.PressAsync("#facts button.btn[value=answer]");
        (await one.AnswerAsync()).ShouldContain("1 February 2035");
        (await other.AnswerAsync()).ShouldNotContain("2035-02-01");
        await one.Page.GoBackAsync();

        one.Page.Url.ShouldEndWith(Calculator);
        (await one.Page.Locator("#facts").CountAsync()).ShouldBe(1);
    }
}

internal static class CalculatorSteps
{
    public static async Task FillPlanAsync(this WatchedPage page, string plannedEnd, string from, string percent)
    {
        await page.Page.Locator("#plannedEnd").FillAsync(plannedEnd);
        await page.Page.Locator("#baselineRate").FillAsync("100");
        await page.Page.Locator("[id='changes-0.kind']").SelectOptionAsync("less-than-full-time");
        await page.Page.Locator("[id='changes-0.from']").FillAsync(from);
        await page.Page.Locator("[id='changes-0.rate']").FillAsync(percent);
    }

    public static Task<string> AnswerAsync(this WatchedPage page) => page.Page.Locator(".answer h1").InnerTextAsync();
}
