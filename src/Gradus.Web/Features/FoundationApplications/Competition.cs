using System.Globalization;
using System.Text;
using Gradus.FoundationApplications;
using Gradus.Rules;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>First choices for each place, by school and year: the picture and the table under it.</summary>
/// <param name="Years">The years, newest first.</param>
/// <param name="Schools">The schools of the newest year, the most sought first.</param>
/// <param name="Sources">Where it is written, by source id, newest first, and how sure we are.</param>
public sealed record Competition(IReadOnlyList<int> Years, IReadOnlyList<(string School, IReadOnlyList<double?> Ratios)> Schools,
    IReadOnlyList<(string SourceId, Status Status)> Sources)
{
    private const int Top = 26;
    private const int RowHeight = 46;
    private static readonly string[] Marks = ["f1", "f2", "f3", "fs ring"];

    /// <summary>The picture as SVG: x in percent and y in pixels, without a view box.</summary>
    public string Svg => field ??= Draw();

    /// <summary>The class of a year's mark in the picture.</summary>
    public static string MarkOf(int year) => Marks[int.Min(year, Marks.Length - 1)];

    internal static Competition Of(IReadOnlyList<FoundationSchoolYear> rows, IReadOnlyList<int> years) => new(years,
    [
        .. rows.Where(row => row.Year == years[0]).OrderByDescending(row => row.RatioAfterPreallocation)
            .Select(row => (row.School,
                (IReadOnlyList<double?>)[.. years.Select(year => rows.FirstOrDefault(other => other.Year == year && other.School == row.School)?.RatioAfterPreallocation)])),
    ],
    [.. rows.Where(row => years.Contains(row.Year)).OrderByDescending(row => row.Year).Select(row => (row.SourceId, row.Status)).Distinct()]);

    private string Draw()
    {
        var most = double.Ceiling(Schools.SelectMany(school => school.Ratios).Max() ?? 1);
        string X(double? ratio) => Hundred.Plain(100 * (ratio ?? 0) / most);
        var height = Top + (Schools.Count * RowHeight) + 8;
        var svg = new StringBuilder(16384);
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"{height}\" role=\"img\" aria-label=\"First choices for each place at every school, {Years[^1]} to {Years[0]}; the table below holds the same numbers\">");
        for (var ratio = 0; ratio <= most; ratio++)
        {
            var anchor = ratio == 0 ? "start" : ratio >= most ? "end" : "middle";
            svg.Append(CultureInfo.InvariantCulture,
                $"<line class=\"{(ratio == 1 ? "dash" : "grid")}\" x1=\"{X(ratio)}%\" x2=\"{X(ratio)}%\" y1=\"{Top - 4}\" y2=\"{height}\"/><text class=\"t-soft\" x=\"{X(ratio)}%\" y=\"14\" text-anchor=\"{anchor}\">{ratio}</text>");
        }

        for (var row = 0; row < Schools.Count; row++)
        {
            var (school, ratios) = Schools[row];
            var y = Top + (row * RowHeight) + 30;
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"t-b halo\" x=\"0\" y=\"{y - 14}\">{Markup.Encode(school)}</text><line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"ring\" x1=\"{X(ratios.Min())}%\" x2=\"{X(ratios.Max())}%\" y1=\"{y}\" y2=\"{y}\"/>");
            for (var year = ratios.Count - 1; year >= 0; year--)
            {
                if (ratios[year] is { } ratio)
                {
                    svg.Append(CultureInfo.InvariantCulture,
                        $"<circle class=\"{MarkOf(year)}\" cx=\"{X(ratio)}%\" cy=\"{y}\" r=\"{(year == 0 ? 7 : 5)}\"><title>{Markup.Encode(school)} {Years[year]}: {Hundred.Plain(ratio, "0.00")}</title></circle>");
                }
            }
        }

        return svg.Append("</svg>").ToString();
    }
}
