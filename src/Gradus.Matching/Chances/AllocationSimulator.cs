using Gradus.Matching.Draws;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Chances;

/// <summary>How often each applicant got each of their choices over many draws.</summary>
public sealed class SimulatedOdds
{
    private readonly AllocationInstance _instance;
    private readonly int[] _counts;

    internal SimulatedOdds(AllocationInstance instance, long draws, int[] counts) => (_instance, Draws, _counts) = (instance, draws, counts);

    /// <summary>How many draws there were.</summary>
    public long Draws { get; }

    /// <summary>How many applicants there are.</summary>
    public int ApplicantCount => _instance.ApplicantCount;

    /// <summary>How often an applicant got each choice, best first.</summary>
    public ReadOnlySpan<int> CountsOf(int applicant) => _counts.AsSpan(_instance.Offsets[applicant], _instance.ChoicesOf(applicant).Length);

    /// <summary>How often an applicant got nothing.</summary>
    public long UnplacedCountOf(int applicant)
    {
        var placed = 0L;
        foreach (var count in CountsOf(applicant))
        {
            placed += count;
        }

        return Draws - placed;
    }

    /// <summary>The part of draws in which an applicant got a choice, by its place in the list from 0.</summary>
    public double ChanceOf(int applicant, int choice) => (double)CountsOf(applicant)[choice] / Draws;
}

/// <summary>
/// Everybody's odds by plain Monte Carlo: the mechanism is run once for each of many random orders. Serves as the oracle for the faster ways of finding odds.
/// </summary>
/// <remarks>
/// Each draw has its own generator, made from seed and draw number, and starts from the ids in sorted order: the odds are the same for any number of threads
/// and any order of input rows.
/// Counts are kept by thread and added at the end. The standard error of an odd p over N draws is √(p(1−p)/N). O(N · m); a preference-informed allocation of up to 255 posts
/// without links, tiers and rankings takes a path with one byte for each choice.
/// </remarks>
public static class AllocationSimulator
{
    private const int DrawsAtATime = 16;

    /// <summary>Runs the draws on a number of threads; the progress hears which part is done.</summary>
    public static SimulatedOdds Run(AllocationInstance instance, IMechanism mechanism, long draws, ulong seed, int threads = 1, IProgress<double>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draws, int.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var sorted = instance.Applicants.Sorted();
        var counts = new int[instance.ChoiceCount];
        var next = 0L;
        void Work()
        {
            IDrawWorker worker = mechanism is PreferenceInformed && PiaDrawWorker.CanRun(instance)
                ? new PiaDrawWorker(instance, sorted)
                : new MechanismDrawWorker(instance, mechanism, sorted);
            for (var end = Interlocked.Add(ref next, DrawsAtATime); end - DrawsAtATime < draws; end = Interlocked.Add(ref next, DrawsAtATime))
            {
                for (var draw = end - DrawsAtATime; draw < long.Min(end, draws); draw++)
                {
                    worker.Run(new SimulationRandom(seed, draw));
                }

                progress?.Report((double)long.Min(end, draws) / draws);
            }

            lock (counts)
            {
                worker.AddTo(counts);
            }
        }

        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Work)).ToList();
        others.ForEach(thread => thread.Start());
        Work();
        others.ForEach(thread => thread.Join());
        return new SimulatedOdds(instance, draws, counts);
    }
}

/// <summary>Runs draws on one thread and keeps its own counts.</summary>
internal interface IDrawWorker
{
    void Run(SimulationRandom random);

    void AddTo(int[] counts);
}

/// <summary>Runs any mechanism.</summary>
internal sealed class MechanismDrawWorker(AllocationInstance instance, IMechanism mechanism, int[] sorted) : IDrawWorker
{
    private readonly int[] _counts = new int[instance.ChoiceCount];

    public void Run(SimulationRandom random)
    {
        var order = (int[])sorted.Clone();
        random.Shuffle(order);
        var choiceOf = mechanism.Run(instance, new ApplicantOrder(order)).ChoiceOf;
        for (var applicant = 0; applicant < choiceOf.Length; applicant++)
        {
            if (choiceOf[applicant] >= 0)
            {
                _counts[instance.OffsetArray[applicant] + choiceOf[applicant]]++;
            }
        }
    }

    public void AddTo(int[] counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += _counts[i];
        }
    }
}

/// <summary>
/// Runs preference-informed draws over byte lists. Pass 1 is taken as the shuffle goes, since a place in the order is final once drawn;
/// first choices are not counted, they are what remains of all draws when other outcomes are taken away.
/// </summary>
internal sealed unsafe class PiaDrawWorker : IDrawWorker
{
    private const int NoPost = byte.MaxValue;

    private readonly AllocationInstance _instance;
    private readonly int[] _sorted;
    private readonly int[] _order;
    private readonly int[] _waiting;
    private readonly int[] _left = new int[NoPost + 1];
    private readonly byte[] _lists;
    private readonly byte[] _first;
    private readonly int[] _counts;
    private readonly int[] _starts;
    private long _draws;

    public PiaDrawWorker(AllocationInstance instance, int[] sorted)
    {
        (_instance, _sorted) = (instance, sorted);
        _order = new int[sorted.Length];
        _waiting = new int[sorted.Length + 1];
        _first = new byte[sorted.Length];
        _starts = new int[sorted.Length];

        // Every list ends with a post that always has a place: to be given it is to be unplaced.
        _lists = new byte[instance.ChoiceCount + sorted.Length];
        _counts = new int[_lists.Length];
        for (var applicant = 0; applicant < sorted.Length; applicant++)
        {
            var choices = instance.ChoicesOf(applicant);
            _starts[applicant] = instance.Offsets[applicant] + applicant;
            for (var i = 0; i < choices.Length; i++)
            {
                _lists[_starts[applicant] + i] = (byte)choices[i];
            }

            _lists[_starts[applicant] + choices.Length] = NoPost;
            _first[applicant] = _lists[_starts[applicant]];
        }
    }

    public static bool CanRun(AllocationInstance instance) => instance.PostCount < NoPost && !instance.HasLinks && !instance.HasTiers && !instance.HasRankings;

    public void Run(SimulationRandom random)
    {
        _draws++;
        _sorted.CopyTo(_order, 0);
        _instance.Places.CopyTo(_left);
        _left[NoPost] = int.MaxValue;
        fixed (int* order = _order, waiting = _waiting, left = _left, counts = _counts, starts = _starts)
        fixed (byte* lists = _lists, first = _first)
        {
            var count = FirstPass(random, order, waiting, left, first);
            for (var i = 0; i < count; i++)
            {
                var at = starts[waiting[i]];
                while (left[lists[at]] == 0)
                {
                    at++;
                }

                left[lists[at]]--;
                counts[at]++;
            }
        }
    }

    public void AddTo(int[] counts)
    {
        for (var applicant = 0; applicant < _starts.Length; applicant++)
        {
            var length = _instance.ChoicesOf(applicant).Length;
            var own = _counts.AsSpan(_starts[applicant], length + 1);
            var target = counts.AsSpan(_instance.Offsets[applicant], length);
            var others = 0L;
            for (var i = 1; i <= length; i++)
            {
                others += own[i];
                if (i < length)
                {
                    target[i] += own[i];
                }
            }

            if (length > 0)
            {
                target[0] += (int)(_draws - others);
            }
        }
    }

    /// <summary>Draws the order and lets each applicant, as drawn, take the first choice if it has a place; the others wait, in order.</summary>
    private int FirstPass(SimulationRandom random, int* order, int* waiting, int* left, byte* first)
    {
        var count = 0;
        var length = _order.Length;
        for (var i = 0; i < length; i++)
        {
            var at = order + i + random.NextBelow((uint)(length - i));
            var applicant = *at;
            *at = order[i];
            var post = first[applicant];
            var places = left[post];
            var isPlaced = places > 0 ? 1 : 0;
            left[post] = places - isPlaced;
            waiting[count] = applicant;
            count += 1 - isPlaced;
        }

        return count;
    }
}
