using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>The figures as they stood in November 2026, without disk.</summary>
internal static class TestFigures
{
    public static LessThanFullTimeFigures Current { get; } = new()
    {
        MinimumFraction = Number("minimum-fraction", "fraction of full time", 0.5m, status: Status.Verify),
        ExceptionalFraction = Number("exceptional-fraction", "fraction of full time", 0.2m, status: Status.Verify),
        Notice = Number("notice", "weeks", 16m, Nations.England),
        NoticeMonths = Number("notice-months", "months", 3m, Nations.Scotland),
        NoticeOutsideWindows = Number("notice-outside-windows", "weeks", 8m, Nations.Wales),
        RequestWindows = [Window(2, from: 8, to: 1), Window(8, from: 2, to: 7)],
        AbsenceReviewThreshold = Number("absence-review-threshold", "days", 14m),
        AbsenceReviewThresholdFoundation = Number("absence-review-threshold-foundation", "days", 20m),
        AbsenceReviewThresholdGp = Number("absence-review-threshold-gp", "working days", 14m, status: Status.Verify),
        PeriodOfGrace = Number("period-of-grace", "months", 6m, Nations.England),
        GraceNotice = Number("grace-notice", "months", 6m, Nations.England),
        ConsultantInterview = Number("consultant-interview", "months", 6m),
        EmergencyMedicineFullTimeHours = Number("emergency-medicine-full-time-hours", "hours", 40m, from: HoursFrom),
        EmergencyMedicineShorteningCap = Number("emergency-medicine-shortening-cap", "months", 6m),
        AnaestheticsShorteningCap = Number("anaesthetics-shortening-cap", "months", 3m),
        OoptMaximum = Number("oopt-maximum", "months", 12m, Nations.England, Status.Verify),
        OoptExtendedMaximum = Number("oopt-extended-maximum", "months", 24m, Nations.England, Status.Verify),
        OopeMaximum = Number("oope-maximum", "months", 12m, Nations.England, Status.Verify),
        OopeExtendedMaximum = Number("oope-extended-maximum", "months", 24m, Nations.England, Status.Verify),
        OoprMaximum = Number("oopr-maximum", "months", 36m, Nations.England, Status.Verify),
        OoprExtendedMaximum = Number("oopr-extended-maximum", "months", 48m, Nations.England, Status.Verify),
        OopcMaximum = Number("oopc-maximum", "months", 24m),
        OoppMaximum = Number("oopp-maximum", "months", 12m, status: Status.Verify),
        TimeOutLastMonths = Number("time-out-last-months", "months", 12m, status: Status.Verify),
        PenultimateReview = new("less-than-full-time", "penultimate-review", "A figure for tests.", "months", new Effective<Amount>(
        [
            new Dated<Amount> { From = null, Seen = new DateOnly(2026, 11, 22), Nations = Nations.UnitedKingdom, Value = Amount.Range(12m, 18m),
                SourceId = "a-source", Status = Status.Verify },
        ])),
        StandardShares = [.. ((decimal[])[1m, 0.8m, 0.7m, 0.6m,
            0.5m]).Select(share => new StandardShare { Share = share, Nation = Nations.England, Source = "a-source", Status = Status.Sure })],
        PlacementNotice = Number("placement-notice", "weeks", 12m, Nations.England),
        WorkScheduleNotice = Number("work-schedule-notice", "weeks", 8m, Nations.England),
        RotaNotice = Number("rota-notice", "weeks", 6m, Nations.England),
        ExceptionalFractionLongest = Number("exceptional-fraction-longest", "months", 12m, status: Status.Verify),
        CompletionNotices = [new Statement { Key = "national-calculator-withdrawn", Says = "NHS England withdrew its own calculator.",
            From = new DateOnly(2026, 5, 19), Nation = Nations.England, Source = "a-source", Status = Status.Sure }],
        HoursCredit =
        [
            Hours(40m, null, 1.0m), Hours(36m, 40m, 0.9m), Hours(32m, 36m, 0.8m), Hours(28m, 32m, 0.7m), Hours(24m, 28m, 0.6m),
        ],
    };

    private static DateOnly HoursFrom => new(2025, 8, 1);

    public static Figure Number(string key, string unit, decimal number, Nations nations = Nations.UnitedKingdom, Status status = Status.Sure, DateOnly? from = null) =>
        new("less-than-full-time", key, "A figure for tests.", unit, new Effective<Amount>(
        [
            new Dated<Amount> { From = from, Seen = from is null ? new DateOnly(2026, 11, 22) : null, Nations = nations, Value = Amount.Of(number),
                SourceId = "a-source", Status = status },
        ]));

    private static RequestWindow Window(int month, int from, int to) =>
        new() { WindowMonth = month, StartsFromMonth = from, StartsToMonth = to, Nation = Nations.Wales, Source = "a-source", Status = Status.Verify };

    private static HoursCredit Hours(decimal from, decimal? below, decimal credit) =>
        new()
        {
            Specialty = Specialties.EmergencyMedicine,
            From = HoursFrom,
            Nation = Nations.UnitedKingdom,
            HoursFrom = from,
            HoursBelow = below,
            Credit = credit,
            Source = "rcem",
            Status = from == 40m ? Status.Verify : Status.Sure
        };
}
