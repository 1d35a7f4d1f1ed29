using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.Dates;

/// <summary>What a plan is made from: the steps of a route, the figures that they name, and what the doctor told us.</summary>
public sealed record StepRequest
{
    /// <summary>The steps of every table that the plan draws on.</summary>
    public required IReadOnlyList<StepRow> Rows { get; init; }

    /// <summary>The yearly rounds for which steps wait, by key.</summary>
    public IReadOnlyDictionary<string, Round> Rounds { get; init; } = new Dictionary<string, Round>();

    /// <summary>A figure by the name in a cell.</summary>
    public required Func<string, Figure> FigureOf { get; init; }

    /// <summary>The route.</summary>
    public required string Route { get; init; }

    /// <summary>What the doctor told us, for the conditions of steps: values by fact.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Told { get; init; }

    /// <summary>The date asked about: a season that is over by then can be entered only by a step that is done.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The first day on which anything can be begun.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The day on which the doctor wants to begin work; <c>null</c> for as soon as can be.</summary>
    public DateOnly? WorkFrom { get; init; }

    /// <summary>The doctor's own estimates, weeks by step: they stand in the place of what is published, or not, and are said to be theirs.</summary>
    public IReadOnlyDictionary<string, int> Mine { get; init; } = new Dictionary<string, int>();

    /// <summary>The steps that are done.</summary>
    public IReadOnlyCollection<string> Done { get; init; } = [];

    /// <summary>The papers that the doctor has: the day of issue by step. One that has expired by the first working day is ordered again.</summary>
    public IReadOnlyDictionary<string, DateOnly> Issued { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>The nation whose rules hold at home.</summary>
    public required Nation Nation { get; init; }
}

/// <summary>
/// Makes a dated plan of the steps of a route: forward by the longest known waits, back from the first working day, papers as late as they keep. Nothing is
/// guessed: a wait that nobody has published
/// adds nothing to a date and is named.
/// </summary>
public static class StepPlanner
{
    /// <summary>Whether a step is in a plan.</summary>
    public static bool IsIn(StepRow row, string route, IReadOnlyDictionary<string, IReadOnlyList<string>> told)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsIn(route) && row.When?.Holds(told) != false;
    }

    /// <summary>Says whether the day on which a doctor begins to prepare and the one on which they want to begin work can both hold.</summary>
    internal static void CheckDays(DateOnly? startFrom, DateOnly? workFrom, FieldErrors errors)
    {
        if (workFrom is { } work && startFrom is { } start && work < start)
        {
            errors.Add("workFrom", $"Expected a day on or after {start}, on which you begin to prepare.");
        }
    }

    /// <summary>Makes the plan.</summary>
    public static StepPlan Plan(StepRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rows = request.Rows.Where(row => IsIn(row, request.Route, request.Told)).ToList();
        var goal = rows.First(row => row.Phase == "first-day").Id;
        var there = rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var steps = rows.ConvertAll(row => new Worked(row, request, there));
        var (graph, bare) = Bare(request, steps, goal);
        var first = bare.EarliestStart(bare.Goal);

        // A paper that will have expired by then is ordered again, which may take until later.
        if (steps.FindAll(step => step.Issued is not null && !step.WillDoOn(first.OrLater(request.WorkFrom ?? first))) is { Count: > 0 } expired)
        {
            expired.ForEach(step => step.OrderAgain());
            (graph, bare) = Bare(request, steps, goal);
        }

        while (Cover(steps, bare))
        {
            (graph, bare) = Bare(request, steps, goal);
        }

        first = bare.EarliestStart(bare.Goal);
        var planned = first.OrLater(request.WorkFrom ?? first);
        var latest = graph.Plan(request.Start, goal, planned);
        for (var i = 0; i < steps.Count; i++)
        {
            steps[i].NotBefore = NotBefore(steps[i], planned) is { } day && day > request.Start ? day : null;
            steps[i].Floor = steps[i].NotBefore is { } floor && floor <= latest.LatestStart(i) ? floor : null;
        }

        var schedule = Graph(request, steps, goal, planned).Plan(request.Start, goal, request.WorkFrom ?? planned);
        return Answer(request, rows, steps, bare, schedule, planned);
    }

    // Where the days of its season are only expected, the reader's own estimate covers the wait for it too; not where the season is one day, which is the same each year.
    private static bool Cover(List<Worked> steps, StepSchedule bare)
    {
        var found = steps.Index()
            .Where(step => step.Item is { IsMine: true, CoversSeason: false } && bare.SeasonOf(step.Index) is { IsPublished: false, IsOneDay: false })
            .Select(step => step.Item)
            .ToList();
        found.ForEach(step => step.CoversSeason = true);
        return found.Count > 0;
    }

    private static (StepGraph Graph, StepSchedule Schedule) Bare(StepRequest request, List<Worked> steps, string goal)
    {
        var graph = Graph(request, steps);
        return (graph, graph.Plan(request.Start, goal));
    }

    private static StepGraph Graph(StepRequest request, List<Worked> steps, string? goal = null, DateOnly? planned = null) =>
        StepGraph.Of(steps.Select(step => new GraphStep(step.Row.Id, step.Wait)
        {
            AllOf = step.IsDone ? [] : step.AllOf,
            AnyOf = step.IsDone ? [] : step.OneOf,
            Seasons = step.Seasons,
            NotBefore = step.Row.Id == goal ? planned : FirstDayOf(step, planned is not null, request.On),
        }));

    // No paper before it would last, once the first day is planned; no season that is over.
    private static DateOnly? FirstDayOf(Worked step, bool isPlanned, DateOnly on)
    {
        var floor = isPlanned ? step.Floor : null;
        return step.Seasons is null ? floor : on.OrLater(floor ?? on);
    }

    private static DateOnly? NotBefore(Worked step, DateOnly planned)
    {
        var life = step.IsDone ? null : step.Life ?? step.Ahead;
        return life is { } span ? DateOnly.FromDayNumber(Wait.Before(planned.DayNumber, span.Amount, span.Unit)) : null;
    }

    private static StepPlan Answer(StepRequest request, List<StepRow> rows, List<Worked> steps, StepSchedule bare, StepSchedule schedule, DateOnly planned)
    {
        var path = bare.CriticalPath;
        var first = bare.EarliestStart(bare.Goal);
        var fees = steps.Select((step, i) => step.Fees(schedule.EarliestStart(i)).ToList()).ToList();
        var dated = rows.Select((row, i) => Dated(i)).ToList();
        var costs = fees.Where((_, i) => !steps[i].IsDone).SelectMany(fee => fee).ToList();
        return new StepPlan
        {
            Steps = dated,
            Start = request.Start,
            SoonestFirstDay = bare.SoonestStart(bare.Goal),
            FirstDay = first,
            PlannedFirstDay = planned,
            IsExpected = bare.OpenBefore(bare.Goal).Any(bare.IsExpected),
            DaysShort = request.WorkFrom is { } wished && wished < first ? first.DayNumber - wished.DayNumber : 0,
            CriticalPath = [.. path.Select(i => rows[i].Id)],
            UnknownWaits = [.. bare.OpenBefore(bare.Goal).Select(i => steps[i].Unknown(bare.SeasonOf(i)))],
            UnknownAfter = [.. rows.Index().Where(row => row.Item.Phase == "after" && bare.IsOpen(row.Index)).Select(row => steps[row.Index].Unknown(bare.SeasonOf(row.Index)))],
            Costs = [.. costs.Where(cost => cost.Value.IsKnown).GroupBy(cost => cost.Currency).Select(Total)],
            UnknownCosts = [.. costs.Where(cost => !cost.Value.IsKnown).Select(cost => new UnknownPart(cost.Id, cost.What, cost.Value.Text, cost.Value.Ask)),
                .. steps.Where(step => !step.IsDone && step.Row.FeeIs is "not-found" or "unpublished").Select(step => step.UnknownFee())],
            Papers = [.. Papers()],
            Reasons = [.. steps.Select(step => step.WaitReason()).OfType<Reason>(),
                .. costs.Select(cost => cost.Value.Because("cost-" + cost.Id, $"{cost.What}: {cost.Value.Text}."))],
        };

        DatedStep Dated(int i)
        {
            var (row, step) = (rows[i], steps[i]);
            return new DatedStep(row.Id, row.Step, row.Body, row.Phase, [.. step.AllOf, .. step.OneOf],
                schedule.EarliestStart(i), schedule.EarliestFinish(i), schedule.LatestStart(i), schedule.Slack(i), path.Contains(i) || bare.Slack(i) == 0,
                    bare.IsOpen(i), step.Words(bare.IsExpected(i)))
            {
                AfterUnknown = bare.IsAfterOpen(i),
                Mine = step.IsMine,
                Done = step.IsDone,
                NotBefore = step.NotBefore,
                GoodUntil = step.Life is { } life ? DateOnly.FromDayNumber(Wait.After(IssuedOn(i).DayNumber, life.Amount, life.Unit)) : null,
                Gives = row.Gives,
                Fee = step.FeeWords(fees[i]),
                Window = step.WindowWords(schedule.SeasonOf(i)),
                Expected = schedule.IsExpected(i),
                Note = row.Note,
                Source = row.Source,
                Status = schedule.IsExpected(i) ? StatusExtensions.Worse(row.Status, Status.NotFound) : row.Status,
            };
        }

        DateOnly IssuedOn(int i) => steps[i].Issued ?? schedule.EarliestFinish(i);

        IEnumerable<PaperDate> Papers()
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].Gives is not { } paper)
                {
                    continue;
                }

                DateOnly? until = steps[i].Life is { } life ? DateOnly.FromDayNumber(Wait.After(IssuedOn(i).DayNumber, life.Amount, life.Unit)) : null;
                if (steps[i].Expired is { } old && steps[i].Life is { } span)
                {
                    yield return new PaperDate(rows[i].Id, $"{paper} (the one you have)", old,
                        DateOnly.FromDayNumber(Wait.After(old.DayNumber, span.Amount, span.Unit)), Expires: true, steps[i].NotBefore);
                }

                yield return new PaperDate(rows[i].Id, paper, IssuedOn(i), until, until < planned, steps[i].IsDone ? null : steps[i].NotBefore);
            }
        }
    }

    private static CostTotal Total(IGrouping<string, (string Id, string What, string Currency, FigureValue Value)> costs) => new(
        costs.Key,
        costs.Sum(cost => cost.Value.High!.Value),
        costs.Sum(cost => cost.Value.Low!.Value),
        costs.Min(cost => cost.Value.Held!.From ?? cost.Value.Held.Seen),
        StatusExtensions.Worse(costs.Select(cost => cost.Value.Status).Weakest(), Status.Computed));

    /// <summary>A step as it is worked out: its wait, windows and lives, looked up for the day on which the plan begins.</summary>
    private sealed class Worked
    {
        private readonly StepRequest request;
        private readonly FigureValue? wait;
        private readonly int? mine;
        private readonly Round? round;

        public Worked(StepRow row, StepRequest request, HashSet<string> there)
        {
            (Row, this.request) = (row, request);
            (AllOf, OneOf) = (Array.FindAll(row.AllOf, there.Contains), Array.FindAll(row.OneOf, there.Contains));
            Issued = request.Issued.TryGetValue(row.Id, out var issued) ? issued : null;
            IsDone = Issued is not null || request.Done.Contains(row.Id);
            mine = !IsDone && request.Mine.TryGetValue(row.Id, out var weeks) ? weeks : null;
            wait = row.Wait is { } key ? request.FigureOf(key).At(request.Start, request.Nation) : null;
            Life = Span(row.Life);
            Ahead = Span(row.Ahead);
            round = row.Window is null ? null : request.Rounds.GetValueOrDefault(row.Window);
        }

        public StepRow Row { get; }

        /// <summary>What it waits for of the steps in the plan.</summary>
        public string[] AllOf { get; }

        public string[] OneOf { get; }

        public bool IsDone { get; private set; }

        public bool IsMine => mine is not null;

        public DateOnly? Issued { get; private set; }

        public DateOnly? Expired { get; private set; }

        public (int Amount, WaitUnit Unit)? Life { get; }

        public (int Amount, WaitUnit Unit)? Ahead { get; }

        public DateOnly? NotBefore { get; set; }

        public DateOnly? Floor { get; set; }

        public Wait Wait => IsWithoutDays ? Known with { IsOpen = true } : Known;

        private Wait Known => IsDone || Row.WaitIs == "none" ? Wait.None
            : mine is { } weeks ? Wait.OfWeeks(weeks)
            : wait is { Low: { } low, High: { } high }
                && StepTables.UnitOf(wait.Figure) is { } unit ? new Wait((int)decimal.Floor(low), (int)decimal.Ceiling(high), unit, Row.WaitIs == "at-least")
            : Wait.Unknown;

        public bool CoversSeason { get; set; }

        public Seasons? Seasons => IsDone || CoversSeason || IsWithoutDays ? null : round?.Seasons;

        // It waits for a round whose days are too old to go by; the reader's own estimate covers that too.
        private bool IsWithoutDays => !IsDone && !IsMine && round?.IsOutOfDate(request.On) == true;

        public bool WillDoOn(DateOnly firstDay) => Issued is not { } issued || Life is not { } life || Wait.After(issued.DayNumber, life.Amount, life.Unit) >= firstDay.DayNumber;

        public void OrderAgain() => (Expired, Issued, IsDone) = (Issued, null, false);

        public string Words(bool isExpected) => IsDone ? "done"
            : mine is { } weeks ? $"{weeks} week{(weeks == 1 ? "" : "s")}, your estimate"
            : Row.WaitIs switch
            {
                "none" => round is null ? "none"
                    : IsWithoutDays ? "not known: no dates were found"
                    : isExpected ? "until its season, by the pattern of each year"
                    : "until the day",
                "yours" => "as long as you take",
                "not-found" => "not found",
                "unpublished" => "not published",
                "at-least" => $"{wait!.Text} at least",
                _ => wait!.Text + (IsWithoutDays ? ", and the wait for dates that were not found" : isExpected ? ", from a season by the pattern of each year" : ""),
            };

        public UnknownPart Unknown(Season? season) =>
            new(Row.Id, Row.Step, season is { IsPublished: false } || IsWithoutDays ? WindowWords(season)! : Words(isExpected: false), Row.Ask);

        public UnknownPart UnknownFee() => new(Row.Id, Row.Step, Row.FeeIs == "unpublished" ? "not published" : "not found", Row.Ask);

        public string? WindowWords(Season? season) => IsWithoutDays ? round!.WordsWithoutDays() : season is null ? null : round?.Words(season);

        public Reason? WaitReason() => wait is null || IsDone ? null
            : mine is { } weeks ? new Reason("wait-" + Row.Id, $"{Row.Step}: your estimate of {weeks} weeks stands in the place of {wait.Text}.", Status.Editorial)
            : wait.Because("wait-" + Row.Id, $"{Row.Step}: {Words(isExpected: false)}.");

        public IEnumerable<(string Id, string What, string Currency, FigureValue Value)> Fees(DateOnly day) => StepRow.Keys(Row.Fees).Select(key =>
        {
            var figure = request.FigureOf(key);
            return (Row.Id, figure.Says.TrimEnd('.'), figure.Unit.Split(' ')[0], figure.PriceAt(day, request.Nation));
        });

        public string? FeeWords(IEnumerable<(string Id, string What, string Currency, FigureValue Value)> fees) => Row.FeeIs switch
        {
            "none" => null,
            "not-found" => "not found",
            "unpublished" => "not published",
            _ => string.Join(" and ", fees.Select(fee => fee.Value.Text)),
        };

        private (int, WaitUnit)? Span(string? key) =>
            key is not null && request.FigureOf(key).At(request.Start, request.Nation) is { Number: { } number } value && StepTables.UnitOf(value.Figure) is { } unit
                ? ((int)number, unit)
                : null;
    }
}
