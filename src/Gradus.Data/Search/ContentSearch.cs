using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Gradus.Tools;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Data.Search;

/// <summary>Turns the content into what can be searched, as one nation's reader sees it on one day.</summary>
public static partial class ContentSearch
{
    // Private use: they stand in no text.
    private const char Missing = '\uE000';
    private const char BlockEnd = '\uE001';

    /// <summary>Builds the index over the tools, the specialties, guidance with its tables and dates, figures and sources.</summary>
    /// <param name="library">The content.</param>
    /// <param name="explorer">The specialties.</param>
    /// <param name="nation">The nation whose figures, rows and dates are shown.</param>
    /// <param name="on">The day on which they hold.</param>
    /// <param name="tools">The tools; every one that is declared when <c>null</c>.</param>
    public static SearchIndex Build(ContentLibrary library, SpecialtyExplorerContent explorer, Nation nation, DateOnly on, IEnumerable<SearchEntry>? tools = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        return new SearchIndex(Entries(library, explorer, nation, on, tools), library.Synonyms);
    }

    /// <summary>What <see cref="Build"/> puts into an index, which takes several times as long: two days with the same entries can share one.</summary>
    /// <inheritdoc cref="Build"/>
    public static IReadOnlyList<SearchEntry> Entries(ContentLibrary library, SpecialtyExplorerContent explorer, Nation nation, DateOnly on, IEnumerable<SearchEntry>? tools = null)
    {
        ArgumentNullException.ThrowIfNull(explorer);
        ArgumentNullException.ThrowIfNull(library);
        var titles = library.Pages.GroupBy(page => page.System, StringComparer.Ordinal).ToDictionary(room => room.Key, room => room.First().Title, StringComparer.Ordinal);
        var guidance = library.Pages.SelectMany(page => page.Sections.SelectMany(section => SectionEntries(library, page, section, nation, on)));
        var shown = ShownOn(library);
        var figures = library.Figures.Values.Select(figure => new SearchEntry(SearchKind.Figure, "/figures/" + figure.Name, figure.Says,
            figure.Key.Replace('-', ' '),
            $"{Line(figure, nation, on)} {titles[figure.System]}.")
        { Room = figure.System, ShownOn = shown.GetValueOrDefault(figure.Name, "/" + figure.System) });
        var sources = library.Sources.Values.Select(source => new SearchEntry(
            SearchKind.Source, "/sources#" + source.Id, source.Title, source.Publisher, $"{source.Publisher}, {FigureText.Partial(source.Dated)}. {source.Note}"));
        return [.. tools ?? ToolEntries(titles), .. explorer.Specialties.Select(specialty => SpecialtyEntry(explorer, specialty, on)), .. guidance, .. figures, .. sources];
    }

    /// <summary>
    /// The words of some blocks with the figures as the reader would see them. A sentence round a figure without a value is left out, as its page writes
    /// another in its place.
    /// </summary>
    public static string PlainText(IEnumerable<Block> blocks, Nation nation, DateOnly on)
    {
        var words = new StringBuilder();
        foreach (var item in blocks.SelectMany(block => Items(block, nation, on)))
        {
            switch (item)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case LineBreakInline:
                    words.Append(' ');
                    break;
                case FigureInline { Figure: { } figure } inline:
                    words.Append(figure.On(on, inline.Nation ?? nation) is { Value.Low: not null } value ? FigureText.Of(value, figure.Unit) : Missing);
                    break;
                case DatedInline dated:
                    words.Append(dated.On(on));
                    break;
                case Block when words.Length > 0 && words[^1] != BlockEnd:
                    words.Append(BlockEnd);
                    break;
            }
        }

        // A mark stands before its full stop, after a space; without the mark the space goes too.
        return Told(words.Replace(" .", ".").Replace(" ,", ",").Replace(" ;", ";").ToString());
    }

    private static string Told(string words)
    {
        if (words.Contains(Missing, StringComparison.Ordinal))
        {
            words = string.Join(BlockEnd,
                words.Split(BlockEnd)
                    .Select(block => string.Join(' ', SentenceEnd().Split(block).Where(sentence => !sentence.Contains(Missing, StringComparison.Ordinal))))
                    .Where(block => block.Length > 0));
        }

        return words.Replace(BlockEnd, ' ').Trim();
    }

    /// <summary>A figure in a line: its value, where and since when; where a nation has none, that in words.</summary>
    public static string Line(Figure figure, Nation nation, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.On(on, nation) is not { } value)
        {
            var others = NationExtensions.All.Where(other => figure.On(on, other) is { Value.Low: not null })
                .Aggregate(Nations.None, (nations, other) => nations | other.ToNations());
            return others == Nations.None
                ? $"Nothing holds in {nation.Name()} on that day."
                : $"There is no value for {nation.Name()}: what is known holds in {others.Names()}.";
        }

        if (value.Value.Low is null)
        {
            return $"{value.Status.Words()} for {nation.Name()}.{(value.Ask is { } ask ? $" Ask {ask}." : "")} {value.Note}".TrimEnd();
        }

        var since = value switch
        {
            { Year: { } year } => $", for {year}",
            { From: { } from, Until: { } until } => $", {from.Words()} to {until.Words()}",
            { From: { } from } => $", from {from.Words()}",
            { Seen: { } seen } => $", seen on {seen.Words()}",
            _ => "",
        };
        var doubt = value.Status == Status.Sure ? "" : $" {value.Status.Words()}.";
        return $"{FigureText.Of(value.Value, figure.Unit)} in {figure.Where ?? value.Nations.Names()}{since}.{doubt} {value.Note}".TrimEnd();
    }

    // The first page that shows a figure, by the figure's name.
    private static Dictionary<string, string> ShownOn(ContentLibrary library)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in library.Pages)
        {
            foreach (var figure in page.Document.Descendants<FigureInline>().Select(inline => inline.Figure).OfType<Figure>())
            {
                shown.TryAdd(figure.Name, page.Address);
            }

            foreach (var line in page.Document.Descendants<CustomContainer>()
                .Where(container => container.Info == Content.Guidance.Containers.Rules)
                .SelectMany(container => container.Descendants<ListItemBlock>()))
            {
                var (system, key, _, _) = RulesLine.Read(PlainText([line], Nation.England, DateOnly.MinValue));
                shown.TryAdd($"{system ?? page.System}/{key}", page.Address);
            }
        }

        return shown;
    }

    // The one place that knows how tools are declared. A tool is also found by the name of its room.
    private static IEnumerable<SearchEntry> ToolEntries(Dictionary<string, string> titles) =>
        AllTools.All.Select(tool => ToolEntry(tool.Room, tool.Address, tool.Question, tool.Name, tool.Words, $"{tool.SearchedAs}, {titles.GetValueOrDefault(tool.Room)}"));

    /// <summary>A tool as it is found.</summary>
    /// <param name="room">The room it belongs to.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="question">The question it answers.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="words">What it does.</param>
    /// <param name="searchedAs">Other words by which people look for it.</param>
    public static SearchEntry ToolEntry(string room, string address, string question, string name, string words, string searchedAs) =>
        new(SearchKind.Tool, address, question, name, words) { Room = room, Unseen = searchedAs };

    // Its facts, each with the name that its page gives it.
    private static SearchEntry SpecialtyEntry(SpecialtyExplorerContent explorer, Specialty specialty, DateOnly on)
    {
        var latest = explorer.Competition.Where(figure => figure.Specialties.Contains(specialty.Id) && figure.Ratio is not null && figure.Year <= on.Year)
            .OrderByDescending(figure => figure.Year)
            .ThenBy(figure => figure.WayIn == "direct" ? 0 : 1)
            .FirstOrDefault();
        var competition = latest is null
            ? "no ratio was found"
            : string.Create(CultureInfo.InvariantCulture,
                $"{latest.Ratio:0.0#} applications for each post ({latest.PublishedAs}, {(latest.Nation == "uk" ? "the UK" : "England")}, {latest.Year})");
        var years = (specialty.YearsMin, specialty.YearsMax) switch
        {
            ({ } few, { } most) when few != most => string.Create(CultureInfo.InvariantCulture, $"{few:0.##} to {most:0.##} years"),
            ({ } few, _) => string.Create(CultureInfo.InvariantCulture, $"{few:0.##} years{(specialty.YearsMax is null ? " at least" : "")}"),
            (_, { } most) => string.Create(CultureInfo.InvariantCulture, $"{most:0.##} years at most"),
            _ => "not found",
        };
        return new SearchEntry(
            SearchKind.Guidance,
            $"/{SpecialtyExplorerContent.System}/{specialty.Id}",
            specialty.Name,
            "",
            $"{string.Join(' ', explorer.Texts[specialty.Id].Paragraphs)} Specialty training, way in: {Found(specialty.EntryRoute.Text)}. Competition ratio: {competition}. Length of training after foundation, full time: {years}. Exams: {Found(specialty.Exams.Text)}. Sub-specialties: {Found(specialty.SubSpecialties.Text)}. {specialty.College}.",
            IsOpening: true)
        { Room = SpecialtyExplorerContent.System };
    }

    private static string Found(string text) => text.Replace("unknown", "not found", StringComparison.Ordinal);

    private static IEnumerable<SearchEntry> SectionEntries(ContentLibrary library, GuidancePage page, GuidanceSection section, Nation nation, DateOnly on)
    {
        var system = library.System(page.System);
        var isOpening = section == page.Sections[0];
        var address = section.Id.Length == 0 ? page.Address : page.Address + "#" + section.Id;
        SearchEntry Row(string text) => new(SearchKind.Row, address, page.Title, section.Heading, text) { Room = page.System };
        yield return new SearchEntry(SearchKind.Guidance, address, page.Title, section.Heading,
            (isOpening ? page.Lede + " " : "") + PlainText(section.Blocks, nation, on), isOpening)
        { Room = page.System, Name = page.Name };
        foreach (var container in section.Blocks.SelectMany(block => Containers(block, nation, on)))
        {
            switch (container.Info)
            {
                case Content.Guidance.Containers.Table:
                    foreach (var row in Rows(library, system, container, nation))
                    {
                        yield return Row(row);
                    }

                    break;
                case Content.Guidance.Containers.Milestones:
                    foreach (var milestone in system.Milestones.Where(milestone => (container.Arguments is not { Length: > 0 } only
                        || milestone.Id.StartsWith(only.Trim() + "-", StringComparison.Ordinal)) && milestone.Last >= on && milestone.Nations.Includes(nation)))
                    {
                        yield return Row($"{milestone.What}: {milestone.When()}. {milestone.Note}".TrimEnd());
                    }

                    break;
            }
        }
    }

    private static IEnumerable<CustomContainer> Containers(Block block, Nation nation, DateOnly on) => block switch
    {
        _ when IsHidden(block, nation, on) => [],
        CustomContainer { Info: Content.Guidance.Containers.Table or Content.Guidance.Containers.Milestones } found => [found],
        ContainerBlock container => container.SelectMany(child => Containers(child, nation, on)),
        _ => [],
    };

    // The columns that the page shows, each with its heading, in the rows that it shows.
    private static IEnumerable<string> Rows(ContentLibrary library, SystemContent system, CustomContainer container, Nation nation)
    {
        var arguments = (container.Arguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (arguments.Length == 0 || system.Tables.FirstOrDefault(table => table.Name == arguments[0]) is not { } table)
        {
            return [];
        }

        var place = arguments.Contains("nation=you", StringComparer.Ordinal) ? table.Column("nation") : -1;
        var columns = container.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>()).Select(item => PlainText([item], nation, DateOnly.MinValue))
            .SelectMany(name => table.Columns.Index().Where(column => column.Item.Name == name).Select(column => column.Index)).ToList();
        return table.Rows.Where(row => place < 0 || NationExtensions.ParseNations(row[place])!.Value.Includes(nation))
            .Select(row => string.Join("; ",
                columns.Where(column => row[column].Length > 0).Select(column => Cell(library, table.Columns[column], row[column]))) + $". {table.Says}");
    }

    private static string Cell(ContentLibrary library, ContentColumn column, string value) => column.Type switch
    {
        ColumnType.Source => library.Sources.TryGetValue(value, out var source) ? $"{source.Publisher}, {source.Title}" : "",
        ColumnType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var date) => $"{column.Says}: {date.Words()}",
        ColumnType.Nation when NationExtensions.ParseNations(value) is { } nations => nations.Names(),
        ColumnType.Number or ColumnType.Whole when !column.Name.Contains("year", StringComparison.Ordinal)
            && decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) => $"{column.Says}: {FigureText.Digits(number)}",
        ColumnType.Number or ColumnType.Whole or ColumnType.YesNo => $"{column.Says}: {value}",
        ColumnType.Status when StatusExtensions.Parse(value) is { } status => status.Words(),
        _ => value,
    };

    // What the page does not show its reader on the day, and what it shows as another nation's.
    private static bool IsHidden(Block block, Nation nation, DateOnly on) => !DatedBlocks.IsShown(block, on)
        || (block is CustomContainer { Info: Content.Guidance.Containers.Nation } container
            && !(container.Arguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(nation.Key(), StringComparer.Ordinal));

    // In a table or a list of figures only keys are written: they are no words for a reader.
    private static IEnumerable<MarkdownObject> Items(Block block, Nation nation, DateOnly on) => block switch
    {
        CustomContainer { Info: Content.Guidance.Containers.Rules or Content.Guidance.Containers.Table or Content.Guidance.Containers.Milestones } => [],
        _ when IsHidden(block, nation, on) => [],
        ContainerBlock container => container.SelectMany(child => Items(child, nation, on)).Prepend(container),
        LeafBlock { Inline: { } inlines } => inlines.Descendants().Prepend<MarkdownObject>(block),
        _ => [block],
    };

    [GeneratedRegex(@"(?<=[.!?][”’)]?)\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}
