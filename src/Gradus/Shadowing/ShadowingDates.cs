using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Shadowing;

/// <summary>What a doctor tells us about the start of F1.</summary>
public sealed record ShadowingStart : ToolFacts
{
    /// <summary>The first day as F1.</summary>
    [Fact("Your first day as F1", "the first day as F1", Example = "2027-08-04", Hint = "Normally the first Wednesday in August.")]
    public required DateOnly Start { get; init; }
}

/// <summary>The dated figures that shadowing's dates rest on.</summary>
public sealed record ShadowingFigures
{
    /// <summary>Paid shadowing days before F1, at least.</summary>
    public required Figure MinimumDays { get; init; }
}

/// <summary>When the paid shadowing days are. Indicative: the employer's letter decides.</summary>
public sealed record ShadowingDates : ToolAnswer
{
    /// <summary>The days, earliest first; none when nobody has published how many there are.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() => Days.Count == 0 ? [] : [new ListPart("The days", [.. Days.Select(day => $"{day.DayOfWeek} {day.Words()}")])];
}
