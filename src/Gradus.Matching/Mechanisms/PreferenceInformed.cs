using System.Buffers;
using Gradus.Matching.Instances;

namespace Gradus.Matching.Mechanisms;

/// <summary>How priority tiers enter a preference-informed allocation.</summary>
public enum TierRule
{
    /// <summary>Both passes for the first tier, then both passes for the next on what is left: nobody is placed before everybody in an earlier tier has been offered.</summary>
    Sequential,
    /// <summary>One allocation in which earlier tiers go first within each pass: a later tier's first choice can come before an earlier tier's second.</summary>
    Ranked,
}

/// <summary>The rank at which the two of a broken link go on. Not published.</summary>
public enum AfterBreak
{
    /// <summary>Each on their own rank, as though they had never been linked: the allocation is run again without the links that did not hold.</summary>
    OwnRank,
    /// <summary>Both where the pair stood, the one with the better rank first.</summary>
    PairRank,
}

/// <summary>What happens to a pair whose two are in different tiers. Not published.</summary>
public enum MixedTier
{
    /// <summary>The link does not hold.</summary>
    BreakLink,
    /// <summary>The pair is treated as belonging to the later of its two tiers.</summary>
    LowerTier,
}

/// <summary>
/// Preference Informed Allocation, as used for UK foundation schools since 2024. Pass 1, in rank order: who can have their first choice gets it.
/// Pass 2, same order: everybody else gets the best choice with a place left.
/// </summary>
/// <remarks>
/// <para>Source: UK Foundation Programme Office, “Allocation to a Foundation School”. Among parallel mechanisms it has bands (1, endless) and one common order:
/// Chen and Kesten 2017.</para>
/// <para>Complexity: O(m); with links that break under <see cref="AfterBreak.OwnRank"/>, O(m) for each repetition.</para>
/// <para>Guarantee: as many first choices are granted as any allocation can grant; efficient for stated lists. Not stable: a person with a better rank can lose
/// a second choice to somebody's first, so it can pay to put another school first. From the second choice on, the true order is best.</para>
/// <para>Linked pairs: both hold the worse of their two ranks and need two places at once. In pass 1 both get the first choice or neither; in pass 2 the pair
/// skips a school with one place,
/// and the link breaks when no school has two. A link also does not hold when the two lists differ. A link broken before the run leaves each on their own rank.
/// A link with somebody who holds a post before the run is broken before it, unless both hold the same post.</para>
/// <para>Ties: in a list, as listed; the order is strict. Rankings, where posts have them, decide only who is acceptable; scores are not used.</para>
/// <para>Errors: none. A time limit leaves those not yet reached unplaced.</para>
/// </remarks>
public sealed class PreferenceInformed : IMechanism
{
    /// <summary>How tiers enter; sequential unless said otherwise, the one reading that fits “offered before any other”.</summary>
    public TierRule Tiers { get; init; } = TierRule.Sequential;

    /// <summary>The rank at which the two of a link broken during the run go on.</summary>
    public AfterBreak AfterBreak { get; init; } = AfterBreak.OwnRank;

    /// <summary>What happens to pairs across tiers.</summary>
    public MixedTier MixedTier { get; init; } = MixedTier.BreakLink;

    /// <inheritdoc/>
    public string Name => "preference-informed";

    /// <inheritdoc/>
    public OptimalFor OptimalFor(AllocationInstance instance) => Mechanisms.OptimalFor.StatedChoices;

    /// <inheritdoc/>
    public Allocation Run(AllocationInstance instance, ApplicantOrder order, TimeLimit limit = default)
    {
        var acceptable = Acceptability.Of(instance);
        var broken = new HashSet<int>();
        while (true)
        {
            var turns = LinkedTurns.Of(instance, order, this, broken);
            var pass = new Passes(instance, acceptable, turns, AfterBreak);
            var isComplete = pass.Run(limit);
            if (AfterBreak == AfterBreak.PairRank || pass.BrokenInRun.Count == 0 || !isComplete)
            {
                int[] brokenLinks = [.. turns.BrokenBefore.Concat(pass.BrokenInRun).Distinct().Order()];
                return new Allocation(instance, this, order, pass.ChoiceOf) { IsComplete = isComplete, BrokenLinks = brokenLinks };
            }

            broken.UnionWith(pass.BrokenInRun);
        }
    }

    /// <summary>The two passes over each segment of turns.</summary>
    private sealed class Passes
    {
        private readonly AllocationInstance _instance;
        private readonly Acceptability _acceptable;
        private readonly LinkedTurns _turns;
        private readonly AfterBreak _afterBreak;
        private readonly int[] _left;

        public Passes(AllocationInstance instance, Acceptability acceptable, LinkedTurns turns, AfterBreak afterBreak)
        {
            (_instance, _acceptable, _turns, _afterBreak) = (instance, acceptable, turns, afterBreak);
            _left = instance.Places.ToArray();
            ChoiceOf = new int[instance.ApplicantCount];
            Array.Fill(ChoiceOf, -1);
        }

        public int[] ChoiceOf { get; }

        public List<int> BrokenInRun { get; } = [];

        public bool Run(TimeLimit limit)
        {
            var isPlain = !_turns.HasPairs && _acceptable.IsEverybody;
            var start = 0;
            foreach (var end in _turns.SegmentEnds)
            {
                if (limit.IsReached)
                {
                    return false;
                }

                if (isPlain)
                {
                    PlainPasses(_turns.Sequence.AsSpan(start, end - start));
                    start = end;
                    continue;
                }

                FirstPass(_turns.Sequence.AsSpan(start, end - start));
                if (limit.IsReached)
                {
                    return false;
                }

                SecondPass(_turns.Sequence.AsSpan(start, end - start));
                start = end;
            }

            return true;
        }

        /// <summary>Both passes when nobody is linked and everybody is acceptable: the case that is run thousands of times.</summary>
        private unsafe void PlainPasses(ReadOnlySpan<int> turns)
        {
            var waiting = ArrayPool<int>.Shared.Rent(turns.Length + 1);
            fixed (int* turn = turns, offsets = _instance.OffsetArray, choices = _instance.ChoiceArray, left = _left, choiceOf = ChoiceOf, later = waiting)
            {
                var count = 0;
                for (var i = 0; i < turns.Length; i++)
                {
                    var applicant = turn[i];
                    var first = offsets[applicant];
                    if (first < offsets[applicant + 1] && left[choices[first]] > 0)
                    {
                        left[choices[first]]--;
                        choiceOf[applicant] = 0;
                    }
                    else
                    {
                        later[count++] = applicant;
                    }
                }

                for (var i = 0; i < count; i++)
                {
                    var applicant = later[i];
                    var at = offsets[applicant];
                    var end = offsets[applicant + 1];
                    while (at < end && left[choices[at]] == 0)
                    {
                        at++;
                    }

                    if (at < end)
                    {
                        left[choices[at]]--;
                        choiceOf[applicant] = at - offsets[applicant];
                    }
                }
            }

            ArrayPool<int>.Shared.Return(waiting);
        }

        private void FirstPass(ReadOnlySpan<int> turns)
        {
            var offsets = _instance.OffsetArray;
            var choices = _instance.ChoiceArray;
            foreach (var applicant in turns)
            {
                var first = offsets[applicant];
                var partner = _turns.PartnerOf(applicant);
                if (first == offsets[applicant + 1] || !_acceptable[first])
                {
                    continue;
                }

                if (partner < 0)
                {
                    if (_left[choices[first]] > 0)
                    {
                        Place(applicant, 0);
                    }
                }
                else if (_left[choices[first]] > 1 && _acceptable[offsets[partner]])
                {
                    Place(applicant, 0);
                    Place(partner, 0);
                }
            }
        }

        private void SecondPass(ReadOnlySpan<int> turns)
        {
            foreach (var applicant in turns)
            {
                if (ChoiceOf[applicant] >= 0)
                {
                    continue;
                }

                var partner = _turns.PartnerOf(applicant);
                if (partner < 0)
                {
                    PlaceBest(applicant);
                }
                else if (!PlaceBestTogether(applicant, partner))
                {
                    BrokenInRun.Add(int.Min(applicant, partner));
                    if (_afterBreak == AfterBreak.PairRank)
                    {
                        var partnerIsBetter = _turns.RankOf(partner) < _turns.RankOf(applicant);
                        PlaceBest(partnerIsBetter ? partner : applicant);
                        PlaceBest(partnerIsBetter ? applicant : partner);
                    }
                }
            }
        }

        private void PlaceBest(int applicant)
        {
            var offset = _instance.OffsetArray[applicant];
            var choices = _instance.ChoicesOf(applicant);
            for (var i = 0; i < choices.Length; i++)
            {
                if (_left[choices[i]] > 0 && _acceptable[offset + i])
                {
                    Place(applicant, i);
                    return;
                }
            }
        }

        private bool PlaceBestTogether(int applicant, int partner)
        {
            var choices = _instance.ChoicesOf(applicant);
            for (var i = 0; i < choices.Length; i++)
            {
                if (_left[choices[i]] > 1 && _acceptable[_instance.OffsetArray[applicant] + i] && _acceptable[_instance.OffsetArray[partner] + i])
                {
                    Place(applicant, i);
                    Place(partner, i);
                    return true;
                }
            }

            return false;
        }

        private void Place(int applicant, int choice)
        {
            ChoiceOf[applicant] = choice;
            _left[_instance.ChoicesOf(applicant)[choice]]--;
        }
    }
}

/// <summary>The turns of a preference-informed allocation: singles at their own rank, a linked pair once, at the worse of its two.</summary>
internal sealed class LinkedTurns
{
    private readonly int[]? _partners;
    private readonly ApplicantOrder _order;

    private LinkedTurns(int[] sequence, int[] segmentEnds, int[]? partners, ApplicantOrder order, IReadOnlyList<int> brokenBefore)
    {
        (Sequence, SegmentEnds, _partners, _order, BrokenBefore) = (sequence, segmentEnds, partners, order, brokenBefore);
    }

    /// <summary>Who has a turn, in order. Of a pair whose link holds, the one with the worse rank.</summary>
    public int[] Sequence { get; }

    /// <summary>Where each tier's turns end; one segment when tiers do not go one after another.</summary>
    public int[] SegmentEnds { get; }

    /// <summary>Pairs whose link did not hold to begin with, each by its lower number.</summary>
    public IReadOnlyList<int> BrokenBefore { get; }

    /// <summary>Whether any link holds.</summary>
    public bool HasPairs => _partners is not null;

    /// <summary>The partner with whom an applicant shares a turn; −1 when alone.</summary>
    public int PartnerOf(int applicant) => _partners is null ? -1 : _partners[applicant];

    /// <summary>An applicant's own rank.</summary>
    public int RankOf(int applicant) => _order.Positions[applicant];

    public static LinkedTurns Of(AllocationInstance instance, ApplicantOrder order, PreferenceInformed policy, IReadOnlySet<int> broken)
    {
        var (partners, brokenBefore) = HoldingLinks(instance, policy, broken);
        var tiers = EffectiveTiers(instance, partners);
        var sequence = order.BestFirstArray;
        if (partners is not null)
        {
            var ranks = order.Positions.ToArray();
            sequence = [.. sequence.Where(applicant => partners[applicant] < 0 || ranks[applicant] > ranks[partners[applicant]])];
        }

        if (tiers is null)
        {
            return new LinkedTurns(sequence, [sequence.Length], partners, order, brokenBefore);
        }

        sequence = [.. sequence.OrderBy(applicant => tiers[applicant])];
        int[] ends = policy.Tiers == TierRule.Ranked
            ? [sequence.Length]
            : [.. Enumerable.Range(1, sequence.Length).Where(i => i == sequence.Length || tiers[sequence[i]] != tiers[sequence[i - 1]])];
        return new LinkedTurns(sequence, ends, partners, order, brokenBefore);
    }

    private static (int[]? Partners, IReadOnlyList<int> BrokenBefore) HoldingLinks(AllocationInstance instance, PreferenceInformed policy, IReadOnlySet<int> broken)
    {
        if (!instance.HasLinks)
        {
            return (null, []);
        }

        var partners = new int[instance.ApplicantCount];
        var brokenBefore = new List<int>();
        for (var applicant = 0; applicant < partners.Length; applicant++)
        {
            var partner = instance.PartnerOf(applicant);
            partners[applicant] = partner;
            if (partner < 0)
            {
                continue;
            }

            if (instance.HeldBy(applicant) >= 0 || instance.HeldBy(partner) >= 0)
            {
                partners[applicant] = -1;
                if (applicant < partner && instance.HeldBy(applicant) != instance.HeldBy(partner))
                {
                    brokenBefore.Add(applicant);
                }

                continue;
            }

            var sameList = instance.ChoicesOf(applicant).SequenceEqual(instance.ChoicesOf(partner));
            var tiersAllow = policy.MixedTier == MixedTier.LowerTier || instance.TierOf(applicant) == instance.TierOf(partner);
            if (!sameList || !tiersAllow || broken.Contains(int.Min(applicant, partner)))
            {
                partners[applicant] = -1;
                if (applicant < partner)
                {
                    brokenBefore.Add(applicant);
                }
            }
        }

        return (partners, brokenBefore);
    }

    private static int[]? EffectiveTiers(AllocationInstance instance, int[]? partners)
    {
        if (!instance.HasTiers)
        {
            return null;
        }

        var tiers = new int[instance.ApplicantCount];
        for (var applicant = 0; applicant < tiers.Length; applicant++)
        {
            var partner = partners is null ? -1 : partners[applicant];
            tiers[applicant] = partner < 0 ? instance.TierOf(applicant) : int.Max(instance.TierOf(applicant), instance.TierOf(partner));
        }

        return tiers;
    }
}
