using System.Reflection;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>Works out a practice's year: each row by the same rule as a single claim, spread over the days it is paid for.</summary>
public static class PracticeYearPlanner
{
    // An ordinary post outside London is what is taken anyway.
    private static readonly (string Field, Func<PracticePost, bool> IsTold, Func<PracticePost, PracticePost> Without)[] tried =
    [
        ("weeks", post => post.Weeks is not null, post => post with { Weeks = null }),
        ("actualCost", post => post.ActualCost is not null, post => post with { ActualCost = null }),
        ("london", post => post.London == true, post => post with { London = null }),
        ("post", post => post.Post is not null and not PostKind.Salaried, post => post with { Post = null }),
        ("sessionsBefore", post => post is { SessionsBefore: not null, Purpose: not ClaimPurpose.ExtraSessions }, post => post with { SessionsBefore = null }),
        ("lastEmployed", post => post.LastEmployed is not null, post => post with { LastEmployed = null }),
        ("cct", post => post.Cct is not null, post => post with { Cct = null }),
        ("firstPost", post => post.FirstPost is not null, post => post with { FirstPost = null }),
    ];

    private static readonly Dictionary<string, string> asks = typeof(StaffRow).GetProperties()
        .Where(property => property.IsDefined(typeof(FactAttribute), inherit: false))
        .ToDictionary(property => property.Name, property => property.GetCustomAttribute<FactAttribute>()!.Asks, StringComparer.OrdinalIgnoreCase);

    /// <summary>Works out the claim of each row and of each month, in pounds rounded to a penny, what cannot be claimed and why, and the total beside its limit.</summary>
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
        var months = rows.SelectMany(ByMonth)
            .GroupBy(part => part.Month)
            .OrderBy(month => month.Key)
            .Select(month => new MonthClaim(month.Key, month.Sum(part => part.Amount)))
            .ToList();
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
            Reasons = [.. claims.SelectMany(claim => claim.Claim.Reasons).DistinctBy(reason => (reason.Key, reason.Figure)),
                .. isKnown ? new[] { new Reason("what-to-send",
                    "The practice claims each month on CQRS Local, with what the post really cost; the integrated care board approves and pays.",
                    Status.Verify, SourceId: "cqrs-gp-reimbursement") } : []],
            Working = [.. claims.Zip(rows)
                .Where(pair => pair.Second.Claimable > 0)
                .SelectMany(pair => pair.First.Claim.Working.Select(line => line with { Says = $"{pair.First.Row.Label}: {line.Says}" }))],
            Milestones = [.. claims.SelectMany(claim => claim.Claim.Milestones).Take(1)],
            Tables =
            [
                new AnswerTable("rows", "Row by row",
                    [new("row", "Row"), new("limit", "Limit", "GBP"), new("claim", "Can be claimed", "GBP"), new("from", "From"), new("to", "To"),
                        new("not", "What is not paid, and why")],
                    [.. rows.Select(row => (IReadOnlyList<AnswerCell>)[row.Label, row.Most, row.Claimable, row.From, row.To, string.Join(" ", row.Cut.Select(cut => cut.Says))])]),
                MonthsTable(rows, months),
            ],
            Warnings = [.. claims.Index().SelectMany(claim => claim.Item.Claim.Warnings
                .Concat(WithoutEffect(claim.Item.Row.ToPost(), claim.Item.Claim, figures, on, nation))
                .Select(warning => warning with { Field = $"staff[{claim.Index}].{warning.Field}", Says = $"{claim.Item.Row.Label}: {warning.Says}" })
                .Concat(Funded(claim.Item.Row, claim.Item.Claim, claim.Index)))],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(PracticeStaff facts, ClaimFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        var seen = new HashSet<StaffRow>();
        foreach (var (index, row) in facts.Staff.Index())
        {
            if (!seen.Add(row with { Label = row.Label.Folded() }))
            {
                errors.Add($"staff[{index}].label", "Expected each claim once: this row stands there already. Give another GP another label.");
            }

            var own = new FieldErrors();
            PracticeClaimCalculator.Check(row.ToPost(), figures, own);
            foreach (var error in own.All)
            {
                errors.Add(error.Under($"staff[{index}]"));
            }
        }
    }

    // Of rows the workbench finds what has no effect in any of them; here each row is a claim of its own.
    private static IEnumerable<Warning> WithoutEffect(PracticePost post, PracticeClaim claim, ClaimFigures figures, DateOnly on, Nation nation) =>
        tried.Where(one => one.IsTold(post) && claim.Warnings.All(warning => warning.Field != one.Field)
                && IsSame(PracticeClaimCalculator.Calculate(one.Without(post), figures, on, nation), claim))
            .Select(one => new Warning(one.Field, Warning.Unused(one.Field, asks[one.Field]).Says));

    private static bool IsSame(PracticeClaim one, PracticeClaim other) =>
        (one.Verdict, one.Says, one.Most, one.PaidFrom, one.PaidTo, one.Claimable) == (other.Verdict, other.Says, other.Most, other.PaidFrom, other.PaidTo, other.Claimable)
        && one.Cut.SequenceEqual(other.Cut) && one.Reasons.SequenceEqual(other.Reasons) && one.Working.SequenceEqual(other.Working);

    private static IEnumerable<Warning> Funded(StaffRow row, PracticeClaim claim, int index) => claim.Most is null && row.FundedBy is not null
        ? [new Warning($"staff[{index}].fundedBy", $"{row.Label}: no scheme was found, so what pays for the post has no effect.")]
        : [];

    private static StaffClaim Of(StaffRow row, PracticeClaim claim) =>
        ((row.FundedBy == FundedBy.Network && row.Purpose != ClaimPurpose.NetworkGp) || row.FundedBy == FundedBy.OtherScheme) && claim.Most is not null
        ? new StaffClaim(row.Label, 0, 0, From: null, To: null,
            [new ClaimCut("paid-already", "Money that pays for the post already is not claimed a second time; ask the integrated care board if only a part is paid.")])
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
            [.. rows.Where(row => row.Claimable > 0).Select(Line),
                .. months.Count == 0
                    ? Array.Empty<IReadOnlyList<AnswerCell>>()
                    : [["Together", .. months.Select(month => (AnswerCell)month.Amount), months.Sum(month => month.Amount)]]]);
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
