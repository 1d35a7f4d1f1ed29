namespace Gradus.Browser.Tests;

/// <summary>CPD, feedback and the roles for SAS doctors on a phone, with scripts and without: a question that is refused, mended and answered.</summary>
public sealed class AppraisalAndSasTests(BrowserFixture site)
{
    private const string Cpd = "/appraisal/cpd";
    private const string Feedback = "/appraisal/feedback";
    private const string Roles = "/sas-charter/roles";
    private const string Answer = "#facts button.btn[value=answer]";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task APsychiatrist_CountsTheCpdThatIsMissing(bool scripts)
    {
        await using var page = await site.OpenAsync(Cpd, width: 360, scripts: scripts);
        await page.Page.Locator("#college").SelectOptionAsync("psychiatrists");
        await page.Page.Locator("#year").FillAsync("45");
        await page.Page.Locator("#cycle").FillAsync("40");
        await page.Page.Locator("[id='kinds-0.key']").SelectOptionAsync("psychiatrists-clinical");
        await page.Page.Locator("[id='kinds-0.number']").FillAsync("28");
        await page.PressAsync(Answer);
        await ShouldBeRefusedAsync(page, scripts, "#cycle", "Expected 45 or more");

        await page.Page.Locator("#cycle").FillAsync("190");
        await page.PressAsync(Answer);
        await ShouldBeAnsweredAsync(page, scripts, "You are missing 5 of 50 credits this year, 60 of 250 credits in five years and 2 of 30");
        (await page.Page.Locator("[id='kinds-0.number']").InputValueAsync()).ShouldBe("28");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ADoctorWithAnotherTool_CountsTheRepliesThatAreMissing(bool scripts)
    {
        await using var page = await site.OpenAsync(Feedback, width: 360, scripts: scripts);
        await page.Page.Locator("[name=tool][value=other]").CheckAsync();
        await page.Page.Locator("#asks").FillAsync("20");
        await page.Page.Locator("#patients").FillAsync("20");
        await page.Page.Locator("#colleagues").FillAsync("a dozen");
        await page.PressAsync(Answer);
        await ShouldBeRefusedAsync(page, scripts, "#colleagues", "“a dozen” is not a number");

        await page.Page.Locator("#colleagues").FillAsync("12");
        await page.PressAsync(Answer);
        await ShouldBeAnsweredAsync(page, scripts, "8 colleagues are missing: your tool asks for 20 patients and 20 colleagues");
        (await page.Page.Locator("[name=tool][value=other]").IsCheckedAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ASasDoctorWithoutATutor_TakesALetterAway(bool scripts)
    {
        await using var page = await site.OpenAsync(Roles, width: 360, scripts: scripts);
        await page.Page.Locator("[name=tutor][value=false]").CheckAsync();
        await page.Page.Locator("[name=advocate][value=true]").CheckAsync();
        await page.Page.Locator("[name=timeInJobPlan][value=true]").CheckAsync();
        await page.Page.Locator("#employer").FillAsync(string.Join(' ', Enumerable.Repeat("St Elsewhere", 20)));
        await page.PressAsync(Answer);
        await ShouldBeRefusedAsync(page, scripts, "#employer", "Expected at most 200 letters");
        (await page.Page.Locator("[name=tutor][value=false]").IsCheckedAsync()).ShouldBeTrue();

        await page.Page.Locator("#employer").FillAsync("St Elsewhere");
        await page.PressAsync(Answer);
        await ShouldBeAnsweredAsync(page, scripts, "Ask your employer for a SAS tutor");
        (await page.Page.Locator("main").InnerTextAsync()).ShouldContain("the medical director of St Elsewhere");
    }

    [Fact]
    public async Task ByKeyboardAlone_FeedbackIsRefusedMendedAndAnswered()
    {
        await using var page = await site.OpenAsync(Feedback, width: 360);
        var keyboard = page.Page.Keyboard;
        await page.Page.Locator("#patients").FocusAsync();
        await keyboard.TypeAsync("thirty");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("15");
        await page.LeaveAsync(() => keyboard.PressAsync("Enter"));
        await ShouldBeRefusedAsync(page, scripts: true, "#patients", "“thirty” is not a number");

        await page.Page.Locator(".errors a").FocusAsync();
        await keyboard.PressAsync("Enter");
        (await FocusedAsync(page)).ShouldBe("patients");
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("30");
        await page.LeaveAsync(() => keyboard.PressAsync("Enter"));

        await ShouldBeAnsweredAsync(page, scripts: true, "4 patients are missing");
        (await FocusedAsync(page)).ShouldBe("answer-title");
    }

    private static Task<string> FocusedAsync(WatchedPage page) => page.Page.EvaluateAsync<string>("document.activeElement.id");

    private static async Task ShouldBeRefusedAsync(WatchedPage page, bool scripts, string field, string why)
    {
        (await page.Page.Locator(".errors a").GetAttributeAsync("href")).ShouldBe(field);
        (await page.Page.Locator(".errors").InnerTextAsync()).ShouldContain(why);
        (await page.Page.Locator(field).GetAttributeAsync("aria-invalid")).ShouldBe("true");
        (await page.Page.Locator(".answer h1").CountAsync()).ShouldBe(0);
        await ShouldFitAsync(page, scripts);
    }

    private static async Task ShouldBeAnsweredAsync(WatchedPage page, bool scripts, string says)
    {
        (await page.AnswerAsync()).ShouldContain(says);
        (await page.Page.Locator(".errors").CountAsync()).ShouldBe(0);
        await ShouldFitAsync(page, scripts);
    }

    // The accessibility scan is a script, and waits for ever where none may run.
    private static async Task ShouldFitAsync(WatchedPage page, bool scripts)
    {
        if (scripts)
        {
            await page.ShouldBeSoundAsync();
        }

        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
    }
}
