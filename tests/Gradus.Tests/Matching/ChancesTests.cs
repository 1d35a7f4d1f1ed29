using Gradus.Matching.Chances;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Tests.Matching;

public class ChancesTests
{
    private static readonly GeneratorSettings LikeFoundation = new(3600, 9, 4) { ShortestList = 9, LongestList = 9, Rankings = false };

    [Fact]
    public void Solve_ForAGroupAfterAnother_IsWhatRunningEachPassForBothGivesIt()
    {
        const int people = 60_000;
        int[] places = [9_000, 21_000, 12_000, 30_000];
        int[][] lists = [[0, 1, 2, 3], [1, 0, 3, 2], [2, 0, 1, 3]];
        double[] shares = [0.5, 0.3, 0.2];
        var random = new Random(7);
        int[] listOf = [.. Enumerable.Range(0, people).Select(_ => random.NextDouble() is var at && at < 0.5 ? 0 : at < 0.8 ? 1 : 2)];
        var first = people * 4 / 5; // The first of the order of the draw are the group that is placed first in each pass.
        double[] Wanted(double mass) => [mass * 0.5, mass * 0.3, mass * 0.2, 0];
        ListProfile Profile(double mass) => new(4, [.. lists.SelectMany(list => list)], [0, 4, 8, 12], [.. shares.Select(share => share * mass)]);

        var left = places.ToArray();
        var got = new int?[people];
        for (var person = 0; person < people; person++)
        {
            got[person] = left[lists[listOf[person]][0]]-- > 0 ? 0 : null;
        }

        left = [.. left.Select(count => int.Max(0, count))];
        for (var person = 0; person < people; person++)
        {
            for (var choice = 1; got[person] is null && choice < 4; choice++)
            {
                if (left[lists[listOf[person]][choice]] > 0)
                {
                    (got[person], left[lists[listOf[person]][choice]]) = (choice, left[lists[listOf[person]][choice]] - 1);
                }
            }
        }

        double[] all = [.. places.Select(count => (double)count)];
        double[] After(double mass) => [.. all.Zip(Wanted(mass), (count, wanted) => double.Max(0, count - wanted))];
        var ofFirst = PiaCutoffs.Solve(all, After(people), Profile(first));
        var ofSecond = PiaCutoffs.Solve(After(first), ofFirst.LeftOver, Profile(people - first));

        foreach (var (cutoffs, from, to) in new[] { (ofFirst, 0, first), (ofSecond, first, people) })
        {
            for (var list = 0; list < lists.Length; list++)
            {
                var own = Enumerable.Range(from, to - from).Where(person => listOf[person] == list).ToList();
                var chances = cutoffs.ChancesOf(lists[list]);
                for (var choice = 0; choice < 4; choice++)
                {
                    chances[choice].ShouldBe(own.Count(person => got[person] == choice) / (double)own.Count, 0.02, $"list {list}, choice {choice}, from {from}");
                }
            }
        }
    }

    [Fact]
    public void Solve_AgainstExactAndPlainSimulation_Agrees()
    {
        var whole = InstanceGenerator.Make(LikeFoundation);
        var others = Without(whole, 0);
        var list = whole.ChoicesOf(0).ToArray();
        var profile = new ListProfile(whole.PostCount, whole.Choices.ToArray(), whole.Offsets.ToArray(), [.. Enumerable.Repeat(1.0, whole.ApplicantCount)]);

        var closed = PiaCutoffs.Solve([.. whole.Places.ToArray().Select(places => (double)places)], profile).ChancesOf(list);
        var exact = OwnRankSimulator.Run(others, list, 300, 8);
        var plain = AllocationSimulator.Run(whole, new PreferenceInformed(), 4000, 8);

        for (var choice = 0; choice < list.Length; choice++)
        {
            var chance = exact.Chances[choice];
            closed[choice].ShouldBe(chance, 0.005);
            plain.ChanceOf(0, choice).ShouldBe(chance, 0.001 + (4 * Math.Sqrt(chance * (1 - chance) / 4000)) + (4 * exact.StandardErrors[choice]));
        }
    }

    [Fact]
    public void OwnRank_AgainstEveryOrder_IsExact() => RandomInstances.Check(seed =>
    {
        var whole = RandomInstances.Make(seed, mostApplicants: 5, rankings: false);
        if (whole.ApplicantCount < 2)
        {
            return;
        }

        // With one other person there is one order of the others, so a single draw is the whole truth.
        var two = Without(whole, [.. Enumerable.Range(2, whole.ApplicantCount - 2)]);
        var counts = new double[two.ChoicesOf(0).Length];
        foreach (var order in BruteForce.Permutations(2))
        {
            var choice = BruteForce.PreferenceInformed(two, order)[0];
            if (choice >= 0)
            {
                counts[choice] += 0.5;
            }
        }

        OwnRankSimulator.Run(Without(two, 0), two.ChoicesOf(0), 1, seed).Chances.ShouldBe(counts);
    });

    [Fact]
    public void Simulate_OnAnyNumberOfThreadsAndInAnyOrderOfRows_GivesTheSame()
    {
        var instance = InstanceGenerator.Make(LikeFoundation with { Applicants = 400 });
        int[] shuffled = [.. Enumerable.Range(0, 400).Reverse()];
        var other = AllocationInstance.Create(
            [.. shuffled.Select(a => new Applicant(instance.Applicants[a], [.. instance.ChoicesOf(a).ToArray().Select(p => instance.Posts[p])]))],
            [.. Enumerable.Range(0, instance.PostCount).Select(p => new Post(instance.Posts[p], instance.Places[p]))]);

        var one = AllocationSimulator.Run(instance, new PreferenceInformed(), 200, 3, threads: 1);
        var three = AllocationSimulator.Run(instance, new PreferenceInformed(), 200, 3, threads: 3);
        var otherRows = AllocationSimulator.Run(other, new PreferenceInformed(), 200, 3, threads: 2);

        for (var applicant = 0; applicant < 400; applicant++)
        {
            three.CountsOf(applicant).ToArray().ShouldBe(one.CountsOf(applicant).ToArray());
            otherRows.CountsOf(399 - applicant).ToArray().ShouldBe(one.CountsOf(applicant).ToArray());
        }

        OwnRankSimulator.Run(instance, instance.ChoicesOf(0), 50, 3, threads: 3).Chances.ShouldBe(OwnRankSimulator.Run(instance, instance.ChoicesOf(0), 50, 3).Chances);
    }

    [Fact]
    public void FastDraws_AgainstTheMechanismItself_CountTheSame()
    {
        var instance = InstanceGenerator.Make(LikeFoundation with { Applicants = 200, ShortestList = 3, LongestList = 9 });
        var linkedElsewhere = new PreferenceInformed();
        var sorted = Enumerable.Range(0, 200).OrderBy(a => instance.Applicants[a], StringComparer.Ordinal).ToArray();
        var fast = new PiaDrawWorker(instance, sorted);
        var counts = new int[instance.ChoiceCount];
        var expected = new int[instance.ChoiceCount];
        for (var draw = 0; draw < 20; draw++)
        {
            var random = new Gradus.Matching.Draws.SimulationRandom(5, draw);
            fast.Run(random);
            var order = (int[])sorted.Clone();
            for (var i = 0; i < order.Length; i++)
            {
                var j = i + (int)random.NextBelow((uint)(order.Length - i));
                (order[i], order[j]) = (order[j], order[i]);
            }

            var choiceOf = linkedElsewhere.Run(instance, new ApplicantOrder(order)).ChoiceOf;
            for (var applicant = 0; applicant < 200; applicant++)
            {
                if (choiceOf[applicant] >= 0)
                {
                    expected[instance.Offsets[applicant] + choiceOf[applicant]]++;
                }
            }
        }

        fast.AddTo(counts);
        counts.ShouldBe(expected);
    }

    [Fact]
    public void LinkedPair_FirstChoice_IsNearlyQSquared()
    {
        var places = new[] { 200, 800 };
        var applicants = Enumerable.Range(0, 600)
            .Select(i => new Applicant($"a{i}", i < 500 ? ["x", "y"] : ["y", "x"]) { LinkedWith = i == 0 ? "a1" : i == 1 ? "a0" : null })
            .ToList();
        var instance = AllocationInstance.Create(applicants, [new("x", places[0]), new("y", places[1])]);

        var odds = AllocationSimulator.Run(instance, new PreferenceInformed(), 6000, 2, threads: 2);

        odds.ChanceOf(0, 0).ShouldBe(0.4 * 0.4, 0.02);
        odds.ChanceOf(0, 0).ShouldBe(odds.ChanceOf(1, 0));
    }

    [Fact]
    public void RankAfter_FirstAndLaterChoices_LiesWhereTheFormulaSays()
    {
        // 100 want x, which has 40; y has 30 and z the rest, and nobody puts them first.
        var cutoffs = PiaCutoffs.Solve([40, 30, 100], new ListProfile(3, [0, 1, 2], [0, 3], [100]));

        cutoffs.FirstPass.ToArray().ShouldBe([0.4, 1, 1]);
        cutoffs.SecondPass[1].ShouldBe(0.7, 1e-12);
        cutoffs.ChancesOf([0, 1, 2]).Select(chance => Math.Round(chance, 9, MidpointRounding.AwayFromZero)).ShouldBe([0.4, 0.3, 0.3]);
        cutoffs.RankAfter([0, 1, 2], PublishedStage.NotFirstChoice).ShouldBe(new RankRange(0.4, 1));
        cutoffs.RankAfter([0, 1, 2], PublishedStage.Placed, 1)!.Value.UpTo.ShouldBe(0.7, 1e-12);
        cutoffs.ShareOfPostUpTo(1, 0.55).ShouldBe(0.5, 1e-9);
        PairOdds.Of(cutoffs, [0, 1, 2]).Linked[0].ShouldBe(0.16, 1e-12);
    }

    private static AllocationInstance Without(AllocationInstance instance, params int[] gone) => AllocationInstance.Create(
        [.. Enumerable.Range(0, instance.ApplicantCount)
            .Where(a => !gone.Contains(a))
            .Select(a => new Applicant(instance.Applicants[a], [.. instance.ChoicesOf(a).ToArray().Select(p => instance.Posts[p])]))],
        [.. Enumerable.Range(0, instance.PostCount).Select(p => new Post(instance.Posts[p], instance.Places[p]))]);
}
