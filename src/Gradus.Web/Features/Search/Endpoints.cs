using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gradus.Web.Features.Search;

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
            return TypedResults.Ok(SearchResults.Of(q, reader, library.Edition, search.For(reader).Find(q)));
        })
        .WithTags("Search")
        .WithSummary("Search guidance, figures and sources");
}
