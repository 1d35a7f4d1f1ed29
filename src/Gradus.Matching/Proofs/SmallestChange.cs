using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Proofs;

/// <summary>Moves people along shortest paths until no post below its minimum can be reached.</summary>
internal sealed class SmallestChange
{
    private readonly AllocationInstance _instance;
    private readonly int[] _before;
    private readonly int[] _now;
    private readonly int[] _has;
    private readonly List<int>[] _members;
    private readonly Arc[][] _arcs;
    private readonly Acceptability _acceptable;
    private readonly int _unplaced;
    private long _workLeft;

    public SmallestChange(AllocationInstance instance, ReadOnlySpan<int> choiceOf, long mostWork)
    {
        _instance = instance;
        _before = choiceOf.ToArray();
        _now = choiceOf.ToArray();
        _acceptable = Acceptability.Of(instance);
        _unplaced = instance.PostCount;
        _workLeft = mostWork;
        _has = new int[instance.PostCount];
        _members = [.. Enumerable.Range(0, instance.PostCount + 1).Select(_ => new List<int>())];
        _arcs = new Arc[instance.PostCount + 1][];
        for (var post = 0; post < _has.Length; post++)
        {
            _has[post] = instance.HeldAt(post);
        }

        for (var applicant = 0; applicant < _now.Length; applicant++)
        {
            var node = NodeOf(applicant);
            _members[node].Add(applicant);
            if (node != _unplaced)
            {
                _has[node]++;
            }
        }
    }

    public ReadOnlySpan<int> ChoiceOf => _now;

    public int Filled { get; private set; }

    public int Worse => Enumerable.Range(0, _now.Length).Count(applicant => CostOf(applicant, _now[applicant]).Worse > 0);

    public long PlacesLower => Enumerable.Range(0, _now.Length).Sum(applicant => CostOf(applicant, _now[applicant]).PlacesLower);

    public int Moved => Enumerable.Range(0, _now.Length).Count(applicant => _now[applicant] != _before[applicant]);

    /// <summary>Fills what can be filled; false when that takes more work than allowed.</summary>
    public bool Fill()
    {
        for (var node = 0; node < _arcs.Length; node++)
        {
            FindArcs(node);
        }

        while (_workLeft > 0)
        {
            if (ShortestPath() is not { } path)
            {
                return true;
            }

            Shift(path);
        }

        return false;
    }

    public IReadOnlyList<Move> Moves()
    {
        var moves = new List<Move>();
        for (var applicant = 0; applicant < _now.Length && moves.Count < Certificate.ListedPairs; applicant++)
        {
            if (_now[applicant] != _before[applicant])
            {
                var choices = _instance.ChoicesOf(applicant);
                var (from, to) = (_before[applicant], _now[applicant]);
                moves.Add(new Move(_instance.Applicants[applicant], from < 0 ? null : _instance.Posts[choices[from]], from < 0 ? null : from + 1,
                    _instance.Posts[choices[to]], to + 1));
            }
        }

        return moves;
    }

    private int NodeOf(int applicant) => _now[applicant] < 0 ? _unplaced : _instance.ChoicesOf(applicant)[_now[applicant]];

    /// <summary>What a choice costs an applicant, measured from what the run gave.</summary>
    private Cost CostOf(int applicant, int choice)
    {
        var before = _before[applicant];
        if (choice == before)
        {
            return default;
        }

        var lower = before < 0 ? 0 : LevelOf(applicant, choice) - LevelOf(applicant, before);
        return lower > 0 ? new Cost(1, lower, 1) : new Cost(0, 0, 1);
    }

    private int LevelOf(int applicant, int choice) => _instance.LevelAt(_instance.Offsets[applicant] + choice);

    /// <summary>For every other post the cheapest who could go there from here, the first of the input among equals.</summary>
    private void FindArcs(int node)
    {
        var best = new Dictionary<int, Arc>();
        foreach (var applicant in _members[node])
        {
            var here = CostOf(applicant, _now[applicant]);
            var choices = _instance.ChoicesOf(applicant);
            _workLeft -= choices.Length;
            for (var choice = 0; choice < choices.Length; choice++)
            {
                if (choice != _now[applicant] && _acceptable[_instance.Offsets[applicant] + choice])
                {
                    Offer(best, new Arc(choices[choice], applicant, choice, CostOf(applicant, choice).Less(here)));
                }
            }

            if (_before[applicant] < 0 && _now[applicant] >= 0)
            {
                Offer(best, new Arc(_unplaced, applicant, -1, default(Cost).Less(here)));
            }
        }

        _arcs[node] = [.. best.Values.OrderBy(arc => arc.To)];
    }

    private static void Offer(Dictionary<int, Arc> best, Arc arc)
    {
        if (!best.TryGetValue(arc.To, out var other) || arc.Cost.IsLess(other.Cost) || (arc.Cost == other.Cost && arc.Applicant < other.Applicant))
        {
            best[arc.To] = arc;
        }
    }

    /// <summary>
    /// The cheapest chain of moves that ends at a post below its minimum and begins where one can be spared; <c>null</c> when there is none. Costs can be
    /// negative, cycles of them cannot.
    /// </summary>
    private List<Arc>? ShortestPath()
    {
        var reached = new Cost?[_arcs.Length];
        var by = new (int From, Arc Arc)[_arcs.Length];
        var waiting = new Queue<int>();
        var isWaiting = new bool[_arcs.Length];
        for (var node = 0; node < _arcs.Length; node++)
        {
            if (node == _unplaced || _has[node] > _instance.MinimumOf(node))
            {
                reached[node] = default(Cost);
                by[node].From = -1;
                waiting.Enqueue(node);
                isWaiting[node] = true;
            }
        }

        while (waiting.TryDequeue(out var node))
        {
            isWaiting[node] = false;
            _workLeft -= _arcs[node].Length;
            foreach (var arc in _arcs[node])
            {
                var cost = reached[node]!.Value.Plus(arc.Cost);
                if (reached[arc.To] is { } other && !cost.IsLess(other))
                {
                    continue;
                }

                reached[arc.To] = cost;
                by[arc.To] = (node, arc);
                if (!isWaiting[arc.To])
                {
                    waiting.Enqueue(arc.To);
                    isWaiting[arc.To] = true;
                }
            }
        }

        int? end = null;
        for (var post = 0; post < _has.Length; post++)
        {
            if (_has[post] < _instance.MinimumOf(post) && reached[post] is { } cost && (end is null || cost.IsLess(reached[end.Value]!.Value)))
            {
                end = post;
            }
        }

        if (end is null)
        {
            return null;
        }

        var path = new List<Arc>();
        for (var at = end.Value; by[at].From >= 0; at = by[at].From)
        {
            path.Add(by[at].Arc);
        }

        return path;
    }

    /// <summary>Moves everybody on a path, given from its end to its beginning.</summary>
    private void Shift(List<Arc> path)
    {
        var touched = new List<int> { path[0].To };
        foreach (var arc in path)
        {
            var from = NodeOf(arc.Applicant);
            _members[from].Remove(arc.Applicant);
            _members[arc.To].Add(arc.Applicant);
            _now[arc.Applicant] = arc.Choice;
            touched.Add(from);
        }

        _has[path[0].To]++;
        if (touched[^1] != _unplaced)
        {
            _has[touched[^1]]--;
        }

        Filled++;
        touched.ForEach(FindArcs);
    }

    /// <summary>Somebody who could go to a post, and by which choice.</summary>
    private readonly record struct Arc(int To, int Applicant, int Choice, Cost Cost);

    /// <summary>What is kept small: first how many get a worse choice, then how far they fall, then how many move.</summary>
    private readonly record struct Cost(int Worse, long PlacesLower, int Moved)
    {
        public Cost Plus(Cost other) => new(Worse + other.Worse, PlacesLower + other.PlacesLower, Moved + other.Moved);

        public Cost Less(Cost other) => new(Worse - other.Worse, PlacesLower - other.PlacesLower, Moved - other.Moved);

        public bool IsLess(Cost other) => (Worse, PlacesLower, Moved).CompareTo((other.Worse, other.PlacesLower, other.Moved)) < 0;
    }
}
