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

        Words(page.Document).ShouldBeInRange(500, 1200, $"{address}: words of prose, what stands in tables and lists of figures or dates not counted");
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
        var cited = Page(address).Document.Descendants<LinkInline>().Select(link => Citation.From(link, out _)).OfType<Citation>().Select(citation => citation.SourceId).Distinct(StringComparer.Ordinal);

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

    private static GuidancePage Page(string address) => Library.PageAt(address).ShouldNotBeNull();

    private static int Words(Block block) => block switch
    {
        Table or CustomContainer { Info: Containers.Table or Containers.Rules or Containers.Milestones } => 0,
        ContainerBlock container => container.Sum(Words),
        _ => ContentSearch.PlainText([block], Nation.England, On).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
    };
}
