using Gradus.Matching.Instances;

namespace Gradus.Matching.Mechanisms;

/// <summary>One after another, in a common order, everybody takes the best post on their list that still has a place.</summary>
/// <remarks>
/// <para>Paper: Abdulkadiroğlu and Sönmez, “Random serial dictatorship and the core from random endowments”, Econometrica 66 (1998).</para>
/// <para>Complexity: O(m).</para>
/// <para>Guarantee: efficient, and stating one's true list is always best. With a common order it is the one stable result, so the best for both sides.
/// Tiers come before the order; rankings, where posts have them, decide only who is acceptable; scores are not used.</para>
/// <para>Ties: in a list, as listed; the order is strict. Linked pairs are treated as two single applicants.</para>
/// <para>Errors: none. A time limit leaves those not yet reached unplaced.</para>
/// </remarks>
public sealed class SerialDictatorship : IMechanism
{
    /// <inheritdoc/>
    public string Name => "serial-dictatorship";

    /// <inheritdoc/>
    public OptimalFor OptimalFor(AllocationInstance instance) => Mechanisms.OptimalFor.Both;

    /// <inheritdoc/>
    public Allocation Run(AllocationInstance instance, ApplicantOrder order, TimeLimit limit = default)
    {
        var acceptable = Acceptability.Of(instance);
        var left = instance.Places.ToArray();
        var choiceOf = new int[instance.ApplicantCount];
        Array.Fill(choiceOf, -1);
        var sequence = order.WithinTiers(instance);
        var reached = 0;
        for (; reached < sequence.Length && !((reached & 0xFFFF) == 0 && limit.IsReached); reached++)
        {
            var applicant = sequence[reached];
            var start = instance.OffsetArray[applicant];
            var choices = instance.ChoicesOf(applicant);
            for (var i = 0; i < choices.Length; i++)
            {
                if (left[choices[i]] > 0 && acceptable[start + i])
                {
                    left[choices[i]]--;
                    choiceOf[applicant] = i;
                    break;
                }
            }
        }

        return new Allocation(instance, this, order, choiceOf) { IsComplete = reached == sequence.Length };
    }
}

/// <summary>Whether a post would take the applicant who lists it, for every choice: everybody where posts have no rankings.</summary>
internal readonly struct Acceptability
{
    private readonly PostLists? _lists;

    private Acceptability(PostLists? lists) => _lists = lists;

    /// <summary>Whether every post takes everybody.</summary>
    public bool IsEverybody => _lists is null;

    /// <summary>Whether the post of a choice would take the applicant whose choice it is.</summary>
    public bool this[int choice] => _lists is null || _lists.Choices[choice].Position >= 0;

    public static Acceptability Of(AllocationInstance instance) =>
        new(instance.HasRankings ? PostLists.Build(instance, new ApplicantOrder([])) : null);
}
