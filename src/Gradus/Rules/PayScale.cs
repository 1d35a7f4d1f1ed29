using Gradus.Tools;

namespace Gradus.Rules;

/// <summary>
/// Full-time basic pay for a year, as a pay circular prints it: a row of <c>less-than-full-time/pay-scales</c>, which every room that needs pay reads. Two
/// circulars may hold from one day (England's of June and of
/// July 2026 both hold from 1 April 2026); then the last one known on the day of asking counts, and the difference is owed.
/// </summary>
public sealed record PayScale : TableRow
{
    /// <summary>
    /// The contract: <c>resident-2016</c>, <c>resident-2002</c>, <c>resident-2026</c>, <c>consultant-2003</c>, <c>consultant-2004</c>, <c>consultant-wales</c>,
    /// <c>sas-2021</c>, <c>sas-2022</c> or <c>salaried-gp</c>.
    /// </summary>
    public required string Contract { get; init; }

    /// <summary>
    /// The grade: <c>FY1</c> to <c>ST8</c>; where registrars share one scale, <c>StR</c> or <c>registrar</c>; <c>specialty-doctor</c>, <c>specialist</c>,
    /// <c>consultant</c> or <c>salaried-gp</c>.
    /// </summary>
    public required string Grade { get; init; }

    /// <summary>The point as the circular names it: <c>4c</c>, <c>0</c>, <c>minimum</c>.</summary>
    public required string Point { get; init; }

    /// <summary>Which step of its grade it is, counted from 1, whatever the circular calls it.</summary>
    public required int Step { get; init; }

    /// <summary>Years completed in the grade from which it is paid, inside; <c>null</c> where the circular does not go by years.</summary>
    public int? YearsFrom { get; init; }

    /// <summary>Years completed in the grade up to which it is paid, inside; <c>null</c> at the top or where the circular does not go by years.</summary>
    public int? YearsTo { get; init; }

    /// <summary>Full-time basic pay for a year, in pounds.</summary>
    public required decimal Gbp { get; init; }
}

/// <summary>The figures about pay that several rooms read.</summary>
public sealed record PayFigures
{
    /// <summary>Full-time basic pay.</summary>
    [FromRoom("less-than-full-time")]
    public required IReadOnlyList<PayScale> PayScales { get; init; }
}

/// <summary>Looks pay up.</summary>
public static class PayScaleExtensions
{
    /// <summary>
    /// The steps of a grade on a contract as they hold on a day in a nation, lowest first; empty when no scale had begun there. After the scale's year it is
    /// the last known, and marked so.
    /// </summary>
    /// <param name="scales">The scales, as known on the day of asking.</param>
    /// <param name="day">The day of the pay.</param>
    /// <param name="nation">The nation.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="grade">The grade.</param>
    public static IReadOnlyList<PayScale> Steps(this IEnumerable<PayScale> scales, DateOnly day, Nation nation, string contract, string grade) =>
        scales.Of(contract, grade).Steps(day, nation);

    /// <summary>The rows of a grade on a contract, of all years and nations.</summary>
    internal static IEnumerable<PayScale> Of(this IEnumerable<PayScale> scales, string contract, string grade) =>
        scales.Where(row => row.Contract == contract && string.Equals(row.Grade, grade, StringComparison.OrdinalIgnoreCase));

    /// <summary>The steps that hold on a day in a nation, of the rows of one grade on one contract.</summary>
    internal static IReadOnlyList<PayScale> Steps(this IEnumerable<PayScale> scales, DateOnly day, Nation nation)
    {
        var steps = scales.At(day, nation, row => row.Step);
        var newest = steps.Select(step => step.From).Max();
        return [.. steps.Where(step => step.From == newest).OrderBy(step => step.Step)];
    }
}
