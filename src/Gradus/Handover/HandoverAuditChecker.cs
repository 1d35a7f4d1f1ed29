using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Handover;

/// <summary>
/// Reads a run chart by the usual rules. A shift is a run of points on one side of the median, those on it left out; a trend is a run of points that all rise
/// or all fall, a point equal to the one before left out.
/// </summary>
public static class HandoverAuditChecker
{
    /// <summary>Works out the percentage of complete handovers at each audit, to a tenth, their middle, and whether they have shifted.</summary>
    /// <param name="facts">The counts.</param>
    /// <param name="figures">The rules, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static HandoverAudit Find(HandoverCounts facts, HandoverAuditFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        List<HandoverPoint> points = [.. facts.Audits.OrderBy(audit => audit.On)
            .Select(audit => new HandoverPoint(audit.On, audit.Seen, audit.Complete, decimal.Round(100m * audit.Complete / audit.Seen, 1, MidpointRounding.AwayFromZero)))];
        var baseline = facts.ChangedOn is { } changed ? points.FindAll(point => point.On < changed) : points;
        var median = Median([.. baseline.Select(Share)]);
        var (least, shift, trend) = (figures.RunChartLeast.At(on, nation), figures.RunChartShift.At(on, nation), figures.RunChartTrend.At(on, nation));
        var isEnough = points.Count >= least.Whole;
        List<HandoverSignal> signals = isEnough
            ? [.. Shifts(points, median, shift.Whole ?? int.MaxValue).Concat(Trends(points, trend.Whole ?? int.MaxValue))
                .OrderBy(signal => signal.From)
                .ThenBy(signal => signal.Key, StringComparer.Ordinal)]
            : [];
        return new HandoverAudit
        {
            Verdict = !isEnough ? Verdict.NotYet : signals.Count > 0 ? Verdict.Yes : Verdict.No,
            Says = !isEnough ? $"{FigureText.Count(points.Count, "audits")} {(points.Count == 1 ? "is" : "are")} too few to tell a change from chance; the rules ask for {least.Text}. The median so far is {median:0.#}%."
                : signals.Count == 0 ? $"Nothing moved by more than chance: the median is {median:0.#}% of handovers complete."
                : $"It moved by more than chance: {string.Join("; ", signals.Select(signal => signal.Says.TrimEnd('.')))}.",
            Points = points,
            Median = decimal.Round(median, 1, MidpointRounding.AwayFromZero),
            Signals = signals,
            Reasons =
            [
                least.Because("least", $"A run chart is read from {least.Text} on."),
                shift.Because("shift", $"A shift is {shift.Text} in a row on one side of the median, those on it left out."),
                trend.Because("trend", $"A trend is {trend.Text} in a row that all rise or all fall."),
                figures.WrittenAfter.At(on, nation)
                    .Because("study", $"In a large study {figures.WrittenAfter.At(on, nation).Text} of written handovers had all five parts after coaching, from {figures.WrittenBefore.At(on, nation).Text} before."),
            ],
            Working = [new WorkingLine($"Median of {baseline.Count} {(baseline.Count == 1 ? "audit" : "audits")}{(facts.ChangedOn is { } from ? $" before {from.Words()}" : "")}: {median:0.#}%")],
            Tables = [new AnswerTable("audits", "The audits",
                [new("on", "Day"), new("seen", "Looked at"), new("complete", "Complete"), new("percent", "Share", "%")],
                [.. points.Select(point => (IReadOnlyList<AnswerCell>)[point.On, point.Seen, point.Complete, point.Percent])])],
            Warnings = [.. Warnings(points, on)],
        };
    }

    /// <summary>Says what cannot be between facts.</summary>
    public static void Check(HandoverCounts facts, HandoverAuditFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (!errors.None)
        {
            return;
        }

        if (facts.Audits.Count == 0)
        {
            errors.Add("audits", "Expected at least one audit.");
        }

        var seen = new HashSet<DateOnly>();
        foreach (var (index, audit) in facts.Audits.Index())
        {
            if (audit.Complete > audit.Seen)
            {
                errors.Add($"audits[{index}].complete", "Expected at most as many as were looked at.");
            }

            if (!seen.Add(audit.On))
            {
                errors.Add($"audits[{index}].on", "Expected each day once.");
            }
        }

        if (errors.None && facts.ChangedOn is { } changed && !facts.Audits.Any(audit => audit.On < changed))
        {
            errors.Add("changedOn", "Expected a day after the first audit: the median is that of the audits before it.");
        }
    }

    // Exact, so that a point on the median is on it.
    private static decimal Share(HandoverPoint point) => 100m * point.Complete / point.Seen;

    private static decimal Median(List<decimal> shares)
    {
        shares.Sort();
        var middle = shares.Count / 2;
        return shares.Count % 2 == 1 ? shares[middle] : (shares[middle - 1] + shares[middle]) / 2;
    }

    private static IEnumerable<HandoverSignal> Shifts(List<HandoverPoint> points, decimal median, int least) =>
        Runs(points.FindAll(point => Share(point) != median), point => Share(point) > median)
            .Where(run => run.Count >= least)
            .Select(run => new HandoverSignal("shift", run[0].On, run[^1].On, Share(run[0]) > median,
                $"{run.Count} audits in a row {(Share(run[0]) > median ? "above" : "below")} the median, from {run[0].On.Words()} to {run[^1].On.Words()}."));

    private static IEnumerable<HandoverSignal> Trends(List<HandoverPoint> points, int least)
    {
        List<HandoverPoint> moving = [];
        foreach (var point in points)
        {
            if (moving.Count == 0 || Share(moving[^1]) != Share(point))
            {
                moving.Add(point);
            }
        }

        for (var first = 0; first + 1 < moving.Count;)
        {
            var isUp = Share(moving[first + 1]) > Share(moving[first]);
            var last = first + 1;
            while (last + 1 < moving.Count && Share(moving[last + 1]) > Share(moving[last]) == isUp)
            {
                last++;
            }

            if (last - first + 1 >= least)
            {
                yield return new HandoverSignal("trend", moving[first].On, moving[last].On, isUp,
                    $"{last - first + 1} audits in a row {(isUp ? "rising" : "falling")}, from {moving[first].On.Words()} to {moving[last].On.Words()}.");
            }

            first = last;
        }
    }

    private static IEnumerable<List<HandoverPoint>> Runs(List<HandoverPoint> points, Func<HandoverPoint, bool> side)
    {
        List<HandoverPoint> run = [];
        foreach (var point in points)
        {
            if (run.Count > 0 && side(point) != side(run[^1]))
            {
                yield return run;
                run = [];
            }

            run.Add(point);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static IEnumerable<Warning> Warnings(List<HandoverPoint> points, DateOnly on)
    {
        if (points.Exists(point => point.On > on))
        {
            yield return new Warning("audits", $"Some audits are after {on.Words()}, the date asked about; they have been counted.");
        }
    }
}
