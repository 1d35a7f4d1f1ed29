using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Gradus.Web.Tests.Pages;

/// <summary>The specialty questionnaire, question by question, as a browser without scripts sends its posts.</summary>
public sealed class SpecialtyQuestionsTests(SiteFixture site)
{
    [Theory]
    [InlineData("start-short")]
    [InlineData("start-full")]
    public async Task Questions_AreAsManyAsTheStartSays_AndTheLastLeadsToTheResult(string length)
    {
        using var reader = site.Reader();
        var start = await reader.Page(SpecialtyWalk.Address);
        var said = start.QuerySelector($".lengths__one:has([value={length}]) p").Words();

        var page = await SpecialtyWalk.Start(reader, length);
        var last = page;
        var asked = 0;
        for (; page.Page.QuerySelector("#answer-title") is null; page = await page.Press("do", page.Page.QuerySelector("button[value=skip]") is null ? "" : "skip"))
        {
            last = page;
            asked++;
            page.Page.QuerySelector(".progress").Words().ShouldBe($"Question {asked} of {said.Split(": ")[1].Split(' ')[0]}");
        }

        said.ShouldEndWith(length == "start-short"
            ? $": {asked} in all, each chosen to tell you most."
            : $": {asked} in all. Surer, most of all where your answers pull both ways.");
        last.Page.QuerySelector("button.btn[value='']").Words().ShouldBe("See the result");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("5", "You agreed with all 18 statements.")]
    [InlineData("2", "You disagreed with all 18 statements.")]
    [InlineData("3", "You stayed in between on all 18 statements.")]
    public async Task StatementsAnsweredAlike_AreNoticedAndSaid(string rating, string says)
    {
        using var reader = site.Reader();
        var page = await SpecialtyWalk.Start(reader, "start-short");
        while (page.Page.QuerySelector(".scale") is not null)
        {
            page = await page.Press("rating", rating);
        }

        var result = await page.Press("do", "result");
        var (mixed, _, _) = await SpecialtyWalk.Walk(reader, "start-short");

        result.Page.QuerySelectorAll("p.doubt").Select(doubt => doubt.Words()).ShouldContain(words => words.StartsWith("Look again: " + says, StringComparison.Ordinal));
        mixed.Page.QuerySelectorAll("p.doubt").Select(doubt => doubt.Words()).ShouldNotContain(words => words.StartsWith("Look again: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TradeOff_HasTwoFieldsetsAndSaysAllThatIsMissing_AfterTheHeading()
    {
        using var reader = site.Reader();
        var task = await SpecialtyWalk.Start(reader, "start-short");
        while (task.Page.QuerySelector(".scale") is not null)
        {
            task = await task.Press("rating", "3");
        }

        var refused = await task.Press("do", "");

        task.Page.QuerySelectorAll(".trade fieldset")
            .Select(side => (side.QuerySelector("legend").Words(), side.QuerySelectorAll("input").Select(input => input.GetAttribute("name")).Distinct().Single()))
            .ShouldBe([("Most", "best"), ("Least", "worst")]);
        refused.Page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")).ShouldBe(["#best", "#worst"]);
        refused.Page.Title.ShouldStartWith("Error: ");
        refused.Page.QuerySelector("h1 ~ .errors").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("predictable-hours", "predictable-hours", "The same thing cannot matter most and least.")]
    [InlineData(null, "predictable-hours", "Choose what matters most")]
    [InlineData("predictable-hours", null, "Choose what matters least")]
    [InlineData("hands-on", "juggling", "Choose from the four")]
    public async Task TradeOff_WithoutTwoOfTheFour_IsAnErrorOnTheQuestion(string? best, string? worst, string says)
    {
        using var reader = site.Reader();
        var task = await SpecialtyWalk.Start(reader, "start-short");
        while (task.Page.QuerySelector(".scale") is not null)
        {
            task = await task.Press("rating", "3");
        }

        task = best is null ? task : task.With("best", best);
        task = worst is null ? task : task.With("worst", worst);
        var again = await task.Press("do", "");

        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Page.QuerySelector(".errors").Words().ShouldContain(says);
        again.Page.QuerySelector(".trade").ShouldNotBeNull();
        JsonNode.Parse(again.Hidden("answers"))!["statements"]!.AsObject().Count.ShouldBe(18, "nothing answered before is lost");
    }

    [Fact]
    public async Task FullForm_AsksEverythingOnce()
    {
        using var reader = site.Reader();

        var (result, statements, tasks) = await SpecialtyWalk.Walk(reader, "start-full");

        (statements, tasks).ShouldBe((39, 13));
        result.Page.QuerySelectorAll("button[value=more], button[value=fuller]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Back_ShowsTheEarlierAnswer_AndAnotherOneReplacesIt()
    {
        using var reader = site.Reader();
        var first = await SpecialtyWalk.Start(reader, "start-short");
        var text = first.Page.QuerySelector("h1").Words();

        var back = await (await first.Press("rating", "5")).Press("do", "back");
        back.Page.QuerySelector("h1").Words().ShouldBe(text);
        back.Page.QuerySelector(".scale [aria-pressed=true]").Words().ShouldBe("Strongly agree");
        var on = await back.Press("rating", "2");

        JsonNode.Parse(on.Hidden("answers"))!["statements"]!.ToJsonString().ShouldBe("""{"hands-on-1":2}""");
    }

    [Fact]
    public async Task Skip_LeavesTheAnswerOutAndIsNotAskedAgain()
    {
        using var reader = site.Reader();

        var second = await (await SpecialtyWalk.Start(reader, "start-short")).Press("do", "skip");

        JsonNode.Parse(second.Hidden("answers"))!["statements"]!.AsObject().ShouldBeEmpty();
        second.Hidden("way").ShouldBe("statement-hands-on-1 statement-pace-1");
        second.Page.QuerySelector("button[value=result]").ShouldBeNull("there is nothing to show yet");
    }

    [Fact]
    public async Task ShortForm_GoesOnToTheFullOne()
    {
        using var reader = site.Reader();
        var (result, _, _) = await SpecialtyWalk.Walk(reader, "start-short");

        var more = await result.Press("do", "fuller");

        more.Page.QuerySelector(".scale").ShouldNotBeNull();
        more.Page.QuerySelector(".progress").Words().ShouldEndWith("of 57");
        JsonNode.Parse(more.Hidden("answers"))!["statements"]!.AsObject().Count.ShouldBe(18);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("0")]
    [InlineData("five")]
    public async Task RatingOutsideTheFive_IsAnErrorOnTheQuestion(string rating)
    {
        using var reader = site.Reader();
        var first = await SpecialtyWalk.Start(reader, "start-short");
        using var form = new FormUrlEncodedContent([new("answers", "{}"), new("way", first.Hidden("way")), new("at", "0"), new("form", "short"), new("rating", rating)]);

        using var response = await reader.PostAsync(SpecialtyWalk.Address, form, TestContext.Current.CancellationToken);
        var page = Asked.Parse(await response.Text());

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.QuerySelector(".errors a[href='#rating']").Words().ShouldContain($"“{rating}” is not one of the five answers");
        page.QuerySelector("h1").Words().ShouldBe(first.Page.QuerySelector("h1").Words());
    }

    [Fact]
    public async Task NoForm_IsRefused()
    {
        using var reader = site.Reader();

        using var response = await reader.PostAsJsonAsync(SpecialtyWalk.Address, new { }, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }
}
