using System.Numerics;
using FsCheck.Xunit;
using Gradus.LessThanFullTime;
using Gradus.Rules;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>What holds for every plan.</summary>
[Properties(MaxTest = 400, Arbitrary = [typeof(RandomPlans)])]
public sealed class CompletionDateProperties
{
    private const int MostDaysByHand = 60_000;

    [Property]
    public bool Walk_IsTheNaiveDayByDaySum(TrainingPlan plan)
    {
        var completes = Completes(plan).CompletesOn;
        return ByHand(plan) is { } day ? completes == day : completes is null || completes.Value.DayNumber - plan.Changes[0].From.DayNumber >= MostDaysByHand;
    }

    [Property]
    public bool PerChange_SumsToTheWhole(TrainingPlan plan)
    {
        var answer = Completes(plan);
        return answer.PerChange.Count == plan.Changes.Count + 1
            && answer.PerChange[^1].Index is null
            && (answer.DaysAdded is null || answer.PerChange.Sum(effect => effect.DaysAdded!.Value) == answer.DaysAdded);
    }

    [Property]
    public bool RaisingAnyRate_NeverMakesTheDateLater(TrainingPlan plan)
    {
        var before = Completes(plan).CompletesOn ?? DateOnly.MaxValue;
        return Raised(plan).All(raised => (Completes(raised).CompletesOn ?? DateOnly.MaxValue) <= before);
    }

    [Property]
    public bool SplittingAPeriod_ChangesNothing(TrainingPlan plan)
    {
        var before = Completes(plan);
        return Enumerable.Range(0, plan.Changes.Count).All(index =>
        {
            var after = Split(plan, index) is { } split ? Completes(split) : before;
            return after.CompletesOn == before.CompletesOn && after.CompletesOnIfAbsenceForgiven == before.CompletesOnIfAbsenceForgiven;
        });
    }

    [Property]
    public bool OrderOfTheFacts_DoesNotMatter(TrainingPlan plan) =>
        Completes(plan with { Changes = [.. plan.Changes.Reverse()] }).CompletesOn == Completes(plan).CompletesOn;

    [Property]
    public bool ForgivingAbsence_NeverMakesTheDateLater(TrainingPlan plan)
    {
        var answer = Completes(plan);
        return answer.CompletesOn is null ? answer.CompletesOnIfAbsenceForgiven is null : answer.CompletesOnIfAbsenceForgiven <= answer.CompletesOn;
    }

    [Property]
    public bool Working_AddsUpToTheNeed(TrainingPlan plan)
    {
        var answer = Completes(plan);
        var total = Gradus.Dates.Fraction.Zero;
        foreach (var step in answer.Working.Where(step => step.Step is not (WorkingStepKind.Need or WorkingStepKind.Reach)))
        {
            total += step.Earned;
            if (step.Earned != step.Each * step.Days || step.Total != total)
            {
                return false;
            }
        }

        return answer.CompletesOn is null ? total < answer.Need : total >= answer.Need && total - answer.Working[^2].Each < answer.Need;
    }

    [Property]
    public bool ASingleOpenChange_IsTheFirstNationalFormulaWithinADay(TrainingPlan plan)
    {
        if (plan.Changes is not [{ To: null, Rate: { } rate }])
        {
            return true;
        }

        var days = plan.PlannedEnd.DayNumber - plan.Changes[0].From.DayNumber;
        var formula = plan.PlannedEnd.DayNumber + (long)decimal.Ceiling(days * plan.BaselineRate / rate) - days;
        return Completes(plan).CompletesOn is not { } day || Math.Abs(day.DayNumber - formula) <= Math.Max(1, (long)decimal.Ceiling(plan.BaselineRate / rate));
    }

    [Property]
    public bool BoundedBlocksWithTheBaselineAfterThem_AreTheBlockModelWithinADayForEach(TrainingPlan plan)
    {
        var bounded = plan with { Changes = [.. plan.Changes.Where(change => change.To is not null && change.CreditedDays is null)], RateAfter = plan.BaselineRate };
        if (bounded.Changes.Count == 0 || TrainingPlanChecker.Check(bounded, TestFigures.Current).Count > 0)
        {
            return true;
        }

        var answer = Completes(bounded);
        var endsAfterAll = answer.CompletesOn > bounded.Changes.Max(change => change.To);
        return !endsAfterAll || answer.BlockModelCompletesOn is not { } block || Math.Abs(answer.CompletesOn!.Value.DayNumber - block.DayNumber) <= bounded.Changes.Count;
    }

    [Property]
    public bool EveryAnswer_HasReasonsAndMilestonesInOrder(TrainingPlan plan)
    {
        var answer = Completes(plan);
        return answer.Reasons.Any(reason => reason.Key == "arcp-decides")
            && answer.Milestones.Zip(answer.Milestones.Skip(1)).All(pair => pair.First.First <= pair.Second.First)
            && answer.Milestones.Select(milestone => milestone.Id).Distinct(StringComparer.Ordinal).Count() == answer.Milestones.Count
            && answer.Milestones.All(milestone => milestone.Last >= Trainee.Today)
            && (answer.Verdict == Verdict.Yes) == (answer.CompletesOn is not null);
    }

    [Fact]
    public void AnyDatesOfTheCalendar_GiveAnAnswerOrFieldErrors_NeverAFault()
    {
        var answered = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            var plan = RandomPlans.Wild(new System.Random(seed));
            if (TrainingPlanChecker.Check(plan, TestFigures.Current).Count > 0)
            {
                continue;
            }

            answered++;
            using var stream = new MemoryStream();
            using var json = new System.Text.Json.Utf8JsonWriter(stream);
            System.Text.Json.JsonSerializer.Serialize(json,
                CompletionDateCalculator.Calculate(plan, TestFigures.Current, new DateOnly(1 + (seed * 7 % 9999), 1, 1), (Nation)(seed % 4)), Plans.Answers);
        }

        answered.ShouldBeGreaterThan(300);
    }

    private static CompletionDate Completes(TrainingPlan plan) => CompletionDateCalculator.Calculate(plan, TestFigures.Current, Trainee.Today, Nation.England);

    /// <summary>The same answer another way: each day looked up on its own and added as whole numbers over one common denominator.</summary>
    private static DateOnly? ByHand(TrainingPlan plan)
    {
        var denominator = new BigInteger(20_000);
        foreach (var change in plan.Changes)
        {
            denominator = change.Days is { } days ? denominator * days / BigInteger.GreatestCommonDivisor(denominator, days) : denominator;
        }

        denominator *= 100;
        var first = plan.Changes.Min(change => change.From);
        var ends = plan.Changes.Max(change => change.To ?? DateOnly.MaxValue);
        var need = Units(plan.BaselineRate) * (plan.PlannedEnd.DayNumber - first.DayNumber + 1);
        var earned = BigInteger.Zero;
        var byDay = plan.Changes.OrderBy(change => change.From).ToArray();
        var next = 0;
        for (var day = first; day.DayNumber - first.DayNumber < MostDaysByHand; day = day.AddDays(1))
        {
            while (next + 1 < byDay.Length && byDay[next + 1].From <= day)
            {
                next++;
            }

            var change = byDay[next];
            var isInside = change.To is null || day <= change.To;
            earned += isInside ? Earns(change, day) : day > ends ? Units(plan.RateAfter!.Value) : Units(plan.BaselineRate);
            if (earned >= need)
            {
                return day;
            }
        }

        return null;

        BigInteger Units(decimal rate) => new BigInteger(rate * 10_000m) * denominator / 10_000;

        BigInteger Earns(PlannedChange change, DateOnly day) => change switch
        {
            { Kind: ChangeKind.FullTime } => denominator,
            { CreditedDays: { } credited, Days: { } days } => new BigInteger(credited * 100m) * (denominator / 100 / days),
            { WeeklyHours: { } hours } when day < new DateOnly(2025, 8, 1) => hours >= 40m ? denominator : new BigInteger(hours * 100m) * (denominator / 4000),
            { WeeklyHours: { } hours } => Units(hours >= 40m ? 1m : decimal.Floor(hours / 4m) / 10m),
            { Rate: { } rate } => Units(rate),
            _ => BigInteger.Zero,
        };
    }

    private static IEnumerable<TrainingPlan> Raised(TrainingPlan plan)
    {
        for (var index = 0; index < plan.Changes.Count; index++)
        {
            var change = plan.Changes[index];
            var higher = change switch
            {
                { Rate: { } rate } => change with { Rate = Math.Min(1m, rate + 0.1m) },
                { WeeklyHours: { } hours } => change with { WeeklyHours = hours + 4m },
                { CreditedDays: { } credited, Days: { } days } => change with { CreditedDays = Math.Min(days, credited + 3m) },
                { Kind: ChangeKind.Oope } => change with { Kind = ChangeKind.FullTime },
                _ => change,
            };
            yield return plan with { Changes = [.. plan.Changes.Select((other, place) => place == index ? higher : other)] };
        }

        yield return plan with { RateAfter = Math.Min(1m, plan.RateAfter!.Value + 0.05m) };
    }

    private static TrainingPlan? Split(TrainingPlan plan, int index)
    {
        var change = plan.Changes[index];
        var half = (change.Days ?? 100) / 2;
        if (half < 1)
        {
            return null;
        }

        var cut = change.From.AddDays(half - 1);
        var share = change is { CreditedDays: { } credited, Days: { } days } ? credited * half / days : (decimal?)null;
        if (share is { } part && part * 100m != decimal.Truncate(part * 100m))
        {
            return null;
        }

        PlannedChange[] parts = [change with { To = cut, CreditedDays = share }, change with { From = cut.AddDays(1), CreditedDays = change.CreditedDays - share }];
        return plan with { Changes = [.. plan.Changes.Take(index), .. parts, .. plan.Changes.Skip(index + 1)] };
    }
}
