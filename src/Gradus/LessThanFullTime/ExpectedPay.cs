using System.Text.Json.Serialization;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>What a post pays before tax, line by line. Indicative: the contract and the work schedule decide.</summary>
public sealed record ExpectedPay : ToolAnswer
{
    /// <summary>The lines, in pounds a year; they sum to <see cref="Total"/> to the penny.</summary>
    public required IReadOnlyList<PayLine> Lines { get; init; }

    /// <summary>The sum of the lines, in pounds a year; <c>null</c> when no scale was found.</summary>
    public decimal? Total { get; init; }

    /// <summary>A twelfth of <see cref="Total"/>, in pounds.</summary>
    public decimal? PerMonth { get; init; }

    /// <summary>What the same rota pays full time, in pounds a year.</summary>
    public decimal? FullTimeTotal { get; init; }

    /// <summary>What the same rota pays at usual shares of full time, with the same share of its weekends, on calls and nights.</summary>
    public IReadOnlyList<PayAtShare> Shares { get; init; } = [];

    /// <summary>What is owed for the stretch asked about, in pounds: by the circulars known now, less by those known before. <c>null</c> when nobody asked.</summary>
    public decimal? Arrears { get; init; }

    /// <summary>The payslip's lines beside the expected ones, in pounds a month.</summary>
    public IReadOnlyList<PayslipDifference> Payslip { get; init; } = [];

    /// <summary>What a reader is told where the year of the scale had ended on the day of the pay; <c>null</c> otherwise.</summary>
    [JsonIgnore]
    internal string? LastKnown { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Total is { } total)
        {
            yield return new ValuesPart("Before tax",
            [
                ("A year", total.InPounds(), Status),
                ("A month", PerMonth!.Value.InPounds(), Status),
                .. Arrears is { } arrears ? [("Owed for the stretch", arrears.InPounds(), (Status?)Status)] : Array.Empty<(string, string, Status?)>(),
            ]);
        }

        if (Shares.Count > 0)
        {
            var most = Shares.Max(share => share.Total);
            yield return new BarsPart("What the same rota pays at usual shares of full time",
                [.. Shares.Select(share => ($"{share.Percent}%", most == 0 ? 0 : share.Total / most, share.Total.InPounds(), IsAnswer: share.Total == Total))]);
        }
    }
}

/// <summary>A line of pay.</summary>
/// <param name="Key">Which line.</param>
/// <param name="Formula">The sum with its numbers put in.</param>
/// <param name="Amount">Pounds a year.</param>
/// <param name="Clause">Where in the source; <c>null</c> when that was not seen.</param>
/// <param name="Status">How sure we are.</param>
public sealed record PayLine(PayLineKey Key, string Formula, decimal Amount, string? Clause, Status Status)
{
    /// <summary>The source.</summary>
    [JsonPropertyName("source")]
    public string? SourceId { get; init; }
}

/// <summary>What a share of full time pays.</summary>
/// <param name="Percent">The share as a percentage.</param>
/// <param name="Total">Pounds a year.</param>
public sealed record PayAtShare(int Percent, decimal Total);

/// <summary>A line of a payslip beside the expected one.</summary>
/// <param name="Key">Which line.</param>
/// <param name="Typed">What the payslip says, in pounds a month; <c>null</c> when it lacks the line.</param>
/// <param name="Expected">What is expected, in pounds a month; <c>null</c> when nothing is.</param>
/// <param name="Difference">What is missing: expected less typed.</param>
/// <param name="Cause">The usual cause of such a difference; <c>null</c> when there is none or it is within a pound.</param>
public sealed record PayslipDifference(PayLineKey Key, decimal? Typed, decimal? Expected, decimal Difference, string? Cause);

/// <summary>A payment on top of basic pay, or a band of hours: a row of <c>pay-allowances</c>.</summary>
public sealed record PayAllowance : TableRow
{
    /// <summary>The contract.</summary>
    public required string Contract { get; init; }

    /// <summary>Which payment.</summary>
    public required string Item { get; init; }

    /// <summary>Which of its kind.</summary>
    public required string Key { get; init; }

    /// <summary>What it is, to a reader.</summary>
    public required string Name { get; init; }

    /// <summary>For bands of hours the fewest hours, inside; for weekends how rare a rota must be, not inside.</summary>
    public decimal? Over { get; init; }

    /// <summary>For bands of hours where the band ends, not inside; for weekends how rare a rota may be, inside.</summary>
    public decimal? To { get; init; }

    /// <summary>The amount, in the unit of its row: percent or pounds a year.</summary>
    public required decimal Value { get; init; }
}

/// <summary>The on-call availability allowance of a point: a row of <c>on-call-amounts</c>.</summary>
public sealed record OnCallAmount : TableRow
{
    /// <summary>The nodal point.</summary>
    public required string Point { get; init; }

    /// <summary>Pounds a year for the whole of the full-time on calls.</summary>
    public required decimal Gbp { get; init; }
}

/// <summary>A flexible pay premium: a row of <c>premia</c>.</summary>
public sealed record PayPremium : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Pounds a year, full time.</summary>
    public required decimal Gbp { get; init; }
}

/// <summary>The dated figures that pay rests on.</summary>
public sealed record PayRuleFigures
{
    /// <summary>Basic pay.</summary>
    public required IReadOnlyList<PayScale> PayScales { get; init; }

    /// <summary>What is paid on top, and bands of hours.</summary>
    public required IReadOnlyList<PayAllowance> PayAllowances { get; init; }

    /// <summary>On-call availability by point.</summary>
    public required IReadOnlyList<OnCallAmount> OnCallAmounts { get; init; }

    /// <summary>Flexible pay premia.</summary>
    public required IReadOnlyList<PayPremium> Premia { get; init; }

    /// <summary>What happens to pay outside the scales.</summary>
    public required IReadOnlyList<PayStatement> PayStatements { get; init; }

    /// <summary>The week that basic pay is for.</summary>
    public required Figure FullTimeHours { get; init; }

    /// <summary>Weeks in the hourly rate.</summary>
    public required Figure WeeksInHourlyRate { get; init; }

    /// <summary>Weeks in the hourly rate by the other reading.</summary>
    public required Figure WeeksInHourlyRateOther { get; init; }

    /// <summary>The rows as they were known on a day: what was published later is left out.</summary>
    public PayRuleFigures KnownOn(DateOnly day) => this with
    {
        PayScales = [.. PayScales.Where(row => !(row.Known > day))],
        PayAllowances = [.. PayAllowances.Where(row => !(row.Known > day))],
        OnCallAmounts = [.. OnCallAmounts.Where(row => !(row.Known > day))],
        Premia = [.. Premia.Where(row => !(row.Known > day))],
    };
}

/// <summary>A sentence about the pay of a contract outside its scale, such as a move of all doctors by one point.</summary>
public sealed record PayStatement : TableRow
{
    /// <summary>A stable name.</summary>
    public required string Key { get; init; }

    /// <summary>The contract's key, such as <c>resident-2002</c>.</summary>
    public required string Contract { get; init; }

    /// <summary>One sentence to the doctor.</summary>
    public required string Says { get; init; }
}
