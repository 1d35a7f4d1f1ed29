using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>Finds a SAS doctor's next pay point: when, what it pays, whether a gateway stands before it, and what lateness costs.</summary>
public static class PayPointFinder
{
    private const string Workforce = "your medical workforce team or the BMA";
    private static readonly string[] states = ["met", "not met", "outside my control", "not said"];

    /// <summary>Gives the day of the next pay point, the pay before and after it in pounds a year, and what stands before it.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about; pay is by its scale.</param>
    /// <param name="nation">The nation asked about.</param>
    public static PayPointStep Find(PayPointTime facts, PayPointFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var key = facts.Contract is { } told ? Keys.Of(told) : Contracts.OfSasDoctors(nation);
        var isOf2008 = facts.Contract == SasContract.Sas2008;
        if (Elsewhere(facts, figures, key, nation) is { } elsewhere)
        {
            return elsewhere;
        }

        var scale = figures.Pay.PayScales.Steps(on, nation, key, Keys.Of(facts.Grade));
        var now = scale.FirstOrDefault(step => facts.Point is { } point ? step.Step == point : step.YearsFrom <= facts.YearsCompleted && !(step.YearsTo < facts.YearsCompleted));
        var next = now is null ? null : scale.FirstOrDefault(step => step.Step == now.Step + 1);
        var isTop = now is not null && now == scale[^1];
        var stepYears = figures.StepYears.At(facts.OnPointSince, nation);
        var years = isOf2008 ? null : stepYears.Whole ?? (now is { YearsFrom: { } from, YearsTo: { } to } ? to - from + 1 : null);
        var saidPoint = SayPoint(facts, scale, nation);
        var nextOn = isTop || years is null || (saidPoint is not null && facts.Point is not null) ? null : facts.OnPointSince.MonthsOn(years.Value * 12);
        var without = WithoutBreaks(facts, nextOn);
        var gateway = figures.Gateway.At(nextOn ?? on, nation);
        bool? gate = nextOn is null || isOf2008 || !gateway.IsKnown ? null : gateway.Number > 0;
        List<CriterionStatus> criteria = nextOn is null || isOf2008
            ? []
            : [.. figures.Progression.At(nextOn.Value, nation, row => row.Key)
                .Select(row => new CriterionStatus(row.Key, row.Says, facts.Criteria.FirstOrDefault(said => said.Key == row.Key)?.State ?? CriterionState.DoNotKnow))];
        var isShut = gate == true && criteria.Exists(criterion => criterion.State == CriterionState.NotMet);
        var rise = next?.Gbp - now?.Gbp;
        var ask = figures.AskBefore.At(on, nation);

        return new PayPointStep
        {
            Verdict = isTop ? Verdict.No : nextOn is null ? Verdict.Unknown : isShut ? Verdict.No : nextOn <= on ? Verdict.Yes : Verdict.NotYet,
            Says = isTop ? $"You are on the top point, {now!.Gbp.InPounds()} a year by the scale of {now.Year}.{After(now)}"
                : saidPoint is not null && nextOn is null ? $"{saidPoint}{(stepYears.IsKnown ? "" : $"; when the next point comes is {stepYears.Text}{(stepYears.Ask is null ? ": ask your medical workforce team" : stepYears.OrAsk)}")}."
                : nextOn is not { } day ? $"When the next point comes is {(stepYears.IsKnown ? "not found" : stepYears.Text)} for {nation.Name()} on this contract{(stepYears.Ask is null ? ": ask your medical workforce team" : stepYears.OrAsk)}{(next is null ? "" : $"; it pays {next.Gbp.InPounds()} a year by the scale of {next.Year}")}.{After(next)}"
                : $"Your next point {(day <= on ? "was due" : "is due")} on {day.Words()}{(rise is { } more ? $" and pays {next!.Gbp.InPounds()} by the scale of {next.Year}, {more.InPounds()} a year more" : now is not null && next is null ? $"; what it pays was not found: ask {Workforce}" : saidPoint is not null ? $", if yours is not the last. {saidPoint}" : "")}{(isShut ? "; a criterion that is not met may delay it" : "")}.{After(next)}",
            NextOn = nextOn,
            NextOnWithoutBreaks = without,
            NowPays = now?.Gbp,
            NextPays = next?.Gbp,
            Rise = rise,
            MonthCosts = (rise / 12)?.ToPence(),
            Gate = gate,
            Criteria = criteria,
            Reasons = [.. Reasons(facts, isOf2008, stepYears, gateway, now, next, gate, criteria, without, nation, isTop, saidPoint is null ? null : (saidPoint, scale[0]))],
            Working = rise is null
                ? []
                : [new WorkingLine($"{next!.Gbp.InPounds()} − {now!.Gbp.InPounds()} = {rise.Value.InPounds()} a year; ÷ 12 = {(rise.Value / 12).InPounds()} for each month of delay") { Status = next.Status,
                    Figure = "less-than-full-time/pay-scales", SourceId = next.Source }],
            Milestones = nextOn is not { } due ? [] :
            [
                .. due.MonthsOn(-(ask.Whole ?? 0)) is { } askOn && gate == true
                    ? new[] { ask.Date("ask-for-review", askOn, "Ask for the review meeting, and agree what evidence it needs") }
                    : [],
                stepYears.Date("next-point", due, without ?? due,
                    without is null ? "Your next pay point is due" : "Your next pay point is due: the first day if breaks count, the last if they do not") with { State = due <= on
                        ? MilestoneState.Late
                        : null },
            ],
            Tables = criteria.Count == 0
                ? []
                : [new AnswerTable("criteria", "What the review meeting confirms", [new("criterion", "Criterion"), new("state", "How it stands")],
                    [.. criteria.Select(criterion => (IReadOnlyList<AnswerCell>)[criterion.Says, states[(int)criterion.State]])])],
            Warnings = [.. Warnings(facts, scale, now, criteria, nextOn, without)],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(PayPointTime facts, PayPointFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.YearsCompleted is null && facts.Point is null)
        {
            errors.Add("yearsCompleted", "Expected the whole years completed in the grade when the point began, or the point itself.");
        }

        foreach (var (index, one) in facts.Breaks.Index())
        {
            if (one.To < one.From)
            {
                errors.Add($"breaks[{index}].to", $"Expected a day on or after {one.From}, the first day of the break.");
            }
            else if (facts.Breaks.Take(index).Any(other => other.From <= one.To && one.From <= other.To))
            {
                errors.Add($"breaks[{index}].from", "Expected breaks that do not overlap.");
            }
        }

        foreach (var (index, said) in facts.Criteria.Index()
            .Where(said => facts.Criteria.Take(said.Index).Any(other => string.Equals(other.Key, said.Item.Key, StringComparison.OrdinalIgnoreCase))))
        {
            errors.Add($"criteria[{index}].key", $"Expected each criterion once: “{said.Key}” is there already.");
        }
    }

    private static IEnumerable<Reason> Reasons(PayPointTime facts, bool isOf2008, FigureValue stepYears, FigureValue gateway, PayScale? now,
        PayScale? next, bool? gate, IReadOnlyList<CriterionStatus> criteria, DateOnly? without, Nation nation, bool isTop, (string Says, PayScale First)? point)
    {
        if (!isTop)
        {
            yield return isOf2008 ? new Reason("years-on-point", "The points of the 2008 contract were not found.", Status.NotFound, Ask: Workforce)
                : stepYears.IsKnown ? stepYears.Because("years-on-point", $"A point lasts at least {stepYears.Text}.")
                : now?.YearsTo is { } to ? now.Because("years-on-point", $"By the pay scale this point is paid up to {to + 1} completed years.", $"{to}")
                : stepYears.Because("years-on-point", $"How long a point lasts is {stepYears.Text} for {nation.Name()}.");
        }

        if (now is not null)
        {
            yield return now.Because("now", $"Your point pays {now.Gbp.InPounds()} a year at full time by the scale of {now.Year}. {now.Note}".TrimEnd(), now.Gbp.InPounds());
        }
        else if (point is { } unsaid)
        {
            yield return unsaid.First.Because("now", $"{unsaid.Says}.", "points");
        }
        else
        {
            yield return new Reason("now", $"The pay of your point was not found for {nation.Name()} on that day.", Status.NotFound, Ask: Workforce);
        }

        if (next is null && now is not null && !isTop)
        {
            yield return new Reason("next", $"What the next point pays was not found for {nation.Name()} on that day.", Status.NotFound, Ask: Workforce);
        }
        else if (next is not null)
        {
            yield return next.Because("next", $"The next pays {next.Gbp.InPounds()}.{(next.Note is null || next.Note == now?.Note ? "" : $" {next.Note}")}", next.Gbp.InPounds());
        }

        if (!isTop && !isOf2008)
        {
            yield return gateway.Because("gateway", gate switch
            {
                true => criteria.Any(criterion => criterion.State == CriterionState.NotMet) ? "The point stays shut until a review meeting confirms the criteria, and one is not met: it may be delayed."
                    : criteria.Any(criterion => criterion.State == CriterionState.OutsideMyControl) ? "A criterion not met for reasons beyond your control does not hold the point back; have that written down at the review meeting."
                    : "The point stays shut until a review meeting confirms the criteria; employers are to plan on every doctor passing on time.",
                false => "No gateway stood before this point.",
                _ => $"Whether a review stands before the point is not found for {nation.Name()}.",
            });
        }

        if (without is { } later)
        {
            yield return new Reason("breaks",
                $"Whether your breaks count as time on the point was not found; if they do not, the point comes on {later.Words()}.", Status.NotFound,
                Ask: Workforce);
        }
    }

    // A contract of other nations is theirs: neither this nation's years nor their pay are put beside it. That of 2008 was everywhere.
    private static PayPointStep? Elsewhere(PayPointTime facts, PayPointFigures figures, string key, Nation nation)
    {
        List<ContractOfNation> rows = [.. figures.Contracts.Where(row => row.Key == key)];
        if (facts.Contract is null or SasContract.Sas2008 || rows.Count == 0 || rows.Exists(row => row.Nation.Includes(nation)))
        {
            return null;
        }

        var says = $"That contract is not {nation.Name()}’s: it is held for {string.Join(", ", NationExtensions.All.Where(one => rows.Exists(row => row.Nation.Includes(one))).Select(one => one.Name()))}. Leave it out for the newest of {nation.Name()}, choose its own nation, or ask {Workforce} which contract you hold.";
        return new PayPointStep { Verdict = Verdict.Unknown, Says = says, Criteria = [], Reasons = [rows[0].Because("contract", says, rows[0].Contract) with { Ask = Workforce }] };
    }

    private static string After(PayScale? step) => step?.LastKnown is { } told ? $" {told}" : "";

    private static IEnumerable<Warning> Warnings(PayPointTime facts, IReadOnlyList<PayScale> scale, PayScale? now, IReadOnlyList<CriterionStatus> criteria,
        DateOnly? nextOn, DateOnly? without)
    {
        if (facts is { Point: { } point, YearsCompleted: { } years } && now is { YearsFrom: { } from } && (years < from || years > (now.YearsTo ?? years)))
        {
            yield return new Warning("point", $"Point {point} does not go with {years} completed years; the point is what counts here.");
        }

        if (facts.YearsCompleted is not null && scale.Count > 0 && !scale.Any(step => step.YearsFrom is not null))
        {
            yield return new Warning("yearsCompleted", "The scale as we have seen it names no years, so yours are not in the answer; the point is what counts here.");
        }

        foreach (var index in nextOn is null ? Enumerable.Range(0, facts.Breaks.Count) : [])
        {
            yield return new Warning($"breaks[{index}]", "No day of a next point is known here, so this break moves nothing.");
        }

        foreach (var (index, said) in facts.Criteria.Index().Where(said => !criteria.Any(criterion => criterion.Key == said.Item.Key)))
        {
            yield return new Warning($"criteria[{index}]", $"“{said.Key}” is not a criterion here, so it is not counted.");
        }

        foreach (var (index, one) in facts.Breaks.Index().Where(one => one.Item.From < facts.OnPointSince))
        {
            yield return new Warning($"breaks[{index}]", $"Of this break only the days from {facts.OnPointSince.Words()} on are counted.");
        }

        foreach (var (index, one) in facts.Breaks.Index().Where(one => one.Item.From >= (without ?? nextOn)))
        {
            yield return new Warning($"breaks[{index}]", $"This break begins on {one.From.Words()}, when the next point had come already, so it is not counted.");
        }
    }

    // What to say where the scale is known and the place on it cannot be: a point above its last, or years where it does not go by them. A point that a scale
    // leaves out within is not found, and that is another matter.
    private static string? SayPoint(PayPointTime facts, IReadOnlyList<PayScale> scale, Nation nation) => (scale, facts.Point) switch
    {
        ([], _) => null,
        (_, { } point) => point > scale[^1].Step ? $"Say which point you are on: the scale has points 1 to {scale[^1].Step}, and {point} is not among them" : null,
        _ => scale.Any(step => step.YearsFrom is not null)
            ? null
            : $"Say which point you are on, from 1 to {scale[^1].Step}: the scale of {nation.Name()}, as we have seen it, names no years",
    };

    // A break puts the point off only where it begins before the point has come, those before it counted.
    private static DateOnly? WithoutBreaks(PayPointTime facts, DateOnly? nextOn)
    {
        var day = nextOn;
        foreach (var one in facts.Breaks.Where(one => one.To >= facts.OnPointSince).OrderBy(one => one.From).TakeWhile(one => one.From < day))
        {
            day = day?.DaysOn(one.To.DayNumber - one.From.OrLater(facts.OnPointSince).DayNumber + 1);
        }

        return day == nextOn ? null : day;
    }
}
