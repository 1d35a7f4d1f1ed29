using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>Where a doctor stands on a scale on a day: the contract, the step, and what was taken for granted to find it.</summary>
/// <param name="Contract">The contract's key.</param>
/// <param name="Scale">The step; <c>null</c> when none was found.</param>
/// <param name="Allowances">What its contract pays on top on that day, and its bands of hours.</param>
/// <param name="Warnings">What was taken for granted.</param>
internal sealed record PayPost(string Contract, PayScale? Scale, IReadOnlyList<PayAllowance> Allowances, IReadOnlyList<Warning> Warnings)
{
    /// <summary>What was taken for the step, because the doctor named none; <c>null</c> when there is nothing to take.</summary>
    public string? Taken { get; init; }

    public static PayPost Of(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation)
    {
        var warnings = new List<Warning>();
        var contract = facts.Contract is { } told ? Keys.Of(told) : Usual(facts, figures, day, nation, warnings);
        var grade = ScaleGrade(facts.Grade, contract);
        var scales = figures.PayScales.Of(contract, grade).ToList();
        var steps = scales.Steps(day, nation);
        var isWhole = scales.TrueForAll(row => !row.Nation.Includes(nation) || steps.Any(step => step.Step == row.Step));
        return new PayPost(contract, Step(facts, steps, isWhole, day, warnings),
            figures.PayAllowances.Where(row => row.Contract == contract).At(day, nation, row => (row.Item, row.Key)), warnings)
        {
            Taken = facts.Point is not null || (steps.Count < 2 && isWhole) ? null
                : steps is [{ YearsFrom: null }, ..] ? "at the lowest point of the scale"
                : steps.Count > 0 && facts.ServiceYears is null ? "with no years completed in the grade" : null,
        };
    }

    // Which residents of Wales are on the new contract is not published for each: foundation doctors and unbanded rotas moved first.
    private static string Usual(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation, List<Warning> warnings)
    {
        switch (facts.Grade)
        {
            case PayGrade.Consultant:
                return Contracts.OfConsultants(nation);
            case PayGrade.SpecialtyDoctor or PayGrade.Specialist:
                return Contracts.OfSasDoctors(nation);
            case PayGrade.SalariedGp:
                return Contracts.SalariedGp;
        }

        if (nation != Nation.Wales || figures.PayScales.Steps(day, nation, Contracts.Resident2026, ScaleGrade(facts.Grade, Contracts.Resident2026)).Count == 0)
        {
            return Contracts.OfResidents(nation);
        }

        var isNew = facts.Grade.IsFoundation() || facts.Banding is null or Banding.Unbanded;
        warnings.Add(new Warning("contract", isNew
            ? "Taken: Wales’ contract of 2026, which foundation doctors, unbanded rotas and new starters joined first. If your payslip has a band you are still on the older scale: say so under Contract."
            : "Taken: the older scale, because you named a band. Doctors move to the contract of 2026 in phases: check which one your payslip has."));
        return isNew ? Contracts.Resident2026 : Contracts.Resident2002;
    }

    private static string ScaleGrade(PayGrade grade, string contract) =>
        !grade.IsResident() || grade.IsFoundation() || contract == Contracts.Resident2016 ? grade.Key() : contract == Contracts.Resident2026 ? "registrar" : "StR";

    // Of some years only a few points were found: a point that another year has is then no point that the scale lacks.
    private static PayScale? Step(PayQuestion facts, IReadOnlyList<PayScale> steps, bool isWhole, DateOnly day, List<Warning> warnings)
    {
        var points = Sentences.Listed([.. steps.Select(step => step.Point)]);
        if (facts.Point is { } point)
        {
            if (steps.FirstOrDefault(step => string.Equals(step.Point, point.Trim(), StringComparison.OrdinalIgnoreCase)) is { } named)
            {
                return named;
            }

            if (steps.Count > 0)
            {
                warnings.Add(new Warning("point",
                    isWhole ? $"The scale has no point “{point.Trim()}”: it has {points}."
                        : $"Point “{point.Trim()}” was not found for {day.Words()}: of the scale of that day we have {points} only."));
            }

            return null;
        }

        if (facts.ServiceYears is { } years && steps.Any(step => step.YearsFrom is not null))
        {
            var step = steps.LastOrDefault(step => step.YearsFrom <= years && !(step.YearsTo < years));
            if (step is null)
            {
                warnings.Add(new Warning("serviceYears", $"The step of {FigureText.Count(years, "years")} completed was not found on this scale."));
            }

            return step;
        }

        if (steps.Count > 1 || (steps.Count == 1 && !isWhole))
        {
            warnings.Add(steps[0].YearsFrom is not null
                ? new Warning("serviceYears", "Taken: no years completed in the grade. Put yours in for your own step.")
                : new Warning("point",
                    $"Taken: the lowest point, {steps[0].Point}. Your payslip names yours; {(isWhole ? $"the scale has {points}." : $"of the scale of {day.Words()} we have {points} only.")}"));
        }

        return steps.Count == 0 ? null : steps[0];
    }
}

/// <summary>What of a rota is worked.</summary>
/// <param name="FullTimeHours">Hours a week of the full-time rota; <c>null</c> when nobody said and no figure does.</param>
/// <param name="Hours">Hours a week worked; <c>null</c> when the doctor did not say, and then it is full time.</param>
/// <param name="WeekendShare">The share of the full-time weekends.</param>
/// <param name="OnCallShare">The share of the full-time on calls.</param>
/// <param name="NightHours">Night hours a week.</param>
/// <param name="OutOfHours">Hours a week out of hours.</param>
/// <param name="IsLessThanFullTime">Whether it is less than full time.</param>
internal sealed record WorkedRota(decimal? FullTimeHours, decimal? Hours, decimal WeekendShare, decimal OnCallShare, decimal NightHours, decimal OutOfHours,
    bool IsLessThanFullTime)
{
    /// <summary>The hours as a share of the full-time rota's, at most 1.</summary>
    public decimal Share => FullTimeHours is { } full && Hours is { } hours ? Math.Min(1, hours / full) : 1;

    public static WorkedRota Of(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation)
    {
        var full = facts.FullTimeHours ?? (TakesOwnHours(facts, figures, day, nation) ? facts.Hours : figures.FullTimeHours.At(day, nation).Number);
        var hours = facts.Hours ?? full;
        return new WorkedRota(full ?? hours, hours, facts.Weekends?.Share ?? 1, facts.OnCall?.Share ?? 1, facts.NightHours ?? 0, facts.OutOfHours ?? 0,
            facts.LessThanFullTime ?? hours < full);
    }

    /// <summary>Whether the doctor's own hours stand for the full-time rota: nobody said its hours, and no figure gives more.</summary>
    public static bool TakesOwnHours(PayQuestion facts, PayRuleFigures figures, DateOnly day, Nation nation) =>
        facts is { FullTimeHours: null, Hours: { } own } && !(own <= figures.FullTimeHours.At(day, nation).Number);

    /// <summary>The same rota worked at a percentage: that share of its hours, weekends, on calls and nights.</summary>
    public WorkedRota At(int percent)
    {
        var (share, whole) = (percent / 100m, Share == 0 ? 1 : Share);
        return new WorkedRota(FullTimeHours, FullTimeHours * share, share, share, NightHours / whole * share, OutOfHours / whole * share, percent < 100);
    }
}
