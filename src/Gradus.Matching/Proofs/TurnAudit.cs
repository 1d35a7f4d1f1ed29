using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Proofs;

/// <summary>
/// Goes through the turns of a preference-informed allocation with the placements in hand and asks at each whether the rule gives just that.
/// One run through the lists, and one more for each time links have to be dissolved.
/// </summary>
internal sealed class TurnAudit(AllocationInstance instance, ApplicantOrder order, PreferenceInformed policy, int[] choiceOf, bool isComplete)
    : Audit(instance, order, policy, choiceOf, isComplete)
{
    private readonly HashSet<int> _dissolved = [];
    private bool[]? _acceptable;
    private readonly List<int> _failed = [];
    private int[] _left = [];
    private int[] _given = [];

    protected override void Examine()
    {
        FindAcceptable();
        var linked = Enumerable.Range(0, Instance.ApplicantCount).Where(applicant => Instance.PartnerOf(applicant) > applicant).ToList();
        _dissolved.UnionWith(linked.Where(applicant => !LinkHolds(applicant)));
        var together = linked.Where(applicant => Instance.HeldBy(applicant) >= 0 && Instance.HeldBy(applicant) == Instance.HeldBy(Instance.PartnerOf(applicant))).ToList();
        IReadOnlyList<Round> rounds;
        do
        {
            rounds = Play();
        }
        while (DissolveFailedLinks());

        BrokenLinks = [.. _dissolved.Union(_failed).Except(together).Order().Select(applicant => Instance.Applicants[applicant])];
        Compare();
        foreach (var round in rounds)
        {
            AddCutoffs(round);
        }

        AddFirstChoiceIdentity(rounds);
        CountEnvy();
    }

    private bool DissolveFailedLinks()
    {
        if (policy.AfterBreak == AfterBreak.PairRank || _failed.Count == 0)
        {
            return false;
        }

        _dissolved.UnionWith(_failed);
        return true;
    }

    private bool LinkHolds(int applicant)
    {
        var partner = Instance.PartnerOf(applicant);
        return Instance.HeldBy(applicant) < 0 && Instance.HeldBy(partner) < 0
            && Instance.ChoicesOf(applicant).SequenceEqual(Instance.ChoicesOf(partner))
            && (policy.MixedTier == MixedTier.LowerTier || Instance.TierOf(applicant) == Instance.TierOf(partner));
    }

    private int HeldPartner(int applicant)
    {
        var partner = Instance.PartnerOf(applicant);
        return partner < 0 || _dissolved.Contains(int.Min(applicant, partner)) ? -1 : partner;
    }

    /// <summary>For every choice, whether the post has ranked the applicant: each ranking is laid over those who list the post.</summary>
    private void FindAcceptable()
    {
        if (!Instance.HasRankings)
        {
            return;
        }

        _acceptable = new bool[Instance.ChoiceCount];
        var choices = ApplicantOrder.Numbers(Instance.ChoiceCount);
        Array.Sort(Instance.Choices.ToArray(), choices);
        var applicantAt = new int[Instance.ChoiceCount];
        for (var applicant = 0; applicant < Instance.ApplicantCount; applicant++)
        {
            applicantAt.AsSpan(Instance.Offsets[applicant], Instance.ChoicesOf(applicant).Length).Fill(applicant);
        }

        var rankedBy = new int[Instance.ApplicantCount];
        var next = 0;
        for (var post = 0; post < Instance.PostCount; post++)
        {
            foreach (var applicant in Instance.RankingOf(post))
            {
                rankedBy[applicant] = post + 1;
            }

            for (; next < choices.Length && Instance.Choices[choices[next]] == post; next++)
            {
                _acceptable[choices[next]] = rankedBy[applicantAt[choices[next]]] == post + 1;
            }
        }
    }

    private bool IsAcceptable(int applicant, int choice) => _acceptable is null || _acceptable[Instance.Offsets[applicant] + choice];

    private List<Round> Play()
    {
        _failed.Clear();
        _left = Instance.Places.ToArray();
        _given = new int[Instance.ApplicantCount];
        Array.Fill(_given, -1);
        var turns = Turns();
        var rounds = new List<Round>();
        foreach (var tier in policy.Tiers == TierRule.Sequential ? turns.Select(turn => turn.Tier).Distinct() : [0])
        {
            var own = turns.Where(turn => tier == 0 || turn.Tier == tier).ToList();
            rounds.Add(PlayPass(own, tier, pass: 1));
            rounds.Add(PlayPass(own, tier, pass: 2));
        }

        return rounds;
    }

    /// <summary>Singles stand at their own rank, pairs at the worse of the two.</summary>
    private List<Turn> Turns()
    {
        var turns = new List<Turn>(Instance.ApplicantCount);
        for (var rank = 0; rank < Order.BestFirst.Length; rank++)
        {
            var applicant = Order.BestFirst[rank];
            var partner = HeldPartner(applicant);
            if (partner < 0)
            {
                turns.Add(new Turn(applicant, -1, Instance.TierOf(applicant)));
            }
            else if (Order.Positions[partner] < rank)
            {
                turns.Add(new Turn(applicant, partner, int.Max(Instance.TierOf(applicant), Instance.TierOf(partner))));
            }
        }

        return Instance.HasTiers ? [.. turns.OrderBy(turn => turn.Tier)] : turns;
    }

    private Round PlayPass(List<Turn> turns, int tier, int pass)
    {
        var round = new Round(tier, pass, [.. _left], new int[_left.Length], new int[_left.Length]);
        Array.Fill(round.Last, -1);
        foreach (var turn in turns.Where(turn => _given[turn.Applicant] < 0))
        {
            var choices = Instance.ChoicesOf(turn.Applicant);
            var lookedAt = pass == 1 ? int.Min(1, choices.Length) : choices.Length;
            var choice = 0;
            while (choice < lookedAt && !CanTake(turn, choice))
            {
                choice++;
            }

            if (choice < lookedAt)
            {
                Give(round, turn.Applicant, choice);
                if (turn.Partner >= 0)
                {
                    Give(round, turn.Partner, choice);
                }
            }
            else if (turn.Partner >= 0 && pass == 2)
            {
                Part(round, turn);
            }
        }

        return round;
    }

    private bool CanTake(Turn turn, int choice) =>
        _left[Instance.ChoicesOf(turn.Applicant)[choice]] >= (turn.Partner < 0 ? 1 : 2)
        && IsAcceptable(turn.Applicant, choice)
        && (turn.Partner < 0 || IsAcceptable(turn.Partner, choice));

    private void Give(Round round, int applicant, int choice)
    {
        var post = Instance.ChoicesOf(applicant)[choice];
        _left[post]--;
        round.Taken[post]++;
        _given[applicant] = choice;
        round.Last[post] = round.Last[post] < 0 || Order.Positions[applicant] > Order.Positions[round.Last[post]] ? applicant : round.Last[post];
    }

    private void Part(Round round, Turn pair)
    {
        _failed.Add(int.Min(pair.Applicant, pair.Partner));
        if (policy.AfterBreak == AfterBreak.OwnRank)
        {
            return;
        }

        // The partner had its own, better rank earlier: that is why the pair waited for this one.
        foreach (var applicant in (int[])[pair.Partner, pair.Applicant])
        {
            var choices = Instance.ChoicesOf(applicant);
            var choice = 0;
            while (choice < choices.Length && !CanTake(new Turn(applicant, -1, 0), choice))
            {
                choice++;
            }

            if (choice < choices.Length)
            {
                Give(round, applicant, choice);
            }
        }
    }

    private void Compare()
    {
        if (!IsComplete)
        {
            return;
        }

        for (var applicant = 0; applicant < ChoiceOf.Length; applicant++)
        {
            if (ChoiceOf[applicant] != _given[applicant])
            {
                Fail($"the rule gives “{Instance.Applicants[applicant]}” {Name(applicant, _given[applicant])}, the result {Name(applicant, ChoiceOf[applicant])}");
                return;
            }
        }
    }

    private string Name(int applicant, int choice) => choice < 0 ? "no post" : $"“{Instance.Posts[Instance.ChoicesOf(applicant)[choice]]}”";

    private void AddCutoffs(Round round)
    {
        for (var post = 0; post < Instance.PostCount; post++)
        {
            var last = round.Last[post];
            Add(new Cutoff(Instance.Posts[post], round.Tier, round.Pass, round.Places[post], round.Taken[post],
                last < 0 ? null : Instance.Applicants[last], last < 0 ? null : Order.Positions[last] + 1));
        }
    }

    /// <summary>Pass 1 grants Σ min(places, first choices), whatever the order; exact when nobody is linked or unacceptable.</summary>
    private void AddFirstChoiceIdentity(IReadOnlyList<Round> rounds)
    {
        if (Instance.HasLinks || Instance.HasRankings || !IsComplete)
        {
            return;
        }

        long expected = 0;
        foreach (var round in rounds.Where(round => round.Pass == 1))
        {
            var first = new int[Instance.PostCount];
            for (var applicant = 0; applicant < ChoiceOf.Length; applicant++)
            {
                if (Instance.ChoicesOf(applicant) is [var post, ..] && (round.Tier == 0 || Instance.TierOf(applicant) == round.Tier))
                {
                    first[post]++;
                }
            }

            expected += first.Select((count, post) => (long)int.Min(count, round.Places[post])).Sum();
        }

        AddIdentity("first choices granted and Σ min(places, first choices)", expected, ChoiceOf.Count(choice => choice == 0));
    }

    private void CountEnvy()
    {
        var worst = new (int Tier, int Rank)[Instance.PostCount];
        for (var applicant = 0; applicant < ChoiceOf.Length; applicant++)
        {
            if (ChoiceOf[applicant] >= 0)
            {
                var claim = Claim(applicant);
                ref var held = ref worst[PostOf(applicant)];
                held = claim.CompareTo(held) > 0 ? claim : held;
            }
        }

        for (var applicant = 0; applicant < ChoiceOf.Length; applicant++)
        {
            var choices = Instance.ChoicesOf(applicant);
            var better = ChoiceOf[applicant] < 0 ? choices : choices[..ChoiceOf[applicant]];
            for (var choice = 0; choice < better.Length; choice++)
            {
                if (Claim(applicant).CompareTo(worst[better[choice]]) < 0 && IsAcceptable(applicant, choice))
                {
                    JustifiedEnvy++;
                }
            }
        }
    }

    private (int Tier, int Rank) Claim(int applicant) => (Instance.TierOf(applicant), Order.Positions[applicant]);

    private readonly record struct Turn(int Applicant, int Partner, int Tier);

    /// <summary>One pass for one tier: the places it began with, how many were taken, and the last to take one.</summary>
    private sealed record Round(int Tier, int Pass, int[] Places, int[] Taken, int[] Last);
}
