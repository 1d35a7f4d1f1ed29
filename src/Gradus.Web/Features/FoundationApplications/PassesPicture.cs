using System.Globalization;
using System.Text;
using Gradus.FoundationApplications;
using Gradus.Rules;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>The two passes as a picture that does not move: ten invented people in the order of the draw, first pass above, second below.</summary>
public static class PassesPicture
{
    private const int Radius = 13;

    /// <summary>The round in the picture.</summary>
    public static InventedRound Round { get; } = InventedRound.TenPeople;

    /// <summary>Its turns; people are numbered in the order of the draw.</summary>
    public static IReadOnlyList<InventedTurn> Turns { get; } = Round.Play([.. Enumerable.Range(0, Round.People.Count)]);

    /// <summary>The picture as SVG: x in percent and y in pixels, without a view box.</summary>
    public static string Svg { get; } = Draw();

    private static string Draw()
    {
        var second = Turns.Where(turn => turn.Pass == 2).ToList();
        var numbers = Sentences.Listed([.. second.Select(turn => $"{turn.Person + 1}")]);
        var svg = new StringBuilder(4096);
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"234\" role=\"img\" aria-label=\"First pass: {Round.People.Count - second.Count} of {Round.People.Count} applicants get their first choice; numbers {numbers} are passed over. Second pass: the same, in the same order, each get the next school of their list with room.\">");
        svg.Append("<text class=\"t-b\" x=\"0\" y=\"14\">First pass: first choices only</text>");
        foreach (var turn in Turns.Where(turn => turn.Pass == 1))
        {
            Number(svg, turn.Person, 46);
            Circle(svg, turn.Person, 70, turn.Got is null ? "fs se" : "f1", turn.Got is null ? null : "t-on", Round.Lists[turn.Person][0]);
            if (turn.Got is null)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<line class=\"dash\" x1=\"{X(turn.Person)}\" x2=\"{X(turn.Person)}\" y1=\"86\" y2=\"182\"/>");
            }
        }

        svg.Append("<text class=\"t-soft halo\" x=\"0\" y=\"112\">Passed over: no place left</text><text class=\"t-b halo\" x=\"0\" y=\"152\">Second pass: next with room</text>");
        foreach (var turn in second)
        {
            Circle(svg, turn.Person, 198, "fr ring", null, turn.Got!.Value);
            Number(svg, turn.Person, 230);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Number(StringBuilder svg, int person, int y) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t-soft\" x=\"{X(person)}\" y=\"{y}\" text-anchor=\"middle\">{person + 1}</text>");

    private static void Circle(StringBuilder svg, int person, int y, string marks, string? letters, int school) =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<circle class=\"{marks}\" cx=\"{X(person)}\" cy=\"{y}\" r=\"{Radius}\"/><text class=\"{letters ?? "t-b"}\" x=\"{X(person)}\" y=\"{y + 5}\" text-anchor=\"middle\">{Markup.Encode(Round.Schools[school][..1])}</text>");

    private static string X(int person) => Hundred.Plain(100 * (person + 0.5) / Round.People.Count) + "%";
}
