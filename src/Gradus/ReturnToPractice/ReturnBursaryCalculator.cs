using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ReturnToPractice;

/// <summary>Works out the bursary of a GP on a return placement: in proportion to full time.</summary>
public static class ReturnBursaryCalculator
{
    /// <summary>Works out the bursary of each month and in all, in pounds rounded to a penny.</summary>
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
            return new ReturnBursary
            {
                Verdict = Verdict.Unknown,
                Says = unknown,
                Reasons = [bursary.Because("bursary", bursary.Held?.Note is { } note ? $"{unknown} {note}" : unknown)]
            };
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
            Reasons = [bursary.Because("bursary", $"Up to {bursary.Text} a month at full time, in proportion for fewer hours."),
                full.Because("full-time", $"Full time is {full.Text} a week."),
                .. by is null ? Array.Empty<Reason>() : [invoices.Because("invoices", $"Invoices can be sent for {invoices.Text} after the end.")]],
            Working =
            [
                new WorkingLine($"{bursary.Text} × {hours:0.##} ÷ {week:0.##} = {perMonth.InPounds()} a month") { Status = bursary.Status,
                    Figure = bursary.Figure.Name, SourceId = bursary.SourceId },
                // The sum is rounded once; where months paid to the penny come to another one, that is said.
                .. all is { } sum
                    ? new[] { new WorkingLine($"{bursary.Text} × {hours:0.##} ÷ {week:0.##} × {FigureText.Count(facts.Months!.Value, "months")} = {sum.InPounds()}{(perMonth * facts.Months == sum ? "" : $"; {FigureText.Count(facts.Months.Value, "payments")} of {perMonth.InPounds()} come to {(perMonth * facts.Months!.Value).InPounds()}")}") }
                    : [],
            ],
            Milestones = by is { } last ? [invoices.Date("invoices", last, "Last day to send invoices for the return placement")] : [],
            Warnings = facts.Hours > week ? [new Warning("hours", $"Hours above {full.Text} a week are not paid for.")] : [],
        };
    }
}
