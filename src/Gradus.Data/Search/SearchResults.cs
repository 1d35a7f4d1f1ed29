using System.Globalization;
using Gradus.Rules;

namespace Gradus.Data.Search;

/// <summary>A part of a page that fits.</summary>
/// <param name="Kind">guidance for a section, row for a row of one of its tables or dates, figure or source.</param>
/// <param name="Address">Where it is on the site.</param>
/// <param name="Heading">Its heading; a figure's is what it measures.</param>
/// <param name="Excerpt">The words around the best match, plain.</param>
public sealed record SearchResultSection(string Kind, string Address, string Heading, string Excerpt)
{
    internal static SearchResultSection Of(SearchSection section) =>
        new(SearchResult.Key(section.Entry.Kind), section.Entry.Address, section.Heading, ExcerptPart.Words(section.Excerpt));
}

/// <summary>One page found.</summary>
/// <param name="Kind">tool, guidance, figure or source.</param>
/// <param name="Address">Where it is on the site.</param>
/// <param name="Title">Its title.</param>
/// <param name="Heading">Its own heading within the title, such as a tool's name; empty when there is none.</param>
/// <param name="Excerpt">The words around the best match, plain.</param>
/// <param name="Score">How well it fits; a tool that answers the question may go before what has more.</param>
/// <param name="Sections">Its parts that fit best, three at most, best first.</param>
public sealed record SearchResult(string Kind, string Address, string Title, string Heading, string Excerpt, double Score, IReadOnlyList<SearchResultSection> Sections)
{
    internal static SearchResult Of(SearchHit hit) => new(
        Key(hit.Entry.Kind), hit.Address, hit.Entry.Title, hit.Entry.IsOpening ? "" : hit.Entry.Heading, ExcerptPart.Words(hit.Excerpt), hit.Score,
            [.. hit.Sections.Select(SearchResultSection.Of)]);

    internal static string Key(SearchKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>The answer to a search.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Nation">The nation whose figures, rows and dates are shown.</param>
/// <param name="On">The day on which they hold.</param>
/// <param name="Total">How many pages fit.</param>
/// <param name="From">The place of the first result among them, from 1.</param>
/// <param name="More">What to ask as <c>from</c> for the next ones; null when these are the last.</param>
/// <param name="ReadAs">The words as read, where one that is no word and stands nowhere was taken for a near one.</param>
/// <param name="DidYouMean">The words with a near one offered for each that was taken as typed but stands nowhere.</param>
/// <param name="Edition">The content edition that answered.</param>
/// <param name="Results">The pages that fit best, best first, ten at most.</param>
public sealed record SearchResults(string Query, string Nation, DateOnly On, int Total, int From, int? More, string? ReadAs, string? DidYouMean,
    string Edition, IReadOnlyList<SearchResult> Results)
{
    /// <summary>The last place that can be asked for.</summary>
    public const int LastFrom = 1000;

    /// <summary>The answer as programs see it.</summary>
    public static SearchResults Of(string query, Nation nation, DateOnly on, int from, string edition, SearchAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new(query, nation.Key(), on, answer.Total, from, MoreFrom(from, answer), answer.ReadAs, answer.DidYouMean, edition, [.. answer.Hits.Select(SearchResult.Of)]);
    }

    /// <summary>The place of the first result after these; <c>null</c> when there is none.</summary>
    public static int? MoreFrom(int from, SearchAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Hits.Count > 0 && from - 1 + answer.Hits.Count < answer.Total ? from + answer.Hits.Count : null;
    }

    /// <summary>Reads the place of the first result, 1 where nothing is said; <c>null</c> when it is none from 1 to <see cref="LastFrom"/>.</summary>
    public static int? ParseFrom(string? from) =>
        from is null ? 1 : int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place is >= 1 and <= LastFrom ? place : null;
}
