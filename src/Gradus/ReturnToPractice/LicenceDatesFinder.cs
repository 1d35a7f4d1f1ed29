using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ReturnToPractice;

/// <summary>Finds the days around getting a licence to practise back.</summary>
public static class LicenceDatesFinder
{
    /// <summary>Finds them.</summary>
    /// <param name="facts">When the licence is wanted.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about; the GMC's rule is the same in all.</param>
    public static LicenceDates Find(LicenceWish facts, LicenceFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var (ahead, wait, standing) = (figures.LicenceAhead.At(facts.Start, nation), figures.LicenceWait.At(facts.Start, nation), figures.GoodStanding.At(facts.Start, nation));
        var from = ahead.Whole is { } months ? facts.Start.MonthsOn(-months) : null;
        var by = wait.Whole is { } days ? facts.Start.DaysOn(-days) : null;
        return new LicenceDates
        {
            Verdict = from is null ? Verdict.Unknown : from <= on ? Verdict.Yes : Verdict.NotYet,
            Says = from is not { } first ? $"How far ahead you can apply is {ahead.Text}."
                : facts.Start < on ? $"{facts.Start.Words()}, for which you could apply from {first.Words()}, is over: apply now for a later day."
                : first > on ? $"You can apply from {first.Words()}."
                : by < on ? $"Apply now: it took {wait.Text} on average, and the day for that, {by.Value.Words()}, is over, so the licence may come after {facts.Start.Words()}."
                : $"You can apply now, since {first.Words()}.",
            ApplyFrom = from,
            ApplyByOnAverage = by,
            GoodStandingSince = standing.Whole is { } years ? facts.Start.MonthsOn(-12 * years) : null,
            Reasons = [ahead.Because("ahead", $"You can apply up to {ahead.Text} ahead."),
                wait.Because("wait", $"It took {wait.Text} on average, long ago; allow more."),
                standing.Because("good-standing", $"The GMC asks for certificates of good standing from other regulators for the last {standing.Text}.")],
            Milestones = new[]
            {
                from is { } open ? ahead.Date("apply-from", open, "First day on which you can apply to have your licence back") : null,
                by is { } late && by > from
                    ? wait.Date("apply-by", late, "Apply by about now to have your licence in time") with { Precision = Precision.About,
                        State = late < on && facts.Start >= on ? MilestoneState.Late : null }
                    : null,
            }.OfType<Milestone>().ToList(),
            Warnings = facts.Start < on ? [new Warning("start", $"{facts.Start.Words()} has passed: give the day from which you want it.")] : [],
        };
    }
}
