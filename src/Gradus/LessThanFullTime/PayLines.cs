using System.Globalization;
using System.Runtime.CompilerServices;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>The lines of pay for a year, each rounded to the penny, so that they sum to the total; each contract has its own and no nation another's.</summary>
internal sealed class PayLines
{
    private readonly PayQuestion facts;
    private readonly PayRuleFigures figures;
    private readonly DateOnly day;
    private readonly Nation nation;
    private readonly PayPost post;
    private readonly WorkedRota rota;
    private readonly IReadOnlyList<PayAllowance> allowances;
    private readonly List<PayLine> lines = [];
    private readonly List<Reason> reasons = [];
    private readonly bool inWords;
    private decimal? total;

    private PayLines(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation, PayPost post, WorkedRota rota, bool inWords)
    {
        (this.facts, this.figures, this.day, this.nation, this.post, this.rota, this.inWords) = (facts, figures, day, nation, post, rota, inWords);
        allowances = post.Allowances;
    }

    /// <summary>The lines and why; nothing when the post has no scale, and no basic line when nobody says what the hours pay.</summary>
    public static (IReadOnlyList<PayLine> Lines, IReadOnlyList<Reason> Reasons) Of(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation,
        PayPost post, WorkedRota rota)
    {
        var sum = new PayLines(facts, figures, day, nation, post, rota, inWords: true);
        sum.Add();
        return (sum.lines, sum.reasons);
    }

    /// <summary>What the lines come to in a year, in pounds; <c>null</c> when there are none. It writes no words, which are most of the work.</summary>
    public static decimal? Total(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation, PayPost post, WorkedRota rota)
    {
        var sum = new PayLines(facts, figures, day, nation, post, rota, inWords: false);
        sum.Add();
        return sum.total;
    }

    private void Add()
    {
        if (post.Scale is not { } scale)
        {
            return;
        }

        switch (post.Contract)
        {
            case Contracts.Resident2016:
                England(scale);
                break;
            case Contracts.Resident2002:
                Banded(scale);
                break;
            case Contracts.Resident2026:
                Wales(scale);
                break;
            default:
                ProRata(scale);
                break;
        }
    }

    private void England(PayScale scale)
    {
        var week = figures.FullTimeHours.At(day, nation);
        if (week.Number is not { } full || rota.Hours is not { } hours)
        {
            return;
        }

        var basicHours = Math.Min(hours, full);
        Add(PayLineKey.Basic, $"{scale.Gbp.InPounds()} ÷ {FigureText.Digits(full)} × {FigureText.Digits(basicHours)} hours", scale.Gbp / full * basicHours, scale,
            $"Basic pay of {facts.Grade.Words()}, point {scale.Point}, is {scale.Gbp.InPounds()} a year for {FigureText.Digits(full)} hours a week.");
        if (hours > full && Find("extra-hours") is { } extra)
        {
            Add(PayLineKey.ExtraHours, $"{scale.Gbp.InPounds()} ÷ {FigureText.Digits(full)} × {FigureText.Digits(hours - full)} hours above {FigureText.Digits(full)}",
                scale.Gbp / full * (hours - full) * extra.Value / 100, extra, $"Hours above the full-time week are paid at the basic rate.");
        }

        if (facts.Weekends is { } weekends)
        {
            if (allowances.FirstOrDefault(row => row.Item == "weekends" && row.Over < weekends.OneIn && weekends.OneIn <= row.To) is { } band)
            {
                Add(PayLineKey.Weekends, $"{FigureText.Digits(band.Value)}% of {scale.Gbp.InPounds()} × {FigureText.Percent(rota.WeekendShare)} of the weekends",
                    scale.Gbp * band.Value / 100 * rota.WeekendShare, band,
                    $"One weekend in {FigureText.Digits(weekends.OneIn)} pays {FigureText.Digits(band.Value)}% of full-time basic pay, by your share of the weekends and not of the hours.");
            }
            else if (allowances.Where(row => row.Item == "weekends").MaxBy(row => row.To) is { } rarest)
            {
                reasons.Add(rarest.Because("weekends-none",
                    $"One weekend in {FigureText.Digits(weekends.OneIn)} is rarer than one in {FigureText.Digits(rarest.To ?? 0)} and pays no weekend allowance."));
            }
        }

        if (facts.OnCall is not null)
        {
            OnCall(scale);
        }

        Nights(scale, full);
        London();
        Premium();
        if (rota.IsLessThanFullTime && Find("ltft-allowance") is { } allowance)
        {
            Add(PayLineKey.LtftAllowance, $"{allowance.Value.InPounds()} a year", allowance.Value, allowance,
                $"The allowance for training less than full time is a flat sum, not pro rata.");
        }
    }

    // By the circular's own amount for the point where one is known, otherwise by the share of basic pay.
    private void OnCall(PayScale scale)
    {
        if (figures.OnCallAmounts.Where(row => row.Point == scale.Point && row.From == scale.From && row.Known == scale.Known).At(day, nation, row => row.Point) is [var amount])
        {
            Add(PayLineKey.OnCall, $"{amount.Gbp.InPounds()} × {FigureText.Percent(rota.OnCallShare)} of the on calls", amount.Gbp * rota.OnCallShare, amount,
                $"The on-call availability allowance of point {scale.Point} is {amount.Gbp.InPounds()}, by your share of the on calls and not of the hours.");
        }
        else if (Find("on-call") is { } share)
        {
            Add(PayLineKey.OnCall, $"{FigureText.Digits(share.Value)}% of {scale.Gbp.InPounds()} × {FigureText.Percent(rota.OnCallShare)} of the on calls",
                scale.Gbp * share.Value / 100 * rota.OnCallShare, share,
                $"On call pays {FigureText.Digits(share.Value)}% of full-time basic pay, by your share of the on calls and not of the hours.");
        }
    }

    private void Nights(PayScale scale, decimal full)
    {
        var weeks = figures.WeeksInHourlyRate.At(day, nation);
        var other = figures.WeeksInHourlyRateOther.At(day, nation);
        if (rota.NightHours == 0 || Find("night-hours") is not { } night || weeks.Number is not { } year || other.Number is not { } whole)
        {
            return;
        }

        var divisor = facts.HourDivisor == HourDivisor.WholeWeeks ? whole : year;
        var amount = scale.Gbp / full * night.Value / 100 * rota.NightHours * year / divisor;
        var otherAmount = scale.Gbp / full * night.Value / 100 * rota.NightHours * year / (divisor == year ? whole : year);
        Add(PayLineKey.NightHours,
            $"{scale.Gbp.InPounds()} ÷ {FigureText.Digits(full)} ÷ {FigureText.Digits(divisor)} × {FigureText.Digits(night.Value)}% × {FigureText.Digits(rota.NightHours)} night hours × {FigureText.Digits(year)} weeks",
            amount, night, $"Night hours pay {FigureText.Digits(night.Value)}% more, for the hours you work.");
        reasons.Add((divisor == year ? other : weeks).Because("hour-divisor",
            $"With {FigureText.Digits(divisor == year ? whole : year)} weeks in the hourly rate the nights come to {otherAmount.InPounds()}."));
    }

    private void London()
    {
        if (facts.London is { } zone && Find("london", zone.ToString().ToLowerInvariant()) is { } weighting)
        {
            Add(PayLineKey.London, $"{weighting.Value.InPounds()} × {FigureText.Percent(rota.Share)} of full time", weighting.Value * rota.Share, weighting,
                $"{weighting.Name} is {weighting.Value.InPounds()} a year, pro rata.");
        }
    }

    private void Premium()
    {
        if (facts.Premium is { } key && figures.Premia.Where(row => row.Key == key).At(day, nation, row => row.Key) is [var premium])
        {
            Add(PayLineKey.Premium, $"{premium.Gbp.InPounds()} × {FigureText.Percent(rota.Share)} of full time", premium.Gbp * rota.Share, premium,
                $"The premium for {premium.Name} is {premium.Gbp.InPounds()} a year, pro rata.");
        }
    }

    private void Banded(PayScale scale)
    {
        var bands = allowances.Where(row => row.Item == "hours-band").ToList();
        var isFull = !rota.IsLessThanFullTime || (rota.Hours is { } worked && bands.Count > 0 && worked >= bands.Max(band => band.To));
        var held = isFull ? null : bands.FirstOrDefault(band => band.Over <= rota.Hours && rota.Hours < band.To);
        if (!isFull && held is null)
        {
            reasons.Add(new Reason("hours-unknown", bands.Count == 0
                ? $"How pay goes with fewer hours in {nation.Name()} was not found."
                : $"The bands seen for {nation.Name()} begin at {FigureText.Digits(bands.Min(band => band.Over) ?? 0)} hours a week; what {(rota.Hours is { } few ? FigureText.Digits(few) + " hours pay" : "yours pay")} was not found.",
                    Status.NotFound, Ask: "your payroll and your training office"));
            return;
        }

        var share = held?.Value ?? 100;
        var basic = scale.Gbp * share / 100;
        if (held is null)
        {
            Add(PayLineKey.Basic, $"{scale.Gbp.InPounds()} in full", basic, scale,
                $"Basic pay of {facts.Grade.Words()}, point {scale.Point}, is {scale.Gbp.InPounds()} a year.");
        }
        else
        {
            Add(PayLineKey.Basic, $"{FigureText.Digits(share)}% of {scale.Gbp.InPounds()} (band {held.Key})", basic,
                held with { Status = StatusExtensions.Worse(held.Status, scale.Status) },
                $"{FigureText.Digits(rota.Hours!.Value)} hours a week fall in band {held.Key}, {held.Name}: {FigureText.Digits(share)}% of basic pay.");
            reasons.Add(Told("basic-pay", scale, $"Full-time basic pay of {facts.Grade.Words()}, point {scale.Point}, is {scale.Gbp.InPounds()} a year.", scale.Gbp.InPounds()));
        }

        Banding(basic, isFull);
        if (facts.Premium == "general-practice" && Find("gp-practice") is { } practice)
        {
            Add(PayLineKey.Premium, $"{FigureText.Digits(practice.Value)}% of {basic.InPounds()}", basic * practice.Value / 100, practice,
                $"A GP registrar in a practice has {FigureText.Digits(practice.Value)}% on top.");
        }
    }

    private void Banding(decimal basic, bool isFull)
    {
        if (facts.Banding is not { } band)
        {
            return;
        }

        var key = band == LessThanFullTime.Banding.Unbanded ? "unbanded" : band.ToString().Replace("Band", "", StringComparison.Ordinal);
        if ((isFull || key == "unbanded") && Find("banding", key) is { } supplement)
        {
            Add(PayLineKey.Banding, $"{FigureText.Digits(supplement.Value)}% of {basic.InPounds()}", basic * supplement.Value / 100, supplement,
                $"{(key == "unbanded" ? "A post without a band" : "Band " + key)} adds {FigureText.Digits(supplement.Value)}% of basic pay.");
        }
        else
        {
            reasons.Add(new Reason("banding-unknown", isFull
                ? $"What band {key} adds in {nation.Name()} was not found, so it is not in the total."
                : $"What band {key} adds to fewer hours in {nation.Name()} was not found, so it is not in the total.", Status.NotFound, Ask: "your payroll"));
        }
    }

    private void Wales(PayScale scale)
    {
        var extra = Find("extra-hours");
        if (extra?.Over is not { } full)
        {
            return;
        }

        var hours = rota.Hours ?? full;
        var basicHours = Math.Min(hours, full);
        Add(PayLineKey.Basic, $"{scale.Gbp.InPounds()} ÷ {FigureText.Digits(full)} × {FigureText.Digits(basicHours)} hours", scale.Gbp / full * basicHours, scale,
            $"Basic pay of {facts.Grade.Words()}, point {scale.Point}, is {scale.Gbp.InPounds()} a year.");
        if (hours > full)
        {
            Add(PayLineKey.ExtraHours, $"{scale.Gbp.InPounds()} ÷ {FigureText.Digits(full)} × {FigureText.Digits(hours - full)} hours above {FigureText.Digits(full)}",
                scale.Gbp / full * (hours - full) * extra.Value / 100, extra, $"Hours above {FigureText.Digits(full)} a week on average are paid.");
        }

        if (rota.OutOfHours > 0 && Find("out-of-hours") is { } antisocial)
        {
            Add(PayLineKey.OutOfHours, $"{scale.Gbp.InPounds()} ÷ {FigureText.Digits(full)} × {FigureText.Digits(rota.OutOfHours)} hours × {FigureText.Digits(antisocial.Value - 100)}% on top",
                scale.Gbp / full * rota.OutOfHours * (antisocial.Value - 100) / 100, antisocial,
                $"Hours outside Monday to Friday 07:00 to 19:00 and on bank holidays pay {FigureText.Digits(antisocial.Value)}% of the hourly rate.");
        }

        if (rota.IsLessThanFullTime)
        {
            reasons.Add(new Reason("fewer-hours-unknown", "The text of Wales’ contract on fewer hours was not found; the hours are taken pro rata.",
                Status.Verify, Ask: "your payroll"));
        }
    }

    private void ProRata(PayScale scale) =>
        Add(PayLineKey.Basic, $"{scale.Gbp.InPounds()} {(rota.Share == 1 ? "in full" : $"× {FigureText.Percent(rota.Share)} of full time")}",
            scale.Gbp * rota.Share, scale,
            $"Full-time basic pay of a {facts.Grade.Words()}, step {scale.Step}, is {scale.Gbp.InPounds()} a year; on call, extra programmed activities and awards are not in it.");

    private PayAllowance? Find(string item, string? key = null) =>
        allowances.FirstOrDefault(row => row.Item == item && (key is null || string.Equals(row.Key, key, StringComparison.OrdinalIgnoreCase)));

    private void Add(
        PayLineKey key,
        [InterpolatedStringHandlerArgument("")] ref Words formula,
        decimal amount,
        TableRow row,
        [InterpolatedStringHandlerArgument("")] ref Words says)
    {
        var pounds = amount.ToPence();
        total = (total ?? 0) + pounds;
        if (!inWords)
        {
            if (row.Read is not null)
            {
                row.Trace(pounds.InPounds());
            }

            return;
        }

        var how = formula.Text();
        lines.Add(new PayLine(key, $"{how} = {pounds.InPounds()}", pounds, row.At,
            StatusExtensions.Worse(row.Status, key == PayLineKey.Basic ? Status.Sure : StatusExtensions.Worse(Status.Computed, post.Scale!.Status)))
        { SourceId = row.Source });
        reasons.Add(Told(PayLineKeys.Key(key), row, says.Text(), how));
    }

    /// <summary>A reason with the row's own note: what it is last known for, what was added later, what was not seen.</summary>
    internal static Reason Told(string key, TableRow row, string says, string value) => row.Because(key, row.Note is null ? says : $"{says} {row.Note}", value);

    /// <summary>Words of a line, which are written only where somebody reads them.</summary>
    [InterpolatedStringHandler]
    private ref struct Words
    {
        private DefaultInterpolatedStringHandler words;

        public Words(int literalLength, int formattedCount, PayLines lines, out bool isWanted)
        {
            isWanted = lines.inWords;
            words = isWanted ? new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
        }

        public void AppendLiteral(string text) => words.AppendLiteral(text);

        public void AppendFormatted<T>(T part) => words.AppendFormatted(part);

        public string Text() => words.ToStringAndClear();
    }
}

/// <summary>How lines of pay are written.</summary>
internal static class PayLineKeys
{
    private static readonly Dictionary<PayLineKey, Facts.Choice> choices = Facts.Choice.Of<PayLineKey>();

    /// <summary>The key in data.</summary>
    public static string Key(PayLineKey key) => choices[key].Key;

    /// <summary>The words to a reader.</summary>
    public static string Name(PayLineKey key) => choices[key].Label;
}
