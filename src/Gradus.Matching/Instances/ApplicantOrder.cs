using System.Numerics;
using System.Runtime.InteropServices;

namespace Gradus.Matching.Instances;

/// <summary>Where a common order came from, so that a certificate can say how to make it again.</summary>
public enum OrderSource
{
    /// <summary>A keyed hash of each id, from a seed.</summary>
    Seed,
    /// <summary>The input's own order column.</summary>
    Column,
    /// <summary>A list of ids, best first.</summary>
    Listed,
    /// <summary>The input's scores, highest first.</summary>
    Score,
    /// <summary>None: every post ranks its applicants, and no order has a part in the result.</summary>
    None,
}

/// <summary>A strict order of all applicants, best first: the random rank of a lottery, or a ranking by merit.</summary>
public sealed class ApplicantOrder
{
    private readonly Lazy<int[]> _bestFirst;
    private int[]? _positions;

    /// <summary>Takes a permutation of the applicants' numbers, best first.</summary>
    public ApplicantOrder(int[] bestFirst, OrderSource source = OrderSource.Listed, ulong seed = 0)
    {
        _bestFirst = new Lazy<int[]>(bestFirst);
        Source = source;
        Seed = seed;
    }

    private ApplicantOrder(Func<int[]> bestFirst, OrderSource source, ulong seed)
    {
        _bestFirst = new Lazy<int[]>(bestFirst);
        Source = source;
        Seed = seed;
    }

    /// <summary>The applicants, best first.</summary>
    public ReadOnlySpan<int> BestFirst => _bestFirst.Value;

    internal int[] BestFirstArray => _bestFirst.Value;

    /// <summary>Each applicant's place in the order, from 0.</summary>
    public ReadOnlySpan<int> Positions => _positions ??= Invert(_bestFirst.Value);

    /// <summary>Where the order came from.</summary>
    public OrderSource Source { get; }

    /// <summary>The seed, where a seed made the order or parted equals in it; 0 where none did.</summary>
    public ulong Seed { get; }

    /// <summary>
    /// A random order that depends on the seed and the ids only: everybody is sorted by SipHash-2-4 of the id's UTF-8 under a key made from the seed, equals by id.
    /// Input rows may come in any order. Sorted when first asked for: with rankings nobody asks. Fit for simulation; an official draw uses the draw by HMAC-SHA-256. O(n log n).
    /// </summary>
    public static ApplicantOrder Seeded(AllocationInstance instance, ulong seed) => new(() => SortedByKey(instance, seed), OrderSource.Seed, seed);

    /// <summary>The order given by the input's own column, equals parted by the seed. O(n log n).</summary>
    public static ApplicantOrder FromColumn(AllocationInstance instance, ulong seed = 0) =>
        Sorted(instance, (one, other) => instance.OrderOf(one).CompareTo(instance.OrderOf(other)), OrderSource.Column, seed);

    /// <summary>The order of the input's scores, highest first, equals parted by the seed: how offers by interview score are made. O(n log n).</summary>
    public static ApplicantOrder FromScores(AllocationInstance instance, ulong seed = 0) =>
        Sorted(instance, (one, other) => instance.ScoreOf(other).CompareTo(instance.ScoreOf(one)), OrderSource.Score, seed);

    /// <summary>An order given as ids, best first, each applicant once.</summary>
    /// <exception cref="ArgumentException">An id is unknown, repeated or missing.</exception>
    public static ApplicantOrder Listed(AllocationInstance instance, IReadOnlyCollection<string> ids)
    {
        int[] numbers = [.. ids.Select(instance.Applicants.Find)];
        var isPermutation = numbers.Length == instance.ApplicantCount && numbers.All(number => number >= 0) && numbers.Distinct().Count() == numbers.Length;
        return isPermutation ? new ApplicantOrder(numbers) : throw new ArgumentException("An order names every applicant exactly once.", nameof(ids));
    }

    /// <summary>The applicants by tier first and this order second: the order in which a serial dictatorship takes them. O(n).</summary>
    internal int[] WithinTiers(AllocationInstance instance)
    {
        if (!instance.HasTiers)
        {
            return _bestFirst.Value;
        }

        var bestFirst = _bestFirst.Value;
        var tiers = new int[bestFirst.Length];
        for (var i = 0; i < tiers.Length; i++)
        {
            tiers[i] = instance.TierOf(bestFirst[i]);
        }

        return [.. bestFirst.Zip(tiers).OrderBy(pair => pair.Second).Select(pair => pair.First)];
    }

    /// <summary>The applicants by tier, then score, then this order: how a post without its own ranking ranks them. O(n log n).</summary>
    internal int[] ByPriority(AllocationInstance instance)
    {
        var byTier = WithinTiers(instance);
        return instance.HasScores
            ? [.. byTier.OrderBy(instance.TierOf).ThenByDescending(instance.ScoreOf)]
            : byTier;
    }

    internal static int[] Invert(ReadOnlySpan<int> bestFirst)
    {
        var positions = new int[bestFirst.Length];
        for (var i = 0; i < bestFirst.Length; i++)
        {
            positions[bestFirst[i]] = i;
        }

        return positions;
    }

    internal static int[] Numbers(int count)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = i;
        }

        return numbers;
    }

    /// <summary>Sorted by a comparison, equals by a seeded order; where there are no equals no seed had a part, and none is named.</summary>
    private static ApplicantOrder Sorted(AllocationInstance instance, Comparison<int> compare, OrderSource source, ulong seed)
    {
        var numbers = Numbers(instance.ApplicantCount);
        Array.Sort(numbers, compare);
        if (!Enumerable.Range(1, int.Max(0, numbers.Length - 1)).Any(i => compare(numbers[i - 1], numbers[i]) == 0))
        {
            return new ApplicantOrder(numbers, source);
        }

        var tieBreak = Seeded(instance, seed).Positions.ToArray();
        Array.Sort(numbers, (one, other) => compare(one, other) is not 0 and var difference ? difference : tieBreak[one].CompareTo(tieBreak[other]));
        return new ApplicantOrder(numbers, source, seed);
    }

    private static int[] SortedByKey(AllocationInstance instance, ulong seed)
    {
        var keys = SeededKeys(instance, seed);
        var numbers = Numbers(keys.Length);
        Array.Sort(keys, numbers);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                numbers.AsSpan(start, end - start).Sort((one, other) => instance.Applicants.Utf8(one).SequenceCompareTo(instance.Applicants.Utf8(other)));
            }

            start = end;
        }

        return numbers;
    }

    private static ulong[] SeededKeys(AllocationInstance instance, ulong seed)
    {
        var key0 = seed;
        var key1 = seed ^ 0x6772_6164_7573_2031; // "gradus 1"
        var keys = new ulong[instance.ApplicantCount];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = SipHash(instance.Applicants.Utf8(i), key0, key1);
        }

        return keys;
    }

    /// <summary>SipHash-2-4: Aumasson and Bernstein, “SipHash: a fast short-input PRF”, INDOCRYPT 2012.</summary>
    internal static ulong SipHash(ReadOnlySpan<byte> text, ulong key0, ulong key1)
    {
        var v0 = key0 ^ 0x736F6D6570736575;
        var v1 = key1 ^ 0x646F72616E646F6D;
        var v2 = key0 ^ 0x6C7967656E657261;
        var v3 = key1 ^ 0x7465646279746573;
        var rest = text;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            var word = MemoryMarshal.Read<ulong>(rest);
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
        }

        var last = (ulong)text.Length << 56;
        for (var i = 0; i < rest.Length; i++)
        {
            last |= (ulong)rest[i] << (8 * i);
        }

        v3 ^= last;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= last;
        v2 ^= 0xFF;
        for (var i = 0; i < 4; i++)
        {
            Round(ref v0, ref v1, ref v2, ref v3);
        }

        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
