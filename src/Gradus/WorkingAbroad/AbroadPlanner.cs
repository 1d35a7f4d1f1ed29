using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>Plans the way to a first working day abroad. Indicative: each regulator decides, and what nobody has published is named and never counted.</summary>
public static class AbroadPlanner
{
    private const string Room = "working-abroad";

    /// <summary>Plans a route.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">Steps, routes and figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation at home.</param>
    public static AbroadPlan Plan(AbroadPlanQuestion facts, AbroadFigures figures, DateOnly on, Nation nation)
    {
        var reasons = new List<Reason>();
        var routes = RouteChecker.Of(facts.Country, facts, figures, on, nation, reasons);
        var route = facts.Route is { } key ? routes.First(one => one.Key == key) : Best(routes);
        var why = reasons.First(reason => reason.Key == route.Key);
        if (route.State == RouteState.Unknown)
        {
            return new AbroadPlan
            {
                Verdict = Verdict.Unknown,
                Says = $"No plan: the rule of “{route.Name}” is not known. Ask {route.Ask}.",
                Country = facts.Country,
                Route = route.Key,
                RouteState = route.State,
                Reasons = [why]
            };
        }

        var request = Request(facts, figures, facts.Country, route.Key, on, nation) with
        {
            Done = facts.Done.ToHashSet(StringComparer.Ordinal),
            Issued = facts.Papers.ToDictionary(paper => paper.Step, paper => paper.Issued, StringComparer.Ordinal)
        };
        var plan = StepPlanner.Plan(request);
        var home = AtHome.Of(facts, figures, plan.PlannedFirstDay, on, nation);
        var there = Places.Of(facts, figures, route.Key, plan.PlannedFirstDay, on, nation);
        var isTooOldToStay = facts.Visa == VisaSort.Residence && Visas.IsTooOldToStay(facts.Country, facts, figures, on, nation);
        return new AbroadPlan
        {
            Verdict = plan.DaysShort > 0 || isTooOldToStay ? Verdict.No : facts.WorkFrom is not null && plan.UnknownWaits.Count > 0 ? Verdict.Unknown : Verdict.Yes,
            Says = isTooOldToStay ? $"At {facts.Age} residence is closed to you: plan with a visa to work. {Says(facts, plan, route)}" : Says(facts, plan, route),
            Country = facts.Country,
            Route = route.Key,
            RouteState = route.State,
            Start = plan.Start,
            FirstDay = plan.FirstDay,
            SoonestFirstDay = plan.SoonestFirstDay,
            DaysShort = plan.DaysShort,
            WouldGive = plan.DaysShort > 0 ? [.. WouldGive(facts, request, plan)] : [],
            WeeksLeast = plan.WeeksLeast,
            WeeksMost = plan.WeeksMost,
            UnknownWaits = plan.UnknownWaits,
            Steps = plan.Steps,
            CriticalPath = plan.CriticalPath,
            Papers = plan.Papers,
            Decisions = Decisions(facts, figures, route.Key, plan),
            Costs = plan.Costs,
            UnknownCosts = plan.UnknownCosts,
            Pounds = Pounds(facts, plan),
            Back = facts.Back,
            Reasons = [why, .. plan.Reasons.DistinctBy(reason => (reason.Key, reason.Figure)), .. Visas.Of(facts.Country, facts, figures, on, nation),
                .. there.Reasons, .. home.Reasons],
            Milestones = [.. Milestones(plan, on, nation).Concat(there.Milestones).Concat(home.Milestones).OrderBy(milestone => milestone.First)],
            Tables = [StepsTable(plan), PapersTable(plan), CostsTable(plan)],
            Warnings = [.. Warnings(facts, figures, route, plan, on)],
        };
    }

    /// <summary>The first route that is open, a specialist’s own before the rest, else the first that depends on what was not told, else the first whose rule is known.</summary>
    public static RouteAnswer Best(IReadOnlyList<RouteAnswer> routes) =>
        routes.FirstOrDefault(route => route is { State: RouteState.Open, IsFirst: true })
            ?? routes.FirstOrDefault(route => route.State == RouteState.Open)
            ?? routes.FirstOrDefault(route => route.State == RouteState.Depends)
            ?? routes.First(route => route.State != RouteState.Unknown);

    /// <summary>What the planner of steps needs for a route.</summary>
    internal static StepRequest Request(AbroadJourney facts, AbroadFigures figures, AbroadCountry country, string route, DateOnly on, Nation nation)
    {
        var told = facts.TellsOf(country);
        told["route"] = [route];
        return new StepRequest
        {
            Rows = figures.StepsTo(country),
            Rounds = figures.Rounds,
            FigureOf = key => figures.NamedInTables[key],
            Route = route,
            Told = told,
            On = on,
            Start = facts.StartFrom ?? on,
            WorkFrom = facts.WorkFrom,
            Mine = facts.Mine,
            Nation = nation,
        };
    }

    private static string Says(AbroadPlanQuestion facts, StepPlan plan, RouteAnswer route)
    {
        var without = plan.UnknownWaits.Count switch
        {
            0 => "",
            1 => ", without one wait that is not known",
            var count => $", without {count} waits that are not known",
        };
        var known = $"{(plan.UnknownWaits.Count > 0 ? "At least " : "")}{AbroadPlan.Weeks(plan.WeeksLeast, plan.WeeksMost)}{without}";
        var pattern = plan.IsExpected ? ", by the pattern of each year" : "";
        return plan.DaysShort > 0
            ? $"{facts.WorkFrom!.Value.Words()} cannot be met: by what is known{(plan.IsExpected ? " and the pattern of each year" : "")} you can begin on {plan.FirstDay.Words()} at the earliest, {plan.DaysShort} day{(plan.DaysShort == 1 ? "" : "s")} later."
            : facts.WorkFrom is { } wished
                && plan.UnknownWaits.Count > 0 ? $"{known}: {wished.Words()} leaves {wished.DayNumber - plan.FirstDay.DayNumber} days for those{pattern}."
            : facts.WorkFrom is { } met ? $"{known}: {met.Words()} can be met."
            : $"{known}: your first working day is {plan.FirstDay.Words()} {(plan.UnknownWaits.Count > 0 ? "or later" : "at the latest")}{pattern}.";
    }

    // On the longest way: what may be quicker, and what another choice would save.
    private static IEnumerable<string> WouldGive(AbroadPlanQuestion facts, StepRequest request, StepPlan plan)
    {
        var wished = facts.WorkFrom!.Value;
        foreach (var step in plan.CriticalPath.Select(id => plan.Steps.First(step => step.Id == id)).Where(step => step.EarliestFinish > step.EarliestStart))
        {
            yield return $"{step.Step}: {step.Wait}{(step.Mine ? ", which you may set otherwise" : "")}.";
        }

        yield return plan.SoonestFirstDay <= wished
            ? $"If every known wait is the shortest, your first day is {plan.SoonestFirstDay.Words()}: then it can be met."
            : $"If every known wait is the shortest, your first day is {plan.SoonestFirstDay.Words()}, still {plan.SoonestFirstDay.DayNumber - wished.DayNumber} days too late.";
        foreach (var (fact, value, says) in ((string, string, string)[])[("post", "vacancy", "A vacancy instead of the yearly round"),
            ("visa", "work", "A visa to work for a time"), ("visa", "residence", "A visa to stay"), ("us-visa", "j-1", "A J-1 visa")])
        {
            var told = new Dictionary<string, IReadOnlyList<string>>(request.Told, StringComparer.Ordinal) { [fact] = [value] };
            if (StepPlanner.Plan(request with { Told = told }) is var other && other.FirstDay < plan.FirstDay)
            {
                yield return $"{says}: {other.FirstDay.Words()} by what is known, {plan.FirstDay.DayNumber - other.FirstDay.DayNumber} days sooner{(other.UnknownWaits.Count > plan.UnknownWaits.Count ? ", with one more wait that is not known" : "")}.";
            }
        }
    }

    private static List<AbroadDecision> Decisions(AbroadPlanQuestion facts, AbroadFigures figures, string route, StepPlan plan)
    {
        var told = facts.TellsOf(facts.Country);
        var steps = plan.Steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        var all = figures.StepsTo(facts.Country);
        return [.. figures.Decisions.Where(row => row.Country == "uk" || row.Country == facts.Country.Key()).GroupBy(row => row.Key)
            .Where(decision => decision.Any(row => steps.Contains(row.WayOn) || row.WayOn == route || all.Any(step => step.Id == row.WayOn && step.IsIn(route))))
            .Select(decision => new AbroadDecision(decision.Key, decision.First().Question, Taken(decision),
                [.. decision.Select(row => new AbroadChoice(row.Choice, row.WayOn, row.Changes))]))];

        string? Taken(IEnumerable<DecisionRow> rows) =>
            rows.FirstOrDefault(row => told.GetValueOrDefault(row.Fact)?.Contains(row.Choice) == true || row.WayOn == route)?.Choice
            ?? (rows.Where(row => steps.Contains(row.WayOn) && all.First(step => step.Id == row.WayOn).When is not null).ToList() is [var only] ? only.Choice : null);
    }

    private static decimal? Pounds(AbroadPlanQuestion facts, StepPlan plan) =>
        facts.Rates.Count > 0 && plan.Costs.All(cost => cost.Currency == "GBP" || facts.Rates.ContainsKey(cost.Currency))
            ? Math.Round(plan.Costs.Sum(cost => cost.Total * (cost.Currency == "GBP" ? 1 : facts.Rates[cost.Currency])), 2, MidpointRounding.AwayFromZero)
            : null;

    private static IEnumerable<Milestone> Milestones(StepPlan plan, DateOnly on, Nation nation)
    {
        foreach (var step in plan.Steps.Where(step => step is { Done: false, Phase: not "after" }))
        {
            var last = step.LatestStart is { } latest && latest > step.EarliestStart ? latest : step.EarliestStart;
            yield return new Milestone(step.Id, step.EarliestStart, last, step.Step, Room, nation.ToNations(), StatusExtensions.Worse(step.Status, Status.Computed))
            {
                State = step.Slack < 0 && step.LatestStart < on ? MilestoneState.Late
                    : step.EarliestStart <= on && last >= on && !step.AfterUnknown && step.Phase == "before" ? MilestoneState.ToDo
                    : null,
                SourceId = step.Source,
                Note = step.Expected ? step.WindowSentence
                    : step.AfterUnknown ? "Later by what is not known before it."
                    : step.NotBefore is { } notBefore ? $"Not before {notBefore.Words()}."
                    : null,
            };
        }
    }

    private static IEnumerable<Warning> Warnings(AbroadPlanQuestion facts, AbroadFigures figures, RouteAnswer route, StepPlan plan, DateOnly on)
    {
        if (route.State == RouteState.NotOpen)
        {
            yield return new Warning("route", $"By what you told us this route is not open. {route.Because}");
        }
        else if (route.State == RouteState.Depends)
        {
            yield return new Warning("route", $"Whether this route is open depends on more than you told us. {route.Because}");
        }

        var own = figures.StepsTo(facts.Country);
        foreach (var step in facts.Mine.Keys.Concat(facts.Done).Concat(facts.Papers.Select(paper => paper.Step)).Where(id => plan.Steps.All(step => step.Id != id)).Distinct())
        {
            yield return new Warning(facts.Mine.ContainsKey(step) ? "mine." + step : "done",
                $"“{own.First(row => row.Id == step).Step}” is no step of this plan: what you said of it has no effect.");
        }

        foreach (var step in facts.Mine.Keys.Where(id => plan.Steps.Any(step => step.Id == id && step.Done)))
        {
            yield return new Warning("mine." + step, "The step is done: your estimate has no effect.");
        }

        foreach (var paper in plan.Papers.Where(paper => paper.Expires))
        {
            yield return new Warning("papers",
                $"{Sentences.UpperFirst(paper.What)}: issued on {paper.Issued.Words()} it will do up to {paper.GoodUntil!.Value.Words()}, and your first day is {plan.PlannedFirstDay.Words()}.{(paper.OrderFrom is { } from ? from <= on ? " Order it again." : $" Order it again, not before {from.Words()}." : "")}");
        }

        if (facts.StartFrom < on)
        {
            yield return new Warning("startFrom", $"You begin to prepare before {on.Words()}, the date asked about.");
        }

        if (facts.Remoteness is not null && facts.Bills != true)
        {
            yield return new Warning("remoteness", "Remoteness matters only to a post that bills Medicare: say so, or it has no effect.");
        }

        if (facts.UsState is not null && route.Key != "us-state-licence")
        {
            yield return new Warning("usState", "The state matters only to a provisional licence without residency: here it has no effect.");
        }

        if ((facts.UsVisa is not null && plan.Steps.All(step => step.Id is not ("us-visa-j1" or "us-visa-h1b")))
            || (facts.Waiver is not null && plan.Steps.All(step => step.Id is not ("us-home" or "us-waiver"))))
        {
            yield return new Warning(facts.UsVisa is not null && plan.Steps.All(step => step.Id is not ("us-visa-j1" or "us-visa-h1b")) ? "usVisa" : "waiver",
                "In this plan it changes nothing.");
        }

        foreach (var currency in facts.Rates.Keys.Where(currency => plan.Costs.All(cost => cost.Currency != currency)))
        {
            yield return new Warning("rates." + currency, $"Nothing in this plan is paid in {currency}.");
        }

        if (facts.Rates.Count > 0 && plan.Costs.FirstOrDefault(cost => cost.Currency != "GBP" && !facts.Rates.ContainsKey(cost.Currency)) is { } lacking)
        {
            yield return new Warning("rates", $"Some of it is paid in {lacking.Currency}: without a rate for that there is no sum in pounds.");
        }
    }

    /// <summary>The steps as a table.</summary>
    internal static AnswerTable StepsTable(StepPlan plan) => new("steps", "Every step with its dates",
        [new("step", "Step"), new("key", "Key") { DoneIn = "done" }, new("by", "Who decides"), new("earliest", "Earliest start"), new("finish", "Then"),
            new("latest", "Latest start"), new("slack", "Days to spare", "days"), new("wait", "How long"), new("critical", "On the longest way"),
            new("fee", "Cost"), new("note", "Note"), new("status", "How sure")],
        [.. plan.Steps.Select(step => (IReadOnlyList<AnswerCell>)[step.Step, step.Id, step.Body, step.EarliestStart, step.EarliestFinish, step.LatestStart,
            step.Slack, step.Wait, step.Critical, step.Fee, Notes(step), step.Status])])
    {
        Doubt = plan.UnknownWaits.Count == 0 ? null : "Dates after a wait that is not known are no earlier than they say.",
    };

    /// <summary>The papers as a table.</summary>
    internal static AnswerTable PapersTable(StepPlan plan) => new("papers", "Papers: when to order, until when they will do",
        [new("paper", "Paper"), new("from", "Do not ask before"), new("issued", "Issued at the earliest"), new("until", "Will do for a first day up to"),
            new("expires", "Expires too early")],
        [.. plan.Papers.Select(paper => (IReadOnlyList<AnswerCell>)[paper.What, paper.OrderFrom, paper.Issued, paper.GoodUntil, paper.Expires])]);

    /// <summary>The costs as a table.</summary>
    internal static AnswerTable CostsTable(StepPlan plan) => new("costs", "What is known of the cost, by currency",
        [new("currency", "Currency"), new("total", "Known cost"), new("as-of", "Oldest price of"), new("status", "How sure")],
        [.. plan.Costs.Select(cost => (IReadOnlyList<AnswerCell>)[cost.Currency, cost.Total, cost.AsOf, cost.Status])])
    {
        Doubt = plan.UnknownCosts.Count == 0 ? null : $"{plan.UnknownCosts.Count} cost{(plan.UnknownCosts.Count == 1 ? " is" : "s are")} not known, and in no total.",
    };

    private static string? Notes(DatedStep step)
    {
        var notes = string.Join(" ", new[] { step.WindowSentence, step.NotBefore is { } day ? $"Not before {day.Words()}." : null, step.Note }.OfType<string>());
        return notes.Length == 0 ? null : notes;
    }
}
