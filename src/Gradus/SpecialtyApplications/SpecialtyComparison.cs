using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>Two specialties to be set side by side.</summary>
public sealed record ComparisonFacts : ToolFacts
{
    /// <summary>The one.</summary>
    [Fact("One specialty", "a specialty", Example = "cardiology", KeysOf = "specialty-explorer/specialties.id", NamedBy = "name")]
    public required string One { get; init; }

    /// <summary>The other.</summary>
    [Fact("The other", "a specialty", Example = "general-practice", KeysOf = "specialty-explorer/specialties.id", NamedBy = "name")]
    public required string Other { get; init; }

    /// <summary>The percentage of full time at which training would be done; 100 when left out.</summary>
    [Fact("Your percentage of full time", "a percentage from 20 to 100", Example = "80", Unit = "%"), Range(20, 100)]
    public int? Percent { get; init; }
}

/// <summary>What the comparison reads.</summary>
public sealed record ComparisonFigures
{
    /// <summary>The specialties.</summary>
    [FromRoom("specialty-explorer")]
    public required IReadOnlyList<SpecialtyRow> Specialties { get; init; }

    /// <summary>Applications and posts by programme and year.</summary>
    [FromRoom("specialty-explorer")]
    public required IReadOnlyList<CompetitionRow> Competition { get; init; }
}

/// <summary>A specialty, its way in and its length.</summary>
public sealed record SpecialtyRow : TableRow
{
    /// <summary>Its key.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The way in.</summary>
    public required string EntryRoute { get; init; }

    /// <summary>The grade at entry.</summary>
    public required string EntryLevel { get; init; }

    /// <summary>Fewest years from the end of foundation, full time.</summary>
    public required decimal YearsMin { get; init; }

    /// <summary>Most years by a standard route; <c>null</c> when unknown.</summary>
    public int? YearsMax { get; init; }

    /// <summary>Whether it is run-through: yes, no or mixed.</summary>
    public required string RunThrough { get; init; }

    /// <summary>The examinations.</summary>
    public required string Exams { get; init; }

    /// <summary>The dual certificates.</summary>
    public required string DualPairings { get; init; }
}

/// <summary>Applications and posts of a programme in a year.</summary>
public sealed record CompetitionRow : TableRow
{
    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The level.</summary>
    public required string Level { get; init; }

    /// <summary>Whether it is the direct way in or a stem before it.</summary>
    public required string WayIn { get; init; }

    /// <summary>The specialties it leads to, with semicolons between.</summary>
    public string? Specialties { get; init; }

    /// <summary>Applications; <c>null</c> when not found.</summary>
    public int? Applications { get; init; }

    /// <summary>Posts; <c>null</c> when not found.</summary>
    public int? Posts { get; init; }

    /// <summary>Applications for each post; <c>null</c> when not found.</summary>
    public decimal? Ratio { get; init; }
}

/// <summary>Two specialties side by side.</summary>
public sealed record SpecialtyComparison : ToolAnswer
{
    /// <summary>The two.</summary>
    public required IReadOnlyList<ComparedSpecialty> Specialties { get; init; }

    /// <summary>The percentage of full time.</summary>
    public required int Percent { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        IReadOnlyList<AnswerCell> Row(string what, Func<ComparedSpecialty, AnswerCell> of) => [what, of(Specialties[0]), of(Specialties[1])];
        yield return new TablePart(new AnswerTable("comparison", "Side by side", [new("what", "What"), new("one", Specialties[0].Name), new("other", Specialties[1].Name)],
        [
            Row("Way in", one => one.WayIn), Row("Grade at entry", one => one.EntryLevel), Row("Run-through", one => one.RunThrough),
            Row("Years after foundation, full time", one => Years(one.YearsLeast, one.YearsMost)), Row($"Years after foundation at {Percent}%", one => Years(one.YearsLeastAtPercent, one.YearsMostAtPercent)),
            Row("Exams", one => one.Exams), Row("Dual certificates", one => one.DualCertificates),
            Row("Competition, last found", one => one.Competition.Count == 0 ? "not found" : string.Join("; ", one.Competition.Select(way => $"{way.Programme} {way.Level}: {way.Ratio.ToString("0.##", CultureInfo.InvariantCulture)} in {way.Year}"))),
        ]));
        yield return new BarsPart($"Years after foundation at {Percent}%, at least", [.. Specialties.Select((one, index) => (one.Name, one.YearsLeastAtPercent, Years(one.YearsLeastAtPercent, one.YearsMostAtPercent), index == 0))]);
    }

    private static string Years(decimal least, decimal? most) => most is { } to && to != least ? string.Create(CultureInfo.InvariantCulture, $"{least:0.##} to {to:0.##}") : string.Create(CultureInfo.InvariantCulture, $"{least:0.##}{(most is null ? ", most not known" : "")}");
}

/// <summary>One of the two.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="WayIn">The way in.</param>
/// <param name="EntryLevel">The grade at entry.</param>
/// <param name="RunThrough">Whether it is run-through.</param>
/// <param name="YearsLeast">Fewest years from the end of foundation, full time.</param>
/// <param name="YearsMost">Most years; <c>null</c> when unknown.</param>
/// <param name="YearsLeastAtPercent">Fewest years at the percentage, to a hundredth.</param>
/// <param name="YearsMostAtPercent">Most years at the percentage, to a hundredth.</param>
/// <param name="Exams">Examinations.</param>
/// <param name="DualCertificates">Dual certificates.</param>
/// <param name="Competition">The last ratio found of each way in.</param>
/// <param name="Status">How sure we are.</param>
public sealed record ComparedSpecialty(string Key, string Name, string WayIn, string EntryLevel, string RunThrough, decimal YearsLeast, decimal? YearsMost, decimal YearsLeastAtPercent, decimal? YearsMostAtPercent, string Exams, string DualCertificates, IReadOnlyList<LastRatio> Competition, Status Status);

/// <summary>The last ratio found of a way in.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Level">The level.</param>
/// <param name="Year">The year.</param>
/// <param name="Ratio">Applications for each post.</param>
/// <param name="Applications">Applications.</param>
/// <param name="Posts">Posts.</param>
/// <param name="Status">How sure we are.</param>
public sealed record LastRatio(string Programme, string Level, string Year, decimal Ratio, int? Applications, int? Posts, Status Status);

/// <summary>Sets two specialties side by side: way in, length at a percentage of full time, examinations, competition. Years at a percentage are the full-time years by the share; time credited or lost is not in them.</summary>
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

    /// <summary>Compares them.</summary>
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
                : string.Create(CultureInfo.InvariantCulture, $"At {percent}% {longer.Name} takes at least {longer.YearsLeastAtPercent:0.##} years after foundation and {shorter.Name} {shorter.YearsLeastAtPercent:0.##}."),
            Reasons =
            [
                .. rows.Select(row => row.Because(row.Id, $"{row.Name}: at least {row.YearsMin.ToString("0.#", CultureInfo.InvariantCulture)} years after foundation, full time.")),
                .. two.SelectMany(one => one.Competition.Select(way => new Reason($"{one.Key}-competition-{way.Year}", $"{way.Programme} {way.Level}: {way.Ratio.ToString("0.##", CultureInfo.InvariantCulture)} applications for each post in {way.Year}.", way.Status, SourceId: figures.Competition.First(row => row.Programme == way.Programme && row.Year == way.Year && row.Ratio == way.Ratio).Source))),
                new Reason("break-of-2026", "Ratios before 2026 do not tell today’s odds: since March 2026 the priority group comes first. Applications are not people.", Status.Sure, SourceId: "legislation-medical-training-prioritisation-act-2026"),
            ],
            Working = [.. two.Select(one => new WorkingLine(string.Create(CultureInfo.InvariantCulture, $"{one.Name}: {one.YearsLeast:0.#} years × 100 / {percent} = {one.YearsLeastAtPercent:0.##} years")))],
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
        return new ComparedSpecialty(row.Id, row.Name, row.EntryRoute, row.EntryLevel, row.RunThrough, row.YearsMin, row.YearsMax, At(row.YearsMin), row.YearsMax is { } most ? At(most) : null, row.Exams, row.DualPairings, ways, row.Status);
    }
}
