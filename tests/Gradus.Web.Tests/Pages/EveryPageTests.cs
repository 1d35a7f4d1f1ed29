using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gradus.Data.Content;

namespace Gradus.Web.Tests.Pages;

/// <summary>What must be true of every page that a reader can reach.</summary>
public sealed class EveryPageTests(SiteCrawl crawl) : IClassFixture<SiteCrawl>
{
    [Fact]
    public async Task Crawl_ReachesTheWholeSite()
    {
        var addresses = (await crawl.All()).Keys;

        addresses.Count().ShouldBeGreaterThan(300);
        Rooms.All.SelectMany(room => Rooms.PagesOf(room).Select(page => $"/{room}/{page}").Prepend("/" + room)).ShouldBeSubsetOf(addresses);
    }

    [Fact]
    public async Task EveryRoom_IsOneClickFromHome_AndItsPagesOneMore()
    {
        var all = await crawl.All();

        Rooms.All.Select(room => "/" + room).Except(LinksOn("/")).ShouldBeEmpty();
        foreach (var room in Rooms.All)
        {
            Rooms.PagesOf(room).Select(page => $"/{room}/{page}").Except(LinksOn("/" + room), StringComparer.Ordinal).ShouldBeEmpty();
        }

        HashSet<string> LinksOn(string address) =>
            all[address].Page!.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).ToHashSet(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Sheets_OfAPage_HoldEveryClassThatAnySheetKnows()
    {
        var sheets = Directory.EnumerateFiles(Repository.At("src/Gradus.Web/wwwroot"), "*.css")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), Classes, StringComparer.Ordinal);
        var known = sheets.Values.SelectMany(names => names).ToHashSet(StringComparer.Ordinal);

        await None(page =>
        {
            var linked = page.QuerySelectorAll("link[rel=stylesheet]").Select(link => Path.GetFileName(link.GetAttribute("href")!).Split('.')[0]).ToList();
            var styled = linked.SelectMany(name => sheets[name]).ToHashSet(StringComparer.Ordinal);
            return page.All.SelectMany(element => element.ClassList).Distinct(StringComparer.Ordinal).Where(name => known.Contains(name) && !styled.Contains(name));
        });

        static HashSet<string> Classes(string file) =>
            [.. System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"\.(?<name>[a-zA-Z][\w-]*)(?=[^{}]*\{)",
                System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                .Select(match => match.Groups["name"].Value)];
    }

    [Fact]
    public async Task Context_OfEveryPage_SaysForWhomAndAsAtWhen() => await None(page =>
        page.QuerySelector(".context__fold summary").Words() == "England, as at 25 November 2026 Change" ? [] : [page.QuerySelector(".context__fold summary").Words()]);

    [Fact]
    public async Task Links_AllLeadSomewhere() =>
        (await crawl.All()).Values.Where(visit => visit.Status != HttpStatusCode.OK && visit.Address != "/no-such-page")
            .Select(visit => $"{visit.Address} answers {(int)visit.Status}, linked from {visit.FoundOn}").ShouldBeEmpty();

    [Fact]
    [Trait("run", "whole")]
    public async Task Fragments_AllStandOnTheirPage()
    {
        var all = await crawl.All();
        var broken =
            from visit in all.Values
            let page = visit.Page
            where page is not null
            from link in page.QuerySelectorAll("a[href*='#']")
            let parts = link.GetAttribute("href")!.Split('#', 2)
            where parts[0].Length == 0 || parts[0].StartsWith('/')
            let target = parts[0].Length == 0 ? page : all.GetValueOrDefault(parts[0])?.Page
            where target is not null && target.GetElementById(parts[1]) is null
            select $"{visit.Address} links to {parts[0]}#{parts[1]}";

        broken.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task LinksOutside_AreSecureAndSayNothingOfTheReader() => await None(page => page.QuerySelectorAll("a[href]")
        .Where(link => !link.GetAttribute("href")!.StartsWith('/') && !link.GetAttribute("href")!.StartsWith('#'))
        .Where(link => !(Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto")
            || (link.GetAttribute("rel") ?? "") != "noreferrer")
        .Select(link => link.OuterHtml));

    [Fact]
    public async Task Cookies_AreSetOnNoPage() =>
        (await crawl.All()).Values.Where(visit => visit.SetsCookie).Select(visit => visit.Address).ShouldBeEmpty();

    [Fact]
    public async Task SecurityHeaders_StandOnEveryAnswer() =>
        (await crawl.All()).Values.Where(visit => !visit.HasPolicy).Select(visit => visit.Address).ShouldBeEmpty();

    [Fact]
    public async Task InlineStylesAndScripts_StandOnNoPage() => await None(page =>
        page.QuerySelectorAll("[style], style, script:not([src]):not([type='application/ld+json']):not([type='application/json']):not([type='text/csv'])")
            .Concat(page.All.Where(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))))
            .Select(element => element.OuterHtml));

    [Fact]
    public async Task Nothing_IsLoadedFromElsewhere() => await None(page =>
    {
        var loads = page.All.SelectMany(element => Loaded(element)).ToList();
        loads.ShouldNotBeEmpty();
        return loads.Where(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith("/\\", StringComparison.Ordinal));
    });

    [Fact]
    public async Task Frames_StandOnNoPage() =>
        await None(page => page.QuerySelectorAll("iframe, frame, object, embed, base, meta[http-equiv=refresh]").Select(element => element.OuterHtml));

    [Fact]
    public async Task Heading1_StandsOnceOnEachPage() => await None(page => page.QuerySelectorAll("h1").Length == 1 ? [] : ["has " + page.QuerySelectorAll("h1").Length]);

    [Fact]
    public async Task Headings_SkipNoLevel() => await None(page =>
    {
        var headings = page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6").ToList();
        return headings.Zip(headings.Skip(1)).Where(pair => Level(pair.Second) > Level(pair.First) + 1).Select(pair => $"{pair.First.Words()} → {pair.Second.Words()}");
    });

    [Fact]
    public async Task Headings_HaveWords() =>
        await None(page => page.QuerySelectorAll("h1, h2, h3, h4").Where(heading => heading.Words().Length == 0).Select(heading => heading.OuterHtml));

    [Fact]
    public async Task Ids_AreUnique() =>
        await None(page => page.QuerySelectorAll("[id]").GroupBy(element => element.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key!));

    [Fact]
    public async Task Labels_PointAtWhatIsThere() => await None(page => page.QuerySelectorAll("[aria-labelledby], [aria-describedby], label[for]")
        .SelectMany(element => string.Join(' ', element.GetAttribute("aria-labelledby"), element.GetAttribute("aria-describedby"), element.GetAttribute("for"))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(id => page.GetElementById(id) is null));

    [Fact]
    [Trait("run", "whole")]
    public async Task Fields_HaveLabels() => await None(page => page.QuerySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea")
        .Where(field => field.Closest("label") is null
            && !field.HasAttribute("aria-label")
            && !field.HasAttribute("aria-labelledby")
            && !page.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == field.Id && label.Words().Length > 0))
        .Select(field => field.OuterHtml));

    [Fact]
    public async Task ButtonsAndLinks_HaveWords() => await None(page => page.QuerySelectorAll("button, a[href]")
        .Where(element => element.Words().Length == 0 && string.IsNullOrEmpty(element.GetAttribute("aria-label"))).Select(element => element.OuterHtml));

    [Fact]
    public async Task Tables_HaveHeadings() => await None(page => page.QuerySelectorAll("table")
        .Where(table => table.QuerySelectorAll("thead th[scope=col]").Length == 0 || table.QuerySelectorAll("tbody tr").Any(row => row.QuerySelector("th[scope=row]") is null))
        .Select(table => table.QuerySelector("caption").Words()));

    [Fact]
    public async Task Titles_AreUniqueAndDescribed()
    {
        var pages = (await crawl.Pages()).Where(entry => entry.Page.QuerySelector("link[rel=canonical]") is not null && !entry.Address.Contains('?', StringComparison.Ordinal))
            .ToList();

        pages.Where(entry => string.IsNullOrWhiteSpace(entry.Page.Title) || string.IsNullOrWhiteSpace(entry.Page.QuerySelector("meta[name=description]")?.GetAttribute("content")))
            .Select(entry => entry.Address)
            .ShouldBeEmpty();
        pages.Where(entry => !entry.Address.StartsWith("/figures/", StringComparison.Ordinal))
            .GroupBy(entry => entry.Page.Title, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task StructuredData_IsJsonAndSaysWhatThePageSays()
    {
        var seen = 0;
        foreach (var (address, page) in await crawl.Pages())
        {
            foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
            {
                using var data = System.Text.Json.JsonDocument.Parse(script.TextContent);
                data.RootElement.GetProperty("headline").GetString().ShouldBe(page.QuerySelector("h1").Words(), address);
                data.RootElement.GetProperty("description").GetString().ShouldBe(page.QuerySelector(".lede").Words(), address);
                seen++;
            }
        }

        seen.ShouldBe(24);
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task Report_OfAMistake_StandsOnEveryPage() =>
        await None(page => page.QuerySelectorAll("footer a").Any(link => link.Words().StartsWith("Report a mistake", StringComparison.Ordinal)) ? [] : ["no link"]);

    private async Task None(Func<IHtmlDocument, IEnumerable<string>> wrong)
    {
        var pages = (await crawl.All()).Values.Where(visit => visit.Page is not null);

        pages.SelectMany(visit => wrong(visit.Page!).Select(what => $"{visit.Address}: {what}")).Take(20).ShouldBeEmpty();
    }

    private static int Level(IElement heading) => heading.LocalName[1] - '0';

    private static IEnumerable<string> Loaded(IElement element)
    {
        foreach (var name in (string[])["src", "srcset", "poster", "data", "action", "formaction", "background"])
        {
            if (element.GetAttribute(name) is { } address)
            {
                yield return address;
            }
        }

        if (element.LocalName is "use" or "image" && (element.GetAttribute("href") ?? element.GetAttribute("xlink:href")) is { } drawn)
        {
            yield return drawn;
        }

        if (element.LocalName == "link" && (element.GetAttribute("rel") ?? "") is not ("canonical" or "alternate"))
        {
            yield return element.GetAttribute("href") ?? "";
        }
    }
}
