using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
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
    [Fact("The GPs", "rows, each with a label, what is claimed for, sessions, first day and cost", Hint = "A label of your own, no name is needed. What does not apply stays empty.", IsTable = true)]
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
    [Fact("The last day on which you employed this GP before", "the last day on which the practice employed this GP before", Example = "2025-06-30", OnlyWhen = "purpose=new-salaried")]
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
    internal PracticePost ToPost() => new() { Purpose = Purpose, Post = Post, SessionsBefore = SessionsBefore, SessionsAfter = SessionsAfter, From = From, Weeks = Weeks, ActualCost = ActualCost, London = London, LastEmployed = LastEmployed, Cct = Cct, FirstPost = FirstPost };
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

/// <summary>Works out a practice's year: each row by the same rule as a single claim, spread over the days it is paid for.</summary>
public static class PracticeYearPlanner
{
    /// <summary>Works it out.</summary>
    /// <param name="facts">The staff.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static PracticeYear Plan(PracticeStaff facts, ClaimFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var claims = facts.Staff.Select(row => (Row: row, Claim: PracticeClaimCalculator.Calculate(row.ToPost(), figures, on, nation))).ToList();
        List<StaffClaim> rows = [.. claims.Select(claim => Of(claim.Row, claim.Claim))];
        var months = rows.SelectMany(ByMonth).GroupBy(part => part.Month).OrderBy(month => month.Key).Select(month => new MonthClaim(month.Key, month.Sum(part => part.Amount))).ToList();
        var isKnown = rows.Exists(row => row.Most is not null);
        var total = rows.Sum(row => row.Claimable);
        return new PracticeYear
        {
            Verdict = !isKnown ? Verdict.Unknown : total > 0 ? Verdict.Yes : Verdict.No,
            Says = rows.Count == 0 ? "There is no row to claim for."
                : !isKnown ? claims[0].Claim.Says
                : $"{rows.Count(row => row.Claimable > 0)} of {rows.Count} rows can be claimed for: {total.InPounds()} in all, where the limits are {rows.Sum(row => row.Most ?? 0).InPounds()}.",
            Rows = rows,
            Months = months,
            Total = isKnown ? total : null,
            Most = isKnown ? rows.Sum(row => row.Most ?? 0) : null,
            Reasons = [.. claims.SelectMany(claim => claim.Claim.Reasons).DistinctBy(reason => (reason.Key, reason.Figure)), .. isKnown ? new[] { new Reason("what-to-send", "The practice claims each month on CQRS Local, with what the post really cost; the integrated care board approves and pays.", Status.Verify, SourceId: "cqrs-gp-reimbursement") } : []],
            Working = [.. claims.SelectMany(claim => claim.Claim.Working.Select(line => line with { Says = $"{claim.Row.Label}: {line.Says}" }))],
            Milestones = [.. claims.SelectMany(claim => claim.Claim.Milestones).Take(1)],
            Tables =
            [
                new AnswerTable("rows", "Row by row", [new("row", "Row"), new("limit", "Limit", "GBP"), new("claim", "Can be claimed", "GBP"), new("from", "From"), new("to", "To"), new("not", "What is not paid, and why")], [.. rows.Select(row => (IReadOnlyList<AnswerCell>)[row.Label, row.Most, row.Claimable, row.From, row.To, string.Join(" ", row.Cut.Select(cut => cut.Says))])]),
                MonthsTable(rows, months),
            ],
            Warnings = [.. claims.Index().SelectMany(claim => claim.Item.Claim.Warnings.Select(warning => warning with { Field = $"staff[{claim.Index}].{warning.Field}", Says = $"{claim.Item.Row.Label}: {warning.Says}" }).Concat(Funded(claim.Item.Row, claim.Item.Claim, claim.Index)))],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(PracticeStaff facts, ClaimFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var (index, row) in facts.Staff.Index())
        {
            var own = new FieldErrors();
            PracticeClaimCalculator.Check(row.ToPost(), figures, own);
            foreach (var error in own.All)
            {
                errors.Add($"staff[{index}].{error.Field}", error.Message);
            }
        }
    }

    private static IEnumerable<Warning> Funded(StaffRow row, PracticeClaim claim, int index) => claim.Most is null && row.FundedBy is not null
        ? [new Warning($"staff[{index}].fundedBy", $"{row.Label}: no scheme was found, so what pays for the post has no effect.")]
        : [];

    private static StaffClaim Of(StaffRow row, PracticeClaim claim) => ((row.FundedBy == FundedBy.Network && row.Purpose != ClaimPurpose.NetworkGp) || row.FundedBy == FundedBy.OtherScheme) && claim.Most is not null
        ? new StaffClaim(row.Label, 0, 0, From: null, To: null, [new ClaimCut("paid-already", "Money that pays for the post already is not claimed a second time; ask the integrated care board if only a part is paid.")])
        : new StaffClaim(row.Label, claim.Most, claim.Claimable ?? 0, claim.PaidFrom, claim.PaidTo, claim.Most is null ? [new ClaimCut("no-scheme", claim.Says)] : claim.Cut);

    private static AnswerTable MonthsTable(List<StaffClaim> rows, List<MonthClaim> months)
    {
        IReadOnlyList<AnswerCell> Line(StaffClaim row)
        {
            var parts = ByMonth(row).ToDictionary(part => part.Month, part => part.Amount);
            return [row.Label, .. months.Select(month => (AnswerCell)parts.GetValueOrDefault(month.Month)), row.Claimable];
        }

        return new AnswerTable("months", "Month by month",
            [new("row", "Row"), .. months.Select(month => new AnswerColumn($"{month.Month:yyyy-MM}", month.Month.MonthWords(), "GBP")), new("all", "In all", "GBP")],
            [.. rows.Where(row => row.Claimable > 0).Select(Line), .. months.Count == 0 ? Array.Empty<IReadOnlyList<AnswerCell>>() : [["Together", .. months.Select(month => (AnswerCell)month.Amount), months.Sum(month => month.Amount)]]]);
    }

    // By days, so that the months of a row come to its sum to the penny.
    private static IEnumerable<(DateOnly Month, decimal Amount)> ByMonth(StaffClaim row)
    {
        if (row.From is not { } from || row.To is not { } to)
        {
            yield break;
        }

        var (days, paid) = (to.DayNumber - from.DayNumber + 1, 0m);
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var end = month.AddMonths(1).AddDays(-1);
            var due = (row.Claimable * ((end < to ? end : to).DayNumber - from.DayNumber + 1) / days).ToPence();
            yield return (month, due - paid);
            paid = due;
        }
    }
}
