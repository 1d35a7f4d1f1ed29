namespace Gradus.Dates;

/// <summary>A step of a plan, as the graph needs it.</summary>
/// <param name="Id">Its name, once in a graph.</param>
/// <param name="Wait">How long it takes.</param>
public sealed record GraphStep(string Id, Wait Wait)
{
    /// <summary>Every one of these must be over before it begins.</summary>
    public IReadOnlyList<string> AllOf { get; init; } = [];

    /// <summary>One of these must be over before it begins; none named asks for none.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];

    /// <summary>
    /// The yearly round in a season of which it must begin; <c>null</c> for on any day. What follows it is of the same season or of a later one. Where its
    /// season is not published, how long it waits is unknown.
    /// </summary>
    public Seasons? Seasons { get; init; }

    /// <summary>The first day on which it may begin whatever is over; <c>null</c> for none.</summary>
    public DateOnly? NotBefore { get; init; }
}

/// <summary>Why steps cannot be a graph.</summary>
/// <param name="Step">The step, by its place in the list.</param>
/// <param name="Says">What is wrong with it.</param>
public sealed record GraphFault(int Step, string Says);

/// <summary>
/// Steps of which some wait for others, put in an order in which each can be worked out from those before it: from the start forward, and back from the day by
/// which the goal must begin.
/// Immutable; one graph may be planned from many days and by several threads. Linear in steps and arrows.
/// </summary>
public sealed class StepGraph
{
    private readonly GraphStep[] steps;
    private readonly int[] order;
    private readonly int[][] allOf;
    private readonly int[][] anyOf;
    private readonly Dictionary<string, int> places;

    private StepGraph(GraphStep[] steps, int[] order, int[][] allOf, int[][] anyOf, Dictionary<string, int> places) =>
        (this.steps, this.order, this.allOf, this.anyOf, this.places) = (steps, order, allOf, anyOf, places);

    /// <summary>The steps, in the order in which they were given.</summary>
    public IReadOnlyList<GraphStep> Steps => steps;

    /// <summary>Where a step stands.</summary>
    /// <exception cref="KeyNotFoundException">There is no such step.</exception>
    public int Place(string id) => places[id];

    /// <summary>Makes a graph.</summary>
    /// <exception cref="ArgumentException">The steps have one of the faults that <see cref="Faults"/> names.</exception>
    public static StepGraph Of(IEnumerable<GraphStep> steps)
    {
        var list = steps.ToArray();
        var faults = new List<GraphFault>();
        return Make(list, faults) ?? throw new ArgumentException($"The steps are no graph: {list[faults[0].Step].Id} {faults[0].Says}", nameof(steps));
    }

    /// <summary>Everything because of which steps are no graph: an id twice, a precondition that is no step, a circle.</summary>
    public static IReadOnlyList<GraphFault> Faults(IEnumerable<GraphStep> steps)
    {
        var faults = new List<GraphFault>();
        Make([.. steps], faults);
        return faults;
    }

    /// <summary>Plans the steps by the longest that is known of each wait, and beside it by the least.</summary>
    /// <param name="start">The first day on which anything can be begun.</param>
    /// <param name="goal">The step at which the plan aims, such as the first working day.</param>
    /// <param name="by">The day on which the goal should begin at the latest; <c>null</c> for as soon as it can.</param>
    /// <exception cref="KeyNotFoundException">There is no such goal.</exception>
    public StepSchedule Plan(DateOnly start, string goal, DateOnly? by = null)
    {
        var schedule = new StepSchedule(this, places[goal]);
        Forward(schedule, start.DayNumber);
        Backward(schedule, by?.DayNumber ?? schedule.Starts[schedule.Goal]);
        return schedule;
    }

    internal ReadOnlySpan<int> AllOf(int step) => allOf[step];

    private static StepGraph? Make(GraphStep[] steps, List<GraphFault> faults)
    {
        var found = new Dictionary<string, int>(steps.Length, StringComparer.Ordinal);
        for (var i = 0; i < steps.Length; i++)
        {
            if (!found.TryAdd(steps[i].Id, i))
            {
                faults.Add(new GraphFault(i, $"stands twice: “{steps[i].Id}”"));
            }
        }

        var every = Array.ConvertAll(steps, step => Places(step.AllOf));
        var some = Array.ConvertAll(steps, step => Places(step.AnyOf));
        for (var i = 0; i < steps.Length; i++)
        {
            faults.AddRange(steps[i].AllOf.Concat(steps[i].AnyOf).Where(id => !found.ContainsKey(id)).Select(id => new GraphFault(i, $"waits for “{id}”, which is no step")));
        }

        if (faults.Count > 0)
        {
            return null;
        }

        var sorted = Order(every, some);
        if (sorted.Length < steps.Length)
        {
            faults.Add(Circle(steps, every, some, sorted));
            return null;
        }

        return new StepGraph(steps, sorted, every, some, found);

        int[] Places(IReadOnlyList<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Where(found.ContainsKey).Select(id => found[id])];
    }

    // Those that wait for nothing first, then whatever waits only for those; what is in a circle is left out.
    private static int[] Order(int[][] every, int[][] some)
    {
        var left = new int[every.Length];
        var followers = Array.ConvertAll(every, _ => new List<int>());
        for (var i = 0; i < every.Length; i++)
        {
            foreach (var before in every[i].Union(some[i]))
            {
                followers[before].Add(i);
                left[i]++;
            }
        }

        var sorted = new List<int>(every.Length);
        sorted.AddRange(Enumerable.Range(0, every.Length).Where(i => left[i] == 0));
        for (var next = 0; next < sorted.Count; next++)
        {
            sorted.AddRange(followers[sorted[next]].Where(follower => --left[follower] == 0));
        }

        return [.. sorted];
    }

    private static GraphFault Circle(GraphStep[] steps, int[][] allOf, int[][] anyOf, int[] order)
    {
        var stuck = Enumerable.Range(0, steps.Length).Except(order).ToHashSet();
        var path = new List<int>();
        for (var at = stuck.Min(); !path.Contains(at); at = allOf[at].Concat(anyOf[at]).First(stuck.Contains))
        {
            path.Add(at);
        }

        var last = path[^1];
        var back = allOf[last].Concat(anyOf[last]).First(stuck.Contains);
        var circle = path[path.IndexOf(back)..];
        return new GraphFault(circle[0], $"waits for itself: {string.Join(" waits for ", circle.Append(circle[0]).Select(i => $"“{steps[i].Id}”"))}");
    }

    private void Forward(StepSchedule schedule, int start)
    {
        foreach (var i in order)
        {
            var step = steps[i];
            var (most, least) = (start, start);
            foreach (var before in allOf[i])
            {
                most = Math.Max(most, schedule.Finishes[before]);
                least = Math.Max(least, schedule.SoonestFinishes[before]);
                schedule.Years[i] = Math.Max(schedule.Years[i], schedule.Years[before]);
                schedule.SoonestYears[i] = Math.Max(schedule.SoonestYears[i], schedule.SoonestYears[before]);
                schedule.Take(i, before);
            }

            if (anyOf[i] is [var first, ..] some)
            {
                var (chosen, soonest) = (first, first);
                foreach (var other in some)
                {
                    chosen = schedule.Finishes[other] < schedule.Finishes[chosen] ? other : chosen;
                    soonest = schedule.SoonestFinishes[other] < schedule.SoonestFinishes[soonest] ? other : soonest;
                }

                most = Math.Max(most, schedule.Finishes[chosen]);
                least = Math.Max(least, schedule.SoonestFinishes[soonest]);
                schedule.Years[i] = Math.Max(schedule.Years[i], some.Min(other => schedule.Years[other]));
                schedule.SoonestYears[i] = Math.Max(schedule.SoonestYears[i], some.Min(other => schedule.SoonestYears[other]));
                schedule.Chosen[i] = chosen;
                schedule.Take(i, chosen);
            }

            schedule.Ready[i] = most;
            if (step.NotBefore is { } notBefore)
            {
                (most, least) = (Math.Max(most, notBefore.DayNumber), Math.Max(least, notBefore.DayNumber));
            }

            if (step.Seasons is { } seasons)
            {
                most = schedule.Enter(i, seasons.From(most, schedule.Years[i]), most);
                var soonest = seasons.From(least, schedule.SoonestYears[i]);
                (least, schedule.SoonestYears[i]) = (Math.Max(least, soonest.First), soonest.Year);
            }

            if (step.Wait.IsOpen || schedule.IsExpected(i))
            {
                schedule.Open(i);
            }

            schedule.Starts[i] = most;
            schedule.Finishes[i] = Wait.After(most, step.Wait.Most, step.Wait.Unit);
            schedule.SoonestFinishes[i] = Wait.After(least, step.Wait.Least, step.Wait.Unit);
            schedule.SoonestStarts[i] = least;
        }
    }

    private void Backward(StepSchedule schedule, int by)
    {
        Array.Fill(schedule.LatestFinishes, int.MaxValue);
        Array.Fill(schedule.LatestStarts, int.MaxValue);
        Array.Fill(schedule.LatestYears, int.MaxValue);
        schedule.LatestStarts[schedule.Goal] = by;
        schedule.LatestYears[schedule.Goal] = steps[schedule.Goal].Seasons?.By(by, int.MaxValue).Year ?? int.MaxValue;
        schedule.LatestFinishes[schedule.Goal] = Wait.After(by, steps[schedule.Goal].Wait.Most, steps[schedule.Goal].Wait.Unit);
        for (var at = order.Length - 1; at >= 0; at--)
        {
            var i = order[at];
            if (i != schedule.Goal)
            {
                if (schedule.LatestFinishes[i] == int.MaxValue)
                {
                    continue;
                }

                var latest = Wait.Before(schedule.LatestFinishes[i], steps[i].Wait.Most, steps[i].Wait.Unit);
                if (steps[i].Seasons?.By(latest, schedule.LatestYears[i]) is { } season)
                {
                    (latest, schedule.LatestYears[i]) = (Math.Min(latest, season.Closes.DayNumber), season.Year);
                }

                schedule.LatestStarts[i] = latest;
            }

            foreach (var before in allOf[i])
            {
                schedule.Allow(before, i, schedule.LatestYears[i]);
            }

            if (schedule.Chosen[i] is var chosen and >= 0)
            {
                schedule.Allow(chosen, i, Math.Max(schedule.LatestYears[i], schedule.Years[chosen]));
            }
        }
    }
}
