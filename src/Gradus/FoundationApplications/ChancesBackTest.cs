using Gradus.Matching.Chances;
using Gradus.Matching.Draws;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Rules;

namespace Gradus.FoundationApplications;

/// <summary>What the model says of a past year, to be put beside what was published. Parts of 1.</summary>
/// <param name="Year">The year in which the programme starts.</param>
/// <param name="People">First preferences counted.</param>
/// <param name="Places">Places counted.</param>
/// <param name="FirstChoice">The part who get their first choice: the sum of the smaller of places and first preferences, by all first preferences. Exact, and
/// the same for every draw.</param>
/// <param name="FirstChoiceSimulated">The same part in simulated rounds, where everybody's list is drawn: it moves with the drawn lists only.</param>
/// <param name="TopFive">The part placed within their first five schools, over the scenarios.</param>
/// <param name="LastFive">The part placed at one of their last five schools, over the scenarios.</param>
public sealed record BackTestYear(int Year, int People, int Places, double FirstChoice, double FirstChoiceSimulated, ScenarioRange TopFive, ScenarioRange LastFive);

/// <summary>A number over the scenarios: all but the lowest and the highest twentieth, and the middle.</summary>
/// <param name="Low">The low end.</param>
/// <param name="Mid">The middle scenario.</param>
/// <param name="High">The high end.</param>
public sealed record ScenarioRange(double Low, double Mid, double High);

/// <summary>One line of a reliability table: of all chances shown between two numbers, how often the thing happened.</summary>
/// <param name="From">The least chance shown, inside.</param>
/// <param name="Below">The chance from which the next line counts.</param>
/// <param name="Count">How many chances were shown.</param>
/// <param name="Shown">Their mean.</param>
/// <param name="Happened">How often it happened in the rounds from which they were made.</param>
public sealed record ReliabilityLine(double From, double Below, int Count, double Shown, double Happened);

/// <summary>How the answer fares on made-up rounds whose every list is known.</summary>
/// <param name="Name">What was made up.</param>
/// <param name="Rounds">How many rounds.</param>
/// <param name="Answers">How many chances were compared: those where the answer or the truth is at least 1 of 100.</param>
/// <param name="InRange">The part of them whose true chance lies in the range shown, give or take 1 of 100.</param>
/// <param name="MeanError">The mean distance between the chance shown and the true one.</param>
/// <param name="FirstChoiceError">The same for first choices alone, which rest on the published ratio.</param>
/// <param name="Reliability">The table.</param>
public sealed record Calibration(string Name, int Rounds, int Answers, double InRange, double MeanError, double FirstChoiceError, IReadOnlyList<ReliabilityLine> Reliability);

/// <summary>The whole back-test.</summary>
/// <param name="Seed">The seed of everything drawn.</param>
/// <param name="Years">Past years.</param>
/// <param name="Calibrations">Made-up rounds.</param>
public sealed record BackTestResult(ulong Seed, IReadOnlyList<BackTestYear> Years, IReadOnlyList<Calibration> Calibrations);

/// <summary>
/// Tests the chances against published years and against made-up rounds. Everybody's list is drawn from the model and the allocation itself is run on them, by
/// other code than the closed form
/// that answers a reader. What the made-up rounds cannot show: whether real doctors choose as the model supposes.
/// </summary>
public static class ChancesBackTest
{
    private const int Five = 5;
    private const int ScenariosShown = 100;
    private const int DrawsForTruth = 2000;
    private const int AskedInEachRound = 200;
    private const double Worth = 0.01;
    private const double NoiseBeyond = 2 * OthersScenarios.MostNoise;

    /// <summary>Runs it; tens of seconds for 20 rounds.</summary>
    /// <param name="rows">Every school in every year.</param>
    /// <param name="rounds">How many rounds are made up for each calibration, and how many scenarios for each year; at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Hears which part is done.</param>
    public static BackTestResult Run(IReadOnlyList<FoundationSchoolYear> rows, int rounds, ulong seed, IProgress<double>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var years = Years(rows, rounds, seed);
        progress?.Report(0.2);
        var latest = new FoundationSchools(rows, years[^1].Year);
        var within = Calibrate("as supposed", latest, rounds, seed, OthersScenarios.MostNoise, 0, progress);
        var beyond = Calibrate("later choices stray twice as far as supposed", latest, rounds, seed + 1, NoiseBeyond, NoiseBeyond, progress);
        return new BackTestResult(seed, years, [within, beyond]);
    }

    /// <summary>What the model says of every year whose first preferences were all published, oldest first.</summary>
    public static IReadOnlyList<BackTestYear> Years(IReadOnlyList<FoundationSchoolYear> rows, int scenarios, ulong seed) =>
        [.. FirstChoiceShare.Of(rows).OrderBy(share => share.Year).Select(share => Year(new FoundationSchools(rows, share.Year), share, scenarios, seed))];

    private static BackTestYear Year(FoundationSchools schools, FirstChoiceShare share, int scenarios, ulong seed)
    {
        var places = schools.Rows.Select(row => row.Places).ToArray();
        var first = schools.Rows.Select(row => row.FirstPreferences!.Value).ToArray();
        var (firstParts, topParts, lastParts) = (new double[scenarios], new double[scenarios], new double[scenarios]);
        for (var scenario = 0; scenario < scenarios; scenario++)
        {
            var random = new SimulationRandom(seed, scenario);
            var lists = Hidden([.. places], [.. first.Select(count => (double)count)], OthersScenarios.MostNoise, 0, ref random).SampleLists(first.Sum(), ref random);
            var instance = Instance(schools, places, lists);
            var order = new int[lists.Length];
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            random.Shuffle(order);
            var choiceOf = new PreferenceInformed().Run(instance, new ApplicantOrder(order)).ChoiceOf;
            (firstParts[scenario], topParts[scenario], lastParts[scenario]) = (Part(choiceOf, 0, 1), Part(choiceOf, 0, Five), Part(choiceOf, places.Length - Five, places.Length));
        }

        return new BackTestYear(schools.Year, share.FirstPreferences, places.Sum(), share.Share, firstParts.Average(), Range(topParts), Range(lastParts));
    }

    private static ScenarioRange Range(double[] parts)
    {
        Array.Sort(parts);
        return new ScenarioRange(ChancesSimulator.Part(parts, ChancesSimulator.LowPart), ChancesSimulator.Part(parts, 0.5),
            ChancesSimulator.Part(parts, ChancesSimulator.HighPart));
    }

    private static double Part(ReadOnlySpan<int> choiceOf, int from, int below)
    {
        var placed = 0;
        foreach (var choice in choiceOf)
        {
            placed += choice >= from && choice < below ? 1 : 0;
        }

        return placed / (double)choiceOf.Length;
    }

    private static Calibration Calibrate(string name, FoundationSchools schools, int rounds, ulong seed, double mostNoise, double leastNoise, IProgress<double>? progress)
    {
        var places = schools.Rows.Select(row => row.Places).ToArray();
        var target = schools.Rows.Select(row => (double)row.FirstPreferences!.Value).ToArray();
        var tally = new Tally();
        for (var round = 0; round < rounds; round++)
        {
            // A round in which everybody's list is known; one run number apart from those that make the answer.
            var random = new SimulationRandom(~seed, round);
            var lists = Hidden([.. places], target, mostNoise, leastNoise, ref random).SampleLists((int)target.Sum(), ref random);
            var truth = AllocationSimulator.Run(Instance(schools, places, lists), new PreferenceInformed(), DrawsForTruth, seed + (ulong)round);

            // What a reader would have: places, and the ratio to two decimals.
            var first = new int[places.Length];
            foreach (var list in lists)
            {
                first[list[0]]++;
            }

            var published = schools.Rows.Select((row,
                i) => row with
                {
                    FirstPreferences = null,
                    RatioAfterPreallocation = double.Round(first[i] / (double)places[i], 2, MidpointRounding.AwayFromZero),
                    Status = Status.Computed
                });
            var scenarios = OthersScenarios.Build(new FoundationSchools(published, schools.Year), tier: null, ScenariosShown, seed + (ulong)round);
            for (var asked = 0; asked < AskedInEachRound; asked++)
            {
                var person = (int)random.NextBelow((uint)lists.Length);
                tally.Add(ChancesSimulator.Simulate(scenarios, lists[person]), truth, person);
            }

            progress?.Report(0.2 + (0.8 * (round + 1) / rounds));
        }

        return tally.Result(name, rounds);
    }

    private static LuceProfile Hidden(double[] places, double[] first, double mostNoise, double leastNoise, ref SimulationRandom random)
    {
        var home = OthersScenarios.StrongestHome * random.NextDouble();
        var noise = leastNoise + ((mostNoise - leastNoise) * random.NextDouble());
        return OthersScenarios.Profile(places, first, OthersScenarios.LaterPopularity(first.Length, noise, ref random), home, share: 1);
    }

    private static AllocationInstance Instance(FoundationSchools schools, int[] places, int[][] lists) => AllocationInstance.Create(
        [.. lists.Select((list, person) => new Applicant($"a{person}", [.. list.Select(school => schools.Rows[school].School)]))],
        [.. schools.Rows.Select((row, school) => new Post(row.School, places[school]))]);

    /// <summary>Adds up how what was shown compares with what was true.</summary>
    private sealed class Tally
    {
        private const int Lines = 10;
        private readonly int[] _count = new int[Lines];
        private readonly double[] _shown = new double[Lines];
        private readonly double[] _happened = new double[Lines];
        private int _answers;
        private int _inRange;
        private double _error;
        private int _firsts;
        private double _firstError;

        public void Add(FoundationChances answer, SimulatedOdds truth, int person)
        {
            for (var choice = 0; choice < answer.Schools.Count; choice++)
            {
                var (shown, real) = (answer.Schools[choice], truth.ChanceOf(person, choice));
                if (choice == 0)
                {
                    _firsts++;
                    _firstError += double.Abs(shown.FirstChoice - real);
                }

                if (double.Max(shown.Mid, real) < Worth)
                {
                    continue;
                }

                _answers++;
                _inRange += real >= shown.Low - Worth && real <= shown.High + Worth ? 1 : 0;
                _error += double.Abs(shown.Mid - real);
                var line = int.Clamp((int)(shown.Mid * Lines), 0, Lines - 1);
                _count[line]++;
                _shown[line] += shown.Mid;
                _happened[line] += real;
            }
        }

        public Calibration Result(string name, int rounds) => new(name, rounds, _answers, _inRange / (double)_answers, _error / _answers, _firstError / _firsts,
            [.. Enumerable.Range(0, Lines)
                .Where(line => _count[line] > 0)
                .Select(line => new ReliabilityLine(line / (double)Lines, (line + 1) / (double)Lines, _count[line], _shown[line] / _count[line], _happened[line] / _count[line]))]);
    }
}
