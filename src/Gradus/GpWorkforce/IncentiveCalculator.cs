using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>
/// Works out what a scheme pays one GP or the practice, as far as it is published; those admitted before a closing keep what they were promised. A nation
/// without the scheme is answered with nobody else's money.
/// </summary>
public static class IncentiveCalculator
{
    /// <summary>Refuses a share of nothing, and a training that ended before its incentive was entered.</summary>
    public static void Check(IncentiveQuestion facts, IncentiveFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts is { Scheme: IncentiveScheme.Fellowship, Sessions: 0 })
        {
            errors.Add("sessions", "Expected more than none: study time is in proportion to them. Leave it out when you do not know.");
        }

        if (facts.Hours == 0)
        {
            errors.Add("hours", "Expected more than none: the bursary is in proportion to them. Leave it out for full time.");
        }

        if (facts.TrainingEnds <= facts.Entered)
        {
            errors.Add("trainingEnds", $"Expected a day after {facts.Entered!.Value}, the day you were admitted.");
        }
    }

    /// <summary>Works out what a scheme pays or allows the doctor, and until when, by the rules of the day that decides; unknown where nothing was published.</summary>
    /// <param name="facts">What the GP told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about; the day of admission where none is given.</param>
    /// <param name="nation">The nation asked about.</param>
    public static Incentive Calculate(IncentiveQuestion facts, IncentiveFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var key = Keys.Of(facts.Scheme);
        var entered = facts.Entered ?? on;
        var scheme = figures.Initiatives.At(entered, nation, row => row.Key).FirstOrDefault(row => row.Key == key);
        if (scheme is null)
        {
            var none = $"No such scheme is held for {nation.Name()} on {entered.Words()}.";
            return new Incentive
            {
                Verdict = Verdict.Unknown,
                Says = none,
                Lines = [],
                Reasons = [new Reason("no-scheme", none, Status.NotFound, Ask: "your training body or health board")]
            };
        }

        var standing = scheme.Because("scheme", $"{scheme.Name}: {Standing(scheme, entered > on)}{(scheme.Note is null ? "" : $" {scheme.Note}.")}", scheme.Money);
        if (scheme.State == SchemeState.Closed)
        {
            return new Incentive
            {
                Verdict = Verdict.No,
                Says = $"Nothing: on {entered.Words()} the scheme took nobody new. {scheme.Apply}.",
                Lines = [],
                Reasons = [standing with { Ask = scheme.Runs }]
            };
        }

        FigureValue At(Figure figure) => figure.At(entered, nation);
        var (answer, pays) = facts.Scheme switch
        {
            IncentiveScheme.Fellowship => Fellowship(facts, entered, At(figures.FellowshipPractice), At(figures.FellowshipYears), At(figures.SessionsFull),
                At(figures.FellowshipStudy), At(figures.WeeksYear), on),
            IncentiveScheme.SupportingMentors => Mentors(facts, At(figures.MentorSession), At(figures.MentorTraining), At(figures.MentorSessionsWeek), At(figures.MentorClinical)),
            IncentiveScheme.ReturnToPractice => Bursary(facts, At(figures.GpBursary), At(figures.GpFullTime)),
            IncentiveScheme.InternationalInduction => Bursary(facts, At(figures.InductionBursary), At(figures.GpFullTime)),
            IncentiveScheme.VisaExtra => Visa(facts, entered, on, At(figures.VisaExtra), At(figures.VisaApply)),
            IncentiveScheme.EnhancedRecruitment => Once(At(figures.EnhancedRecruitment), "once, for accepting a listed programme"),
            IncentiveScheme.TrainingIncentive => Twice(facts, entered, At(figures.WalesIncentive), At(figures.WalesIncentiveAfter)),
            _ => Once(At(figures.GoldenHello), "for taking a post"),
        };
        // It was there up to the day before the next thing that is known of it.
        var next = figures.Initiatives.Where(row => row.Key == key && row.Nation.Includes(nation) && row.From > entered).Min(row => row.From);
        var doubt = scheme.State == SchemeState.Unknown ? $"Whether {(entered < on ? $"it was open on {entered.Words()}" : "it is open")} is not known: ask {scheme.Runs}. When it last was:"
            : pays.Held is { From: null, Seen: { } seen } ? Doubt(scheme, seen < next ? seen : next?.AddDays(-1) ?? seen, entered, on)
            : null;
        return answer with
        {
            Verdict = doubt is null ? answer.Verdict : Verdict.Unknown,
            Says = doubt is not null && (answer.Lines.Count > 0 || answer.Until is not null) ? $"{doubt} {answer.Says}" : answer.Says,
            Reasons = [standing with { Ask = scheme.State == SchemeState.Open && doubt is null ? null : scheme.Runs }, .. answer.Reasons],
            Warnings = [.. Beyond(facts, At(figures.SessionsFull), At(figures.GpFullTime), At(figures.MentorSessionsWeek))],
        };
    }

    // Of a scheme whose first day nobody has published we know only that it was there when it was seen: a year is what a scheme is commonly set for.
    private static string? Doubt(Initiative scheme, DateOnly seen, DateOnly entered, DateOnly on) =>
        scheme.From is null && entered < seen.AddYears(-Figure.YearsOfASighting) ? $"Whether it was there on {entered.Words()} is not known: it was seen on {seen.Words()}. As it was then:"
        : entered > on && entered > seen.AddYears(Figure.YearsOfASighting) ? $"Whether it will be open on {entered.Words()} is not known. As it was on {seen.Words()}, when it was seen:"
        : null;

    private static string Standing(Initiative scheme, bool isAhead) => scheme.State switch
    {
        SchemeState.Open => isAhead ? "open when last seen; your day lies ahead."
            : scheme.From is null ? "open when it was seen; its first day was not found."
            : "open on the day of admission.",
        _ => scheme.Standing,
    };

    private static (Incentive Answer, FigureValue Pays) Fellowship(IncentiveQuestion facts, DateOnly entered, FigureValue practice, FigureValue years,
        FigureValue full, FigureValue each, FigureValue weeks, DateOnly on)
    {
        var until = years.Whole is { } number ? entered.LastOfMonths(number * 12) : null;
        var study = facts.Sessions is { } sessions && full.Number is { } whole && years.Number is { } length && each.Number * weeks.Number is { } ofYear
            ? decimal.Round(ofYear * length * Math.Min(sessions, whole) / whole, 1)
            : (decimal?)null;
        var answer = new Incentive
        {
            Verdict = Verdict.Yes,
            Says = $"Two things for those admitted in time: {(study is { } given ? $"about {given:0.#} study sessions" : $"{each.Text} of study a week in proportion")} for you{(until is { } last ? last < on ? $" until {last.Words()}, which is over" : $" until {last.Words()}" : "")}, and up to {practice.Text} for the practice.",
            Lines = practice.Number is { } sum ? [new IncentiveLine("practice", "To the practice, at most", sum, "practice")] : [],
            Total = practice.Number,
            Until = until,
            Reasons = [practice.Because("practice", $"The practice was paid back up to {practice.Text} for a fellow; one hub quoted more."),
                years.Because("years", $"The fellowship lasts {years.Text}; those admitted before the closing finish it.")],
            Working = study is { } all
                ? [new WorkingLine($"Study: {each.Number:0.##} × {weeks.Text} × {years.Text} × {Math.Min(facts.Sessions!.Value, full.Number!.Value):0.##} ÷ {full.Number:0} sessions = {all:0.#} sessions")]
                : [],
            Milestones = until is { } end ? [years.Date("ends", end, "Last day of your fellowship")] : [],
        };
        return (answer, practice);
    }

    private static (Incentive Answer, FigureValue Pays) Mentors(IncentiveQuestion facts, FigureValue session, FigureValue training, FigureValue week, FigureValue clinical)
    {
        if (facts.Sessions < clinical.Number)
        {
            var few = $"Nothing: the scheme asked for {clinical.Text} a week or more, and you have {facts.Sessions:0.##}.";
            return (new Incentive { Verdict = Verdict.No, Says = few, Lines = [], Total = 0, Reasons = [clinical.Because("too-few-sessions", few)] }, session);
        }

        var most = facts.Weeks * (int?)week.Number;
        var paid = Math.Min(facts.Mentored ?? most ?? 0, most ?? int.MaxValue);
        var (sum, extra) = ((session.Number ?? 0) * paid, facts.Trained == true ? training.Number ?? 0 : 0);
        var answer = new Incentive
        {
            Verdict = Verdict.Yes,
            Says = $"{(sum + extra).InPounds()} for {paid} mentoring session{(paid == 1 ? "" : "s")}{(extra > 0 ? " and the training" : "")}.",
            Lines = [new IncentiveLine("sessions", $"{session.Text} × {paid} sessions", sum, "you"),
                .. extra > 0 ? new[] { new IncentiveLine("training", "Training time, once", extra, "you") } : []],
            Total = sum + extra,
            Reasons = [session.Because("session", $"{session.Text} a mentoring session, and {week.Text} a week at most."),
                training.Because("training", $"{training.Text} for the time of the training."),
                clinical.Because("clinical", $"A mentor keeps {clinical.Text} a week or more.")],
            Working = [new WorkingLine($"{session.Text} × {paid}{(extra > 0 ? $" + {training.Text}" : "")} = {(sum + extra).InPounds()}") { Status = session.Status,
                Figure = session.Figure.Name, SourceId = session.SourceId }],
        };
        return (answer, session);
    }

    private static (Incentive Answer, FigureValue Pays) Bursary(IncentiveQuestion facts, FigureValue bursary, FigureValue full)
    {
        if (bursary.Number is not { } month || full.Number is not { } week)
        {
            return Once(bursary, "a month on placement");
        }

        var hours = Math.Min(facts.Hours ?? week, week);
        var each = (month * hours / week).ToPence();
        var all = (month * hours / week * facts.Months)?.ToPence();
        var answer = new Incentive
        {
            Verdict = Verdict.Yes,
            Says = $"Up to {each.InPounds()} a month on placement{(facts.Months is { } count ? $", {all!.Value.InPounds()} for {count} month{(count == 1 ? "" : "s")}" : "")}.",
            Lines = [new IncentiveLine("month", $"{bursary.Text} × {hours:0.##} ÷ {week:0.##} hours, a month", each, "you")],
            Total = all,
            Reasons = [bursary.Because("bursary", $"Up to {bursary.Text} a month at full time, in proportion for fewer hours; or an employed placement instead."),
                full.Because("full-time", $"Full time is {full.Text} a week.")],
            Working = [new WorkingLine($"{bursary.Text} × {hours:0.##} ÷ {week:0.##} = {each.InPounds()} a month") { Status = bursary.Status,
                Figure = bursary.Figure.Name, SourceId = bursary.SourceId },
                .. Months(facts.Months, each, all, $"{bursary.Text} × {hours:0.##} ÷ {week:0.##}")],
        };
        return (answer, bursary);
    }

    // The sum is rounded once; where months paid to the penny come to another one, that is said.
    private static IEnumerable<WorkingLine> Months(int? told, decimal each, decimal? all, string month) => told is not { } months || all is not { } sum ? []
        : [new WorkingLine($"{month} × {FigureText.Count(months, "months")} = {sum.InPounds()}{(each * months == sum ? "" : $"; {FigureText.Count(months, "payments")} of {each.InPounds()} come to {(each * months).InPounds()}")}")];

    private static (Incentive Answer, FigureValue Pays) Visa(IncentiveQuestion facts, DateOnly entered, DateOnly on, FigureValue extra, FigureValue apply)
    {
        if (extra.Whole is not { } months)
        {
            var unsaid = $"How many months are added is {extra.Text} for {extra.Nation.Name()}{extra.OrAsk}.";
            return (new Incentive { Verdict = Verdict.Unknown, Says = unsaid, Lines = [], Reasons = [extra.Because("months", unsaid)] }, extra);
        }

        if (facts.VisaEnds is not { } ends)
        {
            var tell = new Incentive
            {
                Verdict = Verdict.Unknown,
                Says = $"{extra.Text} more on the visa; tell the day on which it ends to see until when.",
                Lines = [],
                Reasons = [extra.Because("months", Added(extra)), apply.Because("apply", Applied(apply))]
            };
            return (tell, extra);
        }

        if (ends < entered)
        {
            var over = $"Nothing: the visa ended on {ends.Words()}, and the months are asked for before it ends{(facts.Entered is null ? "; tell the day on which you applied, if you did" : $", not on {entered.Words()}")}.";
            return (new Incentive { Verdict = Verdict.No, Says = over, Lines = [], Reasons = [apply.Because("visa-over", over), extra.Because("months", Added(extra))] }, extra);
        }

        var until = ends.MonthsOn(months);
        var from = apply.Whole is { } ahead ? ends.MonthsOn(-ahead) : null;
        var answer = new Incentive
        {
            Verdict = Verdict.Yes,
            Says = until < on ? $"Applied for in time, the visa went on to {until.Value.Words()}, which is over."
                : ends < on ? $"Applied for in time, the visa goes on to {until?.Words() ?? "a day beyond the calendar"}; a new application would be too late."
                : $"The visa can go on to {until?.Words() ?? "a day beyond the calendar"}: apply {(from <= on ? "now, up to" : $"from {from?.Words() ?? "the last month"} to")} {ends.Words()}.",
            Lines = [],
            Until = until,
            ApplyFrom = from,
            Reasons = [extra.Because("months", Added(extra)), apply.Because("apply", Applied(apply))],
            Milestones = from is { } first && until is { } last
                ? [apply.Date("apply", first, ends, $"Apply for {extra.Text} more on your visa"), extra.Date("visa-ends", last, "Last day of the visa with the months added")]
                : [],
        };
        return (answer, extra);
    }

    private static string Added(FigureValue extra) => $"{extra.Text} are added after training; it is no new sponsorship, and locum work is allowed.";

    private static string Applied(FigureValue apply) => $"Doctors already in training apply in the last {apply.Text} of the visa; for new starters it is added by itself.";

    private static (Incentive Answer, FigureValue Pays) Twice(IncentiveQuestion facts, DateOnly entered, FigureValue each, FigureValue after)
    {
        if (facts.TrainingEnds is { } ended && ended <= entered && each.IsKnown)
        {
            var late = $"The incentive is for accepting a programme, and your training ended on {ended.Words()}: tell the day on which you accepted it.";
            return (new Incentive { Verdict = Verdict.Unknown, Says = late, Lines = [], Reasons = [each.Because("training-over", late)] }, each);
        }

        var second = after.Whole is { } years ? facts.TrainingEnds?.MonthsOn(years * 12) : null;
        var first = Once(each, "each of two times; the second after work in the area").Answer;
        var answer = first with
        {
            Total = each.Number * 2,
            Says = each.Number is { } sum
                ? $"{sum.InPounds()} twice; the second after {after.Text} of work in the area{(second is { } day ? $", from {day.Words()}" : "")}."
                : first.Says,
            Until = second,
            Lines = each.Number is { } amount
                ? [new IncentiveLine("first", "The first payment", amount, "you"),
                    new IncentiveLine("second", $"The second, after {after.Text} of work in the area", amount, "you")]
                : [],
            Reasons = [.. first.Reasons, after.Because("after", $"The second payment asks for {after.Text} of work in the area after training.")],
            Milestones = second is { } due ? [after.Date("second", due, "The second payment of the training incentive can be due")] : [],
        };
        return (answer, each);
    }

    private static (Incentive Answer, FigureValue Pays) Once(FigureValue value, string when) => (value.Number is { } sum
        ? new Incentive
        {
            Verdict = Verdict.Yes,
            Says = $"{sum.InPounds()} {when}.",
            Lines = [new IncentiveLine("once", $"Paid {when}", sum, "you")],
            Total = sum,
            Reasons = [value.Because("sum", $"{value.Text} {when}.")]
        }
        : new Incentive
        {
            Verdict = Verdict.Unknown,
            Says = $"What it pays {value.IsMissing} for {value.Nation.Name()}{value.OrAsk}. {value.Held?.Note}".TrimEnd(),
            Lines = [],
            Reasons = [value.Because("sum", $"What it pays {when} {value.IsMissing} for {value.Nation.Name()}.")]
        }, value);

    // What is over the most that is paid for, and what is too little to count.
    private static IEnumerable<Warning> Beyond(IncentiveQuestion facts, FigureValue fullSessions, FigureValue fullHours, FigureValue mentorWeek)
    {
        if (facts is { Scheme: IncentiveScheme.SupportingMentors, Mentored: { } told, Weeks: { } weeks } && mentorWeek.Whole * weeks is { } most && told > most)
        {
            yield return new Warning("mentored", $"{mentorWeek.Text} a week {(mentorWeek.Number == 1 ? "is" : "are")} paid for: {told - most} of {told} are not counted.");
        }
        else if (facts is { Scheme: IncentiveScheme.SupportingMentors, Mentored: null, Weeks: null })
        {
            yield return new Warning("mentored", "Tell the sessions or the weeks: nought is counted.");
        }

        if (facts.Scheme == IncentiveScheme.Fellowship && facts.Sessions > fullSessions.Number)
        {
            yield return new Warning("sessions", $"Full time is {fullSessions.Text} a week: sessions over that are not counted.");
        }

        if (facts.Hours > fullHours.Number)
        {
            yield return new Warning("hours", $"Full time is {fullHours.Text} a week: hours over that are not counted.");
        }
    }
}
