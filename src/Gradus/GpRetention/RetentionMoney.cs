using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpRetention;

/// <summary>What a GP on, or thinking of, a retention scheme tells us.</summary>
public sealed record RetentionPost : ToolFacts
{
    /// <summary>Sessions a week that the scheme pays for.</summary>
    [Fact("Sessions a week on the scheme", "a whole number of sessions a week, from 1 to 4", Example = "2", Unit = "sessions a week")]
    [Range(1, 4)]
    public required int Sessions { get; init; }

    /// <summary>Sessions really worked in a year; left out, every week of the year.</summary>
    [Fact("Sessions you work in a year", "the sessions worked in a year, from 0 to 500", Example = "88",
        Hint = "Leave it empty for every week. The practice is paid for sessions worked.", Unit = "sessions a year")]
    [Range(0, 500)]
    public int? Worked { get; init; }

    /// <summary>The first day on the scheme; it may lie ahead.</summary>
    [Fact("Your first day on the scheme", "the first day on the scheme", Example = "2024-09-01")]
    public DateOnly? Since { get; init; }
}

/// <summary>The dated figures of the retention schemes.</summary>
public sealed record RetentionFigures
{
    /// <summary>The fewest sessions a week on the scheme.</summary>
    public required Figure SessionsLeast { get; init; }
    /// <summary>Sessions a week that are full time.</summary>
    public required Figure SessionsFull { get; init; }
    /// <summary>The length of a session, in minutes.</summary>
    public required Figure SessionMinutes { get; init; }
    /// <summary>Weeks of a year for which sessions are counted.</summary>
    public required Figure WeeksYear { get; init; }
    /// <summary>To the practice for each session worked, in pounds.</summary>
    public required Figure PracticePayment { get; init; }
    /// <summary>To the doctor for each weekly session, in pounds a year.</summary>
    public required Figure Expenses { get; init; }
    /// <summary>The fewest study sessions a year.</summary>
    public required Figure CpdLeast { get; init; }
    /// <summary>Study sessions a year at full time.</summary>
    public required Figure CpdFullTime { get; init; }
    /// <summary>Study sessions a year for each weekly session.</summary>
    public required Figure CpdEach { get; init; }
    /// <summary>The longest time on the scheme, in years.</summary>
    public required Figure YearsMost { get; init; }
    /// <summary>How often the post is reviewed, in years.</summary>
    public required Figure ReviewEvery { get; init; }
    /// <summary>A region's own table, which gives another number of study sessions.</summary>
    public required IReadOnlyList<RetentionBand> Bands { get; init; }
}

/// <summary>A row of the regional table.</summary>
public sealed record RetentionBand : TableRow
{
    /// <summary>Sessions a week.</summary>
    public required int Sessions { get; init; }
    /// <summary>Study sessions a year in the South West's table.</summary>
    public required decimal CpdSouthWest { get; init; }
}

/// <summary>What the scheme brings; money in pounds, <c>null</c> where the nation has no figure.</summary>
public sealed record RetentionMoney : ToolAnswer
{
    /// <summary>The most the practice is paid in a year.</summary>
    public decimal? PracticePayment { get; init; }
    /// <summary>The expenses supplement to the doctor in a year.</summary>
    public decimal? Expenses { get; init; }
    /// <summary>Hours a week, to two decimals.</summary>
    public decimal? WeeklyHours { get; init; }
    /// <summary>Study sessions a year by the nation's rule, to two decimals.</summary>
    public decimal? CpdFormula { get; init; }
    /// <summary>Study sessions a year by a region's own table; <c>null</c> where there is none.</summary>
    public decimal? CpdRegional { get; init; }
    /// <summary>The last day on the scheme; <c>null</c> without a first day, or where sources differ on its length.</summary>
    public DateOnly? EndsOn { get; init; }
}
