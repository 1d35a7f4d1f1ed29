using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Shadowing;

/// <summary>Finds the paid shadowing days, the working days right before the first day as F1, and what they pay: F1 basic pay of the day, divided by the working days of the 2022 agreement.</summary>
public static class ShadowingDatesFinder
{
    private const string Contract = "resident-2016";
    private const string FirstYear = "FY1";

    /// <summary>Finds the days and their pay.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static ShadowingDates Find(ShadowingStart facts, ShadowingFigures figures, DateOnly on, Nation nation)
    {
        var minimum = figures.MinimumDays.At(facts.Start, nation);
        var usual = figures.UsualDaysBeforeStart.At(facts.Start, nation);
        if (minimum.Whole is not { } number || usual.Whole is null)
        {
            var says = $"How many shadowing days there are in {nation.Name()}, when, and what they pay was not found: ask {usual.Ask ?? minimum.Ask}.";
            return new ShadowingDates { Verdict = Verdict.Unknown, Says = says, Days = [], Reasons = [minimum.Because("days-unknown", says)] };
        }

        var working = new WorkingDays(figures.WorkingDays, nation);
        var days = working.Before(facts.Start, number + (facts.ExtraDays ?? 0));
        var split = Math.Max(0, days.Count - number);
        var (added, own) = (days.Take(split).ToList(), days.Skip(split).ToList());
        if (own.Count == 0)
        {
            var says = "There are no working days before that day.";
            return new ShadowingDates { Verdict = Verdict.No, Says = says, Days = [], Reasons = [usual.Because("days-before-f1", says)] };
        }

        var pay = Pay.Of(added, own, figures, nation);
        var between = working.HolidaysIn(days[0], facts.Start);
        return new ShadowingDates
        {
            Verdict = Verdict.Yes,
            Says = $"Your shadowing days are {days[0].Words()} to {days[^1].Words()}{(pay is null ? "" : $", at {Pounds(pay.PerDay)} a day")}.",
            Days = days,
            AddedDays = added,
            PerDay = pay?.PerDay,
            Total = pay?.Total,
            ExtraTotal = pay?.ExtraTotal,
            PaidBy = pay is null ? null : $"The {number} days before F1 are funded centrally. Days that the trust adds are paid by the trust.",
            Reasons =
            [
                usual.Because("days-before-f1", $"The {number} working days before {facts.Start.Words()}; your employer’s letter decides."),
                minimum.Because("minimum-days", $"At least {minimum.Text} of shadowing before F1 are paid."),
                .. between.Select(holiday => holiday.Because("bank-holiday", $"{holiday.Day.DayOfWeek} {holiday.Day.Words()} is no working day in {nation.Name()}: {holiday.Name}.", holiday.Name)),
                .. pay?.Reasons ?? [figures.DayRate.At(facts.Start, nation).Because("rate-unknown", $"What a day pays in {nation.Name()} was not found; it is paid at F1 basic pay.")],
            ],
            Working = pay?.Working ?? [],
            Milestones =
            [
                .. added.Count == 0 ? Array.Empty<Milestone>() : [usual.Date("shadowing-added", added[0], added[^1], "Shadowing days that your trust adds")],
                usual.Date("shadowing", own[0], own[^1], "Shadowing before F1") with { Status = StatusExtensions.Worse(StatusExtensions.Worse(usual.Status, Status.Computed), working.StatusOf(own[0], own[^1])) },
            ],
            Warnings = [.. Warnings(facts, working)],
        };
    }

    private static IEnumerable<Warning> Warnings(ShadowingStart facts, WorkingDays working)
    {
        if (facts.Start is not { Month: 8, DayOfWeek: DayOfWeek.Wednesday, Day: <= 7 })
        {
            yield return new Warning("start", "F1 normally starts on the first Wednesday in August; check the day if yours is not an agreed later start.");
        }

        if (!working.Includes(facts.Start))
        {
            yield return new Warning("start", $"{facts.Start.DayOfWeek} {facts.Start.Words()} is no working day{(working.HolidayOn(facts.Start) is { } holiday ? $" ({holiday.Name})" : "")}.");
        }

        if (!working.Covers(facts.Start))
        {
            yield return new Warning("start", $"Bank holidays are listed for {working.Years.First} to {working.Years.Last} only: in other years only weekends are left out.");
        }
    }

    private static string Pounds(decimal amount) => FigureText.Of(Amount.Of(amount), "GBP");

    private sealed record Pay(decimal PerDay, decimal Total, decimal ExtraTotal, IReadOnlyList<Reason> Reasons, IReadOnlyList<WorkingLine> Working)
    {
        // Each day by the pay of that day; rounded to the penny once, in the sum.
        public static Pay? Of(List<DateOnly> added, List<DateOnly> own, ShadowingFigures figures, Nation nation)
        {
            var divisor = figures.WorkingDaysInFormula.At(own[^1], nation);
            var scales = added.Concat(own).Select(day => figures.Pay.PayScales.Steps(day, nation, Contract, FirstYear)).ToList();
            if (divisor.Number is not { } days || scales.Exists(scale => scale.Count == 0))
            {
                return null;
            }

            var rates = scales.ConvertAll(scale => scale[0].Gbp / days);
            var last = scales[^1][0];
            var (perDay, total, extra) = (Pence(rates[^1]), Pence(rates.Skip(added.Count).Sum()), Pence(rates.Take(added.Count).Sum()));
            var status = StatusExtensions.Worse(last.Status, divisor.Status);
            return new Pay(
                perDay,
                total,
                extra,
                [
                    last.Because("basic-pay", $"F1 basic pay on {own[^1].Words()} is {Pounds(last.Gbp)} a year.{(last.Note is null ? "" : " " + last.Note)}", Pounds(last.Gbp)),
                    divisor.Because("formula", $"A shadowing day pays F1 basic pay divided by {divisor.Text}."),
                ],
                [
                    new WorkingLine($"{Pounds(last.Gbp)} ÷ {days:0} = {Pounds(perDay)} a day") { Status = status, Figure = divisor.Figure.Name, SourceId = last.Source },
                    new WorkingLine($"{own.Count} days: {Pounds(last.Gbp)} ÷ {days:0} × {own.Count} = {Pounds(total)}"),
                    .. added.Count == 0 ? Array.Empty<WorkingLine>() : [new WorkingLine($"{added.Count} added days: {Pounds(last.Gbp)} ÷ {days:0} × {added.Count} = {Pounds(extra)}")],
                ]);
        }

        private static decimal Pence(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
    }
}
