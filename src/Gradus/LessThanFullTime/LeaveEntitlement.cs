using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>What a doctor tells us about a stretch of work, to know the annual leave in it.</summary>
public sealed record LeaveQuestion : ToolFacts
{
    /// <summary>The first day of the stretch, inside.</summary>
    [Fact("First day", "the first day", Example = "2027-08-04")]
    public required DateOnly From { get; init; }

    /// <summary>The last day of the stretch, inside, at most ten years later; a year from the first day when left out.</summary>
    [Fact("Last day", "the last day", Example = "2028-08-01", Hint = "Left empty, a year is counted.")]
    public DateOnly? To { get; init; }

    /// <summary>The contract; when left out, the resident contract of the nation.</summary>
    [Fact("Contract", "a contract", Example = Contracts.Resident2016)]
    public LeaveContract? Contract { get; init; }

    /// <summary>Years of service completed on the first day, from 0 to 60; none when left out.</summary>
    [Fact("Years of service completed", "whole years from 0 to 60", Example = "5", Hint = "NHS service on the first day."), Range(0, 60)]
    public int? ServiceYears { get; init; }

    /// <summary>The point on the StR scale, from 0 to 9; only on the 2002 contract, where it decides the weeks.</summary>
    [Fact("Point on the StR scale", "a point from 0 to 9", Example = "3", Hint = "2002 contract only; foundation doctors leave it empty.",
        ShownWhen = "contract=" + Contracts.Resident2002), Range(0, 9)]
    public int? Point { get; init; }

    /// <summary>The percentage of full time, above 0 and at most 100; 100 when left out.</summary>
    [Fact("Percentage of full time", "a percentage above 0 and at most 100", Example = "80", Unit = "%"), Range(0.01, 100)]
    public decimal? Percent { get; init; }

    /// <summary>Days carried over from the year before, as the employer has agreed, from 0 to 100.</summary>
    [Fact("Days carried over", "days from 0 to 100", Example = "2.5", Hint = "As your employer agreed.", Unit = "days"), Range(0d, 100d)]
    public decimal? Carried { get; init; }
}

/// <summary>The contracts by which leave differs.</summary>
[JsonConverter(typeof(Keys<LeaveContract>))]
public enum LeaveContract
{
    /// <summary>England's resident contract of 2016.</summary>
    [JsonStringEnumMemberName(Contracts.Resident2016), Choice(Contracts.Resident2016Words)]
    Resident2016,
    /// <summary>The resident contract of 2002.</summary>
    [JsonStringEnumMemberName(Contracts.Resident2002), Choice(Contracts.Resident2002Words)]
    Resident2002,
    /// <summary>Wales' resident contract of 2026.</summary>
    [JsonStringEnumMemberName(Contracts.Resident2026), Choice(Contracts.Resident2026Words)]
    Resident2026,
    /// <summary>Consultants.</summary>
    [Choice("Consultant")]
    Consultant,
    /// <summary>Specialists.</summary>
    [Choice("Specialist")]
    Specialist,
    /// <summary>Specialty doctors.</summary>
    [Choice("Specialty doctor")]
    SpecialtyDoctor,
}

/// <summary>Annual leave of a contract: a row of <c>annual-leave</c>.</summary>
public sealed record AnnualLeave : TableRow
{
    /// <summary>The contract.</summary>
    public required string Contract { get; init; }

    /// <summary>Years of service completed from which it holds, inside.</summary>
    public required int YearsFrom { get; init; }

    /// <summary>The point on the StR scale from which it holds, inside; <c>null</c> where points do not matter.</summary>
    public int? PointFrom { get; init; }

    /// <summary>Days in a full-time year of five-day weeks.</summary>
    public required decimal Days { get; init; }

    /// <summary>Whether the bank holidays that fall in the stretch come on top.</summary>
    public required bool BankHolidays { get; init; }

    /// <summary>Public holidays in a year, where the contract gives a number of them instead.</summary>
    public int? PublicHolidays { get; init; }
}

/// <summary>The dated figures that leave rests on.</summary>
public sealed record LeaveFigures
{
    /// <summary>Leave by contract and service.</summary>
    public required IReadOnlyList<AnnualLeave> AnnualLeave { get; init; }

    /// <summary>The full-time week, in hours.</summary>
    public required Figure FullTimeHours { get; init; }

    /// <summary>Weeks of notice of leave.</summary>
    public required Figure LeaveNotice { get; init; }

    /// <summary>Bank holidays.</summary>
    public required WorkingDayFigures WorkingDays { get; init; }
}

/// <summary>Annual leave and bank holidays in a stretch of work. Indicative: the employer's sum decides.</summary>
public sealed record LeaveEntitlement : ToolAnswer
{
    /// <summary>Days of annual leave in the stretch, of a five-day week, carried days included, rounded to a hundredth; <c>null</c> when no rule was found.</summary>
    public decimal? Days { get; init; }

    /// <summary>
    /// Bank or public holidays in the stretch, pro rata, rounded to a hundredth; <c>null</c> when no rule was found or the stretch lies outside the years whose
    /// holidays are listed.
    /// </summary>
    public decimal? BankHolidays { get; init; }

    /// <summary>The days of leave in hours, rounded to a hundredth; <c>null</c> where the hours of a full-time week were not found.</summary>
    public decimal? Hours { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() => Days is not { } days ? [] :
    [
        new ValuesPart("In this stretch",
        [
            ("Annual leave", $"{FigureText.Count(days, "days")}{(Hours is { } hours ? $", {FigureText.Count(hours, "hours")}" : "")}", Status),
            ("Bank holidays", BankHolidays is { } holidays ? FigureText.Count(holidays, "days") : "not known", Status),
        ]),
    ];
}
