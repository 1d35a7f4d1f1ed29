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

    /// <summary>The steps from foundation to the certificate, one row each, with years.</summary>
    public static IReadOnlyList<(string Name, decimal From, decimal Years)> Steps(Specialty specialty)
    {
        var steps = new List<(string, decimal, decimal)> { ("Foundation", 0, 2) };
        if (specialty.YearsMin is not { } least)
        {
            return steps;
        }

        var stem = First(specialty.StemYears);
        var higher = First(specialty.HigherYears);
        if (stem is > 0 && higher is not null)
        {
            steps.Add((specialty.RunThrough == "yes" ? "Core years" : "Core or stem", 2, stem.Value));
            steps.Add(("Higher training", 2 + stem.Value, Math.Max(higher.Value, least - stem.Value)));
        }
        else
        {
            steps.Add((stem is null ? "Training, stem and higher" : "Training in one run", 2, least));
        }

        return steps;
    }

    public static string Route(Specialty specialty)
    {
        const int row = 48, top = 4;
        var steps = Steps(specialty);
        var end = steps[^1].From + steps[^1].Years;
        var most = Math.Max(end, 2 + (specialty.YearsMax ?? 0));
        var span = most + 0.6m;
        var height = top + (steps.Count * row) + 50;
        string Percent(decimal year) => (year / span * 100).ToString("0.##", CultureInfo.InvariantCulture);
        var svg = Open("route", height, $"The way to the certificate in {specialty.Name}", string.Join(" ", steps.Select(step => $"{step.Name}: {Words.Number(step.Years)} years.")) + $" In all {Words.Total(specialty)} after foundation.");
        for (var year = 0; year <= most; year += 2)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Percent(year)}%\" x2=\"{Percent(year)}%\" y1=\"{top}\" y2=\"{height - 24}\"/><text class=\"t-soft\" x=\"{Percent(year)}%\" y=\"{height - 6}\" text-anchor=\"{(year == 0 ? "start" : "middle")}\">{year}</text>");
        }

        for (var i = 0; i < steps.Count; i++)
        {
            var (name, from, years) = steps[i];
            var y = top + (i * row);
            var late = from / span > 0.4m;
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t-b halo\" x=\"{Percent(late ? from + years : from)}%\" y=\"{y + 15}\" text-anchor=\"{(late ? "end" : "start")}\">{Markup.Encode(name)}, {Words.Number(years)} years</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(i == 0 ? "f3" : i == steps.Count - 1 ? "f1" : "f2")}\" x=\"{Percent(from)}%\" y=\"{y + 22}\" width=\"{Percent(years)}%\" height=\"18\"/>");
        }

        var last = top + ((steps.Count - 1) * row);
        if (most > end)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"fr\" x=\"{Percent(end)}%\" y=\"{last + 22}\" width=\"{Percent(most - end)}%\" height=\"18\"/>");
        }

        if (specialty.YearsMin is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"mark\" x1=\"{Percent(end)}%\" x2=\"{Percent(end)}%\" y1=\"{last + 18}\" y2=\"{last + 46}\"/><text class=\"t-b\" x=\"{Percent(end)}%\" y=\"{last + 61}\" text-anchor=\"end\">{(most > end ? "Certificate, at the earliest drawn" : "Certificate")}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>A bar for each year with a ratio. Nothing joins the years, and the law's change of 2026 is a dashed line between two rows.</summary>
    public static string Competition(CompetitionSeries series, string id)
    {
        var old = series.Figures.Where(figure => figure.Series == "before-2026" && figure.Ratio is not null).OrderBy(figure => figure.Year).ToList();
        var @new = series.Figures.Where(figure => figure.Series == "from-2026" && figure.Ratio is not null).OrderBy(figure => figure.Year).ToList();
        var most = (double)old.Concat(@new).Max(figure => figure.Ratio!.Value);
        var rows = new StringBuilder();
        var y = 4;
        int? before = null;
        void Bar(CompetitionFigure figure, string fill)
        {
            var width = (double)figure.Ratio!.Value / most * 68;
            rows.Append(CultureInfo.InvariantCulture, $"<text class=\"t-soft\" x=\"0\" y=\"{y + 15}\">{figure.Year}</text><svg x=\"48\" y=\"{y}\" width=\"100%\" height=\"22\" overflow=\"visible\"><rect class=\"{fill}\" x=\"0\" y=\"2\" width=\"{width.ToString("0.##", CultureInfo.InvariantCulture)}%\" height=\"18\"/><text class=\"t-b\" x=\"{width.ToString("0.##", CultureInfo.InvariantCulture)}%\" dx=\"8\" y=\"15\">{Words.Ratio(figure.Ratio.Value)}</text></svg>");
            y += 28;
        }

        void Gap(int first, int last)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<text class=\"t-soft\" x=\"0\" y=\"{y + 15}\">{(first == last ? $"{first}" : $"{first} to {last}")}: no figure found</text>");
            y += 28;
        }

        foreach (var figure in old)
        {
            if (before is { } year && figure.Year > year + 1)
            {
                Gap(year + 1, figure.Year - 1);
            }

            Bar(figure, "f1");
            before = figure.Year;
        }

        if (before < LastOldYear)
        {
            Gap(before.Value + 1, LastOldYear);
        }

        rows.Append(CultureInfo.InvariantCulture, $"<line class=\"dash break\" x1=\"0\" x2=\"100%\" y1=\"{y + 6}\" y2=\"{y + 6}\"/><text class=\"t-b\" x=\"0\" y=\"{y + 26}\">Counted otherwise from 2026</text>");
        y += 36;
        if (@new.Count == 0)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<text class=\"t-soft\" x=\"0\" y=\"{y + 15}\">2026</text><text class=\"t-soft\" x=\"48\" y=\"{y + 15}\">not published</text>");
            y += 26;
        }

        foreach (var figure in @new)
        {
            Bar(figure, "f2");
        }

        var words = string.Join(" ", old.Select(figure => $"{figure.Year}: {Words.Ratio(figure.Ratio!.Value)} applications a post.")) + (@new.Count == 0 ? " 2026, counted otherwise: not published." : string.Join(" ", @new.Select(figure => $" {figure.Year}, counted otherwise: {Words.Ratio(figure.Ratio!.Value)}.")));
        return Open(id, y + 4, "Applications for each post, " + series.Name, words).Append(rows).Append("</svg>").ToString();
    }

    /// <summary>The 13 dimensions: pale band for how far posts differ, a tick for the middle of the specialty, a ring for the average of all.</summary>
    public static string Profile(SpecialtyProfile profile, IReadOnlyList<Dimension> dimensions, IReadOnlyList<double> middles)
    {
        const int row = 46;
        var words = string.Join(" ", dimensions.Select((dimension, d) => $"{dimension.Name}: {(profile.Cells[d].Mean is { } mean ? Of100(mean) + " of 100" : "nobody knows")}."));
        var svg = Open("profile-picture", dimensions.Count * row, $"{profile.Specialty.Name} on 13 dimensions of work", words);
        for (var d = 0; d < dimensions.Count; d++)
        {
            var cell = profile.Cells[d];
            var y = d * row;
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t-b\" x=\"0\" y=\"{y + 15}\">{Markup.Encode(dimensions[d].Name)}</text><text class=\"t-soft\" x=\"100%\" y=\"{y + 15}\" text-anchor=\"end\">{(cell.Source == Provenance.Official ? "Official" : cell.Source.Words())}</text><line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{y + 30}\" y2=\"{y + 30}\"/>");
            if (cell.Mean is not { } mean)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t-soft halo\" x=\"50%\" y=\"{y + 35}\" text-anchor=\"middle\">Nobody knows</text>");
                continue;
            }

            var low = Math.Max(0, mean - cell.Spread);
            var high = Math.Min(1, mean + cell.Spread);
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"fr\" x=\"{low * 100:0.#}%\" y=\"{y + 23}\" width=\"{(high - low) * 100:0.#}%\" height=\"14\"/><circle class=\"fs ring\" cx=\"{middles[d] * 100:0.#}%\" cy=\"{y + 30}\" r=\"5\"/><line class=\"mark mark--wide\" x1=\"{mean * 100:0.#}%\" x2=\"{mean * 100:0.#}%\" y1=\"{y + 20}\" y2=\"{y + 40}\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>A place from 0 to 1 as a whole number of 100.</summary>
    public static string Of100(double place) => Math.Round(place * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    private static StringBuilder Open(string id, int height, string title, string words) => new StringBuilder(4096)
        .Append(CultureInfo.InvariantCulture, $"<svg class=\"plot\" width=\"100%\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-words\"><title id=\"{id}-title\">{Markup.Encode(title)}</title><desc id=\"{id}-words\">{Markup.Encode(words)}</desc>");

    private static decimal? First(string years) => decimal.TryParse(years.Split('-')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
