using System.Globalization;
using System.Text;
using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;

namespace Gradus.Web.Features.Guidance;

/// <summary>Turns a page of guidance into HTML for a nation and a date: figures are filled in, citations numbered, dated blocks shown or left out.</summary>
public sealed class GuidanceRenderer
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _cited = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private readonly HtmlRenderer _html;
    private Status? _status;

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
        var sections = page.Sections.Select(renderer.Section).Where(section => section.Html.Length > 0).ToList();
        var notes = renderer._numbers.OrderBy(pair => pair.Value).Select(pair => new NumberedNote(pair.Value, library.Sources[pair.Key])).ToList();
        return new GuidanceView(page, sections, notes);
    }

    /// <summary>Counts a citation in the section being rendered, and gives its number.</summary>
    internal int Cite(string sourceId, string? place, Status status)
    {
        Lower(status);
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

    /// <summary>Notes how sure a figure is, so that the section's chip shows the least sure.</summary>
    internal void Lower(Status status) => _status = _status is { } held ? StatusExtensions.Worse(held, status) : status;

    internal Figure Find(string? system, string key) => Library.Figures[(system ?? Page.System) + "/" + key];

    private SectionView Section(GuidanceSection section)
    {
        _cited.Clear();
        _status = null;
        _text.Clear();
        foreach (var block in section.Blocks)
        {
            _html.Render(block);
        }

        var wide = section.Blocks.Any(block => block is Markdig.Extensions.Tables.Table || block is CustomContainer { Info: Containers.Table or Containers.Rules or Containers.Milestones or Containers.Do });
        var onlyNobody = section.Blocks.Count > 0 && section.Blocks.All(block => block is CustomContainer { Info: Containers.Nobody });
        var notes = _cited.Select(pair => new SectionNote(_numbers[pair.Key], Library.Sources[pair.Key], [.. pair.Value])).ToList();
        return new SectionView(section.Id, section.Heading, _text.ToString(), notes, notes.Count == 0 ? null : _status, wide, onlyNobody);
    }
}
