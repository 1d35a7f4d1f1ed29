using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>Training rights as doctors and employers use them: a rota chased without scripts, fewer hours decided on a phone, an employer's board from a spreadsheet.</summary>
public sealed class TrainingRightsTests(BrowserFixture site)
{
    private const string Tracker = "/code-of-practice/plan";
    private const string Request = "/less-than-full-time/request";
    private const string Board = "/code-of-practice/board";
    private const string Doctors = "doctor_ref,start,owner,placement_on,work_schedule_on,rota_on\nD-1,2026-12-02,Surgery,2026-09-09,2026-10-07,\nD-2,2027-02-03,Medicine,,,";

    [Fact]
    public async Task ADoctorWhoStartsInKent_ChasesTheRota_WithoutScripts()
    {
        await using var page = await site.OpenAsync("/", scripts: false);
        await page.PressAsync($"a[href='/code-of-practice'], a[href='{Tracker}']");
        if (!page.Page.Url.EndsWith(Tracker, StringComparison.Ordinal))
        {
            await page.PressAsync($"a[href='{Tracker}']");
        }

        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.Page.Locator(".errors a").First.GetAttributeAsync("href")).ShouldBe("#start");

        await page.Page.Locator("#start").FillAsync("2 December 2026");
        await CameAsync(page, 0, "placement-notice", "9 September 2026");
        await page.PressAsync("button[value='add:arrived']");
        await CameAsync(page, 1, "work-schedule", "7 October 2026");
        await page.PressAsync("#facts button.btn[value=answer]");

        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldContain("rota (35 days)");
        var answer = await page.Page.Locator("main").InnerTextAsync();
        answer.ShouldContain("Write to medical staffing today");
        answer.ShouldContain("21 October 2026");
        answer.ShouldContain("Code of Practice on the provision of information");
        page.Page.Url.ShouldEndWith(Tracker);

        await page.Page.Locator("#chasedOn").FillAsync("10 November 2026");
        await page.PressAsync("#facts button.btn[value=answer]");

        answer = await page.Page.Locator("main").InnerTextAsync();
        answer.ShouldContain("write formally to medical staffing today");
        answer.ShouldContain("I first wrote to you on 10 November 2026");
        (await page.Page.Locator("[name='arrived[1].on']").InputValueAsync()).ShouldBe("7 October 2026");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EightyPerCent_IsDecidedOnAPhone_FromMayIToThePageHandedIn(bool scripts)
    {
        await using var page = await site.OpenAsync(Request, width: 360, scripts: scripts);
        await page.Page.Locator("input[name=reasons][value=wellbeing]").CheckAsync();
        await page.Page.Locator("#percent").FillAsync("80");
        await page.Page.Locator("#from").FillAsync("4 August 2027");
        await page.Page.Locator("[id='training.plannedEnd']").FillAsync("2 August 2033");
        await page.PressAsync("#facts button.btn[value=answer]");

        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldContain("14 April 2027");
        page.Page.Url.ShouldEndWith(Request);
        if (scripts)
        {
            await page.ShouldBeSoundAsync();
        }

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var paper = await page.Page.Locator("main").InnerTextAsync();
        paper.ShouldContain("1 February 2035", Case.Sensitive, "the page that is handed in says when training finishes");
        paper.ShouldContain("14 April 2027");
        (await page.Page.Locator("#facts").IsVisibleAsync()).ShouldBeFalse("paper has no boxes to fill");
    }

    [Fact]
    public async Task Request_ByKeyboardAlone()
    {
        await using var page = await site.OpenAsync(Request);
        await page.Page.Locator("input[name=reasons][value=caring]").FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");
        await page.Page.Locator("#percent").FocusAsync();
        await page.Page.Keyboard.TypeAsync("60");
        await page.Page.Locator("#from").FocusAsync();
        await page.Page.Keyboard.TypeAsync("6 January 2027");
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));

        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldContain("70 days late");
        (await page.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("answer-title");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Board_IsPastedFilteredAndTakenAway(bool scripts)
    {
        await using var page = await site.OpenAsync(Board, width: 360, scripts: scripts);
        await page.Page.Locator("#doctors").FillAsync(Doctors.Replace("2027-02-03", "soon", StringComparison.Ordinal));
        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.Page.Locator(".errors li").InnerTextAsync()).ShouldStartWith("Line 3, start: “soon” is not a day.");
        (await page.Page.Locator(".errors a").GetAttributeAsync("href")).ShouldBe("#doctors");

        await page.Page.Locator("#doctors").FillAsync(Doctors);
        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldStartWith("2 things are late");
        (await page.Page.Locator(".given").InnerTextAsync()).ShouldContain("2 rows");
        if (scripts)
        {
            await page.ShouldBeSoundAsync();
        }

        var late = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("button[value='csv:late']").First.ClickAsync());
        late.SuggestedFilename.ShouldBe("board-late.csv");

        await page.Page.Locator("#onlyOwner").FillAsync("Surgery");
        await page.PressAsync("#facts button.btn[value=answer]");
        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldContain("of those owned by Surgery");
        (await page.Page.Locator("#doctors").InputValueAsync()).ShouldBe(Doctors);
    }

    [Fact]
    public async Task Board_FromASpreadsheet_FillsTheBox()
    {
        await using var page = await site.OpenAsync(Board);
        await page.Page.Locator("#doctors-file")
            .SetInputFilesAsync(new FilePayload { Name = "board.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Doctors.Replace(',', ';')) });
        await page.PressAsync("#facts button.btn[value=answer]");

        (await page.Page.Locator(".answer h1").InnerTextAsync()).ShouldStartWith("2 things are late");
        (await page.Page.Locator("#doctors").InputValueAsync()).ShouldBe(Doctors);
    }

    private static async Task CameAsync(WatchedPage page, int row, string key, string day)
    {
        await page.Page.Locator($"[name='arrived[{row}].key']").SelectOptionAsync(key);
        await page.Page.Locator($"[name='arrived[{row}].on']").FillAsync(day);
    }
}
