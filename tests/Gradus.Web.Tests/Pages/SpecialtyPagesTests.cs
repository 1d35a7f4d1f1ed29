using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Gradus.Web.Features.SpecialtyExplorer;
using Gradus.Web.Features.SpecialtyExplorer.Specialties;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests.Pages;

/// <summary>The pages of the specialties: one for each, the list, and competition.</summary>
public sealed class SpecialtyPagesTests(SiteFixture site)
{
    public static TheoryData<string> Ids =>
        [.. Directory.EnumerateFiles(Repository.At("content", "specialty-explorer", "specialties"), "*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal)];

    private Catalogue Catalogue => site.Services.GetRequiredService<Catalogue>();

    private IReadOnlyList<Specialty> Specialties => Catalogue.Content.Specialties;

    [Fact]
    public void Specialties_AreThe65ThatHaveAText() => Specialties.Select(specialty => specialty.Id).Order(StringComparer.Ordinal).ShouldBe(Ids.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Specialty_SaysWhatTheWorkIs_AsOurJudgement(string id)
    {
        var page = await Page(id);

        var work = page.GetElementById("work")!;
        page.QuerySelector("h1").Words().ShouldBe(Catalogue.Find(id)!.Name);
        string.Join(' ', work.QuerySelectorAll("p").Select(paragraph => paragraph.Words())).Split(' ').Length.ShouldBeInRange(95, 160);
        work.QuerySelector(".chip--editorial").ShouldNotBeNull();
        work.QuerySelectorAll(".ref").ShouldNotBeEmpty();
        page.QuerySelector("meta[property='og:title']")!.GetAttribute("content").ShouldBe(Catalogue.Find(id)!.Name);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Specialty_DrawsItsRoute_AndSaysItInWords(string id)
    {
        var page = await Page(id);

        var route = page.GetElementById("route")!;
        var steps = TrainingRoute.Of(Catalogue.Find(id)!).Steps;
        route.QuerySelector("svg[role=img] > title").Words().ShouldContain(Catalogue.Find(id)!.Name);
        route.QuerySelectorAll("svg[role=img] rect:not(.fr)").Length.ShouldBe(steps.Count);
        route.QuerySelectorAll("ol.route > li b").Select(name => name.Words()).ShouldBe(steps.Select(step => step.Name));
        route.QuerySelector(".chart__foot .ref").ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Specialty_HasACompetitionChartWithTheBreak_OrSaysThatNoneIsPublished(string id)
    {
        var page = await Page(id);

        var competition = page.GetElementById("competition")!;
        var series = Catalogue.SeriesOf(Catalogue.Find(id)!);
        var charts = competition.QuerySelectorAll("figure svg[role=img]").ToList();
        charts.Count.ShouldBe(series.Count);
        charts.ShouldAllBe(chart => chart.QuerySelectorAll("line.break").Length == 1);
        charts.ShouldAllBe(chart => chart.QuerySelectorAll("line").Length == 1 && chart.QuerySelectorAll("polyline, path").Length == 0, "nothing may join the years");
        foreach (var (chart, one) in charts.Zip(series))
        {
            var years = one.Figures.Where(figure => figure.Ratio is not null).ToList();
            chart.QuerySelectorAll("rect").Length.ShouldBe(years.Count);
            (chart.QuerySelector("desc")
                .Words()
                .Contains("2026, counted otherwise: no figure found", StringComparison.Ordinal)).ShouldBe(years.TrueForAll(figure => figure.Year < 2026));
        }

        competition.QuerySelectorAll("table").Length.ShouldBe(series.Count);
        (competition.QuerySelector(".nobody") is not null).ShouldBe(series.All(one => one.IsStem));
        if (series.Count == 0)
        {
            competition.QuerySelector(".nobody").Words().ShouldContain("Ask the ");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Specialty_GivesNoFactWithoutSourceAndStatus(string id)
    {
        var page = await Page(id);

        var parts = page.QuerySelectorAll("dl.facts dd, section table tbody tr, dl.figures > div").ToList();
        parts.Count.ShouldBeGreaterThan(30);
        parts.Where(part => part.QuerySelector(".chip") is null).Select(part => part.Words()).ShouldBeEmpty();
        parts.Where(part => part.QuerySelector(".ref") is null && !part.Words().Contains("Not found", StringComparison.Ordinal)).Select(part => part.Words()).ShouldBeEmpty();
        page.QuerySelectorAll("dl.facts dd:has(.chip--unknown)").Select(part => part.Words()).ShouldAllBe(words => words.Contains("Ask the ", StringComparison.Ordinal));
        page.QuerySelectorAll(".ref a")
            .Select(link => link.GetAttribute("href")![1..])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ShouldBe(page.QuerySelectorAll("ol.notes > li").Select(note => note.Id!).Order(StringComparer.Ordinal));
        page.QuerySelectorAll("ol.notes > li cite").Length.ShouldBe(page.QuerySelectorAll("ol.notes > li").Length);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Specialty_ShowsItsProfile_WithWhereEachPlaceComesFrom(string id)
    {
        var page = await Page(id);

        var profile = Catalogue.ProfileOf(Catalogue.Find(id)!);
        page.QuerySelectorAll("ol.dims > li .chip--plain").Select(chip => chip.Words()).ShouldBe(profile.Cells.Select(cell => cell.Source.Words()));
        page.QuerySelectorAll("#profile tbody td[data-label=Why]").Select(reason => reason.Words()).ShouldBe(profile.Cells.Select(cell => cell.Reason.Trim()));
        page.QuerySelectorAll("#near li > a")
            .Select(link => link.GetAttribute("href")!["/specialty-explorer/".Length..])
            .ShouldBe(Catalogue.NeighboursOf(Catalogue.Find(id)!).Select(near => near.Specialty.Id));
        page.QuerySelectorAll("#near li > a").Length.ShouldBe(5);
        page.QuerySelectorAll("#next a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe(["/specialty-explorer/match", "/specialty-applications", "/less-than-full-time", "/changing-specialty", "/mentoring"]);
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("/specialty-explorer/cardiology")]
    [InlineData("/specialty-explorer/specialties")]
    [InlineData("/specialty-explorer/competition")]
    [InlineData("/specialty-explorer/competition.csv")]
    public async Task Page_AskedForTwice_ComesFromTheCacheWithoutACookie(string address)
    {
        await using var own = new SiteFixture();
        using var reader = own.Reader();
        using var first = await reader.Get(address);

        using var second = await reader.Get(address);

        second.Headers.Age.ShouldNotBeNull();
        second.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("cardiolgy", "cardiology")]
    [InlineData("orthopedics", "trauma-and-orthopaedic-surgery")]
    public async Task UnknownSpecialty_IsNotFound_AndTheNearestIsOffered(string slug, string meant)
    {
        using var reader = site.Reader();

        var page = await reader.Page("/specialty-explorer/" + slug, HttpStatusCode.NotFound);

        page.QuerySelectorAll("main .suggestions a").Select(link => link.GetAttribute("href")).ShouldContain("/specialty-explorer/" + meant);
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [Fact]
    public async Task Specialty_InLargeLetters_IsTheSamePage()
    {
        using var reader = site.Reader();

        (await reader.Page("/specialty-explorer/ALLERGY")).QuerySelector("link[rel=canonical]")!.GetAttribute("href")
            .ShouldBe(SiteFixture.PublicAddress + "/specialty-explorer/allergy");
    }

    [Fact]
    public async Task UnknownSpecialty_LikeNothing_IsNotFoundWithoutSuggestions()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/specialty-explorer/" + new string('z', 300), HttpStatusCode.NotFound);

        page.QuerySelector("main .suggestions").ShouldBeNull();
        page.QuerySelector("main a[href='/specialty-explorer/specialties']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("scotland", "NHS Education for Scotland")]
    [InlineData("wales", "Health Education and Improvement Wales")]
    [InlineData("northern-ireland", "Northern Ireland Medical and Dental Training Agency")]
    public async Task Competition_ForAnotherNation_SaysThatTheFiguresAreEnglands(string nation, string body)
    {
        using var reader = site.Reader();
        foreach (var address in (string[])["/specialty-explorer/cardiology", "/specialty-explorer/competition"])
        {
            (await reader.Page(address, cookies: "nation=" + nation)).QuerySelector("main").Words().ShouldContain("Ask " + (nation == "northern-ireland" ? "the " : "") + body);
            (await reader.Page(address)).QuerySelector("main").Words().ShouldNotContain("You chose");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?group=Surgery")]
    [InlineData("?level=first")]
    [InlineData("?level=st3")]
    [InlineData("?level=st4")]
    [InlineData("?run-through=yes")]
    [InlineData("?run-through=mixed&group=Surgery")]
    [InlineData("?years=5")]
    [InlineData("?take=with&years=8")]
    [InlineData("?words=children")]
    [InlineData("?group=Surgery&run-through=yes&years=3")]
    [InlineData("?group=Nonsense&years=-1&sort=nonsense&level=%3Cscript%3E")]
    public async Task List_ShowsWhatFitsAndNothingElse(string query)
    {
        using var reader = site.Reader();
        var asked = System.Web.HttpUtility.ParseQueryString(query);

        var page = await reader.Page("/specialty-explorer/specialties" + query);

        var expected = Specialties
            .Where(specialty => asked["group"] is null or "Nonsense" || specialty.Group == asked["group"])
            .Where(specialty => asked["level"] switch
            {
                "first" => specialty.EntryLevel.Contains("ST1", StringComparison.Ordinal)
                || specialty.EntryLevel.Contains("CT1", StringComparison.Ordinal),
                "st3" => specialty.EntryLevel.Contains("ST3", StringComparison.Ordinal),
                "st4" => specialty.EntryLevel.Contains("ST4", StringComparison.Ordinal),
                _ => true
            })
            .Where(specialty => asked["run-through"] is null || specialty.RunThrough == asked["run-through"])
            .Where(specialty => asked["years"] is null or "-1"
                || (specialty.YearsMax ?? specialty.YearsMin) <= int.Parse(asked["years"]!, System.Globalization.CultureInfo.InvariantCulture))
            .Where(specialty => asked["take"] is null || specialty.UnselectedTake)
            .Where(specialty => asked["words"] is null || (specialty.Name + string.Join(' ', Catalogue.TextOf(specialty).Paragraphs) + specialty.EntryRoute.Text).Contains("children",
                StringComparison.OrdinalIgnoreCase))
            .Select(specialty => specialty.Name).Order(StringComparer.Ordinal).ToList();
        Rows(page).ShouldBe(expected);
        page.QuerySelector("main [role=status]").Words().ShouldBe($"{expected.Count} of 65 shown.");
        (page.QuerySelector("main .empty") is not null).ShouldBe(expected.Count == 0);
    }

    [Fact]
    public async Task List_ByYears_HasTheShortestFirst()
    {
        using var reader = site.Reader();

        var years = Rows(await reader.Page("/specialty-explorer/specialties?sort=years")).Select(name => Specialties.Single(specialty => specialty.Name == name).YearsMin ?? 99)
            .ToList();

        years.Count.ShouldBe(65);
        years.ShouldBe(years.Order());
    }

    [Fact]
    public async Task List_ByCompetition_HasTheUnknownLast()
    {
        using var reader = site.Reader();

        var ratios = Rows(await reader.Page("/specialty-explorer/specialties?sort=competition")).Select(name => Catalogue.LatestDirect(Specialties.Single(specialty => specialty.Name == name))?.Ratio ?? decimal.MaxValue)
            .ToList();

        ratios.Count.ShouldBe(65);
        ratios.ShouldBe(ratios.Order());
        ratios[^1].ShouldBe(decimal.MaxValue);
    }

    [Fact]
    public async Task List_ByGroup_HasAHeadingForEach()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/specialty-explorer/specialties?sort=group");

        page.QuerySelectorAll("main section > h2")
            .Select(heading => heading.Words())
            .ShouldBe(Specialties.Select(specialty => specialty.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Rows(page).Count.ShouldBe(65);
    }

    [Fact]
    public async Task Competition_OfEveryYear_HasEachRatioWithItsSource_AndNoneAfterTheBreak()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/specialty-explorer/competition");

        var known = Catalogue.Series.SelectMany(series => series.Figures.Where(figure => figure.Ratio is not null).Select(figure => (series, figure))).ToList();
        known.ShouldAllBe(pair => pair.figure.Year < 2026);
        var years = page.QuerySelectorAll("#year option").Select(option => option.GetAttribute("value")!).ToList();
        years.ShouldBe([.. known.Select(pair => pair.figure.Year)
            .Distinct()
            .OrderDescending()
            .Select(year => year.ToString(System.Globalization.CultureInfo.InvariantCulture)), "latest"]);
        foreach (var year in years.SkipLast(1))
        {
            var rows = (await reader.Page("/specialty-explorer/competition?year=" + year)).QuerySelectorAll("table.competition tbody tr").ToList();
            var own = known.Where(pair => pair.figure.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) == year).ToList();
            rows.Select(row => row.QuerySelector("td.r").Words())
                .Order(StringComparer.Ordinal)
                .ShouldBe(own.Select(pair => pair.figure.Ratio!.Value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal), year);
            rows.ShouldAllBe(row => row.QuerySelector(".ref") != null);
            rows.Count(row => row.QuerySelector(".chip--doubt") is not null).ShouldBe(own.Count(pair => pair.figure.Status == Status.Verify), year);
        }

        (await reader.Page("/specialty-explorer/competition?year=latest")).QuerySelectorAll("table.competition tbody tr").Length.ShouldBe(Catalogue.Series.Count);
    }

    [Fact]
    public async Task Competition_ShowsTheLatestYearFirst_AndIsShort()
    {
        using var reader = site.Reader();

        var page = await reader.Page("/specialty-explorer/competition");

        page.QuerySelectorAll("table.competition td[data-label=Year]").Select(cell => cell.Words()[..4]).Distinct(StringComparer.Ordinal).ShouldBe(["2025"]);
        page.QuerySelectorAll("*").Length.ShouldBeLessThan(1000);
        page.QuerySelectorAll("section a[href*='year=2012']").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Competition_OfALevelOrAProgramme_IsThatAlone()
    {
        using var reader = site.Reader();

        var level = await reader.Page("/specialty-explorer/competition?year=2019&level=ST3");
        var programme = await reader.Page("/specialty-explorer/competition?programme=" + Uri.EscapeDataString(Catalogue.Series[0].Programme));
        var wrong = await reader.Page("/specialty-explorer/competition?year=1066");

        level.QuerySelectorAll("table.competition td[data-label=Level]").Select(cell => cell.Words()).Distinct(StringComparer.Ordinal).ShouldBe(["ST3"]);
        programme.QuerySelectorAll("table.competition tbody tr").Length
            .ShouldBe(Catalogue.Series.Where(series => series.Programme == Catalogue.Series[0].Programme).Sum(series => series.Figures.Count(figure => figure.Ratio is not null)));
        wrong.QuerySelector("main [role=alert]").Words().ShouldBe("There are no figures of that year.");
    }

    [Theory]
    [InlineData("/specialty-explorer/specialties.csv", 65)]
    [InlineData("/specialty-explorer/competition.csv", 225)]
    [InlineData("/specialty-explorer/cardiology/competition.csv", 14)]
    public async Task Csv_HasALineForEach_WithSourceAndStatus(string address, int lines)
    {
        using var reader = site.Reader();

        using var response = await reader.Get(address);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        using var text = new StringReader(await response.Text());
        using var csv = new CsvHelper.CsvReader(text, System.Globalization.CultureInfo.InvariantCulture);
        var library = site.Services.GetRequiredService<ContentLibrary>();
        csv.Read();
        csv.ReadHeader();
        var count = 0;
        while (csv.Read())
        {
            count++;
            library.Sources.Keys.ShouldContain(csv.GetField("source")!);
            StatusExtensions.Parse(csv.GetField("status")).ShouldNotBeNull();
        }

        count.ShouldBe(lines);
    }

    [Fact]
    public async Task Csv_OfAnUnknownSpecialty_IsNotFound()
    {
        using var reader = site.Reader();

        (await reader.Get("/specialty-explorer/cardiolgy/competition.csv")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("cardiology", "cardiology")]
    [InlineData("cardiolgy", "cardiology")]
    [InlineData("orthopedics", "trauma-and-orthopaedic-surgery")]
    [InlineData("pediatrics", "paediatrics")]
    [InlineData("a%26e", "emergency-medicine")]
    [InlineData("ENT", "otolaryngology")]
    [InlineData("nephrology", "renal-medicine")]
    public async Task Search_FindsTheSpecialtyFirst(string asked, string id)
    {
        using var reader = site.Reader();

        (await reader.Page("/search?q=" + asked)).QuerySelector(".hits h2 a")!.GetAttribute("href").ShouldBe("/specialty-explorer/" + id);
    }

    [Fact]
    public async Task Sitemap_HasEverySpecialty()
    {
        using var reader = site.Reader();

        var locations = XDocument.Parse(await (await reader.Get("/sitemap.xml")).Text())
            .Descendants()
            .Where(element => element.Name.LocalName == "loc")
            .Select(element => element.Value);

        Specialties.Select(specialty => SiteFixture.PublicAddress + Links.Specialty(specialty.Id))
            .Append(SiteFixture.PublicAddress + Links.Specialties())
            .Append(SiteFixture.PublicAddress + Links.Competition())
            .ShouldBeSubsetOf(locations);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Route_EndsWhenThePublishedYearsEnd(string id)
    {
        var specialty = Catalogue.Find(id)!;

        var route = TrainingRoute.Of(specialty);

        route.Steps.Zip(route.Steps.Skip(1)).ShouldAllBe(pair => pair.First.From + pair.First.Years == pair.Second.From);
        (route.End - 2).ShouldBeInRange(specialty.YearsMin!.Value, specialty.YearsMax ?? specialty.YearsMin.Value);
        (route.Longest - 2).ShouldBe(specialty.YearsMax ?? specialty.YearsMin.Value);
    }

    [Theory]
    [InlineData("general-practice", "None Application")]
    [InlineData("cardiology", "None Application Application")]
    [InlineData("general-surgery", "None Application SomeProgrammes")]
    [InlineData("paediatrics", "None Application None")]
    [InlineData("diagnostic-neuropathology", "None Application")]
    public void Route_AsksForAnApplicationWhereOneIsNeeded(string id, string gates) =>
        string.Join(' ', TrainingRoute.Of(Catalogue.Find(id)!).Steps.Select(step => step.Gate)).ShouldBe(gates);

    private async Task<IHtmlDocument> Page(string id)
    {
        using var reader = site.Reader();
        return await reader.Page("/specialty-explorer/" + id);
    }

    private static List<string> Rows(IHtmlDocument page) => [.. page.QuerySelectorAll("table.specialties tbody th a").Select(link => link.Words())];
}
