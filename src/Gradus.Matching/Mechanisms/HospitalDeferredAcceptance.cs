using Gradus.Matching.Instances;

namespace Gradus.Matching.Mechanisms;

/// <summary>
/// Deferred acceptance, posts proposing: each post offers its places down its own list, an applicant holds the best offer so far and gives back the one held before.
/// </summary>
/// <remarks>
/// <para>Paper: Gale and Shapley 1962; for many places to a post, Roth, “The evolution of the labor market for medical interns and residents”, Journal of
/// Political Economy 92 (1984).</para>
/// <para>Complexity: O(m).</para>
/// <para>Guarantee: stable, and optimal for posts; every applicant gets the worst post they have in any stable result. It is what rounds of offers with holding
/// come to when run to the end.
/// Applicants can gain by shortening their lists.</para>
/// <para>Ties: in an applicant's list, as listed; posts rank strictly. Linked pairs are treated as two single applicants.</para>
/// <para>Errors: none. A time limit leaves the offers held at that moment.</para>
/// </remarks>
public sealed class HospitalDeferredAcceptance : IMechanism
{
    /// <inheritdoc/>
    public string Name => "hospital-deferred-acceptance";

    /// <inheritdoc/>
    public OptimalFor OptimalFor(AllocationInstance instance) => instance.HasRankings ? Mechanisms.OptimalFor.Posts : Mechanisms.OptimalFor.Both;

    /// <inheritdoc/>
    public Allocation Run(AllocationInstance instance, ApplicantOrder order, TimeLimit limit = default)
    {
        var lists = PostLists.Build(instance, order);
        var choiceAt = lists.ChoiceAt();
        var free = instance.Places.ToArray();
        var next = lists.Offsets.AsSpan(0, instance.PostCount).ToArray();
        var held = new int[instance.ApplicantCount];
        Array.Fill(held, int.MaxValue);
        var waiting = new Stack<int>(Enumerable.Range(0, instance.PostCount).Reverse());
        while (waiting.Count > 0 && !limit.IsReached)
        {
            var post = waiting.Pop();
            for (var end = lists.Offsets[post + 1]; free[post] > 0 && next[post] < end; next[post]++)
            {
                var choice = choiceAt[next[post]];
                var applicant = lists.Applicants[next[post]];
                if (choice < 0 || choice >= held[applicant])
                {
                    continue;
                }

                free[post]--;
                if (held[applicant] != int.MaxValue)
                {
                    var givenBack = lists.Choices[held[applicant]].Post;
                    free[givenBack]++;
                    waiting.Push(givenBack);
                }

                held[applicant] = choice;
            }
        }

        var choiceOf = new int[instance.ApplicantCount];
        for (var applicant = 0; applicant < choiceOf.Length; applicant++)
        {
            choiceOf[applicant] = held[applicant] == int.MaxValue ? -1 : held[applicant] - instance.Offsets[applicant];
        }

        return new Allocation(instance, this, order, choiceOf) { IsComplete = waiting.Count == 0 };
    }
}
