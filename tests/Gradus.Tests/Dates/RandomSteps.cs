using Gradus.Dates;

namespace Gradus.Tests.Dates;

/// <summary>Random steps without a circle: each waits only for steps before it.</summary>
internal static class RandomSteps
{
    public static readonly DateOnly Start = new(2027, 1, 29);

    public static List<GraphStep> Of(int seed, bool withChoices = true, bool onlyDays = false)
    {
        var random = new Random(seed);
        var count = random.Next(2, 13);
        var steps = new List<GraphStep>();
        for (var i = 0; i < count; i++)
        {
            var before = Enumerable.Range(0, i).Where(_ => random.Next(3) == 0).Select(j => "s" + j).ToList();
            var some = withChoices && i > 1 && random.Next(4) == 0 ? Enumerable.Range(0, i).Where(_ => random.Next(2) == 0).Select(j => "s" + j).ToList() : [];
            var unit = onlyDays ? WaitUnit.Days : (WaitUnit)random.Next(5);
            var least = random.Next(unit is WaitUnit.Months or WaitUnit.Years ? 4 : 40);
            steps.Add(new GraphStep("s" + i, new Wait(least, least + random.Next(10), unit, random.Next(4) == 0))
            {
                AllOf = before,
                AnyOf = some,
                Seasons = onlyDays || random.Next(5) > 0 ? null : Round(random),
                NotBefore = !onlyDays && random.Next(6) == 0 ? Start.AddDays(random.Next(400)) : null,
            });
        }

        // The last is the goal, and waits for whatever nothing else waits for.
        var last = steps[^1];
        steps[^1] = last with
        {
            AllOf = [.. steps.Take(count - 1)
            .Where(step => !steps.Exists(other => other.AllOf.Contains(step.Id)))
            .Select(step => step.Id)
            .Union(last.AllOf)],
            AnyOf = []
        };
        return steps;
    }

    // A spring or an autumn, in which a season may be counted to the year after; of some years nothing is published, and of some seasons no first day.
    private static Seasons Round(Random random)
    {
        var (month, later) = (random.Next(2) == 0 ? 3 : 10, random.Next(2));
        return new Seasons(Enumerable.Range(2026, random.Next(1, 4))
            .Select(year => new SeasonDays(year + later, random.Next(4) == 0 ? null : new DateOnly(year, month, 1 + random.Next(5)),
                new DateOnly(year, month, 15 + random.Next(10)))));
    }
}
