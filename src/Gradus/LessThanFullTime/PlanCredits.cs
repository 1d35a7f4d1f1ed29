using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>A plan as the stretches of days that it earns credit in, from its first change on.</summary>
internal sealed class PlanCredits
{
    private PlanCredits(Fraction need, List<Piece> pieces, int[] order)
    {
        Need = need;
        Pieces = pieces;
        Order = order;
    }

    /// <summary>Baseline rate × days from the first change to the planned end, both inside.</summary>
    public Fraction Need { get; }

    /// <summary>Stretches in order, each beginning the day after the one before; the last goes on for ever, or reaches the end of the calendar.</summary>
    public List<Piece> Pieces { get; }

    /// <summary>The changes' places in the facts, in order of date.</summary>
    public int[] Order { get; }

    /// <summary>Lays a plan out; it holds at least one change, the first of which starts on or before the planned end, and no two overlap.</summary>
    /// <exception cref="ArgumentException">The plan was not checked.</exception>
    public static PlanCredits From(TrainingPlan plan, LessThanFullTimeFigures figures)
    {
        var order = TrainingPlanChecker.InOrder(plan);
        var baseline = Fraction.Of(plan.BaselineRate);
        var first = plan.Changes[order[0]].From;
        var pieces = new List<Piece>((order.Length * 2) + 2);
        DateOnly? next = first;
        foreach (var index in order)
        {
            var change = plan.Changes[index];
            if (next is not { } day || change.From < day || change.To < change.From)
            {
                throw new ArgumentException("The plan's changes overlap; check it first.", nameof(plan));
            }

            if (change.From > day)
            {
                pieces.Add(new Piece(new CreditStretch(day, change.From.AddDays(-1), baseline), Index: null, IsAfter: false));
            }

            AddChange(pieces, plan, change, index, figures);
            next = change.To?.DaysOn(1);
        }

        if (next is { } after)
        {
            var rateAfter = plan.RateAfter ?? throw new ArgumentException("The plan says nothing of the time after its last change; check it first.", nameof(plan));
            pieces.Add(new Piece(new CreditStretch(after, Last: null, Fraction.Of(rateAfter)), Index: null, IsAfter: true));
        }

        var daysPlanned = plan.PlannedEnd.DayNumber - first.DayNumber + 1;
        return daysPlanned > 0
            ? new PlanCredits(baseline * daysPlanned, pieces, order)
            : throw new ArgumentException("The plan's first change begins after its planned end; check it first.", nameof(plan));
    }

    private static void AddChange(List<Piece> pieces, TrainingPlan plan, PlannedChange change, int index, LessThanFullTimeFigures figures)
    {
        if (change.WeeklyHours is { } hours)
        {
            AddHours(pieces, plan, change, hours, index, figures);
            return;
        }

        var rate = change.Kind switch
        {
            ChangeKind.LessThanFullTime or ChangeKind.PhasedReturn => Fraction.Of(change.Rate
                ?? throw new ArgumentException("A change has no rate; check the plan first.", nameof(plan))),
            ChangeKind.FullTime => Fraction.One,
            ChangeKind.Oopr or ChangeKind.Oopt or ChangeKind.Oopp when change is { CreditedDays: { } credited and > 0, Days: { } days } => Fraction.Of(credited) / days,
            _ when change.Kind.EarnsNothing() => Fraction.Zero,
            _ => throw new ArgumentOutOfRangeException(nameof(plan), change.Kind, "Nothing says what this kind of change earns."),
        };
        pieces.Add(new Piece(new CreditStretch(change.From, change.To, rate), index, IsAfter: false));
    }

    /// <summary>What a day earns at so many hours is looked up for that day, so the change is cut wherever the college's table changes.</summary>
    private static void AddHours(List<Piece> pieces, TrainingPlan plan, PlannedChange change, decimal hours, int index, LessThanFullTimeFigures figures)
    {
        DateOnly? next = change.From;
        while (next is { } day && !(change.To < day))
        {
            var until = change.To;
            DateOnly? tableFrom = null;
            var counted = false;
            foreach (var row in figures.HoursCredit)
            {
                if (row.Specialty != plan.Specialty)
                {
                    continue;
                }

                counted = true;
                if (row.From > day)
                {
                    var before = row.Begins.AddDays(-1);
                    until = until is { } last && last < before ? last : before;
                }
                else if (!(row.From < tableFrom))
                {
                    tableFrom = row.Begins;
                }
            }

            pieces.Add(HoursPiece(plan, hours, index, figures, new DateRangeOpen(day, until), tableFrom, counted));
            next = until?.DaysOn(1);
        }
    }

    private static Piece HoursPiece(TrainingPlan plan, decimal hours, int index, LessThanFullTimeFigures figures, DateRangeOpen days, DateOnly? tableFrom, bool counted)
    {
        if (!counted && plan.FullTimeWeeklyHours is { } rota)
        {
            return new Piece(new CreditStretch(days.First, days.Last, hours >= rota ? Fraction.One : Fraction.Of(hours) / Fraction.Of(rota)), index,
                IsAfter: false)
            { ByTheRota = true };
        }

        if (!counted)
        {
            return new Piece(new CreditStretch(days.First, days.Last, Fraction.Zero), index, IsAfter: false) { Unknown = UnknownRate.NoTable };
        }

        if (tableFrom is not { } from)
        {
            var contractual = figures.EmergencyMedicineFullTimeHours.At(days.First, Nation.England).Number
                ?? figures.EmergencyMedicineFullTimeHours.History.Values[0].Value.Number;
            if (contractual is not { } fullTime)
            {
                return new Piece(new CreditStretch(days.First, days.Last, Fraction.Zero), index, IsAfter: false) { Unknown = UnknownRate.NoFullTimeHours };
            }

            var rate = hours >= fullTime ? Fraction.One : Fraction.Of(hours) / Fraction.Of(fullTime);
            return new Piece(new CreditStretch(days.First, days.Last, rate), index, IsAfter: false) { TakenAsContract = true };
        }

        foreach (var row in figures.HoursCredit)
        {
            if (row.Specialty == plan.Specialty && row.From == from && row.Holds(hours))
            {
                return new Piece(new CreditStretch(days.First, days.Last, Fraction.Of(row.Credit)), index, IsAfter: false) { Row = row };
            }
        }

        return new Piece(new CreditStretch(days.First, days.Last, Fraction.Zero), index, IsAfter: false) { Unknown = UnknownRate.OutsideTable };
    }

    private readonly record struct DateRangeOpen(DateOnly First, DateOnly? Last);
}

/// <summary>Days of one rate inside a plan.</summary>
/// <param name="Stretch">The days and what each earns; nothing where that is unknown.</param>
/// <param name="Index">The change they belong to; <c>null</c> between and after changes.</param>
/// <param name="IsAfter">Whether they come after the last change.</param>
internal readonly record struct Piece(CreditStretch Stretch, int? Index, bool IsAfter)
{
    /// <summary>Why nobody can say what these days earn; <c>null</c> when it is known.</summary>
    public UnknownRate? Unknown { get; init; }

    /// <summary>The row of the hours table that decides; <c>null</c> when none does.</summary>
    public HoursCredit? Row { get; init; }

    /// <summary>Whether weekly hours were set against those of the full-time rota.</summary>
    public bool ByTheRota { get; init; }

    /// <summary>Whether weekly hours were taken as a contracted percentage, for days before the college counted hours.</summary>
    public bool TakenAsContract { get; init; }
}

/// <summary>Why nobody can say what a day earns.</summary>
internal enum UnknownRate
{
    /// <summary>The specialty's college has published no hours table that we have found.</summary>
    NoTable,
    /// <summary>The hours lie outside the published table.</summary>
    OutsideTable,
    /// <summary>How many hours are full time was not found.</summary>
    NoFullTimeHours,
}
