using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>Whose selection is asked for, with MSRA scores where there are any.</summary>
public sealed record SelectionFacts : ToolFacts
{
    /// <summary>The specialty.</summary>
    [Fact("The specialty", "a specialty", Example = "clinical-radiology", KeysOf = "specialty-applications/selection.programme", NamedBy = "specialty")]
    public required string Specialty { get; init; }

    /// <summary>The score in Clinical Problem Solving.</summary>
    [Fact("Your Clinical Problem Solving score", "a score from 0 to 600", Example = "265", Unit = "points"), Range(0, 600)]
    public int? ClinicalProblemSolving { get; init; }

    /// <summary>The score in Professional Dilemmas.</summary>
    [Fact("Your Professional Dilemmas score", "a score from 0 to 600", Example = "255", Unit = "points"), Range(0, 600)]
    public int? ProfessionalDilemmas { get; init; }
}

/// <summary>What selection reads.</summary>
public sealed record SelectionFigures
{
    /// <summary>How each specialty selects.</summary>
    public required IReadOnlyList<SelectionRow> Selection { get; init; }

    /// <summary>The bands of general practice.</summary>
    public required IReadOnlyList<GpBand> GpBands { get; init; }

    /// <summary>Radiology's least score in each paper.</summary>
    public required Figure MsraMinimumRadiology { get; init; }

    /// <summary>Psychiatry's least score in each paper.</summary>
    public required Figure MsraMinimumPsychiatry { get; init; }

    /// <summary>The mean to which scores are set.</summary>
    public required Figure MsraMean { get; init; }
}

/// <summary>A band of Clinical Problem Solving scores.</summary>
public sealed record GpBand : TableRow
{
    /// <summary>The lowest score, inside; <c>null</c> for no lower end.</summary>
    public int? FromScore { get; init; }

    /// <summary>The highest score, inside; <c>null</c> for no upper end.</summary>
    public int? ToScore { get; init; }

    /// <summary>Percent of candidates in it.</summary>
    public required int Percent { get; init; }

    /// <summary>The band.</summary>
    public required int Band { get; init; }
}

/// <summary>How a specialty selects, and what is known of a score.</summary>
public sealed record SelectionAnswer : ToolAnswer
{
    private const string NotFound = "Not found";

    /// <summary>The specialty.</summary>
    public required string Specialty { get; init; }

    /// <summary>The level of entry.</summary>
    public required string Level { get; init; }

    /// <summary>Whether the MSRA is used.</summary>
    public required bool Msra { get; init; }

    /// <summary>Who gets an interview.</summary>
    public required string Shortlist { get; init; }

    /// <summary>What makes the final rank.</summary>
    public required string Final { get; init; }

    /// <summary>The lowest mark to be appointable.</summary>
    public required string Appointable { get; init; }

    /// <summary>The least score in each paper; <c>null</c> when none was found for this specialty.</summary>
    public required int? Minimum { get; init; }

    /// <summary>Whether both scores reach it; <c>null</c> when a score or the least is not known.</summary>
    public required bool? ReachesMinimum { get; init; }

    /// <summary>The band of general practice; <c>null</c> when it is another specialty or no score was given.</summary>
    public required int? Band { get; init; }

    /// <summary>Percent of candidates in a lower range of scores; <c>null</c> when the bands are not this specialty’s or no score was given.</summary>
    public required int? PercentBelow { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new ValuesPart("How it selects",
        [
            ("Level", Level, null), ("MSRA", Msra ? "used" : "not used", Status), ("Who gets an interview", Shortlist, Status), ("Final rank", Final, Status),
                ("Lowest mark to be appointable", Appointable, Appointable == NotFound ? Status.NotFound : Status),
        ]);
    }
}

/// <summary>Finds how a specialty selects, and sets MSRA scores beside what is known of its cut.</summary>
public static class SelectionFinder
{
    /// <summary>Says how interview and rank are decided in the round asked about, and whether the scores reach the least that is published; unknown where no cut is.</summary>
    public static SelectionAnswer Find(SelectionFacts facts, SelectionFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var row = figures.Selection.First(row => row.Programme == facts.Specialty);
        var minimum = MinimumOf(facts.Specialty, figures)?.At(on, nation);
        var scores = new[] { facts.ClinicalProblemSolving, facts.ProfessionalDilemmas };
        bool? reaches = minimum?.Number is { } least && row.Msra ? scores.Any(score => score < least) ? false : scores.All(score => score is not null) ? true : null : null;
        var band = facts.Specialty == "general-practice" && facts.ClinicalProblemSolving is { } clinical
            ? figures.GpBands.FirstOrDefault(one => !(clinical < one.FromScore) && !(clinical > one.ToScore))
            : null;
        int? below = band is null ? null : figures.GpBands.Where(one => one.ToScore < (band.FromScore ?? int.MinValue)).Sum(one => one.Percent);
        var answer = new SelectionAnswer
        {
            Verdict = reaches is false ? Verdict.No : Verdict.Yes,
            Says = Says(row, minimum, reaches, band, below, facts),
            Reasons = [.. Reasons(row, figures, minimum, reaches, band, on, nation)],
            Specialty = row.Programme,
            Level = row.Level,
            Msra = row.Msra,
            Shortlist = row.Shortlist,
            Final = row.Final,
            Appointable = row.Appointable,
            Minimum = minimum?.Whole,
            ReachesMinimum = reaches,
            Band = band?.Band,
            PercentBelow = below,
            Warnings = [.. Warnings(row, facts, band)],
        };
        return band is null
            ? answer
            : answer with { Status = StatusExtensions.Worse(row.Status, band.Status) }; // The band was published; the cut, which was not, has a status of its own.
    }

    private static IEnumerable<Warning> Warnings(SelectionRow row, SelectionFacts facts, GpBand? band)
    {
        if (!row.Msra && facts is not { ClinicalProblemSolving: null, ProfessionalDilemmas: null })
        {
            yield return new Warning(facts.ClinicalProblemSolving is null ? "professionalDilemmas" : "clinicalProblemSolving",
                row.Status == Status.Sure
                    ? $"{row.Specialty} does not use the MSRA, so the score changes nothing."
                    : $"No use of the MSRA was seen for {row.Specialty}, which is to be checked: the score is not in this answer.");
        }

        if (band is not null && facts.ProfessionalDilemmas is not null)
        {
            yield return new Warning("professionalDilemmas", "The bands that were published are those of Clinical Problem Solving, so this score changes nothing here.");
        }
    }

    private static Figure? MinimumOf(string specialty, SelectionFigures figures) => specialty switch
    {
        "clinical-radiology" => figures.MsraMinimumRadiology,
        "core-psychiatry" or "child-and-adolescent-psychiatry" or "psychiatry-of-learning-disability" => figures.MsraMinimumPsychiatry,
        _ => null,
    };

    private static string Says(SelectionRow row, FigureValue? minimum, bool? reaches, GpBand? band, int? below, SelectionFacts facts) =>
        reaches is false ? $"{row.Specialty} asks for {minimum!.Text} or more in each paper, and one of yours is below."
        : band is not null ? $"Your score is in band {band.Band} for general practice; about {below}% of candidates were in a lower range when that was last published."
        : reaches is true ? $"Both papers reach the least that {row.Specialty} asks for; where the cut falls above it is not published."
        : row.Msra && facts is not { ClinicalProblemSolving: null, ProfessionalDilemmas: null } ? WhatIsKnown(row, minimum, facts)
        : $"{row.Specialty} {(row.Msra ? "uses" : "does not use")} the MSRA; what counts for the interview and the final rank stands below.";

    // Scores were given, and none of them decides: it is said why.
    private static string WhatIsKnown(SelectionRow row, FigureValue? minimum, SelectionFacts facts) =>
        minimum?.Number is not null ? $"Your {(facts.ClinicalProblemSolving is null ? "Professional Dilemmas" : "Clinical Problem Solving")} score reaches the least that {row.Specialty} asks for, {minimum.Text} in each paper; say the other one too."
        : row.Programme == "general-practice" ? "The bands of general practice go by Clinical Problem Solving: give that score to see yours."
        : $"Whether your scores are enough for {row.Specialty} nobody can say: no least score was found for it, and where the cut falls is not published.";

    private static IEnumerable<Reason> Reasons(SelectionRow row, SelectionFigures figures, FigureValue? minimum, bool? reaches, GpBand? band, DateOnly on, Nation nation)
    {
        yield return row.Because("selection", $"Interview: {row.Shortlist}. Final rank: {row.Final}. Lowest mark: {row.Appointable}.");
        if (minimum is not null)
        {
            yield return minimum.Because("minimum", $"The least in each paper is {minimum.Text}. Each specialty has its own; sources clash on whether one is for all.");
        }

        if (band is not null)
        {
            yield return band.Because("band", band.Note ?? $"Your score lies in band {band.Band}.", band.Band.ToString(CultureInfo.InvariantCulture));
        }

        if (row.Msra && reaches is not false)
        {
            yield return figures.MsraMean.At(on, nation).Because("mean", $"Scores are set to a mean of {figures.MsraMean.At(on, nation).Text}.");
            yield return new Reason("cut",
                $"The score from which {row.Specialty} interviews or offers is not published before the round; it follows from who applies.",
                Status.Unpublished, Ask: "the lead recruiter named in the advert");
        }
    }
}
