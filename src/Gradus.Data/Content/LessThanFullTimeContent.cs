using System.Globalization;
using Gradus.LessThanFullTime;
using Gradus.Rules;

namespace Gradus.Data.Content;

/// <summary>The figures that the completion date needs, taken from the content by name.</summary>
public static class LessThanFullTimeContent
{
    /// <summary>The system's name in content.</summary>
    public const string System = "less-than-full-time";

    /// <summary>Gathers the figures.</summary>
    /// <exception cref="ContentFaultsException">A figure or a table is missing.</exception>
    public static LessThanFullTimeFigures Figures(ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        Figure Figure(string key) => library.Figures.GetValueOrDefault(System + "/" + key)
            ?? throw new ContentFaultsException([new ContentFault(System + "/rules.yaml", 0, 0, $"the figure “{key}” is missing: the completion date needs it")]);
        return new LessThanFullTimeFigures
        {
            MinimumFraction = Figure("minimum-fraction"),
            ExceptionalFraction = Figure("exceptional-fraction"),
            Notice = Figure("notice"),
            AbsenceReviewThreshold = Figure("absence-review-threshold"),
            AbsenceReviewThresholdFoundation = Figure("absence-review-threshold-foundation"),
            AbsenceReviewThresholdGp = Figure("absence-review-threshold-gp"),
            PeriodOfGrace = Figure("period-of-grace"),
            GraceNotice = Figure("grace-notice"),
            ConsultantInterview = Figure("consultant-interview"),
            EmergencyMedicineFullTimeHours = Figure("emergency-medicine-full-time-hours"),
            EmergencyMedicineShorteningCap = Figure("emergency-medicine-shortening-cap"),
            AnaestheticsShorteningCap = Figure("anaesthetics-shortening-cap"),
            OoptMaximum = Figure("oopt-maximum"),
            OoptExtendedMaximum = Figure("oopt-extended-maximum"),
            OopeMaximum = Figure("oope-maximum"),
            OopeExtendedMaximum = Figure("oope-extended-maximum"),
            OoprMaximum = Figure("oopr-maximum"),
            OoprExtendedMaximum = Figure("oopr-extended-maximum"),
            OopcMaximum = Figure("oopc-maximum"),
            OoppMaximum = Figure("oopp-maximum"),
            ActingUpMaximum = Figure("acting-up-maximum"),
            PlacementNotice = Figure("placement-notice"),
            WorkScheduleNotice = Figure("work-schedule-notice"),
            HoursCredits = HoursCredits(library.System(System)),
        };
    }

    private static List<HoursCredit> HoursCredits(SystemContent system)
    {
        var table = system.Tables.FirstOrDefault(table => table.Name == "hours-credit")
            ?? throw new ContentFaultsException([new ContentFault(System + "/tables/hours-credit.csv", 0, 0, "the table is missing: the completion date needs it")]);
        var (specialty, from, hoursFrom, hoursBelow, credit, source, status, note) = (
            table.Column("specialty"), table.Column("from"), table.Column("hours_from"), table.Column("hours_below"), table.Column("credit"), table.Column("source"), table.Column("status"), table.Column("note"));
        return [.. table.Rows.Select(row => new HoursCredit(
            row[specialty],
            DateOnly.ParseExact(row[from], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(row[hoursFrom]),
            row[hoursBelow].Length == 0 ? null : Number(row[hoursBelow]),
            Number(row[credit]),
            row[source],
            StatusExtensions.Parse(row[status])!.Value,
            row[note].Length == 0 ? null : row[note]))];
    }

    private static decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);
}
