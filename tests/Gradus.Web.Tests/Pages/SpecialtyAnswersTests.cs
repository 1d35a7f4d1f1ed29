using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Gradus.Web.Tests.Pages;

/// <summary>The answers of the questionnaire on their way: through hidden fields, codes and files, and never anywhere else.</summary>
public sealed class SpecialtyAnswersTests(SiteFixture site)
{
    [Fact]
    public async Task EveryAnswer_SetsNoCookieAndLeavesTheAddressAloneAndIsKeptByTheBrowserOnly()
    {
        using var reader = site.Reader();

        var question = await (await SpecialtyWalk.Start(reader, "start-short")).Press("rating", "5");

        question.Status.ShouldBe(HttpStatusCode.OK);
        question.Response.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe(SpecialtyWalk.Address);
        question.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        question.Response.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        question.Response.Headers.Contains("Age").ShouldBeFalse();
    }

    [Fact]
    public async Task Change_OfOneAnswer_LeadsStraightBackToTheResult()
    {
        using var reader = site.Reader();
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short");

        var question = await result.Press("do", "change-statement-pace-1");
        question.Page.QuerySelector(".progress").Words().ShouldBe("Change one answer");
        var changed = await question.Press("rating", "1");

        changed.Page.QuerySelector("#answer-title").ShouldNotBeNull();
        ((int)JsonNode.Parse(changed.Hidden("answers"))!["statements"]!["pace-1"]!).ShouldBe(1);
        JsonNode.Parse(changed.Hidden("answers"))!["statements"]!.AsObject().Count.ShouldBe(18);
    }

    [Fact]
    public async Task Code_OpensTheSameResult()
    {
        using var reader = site.Reader();
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short", limits: true);
        var code = result.Page.QuerySelector("#take .code").Words();

        var opened = await (await PostedPage.Open(reader, SpecialtyWalk.Address, "form:has(#code)")).With("code", code.ToUpperInvariant()).Press("do", "open-code");

        // Interest areas without preference are not in a code, and are asked again.
        opened.Page.QuerySelector("[role=status]").Words().ShouldBe("Opened: 18 statements and 4 trade-offs.");
        SpecialtyWalk.Parts(opened.Page.QuerySelector("#walk input[name=answers]")!).ShouldBe(SpecialtyWalk.Parts(result.Page.QuerySelector("#walk input[name=answers]")!));
    }

    [Fact]
    public async Task File_OpensWhereItStopped()
    {
        using var reader = site.Reader();
        var question = await (await (await SpecialtyWalk.Start(reader, "start-short")).Press("rating", "5")).Press("rating", "4");
        var saved = await question.Press("do", "file");
        saved.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("specialty-answers.json");

        var opened = await SpecialtyWalk.Open(reader, await saved.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        opened.Page.QuerySelector("h1").Words().ShouldBe(question.Page.QuerySelector("h1").Words());
        opened.Hidden("answers").ShouldBe(question.Hidden("answers"));
    }

    [Theory]
    [InlineData("", "Type the code")]
    [InlineData("k10102-060io9", "not a whole code")]
    [InlineData("what is this?", "not a whole code")]
    public async Task BrokenCode_IsAnErrorAtTheField(string code, string says)
    {
        using var reader = site.Reader();

        var opened = await (await PostedPage.Open(reader, SpecialtyWalk.Address, "form:has(#code)")).With("code", code).Press("do", "open-code");

        opened.Status.ShouldBe(HttpStatusCode.BadRequest);
        opened.Page.QuerySelector(".errors a[href='#code']").Words().ShouldContain(says);
        opened.Page.QuerySelector("#code")!.GetAttribute("aria-invalid").ShouldBe("true");
        opened.Page.QuerySelector("#code-error").Words().ShouldContain(says);
    }

    [Theory]
    [InlineData("""{"statements":{"hands-on-1":7}}""", "statements.hands-on-1: Expected for each statement a whole number from 1 (not at all) to 5 (completely)")]
    [InlineData("""{"statements":{"juggling-1":5}}""", "there is no “juggling-1”")]
    [InlineData("""{"bestWorst":[{"task":0,"best":"pace","worst":"pace"}]}""", "bestWorst[0].worst: Expected another than the one that matters most.")]
    [InlineData("""{"statements":{"hands-on-1":5""", "Expected a whole JSON object")]
    [InlineData("[]", "Expected an object.")]
    public async Task BrokenFile_IsAnErrorThatNamesTheField(string json, string says)
    {
        using var reader = site.Reader();

        var opened = await SpecialtyWalk.Open(reader, Encoding.UTF8.GetBytes(json));

        opened.Status.ShouldBe(HttpStatusCode.BadRequest);
        opened.Page.QuerySelector(".errors a[href='#file']").Words().ShouldContain(says);
    }

    [Fact]
    public async Task HiddenAnswers_ThatWereTamperedWith_AreAnErrorAndNoFault()
    {
        using var reader = site.Reader();
        using var form = new FormUrlEncodedContent([new("answers", """{"statements":{"hands-on-1":9}}"""), new("do", "result")]);

        using var response = await reader.PostAsync(SpecialtyWalk.Address, form, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Asked.Parse(await response.Text()).QuerySelector(".errors").Words().ShouldContain("statements.hands-on-1: Expected for each statement");
    }
}
