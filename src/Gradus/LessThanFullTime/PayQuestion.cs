using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>What a doctor tells us about a post and its hours, to know what it pays.</summary>
public sealed record PayQuestion : ToolFacts
{
    /// <summary>The grade.</summary>
    [Fact("Grade", "a grade", Example = "ST5")]
    public required PayGrade Grade { get; init; }

    /// <summary>The day whose pay is asked about; the date asked about when left out.</summary>
    [Fact("Pay on", "a day", Example = "2026-08-05", Hint = "Left empty, it is today’s pay.")]
    public DateOnly? PayDay { get; init; }

    /// <summary>Average hours a week of the full-time rota, leave taken into account, above 0 and at most 80.</summary>
    [Fact("Hours of the full-time rota", "average hours a week above 0 and at most 80", Example = "46", Hint = "From the work schedule of a full-timer.",
        Unit = "hours a week"), Range(0.25, 80)]
    public decimal? FullTimeHours { get; init; }

    /// <summary>My average hours a week, leave taken into account, above 0 and at most 80.</summary>
    [Fact("Your hours", "average hours a week above 0 and at most 80", Example = "27.6", Hint = "From your own work schedule.", Unit = "hours a week"), Range(0.25, 80)]
    public decimal? Hours { get; init; }

    /// <summary>The weekends of the full-time rota, and the share of them that I work.</summary>
    [Fact("Weekends", "the weekends of the full-time rota")]
    public WeekendWork? Weekends { get; init; }

    /// <summary>Non-resident on call, and the share of the full-time on calls that I do.</summary>
    [Fact("On call from home", "the share of the full-time on calls")]
    public OnCallWork? OnCall { get; init; }

    /// <summary>Night hours that I work a week, on average, from 0 to 80.</summary>
    [Fact("Night hours you work", "average night hours a week from 0 to 80", Example = "5.5", Unit = "hours a week"), Range(0d, 80d)]
    public decimal? NightHours { get; init; }

    /// <summary>Hours a week outside Monday to Friday 07:00 to 19:00 or on a bank holiday, on average, from 0 to 80; only on the Welsh contract of 2026.</summary>
    [Fact("Hours out of hours", "average hours a week from 0 to 80", Example = "8",
        Hint = "Outside Monday to Friday 07:00 to 19:00, and bank holidays; Wales’ contract of 2026.", Unit = "hours a week",
        ShownWhen = "nation=wales"), Range(0d, 80d)]
    public decimal? OutOfHours { get; init; }

    /// <summary>Whether the place is in London, and where.</summary>
    [Fact("London", "inner, outer or fringe", Example = "inner")]
    public LondonZone? London { get; init; }

    /// <summary>A flexible pay premium.</summary>
    [Fact("Pay premium", "a premium", Example = "psychiatry-core", KeysOf = "less-than-full-time/premia.key", NamedBy = "name")]
    public string? Premium { get; init; }

    /// <summary>Whether I train less than full time; when left out, whether my hours are fewer than those of the full-time rota.</summary>
    [Fact("You train less than full time", "true or false", Example = "true")]
    public bool? LessThanFullTime { get; init; }

    /// <summary>Years completed in the grade, where the scale goes by years, from 0 to 60.</summary>
    [Fact("Years completed in the grade", "whole years from 0 to 60", Example = "4", Hint = "Consultants, SAS doctors, and registrars on Wales’ contract of 2026."), Range(0, 60)]
    public int? ServiceYears { get; init; }

    /// <summary>The point on the scale as the payslip names it, where a grade has several.</summary>
    [Fact("Point on the scale", "the point as the payslip names it", Example = "2", Hint = "Scotland, Wales and Northern Ireland."), MaxLength(20)]
    public string? Point { get; init; }

    /// <summary>The contract; when left out, the usual one of the grade and nation.</summary>
    [Fact("Contract", "a contract", Example = Contracts.Resident2016)]
    public PayContract? Contract { get; init; }

    /// <summary>The band of the rota on the 2002 contract.</summary>
    [Fact("Band of the rota", "a band", Example = "1B", Hint = "2002 contract only.")]
    public Banding? Banding { get; init; }

    /// <summary>Which weeks make the hourly rate of night hours.</summary>
    [Fact("Weeks in the hourly rate", "52.143 or 52", Example = "52.143", Hint = "Payrolls differ; it only matters for night hours.")]
    public HourDivisor? HourDivisor { get; init; }

    /// <summary>A stretch for which pay changed afterwards.</summary>
    [Fact("Arrears", "a stretch of days")]
    public ArrearsStretch? Arrears { get; init; }

    /// <summary>What the payslip of a month says, line by line.</summary>
    [Fact("Payslip line", "lines of a month’s payslip"), MaxLength(20)]
    public IReadOnlyList<PayslipLine> Payslip { get => field ?? []; init; }
}

/// <summary>The weekends of a rota.</summary>
public sealed record WeekendWork
{
    /// <summary>How rarely the full-time rota works a weekend: 4 means one weekend in four. From 1 to 52.</summary>
    [Fact("One weekend in", "a number from 1 to 52", Example = "5", Hint = "Of the full-time rota."), Range(1d, 52d)]
    public required decimal OneIn { get; init; }

    /// <summary>The share of those weekends that I work, from 0 to 1; all when left out.</summary>
    [Fact("Share of them you work", "a share from 0 to 1", Example = "0.6", Places = 4, IsShare = true), Range(0d, 1d)]
    public decimal? Share { get; init; }
}

/// <summary>On call from home.</summary>
public sealed record OnCallWork
{
    /// <summary>The share of the full-time on calls that I do, from 0 to 1; all when left out.</summary>
    [Fact("Share of the on calls you do", "a share from 0 to 1", Example = "0.6", Places = 4, IsShare = true), Range(0d, 1d)]
    public decimal? Share { get; init; }
}

/// <summary>A stretch whose pay is compared under two sets of circulars.</summary>
public sealed record ArrearsStretch
{
    /// <summary>The first day, inside.</summary>
    [Fact("From", "the first day", Example = "2026-04-01")]
    public required DateOnly From { get; init; }

    /// <summary>The last day, inside; the stretch is at most ten years.</summary>
    [Fact("To", "the last day", Example = "2026-07-31")]
    public required DateOnly To { get; init; }

    /// <summary>The day whose knowledge you were paid by; when left out, the day before the last circular about these days was published.</summary>
    [Fact("Paid as known on", "a day", Example = "2026-07-23", Hint = "Left empty, the day before the last circular.")]
    public DateOnly? PaidAsKnownOn { get; init; }
}

/// <summary>A line of a payslip, for a month.</summary>
public sealed record PayslipLine
{
    /// <summary>Which line.</summary>
    [Fact("Line", "a line of the payslip", Example = "basic")]
    public required PayLineKey Key { get; init; }

    /// <summary>What it says for the month, in pounds.</summary>
    [Fact("Amount for the month", "pounds for the month", Example = "4583.33", Unit = "£"), Range(typeof(decimal), "-100000", "100000", ParseLimitsInInvariantCulture = true)]
    public required decimal Amount { get; init; }
}

/// <summary>Where in London.</summary>
[JsonConverter(typeof(Keys<LondonZone>))]
public enum LondonZone
{
    /// <summary>Inner London.</summary>
    [Choice("Inner London")]
    Inner,
    /// <summary>Outer London.</summary>
    [Choice("Outer London")]
    Outer,
    /// <summary>The fringe.</summary>
    [Choice("The fringe")]
    Fringe,
}

/// <summary>The contracts under which doctors are paid; keys are those of <c>pay-scales</c>.</summary>
[JsonConverter(typeof(Keys<PayContract>))]
public enum PayContract
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
    /// <summary>England's consultant contract of 2003.</summary>
    [JsonStringEnumMemberName(Contracts.Consultant2003), Choice("Consultant, 2003 (England)")]
    Consultant2003,
    /// <summary>The consultant contract of 2004.</summary>
    [JsonStringEnumMemberName(Contracts.Consultant2004), Choice("Consultant, 2004 (Scotland, Northern Ireland)")]
    Consultant2004,
    /// <summary>Wales' consultant contract.</summary>
    [JsonStringEnumMemberName(Contracts.ConsultantWales), Choice("Consultant (Wales)")]
    ConsultantWales,
    /// <summary>The SAS contracts of 2021.</summary>
    [JsonStringEnumMemberName(Contracts.Sas2021), Choice("SAS doctor, 2021 (England, Wales, Northern Ireland)")]
    Sas2021,
    /// <summary>Scotland's SAS contracts of 2022.</summary>
    [JsonStringEnumMemberName(Contracts.Sas2022), Choice("SAS doctor, 2022 (Scotland)")]
    Sas2022,
    /// <summary>The salaried GP range.</summary>
    [JsonStringEnumMemberName(Contracts.SalariedGp), Choice("Salaried GP")]
    SalariedGp,
}

/// <summary>Bands of a rota on the 2002 contract.</summary>
[JsonConverter(typeof(Keys<Banding>))]
public enum Banding
{
    /// <summary>No band.</summary>
    [Choice("No band")]
    Unbanded,
    /// <summary>Band 1C.</summary>
    [JsonStringEnumMemberName("1C"), Choice("1C")]
    Band1C,
    /// <summary>Band 1B.</summary>
    [JsonStringEnumMemberName("1B"), Choice("1B")]
    Band1B,
    /// <summary>Band 1A.</summary>
    [JsonStringEnumMemberName("1A"), Choice("1A")]
    Band1A,
    /// <summary>Band 2B.</summary>
    [JsonStringEnumMemberName("2B"), Choice("2B")]
    Band2B,
    /// <summary>Band 2A.</summary>
    [JsonStringEnumMemberName("2A"), Choice("2A")]
    Band2A,
    /// <summary>Band 3.</summary>
    [JsonStringEnumMemberName("3"), Choice("3")]
    Band3,
    /// <summary>Band FA, for fewer hours.</summary>
    [JsonStringEnumMemberName("FA"), Choice("FA")]
    BandFA,
    /// <summary>Band FB, for fewer hours.</summary>
    [JsonStringEnumMemberName("FB"), Choice("FB")]
    BandFB,
    /// <summary>Band FC, for fewer hours.</summary>
    [JsonStringEnumMemberName("FC"), Choice("FC")]
    BandFC,
}

/// <summary>The weeks in the hourly rate of the 2016 contract.</summary>
[JsonConverter(typeof(Keys<HourDivisor>))]
public enum HourDivisor
{
    /// <summary>As many weeks as a year has.</summary>
    [JsonStringEnumMemberName("52.143"), Choice("52.143 weeks")]
    WeeksOfTheYear,
    /// <summary>The other reading.</summary>
    [JsonStringEnumMemberName("52"), Choice("52 weeks")]
    WholeWeeks,
}

/// <summary>The lines of pay.</summary>
[JsonConverter(typeof(Keys<PayLineKey>))]
public enum PayLineKey
{
    /// <summary>Basic pay.</summary>
    [Choice("Basic pay")]
    Basic,
    /// <summary>Hours above the full-time week.</summary>
    [Choice("Extra hours")]
    ExtraHours,
    /// <summary>Weekend allowance.</summary>
    [Choice("Weekend allowance")]
    Weekends,
    /// <summary>On-call availability allowance.</summary>
    [Choice("On-call allowance")]
    OnCall,
    /// <summary>Night enhancement.</summary>
    [Choice("Night enhancement")]
    NightHours,
    /// <summary>Enhancement for hours out of hours.</summary>
    [Choice("Out of hours")]
    OutOfHours,
    /// <summary>Banding supplement.</summary>
    [Choice("Banding supplement")]
    Banding,
    /// <summary>London weighting.</summary>
    [Choice("London weighting")]
    London,
    /// <summary>Flexible pay premium.</summary>
    [Choice("Pay premium")]
    Premium,
    /// <summary>The allowance for less than full time.</summary>
    [Choice("Less than full time allowance")]
    LtftAllowance,
}
