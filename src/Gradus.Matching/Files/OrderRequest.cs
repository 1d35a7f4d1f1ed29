using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Matching.Files;

/// <summary>
/// How a common order is asked for: a listed order, a seed, or neither, which takes the input's own order column or, without one, seed 1.
/// Where people take turns and the input has scores but no order of its own, they take them by score, highest first, equals parted by the seed.
/// </summary>
/// <param name="Seed">The seed; <c>null</c> when none was named.</param>
/// <param name="Listed">An order read from a file.</param>
public sealed record OrderRequest(ulong? Seed = null, ApplicantOrder? Listed = null)
{
    /// <summary>The order for an instance under a mechanism.</summary>
    public ApplicantOrder For(AllocationInstance instance, IMechanism mechanism)
    {
        if (Listed is not null)
        {
            return Listed;
        }

        if (Seed is null && instance.HasOrders)
        {
            return ApplicantOrder.FromColumn(instance, 1);
        }

        return instance.HasScores && UnusedInput.TakesTurns(mechanism) ? ApplicantOrder.FromScores(instance, Seed ?? 1) : ApplicantOrder.Seeded(instance, Seed ?? 1);
    }
}
