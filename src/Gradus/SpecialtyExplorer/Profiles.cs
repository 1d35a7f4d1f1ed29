using Gradus.Rules;

namespace Gradus.SpecialtyExplorer;

/// <summary>Where the value of a profile cell comes from; it decides how much doubt the model carries.</summary>
public enum Provenance
{
    /// <summary>A published UK rule or statistic.</summary>
    Official,
    /// <summary>Worked out from the US occupational database O*NET, put on our scale.</summary>
    Onet,
    /// <summary>Our own judgement, one line of reason each.</summary>
    Editorial,
    /// <summary>What doctors in the specialty said about their job.</summary>
    Survey,
}

/// <summary>The place of one specialty on one dimension.</summary>
/// <param name="Mean">From 0 (none) to 1 (all); <c>null</c> when nobody knows.</param>
/// <param name="Spread">How far posts of the same specialty lie apart: one standard deviation on the same scale.</param>
/// <param name="Source">Where it comes from: the kind.</param>
/// <param name="SourceId">The source's id in <c>sources.yaml</c>.</param>
/// <param name="Status">How sure we are.</param>
/// <param name="Reason">Why, in one line for the reader.</param>
/// <param name="Answers">How many doctors answered, where it comes from the survey; 0 otherwise.</param>
public sealed record ProfileCell(double? Mean, double Spread, Provenance Source, string SourceId, Status Status, string Reason, int Answers = 0)
{
    /// <summary>
    /// The doubt about the mean, one standard deviation: official 0.03, or 0.10 where the statistic is old or second-hand; O*NET 0.10; editorial 0.15;
    /// survey the spread divided by the root of the number of answers. Design constants, not estimates.
    /// </summary>
    public double Doubt => Source switch
    {
        Provenance.Official => Status == Status.Sure ? 0.03 : 0.10,
        Provenance.Onet => 0.10,
        Provenance.Survey => Spread / Math.Sqrt(Math.Max(1, Answers)),
        _ => 0.15,
    };
}

/// <summary>The profile of one specialty on the 13 dimensions.</summary>
/// <param name="Specialty">The specialty.</param>
/// <param name="Cells">Its 13 cells in the fixed order of the dimensions.</param>
public sealed record SpecialtyProfile(Specialty Specialty, IReadOnlyList<ProfileCell> Cells);

/// <summary>How a kind of source is written in content and in JSON.</summary>
public static class ProvenanceExtensions
{
    /// <summary>The key: <c>official</c>, <c>onet</c>, <c>editorial</c> or <c>survey</c>.</summary>
    public static string Key(this Provenance provenance) => provenance switch
    {
        Provenance.Official => "official",
        Provenance.Onet => "onet",
        Provenance.Survey => "survey",
        _ => "editorial",
    };

    /// <summary>The words on the badge a reader sees.</summary>
    public static string Words(this Provenance provenance) => provenance switch
    {
        Provenance.Official => "Official statistic",
        Provenance.Onet => "O*NET, US",
        Provenance.Survey => "Survey",
        _ => "Editorial",
    };

    /// <summary>Reads a key; <c>null</c> when it is none of the four.</summary>
    public static Provenance? Parse(string? key) => key switch
    {
        "official" => Provenance.Official,
        "onet" => Provenance.Onet,
        "editorial" => Provenance.Editorial,
        "survey" => Provenance.Survey,
        _ => null,
    };
}
