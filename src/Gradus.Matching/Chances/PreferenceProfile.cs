using Gradus.Matching.Draws;

namespace Gradus.Matching.Chances;

/// <summary>What everybody lists, as masses of people: enough to find where every post closes in a preference-informed allocation.</summary>
public abstract class PreferenceProfile
{
    /// <summary>How many people put each post first.</summary>
    public abstract ReadOnlySpan<double> FirstPreferences { get; }

    /// <summary>A sweep in which everybody whose first choice is full asks for their best open post.</summary>
    internal abstract IDemandSweep Sweep(bool[] open);
}

/// <summary>The rate at which each open post is asked for by those who did not get their first choice, per unit of rank.</summary>
internal interface IDemandSweep
{
    /// <summary>The rates now.</summary>
    ReadOnlySpan<double> Rates { get; }

    /// <summary>From here on, those who put a post first no longer get it.</summary>
    void FirstChoiceClosed(int post);

    /// <summary>A post has run out; the sweep sees it as no longer open.</summary>
    void Closed(int post);
}

/// <summary>A profile of explicit lists, equal ones grouped by a weight. A sweep moves each list forward only: O(all lists) in total.</summary>
public sealed class ListProfile : PreferenceProfile
{
    private readonly double[] _firstPreferences;
    private readonly int[] _lists;
    private readonly int[] _starts;
    private readonly double[] _weights;

    /// <summary>Takes lists of posts, best first, after one another; where each begins, and where the last ends; and how many people have each.</summary>
    public ListProfile(int postCount, int[] lists, int[] starts, double[] weights)
    {
        (_lists, _starts, _weights) = (lists, starts, weights);
        _firstPreferences = new double[postCount];
        for (var i = 0; i < weights.Length; i++)
        {
            if (starts[i] < starts[i + 1])
            {
                _firstPreferences[lists[starts[i]]] += weights[i];
            }
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<double> FirstPreferences => _firstPreferences;

    internal override IDemandSweep Sweep(bool[] open) => new ListSweep(this, open);

    private sealed class ListSweep : IDemandSweep
    {
        private const int None = -1;
        private readonly ListProfile _profile;
        private readonly bool[] _open;
        private readonly double[] _rates;
        private readonly int[] _firstIn;
        private readonly int[] _asking;
        private readonly int[] _next;
        private readonly int[] _at;

        public ListSweep(ListProfile profile, bool[] open)
        {
            (_profile, _open) = (profile, open);
            _rates = new double[open.Length];
            _firstIn = new int[open.Length];
            _asking = new int[open.Length];
            Array.Fill(_firstIn, None);
            Array.Fill(_asking, None);
            _next = new int[profile._weights.Length];
            _at = profile._starts.AsSpan(0, _next.Length).ToArray();
            for (var i = 0; i < _next.Length; i++)
            {
                if (_at[i] < profile._starts[i + 1])
                {
                    ref var head = ref _firstIn[profile._lists[_at[i]]];
                    (_next[i], head) = (head, i);
                }
            }
        }

        public ReadOnlySpan<double> Rates => _rates;

        public void FirstChoiceClosed(int post) => MoveOn(ref _firstIn[post]);

        public void Closed(int post)
        {
            _rates[post] = 0;
            MoveOn(ref _asking[post]);
        }

        private void MoveOn(ref int head)
        {
            var list = head;
            head = None;
            while (list != None)
            {
                var following = _next[list];
                var end = _profile._starts[list + 1];
                var at = _at[list] + 1;
                while (at < end && !_open[_profile._lists[at]])
                {
                    at++;
                }

                _at[list] = at;
                if (at < end)
                {
                    var post = _profile._lists[at];
                    _rates[post] += _profile._weights[list];
                    (_next[list], _asking[post]) = (_asking[post], list);
                }

                list = following;
            }
        }
    }
}

/// <summary>
/// A profile in which each group of people values posts by popularity and independent Gumbel noise: the multinomial logit or Luce model.
/// Then the best open post is independent of the first choice, so the sweep is exact without a single sampled list: the chance that it is post j is its weight among the open ones.
/// Luce, “Individual Choice Behavior” (1959); McFadden, “Conditional logit analysis of qualitative choice behavior” (1974).
/// </summary>
public sealed class LuceProfile : PreferenceProfile
{
    private readonly double[] _firstPreferences;
    private readonly double[][] _firstByGroup;
    private readonly double[][] _laterWeights;

    /// <summary>Takes, for each group, how many people put each post first, and the weight of each post among later choices.</summary>
    public LuceProfile(double[][] firstByGroup, double[][] laterWeights)
    {
        (_firstByGroup, _laterWeights) = (firstByGroup, laterWeights);
        _firstPreferences = new double[laterWeights[0].Length];
        foreach (var group in firstByGroup)
        {
            for (var post = 0; post < group.Length; post++)
            {
                _firstPreferences[post] += group[post];
            }
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<double> FirstPreferences => _firstPreferences;

    internal override IDemandSweep Sweep(bool[] open) => new LuceSweep(this, open);

    /// <summary>
    /// Whole lists drawn from the profile, one after another: the first choice by the masses, what follows by an exponential race with the later weights of the same group,
    /// which draws a Luce order without replacement (Efraimidis and Spirakis, Information Processing Letters 97, 2006). O(people · posts log posts).
    /// </summary>
    /// <param name="people">How many lists.</param>
    /// <param name="random">Where the chance comes from; moved on.</param>
    public int[][] SampleLists(int people, ref SimulationRandom random)
    {
        var posts = _firstPreferences.Length;
        var upTo = new double[_firstByGroup.Length * posts];
        var total = 0.0;
        for (var i = 0; i < upTo.Length; i++)
        {
            total += _firstByGroup[i / posts][i % posts];
            upTo[i] = total;
        }

        var lists = new int[people][];
        var keys = new double[posts];
        for (var person = 0; person < people; person++)
        {
            var at = Array.BinarySearch(upTo, total * random.NextDouble());
            at = int.Min(at < 0 ? ~at : at + 1, upTo.Length - 1);
            var (group, first) = (at / posts, at % posts);
            var list = new int[posts];
            for (var post = 0; post < posts; post++)
            {
                list[post] = post;
                keys[post] = post == first ? -1 : -double.Log(1 - random.NextDouble()) / _laterWeights[group][post];
            }

            Array.Sort(keys, list);
            lists[person] = list;
        }

        return lists;
    }

    private sealed class LuceSweep : IDemandSweep
    {
        private readonly LuceProfile _profile;
        private readonly bool[] _open;
        private readonly double[] _waiting;
        private readonly double[] _rates;

        public LuceSweep(LuceProfile profile, bool[] open)
        {
            (_profile, _open) = (profile, open);
            _waiting = new double[profile._firstByGroup.Length];
            _rates = new double[open.Length];
        }

        public ReadOnlySpan<double> Rates => _rates;

        public void FirstChoiceClosed(int post)
        {
            for (var group = 0; group < _waiting.Length; group++)
            {
                _waiting[group] += _profile._firstByGroup[group][post];
            }

            Share();
        }

        public void Closed(int post) => Share();

        private void Share()
        {
            Array.Clear(_rates);
            for (var group = 0; group < _waiting.Length; group++)
            {
                var weights = _profile._laterWeights[group];
                var total = 0.0;
                for (var post = 0; post < weights.Length; post++)
                {
                    total += _open[post] ? weights[post] : 0;
                }

                if (total <= 0)
                {
                    continue;
                }

                var each = _waiting[group] / total;
                for (var post = 0; post < weights.Length; post++)
                {
                    _rates[post] += _open[post] ? each * weights[post] : 0;
                }
            }
        }
    }
}
