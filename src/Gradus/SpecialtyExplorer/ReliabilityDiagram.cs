using System.Globalization;
using System.Text;

namespace Gradus.SpecialtyExplorer;

/// <summary>Draws stated against observed chances. A perfect forecaster's points lie on the diagonal.</summary>
public static class ReliabilityDiagram
{
    private const double Left = 64;
    private const double Top = 24;
    private const double Side = 380;

    /// <summary>The diagram as an SVG document.</summary>
    public static string Draw(ValidationReport report)
    {
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 470\" role=\"img\" aria-labelledby=\"t d\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.Append("<title id=\"t\">Reliability of the chance of being in the top five</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"d\">Stated against observed chance for synthetic doctors, model {report.ModelVersion}, seed {report.Seed}. ");
        foreach (var bin in report.Reliability)
        {
            svg.Append(CultureInfo.InvariantCulture, $"Stated {bin.Stated:0.00}, observed {bin.Observed:0.00}. ");
        }

        svg.Append("</desc>\n<rect width=\"480\" height=\"470\" fill=\"#ffffff\"/>\n");
        for (var tick = 0; tick <= 10; tick += 2)
        {
            var x = X(tick / 10.0);
            var y = Y(tick / 10.0);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.0} {Top}V{Top + Side}M{Left} {y:0.0}H{Left + Side}\" stroke=\"#d9e2e0\"/>\n");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{x:0.0}\" y=\"{Top + Side + 20}\" text-anchor=\"middle\" fill=\"#12211f\">{tick * 10}</text><text x=\"{Left - 8}\" y=\"{y + 4:0.0}\" text-anchor=\"end\" fill=\"#12211f\">{tick * 10}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(0):0.0} {Y(0):0.0}L{X(1):0.0} {Y(1):0.0}\" stroke=\"#6a7d79\" stroke-dasharray=\"5 4\"/>\n");
        foreach (var bin in report.Reliability)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M{X(bin.Stated):0.0} {Y(bin.Low):0.0}V{Y(bin.High):0.0}\" stroke=\"#4d8f93\" stroke-width=\"3\"/><circle cx=\"{X(bin.Stated):0.0}\" cy=\"{Y(bin.Observed):0.0}\" r=\"5\" fill=\"#0b5a60\"><title>{bin.Pairs} pairs: stated {bin.Stated:0.00}, observed {bin.Observed:0.00}</title></circle>\n");
        }

        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{Left + (Side / 2)}\" y=\"{Top + Side + 44}\" text-anchor=\"middle\" fill=\"#12211f\">Stated: in the top five in so many of 100 draws</text>\n");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text transform=\"translate(18 {Top + (Side / 2)}) rotate(-90)\" text-anchor=\"middle\" fill=\"#12211f\">Observed: truly in the top five, of 100</text>\n</svg>\n");
        return svg.ToString();
    }

    private static double X(double chance) => Left + (Side * chance);

    private static double Y(double chance) => Top + (Side * (1 - chance));
}
