using System.Text.Json;
using System.Text.Json.Serialization;
using AngleSharp.Html.Parser;
using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Web.Features.Guidance;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Tests.Pages;

/// <summary>
/// What a reading of the whole content against its sources found wrong, unequally sure, contradictory, missing, without a basis, or called unpublished where it was only not found.
/// Each line of the file holds one right value, on the page as a reader sees it where words are meant, and fails on its own; a line that was answered and not followed says why.
/// </summary>
public sealed class ContentAuditTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private static readonly Lazy<ContentLibrary> Shipped = new(() => ContentLoader.Load(Repository.At("content")));
    private static readonly Lazy<SpecialtyExplorerContent> Explorer = new(() => SpecialtyExplorerContent.Load(Repository.At("content")));
    private static readonly AuditLine[] Lines = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Pages", "Data", "content-audit.jsonl"))
        .Select(line => JsonSerializer.Deserialize<AuditLine>(line, AsWritten)!)];

    public static TheoryData<int, string> All => [.. Lines.Select((line, place) => (place, $"{line.Of}: {line.Line}: {line.Where}"))];

    private static ContentLibrary Library => Shipped.Value;

    [Theory]
    [MemberData(nameof(All))]
    public void Content_SaysWhatTheReadingFoundRight(int place, string line)
    {
        var audit = Lines[place];
        switch (audit)
        {
            case { Figure: { } figure }:
                Figure(Library.Figures[figure], audit, line);
                break;
            case { Table: { } table }:
                Table(table, audit, line);
                break;
            case { Page: { } page }:
                Words(OnPage(page, audit.On ?? Today, NationOf(audit)), audit, line);
                break;
            case { Specialty: { } specialty }:
                Words(string.Join(' ', Explorer.Value.Texts[specialty].Paragraphs), audit, line);
                break;
            case { Milestone: { } milestone }:
                Library.Milestones.Single(one => one.System + "/" + one.Id == milestone).Status.Key().ShouldBe(audit.Status, line);
                break;
            default:
                Cited(audit, line);
                break;
        }
    }

    [Fact]
    public void TheReading_IsHeldLineByLine()
    {
        Lines.Select(line => (line.Of, line.Line)).Distinct().Count().ShouldBeGreaterThan(120);
        Lines.Where(line => new[] { line.Figure, line.Table, line.Page, line.Specialty, line.Milestone, line.Cited }.Count(where => where is not null) != 1)
            .Select(line => line.Line)
            .ShouldBeEmpty("each names one place");
        Lines.Where(line => line.Value is null
            && line.Status is null
            && line.Cells is not { Count: > 0 }
            && line.Says is not { Length: > 0 }
            && line.SaysNot is not { Length: > 0 })
            .Select(line => line.Line)
            .ShouldBeEmpty("each expects something");
    }

    [Theory]
    [InlineData("physician-take-years", "Medicine", "yes")]
    [InlineData("physician-no-take-years", "Medicine", "no")]
    [InlineData("surgery-years", "Surgery", "no")]
    public void LengthOfAGroup_IsThatOfItsSpecialties(string key, string group, string take)
    {
        var table = Library.System("specialty-explorer").Tables.Single(table => table.Name == "specialties");
        var rows = table.Rows.Where(row => row[table.Column("group")] == group && row[table.Column("unselected-take")] == take).ToList();
        decimal[] Years(string column) =>
            [.. rows.Select(row => row[table.Column(column)])
                .Where(cell => cell.Length > 0)
                .Select(cell => decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];

        var held = Library.Figures["specialty-explorer/" + key].On(Today, Nation.England)!.Value;

        held.ShouldBe(Amount.Range(Years("years-min").Min(), Years("years-max").Max()), key);
    }

    [Fact]
    public void Sources_CloseTheirBrackets() =>
        Library.Sources.Values.Where(source => new[] { source.Publisher, source.Title,
            source.Note ?? "" }.Any(text => text.Count(letter => letter is '(' or '[') != text.Count(letter => letter is ')' or ']')))
            .Select(source => source.Id)
            .ShouldBeEmpty();

    private static void Figure(Figure figure, AuditLine audit, string line)
    {
        var held = figure.On(audit.On ?? Today, NationOf(audit));
        if (audit.Value is { } value)
        {
            (held?.Value.ToString() ?? "none").ShouldBe(value, line);
        }

        if (audit.Status is { } status)
        {
            held!.Status.Key().ShouldBe(status, line);
        }

        if (audit.Note is { } note)
        {
            held!.Note.ShouldNotBeNull(line).ShouldContain(note, Case.Sensitive, line);
        }

        if (audit.Source is { } source)
        {
            held!.SourceId.ShouldBe(source, line);
        }
    }

    // Every row that is meant, and at least one.
    private static void Table(string name, AuditLine audit, string line)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var table = Library.System(name[..slash]).Tables.Single(table => table.Name == name[(slash + 1)..]);
        var rows = table.Rows.Where(row => audit.Row!.All(cell => row[table.Column(cell.Key)] == cell.Value)).ToList();

        rows.ShouldNotBeEmpty(line);
        rows.SelectMany(row => audit.Cells!.Where(cell => !Fits(row[table.Column(cell.Key)], cell.Value))
            .Select(cell => $"{cell.Key} is “{row[table.Column(cell.Key)]}”, not “{cell.Value}”"))
            .ShouldBeEmpty(line);
    }

    // A star stands for any words.
    private static bool Fits(string cell, string expected)
    {
        var words = expected.Trim('*');
        return (expected.StartsWith('*'), expected.EndsWith('*')) switch
        {
            (true, true) => cell.Contains(words, StringComparison.Ordinal),
            (true, false) => cell.EndsWith(words, StringComparison.Ordinal),
            (false, true) => cell.StartsWith(words, StringComparison.Ordinal),
            _ => cell == words,
        };
    }

    private static void Cited(AuditLine audit, string line)
    {
        var cited = Library.PageAt(audit.Cited!)!.Document.Descendants<LinkInline>()
            .Select(link => Citation.From(link, out _))
            .OfType<Citation>()
            .Where(citation => citation.SourceId == audit.Source)
            .ToList();

        cited.ShouldNotBeEmpty(line);
        cited.ShouldAllBe(citation => citation.Status.Key() == audit.Status, line);
    }

    private static void Words(string shown, AuditLine audit, string line)
    {
        foreach (var words in audit.Says ?? [])
        {
            shown.ShouldContain(words, Case.Sensitive, line);
        }

        foreach (var words in audit.SaysNot ?? [])
        {
            shown.ShouldNotContain(words, Case.Insensitive, line);
        }
    }

    // Without the numbers of the notes, which stand between the words.
    private static string OnPage(string address, DateOnly on, Nation nation)
    {
        var view = GuidanceRenderer.Render(Library, Library.PageAt(address)!, nation, on);
        using var html = new HtmlParser().ParseDocument(view.Figures + string.Concat(view.Sections.Select(section => $"<h2>{section.Heading}</h2>{section.Html}")));
        foreach (var mark in html.QuerySelectorAll("sup").ToList())
        {
            mark.Remove();
        }

        return html.Body.Words();
    }

    private static Nation NationOf(AuditLine audit) => audit.Nation is { } nation ? NationExtensions.ParseNation(nation)!.Value : Nation.England;

    /// <summary>One line of the reading: where to look, and what is right there.</summary>
    private sealed record AuditLine(string Of, string Line)
    {
        public string? Figure { get; init; }

        public string? Table { get; init; }

        public IReadOnlyDictionary<string, string>? Row { get; init; }

        public IReadOnlyDictionary<string, string>? Cells { get; init; }

        public string? Page { get; init; }

        public string? Specialty { get; init; }

        public string? Milestone { get; init; }

        /// <summary>The page on which a source is cited, each time with the same status.</summary>
        public string? Cited { get; init; }

        public string? Source { get; init; }

        public string? Status { get; init; }

        public DateOnly? On { get; init; }

        public string? Nation { get; init; }

        public string? Value { get; init; }

        public string? Note { get; init; }

        public string[]? Says { get; init; }

        public string[]? SaysNot { get; init; }

        /// <summary>Why the reading was answered here and not followed.</summary>
        public string? Answered { get; init; }

        [JsonIgnore]
        public string Where =>
            string.Join(' ', new[] { Figure, Table, Row is { Count: > 0 } ? string.Join(", ", Row.Values) : null, Page, Specialty, Milestone, Cited, Source,
                Nation, On?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }.Where(part => part is not null));
    }
}
