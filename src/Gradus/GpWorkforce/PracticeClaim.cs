using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>What the practice claims for.</summary>
[JsonConverter(typeof(Keys<ClaimPurpose>))]
public enum ClaimPurpose
{
    /// <summary>A new salaried GP.</summary>
    [Choice("A new salaried GP")]
    NewSalaried,
    /// <summary>More sessions of a salaried GP in post.</summary>
    [Choice("More sessions of a salaried GP in post")]
    ExtraSessions,
    /// <summary>A salaried post whose network money has ended.</summary>
    [Choice("A salaried post that network money paid for until now")]
    KeepPost,
    /// <summary>A salaried GP of a primary care network.</summary>
    [Choice("A salaried GP of a primary care network (ARRS)")]
    NetworkGp,
}

/// <summary>How the GP works.</summary>
[JsonConverter(typeof(Keys<PostKind>))]
public enum PostKind
{
    /// <summary>In a salaried post.</summary>
    Salaried,
    /// <summary>As a locum.</summary>
    Locum,
    /// <summary>As a partner.</summary>
    Partner,
    /// <summary>As cover for short sickness.</summary>
    [Choice("Cover for short sickness")]
    SicknessCover,
}

/// <summary>What a practice tells us of one GP.</summary>
public sealed record PracticePost : ToolFacts
{
    /// <summary>What is claimed for.</summary>
    [Fact("What the practice claims for", "new-salaried, extra-sessions, keep-post or network-gp")]
    public required ClaimPurpose Purpose { get; init; }

    /// <summary>Sessions a week before; needed for more sessions of a GP in post.</summary>
    [Fact("Sessions a week before", "clinical sessions a week, from 0 to 20", Example = "6", Unit = "sessions a week", Hint = "Needed for more sessions of a GP in post.")]
    [Range(typeof(decimal), "0", "20")]
    public decimal? SessionsBefore { get; init; }

    /// <summary>Sessions a week in the time claimed for.</summary>
    [Fact("Sessions a week then", "clinical sessions a week, from 0 to 20", Example = "8", Unit = "sessions a week")]
    [Range(typeof(decimal), "0", "20")]
    public required decimal SessionsAfter { get; init; }

    /// <summary>The first day of the work claimed for.</summary>
    [Fact("First day of that work", "the first day of that work", Example = "2026-09-01")]
    public required DateOnly From { get; init; }

    /// <summary>How many weeks; left out, to the last day that can be claimed.</summary>
    [Fact("Weeks", "whole weeks, from 1 to 520", Example = "20", Unit = "weeks", Hint = "Leave it empty for all that can be claimed.")]
    [Range(1, 520)]
    public int? Weeks { get; init; }

    /// <summary>What it really costs in that time, in pounds: pay, employer's National Insurance and pension.</summary>
    [Fact("What it costs the practice in that time", "pounds, from 0 to 1000000", Example = "12500", Unit = "£",
        Hint = "Pay, employer’s National Insurance and pension. Left empty, it is taken as no less than the limit.")]
    [Range(typeof(decimal), "0", "1000000")]
    public decimal? ActualCost { get; init; }

    /// <summary>Whether London weighting is paid.</summary>
    [Fact("London weighting is paid", "true or false")]
    public bool? London { get; init; }

    /// <summary>How the GP works; left out, in a salaried post.</summary>
    [Fact("How the GP works", "salaried, locum, partner or sickness-cover")]
    public PostKind? Post { get; init; }

    /// <summary>The last day on which this contractor employed the GP before.</summary>
    [Fact("The last day on which you employed this GP before", "the last day on which the practice employed this GP before", Example = "2025-06-30",
        Hint = "For a new salaried GP. Leave it empty if never, or only as cover for parental, sick or study leave.", OnlyWhen = "purpose=new-salaried")]
    public DateOnly? LastEmployed { get; init; }

    /// <summary>The day of the GP's CCT, which decided who a network could take on until March 2026.</summary>
    [Fact("The GP’s CCT date", "the day of the CCT", Example = "2024-02-07", Hint = "For a network’s GP who was taken on before April 2026.", OnlyWhen = "purpose=network-gp")]
    public DateOnly? Cct { get; init; }

    /// <summary>Whether it is the GP's first substantive GP post, which decided the same.</summary>
    [Fact("It is the GP’s first substantive GP post", "true or false", OnlyWhen = "purpose=network-gp")]
    public bool? FirstPost { get; init; }
}

/// <summary>The dated figures of the practice scheme and of the networks'.</summary>
public sealed record ClaimFigures
{
    /// <summary>The most for one full-time GP in a year, in pounds.</summary>
    public required Figure PlrCap { get; init; }
    /// <summary>The same with London weighting.</summary>
    public required Figure PlrCapLondon { get; init; }
    /// <summary>The most for an extra hour, in pounds.</summary>
    public required Figure PlrExtraHour { get; init; }
    /// <summary>Employer's National Insurance on extra hours, in percent.</summary>
    public required Figure PlrEmployerNi { get; init; }
    /// <summary>Sessions a week up to which a GP in post can be raised.</summary>
    public required Figure PlrSessions { get; init; }
    /// <summary>Months in which a new GP was not employed there.</summary>
    public required Figure PlrNewGap { get; init; }
    /// <summary>The length of a session, in minutes.</summary>
    public required Figure SessionMinutes { get; init; }
    /// <summary>Sessions a week at full time.</summary>
    public required Figure SessionsFull { get; init; }
    /// <summary>Weeks of a year by which a year's limit is divided.</summary>
    public required Figure WeeksYear { get; init; }
    /// <summary>What a network could be paid back for a GP, rule-set by rule-set.</summary>
    public required IReadOnlyList<NetworkRuleSet> ArrsGps { get; init; }
    /// <summary>Whom a network could take on, with the conditions of the other schemes.</summary>
    public required IReadOnlyList<InitiativeCondition> InitiativeConditions { get; init; }
}

/// <summary>What a network could be paid back for a GP, from a day on.</summary>
public sealed record NetworkRuleSet : TableRow
{
    /// <summary>The most for one full-time GP in a year, in pounds.</summary>
    public required decimal Limit { get; init; }
    /// <summary>The same in London; <c>null</c> where it was not found.</summary>
    public decimal? London { get; init; }
}

/// <summary>Something that is not paid, and why.</summary>
/// <param name="Key">A stable name.</param>
/// <param name="Says">One sentence.</param>
public sealed record ClaimCut(string Key, string Says);

/// <summary>What can be claimed. Money in pounds.</summary>
public sealed record PracticeClaim : ToolAnswer
{
    /// <summary>The most that the scheme pays for this, as far as its limits were found; <c>null</c> where there is no such scheme.</summary>
    public decimal? Most { get; init; }
    /// <summary>The same where employer's National Insurance comes on top of the hourly rate, the other reading; <c>null</c> where it makes no difference.</summary>
    public decimal? MostWithInsurance { get; init; }
    /// <summary>The first day that this claim is paid for; <c>null</c> where nothing is.</summary>
    public DateOnly? PaidFrom { get; init; }
    /// <summary>The last day that this claim is paid for, inside.</summary>
    public DateOnly? PaidTo { get; init; }
    /// <summary>The last day of work that can be claimed for, inside.</summary>
    public DateOnly? LastDay { get; init; }
    /// <summary>What can be claimed: the lower of the cost and the most, of the days and sessions that are paid for.</summary>
    public decimal? Claimable { get; init; }
    /// <summary>What is not paid, and why.</summary>
    public required IReadOnlyList<ClaimCut> Cut { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() => Cut.Count == 0 ? [] : [new ListPart("What is not paid", [.. Cut.Select(cut => cut.Says)])];
}
