using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using static Gradus.Web.Tests.Pages.ChancesPage;

namespace Gradus.Web.Tests.Pages;

/// <summary>The order of my chances as a doctor makes it without scripts: press, move, write positions, change the year; and what the page refuses.</summary>
public sealed class ChancesPageTests(SiteFixture site)
{
    [Fact]
    public async Task Page_Empty_ShowsEverySchoolOnceWithItsButtonsAndNoAnswer()
    {
        using var reader = site.Reader();

        var page = await reader.Page(Address);

        var schools = OrderOf(page);
        schools.Count.ShouldBe(18);
        schools.ShouldBe(schools.Order(StringComparer.Ordinal));
        page.QuerySelectorAll("#order .move").ShouldBeEmpty("no row is chosen yet");
        page.QuerySelectorAll("#order button").Length.ShouldBe(18, "a school is pressed, and has its buttons only then");
        page.QuerySelectorAll("#order .is-unplaced").Length.ShouldBe(18);
        page.QuerySelector(".answer").ShouldBeNull();
        page.QuerySelector("#year option[selected]")!.Words().ShouldBe("2026, the newest");
        page.QuerySelectorAll("#year option").Select(option => option.GetAttribute("value")).ShouldBe(["2026", "2025", "2024", "2023"]);
    }

    [Fact]
    public async Task Page_AskedForTwice_IsKept()
    {
        await using var fresh = new SiteFixture();
        using var reader = fresh.Reader();
        using var first = await reader.Get(Address);

        using var second = await reader.Get(Address);

        second.Headers.Age.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("up", 5, 4)]
    [InlineData("down", 5, 6)]
    [InlineData("top", 5, 0)]
    [InlineData("bottom", 5, 17)]
    [InlineData("up", 0, 0)]
    [InlineData("top", 0, 0)]
    [InlineData("down", 17, 17)]
    [InlineData("bottom", 17, 17)]
    public async Task EveryButton_MovesTheSchoolAndNothingElse(string way, int from, int to)
    {
        using var reader = site.Reader();
        var empty = await reader.Page(Address);
        var before = OrderOf(empty);
        empty.QuerySelector("[name=placed]")!.SetAttribute("value", "18");
        var chosen = await Press(reader, empty, "pick:" + before[from]);
        OrderOf(chosen).ShouldBe(before, "a school that is placed is chosen and not moved");
        chosen.QuerySelectorAll("#order .move button").Select(button => button.GetAttribute("value")!.Split(':')[1]).Distinct().ShouldBe([before[from]]);

        var page = await Press(reader, chosen, $"{way}:{before[from]}");

        OrderOf(page).ShouldBe(Moved(before, from, to));
        page.QuerySelector("#order li.is-chosen .move").ShouldNotBeNull();
        page.QuerySelectorAll("#order .move").Length.ShouldBe(1);
        page.QuerySelector("#order-said").Words().ShouldBe($"{before[from]} is now number {to + 1} of 18.");
        page.QuerySelector(".answer").ShouldBeNull("nobody has asked yet");
        page.QuerySelectorAll("[autofocus]").Select(element => element.GetAttribute("value")).ShouldBe([$"{way}:{before[from]}"]);
    }

    [Theory]
    [InlineData(9, "1", 0)]
    [InlineData(0, "18", 17)]
    [InlineData(3, " 6 ", 5)]
    public async Task MoveTo_PutsTheSchoolWhereWritten(int from, string typed, int to)
    {
        using var reader = site.Reader();
        var page = await reader.Page(Address);
        var before = OrderOf(page);
        page = await Press(reader, Placed(page), "pick:" + before[from]);
        Positions(page)[from].SetAttribute("value", typed);

        var moved = await Press(reader, page, "to:" + before[from]);

        OrderOf(moved).ShouldBe(Moved(before, from, to));
    }

    [Fact]
    public async Task Positions_WrittenForSeveralSchools_AreAllTakenWhenTheAnswerIsAsked()
    {
        using var reader = site.Reader();
        var page = await reader.Page(Address);
        var before = OrderOf(page);
        Positions(page)[17].SetAttribute("value", "1");
        Positions(page)[10].SetAttribute("value", "2");

        var answered = await Press(reader, page, "answer");

        OrderOf(answered).Take(3).ShouldBe([before[17], before[10], before[0]]);
        answered.QuerySelector(".answer").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("19")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("first")]
    [InlineData("")]
    public async Task MoveTo_WhatIsNoPosition_IsSaidAtTheField(string typed)
    {
        using var reader = site.Reader();
        var page = await Press(reader, Placed(await reader.Page(Address)), "pick:London");
        Positions(page)[3].SetAttribute("value", typed);

        var refused = await Press(reader, page, "to:London", HttpStatusCode.BadRequest);

        var link = refused.QuerySelector(".errors a")!;
        link.Words().ShouldBe("London: write a position from 1 to 18.");
        var field = refused.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull();
        field.GetAttribute("value").ShouldBe(typed);
        field.GetAttribute("aria-invalid").ShouldBe("true");
        OrderOf(refused).ShouldBe(OrderOf(page));
    }

    [Fact]
    public async Task TwoSchools_AtOnePosition_AreBothNamed()
    {
        using var reader = site.Reader();
        var page = await reader.Page(Address);
        Positions(page)[3].SetAttribute("value", "1");
        Positions(page)[9].SetAttribute("value", "1");

        var refused = await Press(reader, page, "answer", HttpStatusCode.BadRequest);

        refused.QuerySelector(".errors").Words().ShouldContain("Severn and London cannot both be number 1.");
        Positions(refused).Where(field => field.GetAttribute("value") == "1").Count().ShouldBe(3);
    }

    [Fact]
    public async Task Schools_PressedOneAfterAnother_StandInThatOrderAndTheRestIsSaidToFollow()
    {
        using var reader = site.Reader();
        var page = await reader.Page(Address);

        foreach (var (place, school) in ((string[])["Wales", "London", "Trent"]).Index())
        {
            page = await Press(reader, page, "pick:" + school);
            page.QuerySelector("#order-said").Words().ShouldBe($"{school} is now number {place + 1} of 18.");
            page.QuerySelectorAll("[autofocus]").Select(element => element.GetAttribute("value")).ShouldBe([$"pick:{school}"]);
        }

        OrderOf(page).Take(3).ShouldBe(["Wales", "London", "Trent"]);
        OrderOf(page).Skip(3).ShouldBeInOrder();
        page.QuerySelectorAll("#order .is-unplaced").Length.ShouldBe(15);
        var answered = await Press(reader, page, "answer");
        answered.QuerySelector(".answer").Words().ShouldContain("You have placed 3 of 18: the other 15 follow as they stood, and their order counts too.");
        var chosen = await Press(reader, await Press(reader, page, "pick:London"), "up:London");
        OrderOf(chosen).Take(3).ShouldBe(["London", "Wales", "Trent"]);
        (await Press(reader, chosen, "pick:London")).QuerySelectorAll("#order .move").ShouldBeEmpty("pressed again it lets go");
    }

    [Fact]
    public async Task UntouchedList_IsAnsweredOnlyWithTheWordThatNobodyTouchedIt()
    {
        using var reader = site.Reader();

        var untouched = await Press(reader, await reader.Page(Address), "answer");
        var touched = await Answered(reader, "2026");

        untouched.QuerySelector(".answer").Words().ShouldContain("Look again: This is the order of the alphabet, as the list stands before anybody has put it in order.");
        touched.QuerySelector(".answer").Words().ShouldNotContain("Look again");
    }

    [Fact]
    public async Task WrittenPositions_AreKeptWhenASchoolIsPressed()
    {
        using var reader = site.Reader();
        var page = await reader.Page(Address);
        Positions(page)[17].SetAttribute("value", "1");

        var pressed = await Press(reader, page, "pick:London");

        OrderOf(pressed).Take(2).ShouldBe(["Yorkshire and Humber", "London"]);
        Positions(pressed)[5].SetAttribute("value", "3");
        OrderOf(await Press(reader, pressed, "place"))[2].ShouldBe(OrderOf(pressed)[5]);
    }

    [Fact]
    public async Task Year_WithOtherSchools_KeepsTheOrderAndSaysWhatDiffers()
    {
        using var reader = site.Reader();
        var page = await Press(reader, await reader.Page(Address), "pick:London");
        Choose(page, "year", "2023");

        var answered = await Press(reader, page, "answer");

        OrderOf(answered)[0].ShouldBe("London");
        OrderOf(answered).TakeLast(2).ShouldBe(["East Anglia", "Essex, Bedfordshire and Hertfordshire"]);
        answered.QuerySelector("#order-said").Words().ShouldBe("The schools of 2023 differ: East Anglia; Essex, Bedfordshire and Hertfordshire now stand at the end.");
        answered.QuerySelector(".assumptions").Words().ShouldContain("In 2023 scores decided, not this allocation");
        answered.QuerySelector(".answer").Words().ShouldContain("In 2023 scores decided: this is what the allocation would have given.");
    }

    [Fact]
    public async Task Order_WithASchoolMissingTwiceOrUnknown_IsRefusedAndNamed()
    {
        using var reader = site.Reader();
        var all = OrderOf(await reader.Page(Address));

        (await Posted(reader, all.Skip(1))).QuerySelector(".errors").Words().ShouldContain("All 18 schools are ordered; missing: East of England.");
        (await Posted(reader, all.Append("London"))).QuerySelector(".errors").Words().ShouldContain("Given twice: London.");
        (await Posted(reader, all.Skip(1).Append("Bath"))).QuerySelector(".errors").Words().ShouldContain("Not a foundation school in 2026: Bath.");

        async Task<IHtmlDocument> Posted(HttpClient asked, IEnumerable<string> schools)
        {
            using var form = new FormUrlEncodedContent([.. schools.Select(school => KeyValuePair.Create("school", school)), new("do", "answer")]);
            using var response = await asked.PostAsync(Address, form, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var page = Asked.Parse(await response.Text());
            OrderOf(page).Count.ShouldBe(18);
            return page;
        }
    }

    [Theory]
    [InlineData("year", "1900", "#year")]
    [InlineData("year", "<b>", "#year")]
    [InlineData("tier", "gold", "#tier")]
    public async Task Choice_ThatIsNotOffered_IsRefusedAtItsField(string field, string value, string target)
    {
        using var reader = site.Reader();
        using var form = new FormUrlEncodedContent([new(field, value), new("do", "answer")]);

        using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = Asked.Parse(await response.Text());
        page.QuerySelector($".errors a[href='{target}']").ShouldNotBeNull();
        page.QuerySelectorAll("main b").ShouldAllBe(element => element.Words() != "");
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task Garbage_IsAnsweredAndNeverAFault()
    {
        using var reader = site.Reader();
        string[] odd = ["", "\0", "<script>alert(1)</script>", "999999999999", "up:", ":", "to:London", "example-", "example--1", "example-999999999999", "🩺",
            new string('x', 5000)];

        foreach (var text in odd)
        {
            foreach (var field in (string[])["do", "school", "position", "year", "tier", "linked", "partner", "outcome", "answered", "others"])
            {
                using var form = new FormUrlEncodedContent([new(field, text), .. field == "do" ? (KeyValuePair<string, string>[])[] : [new("do", "answer")]]);
                using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);

                ((int)response.StatusCode).ShouldBeInRange(200, 499, $"{field}={text}");
                Asked.Parse(await response.Text()).QuerySelectorAll("main script").ShouldBeEmpty();
            }
        }

        using var noForm = new StringContent("{}", Encoding.UTF8, "application/json");
        using var refused = await reader.PostAsync(Address, noForm, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static IHtmlDocument Placed(IHtmlDocument page)
    {
        page.QuerySelector("[name=placed]")!.SetAttribute("value", "18");
        return page;
    }

    private static IElement[] Positions(IHtmlDocument page) => [.. page.QuerySelectorAll("#order [name=position]")];

    private static List<string> Moved(List<string> order, int from, int to)
    {
        var moved = order.ToList();
        moved.RemoveAt(from);
        moved.Insert(to, order[from]);
        return moved;
    }
}
