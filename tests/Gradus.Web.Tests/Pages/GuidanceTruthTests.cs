using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Web.Features.Guidance;

namespace Gradus.Web.Tests.Pages;

/// <summary>Every page of guidance for four nations as at 24 days from 2024 to 2029: what is said makes sense on that day, for that nation, and is no surer than it is.</summary>
public sealed partial class GuidanceTruthTests
{
    private static readonly Lazy<ContentLibrary> Shipped = new(() => ContentLoader.Load(Repository.At("content")));
    private static readonly HtmlParser Parser = new();

    public static TheoryData<string> Addresses => [.. Rooms.All.SelectMany(room => Rooms.PagesOf(room).Select(page => $"/{room}/{page}").Prepend("/" + room))];

    private static IReadOnlyList<DateOnly> Days { get; } = [.. Enumerable.Range(0, 24).Select(quarter => new DateOnly(2024, 1, 15).AddMonths(3 * quarter))];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Page_OnAnyDay_HasNoSentenceRoundAFigureThatHasNoValue(string address) => Every(address, (main, where) =>
    {
        foreach (var line in main.QuerySelectorAll("p, li, td > span, dt, h3").Where(line => line.QuerySelector("p, li") is null))
        {
            var words = Words(line);

            BrokenSentence().Match(words).Value.ShouldBeEmpty($"{where}: {words}");
        }
    });

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Page_ForAnyNation_NamesTheNationOfAFigureThatDoesNotHoldThere(string address)
    {
        foreach (var (nation, on, section) in Sections(address))
        {
            using var html = Parser.ParseDocument(section.Html);
            foreach (var link in html.QuerySelectorAll("a.fig"))
            {
                var figure = FigureOf(link);
                if (figure.On(on, nation) is { Value.IsUnknown: false } own && Shows(link, own, figure))
                {
                    continue;
                }

                var others = NationExtensions.All.Where(other => other != nation && figure.On(on, other) is { Value.IsUnknown: false } theirs && Shows(link, theirs, figure))
                    .ToList();
                if (others.Count > 0)
                {
                    var beside = Words(link.Closest("tr, li, p, dl.figures > div, .nationbox")) + Words(link.Closest(".nationbox"));
                    others.ShouldContain(other => beside.Contains(other.Name(), StringComparison.Ordinal),
                        $"{address} for {nation} as at {on:yyyy-MM-dd}: {link.TextContent} ({figure.Name}) in “{beside}”");
                }
            }
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Page_OnAnyDay_LetsNothingDoubtfulLookSure(string address)
    {
        foreach (var (nation, on, section) in Sections(address))
        {
            using var html = Parser.ParseDocument(section.Html);
            foreach (var link in html.QuerySelectorAll("a.fig"))
            {
                var figure = FigureOf(link);
                var held = NationExtensions.All.Select(other => figure.On(on, other))
                    .OfType<Dated<Amount>>()
                    .Where(value => !value.Value.IsUnknown && Shows(link, value, figure))
                    .ToList();
                if (held.Count > 0 && held.TrueForAll(value => value.Status != Status.Sure))
                {
                    // Under its own words in the row, under the line above the table, or under the line at the end of the section.
                    var table = link.Closest("table.stack")?.PreviousElementSibling;
                    var inTable = link.Closest("table.stack") is not null;
                    var marks = string.Join(' ',
                        html.QuerySelectorAll("p.doubt")
                            .Where(line => line.QuerySelector(".sureness") is null)
                            .Append(link.Closest("tr"))
                            .Append(table?.Matches("p.doubt") == true ? table : null)
                            .Select(Words));

                    held.Exists(value => Said(marks, value, link.TextContent, inTable))
                        .ShouldBeTrue($"{address} for {nation} as at {on:yyyy-MM-dd}, “{section.Heading}”: {figure.Name} is doubtful, and nothing there says so");
                }
            }
        }
    }

    // The line at the end of a section names the figure; the line above a table speaks of every row.
    private static bool Said(string marks, Dated<Amount> value, string shown, bool inTable) =>
        marks.Contains(shown, StringComparison.Ordinal) && marks.Contains(Begins(value.Status), StringComparison.Ordinal)
            || (inTable && (marks.Contains("every row", StringComparison.OrdinalIgnoreCase) || marks.Contains(value.Status.Words(), StringComparison.Ordinal)));

    private static string Begins(Status status) => status switch
    {
        Status.Verify => "Check",
        Status.Computed => "Our sum",
        Status.Editorial => "Our judgement",
        _ => status.Words(),
    };

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Page_OnAnyDay_SaysInOneLineHowSureItIs(string address)
    {
        foreach (var (_, _, view) in Views(address))
        {
            view.Counts.Values.Sum().ShouldBeGreaterThan(0);
            view.Certainty.ShouldStartWith($"of {view.Counts.Values.Sum()} figures and sourced statements ");
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Page_OnAnyDay_TellsNothingAsPastThatLiesAhead(string address)
    {
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        Every(address, (main, where) =>
        {
            foreach (var aside in main.QuerySelectorAll(".without, sup, p.doubt").ToList())
            {
                aside.Remove();
            }

            foreach (var line in main.QuerySelectorAll("p, li, td > span").Where(line => line.QuerySelector("p, li") is null && line.Closest(".dated, .next") is null))
            {
                foreach (var sentence in SentenceEnd().Split(Words(line)).Where(sentence => PastVerb().IsMatch(sentence) && Ahead(sentence, where.On)))
                {
                    faults.Add(sentence);
                }
            }
        });

        faults.ShouldBeEmpty($"{address}: said as past on a day before it; write {{{{2026-06-03: opens | opened}}}}");
    }

    private static bool Ahead(string sentence, DateOnly on) =>
        DayWords().Matches(sentence).Any(match => DateOnly.TryParseExact(match.Value, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > on);

    private static void Every(string address, Action<IElement, Place> look)
    {
        foreach (var (nation, on, section) in Sections(address))
        {
            using var html = Parser.ParseDocument($"<main>{section.Html}</main>");
            look(html.QuerySelector("main")!, new Place(address, nation, on));
        }
    }

    private static IEnumerable<(Nation Nation, DateOnly On, GuidanceView View)> Views(string address)
    {
        var page = Shipped.Value.PageAt(address)!;
        return NationExtensions.All.SelectMany(nation => Days.Select(on => (nation, on, GuidanceRenderer.Render(Shipped.Value, page, nation, on))));
    }

    // What a section looks like is looked at once: of several days on which it is the same the first is the strictest.
    private static IEnumerable<(Nation Nation, DateOnly On, SectionView Section)> Sections(string address)
    {
        var seen = new HashSet<(Nation, string)>();
        return Views(address).SelectMany(view => view.View.Sections.Prepend(new SectionView("", "", view.View.Figures, [], IsWide: false, IsNote: false))
            .Where(section => seen.Add((view.Nation, section.Html)))
            .Select(section => (view.Nation, view.On, section)));
    }

    private static Figure FigureOf(IElement link) => Shipped.Value.Figures[link.GetAttribute("href")!["/figures/".Length..]];

    private static bool Shows(IElement link, Dated<Amount> value, Figure figure) => link.TextContent == FigureText.Of(value, figure.Unit);

    private static string Words(IElement? element) => element is null ? "" : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private readonly record struct Place(string Address, Nation Nation, DateOnly On)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address} for {Nation} as at {On:yyyy-MM-dd}");
    }

    // What stands in a figure's place must not be followed or led in by words that were written round a number.
    [GeneratedRegex(@"(up to|at least|at most|about|than|of|in the|within|for|takes|costs|after|by|from|in) (not yet (in force|known) on|ended on \d|not found for|not published\b)|(not yet (in force|known) on \d+ \w+ \d{4}|ended on \d+ \w+ \d{4}) (?!\()\p{Ll}",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BrokenSentence();

    [GeneratedRegex(@"(?<=[.?!]) (?=\p{Lu})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayWords();

    [GeneratedRegex(@"\b(opened|closed|began|ended|started|changed|dropped|left|withdrew|wrote|moved|replaced|joined|invited|rose|announced|went|came|was|were|had|has been|have been)\b",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PastVerb();
}
