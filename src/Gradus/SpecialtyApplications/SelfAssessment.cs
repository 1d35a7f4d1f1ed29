using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>What the evidence scores in a framework, and what would add to it.</summary>
public sealed record SelfAssessment : ToolAnswer
{
    /// <summary>The framework.</summary>
    public required string Framework { get; init; }

    /// <summary>The year of the round whose framework it is.</summary>
    public required int Cycle { get; init; }

    /// <summary>The domains, in the order of the framework.</summary>
    public required IReadOnlyList<DomainScore> Domains { get; init; }

    /// <summary>All points together; <c>null</c> where letters, assessors or an unseen weighting decide.</summary>
    public required decimal? Total { get; init; }

    /// <summary>The most that the framework gives; <c>null</c> when none is published.</summary>
    public required decimal? Most { get; init; }

    /// <summary>The total in percent of the framework's most, to a tenth; <c>null</c> where there is no total or no most.</summary>
    public required decimal? Percent { get; init; }

    /// <summary>The last day by which evidence can still count in this round; <c>null</c> when the round has closed or its last day was not found.</summary>
    public required DateOnly? ClaimBy { get; init; }

    /// <summary>What would add points, the most first.</summary>
    public required IReadOnlyList<NextStep> Next { get; init; }

    /// <summary>The year's published scores beside this one; empty where none are published.</summary>
    public required IReadOnlyList<YearScore> Years { get; init; }

    /// <summary>The same evidence in other frameworks.</summary>
    public required IReadOnlyList<ElsewhereScore> Elsewhere { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new TablePart(new AnswerTable("domains", "Your points by domain",
            [new("domain", "Domain"), new("points", "Points"), new("most", "Most"), new("item", "What counts"), new("says", "Why")],
            [.. Domains.Select(domain => (IReadOnlyList<AnswerCell>)[domain.Name, domain.Points, domain.Most, domain.ItemName, domain.Says])]));
        if (Next.Count > 0)
        {
            yield return new TablePart(new AnswerTable("next", ClaimBy is { } by ? $"What would add points by {by.Words()}" : "What would add points in a later round",
                [new("domain", "Domain"), new("item", "What"), new("gain", "More points")],
                [.. Next.Select(step => (IReadOnlyList<AnswerCell>)[step.DomainName, step.ItemName, step.Gain])]));
        }

        if (Years.Count > 0)
        {
            yield return new TablePart(new AnswerTable("years", "Scores published, each in percent of its own year’s most",
                [new("cycle", "Year"), new("candidates", "Candidates"), new("most", "Most"), new("mean", "Mean"), new("median", "Middle"),
                    new("meanPercent", "Mean", "percent"), new("medianPercent", "Middle", "percent")],
                [.. Years.Select(year => (IReadOnlyList<AnswerCell>)[year.Cycle.ToString(), year.Candidates, year.Most, year.Mean, year.Median,
                    year.MeanPercent, year.MedianPercent])])
            { Doubt = "From a copy of the published charts; what a mark means changed from year to year." });
        }

        if (Elsewhere.Count > 0)
        {
            yield return new TablePart(new AnswerTable("elsewhere", "The same evidence elsewhere, by our reading",
                [new("framework", "Framework"), new("total", "Total"), new("most", "Most"), new("says", "How")],
                [.. Elsewhere.Select(other => (IReadOnlyList<AnswerCell>)[other.Name, other.Total, other.Most, other.Says])]));
        }
    }
}

/// <summary>A domain's score.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Points">Its points; <c>null</c> where none are published or somebody else gives them.</param>
/// <param name="Most">The most it gives; <c>null</c> when none is published.</param>
/// <param name="Item">The key of the item that counts, or of the first of several; <c>null</c> when nothing does.</param>
/// <param name="ItemName">What counts, in words.</param>
/// <param name="Says">Why, in one sentence.</param>
/// <param name="Status">How sure we are of the domain.</param>
public sealed record DomainScore(string Key, string Name, decimal? Points, decimal? Most, string? Item, string? ItemName, string Says, Status Status);

/// <summary>An item that would add points.</summary>
/// <param name="Domain">The domain's key.</param>
/// <param name="Item">The item's key.</param>
/// <param name="Gain">How many points more; <c>null</c> where only a letter is published.</param>
/// <param name="DomainName">The domain in words.</param>
/// <param name="ItemName">The item in words.</param>
public sealed record NextStep(string Domain, string Item, decimal? Gain, string DomainName, string ItemName);

/// <summary>A year's published scores.</summary>
/// <param name="Cycle">The year of the round.</param>
/// <param name="Candidates">Candidates.</param>
/// <param name="Most">The most possible in that year.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Median">The middle score.</param>
/// <param name="MeanPercent">The mean in percent of that year's most.</param>
/// <param name="MedianPercent">The middle score in percent of that year's most.</param>
/// <param name="IsThisRound">Whether it is the round asked about.</param>
public sealed record YearScore(int Cycle, int Candidates, decimal Most, decimal Mean, decimal Median, decimal MeanPercent, decimal MedianPercent, bool IsThisRound);

/// <summary>The same evidence in another framework.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Name">Its name.</param>
/// <param name="Total">The points; <c>null</c> where there is no total.</param>
/// <param name="Most">The most; <c>null</c> when none is published.</param>
/// <param name="Says">What was carried over and what was not.</param>
public sealed record ElsewhereScore(string Framework, string Name, decimal? Total, decimal? Most, string Says);
