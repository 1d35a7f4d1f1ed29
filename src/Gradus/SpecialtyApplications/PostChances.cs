using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>A list of posts in order, and a rank.</summary>
public sealed record PostListFacts : ToolFacts
{
    /// <summary>The best rank the doctor may have.</summary>
    [Fact("Your rank, or the best it may be", "a whole number from 1 to 200000", Example = "400"), Range(1, 200_000)]
    public required int RankFrom { get; init; }

    /// <summary>The worst rank the doctor may have; the same when left out.</summary>
    [Fact("The worst your rank may be", "a whole number from 1 to 200000", Example = "700", Hint = "Leave out when you know your rank."), Range(1, 200_000)]
    public int? RankTo { get; init; }

    /// <summary>How far this round's last ranks may lie from the last known, in percent; 20 when left out.</summary>
    [Fact("How far the last ranks may move, in percent", "a percentage from 0 to 90", Example = "20", Unit = "%",
        Hint = "It makes the harder and the easier scenario."), Range(0, 90)]
    public int? Shift { get; init; }

    /// <summary>The posts, best first.</summary>
    [Fact("The posts in your order", "rows with a post, its places and the last rank that got one", Hint = "Best first. What is not known stays empty.",
        IsTable = true), MaxLength(400)]
    public required IReadOnlyList<WantedPost> Posts { get; init; }
}

/// <summary>A post on the list.</summary>
public sealed record WantedPost
{
    /// <summary>Its name.</summary>
    [Fact("Post", "a name", Example = "London"), MaxLength(200)]
    public required string Name { get; init; }

    /// <summary>How many places it has.</summary>
    [Fact("Places", "a whole number from 0 to 10000", Example = "20"), Range(0, 10_000)]
    public int? Places { get; init; }

    /// <summary>The rank of the last doctor who got one, in an earlier round.</summary>
    [Fact("Last rank that got one", "a whole number from 1 to 200000", Example = "650"), Range(1, 200_000)]
    public int? LastRank { get; init; }
}

/// <summary>What the chances read.</summary>
public sealed record PostListFigures
{
    /// <summary>How far last ranks are taken to move, in percent, where the doctor does not say.</summary>
    public required Figure LastRankShift { get; init; }
}

/// <summary>The chance of each post of a list.</summary>
public sealed record PostChances : ToolAnswer
{
    /// <summary>The posts in the order given.</summary>
    public required IReadOnlyList<PostChance> Posts { get; init; }

    /// <summary>The share of ranks with no post on the list: as last time, in the harder and in the easier scenario.</summary>
    public required ScenarioShares None { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new TablePart(new AnswerTable("posts", "The chance of each post",
            [new("post", "Post"), new("usual", "As last time", "percent"), new("harder", "Harder", "percent"), new("easier", "Easier", "percent"),
                new("struck", "Never reached"), new("says", "Why")],
            [.. Posts.Select(post => (IReadOnlyList<AnswerCell>)[post.Name, Percent(post.Chance?.Usual), Percent(post.Chance?.Harder),
                Percent(post.Chance?.Easier), post.CanBeStruck, post.Says]),
                ["No post on the list", Percent(None.Usual), Percent(None.Harder), Percent(None.Easier), AnswerCell.None, ""]]));
        yield return new BarsPart("As last time",
            [.. Posts.Where(post => post.Chance is not null).Select(post => (post.Name, post.Chance!.Usual, $"{Percent(post.Chance.Usual):0.#}%", true)),
                ("No post on the list", None.Usual, $"{Percent(None.Usual):0.#}%", false)]);
    }

    private static decimal? Percent(decimal? share) => share is { } some ? decimal.Round(100 * some, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>The chance of a post.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Chance">The share of the doctor's ranks that end here, by scenario; <c>null</c> when neither a last rank nor places are known.</param>
/// <param name="CanBeStruck">Whether by these last ranks no rank would ever end here, so that striking it loses nothing.</param>
/// <param name="Says">Why.</param>
public sealed record PostChance(string Name, ScenarioShares? Chance, bool CanBeStruck, string Says);

/// <summary>A share in three scenarios, from 0 to 1.</summary>
/// <param name="Usual">With last ranks as they were.</param>
/// <param name="Harder">With better last ranks needed.</param>
/// <param name="Easier">With worse last ranks enough.</param>
public sealed record ScenarioShares(decimal Usual, decimal Harder, decimal Easier);
