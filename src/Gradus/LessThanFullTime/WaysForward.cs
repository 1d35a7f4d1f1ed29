using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>What would bring the completion date forward.</summary>
internal static class WaysForward
{
    public static IReadOnlyList<WayForward> For(Question question)
    {
        if (question.Credits is null || question.Walk.Unknown is not null)
        {
            return [];
        }

        var ways = new List<WayForward>(4);
        AddMoreHours(question, ways);
        AddForgiven(question, ways);
        AddCredit(question, ways);
        AddShortening(question, ways);
        return ways;
    }

    /// <summary>Full time, or the next usual share, from the last stretch on or from the date asked about, whichever is later.</summary>
    private static void AddMoreHours(Question question, List<WayForward> ways)
    {
        var last = question.Credits!.Pieces[^1];
        var isWorked = last.IsAfter || (last.Index is { } index && question.Plan.Changes[index].Kind.NeedsRate());
        if (last.Stretch.Last is not null || last.Stretch.Rate >= Fraction.One || !isWorked)
        {
            return;
        }

        var (earliest, notice) = Earliest(question);
        var from = last.Stretch.First > earliest ? last.Stretch.First : earliest;
        if (question.Walk.CompletesOn is { } completes && from > completes)
        {
            return;
        }

        Add(Fraction.One, "full-time-sooner");
        var next = Next(question, last.Stretch.Rate, from);
        if (next < Fraction.One && last.Row is null)
        {
            Add(next, "more-hours");
        }

        void Add(Fraction rate, string key)
        {
            var date = CompletesWith(question.Credits!, from, rate);
            if (date is { } sooner && !(sooner >= question.Walk.CompletesOn))
            {
                ways.Add(new WayForward(key,
                    $"At {rate.ToPercentage()} from {from.Words()} on, training would finish on {sooner.Words()}. More hours need a suitable post.", sooner,
                    StatusExtensions.Worse(notice.Status, Status.Computed), notice.Figure.Name, notice.SourceId));
            }
        }
    }

    /// <summary>
    /// The first day for more hours if the form goes in on the date asked about, and the notice that decides it: weeks, months, or in Wales the weeks outside
    /// its windows. That date itself where no notice was found.
    /// </summary>
    private static (DateOnly From, FigureValue Notice) Earliest(Question question)
    {
        FigureValue At(Figure figure) => figure.At(question.On, question.Nation);
        var (weeks, months, outside) = (At(question.Figures.Notice), At(question.Figures.NoticeMonths), At(question.Figures.NoticeOutsideWindows));
        var (from, notice) = weeks.Whole is { } number ? (question.On.DaysOn(7L * number), weeks)
            : months.Whole is { } calendar ? (question.On.MonthsOn(calendar), months)
            : outside.Whole is { } late ? (question.On.DaysOn(7L * late), outside)
            : (question.On, weeks);
        return (from ?? question.On, notice);
    }

    /// <summary>The next usual share above a rate; full time where none is published.</summary>
    private static Fraction Next(Question question, Fraction rate, DateOnly from) =>
        question.StandardShares(from).Select(usual => Fraction.Of(usual.Share)).Where(share => share > rate).DefaultIfEmpty(Fraction.One).Min();

    private static DateOnly? CompletesWith(PlanCredits credits, DateOnly from, Fraction rate)
    {
        var account = new CreditAccount(credits.Need);
        foreach (var piece in credits.Pieces)
        {
            if (piece.Stretch.Last is not null)
            {
                account.Earn(piece.Stretch);
            }
            else if (from > piece.Stretch.First)
            {
                account.Earn(piece.Stretch with { Last = from.AddDays(-1) });
            }
        }

        return account.Earn(new CreditStretch(from, Last: null, rate));
    }

    private static void AddForgiven(Question question, List<WayForward> ways)
    {
        if (question.Forgiven is { } forgiven && forgiven < question.Walk.CompletesOn)
        {
            ways.Add(new WayForward("absence-forgiven",
                $"If your panel forgives up to {question.Absence.Threshold} days of absence a year, training would finish on {forgiven.Words()}. The panel decides.",
                forgiven, Status.Computed, question.Absence.Review?.Figure.Name));
        }
    }

    private static void AddCredit(Question question, List<WayForward> ways)
    {
        foreach (var index in question.Credits!.Order)
        {
            var change = question.Plan.Changes[index];
            if (change.Kind.MayBeCredited() && !(change.CreditedDays >= change.Days))
            {
                ways.Add(new WayForward("credit-time-out",
                    $"More of the {change.Kind.Name()} from {change.From.Words()} could count, if it is agreed; for training and research that is before it begins.",
                    CompletesOn: null, Status.Verify, SourceId: TrainingPlanSources.GoldGuide));
                return;
            }
        }
    }

    private static void AddShortening(Question question, List<WayForward> ways)
    {
        var figure = question.Plan.Specialty switch
        {
            Specialties.EmergencyMedicine => question.Figures.EmergencyMedicineShorteningCap,
            Specialties.Anaesthetics => question.Figures.AnaestheticsShorteningCap,
            _ => null,
        };
        if (figure?.At(question.Ends, question.Nation) is { Whole: { } months } cap)
        {
            ways.Add(new WayForward("shortening", $"Your panel may shorten training for capability, by {months} months at most; hours alone do not do it.",
                CompletesOn: null, cap.Status, figure.Name, cap.SourceId));
        }
        else
        {
            ways.Add(new WayForward("shortening",
                "A panel may bring the date forward when every capability is shown early, normally at the penultimate ARCP; the dean's decision is final.",
                CompletesOn: null, Status.Verify, SourceId: TrainingPlanSources.BringingForward));
        }
    }
}
