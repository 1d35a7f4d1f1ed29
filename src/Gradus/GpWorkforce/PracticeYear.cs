using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>Who pays for a post already.</summary>
[JsonConverter(typeof(Keys<FundedBy>))]
public enum FundedBy
{
    /// <summary>The practice.</summary>
    Practice,
    /// <summary>The network's money for additional roles.</summary>
    [Choice("The primary care network")]
    Network,
    /// <summary>Another scheme.</summary>
    [Choice("Another scheme")]
    OtherScheme,
}

/// <summary>The staff of a practice, one GP a row.</summary>
public sealed record PracticeStaff : ToolFacts
{
    /// <summary>The rows.</summary>
    [Fact("The GPs", "rows, each with a label, what is claimed for, sessions, first day and cost",
        Hint = "A label of your own, no name is needed. What does not apply stays empty.", IsTable = true)]
    [MaxLength(500)]
    public required IReadOnlyList<StaffRow> Staff { get; init; }
}

/// <summary>A GP in the staff table.</summary>
public sealed record StaffRow
{
    /// <summary>What the reader calls the row; no name is needed.</summary>
    [Fact("Row", "a label of at most 80 letters", Example = "GP 1", Hint = "No name is needed.")]
    [MaxLength(80)]
    public required string Label { get; init; }

    /// <summary>What is claimed for.</summary>
    [Fact("What the practice claims for", "new-salaried, extra-sessions, keep-post or network-gp")]
    public required ClaimPurpose Purpose { get; init; }

    /// <summary>How the GP works; left out, in a salaried post.</summary>
    [Fact("How the GP works", "salaried, locum, partner or sickness-cover")]
    public PostKind? Post { get; init; }

    /// <summary>Sessions a week before.</summary>
    [Fact("Sessions a week before", "clinical sessions a week, from 0 to 20", Example = "6", Unit = "sessions a week")]
    [Range(typeof(decimal), "0", "20")]
    public decimal? SessionsBefore { get; init; }

    /// <summary>Sessions a week then.</summary>
    [Fact("Sessions a week then", "clinical sessions a week, from 0 to 20", Example = "8", Unit = "sessions a week")]
    [Range(typeof(decimal), "0", "20")]
    public required decimal SessionsAfter { get; init; }

    /// <summary>The first day.</summary>
    [Fact("First day", "the first day of that work", Example = "2026-09-01")]
    public required DateOnly From { get; init; }

    /// <summary>Whole weeks; left out, all that can be claimed.</summary>
    [Fact("Weeks", "whole weeks, from 1 to 520", Example = "20", Unit = "weeks")]
    [Range(1, 520)]
    public int? Weeks { get; init; }

    /// <summary>What it costs in that time, in pounds.</summary>
    [Fact("What it costs in that time", "pounds, from 0 to 1000000", Example = "12500", Unit = "£")]
    [Range(typeof(decimal), "0", "1000000")]
    public decimal? ActualCost { get; init; }

    /// <summary>Whether London weighting is paid.</summary>
    [Fact("London weighting is paid", "true or false")]
    public bool? London { get; init; }

    /// <summary>The last day on which the practice employed the GP before.</summary>
    [Fact("The last day on which you employed this GP before", "the last day on which the practice employed this GP before", Example = "2025-06-30",
        OnlyWhen = "purpose=new-salaried")]
    public DateOnly? LastEmployed { get; init; }

    /// <summary>The day of the CCT of a network's GP.</summary>
    [Fact("The GP’s CCT date", "the day of the CCT", Example = "2024-02-07", OnlyWhen = "purpose=network-gp")]
    public DateOnly? Cct { get; init; }

    /// <summary>Whether it is the first substantive GP post of a network's GP.</summary>
    [Fact("It is the GP’s first substantive GP post", "true or false", OnlyWhen = "purpose=network-gp")]
    public bool? FirstPost { get; init; }

    /// <summary>Who pays already; left out, the practice.</summary>
    [Fact("Funded by", "practice, network or other-scheme")]
    public FundedBy? FundedBy { get; init; }

    /// <summary>The row as one claim.</summary>
    internal PracticePost ToPost() =>
        new()
        {
            Purpose = Purpose,
            Post = Post,
            SessionsBefore = SessionsBefore,
            SessionsAfter = SessionsAfter,
            From = From,
            Weeks = Weeks,
            ActualCost = ActualCost,
            London = London,
            LastEmployed = LastEmployed,
            Cct = Cct,
            FirstPost = FirstPost
        };
}

/// <summary>A row's claim.</summary>
/// <param name="Label">The row's label.</param>
/// <param name="Most">The limit, in pounds; <c>null</c> where there is no scheme.</param>
/// <param name="Claimable">What can be claimed, in pounds.</param>
/// <param name="From">The first day paid for; <c>null</c> where nothing is.</param>
/// <param name="To">The last day paid for, inside.</param>
/// <param name="Cut">What is not paid, and why.</param>
public sealed record StaffClaim(string Label, decimal? Most, decimal Claimable, DateOnly? From, DateOnly? To, IReadOnlyList<ClaimCut> Cut);

/// <summary>A month's claim, in pounds.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Amount">All rows together.</param>
public sealed record MonthClaim(DateOnly Month, decimal Amount);

/// <summary>What a practice can claim for its staff, row by row and month by month. Money in pounds.</summary>
public sealed record PracticeYear : ToolAnswer
{
    /// <summary>The rows, in the order given.</summary>
    public required IReadOnlyList<StaffClaim> Rows { get; init; }
    /// <summary>The months in which something can be claimed.</summary>
    public required IReadOnlyList<MonthClaim> Months { get; init; }
    /// <summary>All together; <c>null</c> where there is no scheme.</summary>
    public decimal? Total { get; init; }
    /// <summary>The limits of all rows together; <c>null</c> where there is no scheme.</summary>
    public decimal? Most { get; init; }
}
