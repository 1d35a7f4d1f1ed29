using System.Globalization;
using System.Text;
using Gradus.Dates;
using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.LessThanFullTime;

/// <summary>
/// The timeline picture: one row a plan, hatched where less than full time, pale where nothing counts, a tick with the date at the end, and a dashed line at
/// the planned end. An SVG with
/// x in percent and y in pixels and no view box, so that bars stretch and type keeps its size.
/// </summary>
internal static class Timeline
{
    private const int Top = 26;
    private const int LineHeight = 17;
    private const int BarHeight = 20;

    // The narrowest picture that is drawn, on a phone of 320 pixels, and what a letter takes at most: no label is wider than its place there.
    private const double Narrowest = 250;
    private const double LetterWidth = 8.5;

    public static string Of(IReadOnlyList<Scenario> scenarios)
    {
        var drawn = scenarios.Where(scenario => scenario.Answer.CompletesOn is not null).ToList();
        if (drawn.Count == 0 || drawn.All(scenario => scenario.Plan.Changes.Count == 0))
        {
            return "";
        }

        var planned = scenarios[0].Plan.PlannedEnd;
        var first = drawn.SelectMany(scenario => scenario.Plan.Changes.Select(change => change.From)).Min();
        var last = drawn.Max(scenario => scenario.Answer.CompletesOn!.Value);
        last = last < planned ? planned : last;
        var axis = new Axis(new DateOnly(first.Year, 1, 1), new DateOnly(Math.Min(last.Year, 9998) + 1, 1, 1));
        var height = Top + drawn.Sum(HeightOf) + 18;

        var svg = new StringBuilder(4096);
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"plot\" width=\"100%\" height=\"{height}\" role=\"img\" aria-labelledby=\"timeline-title timeline-words\"><title id=\"timeline-title\">Training time of {drawn.Count} plan{(drawn.Count == 1 ? "" : "s")}</title><desc id=\"timeline-words\">");
        svg.Append(Markup.Encode(string.Join(" ",
            drawn.Select(scenario => $"{scenario.Name} ends on {scenario.Answer.CompletesOn!.Value.Words()}.")) + $" The planned end is {planned.Words()}."));
        svg.Append("</desc><defs><pattern id=\"hatch\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"9\"/></pattern></defs>");
        WriteYears(svg, axis, height);
        var top = Top;
        foreach (var scenario in drawn)
        {
            WriteRow(svg, axis, scenario, top);
            top += HeightOf(scenario);
        }

        var x = axis.Percent(planned.AddDays(1));
        svg.Append(CultureInfo.InvariantCulture,
            $"<line class=\"dash\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{Top + 10}\" y2=\"{height - 16}\"/><text class=\"t-soft\" x=\"{x}%\" y=\"{height - 2}\" text-anchor=\"{(axis.Part(planned) > 0.6 ? "end" : "start")}\">Planned end</text></svg>");
        return svg.ToString();
    }

    private static void WriteYears(StringBuilder svg, Axis axis, int height)
    {
        var years = axis.Last.Year - axis.First.Year;
        var step = Math.Max(1, (years + 8) / 9);
        for (var i = 0; i <= years; i += step)
        {
            var x = axis.Percent(new DateOnly(axis.First.Year + i, 1, 1));
            var anchor = i == 0 ? "start" : i + step > years ? "end" : "middle";
            var narrow = (i / step) % 2 == 1 ? " w-only" : "";
            svg.Append(CultureInfo.InvariantCulture,
                $"<line class=\"grid\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{Top - 4}\" y2=\"{height - 16}\"/><text class=\"t-soft{narrow}\" x=\"{x}%\" y=\"14\" text-anchor=\"{anchor}\">{axis.First.Year + i}</text>");
        }
    }

    private static void WriteRow(StringBuilder svg, Axis axis, Scenario scenario, int top)
    {
        var ends = scenario.Answer.CompletesOn!.Value;
        foreach (var line in Lines(scenario.Name))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t-b\" x=\"0\" y=\"{top + 14}\">{Markup.Encode(line)}</text>");
            top += LineHeight;
        }

        // Above the bar stands what it is, below it when it ends: two labels never share a line.
        top -= LineHeight;
        var begins = scenario.Plan.Changes.Count == 0 ? ends : scenario.Plan.Changes.Min(change => change.From);
        if (begins > axis.First)
        {
            WriteBar(svg, axis, axis.First, begins.AddDays(-1), Fraction.Of(scenario.Plan.BaselineRate), top);
        }

        foreach (var step in scenario.Answer.Working.Where(step => step.Step is WorkingStepKind.Change or WorkingStepKind.Between or WorkingStepKind.After))
        {
            WriteBar(svg, axis, step.From, step.To, step.Each, top);
        }

        var x = axis.Percent(ends.AddDays(1));
        var isLate = axis.Part(ends) > 0.72;
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"mark\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{top + 20}\" y2=\"{top + 22 + BarHeight + 4}\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"t-b halo\" x=\"{x}%\" y=\"{top + 22 + BarHeight + 18}\" text-anchor=\"{(isLate ? "end" : "start")}\">{ends.ShortWords()}</text>");
    }

    private static int HeightOf(Scenario scenario) => (Lines(scenario.Name).Count * LineHeight) + BarHeight + 40;

    /// <summary>A name in lines that fit the narrowest picture, broken between words.</summary>
    internal static IReadOnlyList<string> Lines(string name)
    {
        var lines = new List<string>();
        foreach (var word in name.Split(' '))
        {
            if (lines.Count > 0 && (lines[^1].Length + 1 + word.Length) * LetterWidth <= Narrowest)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private static void WriteBar(StringBuilder svg, Axis axis, DateOnly first, DateOnly last, Fraction rate, int top)
    {
        var x = axis.Percent(first);
        var width = axis.Width(first, last);
        var fill = rate >= Fraction.One ? "f2" : rate == Fraction.Zero ? "f4" : "f1";
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{fill}\" x=\"{x}%\" y=\"{top + 22}\" width=\"{width}%\" height=\"{BarHeight}\"/>");
        if (fill == "f1")
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect fill=\"url(#hatch)\" x=\"{x}%\" y=\"{top + 22}\" width=\"{width}%\" height=\"{BarHeight}\"/>");
            if ((axis.Part(last) - axis.Part(first)) * Narrowest > 8 + (rate.ToPercentage().Length * LetterWidth))
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t-on\" x=\"{x}%\" dx=\"8\" y=\"{top + 22 + 15}\">{rate.ToPercentage()}</text>");
            }
        }
    }

    private readonly record struct Axis(DateOnly First, DateOnly Last)
    {
        private double Days => Last.DayNumber - First.DayNumber;

        public double Part(DateOnly day) => (day.DayNumber - First.DayNumber) / Days;

        public string Percent(DateOnly day) => Hundredths(Part(day));

        public string Width(DateOnly first, DateOnly last) => Hundredths((last.DayNumber - first.DayNumber + 1) / Days);

        // Two decimals of a percentage from whole numbers: a picture has dozens, and formatting them as fractions took a fifth of its time.
        private static string Hundredths(double part)
        {
            var (whole, rest) = Math.DivRem((int)Math.Round(part * 10_000, MidpointRounding.AwayFromZero), 100);
            return string.Create(CultureInfo.InvariantCulture, stackalloc char[12], $"{whole}.{rest:00}");
        }
    }
}
