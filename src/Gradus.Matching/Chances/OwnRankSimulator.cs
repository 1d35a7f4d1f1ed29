using Gradus.Matching.Draws;
using Gradus.Matching.Instances;

namespace Gradus.Matching.Chances;

/// <summary>One person's chances, with their standard errors.</summary>
/// <param name="Chances">The chance of each choice, best first.</param>
/// <param name="StandardErrors">The standard error of each.</param>
public sealed record OwnChances(IReadOnlyList<double> Chances, IReadOnlyList<double> StandardErrors);

/// <summary>
/// One person's chances in a preference-informed allocation by exact conditional simulation: the order of the others is drawn, and for every place at which the person
/// could stand in it the outcome is worked out, not drawn. Nobody ahead is affected by who comes after, so this is exact, costs as much as one plain run, and
/// needs some hundreds of times fewer.
/// </summary>
/// <remarks>
/// Rao–Blackwell: the expectation over one's own rank is taken exactly (Casella and Robert, “Rao–Blackwellisation of sampling schemes”, Biometrika 83, 1996).
/// O(draws · m). Sums are whole numbers, so the result is the same for any number of threads. The others are single applicants without tiers; rankings are not looked at.
/// </remarks>
public static class OwnRankSimulator
{
    /// <summary>Runs the draws. The instance holds the others only.</summary>
    public static OwnChances Run(AllocationInstance others, ReadOnlySpan<int> ownList, int draws, ulong seed, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var list = ownList.ToArray();
        var sorted = others.Applicants.Sorted();
        var sums = new long[list.Length];
        var squares = new Int128[list.Length];
        var next = -1;
        void Work()
        {
            var draw = new OwnRankDraw(others, list, sorted);
            var (ownSums, ownSquares) = (new long[list.Length], new Int128[list.Length]);
            for (var run = Interlocked.Increment(ref next); run < draws; run = Interlocked.Increment(ref next))
            {
                var places = draw.Run(new SimulationRandom(seed, run));
                for (var i = 0; i < list.Length; i++)
                {
                    ownSums[i] += places[i];
                    ownSquares[i] += (Int128)places[i] * places[i];
                }
            }

            lock (sums)
            {
                for (var i = 0; i < list.Length; i++)
                {
                    sums[i] += ownSums[i];
                    squares[i] += ownSquares[i];
                }
            }
        }

        var helpers = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Work)).ToList();
        helpers.ForEach(thread => thread.Start());
        Work();
        helpers.ForEach(thread => thread.Join());
        double standing = others.ApplicantCount + 1;
        var chances = sums.Select(sum => sum / (standing * draws)).ToList();
        var errors = squares.Select((square, i) => double.Sqrt(double.Max(0, ((double)square / (standing * standing * draws)) - (chances[i] * chances[i])) / int.Max(1, draws - 1)))
            .ToList();
        return new OwnChances(chances, errors);
    }

    /// <summary>One draw of the others, and at how many of the places between them each choice would be got.</summary>
    private sealed class OwnRankDraw(AllocationInstance others, int[] list, int[] sorted)
    {
        private readonly int[] _order = new int[sorted.Length];
        private readonly int[] _left = new int[others.PostCount];
        private readonly int[] _waiting = new int[sorted.Length];
        private readonly int[] _closesAfter = new int[others.PostCount];
        private readonly int[] _places = new int[list.Length];
        private int _waitingCount;

        public int[] Run(SimulationRandom random)
        {
            sorted.CopyTo(_order, 0);
            random.Shuffle(_order);
            others.Places.CopyTo(_left);
            var standing = _order.Length + 1;
            var firstCloses = list.Length == 0 ? 0 : FirstPass(list[0], standing);
            SecondPass(standing);
            var reached = 0;
            for (var i = 0; i < list.Length; i++)
            {
                var closes = i == 0 ? firstCloses : _closesAfter[list[i]];
                _places[i] = int.Max(0, closes - reached);
                reached = int.Max(reached, closes);
            }

            return _places;
        }

        /// <summary>Runs pass 1 of the others; returns at how many of the first places between them one's own first choice still has room.</summary>
        private int FirstPass(int ownFirst, int standing)
        {
            var closes = _left[ownFirst] > 0 ? standing : 0;
            _waitingCount = 0;
            for (var i = 0; i < _order.Length; i++)
            {
                if (others.ChoicesOf(_order[i]) is [var post, ..] && _left[post] > 0)
                {
                    _left[post]--;
                    closes = post == ownFirst && _left[post] == 0 ? i + 1 : closes;
                }
                else
                {
                    _waiting[_waitingCount++] = i;
                }
            }

            return closes;
        }

        private void SecondPass(int standing)
        {
            for (var post = 0; post < _left.Length; post++)
            {
                _closesAfter[post] = _left[post] > 0 ? standing : 0;
            }

            foreach (var i in _waiting.AsSpan(0, _waitingCount))
            {
                foreach (var post in others.ChoicesOf(_order[i]))
                {
                    if (_left[post] > 0)
                    {
                        _left[post]--;
                        _closesAfter[post] = _left[post] == 0 ? i + 1 : _closesAfter[post];
                        break;
                    }
                }
            }
        }
    }
}
