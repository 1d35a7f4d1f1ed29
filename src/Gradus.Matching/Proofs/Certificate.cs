using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Proofs;

/// <summary>Where a post closed: who was the last to be taken, in a tier and pass where the mechanism has them.</summary>
/// <param name="Post">The post's id.</param>
/// <param name="Tier">The tier, from 1; 0 when the mechanism has no rounds by tier.</param>
/// <param name="Pass">The pass, 1 or 2; 0 when the mechanism has no passes.</param>
/// <param name="Places">The places there were when the round began.</param>
/// <param name="Taken">How many of them were taken in it.</param>
/// <param name="LastTaken">The id of the last applicant taken; <c>null</c> when nobody was.</param>
/// <param name="LastPosition">Where that applicant stands, from 1: on the post's ranking, or in the common order.</param>
public sealed record Cutoff(string Post, int Tier, int Pass, int Places, int Taken, string? LastTaken, long? LastPosition);

/// <summary>An applicant and a post who would both rather have each other.</summary>
public sealed record BlockingPair(string Applicant, string Post);

/// <summary>Somebody who held a post before the run and kept it.</summary>
public sealed record HeldPlace(string Applicant, string Post);

/// <summary>A sum that must come out, such as first choices granted against Σ min(places, first choices).</summary>
public sealed record Identity(string Says, long Expected, long Found);

/// <summary>
/// What anybody can check about a result without trusting the program that made it: capacities, acceptability, where every post closed, that no pair blocks (or which do),
/// and the sums that must come out. Publishing cutoffs lets each applicant check their own result without the data of others:
/// Hakimov and Raghavan, “Improving transparency and verifiability in school admissions” (2020, 2023).
/// </summary>
public sealed record Certificate
{
    /// <summary>The mechanism's name.</summary>
    public required string Mechanism { get; init; }

    /// <summary>For whom the result is best.</summary>
    public required OptimalFor OptimalFor { get; init; }

    /// <summary>False when a time limit stopped the run.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>How many applicants there are.</summary>
    public required int Applicants { get; init; }

    /// <summary>How many the run placed; who held a post before it is not among them.</summary>
    public required int Placed { get; init; }

    /// <summary>Who held a post before the run, in the order of the input: their places were not given again, and their lists had no part.</summary>
    public required IReadOnlyList<HeldPlace> Held { get; init; }

    /// <summary>The posts that have fewer people than their minimum, in the order of the input. No mechanism heeds a minimum.</summary>
    public required IReadOnlyList<BelowMinimum> BelowMinimum { get; init; }

    /// <summary>Where every post closed.</summary>
    public required IReadOnlyList<Cutoff> Cutoffs { get; init; }

    /// <summary>How many pairs block by the priorities the mechanism works with; 0 for a complete run.</summary>
    public required long BlockingPairCount { get; init; }

    /// <summary>The first of those pairs, at most <see cref="ListedPairs"/>.</summary>
    public required IReadOnlyList<BlockingPair> BlockingPairs { get; init; }

    /// <summary>
    /// How many applicant–post pairs there are in which the applicant would rather have the post and has the better claim, by tier, ranking, score and order
    /// alone, than somebody it took.
    /// 0 for stable mechanisms; for a preference-informed allocation the price of its first choices.
    /// </summary>
    public required long JustifiedEnvy { get; init; }

    /// <summary>Sums that must come out.</summary>
    public required IReadOnlyList<Identity> Identities { get; init; }

    /// <summary>
    /// Linked pairs whose link did not hold, by the id of the one who comes first in the input; where a mechanism places everybody alone, those who did not end up together.
    /// </summary>
    public required IReadOnlyList<string> BrokenLinks { get; init; }

    /// <summary>What the input holds that had no part in the result.</summary>
    public required IReadOnlyList<UnusedInput> Unused { get; init; }

    /// <summary>How many blocking pairs are listed at most.</summary>
    public const int ListedPairs = 1000;

    /// <summary>Draws up the certificate of a result. It is found from inputs and placements alone, by the code that checks, not by the mechanism. O(m).</summary>
    /// <exception cref="InvalidOperationException">The result is not what its mechanism should have produced.</exception>
    public static Certificate From(Allocation allocation)
    {
        var audit = Audit.Of(allocation.Instance, allocation.Order, allocation.Mechanism, allocation.ChoiceOf, allocation.IsComplete);
        return audit.Violation is null ? audit.ToCertificate() : throw new InvalidOperationException("The result does not hold: " + audit.Violation);
    }

    /// <summary>
    /// Checks placements against inputs and certificate, trusting neither: capacities, lists, acceptability, no unlisted blocking pair, the side it is best
    /// for, every cutoff and sum.
    /// Runs in O(m). Returns the first violation; <c>null</c> when everything holds.
    /// </summary>
    /// <param name="instance">The inputs.</param>
    /// <param name="order">The common order.</param>
    /// <param name="mechanism">The mechanism and its policies.</param>
    /// <param name="choiceOf">Each applicant's choice as a place in their list from 0, −1 when unplaced.</param>
    /// <param name="certificate">What is claimed.</param>
    public static string? Check(AllocationInstance instance, ApplicantOrder order, IMechanism mechanism, ReadOnlySpan<int> choiceOf, Certificate certificate)
    {
        if (certificate.Mechanism != mechanism.Name)
        {
            return $"the certificate is for {certificate.Mechanism}, not for {mechanism.Name}";
        }

        var audit = Audit.Of(instance, order, mechanism, choiceOf, certificate.IsComplete);
        return audit.Violation ?? FirstDifference(audit.ToCertificate(), certificate);
    }

    private static string? FirstDifference(Certificate found, Certificate claimed)
    {
        if (claimed.OptimalFor != found.OptimalFor)
        {
            return $"the certificate says the result is best for {claimed.OptimalFor}, it is for {found.OptimalFor}";
        }

        if (claimed.Applicants != found.Applicants || claimed.Placed != found.Placed)
        {
            return $"the certificate says {claimed.Placed} of {claimed.Applicants} are placed, found {found.Placed} of {found.Applicants}";
        }

        if (!claimed.Held.SequenceEqual(found.Held))
        {
            return "the certificate names others than those who held a post before the run";
        }

        if (!claimed.BelowMinimum.SequenceEqual(found.BelowMinimum))
        {
            return "the certificate names other posts below their minimum than those found";
        }

        if (claimed.BlockingPairCount != found.BlockingPairCount || !claimed.BlockingPairs.SequenceEqual(found.BlockingPairs))
        {
            return $"the certificate lists {claimed.BlockingPairCount} blocking pairs, found {found.BlockingPairCount}, or others";
        }

        if (claimed.JustifiedEnvy != found.JustifiedEnvy)
        {
            return $"the certificate counts {claimed.JustifiedEnvy} cases of justified envy, found {found.JustifiedEnvy}";
        }

        if (!claimed.BrokenLinks.SequenceEqual(found.BrokenLinks))
        {
            return "the certificate names other broken links than those found";
        }

        if (!claimed.Unused.SequenceEqual(found.Unused))
        {
            return "the certificate names other columns as not used than those found";
        }

        if (!claimed.Identities.SequenceEqual(found.Identities))
        {
            return "a sum in the certificate is not what was found";
        }

        if (claimed.Cutoffs.Count != found.Cutoffs.Count)
        {
            return $"the certificate has {claimed.Cutoffs.Count} cutoffs, found {found.Cutoffs.Count}";
        }

        var different = Enumerable.Range(0, found.Cutoffs.Count).Where(i => claimed.Cutoffs[i] != found.Cutoffs[i]).Take(1).ToList();
        return different is [var at] ? $"the certificate says of a cutoff {claimed.Cutoffs[at]}, found {found.Cutoffs[at]}" : null;
    }
}
