using System.Globalization;
using Gradus.Facts;
using Gradus.Matching.Chances;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>
/// A doctor's chance of each foundation school under the Preference Informed Allocation, used throughout the UK since 2024.
/// What the published ratio settles and what is modelled are kept apart. Works on rows handed in; the same input gives the same answer everywhere.
/// </summary>
public static class ChancesSimulator
{
    /// <summary>The lower end of the range shown, as a part of scenarios.</summary>
    public const double LowPart = 0.05;

    /// <summary>The upper end of the range shown.</summary>
    public const double HighPart = 0.95;

    /// <summary>The first year of the Preference Informed Allocation.</summary>
    public const int FirstYearOfAllocation = 2024;

    /// <summary>The first year in which the priority group is placed first: Medical Training (Prioritisation) Act 2026, section 1.</summary>
    public const int FirstYearOfPriority = 2026;

    /// <summary>What a broken link means.</summary>
    public const string BrokenLink = "Your two orders differ, so you would each be taken alone, and the chances are yours alone. What rank each of you then holds has not been published. To keep the link, list the schools in the same order, to the last.";

    /// <summary>The brackets of ranks that an answer shows.</summary>
    public static IReadOnlyList<RankRange> Brackets { get; } = [new(0, 0.1), new(0.1, 0.25), new(0.25, 0.5), new(0.5, 0.75), new(0.75, 0.9), new(0.9, 1)];

    // Under half of one round in a hundred two chances are shown as one.
    private const double LeastDifference = 0.005;

    /// <summary>Everything that was asked: the chances, and where wanted what other orders would change and what an outcome says about the rank.</summary>
    /// <param name="facts">What the doctor told us; every school of the year stands in the order once.</param>
    /// <param name="figures">The schools of every year.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about; the allocation is one for the UK.</param>
    public static FoundationChances Answer(FoundationOrder facts, ChancesFigures figures, DateOnly on, Nation nation)
    {
        var schools = figures.SchoolsOf(facts.Year ?? figures.NewestYear);
        var (order, _) = schools.ReadOrder(facts.Order);
        var partners = facts.Linked is null ? null : schools.ReadOrder(facts.Linked).Order;
        var scenarios = figures.Scenarios(schools, facts.Tier, facts.Scenarios, (ulong?)facts.Seed, facts.Assumed);
        var chances = Simulate(scenarios, order, partners ?? (facts.LinkedOtherwise == true ? [] : null));
        var alone = chances.Linked is null ? null : Simulate(scenarios, order);
        var otherReading = facts.Tier is null
            ? null
            : OtherReading(chances, Simulate(figures.Scenarios(schools, facts.Tier, facts.Scenarios, (ulong?)facts.Seed, facts.Assumed,
                PriorityReading.PassesShared), order, partners));
        var others = facts.Others == true ? PutEachFirst(scenarios, order, chances.Linked is not null) : null;
        return chances with
        {
            Others = others,
            OtherReading = otherReading,
            Warnings = [.. order.SequenceEqual(order.Order())
                ? new[] { new Warning("order", "This is the order of the alphabet, as the list stands before anybody has put it in order. If it is yours, the answer stands.") }
                : [], .. Unused(facts)],
            Rank = facts.Got is { } choice ? RankAfter(scenarios, order, choice) : null,
            Reasons = [.. order.Select(school => figures.RowOf(schools.Rows[school])
                .Because("ratio-after",
                    $"{schools.Rows[school].School}, {schools.Year}: {Hundred.Plain(schools.Rows[school].RatioAfterPreallocation)} first choices for each place, once pre-allocated applicants are taken out.",
                    Hundred.Plain(schools.Rows[school].RatioAfterPreallocation)))],
            Tables =
            [
                .. chances.Tables,
                .. others is null ? [] : (AnswerTable[])[TableOf(others)],
                TableOf(ByRank(scenarios, order, Brackets), order.Length),
                .. alone is null
                    ? []
                    : (AnswerTable[])[TableOf("alone-and-linked", "Alone and as a linked pair, of 100 simulated rounds", "Alone", alone.Schools,
                        "Linked, together", chances.Schools)],
                .. otherReading is null
                    ? []
                    : (AnswerTable[])[TableOf("readings", "The two readings of the Act, of 100 simulated rounds", "Both passes for the group first",
                        chances.Schools, "Each pass for the group first", otherReading.Schools)],
            ],
        };
    }

    private static IEnumerable<Warning> Unused(FoundationOrder facts)
    {
        foreach (var (field, _) in new[] { ("priorityFrom", facts.PriorityFrom), ("priorityTo", facts.PriorityTo) }.Where(told => facts.Tier is null && told.Item2 is not null))
        {
            yield return new Warning(field, "All applicants are taken together, so how many are in the priority group has no effect: say the tier.");
        }

        if (facts is { LinkedOtherwise: not null, Linked: not null })
        {
            yield return new Warning("linkedOtherwise", "The other’s order says it already, so this has no effect.");
        }
    }

    /// <summary>What is wrong between facts: a year without figures, an order that is none of all schools, a choice beyond its end.</summary>
    public static void Check(FoundationOrder facts, ChancesFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(errors);
        if (figures.SchoolsAsked(facts.Year, errors) is not { } schools)
        {
            return;
        }

        if (schools.ReadOrder(facts.Order).Fault is { } fault)
        {
            errors.Add("order", fault);
        }

        if (facts.Linked is { } linked && schools.ReadOrder(linked).Fault is { } partners)
        {
            errors.Add("linked", partners);
        }

        if (facts is { LinkedOtherwise: true, Linked: { } same } && same.SequenceEqual(facts.Order, StringComparer.OrdinalIgnoreCase))
        {
            errors.Add("linkedOtherwise", "Expected this only where the order of the other is another one.");
        }

        if (facts.Assumed is var assumed && assumed.LargestPriorityShare < assumed.SmallestPriorityShare)
        {
            errors.Add("priorityTo", "Expected a share of all applicants that is not below the smallest priority group.");
        }

        if (facts.Got < 1 || facts.Got > schools.Rows.Count)
        {
            errors.Add("got", $"Expected the choice that was got, from 1 to {schools.Rows.Count}.");
        }
    }

    /// <summary>The chances with an order of all schools, given as their places in the scenarios' schools, best first.</summary>
    /// <param name="scenarios">What others may list.</param>
    /// <param name="order">The doctor's order.</param>
    /// <param name="partnersOrder">The order of somebody linked with the doctor; <c>null</c> when alone.</param>
    public static FoundationChances Simulate(OthersScenarios scenarios, IReadOnlyList<int> order, IReadOnlyList<int>? partnersOrder = null)
    {
        int[] list = [.. order];
        var linkHolds = partnersOrder is not null && partnersOrder.SequenceEqual(order);
        var chances = scenarios.Cutoffs.Select(cutoffs => linkHolds ? cutoffs.LinkedChancesOf(list) : cutoffs.ChancesOf(list)).ToList();
        var schools = list.Select((school, place) => Chance(scenarios, school, Sorted(chances.Select(chance => chance[place])))).ToList();
        var unplaced = chances.Average(chance => double.Max(0, 1 - chance.Sum()));
        return new FoundationChances
        {
            Verdict = Verdict.Yes,
            Says = $"With the figures of {scenarios.Schools.Year} {(linkHolds ? "the two of you" : "you")} would be placed at {schools[0].School}, the first choice, in {Hundred.About(schools[0].Mid)} simulated rounds, and nowhere in {Hundred.About(unplaced)}.",
            Reasons = [],
            Year = scenarios.Schools.Year,
            Schools = schools,
            Unplaced = unplaced,
            Linked = linkHolds ? PairChances(scenarios, list) : null,
            LinkBreaks = partnersOrder is not null && !linkHolds,
            Assumptions = Assumptions(scenarios, partnersOrder is not null, linkHolds),
            Tables = [TableOf(schools)],
        };
    }

    /// <summary>What each stretch of ranks gets with an order, for a list of stretches that are not empty. For a linked pair the rank is the pair's, the worse of two.</summary>
    /// <param name="scenarios">What others may list.</param>
    /// <param name="order">The doctor's order.</param>
    /// <param name="stretches">The stretches of ranks, as parts of all applicants, best 0.</param>
    public static IReadOnlyList<RankBracket> ByRank(OthersScenarios scenarios, IReadOnlyList<int> order, IReadOnlyList<RankRange> stretches)
    {
        int[] list = [.. order];
        return [.. stretches.Select(ranks =>
        {
            var sum = new double[list.Length];
            foreach (var cutoffs in scenarios.Cutoffs)
            {
                foreach (var (choice, chance) in cutoffs.ChancesWithin(list, ranks).Index())
                {
                    sum[choice] += chance / scenarios.Cutoffs.Count;
                }
            }

            return new RankBracket(ranks, sum);
        })];
    }

    /// <summary>
    /// What each order would give in which another school is moved to the top and the rest stays as it is. Others may change their lists too, and then this changes.
    /// </summary>
    /// <param name="scenarios">What others may list.</param>
    /// <param name="order">The doctor's order.</param>
    /// <param name="isLinked">Whether the order is that of a linked pair; the chances are then the pair's.</param>
    public static IReadOnlyList<AlternativeOrder> PutEachFirst(OthersScenarios scenarios, IReadOnlyList<int> order, bool isLinked = false) =>
        [.. order.Skip(1).Select(school =>
        {
            int[] other = [school, .. order.Where(listed => listed != school)];
            var chances = Simulate(scenarios, other, isLinked ? other : null);
            return new AlternativeOrder(scenarios.Schools.Rows[school].School, chances.Schools, chances.Unplaced);
        })];

    /// <summary>
    /// What being placed at a school says about one's hidden rank. For a linked pair it is the pair's rank, the worse of two.
    /// </summary>
    /// <param name="scenarios">What others may have listed.</param>
    /// <param name="order">The doctor's order.</param>
    /// <param name="choice">Which choice it was, from 1 to the length of the order.</param>
    public static RankAfterOutcome RankAfter(OthersScenarios scenarios, IReadOnlyList<int> order, int choice)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(choice, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(choice, order.Count);
        int[] list = [.. order];
        var ranges = scenarios.Cutoffs.Select(cutoffs => cutoffs.RankAfter(list, PublishedStage.Placed, choice - 1)).OfType<RankRange>().ToList();
        if (ranges.Count == 0)
        {
            return new RankAfterOutcome(choice, null, null, "With this order and these figures that does not happen. Check the order, or the year.");
        }

        var (best, worst) = (100 * ranges.Min(range => range.Above), 100 * ranges.Max(range => range.UpTo));
        var people = scenarios.Tier is null ? "applicants" : "applicants in the same priority group";
        var (from, to) = ((int)best + 1, (int)double.Ceiling(worst));
        var where = (from, to) switch
        {
            (1, 100) => "says nothing about the rank: it could be any",
            (1, _) => $"puts the rank among the best {to} of every 100 {people}",
            (_, 100) => $"puts the rank after the best {from - 1} of every 100 {people}",
            _ => $"puts the rank between number {from} and number {to} of every 100 {people}",
        };
        return new RankAfterOutcome(choice, best, worst, $"Being placed at {scenarios.Schools.Rows[list[choice - 1]].School} {where}.");
    }

    private static ReadingOfTheAct? OtherReading(FoundationChances here, FoundationChances there)
    {
        if (Math.Abs(here.Unplaced - there.Unplaced) < LeastDifference && here.Schools.Zip(there.Schools).All(pair => Math.Abs(pair.First.Mid - pair.Second.Mid) < LeastDifference))
        {
            return null;
        }

        var most = here.Schools.Zip(there.Schools).Index().MaxBy(pair => Math.Abs(pair.Item.First.Mid - pair.Item.Second.Mid)).Index;
        string Of(FoundationChances chances) =>
            $"{Hundred.About(chances.Schools[most].Mid)} at {chances.Schools[most].School}, number {most + 1} of the list, and {Hundred.About(chances.Unplaced)} without a school";
        return new ReadingOfTheAct($"Where both passes run for the priority group before anybody else: {Of(here)}. Where each pass takes the group first and then everybody else: {Of(there)}. Which of the two is used has not been published; the first fits the words of the Act.",
            there.Schools, there.Unplaced);
    }

    private static AnswerTable TableOf(IReadOnlyList<RankBracket> brackets, int schools) =>
        new("by-rank", "What each bracket of ranks gets with this order, of 100 simulated rounds",
        [new("ranks", "Rank, of every 100 applicants"), new("first", "First choice"), new("three", "One of the first three"),
            new("five", "One of the first five"), new("last", "One of the last five"), new("none", "No school")],
        [.. brackets.Select(bracket => (IReadOnlyList<AnswerCell>)
        [
            string.Create(CultureInfo.InvariantCulture, $"{(100 * bracket.Ranks.Above) + 1:0} to {100 * bracket.Ranks.UpTo:0}"), Share.Of100(bracket.Chances[0]),
                Share.Of100(bracket.Chances.Take(3).Sum()), Share.Of100(bracket.Chances.Take(5).Sum()),
            Share.Of100(bracket.Chances.Skip(schools - 5).Sum()), Share.Of100(double.Max(0, 1 - bracket.Chances.Sum())),
        ])]);

    private static AnswerTable TableOf(string key, string caption, string here, IReadOnlyList<SchoolChance> schools, string there, IReadOnlyList<SchoolChance> others) =>
        new(key, caption,
        [new("school", "School"), new("here", here), new("there", there)],
        [.. schools.Zip(others).Select(pair => (IReadOnlyList<AnswerCell>)[pair.First.School, Share.Of100(pair.First.Mid), Share.Of100(pair.Second.Mid)])]);

    private static AnswerTable TableOf(IReadOnlyList<SchoolChance> schools) => new("schools", "Of 100 simulated rounds",
        [new("choice", "Choice"), new("school", "School"), new("mid", "Placed there"), new("low", "Low"), new("high", "High"), new("first", "If put first"),
            new("second", "Can be got without putting it first")],
        [.. schools.Select((school,
            place) => (IReadOnlyList<AnswerCell>)[place + 1, school.School, Share.Of100(school.Mid), Share.Of100(school.Low), Share.Of100(school.High),
                Share.Of100(school.FirstChoice), school.ReachableInPassTwo])]);

    private static AnswerTable TableOf(IReadOnlyList<AlternativeOrder> others) =>
        new("others", "With another school moved to the top, of 100 simulated rounds; others may change their lists too",
        [new("school", "Put first"), new("mid", "Placed there"), new("low", "Low"), new("high", "High"), new("former", "Your first choice then"), new("unplaced", "No school")],
        [.. others.Select(other => (IReadOnlyList<AnswerCell>)[other.PutFirst, Share.Of100(other.Schools[0].Mid), Share.Of100(other.Schools[0].Low),
            Share.Of100(other.Schools[0].High), Share.Of100(other.Schools[1].Mid), Share.Of100(other.Unplaced)])]);

    private static SchoolChance Chance(OthersScenarios scenarios, int school, double[] sorted)
    {
        var first = Sorted(scenarios.Cutoffs.Select(cutoffs => cutoffs.FirstPass[school]));
        var reachable = scenarios.Cutoffs.Count(cutoffs => cutoffs.SecondPass[school] > 0);
        // The mean, so that the chances of all schools add up and hold in made-up rounds; a chance that is there in few scenarios only can have its mean above the range's end.
        var mean = sorted.Average();
        return new SchoolChance(scenarios.Schools.Rows[school].School, Part(first, 0.5), double.Min(mean, Part(sorted, LowPart)), mean,
            double.Max(mean, Part(sorted, HighPart)), 2 * reachable > scenarios.Cutoffs.Count);
    }

    private static LinkedChances PairChances(OthersScenarios scenarios, int[] list)
    {
        var odds = scenarios.Cutoffs.Select(cutoffs => PairOdds.Of(cutoffs, list)).ToList();
        double Middle(Func<PairOdds, double> of) => Part(Sorted(odds.Select(of)), 0.5);
        return new LinkedChances(Middle(pair => pair.LinkedTogether), Middle(pair => pair.Linked[0]), Middle(pair => pair.UnlinkedTogether),
            Middle(pair => pair.UnlinkedBothFirst), Middle(pair => pair.UnlinkedOneFirst), Middle(pair => pair.UnlinkedNoneFirst));
    }

    private static List<string> Assumptions(OthersScenarios scenarios, bool isLinked, bool linkHolds)
    {
        var year = scenarios.Schools.Year;
        var assumptions = new List<string>
        {
            $"Places and first choices are those of {year}; in another year others may choose differently.",
            "The first-choice chance is one divided by the published ratio after pre-allocated applicants are taken out; it is for somebody who is not pre-allocated.",
            "How many places were given before the allocation is worked out from the two published ratios, or taken from the year before where only one is published.",
            string.Create(CultureInfo.InvariantCulture,
                $"Later choices are not published. They are modelled in {scenarios.Cutoffs.Count} scenarios: popularity as in first choices, a preference for home from none to {(scenarios.Assumed.StrongestHome == OthersScenarios.StrongestHome ? "strong" : $"{scenarios.Assumed.StrongestHome:0.##}, as you set it")}, and noise{(scenarios.Assumed.MostNoise == OthersScenarios.MostNoise ? "" : $" up to {scenarios.Assumed.MostNoise:0.##}, as you set it")}. The range leaves out the lowest and highest twentieth."),
            "A large number of applicants is assumed, so that chance evens out within a scenario; the same random rank is used in both passes.",
        };
        if (scenarios.Schools.Rows.Any(row => row.Status == Status.Verify))
        {
            assumptions.Add($"Some figures of {year} were seen second-hand: check them before relying on them.");
        }

        if (year < FirstYearOfAllocation)
        {
            assumptions.Add($"In {year} scores decided, not this allocation: this is what the allocation would have given with the same first choices.");
        }

        if (scenarios.Tier is not null)
        {
            assumptions.Add(string.Create(CultureInfo.InvariantCulture,
                $"The priority tier is allocated in both passes before anybody else. How many are in it is not published: between {100 * scenarios.Assumed.SmallestPriorityShare:0.##} and {100 * scenarios.Assumed.LargestPriorityShare:0.##} of every 100 first choices at every school is {(scenarios.Assumed == OthersAssumptions.Usual ? "assumed" : "what you set")}, so the first-choice chance is modelled too."));
        }

        if (isLinked)
        {
            assumptions.Add(linkHolds
                ? "A linked pair holds the worse of its two ranks and needs two places at once; the chances are those of being placed together. A pair for whom no school has two places goes on as two people alone, which is not in the chances."
                : "The two lists differ, so the link would be broken: the chances are those of one person alone.");
            assumptions.Add("Neither of a pair is pre-allocated: approval of either for a named school breaks the link.");
        }

        return assumptions;
    }

    private static double[] Sorted(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The value below which a part of all sorted values lies, by the nearest rank.</summary>
    internal static double Part(double[] sorted, double part) => sorted[int.Clamp((int)double.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
}
