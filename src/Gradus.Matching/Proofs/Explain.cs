using System.Globalization;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Proofs;

/// <summary>Why an applicant does not have a post.</summary>
public enum WhyNotReason
{
    /// <summary>They have it.</summary>
    HasIt,
    /// <summary>They have a post they listed higher.</summary>
    HasBetter,
    /// <summary>It is not on their list.</summary>
    NotListed,
    /// <summary>The post's ranking does not have them.</summary>
    NotAcceptable,
    /// <summary>It closed before them.</summary>
    Closed,
    /// <summary>They hold another post since before the run, and took no part in it.</summary>
    HeldBefore,
}

/// <summary>What would have had to be different.</summary>
public enum ChangeKind
{
    /// <summary>The applicant puts the post first.</summary>
    ListFirst,
    /// <summary>The post has more places.</summary>
    MorePlaces,
    /// <summary>The applicant stands higher, on the post's ranking, by score, or in the common order.</summary>
    BetterPosition,
}

/// <summary>The smallest change of its kind that would have won the post, everything else and everybody else as they were. Found by running the mechanism again.</summary>
/// <param name="Kind">What changes.</param>
/// <param name="Amount">How many places more, or the position needed, from 1; 0 for listing it first.</param>
/// <param name="Says">The change as a sentence.</param>
public sealed record Change(ChangeKind Kind, long Amount, string Says);

/// <summary>The answer to “why not this post?”.</summary>
/// <param name="Applicant">The applicant's id.</param>
/// <param name="Post">The post's id.</param>
/// <param name="Reason">Why.</param>
/// <param name="Says">Why, as a sentence.</param>
/// <param name="Cutoff">Where the post closed; <c>null</c> when that has no part in it.</param>
/// <param name="Position">Where the applicant stands, from 1, on the post's ranking, by score, or in the common order.</param>
/// <param name="Behind">How many positions the applicant stands behind the last who was taken.</param>
/// <param name="Changes">What would have won the post.</param>
public sealed record WhyNot(string Applicant, string Post, WhyNotReason Reason, string Says, Cutoff? Cutoff, long? Position, long? Behind, IReadOnlyList<Change> Changes);

/// <summary>Explains results.</summary>
public static class Explain
{
    private const long MostSteps = 20_000_000;
    private const int LeastRuns = 32;
    private const int MostRuns = 4096;

    /// <summary>
    /// Why an applicant does not have a post: where it closed, how far away they were, and the smallest change that would have won it.
    /// Each change has been tried. Small inputs are gone through change by change; in large ones halving finds it: O(m log m) in all.
    /// </summary>
    public static WhyNot WhyNot(Allocation allocation, int applicant, int post)
    {
        allocation = ByPosition(allocation);
        var instance = allocation.Instance;
        var (who, what) = (instance.Applicants[applicant], instance.Posts[post]);
        var choice = instance.ChoicesOf(applicant).IndexOf(post);
        var has = allocation.PostOf(applicant);
        if (has == post)
        {
            return new(who, what, WhyNotReason.HasIt, $"“{who}” has “{what}”.", null, null, null, []);
        }

        if (instance.HeldBy(applicant) >= 0)
        {
            return new(who, what, WhyNotReason.HeldBefore, $"“{who}” held “{instance.Posts[has]}” before the run and took no part in it.", null, null, null, []);
        }

        var cutoff = CutoffFor(allocation, applicant, post, choice);
        var position = PositionOf(allocation, applicant, post);
        if (instance.HasRankings && instance.RankingOf(post).IndexOf(applicant) < 0)
        {
            return new(who, what, WhyNotReason.NotAcceptable, $"“{what}” has not ranked “{who}”, so it would not take them.", cutoff, null, null, []);
        }

        if (choice >= 0 && allocation.ChoiceOf[applicant] >= 0 && allocation.ChoiceOf[applicant] < choice)
        {
            return new(who, what, WhyNotReason.HasBetter, $"“{who}” has “{instance.Posts[has]}”, which they listed above “{what}”.", cutoff, position, null,
                Changes(allocation, applicant, post, position));
        }

        if (choice < 0)
        {
            return new(who, what, WhyNotReason.NotListed, $"“{who}” did not list “{what}”.", cutoff, position, null, Changes(allocation, applicant, post, position));
        }

        var behind = cutoff.LastPosition is { } last && position > last ? position - last : null;
        return new(who, what, WhyNotReason.Closed, Closed(who, what, cutoff, position, behind, Places(allocation, post)), cutoff, position, behind,
            Changes(allocation, applicant, post, position));
    }

    /// <summary>The same result with scores turned into the order they make where posts go by them: then everybody stands at a position, and can be moved to another.</summary>
    private static Allocation ByPosition(Allocation allocation)
    {
        var instance = allocation.Instance;
        if (!instance.HasScores || instance.HasRankings || UnusedInput.TakesTurns(allocation.Mechanism))
        {
            return allocation;
        }

        int[] bestFirst = [.. allocation.Order.BestFirst.ToArray().OrderByDescending(instance.ScoreOf)];
        return new Allocation(instance.WithoutScores(), allocation.Mechanism, new ApplicantOrder(bestFirst), allocation.ChoiceOf.ToArray()) { IsComplete = allocation.IsComplete };
    }

    private static string Closed(string who, string what, Cutoff cutoff, long? position, long? behind, string noPlaces)
    {
        var round = cutoff.Pass switch { 1 => " in pass 1", 2 => " in pass 2", _ => "" };
        if (cutoff.Places == 0)
        {
            return cutoff.Pass == 2
                ? $"All places of “{what}” went to people who put it first, so it could not be reached in pass 2."
                : $"“{what}” had {noPlaces}{round}.";
        }

        var closing = string.Create(CultureInfo.InvariantCulture, $"“{what}” closed{round} with position {cutoff.LastPosition}; “{who}” stands at position {position}");
        return behind is null
            ? closing + ", and everybody taken comes first by tier or by having listed it higher."
            : string.Create(CultureInfo.InvariantCulture, $"{closing}, {behind} behind.");
    }

    /// <summary>The cutoff that decided: pass 1 for a first choice, the last pass of the applicant's tier for another.</summary>
    private static Cutoff CutoffFor(Allocation allocation, int applicant, int post, int choice)
    {
        var tier = allocation.Instance.TierOf(applicant);
        var all = Certificate.From(allocation).Cutoffs.Where(cutoff => cutoff.Post == allocation.Instance.Posts[post] && (cutoff.Tier == 0 || cutoff.Tier == tier)).ToList();
        return choice == 0 ? all[0] : all[^1];
    }

    private static string Places(Allocation allocation, int post) =>
        allocation.Instance.Places[post] == 0 && allocation.Instance.HeldAt(post) > 0 ? "no places left for the run: all were held before it" : "no places";

    private static long? PositionOf(Allocation allocation, int applicant, int post)
    {
        if (UsesRanking(allocation))
        {
            var position = allocation.Instance.RankingOf(post).IndexOf(applicant);
            return position < 0 ? null : position + 1;
        }

        return allocation.Order.Positions[applicant] + 1;
    }

    private static bool UsesRanking(Allocation allocation) =>
        allocation.Instance.HasRankings && allocation.Mechanism is not (SerialDictatorship or PreferenceInformed);

    private static List<Change> Changes(Allocation allocation, int applicant, int post, long? position)
    {
        var changes = new List<Change>();
        var instance = allocation.Instance;
        int[] listedFirst = [post, .. instance.ChoicesOf(applicant).ToArray().Where(other => other != post)];
        bool Wins(AllocationInstance changed, ApplicantOrder order) => allocation.Mechanism.Run(changed, order).PostOf(applicant) == post;
        if (Wins(instance.WithChoices(applicant, listedFirst), allocation.Order))
        {
            changes.Add(new Change(ChangeKind.ListFirst, 0, $"Putting “{instance.Posts[post]}” first would have won it."));
        }

        if (allocation.ChoiceOf[applicant] >= 0 && instance.ChoicesOf(applicant)[..allocation.ChoiceOf[applicant]].IndexOf(post) < 0)
        {
            return changes;
        }

        var wanted = instance.ChoicesOf(applicant).IndexOf(post);
        if (wanted < 0)
        {
            return changes;
        }

        // What the applicant gets, as a place in their list; nothing is behind every place.
        int Gets(AllocationInstance changed, ApplicantOrder order) => allocation.Mechanism.Run(changed, order).ChoiceOf[applicant] is >= 0 and var choice ? choice : int.MaxValue;
        var runsToTry = (int)long.Clamp(MostSteps / (1L + instance.ChoiceCount + instance.ApplicantCount), LeastRuns, MostRuns);
        var places = instance.Places[post];
        var mostMore = (int)long.Min(instance.ApplicantCount, int.MaxValue - (long)places);
        if (Nearest(mostMore, runsToTry, wanted, extra => Gets(instance.WithPlaces(post, places + extra), allocation.Order)) is { } more)
        {
            changes.Add(new Change(ChangeKind.MorePlaces, more.First,
                string.Create(CultureInfo.InvariantCulture, $"{more.First} more {(more.First == 1 ? "place" : "places")} at “{instance.Posts[post]}” would have won it.")));
        }

        if (position is > 1 && Nearest((int)position.Value - 1, runsToTry, wanted, up => GetsAt((int)position.Value - 1 - up)) is { } steps)
        {
            changes.Add(new Change(ChangeKind.BetterPosition, position.Value - steps.First, PositionSays(position.Value - steps.First, position.Value - steps.Last)));
        }

        return changes;

        int GetsAt(int target) => UsesRanking(allocation)
            ? Gets(instance.WithRanking(post, MoveTo(instance.RankingOf(post), applicant, target)), allocation.Order)
            : Gets(instance, new ApplicantOrder(MoveTo(allocation.Order.BestFirst, applicant, target)));
    }

    private static string PositionSays(long nearest, long best) => (nearest, best) switch
    {
        (1, _) => "Position 1 would have won it.",
        (_, 1) => string.Create(CultureInfo.InvariantCulture, $"Position {nearest} or better would have won it."),
        _ when nearest == best => string.Create(CultureInfo.InvariantCulture, $"Position {nearest} would have won it, position {best - 1} would not."),
        _ => string.Create(CultureInfo.InvariantCulture, $"Any position from {nearest} to {best} would have won it, position {best - 1} would not."),
    };

    private static int[] MoveTo(ReadOnlySpan<int> bestFirst, int applicant, int target)
    {
        var others = bestFirst.ToArray().Where(other => other != applicant).ToList();
        others.Insert(target, applicant);
        return [.. others];
    }

    /// <summary>
    /// The smallest number from 1 to a limit with which something is got, and the last after it without a break; <c>null</c> when none wins it.
    /// Whoever stands better may win something better: what is won is won over a stretch, not from somewhere on. Every number is tried where there are few;
    /// where there are many, halving finds the stretch, since a step up gets nobody less (Balinski and Sönmez, “A tale of two mechanisms”, 1999).
    /// </summary>
    private static (int First, int Last)? Nearest(int limit, int runsToTry, int wanted, Func<int, int> gets)
    {
        if (limit < 1)
        {
            return null;
        }

        if (limit <= runsToTry)
        {
            for (var first = 1; first <= limit; first++)
            {
                if (gets(first) == wanted)
                {
                    var last = first;
                    while (last < limit && gets(last + 1) == wanted)
                    {
                        last++;
                    }

                    return (first, last);
                }
            }

            return null;
        }

        return FirstWhere(limit, step => gets(step) <= wanted) is { } from && gets(from) == wanted
            ? (from, (FirstWhere(limit, step => gets(step) < wanted) ?? limit + 1) - 1)
            : null;
    }

    /// <summary>The smallest number from 1 to a limit with which something holds, for things that go on holding; <c>null</c> when not even the limit is enough.</summary>
    private static int? FirstWhere(int limit, Func<int, bool> holds)
    {
        if (!holds(limit))
        {
            return null;
        }

        var (fails, works) = (0, limit);
        while (works - fails > 1)
        {
            var middle = fails + ((works - fails) / 2);
            (fails, works) = holds(middle) ? (fails, middle) : (middle, works);
        }

        return works;
    }
}
