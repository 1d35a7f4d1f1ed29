using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Revalidation;

/// <summary>
/// Finds the dates around a revalidation date: notice, the window for the recommendation, the next appraisal with time away counted, and the last appraisal of
/// the cycle.
/// </summary>
public static class RevalidationDatesFinder
{
    /// <summary>Finds the dates.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static RevalidationDates Find(RevalidationCycle facts, RevalidationFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var date = facts.Revalidation;
        var (usual, least) = (figures.NoticeUsual.At(date, nation), figures.NoticeMinimum.At(date, nation));
        var (noticeUsual, noticeLatest) = (Before(date, usual.Whole), Before(date, least.Whole));
        var final = figures.LastBeforeRevalidationWeeks.At(date, nation) is { IsKnown: true } weeks ? weeks : figures.LastBeforeRevalidation.At(date, nation);
        var finalBy = final.Figure == figures.LastBeforeRevalidation ? Before(date, final.Whole) : date.DaysOn(-7 * (long)(final.Low ?? 0));
        var next = facts.LastAppraisal is { } last ? Next(last, facts.Absences, figures, nation) : null;
        var overdue = next is { To: { } due } && due < on;
        var age = figures.LastAppraisalAge.At(date, nation);
        var finalFrom = final.Figure == figures.LastBeforeRevalidation ? Earlier(date, age.Whole) : date.DaysOn(-7 * (long)(final.High ?? 0));
        var serves = facts.LastAppraisal <= finalBy && facts.LastAppraisal >= finalFrom;
        List<Reason> reasons =
        [
            usual.Because("notice-usual",
                $"The GMC usually gives {usual.Text} of notice{(noticeUsual is { } by ? $", which is {by.Words()}" : "")}; your responsible officer can recommend from then until your date."),
            least.Because("notice-least", $"By law it gives at least {least.Text}{(noticeLatest is { } latest ? $": by {latest.Words()}" : "")}."),
            final.Because("final-appraisal",
                final.IsKnown
                    ? $"The last appraisal of the cycle is done at least {(final.Low == final.High ? final.Text : $"{final.Low:0} weeks")} before your date."
                    : $"How long before your date the last appraisal must be done is {final.Text} for {nation.Name()}."),
        ];
        if (serves)
        {
            reasons.Add((age.IsKnown ? age : final).Because("serves-as-last",
                $"Your appraisal of {facts.LastAppraisal!.Value.Words()} lies between {finalFrom!.Value.Words()} and {finalBy!.Value.Words()}, so by this local rule it can serve as the last of the cycle; your responsible officer’s team says whether it does.") with
            { Ask = "your responsible officer’s team" });
        }

        if (next is not null)
        {
            reasons.Add(next.Reason);
        }

        IEnumerable<Milestone?> dates =
        [
            noticeUsual is { } first
                ? usual.Date("notice-usual", first, "The GMC’s notice of your revalidation usually comes about now") with { Precision = Precision.About }
                : null,
            .. Looks(date, figures, nation),
            noticeLatest is { } law ? least.Date("notice-latest", law, "The GMC’s notice must have come") : null,
            noticeUsual is { } open ? usual.Date("recommendation", open, date, "Your responsible officer can recommend you for revalidation") : null,
            next is { From: { } from, To: { } until }
                ? next.Value.Date("next-appraisal", from, until, "Your next appraisal") with { State = overdue ? MilestoneState.Late : null }
                : null,
            finalBy is { } end ? final.Date("final-appraisal", end, "The last appraisal of your cycle is done by now") with { State = serves ? MilestoneState.Done : null } : null,
        ];
        var andBy = serves ? $"; your appraisal of {facts.LastAppraisal!.Value.Words()} can serve as the last of this cycle"
            : finalBy is { } lastDay && next?.From <= lastDay && lastDay < next?.To ? (lastDay < on
                ? $"; the last appraisal of your cycle was due by {lastDay.Words()}"
                : $", and by {lastDay.Words()} if it is the last of your cycle") : "";
        return new RevalidationDates
        {
            Verdict = noticeUsual is null ? Verdict.Unknown : Verdict.Yes,
            Says = $"{(noticeUsual is { } day ? Notice(day, noticeLatest, on) : $"When the GMC gives notice is {usual.Text}")}"
                + (next is { To: { } to } ? $"; your next appraisal {(overdue ? "was" : "is")} due by {to.Words()}{andBy}."
                    : next is null ? "."
                    : $"{(serves ? andBy : "")}; when your next appraisal is due is {next.Value.Text} for {nation.Name()}{next.Value.OrAsk}."),
            NoticeUsual = noticeUsual,
            NoticeLatest = noticeLatest,
            WindowFrom = noticeUsual,
            WindowTo = date,
            AppraisalFrom = next?.From,
            AppraisalTo = next?.To,
            FinalAppraisalBy = finalBy,
            Reasons = reasons,
            Milestones = [.. dates.OfType<Milestone>().OrderBy(milestone => milestone.First)],
            Warnings = [.. Warnings(facts, next, serves, finalFrom, finalBy, on)],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(RevalidationCycle facts, RevalidationFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var (index, absence) in facts.Absences.Index().Where(absence => absence.Item.To < absence.Item.From))
        {
            errors.Add($"absences[{index}].to", $"Expected a day on or after {absence.From}, the first day away.");
        }
    }

    private static Appraisal Next(DateOnly last, IReadOnlyList<Absence> absences, RevalidationFigures figures, Nation nation)
    {
        FigureValue At(Figure figure) => figure.At(last, nation);
        var (interval, border) = (At(figures.Interval), At(figures.LongAbsence));
        if (interval.Low is not { } low || interval.High is not { } high || border.Whole is not { } longer)
        {
            return new Appraisal(From: null, To: null, interval, interval.Because("next-appraisal", $"When the next appraisal is due is {interval.Text} for {nation.Name()}."), []);
        }

        var (from, to) = (last.MonthsOn((int)low), last.MonthsOn((int)high));
        var counted = absences.Where(absence => absence.To >= last && absence.From <= to).OrderBy(absence => absence.To).ToList();
        var away = counted.FindLast(absence => absence.To > absence.From.LastOfMonths(longer));
        if (away?.To.DaysOn(1) is { } back && At(figures.AfterLongAbsence) is { Whole: { } soon } after)
        {
            return new Appraisal(back, back.MonthsOn(soon), after,
                after.Because("next-appraisal", $"After more than {border.Text} away the appraisal is held within {after.Text} of the return on {back.Words()}."),
                counted);
        }

        return counted.Count > 0 && At(figures.AfterShortAbsence) is { Whole: { } most } capped
            ? new Appraisal(from, last.MonthsOn(most), capped,
                capped.Because("next-appraisal", $"After {border.Text} away or less the date stands where it can, and {capped.Text} after the last appraisal is the latest."),
                counted)
            : new Appraisal(from, to, interval, interval.Because("next-appraisal", $"The next appraisal falls {interval.Text} after the last."), counted);
    }

    private static IEnumerable<Warning> Warnings(RevalidationCycle facts, Appraisal? next, bool serves, DateOnly? finalFrom, DateOnly? finalBy, DateOnly on)
    {
        if (facts.Revalidation < on)
        {
            yield return new Warning("revalidation", $"{facts.Revalidation.Words()} has passed: look in GMC Online for your date.");
        }

        if (!serves && facts.LastAppraisal is { } held && finalBy is { } by && Final(held, next, finalFrom, by, facts.Revalidation, on) is { } says)
        {
            yield return new Warning("lastAppraisal", says);
        }

        foreach (var (index, absence) in facts.Absences.Index().Where(absence => next?.Counted.Contains(absence.Item) != true))
        {
            yield return new Warning($"absences[{index}]", $"The time away from {absence.From.Words()} moves no date here.");
        }
    }

    // What is wrong with the last appraisal of the cycle, where the one that was told cannot be it.
    private static string? Final(DateOnly held, Appraisal? next, DateOnly? finalFrom, DateOnly by, DateOnly revalidation, DateOnly on) =>
        held > revalidation ? $"Your appraisal of {held.Words()} is after the revalidation date, so it belongs to the next cycle."
        : held > by ? $"Your appraisal of {held.Words()} was later than {by.Words()}, by which the last of a cycle is done: ask your responsible officer’s team whether it counts for this date."
        : !(next?.To > by) ? null
        : by < on ? $"The last appraisal of the cycle was due by {by.Words()}, and yours of {held.Words()} is older than the rule allows{(finalFrom is { } oldest ? $", which is from {oldest.Words()}" : "")}: ask your responsible officer’s team now."
        : next.From > by ? $"The last appraisal of the cycle is done by {by.Words()}, and the window of your next one begins only on {next.From!.Value.Words()}: ask your responsible officer’s team which holds."
        : $"The window of your next appraisal ends after {by.Words()}: hold it by that day if it is the last of the cycle.";

    private static string Notice(DateOnly usual, DateOnly? latest, DateOnly on) =>
        usual >= on ? $"Expect the GMC’s notice around {usual.Words()}"
        : latest >= on ? $"The GMC’s notice usually comes around {usual.Words()}, which is over, and must come by {latest.Value.Words()}"
        : latest is { } law ? $"The GMC’s notice should have come by {law.Words()}: look in GMC Online"
        : $"The GMC’s notice should have come around {usual.Words()}: look in GMC Online";

    // Days on which it is worth looking, whether or not the GMC still writes on them.
    private static IEnumerable<Milestone?> Looks(DateOnly date, RevalidationFigures figures, Nation nation)
    {
        var (year, body, reminder) = (figures.LookAhead.At(date, nation), figures.BodyCheck.At(date, nation), figures.Reminder.At(date, nation));
        yield return Before(date, year.Whole) is { } first
            ? year.Date("look-ahead", first, "Set what you have beside what revalidation asks for") with { Precision = Precision.About }
            : null;
        yield return Before(date, body.Whole) is { } second
            ? body.Date("body-check", second, "Check in GMC Online which body you are connected to") with { Precision = Precision.About }
            : null;
        yield return reminder.Whole is { } days && date.DaysOn(-days) is { } third
            ? reminder.Date("reminder", third, "Ask your responsible officer if no recommendation has been made") with { Precision = Precision.About }
            : null;
    }

    private static DateOnly? Earlier(DateOnly date, int? days) => days is { } number ? date.DaysOn(-number) : null;

    private static DateOnly? Before(DateOnly date, int? months) => months is { } number ? date.MonthsOn(-number) : null;

    private sealed record Appraisal(DateOnly? From, DateOnly? To, FigureValue Value, Reason Reason, IReadOnlyList<Absence> Counted);
}
