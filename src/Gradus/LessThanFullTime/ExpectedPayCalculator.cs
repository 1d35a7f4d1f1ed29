using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>
/// Works out what a post pays before tax: basic pay by hours, weekends and on calls by the share of them, nights as worked; side by side with other shares of
/// full time, and what a later circular still owes.
/// </summary>
public static class ExpectedPayCalculator
{
    /// <summary>The shares of full time that are laid side by side; a choice of what to show, not a rule.</summary>
    public static IReadOnlyList<int> Shares { get; } = [100, 80, 70, 60, 50];

    private const int LongestArrears = 120; // Months.

    /// <summary>Works the pay out.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static ExpectedPay Calculate(PayQuestion facts, PayRuleFigures figures, DateOnly on, Nation nation)
    {
        var day = facts.PayDay ?? on;
        var post = PayPost.Of(facts, figures, day, nation);
        if (post.Scale is not { } scale)
        {
            return NoScale(facts, post, day, nation);
        }

        if (facts.Grade == PayGrade.SalariedGp)
        {
            return SalariedGp(facts, figures, post, day, nation);
        }

        var rota = WorkedRota.Of(facts, figures, day, nation);
        var (lines, reasons) = PayLines.Of(facts, figures, day, nation, post, rota);
        if (lines.Count == 0)
        {
            return new ExpectedPay
            {
                Verdict = Verdict.Unknown,
                Says = $"What these hours pay in {nation.Name()} was not found: ask your payroll.",
                Lines = [],
                Reasons = [PayLines.Told("basic-pay", scale, $"Full-time basic pay is {scale.Gbp.InPounds()} a year.", scale.Gbp.InPounds()), .. reasons],
                Warnings = [.. post.Warnings, .. NotInTheTotal(facts, post, lines)]
            };
        }

        var total = lines.Sum(line => line.Amount);
        var shares = Shares.Select(percent => (Percent: percent, Total: TotalAt(facts, figures, day, nation, post, rota, percent)))
            .Where(share => share.Total is not null)
            .Select(share => new PayAtShare(share.Percent, share.Total!.Value))
            .ToList();
        var payslip = Compare(facts, figures, day, nation, post, rota, lines);
        var arrears = facts.Arrears is { } stretch ? Arrears(facts, figures, stretch, on, nation) : null;
        return new ExpectedPay
        {
            Verdict = Verdict.Yes,
            Says = $"{Sentences.UpperFirst(facts.Grade.Words())} pay{(post.Taken is { } taken ? $", {taken}," : "")} comes to {total.InPounds()} a year before tax, {(total / 12).InPounds()} a month{(reasons.Any(reason => reason.Status == Status.NotFound) ? ", without what was not found" : "")}.{After(scale)}",
            LastKnown = scale.LastKnown,
            Lines = lines,
            Total = total,
            PerMonth = (total / 12).ToPence(),
            FullTimeTotal = shares.FirstOrDefault(share => share.Percent == 100)?.Total,
            Shares = shares,
            Arrears = arrears?.Owed,
            Payslip = payslip,
            Reasons = [.. reasons,
                .. figures.PayStatements.At(day, nation, row => row.Key).Where(row => row.Contract == post.Contract).Select(row => row.Because(row.Key, row.Says)),
                .. arrears is { } owed ? [new Reason("arrears", owed.Says, Status.Verify, SourceId: scale.Source, At: scale.At)] : Array.Empty<Reason>()],
            Working =
            [
                .. lines.Select(line => new WorkingLine($"{PayLineKeys.Name(line.Key)}: {line.Formula}") { Status = line.Status, SourceId = line.SourceId }),
                new WorkingLine($"Together: {total.InPounds()} a year, ÷ 12 = {(total / 12).InPounds()} a month"),
                .. arrears?.Working ?? [],
            ],
            Tables = [.. payslip.Count > 0 ? [PayslipTable(payslip)] : Array.Empty<AnswerTable>(), LinesTable(lines),
                .. shares.Count > 0 ? [SharesTable(shares)] : Array.Empty<AnswerTable>()],
            Warnings = [.. post.Warnings, .. NotInTheTotal(facts, post, lines), .. Unmoved(facts, figures, day, nation, post), .. Hours(facts, figures, rota, day, nation)],
        };
    }

    /// <summary>Says what is wrong between facts.</summary>
    public static void Check(PayQuestion facts, PayRuleFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Arrears is { } stretch)
        {
            if (stretch.To < stretch.From)
            {
                errors.Add("arrears.to", $"Expected a day on or after {stretch.From}, the first day.");
            }
            else if (stretch.To > stretch.From.LastOfMonths(LongestArrears))
            {
                errors.Add("arrears.to", "Expected a stretch of at most ten years.");
            }
        }

        if (facts.Payslip.Select(line => line.Key).Distinct().Count() != facts.Payslip.Count)
        {
            errors.Add("payslip", "Expected each line once: add up what the payslip has twice.");
        }
    }

    // A scale whose year has ended is never silently the one of the day.
    private static string After(PayScale scale) => scale.LastKnown is { } told ? $" {told}" : "";

    private static ExpectedPay NoScale(PayQuestion facts, PayPost post, DateOnly day, Nation nation)
    {
        var says = post.Warnings.Any(warning => warning.Field == "point")
            ? $"{post.Warnings.First(warning => warning.Field == "point").Says} See your payslip."
            : post.Warnings.Any(warning => warning.Field == "serviceYears") ? $"What {FigureText.Count(facts.ServiceYears ?? 0, "years")} completed pay on that scale was not found: ask your payroll."
            : $"No pay scale of {facts.Grade.Words()} on that contract was found for {nation.Name()} on {day.Words()}: ask your payroll.";
        return new ExpectedPay
        {
            Verdict = Verdict.Unknown,
            Says = says,
            Lines = [],
            Reasons = [new Reason("no-scale", says, Status.NotFound, Ask: "your payroll")],
            Warnings = [.. post.Warnings, .. NotInTheTotal(facts, post, [])]
        };
    }

    private static ExpectedPay SalariedGp(PayQuestion facts, PayRuleFigures figures, PayPost post, DateOnly day, Nation nation)
    {
        var range = figures.PayScales.Steps(day, nation, post.Contract, PayGrade.SalariedGp.Key());
        var says = $"A salaried GP’s pay is agreed with the practice, {(range.Count == 1 ? $"{range[0].Point} {range[0].Gbp.InPounds()}" : $"between {range[0].Gbp.InPounds()} and {range[^1].Gbp.InPounds()}")} a year full time: your contract names it.";
        return new ExpectedPay
        {
            Verdict = Verdict.Unknown,
            Says = says + After(range[0]),
            LastKnown = range[0].LastKnown,
            Lines = [],
            Reasons = [PayLines.Told("range", range[0], says, range[0].Gbp.InPounds())],
            Warnings = [.. NotInTheTotal(facts, post, [])]
        };
    }

    private static decimal? TotalAt(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation, PayPost post, WorkedRota rota, int percent) =>
        percent < 100 && rota.FullTimeHours is null ? null : PayLines.Total(facts, figures, day, nation, post, rota.At(percent));

    // Month by month: a whole month is a twelfth of the year's pay, a part of one its share of the month's days.
    private static (decimal Owed, string Says, IReadOnlyList<WorkingLine> Working)? Arrears(PayQuestion facts, PayRuleFigures figures, ArrearsStretch stretch,
        DateOnly on, Nation nation)
    {
        var before = stretch.PaidAsKnownOn ?? LastPublished(facts, figures, stretch, nation)?.AddDays(-1);
        if (before is not { } paidBy)
        {
            return (0, "No circular about these days is known to have come later than their pay, so nothing is owed by one.", []);
        }

        var known = figures.KnownOn(paidBy);
        decimal owed = 0;
        var working = new List<WorkingLine>();
        for (var first = stretch.From; first <= stretch.To;)
        {
            var end = new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
            var last = end < stretch.To ? end : stretch.To;
            var share = (last.Day - first.Day + 1m) / end.Day;
            var now = Yearly(facts, figures, first, nation);
            var then = Yearly(facts, known, first, nation);
            if (now is { } pays && then is { } paid)
            {
                owed += (pays - paid) / 12 * share;
                working.Add(new WorkingLine($"{first.Words()} to {last.Words()}: ({pays.InPounds()} − {paid.InPounds()}) ÷ 12{(share == 1 ? "" : $" × {last.Day - first.Day + 1} of {end.Day} days")} = {((pays - paid) / 12 * share).InPounds()}"));
            }

            if (last == DateOnly.MaxValue)
            {
                break;
            }

            first = last.AddDays(1);
        }

        owed = owed.ToPence();
        return (owed, $"Between pay as it was known on {paidBy.Words()} and as it is known on {on.Words()}, {owed.InPounds()} is owed for {stretch.From.Words()} to {stretch.To.Words()}; check your payslips for what has been paid since.", working);
    }

    private static DateOnly? LastPublished(PayQuestion facts, PayRuleFigures figures, ArrearsStretch stretch, Nation nation) =>
        new[] { stretch.From, stretch.To }.Select(day => PayPost.Of(facts, figures, day, nation).Scale?.Known).Max();

    private static decimal? Yearly(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation) =>
        PayLines.Total(facts, figures, day, nation, PayPost.Of(facts, figures, day, nation), WorkedRota.Of(facts, figures, day, nation));

    private static List<PayslipDifference> Compare(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation, PayPost post, WorkedRota rota,
        IReadOnlyList<PayLine> lines)
    {
        if (facts.Payslip.Count == 0)
        {
            return [];
        }

        var typed = facts.Payslip.ToDictionary(line => line.Key, line => line.Amount);
        var before = Before(facts, figures, day, nation, post, rota);
        return
        [
            .. Enum.GetValues<PayLineKey>().Where(key => typed.ContainsKey(key) || lines.Any(line => line.Key == key)).Select(key =>
            {
                decimal? expected = lines.FirstOrDefault(line => line.Key == key) is { } line ? (line.Amount / 12).ToPence() : null;
                decimal? said = typed.TryGetValue(key, out var amount) ? amount : null;
                var difference = (expected ?? 0) - (said ?? 0);
                return new PayslipDifference(key, said, expected, difference, Cause(key, said, expected, before.FirstOrDefault(old => old.Key == key)?.Amount / 12, rota, post));
            }),
        ];
    }

    // The lines by the circular before the last one, for telling pay that has not been brought up to date.
    private static IReadOnlyList<PayLine> Before(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation, PayPost post, WorkedRota rota)
    {
        if (post.Scale?.Known is not { } known)
        {
            return [];
        }

        var then = figures.KnownOn(known.AddDays(-1));
        return PayLines.Of(facts, then, day, nation, PayPost.Of(facts, then, day, nation), rota).Lines;
    }

    private static string? Cause(PayLineKey key, decimal? said, decimal? expected, decimal? before, WorkedRota rota, PayPost post)
    {
        if (Math.Abs((expected ?? 0) - (said ?? 0)) <= 1)
        {
            return null;
        }

        if (before is { } old && said is { } paid && Math.Abs(paid - old) <= 1)
        {
            return $"It is what the scale before {post.Scale!.Known!.Value.Words()} gives: arrears are owed.";
        }

        return key switch
        {
            _ when expected is null => "Nothing in what you told us gives this line: check the work schedule.",
            PayLineKey.LtftAllowance when said is null or 0 => "The allowance is missing, the most usual error.",
            PayLineKey.Weekends or PayLineKey.OnCall when said < expected => "It may have been cut by your hours instead of your share of the weekends or on calls, a usual error.",
            PayLineKey.Basic when said < expected => "Cover for colleagues’ leave may be left out of your average hours, or basic pay was cut by the percentage instead of the hours; both are usual errors.",
            _ when said is null or 0 => "The line is missing.",
            _ => "Ask payroll for the sum behind this line.",
        };
    }

    // What the contract has no line for is missing from a total that a doctor would look for it in: that is said with its why.
    private static IEnumerable<Warning> NotInTheTotal(PayQuestion facts, PayPost post, IReadOnlyList<PayLine> lines)
    {
        var isPaid = lines.Count > 0;
        var (isEngland, isBanded, isWales) = (isPaid && post.Contract == Contracts.Resident2016, isPaid && post.Contract == Contracts.Resident2002,
            isPaid && post.Contract == Contracts.Resident2026);
        return new (string Field, string Words, bool IsGiven, bool IsPaidBy)[]
        {
            ("weekends", "weekends", facts.Weekends is not null, isEngland),
            ("onCall", "on call from home", facts.OnCall is not null, isEngland),
            ("nightHours", "night hours", facts.NightHours > 0, isEngland),
            ("outOfHours", "hours out of hours", facts.OutOfHours > 0, isWales),
            ("london", "London", facts.London is not null, isEngland),
            ("premium", "that premium", facts.Premium is not null, lines.Any(line => line.Key == PayLineKey.Premium)),
            ("banding", "a band", facts.Banding is not null, isBanded),
        }.Where(fact => fact.IsGiven && !fact.IsPaidBy)
            .Select(fact => new Warning(fact.Field, $"This contract has no line for {fact.Words} in what we hold, so it is not in the total."));
    }

    // Where pay goes by bands of hours, hours may leave it where it is.
    private static IEnumerable<Warning> Unmoved(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation, PayPost post)
    {
        if (post.Contract != Contracts.Resident2002)
        {
            yield break;
        }

        var said = Said(facts);
        foreach (var (field, isTold, without) in new[] { ("hours", facts.Hours is not null, facts with { Hours = null }),
            ("fullTimeHours", facts.FullTimeHours is not null, facts with { FullTimeHours = null }) })
        {
            if (isTold && Said(without).SequenceEqual(said))
            {
                yield return new Warning(field, $"The scale is paid in full, so {(field == "hours" ? "your hours" : "the hours of the full-time rota")} move nothing.");
            }
        }

        IEnumerable<string> Said(PayQuestion question)
        {
            var rota = WorkedRota.Of(question, figures, day, nation);
            return PayLines.Of(question, figures, day, nation, post, rota).Lines
                .Select(line => line.Formula)
                .Concat(Shares.Select(percent => $"{TotalAt(question, figures, day, nation, post, rota, percent)}"));
        }
    }

    private static IEnumerable<Warning> Hours(PayQuestion facts, PayRuleFigures figures, WorkedRota rota, DateOnly day, Nation nation)
    {
        if (facts is { FullTimeHours: null, Hours: { } own } && rota.FullTimeHours is { } taken)
        {
            yield return new Warning("fullTimeHours", taken == own
                ? $"Taken: your {own:0.##} hours a week are those of the full-time rota. If that rota has more, put in its hours."
                : $"Taken: a full-time rota of {taken:0.##} hours a week. Put in the hours of yours: what other shares of it pay, and what goes by your share of it, rest on them.");
        }

        if (facts.Hours > facts.FullTimeHours)
        {
            yield return new Warning("hours", "Your hours are more than those of the full-time rota.");
        }

        if (figures.PayAllowances.Where(row => row.Item == "extra-hours").At(day, nation, row => row.Contract) is [{ To: { } most }, ..]
            && (rota.Hours > most || rota.FullTimeHours > most))
        {
            yield return new Warning(rota.Hours > most ? "hours" : "fullTimeHours",
                $"More than {most:0} hours a week on average is above what even a doctor who opted out of the working-time rules may work.");
        }

        if (facts.LessThanFullTime == true && facts.Hours is null)
        {
            yield return new Warning("hours", "You train less than full time and gave no hours: the full-time hours are taken.");
        }
    }

    private static AnswerTable LinesTable(IReadOnlyList<PayLine> lines) => new(
        "lines",
        "Pay for a year, line by line",
        [new("line", "Line"), new("formula", "How"), new("amount", "A year", "GBP"), new("month", "A month", "GBP"), new("where", "Where"), new("status", "How sure")],
        [.. lines.Select(line => (IReadOnlyList<AnswerCell>)[PayLineKeys.Name(line.Key), line.Formula, line.Amount, (line.Amount / 12).ToPence(), line.Clause, line.Status])]);

    private static AnswerTable PayslipTable(IReadOnlyList<PayslipDifference> payslip) => new(
        "payslip",
        "Your payslip beside what is expected, for a month",
        [new("line", "Line"), new("typed", "Your payslip", "GBP"), new("expected", "Expected", "GBP"), new("difference", "Missing", "GBP"), new("cause", "Usual cause")],
        [.. payslip.Select(line => (IReadOnlyList<AnswerCell>)[PayLineKeys.Name(line.Key), line.Typed, line.Expected, line.Difference, line.Cause])])
    {
        Doubt = "A twelfth of a year is expected each month; a difference of a pound or less is rounding. Less than nothing missing is more than expected.",
    };

    private static AnswerTable SharesTable(IReadOnlyList<PayAtShare> shares) => new(
        "shares",
        "The same rota at usual shares of full time",
        [new("percent", "Share", "%"), new("total", "A year", "GBP"), new("month", "A month", "GBP")],
        [.. shares.Select(share => (IReadOnlyList<AnswerCell>)[share.Percent, share.Total, (share.Total / 12).ToPence()])])
    {
        Doubt = "Each share is taken of the hours, weekends, on calls and nights alike; your own rota may be shared out otherwise.",
    };
}
