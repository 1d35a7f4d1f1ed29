namespace Gradus.SpecialtyExplorer;

/// <summary>Shows an editor what a change to the profiles moves, over doctors made up from every specialty alike.</summary>
public static class WhatIfSimulator
{
    /// <summary>Compares two versions over the same doctors; the same seed gives the same report.</summary>
    public static WhatIfReport Compare(ExplorerModel before, ExplorerModel after, int doctorsPerSpecialty, ulong seed)
    {
        var noise = AnswerNoise.Levels[1];
        var count = before.Profiles.Count;
        var doctors = count * doctorsPerSpecialty;
        var one = new double[doctors][];
        var other = new double[doctors][];
        var kept = new int[doctors];
        Parallel.For(0, doctors, index =>
        {
            var random = new SteadyRandom(StableHash.Add(StableHash.Of("what-if") ^ seed, index));
            var doctor = SyntheticDoctor.Make(before, index / doctorsPerSpecialty, noise, ref random);
            var answers = doctor.Answer(before, noise, before.Questionnaire.Statements, before.Questionnaire.Tasks, ref random);
            var first = Matcher.Score(before, answers);
            var second = Matcher.Score(after, answers);
            one[index] = first.InTopFive;
            other[index] = second.InTopFive;
            kept[index] = first.Order.Take(5).Intersect(second.Order.Take(5)).Count();
        });
        var movements = Enumerable.Range(0, count)
            .Select(j => new Movement(before.Profiles[j].Specialty.Id, one.Average(row => row[j]), other.Average(row => row[j])))
            .Where(movement => Math.Abs(movement.After - movement.Before) >= 0.001)
            .OrderByDescending(movement => Math.Abs(movement.After - movement.Before))
            .ThenBy(movement => movement.Specialty, StringComparer.Ordinal)
            .ToList();
        return new WhatIfReport(doctors, kept.Count(value => value < 5) / (double)doctors, kept.Average(), movements);
    }
}
