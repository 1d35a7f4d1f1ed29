namespace Gradus.Matching.Instances;

/// <summary>
/// Applicants with lists, posts with places: everything an allocation needs except the order in which people are taken.
/// Held in flat arrays, four bytes for each choice and each place in a ranking; never changed once made.
/// </summary>
public sealed class AllocationInstance
{
    private readonly int[] _offsets;
    private readonly int[] _choices;
    private readonly int[] _places;
    private readonly int[]? _tiers;
    private readonly int[]? _partners;
    private readonly double[]? _scores;
    private readonly long[]? _orders;
    private readonly int[]? _levels;
    private readonly int[]? _rankingOffsets;
    private readonly int[]? _ranking;
    private readonly int[]? _held;
    private readonly int[]? _heldAt;
    private readonly int[]? _minimums;

    internal AllocationInstance(InstanceParts parts)
    {
        Applicants = parts.Applicants;
        Posts = parts.Posts;
        _offsets = parts.Offsets;
        _choices = parts.Choices;
        _places = parts.Places;
        _tiers = parts.Tiers;
        _partners = parts.Partners;
        _scores = parts.Scores;
        _orders = parts.Orders;
        _levels = parts.Levels;
        _rankingOffsets = parts.RankingOffsets;
        _ranking = parts.Ranking;
        _minimums = parts.Minimums;
        _held = parts.Held;
        _heldAt = parts.HeldAt;
        HasBlankRankings = parts.HasBlankRankings;
        TierCount = _tiers is { Length: > 0 } ? _tiers.Max() : 1;
    }

    /// <summary>The applicants' ids, numbered from 0 in the order of the input.</summary>
    public IdTable Applicants { get; }

    /// <summary>The posts' ids, numbered from 0 in the order of the input.</summary>
    public IdTable Posts { get; }

    /// <summary>How many applicants there are.</summary>
    public int ApplicantCount => _offsets.Length - 1;

    /// <summary>How many posts there are.</summary>
    public int PostCount => _places.Length;

    /// <summary>The length of all lists together: m in statements such as O(m).</summary>
    public int ChoiceCount => _offsets[^1];

    /// <summary>The highest tier number; 1 when nobody has a tier.</summary>
    public int TierCount { get; }

    /// <summary>Whether somebody is in a tier below the first.</summary>
    public bool HasTiers => TierCount > 1;

    /// <summary>Whether the posts rank applicants one by one.</summary>
    public bool HasRankings => _ranking is not null;

    /// <summary>Whether the posts' file has a ranking column with nothing in it, so that posts do not rank.</summary>
    public bool HasBlankRankings { get; }

    /// <summary>Whether applicants have scores.</summary>
    public bool HasScores => _scores is not null;

    /// <summary>Whether the input places applicants in a common order.</summary>
    public bool HasOrders => _orders is not null;

    /// <summary>Whether some list has ties.</summary>
    public bool HasTies => _levels is not null;

    /// <summary>Whether some applicants are linked.</summary>
    public bool HasLinks => _partners is not null;

    /// <summary>Whether some applicants hold a post before the run.</summary>
    public bool HasHeld => _held is not null;

    /// <summary>Whether some post has a minimum.</summary>
    public bool HasMinimums => _minimums is not null;

    /// <summary>Where each applicant's list begins in <see cref="Choices"/>; the last number is where the last list ends.</summary>
    public ReadOnlySpan<int> Offsets => _offsets;

    /// <summary>All lists after one another, as numbers of posts.</summary>
    public ReadOnlySpan<int> Choices => _choices.AsSpan(0, ChoiceCount);

    /// <summary>The places of each post that a run may give: those held before it are taken out.</summary>
    public ReadOnlySpan<int> Places => _places;

    /// <summary>An applicant's list, best first, as numbers of posts; empty for whoever holds a post before the run, so that no mechanism places them again.</summary>
    public ReadOnlySpan<int> ChoicesOf(int applicant) => _choices.AsSpan(_offsets[applicant], _offsets[applicant + 1] - _offsets[applicant]);

    /// <summary>The post an applicant holds before the run; −1 for whoever takes part in it.</summary>
    public int HeldBy(int applicant) => _held is null ? -1 : _held[applicant];

    /// <summary>How many hold a post before the run.</summary>
    public int HeldAt(int post) => _heldAt is null ? 0 : _heldAt[post];

    /// <summary>How many a post needs, those who hold it before the run included; 0 when it has no minimum.</summary>
    public int MinimumOf(int post) => _minimums is null ? 0 : _minimums[post];

    /// <summary>An applicant's priority tier, from 1.</summary>
    public int TierOf(int applicant) => _tiers is null ? 1 : _tiers[applicant];

    /// <summary>The other half of a linked pair; −1 when the applicant is not linked.</summary>
    public int PartnerOf(int applicant) => _partners is null ? -1 : _partners[applicant];

    /// <summary>An applicant's score; 0 when there are none.</summary>
    public double ScoreOf(int applicant) => _scores is null ? 0 : _scores[applicant];

    /// <summary>An applicant's place in the input's common order; 0 when there is none.</summary>
    public long OrderOf(int applicant) => _orders is null ? 0 : _orders[applicant];

    /// <summary>The level of a choice, by its place in <see cref="Choices"/>: equal for choices liked equally.</summary>
    public int LevelAt(int choice) => _levels is null ? choice : _levels[choice];

    /// <summary>A post's ranking, best first, as numbers of applicants; empty when posts do not rank one by one.</summary>
    public ReadOnlySpan<int> RankingOf(int post) =>
        _ranking is null ? [] : _ranking.AsSpan(_rankingOffsets![post], _rankingOffsets[post + 1] - _rankingOffsets[post]);

    internal int[] OffsetArray => _offsets;

    internal int[] ChoiceArray => _choices;

    internal int[] RankingArray => _ranking ?? [];

    /// <summary>
    /// Makes an instance from records. For large instances <see cref="Files.AllocationReader"/> reads files without making an object for each applicant.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// An id is empty, repeated or holds a semicolon or control character; a list or ranking names somebody unknown or twice; places or tier are out of range;
    /// more hold a post before the run than it has places, or a minimum is more than the places; a pair is linked one way only; levels fall or do not fit the
    /// list; only some posts have a ranking or only some applicants a score or order.
    /// </exception>
    public static AllocationInstance Create(IReadOnlyCollection<Applicant> applicants, IReadOnlyCollection<Post> posts) => new(InstanceRecords.Parts(applicants, posts));

    /// <summary>SHA-256 of the <see cref="CanonicalForm"/>: what a draw commits to.</summary>
    public byte[] CanonicalHash() => CanonicalForm.Hash(this);

    /// <summary>The same instance with other places at one post; used to answer “what if there had been more”.</summary>
    internal AllocationInstance WithPlaces(int post, int places)
    {
        var changed = (int[])_places.Clone();
        changed[post] = places;
        return new AllocationInstance(ToParts() with { Places = changed });
    }

    /// <summary>The same instance without scores: posts that have no ranking of their own then go by the common order.</summary>
    internal AllocationInstance WithoutScores() => new(ToParts() with { Scores = null });

    /// <summary>The same instance with another list for one applicant.</summary>
    internal AllocationInstance WithChoices(int applicant, int[] list)
    {
        var offsets = (int[])_offsets.Clone();
        var difference = list.Length - ChoicesOf(applicant).Length;
        for (var i = applicant + 1; i < offsets.Length; i++)
        {
            offsets[i] += difference;
        }

        int[] choices = [.. Choices[.._offsets[applicant]], .. list, .. Choices[_offsets[applicant + 1]..]];
        return new AllocationInstance(ToParts() with { Offsets = offsets, Choices = choices, Levels = null });
    }

    /// <summary>The same instance with another ranking for one post.</summary>
    internal AllocationInstance WithRanking(int post, int[] ranking)
    {
        var offsets = (int[])_rankingOffsets!.Clone();
        var difference = ranking.Length - RankingOf(post).Length;
        for (var i = post + 1; i < offsets.Length; i++)
        {
            offsets[i] += difference;
        }

        int[] all = [.. _ranking.AsSpan(0, _rankingOffsets[post]), .. ranking, .. _ranking.AsSpan(_rankingOffsets[post + 1].._rankingOffsets[^1])];
        return new AllocationInstance(ToParts() with { RankingOffsets = offsets, Ranking = all });
    }

    private InstanceParts ToParts() => new()
    {
        Applicants = Applicants,
        Posts = Posts,
        Offsets = _offsets,
        Choices = _choices,
        Places = _places,
        Tiers = _tiers,
        Partners = _partners,
        Scores = _scores,
        Orders = _orders,
        Levels = _levels,
        RankingOffsets = _rankingOffsets,
        Ranking = _ranking,
        HasBlankRankings = HasBlankRankings,
        Held = _held,
        HeldAt = _heldAt,
        Minimums = _minimums,
    };
}
