using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using static Gradus.Web.Tests.Pages.ChancesPage;

namespace Gradus.Web.Tests.Pages;

/// <summary>What my chances are answered with: the numbers, the links, the readings of the priority group, the pictures and the words.</summary>
public sealed class ChancesAnswerTests(SiteFixture site)
{
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
        using var api = await Ask(reader,
            new { order, year = int.Parse(year, CultureInfo.InvariantCulture), tier = tier.Length == 0 ? null : tier, linked = linked == "same" ? order : null });

        order[0].ShouldBe("London");
        var expected = api.RootElement.GetProperty("schools").EnumerateArray().Select(school => Whole(school.GetProperty("mid").GetDouble())).ToList();
        answered.QuerySelectorAll(".order .chance b").Select(number => number.Words()).ShouldBe(expected);
        answered.QuerySelector(".answer h1").Words().ShouldContain(expected[0]);
        var outOfReach = api.RootElement.GetProperty("schools")
            .EnumerateArray()
            .Skip(1)
            .Where(school => !school.GetProperty("reachableInPassTwo").GetBoolean())
            .Select(school => school.GetProperty("school").GetString()!)
            .ToList();
        answered.QuerySelectorAll(".order > li:has(.order__chance .chip)").Select(row => row.GetAttribute("data-school")!).ShouldBe(outOfReach);
        answered.QuerySelector("section[aria-labelledby=others-heading]").Words().ShouldContain(string.Join("; ", outOfReach));
        answered.QuerySelectorAll(".assumptions li")
            .Select(item => item.Words())
            .ShouldBe(api.RootElement.GetProperty("assumptions").EnumerateArray().Select(text => text.GetString()));
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

        var rows = answered.QuerySelectorAll("section[aria-labelledby=pair-title] tbody tr")
            .ToDictionary(row => row.QuerySelector("th").Words(), row => row.QuerySelectorAll("td").Select(cell => cell.Words()).ToList());
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
    public async Task Answer_IsKeptByTheReadersBrowserAlone()
    {
        using var reader = site.Reader();

        using var response = await Send(reader, await reader.Page(Address), "answer");

        response.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.Location.ShouldBeNull();
        var page = Asked.Parse(await response.Text());
        page.QuerySelectorAll("form")
            .Where(form => form.QuerySelector("[name=school]") is not null)
            .ShouldAllBe(form => form.GetAttribute("method") == "post" && form.GetAttribute("action") == Address);
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

    private static string Whole(double chance) => (100 * chance) switch
    {
        <= 1e-9 => "0",
        < 0.5 => "under 1",
        >= 100 - 1e-9 => "100",
        > 99.5 => "over 99",
        var hundreds => hundreds.ToString("0", CultureInfo.InvariantCulture),
    };
}
