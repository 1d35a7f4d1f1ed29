using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>The published competition of every programme: the latest on one scale, and every year.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class CompetitionModel(Catalogue catalogue, ContentLibrary library, TodayInTheUk today) : PageModel
{
    /// <summary>The ratio at which a bar is cut short.</summary>
    public const decimal Cut = 40;

    /// <summary>What the pages need.</summary>
    public Catalogue Catalogue => catalogue;

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>What the page cites.</summary>
    public Citations Citations { get; } = new(library);

    /// <summary>The order asked for: <c>ratio</c>, <c>programme</c> or <c>year</c>.</summary>
    public string Sort { get; private set; } = "ratio";

    /// <summary>The programmes in that order.</summary>
    public IReadOnlyList<CompetitionSeries> Series { get; private set; } = [];

    /// <summary>Every year before the law for which some programme has a ratio.</summary>
    public IReadOnlyList<int> Years { get; } = [.. catalogue.Series.SelectMany(series => series.Figures).Where(figure => figure.Series == CompetitionSeries.BeforeTheLaw && figure.Ratio is not null).Select(figure => figure.Year).Distinct().Order()];

    /// <summary>What was published for all specialties together in 2026.</summary>
    public IReadOnlyList<CompetitionFigure> All { get; } = [.. catalogue.Content.Competition.Where(figure => figure.WayIn == "all" && figure.Ratio is not null)];

    /// <summary>Shows the list.</summary>
    public void OnGet(string? sort)
    {
        Reader = Reader.Of(HttpContext, today);
        Sort = sort is "programme" or "year" ? sort : "ratio";
        Series = Sort switch
        {
            "programme" => [.. catalogue.Series.OrderBy(series => series.Programme, StringComparer.Ordinal).ThenBy(series => series.IsHigher)],
            "year" => [.. catalogue.Series.OrderByDescending(series => series.Latest!.Year).ThenByDescending(series => series.Latest!.Ratio)],
            _ => [.. catalogue.Series.OrderByDescending(series => series.Latest!.Ratio)],
        };
    }
}
