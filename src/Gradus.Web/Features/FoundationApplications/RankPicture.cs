using System.Globalization;
using System.Text;
using Gradus.FoundationApplications;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>
/// What each rank gets: ranks from left to right, choices from above to below, a dot by how many scenarios give that rank that choice. An SVG with x in percent
/// and y in pixels, without a view box.
/// </summary>
public static class RankPicture
{
    /// <summary>Into how many stretches the ranks are cut.</summary>
    public const int Columns = 50;

    private const int Top = 24;
    private const int RowHeight = 40;
    private const double LeastShown = 0.01;
    private const double Widest = 4;

    /// <summary>Draws it.</summary>
    /// <param name="ranks">What each stretch of ranks gets.</param>
    /// <param name="schools">The schools in the doctor's order.</param>
    public static string Of(IReadOnlyList<RankBracket> ranks, IReadOnlyList<string> schools)
    {
        var rows = Enumerable.Range(0, schools.Count)
            .Where(choice => ranks.Any(rank => rank.Chances[choice] >= LeastShown))
            .Select(choice => (Name: string.Create(CultureInfo.InvariantCulture, $"{choice + 1}. {schools[choice]}"),
                Chance: (Func<RankBracket, double>)(rank => rank.Chances[choice])))
            .ToList();
        if (ranks.Any(rank => 1 - rank.Chances.Sum() >= LeastShown))
        {
            rows.Add(("No school", rank => 1 - rank.Chances.Sum()));
        }

        var height = Top + (rows.Count * RowHeight) + 8;
        var svg = new StringBuilder(16384);
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"{height}\" role=\"img\" aria-label=\"What each rank gets, best rank left: {Markup.Encode(string.Join("; ", rows.Select(row => $"{row.Name} {Ranks(ranks, row.Chance)}")))}. The table below has the same in brackets\">");
        foreach (var at in new[] { 0, 25, 50, 75, 100 })
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<line class=\"grid\" x1=\"{at}%\" x2=\"{at}%\" y1=\"{Top - 4}\" y2=\"{height}\"/><text class=\"t-soft\" x=\"{at}%\" y=\"14\" text-anchor=\"{(at == 0 ? "start" : at == 100 ? "end" : "middle")}\">{(at == 0 ? "best" : at == 100 ? "last of 100" : at.ToString(CultureInfo.InvariantCulture))}</text>");
        }

        foreach (var (row, (name, chance)) in rows.Index())
        {
            var y = Top + (row * RowHeight) + 28;
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"t-b halo\" x=\"0\" y=\"{y - 12}\">{Markup.Encode(name)}</text><line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>");
            foreach (var rank in ranks.Where(rank => chance(rank) >= LeastShown))
            {
                svg.Append(CultureInfo.InvariantCulture,
                    $"<circle class=\"{(name == "No school" ? "se" : "f1")}\" cx=\"{Hundred.Plain(50 * (rank.Ranks.Above + rank.Ranks.UpTo))}%\" cy=\"{y}\" r=\"{Hundred.Plain(Widest * double.Sqrt(chance(rank)))}\"/>");
            }
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Ranks(IReadOnlyList<RankBracket> ranks, Func<RankBracket, double> chance)
    {
        var reached = ranks.Where(rank => chance(rank) >= LeastShown).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"at ranks {(100 * reached[0].Ranks.Above) + 1:0} to {100 * reached[^1].Ranks.UpTo:0}");
    }
}
