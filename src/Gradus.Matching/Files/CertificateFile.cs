using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Matching.Files;

/// <summary>
/// SHA-256 hashes of the files a result belongs to, in lower-case hexadecimal; of those who hold a post before the run <c>null</c> where no file of their own
/// names them.
/// </summary>
public sealed record FileHashes(string Applicants, string Posts, string Allocation, string? Held = null);

/// <summary>A certificate as it is written: what was found, which files it belongs to, and how to make the order again.</summary>
public sealed record CertificateFile
{
    /// <summary>What was found.</summary>
    public required Certificate Certificate { get; init; }

    /// <summary>The files it belongs to.</summary>
    public required FileHashes Files { get; init; }

    /// <summary>The tier rule, for a preference-informed allocation.</summary>
    public required TierRule Tiers { get; init; }

    /// <summary>Where the order came from.</summary>
    public required OrderSource OrderSource { get; init; }

    /// <summary>The seed of the order, or of its ties.</summary>
    public required ulong Seed { get; init; }

    /// <summary>A listed order, best first; <c>null</c> otherwise.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary>Makes the order again.</summary>
    /// <exception cref="ArgumentException">The listed order does not fit the applicants.</exception>
    public ApplicantOrder OrderFor(AllocationInstance instance) => OrderSource switch
    {
        OrderSource.Seed => ApplicantOrder.Seeded(instance, Seed),
        OrderSource.Column when instance.HasOrders => ApplicantOrder.FromColumn(instance, Seed),
        OrderSource.Score when instance.HasScores => ApplicantOrder.FromScores(instance, Seed),
        OrderSource.None => ApplicantOrder.Seeded(instance, 0),
        _ => ApplicantOrder.Listed(instance, Order ?? []),
    };
}
