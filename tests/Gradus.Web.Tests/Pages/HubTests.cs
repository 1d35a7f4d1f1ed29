using System.Globalization;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.Web.Features.Dates;
using Gradus.Web.Features.Home;
using Gradus.Web.Features.ToolList;
using Gradus.Web.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests.Pages;

/// <summary>Home, the list of tools, the list of dates, and the order in which a room shows what it has.</summary>
public sealed class HubTests(SiteFixture site)
{
    private ContentLibrary Library => site.Services.GetRequiredService<ContentLibrary>();

    public static TheoryData<string> Keys => [.. People.All.Select(person => person.Key)];

    [Fact]
    public async Task Masthead_LeadsToRoomsToolsDatesAndSearchAndToNoTool()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/");

        page.QuerySelectorAll(".topnav a")
            .Select(link => (link.Words(), link.GetAttribute("href")))
            .ShouldBe([("Rooms", "/#rooms"), ("Tools", "/tools"), ("Dates", "/dates"), ("Search", "/search")]);
        page.QuerySelectorAll("header a, footer a").Select(link => link.GetAttribute("href")).Intersect(AllTools.All.Select(tool => tool.Address)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Home_HasSearchFirst_FiveQuestionsAndFiveRowsAStairAtMost()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/");

        page.QuerySelector("main input")!.Id.ShouldBe("q");
        page.QuerySelectorAll(".asks a").Length.ShouldBe(5);
        page.QuerySelectorAll(".stage").Length.ShouldBe(5);
        page.QuerySelectorAll(".stage").ShouldAllBe(stage => stage.QuerySelectorAll(".rooms > li").Length <= HubRow.Most && stage.QuerySelectorAll(".rooms > li").Length > 0);
        page.QuerySelectorAll(".rooms a").Select(link => link.GetAttribute("href")![1..]).Order(StringComparer.Ordinal).ShouldBe(Rooms.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Home_CountsTheToolsOfEachRoom()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/");

        var all = page.QuerySelectorAll("a.room").ToList();
        all.ShouldNotBeEmpty();
        foreach (var link in all)
        {
            var tools = AllTools.Of(link.GetAttribute("href")![1..]).Count();
            (link.QuerySelector("i")?.Words() ?? "").ShouldBe(tools switch { 0 => "", 1 => "1 tool", _ => $"{tools} tools" });
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Home_ForAPerson_ShowsTheirDatesAndOpensTheirStair(string key)
    {
        using var reader = site.Reader();
        var person = People.Find(key)!;
        var on = new DateOnly(2026, 11, 25);
        var expected = Library.Milestones.Where(milestone => milestone.Nations.Includes(Nation.England) && milestone.Last >= on && person.Rooms.Contains(milestone.System))
            .OrderBy(milestone => DatesAhead.NextDay(milestone, on)).ThenBy(milestone => milestone.Id, StringComparer.Ordinal).Select(milestone => milestone.What).ToList();

        var page = await reader.Page("/", cookies: "stage=" + key);

        page.QuerySelectorAll(".dates ol > li a").Select(link => link.Words()).ShouldBe(expected.Take(5));
        page.QuerySelectorAll(".stage__fold[open]").ShouldHaveSingleItem().Closest(".stage")!.Id.ShouldBe(Stages.Of(person.Stage).Id);
        page.QuerySelector("#iam option[selected]")!.GetAttribute("value").ShouldBe(key);
    }

    [Fact]
    public async Task Home_ForNobodyInParticular_ShowsAllDatesAndOpensNoStair()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/", cookies: "stage=king");

        page.QuerySelectorAll(".dates ol > li").Length.ShouldBe(5);
        page.QuerySelectorAll(".stage__fold[open]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Home_OnADayWithoutDates_SaysSo()
    {
        using var reader = site.Reader();

        (await reader.Page("/?on=2099-01-01")).QuerySelector(".dates").Words().ShouldContain("We know of no dates for England after 1 January 2099");
    }

    [Fact]
    public void People_TogetherAreConcernedWithEveryRoomThatHasDates() =>
        Library.Milestones.Select(milestone => milestone.System)
            .Distinct(StringComparer.Ordinal)
            .Except(People.All.SelectMany(person => person.Rooms), StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void People_NameRoomsThatAre() => People.All.SelectMany(person => person.Rooms).Except(Rooms.All, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public async Task Tools_AreAllListedAsQuestions_UnderTheStageOfTheirRoom()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/tools");

        page.QuerySelectorAll(".tools a")
            .Select(link => link.GetAttribute("href"))
            .Order(StringComparer.Ordinal)
            .ShouldBe(AllTools.All.Select(tool => tool.Address).Order(StringComparer.Ordinal));
        foreach (var row in page.QuerySelectorAll(".tools > li"))
        {
            var tool = AllTools.All.Single(tool => tool.Address == row.QuerySelector("a")!.GetAttribute("href"));
            row.QuerySelector("a").Words().ShouldBe(tool.Question);
            row.QuerySelector("a").Words().ShouldEndWith("?");
            row.QuerySelector(".kept").Words().ShouldBe(tool.IsPersonal ? "Nothing kept" : "");
            row.QuerySelector(".mins").Words().ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{tool.Minutes} min"));
            row.Closest(".toolset")!.QuerySelector("h2")!.Id.ShouldBe(Stages.Of(Library.PageAt("/" + tool.Room)!.Stage).Id);
        }
    }

    [Fact]
    public async Task Tools_OfAKind_AreThoseAlone()
    {
        using var reader = site.Reader();
        foreach (var kind in ToolKindExtensions.All)
        {
            var page = await reader.Page("/tools?kind=" + kind.Key());

            page.QuerySelectorAll(".tools a")
                .Select(link => link.GetAttribute("href"))
                .Order(StringComparer.Ordinal)
                .ShouldBe(AllTools.All.Where(tool => tool.Kind == kind).Select(tool => tool.Address).Order(StringComparer.Ordinal));
        }

        (await reader.Page("/tools?kind=magic")).QuerySelector("[role=alert]").Words().ShouldContain("no such kind");
    }

    [Theory]
    [InlineData("england")]
    [InlineData("scotland")]
    [InlineData("wales")]
    [InlineData("northern-ireland")]
    public async Task Dates_AreAllThatLieAheadInTheNation(string key)
    {
        using var reader = site.Reader();
        var nation = NationExtensions.ParseNation(key)!.Value;
        var expected = Library.Milestones.Where(milestone => milestone.Nations.Includes(nation) && milestone.Last >= new DateOnly(2026, 11, 25))
            .Select(milestone => milestone.What);

        var page = await reader.Page("/dates?nation=" + key);

        page.QuerySelectorAll(".months .next li > div > a").Select(link => link.Words()).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
        page.QuerySelectorAll(".months h2").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Dates_KnownByTheMonth_ShowNoDay()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/dates?room=changing-specialty&nation=england");

        page.QuerySelectorAll(".months .when").Select(when => when.Words()).ShouldContain("February 2027");
        page.QuerySelector(".months").Words().ShouldNotContain("1 February 2027");
    }

    [Fact]
    public async Task Dates_ForAPerson_SayHowManyAreLeftOut()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/dates", cookies: "stage=gp");

        page.QuerySelector("main").Words().ShouldContain("concern other doctors");
        page.QuerySelectorAll(".months .next li > div > a").Select(link => link.GetAttribute("href")![1..]).ShouldAllBe(room => People.Find("gp")!.Rooms.Contains(room));
    }

    [Fact]
    public async Task Room_ShowsAnswerFiguresToolsDatesThenGuidance()
    {
        using var reader = site.Reader();
        foreach (var room in Rooms.All)
        {
            var page = await reader.Page("/" + room);

            var parts = page.QuerySelectorAll(".room__head, .figures--even, .shelf, .ahead, .guide").Select(part => part.ClassList[0]).ToList();
            var expected = new List<string> { "room__head", "figures" };
            if (AllTools.Of(room).Any())
            {
                expected.Add("shelf");
            }

            if (Library.Milestones.Any(milestone => milestone.System == room && milestone.Nations.Includes(Nation.England) && milestone.Last >= new DateOnly(2026, 11, 25)))
            {
                expected.Add("ahead");
            }

            expected.Add("guide");
            parts.ShouldBe(expected, room);
            page.QuerySelectorAll(".figures--even > div").Length.ShouldBe(3, room);
            page.QuerySelectorAll(".shelf a").Select(link => link.GetAttribute("href")).ShouldBe(AllTools.Of(room).Select(tool => tool.Address), room);
            page.QuerySelectorAll(".shelf .btn").Length.ShouldBe(AllTools.Of(room).Any() ? 1 : 0, room);
        }
    }

    [Fact]
    public async Task Room_NamesEachFigureThatIsNotSureUnderItsFigures()
    {
        using var reader = site.Reader();
        foreach (var room in Rooms.All)
        {
            var page = await reader.Page("/" + room);

            var doubt = string.Join(' ', page.QuerySelectorAll(".figures--even ~ .doubt").Select(line => line.Words()));
            foreach (var link in page.QuerySelectorAll(".figures--even a.fig"))
            {
                var figure = Library.Figures[link.GetAttribute("href")!["/figures/".Length..]];
                var value = figure.On(new DateOnly(2026, 11, 25), Nation.England);
                if (value is { Status: Status.Verify or Status.Computed or Status.Editorial })
                {
                    doubt.ShouldContain(link.Words(), Case.Sensitive, room);
                }
            }
        }
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task Marks_FollowTheStop_ShareOneMarkAndLeadToTheSectionsOwnSources()
    {
        using var reader = site.Reader();
        foreach (var page in Library.Pages)
        {
            var shown = await reader.Page(page.Address);

            foreach (var mark in shown.QuerySelectorAll(".guide__body sup.ref"))
            {
                var before = mark.PreviousSibling?.TextContent ?? "x";
                char.IsWhiteSpace(before[^1]).ShouldBeFalse($"{page.Address}: {before}");
                (mark.NextSibling?.TextContent is ['.' or ',' or ';' or ':', ..]).ShouldBeFalse($"{page.Address}: {mark.NextSibling?.TextContent}");
                mark.QuerySelectorAll("a").ShouldAllBe(link => shown.GetElementById(link.GetAttribute("href")!.Substring(1)) != null);
            }

            shown.QuerySelectorAll("sup.ref + sup.ref").Where(second => second.PreviousSibling == second.PreviousElementSibling).ShouldBeEmpty(page.Address);
        }
    }
}
