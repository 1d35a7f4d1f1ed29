using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ChangingSpecialty;

/// <summary>What a doctor tells us about training or experience that may count in a new programme.</summary>
public sealed record EarlierTraining : ToolFacts
{
    /// <summary>The specialty or programme so far.</summary>
    [Fact("From", "a specialty or programme", Example = "anaesthetics", KeysOf = "specialty-explorer/specialties.id", NamedBy = "name", IsOpenSet = true), MaxLength(100)]
    public required string From { get; init; }

    /// <summary>The specialty to come.</summary>
    [Fact("To", "a specialty", Example = "general-practice", KeysOf = "specialty-explorer/specialties.id", NamedBy = "name")]
    public required string To { get; init; }

    /// <summary>Whole months done there, as whole-time months.</summary>
    [Fact("Months done, full-time equivalent", "whole months, from 0 to 240", Example = "24", Hint = "A year at 60% is about 7 months.", Unit = "months"), Range(0, 240)]
    public required int MonthsDone { get; init; }

    /// <summary>Whether that was outside an approved training programme.</summary>
    [Fact("It was outside a training programme", "true or false", Hint = "A trust or SAS post, or abroad.")]
    public bool? OutsideTraining { get; init; }

    /// <summary>The ARCP outcomes that cover it.</summary>
    [Fact("Your ARCP outcomes", "outcomes", Example = "1"), MaxLength(20)]
    public IReadOnlyList<ArcpOutcome> Outcomes { get => field ?? []; init; }

    /// <summary>The last day there; <c>null</c> while it goes on until the new programme.</summary>
    [Fact("You left on", "the last day there", Example = "2026-08-04", Hint = "Leave it out if you go straight on.")]
    public DateOnly? LeftOn { get; init; }

    /// <summary>The first day of the new programme.</summary>
    [Fact("The new programme starts", "the first day of the new programme", Example = "2027-08-04")]
    public required DateOnly Starts { get; init; }

    /// <summary>Whole months of the new programme at full time; the specialty's usual length when left out.</summary>
    [Fact("Months of the new programme", "whole months at full time, from 1 to 180", Example = "36", Hint = "Only if you do not enter at its first year.",
        Unit = "months"), Range(1, 180)]
    public int? ProgrammeMonths { get; init; }

    /// <summary>The percentage of full time in the new programme; 100 when left out.</summary>
    [Fact("Your hours in it", "a percentage of full time, from 10 to 100", Example = "80", Unit = "%", Places = 0), Range(typeof(decimal), "10", "100")]
    public decimal? Percent { get; init; }

    /// <summary>The MSRA score, which Wales asks for with experience outside training.</summary>
    [Fact("Your MSRA score", "a score, from 0 to 800", Example = "505", Hint = "Asked in Wales, for experience outside training.",
        OnlyWhen = "outsideTraining=true"), Range(0, 800)]
    public int? Msra { get; init; }
}

/// <summary>The figures and tables that credit rests on.</summary>
public sealed record CreditFigures
{
    /// <summary>Months usually credited towards GP training.</summary>
    public required Figure GpCreditUsual { get; init; }
    /// <summary>The range of months credited towards GP training.</summary>
    public required Figure GpCreditRange { get; init; }
    /// <summary>Months needed elsewhere before GP training may be shorter.</summary>
    public required Figure GpCreditNeeds { get; init; }
    /// <summary>Years before the start of GP training within which they count.</summary>
    public required Figure GpCreditWithin { get; init; }
    /// <summary>The MSRA score that Wales asks for.</summary>
    public required Figure GpCreditMsraWales { get; init; }
    /// <summary>The most months credited in anaesthetics.</summary>
    public required Figure AnaestheticsCredit { get; init; }
    /// <summary>Conditions of credit in GP training for earlier training.</summary>
    public required IReadOnlyList<ConditionRow> GpTrainingConditions { get; init; }
    /// <summary>Conditions of credit in GP training for experience outside training.</summary>
    public required IReadOnlyList<ConditionRow> GpOutsideConditions { get; init; }
    /// <summary>Conditions of credit in anaesthetics.</summary>
    public required IReadOnlyList<ConditionRow> AnaestheticsConditions { get; init; }
    /// <summary>Conditions of credit elsewhere.</summary>
    public required IReadOnlyList<ConditionRow> OtherConditions { get; init; }
    /// <summary>The steps of a change.</summary>
    public required IReadOnlyList<ProcessStep> Process { get; init; }
    /// <summary>Rules that no longer hold.</summary>
    public required IReadOnlyList<FormerRule> NoLonger { get; init; }
    /// <summary>The specialties and their lengths.</summary>
    [FromRoom("specialty-explorer")]
    public required IReadOnlyList<SpecialtyLength> Specialties { get; init; }
}

/// <summary>A step of a change of specialty.</summary>
public sealed record ProcessStep : TableRow
{
    /// <summary>The order.</summary>
    public required int Step { get; init; }
    /// <summary>The step.</summary>
    public required string Says { get; init; }
}

/// <summary>A rule that no longer holds.</summary>
public sealed record FormerRule : TableRow
{
    /// <summary><c>credit</c> or <c>transfer</c>.</summary>
    public required string About { get; init; }
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>What held and what holds.</summary>
    public required string Says { get; init; }
}

/// <summary>How long a specialty takes, from the end of foundation.</summary>
public sealed record SpecialtyLength : TableRow
{
    /// <summary>Its key.</summary>
    public required string Id { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Its college.</summary>
    public required string College { get; init; }
    /// <summary>The fewest years from the end of foundation, full time.</summary>
    public required decimal YearsMin { get; init; }
    /// <summary>The most by a standard route; <c>null</c> when unknown.</summary>
    public int? YearsMax { get; init; }
    /// <summary>Whether it is one programme: yes, no or mixed.</summary>
    public required string RunThrough { get; init; }
}
