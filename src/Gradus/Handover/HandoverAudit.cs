using System.ComponentModel.DataAnnotations;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Handover;

/// <summary>What a team tells us about its handovers: counts only, no patients and no names.</summary>
public sealed record HandoverCounts : ToolFacts
{
    /// <summary>The audits, each of one day or week.</summary>
    [Fact("Your audits", "audits, each with a day and two counts", Hint = "Counts only: no patients, no names."), MaxLength(120)]
    public required IReadOnlyList<HandoverCount> Audits { get; init; }

    /// <summary>The day on which something was changed.</summary>
    [Fact("You changed something on", "the day of the change", Example = "2027-03-01", Hint = "Then the median is that of the audits before it.")]
    public DateOnly? ChangedOn { get; init; }
}

/// <summary>One audit.</summary>
public sealed record HandoverCount
{
    /// <summary>The day, or the first day of the week.</summary>
    [Fact("Day", "the day of the audit", Example = "2027-02-01")]
    public required DateOnly On { get; init; }

    /// <summary>Handovers that were looked at.</summary>
    [Fact("Looked at", "handovers, from 1 to 10000", Example = "20"), Range(1, 10_000)]
    public required int Seen { get; init; }

    /// <summary>Those with all five parts.</summary>
    [Fact("With all five parts", "handovers, from 0 to 10000", Example = "12"), Range(0, 10_000)]
    public required int Complete { get; init; }
}

/// <summary>The rules by which a run chart is read.</summary>
public sealed record HandoverAuditFigures
{
    /// <summary>The fewest audits before a chart is read.</summary>
    public required Figure RunChartLeast { get; init; }
    /// <summary>Audits in a row on one side of the median that are a shift.</summary>
    public required Figure RunChartShift { get; init; }
    /// <summary>Audits in a row that all rise or all fall and are a trend.</summary>
    public required Figure RunChartTrend { get; init; }
    /// <summary>Written handovers with all five parts before coaching, in the larger study.</summary>
    public required Figure WrittenBefore { get; init; }
    /// <summary>And after it.</summary>
    public required Figure WrittenAfter { get; init; }
}

/// <summary>A run chart in numbers: the share of complete handovers, its median, and whether it moved by more than chance. It names no doctor and no patient.</summary>
public sealed record HandoverAudit : ToolAnswer
{
    /// <summary>The audits, earliest first.</summary>
    public required IReadOnlyList<HandoverPoint> Points { get; init; }

    /// <summary>The median share, from 0 to 100.</summary>
    public required decimal Median { get; init; }

    /// <summary>What moved by more than chance, earliest first.</summary>
    public required IReadOnlyList<HandoverSignal> Signals { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new BarsPart($"Complete handovers, audit by audit; the median is {Median:0.#}%",
            [.. Points.Select(point => (point.On.ShortWords(), point.Percent, $"{point.Percent:0.#}%", Signals.Any(signal => signal.From <= point.On && point.On <= signal.To)))]);
    }
}

/// <summary>A point of the chart.</summary>
/// <param name="On">The day.</param>
/// <param name="Seen">Handovers looked at.</param>
/// <param name="Complete">Those with all five parts.</param>
/// <param name="Percent">The share, from 0 to 100.</param>
public sealed record HandoverPoint(DateOnly On, int Seen, int Complete, decimal Percent);

/// <summary>A run of points that chance seldom makes.</summary>
/// <param name="Key"><c>shift</c> or <c>trend</c>.</param>
/// <param name="From">The day of its first point.</param>
/// <param name="To">The day of its last point.</param>
/// <param name="IsUp">Whether it is above the median, or rising.</param>
/// <param name="Says">The same in words.</param>
public sealed record HandoverSignal(string Key, DateOnly From, DateOnly To, bool IsUp, string Says);
