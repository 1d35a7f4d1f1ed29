using Gradus.Rules;

namespace Gradus.Data.Search;

/// <summary>One thing found.</summary>
/// <param name="Kind">tool, guidance, figure or source.</param>
/// <param name="Address">Where it is on the site.</param>
/// <param name="Title">Its title.</param>
/// <param name="Heading">Its heading within the title; empty when there is none.</param>
/// <param name="Excerpt">The words around the best match, plain.</param>
/// <param name="Score">How well it fits; only the order has a meaning.</param>
public sealed record SearchResult(string Kind, string Address, string Title, string Heading, string Excerpt, double Score)
{
    internal static SearchResult Of(SearchHit hit) => new(
        hit.Entry.Kind.ToString().ToLowerInvariant(), hit.Entry.Address, hit.Entry.Title, hit.Entry.Heading, string.Concat(hit.Excerpt.Select(part => part.Text)), hit.Score);
}

/// <summary>The answer to a search.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Nation">The nation whose figures the excerpts show.</param>
/// <param name="Total">How many things fit.</param>
/// <param name="ReadAs">The words as read, where an unknown one was replaced by a near one.</param>
/// <param name="Edition">The content edition that answered.</param>
/// <param name="Results">The best fits, best first, 20 at most.</param>
public sealed record SearchResults(string Query, string Nation, int Total, string? ReadAs, string Edition, IReadOnlyList<SearchResult> Results)
{
    /// <summary>The answer as programs see it.</summary>
    public static SearchResults Of(string query, Nation nation, string edition, SearchAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new(query, nation.Key(), answer.Total, answer.ReadAs, edition, [.. answer.Hits.Select(SearchResult.Of)]);
    }
}
