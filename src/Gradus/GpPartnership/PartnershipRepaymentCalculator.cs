using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpPartnership;

/// <summary>
/// Works out what the New to Partnership Payment Scheme paid and what a partner who leaves repays: a share for each promised year that is not complete. How a part year counts was not found,
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
                ? Nothing(payment with { Held = figures.Payment.History.On(began, nation) }, "before-the-scheme", $"Nothing was due: the scheme counted partnerships from {began.Words()}, and yours began before.")
                : new PartnershipRepayment { Verdict = Verdict.Unknown, Says = $"No such payment to new partners was found for {nation.Name()}.", Reasons = [payment.Because("no-scheme", "The scheme was England’s.")] };
        }

        if (facts.Sessions < least.Number)
        {
            return Nothing(least, "too-few-sessions", $"Nothing was due: the scheme asked for {least.Text} a week or more, and you had {facts.Sessions:0.##}.");
        }

        decimal Owed(decimal sessions, decimal years) => (full * sessions * Math.Max(0, promised - years) * (each.Number ?? 0) / (fullSessions * 100)).ToPence();
        var leaves = facts.Leaves ?? (on < facts.Joined ? facts.Joined : on);
        var changes = facts.Changes.Where(change => change.From < leaves).OrderBy(change => change.From).ToList();
        var fell = changes.Find(change => change.Sessions < least.Number)?.From;
        List<decimal> paid = [.. changes.TakeWhile(change => change.From != fell).Select(change => change.Sessions).Prepend(facts.Sessions).Select(sessions => Math.Min(sessions, fullSessions))];
        var (now, lowest, highest, amount) = (paid[^1], paid.Min(), paid.Max(), (full * paid[^1] / fullSessions).ToPence());
        var extra = (amount * (onCosts.Number ?? 0) / 100).ToPence();
        var (years, months) = (CompletedMonths(facts.Joined, fell ?? leaves, promised) / 12, CompletedMonths(facts.Joined, leaves, promised));
        var started = facts.Joined.MonthsOn(months) == leaves && months % 12 == 0 ? months / 12 : Math.Min(promised, (months / 12) + 1);
        var (repayMost, repayByMonth, repayLeast) = (Owed(highest, years), Owed(now, months / 12m), Owed(lowest, started));

        List<Reason> reasons = [each.Because("years-not-completed", $"{Years(years)} of {promised} complete; {each.Text} of the payment is repaid for each one that is not. The agreement you signed decides.")];
        if (repayMost > 0)
        {
            reasons.Add(At(figures.PartYear).Because("part-year", "How a part year counts was not found, nor whether on-costs and training money, which are not in the sum, are repaid as well: get the sum in writing before you give notice."));
        }

        if (paid.Count > 1)
        {
            reasons.Add(fullTime.Because("sessions-changed", "The payment is adjusted when sessions change; how was not found, so the ends take the least and the most payment that applied."));
        }

        if (fell is { } day)
        {
            reasons.Add(least.Because("below-the-least", $"From {day.Words()} you had fewer than {least.Text} a week; the higher end counts your years only to that day."));
        }

        reasons.Add(fullTime.Because("full-time", $"{fullTime.Text} a week count as full time.{(fullTime.Held?.Note is { } note ? " " + note : "")}"));
        var tax = At(figures.TaxedEachYear);
        if (tax.Number is { } percent)
        {
            reasons.Add(tax.Because("tax", $"Background: accountants took {tax.Text} of the payment, {(amount * percent / 100).InPounds()}, as taxable in each year. {tax.Held!.Note}".TrimEnd()));
        }

        var timeline = Enumerable.Range(0, promised + 1).Select(year => (Year: year, Day: facts.Joined.MonthsOn(year * 12), Owed: Owed(now, year))).Where(year => year.Day is not null).ToList();
        return new PartnershipRepayment
        {
            Verdict = repayMost == 0 ? Verdict.Yes : Verdict.NotYet,
            Says = repayMost == 0 ? $"You keep all of the {amount.InPounds()}: on {leaves.Words()} the {promised} years are complete."
                : $"Leaving on {leaves.Words()} you repay {(repayLeast == repayMost ? repayMost.InPounds() : $"from {repayLeast.InPounds()} to {repayMost.InPounds()}")} of the {amount.InPounds()}.",
            Payment = amount,
            OnCosts = extra,
            TrainingFund = At(figures.TrainingFund).Number,
            CompletedYears = years,
            RepayLeast = repayLeast,
            RepayMost = repayMost,
            Reasons = reasons,
            Working =
            [
                new WorkingLine($"Payment: {payment.Text} × {now:0.##} ÷ {fullSessions:0.##} = {amount.InPounds()}; on-costs of {onCosts.Text}, {extra.InPounds()}, and a training fund of up to {At(figures.TrainingFund).Text} come on top") { Status = payment.Status, Figure = payment.Figure.Name, SourceId = payment.SourceId },
                new WorkingLine($"Only whole years count: {payment.Text} × {highest:0.##} ÷ {fullSessions:0.##} × {each.Text} × {promised - years} = {repayMost.InPounds()}") { Status = each.Status, Figure = each.Figure.Name, SourceId = each.SourceId },
                new WorkingLine($"Months count: {payment.Text} × {now:0.##} ÷ {fullSessions:0.##} × {each.Text} × {(promised * 12) - months} ÷ 12 = {repayByMonth.InPounds()}"),
                new WorkingLine($"A started year counts: {payment.Text} × {lowest:0.##} ÷ {fullSessions:0.##} × {each.Text} × {promised - started} = {repayLeast.InPounds()}"),
            ],
            Milestones = [.. timeline.Skip(1).Select(year => each.Date($"anniversary-{year.Year}", year.Day!.Value, $"{Years(year.Year)} complete as a partner; {(year.Owed == 0 ? "nothing" : year.Owed.InPounds())} of the payment left to repay") with { Note = "Eligibility is checked each year; ask when yours is." })],
            Tables = [new AnswerTable("timeline", "What is left to repay after each whole year", [new("years", "Whole years"), new("day", "Complete on"), new("repay", "To repay", "GBP")], [.. timeline.Select(year => (IReadOnlyList<AnswerCell>)[year.Year, year.Day, year.Owed])])],
            Warnings = [.. Late(facts.Joined, figures.Signing, nation), .. facts.Changes.Index().Where(change => change.Item.From >= leaves).Select(change => new Warning($"changes[{change.Index}].from", $"The change on {change.Item.From.Words()} is not before the day of leaving, so it is not counted."))],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(PartnershipTime facts, PartnershipFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Leaves < facts.Joined)
        {
            errors.Add("leaves", $"Expected a day on or after {facts.Joined.Words()}, your first day as a partner.");
        }

        foreach (var (index, _) in facts.Changes.Index().Where(change => change.Item.From <= facts.Joined || facts.Changes.Take(change.Index).Any(other => other.From == change.Item.From)))
        {
            errors.Add($"changes[{index}].from", $"Expected a day after {facts.Joined.Words()}, your first day as a partner, and each day once.");
        }
    }

    // After the last day that was named the scheme may still have taken partners: the day it closed was not found.
    private static IEnumerable<Warning> Late(DateOnly joined, IReadOnlyList<SigningWindow> windows, Nation nation) =>
        windows.FirstOrDefault(window => window.Nation.Includes(nation)) is { } window && joined > window.Last
            ? [new Warning("joined", $"The last end of the scheme that was named is {window.Last.Words()}, and you became a partner after it: the sums are yours only if you were admitted. The day it closed was not found.")]
            : [];

    private static PartnershipRepayment Nothing(FigureValue because, string key, string says) =>
        new() { Verdict = Verdict.No, Says = says, Payment = 0, OnCosts = 0, TrainingFund = 0, RepayLeast = 0, RepayMost = 0, Reasons = [because.Because(key, says)] };

    private static int CompletedMonths(DateOnly joined, DateOnly leaves, int promised) => Enumerable.Range(0, (promised * 12) + 1).Last(months => months == 0 || joined.MonthsOn(months) <= leaves);
    private static string Years(int years) => years == 1 ? "1 whole year" : $"{years} whole years";
}
