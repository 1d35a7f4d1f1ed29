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
            Row("Years after foundation, full time", one => Years(one.YearsLeast, one.YearsMost)),
                Row($"Years after foundation at {Percent}%", one => Years(one.YearsLeastAtPercent, one.YearsMostAtPercent)),
            Row("Exams", one => one.Exams), Row("Dual certificates", one => one.DualCertificates),
            Row("Competition, last found",
                one => one.Competition.Count == 0
                    ? "not found"
                    : string.Join("; ", one.Competition.Select(way => $"{way.Programme} {way.Level}: {FigureText.Digits(way.Ratio, places: 2)} in {way.Year}"))),
        ]));
        yield return new BarsPart($"Years after foundation at {Percent}%, at least",
            [.. Specialties.Select((one, index) => (one.Name, one.YearsLeastAtPercent, Years(one.YearsLeastAtPercent, one.YearsMostAtPercent), index == 0))]);
    }

    private static string Years(decimal least, decimal? most) =>
        most is { } to && to != least
            ? string.Create(CultureInfo.InvariantCulture, $"{least:0.##} to {to:0.##}")
            : string.Create(CultureInfo.InvariantCulture, $"{least:0.##}{(most is null ? ", most not known" : "")}");
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
public sealed record ComparedSpecialty(string Key, string Name, string WayIn, string EntryLevel, string RunThrough, decimal YearsLeast, decimal? YearsMost,
    decimal YearsLeastAtPercent, decimal? YearsMostAtPercent, string Exams, string DualCertificates, IReadOnlyList<LastRatio> Competition, Status Status);

/// <summary>The last ratio found of a way in.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Level">The level.</param>
/// <param name="Year">The year.</param>
/// <param name="Ratio">Applications for each post.</param>
/// <param name="Applications">Applications.</param>
/// <param name="Posts">Posts.</param>
/// <param name="Status">How sure we are.</param>
public sealed record LastRatio(string Programme, string Level, string Year, decimal Ratio, int? Applications, int? Posts, Status Status);
