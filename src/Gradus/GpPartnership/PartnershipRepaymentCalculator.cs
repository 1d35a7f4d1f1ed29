using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpPartnership;

/// <summary>
/// Works out what the New to Partnership Payment Scheme paid and what a partner who leaves repays: a share for each promised year that is not complete. How a
/// part year counts was not found,
/// so the answer lies between the readings: only whole years count (most), months count, a started year counts (least).
/// </summary>
public static class PartnershipRepaymentCalculator
{
    /// <summary>Works out the payment by sessions and what is to be repaid on leaving, in pounds, as a range over the readings where only part of a year was served.</summary>
    /// <param name="facts">What the partner told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about; the day of leaving where none is given.</param>
    /// <param name="nation">The nation asked about.</param>
    public static PartnershipRepayment Calculate(PartnershipTime facts, PartnershipFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        FigureValue At(Figure figure) => figure.At(facts.Joined, nation);
        var (payment, least, each, onCosts) = (At(figures.Payment), At(figures.SessionsLeast), At(figures.RepayEachYear), At(figures.OnCosts));
        var fullTime = At(figures.SessionsFull);
        if (payment.Number is not { } full || fullTime.Number is not { } fullSessions || At(figures.Commitment).Whole is not { } promised)
        {
            return figures.Payment.History.After(facts.Joined, nation) is { From: { } began }
                ? Nothing(payment with { Held = figures.Payment.History.On(began, nation) }, "before-the-scheme",
                    $"Nothing was due: the scheme counted partnerships from {began.Words()}, and yours began before.")
                : new PartnershipRepayment
                {
                    Verdict = Verdict.Unknown,
                    Says = $"No such payment to new partners was found for {nation.Name()}.",
                    Reasons = [payment.Because("no-scheme", "The scheme was England’s.")]
                };
        }

        if (facts.Sessions < least.Number)
        {
            return Nothing(least, "too-few-sessions", $"Nothing was due: the scheme asked for {least.Text} a week or more, and you had {facts.Sessions:0.##}.");
        }

        var leaves = facts.Leaves ?? (on < facts.Joined ? facts.Joined : on);
        var changes = facts.Changes.Where(change => change.From < leaves).OrderBy(change => change.From).ToList();
        SessionsPaid Of(DateOnly from, decimal sessions)
        {
            var exact = sessions < least.Number ? 0 : full * Math.Min(sessions, fullSessions) / fullSessions;
            return new SessionsPaid(from, sessions, exact.ToPence()) { Exact = exact };
        }

        var payments = new PartnershipPayments(facts.Joined, [Of(facts.Joined, facts.Sessions), .. changes.Select(change => Of(change.From, change.Sessions))],
            changes.Find(change => change.Sessions < least.Number)?.From, promised, each.Number ?? 0);
        var leaving = payments.On(leaves);
        var (amount, fewer) = (leaving.Now.Payment, At(figures.FewerSessions));
        var extra = (leaving.Now.Exact * (onCosts.Number ?? 0) / 100).ToPence();
        var timeline = Enumerable.Range(0, promised + 1)
            .Select(year => (Year: year, Day: facts.Joined.MonthsOn(year * 12)))
            .Where(year => year.Day is not null)
            .Select(year => (year.Year, Day: year.Day!.Value, Owed: payments.On(year.Day!.Value)))
            .ToList();
        string Share(SessionsPaid paid) => $"{payment.Text} × {Math.Min(paid.Sessions, fullSessions):0.##} ÷ {fullSessions:0.##}";
        return new PartnershipRepayment
        {
            Verdict = leaving.Most == 0 ? Verdict.Yes : Verdict.NotYet,
            Says = $"{Leaving(leaves, leaving, payments, promised)}{(payments.Cuts.Any() ? " Fewer sessions can by themselves have meant paying back a part: ask how much." : "")}",
            Payment = amount,
            Payments = payments.Kept,
            OnCosts = extra,
            TrainingFund = At(figures.TrainingFund).Number,
            CompletedYears = leaving.Whole,
            RepayLeast = leaving.Least,
            RepayByMonths = leaving.ByMonths,
            RepayMost = leaving.Most,
            Reasons = [.. Reasons(figures, payments, leaving, At)],
            Working =
            [
                new WorkingLine($"Payment: {Share(payments.Kept[0])} = {payments.Kept[0].Payment.InPounds()}") { Status = payment.Status,
                    Figure = payment.Figure.Name, SourceId = payment.SourceId },
                .. payments.Kept.Skip(1)
                    .Select(paid => new WorkingLine(paid.Payment > 0
                        ? $"From {paid.From.Words()}: {Share(paid)} = {paid.Payment.InPounds()}"
                        : $"From {paid.From.Words()}: {FigureText.Count(paid.Sessions, "sessions")}, fewer than {least.Text}, so no payment") { Status = payment.Status,
                        Figure = payment.Figure.Name, SourceId = payment.SourceId }),
                new WorkingLine($"On top came on-costs of {onCosts.Text}, {extra.InPounds()}, and a training fund of up to {At(figures.TrainingFund).Text}") { Status = onCosts.Status,
                    Figure = onCosts.Figure.Name, SourceId = onCosts.SourceId },
                new WorkingLine($"Only whole years count: {Share(leaving.Highest)} × {each.Text} × {promised - leaving.Whole} = {leaving.Most.InPounds()}") { Status = each.Status,
                    Figure = each.Figure.Name, SourceId = each.SourceId },
                new WorkingLine($"Months count: {Share(leaving.Now)} × {each.Text} × {(promised * 12) - leaving.Months} ÷ 12 = {leaving.ByMonths.InPounds()}"),
                new WorkingLine($"A started year counts: {Share(leaving.Lowest)} × {each.Text} × {promised - leaving.Started} = {leaving.Least.InPounds()}"),
            ],
            Milestones = Days([.. timeline.Where(year => facts.Leaves is null || year.Day <= leaves || on < leaves)], payments, each, fewer, facts.Leaves),
            Tables = [Timeline(timeline, payments.Kept.Count > 1)],
            Warnings = [.. Late(facts.Joined, figures.Signing, nation),
                .. facts.Changes.Index()
                    .Where(change => change.Item.From >= leaves)
                    .Select(change => new Warning($"changes[{change.Index}].from",
                        $"The change on {change.Item.From.Words()} is not before the day of leaving, so it is not counted."))],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(PartnershipTime facts, PartnershipFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Leaves < facts.Joined)
        {
            errors.Add("leaves", $"Expected a day on or after {facts.Joined}, your first day as a partner.");
        }

        foreach (var (index, _) in facts.Changes.Index()
            .Where(change => change.Item.From <= facts.Joined || facts.Changes.Take(change.Index).Any(other => other.From == change.Item.From)))
        {
            errors.Add($"changes[{index}].from", $"Expected a day after {facts.Joined}, your first day as a partner, and each day once.");
        }
    }

    private static string Leaving(DateOnly leaves, RepaymentOn leaving, PartnershipPayments payments, int promised)
    {
        var paid = payments.Kept.Count == 1 ? $"the {leaving.Now.Payment.InPounds()}"
            : $"what was paid, {string.Join(", ", payments.Kept.Select((one, place) => $"{one.Payment.InPounds()} for {FigureText.Count(one.Sessions, "sessions")} {(place == 0 ? "first" : $"from {one.From.Words()}")}"))}";
        return leaving.Most == 0 ? $"You keep all of {paid}: on {leaves.Words()} the {promised} years are complete."
            : leaving.Least == leaving.Most ? $"Leaving on {leaves.Words()} you repay {leaving.Most.InPounds()} of {paid}."
            : payments.Kept.Count > 1 ? $"Leaving on {leaves.Words()} you repay from {leaving.Least.InPounds()} to {leaving.Most.InPounds()} of {paid}."
            : $"Leaving on {leaves.Words()} you repay from {leaving.Least.InPounds()} to {leaving.Most.InPounds()} of {paid}: the most if only whole years count, {leaving.ByMonths.InPounds()} if months count, the least if a started year counts as a whole one.";
    }

    private static IEnumerable<Reason> Reasons(PartnershipFigures figures, PartnershipPayments payments, RepaymentOn leaving, Func<Figure, FigureValue> at)
    {
        var (each, fullTime, least) = (at(figures.RepayEachYear), at(figures.SessionsFull), at(figures.SessionsLeast));
        yield return each.Because("years-not-completed",
            $"{Years(leaving.Whole)} of {payments.Promised} complete; {each.Text} of the payment is repaid for each one that is not. The agreement you signed decides.");
        if (leaving.Most > 0)
        {
            yield return at(figures.PartYear).Because("part-year",
                "How a part year counts was not found, nor whether on-costs and training money, which are not in the sum, are repaid as well: get the sum in writing before you give notice.");
        }

        if (payments.Paid.Skip(1).Any())
        {
            yield return fullTime.Because("sessions-changed",
                "The payment is adjusted when sessions change; how was not found, so the ends take the least and the most payment that applied.");
        }

        foreach (var (to, less) in payments.Cuts)
        {
            yield return at(figures.FewerSessions).Because("fewer-sessions",
                $"From {to.From.Words()} the payment is {to.Payment.InPounds()}, {less.InPounds()} less. Cutting sessions can by itself mean paying back a part; how much was not found, and what you repaid then is not taken off here.");
        }

        if (payments.Fell is { } day)
        {
            yield return least.Because("below-the-least", $"From {day.Words()} you had fewer than {least.Text} a week; the higher end counts your years only to that day.");
        }

        yield return fullTime.Because("full-time", $"{fullTime.Text} a week count as full time.{(fullTime.Held?.Note is { } note ? " " + note : "")}");
        var tax = at(figures.TaxedEachYear);
        if (tax.Number is { } percent)
        {
            yield return tax.Because("tax",
                $"Background: accountants took {tax.Text} of the payment, {(leaving.Now.Exact * percent / 100).InPounds()}, as taxable in each year. {tax.Held!.Note}".TrimEnd());
        }
    }

    // The anniversaries, and the days on which sessions were cut, in the order of the calendar. One after a day of leaving that is still to come is said of staying.
    private static IReadOnlyList<Milestone> Days(IReadOnlyList<(int Year, DateOnly Day, RepaymentOn Owed)> timeline, PartnershipPayments payments,
        FigureValue each, FigureValue fewer, DateOnly? leaves)
    {
        var anniversaries = timeline.Skip(1)
            .Select(year => each.Date($"anniversary-{year.Year}", year.Day,
                $"{(year.Day > leaves ? "If you stay: " : "")}{Years(year.Year)} complete as a partner; {year.Owed.Words} of the payment left to repay") with
            {
                Note = "Eligibility is checked each year; ask when yours is.",
            });
        var cuts = payments.Cuts.Select(cut => fewer.Date($"fewer-sessions-{cut.To.From:yyyy-MM-dd}", cut.To.From,
            "Fewer sessions from this day: a part of the payment can be due back; ask how much"));
        return [.. anniversaries.Concat(cuts).OrderBy(date => date.First)];
    }

    // Each row is what leaving on that day would cost, so it agrees with the answer to that day.
    private static AnswerTable Timeline(IReadOnlyList<(int Year, DateOnly Day, RepaymentOn Owed)> timeline, bool isChanged) => isChanged
        ? new("timeline", "What is left to repay after each whole year",
            [new("years", "Whole years"), new("day", "Complete on"), new("sessions", "Sessions a week until then"), new("repay", "To repay, at least", "GBP"),
                new("repay-most", "To repay, at most", "GBP")],
            [.. timeline.Select(year => (IReadOnlyList<AnswerCell>)[year.Year, year.Day, year.Owed.Sessions, year.Owed.Least, year.Owed.Most])])
        : new("timeline", "What is left to repay after each whole year",
            [new("years", "Whole years"), new("day", "Complete on"), new("repay", "To repay", "GBP")],
            [.. timeline.Select(year => (IReadOnlyList<AnswerCell>)[year.Year, year.Day, year.Owed.Most])]);

    // After the last day that was named the scheme may still have taken partners: the day it closed was not found.
    private static IEnumerable<Warning> Late(DateOnly joined, IReadOnlyList<SigningWindow> windows, Nation nation) =>
        windows.FirstOrDefault(window => window.Nation.Includes(nation)) is { } window && joined > window.Last
            ? [new Warning("joined",
                $"The last end of the scheme that was named is {window.Last.Words()}, and you became a partner after it: the sums are yours only if you were admitted. The day it closed was not found.")]
            : [];

    private static PartnershipRepayment Nothing(FigureValue because, string key, string says) =>
        new() { Verdict = Verdict.No, Says = says, Payment = 0, OnCosts = 0, TrainingFund = 0, RepayLeast = 0, RepayMost = 0, Reasons = [because.Because(key, says)] };

    private static string Years(int years) => years == 1 ? "1 whole year" : $"{years} whole years";
}
