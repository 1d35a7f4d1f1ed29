using System.Text.Json;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>Works out what a scheme pays one GP or the practice, as far as it is published; those admitted before a closing keep what they were promised. A nation without the scheme is answered with nobody else's money.</summary>
public static class IncentiveCalculator
{
    /// <summary>Works it out.</summary>
    /// <param name="facts">What the GP told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about; the day of admission where none is given.</param>
    /// <param name="nation">The nation asked about.</param>
    public static Incentive Calculate(IncentiveQuestion facts, IncentiveFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var key = JsonNamingPolicy.KebabCaseLower.ConvertName(facts.Scheme.ToString());
        var entered = facts.Entered ?? on;
        var scheme = figures.Initiatives.At(entered, nation, row => row.Key).FirstOrDefault(row => row.Key == key);
        if (scheme is null)
        {
            var none = $"No such scheme is held for {nation.Name()} on {entered.Words()}.";
            return new Incentive { Verdict = Verdict.Unknown, Says = none, Lines = [], Reasons = [new Reason("no-scheme", none, Status.NotFound, Ask: "your training body or health board")] };
        }

        var standing = scheme.Because("scheme", $"{scheme.Name}: {Standing(scheme)}{(scheme.Note is null ? "" : $" {scheme.Note}.")}", scheme.Money);
        if (scheme.State == SchemeState.Closed)
        {
            return new Incentive { Verdict = Verdict.No, Says = $"Nothing: on {entered.Words()} the scheme took nobody new. {scheme.Apply}.", Lines = [], Reasons = [standing with { Ask = scheme.Runs }] };
        }

        FigureValue At(Figure figure) => figure.At(entered, nation);
        var answer = facts.Scheme switch
        {
            IncentiveScheme.Fellowship => Fellowship(facts, entered, At(figures.FellowshipPractice), At(figures.FellowshipYears), At(figures.SessionsFull), At(figures.FellowshipStudy), At(figures.WeeksYear)),
            IncentiveScheme.SupportingMentors => Mentors(facts, At(figures.MentorSession), At(figures.MentorTraining), At(figures.MentorSessionsWeek), At(figures.MentorClinical)),
            IncentiveScheme.ReturnToPractice => Bursary(facts, At(figures.GpBursary), At(figures.GpFullTime)),
            IncentiveScheme.InternationalInduction => Bursary(facts, At(figures.InductionBursary), At(figures.GpFullTime)),
            IncentiveScheme.VisaExtra => Visa(facts, At(figures.VisaExtra), At(figures.VisaApply)),
            IncentiveScheme.EnhancedRecruitment => Once(At(figures.EnhancedRecruitment), "once, for accepting a listed programme"),
            IncentiveScheme.TrainingIncentive => Twice(facts, At(figures.WalesIncentive), At(figures.WalesIncentiveAfter)),
            _ => Once(At(figures.GoldenHello), "for taking a post"),
        };
        return answer with
        {
            Verdict = scheme.State == SchemeState.Unknown ? Verdict.Unknown : answer.Verdict,
            Says = scheme.State == SchemeState.Unknown && answer.Lines.Count > 0 ? $"Whether it is open is not known. When it last was: {answer.Says}" : answer.Says,
            Reasons = [standing with { Ask = scheme.State == SchemeState.Open ? null : scheme.Runs }, .. answer.Reasons],
            Warnings = [.. Unused(facts)],
        };
    }

    private static string Standing(Initiative scheme) => scheme.State switch
    {
        SchemeState.Open => "open on the day of admission.",
        SchemeState.Closed => scheme.Since is { } since ? $"closed since {since.Words()}." : "closed; the day was not found.",
        SchemeState.Local => $"local: ask {scheme.Runs}.",
        _ => $"not known: ask {scheme.Runs}.",
    };

    private static Incentive Fellowship(IncentiveQuestion facts, DateOnly entered, FigureValue practice, FigureValue years, FigureValue full, FigureValue each, FigureValue weeks)
    {
        var until = years.Whole is { } number ? entered.MonthsOn(number * 12)?.AddDays(-1) : null;
        var study = facts.Sessions is { } sessions && full.Number is { } whole && years.Number is { } length && each.Number * weeks.Number is { } ofYear ? decimal.Round(ofYear * length * Math.Min(sessions, whole) / whole, 1) : (decimal?)null;
        return new Incentive
        {
            Verdict = Verdict.Yes,
            Says = $"Two things for those admitted in time: {(study is { } given ? $"about {given:0.#} study sessions" : $"{each.Text} of study a week in proportion")} for you{(until is { } last ? $" until {last.Words()}" : "")}, and up to {practice.Text} for the practice.",
            Lines = practice.Number is { } sum ? [new IncentiveLine("practice", "To the practice, at most", sum, "practice")] : [],
            Total = practice.Number,
            Until = until,
            Reasons = [practice.Because("practice", $"The practice was paid back up to {practice.Text} for a fellow; one hub quoted more."), years.Because("years", $"The fellowship lasts {years.Text}; those admitted before the closing finish it.")],
            Working = study is { } all ? [new WorkingLine($"Study: {each.Number:0.##} × {weeks.Text} × {years.Text} × {Math.Min(facts.Sessions!.Value, full.Number!.Value):0.##} ÷ {full.Number:0} sessions = {all:0.#} sessions")] : [],
            Milestones = until is { } end ? [years.Date("ends", end, "Last day of your fellowship")] : [],
        };
    }

    private static Incentive Mentors(IncentiveQuestion facts, FigureValue session, FigureValue training, FigureValue week, FigureValue clinical)
    {
        if (facts.Sessions < clinical.Number)
        {
            var few = $"Nothing: the scheme asked for {clinical.Text} a week or more, and you have {facts.Sessions:0.##}.";
            return new Incentive { Verdict = Verdict.No, Says = few, Lines = [], Total = 0, Reasons = [clinical.Because("too-few-sessions", few)] };
        }

        var most = facts.Weeks * (int?)week.Number;
        var paid = Math.Min(facts.Mentored ?? most ?? 0, most ?? int.MaxValue);
        var (sum, extra) = ((session.Number ?? 0) * paid, facts.Trained == true ? training.Number ?? 0 : 0);
        return new Incentive
        {
            Verdict = Verdict.Yes,
            Says = $"{(sum + extra).InPounds()} for {paid} mentoring session{(paid == 1 ? "" : "s")}{(extra > 0 ? " and the training" : "")}.",
            Lines = [new IncentiveLine("sessions", $"{session.Text} × {paid} sessions", sum, "you"), .. extra > 0 ? new[] { new IncentiveLine("training", "Training time, once", extra, "you") } : []],
            Total = sum + extra,
            Reasons = [session.Because("session", $"{session.Text} a mentoring session, and {week.Text} a week at most."), training.Because("training", $"{training.Text} for the time of the training."), clinical.Because("clinical", $"A mentor keeps {clinical.Text} a week or more.")],
            Working = [new WorkingLine($"{session.Text} × {paid}{(extra > 0 ? $" + {training.Text}" : "")} = {(sum + extra).InPounds()}") { Status = session.Status, Figure = session.Figure.Name, SourceId = session.SourceId }],
        };
    }

    private static Incentive Bursary(IncentiveQuestion facts, FigureValue bursary, FigureValue full)
    {
        if (bursary.Number is not { } month || full.Number is not { } week)
        {
            return Once(bursary, "a month on placement");
        }

        var hours = Math.Min(facts.Hours ?? week, week);
        var each = (month * hours / week).ToPence();
        var all = (month * hours / week * facts.Months)?.ToPence();
        return new Incentive
        {
            Verdict = Verdict.Yes,
            Says = $"Up to {each.InPounds()} a month on placement{(facts.Months is { } count ? $", {all!.Value.InPounds()} for {count} month{(count == 1 ? "" : "s")}" : "")}.",
            Lines = [new IncentiveLine("month", $"{bursary.Text} × {hours:0.##} ÷ {week:0.##} hours, a month", each, "you")],
            Total = all,
            Reasons = [bursary.Because("bursary", $"Up to {bursary.Text} a month at full time, in proportion for fewer hours; or an employed placement instead."), full.Because("full-time", $"Full time is {full.Text} a week.")],
            Working = [new WorkingLine($"{bursary.Text} × {hours:0.##} ÷ {week:0.##} = {each.InPounds()} a month") { Status = bursary.Status, Figure = bursary.Figure.Name, SourceId = bursary.SourceId }, .. Months(facts.Months, each, all, $"{bursary.Text} × {hours:0.##} ÷ {week:0.##}")],
        };
    }

    // The sum is rounded once; where months paid to the penny come to another one, that is said.
    private static IEnumerable<WorkingLine> Months(int? told, decimal each, decimal? all, string month) => told is not { } months || all is not { } sum ? []
        : [new WorkingLine($"{month} × {FigureText.Count(months, "months")} = {sum.InPounds()}{(each * months == sum ? "" : $"; {FigureText.Count(months, "payments")} of {each.InPounds()} come to {(each * months).InPounds()}")}")];

    private static Incentive Visa(IncentiveQuestion facts, FigureValue extra, FigureValue apply)
    {
        if (extra.Whole is not { } months)
        {
            return Once(extra, "as time on the visa");
        }

        var until = facts.VisaEnds?.MonthsOn(months);
        var from = apply.Whole is { } ahead ? facts.VisaEnds?.MonthsOn(-ahead) : null;
        return new Incentive
        {
            Verdict = facts.VisaEnds is null ? Verdict.Unknown : Verdict.Yes,
            Says = until is { } last ? $"The visa can go on to {last.Words()}: apply from {from?.Words() ?? "the last month"} to {facts.VisaEnds!.Value.Words()}." : $"{extra.Text} more on the visa; tell the day on which it ends to see until when.",
            Lines = [],
            Until = until,
            ApplyFrom = from,
            Reasons = [extra.Because("months", $"{extra.Text} are added after training; it is no new sponsorship, and locum work is allowed."), apply.Because("apply", $"Doctors already in training apply in the last {apply.Text} of the visa; for new starters it is added by itself.")],
            Milestones = from is { } first && until is not null ? [apply.Date("apply", first, facts.VisaEnds!.Value, "Apply for four more months on your visa"), extra.Date("visa-ends", until.Value, "Last day of the visa with the months added")] : [],
        };
    }

    private static Incentive Twice(IncentiveQuestion facts, FigureValue each, FigureValue after)
    {
        var second = after.Whole is { } years ? facts.TrainingEnds?.MonthsOn(years * 12) : null;
        var first = Once(each, "each of two times; the second after work in the area");
        return first with
        {
            Total = each.Number * 2,
            Says = each.Number is { } sum ? $"{sum.InPounds()} twice; the second after {after.Text} of work in the area{(second is { } day ? $", from {day.Words()}" : "")}." : first.Says,
            Until = second,
            Lines = each.Number is { } amount ? [new IncentiveLine("first", "The first payment", amount, "you"), new IncentiveLine("second", $"The second, after {after.Text} of work in the area", amount, "you")] : [],
            Reasons = [.. first.Reasons, after.Because("after", $"The second payment asks for {after.Text} of work in the area after training.")],
            Milestones = second is { } due ? [after.Date("second", due, "The second payment of the training incentive can be due")] : [],
        };
    }

    private static Incentive Once(FigureValue value, string when) => value.Number is { } sum
        ? new Incentive { Verdict = Verdict.Yes, Says = $"{sum.InPounds()} {when}.", Lines = [new IncentiveLine("once", $"Paid {when}", sum, "you")], Total = sum, Reasons = [value.Because("sum", $"{value.Text} {when}.")] }
        : new Incentive { Verdict = Verdict.Unknown, Says = $"What it pays is {value.Text} for {value.Nation.Name()}{value.OrAsk}.", Lines = [], Reasons = [value.Because("sum", $"What it pays {when} is {value.Text} for {value.Nation.Name()}.")] };

    private static IEnumerable<Warning> Unused(IncentiveQuestion facts)
    {
        if (facts is { Scheme: IncentiveScheme.SupportingMentors, Mentored: { } told, Weeks: { } weeks } && told > weeks)
        {
            yield return new Warning("mentored", $"One session a week is paid for: {told - weeks} of {told} are not counted.");
        }
        else if (facts is { Scheme: IncentiveScheme.SupportingMentors, Mentored: null, Weeks: null })
        {
            yield return new Warning("mentored", "Tell the sessions or the weeks: nought is counted.");
        }
    }
}
