using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gradus.Web.Tests.Pages;

/// <summary>My chances as a doctor uses the page without scripts: order, ask, move, compare, save, open; and what the page refuses.</summary>
public sealed class ChancesPageTests(SiteFixture site)
{
    private const string Address = "/foundation-applications/chances";
    private const string Api = "/api/foundation-applications/chances";

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

    [Theory]
    [InlineData("2026", "", "none")]
    [InlineData("2025", "", "none")]
    [InlineData("2024", "", "same")]
    [InlineData("2026", "priority", "none")]
    [InlineData("2026", "other", "same")]
    public async Task Answer_HasTheNumbersOfTheApi(string year, string tier, string linked)
    {
        using var reader = site.Reader();
        var page = await Press(reader, await reader.Page(Address), "pick:London");
        Choose(page, "year", year);
        Choose(page, "tier", tier);
        Choose(page, "linked", linked);

        var answered = await Press(reader, page, "answer");
        var order = OrderOf(answered);
        using var api = await Ask(reader, new { order, year = int.Parse(year, CultureInfo.InvariantCulture), tier = tier.Length == 0 ? null : tier, linked = linked == "same" ? order : null });

        order[0].ShouldBe("London");
        var expected = api.RootElement.GetProperty("schools").EnumerateArray().Select(school => Whole(school.GetProperty("mid").GetDouble())).ToList();
        answered.QuerySelectorAll(".order .chance b").Select(number => number.Words()).ShouldBe(expected);
        answered.QuerySelector(".answer h1").Words().ShouldContain(expected[0]);
        var outOfReach = api.RootElement.GetProperty("schools").EnumerateArray().Skip(1).Where(school => !school.GetProperty("reachableInPassTwo").GetBoolean()).Select(school => school.GetProperty("school").GetString()!).ToList();
        answered.QuerySelectorAll(".order > li:has(.order__chance .chip)").Select(row => row.GetAttribute("data-school")!).ShouldBe(outOfReach);
        answered.QuerySelector("section[aria-labelledby=others-heading]").Words().ShouldContain(string.Join("; ", outOfReach));
        answered.QuerySelectorAll(".assumptions li").Select(item => item.Words()).ShouldBe(api.RootElement.GetProperty("assumptions").EnumerateArray().Select(text => text.GetString()));
        answered.QuerySelectorAll(".dots > .plot circle").Length.ShouldBe(100);
    }

    [Fact]
    public async Task Answer_KeepsWhatTheRatioSettlesApartFromWhatIsModelled()
    {
        using var reader = site.Reader();

        var of2025 = await Answered(reader, "2025");
        var of2026 = await Answered(reader, "2026");

        var sections = of2025.QuerySelectorAll("section[aria-labelledby=how-title] h3").Select(heading => heading.Words());
        sections.ShouldBe(["What the published ratio settles", "What is modelled"]);
        var settled = of2025.QuerySelector("section[aria-labelledby=how-title] .why li").Words();
        settled.ShouldContain("UK, 2025, after pre-allocation: 2.07 first choices for each place at London");
        settled.ShouldContain("Raw, before pre-allocation: 2,200 first choices for 1,238 places, 1.78 for each.");
        settled.ShouldContain("Check this");
        of2026.QuerySelector("section[aria-labelledby=how-title] .why li").Words().ShouldContain("The raw ratio, before pre-allocation, was not found for 2026.");
        of2026.QuerySelector("#order-key").Words().ShouldContain("The two ranges are not of one kind");
        of2026.QuerySelector(".order > li .chance")!.InnerHtml.ShouldBe("<b>43</b> of 100<br>35 to 48 by year");
    }

    [Fact]
    public async Task Answer_InWords_HasNoPercentSign()
    {
        using var reader = site.Reader();
        var page = await Answered(reader, "2026");
        Choose(page, "linked", "same");
        Choose(page, "tier", "other");
        Choose(page, "outcome", "2");

        var answered = await Press(reader, await Press(reader, page, "others"), "rank");

        answered.QuerySelectorAll(".affix").ToList().ForEach(unit => unit.Remove());
        answered.QuerySelector("main").Words().ShouldNotContain("%");
    }

    [Fact]
    public async Task OtherOrders_AreShownWhenAskedForWithWhatTheyCost()
    {
        using var reader = site.Reader();
        var page = await Press(reader, await Answered(reader, "2026"), "pick:Severn");
        page.QuerySelector("table.others").ShouldBeNull();

        var shown = await Press(reader, page, "others");

        shown.QuerySelectorAll("table.others tbody th").Select(cell => cell.Words()).ShouldBe(OrderOf(shown).Skip(1));
        var severn = shown.QuerySelector("table.others tbody tr")!.QuerySelectorAll("td").Select(cell => cell.Words()).ToList();
        severn.Take(3).ShouldBe(["0", "75", "out of reach"]);
        var words = shown.QuerySelector("section[aria-labelledby=others-heading]").Words();
        words.ShouldContain("Putting an oversubscribed favourite first can cost you your second choice");
        words.ShouldContain("Others may change their lists as well");
        var tried = await Press(reader, shown, "top:Severn");
        OrderOf(tried).Take(2).ShouldBe(["Severn", "London"]);
        tried.QuerySelector(".answer h1").Words().ShouldBe("Severn: about 75 of 100");
        tried.QuerySelector("table.others").ShouldNotBeNull("it was asked for");
    }

    [Fact]
    public async Task Link_WithTheSameOrder_IsSetAgainstStayingUnlinked()
    {
        using var reader = site.Reader();
        var page = await Answered(reader, "2026");
        Choose(page, "linked", "same");

        var answered = await Press(reader, page, "answer");

        var rows = answered.QuerySelectorAll("section[aria-labelledby=pair-title] tbody tr").ToDictionary(row => row.QuerySelector("th").Words(), row => row.QuerySelectorAll("td").Select(cell => cell.Words()).ToList());
        rows["Both at the first choice"].ShouldBe(["about 19 of 100", "about 19 of 100"]);
        rows["Exactly one of you at the first choice"].ShouldBe(["0 of 100", "about 49 of 100"]);
        answered.QuerySelector("section[aria-labelledby=pair-title]").Words().ShouldContain("Alone, you would get London in about 43 of 100");
        answered.QuerySelector(".answer").Words().ShouldContain("Alone: about 43 of 100. If either of you is pre-allocated, the link is broken.");
        answered.QuerySelector("section[aria-labelledby=pair-title] table:last-of-type tbody tr")!.Children.Select(cell => cell.Words()).ShouldBe(["London", "43", "19"]);
    }

    [Fact]
    public async Task Link_WithAnotherOrder_IsSaidToBreak()
    {
        using var reader = site.Reader();
        var page = await Answered(reader, "2026");
        Choose(page, "linked", "other");

        var empty = await Press(reader, page, "answer");
        empty.QuerySelector("#pair-title").Words().ShouldBe("This link would be broken", "without 18 names to type");
        empty.QuerySelector(".answer").Words().ShouldContain("This link would be broken: your orders differ, so the chances are yours alone.");
        empty.QuerySelector("section[aria-labelledby=pair-title]").Words().ShouldContain("Approval of either of you for pre-allocation breaks the link");
        ((IHtmlTextAreaElement)empty.GetElementById("partner")!).TextContent = string.Join('\n', OrderOf(empty).AsEnumerable().Reverse());
        var broken = await Press(reader, empty, "answer");

        broken.QuerySelector("#pair-title").Words().ShouldBe("This link would be broken");
        broken.QuerySelector(".answer h1").Words().ShouldBe("London: about 43 of 100");
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

    [Theory]
    [InlineData("priority")]
    [InlineData("other")]
    public async Task PriorityGroup_WhereTheReadingsDiffer_ShowsBoth(string tier)
    {
        using var reader = site.Reader();
        var page = await Press(reader, await reader.Page(Address), "pick:Trent");
        page = await Press(reader, page, "pick:London");
        Choose(page, "tier", tier);

        var answered = await Press(reader, page, "answer");
        using var api = await Ask(reader, new { order = OrderOf(answered), tier });

        var reading = api.RootElement.GetProperty("otherReading");
        if (reading.ValueKind == JsonValueKind.Null)
        {
            answered.GetElementById("readings-title").ShouldBeNull();
            tier.ShouldBe("priority", "everybody else gets a school with room first only by one reading");
            return;
        }

        answered.QuerySelector("section[aria-labelledby=readings-title]").Words().ShouldContain(reading.GetProperty("says").GetString()!);
        answered.QuerySelector(".answer").Words().ShouldContain("By the other reading of the Act:");
    }

    [Fact]
    public async Task Assumptions_AreChangedOnThePage_AndRefusedInItsOwnUnits()
    {
        using var reader = site.Reader();
        var page = await Answered(reader, "2026");
        page.GetElementById("strongestHome")!.SetAttribute("value", "0");
        page.GetElementById("mostNoise")!.SetAttribute("value", "0");

        var own = await Press(reader, page, "answer");
        own.GetElementById("priorityFrom")!.SetAttribute("value", "0.8");
        own.GetElementById("scenarios")!.SetAttribute("value", "3000");
        var refused = await Press(reader, own, "answer", HttpStatusCode.BadRequest);

        own.QuerySelector(".answer").Words().ShouldContain("What is assumed of others is as you set it.");
        own.QuerySelector(".assumptions").Words().ShouldContain("0, as you set it");
        own.QuerySelectorAll(".order .chance").Skip(1).ShouldAllBe(chance => !chance.Words().Contains(" to ", StringComparison.Ordinal), "one scenario has no range");
        refused.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")).ShouldBe(["#priorityFrom", "#scenarios"], ignoreOrder: true);
        refused.QuerySelector("#priorityFrom-error").Words().ShouldContain("such as 80");
        refused.GetElementById("strongestHome")!.GetAttribute("value").ShouldBe("0");
    }

    [Fact]
    public async Task Ranks_AreShownAsAPictureAndInBrackets_AndNextYearIsAForecast()
    {
        using var reader = site.Reader();

        var answered = await Answered(reader, "2026");
        var older = await Answered(reader, "2025");

        answered.QuerySelectorAll("section[aria-labelledby=ranks-title] circle").Length.ShouldBeGreaterThan(49);
        var brackets = answered.QuerySelectorAll("section[aria-labelledby=ranks-title] tbody tr").Select(row => row.Children.Select(cell => cell.Words()).ToList()).ToList();
        brackets.Count.ShouldBe(6);
        brackets[0].ShouldBe(["1 to 10", "100", "100", "100", "0"]);
        brackets[^1].Take(2).ShouldBe(["91 to 100", "0"]);
        var forecast = answered.QuerySelector("section[aria-labelledby=forecast-title]")!;
        forecast.QuerySelector("h2").Words().ShouldBe("As a forecast for 2027");
        forecast.QuerySelector("tbody tr")!.Children.Select(cell => cell.Words()).ShouldBe(["London", "2.31", "43", "35 to 48"]);
        forecast.Words().ShouldContain("because it is not published");
        older.QuerySelector("section[aria-labelledby=forecast-title]").ShouldBeNull();
    }

    [Fact]
    public async Task Title_SaysWhatWasAnswered()
    {
        using var reader = site.Reader();

        (await Answered(reader, "2026")).Title.ShouldBe("London: about 43 of 100 - Gradus");
    }

    [Fact]
    public async Task Result_SaysWhatItTellsOfTheRank()
    {
        using var reader = site.Reader();
        var page = await Answered(reader, "2026");
        Choose(page, "outcome", "1");

        var first = await Press(reader, page, "rank");
        var never = OrderOf(first).ToList().IndexOf("Severn") + 1;
        Choose(first, "outcome", never.ToString(CultureInfo.InvariantCulture));
        var second = await Press(reader, first, "rank");

        first.QuerySelector("#rank-said").Words().ShouldStartWith("Being placed at London puts the rank among the best 44 of every 100 applicants.");
        second.QuerySelector("#rank-said").Words().ShouldStartWith("With this order and these figures that does not happen.");
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

    [Theory]
    [InlineData("save", "application/json", "foundation-order.json")]
    [InlineData("json", "application/json", "foundation-chances.json")]
    [InlineData("csv", "text/csv", "foundation-chances.csv")]
    public async Task Files_AreSentWithTheOrder(string button, string type, string name)
    {
        using var reader = site.Reader();

        using var response = await Send(reader, await Answered(reader, "2026"), button);

        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe(name);
        var text = await response.Text();
        text.ShouldContain("London");
        text.Split('\n').Length.ShouldBeGreaterThan(19);
    }

    [Fact]
    public async Task Api_AskedForOtherOrdersAndTheRank_SaysBothAndElseNeither()
    {
        using var reader = site.Reader();
        var order = OrderOf(await Press(reader, await reader.Page(Address), "pick:London"));

        using var plain = await Ask(reader, new { order });
        using var full = await Ask(reader, new { order, others = true, got = 2 });
        using var other = await Ask(reader, new { order = (string[])[order[2], order[0], order[1], .. order.Skip(3)] });

        plain.RootElement.GetProperty("others").ValueKind.ShouldBe(JsonValueKind.Null);
        plain.RootElement.GetProperty("rank").ValueKind.ShouldBe(JsonValueKind.Null);
        full.RootElement.GetProperty("others").EnumerateArray().Select(line => line.GetProperty("putFirst").GetString()!).ShouldBe(order.Skip(1));
        full.RootElement.GetProperty("others")[1].GetProperty("schools").GetRawText().ShouldBe(other.RootElement.GetProperty("schools").GetRawText());
        full.RootElement.GetProperty("rank").GetProperty("choice").GetInt32().ShouldBe(2);
        full.RootElement.GetProperty("rank").GetProperty("says").GetString().ShouldStartWith($"Being placed at {order[1]} ");
    }

    [Theory]
    [InlineData("others", "\"yes\"", "Expected true or false.")]
    [InlineData("got", "0", "Expected the choice that was got, from 1 to 18.")]
    [InlineData("got", "19", "Expected the choice that was got, from 1 to 18.")]
    [InlineData("got", "1.5", "Expected the choice that was got, from 1.")]
    public async Task Api_AskedWrongly_NamesTheField(string field, string value, string message)
    {
        using var reader = site.Reader();
        using var body = new StringContent($$"""{"order":[],"{{field}}":{{value}}}""", Encoding.UTF8, "application/json");

        using var response = await reader.PostAsync(Api, body, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(await response.Text());
        problem.RootElement.GetProperty("errors").GetProperty(field)[0].GetString().ShouldBe(message);
    }

    [Fact]
    public async Task Api_GivenAFieldTwice_RefusesIt()
    {
        using var reader = site.Reader();
        using var body = new StringContent("""{"order":["London"],"order":[]}""", Encoding.UTF8, "application/json");

        using var response = await reader.PostAsync(Api, body, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Text()).ShouldContain("it is given twice");
    }

    [Fact]
    public async Task SavedOrder_IsWhatTheApiTakesAndCanBeOpenedAgain()
    {
        using var reader = site.Reader();
        var page = await Press(reader, await reader.Page(Address), "pick:Wales");
        Choose(page, "year", "2025");
        Choose(page, "tier", "other");
        Choose(page, "linked", "same");
        using var saved = await Send(reader, page, "save");
        var file = await saved.Text();

        var opened = await Open(reader, file);
        using var answer = await reader.PostAsync(Api, new StringContent(file, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        OrderOf(opened)[0].ShouldBe("Wales");
        foreach (var (field, value) in new[] { ("year", "2025"), ("tier", "other"), ("linked", "same") })
        {
            opened.QuerySelector($"#{field} option[selected]")!.GetAttribute("value").ShouldBe(value);
        }

        opened.QuerySelector("#order-said").Words().ShouldBe("Order opened.");
    }

    [Theory]
    [InlineData("", "Choose a file")]
    [InlineData("not json", "The file cannot be read as an order.")]
    [InlineData("[]", "The file cannot be read as an order.")]
    [InlineData("""{"order":["London"]}""", "All 18 schools are ordered; missing:")]
    [InlineData("""{"order":["Bath"]}""", "Not a foundation school in 2026: Bath.")]
    public async Task File_ThatIsNoOrder_IsRefusedWithWhy(string file, string why)
    {
        using var reader = site.Reader();

        var page = await Open(reader, file, HttpStatusCode.BadRequest);

        page.QuerySelector(".errors a[href='#file']").Words().ShouldContain(why);
        OrderOf(page).Count.ShouldBe(18);
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
    public async Task Garbage_IsAnsweredAndNeverAFault()
    {
        using var reader = site.Reader();
        string[] odd = ["", "\0", "<script>alert(1)</script>", "999999999999", "up:", ":", "to:London", "example-", "example--1", "example-999999999999", "🩺", new string('x', 5000)];

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

    [Fact]
    public async Task Answer_IsKeptByTheReadersBrowserAlone()
    {
        using var reader = site.Reader();

        using var response = await Send(reader, await reader.Page(Address), "answer");

        response.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.Location.ShouldBeNull();
        var page = Asked.Parse(await response.Text());
        page.QuerySelectorAll("form").Where(form => form.QuerySelector("[name=school]") is not null).ShouldAllBe(form => form.GetAttribute("method") == "post" && form.GetAttribute("action") == Address);
        page.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!).ShouldAllBe(link => !link.Contains('?'));
        using var again = await reader.Get(Address);
        (await again.Text()).ShouldNotContain("class=\"answer\"");
    }

    [Fact]
    public async Task Examples_ArePressedAndWorked()
    {
        using var reader = site.Reader();
        var page = await reader.Page(Address);

        var worked = await Press(reader, page, "example-0");

        page.QuerySelectorAll(".examples button").Length.ShouldBe(12);
        worked.QuerySelector(".answer h1").Words().ShouldBe("London: about 48 of 100");
        worked.QuerySelector("#year option[selected]")!.GetAttribute("value").ShouldBe("2025");
    }

    [Fact]
    public async Task Competition_PictureAndTableHoldEverySchoolAndYear()
    {
        using var reader = site.Reader();

        var page = await reader.Page(Address);

        page.QuerySelectorAll("#competition thead th").Select(cell => cell.Words()).ShouldBe(["School", "2026", "2025", "2024", "2023"]);
        var cells = page.QuerySelectorAll("#competition tbody td").Select(cell => cell.Words()).ToList();
        cells.Count.ShouldBe(18 * 4);
        page.QuerySelectorAll("#competition svg[role=img] circle").Length.ShouldBe(cells.Count(cell => cell != "not a school then"));
        page.QuerySelector("#competition tbody tr").Words().ShouldBe("London 2.31 2.07 2.89 2.74");
        page.QuerySelectorAll("#competition .chart__foot .chip").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task BackTest_SetsTheRuleAgainstWhatWasPublished()
    {
        using var reader = site.Reader();

        var words = (await reader.Page(Address)).QuerySelector("section[aria-labelledby=right-title]").Words();

        words.ShouldContain("2024: the rule gives about 75 of 100. 75 of 100 was published.");
        words.ShouldContain("2025: the rule gives about 84 of 100. No published figure was found.");
    }

    private static async Task<IHtmlDocument> Answered(HttpClient reader, string year)
    {
        var page = await Press(reader, await reader.Page(Address), "pick:London");
        Choose(page, "year", year);
        return await Press(reader, page, "answer");
    }

    private static List<string> OrderOf(IHtmlDocument page) => [.. page.QuerySelectorAll("#order > li").Select(row => row.GetAttribute("data-school")!)];

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

    private static void Choose(IHtmlDocument page, string field, string value)
    {
        foreach (var option in page.QuerySelectorAll($"#{field} option"))
        {
            option.ToggleAttribute("selected", option.GetAttribute("value") == value);
        }
    }

    private static string Whole(double chance) => (100 * chance) switch
    {
        <= 1e-9 => "0",
        < 0.5 => "under 1",
        >= 100 - 1e-9 => "100",
        > 99.5 => "over 99",
        var hundreds => hundreds.ToString("0", CultureInfo.InvariantCulture),
    };

    private static async Task<JsonDocument> Ask(HttpClient reader, object request)
    {
        using var response = await reader.PostAsJsonAsync(Api, request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Text());
    }

    /// <summary>Sends the page's form as a browser would, with a button pressed.</summary>
    private static async Task<HttpResponseMessage> Send(HttpClient reader, IHtmlDocument page, string button)
    {
        page.QuerySelectorAll("button[name=do]").Any(pressed => pressed.GetAttribute("value") == button).ShouldBeTrue($"there is no button {button}");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in page.QuerySelectorAll("#plan input[name]:not([form]), #plan select[name], #plan textarea[name]"))
        {
            var value = field switch
            {
                IHtmlSelectElement => (field.QuerySelector("option[selected]") ?? field.QuerySelector("option"))!.GetAttribute("value"),
                IHtmlTextAreaElement => field.TextContent,
                _ => field.GetAttribute("value"),
            };
            fields.Add(new(field.GetAttribute("name")!, value ?? ""));
        }

        using var form = new FormUrlEncodedContent([.. fields, new("do", button)]);
        return await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);
    }

    private static async Task<IHtmlDocument> Press(HttpClient reader, IHtmlDocument page, string button, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Send(reader, page, button);
        response.StatusCode.ShouldBe(status, button);
        return Asked.Parse(await response.Text());
    }

    private static async Task<IHtmlDocument> Open(HttpClient reader, string file, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var form = new MultipartFormDataContent { { new StringContent("open"), "do" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "order.json" } };
        using var response = await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, file);
        return Asked.Parse(await response.Text());
    }
}
