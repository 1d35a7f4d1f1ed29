using System.Globalization;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>
/// The published competition: of the latest year on one scale, of an earlier one, or of one programme through all its years. What is chosen stands in the
/// address.
/// </summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class CompetitionModel(Catalogue catalogue, ContentLibrary library, TodayInTheUk today) : PageModel
{
    /// <summary>The ratio at which a bar is cut short.</summary>
    public const decimal Cut = 40;

    /// <summary>The year that is asked for to see the latest figure of each programme, whatever its year.</summary>
    public const string LatestOfEach = "latest";

    /// <summary>What the pages need.</summary>
    public Catalogue Catalogue => catalogue;

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>What the page cites.</summary>
    public Citations Citations { get; } = new(library);

    /// <summary>The order asked for: <c>ratio</c> or <c>programme</c>.</summary>
    public string Sort { get; private set; } = "ratio";

    /// <summary>The year shown; <c>null</c> for the latest of each programme.</summary>
    public int? Year { get; private set; }

    /// <summary>The level asked for; empty for any.</summary>
    public string Level { get; private set; } = "";

    /// <summary>The programme shown through all its years; <c>null</c> for all programmes.</summary>
    public IReadOnlyList<CompetitionSeries>? Programme { get; private set; }

    /// <summary>What was asked for and is not there; <c>null</c> when nothing is.</summary>
    public string? Missing { get; private set; }

    /// <summary>The figures of all programmes, as asked for, in order.</summary>
    public IReadOnlyList<(CompetitionSeries Series, CompetitionFigure Figure)> Figures { get; private set; } = [];

    /// <summary>Every year before the law for which some programme has a ratio, latest first, with how many have one.</summary>
    public IReadOnlyList<(int Year, int Programmes)> Years { get; } = [.. catalogue.Series.SelectMany(Known)
        .GroupBy(figure => figure.Year)
        .OrderByDescending(year => year.Key)
        .Select(year => (year.Key, year.Count()))];

    /// <summary>Every level that some programme has.</summary>
    public IReadOnlyList<string> Levels { get; } = [.. catalogue.Series.SelectMany(Known)
        .Select(figure => figure.Level)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    /// <summary>Every programme by name.</summary>
    public IReadOnlyList<string> Programmes { get; } = [.. catalogue.Series.Select(series => series.Programme).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What was published for all specialties together in 2026.</summary>
    public IReadOnlyList<CompetitionFigure> All { get; } = [.. catalogue.Content.Competition.Where(figure => figure.WayIn == "all" && figure.Ratio is not null)];

    /// <summary>The latest year.</summary>
    public int LatestYear => Years[0].Year;

    /// <summary>Shows what is asked for. What is not there is said, and counts as not asked.</summary>
    public void OnGet(string? year, string? level, string? programme, string? sort)
    {
        Reader = Reader.Of(HttpContext, today);
        Sort = sort == "programme" ? sort : "ratio";
        Level = Levels.Contains(level) ? level! : "";
        Year = year == LatestOfEach ? null
            : Years.Any(one => one.Year.ToString(CultureInfo.InvariantCulture) == year) ? int.Parse(year!, CultureInfo.InvariantCulture)
            : LatestYear;
        Programme = string.IsNullOrEmpty(programme) ? null : catalogue.Series.Where(series => series.Programme == programme).ToList() is { Count: > 0 } found ? found : null;
        Missing = year is { Length: > 0 } and not LatestOfEach && Year.ToString() != year ? "There are no figures of that year."
            : level is { Length: > 0 } && Level.Length == 0 ? "There are no figures of that level."
            : programme is { Length: > 0 } && Programme is null ? "There is no programme of that name."
            : null;
        var figures = catalogue.Series.SelectMany(series =>
        {
            var known = Known(series).Where(figure => Level.Length == 0 || figure.Level == Level);
            return (Year is { } one ? known.Where(figure => figure.Year == one) : known.TakeLast(1)).Select(figure => (Series: series, Figure: figure));
        });
        Figures = Sort == "programme"
            ? [.. figures.OrderBy(pair => pair.Series.Programme, StringComparer.Ordinal).ThenBy(pair => pair.Series.IsHigher)]
            : [.. figures.OrderByDescending(pair => pair.Figure.Ratio)];
    }

    /// <summary>The figures of a programme before the law that have a ratio, oldest first.</summary>
    public static IEnumerable<CompetitionFigure> Known(CompetitionSeries series) =>
        series.Figures.Where(figure => figure.Series == CompetitionSeries.BeforeTheLaw && figure.Ratio is not null);
}
