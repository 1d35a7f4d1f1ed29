using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>
/// Works the chance of each post of a list out: a doctor gets the first post on the list whose last rank they reach. Ranks between the best and the worst are
/// taken as alike; last ranks move together by a percentage.
/// A post without a last rank counts with its places, which are the least its last rank can be when it fills. A post whose last rank is better than its places
/// are many was not filled: as last time and in the easier
/// scenario everybody who lists it gets it, in the harder one a rank among its places does. A post that has no places now is reached by nobody.
/// </summary>
public static class PostChancesCalculator
{
    /// <summary>Refuses a worst rank before the best, an empty list and a post twice.</summary>
    public static void Check(PostListFacts facts, PostListFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.RankTo < facts.RankFrom)
        {
            errors.Add("rankTo", "Expected a rank that is not better than the best.");
        }

        if (facts.Posts.Count == 0)
        {
            errors.Add("posts", "Expected at least one post.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, post) in facts.Posts.Index())
        {
            if (!seen.Add(post.Name.Folded()))
            {
                errors.Add($"posts[{index}].name", "Expected each post once.");
            }
        }
    }

    /// <summary>Works them out.</summary>
    public static PostChances Calculate(PostListFacts facts, PostListFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var assumed = figures.LastRankShift.At(on, nation);
        var shift = (facts.Shift ?? assumed.Number ?? 0) / 100m;
        var (from, to) = (facts.RankFrom, facts.RankTo ?? facts.RankFrom);
        var usual = Shares(facts.Posts, from, to, 1);
        var harder = Shares(facts.Posts, from, to, 1 - shift);
        var easier = Shares(facts.Posts, from, to, 1 + shift);
        var posts = facts.Posts.Select((post,
            index) => Chance(facts.Posts, index, new ScenarioShares(usual.Posts[index], harder.Posts[index], easier.Posts[index]),
                isOutOfReach: Cut(facts.Posts[index], 1 + shift) < from))
            .ToList();
        var none = new ScenarioShares(usual.None, harder.None, easier.None);
        var best = posts.Where(post => post.Chance is not null).MaxBy(post => post.Chance!.Usual);
        return new PostChances
        {
            Verdict = posts.TrueForAll(post => post.Chance is null) ? Verdict.Unknown : Verdict.Yes,
            Says = best is null ? "Without a last rank or places nothing can be said of these posts."
                : from == to ? OfOneRank(from, posts)
                : none.Usual == 1 ? $"With last ranks as they were, no rank from {from} to {to} reaches a post on this list."
                : $"With last ranks as they were, {best.Name} is the likeliest: {FigureText.Percent(best.Chance!.Usual, places: 1)} of the ranks you gave. No post: {FigureText.Percent(none.Usual, places: 1)}{(none.Easier == none.Harder ? ", also if last ranks move" : $", from {FigureText.Percent(none.Easier, places: 1)} to {FigureText.Percent(none.Harder, places: 1)} if last ranks move")}.",
            Reasons =
            [
                new Reason("first-reached", "You are given the first post on your list whose last rank you reach; order changes which, never whether.",
                    Status.Sure, SourceId: "nhs-england-preferencing"),
                assumed.Because("shift",
                    $"Last ranks are those you gave. The harder and the easier scenario move all of them together by {(facts.Shift is { } own ? $"{own}%, as you said" : assumed.Text)}."),
                new Reason("ranks-alike", $"Every rank from {from} to {to} is taken as alike.", Status.Editorial),
                .. LeftOut(posts),
            ],
            Status = Status.Editorial,
            Working = [.. posts.Where(post => post.Chance is { Usual: > 0 })
                .Select(post => new WorkingLine($"{post.Name}: {FigureText.Percent(post.Chance!.Usual, places: 1)} of {to - from + 1} ranks"))],
            Posts = posts,
            None = none,
            Warnings = [.. Warnings(facts)],
        };
    }

    // One rank ends at one post, or at none: there is no share to speak of.
    private static string OfOneRank(int rank, List<PostChance> posts)
    {
        string End(Func<ScenarioShares, decimal> of) => posts.Find(post => post.Chance is { } chance && of(chance) == 1)?.Name ?? "no post on this list";
        var (usual, harder, easier) = (End(one => one.Usual), End(one => one.Harder), End(one => one.Easier));
        return $"With last ranks as they were, rank {rank} gets {usual}{(usual == harder && usual == easier ? ", also if last ranks move" : $"; {harder} in the harder scenario and {easier} in the easier one")}.";
    }

    private static (decimal[] Posts, decimal None) Shares(IReadOnlyList<WantedPost> posts, int from, int to, decimal factor)
    {
        var shares = new decimal[posts.Count];
        var all = to - from + 1m;
        // What earlier posts reach is taken: a rank goes to the first whose last rank is not better.
        var taken = from - 1;
        for (var index = 0; index < posts.Count; index++)
        {
            if (Cut(posts[index], factor) is { } cut && cut > taken)
            {
                var reaches = Math.Min(cut, to);
                shares[index] = Math.Max(0, reaches - taken) / all;
                taken = Math.Max(taken, reaches);
            }
        }

        return (shares, Math.Max(0, to - taken) / all);
    }

    private static int? Cut(WantedPost post, decimal factor) =>
        post.Places == 0 ? 0
        : IsUnfilled(post) ? factor < 1 ? post.Places : int.MaxValue
        : post.LastRank is { } last ? Math.Max((int)decimal.Floor(last * factor), post.Places ?? 0)
        : post.Places;

    // Whoever fills all places has at least as many ranks as there are places.
    private static bool IsUnfilled(WantedPost post) => post.LastRank < post.Places;

    private static PostChance Chance(IReadOnlyList<WantedPost> posts, int index, ScenarioShares shares, bool isOutOfReach)
    {
        var post = posts[index];
        if (post is { LastRank: null, Places: null })
        {
            return new PostChance(post.Name, Chance: null, CanBeStruck: false,
                "Neither a last rank nor places are known; the posts after it are worked out as if it were not there.");
        }

        if (post.Places == 0)
        {
            return new PostChance(post.Name, shares, CanBeStruck: false, "It has no places now and may gain some, so listing it is free.");
        }

        var shadow = posts.Take(index)
            .FirstOrDefault(other => other.Places != 0
                && other.LastRank is { } earlier
                && earlier >= (post.LastRank ?? post.Places)
                && (other.Places ?? 0) >= (post.Places ?? 0)
                && (IsUnfilled(other) || !IsUnfilled(post)));
        return shadow is not null ? new PostChance(post.Name, shares, CanBeStruck: true, $"Any rank that reaches it reaches {shadow.Name} first, while last ranks move together.")
            : new PostChance(post.Name, shares, CanBeStruck: false,
                IsUnfilled(post) ? $"Not all of its {post.Places} places were filled, so everybody who wanted one got it; the harder scenario counts only ranks among its places."
                : isOutOfReach ? "Out of reach in all three scenarios; listing it is free."
                : shares is { Usual: 0, Harder: 0, Easier: 0 } ? "Whichever of your ranks reaches it reaches a post before it first, in all three scenarios."
                : post.LastRank is null ? $"No last rank is known; a rank among its {post.Places} places is safe, so this is the least."
                : $"The last rank that got one was {post.LastRank}.");
    }

    private static IEnumerable<Reason> LeftOut(List<PostChance> posts) => posts.Where(post => post.Chance is null).Select(post => post.Name).ToList() is { Count: > 0 } unknown
        ? [new Reason("left-out",
            $"Left out, since neither places nor a last rank are known: {string.Join(", ", unknown)}. You may be given one of these all the same.",
            Status.NotFound)]
        : [];

    private static IEnumerable<Warning> Warnings(PostListFacts facts)
    {
        foreach (var (index, post) in facts.Posts.Index())
        {
            if (post is { LastRank: not null, Places: 0 })
            {
                yield return new Warning($"posts[{index}].lastRank", "It has no places now: its last rank has no effect.");
            }
            else if (IsUnfilled(post))
            {
                yield return new Warning($"posts[{index}].lastRank",
                    "The last rank is better than the number of places, so not all of them were filled: everybody who wanted it got it.");
            }
        }
    }
}
