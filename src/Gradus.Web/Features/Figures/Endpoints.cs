using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gradus.Web.Features.Figures;

/// <summary>Figures and sources for programs.</summary>
public static class Endpoints
{
    /// <summary>Maps the files of all figures: <c>/figures.csv</c> and <c>/figures.xlsx</c>.</summary>
    public static void MapFigureFiles(this IEndpointRouteBuilder site)
    {
        site.MapGet(Links.Csv, (ContentLibrary library) => Results.File(CsvFile.Write(FiguresTable.Of(library.Figures.Values)), CsvFile.MediaType, "figures.csv"))
            .CacheOutput(PageCachePolicy.Name)
            .ExcludeFromDescription();
        site.MapGet(Links.Xlsx, (ContentLibrary library) => Results.File(XlsxFile.Write([FiguresTable.Of(library.Figures.Values)]), XlsxFile.MediaType, "figures.xlsx"))
            .CacheOutput(PageCachePolicy.Name)
            .ExcludeFromDescription();
    }

    /// <summary>Maps <c>/api/figures</c>, <c>/api/figures/{system}/{key}</c> and <c>/api/sources</c>.</summary>
    public static void MapFigures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/figures", (ContentLibrary library) => new FiguresAnswer(library.Edition, [.. library.Figures.Values.Select(FigureAnswer.Of)]))
            .WithTags("Figures").WithSummary("Every figure with its whole history");

        api.MapGet("/figures/{system}/{key}",
            Results<Ok<FigureOnDay>, ValidationProblem, NotFound> (string system, string key, string? on, string? nation, ContentLibrary library, TodayInTheUk today) =>
            {
                if (ApiErrors.BadDate(on) is { } badDate)
                {
                    return badDate;
                }

                if (ApiErrors.BadNation(nation) is { } badNation)
                {
                    return badNation;
                }

                if (!library.Figures.TryGetValue(system + "/" + key, out var figure))
                {
                    return TypedResults.NotFound();
                }

                var date = Reader.ParseDate(on) ?? today.Date;
                var reader = NationExtensions.ParseNation(nation) ?? Nation.England;
                return TypedResults.Ok(FigureOnDay.Of(library.Edition, figure, date, reader));
            })
            .WithTags("Figures").WithSummary("A figure as it holds on a day in a nation, with its whole history");

        api.MapGet("/sources", (ContentLibrary library) => new SourcesAnswer(library.Edition,
            [.. library.Sources.Values.OrderBy(source => source.Id, StringComparer.Ordinal).Select(SourceAnswer.Of)]))
            .WithTags("Sources").WithSummary("Every source");
    }
}
