using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>What a doctor tells us to see shares of full time side by side.</summary>
public sealed record SideBySideQuestion : ToolFacts
{
    /// <summary>The rest of training; its changes to less than full time are the ones whose share is varied.</summary>
    [Fact("Training", "the rest of training")]
    public required TrainingPlan Plan { get; init; }

    /// <summary>The first day at the shares, where the plan has no change to less than full time; the date asked about when left out.</summary>
    [Fact("From", "the first day at other hours", Example = "2027-08-04")]
    public DateOnly? From { get; init; }

    /// <summary>The post and its hours.</summary>
    [Fact("Pay", "the post and its hours")]
    public PayQuestion? Pay { get; init; }

    /// <summary>The stretch whose leave is asked about.</summary>
    [Fact("Leave", "the stretch and the contract")]
    public LeaveQuestion? Leave { get; init; }

    /// <summary>The visa; its salary floor is set beside the basic pay of the grade under <see cref="Pay"/>.</summary>
    [Fact("Visa", "the visa", IsSensitive = true)]
    public RequestVisa? Visa { get; init; }
}

/// <summary>The figures of the three tools together.</summary>
public sealed record SideBySideFigures
{
    /// <summary>The completion date's.</summary>
    public required LessThanFullTimeFigures Completion { get; init; }

    /// <summary>Pay's.</summary>
    public required PayRuleFigures Pay { get; init; }

    /// <summary>Leave's.</summary>
    public required LeaveFigures Leave { get; init; }

    /// <summary>The visa's floors.</summary>
    public required IReadOnlyList<VisaFloor> VisaFloors { get; init; }
}

/// <summary>Shares of full time side by side: when training finishes, what it pays, how much leave.</summary>
public sealed record SideBySide : ToolAnswer
{
    /// <summary>One row a share, most hours first.</summary>
    public required IReadOnlyList<SideBySideRow> Rows { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() => [new TextPart("What is not in it",
    [
        "Pension is not calculated here: it follows pensionable pay, so ask the pension scheme.",
        .. Rows.Any(row => row.VisaAllows is not null)
            ? Array.Empty<string>()
            : ["A Skilled Worker visa may set a lowest share: say that you have one, with your grade, and it stands in the table."],
    ])];
}

/// <summary>What one share gives.</summary>
/// <param name="Percent">The share as a percentage.</param>
/// <param name="CompletesOn">The last day of training; <c>null</c> when there is none.</param>
/// <param name="Total">Pounds a year before tax; <c>null</c> when nobody asked or no scale was found.</param>
/// <param name="Days">Days of annual leave in the stretch; <c>null</c> when nobody asked or no rule was found.</param>
/// <param name="VisaAllows">Whether basic pay at that share meets the visa's salary floor; <c>null</c> without such a visa, or where no floor or no scale was found.</param>
public sealed record SideBySideRow(int Percent, DateOnly? CompletesOn, decimal? Total, decimal? Days, bool? VisaAllows);
