using System.Globalization;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Proofs;

/// <summary>A post that has fewer people than it needs.</summary>
/// <param name="Post">The post's id.</param>
/// <param name="Minimum">How many it needs.</param>
/// <param name="Has">How many it has, those who held it before the run included.</param>
public sealed record BelowMinimum(string Post, int Minimum, int Has);

/// <summary>Somebody whom filling the minimums would move.</summary>
/// <param name="Applicant">The applicant's id.</param>
/// <param name="From">The post the run gave; <c>null</c> when it gave none.</param>
/// <param name="FromChoice">The number of that choice, from 1; <c>null</c> when there is none.</param>
/// <param name="To">The post they would have instead.</param>
/// <param name="ToChoice">The number of that choice, from 1.</param>
public sealed record Move(string Applicant, string? From, int? FromChoice, string To, int ToChoice);

/// <summary>What filling the minimums would cost. It is a sum, not a result: nobody has been moved.</summary>
public sealed record MinimumCost
{
    /// <summary>How many are missing at all posts together.</summary>
    public required int Missing { get; init; }

    /// <summary>The cost as a sentence.</summary>
    public required string Says { get; init; }

    /// <summary>How many of the missing can be found at all.</summary>
    public int Filled { get; init; }

    /// <summary>How many would get a worse choice than the run gave them.</summary>
    public int Worse { get; init; }

    /// <summary>By how many places on their lists, added up over those who would get a worse choice; equals on a tied list count as one place.</summary>
    public long PlacesLower { get; init; }

    /// <summary>How many would move, for better or worse.</summary>
    public int Moved { get; init; }

    /// <summary>
    /// How many pairs of an applicant and a post there would then be in which the applicant would rather be there and comes before somebody there by the
    /// mechanism's own order, or finds a place free:
    /// the rights that the change passes over. <c>null</c> where a mechanism gives places by turns and has no claims to count.
    /// </summary>
    public long? ClaimsPassedOver { get; init; }

    /// <summary>Who would move, in the order of the input, at most <see cref="Certificate.ListedPairs"/>.</summary>
    public IReadOnlyList<Move> Moves { get; init; } = [];

    /// <summary>Why no cost was worked out; <c>null</c> when one was.</summary>
    public string? NotWorkedOut { get; init; }
}

/// <summary>Minimum numbers of posts, looked at after a run: which posts fall below theirs, and the smallest change that would fill them.</summary>
public static class MinimumNumbers
{
    private const long MostWork = 2_000_000_000;

    /// <summary>The posts that have fewer people than their minimum, in the order of the input. O(n).</summary>
    /// <param name="instance">The inputs.</param>
    /// <param name="choiceOf">Each applicant's choice as a place in their list from 0, −1 when unplaced.</param>
    public static IReadOnlyList<BelowMinimum> Below(AllocationInstance instance, ReadOnlySpan<int> choiceOf)
    {
        if (!instance.HasMinimums)
        {
            return [];
        }

        var has = new int[instance.PostCount];
        for (var applicant = 0; applicant < choiceOf.Length; applicant++)
        {
            if (choiceOf[applicant] >= 0)
            {
                has[instance.ChoicesOf(applicant)[choiceOf[applicant]]]++;
            }
        }

        var below = new List<BelowMinimum>();
        for (var post = 0; post < has.Length; post++)
        {
            if (has[post] + instance.HeldAt(post) < instance.MinimumOf(post))
            {
                below.Add(new BelowMinimum(instance.Posts[post], instance.MinimumOf(post), has[post] + instance.HeldAt(post)));
            }
        }

        return below;
    }

    /// <summary>
    /// The smallest change of a result that fills the minimums: people go to other posts of their own lists, where the post would take them; whoever has a post
    /// keeps one; whoever held one before the run
    /// stays; no post goes above its places or below its minimum. <c>null</c> when no post is below its minimum.
    /// </summary>
    /// <remarks>
    /// <para>Paper: a minimum-cost flow by successive shortest paths: Jewell (1958), Iri (1960), Busacker and Gowen (1961);
    /// Ahuja, Magnanti and Orlin, “Network Flows” (1993), 9.7.
    /// The posts are the nodes, and the cheapest who could go from one to the other is the arc; each path brings one person to a post that lacks one.</para>
    /// <para>Guarantee: as many of the missing are found as any such change can find; among those changes as few as possible get a worse choice than the run gave them;
    /// among those the places they fall are fewest; among those the fewest move. Who moves is one such change, not the only one.</para>
    /// <para>What it does not promise: stability. No stable result fills a post that one leaves short, because every post has the same number in each (Roth
    /// 1986), and with lower quotas
    /// that posts may not meet a stable result need not exist (Biró, Fleiner, Irving and Manlove, “The college admissions problem with lower and common
    /// quotas”, Theoretical Computer Science 411, 2010).
    /// Priorities are not binding here, and <see cref="MinimumCost.ClaimsPassedOver"/> counts what that overrides; for a preference-informed allocation, which
    /// goes by turns, nothing is counted.</para>
    /// <para>Complexity: for each person missing one search of shortest paths, O(posts · arcs) at worst and usually a few times through the arcs, and the lists
    /// of those on the path again. Beyond two
    /// thousand million steps no cost is worked out, and the answer says so; so it does for linked pairs whom a mechanism places together, and for a run that
    /// was stopped by its limit.</para>
    /// <para>Ties: on a tied list levels count. Errors: none.</para>
    /// </remarks>
    public static MinimumCost? Cost(Allocation allocation)
    {
        var missing = Below(allocation.Instance, allocation.ChoiceOf).Sum(below => below.Minimum - below.Has);
        if (missing == 0)
        {
            return null;
        }

        if (!allocation.IsComplete)
        {
            return NotWorkedOut(missing, "the run was stopped by its time limit");
        }

        if (allocation.Instance.HasLinks && allocation.Mechanism is PreferenceInformed)
        {
            return NotWorkedOut(missing, "linked pairs move together, and the smallest change is known for people who move one by one");
        }

        var change = new SmallestChange(allocation.Instance, allocation.ChoiceOf, MostWork);
        if (!change.Fill())
        {
            return NotWorkedOut(missing, string.Create(CultureInfo.InvariantCulture, $"the round is too large for {missing} missing: more than {MostWork:N0} steps"));
        }

        var claims = allocation.Mechanism is PreferenceInformed ? (long?)null
            : Audit.Of(allocation.Instance, allocation.Order, allocation.Mechanism, change.ChoiceOf, isComplete: false).ToCertificate().BlockingPairCount;
        var cost = new MinimumCost
        {
            Missing = missing,
            Says = "",
            Filled = change.Filled,
            Worse = change.Worse,
            PlacesLower = change.PlacesLower,
            Moved = change.Moved,
            ClaimsPassedOver = claims,
            Moves = change.Moves(),
        };
        return cost with { Says = Sentence(cost) };
    }

    private static MinimumCost NotWorkedOut(int missing, string because) => new()
    {
        Missing = missing,
        Says = $"What filling the minimums would cost was not worked out: {because}.",
        NotWorkedOut = because,
    };

    private static string Sentence(MinimumCost cost)
    {
        if (cost.Filled == 0)
        {
            return "Nobody can fill the minimums: no applicant who listed those posts, and whom they would take, could go there without another post falling below its own.";
        }

        var which = cost.Filled == cost.Missing
            ? "Filling the minimums"
            : string.Create(CultureInfo.InvariantCulture, $"Only {cost.Filled} of the {cost.Missing} missing can be found within lists, rankings and places; that");
        var claims = cost.ClaimsPassedOver switch
        {
            null => "what turns it would pass over is not counted, since the mechanism knows no claims beside turns",
            1 => "1 claim to a place would be passed over",
            var count => string.Create(CultureInfo.InvariantCulture, $"{count} claims to a place would be passed over"),
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"{which} would give {cost.Worse} {(cost.Worse == 1 ? "applicant" : "applicants")} a worse choice, {cost.PlacesLower} {(cost.PlacesLower == 1 ? "place" : "places")} lower in all, and move {cost.Moved}; nobody would lose a post; {claims}. No smaller change does it. Nothing has been changed.");
    }
}
