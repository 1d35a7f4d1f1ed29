using Gradus.Data;
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
    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGet("/search", Results<Ok<SearchResults>, ValidationProblem> (string? q, string? nation, string? on, string? from, ContentLibrary library,
            SiteSearch search, TodayInTheUk today) =>
        {
            if (string.IsNullOrWhiteSpace(q) || q.Length > 200)
            {
                return ApiErrors.Of("q", "Expected 1 to 200 characters to search for.");
            }

            if ((ApiErrors.BadNation(nation) ?? ApiErrors.BadDate(on)) is { } problem)
            {
                return problem;
            }

            if (SearchResults.ParseFrom(from) is not { } first)
            {
                return ApiErrors.Of("from", $"Expected a whole number from 1 to {SearchResults.LastFrom}: the place of the first result.");
            }

            var reader = NationExtensions.ParseNation(nation) ?? Nation.England;
            var date = Reader.ParseDate(on) ?? today.Date;
            return TypedResults.Ok(SearchResults.Of(q, reader, date, first, library.Edition, search.For(reader, date).Find(q, skip: first - 1)));
        })
        .WithTags("Search")
        .WithSummary("Search tools, specialties, guidance with its tables and dates, figures and sources, as at a day in a nation; ten pages at a time");
}
