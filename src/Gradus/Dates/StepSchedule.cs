namespace Gradus.Dates;

/// <summary>
/// When each step of a graph can begin and must. Forward dates are by the longest that is known of each wait, so a plan made by them holds unless something
/// takes longer than anybody has published;
/// a wait of which nothing is known adds nothing to a date and is named in <see cref="OpenBefore"/>. Every step is told by its place in <see cref="StepGraph.Steps"/>.
/// </summary>
public sealed class StepSchedule
{
    private readonly StepGraph graph;
    private readonly int words;
    private readonly ulong[] open;
    private readonly Season?[] seasons;
    private List<int>? path;

    internal StepSchedule(StepGraph graph, int goal)
    {
        var count = graph.Steps.Count;
        (this.graph, Goal, words) = (graph, goal, (count + 63) / 64);
        (Starts, Finishes, SoonestStarts, SoonestFinishes, Ready, LatestStarts, LatestFinishes, Chosen) =
            (new int[count], new int[count], new int[count], new int[count], new int[count], new int[count], new int[count], new int[count]);
        Array.Fill(Chosen, -1);
        (Years, SoonestYears, LatestYears) = (new int[count], new int[count], new int[count]);
        (open, seasons) = (new ulong[count * words], new Season?[count]);
    }

    /// <summary>The step at which the plan aims.</summary>
    public int Goal { get; }

    /// <summary>
    /// The longest way from the start to the goal, in order: each step of it begins on the day on which the one before is over. Where the goal waits for a
    /// window or for a day of its own,
    /// the way begins with the step that waits.
    /// </summary>
    public IReadOnlyList<int> CriticalPath => path ??= Trace();

    internal int[] Starts { get; }

    internal int[] Finishes { get; }

    internal int[] SoonestStarts { get; }

    internal int[] SoonestFinishes { get; }

    internal int[] Ready { get; }

    internal int[] LatestStarts { get; }

    internal int[] LatestFinishes { get; }

    internal int[] Chosen { get; }

    // The latest year of the seasons of a step and of what it waits for; 0 for none. Of what it waits for one of, the earliest.
    internal int[] Years { get; }

    internal int[] SoonestYears { get; }

    // The earliest year of the seasons of a step and of what waits for it.
    internal int[] LatestYears { get; }

    /// <summary>The earliest day on which a step begins, by the longest known waits before it.</summary>
    public DateOnly EarliestStart(int step) => DateOnly.FromDayNumber(Starts[step]);

    /// <summary>The earliest day on which it is over, by its own longest known wait too.</summary>
    public DateOnly EarliestFinish(int step) => DateOnly.FromDayNumber(Finishes[step]);

    /// <summary>The day on which it begins if every wait is the least that is known.</summary>
    public DateOnly SoonestStart(int step) => DateOnly.FromDayNumber(SoonestStarts[step]);

    /// <summary>The last day on which it may begin without moving the goal, or the day by which the goal was asked for; <c>null</c> when the goal does not wait for it.</summary>
    public DateOnly? LatestStart(int step) => LatestStarts[step] == int.MaxValue ? null : DateOnly.FromDayNumber(LatestStarts[step]);

    /// <summary>Days by which it may begin later than its earliest start; under 0 when the day asked for cannot be met; <c>null</c> when the goal does not wait for it.</summary>
    public int? Slack(int step) => LatestStarts[step] == int.MaxValue ? null : LatestStarts[step] - Starts[step];

    /// <summary>The season in which it begins; <c>null</c> when it waits for none.</summary>
    public Season? SeasonOf(int step) => seasons[step];

    /// <summary>Whether it waits for a season whose days are not published and only expected.</summary>
    public bool IsExpected(int step) => seasons[step] is { IsPublished: false };

    /// <summary>Whether how long it takes is not wholly known, whatever comes before it.</summary>
    public bool IsOpen(int step) => graph.Steps[step].Wait.IsOpen || IsExpected(step);

    /// <summary>
    /// The steps, it included, whose wait is not wholly known and for which it waits, in the order of the steps: its dates are no earlier than they say, and
    /// nobody knows how much later.
    /// </summary>
    /// <param name="step">The step.</param>
    public IReadOnlyList<int> OpenBefore(int step)
    {
        var found = new List<int>();
        for (var i = 0; i < graph.Steps.Count; i++)
        {
            if ((open[(step * words) + (i >> 6)] >> (i & 63) & 1) == 1)
            {
                found.Add(i);
            }
        }

        return found;
    }

    internal void Open(int step) => open[(step * words) + (step >> 6)] |= 1UL << (step & 63);

    // The day on which a step begins that is ready on a day and waits for a season.
    internal int Enter(int step, Season season, int ready)
    {
        (seasons[step], Years[step]) = (season, season.Year);
        return Math.Max(ready, season.First);
    }

    // What is unknown of one is unknown of whatever waits for it.
    internal void Take(int step, int before)
    {
        for (var word = 0; word < words; word++)
        {
            open[(step * words) + word] |= open[(before * words) + word];
        }
    }

    // Whether it waits for another step whose wait is not wholly known.
    internal bool IsAfterOpen(int step)
    {
        for (var word = 0; word < words; word++)
        {
            var own = step >> 6 == word ? 1UL << (step & 63) : 0;
            if ((open[(step * words) + word] & ~own) != 0)
            {
                return true;
            }
        }

        return false;
    }

    // Backwards: what a step waits for must be over when it begins, and of a season no later than its own.
    internal void Allow(int before, int step, int year)
    {
        LatestFinishes[before] = Math.Min(LatestFinishes[before], LatestStarts[step]);
        LatestYears[before] = Math.Min(LatestYears[before], year);
    }

    private List<int> Trace()
    {
        var found = new List<int> { Goal };
        for (var at = Goal; Starts[at] == Ready[at];)
        {
            var next = -1;
            foreach (var before in graph.AllOf(at))
            {
                next = Finishes[before] == Ready[at] && (next < 0 || Starts[before] < Starts[next]) ? before : next;
            }

            if (Chosen[at] is var chosen and >= 0 && Finishes[chosen] == Ready[at] && (next < 0 || Starts[chosen] < Starts[next]))
            {
                next = chosen;
            }

            if (next < 0)
            {
                break;
            }

            found.Insert(0, at = next);
        }

        return found;
    }
}
