using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Gradus.Matching.Instances;

namespace Gradus.Matching.Mechanisms;

/// <summary>
/// Deferred acceptance, applicants proposing: everybody asks their best remaining post, a post holds the best it has been asked by and lets the rest go.
/// </summary>
/// <remarks>
/// <para>Paper: Gale and Shapley, “College admissions and the stability of marriage”, American Mathematical Monthly 69 (1962).</para>
/// <para>Complexity: O(m), m being the length of all lists. Held positions are one bit each; a full post's worst holder only ever moves up its list.
/// Proposals go round by round, so that the memory of the next ones can be fetched while one is decided; the result does not depend on their order.</para>
/// <para>Guarantee: no applicant and post would both rather have each other. Optimal for applicants among all such results, and stating one's true list is a
/// best reply for every applicant (Dubins and Freedman 1981; Roth 1982). The same applicants are placed, and each post is filled to the same number, in every
/// stable result (Roth 1986).</para>
/// <para>Ties: in an applicant's list, as listed; between applicants, posts rank strictly. Linked pairs are treated as two single applicants.</para>
/// <para>Errors: none; an applicant with an empty list or no acceptable post stays unplaced. A time limit leaves the proposals held at that moment.</para>
/// </remarks>
public sealed class DeferredAcceptance : IMechanism
{
    /// <inheritdoc/>
    public string Name => "deferred-acceptance";

    /// <inheritdoc/>
    public OptimalFor OptimalFor(AllocationInstance instance) => instance.HasRankings ? Mechanisms.OptimalFor.Applicants : Mechanisms.OptimalFor.Both;

    /// <inheritdoc/>
    public Allocation Run(AllocationInstance instance, ApplicantOrder order, TimeLimit limit = default)
    {
        var lists = PostLists.Build(instance, order);
        var held = new HeldPositions(lists, instance.Places);
        return Run(instance, order, lists, held, limit);
    }

    /// <summary>Runs on lists already turned towards each other.</summary>
    internal Allocation Run(AllocationInstance instance, ApplicantOrder order, PostLists lists, HeldPositions held, TimeLimit limit)
    {
        var count = instance.ApplicantCount;
        var next = ArrayPool<int>.Shared.Rent(count);
        var everyone = ArrayPool<int>.Shared.Rent(count);
        instance.OffsetArray.AsSpan(0, count).CopyTo(next);
        for (var applicant = 0; applicant < count; applicant++)
        {
            everyone[applicant] = applicant;
        }

        var isComplete = Propose(lists, held, everyone.AsSpan(0, count), next, instance.OffsetArray.AsSpan(1), limit);
        var allocation = new Allocation(instance, this, order, held.ChoiceOf(instance, next)) { IsComplete = isComplete };
        ArrayPool<int>.Shared.Return(next);
        ArrayPool<int>.Shared.Return(everyone);
        return allocation;
    }

    /// <summary>
    /// Lets applicants propose from where they stand in their lists until each is held or has reached the end allowed to them.
    /// </summary>
    internal static unsafe bool Propose(PostLists lists, HeldPositions held, ReadOnlySpan<int> proposers, int[] nextChoice, ReadOnlySpan<int> listEnds, TimeLimit limit)
    {
        var scratch = ArrayPool<int>.Shared.Rent((2 * proposers.Length) + 1);
        var count = proposers.Length;
        proposers.CopyTo(scratch);
        fixed (Choice* choices = lists.Choices)
        fixed (int* next = nextChoice, ends = listEnds, half = scratch, applicants = lists.Applicants)
        fixed (HeldPositions.PostState* posts = held.Posts)
        fixed (ulong* bits = held.Bits)
        {
            var state = new HeldPositions.View(posts, bits, applicants);
            var (now, later) = ((nint)half, (nint)(half + proposers.Length));
            while (count > 0 && !limit.IsReached)
            {
                count = ProposeOnce(choices, state, (int*)now, count, (int*)later, next, ends);
                (now, later) = (later, now);
            }
        }

        ArrayPool<int>.Shared.Return(scratch);
        return count == 0;
    }

    /// <summary>One round; returns how many were let go in it.</summary>
    private static unsafe int ProposeOnce(Choice* choices, HeldPositions.View held, int* proposers, int count, int* rejected, int* next, int* ends)
    {
        const int ahead = 12;
        var rejectedCount = 0;
        for (var i = 0; i < count; i++)
        {
            if (Sse.IsSupported && i + ahead < count)
            {
                Sse.Prefetch0(choices + next[proposers[i + ahead]]);
            }

            var applicant = proposers[i];
            var at = next[applicant];
            var end = ends[applicant];
            var displaced = -1;
            while (at < end && !held.Offer(choices[at], ref displaced))
            {
                at++;
            }

            next[applicant] = at;
            if (displaced >= 0)
            {
                next[displaced]++;
                rejected[rejectedCount++] = displaced;
            }
        }

        return rejectedCount;
    }
}

/// <summary>Which positions of its own list each post holds, one bit each, and the worst of them once it is full.</summary>
internal sealed class HeldPositions
{
    private readonly PostLists _lists;
    private readonly PostState[] _posts;
    private readonly ulong[] _bits;

    public HeldPositions(PostLists lists, ReadOnlySpan<int> places)
    {
        _lists = lists;
        _posts = new PostState[places.Length];
        var words = 0;
        for (var post = 0; post < places.Length; post++)
        {
            _posts[post] = new PostState { Free = places[post], FirstWord = words, ListStart = lists.Offsets[post], Worst = -1 };
            words += ((lists.Offsets[post + 1] - lists.Offsets[post]) + 63) >> 6;
        }

        _bits = new ulong[words];
    }

    internal PostState[] Posts => _posts;

    internal ulong[] Bits => _bits;

    /// <summary>Whether a post holds a position.</summary>
    public bool Holds(Choice choice) =>
        choice.Position >= 0 && (_bits[_posts[choice.Post].FirstWord + (choice.Position >> 6)] >> choice.Position & 1) != 0;

    /// <summary>Each applicant's choice: where they stand in their list, if that post holds them.</summary>
    public int[] ChoiceOf(AllocationInstance instance, int[] nextChoice)
    {
        var offsets = instance.OffsetArray;
        var choiceOf = new int[instance.ApplicantCount];
        for (var applicant = 0; applicant < choiceOf.Length; applicant++)
        {
            var at = nextChoice[applicant];
            choiceOf[applicant] = at < offsets[applicant + 1] && Holds(_lists.Choices[at]) ? at - offsets[applicant] : -1;
        }

        return choiceOf;
    }

    /// <summary>A post while places are being offered: those still free, its worst holder, and where its bits and its list begin.</summary>
    internal struct PostState
    {
        public int Free;
        public int Worst;
        public int FirstWord;
        public int ListStart;
    }

    /// <summary>
    /// The same in pinned memory, for the innermost loop. Posts, positions and words come from <see cref="PostLists"/> and lie within their arrays, so bounds
    /// are not checked again.
    /// </summary>
    internal readonly unsafe struct View(PostState* posts, ulong* allBits, int* applicants)
    {
        /// <summary>Offers an applicant to a post. True when the post holds them now; then who had to go for it, −1 when nobody.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Offer(Choice choice, ref int displaced)
        {
            var position = choice.Position;
            if (position < 0)
            {
                return false;
            }

            var post = posts + choice.Post;
            var bits = allBits + post->FirstWord;
            if (post->Free > 0)
            {
                post->Free--;
                bits[position >> 6] |= 1UL << position;
                post->Worst = int.Max(post->Worst, position);
                return true;
            }

            var worst = post->Worst;
            if (position > worst)
            {
                return false;
            }

            bits[position >> 6] |= 1UL << position;
            var word = worst >> 6;
            var held = bits[word] & ~(1UL << worst);
            bits[word] = held;
            displaced = applicants[post->ListStart + worst];
            while (held == 0)
            {
                held = bits[--word];
            }

            post->Worst = (word << 6) + BitOperations.Log2(held);
            return true;
        }
    }
}
