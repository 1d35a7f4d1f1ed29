using FsCheck;
using FsCheck.Fluent;
using Gradus.LessThanFullTime;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>Random plans that the checker accepts: gaps, absences, credited time, hours, open and bounded ends, any baseline.</summary>
internal static class RandomPlans
{
    public static Arbitrary<TrainingPlan> Arbitrary { get; } = Arb.From(Generator().Where(plan => plan.Changes.Count > 0), Smaller);

    private static readonly ChangeKind[] kinds = Enum.GetValues<ChangeKind>();

    /// <summary>A plan anywhere in the calendar, which the checker may or may not accept.</summary>
    public static TrainingPlan Wild(Random random)
    {
        var days = Enumerable.Range(0, 2 * random.Next(1, 5)).Select(_ => Day(random)).Order().ToArray();
        var changes = days.Chunk(2).Select(pair =>
        {
            var kind = kinds[random.Next(kinds.Length)];
            var byHours = kind.NeedsRate() && random.Next(3) == 0;
            var isOpen = pair[1] == days[^1] && random.Next(3) == 0;
            var length = pair[1].DayNumber - pair[0].DayNumber + 1;
            return new PlannedChange
            {
                Kind = kind,
                From = pair[0],
                To = isOpen ? null : pair[1],
                Rate = kind.NeedsRate() && !byHours ? Rate(random) : null,
                WeeklyHours = byHours ? random.Next(1, 8001) / 100m : null,
                CreditedDays = kind.MayBeCredited() && !isOpen ? random.NextInt64(0, (length * 100L) + 1) / 100m : null,
            };
        }).ToArray();
        return new TrainingPlan
        {
            PlannedEnd = days[0] > DateOnly.MaxValue.AddDays(-10)
                ? DateOnly.MaxValue
                : days[0].AddDays(random.Next(2) == 0 ? random.Next(10) : random.Next(DateOnly.MaxValue.DayNumber - days[0].DayNumber)),
            BaselineRate = Rate(random),
            Specialty = random.Next(5) switch { 0 => Specialties.Foundation, 1 => Specialties.Anaesthetics, 2 => Specialties.GeneralPractice, _ => Specialties.EmergencyMedicine },
            Changes = changes,
            RateAfter = random.Next(5) == 0 ? 0m : Rate(random),
        };
    }

    private static DateOnly Day(Random random) => random.Next(4) switch
    {
        0 => DateOnly.MinValue.AddDays(random.Next(1000)),
        1 => DateOnly.MaxValue.AddDays(-random.Next(1000)),
        2 => new DateOnly(2025, 1, 1).AddDays(random.Next(5000)),
        _ => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)),
    };

    private static Gen<TrainingPlan> Generator() =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from count in Gen.Frequency((3, Gen.Choose(1, 3)), (2, Gen.Choose(4, 12)))
        select Make(new Random(seed), count);

    private static TrainingPlan Make(Random random, int count)
    {
        var baseline = Rate(random);
        var isEmergency = random.Next(4) == 0;
        var first = new DateOnly(2024, 1, 1).AddDays(random.Next(1500));
        var plannedEnd = first.AddDays(random.Next(0, 3000));
        var changes = new List<PlannedChange>();
        var from = first;
        for (var index = 0; index < count; index++)
        {
            var isOpen = index == count - 1 && random.Next(2) == 0;
            var length = random.Next(8) == 0 ? 1 : random.Next(1, 500);
            var kind = kinds[random.Next(kinds.Length)];
            var byHours = isEmergency && kind.NeedsRate() && random.Next(2) == 0;
            var change = new PlannedChange
            {
                Kind = kind,
                From = from,
                To = isOpen ? null : from.AddDays(length - 1),
                Rate = kind.NeedsRate() && !byHours ? Rate(random) : null,
                WeeklyHours = byHours ? 24m + (random.Next(0, 2400) / 100m) : null,
                CreditedDays = kind.MayBeCredited() && !isOpen && random.Next(2) == 0 ? random.Next(0, (length * 100) + 1) / 100m : null,
            };
            var plan = Plan([.. changes, change]);
            if (TrainingPlanChecker.Check(plan, TestFigures.Current).Count > 0)
            {
                break;
            }

            changes.Add(change);
            from = from.AddDays(length + (random.Next(2) == 0 ? 0 : random.Next(0, 200)));
        }

        return Plan([.. changes]);

        TrainingPlan Plan(PlannedChange[] list) => new()
        {
            PlannedEnd = plannedEnd,
            BaselineRate = baseline,
            Specialty = isEmergency ? Specialties.EmergencyMedicine : null,
            Changes = list,
            RateAfter = random.Next(12) == 0 ? 0m : Rate(random),
        };
    }

    private static decimal Rate(Random random) => random.Next(3) switch
    {
        0 => 1m,
        1 => random.Next(1, 11) / 10m,
        _ => random.Next(1, 10_001) / 10_000m,
    };

    private static IEnumerable<TrainingPlan> Smaller(TrainingPlan plan)
    {
        for (var index = plan.Changes.Count - 1; index > 0; index--)
        {
            var fewer = plan with { Changes = [.. plan.Changes.Where((_, place) => place != index)] };
            if (TrainingPlanChecker.Check(fewer, TestFigures.Current).Count == 0)
            {
                yield return fewer;
            }
        }
    }
}
