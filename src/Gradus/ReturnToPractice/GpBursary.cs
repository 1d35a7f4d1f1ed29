using System.ComponentModel.DataAnnotations;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ReturnToPractice;

/// <summary>A GP's placement on the return programme.</summary>
public sealed record ReturnPlacement : ToolFacts
{
    /// <summary>Hours a week.</summary>
    [Fact("Hours a week on placement", "hours a week, more than 0 and at most 60", Example = "30", Unit = "hours a week")]
    [Range(typeof(decimal), "0.01", "60")]
    public required decimal Hours { get; init; }

    /// <summary>Whole months of placement.</summary>
    [Fact("Months of placement", "whole months, from 1 to 24", Example = "4", Unit = "months")]
    [Range(1, 24)]
    public int? Months { get; init; }

    /// <summary>The last day of the placement.</summary>
    [Fact("The last day of the placement", "the last day of the placement", Example = "2027-03-31")]
    public DateOnly? Ends { get; init; }
}

/// <summary>The dated figures of the bursary.</summary>
public sealed record BursaryFigures
{
    /// <summary>A month at full time, in pounds.</summary>
    public required Figure GpBursary { get; init; }
    /// <summary>Full time, in hours a week.</summary>
    public required Figure GpFullTime { get; init; }
    /// <summary>How long after the end invoices can be sent, in months.</summary>
    public required Figure GpInvoices { get; init; }
}

/// <summary>The bursary of a returning GP. Money in pounds; <c>null</c> where the nation has no figure.</summary>
public sealed record ReturnBursary : ToolAnswer
{
    /// <summary>For a month.</summary>
    public decimal? PerMonth { get; init; }
    /// <summary>For all the months; <c>null</c> where they were not told.</summary>
    public decimal? Total { get; init; }
    /// <summary>The last day for invoices, inside; <c>null</c> where the end was not told.</summary>
    public DateOnly? InvoicesBy { get; init; }
}

/// <summary>Works out the bursary of a GP on a return placement: in proportion to full time.</summary>
public static class ReturnBursaryCalculator
{
    /// <summary>Works it out.</summary>
    /// <param name="facts">The placement.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static ReturnBursary Calculate(ReturnPlacement facts, BursaryFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var (bursary, full, invoices) = (figures.GpBursary.At(on, nation), figures.GpFullTime.At(on, nation), figures.GpInvoices.At(facts.Ends ?? on, nation));
        if (bursary.Number is not { } month || full.Number is not { } week)
        {
            var unknown = $"What a returning GP is paid is {bursary.Text} for {nation.Name()}{bursary.OrAsk}.";
            return new ReturnBursary { Verdict = Verdict.Unknown, Says = unknown, Reasons = [bursary.Because("bursary", bursary.Held?.Note is { } note ? $"{unknown} {note}" : unknown)], Warnings = [.. Unused(facts)] };
        }

        var hours = Math.Min(facts.Hours, week);
        var perMonth = (month * hours / week).ToPence();
        var all = (month * hours / week * facts.Months)?.ToPence();
        var by = facts.Ends is { } ends && invoices.Whole is { } months ? ends.MonthsOn(months) : null;
        return new ReturnBursary
        {
            Verdict = Verdict.Yes,
            Says = $"At {facts.Hours:0.##} hours a week the bursary is up to {perMonth.InPounds()} a month{(facts.Months is { } told ? $", {all!.Value.InPounds()} for {told} month{(told == 1 ? "" : "s")}" : "")}.",
            PerMonth = perMonth,
            Total = all,
            InvoicesBy = by,
            Reasons = [bursary.Because("bursary", $"Up to {bursary.Text} a month at full time, in proportion for fewer hours."), full.Because("full-time", $"Full time is {full.Text} a week."), .. by is null ? Array.Empty<Reason>() : [invoices.Because("invoices", $"Invoices can be sent for {invoices.Text} after the end.")]],
            Working =
            [
                new WorkingLine($"{bursary.Text} × {hours:0.##} ÷ {week:0.##} = {perMonth.InPounds()} a month") { Status = bursary.Status, Figure = bursary.Figure.Name, SourceId = bursary.SourceId },
                // The sum is rounded once; where months paid to the penny come to another one, that is said.
                .. all is { } sum ? new[] { new WorkingLine($"{bursary.Text} × {hours:0.##} ÷ {week:0.##} × {FigureText.Count(facts.Months!.Value, "months")} = {sum.InPounds()}{(perMonth * facts.Months == sum ? "" : $"; {FigureText.Count(facts.Months.Value, "payments")} of {perMonth.InPounds()} come to {(perMonth * facts.Months!.Value).InPounds()}")}") } : [],
            ],
            Milestones = by is { } last ? [invoices.Date("invoices", last, "Last day to send invoices for the return placement")] : [],
            Warnings = facts.Hours > week ? [new Warning("hours", $"Hours above {full.Text} a week are not paid for.")] : [],
        };
    }

    // Without a bursary nothing is worked out.
    private static IEnumerable<Warning> Unused(ReturnPlacement facts)
    {
        if (facts.Months is not null)
        {
            yield return new Warning("months", "No bursary is known here, so the months of placement have no effect.");
        }

        if (facts.Ends is not null)
        {
            yield return new Warning("ends", "No bursary is known here, so the last day of the placement has no effect.");
        }
    }
}

/// <summary>When a doctor wants the licence back.</summary>
public sealed record LicenceWish : ToolFacts
{
    /// <summary>The day from which the licence is wanted.</summary>
    [Fact("The day from which you want your licence back", "the day from which the licence is wanted", Example = "2027-08-04")]
    public required DateOnly Start { get; init; }
}

/// <summary>The dated figures of giving a licence back.</summary>
public sealed record LicenceFigures
{
    /// <summary>How far ahead one can apply, in months.</summary>
    public required Figure LicenceAhead { get; init; }
    /// <summary>How long it took on average, in days.</summary>
    public required Figure LicenceWait { get; init; }
    /// <summary>How far back certificates of good standing are asked for, in years.</summary>
    public required Figure GoodStanding { get; init; }
}

/// <summary>When to apply for the licence.</summary>
public sealed record LicenceDates : ToolAnswer
{
    /// <summary>The first day on which one can apply.</summary>
    public DateOnly? ApplyFrom { get; init; }
    /// <summary>The day by which to apply if it takes as long as the old average.</summary>
    public DateOnly? ApplyByOnAverage { get; init; }
    /// <summary>The first day that certificates of good standing must reach back to.</summary>
    public DateOnly? GoodStandingSince { get; init; }
}

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
            Reasons = [ahead.Because("ahead", $"You can apply up to {ahead.Text} ahead."), wait.Because("wait", $"It took {wait.Text} on average, long ago; allow more."), standing.Because("good-standing", $"The GMC asks for certificates of good standing from other regulators for the last {standing.Text}.")],
            Milestones = new[]
            {
                from is { } open ? ahead.Date("apply-from", open, "First day on which you can apply to have your licence back") : null,
                by is { } late && by > from ? wait.Date("apply-by", late, "Apply by about now to have your licence in time") with { Precision = Precision.About, State = late < on && facts.Start >= on ? MilestoneState.Late : null } : null,
            }.OfType<Milestone>().ToList(),
            Warnings = facts.Start < on ? [new Warning("start", $"{facts.Start.Words()} has passed: give the day from which you want it.")] : [],
        };
    }
}
