using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>The dated figures that decide when training finishes, each named as its key in <c>rules.yaml</c>.</summary>
public sealed record LessThanFullTimeFigures
{
    /// <summary>The smallest share of full time a trainee may normally work; a fraction.</summary>
    public required Figure MinimumFraction { get; init; }

    /// <summary>The smallest share a dean may allow in exceptional hardship; a fraction.</summary>
    public required Figure ExceptionalFraction { get; init; }

    /// <summary>Weeks between the finished form and the change.</summary>
    public required Figure Notice { get; init; }

    /// <summary>Months of it, where it is counted so.</summary>
    public required Figure NoticeMonths { get; init; }

    /// <summary>Weeks of it outside the windows of the year, where there are such: any increase of hours among them.</summary>
    public required Figure NoticeOutsideWindows { get; init; }

    /// <summary>Days of absence in 12 months from which a panel reviews the completion date; the number itself triggers it.</summary>
    public required Figure AbsenceReviewThreshold { get; init; }

    /// <summary>The same in the foundation programme.</summary>
    public required Figure AbsenceReviewThresholdFoundation { get; init; }

    /// <summary>The same in general practice, counted in working days for each phase of training and not for each year.</summary>
    public required Figure AbsenceReviewThresholdGp { get; init; }

    /// <summary>Calendar months that a doctor may stay in post after completion.</summary>
    public required Figure PeriodOfGrace { get; init; }

    /// <summary>Months before completion by which to say whether the period of grace is wanted.</summary>
    public required Figure GraceNotice { get; init; }

    /// <summary>Months before completion from which a consultant interview may be held.</summary>
    public required Figure ConsultantInterview { get; init; }

    /// <summary>Months before completion between which the penultimate-year review is held; both ends inside.</summary>
    public required Figure PenultimateReview { get; init; }

    /// <summary>Hours a week that are full time in emergency medicine.</summary>
    public required Figure EmergencyMedicineFullTimeHours { get; init; }

    /// <summary>Months of higher training by which emergency medicine may be shortened at most.</summary>
    public required Figure EmergencyMedicineShorteningCap { get; init; }

    /// <summary>Months, whole-time equivalent, by which stage 2 or 3 of anaesthetics may be shortened at most.</summary>
    public required Figure AnaestheticsShorteningCap { get; init; }

    /// <summary>Months out of programme for training, normally.</summary>
    public required Figure OoptMaximum { get; init; }

    /// <summary>Months out of programme for training, with special agreement.</summary>
    public required Figure OoptExtendedMaximum { get; init; }

    /// <summary>Months out of programme for experience, normally.</summary>
    public required Figure OopeMaximum { get; init; }

    /// <summary>Months out of programme for experience, with special agreement.</summary>
    public required Figure OopeExtendedMaximum { get; init; }

    /// <summary>Months out of programme for research, normally.</summary>
    public required Figure OoprMaximum { get; init; }

    /// <summary>Months out of programme for research, with special agreement.</summary>
    public required Figure OoprExtendedMaximum { get; init; }

    /// <summary>Months of career break.</summary>
    public required Figure OopcMaximum { get; init; }

    /// <summary>Months of pause.</summary>
    public required Figure OoppMaximum { get; init; }

    /// <summary>Months at the end of training in which time out is rarely agreed.</summary>
    public required Figure TimeOutLastMonths { get; init; }

    /// <summary>Weeks before a post starts by which the doctor hears of the placement.</summary>
    [FromRoom("code-of-practice")]
    public required Figure PlacementNotice { get; init; }

    /// <summary>Weeks before a post starts by which the work schedule comes.</summary>
    [FromRoom("code-of-practice")]
    public required Figure WorkScheduleNotice { get; init; }

    /// <summary>Weeks before a post starts by which the rota with the real shifts comes.</summary>
    [FromRoom("code-of-practice")]
    public required Figure RotaNotice { get; init; }

    /// <summary>The shares of full time that are usual; any other needs the postgraduate dean.</summary>
    public required IReadOnlyList<StandardShare> StandardShares { get; init; }

    /// <summary>The windows of the year in which forms are taken, where there are such.</summary>
    public required IReadOnlyList<RequestWindow> RequestWindows { get; init; }

    /// <summary>What average weekly hours earn in specialties that count hours, oldest first.</summary>
    public required IReadOnlyList<HoursCredit> HoursCredit { get; init; }

    /// <summary>What a reader of a completion date should hear, from a day, in a nation.</summary>
    public required IReadOnlyList<Statement> CompletionNotices { get; init; }

    /// <summary>The longest that a doctor may normally stay below the usual floor; months.</summary>
    public required Figure ExceptionalFractionLongest { get; init; }
}

/// <summary>A share of full time that is usual.</summary>
public sealed record StandardShare : TableRow
{
    /// <summary>The share, above 0 and at most 1.</summary>
    public required decimal Share { get; init; }
}

/// <summary>One row of a college's hours table: what a day earns at so many average hours a week, from a date.</summary>
public sealed record HoursCredit : TableRow
{
    /// <summary>The specialty's key, such as <c>emergency-medicine</c>.</summary>
    public required string Specialty { get; init; }

    /// <summary>The fewest hours a week, inside.</summary>
    public required decimal HoursFrom { get; init; }

    /// <summary>The hours a week from which the row no longer holds; <c>null</c> when it has no upper end.</summary>
    public decimal? HoursBelow { get; init; }

    /// <summary>Days earned a day.</summary>
    public required decimal Credit { get; init; }

    /// <summary>The first day that earns by this row.</summary>
    public DateOnly Begins => From!.Value;

    /// <summary>Whether so many hours a week fall in the row.</summary>
    public bool Holds(decimal weeklyHours) => HoursFrom <= weeklyHours && (HoursBelow is not { } below || weeklyHours < below);
}
