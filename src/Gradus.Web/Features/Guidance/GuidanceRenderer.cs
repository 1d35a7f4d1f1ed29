using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Web.Reading;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;

namespace Gradus.Web.Features.Guidance;

/// <summary>Turns a page of guidance into HTML for a nation and a date: figures are filled in, citations numbered, dated blocks shown or left out.</summary>
public sealed partial class GuidanceRenderer
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _cited = new(StringComparer.Ordinal);
    private readonly List<(Status Status, string Html)> _doubts = [];
    private readonly List<(Status Status, int Number)> _doubtfulSources = [];
    private readonly StringBuilder _text = new();
    private readonly HtmlRenderer _html;
    private readonly Dictionary<Status, int> _counts = [];
    private string _part = "";

    private GuidanceRenderer(ContentLibrary library, GuidancePage page, Nation nation, DateOnly on)
    {
        (Library, Page, Nation, On) = (library, page, nation, on);
        _html = new HtmlRenderer(new StringWriter(_text, CultureInfo.InvariantCulture));
        GuidanceBlocks.Install(_html, this);
    }

    internal ContentLibrary Library { get; }

    internal GuidancePage Page { get; }

    internal Nation Nation { get; }

    internal DateOnly On { get; }

    internal SystemContent System => Library.System(Page.System);

    /// <summary>Renders the page. Linear in its length.</summary>
    public static GuidanceView Render(ContentLibrary library, GuidancePage page, Nation nation, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(page);
        var renderer = new GuidanceRenderer(library, page, nation, on);
        var figures = renderer.Opening();
        var sections = page.Sections.Select(renderer.Section).Where(section => section.Html.Length > 0).ToList();
        var notes = renderer._numbers.OrderBy(pair => pair.Value).Select(pair => new NumberedNote(pair.Value, library.Sources[pair.Key])).ToList();
        return new GuidanceView(page, figures, sections, notes, renderer._counts);
    }

    /// <summary>Counts a citation in the section being rendered, and gives its number.</summary>
    internal int Cite(string sourceId, string? place)
    {
        if (!_numbers.TryGetValue(sourceId, out var number))
        {
            _numbers[sourceId] = number = _numbers.Count + 1;
        }

        if (!_cited.TryGetValue(sourceId, out var places))
        {
            _cited[sourceId] = places = [];
        }

        if (!string.IsNullOrEmpty(place) && !places.Contains(place))
        {
            places.Add(place);
        }

        return number;
    }

    /// <summary>Counts a figure, a row or a cited statement for the line that says how sure the page is.</summary>
    internal void Count(Status status) => _counts[status] = _counts.GetValueOrDefault(status) + 1;

    /// <summary>Counts a figure without a value; what had not begun or is over is known well enough.</summary>
    internal void Count(FigureWithoutValue missing)
    {
        if (missing.Status != Status.Sure)
        {
            Count(missing.Status);
        }
    }

    /// <summary>Why a figure named here has no value for the reader; <c>null</c> when it has one.</summary>
    internal FigureWithoutValue? Without(FigureInline inline) => FigureWithoutValue.Of(inline.Figure!, inline.Nation ?? Nation, On);

    /// <summary>The mark of a citation: it leads to the section's own list of sources.</summary>
    internal string Mark(int number) => Markup.Reference($"r{number}-{_part}", number);

    /// <summary>Notes what in the section is not sure, for the line at its end; <paramref name="html"/> is safe. Said once, however often it is written.</summary>
    internal void Doubt(Status status, string html)
    {
        if (status != Status.Sure && !_doubts.Contains((status, html)))
        {
            _doubts.Add((status, html));
        }
    }

    /// <summary>Notes that what a citation says is not sure.</summary>
    internal void DoubtSource(Status status, int number)
    {
        if (status != Status.Sure && !_doubtfulSources.Contains((status, number)))
        {
            _doubtfulSources.Add((status, number));
        }
    }

    /// <summary>Notes a figure that is not sure: its value with the reason, or what it is when it has none.</summary>
    internal void Doubt(Figure figure, Dated<Amount>? value, string shown)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var status = value?.Status ?? Status.NotFound;
        var reason = value?.Note is { } note ? $" ({Markup.Encode(note.TrimEnd('.'))})" : "";
        Doubt(status, status.IsWithoutValue()
            ? Sentences.LowerFirst(Markup.Encode(figure.Says.TrimEnd('.'))) + (value?.Ask is { } ask ? $" (ask {Markup.Encode(ask)})" : reason)
            : Markup.Encode(shown) + reason);
    }

    internal Figure Find(string? system, string key) => Library.Figures[(system ?? Page.System) + "/" + key];

    /// <summary>The key figures that stand before everything else, with the line that says which of them are not sure.</summary>
    private string Opening()
    {
        if (Page.Sections.Count == 0 || OpeningOf(Page.Sections[0]) is not { } figures)
        {
            return "";
        }

        Begin("top");
        KeyFiguresHtml.WriteOpening(_html, figures, this);
        return _text + DoubtLines();
    }

    private SectionView Section(GuidanceSection section)
    {
        Begin(section.Id.Length == 0 ? "top" : section.Id);
        var opening = section == Page.Sections[0] ? OpeningOf(section) : null;
        foreach (var block in section.Blocks.Where(block => block != opening))
        {
            _html.Render(block);
        }

        var wide = section.Blocks.Any(block => block is Markdig.Extensions.Tables.Table
            || block is CustomContainer { Info: Containers.Table or Containers.Rules or Containers.Milestones or Containers.Do });
        var onlyNobody = section.Blocks.Count > 0 && section.Blocks.All(block => block is CustomContainer { Info: Containers.Nobody or Containers.NotFound });
        var notes = _cited.Select(pair => new SectionNote(_numbers[pair.Key], $"r{_numbers[pair.Key]}-{_part}", Library.Sources[pair.Key], [.. pair.Value]))
            .OrderBy(note => note.Number)
            .ToList();
        return new SectionView(section.Id, section.Heading, AfterTheStop(_text.ToString()) + DoubtLines(), notes, wide, onlyNobody);
    }

    private void Begin(string part)
    {
        _cited.Clear();
        _doubts.Clear();
        _doubtfulSources.Clear();
        _text.Clear();
        _part = part;
    }

    private static CustomContainer? OpeningOf(GuidanceSection section) =>
        section.Blocks.Count > 0 && section.Blocks[0] is CustomContainer { Info: Containers.Figures } figures ? figures : null;

    private string DoubtLines()
    {
        var lines = new StringBuilder();
        foreach (var status in (Status[])[Status.Verify, Status.Unpublished, Status.NotFound, Status.Computed, Status.Editorial])
        {
            var parts = _doubts.Where(doubt => doubt.Status == status).Select(doubt => doubt.Html).ToList();
            var sources = _doubtfulSources.Where(source => source.Status == status).Select(source => source.Number.ToString(CultureInfo.InvariantCulture)).ToList();
            if (sources.Count > 0)
            {
                parts.Add($"what rests on {(sources.Count == 1 ? "source" : "sources")} {Sentences.Listed(sources)}");
            }

            if (parts.Count > 0)
            {
                lines.Append(Markup.Doubt(status, $"<b>{Begins(status)}:</b> {string.Join("; ", parts)}.").Value);
            }
        }

        return lines.ToString();
    }

    private static string Begins(Status status) => status switch
    {
        Status.Verify => "Check",
        Status.Unpublished => "Nobody has published",
        Status.NotFound => "Not found",
        Status.Computed => "Our sum",
        _ => "Our judgement",
    };

    // Writers put a mark before the full stop, after a space; readers see it after the stop, joined to its word, and neighbours in one.
    private static string AfterTheStop(string html) => Marks().Replace(html, match =>
        $"{match.Groups["stop"].Value}<sup class=\"ref\">{string.Concat(match.Groups["mark"].Captures.Select(mark => mark.Value))}</sup>");

    [GeneratedRegex("""(?:\s*<sup class="ref">(?<mark><a [^>]*>\d+</a>)</sup>)+(?<stop>[.,;:])?""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Marks();
}
