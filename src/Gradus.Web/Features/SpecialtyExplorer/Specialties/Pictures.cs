using System.Globalization;
using System.Text;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>The pictures of a specialty's page: SVG with x in percent, y in pixels and no view box, so that type keeps its size.</summary>
internal static class Pictures
{
    /// <summary>The last year before the law changed whom the figures count.</summary>
    public const int LastOldYear = 2025;

    /// <summary>
    /// The way to the certificate as a stair: one block a step, as wide as its years. Wide windows name the steps; narrow ones number them as the list beneath
    /// does.
    /// </summary>
    public static string Route(Specialty specialty, TrainingRoute route)
    {
        const int rise = 46, head = 52, axis = 26;
        var span = route.Longest + 0.4m;
        var floor = head + (route.Steps.Count * rise);
        string Percent(decimal years) => (years / span * 100).ToString("0.##", CultureInfo.InvariantCulture);
        var svg = Open("route-picture", floor + axis, $"The way to the certificate in {specialty.Name}",
            string.Join(" ", route.Steps.Select(step => $"{step.Name}: {FigureText.Digits(step.Years, places: 2)} years.")) + $" Certificate: {Words.Total(specialty)} after foundation.");
        for (var year = 0; year <= route.Longest; year++)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<g{(year % 2 == 1 ? " class=\"w-only\"" : "")}><line class=\"grid\" x1=\"{Percent(year)}%\" x2=\"{Percent(year)}%\" y1=\"{head}\" y2=\"{floor + 5}\"/><text class=\"t-soft\" x=\"{Percent(year)}%\" y=\"{floor + 20}\" text-anchor=\"{(year == 0 ? "start" : "middle")}\">{year}</text></g>");
        }

        for (var i = 0; i < route.Steps.Count; i++)
        {
            var step = route.Steps[i];
            var top = floor - ((i + 1) * rise);
            if (i == route.Steps.Count - 1 && route.Longest > route.End)
            {
                svg.Append(CultureInfo.InvariantCulture,
                    $"<rect class=\"fr\" x=\"{Percent(route.End)}%\" y=\"{top}\" width=\"{Percent(route.Longest - route.End)}%\" height=\"{floor - top}\"/>");
            }

            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"{(i == 0 ? "f4" : i == route.Steps.Count - 1 ? "f1" : "f2")}\" x=\"{Percent(step.From)}%\" y=\"{top}\" width=\"{Percent(step.Years)}%\" height=\"{floor - top}\"/>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<svg x=\"{Percent(step.From)}%\" y=\"{top}\" overflow=\"visible\"><text class=\"t-b halo w-only\" x=\"12\" y=\"-27\">{i + 1}. {Markup.Encode(step.Name)}</text><text class=\"t-soft halo w-only\" x=\"12\" y=\"-10\">{FigureText.Digits(step.Years, places: 2)} years</text><text class=\"t-b halo n-only\" x=\"{(step.Gate == Gate.None ? 4 : 12)}\" y=\"-10\">{i + 1}</text>{Diamond(step.Gate)}</svg>");
        }

        if (specialty.YearsMin is not null)
        {
            var top = floor - (route.Steps.Count * rise);
            svg.Append(CultureInfo.InvariantCulture,
                $"<line class=\"mark\" x1=\"{Percent(route.End)}%\" x2=\"{Percent(route.End)}%\" y1=\"{top - 34}\" y2=\"{top}\"/><svg x=\"{Percent(route.End)}%\" y=\"{top}\" overflow=\"visible\"><text class=\"t-b halo\" x=\"-7\" y=\"-22\" text-anchor=\"end\">CCT</text></svg>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>The mark of an application: filled, or open where only some programmes ask for one.</summary>
    public static string Diamond(Gate gate) => gate == Gate.None ? "" : $"<path class=\"{(gate == Gate.Application ? "gate" : "gate gate--open")}\" d=\"M0-7 7 0 0 7-7 0z\"/>";

    /// <summary>
    /// A bar for each year with a ratio: solid where it is sure, pale where it must be checked. Nothing joins the years, and the law's change of 2026 stands as
    /// a broken line between two rows.
    /// </summary>
    public static string Competition(CompetitionSeries series, string id)
    {
        const int row = 27;
        var known = series.Figures.Where(figure => figure.Ratio is not null).ToList();
        var most = known.Max(figure => figure.Ratio!.Value);
        var rows = new StringBuilder();
        var y = 2;
        int? before = null;

        void Line(string text) => rows.Append(CultureInfo.InvariantCulture, $"<text class=\"t-soft\" x=\"0\" y=\"{y + 15}\">{text}</text>");

        void Bar(CompetitionFigure figure)
        {
            var width = (figure.Ratio!.Value / most * 62).ToString("0.##", CultureInfo.InvariantCulture);
            Line(figure.Year.ToString(CultureInfo.InvariantCulture));
            rows.Append(CultureInfo.InvariantCulture,
                $"<svg x=\"48\" y=\"{y}\" width=\"100%\" height=\"22\" overflow=\"visible\"><rect class=\"{(figure.Status == Status.Sure ? "f1" : "fr")}\" x=\"0\" y=\"2\" width=\"{width}%\" height=\"17\"/><text class=\"t-b\" x=\"{width}%\" dx=\"8\" y=\"15\">{Words.Ratio(figure.Ratio.Value)}</text></svg>");
            y += row;
        }

        void Missing(int first, int last)
        {
            Line((first == last ? $"{first}" : $"{first} to {last}") + ": no figure found");
            y += row;
        }

        foreach (var figure in known.Where(figure => figure.Series == CompetitionSeries.BeforeTheLaw))
        {
            if (before is { } year && figure.Year > year + 1)
            {
                Missing(year + 1, figure.Year - 1);
            }

            Bar(figure);
            before = figure.Year;
        }

        if (before < LastOldYear)
        {
            Missing(before.Value + 1, LastOldYear);
        }

        rows.Append(CultureInfo.InvariantCulture,
            $"<line class=\"dash break\" x1=\"0\" x2=\"100%\" y1=\"{y + 8}\" y2=\"{y + 8}\"/><text class=\"t-b\" x=\"0\" y=\"{y + 29}\">Break: counted otherwise from 2026</text>");
        y += 38;
        var after = known.Where(figure => figure.Series != CompetitionSeries.BeforeTheLaw).ToList();
        after.ForEach(Bar);
        if (after.Count == 0)
        {
            Missing(LastOldYear + 1, LastOldYear + 1);
        }

        var words = string.Join(" ",
            known.Select(figure => (figure.Series == CompetitionSeries.BeforeTheLaw
                ? $"{figure.Year}: "
                : $"{figure.Year}, counted otherwise: ") + Words.Ratio(figure.Ratio!.Value) + ".")) + (after.Count == 0
            ? " 2026, counted otherwise: no figure found."
            : "");
        return Open(id, y + 2, "Applications for each post, " + series.Name, words).Append(rows).Append("</svg>").ToString();
    }

    /// <summary>One dimension: pale band for how far posts differ, a tick for the middle of the specialty, a ring for the average of all. The words stand beside it.</summary>
    public static string Place(ProfileCell cell, double middle)
    {
        var svg = new StringBuilder(512).Append("<svg class=\"plot\" width=\"100%\" height=\"24\" aria-hidden=\"true\"><line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"12\" y2=\"12\"/>");
        if (cell.Mean is { } mean)
        {
            var low = Math.Max(0, mean - cell.Spread);
            var high = Math.Min(1, mean + cell.Spread);
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"fr\" x=\"{low * 100:0.#}%\" y=\"5\" width=\"{(high - low) * 100:0.#}%\" height=\"14\"/><circle class=\"fs ring\" cx=\"{middle * 100:0.#}%\" cy=\"12\" r=\"5\"/><line class=\"mark mark--wide\" x1=\"{mean * 100:0.#}%\" x2=\"{mean * 100:0.#}%\" y1=\"2\" y2=\"22\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>The latest ratio on one scale for all programmes; cut short, with a gap, beyond the scale.</summary>
    public static string Bar(CompetitionFigure figure, decimal scale)
    {
        var ratio = figure.Ratio ?? 0;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"16\" aria-hidden=\"true\"><rect class=\"{(figure.Year == LastOldYear ? "f1" : "f4")}\" width=\"{Math.Min(ratio, scale) / scale * 100:0.#}%\" height=\"16\"/>{(ratio > scale ? "<rect class=\"cut\" x=\"92%\" width=\"6\" height=\"16\"/>" : "")}</svg>");
    }

    /// <summary>A place from 0 to 1 as a whole number of 100.</summary>
    public static string Of100(double place) => Math.Round(place * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    private static StringBuilder Open(string id, int height, string title, string words) => new StringBuilder(4096)
        .Append(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-words\"><title id=\"{id}-title\">{Markup.Encode(title)}</title><desc id=\"{id}-words\">{Markup.Encode(words)}</desc>");
}
