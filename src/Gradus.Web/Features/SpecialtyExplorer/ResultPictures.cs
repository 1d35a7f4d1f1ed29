using System.Globalization;
using System.Text;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Html;

namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>The pictures of a result as SVG: x in percent, y in pixels and no view box, so that bars stretch and type keeps its size.</summary>
internal static class ResultPictures
{
    private const double MostYears = 10;
    private const double LeastRatio = 0.5;
    private const double MostRatio = 100;

    /// <summary>Where a specialty lands: a pale band for the middle 80 of 100 runs and a dark tick for the middle one.</summary>
    public static HtmlString Ranks(SpecialtyMatch match, int of)
    {
        ArgumentNullException.ThrowIfNull(match);
        var low = Place(match.RankLow, of);
        var width = Math.Max(0.8, Place(match.RankHigh, of) - low);
        return new(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"22\" role=\"img\" aria-label=\"{ResultView.Interval(match)} of {of}, most often about {FigureText.Ordinal(match.RankMedian)}\"><line class=\"grid\" x2=\"100%\" y1=\"11\" y2=\"11\"/><rect class=\"fr\" x=\"{low:0.#}%\" y=\"5\" width=\"{width:0.#}%\" height=\"12\" rx=\"3\"/><rect class=\"f1\" x=\"{Place(match.RankMedian, of):0.#}%\" y=\"2\" width=\"4\" height=\"18\" rx=\"2\" transform=\"translate(-2 0)\"/></svg>"));
    }

    /// <summary>The axis above the ranks.</summary>
    public static HtmlString RankAxis(int of)
    {
        var svg = new StringBuilder("<svg class=\"plot\" width=\"100%\" height=\"18\" aria-hidden=\"true\">");
        foreach (var rank in new[] { 1, 10, 20, 30, 40, 50, of }.Where(rank => rank == of || rank < of - 6).Distinct())
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"t-soft{(rank is 20 or 40 or 50 && rank != of ? " w-only" : "")}\" x=\"{Place(rank, of):0.#}%\" y=\"13\" text-anchor=\"{(rank == 1 ? "start" : rank == of ? "end" : "middle")}\">{FigureText.Ordinal(rank)}</text>");
        }

        return new(svg.Append("</svg>").ToString());
    }

    /// <summary>How much a reason counts beside the strongest one.</summary>
    public static HtmlString Reason(FitReason reason, double strongest, bool isFor) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"8\" aria-hidden=\"true\"><rect class=\"{(isFor ? "f1" : "f3")}\" width=\"{Math.Max(3, Math.Abs(reason.Contribution) / strongest * 100):0}%\" height=\"8\" rx=\"4\"/></svg>"));

    /// <summary>A bar that is full at 1.</summary>
    public static HtmlString Bar(double share) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"6\" aria-hidden=\"true\"><rect class=\"f4\" width=\"100%\" height=\"6\" rx=\"3\" opacity=\".5\"/><rect class=\"f1\" width=\"{Math.Clamp(share, 0, 1) * 100:0.#}%\" height=\"6\" rx=\"3\"/></svg>"));

    /// <summary>Years as a bar from none to ten; a pale end where the longest route is longer.</summary>
    public static HtmlString Years(Specialty specialty)
    {
        ArgumentNullException.ThrowIfNull(specialty);
        if (specialty.YearsMin is not { } least)
        {
            return HtmlString.Empty;
        }

        var most = specialty.YearsMax ?? least;
        return new(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"10\" aria-hidden=\"true\"><rect class=\"fr\" width=\"{(double)most / MostYears * 100:0.#}%\" height=\"10\" rx=\"3\"/><rect class=\"f2\" width=\"{(double)least / MostYears * 100:0.#}%\" height=\"10\" rx=\"3\"/></svg>"));
    }

    /// <summary>Applications a post as a dot on a logarithmic scale from one for two posts to a hundred for one.</summary>
    public static HtmlString Ratio(CompetitionFigure? figure)
    {
        if (figure?.Ratio is not { } ratio)
        {
            return HtmlString.Empty;
        }

        var x = 2 + (96 * Math.Log(Math.Clamp((double)ratio, LeastRatio, MostRatio) / LeastRatio) / Math.Log(MostRatio / LeastRatio));
        var even = 2 + (96 * Math.Log(1 / LeastRatio) / Math.Log(MostRatio / LeastRatio));
        return new(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"12\" aria-hidden=\"true\"><line class=\"grid\" x2=\"100%\" y1=\"6\" y2=\"6\"/><line class=\"axis\" x1=\"{even:0.#}%\" x2=\"{even:0.#}%\" y1=\"1\" y2=\"11\"/><circle class=\"f2\" cx=\"{x:0.#}%\" cy=\"6\" r=\"5\"/></svg>"));
    }

    /// <summary>The map: every specialty a circle, the reader a square with the ellipse that holds 80 of 100 places their statements allow.</summary>
    public static HtmlString Map(ResultView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        const int height = 390;
        const int top = 6;
        const int bottom = height - 6;
        var map = view.Desk.Map;
        var profiles = view.Desk.Model.Profiles;
        var place = view.Place;
        var frame = new Frame(map.Points.Min(point => point.X), map.Points.Max(point => point.X), map.Points.Min(point => point.Y), map.Points.Max(point => point.Y), top, bottom);
        var named = view.Result.Matches.Take(6).Select(match => view.Desk.Model.IndexOf(match.Specialty)).ToList();
        var nearest = Nearest(view).Take(3).Select(entry => entry.Name).ToList();

        var svg = new StringBuilder(8192);
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"plot map\" width=\"100%\" height=\"{height}\" role=\"img\" aria-labelledby=\"map-title map-words\"><title id=\"map-title\">Map of {profiles.Count} specialties with you on it</title><desc id=\"map-words\">");
        svg.Append(Markup.Encode($"Across: from {map.AcrossNames.Low} on the left to {map.AcrossNames.High} on the right. Up: from {map.UpNames.Low} at the bottom to {map.UpNames.High} at the top. Nearest to you are {Sentences.Listed(nearest)}. The table below has every place."));
        svg.Append(CultureInfo.InvariantCulture,
            $"</desc><line class=\"grid\" x1=\"{frame.X(0):0.#}%\" x2=\"{frame.X(0):0.#}%\" y1=\"{top}\" y2=\"{bottom}\"/><line class=\"grid\" x2=\"100%\" y1=\"{frame.Y(0):0}\" y2=\"{frame.Y(0):0}\"/>");
        WriteEllipse(svg, place, frame, bottom - top);
        WriteNames(svg, view, named, frame);
        for (var j = 0; j < profiles.Count; j++)
        {
            var isNamed = named.Contains(j);
            svg.Append(CultureInfo.InvariantCulture,
                $"<circle class=\"{(isNamed ? "f1" : view.Scores.Active[j] ? "f3" : "hid")}\" cx=\"{frame.X(map.Points[j].X):0.#}%\" cy=\"{frame.Y(map.Points[j].Y):0}\" r=\"{(isNamed ? 6 : 4)}\"><title>{Markup.Encode(profiles[j].Specialty.Name)}</title></circle>");
        }

        svg.Append(CultureInfo.InvariantCulture,
            $"<rect class=\"you\" x=\"{frame.X(place.Centre.X):0.#}%\" y=\"{frame.Y(place.Centre.Y) - 7:0}\" width=\"14\" height=\"14\" transform=\"translate(-7 0)\"><title>You</title></rect><text class=\"t-b halo\" x=\"{frame.X(place.Centre.X):0.#}%\" dx=\"12\" y=\"{frame.Y(place.Centre.Y) + 5:0}\">You</text>");
        svg.Append("</svg>");
        return new(svg.ToString());
    }

    /// <summary>The specialties by how near they lie to the reader on the map, nearest first.</summary>
    public static IReadOnlyList<(string Name, MapPoint Point, double Distance)> Nearest(ResultView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var points = view.Desk.Map.Points;
        var centre = view.Place.Centre;
        return [.. view.Desk.Model.Profiles
            .Select((profile, j) => (profile.Specialty.Name, points[j],
                Math.Sqrt(((points[j].X - centre.X) * (points[j].X - centre.X)) + ((points[j].Y - centre.Y) * (points[j].Y - centre.Y)))))
            .OrderBy(entry => entry.Item3)];
    }

    private static void WriteEllipse(StringBuilder svg, ReaderOnMap place, Frame frame, int height)
    {
        // Stretched like the plot itself, so that it covers on any width what it covers on the map.
        var angle = place.Angle * Math.PI / 180;
        var path = new StringBuilder();
        const int steps = 36;
        for (var i = 0; i < steps; i++)
        {
            var turn = 2 * Math.PI * i / steps;
            var (a, b) = (place.Major * Math.Cos(turn), place.Minor * Math.Sin(turn));
            var x = frame.X(place.Centre.X + (a * Math.Cos(angle)) - (b * Math.Sin(angle)));
            var y = frame.Y(place.Centre.Y + (a * Math.Sin(angle)) + (b * Math.Cos(angle))) - frame.Top;
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x:0.#} {y:0}");
        }

        svg.Append(CultureInfo.InvariantCulture,
            $"<svg x=\"0\" y=\"{frame.Top}\" width=\"100%\" height=\"{height}\" viewBox=\"0 0 100 {height}\" preserveAspectRatio=\"none\"><path class=\"fr\" opacity=\".6\" vector-effect=\"non-scaling-stroke\" d=\"{path}Z\"/></svg>");
    }

    private static void WriteNames(StringBuilder svg, ResultView view, List<int> named, Frame frame)
    {
        // A name keeps clear of those above it: no two within 17 pixels of height.
        var taken = new List<double> { frame.Y(view.Place.Centre.Y) };
        foreach (var j in named.OrderByDescending(j => view.Desk.Map.Points[j].Y))
        {
            var y = frame.Y(view.Desk.Map.Points[j].Y);
            while (taken.Exists(other => Math.Abs(other - y) < 17))
            {
                y += 4;
            }

            taken.Add(y);
            var x = frame.X(view.Desk.Map.Points[j].X);
            var dot = frame.Y(view.Desk.Map.Points[j].Y);
            svg.Append(CultureInfo.InvariantCulture,
                $"<svg x=\"{x:0.#}%\" overflow=\"visible\"><line class=\"lead\" x1=\"0\" y1=\"{dot:0}\" x2=\"{(x > 50 ? -9 : 9)}\" y2=\"{y:0}\"/></svg>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"halo\" x=\"{x:0.#}%\" dx=\"{(x > 50 ? -11 : 11)}\" y=\"{y + 5:0}\" text-anchor=\"{(x > 50 ? "end" : "start")}\">{Markup.Encode(view.Desk.Model.Profiles[j].Specialty.Name)}</text>");
        }
    }

    private static double Place(int rank, int of) => of < 2 ? 0 : (rank - 1) * 100.0 / (of - 1);

    private readonly record struct Frame(double Left, double Right, double Low, double High, int Top, int Bottom)
    {
        public double X(double x) => 3 + (94 * Math.Clamp((x - Left) / (Right - Left), -0.02, 1.02));

        public double Y(double y) => Bottom - 8 - ((Bottom - Top - 16) * Math.Clamp((y - Low) / (High - Low), -0.02, 1.02));
    }
}
