using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ChangingSpecialty;

/// <summary>
/// Works out when a new programme would be complete with none, the usual and the ends of the known credit, by the credit walk: each day earns the share of full
/// time that is worked.
/// </summary>
public static class TrainingCreditCalculator
{
    private const string Gp = "general-practice";
    private const string Anaesthetics = "anaesthetics";
    private const int MonthsInAYear = 12;

    /// <summary>Works out how many months of earlier training may count, under the rules of the day on which the new post starts, and the completion date that follows.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">Caps, conditions and lengths, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static TrainingCredit Calculate(EarlierTraining facts, CreditFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var to = figures.Specialties.First(row => row.Id == facts.To);
        var length = facts.ProgrammeMonths ?? (int)(to.YearsMin * MonthsInAYear);
        var conditions = Judge(facts, figures, nation);
        var credit = Credit.Of(facts, figures, conditions.Verdict() == Verdict.No, nation);
        var dates = new CompletionDates(Completes(facts, length, 0), Completes(facts, length, credit.Usual), Completes(facts, length, credit.Least),
            Completes(facts, length, credit.Most));
        var decides = facts.To == Gp ? "The new programme decides, at entry; the first ARCP confirms it."
            : facts.To == Anaesthetics ? $"The college ({to.College}) must approve it."
            : $"The new programme director agrees it with you after a gap analysis and a panel confirms it; ask the college ({to.College}).";
        return new TrainingCredit
        {
            Verdict = credit.Refused ? Verdict.No : credit.Most is null ? Verdict.Unknown : Verdict.Yes,
            Says = Says(facts, to, credit, dates, conditions),
            UsualMonths = credit.Usual,
            LeastMonths = credit.Least,
            MostMonths = credit.Most,
            CompletesOn = dates,
            Conditions = conditions,
            DecidedBy = decides,
            Steps = [.. figures.Process.OrderBy(step => step.Step).Select(step => step.Says)],
            NoLonger = [.. figures.NoLonger.Where(rule => rule.About == "credit").Select(rule => rule.Says)],
            Reasons =
            [
                .. credit.Reasons,
                .. conditions.Reasons(),
                to.Because("length",
                    facts.ProgrammeMonths is null
                        ? $"{to.Name} takes {length} months at full time from the end of foundation."
                        : $"You told us that {Months(length)} of the programme are ahead.",
                    $"{length}"),
                .. figures.Process.OrderBy(step => step.Step)
                    .Take(1)
                    .Select(step => step.Because("process", "You apply in open competition, and tell your programme director for information, not permission.")),
                .. figures.NoLonger.Where(rule => rule.About == "credit").Select(rule => rule.Because(rule.Key, rule.Says)),
            ],
            Working = [.. Working(facts, length, credit, dates)],
            Milestones = [.. Milestones(facts, credit, dates, to, nation)],
            Tables = [conditions.Table()],
            Warnings = [.. Warnings(facts, figures, to, length, nation)],
        };
    }

    /// <summary>Says what cannot be between facts.</summary>
    public static void Check(EarlierTraining facts, CreditFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (string.Equals(facts.From, facts.To, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add("to", "Expected another specialty than the one you come from.");
        }

        if (facts.LeftOn >= facts.Starts)
        {
            errors.Add("leftOn", "Expected a day before the new programme starts.");
        }
    }

    private static IReadOnlyList<ConditionResult> Judge(EarlierTraining facts, CreditFigures figures, Nation nation)
    {
        if (facts.To != Gp)
        {
            return (facts.To == Anaesthetics ? figures.AnaestheticsConditions : figures.OtherConditions).Judge(facts.Starts, nation, new Dictionary<string, bool?>());
        }

        var outside = facts.OutsideTraining == true;
        var msra = figures.GpCreditMsraWales.At(facts.Starts, nation).Number;
        var told = new Dictionary<string, bool?>
        {
            ["months"] = facts.MonthsDone >= figures.GpCreditNeeds.At(facts.Starts, nation).Number,
            ["recent"] = LastDayThatCounts(facts.LeftOn, figures, facts.Starts, nation) is not { } last ? null
                : facts.Starts > last ? false
                : facts.MonthsDone >= MonthsInAYear ? true
                : null,
            ["forms"] = facts.Outcomes.Count > 0 && !facts.Outcomes.Contains(ArcpOutcome.Four) ? true : null,
            ["msra"] = facts.Msra is { } score && msra is { } least ? score >= least : null,
        };
        return (outside ? figures.GpOutsideConditions : figures.GpTrainingConditions).Judge(facts.Starts, nation, told);
    }

    // A calendar year of the earlier posts must lie in the years before the start: the last start for which it still does.
    private static DateOnly? LastDayThatCounts(DateOnly? leftOn, CreditFigures figures, DateOnly starts, Nation nation) =>
        leftOn is { } left && figures.GpCreditWithin.At(starts, nation).Whole is { } years ? left.AddDays(1).MonthsOn((years - 1) * MonthsInAYear) : null;

    private static DateOnly Completes(EarlierTraining facts, int length, int credit)
    {
        var need = facts.Starts.AfterMonths(Math.Max(1, length - credit))!.Value.DayNumber - facts.Starts.DayNumber;
        var rate = new Fraction((long)(facts.Percent ?? 100), 100);
        return CreditAccount.Walk(need, [new CreditStretch(facts.Starts, Last: null, rate)]).ReachedOn!.Value;
    }

    private static DateOnly? Completes(EarlierTraining facts, int length, int? credit) => credit is { } months ? Completes(facts, length, months) : null;

    private static string Says(EarlierTraining facts, SpecialtyLength to, Credit credit, CompletionDates dates, IReadOnlyList<ConditionResult> conditions)
    {
        var none = $"with none you would finish on {dates.None.Words()}";
        return credit switch
        {
            { Refused: true } => $"Not met: {string.Join("; ", conditions.Where(condition => condition.Met == false).Select(condition => $"“{Sentences.LowerFirst(condition.Says)}”"))}. So count on no credit towards {to.Name}: {none}.",
            { Usual: { } usual } => $"Usually {Months(usual)} count towards {to.Name}, from {credit.Least} to {credit.Most}, and nobody can promise them{(conditions.Any(condition => condition is { Key: "recent", Met: null }) ? "; a calendar year of the earlier posts must lie near enough to the start, so give your last day there" : "")}: you would finish on {dates.Usual!.Value.Words()}; {none}.",
            { Most: { } most } => $"At most {Months(most)} can count towards {to.Name}, decided for each doctor: you would finish on {dates.Most!.Value.Words()} at the earliest; {none}.",
            _ => $"What counts towards {to.Name} is individual: nobody has published months. So {none}.",
        };
    }

    private static IEnumerable<WorkingLine> Working(EarlierTraining facts, int length, Credit credit, CompletionDates dates)
    {
        var share = facts.Percent is { } percent and < 100 ? $" at {percent:0}%" : "";
        yield return new WorkingLine($"{Months(length)} from {facts.Starts.Words()}{share}: complete on {dates.None.Words()}");
        foreach (var (months, day) in new[] { (credit.Least, dates.Least), (credit.Usual, dates.Usual), (credit.Most, dates.Most) }.Distinct())
        {
            if (months is { } number && day is { } date)
            {
                yield return new WorkingLine($"{length} − {number} {(number < length ? $"= {Months(length - number)}" : "leaves nothing; 1 month is counted")} from {facts.Starts.Words()}{share}: complete on {date.Words()}") { Status = Status.Computed };
            }
        }
    }

    private static IEnumerable<Milestone> Milestones(EarlierTraining facts, Credit credit, CompletionDates dates, SpecialtyLength to, Nation nation)
    {
        var days = new[] { ("complete-most", credit.Most, dates.Most, "with the most credit"),
            ("complete-usual", credit.Usual, dates.Usual, "with the usual credit"), ("complete-none", 0, (DateOnly?)dates.None, "with no credit") };
        foreach (var (id, months, day, with) in days)
        {
            if (months is not null && day is { } date && (id == "complete-none" || months > 0))
            {
                yield return new Milestone(id, date, date, $"{to.Name} complete {with}", "changing-specialty", nation.ToNations(),
                    StatusExtensions.Worse(to.Status, Status.Computed))
                { SourceId = to.Source };
            }
        }

        yield return new Milestone("starts", facts.Starts, facts.Starts, "New programme starts: ask for credit now at the latest", "changing-specialty",
            nation.ToNations(), Status.Computed);
    }

    private static IEnumerable<Warning> Warnings(EarlierTraining facts, CreditFigures figures, SpecialtyLength to, int length, Nation nation)
    {
        if (facts.ProgrammeMonths is null && to.RunThrough != "yes")
        {
            yield return new Warning("programmeMonths",
                $"{to.Name} is not one run-through programme everywhere: {length} months are from the first year after foundation, without gaps. If you enter later, say how many months are ahead.");
        }

        if (facts.ProgrammeMonths is null && to.YearsMax is { } most && most > to.YearsMin)
        {
            yield return new Warning("programmeMonths", $"Some routes take up to {most} years; the shortest standard route, {length} months, is counted.");
        }

        if (facts.Outcomes.Contains(ArcpOutcome.Four))
        {
            yield return new Warning("outcomes", "After an Outcome 4 the new programme will ask about it: no page we read says what it does to credit.");
        }

        if (facts.Outcomes.Count > 0 && (facts.To != Gp || facts.OutsideTraining == true))
        {
            yield return new Warning("outcomes", "No published rule for this change turns on ARCP outcomes; they are evidence for whoever decides.");
        }

        if (facts.Msra is not null && (facts.To != Gp || !figures.GpCreditMsraWales.At(facts.Starts, nation).IsKnown))
        {
            yield return new Warning("msra", $"No rule in {nation.Name()} for this change turns on the MSRA score.");
        }

        if (facts.OutsideTraining is not null && facts.To != Gp)
        {
            yield return new Warning("outsideTraining", "No published rule for this change turns on whether it was a training programme; the new programme may still ask.");
        }

        if (facts.LeftOn is not null && facts.To != Gp)
        {
            yield return new Warning("leftOn", "No published rule for this change turns on when you left; the new programme may still ask.");
        }
    }

    private static string Months(int months) => months == 1 ? "1 month" : $"{months} months";

    private sealed record Credit(int? Usual, int? Least, int? Most, bool Refused, IReadOnlyList<Reason> Reasons)
    {
        public static Credit Of(EarlierTraining facts, CreditFigures figures, bool isRefused, Nation nation)
        {
            int AtMost(decimal months) => (int)Math.Min(months, facts.MonthsDone);
            if (facts.To == Gp)
            {
                var (usual, range, needs) = (figures.GpCreditUsual.At(facts.Starts, nation), figures.GpCreditRange.At(facts.Starts, nation),
                    figures.GpCreditNeeds.At(facts.Starts, nation));
                List<Reason> reasons =
                [
                    usual.Because("usual", $"Usually {usual.Text} are credited towards GP training."),
                    range.Because("range", $"The published range is {range.Text}."),
                    needs.Because("needs", $"It takes {needs.Text} elsewhere, full-time equivalent; you have {facts.MonthsDone}."),
                    figures.GpCreditWithin.At(facts.Starts, nation)
                        .Because("within", $"A calendar year of them must lie within {figures.GpCreditWithin.At(facts.Starts, nation).Text} before GP training starts."),
                ];
                if (facts.OutsideTraining == true && figures.GpCreditMsraWales.At(facts.Starts, nation) is { IsKnown: true } msra)
                {
                    reasons.Add(msra.Because("msra-score", $"Wales asks for {msra.Text} or more in the MSRA."));
                }

                return usual.Number is not { } number || range.Low is not { } low || range.High is not { } high ? new Credit(null, null, null, isRefused, reasons)
                    : isRefused ? new Credit(0, 0, 0, Refused: true, reasons)
                    : new Credit(AtMost(number), AtMost(low), AtMost(high), Refused: false, reasons);
            }

            var cap = figures.AnaestheticsCredit.At(facts.Starts, nation);
            return facts.To == Anaesthetics && cap.Number is { } most
                ? new Credit(null, 0, AtMost(most), Refused: false,
                    [cap.Because("cap", $"At most {cap.Text} of earlier experience can be credited in anaesthetics, with the college’s approval.")])
                : new Credit(null, null, null, Refused: false,
                    [new Reason("individual", "The guidance of 2020 that we saw has no table of months: credit is decided doctor by doctor.",
                        Status.Unpublished, SourceId: "aomrc-flexibility-2020", Ask: "the new programme director and the college")]);
        }
    }
}
