using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Matching.Chances;
using Gradus.Matching.Draws;
using Gradus.Rules;

namespace Gradus.FoundationApplications;

/// <summary>The tier of an applicant under the Medical Training (Prioritisation) Act 2026.</summary>
[JsonConverter(typeof(Keys<PriorityTier>))]
public enum PriorityTier
{
    /// <summary>UK medical graduates and others whom the Act puts first.</summary>
    [Choice("The priority group")]
    Priority,
    /// <summary>Everybody else.</summary>
    [Choice("Everybody else")]
    Other,
}

/// <summary>How the Act of 2026 may be built into the two passes. Which it is has not been published.</summary>
public enum PriorityReading
{
    /// <summary>Both passes for the priority group, then both for everybody else: nobody else is placed before all of the group are.</summary>
    PassesApart,
    /// <summary>Each pass for the priority group and then for everybody else: first choices of everybody else come before second choices of the group.</summary>
    PassesShared,
}

/// <summary>What is assumed of others: how far a scenario may go.</summary>
/// <param name="StrongestHome">The strongest preference for home, in units of the Gumbel noise of a logit.</param>
/// <param name="MostNoise">The most that later popularity departs from first popularity: the standard deviation of its logarithm.</param>
/// <param name="SmallestPriorityShare">The smallest part of applicants in the priority tier, from 0 to 1.</param>
/// <param name="LargestPriorityShare">The largest part, not below the smallest.</param>
public sealed record OthersAssumptions(double StrongestHome, double MostNoise, double SmallestPriorityShare, double LargestPriorityShare)
{
    /// <summary>What is assumed unless the reader says otherwise.</summary>
    public static OthersAssumptions Usual { get; } = new(OthersScenarios.StrongestHome, OthersScenarios.MostNoise, OthersScenarios.SmallestPriorityShare,
        OthersScenarios.LargestPriorityShare);
}

/// <summary>
/// What others may list, as many ways as asked for, and where every school would close under each. First choices are as published; what follows them is modelled,
/// because totals cannot show it: popularity fitted to first choices, a preference for a home region, and noise between first and later choices.
/// </summary>
/// <remarks>
/// Each scenario draws the strength of the home preference between 0 and <see cref="StrongestHome"/> and the noise between 0 and <see cref="MostNoise"/>, both
/// in units of the Gumbel noise
/// of a multinomial logit. Home regions are as large as their schools' places. Pre-allocated applicants and their places are taken out first. Under this model
/// the best open school is independent of the first choice, so each scenario is solved exactly.
/// Building a set takes a few milliseconds and depends on year, tier, number and seed only: keep it.
/// </remarks>
public sealed class OthersScenarios
{
    /// <summary>The strongest preference for home in a scenario.</summary>
    public const double StrongestHome = 2.8;

    /// <summary>
    /// The most that later popularity departs from first popularity in a scenario: the standard deviation of its logarithm. Chosen so that the one published
    /// figure that later choices decide,
    /// 92.4% placed within their first five schools in 2024, lies inside the range; at half as much it lay below it. See docs/foundation-chances.md.
    /// </summary>
    public const double MostNoise = 1.2;

    /// <summary>The smallest part of applicants taken to be in the priority tier. Not published.</summary>
    public const double SmallestPriorityShare = 0.80;

    /// <summary>The largest part of applicants taken to be in the priority tier. Not published.</summary>
    public const double LargestPriorityShare = 0.95;

    private const int FittingSteps = 400;
    private const double FittedWithin = 1e-9;

    private OthersScenarios(FoundationSchools schools, PriorityTier? tier, OthersAssumptions assumed, IReadOnlyList<PiaCutoffs> cutoffs) =>
        (Schools, Tier, Assumed, Cutoffs) = (schools, tier, assumed, cutoffs);

    /// <summary>The schools of the year.</summary>
    public FoundationSchools Schools { get; }

    /// <summary>The tier whose chances these are; <c>null</c> when all applicants are taken together, as up to 2025.</summary>
    public PriorityTier? Tier { get; }

    /// <summary>What was assumed of others.</summary>
    public OthersAssumptions Assumed { get; }

    /// <summary>Where every school closes, for each scenario.</summary>
    public IReadOnlyList<PiaCutoffs> Cutoffs { get; }

    /// <summary>Makes scenarios. The same seed draws the same of others under each reading, so that the two can be set side by side.</summary>
    /// <param name="schools">The schools of a year.</param>
    /// <param name="tier">Whose chances; <c>null</c> for all together.</param>
    /// <param name="count">How many scenarios, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="assumed">What is assumed of others; the usual unless given.</param>
    /// <param name="reading">How the Act is read; without effect where all are taken together.</param>
    public static OthersScenarios Build(FoundationSchools schools, PriorityTier? tier, int count, ulong seed, OthersAssumptions? assumed = null,
        PriorityReading reading = PriorityReading.PassesApart)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var cutoffs = new PiaCutoffs[count];
        for (var i = 0; i < count; i++)
        {
            cutoffs[i] = Scenario(schools, tier, assumed ?? OthersAssumptions.Usual, reading, new SimulationRandom(seed, i));
        }

        return new OthersScenarios(schools, tier, assumed ?? OthersAssumptions.Usual, cutoffs);
    }

    private static PiaCutoffs Scenario(FoundationSchools schools, PriorityTier? tier, OthersAssumptions assumed, PriorityReading reading, SimulationRandom random)
    {
        var home = assumed.StrongestHome * random.NextDouble();
        var noise = assumed.MostNoise * random.NextDouble();
        var priorityShare = assumed.SmallestPriorityShare + ((assumed.LargestPriorityShare - assumed.SmallestPriorityShare) * random.NextDouble());
        double[] places = [.. schools.PlacesToCompeteFor];
        double[] first = [.. schools.Rows.Select((row, i) => places[i] * row.RatioAfterPreallocation)];
        var later = LaterPopularity(first.Length, noise, ref random);
        if (tier is null)
        {
            return PiaCutoffs.Solve(places, Profile(places, first, later, home, share: 1));
        }

        var priority = Profile(places, first, later, home, priorityShare);
        var shared = reading == PriorityReading.PassesShared;
        var ofPriority = shared ? PiaCutoffs.Solve(places, LeftAfter(places, first, 1), priority) : PiaCutoffs.Solve(places, priority);
        if (tier == PriorityTier.Priority)
        {
            return ofPriority;
        }

        var others = Profile(places, first, later, home, 1 - priorityShare);
        return shared ? PiaCutoffs.Solve(LeftAfter(places, first, priorityShare), ofPriority.LeftOver, others) : PiaCutoffs.Solve(ofPriority.LeftOver, others);
    }

    /// <summary>The places that a part of all first choices leaves.</summary>
    private static double[] LeftAfter(double[] places, double[] first, double share) => [.. places.Select((count, school) => double.Max(0, count - (share * first[school])))];

    /// <summary>How much more or less popular each school is among later choices than among first: 1 without noise.</summary>
    internal static double[] LaterPopularity(int schools, double noise, ref SimulationRandom random)
    {
        var later = new double[schools];
        for (var school = 0; school < schools; school++)
        {
            later[school] = double.Exp(noise * random.NextNormal());
        }

        return later;
    }

    /// <summary>A profile whose first choices are exactly those given, times a share of all people.</summary>
    internal static LuceProfile Profile(double[] places, double[] first, double[] later, double home, double share)
    {
        var bonus = double.Exp(home);
        double[] regions = [.. places.Select(count => count / places.Sum())];
        var weights = FitPopularity(regions, first, bonus);
        var total = weights.Sum();
        var firstByRegion = new double[regions.Length][];
        var laterByRegion = new double[regions.Length][];
        for (var region = 0; region < regions.Length; region++)
        {
            var mass = share * first.Sum() * regions[region] / (total + ((bonus - 1) * weights[region]));
            firstByRegion[region] = new double[weights.Length];
            laterByRegion[region] = new double[weights.Length];
            for (var school = 0; school < weights.Length; school++)
            {
                var weight = school == region ? bonus * weights[school] : weights[school];
                firstByRegion[region][school] = mass * weight;
                laterByRegion[region][school] = weight * later[school];
            }
        }

        // What the fit leaves over is put right, so that first choices are the published ones to the last digit.
        for (var school = 0; school < weights.Length; school++)
        {
            var scale = share * first[school] / firstByRegion.Sum(region => region[school]);
            foreach (var region in firstByRegion)
            {
                region[school] *= scale;
            }
        }

        return new LuceProfile(firstByRegion, laterByRegion);
    }

    /// <summary>
    /// The weights under which a logit with a home bonus gives the first choices there were: Berry, Levinsohn and Pakes, “Automobile prices in market
    /// equilibrium”, Econometrica 63 (1995), contraction.
    /// </summary>
    private static double[] FitPopularity(double[] regions, double[] first, double bonus)
    {
        var all = first.Sum();
        double[] target = [.. first.Select(count => count / all)];
        var weights = (double[])target.Clone();
        for (var step = 0; step < FittingSteps; step++)
        {
            var total = weights.Sum();
            var away = 0.0;
            for (var region = 0; region < regions.Length; region++)
            {
                away += regions[region] / (total + ((bonus - 1) * weights[region]));
            }

            var error = 0.0;
            for (var school = 0; school < weights.Length; school++)
            {
                var atHome = (bonus - 1) * regions[school] / (total + ((bonus - 1) * weights[school]));
                var predicted = weights[school] * (away + atHome);
                error = double.Max(error, double.Abs(predicted - target[school]));
                weights[school] *= target[school] / predicted;
            }

            if (error < FittedWithin)
            {
                break;
            }
        }

        return weights;
    }
}
