using System.Globalization;
using Gradus.LessThanFullTime;
using Gradus.Rules;

namespace Gradus.Data.Content;

/// <summary>The figures that the completion date needs, taken from the content by name.</summary>
public static class LessThanFullTimeContent
{
    /// <summary>The system's name in content.</summary>
    public const string System = "less-than-full-time";

    private const string CodeOfPractice = "code-of-practice";

    /// <summary>Every system whose figures the completion date needs.</summary>
    public static IReadOnlyList<string> Systems { get; } = [System, CodeOfPractice];

    /// <summary>Gathers the figures.</summary>
    /// <exception cref="ContentFaultsException">A figure or a table is missing.</exception>
    public static LessThanFullTimeFigures Figures(ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        Figure Figure(string key, string system = System) => library.Figures.GetValueOrDefault(system + "/" + key)
            ?? throw new ContentFaultsException([new ContentFault(system + "/rules.yaml", 0, 0, $"the figure “{key}” is missing: the completion date needs it")]);
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
            PenultimateReview = Figure("penultimate-review"),
            PlacementNotice = Figure("placement-notice", CodeOfPractice),
            WorkScheduleNotice = Figure("work-schedule-notice", CodeOfPractice),
            StandardShares = StandardShares(library.System(System)),
            HoursCredits = HoursCredits(library.System(System)),
        };
    }

    private static ContentTable Table(SystemContent system, string name) => system.Tables.FirstOrDefault(table => table.Name == name)
        ?? throw new ContentFaultsException([new ContentFault($"{System}/tables/{name}.csv", 0, 0, "the table is missing: the completion date needs it")]);

    private static List<StandardShare> StandardShares(SystemContent system)
    {
        var table = Table(system, "standard-shares");
        var (share, from, nation, source, status) = (table.Column("share"), table.Column("from"), table.Column("nation"), table.Column("source"), table.Column("status"));
        return [.. table.Rows.Select(row => new StandardShare(
            Number(row[share]),
            row[from].Length == 0 ? null : DateOnly.ParseExact(row[from], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            NationExtensions.ParseNations(row[nation])!.Value,
            row[source],
            StatusExtensions.Parse(row[status])!.Value))];
    }

    private static List<HoursCredit> HoursCredits(SystemContent system)
    {
        var table = Table(system, "hours-credit");
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
