using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Data.Search;
using Gradus.Rules;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Tests.Content;

/// <summary>The content that ships, on fixed dates, so that time passing never breaks the build.</summary>
public sealed class ShippedContentTests
{
    private static readonly DateOnly On = new(2026, 11, 25);
    private static readonly Lazy<(ContentLibrary Library, IReadOnlyList<ContentFault> Faults)> Shipped = new(() => ContentLoader.Read(Repository.At("content")));

    private static ContentLibrary Library => Shipped.Value.Library;

    public static TheoryData<string> Pages => [.. Rooms.All.SelectMany(room => Rooms.PagesOf(room).Select(page => $"/{room}/{page}").Prepend("/" + room))];

    [Fact]
    public void Read_TheShippedContent_HasNoFaults() => Shipped.Value.Faults.ShouldBeEmpty();

    [Fact]
    public void Library_HasAllSubjects()
    {
        Library.Pages.Count.ShouldBe(24);
        Library.Systems.Count.ShouldBe(20);
    }

    [Fact]
    public void Figures_EveryValue_HasASourceOrSaysWhomToAsk()
    {
        var values = Library.Figures.Values.SelectMany(figure => figure.History.Values.Select(value => (figure.Name, value))).ToList();

        values.Where(entry => entry.value.SourceId is null && entry.value.Ask is null).Select(entry => entry.Name).ShouldBeEmpty();
        values.Where(entry => entry.value.Value.IsUnknown != entry.value.Status.IsWithoutValue()).Select(entry => entry.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Figures_RestingOnGeneralKnowledge_AreNotCalledSure() =>
        Library.Figures.Values
            .Where(figure => figure.History.Values.Any(value => value is { Status: Status.Sure, SourceId: { } id } && Library.Sources[id].Kind == SourceKind.Background))
            .Select(figure => figure.Name).ShouldBeEmpty();

    [Fact]
    public void Sources_ThatAreSecondHandOrGeneralKnowledge_AreNowhereCitedAsSure()
    {
        var figures = Library.Figures.Values.SelectMany(figure => figure.History.Values.Select(value => (Where: figure.Name, value.SourceId, value.Status)));
        var milestones = Library.Milestones.Select(milestone => (Where: milestone.System + "/" + milestone.Id, milestone.SourceId, milestone.Status));
        var rows = Library.Systems.SelectMany(system => system.Tables.SelectMany(table => table.Rows.Select((row,
            i) => (Where: $"{system.Name}/tables/{table.Name}.csv:{i + 2}", SourceId: (string?)row[table.Column("source")],
                Status: StatusExtensions.Parse(row[table.Column("status")])!.Value))));
        var cited = Library.Pages.SelectMany(page => page.Document.Descendants<LinkInline>()
            .Select(link => (Link: link, Citation: Citation.From(link, out _)))
            .Where(entry => entry.Citation is not null)
            .Select(entry => (Where: $"{page.Address}:{entry.Link.Line}", SourceId: (string?)entry.Citation!.Value.SourceId, entry.Citation.Value.Status)));

        figures.Concat(milestones).Concat(rows).Concat(cited)
            .Where(entry => entry is { Status: Status.Sure, SourceId: { } id } && Library.Sources[id].Kind is SourceKind.Secondary or SourceKind.Background)
            .Select(entry => $"{entry.Where} {entry.SourceId}").ShouldBeEmpty();
    }

    [Fact]
    public void Figures_OfTheSamePlaceInASource_AreEquallySure() =>
        Library.Figures.Values.SelectMany(figure => figure.History.Values.Where(value => value is { SourceId: not null, At: not null, Value.IsUnknown: false })
            .Select(value => (figure.Name, figure.Unit, value)))
            .GroupBy(entry => (entry.value.SourceId, entry.value.At, entry.value.Value, entry.Unit, entry.value.Nations))
            .Where(same => same.Select(entry => entry.value.Status).Distinct().Count() > 1)
            .Select(same => string.Join(", ", same.Select(entry => $"{entry.Name} {entry.value.Status}"))).ShouldBeEmpty();

    [Fact]
    public void CompetitionRows_ThatTwoRoomsHave_RestOnTheSameSourceAndAreEquallySure()
    {
        static IEnumerable<(string Key, string Where, string Source, string Status)> Rows(string system)
        {
            var table = Library.System(system).Tables.First(table => table.Name == "competition");
            int[] numbers = [table.Column("year"), table.Column("applications"), table.Column("posts"), table.Column("ratio")];
            return table.Rows.Select((row,
                i) => (string.Join('/', numbers.Select(column => row[column])), $"{system}:{i + 2}", row[table.Column("source")], row[table.Column("status")]))
                .Where(row => !row.Item1.Contains("//", StringComparison.Ordinal));
        }

        var explorer = Rows("specialty-explorer").ToLookup(row => row.Key, StringComparer.Ordinal);

        Rows("specialty-applications").SelectMany(row => explorer[row.Key].Where(other => other.Source != row.Source || other.Status != row.Status)
            .Select(other => $"{row.Where} {row.Source} {row.Status}, {other.Where} {other.Source} {other.Status}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void TrainingNotes_ThatNameAnotherPage_DoNotCiteThePageBeside()
    {
        string[] named = ["Health Careers", "ISCP", "RCP Medical Care", "RCPE", "BGS", "ABN", "North London", "NHS England London", "West Midlands", "Severn",
            "Thames Valley", "Federation page", "National trainee site", "specialty-applications.co.uk", "nextgenasm", "RCOphth Curriculum"];
        var table = Library.System("specialty-explorer").Tables.First(table => table.Name == "training-notes");

        table.Rows.Where(row => named.Any(name => row[table.Column("note")].Contains(name, StringComparison.Ordinal)) && row[table.Column("status")] == "sure")
            .Select(row => $"{row[0]}: {row[table.Column("note")]}").ShouldBeEmpty();
    }

    [Fact]
    public void YearlyMoney_SaysItsYear()
    {
        // Lists that are set anew each year: what the GMC and the tax office charge.
        var yearly = Library.Figures.Values.Where(figure => figure.Name is "working-abroad/uk-retention-fee"
            or "working-abroad/uk-retention-fee-without-licence"
            or "working-abroad/uk-retention-fee-2021"
            or "working-abroad/uk-retention-fee-without-licence-2021"
            or "working-abroad/uk-ni-class-2"
            or "working-abroad/uk-ni-class-3"
            or "working-abroad/canada-royal-college-fee" || figure.Name.StartsWith("gp-workforce/plr-", StringComparison.Ordinal))
            .ToList();

        yearly.Count.ShouldBeGreaterThan(10);
        yearly.Where(figure => figure.History.Values.Any(value => !value.Value.IsUnknown && value.Year is null)).Select(figure => figure.Name).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("working-abroad/usa-exams-total", "2026-11-25",
        new[] { "usa-certification-fee", "usa-step-1-fee", "+210", "usa-step-2-fee", "+235", "usa-pathway-fee", "usa-oet-fee" })]
    [InlineData("working-abroad/canada-ccfp-total", "2026-11-25", new[] { "canada-ccfp-application-fee", "canada-ccfp-certification-fee" })]
    [InlineData("working-abroad/new-zealand-first-cost", "2026-11-25", new[] { "new-zealand-registration-fee", "new-zealand-practising-certificate-fee" })]
    public void Totals_AreTheSumOfTheirParts(string total, string day, string[] parts)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var sum = parts.Sum(part => part[0] == '+'
            ? decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture)
            : Library.Figures[total[..(total.IndexOf('/', StringComparison.Ordinal) + 1)] + part].On(on, Nation.England)?.Value.Number!.Value);

        Library.Figures[total].On(on, Nation.England)?.Value.Number.ShouldBe(sum);
    }

    [Fact]
    public void RatiosOfApplicationsToPosts_AreTheirQuotient()
    {
        var all = Library.Systems.SelectMany(system => system.Tables)
            .Where(table => table.Columns.Any(column => column.Name == "ratio")
                && table.Columns.Any(column => column.Name == "applications")
                && table.Columns.Any(column => column.Name == "posts")).ToList();
        all.ShouldNotBeEmpty();
        foreach (var table in all)
        {
            static decimal? Number(string cell) => decimal.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
            var counted = table.Rows.Select((row,
                i) => (Line: i + 2, Applications: Number(row[table.Column("applications")]), Posts: Number(row[table.Column("posts")]),
                    Ratio: Number(row[table.Column("ratio")]), Status: row[table.Column("status")]))
                .Where(row => row is { Applications: not null, Posts: > 0, Ratio: not null })
                .ToList();

            counted.ShouldNotBeEmpty();
            counted.Where(row => Math.Abs((row.Applications!.Value / row.Posts!.Value) - row.Ratio!.Value) > 0.0501m)
                .Select(row => $"{table.Name}.csv:{row.Line}: {row.Applications} / {row.Posts} is not {row.Ratio}")
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void Milestones_AreToldSoThatTheyReadWellBeforeAndAfter() =>
        Library.Milestones.Where(milestone => System.Text.RegularExpressions.Regex.IsMatch(milestone.What,
            @"\b(opened|(?<!stay )closed|ended|changed|dropped|left|withdrew|moved|rose|announced that|went|came|took over)\b",
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(milestone => $"{milestone.System}/{milestone.Id}: {milestone.What}").ShouldBeEmpty();

    [Fact]
    public void Rooms_EachHaveFigures() =>
        Library.Systems.Where(system => system.Figures.Count == 0).Select(system => system.Name).ShouldBeEmpty();

    [Fact]
    public void Sources_WereReadBeforeTheContentWasReviewed()
    {
        var lastReview = Library.Pages.Max(page => page.Reviewed);

        Library.Sources.Values.Where(source => source.Read > lastReview).Select(source => source.Id).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_IsReadInAFewMinutes(string address)
    {
        var page = Page(address);

        Words(page.Document).ShouldBeInRange(500, 1200, $"{address}: words of prose, what stands in tables, lists of figures or dates and ways to tools not counted");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_SaysWhenItWasReviewedAndForWhom(string address)
    {
        var page = Page(address);

        page.Reviewed.ShouldBeInRange(new DateOnly(2026, 1, 1), On.AddYears(1));
        page.Due.ShouldBe(page.Reviewed.AddMonths(page.Review == ReviewKind.Rules ? 18 : 12));
        page.Covers.ShouldNotBe(Nations.None);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_CitesAtLeastThreeSources(string address)
    {
        var cited = Page(address).Document.Descendants<LinkInline>()
            .Select(link => Citation.From(link, out _))
            .OfType<Citation>()
            .Select(citation => citation.SourceId)
            .Distinct(StringComparer.Ordinal);

        cited.Count().ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void ContentReview_OnADayBeforeTheFirstIsDue_HasNothingOverdue()
    {
        var first = Library.Pages.Min(page => page.Due);

        ContentReview.Of(Library, first.AddDays(-1)).Overdue.ShouldBeEmpty();
        ContentReview.Of(Library, first).Overdue.Select(page => page.Due).Distinct().ShouldBe([first]);
    }

    [Fact]
    public void ContentReview_FarAhead_HasEveryPageAndEveryDoubt()
    {
        var review = ContentReview.Of(Library, new DateOnly(2040, 1, 1));

        review.Overdue.Count.ShouldBe(24);
        review.Overdue.ShouldBeInOrder(SortDirection.Ascending, Comparer<OverduePage>.Create((one, other) => one.Due.CompareTo(other.Due)));
        review.Doubtful.Count(doubt => Library.Figures.ContainsKey(doubt.Name))
            .ShouldBe(Library.Figures.Values.Sum(figure => figure.History.Values.Count(value => value.Status is Status.Verify or Status.Unpublished or Status.NotFound)));
        review.Doubtful.ShouldAllBe(doubt => doubt.Status == Status.Verify || doubt.Status.IsWithoutValue());
    }

    [Fact]
    public void ContentReview_OfARowOfATable_NamesTheLineOnWhichItStands()
    {
        var rows = ContentReview.Of(Library, new DateOnly(2026, 11, 30)).Doubtful.Where(doubt => doubt.Name.Contains(".csv:", StringComparison.Ordinal)).ToList();

        rows.Count.ShouldBeGreaterThan(100);
        foreach (var row in rows)
        {
            var place = row.Name.Split(".csv:");
            var lines = File.ReadAllLines(Repository.At("content", place[0] + ".csv"));

            lines[int.Parse(place[1]) - 1].ShouldContain(row.Status.Key(), Case.Sensitive, row.Name);
        }
    }

    private static GuidancePage Page(string address) => Library.PageAt(address).ShouldNotBeNull();

    private static int Words(Block block) => block switch
    {
        Table or CustomContainer { Info: Containers.Table or Containers.Rules or Containers.Milestones or Containers.Callout } => 0,
        ContainerBlock container => container.Sum(Words),
        _ => ContentSearch.PlainText([block], Nation.England, On).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
    };
}
