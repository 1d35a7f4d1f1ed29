using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>The grade of a SAS doctor.</summary>
[JsonConverter(typeof(Keys<SasGrade>))]
public enum SasGrade
{
    /// <summary>Specialty doctor.</summary>
    SpecialtyDoctor,
    /// <summary>Specialist.</summary>
    Specialist,
}

/// <summary>How a criterion of pay progression stands.</summary>
[JsonConverter(typeof(Keys<CriterionState>))]
public enum CriterionState
{
    /// <summary>Met.</summary>
    Met,
    /// <summary>Not met.</summary>
    NotMet,
    /// <summary>Not met, for reasons beyond the doctor's control.</summary>
    [Choice("Not met, for reasons outside my control")]
    OutsideMyControl,
    /// <summary>Not said.</summary>
    [Choice("I do not know")]
    DoNotKnow,
}

/// <summary>What a SAS doctor tells us about the pay point.</summary>
public sealed record PayPointTime : ToolFacts
{
    /// <summary>The grade.</summary>
    [Fact("Your grade", "specialty-doctor or specialist")]
    public required SasGrade Grade { get; init; }

    /// <summary>The contract; left out, the newest of the nation.</summary>
    [Fact("Your contract", "a contract: sas-2021, sas-2022 or sas-2008", Example = Contracts.Sas2021, Hint = "Leave it empty for the 2021 contract, or in Scotland that of 2022.")]
    public SasContract? Contract { get; init; }

    /// <summary>The first day on the present point.</summary>
    [Fact("On your present point since", "the first day on the present pay point", Example = "2023-09-04")]
    public required DateOnly OnPointSince { get; init; }

    /// <summary>Whole years completed in the grade when that point began.</summary>
    [Fact("Years completed in the grade when that point began", "whole years, from 0 to 60", Example = "3", Unit = "years")]
    [Range(0, 60)]
    public int? YearsCompleted { get; init; }

    /// <summary>The point itself, counted from 1, where the scale does not go by years.</summary>
    [Fact("Your present point, counted from 1", "a whole number, from 1 to 10", Example = "2",
        Hint = "Needed where the scale does not go by years, as in Scotland and Northern Ireland.")]
    [Range(1, 10)]
    public int? Point { get; init; }

    /// <summary>Breaks in that time, in any order.</summary>
    [Fact("Breaks since then", "breaks, each with its first and last day")]
    [MaxLength(40)]
    public IReadOnlyList<PayBreak> Breaks { get => field ?? []; init; }

    /// <summary>How the criteria stand.</summary>
    [Fact("How the criteria stand", "criteria, each with its key and met, not-met, outside-my-control or do-not-know")]
    [MaxLength(40)]
    public IReadOnlyList<CriterionSaid> Criteria { get => field ?? []; init; }
}

/// <summary>A contract.</summary>
[JsonConverter(typeof(Keys<SasContract>))]
public enum SasContract
{
    /// <summary>2021: England, Wales, Northern Ireland.</summary>
    [JsonStringEnumMemberName(Contracts.Sas2021), Choice("2021 contract")]
    Sas2021,
    /// <summary>2022: Scotland.</summary>
    [JsonStringEnumMemberName(Contracts.Sas2022), Choice("2022 contract (Scotland)")]
    Sas2022,
    /// <summary>2008: closed to new entrants.</summary>
    [JsonStringEnumMemberName(Contracts.Sas2008), Choice("2008 contract")]
    Sas2008,
}

/// <summary>A break from work.</summary>
public sealed record PayBreak
{
    /// <summary>The first day.</summary>
    [Fact("First day", "the first day of the break", Example = "2024-02-01")]
    public required DateOnly From { get; init; }

    /// <summary>The last day, inside.</summary>
    [Fact("Last day", "the last day of the break", Example = "2024-07-31")]
    public required DateOnly To { get; init; }
}

/// <summary>How a criterion stands, as the doctor says.</summary>
public sealed record CriterionSaid
{
    /// <summary>The criterion's key.</summary>
    [Fact("Criterion", "a criterion", KeysOf = "sas-charter/progression.key", NamedBy = "says")]
    public required string Key { get; init; }

    /// <summary>How it stands.</summary>
    [Fact("How it stands", "met, not-met, outside-my-control or do-not-know")]
    public required CriterionState State { get; init; }
}

/// <summary>The dated figures of pay progression.</summary>
public sealed record PayPointFigures
{
    /// <summary>The least time on a point, in years.</summary>
    public required Figure StepYears { get; init; }
    /// <summary>Whether the next point is shut until a review.</summary>
    public required Figure Gateway { get; init; }
    /// <summary>How long before to ask for the review, in months.</summary>
    public required Figure AskBefore { get; init; }
    /// <summary>What the review confirms.</summary>
    public required IReadOnlyList<ProgressionCriterion> Progression { get; init; }
    /// <summary>The contracts, by nation.</summary>
    public required IReadOnlyList<ContractOfNation> Contracts { get; init; }
    /// <summary>The pay scales.</summary>
    public required PayFigures Pay { get; init; }
}

/// <summary>A contract as one nation has it.</summary>
public sealed record ContractOfNation : TableRow
{
    /// <summary>Its key, the same in every nation that has it.</summary>
    public required string Key { get; init; }
    /// <summary>Its name.</summary>
    public required string Contract { get; init; }
}

/// <summary>A criterion of pay progression.</summary>
public sealed record ProgressionCriterion : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>The criterion.</summary>
    public required string Says { get; init; }
}

/// <summary>A criterion, as it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Says">The criterion.</param>
/// <param name="State">How it stands.</param>
public sealed record CriterionStatus(string Key, string Says, CriterionState State);

/// <summary>The next pay point. Money in pounds a year at full time, by the scale of the date asked about; <c>null</c> where the nation's rule or scale was not found.</summary>
public sealed record PayPointStep : ToolAnswer
{
    /// <summary>The day of the next point, where breaks count as time on the point; <c>null</c> at the top.</summary>
    public DateOnly? NextOn { get; init; }
    /// <summary>The same where breaks do not count, the other reading; <c>null</c> without breaks.</summary>
    public DateOnly? NextOnWithoutBreaks { get; init; }
    /// <summary>What the present point pays.</summary>
    public decimal? NowPays { get; init; }
    /// <summary>What the next point pays.</summary>
    public decimal? NextPays { get; init; }
    /// <summary>The difference.</summary>
    public decimal? Rise { get; init; }
    /// <summary>What each month of delay costs before tax: a twelfth of the rise.</summary>
    public decimal? MonthCosts { get; init; }
    /// <summary>Whether the point is shut until a review has confirmed the criteria.</summary>
    public bool? Gate { get; init; }
    /// <summary>The criteria, as they stand.</summary>
    public required IReadOnlyList<CriterionStatus> Criteria { get; init; }
}
