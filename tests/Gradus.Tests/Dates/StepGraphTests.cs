using FsCheck;
using FsCheck.Fluent;
using Gradus.Dates;

namespace Gradus.Tests.Dates;

/// <summary>Steps as a graph: by hand, and what holds for every graph.</summary>
public sealed class StepGraphTests
{
    private static readonly DateOnly Start = RandomSteps.Start;

    [Fact]
    public void Plan_IsTheLongestWayWithSlackBesideIt()
    {
        var graph = StepGraph.Of(
        [
            new("papers", Wait.OfWeeks(2)),
            new("post", new Wait(12, 16, WaitUnit.Weeks)),
            new("decision", new Wait(20, 20, WaitUnit.WorkingDays)) { AllOf = ["papers", "post"] },
            new("first-day", Wait.None) { AllOf = ["decision"] },
            new("after", new Wait(6, 6, WaitUnit.Months)) { AllOf = ["first-day"] },
        ]);

        var plan = graph.Plan(new DateOnly(2027, 1, 4), "first-day");

        plan.EarliestStart(graph.Place("first-day")).ShouldBe(new DateOnly(2027, 5, 24));
        plan.SoonestStart(graph.Place("first-day")).ShouldBe(new DateOnly(2027, 4, 26));
        plan.CriticalPath.Select(step => graph.Steps[step].Id).ShouldBe(["post", "decision", "first-day"]);
        plan.Slack(graph.Place("papers")).ShouldBe(98);
        plan.LatestStart(graph.Place("papers")).ShouldBe(new DateOnly(2027, 4, 12));
        plan.Slack(graph.Place("after")).ShouldBeNull();
        plan.EarliestFinish(graph.Place("after")).ShouldBe(new DateOnly(2027, 11, 24));
    }

    [Fact]
    public void Plan_WaitsForTheNextSeasonAndSaysWhenItIsOnlyExpected()
    {
        var graph = StepGraph.Of(
        [
            new("ready", Wait.OfWeeks(1)),
            new("apply", Wait.OfWeeks(2)) { AllOf = ["ready"], Seasons = new Seasons([new(2027, new(2027, 2, 1), new(2027, 2, 5)), new(2027, new(2027, 8, 1), new(2027, 8, 31))]) },
            new("start", Wait.None) { AllOf = ["apply"] },
        ]);

        graph.Plan(new DateOnly(2027, 1, 29), "start").EarliestStart(1).ShouldBe(new DateOnly(2027, 2, 5));
        graph.Plan(new DateOnly(2027, 1, 30), "start").EarliestStart(1).ShouldBe(new DateOnly(2027, 8, 1));
        var missed = graph.Plan(new DateOnly(2027, 9, 1), "start");
        missed.EarliestStart(1).ShouldBe(new DateOnly(2028, 2, 1));
        missed.IsExpected(1).ShouldBeTrue();
        missed.OpenBefore(2).ShouldBe([1]);
        graph.Plan(new DateOnly(2026, 7, 1), "start").EarliestStart(1).ShouldBe(new DateOnly(2026, 8, 1));
    }

    [Fact]
    public void Plan_GoesFromASeasonOnlyToOneOfItsYearOrALater()
    {
        var graph = StepGraph.Of(
        [
            new("documents", Wait.None) { Seasons = new Seasons([new(2027, null, new(2026, 10, 16))]) },
            new("start", Wait.None) { AllOf = ["documents"], Seasons = new Seasons([new(2027, new(2027, 7, 1), new(2027, 7, 1))]) },
        ]);

        graph.Plan(new DateOnly(2026, 10, 16), "start").EarliestStart(1).ShouldBe(new DateOnly(2027, 7, 1));
        var missed = graph.Plan(new DateOnly(2026, 10, 17), "start");
        missed.EarliestStart(1).ShouldBe(new DateOnly(2028, 7, 1));
        missed.LatestStart(0).ShouldBe(new DateOnly(2027, 10, 16));
    }

    [Fact]
    public void Plan_ForADayThatCannotBeMet_SaysByHowMuch()
    {
        var graph = StepGraph.Of([new("a", Wait.OfWeeks(4)), new("start", Wait.None) { AllOf = ["a"] }]);

        var plan = graph.Plan(new DateOnly(2027, 1, 4), "start", by: new DateOnly(2027, 1, 22));

        plan.Slack(0).ShouldBe(-10);
        plan.LatestStart(0).ShouldBe(new DateOnly(2026, 12, 25));
    }

    [Fact]
    public void Faults_NameACircleADanglingPreconditionAndAnIdTwice()
    {
        StepGraph.Faults([new("a", Wait.None) { AllOf = ["c"] }, new("b", Wait.None) { AnyOf = ["a"] }, new("c", Wait.None) { AllOf = ["b"] }])
            .Single().Says
            .ShouldBe("waits for itself: “a” waits for “c” waits for “b” waits for “a”");
        StepGraph.Faults([new("a", Wait.None), new("b", Wait.None) { AllOf = ["x"] }]).ShouldBe([new GraphFault(1, "waits for “x”, which is no step")]);
        StepGraph.Faults([new("a", Wait.None), new("a", Wait.None)]).ShouldBe([new GraphFault(1, "stands twice: “a”")]);
    }

    [Theory]
    [InlineData(WaitUnit.Days)]
    [InlineData(WaitUnit.WorkingDays)]
    [InlineData(WaitUnit.Weeks)]
    [InlineData(WaitUnit.Months)]
    [InlineData(WaitUnit.Years)]
    public void Before_IsTheLastDayThatWillDo(WaitUnit unit)
    {
        for (var finish = new DateOnly(2027, 12, 1).DayNumber; finish < new DateOnly(2028, 4, 15).DayNumber; finish++)
        {
            for (var amount = 0; amount < 25; amount++)
            {
                var start = Wait.Before(finish, amount, unit);
                Wait.After(start, amount, unit).ShouldBeLessThanOrEqualTo(finish);
                Wait.After(start + 1, amount, unit).ShouldBeGreaterThan(finish);
            }
        }
    }

    [Fact]
    public void AfterWorkingDays_IsTheCountDayByDay()
    {
        for (var start = new DateOnly(2027, 1, 1).DayNumber; start < new DateOnly(2027, 1, 15).DayNumber; start++)
        {
            var day = start;
            for (var amount = 1; amount < 30; amount++)
            {
                do
                {
                    day++;
                }
                while (DateOnly.FromDayNumber(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
                Wait.After(start, amount, WaitUnit.WorkingDays).ShouldBe(day);
            }
        }
    }

    [Fact]
    public void LengtheningAWait_NeverMakesAnyFinishEarlier() => ForEveryGraph(seed =>
    {
        var steps = RandomSteps.Of(seed);
        var at = new Random(seed).Next(steps.Count);
        var longer = steps.ToList();
        longer[at] = steps[at] with { Wait = steps[at].Wait with { Most = steps[at].Wait.Most + 5 } };
        return NoneIsEarlier(steps, longer);
    });

    [Fact]
    public void AddingAPrecondition_NeverMakesAnyFinishEarlier() => ForEveryGraph(seed =>
    {
        var steps = RandomSteps.Of(seed);
        var random = new Random(seed);
        var at = random.Next(1, steps.Count);
        var more = steps.ToList();
        more[at] = steps[at] with { AllOf = [.. steps[at].AllOf.Append("s" + random.Next(at))] };
        return NoneIsEarlier(steps, more);
    });

    [Fact]
    public void ForwardAndBackward_Agree() => ForEveryGraph(seed =>
    {
        var steps = RandomSteps.Of(seed);
        var (graph, plan) = Plan(steps);
        return Enumerable.Range(0, steps.Count).All(i => plan.Slack(i) is null or >= 0)
            && plan.Slack(plan.Goal) == 0
            && StartedAtTheLatest_TheGoalDoesNotMove(graph, plan);
    });

    [Fact]
    public void AnUnknown_IsNeverSwallowed() => ForEveryGraph(seed =>
    {
        var steps = RandomSteps.Of(seed, withChoices: false);
        var (_, plan) = Plan(steps);
        var before = new HashSet<string>();
        Collect(steps, steps[^1], before);
        return steps.Select((step, i) => (step, i))
            .Where(pair => before.Contains(pair.step.Id) && (pair.step.Wait.IsOpen || plan.IsExpected(pair.i)))
            .Select(pair => pair.i)
            .SequenceEqual(plan.OpenBefore(plan.Goal));
    });

    [Fact]
    public void TheCriticalPath_IsTheLongestOfAllWays() => ForEveryGraph(seed =>
    {
        var steps = RandomSteps.Of(seed, withChoices: false, onlyDays: true);
        var (graph, plan) = Plan(steps);
        var path = plan.CriticalPath.Sum(i => steps[i].Wait.Most);
        return path == Longest(steps, steps[^1])
            && plan.EarliestFinish(plan.Goal) == Start.AddDays(path)
            && plan.CriticalPath.All(i => plan.Slack(i) == 0)
            && graph.Steps[plan.CriticalPath[0]].AllOf.Count == 0;
    });

    [Fact]
    public void StartingLater_NeverMakesAnyFinishEarlier() => ForEveryGraph(seed =>
    {
        var graph = StepGraph.Of(RandomSteps.Of(seed));
        var goal = graph.Steps[^1].Id;
        var (was, now) = (graph.Plan(Start, goal), graph.Plan(Start.AddDays(1 + (seed % 500)), goal));
        return Enumerable.Range(0, graph.Steps.Count).All(i => now.EarliestFinish(i) >= was.EarliestFinish(i) && now.SoonestStart(i) >= was.SoonestStart(i));
    });

    [Fact]
    public void AStep_BeginsInItsSeason() => ForEveryGraph(seed =>
    {
        var (graph, plan) = Plan(RandomSteps.Of(seed));
        return Enumerable.Range(0, graph.Steps.Count).All(i => plan.SeasonOf(i) is not { } season
            || (!(plan.EarliestStart(i) < season.Opens)
                && plan.EarliestStart(i) <= season.Closes
                && graph.Steps[i].AllOf.Select(graph.Place).All(before => plan.SeasonOf(before) is not { } earlier || earlier.Year <= season.Year)));
    });

    [Fact]
    public void TheLeast_IsNeverAfterTheMost() => ForEveryGraph(seed =>
    {
        var steps = RandomSteps.Of(seed);
        var (_, plan) = Plan(steps);
        return Enumerable.Range(0, steps.Count).All(i => plan.SoonestStart(i) <= plan.EarliestStart(i));
    });

    // Every step at its latest start, in its own windows: nothing is begun before what it waits for is over.
    private static bool StartedAtTheLatest_TheGoalDoesNotMove(StepGraph graph, StepSchedule plan)
    {
        return Enumerable.Range(0, graph.Steps.Count).Where(i => plan.LatestStart(i) is not null).All(i =>
            graph.Steps[i].AllOf.All(before => IsOverBy(before, i)) && (graph.Steps[i].AnyOf.Count == 0 || graph.Steps[i].AnyOf.Any(before => IsOverBy(before, i))));

        bool IsOverBy(string before, int step) =>
            plan.LatestStart(graph.Place(before)) is { } latest
            && graph.Steps[graph.Place(before)].Wait is var wait
            && Wait.After(latest.DayNumber, wait.Most, wait.Unit) <= plan.LatestStart(step)!.Value.DayNumber;
    }

    private static bool NoneIsEarlier(List<GraphStep> before, List<GraphStep> after)
    {
        var (_, was) = Plan(before);
        var (_, now) = Plan(after);
        return Enumerable.Range(0, before.Count).All(i => now.EarliestFinish(i) >= was.EarliestFinish(i) && now.SoonestStart(i) >= was.SoonestStart(i));
    }

    private static (StepGraph Graph, StepSchedule Plan) Plan(List<GraphStep> steps)
    {
        var graph = StepGraph.Of(steps);
        return (graph, graph.Plan(Start, steps[^1].Id));
    }

    private static void Collect(List<GraphStep> steps, GraphStep step, HashSet<string> into)
    {
        if (into.Add(step.Id))
        {
            foreach (var id in step.AllOf)
            {
                Collect(steps, steps.Single(other => other.Id == id), into);
            }
        }
    }

    // What one would write first: every way, one after the other.
    private static int Longest(List<GraphStep> steps, GraphStep step) =>
        step.Wait.Most + step.AllOf.Select(id => Longest(steps, steps.Single(other => other.Id == id))).DefaultIfEmpty(0).Max();

    private static void ForEveryGraph(Func<int, bool> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
