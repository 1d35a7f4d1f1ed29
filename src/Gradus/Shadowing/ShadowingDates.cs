using System.ComponentModel.DataAnnotations;
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

    /// <summary>Working days that the trust adds before the paid minimum, from 0 to 20; none when left out.</summary>
    [Fact("Days your trust adds before them", "the working days that the trust adds, from 0 to 20", Example = "0",
        Hint = "Only if the trust asks you to come earlier.", Unit = "days"), Range(0, 20)]
    public int? ExtraDays { get; init; }
}

/// <summary>The dated figures that shadowing's dates and pay rest on.</summary>
public sealed record ShadowingFigures
{
    /// <summary>Paid shadowing days before F1, at least.</summary>
    public required Figure MinimumDays { get; init; }

    /// <summary>The working days right before F1 that they normally are.</summary>
    public required Figure UsualDaysBeforeStart { get; init; }

    /// <summary>The working days by which basic pay is divided.</summary>
    public required Figure WorkingDaysInFormula { get; init; }

    /// <summary>What a day pays, where no formula is held: whom to ask.</summary>
    public required Figure DayRate { get; init; }

    /// <summary>F1 basic pay.</summary>
    public required PayFigures Pay { get; init; }

    /// <summary>Bank holidays.</summary>
    public required WorkingDayFigures WorkingDays { get; init; }
}

/// <summary>When the paid shadowing days are, and what they pay. Indicative: the employer's letter decides.</summary>
public sealed record ShadowingDates : ToolAnswer
{
    /// <summary>Every day, earliest first: those that the trust adds, then the paid minimum. None where we know of no rule.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    /// <summary>Those of them that the trust adds.</summary>
    public IReadOnlyList<DateOnly> AddedDays { get; init; } = [];

    /// <summary>What a day pays, in pounds before tax, by the pay of the last of them; <c>null</c> where no rate was found.</summary>
    public decimal? PerDay { get; init; }

    /// <summary>What the paid minimum pays in all, in pounds before tax; <c>null</c> where no rate was found.</summary>
    public decimal? Total { get; init; }

    /// <summary>What the days that the trust adds pay in all, in pounds before tax; <c>null</c> where no rate was found.</summary>
    public decimal? ExtraTotal { get; init; }

    /// <summary>Who pays for which days; <c>null</c> where that was not found.</summary>
    public string? PaidBy { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Days.Count > 0)
        {
            yield return new ListPart("The days", [.. Days.Select(day => $"{day.DayOfWeek} {day.Words()}{(AddedDays.Contains(day) ? ", added by the trust" : "")}")]);
        }

        if (PerDay is { } perDay)
        {
            (string, string, Status?)[] added = AddedDays.Count == 0 ? [] : [("The days the trust adds", ExtraTotal!.Value.InPounds(), Status)];
            yield return new ValuesPart("Pay before tax",
                [("Each day", perDay.InPounds(), Status), ($"The {Days.Count - AddedDays.Count} days before F1", Total!.Value.InPounds(), Status), .. added]);
            yield return new TextPart("Who pays", [PaidBy!]);
        }
    }
}
