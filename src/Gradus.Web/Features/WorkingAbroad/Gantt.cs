using System.Globalization;
using System.Text;
using Gradus.Dates;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.WorkingAbroad;

/// <summary>
/// The steps of a plan on a line of months: a bar for the longest known wait, a thin line for the days to spare, dashes where nobody has published how long it
/// takes, and a mark at the first day.
/// An SVG with x in percent and y in pixels and no view box, so that bars stretch and type keeps its size.
/// </summary>
internal static class Gantt
{
    private const int Top = 30;
    private const int RowHeight = 44;
    private const int BarHeight = 12;
    private const int LongestName = 90;
    private const int LongestNameOnATelephone = 41; // In bold.
    private const string Dashes = "6";

    /// <summary>The picture; empty when there is nothing to draw.</summary>
    /// <param name="steps">The steps up to the first day.</param>
    /// <param name="start">The day on which the plan begins.</param>
    /// <param name="firstDay">The first working day.</param>
    public static string Of(IReadOnlyList<DatedStep> steps, DateOnly start, DateOnly firstDay)
    {
        var drawn = steps.Where(step => step is { Phase: "before", Done: false }).OrderBy(step => step.EarliestStart).ThenBy(step => step.EarliestFinish).ToList();
        if (drawn.Count == 0)
        {
            return "";
        }

        var last = drawn.Max(step => step.EarliestFinish);
        last = last < firstDay ? firstDay : last;
        var axis = new Axis(new DateOnly(start.Year, start.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1));
        var height = Top + (drawn.Count * RowHeight) + 20;
        var svg = new StringBuilder(8192);
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"plot plot--names\" width=\"100%\" height=\"{height}\" role=\"img\" aria-labelledby=\"gantt-title gantt-words\"><title id=\"gantt-title\">The steps up to the first day, on a line of months</title><desc id=\"gantt-words\">");
        svg.Append(Markup.Encode($"From {start.Words()} to {firstDay.Words()}: {drawn.Count} steps, {drawn.Count(step => step.Unknown)} of them with a wait that is not known. The list and the table say the same."));
        svg.Append("</desc>");
        WriteMonths(svg, axis, height);
        var x = axis.Percent(firstDay);
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"mark\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{Top - 4}\" y2=\"{height - 18}\"/>");
        for (var i = 0; i < drawn.Count; i++)
        {
            WriteRow(svg, axis, drawn[i], Top + (i * RowHeight));
        }

        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"t-b halo\" x=\"{x}%\" y=\"{height - 4}\" text-anchor=\"{(axis.Part(firstDay) > 0.6 ? "end" : "start")}\">First day {firstDay.ShortWords()}</text></svg>");
        return svg.ToString();
    }

    private static void WriteMonths(StringBuilder svg, Axis axis, int height)
    {
        var months = ((axis.Last.Year - axis.First.Year) * 12) + axis.Last.Month - axis.First.Month;
        var step = Math.Max(1, (months + 5) / 6);
        for (var i = 0; i <= months; i += step)
        {
            var day = axis.First.AddMonths(i);
            var x = axis.Percent(day);
            var anchor = i == 0 ? "start" : i + step > months ? "end" : "middle";
            svg.Append(CultureInfo.InvariantCulture,
                $"<line class=\"grid\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{Top - 8}\" y2=\"{height - 18}\"/><text class=\"t-soft{((i / step) % 2 == 1 ? " w-only" : "")}\" x=\"{x}%\" y=\"14\" text-anchor=\"{anchor}\">{day.ShortWords()[2..]}</text>");
        }
    }

    private static void WriteRow(StringBuilder svg, Axis axis, DatedStep step, int top)
    {
        var (x, end) = (axis.Percent(step.EarliestStart), axis.Percent(step.EarliestFinish));
        WriteName(svg, step, top + 12);
        var middle = top + 18 + (BarHeight / 2);
        if (step.LatestStart is { } latest && latest > step.EarliestStart)
        {
            var until = axis.Percent(step.EarliestFinish.OrLater(latest));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"se\" x1=\"{end}%\" x2=\"{until}%\" y1=\"{middle}\" y2=\"{middle}\"/>");
        }

        if (step.EarliestFinish > step.EarliestStart)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"{(step.Critical ? "f1" : "f2")}\" x=\"{x}%\" y=\"{top + 18}\" width=\"{axis.Width(step.EarliestStart, step.EarliestFinish)}%\" height=\"{BarHeight}\" rx=\"2\"/>");
        }
        else if (!step.Unknown)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{(step.Critical ? "f1" : "f2")}\" cx=\"{x}%\" cy=\"{middle}\" r=\"4\"/>");
        }

        if (step.Unknown)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<svg x=\"{end}%\" y=\"{top + 18}\" width=\"{Dashes}%\" height=\"{BarHeight}\" overflow=\"visible\"><line class=\"dash\" x1=\"0\" x2=\"100%\" y1=\"{BarHeight / 2}\" y2=\"{BarHeight / 2}\"/></svg>");
        }
    }

    // The whole name where there is room, and a shorter one on a telephone.
    private static void WriteName(StringBuilder svg, DatedStep step, int y)
    {
        var kind = step.Critical ? "t-b" : "t-soft";
        var mine = step.Mine ? " (your estimate)" : "";
        var (whole, brief) = (Short(step.Step, LongestName) + mine, Short(step.Step, LongestNameOnATelephone - mine.Length) + mine);
        if (whole == brief)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind} halo\" x=\"0\" y=\"{y}\">{Markup.Encode(whole)}</text>");
            return;
        }

        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"{kind} halo w-only\" x=\"0\" y=\"{y}\">{Markup.Encode(whole)}</text><text class=\"{kind} halo n-only\" x=\"0\" y=\"{y}\">{Markup.Encode(brief)}</text>");
    }

    private static string Short(string name, int longest) => name.Length <= longest ? name : name[..name.LastIndexOf(' ', longest - 2)].TrimEnd(',', ';', ':') + " …";

    private readonly record struct Axis(DateOnly First, DateOnly Last)
    {
        private double Days => Last.DayNumber - First.DayNumber;

        public double Part(DateOnly day) => Math.Clamp((day.DayNumber - First.DayNumber) / Days, 0, 1);

        public string Percent(DateOnly day) => (Part(day) * 100).ToString("0.##", CultureInfo.InvariantCulture);

        public string Width(DateOnly first, DateOnly last) => ((Part(last) - Part(first)) * 100).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
