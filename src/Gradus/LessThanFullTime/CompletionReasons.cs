using System.Globalization;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>Says why the answer is what it is.</summary>
internal static class CompletionReasons
{
    public static IReadOnlyList<Reason> For(Question question)
    {
        var reasons = new List<Reason>(12);
        AddWhyNoDate(question, reasons);
        AddWhoDecides(question, reasons);
        AddBlockModel(question, reasons);
        AddEarlierOrLater(question, reasons);
        AddAbsence(question, reasons);
        AddHours(question, reasons);
        AddCommonRules(question, reasons);
        AddShares(question, reasons);
        AddOutOfProgramme(question, reasons);
        AddNotice(question, reasons);
        AddGrace(question, reasons);
        reasons.AddRange(question.Figures.CompletionNotices.Reasons(question.On, question.Nation));
        return reasons;
    }

    private static void AddWhyNoDate(Question question, List<Reason> reasons)
    {
        if (question.Walk.Unknown is { } unknown)
        {
            reasons.Add(UnknownRateReason(question, unknown));
            return;
        }

        if (question.Walk.CompletesOn is not null)
        {
            return;
        }

        reasons.Add(question.Walk.End == CreditEnd.BeyondCalendar
            ? new Reason("beyond-calendar", "On this plan training would finish after the year 9999, so there is no date to give.", Status.Computed)
            : new Reason("never-completes",
                "Training never finishes on this plan, because the last stretch has no end and earns nothing. Say when training goes on.", Status.Computed));
    }

    private static Reason UnknownRateReason(Question question, Piece unknown)
    {
        var change = question.Plan.Changes[unknown.Index!.Value];
        var hours = FigureText.Digits(change.WeeklyHours!.Value);
        var from = unknown.Stretch.First.Words();
        return unknown.Unknown switch
        {
            UnknownRate.OutsideTable => new Reason(
                "hours-outside-table",
                $"From {from} you would work {hours} hours a week, and we have not found what a day earns at those hours.",
                Status.NotFound,
                SourceId: question.Plan.Specialty == Specialties.EmergencyMedicine ? TrainingPlanSources.EmergencyMedicine : null,
                Ask: question.Plan.Specialty == Specialties.EmergencyMedicine ? "the Royal College of Emergency Medicine (RCEM)" : "your college"),
            UnknownRate.NoTable => new Reason(
                "no-hours-rule",
                $"From {from} you give {hours} hours a week, but we know no rule by which your specialty counts hours. Give the weekly hours of the full-time rota beside them, or the contracted share of full time instead.",
                Status.NotFound,
                Ask: "your college"),
            _ => new Reason(
                "no-full-time-hours",
                $"We have not found how many hours a week were full time from {from}, so {hours} hours cannot be turned into a share.",
                Status.NotFound,
                question.Figures.EmergencyMedicineFullTimeHours.Name,
                Ask: "the Royal College of Emergency Medicine (RCEM)"),
        };
    }

    private static void AddCommonRules(Question question, List<Reason> reasons)
    {
        if (question.Plan.Specialty is { } specialty && !Specialties.WithRules.Contains(specialty))
        {
            reasons.Add(new Reason(
                "common-rules",
                $"We hold no rule of its own for “{specialty}”, so the contracted share counts on every day. Rules of their own are held for {string.Join(", ", Specialties.WithRules)}: check the spelling if yours is one of them.",
                Status.Computed));
        }
    }

    private static void AddBlockModel(Question question, List<Reason> reasons)
    {
        if (question.Credits is null || question.Walk.CompletesOn is not { } completes || question.Block is not { } block || block == completes)
        {
            return;
        }

        var days = Math.Abs(completes.DayNumber - block.DayNumber);
        var gap = Days(days) + (block < completes ? " earlier" : " later");
        var last = question.Credits.Pieces[^1];
        var why = !last.IsAfter ? "it stops at the planned end, and this change goes on after it at its own rate"
            : last.Stretch.Rate != Fraction.Of(question.Plan.BaselineRate) ? $"it takes it that you return to {Fraction.Of(question.Plan.BaselineRate).ToPercentage()} after the last change, and you would be at {last.Stretch.Rate.ToPercentage()}"
            : "it rounds each change to whole days, or counts days after training is complete";
        var first = question.Plan.Changes[question.Credits.Order[0]].From;
        var impossible = block < first ? " That day lies before the first change, so it cannot be right." : "";
        reasons.Add(new Reason(
            "block-model-differs",
            $"A spreadsheet that adds lost days to the planned end gives {block.Words()}, {gap}, because {why}.{impossible}",
            Status.Computed));
    }

    /// <summary>England's trainee portal says that the date is set again at the next ARCP; for the other nations the Gold Guide, of which little was read.</summary>
    private static void AddWhoDecides(Question question, List<Reason> reasons)
    {
        const string says = "This date is indicative: your ARCP panel decides it.";
        reasons.Add(question.Nation == Nation.England
            ? new Reason("arcp-decides", says, Status.Sure, SourceId: TrainingPlanSources.TraineePortal)
            : new Reason("arcp-decides", says, Status.Verify, SourceId: TrainingPlanSources.GoldGuide));
    }

    private static void AddEarlierOrLater(Question question, List<Reason> reasons)
    {
        var plan = question.Plan;
        if (question.Walk.CompletesOn is { } completes && completes > plan.PlannedEnd)
        {
            var later = Days(completes.DayNumber - plan.PlannedEnd.DayNumber);
            reasons.Add(new Reason("later-than-planned",
                $"This is {later} later than the planned {plan.PlannedEnd.Words()}. Your completion date is set again at the next ARCP after a change is approved, not before.",
                Status.Computed, SourceId: question.Nation == Nation.England ? TrainingPlanSources.TraineePortal : null));
            return;
        }

        if (!(question.Walk.CompletesOn < plan.PlannedEnd))
        {
            return;
        }

        reasons.Add(new Reason(
            "earlier-than-planned",
            $"This is earlier than the planned {plan.PlannedEnd.Words()}, because you train at more than the {Fraction.Of(plan.BaselineRate).ToPercentage()} it was worked out at. An earlier date needs your panel's agreement and every capability in time.",
            Status.Verify,
            SourceId: TrainingPlanSources.BringingForward));
        AddShorteningCap(question, reasons);
    }

    private static void AddShorteningCap(Question question, List<Reason> reasons)
    {
        var (figure, says) = question.Plan.Specialty switch
        {
            Specialties.EmergencyMedicine => (question.Figures.EmergencyMedicineShorteningCap,
                "In emergency medicine higher training may be brought forward by {0} months at most, and hours above full time do not shorten it by themselves."),
            Specialties.Anaesthetics => (question.Figures.AnaestheticsShorteningCap,
                "In anaesthetics stage 2 or stage 3 may be shortened by {0} months whole-time equivalent at most."),
            _ => (null, ""),
        };
        if (figure?.At(question.Ends, question.Nation) is { Whole: { } months } cap)
        {
            reasons.Add(cap.Because("shortening-cap", string.Format(CultureInfo.InvariantCulture, says, months)));
        }
    }

    private static void AddAbsence(Question question, List<Reason> reasons)
    {
        var absence = question.Absence;
        if (absence.IsNone)
        {
            return;
        }

        var review = absence.Review!;
        if (absence.Threshold is not { } threshold)
        {
            reasons.Add(review.Because("absence-threshold-unknown",
                $"How much absence triggers a review {review.IsMissing} for {question.Nation.Name()} on this date, so no date with absence forgiven is given."));
        }
        else if (absence.IsReviewed)
        {
            var year = absence.MostIn!.Value;
            reasons.Add(review.Because(
                "absence-review",
                $"You would be away {Days(absence.MostDays)} in the twelve months from {year.First.Words()}. From {threshold} days on your panel reviews the completion date; it is neither extended nor left alone of itself. We count calendar days; the rule counts days you would have worked."));
        }
        else
        {
            reasons.Add(review.Because(
                "absence-below-review",
                $"You would be away {Days(absence.MostDays)} at most in any twelve months, fewer than the {threshold} that trigger a review. The first date has every day made up; the panel may forgive them."));
        }

        if (question.Plan.Specialty == Specialties.GeneralPractice)
        {
            var byPhase = question.Figures.AbsenceReviewThresholdGp.At(absence.MostIn!.Value.First, question.Nation);
            var days = byPhase.Whole is { } working ? $"{working} working days" : "working days";
            reasons.Add(byPhase.Because(
                "gp-absence-differs",
                $"In general practice the college counts {days} in each phase of training, not in each year, and older regional pages say something else again.") with
            {
                Status = Status.Verify,
                Ask = "your GP school",
            });
        }
    }

    private static void AddHours(Question question, List<Reason> reasons)
    {
        HoursCredit? last = null;
        var contractSaid = false;
        foreach (var piece in question.Credits?.Pieces ?? [])
        {
            if (piece.Row is { } row && row != last)
            {
                last = row;
                var note = row.Note is null ? "" : " " + row.Note;
                reasons.Add(new Reason(
                    "hours-rule",
                    $"From {row.Begins.Words()} {FigureText.Digits(question.Plan.Changes[piece.Index!.Value].WeeklyHours!.Value)} hours a week earn {Fraction.Of(row.Credit).ToPercentage()}: the college counts average hours, not the contract.{note}",
                    row.Status,
                    question.Figures.EmergencyMedicineFullTimeHours.Name,
                    row.Source));
            }
            else if (piece.ByTheRota)
            {
                var worked = question.Plan.Changes[piece.Index!.Value].WeeklyHours!.Value;
                reasons.Add(new Reason(
                    "hours-of-the-rota",
                    $"{FigureText.Digits(worked)} of the {FigureText.Digits(question.Plan.FullTimeWeeklyHours!.Value)} hours a week of the full-time rota that you gave are {piece.Stretch.Rate.ToPercentage()} of full time. The share in your contract decides where it is another.",
                    Status.Computed));
            }
            else if (piece.TakenAsContract && !contractSaid)
            {
                contractSaid = true;
                reasons.Add(new Reason(
                    "hours-taken-as-contract",
                    $"Up to {piece.Stretch.Last?.Words()} the contracted percentage counts, and you gave hours only: we took {FigureText.Digits(question.Plan.Changes[piece.Index!.Value].WeeklyHours!.Value)} hours as {piece.Stretch.Rate.ToPercentage()}. If the contract says another share, give the days before as a change of their own with a rate.",
                    Status.Computed,
                    question.Figures.EmergencyMedicineFullTimeHours.Name,
                    TrainingPlanSources.EmergencyMedicine));
            }
        }

        AddContractWhereHoursCount(question, reasons);
    }

    private static void AddContractWhereHoursCount(Question question, List<Reason> reasons)
    {
        DateOnly? counted = null;
        foreach (var row in question.Figures.HoursCredit)
        {
            counted = row.Specialty == question.Plan.Specialty && !(row.From >= counted) ? row.From : counted;
        }

        if (counted is not { } from)
        {
            return;
        }

        foreach (var change in question.Plan.Changes)
        {
            if (change.Rate is { } rate && !(change.To < from))
            {
                reasons.Add(new Reason(
                    "contract-where-hours-count",
                    $"From {from.Words()} your college counts average hours, and you gave a share of {Fraction.Of(rate).ToPercentage()}. Give weekly hours instead: the date may move by months.",
                    Status.Verify,
                    question.Figures.EmergencyMedicineFullTimeHours.Name,
                    TrainingPlanSources.EmergencyMedicine));
                return;
            }
        }
    }

    private static void AddShares(Question question, List<Reason> reasons)
    {
        decimal? lowest = null;
        var lowestFrom = question.On;
        (decimal Share, DateOnly From)? unusual = null;
        foreach (var change in question.Plan.Changes)
        {
            Look(change.Kind == ChangeKind.LessThanFullTime ? change.Rate : null, change.From);
        }

        Look(question.Plan.RateAfter is > 0 ? question.Plan.RateAfter : null, question.Ends);
        var minimum = question.Figures.MinimumFraction.At(lowestFrom, question.Nation);
        var exceptional = question.Figures.ExceptionalFraction.At(lowestFrom, question.Nation);
        if (lowest < exceptional.Number)
        {
            reasons.Add(exceptional.Because("below-exceptional",
                $"{Percent(lowest.Value)} is below {Percent(exceptional.Number.Value)}, the least that a dean may allow even in exceptional hardship."));
        }
        else if (lowest < minimum.Number)
        {
            var longest = question.Figures.ExceptionalFractionLongest.At(lowestFrom, question.Nation);
            var howLong = longest.Whole is { } months ? $" and normally for {months} months at most" : "";
            reasons.Add(minimum.Because("below-minimum",
                $"{Percent(lowest.Value)} is below {Percent(minimum.Number.Value)}, the usual least; only the postgraduate dean may go lower, in exceptional hardship{howLong}."));
        }

        if (unusual is { } odd)
        {
            var below = question.StandardShares(odd.From).Where(usual => usual.Share < 1).ToList();
            reasons.Add(new Reason(
                "dean-approval",
                $"{Percent(odd.Share)} is not one of the usual shares ({string.Join(", ", below.Select(usual => Percent(usual.Share)))}), so the postgraduate dean must approve it. No share is guaranteed.",
                below.Aggregate(Status.Sure, (worst, usual) => StatusExtensions.Worse(worst, usual.Status)),
                SourceId: below[0].Source));
        }

        void Look(decimal? rate, DateOnly from)
        {
            if (rate is not { } share)
            {
                return;
            }

            (lowest, lowestFrom) = lowest < share ? (lowest, lowestFrom) : (share, from);
            var standard = question.StandardShares(from);
            unusual ??= standard.Count > 0 && !standard.Any(usual => usual.Share == share) ? (share, from) : null;
        }
    }

    private static void AddOutOfProgramme(Question question, List<Reason> reasons)
    {
        var creditSaid = false;
        foreach (var change in question.Plan.Changes)
        {
            var (usualFigure, mostFigure) = MaximumFor(change.Kind, question.Figures);
            if (usualFigure is null)
            {
                continue;
            }

            if (change.CreditedDays is > 0 && !creditSaid)
            {
                creditSaid = true;
                reasons.Add(new Reason(
                    "credit-needs-approval",
                    $"The {Fraction.Of(change.CreditedDays.Value)} credited days of {change.Kind.Name()} count only if your college and dean agree to them; for training and research that is before you go, never afterwards.",
                    Status.Verify,
                    SourceId: TrainingPlanSources.GoldGuide));
            }

            AddLastYear(question, change, reasons);
            var usualMost = usualFigure.At(change.From, question.Nation);
            if (change.To is not { } to || usualMost.Whole is not { } usual || !(change.From.LastOfMonths(usual) < to))
            {
                continue;
            }

            var period = $"{Sentences.UpperFirst(change.Kind.Name())} from {change.From.Words()} to {to.Words()}";
            var most = mostFigure?.At(change.From, question.Nation);
            var (decides, says) = most?.Whole switch
            {
                { } longest when change.From.LastOfMonths(longest) < to => (most!,
                    $"{period} is longer than {longest} months, the most that is published even with special agreement."),
                { } longest => (usualMost, $"{period} is longer than the usual {usual} months; up to {longest} need special agreement."),
                null => (usualMost, $"{period} is longer than {usual} months, the most that is published."),
            };
            reasons.Add(decides.Because("oop-above-maximum", says));
        }
    }

    /// <summary>What is left on the day time out begins is what is left after it, and the days of it that count.</summary>
    private static void AddLastYear(Question question, PlannedChange change, List<Reason> reasons)
    {
        var last = question.Figures.TimeOutLastMonths.At(change.From, question.Nation);
        if (last.Whole is { } months && change.To is { } to && question.Walk.CompletesOn is { } completes && to < completes
            && to.DaysOn(1)?.LastOfMonths(months) >= completes.DaysOn((long)(change.CreditedDays ?? 0)))
        {
            reasons.Add(last.Because("oop-last-year",
                $"{Sentences.UpperFirst(change.Kind.Name())} from {change.From.Words()} would begin with no more than {last.Text} of training left. In the last year it is rarely agreed, acting up aside, and not normally in the first: ask first.") with
            { Ask = "your postgraduate dean" });
        }
    }

    private static (Figure? Usual, Figure? Most) MaximumFor(ChangeKind kind, LessThanFullTimeFigures figures) => kind switch
    {
        ChangeKind.Oopc => (figures.OopcMaximum, null),
        ChangeKind.Oope => (figures.OopeMaximum, figures.OopeExtendedMaximum),
        ChangeKind.Oopp => (figures.OoppMaximum, null),
        ChangeKind.Oopr => (figures.OoprMaximum, figures.OoprExtendedMaximum),
        ChangeKind.Oopt => (figures.OoptMaximum, figures.OoptExtendedMaximum),
        _ => (null, null),
    };

    private static void AddNotice(Question question, List<Reason> reasons)
    {
        foreach (var (_, from) in question.ChangesOfRate)
        {
            if (from <= question.On)
            {
                continue;
            }

            if (ChangeNotice.Of(from, question.Nation, question.Figures) is not { } notice)
            {
                var weeks = question.Figures.Notice.At(from, question.Nation);
                reasons.Add(weeks.Because("notice-unknown", $"How long before {from.Words()} the form must be in {weeks.IsMissing} for {question.Nation.Name()}."));
                return;
            }

            if (notice.By < question.On)
            {
                reasons.Add(notice.Because("notice-too-short",
                    $"The change on {from.Words()} needed its form {notice.When}. That has passed: ask for exceptional circumstances, or move the change."));
                return;
            }
        }
    }

    private static void AddGrace(Question question, List<Reason> reasons)
    {
        if (question.Walk.CompletesOn is null || Specialties.EndsBeforeCertificate(question.Plan.Specialty))
        {
            return;
        }

        if (question.Plan.Specialty == Specialties.GeneralPractice)
        {
            reasons.Add(new Reason("grace-unknown", "Whether a GP trainee may have a period of grace was not found, so no date of one is given.",
                Status.NotFound, question.Figures.PeriodOfGrace.Name, Ask: "your GP school"));
            return;
        }

        var grace = question.Figures.PeriodOfGrace.At(question.Ends, question.Nation);
        if (grace.Whole is not { } months)
        {
            reasons.Add(grace.Because("grace-unknown", $"How long a period of grace may be {grace.IsMissing} for {question.Nation.Name()}."));
            return;
        }

        reasons.Add(grace.Because(
            "grace-optional",
            $"The period of grace is up to {months} calendar months after completion, the same at less than full time. It needs outcome 6, is not training, and depends on a post being there."));
    }

    private static string Percent(decimal share) => Fraction.Of(share).ToPercentage();

    private static string Days(int days) => days == 1 ? "1 day" : days.ToString(CultureInfo.InvariantCulture) + " days";
}
