using System.Globalization;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Rules;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>The tables of the specialties as files.</summary>
public static class Endpoints
{
    /// <summary>Maps the CSV files of the list, of all competition and of one specialty's competition.</summary>
    public static void MapSpecialties(this IEndpointRouteBuilder site)
    {
        site.MapGet(Links.SpecialtiesFile(), (Catalogue catalogue) => File("specialties.csv", List(catalogue))).CacheOutput(PageCachePolicy.Name).ExcludeFromDescription();
        site.MapGet(Links.CompetitionFile(), (Catalogue catalogue) => File("competition.csv", Competition(catalogue.Content.Competition)))
            .CacheOutput(PageCachePolicy.Name)
            .ExcludeFromDescription();
        site.MapGet(Links.CompetitionFile("{slug}"), (string slug, Catalogue catalogue) => catalogue.Find(slug) is { } specialty
            ? File($"{specialty.Id}-competition.csv", Competition(catalogue.Content.Competition.Where(figure => figure.Specialties.Contains(specialty.Id))))
            : Results.NotFound()).CacheOutput(PageCachePolicy.Name).ExcludeFromDescription();
    }

    private static IResult File(string name, IEnumerable<IEnumerable<string?>> rows) => Results.File(CsvFile.Write(rows), CsvFile.MediaType, name);

    private static IEnumerable<IEnumerable<string?>> List(Catalogue catalogue) => catalogue.Content.Specialties.Select(specialty =>
    {
        var latest = catalogue.LatestDirect(specialty);
        return (IEnumerable<string?>)
        [
            specialty.Id, specialty.Name, specialty.Group, specialty.College, specialty.EntryLevel, Number(specialty.YearsMin), Number(specialty.YearsMax),
                specialty.RunThrough, specialty.UnselectedTake ? "yes" : "no",
            Number(latest?.Ratio), Number(latest?.Year), latest?.Programme, latest?.Status.Key() ?? "unknown", specialty.SourceId, specialty.Status.Key(),
        ];
    }).Prepend(["id", "name", "group", "college", "entry-level", "years-min", "years-max", "run-through", "unselected-take", "competition-ratio",
        "competition-year", "competition-programme", "competition-status", "source", "status"]);

    private static IEnumerable<IEnumerable<string?>> Competition(IEnumerable<CompetitionFigure> figures) => figures.Select(figure => (IEnumerable<string?>)
    [
        Number(figure.Year), figure.Programme, figure.PublishedAs, figure.Level, figure.WayIn, figure.Nation, figure.Series, figure.Tier,
            Number(figure.Applications), Number(figure.Posts), Number(figure.Ratio), figure.Note, figure.SourceId, figure.Status.Key(),
    ]).Prepend(["year", "programme", "published-as", "level", "way-in", "nation", "series", "tier", "applications", "posts", "ratio", "note", "source", "status"]);

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
