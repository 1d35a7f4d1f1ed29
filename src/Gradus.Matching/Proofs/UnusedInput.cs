using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Proofs;

/// <summary>Something the input holds that had no part in the result: nobody who supplied it should believe otherwise.</summary>
/// <param name="Column">The column, as in the file's header.</param>
/// <param name="Because">Why it had none.</param>
public sealed record UnusedInput(string Column, string Because)
{
    /// <summary>What an input holds that a mechanism, with an order, does not use.</summary>
    public static IReadOnlyList<UnusedInput> Of(AllocationInstance instance, IMechanism mechanism, ApplicantOrder order)
    {
        var takesTurns = TakesTurns(mechanism);
        var unused = new List<UnusedInput>();
        if (instance.HasLinks && mechanism is not PreferenceInformed)
        {
            unused.Add(new("linked_with", $"{mechanism.Name} places everybody alone"));
        }

        if (instance.HasScores && (takesTurns ? order.Source != OrderSource.Score : instance.HasRankings))
        {
            unused.Add(new("score", takesTurns ? $"people take turns by {From(order)}" : "each post has a ranking of its own"));
        }

        if (instance.HasOrders && (!UsesOrder(instance, mechanism) || order.Source != OrderSource.Column))
        {
            unused.Add(new("order", UsesOrder(instance, mechanism) ? $"the order comes from {From(order)}" : "each post has a ranking of its own"));
        }

        if (instance.HasBlankRankings)
        {
            unused.Add(new("ranking", "it is empty everywhere, so no post ranks and every post takes everybody"));
        }

        if (instance.HasRankings && takesTurns)
        {
            unused.Add(new("ranking", "it says only whom a post would take; who comes first is for the order to say"));
        }

        return unused;
    }

    /// <summary>Whether the common order has a part in a result: not where every post ranks its applicants and people take no turns.</summary>
    public static bool UsesOrder(AllocationInstance instance, IMechanism mechanism) => TakesTurns(mechanism) || !instance.HasRankings;

    /// <summary>Whether people take turns by one order instead of posts choosing among them.</summary>
    public static bool TakesTurns(IMechanism mechanism) => mechanism is SerialDictatorship or PreferenceInformed;

    private static string From(ApplicantOrder order) => order.Source switch
    {
        OrderSource.Column => "the column “order”",
        OrderSource.Score => "the column “score”",
        OrderSource.Listed => "a list of its own",
        _ => "a seed",
    };
}
