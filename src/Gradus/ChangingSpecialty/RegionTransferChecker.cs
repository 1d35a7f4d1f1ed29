using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ChangingSpecialty;

/// <summary>
/// Checks a transfer to another region: the priority of the ground, the next window after the change, and the months left on the first day of the month in
/// which moves begin.
/// </summary>
public static class RegionTransferChecker
{
    private const int YearsAhead = 4;

    /// <summary>Checks each condition of a transfer between regions, and says in which window to apply.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">Grounds, windows and conditions, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static RegionTransfer Find(RegionTransferQuestion facts, TransferFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var ground = figures.TransferCriteria.At(on, nation, row => row.Criterion).FirstOrDefault(row => row.Criterion == facts.Criterion);
        var rows = figures.TransferWindows.At(on, nation, row => row.Key);
        var needed = figures.TransferTimeLeft.At(on, nation);
        if (needed.Whole is not { } months || ground is null || rows.Count == 0)
        {
            return NoRule(facts, needed, on, nation);
        }

        var windows = Windows(rows, on);
        var needsChange = ground.NeedsChange && facts.ChangedOn is not null;
        var open = windows.FindAll(window => !needsChange || facts.ChangedOn <= window.Last);
        if (open.Count == 0)
        {
            var says = $"The change you name lies more than {YearsAhead} years ahead: it must have happened before you apply.";
            return new RegionTransfer
            {
                Verdict = Verdict.NotYet,
                Says = says,
                Group = ground.Group,
                Reasons = [ground.Because("change", says, ground.Name)],
                NoLonger = NoLonger(figures)
            };
        }

        var window = open[0];
        var left = MonthsLeft(window.MovesFrom, facts.ProgrammeEnds);
        var programme = facts.Programme is { } kind ? figures.TransferProgrammes.At(on, nation, row => row.Programme).FirstOrDefault(row => row.Programme == kind) : null;
        var told = new Dictionary<string, bool?>
        {
            ["programme"] = facts.Programme is null ? null : programme?.May == true,
            ["time-left"] = left >= months,
            ["change"] = !ground.NeedsChange ? true : facts.ChangedOn is { } changed ? (changed <= window.First || changed <= on ? true : null) : null,
            ["outcome"] = facts.Outcome switch
            {
                null => null,
                _ when IsUnnamed(facts.Outcome) => null,
                ArcpOutcome.One or ArcpOutcome.Two or ArcpOutcome.Three => true,
                _ => false,
            },
        };
        var conditions = figures.TransferConditions.Judge(on, nation, told);
        var no = conditions.FirstOrDefault(condition => condition.Met == false);
        var verdict = no is not null ? Verdict.No
            : window != windows[0] ? Verdict.NotYet
            : conditions.Any(condition => condition is { Key: "change", Met: null }) || IsUnnamed(facts.Outcome) ? Verdict.Unknown
            : Verdict.Yes;
        var life = figures.TransferEvidenceLife.At(on, nation);
        var signatures = figures.TransferSignatures.At(on, nation);
        return new RegionTransfer
        {
            Verdict = verdict,
            Says = Says(verdict, no, ground, window, left, months),
            Group = ground.Group,
            EarliestMove = window.MovesFrom,
            MonthsLeft = left,
            Window = window,
            EvidenceServes = [.. windows.SkipWhile(other => other != window).Take(life.Whole ?? 1).Select(other => other.First.MonthWords())],
            Conditions = conditions,
            NoLonger = NoLonger(figures),
            Reasons =
            [
                .. conditions.Reasons(),
                ground.Because("group",
                    $"Your ground, {ground.Name}, is in priority group {ground.Group} of {figures.TransferCriteria.At(on, nation, row => row.Criterion).Max(row => row.Group)}; inside a group ties are drawn at random.",
                    ground.Name),
                needed.Because("time", $"At least {needed.Text} must be left at the earliest move; you would have {left}."),
                rows.First(row => row.Month == window.First.Month)
                    .Because("window", $"Only the month of the window is known. {rows.First(row => row.Month == window.First.Month).Note}".TrimEnd(), window.First.Iso()),
                signatures.Because("signatures", $"Signatures must fall within {signatures.Text} before the window."),
                life.Because("evidence-life", $"Evidence serves {life.Text}, with a cover sheet."),
                .. figures.NoLonger.Where(rule => rule.About == "transfer").Select(rule => rule.Because(rule.Key, rule.Says)),
            ],
            Working = [new WorkingLine($"{window.MovesFrom.Words()} to {facts.ProgrammeEnds.Words()}: {FigureText.Count(left, "whole months")}; {months} are needed")],
            Milestones = verdict == Verdict.No ? [] : [.. Milestones(window, signatures, rows.First(row => row.Month == window.First.Month), nation)],
            Tables = [conditions.Table()],
            Warnings = [.. Warnings(facts, ground, window, left, months)],
        };
    }

    private static RegionTransfer NoRule(RegionTransferQuestion facts, FigureValue needed, DateOnly on, Nation nation)
    {
        var says = needed.IsKnown
            ? $"Ground {facts.Criterion} was not a ground for a transfer on {on.Words()}."
            : $"The rules for a transfer from {nation.Name()} were not found, and England’s are not used: ask {needed.Ask}.";
        return new RegionTransfer
        {
            Verdict = needed.IsKnown ? Verdict.No : Verdict.Unknown,
            Says = says,
            Reasons = [needed.Because(needed.IsKnown ? "no-ground" : "transfer-unknown", says)]
        };
    }

    // Windows that are not over by the end of their month, earliest first.
    private static List<TransferWindow> Windows(IReadOnlyList<TransferWindowRow> rows, DateOnly on) =>
    [
        .. Enumerable.Range(on.Year, YearsAhead + 1).SelectMany(year => rows.Select(row =>
        {
            var first = new DateOnly(year, row.Month, 1);
            return new TransferWindow(first, first.AddMonths(1).AddDays(-1), first.AddMonths(row.MovesFrom), first.AddMonths(row.MovesTo + 1).AddDays(-1),
                Precision.Month, row.Status);
        })).Where(window => window.Last >= on).OrderBy(window => window.First),
    ];

    /// <summary>Whole months from a day to a last day, that day inside: from 1 August to 31 July are 12. None when the last day is before.</summary>
    private static int MonthsLeft(DateOnly from, DateOnly last)
    {
        var after = last.DaysOn(1) ?? last;
        var months = ((after.Year - from.Year) * 12) + after.Month - from.Month;
        return Math.Max(0, after.Day < from.Day ? months - 1 : months);
    }

    private static string Says(Verdict verdict, ConditionResult? no, TransferCriterion ground, TransferWindow window, int left, int months) => verdict switch
    {
        Verdict.No when no!.Key == "time-left" => $"Not by this rule: at the earliest move, in {window.MovesFrom.MonthWords()}, you would have {FigureText.Count(left, "months")} left, and {months} are needed.",
        Verdict.No => $"Not by this rule: “{Sentences.LowerFirst(no!.Says)}” is not met.",
        Verdict.NotYet => $"Not before the change has happened: the first window after it is {window.First.MonthWords()}, in priority group {ground.Group}.",
        _ => $"{(verdict == Verdict.Yes ? "You can apply" : "You may be able to apply")} in the {window.First.MonthWords()} window, in priority group {ground.Group}, for a move from {window.MovesFrom.MonthWords()} with {FigureText.Count(left, "months")} left.",
    };

    // The guide names 1, 2 and 3, and says nothing of the outcomes for progress that was held up from outside.
    private static bool IsUnnamed(ArcpOutcome? outcome) => outcome is ArcpOutcome.TenOne or ArcpOutcome.TenTwo;

    private static List<string> NoLonger(TransferFigures figures) => [.. figures.NoLonger.Where(rule => rule.About == "transfer").Select(rule => rule.Says)];

    private static IEnumerable<Milestone> Milestones(TransferWindow window, FigureValue signatures, TransferWindowRow row, Nation nation)
    {
        if (signatures.Whole is { } weeks)
        {
            yield return signatures.Date("signatures-from", window.First.AddDays(-7 * weeks),
                "Signatures on the evidence from about this day") with
            { Precision = Precision.About };
        }

        yield return new Milestone("window", window.First, window.Last, "Transfer window: apply", "changing-specialty", nation.ToNations(),
            window.Status)
        { Precision = Precision.Month, SourceId = row.Source, Note = row.Note };
        yield return new Milestone("moves", window.MovesFrom, window.MovesTo, "Moves to the new region", "changing-specialty", nation.ToNations(),
            window.Status)
        { Precision = Precision.Month, SourceId = row.Source };
    }

    private static IEnumerable<Warning> Warnings(RegionTransferQuestion facts, TransferCriterion ground, TransferWindow window, int left, int months)
    {
        if (left == months && MonthsLeft(window.MovesFrom.AddMonths(1).AddDays(-1), facts.ProgrammeEnds) < months)
        {
            yield return new Warning("programmeEnds",
                $"On {window.MovesFrom.Words()} you would have just {left} months; a day later in that month it may be fewer, and the day of the move was not found. Ask NHS England’s transfer team.");
        }

        if (IsUnnamed(facts.Outcome))
        {
            yield return new Warning("outcome",
                "The guide asks for outcome 1, 2 or 3; whether 10.1 or 10.2 stands for one of them was not found. Ask NHS England’s transfer team.");
        }

        if (facts.Percent is { } percent and < 100 && left >= months && left * percent / 100 < months)
        {
            yield return new Warning("percent",
                $"{left} months at {percent:0}% are {left * percent / 100:0.#} at full time. The guide says that less-than-full-time doctors can qualify and does not say which is meant: ask.");
        }

        if (!ground.NeedsChange && facts.ChangedOn is not null)
        {
            yield return new Warning("changedOn",
                ground.Status == Status.Sure
                    ? $"Ground {ground.Criterion} needs no change of circumstances: the day has not counted."
                    : $"Whether ground {ground.Criterion} needs a change of circumstances is to be checked: the day has not counted.");
        }
    }
}
