using System.Globalization;
using System.Text;
using Gradus.Data.Content;
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
        site.MapGet(Links.CompetitionFile(), (Catalogue catalogue) => File("competition.csv", Competition(catalogue.Content.Competition))).CacheOutput(PageCachePolicy.Name).ExcludeFromDescription();
        site.MapGet(Links.CompetitionFile("{slug}"), (string slug, Catalogue catalogue) => catalogue.Find(slug) is { } specialty
            ? File($"{specialty.Id}-competition.csv", Competition(catalogue.Content.Competition.Where(figure => figure.Specialties.Contains(specialty.Id))))
            : Results.NotFound()).CacheOutput(PageCachePolicy.Name).ExcludeFromDescription();
    }

    private static IResult File(string name, string text) => Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", name);

    private static string List(Catalogue catalogue)
    {
        var csv = new StringBuilder("id,name,group,college,entry-level,years-min,years-max,run-through,unselected-take,competition-ratio,competition-year,competition-programme,competition-status,source,status\n");
        foreach (var specialty in catalogue.Content.Specialties)
        {
            var latest = catalogue.LatestDirect(specialty);
            Line(csv, specialty.Id, specialty.Name, specialty.Group, specialty.College, specialty.EntryLevel, Number(specialty.YearsMin), Number(specialty.YearsMax), specialty.RunThrough, specialty.UnselectedTake ? "yes" : "no", Number(latest?.Ratio), latest?.Year.ToString(CultureInfo.InvariantCulture), latest?.Programme, latest?.Status.Key() ?? "unknown", specialty.SourceId, specialty.Status.Key());
        }

        return csv.ToString();
    }

    private static string Competition(IEnumerable<CompetitionFigure> figures)
    {
        var csv = new StringBuilder("year,programme,published-as,level,way-in,nation,series,tier,applications,posts,ratio,note,source,status\n");
        foreach (var figure in figures)
        {
            Line(csv, figure.Year.ToString(CultureInfo.InvariantCulture), figure.Programme, figure.PublishedAs, figure.Level, figure.WayIn, figure.Nation, figure.Series, figure.Tier, Number(figure.Applications), Number(figure.Posts), Number(figure.Ratio), figure.Note, figure.SourceId, figure.Status.Key());
        }

        return csv.ToString();
    }

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder csv, params string?[] cells) => csv.AppendJoin(',', cells.Select(cell => cell is null ? "" : cell.AsSpan().IndexOfAny(',', '"', '\n') >= 0 ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell)).Append('\n');
}
