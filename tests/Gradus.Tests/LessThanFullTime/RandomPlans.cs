using FsCheck;
using FsCheck.Fluent;
using Gradus.LessThanFullTime;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>Random plans that the checker accepts: gaps, absences, credited time, hours, open and bounded ends, any baseline.</summary>
internal static class RandomPlans
{
    public static Arbitrary<TrainingPlan> Arbitrary { get; } = Arb.From(Generator(), Smaller);

    private static readonly ChangeKind[] kinds = Enum.GetValues<ChangeKind>();

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
