using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpRetention;

/// <summary>Sessions to be set side by side.</summary>
public sealed record SessionsBeside : ToolFacts
{
    /// <summary>Sessions a week.</summary>
    [Fact("Sessions a week", "a whole number of sessions a week, from 1 to 4", Example = "3", Unit = "sessions a week")]
    [Range(1, 4)]
    public required int Sessions { get; init; }
}

/// <summary>The dated figures and tables of the two.</summary>
public sealed record BesideFigures
{
    /// <summary>What the scheme brings.</summary>
    public required RetentionFigures Scheme { get; init; }
    /// <summary>What is not a number.</summary>
    public required IReadOnlyList<BesideRow> Beside { get; init; }
    /// <summary>The pay scales, with the salaried GP's range.</summary>
    public required PayFigures Pay { get; init; }
}

/// <summary>What is not a number.</summary>
public sealed record BesideRow : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>What.</summary>
    public required string What { get; init; }
    /// <summary>In a retained post.</summary>
    public required string Retained { get; init; }
    /// <summary>In a salaried post.</summary>
    public required string Salaried { get; init; }
}

/// <summary>A post on as many sessions. Money in pounds a year.</summary>
/// <param name="ToPractice">What the practice is paid for it by the scheme, at most.</param>
/// <param name="ToYou">What the doctor gets beside the salary.</param>
/// <param name="Study">Paid study sessions a year; <c>null</c> where not found.</param>
public sealed record PostBeside(decimal ToPractice, decimal ToYou, decimal? Study);

/// <summary>A retained post beside a salaried one of as many sessions.</summary>
public sealed record RetainedBesideSalaried : ToolAnswer
{
    /// <summary>Retained; <c>null</c> where the nation's sums were not found.</summary>
    public PostBeside? Retained { get; init; }
    /// <summary>Salaried.</summary>
    public PostBeside? Salaried { get; init; }
    /// <summary>The least salary for either, in proportion to full time; <c>null</c> where the nation's range was not found.</summary>
    public decimal? SalaryLeast { get; init; }
    /// <summary>The most of that range.</summary>
    public decimal? SalaryMost { get; init; }
}

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
        var steps = figures.Pay.PayScales.Steps(on, nation, "salaried-gp", "salaried-gp");
        IReadOnlyList<PayScale> range = steps.Count < 2 ? [] : steps; // One end alone is no range.
        (decimal? least, decimal? most) = range.Count == 0 ? (null, null) : (Part(range[0].Gbp), Part(range[^1].Gbp));
        decimal? Part(decimal? year) => full.Number is { } sessions ? (year * facts.Sessions / sessions)?.ToPence() : null;
        if (money.PracticePayment is not { } practice || money.Expenses is not { } expenses)
        {
            return new RetainedBesideSalaried { Verdict = Verdict.Unknown, Says = $"The sums of the scheme in {nation.Name()} were not found, so the two cannot be set side by side{figures.Scheme.Expenses.At(on, nation).OrAsk}.", SalaryLeast = least, SalaryMost = most, Reasons = money.Reasons };
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
            Reasons = [.. money.Reasons, week.Because("salaried-study", $"A salaried post has {study:0.##} study sessions a year in proportion, without a floor."), .. range.Take(1).Select(row => row.Because("salary", $"The salaried range is {range[0].Gbp.InPounds()} to {range[^1].Gbp.InPounds()} at full time.{(row.Note is null ? "" : $" {row.Note}")}", range[0].Gbp.InPounds())), .. rows.Select(row => row.Because(row.Key, $"{row.What}, retained: {row.Retained}."))],
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
