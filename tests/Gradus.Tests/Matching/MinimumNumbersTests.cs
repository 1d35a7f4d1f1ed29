using Gradus.Matching.Draws;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Tests.Matching;

/// <summary>Minimum numbers change no run; what filling them would cost is the least there is.</summary>
public sealed class MinimumNumbersTests
{
    public static TheoryData<string> Mechanisms => [.. MechanismNames.All, "parallel:2,*"];

    /// <summary>Every assignment within lists, places and rankings is tried: none fills more, and none that fills as many is smaller.</summary>
    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void Cost_IsTheSmallestOfAllChanges_AsBruteForceFindsIt(string name)
    {
        var mechanism = MechanismNames.Find(name)!;
        var (worked, chains, unfilled) = (0, 0, 0);
        RandomInstances.Check(seed =>
        {
            var plain = RandomInstances.Make(seed, mostApplicants: 6, mostPosts: 4, rankings: seed % 2 == 0, tiers: 1 + (int)(seed % 2));
            var instance = With(plain, seed);
            var allocation = mechanism.Run(instance, RandomInstances.Order(instance, seed));
            allocation.ChoiceOf.ToArray().ShouldBe(mechanism.Run(plain, RandomInstances.Order(plain, seed)).ChoiceOf.ToArray(), "a minimum changes no run");
            var cost = MinimumNumbers.Cost(allocation);

            var least = BruteForce.Assignments(instance).Where(other => MayChange(instance, allocation, other)).Select(other => Cost(instance, allocation, other)).Min();

            var missing = Missing(instance, allocation.ChoiceOf.ToArray());
            Certificate.From(allocation).BelowMinimum.Sum(below => below.Minimum - below.Has).ShouldBe(missing);
            if (cost is null)
            {
                missing.ShouldBe(0);
                return;
            }

            (cost.Missing - cost.Filled, cost.Worse, cost.PlacesLower, cost.Moved).ShouldBe(least);
            cost.Moves.Count.ShouldBe(cost.Moved);
            worked += cost.Filled;
            chains += cost.Moved > cost.Filled ? 1 : 0;
            unfilled += cost.Missing - cost.Filled;
        });
        worked.ShouldBeGreaterThan(20);
        chains.ShouldBeGreaterThan(0);
        unfilled.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Cost_SaysWhomItWouldMoveAndWhoseClaimsItPassesOver()
    {
        var instance = AllocationInstance.Create(
            [new("ann", ["North", "South"]), new("bob", ["North", "East", "South"]), new("cat", ["South"])],
            [new("North", 2), new("South", 3) { Minimum = 2 }, new("East", 1)]);
        var order = ApplicantOrder.Listed(instance, ["ann", "bob", "cat"]);

        var cost = MinimumNumbers.Cost(new SerialDictatorship().Run(instance, order)).ShouldNotBeNull();

        cost.Moves.ShouldHaveSingleItem().ShouldBe(new Move("ann", "North", 1, "South", 2));
        cost.Says.ShouldBe("Filling the minimums would give 1 applicant a worse choice, 1 place lower in all, and move 1; nobody would lose a post; 1 claim to a place would be passed over. No smaller change does it. Nothing has been changed.");
        MinimumNumbers.Cost(new PreferenceInformed().Run(instance, order)).ShouldNotBeNull().ClaimsPassedOver.ShouldBeNull();
    }

    /// <summary>Nobody may be taken from a post that has its minimum and no more unless another comes: the chain is found.</summary>
    [Fact]
    public void Cost_WhereTheNearestCannotBeSpared_IsAChain()
    {
        var instance = AllocationInstance.Create(
            [new("a", ["N", "S"]), new("b", ["E", "N"]), new("c", ["E"])],
            [new("N", 2) { Minimum = 1 }, new("S", 1) { Minimum = 1 }, new("E", 2)]);

        var cost = MinimumNumbers.Cost(new SerialDictatorship().Run(instance, ApplicantOrder.Listed(instance, ["a", "b", "c"]))).ShouldNotBeNull();

        cost.Moves.ShouldBe([new("a", "N", 1, "S", 2), new("b", "E", 1, "N", 2)]);
        (cost.Filled, cost.Worse, cost.PlacesLower).ShouldBe((1, 2, 2));
    }

    [Fact]
    public void Cost_CountsWhoHoldsThePostAndLeavesThemThere()
    {
        var instance = AllocationInstance.Create([new("a", ["S", "N"]) { Holds = "N" }, new("b", ["N"])], [new("N", 2) { Minimum = 2 }, new("S", 1) { Minimum = 1 }]);

        var cost = MinimumNumbers.Cost(new SerialDictatorship().Run(instance, ApplicantOrder.Listed(instance, ["a", "b"]))).ShouldNotBeNull();

        (cost.Missing, cost.Filled).ShouldBe((1, 0));
        cost.Says.ShouldStartWith("Nobody can fill the minimums");
    }

    [Fact]
    public void Cost_WhereNoneIsKnown_SaysWhy()
    {
        var linked = AllocationInstance.Create([new("a", ["N", "S"]) { LinkedWith = "b" }, new("b", ["N", "S"]) { LinkedWith = "a" }], [new("N", 2), new("S", 2) { Minimum = 1 }]);
        var order = ApplicantOrder.Seeded(linked, 1);

        MinimumNumbers.Cost(new PreferenceInformed().Run(linked, order)).ShouldNotBeNull().NotWorkedOut.ShouldNotBeNull().ShouldContain("linked pairs move together");
        MinimumNumbers.Cost(new SerialDictatorship().Run(linked, order)).ShouldNotBeNull().NotWorkedOut.ShouldBeNull();
        MinimumNumbers.Cost(new SerialDictatorship().Run(linked, order, TimeLimit.After(TimeSpan.Zero)))
            .ShouldNotBeNull().NotWorkedOut
            .ShouldNotBeNull()
            .ShouldContain("time limit");
        new SmallestChange(linked, [0, 0], mostWork: 1).Fill().ShouldBeFalse();
    }

    [Theory]
    [InlineData("post,places,minimum\nx,1,2\n", 5, "a minimum as a whole number from 0 to the places, 1")]
    [InlineData("post,places,minimum\nx,1,-1\n", 5, "a minimum as a whole number")]
    [InlineData("minimum,post,places\n0.5,x,1\n", 1, "a minimum as a whole number")]
    public void Read_AMinimumThatCannotBe_NamesThePlace(string posts, long column, string expected)
    {
        var fault = Should.Throw<InputException>(() => AllocationReader.Read(new MemoryStream("applicant,choices\na,x\n"u8.ToArray()),
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(posts))));

        (fault.File, fault.Line, fault.Column).ShouldBe(("posts.csv", 2, column));
        fault.Expected.ShouldStartWith(expected);
    }

    private static AllocationInstance With(AllocationInstance plain, ulong seed)
    {
        var random = new SimulationRandom(seed, 4);
        return AllocationInstance.Create(
            [.. Enumerable.Range(0, plain.ApplicantCount)
                .Select(a => new Applicant(plain.Applicants[a], [.. plain.ChoicesOf(a).ToArray().Select(p => plain.Posts[p])]) { Tier = plain.TierOf(a) })],
            [.. Enumerable.Range(0, plain.PostCount).Select(p => new Post(plain.Posts[p], plain.Places[p])
            {
                Minimum = (int)random.NextBelow((uint)plain.Places[p] + 1),
                Ranking = plain.HasRankings ? [.. plain.RankingOf(p).ToArray().Select(a => plain.Applicants[a])] : null,
            })]);
    }

    /// <summary>Nobody loses a post, and nobody goes where they would not be taken.</summary>
    private static bool MayChange(AllocationInstance instance, Allocation before, int[] after)
    {
        for (var applicant = 0; applicant < after.Length; applicant++)
        {
            if (after[applicant] < 0
                ? before.ChoiceOf[applicant] >= 0
                : instance.HasRankings && !instance.RankingOf(instance.ChoicesOf(applicant)[after[applicant]]).Contains(applicant))
            {
                return false;
            }
        }

        return true;
    }

    private static (int, int, long, int) Cost(AllocationInstance instance, Allocation before, int[] after)
    {
        var moved = Enumerable.Range(0, after.Length).Where(applicant => after[applicant] != before.ChoiceOf[applicant]).ToList();
        var worse = moved.Where(applicant => before.ChoiceOf[applicant] >= 0 && after[applicant] > before.ChoiceOf[applicant]).ToList();
        return (Missing(instance, after), worse.Count, worse.Sum(applicant => (long)after[applicant] - before.ChoiceOf[applicant]), moved.Count);
    }

    private static int Missing(AllocationInstance instance, int[] choiceOf) => Enumerable.Range(0, instance.PostCount)
        .Sum(post => int.Max(0, instance.MinimumOf(post) - Enumerable.Range(0, choiceOf.Length)
            .Count(applicant => choiceOf[applicant] >= 0 && instance.ChoicesOf(applicant)[choiceOf[applicant]] == post)));
}
