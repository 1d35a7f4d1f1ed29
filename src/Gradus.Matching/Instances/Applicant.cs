namespace Gradus.Matching.Instances;

/// <summary>An applicant as handed to <see cref="AllocationInstance.Create"/>.</summary>
/// <param name="Id">A name nobody else has. It holds no semicolon and no control character.</param>
/// <param name="Choices">The ids of the posts the applicant would take, best first.</param>
public sealed record Applicant(string Id, IReadOnlyList<string> Choices)
{
    /// <summary>The priority tier, from 1; everybody in a lower tier number comes before everybody in a higher one.</summary>
    public int Tier { get; init; } = 1;

    /// <summary>The other half of a linked pair, who names this applicant in turn; <c>null</c> when applying alone.</summary>
    public string? LinkedWith { get; init; }

    /// <summary>A score by which every post ranks its applicants, highest first; equal scores are parted by the common order.</summary>
    public double? Score { get; init; }

    /// <summary>A place in a common order, lowest first; equal numbers are parted by the seed.</summary>
    public long? Order { get; init; }

    /// <summary>
    /// For a tied list, the level of each choice, never falling, such as 1, 2, 2, 3 when the second and third are liked equally; <c>null</c> for a strict list.
    /// Mechanisms break ties in the order listed; a blocking pair must be better by level.
    /// </summary>
    public IReadOnlyList<int>? Levels { get; init; }

    /// <summary>
    /// The id of the post the applicant holds before the run; <c>null</c> for everybody who takes part. Who holds a post keeps it: the place is not given
    /// again, and the applicant's own list has no part.
    /// </summary>
    public string? Holds { get; init; }
}

/// <summary>A post, programme or school as handed to <see cref="AllocationInstance.Create"/>.</summary>
/// <param name="Id">A name no other post has. It holds no semicolon and no control character.</param>
/// <param name="Places">How many it takes.</param>
public sealed record Post(string Id, int Places)
{
    /// <summary>
    /// The ids of the applicants it would take, best first; who is missing is unacceptable to it.
    /// <c>null</c> when it ranks by score or common order. Either every post of an instance has a ranking or none has.
    /// </summary>
    public IReadOnlyList<string>? Ranking { get; init; }

    /// <summary>
    /// How many the post needs, those who hold it before the run included; 0 when nobody asks. No mechanism heeds it: it is checked after the run, by
    /// <see cref="Proofs.MinimumNumbers"/>.
    /// </summary>
    public int Minimum { get; init; }
}
