using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpRetention;

/// <summary>Sets a retained post beside a salaried one.</summary>
public static class RetainedBesideSalariedComparer
{
    /// <summary>Sets them side by side.</summary>
    /// <param name="facts">The sessions.</param>
    /// <param name="figures">The dated figures and tables, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static RetainedBesideSalaried Compare(SessionsBeside facts, BesideFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var money = RetentionMoneyCalculator.Calculate(new RetentionPost { Sessions = facts.Sessions }, figures.Scheme, on, nation);
        var full = figures.Scheme.SessionsFull.At(on, nation);
        var steps = figures.Pay.PayScales.Steps(on, nation, Contracts.SalariedGp, PayGrade.SalariedGp.Key());
        IReadOnlyList<PayScale> range = steps.Count < 2 ? [] : steps; // One end alone is no range.
        (decimal? least, decimal? most) = range.Count == 0 ? (null, null) : (Part(range[0].Gbp), Part(range[^1].Gbp));
        decimal? Part(decimal? year) => full.Number is { } sessions ? (year * facts.Sessions / sessions)?.ToPence() : null;
        if (money.PracticePayment is not { } practice || money.Expenses is not { } expenses)
        {
            return new RetainedBesideSalaried
            {
                Verdict = Verdict.Unknown,
                Says = $"The sums of the scheme in {nation.Name()} were not found, so the two cannot be set side by side{figures.Scheme.Expenses.At(on, nation).OrAsk}.",
                SalaryLeast = least,
                SalaryMost = most,
                Reasons = money.Reasons
            };
        }

        var week = figures.Scheme.CpdFullTime.At(on, nation);
        var study = week.Number is { } sessionsAYear && full.Number is { } whole ? decimal.Round(sessionsAYear * facts.Sessions / whole, 2) : (decimal?)null;
        var rows = figures.Beside.At(on, nation, row => row.Key);
        var salary = least is null || most is null ? null : $"{least.Value.InPounds()} to {most.Value.InPounds()}";
        return new RetainedBesideSalaried
        {
            Verdict = Verdict.Yes,
            Says = $"On {facts.Sessions} session{(facts.Sessions == 1 ? "" : "s")} a week the scheme adds {expenses.InPounds()} a year for you and up to {practice.InPounds()} for the practice; the salary is the same range.",
            Retained = new PostBeside(practice, expenses, money.CpdFormula),
            Salaried = new PostBeside(0, 0, study),
            SalaryLeast = least,
            SalaryMost = most,
            Reasons = [.. money.Reasons,
                week.Because("salaried-study", $"A salaried post has {study:0.##} study sessions a year in proportion, without a floor."),
                .. range.Take(1)
                    .Select(row => row.Because("salary",
                        $"The salaried range is {range[0].Gbp.InPounds()} to {range[^1].Gbp.InPounds()} at full time.{(row.Note is null ? "" : $" {row.Note}")}",
                        range[0].Gbp.InPounds())),
                .. rows.Select(row => row.Because(row.Key, $"{row.What}, retained: {row.Retained}."))],
            Working = money.Working,
            Tables =
            [
                new AnswerTable("beside", "A retained post beside a salaried one", [new("what", "What"), new("retained", "Retained"), new("salaried", "Salaried")],
                [
                    ["Salary a year", salary, salary],
                    ["To you beside the salary, a year", expenses.InPounds(), "nothing by a scheme"],
                    ["To the practice, a year at most", practice.InPounds(), "nothing by this scheme"],
                    ["Paid study sessions a year", $"{money.CpdFormula:0.##}", $"{study:0.##}"],
                    .. rows.Select(row => (IReadOnlyList<AnswerCell>)[row.What, row.Retained, row.Salaried]),
                ]),
            ],
        };
    }
}
