using System.Buffers;

namespace Gradus.Matching.Instances;

/// <summary>One choice as a mechanism needs it: the post, and where on that post's own list the applicant stands.</summary>
/// <param name="Post">The post's number.</param>
/// <param name="Position">The applicant's position on the post's list, from 0; −1 when the post would not take them.</param>
internal readonly record struct Choice(int Post, int Position);

/// <summary>
/// Every post's list of applicants, best first, and for every choice the position it has there: the two sides of the market turned towards each other.
/// Built in O(m) by going through each post's list once with a scratch array, not by searching.
/// </summary>
internal sealed class PostLists
{
    private PostLists(int[] offsets, int[] applicants, Choice[] choices)
    {
        Offsets = offsets;
        Applicants = applicants;
        Choices = choices;
    }

    /// <summary>Where each post's list begins in <see cref="Applicants"/>.</summary>
    public int[] Offsets { get; }

    /// <summary>All posts' lists after one another.</summary>
    public int[] Applicants { get; }

    /// <summary>Every choice, in the order of the instance's own.</summary>
    public Choice[] Choices { get; }

    /// <summary>Rankings where the instance has them, tiers above the ranking; else tier, score and common order.</summary>
    public static PostLists Build(AllocationInstance instance, ApplicantOrder order) =>
        instance.HasRankings ? FromRankings(instance) : FromCommonOrder(instance, order.ByPriority(instance));

    /// <summary>For each place on a post's list, the index of the choice it answers; −1 when that applicant did not list the post.</summary>
    public int[] ChoiceAt()
    {
        var choiceAt = new int[Applicants.Length];
        Array.Fill(choiceAt, -1);
        for (var i = 0; i < Choices.Length; i++)
        {
            var (post, position) = Choices[i];
            if (position >= 0)
            {
                choiceAt[Offsets[post] + position] = i;
            }
        }

        return choiceAt;
    }

    private static PostLists FromCommonOrder(AllocationInstance instance, int[] bestFirst)
    {
        var offsets = CountListers(instance);
        var next = offsets.AsSpan(0, instance.PostCount).ToArray();
        var applicants = new int[instance.ChoiceCount];
        var choices = new Choice[instance.ChoiceCount];
        var lists = instance.ChoiceArray;
        foreach (var applicant in bestFirst)
        {
            for (var i = instance.OffsetArray[applicant]; i < instance.OffsetArray[applicant + 1]; i++)
            {
                var post = lists[i];
                var at = next[post]++;
                applicants[at] = applicant;
                choices[i] = new Choice(post, at - offsets[post]);
            }
        }

        return new PostLists(offsets, applicants, choices);
    }

    private static unsafe PostLists FromRankings(AllocationInstance instance)
    {
        var (rankingOffsets, ranking) = RankingsWithinTiers(instance);
        var listerOffsets = CountListers(instance);
        var listers = LargeArray.Rent<Lister>(instance.ChoiceCount);
        FillListersByPost(instance, listerOffsets, listers);
        var choices = LargeArray.Allocate<Choice>(instance.ChoiceCount);
        var choiceOf = ArrayPool<int>.Shared.Rent(instance.ApplicantCount);
        choiceOf.AsSpan(0, instance.ApplicantCount).Clear();
        fixed (Choice* choice = choices)
        fixed (int* scratch = choiceOf, rank = ranking)
        fixed (Lister* lister = listers)
        {
            for (var post = 0; post < instance.PostCount; post++)
            {
                // Index + 1, so that 0 means “did not list this post”.
                for (var i = listerOffsets[post]; i < listerOffsets[post + 1]; i++)
                {
                    scratch[lister[i].Applicant] = lister[i].Choice + 1;
                }

                var start = rankingOffsets[post];
                for (var i = start; i < rankingOffsets[post + 1]; i++)
                {
                    var at = scratch[rank[i]];
                    if (at != 0)
                    {
                        choice[at - 1] = new Choice(post, i - start);
                        scratch[rank[i]] = 0;
                    }
                }

                // Who is still marked listed the post and is missing from its ranking.
                for (var i = listerOffsets[post]; i < listerOffsets[post + 1]; i++)
                {
                    if (scratch[lister[i].Applicant] != 0)
                    {
                        choice[lister[i].Choice] = new Choice(post, -1);
                        scratch[lister[i].Applicant] = 0;
                    }
                }
            }
        }

        ArrayPool<Lister>.Shared.Return(listers);
        ArrayPool<int>.Shared.Return(choiceOf);
        return new PostLists(rankingOffsets, ranking, choices);
    }

    private static (int[] Offsets, int[] Ranking) RankingsWithinTiers(AllocationInstance instance)
    {
        var offsets = new int[instance.PostCount + 1];
        for (var post = 0; post < instance.PostCount; post++)
        {
            offsets[post + 1] = offsets[post] + instance.RankingOf(post).Length;
        }

        if (!instance.HasTiers)
        {
            return (offsets, instance.RankingArray);
        }

        var ranking = new int[offsets[^1]];
        for (var post = 0; post < instance.PostCount; post++)
        {
            int[] sorted = [.. instance.RankingOf(post).ToArray().OrderBy(instance.TierOf)];
            sorted.CopyTo(ranking, offsets[post]);
        }

        return (offsets, ranking);
    }

    private static int[] CountListers(AllocationInstance instance)
    {
        var offsets = new int[instance.PostCount + 1];
        foreach (var post in instance.Choices)
        {
            offsets[post + 1]++;
        }

        for (var post = 0; post < instance.PostCount; post++)
        {
            offsets[post + 1] += offsets[post];
        }

        return offsets;
    }

    private static unsafe void FillListersByPost(AllocationInstance instance, int[] listerOffsets, Lister[] listers)
    {
        var next = listerOffsets.AsSpan(0, instance.PostCount).ToArray();
        fixed (int* offsets = instance.OffsetArray, lists = instance.ChoiceArray, cursor = next)
        fixed (Lister* lister = listers)
        {
            for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
            {
                for (var i = offsets[applicant]; i < offsets[applicant + 1]; i++)
                {
                    lister[cursor[lists[i]]++] = new Lister(applicant, i);
                }
            }
        }
    }

    /// <summary>Who lists a post, and by which of all choices.</summary>
    private readonly record struct Lister(int Applicant, int Choice);
}
