using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gradus.Web.Features.Search;

/// <summary>One thing found.</summary>
/// <param name="Kind">tool, guidance, figure or source.</param>
/// <param name="Address">Where it is on the site.</param>
/// <param name="Title">Its title.</param>
/// <param name="Heading">Its heading within the title; empty when there is none.</param>
/// <param name="Excerpt">The words around the best match, plain.</param>
/// <param name="Score">How well it fits; only the order has a meaning.</param>
public sealed record SearchResult(string Kind, string Address, string Title, string Heading, string Excerpt, double Score);

/// <summary>The answer to a search.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Nation">The nation whose figures the excerpts show.</param>
/// <param name="Total">How many things fit.</param>
/// <param name="ReadAs">The words as read, where an unknown one was replaced by a near one.</param>
/// <param name="Edition">The content edition that answered.</param>
/// <param name="Results">The best fits, best first, 20 at most.</param>
public sealed record SearchResults(string Query, string Nation, int Total, string? ReadAs, string Edition, IReadOnlyList<SearchResult> Results);

/// <summary>Search for programs.</summary>
public static class Endpoints
{
    /// <summary>Maps <c>GET /api/search</c>.</summary>
    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapGet("/search", Results<Ok<SearchResults>, ValidationProblem> (string? q, string? nation, ContentLibrary library, SiteSearch search) =>
        {
            if (string.IsNullOrWhiteSpace(q) || q.Length > 200)
            {
                return ApiErrors.Of("q", "expected 1 to 200 characters to search for");
            }

            if (ApiErrors.BadNation(nation) is { } problem)
            {
                return problem;
            }

            var reader = NationExtensions.ParseNation(nation) ?? Nation.England;
            var answer = search.For(reader).Find(q);
            return TypedResults.Ok(new SearchResults(q, reader.Key(), answer.Total, answer.ReadAs, library.Edition, [.. answer.Hits.Select(Result)]));
        })
        .WithTags("Search")
        .WithSummary("Search guidance, figures and sources");

    private static SearchResult Result(SearchHit hit) => new(
        hit.Entry.Kind.ToString().ToLowerInvariant(), hit.Entry.Address, hit.Entry.Title, hit.Entry.Heading, string.Concat(hit.Excerpt.Select(part => part.Text)), hit.Score);
}
