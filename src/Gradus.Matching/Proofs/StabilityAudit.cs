using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Proofs;

/// <summary>
/// Looks for blocking pairs, post by post, and proves for whom a stable result is best.
/// A result is best for applicants when no cycle of posts could pass people on to where they would rather be, and best for posts when no such cycle of applicants exists:
/// Gusfield and Irving, “The Stable Marriage Problem” (1989), rotations; Bansal, Agrawal and Malhotra, Theoretical Computer Science 384 (2007), for many places.
/// Mechanisms that put a band of choices above priority are stable, and best for applicants, once the band is made part of the priority.
/// </summary>
internal sealed class StabilityAudit : Audit
{
    private const ulong Unacceptable = ulong.MaxValue;

    private readonly int[] _bands;
    private readonly bool _needsLowerChoices;
    private readonly int[] _taken;

    public StabilityAudit(AllocationInstance instance, ApplicantOrder order, IMechanism mechanism, int[] choiceOf, bool isComplete)
        : base(instance, order, mechanism, choiceOf, isComplete)
    {
        var longest = 0;
        for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
        {
            longest = int.Max(longest, instance.ChoicesOf(applicant).Length);
        }

        _bands = [.. Enumerable.Range(0, longest).Select(choice => mechanism is ParallelBands parallel ? int.Min(parallel.BandOf(choice), 0xFFFF) : 0)];
        _taken = new int[instance.PostCount];
        _needsLowerChoices = mechanism.OptimalFor(instance) == OptimalFor.Posts;
    }

    private bool UsesRankingsAsPriority => Instance.HasRankings && Mechanism is not SerialDictatorship;

    protected override void Examine()
    {
        if (Instance.HasLinks)
        {
            BrokenLinks = [.. Enumerable.Range(0, Instance.ApplicantCount)
                .Where(one => Instance.PartnerOf(one) > one && Ends(one) != Ends(Instance.PartnerOf(one)))
                .Select(one => Instance.Applicants[one])];
        }

        var (starts, entries) = EntriesByPost();
        var commonPositions = UsesRankingsAsPriority ? [] : CommonPositions();
        var keys = LargeArray.Allocate<ulong>(entries.Length);
        var entryOf = new int[Instance.ApplicantCount];
        var passedOnTo = new int[Instance.PostCount];
        var worstHolder = new int[Instance.PostCount];
        var nextChoice = new int[Instance.ApplicantCount];
        Array.Fill(nextChoice, int.MaxValue);
        for (var post = 0; post < Instance.PostCount; post++)
        {
            var own = entries.AsSpan(starts[post], starts[post + 1] - starts[post]);
            var ownKeys = keys.AsSpan(starts[post], own.Length);
            FindKeys(post, own, ownKeys, entryOf, commonPositions);
            ExaminePost(post, own, ownKeys, out passedOnTo[post], out worstHolder[post], nextChoice);
        }

        AddIdentity("places taken and people placed", ChoiceOf.Length - ChoiceOf.AsSpan().Count(-1), _taken.Sum(taken => (long)taken));
        if (Violation is null && IsComplete)
        {
            ProveSide(passedOnTo, worstHolder, nextChoice);
        }
    }

    /// <summary>Where an applicant ends up, by the run or before it.</summary>
    private int Ends(int applicant) => Instance.HeldBy(applicant) is >= 0 and var held ? held : PostOf(applicant);

    /// <summary>For each post, who holds it or would rather have it (or, where the proof needs it, lists it at all).</summary>
    private (int[] Starts, Entry[] Entries) EntriesByPost()
    {
        var starts = new int[Instance.PostCount + 1];
        for (var applicant = 0; applicant < ChoiceOf.Length; applicant++)
        {
            foreach (var post in Considered(applicant))
            {
                starts[post + 1]++;
            }
        }

        for (var post = 0; post < Instance.PostCount; post++)
        {
            starts[post + 1] += starts[post];
        }

        var next = starts.AsSpan(0, Instance.PostCount).ToArray();
        var entries = LargeArray.Allocate<Entry>(starts[^1]);
        for (var applicant = 0; applicant < ChoiceOf.Length; applicant++)
        {
            var posts = Considered(applicant);
            for (var choice = 0; choice < posts.Length; choice++)
            {
                entries[next[posts[choice]]++] = new Entry(applicant, choice);
            }
        }

        return (starts, entries);
    }

    private ReadOnlySpan<int> Considered(int applicant)
    {
        var choices = Instance.ChoicesOf(applicant);
        return ChoiceOf[applicant] < 0 || _needsLowerChoices ? choices : choices[..(ChoiceOf[applicant] + 1)];
    }

    private void FindKeys(int post, ReadOnlySpan<Entry> entries, Span<ulong> keys, int[] entryOf, int[] commonPositions)
    {
        keys.Fill(Unacceptable);
        if (!Instance.HasRankings)
        {
            for (var i = 0; i < entries.Length; i++)
            {
                keys[i] = Key(entries[i], commonPositions[entries[i].Applicant]);
            }

            return;
        }

        for (var i = 0; i < entries.Length; i++)
        {
            entryOf[entries[i].Applicant] = i + 1;
        }

        var ranking = Instance.RankingOf(post);
        var missing = entries.Length;
        for (var position = 0; position < ranking.Length && missing > 0; position++)
        {
            var entry = entryOf[ranking[position]] - 1;
            if (entry >= 0)
            {
                missing--;
                keys[entry] = Key(entries[entry], UsesRankingsAsPriority ? position : commonPositions[ranking[position]]);
            }
        }

        foreach (var entry in entries)
        {
            entryOf[entry.Applicant] = 0;
        }
    }

    private ulong Key(Entry entry, int position) =>
        ((ulong)_bands[entry.Choice] << 48) | ((ulong)Instance.TierOf(entry.Applicant) << 32) | (uint)position;

    private void ExaminePost(int post, ReadOnlySpan<Entry> entries, ReadOnlySpan<ulong> keys, out int passedOnTo, out int worstHolder, int[] nextChoice)
    {
        var (worst, taken) = (0UL, 0);
        worstHolder = -1;
        for (var i = 0; i < entries.Length; i++)
        {
            if (ChoiceOf[entries[i].Applicant] != entries[i].Choice)
            {
                continue;
            }

            taken++;
            if (keys[i] == Unacceptable)
            {
                Fail($"“{Instance.Posts[post]}” would not take “{Instance.Applicants[entries[i].Applicant]}”");
            }

            if (keys[i] >= worst)
            {
                (worst, worstHolder) = (keys[i], entries[i].Applicant);
            }
        }

        _taken[post] = taken;
        var isFull = taken == Instance.Places[post];
        var bestWaiting = Unacceptable;
        passedOnTo = -1;
        for (var i = 0; i < entries.Length; i++)
        {
            var (applicant, choice) = entries[i];
            if (keys[i] == Unacceptable || choice == ChoiceOf[applicant])
            {
                continue;
            }

            var wouldBeTaken = !isFull || keys[i] < worst;
            if (ChoiceOf[applicant] < 0 || choice < ChoiceOf[applicant])
            {
                if (wouldBeTaken)
                {
                    AddBlocking(applicant, post);
                }
                else if (keys[i] < bestWaiting)
                {
                    (bestWaiting, passedOnTo) = (keys[i], applicant);
                }
            }
            else if (wouldBeTaken)
            {
                nextChoice[applicant] = int.Min(nextChoice[applicant], choice);
            }
        }

        CountEnvy(post, entries, keys);
        Add(new Cutoff(Instance.Posts[post], 0, 0, Instance.Places[post], taken,
            worstHolder < 0 ? null : Instance.Applicants[worstHolder], worstHolder < 0 ? null : 1 + (long)(uint)worst));
    }

    /// <summary>Counts who would rather have the post and has the better claim once bands are left aside.</summary>
    private void CountEnvy(int post, ReadOnlySpan<Entry> entries, ReadOnlySpan<ulong> keys)
    {
        if (Mechanism is not ParallelBands)
        {
            return;
        }

        const ulong withoutBand = 0x0000_FFFF_FFFF_FFFF;
        var worst = 0UL;
        for (var i = 0; i < entries.Length; i++)
        {
            if (ChoiceOf[entries[i].Applicant] == entries[i].Choice)
            {
                worst = ulong.Max(worst, keys[i] & withoutBand);
            }
        }

        for (var i = 0; i < entries.Length; i++)
        {
            if (keys[i] != Unacceptable && ChoiceOf[entries[i].Applicant] != entries[i].Choice && (keys[i] & withoutBand) < worst)
            {
                JustifiedEnvy++;
            }
        }
    }

    private void ProveSide(int[] passedOnTo, int[] worstHolder, int[] nextChoice)
    {
        if (Mechanism.OptimalFor(Instance) == OptimalFor.Posts)
        {
            // From an applicant to whoever the post they would fall to lets go for them; a post with a place left lets nobody go.
            var next = nextChoice.Select((choice, applicant) =>
                choice == int.MaxValue || ChoiceOf[applicant] < 0 || _taken[Instance.ChoicesOf(applicant)[choice]] < Instance.Places[Instance.ChoicesOf(applicant)[choice]]
                    ? -1
                    : worstHolder[Instance.ChoicesOf(applicant)[choice]]).ToArray();
            if (FindCycle(next) is { } applicant)
            {
                Fail($"the result is not the best for posts: “{Instance.Applicants[applicant]}” and others could be moved on");
            }
        }
        else
        {
            // From a post to the one from which its next applicant would come.
            var next = passedOnTo.Select(applicant => applicant < 0 ? -1 : PostOf(applicant)).ToArray();
            if (FindCycle(next) is { } post)
            {
                Fail($"the result is not the best for applicants: “{Instance.Posts[post]}” and others could exchange people who would all rather be there");
            }
        }
    }

    /// <summary>Somebody on a cycle when each points to at most one other; <c>null</c> when there is none. O(n).</summary>
    private static int? FindCycle(int[] next)
    {
        var seenFrom = new int[next.Length];
        for (var start = 0; start < next.Length; start++)
        {
            for (var at = start; at >= 0; at = next[at])
            {
                if (seenFrom[at] == start + 1)
                {
                    return at;
                }

                if (seenFrom[at] > 0)
                {
                    break;
                }

                seenFrom[at] = start + 1;
            }
        }

        return null;
    }

    /// <summary>Where everybody stands when posts do not rank one by one: by score, unless turns alone count, then by the order. The tier is a part of the key.</summary>
    private int[] CommonPositions()
    {
        var positions = new int[Instance.ApplicantCount];
        var bestFirst = Order.BestFirst.ToArray();
        if (Instance.HasScores && Mechanism is not SerialDictatorship)
        {
            var own = Order.Positions.ToArray();
            Array.Sort(bestFirst, (one, other) => Instance.ScoreOf(one) != Instance.ScoreOf(other)
                ? Instance.ScoreOf(other).CompareTo(Instance.ScoreOf(one))
                : own[one].CompareTo(own[other]));
        }

        for (var i = 0; i < bestFirst.Length; i++)
        {
            positions[bestFirst[i]] = i;
        }

        return positions;
    }

    private readonly record struct Entry(int Applicant, int Choice);
}
