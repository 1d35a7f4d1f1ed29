using System.Globalization;
using System.Text;

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

    /// <summary>How many applicants hold a post before the run.</summary>
    public int HeldCount => _held is null ? 0 : _held.Length - _held.AsSpan().Count(-1);

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
    public static AllocationInstance Create(IReadOnlyCollection<Applicant> applicants, IReadOnlyCollection<Post> posts)
    {
        var parts = new InstanceParts { Places = new int[posts.Count], Offsets = new int[applicants.Count + 1] };
        foreach (var post in posts)
        {
            Require(post.Places >= 0, $"The places of post “{post.Id}” are a whole number from 0.");
            Require(post.Minimum >= 0 && post.Minimum <= post.Places, $"The minimum of post “{post.Id}” is a whole number from 0 to its places.");
            parts.Places[parts.Posts.Count] = post.Places;
            AddId(parts.Posts, post.Id, "post");
        }

        foreach (var applicant in applicants)
        {
            AddId(parts.Applicants, applicant.Id, "applicant");
        }

        AddLists(parts, applicants);
        AddRankings(parts, posts);
        AddAttributes(parts, applicants);
        parts.Minimums = posts.Any(post => post.Minimum > 0) ? [.. posts.Select(post => post.Minimum)] : null;
        AddHeld(parts, applicants);
        return new AllocationInstance(parts);
    }

    /// <summary>
    /// The instance as CSV in one agreed form: posts and applicants sorted by the bytes of their ids, every column present, LF line ends.
    /// An absent column of rankings, minimums or posts held before the run is left out. Two files that differ only in the order of rows, line ends, quoting or
    /// a byte-order mark have the same canonical bytes. O(m + n log n).
    /// </summary>
    public void WriteCanonical(Stream stream)
    {
        using var writer = new Files.CsvWriter(stream);
        writer.Raw("gradus-allocation/1\n"u8);
        writer.Raw(HasRankings ? "post,places,ranking"u8 : "post,places"u8);
        writer.Raw(HasMinimums ? ",minimum\n"u8 : "\n"u8);
        foreach (var post in Posts.Sorted())
        {
            writer.Field(Posts.Utf8(post)).Number(_places[post] + HeldAt(post));
            if (HasRankings)
            {
                writer.List(RankingOf(post), Applicants);
            }

            if (HasMinimums)
            {
                writer.Number(MinimumOf(post));
            }

            writer.EndRow();
        }

        writer.Raw("applicant,choices,tier,linked_with,score,order,levels"u8);
        writer.Raw(HasHeld ? ",fixed\n"u8 : "\n"u8);
        foreach (var applicant in Applicants.Sorted())
        {
            writer.Field(Applicants.Utf8(applicant)).List(ChoicesOf(applicant), Posts).Number(TierOf(applicant));
            writer.Field(PartnerOf(applicant) < 0 ? [] : Applicants.Utf8(PartnerOf(applicant)));
            writer.Field(_scores is null ? "" : _scores[applicant].ToString("R", CultureInfo.InvariantCulture));
            writer.Field(_orders is null ? "" : _orders[applicant].ToString(CultureInfo.InvariantCulture));
            writer.Field(_levels is null ? "" : string.Join(';', _levels[_offsets[applicant].._offsets[applicant + 1]]));
            if (HasHeld)
            {
                writer.Field(HeldBy(applicant) < 0 ? [] : Posts.Utf8(HeldBy(applicant)));
            }

            writer.EndRow();
        }
    }

    /// <summary>SHA-256 of the canonical bytes: what a draw commits to.</summary>
    public byte[] CanonicalHash()
    {
        using var hash = new Files.HashingStream(Stream.Null);
        WriteCanonical(hash);
        return hash.Hash();
    }

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

    private static void AddId(IdTable table, string id, string kind)
    {
        if (id.Length == 0 || id.AsSpan().ContainsAnyInRange('\0', '\x1F') || id.Contains(';'))
        {
            throw Invalid($"An id of a {kind} is not empty and holds no semicolon or control character.");
        }

        if (table.Add(Encoding.UTF8.GetBytes(id)) < 0)
        {
            throw Invalid($"The {kind} “{id}” is there twice.");
        }
    }

    private static void AddLists(InstanceParts parts, IReadOnlyCollection<Applicant> applicants)
    {
        var choices = new int[applicants.Sum(applicant => applicant.Choices.Count)];
        var levels = applicants.Any(applicant => applicant.Levels is not null) ? new List<int>(choices.Length) : null;
        var lastNamed = new int[parts.Posts.Count];
        var number = 0;
        foreach (var applicant in applicants)
        {
            var start = parts.Offsets[number];
            parts.Offsets[number + 1] = start + applicant.Choices.Count;
            Resolve(parts.Posts, applicant.Choices, choices.AsSpan(start), lastNamed, ++number, () => $"the list of “{applicant.Id}”");
            if (levels is not null)
            {
                var ownLevels = applicant.Levels ?? [.. Enumerable.Range(1, applicant.Choices.Count)];
                Require(ownLevels.Count == applicant.Choices.Count && ownLevels.Zip(ownLevels.Skip(1)).All(pair => pair.First <= pair.Second),
                    $"The levels of “{applicant.Id}” never fall, one for each choice.");
                levels.AddRange(ownLevels);
            }
        }

        parts.Choices = choices;
        parts.Levels = levels is null ? null : [.. levels];
    }

    private static void AddRankings(InstanceParts parts, IReadOnlyCollection<Post> posts)
    {
        if (posts.All(post => post.Ranking is null))
        {
            return;
        }

        var ranking = new int[posts.Sum(post => post.Ranking?.Count ?? 0)];
        var offsets = new int[posts.Count + 1];
        var lastNamed = new int[parts.Applicants.Count];
        var number = 0;
        foreach (var post in posts)
        {
            Require(post.Ranking is not null, $"Either every post has a ranking or none has; “{post.Id}” has none.");
            var start = offsets[number];
            offsets[number + 1] = start + post.Ranking!.Count;
            Resolve(parts.Applicants, post.Ranking, ranking.AsSpan(start), lastNamed, ++number, () => $"the ranking of “{post.Id}”");
        }

        parts.Ranking = ranking;
        parts.RankingOffsets = offsets;
    }

    private static void AddAttributes(InstanceParts parts, IReadOnlyCollection<Applicant> applicants)
    {
        Require(applicants.All(applicant => applicant.Tier >= 1), "A tier is a whole number from 1.");
        Require(applicants.All(a => a.Score is not null) || applicants.All(a => a.Score is null), "Either every applicant has a score or nobody has.");
        Require(applicants.All(a => a.Order is not null) || applicants.All(a => a.Order is null), "Either every applicant has a place in the order or nobody has.");
        Require(applicants.All(a => a.Score is null || double.IsFinite(a.Score.Value)), "A score is a finite number.");
        if (applicants.Any(applicant => applicant.Tier > 1))
        {
            parts.Tiers = [.. applicants.Select(applicant => applicant.Tier)];
        }

        if (applicants.Any(applicant => applicant.Score is not null))
        {
            parts.Scores = [.. applicants.Select(applicant => applicant.Score!.Value)];
        }

        if (applicants.Any(applicant => applicant.Order is not null))
        {
            parts.Orders = [.. applicants.Select(applicant => applicant.Order!.Value)];
        }

        if (applicants.Any(applicant => applicant.LinkedWith is not null))
        {
            parts.Partners = [.. applicants.Select(applicant => applicant.LinkedWith is null ? -1 : parts.Applicants.Find(applicant.LinkedWith))];
            for (var i = 0; i < parts.Partners.Length; i++)
            {
                var unlinked = parts.Partners[i] < 0 && applicants.ElementAt(i).LinkedWith is null;
                Require(unlinked || (parts.Partners[i] >= 0 && parts.Partners[i] != i && parts.Partners[parts.Partners[i]] == i),
                    $"The link of “{parts.Applicants[i]}” is not returned.");
            }
        }
    }

    private static void AddHeld(InstanceParts parts, IReadOnlyCollection<Applicant> applicants)
    {
        if (applicants.All(applicant => applicant.Holds is null))
        {
            return;
        }

        int[] held = [.. applicants.Select(applicant => applicant.Holds is null ? -1 : parts.Posts.Find(applicant.Holds))];
        Require(applicants.Zip(held).All(pair => pair.First.Holds is null || pair.Second >= 0), "Somebody holds a post that is not known.");
        parts.Hold(held);
        Require(parts.Places.All(places => places >= 0), "More hold a post before the run than it has places.");
    }

    /// <summary>Writes the numbers of a list's ids. Whom a list has named already is known by the list's own number, from 1, in <paramref name="lastNamed"/>.</summary>
    private static void Resolve(IdTable table, IReadOnlyList<string> ids, Span<int> numbers, int[] lastNamed, int list, Func<string> where)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            var number = table.Find(ids[i]);
            if (number < 0)
            {
                throw Invalid($"“{ids[i]}” in {where()} is not known.");
            }

            if (lastNamed[number] == list)
            {
                throw Invalid($"Somebody is twice in {where()}.");
            }

            lastNamed[number] = list;
            numbers[i] = number;
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw Invalid(message);
        }
    }

    private static ArgumentException Invalid(string message) => new(message, nameof(message));
}

/// <summary>What an instance is made of while it is being put together.</summary>
internal sealed record InstanceParts
{
    public IdTable Applicants { get; set; } = new();

    public IdTable Posts { get; set; } = new();

    public int[] Offsets { get; set; } = [0];

    public int[] Choices { get; set; } = [];

    public int[] Places { get; set; } = [];

    public int[]? Tiers { get; set; }

    public int[]? Partners { get; set; }

    public double[]? Scores { get; set; }

    public long[]? Orders { get; set; }

    public int[]? Levels { get; set; }

    public int[]? RankingOffsets { get; set; }

    public int[]? Ranking { get; set; }

    public bool HasBlankRankings { get; set; }

    /// <summary>The post each applicant holds before the run; −1 for those who take part.</summary>
    public int[]? Held { get; set; }

    /// <summary>How many hold each post before the run.</summary>
    public int[]? HeldAt { get; set; }

    public int[]? Minimums { get; set; }

    /// <summary>Takes out of a run whoever holds a post before it: their place from the post's, their list from the lists. Places below 0 were held too often.</summary>
    public void Hold(int[] held)
    {
        Held = held;
        HeldAt = new int[Places.Length];
        var offsets = new int[held.Length + 1];
        var count = 0;
        for (var applicant = 0; applicant < held.Length; applicant++)
        {
            var (start, length) = (Offsets[applicant], Offsets[applicant + 1] - Offsets[applicant]);
            if (held[applicant] >= 0)
            {
                HeldAt[held[applicant]]++;
                Places[held[applicant]]--;
            }
            else
            {
                Choices.AsSpan(start, length).CopyTo(Choices.AsSpan(count));
                Levels?.AsSpan(start, length).CopyTo(Levels.AsSpan(count));
                count += length;
            }

            offsets[applicant + 1] = count;
        }

        Offsets = offsets;
    }
}
