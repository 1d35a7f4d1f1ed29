using System.Globalization;
using Gradus.Matching.Instances;

namespace Gradus.Matching.Mechanisms;

/// <summary>
/// Parallel mechanisms: lists are cut into bands; within a band places are held, at its end they are final.
/// Bands (1, 1, …) are immediate acceptance, one endless band is deferred acceptance, (1, endless) under one common order is the preference-informed allocation.
/// </summary>
/// <remarks>
/// <para>Paper: Chen and Kesten, “Chinese college admissions and school choice reforms: a theoretical analysis”, Journal of Political Economy 125 (2017).
/// Immediate acceptance: Abdulkadiroğlu and Sönmez, “School choice: a mechanism design approach”, American Economic Review 93 (2003).</para>
/// <para>Complexity: O(m).</para>
/// <para>Guarantee: the result is stable once every post ranks first by the band in which an applicant lists it and only then by its own priority, and optimal
/// for applicants among such results.
/// Efficient for stated lists when every band holds one choice or posts share one order. Earlier bands are easier to gain from by listing something else.</para>
/// <para>Ties: in a list, as listed; posts rank strictly (tier, then ranking, or tier, score and order). Linked pairs are treated as two single applicants.</para>
/// <para>Errors: <see cref="ArgumentOutOfRangeException"/> for a band below 1. A time limit leaves what was held at that moment.</para>
/// </remarks>
public sealed class ParallelBands : IMechanism
{
    /// <summary>The length that stands for “all the rest of the list”.</summary>
    public const int Endless = int.MaxValue;

    private readonly int[] _bands;

    /// <summary>Takes the length of each band; the last is repeated to the end of the list.</summary>
    public ParallelBands(params int[] bands)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bands.Length, nameof(bands));
        ArgumentOutOfRangeException.ThrowIfLessThan(bands.Min(), 1, nameof(bands));
        _bands = bands;
    }

    /// <summary>First choices first, then second choices for what is left, and so on; every place is final. Also called the Boston mechanism.</summary>
    public static ParallelBands ImmediateAcceptance { get; } = new(1);

    /// <inheritdoc/>
    public string Name => _bands is [1]
        ? "immediate-acceptance"
        : "parallel:" + string.Join(',', _bands.Select(band => band == Endless ? "*" : band.ToString(CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public OptimalFor OptimalFor(AllocationInstance instance) => Mechanisms.OptimalFor.StatedChoices;

    /// <summary>Reads a name such as <c>parallel:1,3,*</c>; <c>null</c> when it is none.</summary>
    public static ParallelBands? Parse(string name)
    {
        const string prefix = "parallel:";
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        int[] bands = [.. name[prefix.Length..].Split(',')
            .Select(band => band == "*" ? Endless : int.TryParse(band, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0)];
        return bands.Min() < 1 ? null : new ParallelBands(bands);
    }

    /// <summary>The number of the band, from 0, in which a place of a list lies.</summary>
    public int BandOf(int choice)
    {
        var end = 0L;
        for (var band = 0; ; band++)
        {
            end += _bands[int.Min(band, _bands.Length - 1)];
            if (choice < end)
            {
                return band;
            }
        }
    }

    /// <inheritdoc/>
    public Allocation Run(AllocationInstance instance, ApplicantOrder order, TimeLimit limit = default)
    {
        var lists = PostLists.Build(instance, order);
        var offsets = instance.OffsetArray;
        var next = offsets.AsSpan(0, instance.ApplicantCount).ToArray();
        var listEnds = new int[instance.ApplicantCount];
        var left = instance.Places.ToArray();
        var choiceOf = new int[instance.ApplicantCount];
        Array.Fill(choiceOf, -1);
        var unplaced = ApplicantOrder.Numbers(instance.ApplicantCount);
        var isComplete = true;
        var end = 0L;
        for (var band = 0; unplaced.Length > 0 && isComplete; band++)
        {
            end += _bands[int.Min(band, _bands.Length - 1)];
            foreach (var applicant in unplaced)
            {
                listEnds[applicant] = (int)long.Min(offsets[applicant + 1], offsets[applicant] + end);
            }

            var held = new HeldPositions(lists, left);
            isComplete = DeferredAcceptance.Propose(lists, held, unplaced, next, listEnds, limit);
            foreach (var applicant in unplaced)
            {
                if (next[applicant] < listEnds[applicant] && held.Holds(lists.Choices[next[applicant]]))
                {
                    choiceOf[applicant] = next[applicant] - offsets[applicant];
                    left[instance.Choices[next[applicant]]]--;
                }
            }

            unplaced = [.. unplaced.Where(applicant => choiceOf[applicant] < 0 && listEnds[applicant] < offsets[applicant + 1])];
        }

        return new Allocation(instance, this, order, choiceOf) { IsComplete = isComplete };
    }
}
