using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Shadowing;

/// <summary>
/// Finds the paid shadowing days, the working days right before the first day as F1, and what they pay: F1 basic pay of the day, divided by the working days of
/// the 2022 agreement.
/// </summary>
public static class ShadowingDatesFinder
{
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
            return new ShadowingDates
            {
                Verdict = Verdict.Unknown,
                Says = says,
                Days = [],
                Reasons = [minimum.Because("days-unknown", says)],
                Warnings = facts.ExtraDays > 0 ? [new Warning("extraDays", "Not counted: no rule says which days they would be.")] : []
            };
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

        var answer = new ShadowingDates
        {
            Verdict = Verdict.Yes,
            Says = $"Your shadowing days are {(usual.Status == Status.Sure ? "" : "probably ")}{days[0].Words()} to {days[^1].Words()}.",
            Days = days,
            AddedDays = added,
            Reasons =
            [
                usual.Because("days-before-f1", $"The {number} working days before {facts.Start.Words()}; your employer’s letter decides."),
                minimum.Because("minimum-days", $"At least {minimum.Text} of shadowing before F1 are paid."),
                .. working.HolidaysIn(days[0], facts.Start)
                    .Select(holiday => holiday.Because("bank-holiday",
                        $"{holiday.Day.DayOfWeek} {holiday.Day.Words()} is no working day in {nation.Name()}: {holiday.Name}.", holiday.Name)),
            ],
            Milestones =
            [
                .. added.Count == 0 ? Array.Empty<Milestone>() : [usual.Date("shadowing-added", added[0], added[^1], "Shadowing days that your trust adds")],
                usual.Date("shadowing", own[0], own[^1],
                    "Shadowing before F1") with { Status = StatusExtensions.Worse(StatusExtensions.Worse(usual.Status, Status.Computed), working.StatusOf(own[0], own[^1])) },
            ],
            Warnings = [.. Warnings(facts, working)],
        };
        return Paid(answer, own, figures, nation);
    }

    private static IEnumerable<Warning> Warnings(ShadowingStart facts, WorkingDays working)
    {
        if (facts.Start is not { Month: 8, DayOfWeek: DayOfWeek.Wednesday, Day: <= 7 })
        {
            yield return new Warning("start", "F1 normally starts on the first Wednesday in August; check the day if yours is not an agreed later start.");
        }

        if (!working.Includes(facts.Start))
        {
            yield return new Warning("start",
                $"{facts.Start.DayOfWeek} {facts.Start.Words()} is no working day{(working.HolidayOn(facts.Start) is { } holiday ? $" ({holiday.Name})" : "")}.");
        }

        if (!working.Covers(facts.Start))
        {
            yield return new Warning("start", $"Bank holidays are listed for {working.Years.First} to {working.Years.Last} only: in other years only weekends are left out.");
        }
    }

    // Each day by the pay of that day; rounded to the penny once, in the sum.
    private static ShadowingDates Paid(ShadowingDates unpaid, List<DateOnly> own, ShadowingFigures figures, Nation nation)
    {
        var divisor = figures.WorkingDaysInFormula.At(own[^1], nation);
        var scales = unpaid.Days.ToDictionary(day => day, day => figures.Pay.PayScales.Steps(day, nation, Contracts.Resident2016, FirstYear) is [var first, ..] ? first : null);
        if (divisor.Number is not { } days || scales[own[^1]] is not { } last || scales.ContainsValue(null))
        {
            var unknown = figures.DayRate.At(own[^1], nation).Because("rate-unknown", $"What a day pays in {nation.Name()} was not found; it is paid at F1 basic pay.");
            return unpaid with { Reasons = [.. unpaid.Reasons, unknown] };
        }

        decimal Sum(IEnumerable<DateOnly> some) => some.Sum(day => scales[day]!.Gbp / days).ToPence();
        string Formula(IReadOnlyList<DateOnly> some) =>
            $"{string.Join(" + ", some.GroupBy(day => scales[day]!.Gbp).Select(rate => $"{rate.Key.InPounds()} ÷ {days:0} × {rate.Count()}"))} = {Sum(some).InPounds()}";
        var perDay = (last.Gbp / days).ToPence();
        return unpaid with
        {
            Says = unpaid.Says.TrimEnd('.') + (unpaid.Days.All(day => scales[day]!.Gbp == last.Gbp)
                ? $", at {perDay.InPounds()} a day."
                : $"; the last of them pays {perDay.InPounds()}, each by the pay of its own day.") + (last.LastKnown is { } lastKnown
                ? $" {lastKnown}"
                : ""),
            PerDay = perDay,
            Total = Sum(own),
            ExtraTotal = Sum(unpaid.AddedDays),
            PaidBy = $"The {own.Count} days before F1 are funded centrally. Days that the trust adds are paid by the trust.",
            Reasons =
            [
                .. unpaid.Reasons,
                last.Because("basic-pay", $"F1 basic pay on {own[^1].Words()} is {last.Gbp.InPounds()} a year.{(last.Note is null ? "" : " " + last.Note)}", last.Gbp.InPounds()),
                divisor.Because("formula", $"A shadowing day pays F1 basic pay divided by {divisor.Text}."),
            ],
            Working =
            [
                new WorkingLine($"{last.Gbp.InPounds()} ÷ {days:0} = {perDay.InPounds()} a day") { Status = StatusExtensions.Worse(last.Status, divisor.Status),
                    Figure = divisor.Figure.Name, SourceId = last.Source },
                new WorkingLine($"{own.Count} days: {Formula(own)}"),
                .. unpaid.AddedDays.Count == 0 ? Array.Empty<WorkingLine>() : [new WorkingLine($"{unpaid.AddedDays.Count} added days: {Formula(unpaid.AddedDays)}")],
            ],
        };
    }
}
