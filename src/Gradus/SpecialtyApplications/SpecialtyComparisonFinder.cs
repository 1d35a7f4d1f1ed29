using System.Globalization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>
/// Sets two specialties side by side: way in, length at a percentage of full time, examinations, competition. Years at a percentage are the full-time years by
/// the share; time credited or lost is not in them.
/// </summary>
public static class SpecialtyComparisonFinder
{
    /// <summary>Refuses a specialty beside itself.</summary>
    public static void Check(ComparisonFacts facts, ComparisonFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.One == facts.Other)
        {
            errors.Add("other", "Expected another specialty than the first.");
        }
    }

    /// <summary>Sets way in, length, competition and selection of the two specialties beside each other, as at the date asked about.</summary>
    public static SpecialtyComparison Find(ComparisonFacts facts, ComparisonFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var percent = facts.Percent ?? 100;
        var rows = new[] { facts.One, facts.Other }.Select(id => figures.Specialties.First(row => row.Id == id)).ToList();
        var two = rows.ConvertAll(row => Compared(row, figures, percent));
        var (shorter, longer) = two[0].YearsLeastAtPercent <= two[1].YearsLeastAtPercent ? (two[0], two[1]) : (two[1], two[0]);
        var apart = longer.YearsLeastAtPercent - shorter.YearsLeastAtPercent;
        return new SpecialtyComparison
        {
            Verdict = Verdict.Yes,
            Says = apart == 0
                ? string.Create(CultureInfo.InvariantCulture, $"At {percent}% both take at least {shorter.YearsLeastAtPercent:0.##} years after foundation.")
                : string.Create(CultureInfo.InvariantCulture,
                    $"At {percent}% {longer.Name} takes at least {longer.YearsLeastAtPercent:0.##} years after foundation and {shorter.Name} {shorter.YearsLeastAtPercent:0.##}."),
            Reasons =
            [
                .. rows.Select(row => row.Because(row.Id, $"{row.Name}: at least {FigureText.Digits(row.YearsMin, places: 1)} years after foundation, full time.")),
                .. two.SelectMany(one => one.Competition.Select(way => new Reason($"{one.Key}-competition-{way.Year}",
                    $"{way.Programme} {way.Level}: {FigureText.Digits(way.Ratio, places: 2)} applications for each post in {way.Year}.",
                    way.Status,
                    SourceId: figures.Competition.First(row => row.Programme == way.Programme && row.Year == way.Year && row.Ratio == way.Ratio).Source))),
                new Reason("break-of-2026",
                    "Ratios before 2026 do not tell today’s odds: since March 2026 the priority group comes first. Applications are not people.", Status.Sure,
                    SourceId: "legislation-medical-training-prioritisation-act-2026"),
            ],
            Working = [.. two.Select(one => new WorkingLine(string.Create(CultureInfo.InvariantCulture,
                $"{one.Name}: {one.YearsLeast:0.#} years × 100 / {percent} = {one.YearsLeastAtPercent:0.##} years")))],
            Specialties = two,
            Percent = percent,
        };
    }

    private static ComparedSpecialty Compared(SpecialtyRow row, ComparisonFigures figures, int percent)
    {
        decimal At(decimal years) => decimal.Round(years * 100 / percent, 2, MidpointRounding.AwayFromZero);
        var ways = figures.Competition.Where(way => way.Ratio is not null && way.Year is not null && way.Specialties?.Split(';').Contains(row.Id) == true)
            .GroupBy(way => (way.Programme, way.Level)).Select(way => way.MaxBy(year => year.Year, StringComparer.Ordinal)!)
            .GroupBy(way => way.Programme).Select(way => way.MaxBy(year => year.Year, StringComparer.Ordinal)!)
            .Select(way => new LastRatio(way.Programme, way.Level, way.Year!, way.Ratio!.Value, way.Applications, way.Posts, way.Status)).ToList();
        return new ComparedSpecialty(row.Id, row.Name, row.EntryRoute, row.EntryLevel, row.RunThrough, row.YearsMin, row.YearsMax, At(row.YearsMin),
            row.YearsMax is { } most ? At(most) : null, row.Exams, row.DualPairings, ways, row.Status);
    }
}
