using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>Parental, sick and unpaid leave in a plan: whether it triggers a review, and what forgiving some of it would give.</summary>
internal sealed class Absence
{
    private readonly int? threshold;

    private Absence(FigureValue? review, int? threshold, int mostDays, DateRange? mostIn, TrainingPlan? plan)
    {
        Review = review;
        this.threshold = threshold;
        MostDays = mostDays;
        MostIn = mostIn;
        Plan = plan;
    }

    /// <summary>A plan without absence.</summary>
    public static Absence None { get; } = new(review: null, threshold: null, mostDays: 0, mostIn: null, plan: null);

    /// <summary>The figure that decides when absence triggers a review, as it is in the year of the absence.</summary>
    public FigureValue? Review { get; }

    /// <summary>Whether there is none.</summary>
    public bool IsNone => MostDays == 0;

    /// <summary>The most calendar days of absence in any twelve months.</summary>
    public int MostDays { get; }

    /// <summary>The first twelve months that hold so many.</summary>
    public DateRange? MostIn { get; }

    /// <summary>The number of days that triggers a review; <c>null</c> when nobody has published it for the nation.</summary>
    public int? Threshold => threshold;

    /// <summary>Whether a review is triggered: the threshold itself is enough.</summary>
    public bool IsReviewed => threshold <= MostDays;

    private TrainingPlan? Plan { get; }

    /// <summary>Counts absence, calendar day by calendar day, in every twelve months that begin on the first day of some absence; no other twelve months hold more.</summary>
    public static Absence In(TrainingPlan plan, PlanCredits credits, LessThanFullTimeFigures figures, Nation nation)
    {
        var most = 0;
        DateRange? mostIn = null;
        var order = credits.Order;
        for (var place = 0; place < order.Length; place++)
        {
            var first = plan.Changes[order[place]];
            if (!first.Kind.IsAbsence())
            {
                continue;
            }

            var year = YearFrom(first.From);
            var days = 0;
            for (var later = place; later < order.Length && plan.Changes[order[later]].From <= year.Last; later++)
            {
                var change = plan.Changes[order[later]];
                if (change.Kind.IsAbsence())
                {
                    var last = change.To is { } to && to < year.Last ? to : year.Last;
                    days += last.DayNumber - change.From.DayNumber + 1;
                }
            }

            if (days > most)
            {
                most = days;
                mostIn = year;
            }
        }

        if (most == 0)
        {
            return None;
        }

        var figure = plan.Specialty == Specialties.Foundation ? figures.AbsenceReviewThresholdFoundation : figures.AbsenceReviewThreshold;
        var review = figure.At(mostIn!.Value.First, nation);
        return new Absence(review, review.Whole, most, mostIn, plan);
    }

    /// <summary>
    /// The completion date if, in each year of absence, the earliest days up to the threshold earn the rate held before; <c>null</c> when there is no threshold
    /// or no date.
    /// </summary>
    public DateOnly? CompletesOnIfForgiven(PlanCredits credits)
    {
        if (threshold is not { } mostForgiven)
        {
            return null;
        }

        var account = new CreditAccount(credits.Need);
        var baseline = Fraction.Of(Plan!.BaselineRate);
        var held = baseline;
        DateOnly? yearEnds = null;
        var left = 0;
        foreach (var piece in credits.Pieces)
        {
            var kind = piece.Index is { } index ? Plan.Changes[index].Kind : (ChangeKind?)null;
            if (kind is not { } absent || !absent.IsAbsence() || piece.Stretch.Last is not { } last)
            {
                account.Earn(piece.Stretch);
                held = kind is ChangeKind.Oopc or ChangeKind.Oope or ChangeKind.Oopp or ChangeKind.Oopr or ChangeKind.Oopt ? baseline : piece.Stretch.Rate;
            }
            else
            {
                for (DateOnly? next = piece.Stretch.First; next is { } day && day <= last && account.ReachedOn is null;)
                {
                    if (!(day <= yearEnds))
                    {
                        yearEnds = YearFrom(day).Last;
                        left = mostForgiven;
                    }

                    var lastInYear = yearEnds.Value < last ? yearEnds.Value : last;
                    var forgiven = Math.Min(left, lastInYear.DayNumber - day.DayNumber + 1);
                    left -= forgiven;
                    if (forgiven > 0)
                    {
                        account.Earn(new CreditStretch(day, day.AddDays(forgiven - 1), held));
                    }

                    next = lastInYear.DaysOn(1);
                }
            }

            if (account.ReachedOn is { } reached)
            {
                return reached;
            }
        }

        return null;
    }

    private static DateRange YearFrom(DateOnly first) => new(first, first.LastOfMonths(12) ?? DateOnly.MaxValue);
}
