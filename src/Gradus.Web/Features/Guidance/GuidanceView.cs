using Gradus.Data.Content.Guidance;
using Gradus.Rules;

namespace Gradus.Web.Features.Guidance;

/// <summary>A numbered note: a source cited on the page.</summary>
/// <param name="Number">Its number, from 1, in the order of first mention.</param>
/// <param name="Source">The source.</param>
public sealed record NumberedNote(int Number, Source Source);

/// <summary>What a section rests on, for the note in the margin.</summary>
/// <param name="Number">The number of the note at the foot of the page.</param>
/// <param name="Id">Where the marks in the section lead.</param>
/// <param name="Source">The source.</param>
/// <param name="Places">Where in the source, as cited in the section.</param>
public sealed record SectionNote(int Number, string Id, Source Source, IReadOnlyList<string> Places);

/// <summary>A section as one reader sees it.</summary>
/// <param name="Id">Its address within the page.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Html">Its blocks as HTML, and a line at their end that says what is not sure.</param>
/// <param name="Notes">The sources that it cites.</param>
/// <param name="IsWide">Whether it holds a table, so that the note goes under it.</param>
/// <param name="IsNote">Whether it is only an admission that nobody has published something.</param>
public sealed record SectionView(string Id, string Heading, string Html, IReadOnlyList<SectionNote> Notes, bool IsWide, bool IsNote);

/// <summary>A page of guidance as one reader sees it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Figures">The key figures that open it, as HTML; empty for none.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="Notes">The numbered notes.</param>
/// <param name="Counts">How many figures, rows and cited statements there are of each status.</param>
public sealed record GuidanceView(GuidancePage Page, string Figures, IReadOnlyList<SectionView> Sections, IReadOnlyList<NumberedNote> Notes,
    IReadOnlyDictionary<Status, int> Counts)
{
    /// <summary>How sure the page is, in one line: “of 62 figures and sourced statements 40 are sure, 19 to be checked, 3 not found”.</summary>
    public string Certainty
    {
        get
        {
            var parts = new[] { (Status.Sure, "sure"), (Status.Computed, "worked out here"), (Status.Editorial, "our judgement"),
                (Status.Verify, "to be checked"), (Status.NotFound, "not found"), (Status.Unpublished, "not published by anybody") }
                .Where(part => Counts.GetValueOrDefault(part.Item1) > 0).Select(part => $"{Counts[part.Item1]} {part.Item2}");
            return $"of {Counts.Values.Sum()} figures and sourced statements {string.Join(", ", parts)}";
        }
    }
}
