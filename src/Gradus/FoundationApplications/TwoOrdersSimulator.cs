using Gradus.Facts;
using Gradus.Matching.Chances;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>Sets two orders of the schools side by side: in each scenario both are tried with every rank, so that no luck lies between them.</summary>
public static class TwoOrdersSimulator
{
    /// <summary>Refuses a year without figures and orders that are none of all schools.</summary>
    public static void Check(TwoOrdersFacts facts, ChancesFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(errors);
        if (figures.SchoolsAsked(facts.Year, errors) is not { } schools)
        {
            return;
        }

        if (schools.ReadOrder(facts.One).Fault is { } one)
        {
            errors.Add("one", one);
        }

        if (schools.ReadOrder(facts.Other).Fault is { } other)
        {
            errors.Add("other", other);
        }
    }

    /// <summary>Plays both orders on the same draws and gives the chance of each school under each, from 0 to 1.</summary>
    public static TwoOrdersAnswer Simulate(TwoOrdersFacts facts, ChancesFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var schools = figures.SchoolsOf(facts.Year ?? figures.NewestYear);
        var (one, other) = (schools.ReadOrder(facts.One).Order, schools.ReadOrder(facts.Other).Order);
        var scenarios = figures.Scenarios(schools, facts.Tier);
        var chances = scenarios.Cutoffs.Select(cutoffs => (One: BySchool(cutoffs, one), Other: BySchool(cutoffs, other))).ToList();
        var compared = one.Select(school => Compared(schools.Rows[school].School, chances.ConvertAll(chance => (chance.One[school], chance.Other[school])))).ToList();
        var switches = Switches(scenarios, one, other, schools);
        var same = double.Clamp(1 - switches.Sum(change => change.Share), 0, 1);
        return new TwoOrdersAnswer
        {
            Verdict = Verdict.Yes,
            Says = switches.Count == 0 ? $"With the figures of {schools.Year} both orders give the same in every simulated round."
                : $"With the figures of {schools.Year} both orders give the same in {Hundred.About(same)} simulated rounds. Where they differ, most often the one gives {switches[0].From ?? "no school"} and the other {switches[0].To ?? "no school"}: {Hundred.About(switches[0].Share)}.",
            Reasons =
            [
                new Reason("same-draws", "Both orders are tried in the same scenarios of what others list, with every rank: nothing but the order differs.", Status.Computed),
                .. new[] { one[0], other[0] }.Distinct()
                    .Select(school => figures.RowOf(schools.Rows[school])
                        .Because($"ratio-{school}",
                            $"{schools.Rows[school].School}, {schools.Year}: {Hundred.Plain(schools.Rows[school].RatioAfterPreallocation)} first choices for each place, once pre-allocated applicants are taken out.")),
            ],
            Year = schools.Year,
            Schools = compared,
            Same = same,
            Switches = switches,
            Tables = [.. Tables(compared, switches)],
            Warnings = one.SequenceEqual(other) ? [new Warning("other", "Both orders are the same.")] : [],
        };
    }

    private static IEnumerable<AnswerTable> Tables(List<TwoChances> schools, List<Switch> switches)
    {
        yield return new AnswerTable("schools", "Of 100 simulated rounds, the same for both",
            [new("school", "School"), new("one", "One order"), new("other", "The other"), new("difference", "Difference"), new("low", "Low"), new("high", "High")],
            [.. schools.Select(school => (IReadOnlyList<AnswerCell>)[school.School, Share.Of100(school.One), Share.Of100(school.Other), Share.Of100(school.Difference),
                Share.Of100(school.Low), Share.Of100(school.High)])]);
        if (switches.Count > 0)
        {
            yield return new AnswerTable("switches", "Where the two differ", [new("from", "With the one"), new("to", "With the other"), new("share", "Of 100 rounds")],
                [.. switches.Select(one => (IReadOnlyList<AnswerCell>)[one.From ?? "no school", one.To ?? "no school", Share.Of100(one.Share)])]);
        }
    }

    private static double[] BySchool(PiaCutoffs cutoffs, int[] list)
    {
        var chances = cutoffs.ChancesOf(list);
        var bySchool = new double[list.Length];
        foreach (var (place, school) in list.Index())
        {
            bySchool[school] = chances[place];
        }

        return bySchool;
    }

    private static TwoChances Compared(string school, List<(double One, double Other)> chances)
    {
        double[] differences = [.. chances.Select(chance => chance.Other - chance.One).Order()];
        return new TwoChances(school, chances.Average(chance => chance.One), chances.Average(chance => chance.Other), differences.Average(),
            ChancesSimulator.Part(differences, ChancesSimulator.LowPart), ChancesSimulator.Part(differences, ChancesSimulator.HighPart));
    }

    // Down the ranks each order gives one school after another; where both give the same there is no switch.
    private static List<Switch> Switches(OthersScenarios scenarios, int[] one, int[] other, FoundationSchools schools)
    {
        var shares = new Dictionary<(int From, int To), double>();
        foreach (var cutoffs in scenarios.Cutoffs)
        {
            var (first, second) = (Steps(cutoffs, one), Steps(cutoffs, other));
            var (i, j, at) = (0, 0, 0.0);
            while (i < first.Count && j < second.Count)
            {
                var until = double.Min(first[i].UpTo, second[j].UpTo);
                if (first[i].School != second[j].School)
                {
                    shares[(first[i].School, second[j].School)] = shares.GetValueOrDefault((first[i].School, second[j].School)) + ((until - at) / scenarios.Cutoffs.Count);
                }

                at = until;
                i += first[i].UpTo <= at ? 1 : 0;
                j += second[j].UpTo <= at ? 1 : 0;
            }
        }

        string? Name(int school) => school < 0 ? null : schools.Rows[school].School;
        return [.. shares.Where(share => share.Value > 1e-12)
            .OrderByDescending(share => share.Value)
            .ThenBy(share => share.Key)
            .Select(share => new Switch(Name(share.Key.From), Name(share.Key.To), share.Value))];
    }

    private static List<(int School, double UpTo)> Steps(PiaCutoffs cutoffs, int[] list)
    {
        var steps = new List<(int, double)>();
        var reached = 0.0;
        var chances = cutoffs.ChancesOf(list);
        foreach (var (place, school) in list.Index())
        {
            if (chances[place] > 0)
            {
                reached += chances[place];
                steps.Add((school, double.Min(reached, 1)));
            }
        }

        if (reached < 1)
        {
            steps.Add((-1, 1));
        }

        return steps;
    }
}
