using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Tests.Matching;

public class MechanismTests
{
    private static readonly IMechanism[] All =
    [
        new DeferredAcceptance(), new HospitalDeferredAcceptance(), new SerialDictatorship(), ParallelBands.ImmediateAcceptance, new ParallelBands(2, 1, ParallelBands.Endless),
        new PreferenceInformed(), new PreferenceInformed { Tiers = TierRule.Ranked }, new PreferenceInformed { AfterBreak = AfterBreak.PairRank },
        new PreferenceInformed { MixedTier = MixedTier.LowerTier },
    ];

    [Fact]
    public void DeferredAcceptance_AgainstEveryStableAssignment_IsBestForItsSide() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, mostApplicants: 6, tiers: 2);
        var order = RandomInstances.Order(instance, seed);
        var stable = BruteForce.Stable(instance, BruteForce.Priority(instance, order));

        var forApplicants = new DeferredAcceptance().Run(instance, order).ChoiceOf.ToArray();
        var forPosts = new HospitalDeferredAcceptance().Run(instance, order).ChoiceOf.ToArray();

        stable.ShouldContain(assignment => assignment.SequenceEqual(forApplicants));
        stable.ShouldContain(assignment => assignment.SequenceEqual(forPosts));
        foreach (var other in stable)
        {
            for (var applicant = 0; applicant < other.Length; applicant++)
            {
                ((uint)forApplicants[applicant]).ShouldBeLessThanOrEqualTo((uint)other[applicant]);
                ((uint)forPosts[applicant]).ShouldBeGreaterThanOrEqualTo((uint)other[applicant]);
                (forApplicants[applicant] < 0).ShouldBe(other[applicant] < 0);
            }
        }
    });

    [Fact]
    public void Certificate_OfEveryStableAssignment_HoldsOnlyForTheBestForItsSide() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, mostApplicants: 6);
        var order = RandomInstances.Order(instance, seed);
        foreach (var mechanism in (IMechanism[])[new DeferredAcceptance(), new HospitalDeferredAcceptance()])
        {
            var allocation = mechanism.Run(instance, order);
            var certificate = Certificate.From(allocation);
            foreach (var other in BruteForce.Stable(instance, BruteForce.Priority(instance, order)))
            {
                var holds = Certificate.Check(instance, order, mechanism, other, certificate with { Cutoffs = CutoffsOf(instance, order, mechanism, other, certificate) }) is null;
                holds.ShouldBe(other.AsSpan().SequenceEqual(allocation.ChoiceOf));
            }
        }
    });

    [Fact]
    public void EveryMechanism_OnEveryKindOfInstance_IsCertifiedAndEveryOtherAssignmentRefused() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, mostApplicants: 5, mostPosts: 3, rankings: seed % 2 == 0, tiers: 1 + (int)(seed % 3), links: seed % 5 < 2);
        var order = RandomInstances.Order(instance, seed);
        foreach (var mechanism in All)
        {
            var allocation = mechanism.Run(instance, order);
            var certificate = Certificate.From(allocation);
            Certificate.Check(instance, order, mechanism, allocation.ChoiceOf, certificate).ShouldBeNull();
            foreach (var other in BruteForce.Assignments(instance).Where(other => !other.AsSpan().SequenceEqual(allocation.ChoiceOf)))
            {
                Certificate.Check(instance, order, mechanism, other, certificate).ShouldNotBeNull();
            }
        }
    });

    [Fact]
    public void CommonOrder_WrittenOutAsRankings_MakesDeferredAcceptanceASerialDictatorship() => RandomInstances.Check(seed =>
    {
        var plain = RandomInstances.Make(seed, rankings: false, tiers: 2);
        var order = RandomInstances.Order(plain, seed);
        var ranking = order.BestFirst.ToArray().Select(applicant => plain.Applicants[applicant]).ToList();
        var ranked = AllocationInstance.Create(
            [.. Enumerable.Range(0, plain.ApplicantCount)
                .Select(a => new Applicant(plain.Applicants[a], [.. plain.ChoicesOf(a).ToArray().Select(p => plain.Posts[p])]) { Tier = plain.TierOf(a) })],
            [.. Enumerable.Range(0, plain.PostCount).Select(p => new Post(plain.Posts[p], plain.Places[p]) { Ranking = ranking })]);

        var expected = new SerialDictatorship().Run(plain, order).ChoiceOf.ToArray();

        new DeferredAcceptance().Run(plain, order).ChoiceOf.ToArray().ShouldBe(expected);
        new HospitalDeferredAcceptance().Run(plain, order).ChoiceOf.ToArray().ShouldBe(expected);
        new DeferredAcceptance().Run(ranked, order).ChoiceOf.ToArray().ShouldBe(expected);
    });

    [Fact]
    public void Parallel_WithTheRightBands_IsEachOfTheOthers() => RandomInstances.Check(seed =>
    {
        var ranked = RandomInstances.Make(seed);
        var plain = RandomInstances.Make(seed, rankings: false);
        var order = RandomInstances.Order(ranked, seed);

        new ParallelBands(ParallelBands.Endless).Run(ranked, order).ChoiceOf.ToArray().ShouldBe(new DeferredAcceptance().Run(ranked, order).ChoiceOf.ToArray());
        var plainOrder = RandomInstances.Order(plain, seed);
        new ParallelBands(1, ParallelBands.Endless).Run(plain, plainOrder).ChoiceOf.ToArray().ShouldBe(new PreferenceInformed().Run(plain, plainOrder).ChoiceOf.ToArray());
        ParallelBands.ImmediateAcceptance.Run(plain, plainOrder).ChoiceOf.ToArray().ShouldBe(Boston(plain, plainOrder));
    });

    [Fact]
    public void PreferenceInformed_WithoutLinksAndTiers_IsTheTwoPassesAndGrantsAsManyFirstChoicesAsThereCanBe() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, mostApplicants: 30, mostPosts: 6, rankings: false, mostPlaces: 6);
        var order = RandomInstances.Order(instance, seed);

        var choiceOf = new PreferenceInformed().Run(instance, order).ChoiceOf.ToArray();

        choiceOf.ShouldBe(BruteForce.PreferenceInformed(instance, order.BestFirst));
        var first = Enumerable.Range(0, instance.ApplicantCount).Where(a => instance.ChoicesOf(a).Length > 0).GroupBy(a => instance.ChoicesOf(a)[0]);
        choiceOf.Count(choice => choice == 0).ShouldBe(first.Sum(group => int.Min(group.Count(), instance.Places[group.Key])));
    });

    [Fact]
    public void PreferenceInformed_WithSequentialTiers_NobodyInALaterTierHoldsWhatAnEarlierWouldRatherHave() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, mostApplicants: 12, rankings: false, tiers: 3);
        var allocation = new PreferenceInformed().Run(instance, RandomInstances.Order(instance, seed));
        for (var early = 0; early < instance.ApplicantCount; early++)
        {
            var better = allocation.ChoiceOf[early] < 0 ? instance.ChoicesOf(early) : instance.ChoicesOf(early)[..allocation.ChoiceOf[early]];
            for (var late = 0; late < instance.ApplicantCount; late++)
            {
                (instance.TierOf(late) > instance.TierOf(early) && better.Contains(allocation.PostOf(late))).ShouldBeFalse();
            }
        }
    });

    [Fact]
    public void PreferenceInformed_OfFourPeople_GivesAThirdEachTruthfullyAndCertaintyAfterTheSwap()
    {
        static Dictionary<string, int> OutcomesOfA(params string[] listOfA)
        {
            string[] usual = ["s1", "s2", "s3", "s4"];
            var instance = AllocationInstance.Create(
                [new("A", listOfA), new("B", usual), new("C", usual), new("D", ["s3", "s1", "s2", "s4"])],
                [new("s1", 1), new("s2", 1), new("s3", 1), new("s4", 1)]);
            return BruteForce.Permutations(4)
                .Select(order => instance.Posts[new PreferenceInformed().Run(instance, new ApplicantOrder(order)).PostOf(0)])
                .CountBy(post => post).ToDictionary();
        }

        OutcomesOfA("s1", "s2", "s3", "s4").ShouldBe(new Dictionary<string, int> { ["s1"] = 8, ["s2"] = 8, ["s4"] = 8 }, ignoreOrder: true);
        OutcomesOfA("s2", "s1", "s3", "s4").ShouldBe(new Dictionary<string, int> { ["s2"] = 24 });
    }

    [Fact]
    public void SerialDictatorshipAndDeferredAcceptance_NoMisreport_Pays() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, mostApplicants: 4, mostPosts: 3);
        var order = RandomInstances.Order(instance, seed);
        foreach (var mechanism in (IMechanism[])[new DeferredAcceptance(), new SerialDictatorship()])
        {
            var truthful = mechanism.Run(instance, order);
            for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
            {
                var truth = instance.ChoicesOf(applicant).ToArray();
                foreach (var lie in BruteForce.Permutations(truth.Length)
                    .SelectMany(order => Enumerable.Range(0, truth.Length + 1).Select(length => order[..length].Select(i => truth[i]).ToArray())))
                {
                    var obtained = mechanism.Run(WithList(instance, applicant, lie), order).PostOf(applicant);
                    var worth = obtained < 0 ? uint.MaxValue : (uint)Array.IndexOf(truth, obtained);
                    worth.ShouldBeGreaterThanOrEqualTo((uint)truthful.ChoiceOf[applicant]);
                }
            }
        }
    });

    [Fact]
    public void PreferenceInformed_AfterAFixedFirstChoice_TheTrueOrderIsBest() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, mostApplicants: 6, rankings: false);
        var order = RandomInstances.Order(instance, seed);
        var truthful = new PreferenceInformed().Run(instance, order);
        var truth = instance.ChoicesOf(0).ToArray();
        foreach (var rest in BruteForce.Permutations(int.Max(0, truth.Length - 1)).Where(_ => truth.Length > 0))
        {
            var obtained = new PreferenceInformed().Run(WithList(instance, 0, [truth[0], .. rest.Select(i => truth[i + 1])]), order).PostOf(0);
            ((uint)Array.IndexOf(truth, obtained)).ShouldBeGreaterThanOrEqualTo((uint)truthful.ChoiceOf[0]);
        }
    });

    [Fact]
    public void LinkedPair_WithOnePlaceLeftAnywhere_IsBrokenAndBothGoOn()
    {
        var instance = AllocationInstance.Create(
            [new("a", ["x", "y"]) { LinkedWith = "b" }, new("b", ["x", "y"]) { LinkedWith = "a" }, new("c", ["x"])],
            [new("x", 2), new("y", 1)]);
        var order = ApplicantOrder.Listed(instance, ["a", "c", "b"]);

        var atOwnRank = new PreferenceInformed().Run(instance, order);
        var atPairRank = new PreferenceInformed { AfterBreak = AfterBreak.PairRank }.Run(instance, order);

        atOwnRank.BrokenLinks.ShouldBe([0]);
        atOwnRank.ChoiceOf.ToArray().ShouldBe([0, 1, 0]);
        atPairRank.BrokenLinks.ShouldBe([0]);
        atPairRank.ChoiceOf.ToArray().ShouldBe([0, 1, 0]);
    }

    [Fact]
    public void LinkedPair_WithTwoPlacesLower_SkipsTheSchoolWithOne()
    {
        var instance = AllocationInstance.Create(
            [new("a", ["x", "y"]) { LinkedWith = "b" }, new("b", ["x", "y"]) { LinkedWith = "a" }, new("c", ["x"])],
            [new("x", 2), new("y", 2)]);

        var allocation = new PreferenceInformed().Run(instance, ApplicantOrder.Listed(instance, ["a", "c", "b"]));

        allocation.BrokenLinks.ShouldBeEmpty();
        allocation.ChoiceOf.ToArray().ShouldBe([1, 1, 0]);
    }

    [Fact]
    public void TimeLimit_AlreadyReached_GivesAnIncompleteResultThatIsCertifiedAsSuch()
    {
        var instance = RandomInstances.Make(3, mostApplicants: 7);
        var order = RandomInstances.Order(instance, 1);
        foreach (var mechanism in All)
        {
            var allocation = mechanism.Run(instance, order, TimeLimit.After(TimeSpan.Zero));

            allocation.IsComplete.ShouldBeFalse();
            Certificate.Check(instance, order, mechanism, allocation.ChoiceOf, Certificate.From(allocation)).ShouldBeNull();
        }
    }

    [Fact]
    public void WhyNot_EveryChangeItNames_WinsThePostAndNoSmallerDoes() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, rankings: seed % 2 == 0);
        var order = RandomInstances.Order(instance, seed);
        foreach (var mechanism in (IMechanism[])[new DeferredAcceptance(), new SerialDictatorship(), new PreferenceInformed()])
        {
            var allocation = mechanism.Run(instance, order);
            for (var post = 0; post < instance.PostCount; post++)
            {
                var answer = Explain.WhyNot(allocation, 0, post);
                foreach (var change in answer.Changes.Where(change => change.Kind == ChangeKind.MorePlaces))
                {
                    mechanism.Run(WithPlaces(instance, post, instance.Places[post] + (int)change.Amount), order).PostOf(0).ShouldBe(post);
                    mechanism.Run(WithPlaces(instance, post, instance.Places[post] + (int)change.Amount - 1), order).PostOf(0).ShouldNotBe(post);
                }

                if (answer.Changes.Any(change => change.Kind == ChangeKind.ListFirst))
                {
                    mechanism.Run(WithList(instance, 0, [post, .. instance.ChoicesOf(0).ToArray().Where(other => other != post)]), order).PostOf(0).ShouldBe(post);
                }

                (answer.Reason == WhyNotReason.HasIt).ShouldBe(allocation.PostOf(0) == post);
            }
        }
    });

    /// <summary>Every number of places more and every better position is tried by brute force: the nearest that wins is the one named, and none is named where none wins.</summary>
    [Theory]
    [InlineData("deferred-acceptance")]
    [InlineData("hospital-deferred-acceptance")]
    [InlineData("serial-dictatorship")]
    [InlineData("immediate-acceptance")]
    [InlineData("preference-informed")]
    [InlineData("parallel:2,*")]
    public void WhyNot_NamesTheNearestChangeThatWins_AsBruteForceFindsIt(string name)
    {
        var mechanism = MechanismNames.Find(name)!;
        var named = 0;
        RandomInstances.Check(seed =>
        {
            var instance = RandomInstances.Make(seed, mostApplicants: 9, rankings: seed % 3 == 0, tiers: seed % 5 == 0 ? 2 : 1, links: seed % 4 == 1, scores: seed % 3 == 1);
            var order = new OrderRequest(seed).For(instance, mechanism);
            var usesRanking = instance.HasRankings && mechanism is not (SerialDictatorship or PreferenceInformed);
            var allocation = mechanism.Run(instance, order);
            int[] byScore = [.. order.BestFirst.ToArray().OrderByDescending(instance.ScoreOf)];
            for (var post = 0; post < instance.PostCount; post++)
            {
                var choice = instance.ChoicesOf(0).IndexOf(post);
                var answer = Explain.WhyNot(allocation, 0, post);
                if (answer.Reason is WhyNotReason.HasIt or WhyNotReason.HasBetter or WhyNotReason.NotListed or WhyNotReason.NotAcceptable)
                {
                    continue;
                }

                var position = usesRanking ? instance.RankingOf(post).IndexOf(0) : Array.IndexOf(byScore, 0);
                answer.Position.ShouldBe(position + 1);
                var winning = Enumerable.Range(0, position).Where(at => WinsAt(at)).ToList();
                var found = answer.Changes.SingleOrDefault(change => change.Kind == ChangeKind.BetterPosition);
                found?.Amount.ShouldBe(winning[^1] + 1);
                (found is null).ShouldBe(winning.Count == 0);
                (found?.Says.EndsWith("or better would have won it.", StringComparison.Ordinal)
                    ?? false).ShouldBe(winning.Count > 1 && winning.SequenceEqual(Enumerable.Range(0, winning[^1] + 1)));
                var places = Enumerable.Range(1, instance.ApplicantCount)
                    .Where(extra => mechanism.Run(instance.WithPlaces(post, instance.Places[post] + extra), order).PostOf(0) == post)
                    .Take(1)
                    .ToList();
                answer.Changes.Where(change => change.Kind == ChangeKind.MorePlaces).Select(change => (int)change.Amount).ShouldBe(places);
                named += winning.Count;

                bool WinsAt(int at)
                {
                    var bestFirst = (usesRanking ? instance.RankingOf(post) : byScore).ToArray().Where(other => other != 0).ToList();
                    bestFirst.Insert(at, 0);
                    if (instance.HasScores)
                    {
                        // Scores that put everybody where they are to stand, for mechanisms that go by them.
                        var changed = RandomInstances.WithScores(instance, applicant => -bestFirst.IndexOf(applicant));
                        return mechanism.Run(changed, new OrderRequest(seed).For(changed, mechanism)).PostOf(0) == post;
                    }

                    return (usesRanking
                        ? mechanism.Run(instance.WithRanking(post, [.. bestFirst]), order)
                        : mechanism.Run(instance, new ApplicantOrder([.. bestFirst]))).PostOf(0) == post;
                }
            }
        });
        named.ShouldBeGreaterThan(20);
    }

    /// <summary>Where there are too many positions to try each, halving finds the same.</summary>
    [Fact]
    public void WhyNot_InALargeRound_FindsTheStretchByHalving()
    {
        var applicants = Enumerable.Range(0, 9000)
            .Select(i => new Applicant($"b{i}", i % 2 == 0 ? ["north", "south"] : ["south", "north"]))
            .Append(new Applicant("a", ["north", "south"]))
            .ToList();
        var instance = AllocationInstance.Create(applicants, [new("north", 1000), new("south", 2000)]);
        var order = ApplicantOrder.Listed(instance, [.. applicants.Select(applicant => applicant.Id)]);

        var answer = Explain.WhyNot(new SerialDictatorship().Run(instance, order), 9000, 1);

        var change = answer.Changes.Single(change => change.Kind == ChangeKind.BetterPosition);
        change.Says.ShouldBe("Any position from 3000 to 2000 would have won it, position 1999 would not.");
    }

    [Fact]
    public void Metrics_OfATiedList_CountByLevel()
    {
        var instance = AllocationInstance.Create(
            [new("a", ["x", "y"]) { Levels = [1, 1] }, new("b", ["x", "y"])],
            [new("x", 1), new("y", 1)]);
        var allocation = new SerialDictatorship().Run(instance, ApplicantOrder.Listed(instance, ["b", "a"]));

        var metrics = AllocationMetrics.Of(allocation);

        metrics.RankProfile.ShouldBe([2]);
        metrics.MeanRank.ShouldBe(1);
    }

    private static IReadOnlyList<Cutoff> CutoffsOf(AllocationInstance instance, ApplicantOrder order, IMechanism mechanism, int[] choiceOf, Certificate whenWrong) =>
        Certificate.Check(instance, order, mechanism, choiceOf, whenWrong) is null
            ? whenWrong.Cutoffs
            : Certificate.From(new Allocation(instance, mechanism, order, choiceOf) { IsComplete = false }).Cutoffs;

    private static AllocationInstance WithList(AllocationInstance instance, int applicant, int[] list) =>
        Rebuild(instance, a => a == applicant ? list : instance.ChoicesOf(a).ToArray(), p => instance.Places[p]);

    private static AllocationInstance WithPlaces(AllocationInstance instance, int post, int places) =>
        Rebuild(instance, a => instance.ChoicesOf(a).ToArray(), p => p == post ? places : instance.Places[p]);

    private static AllocationInstance Rebuild(AllocationInstance instance, Func<int, int[]> list, Func<int, int> places) => AllocationInstance.Create(
        [.. Enumerable.Range(0, instance.ApplicantCount).Select(a => new Applicant(instance.Applicants[a], [.. list(a).Select(p => instance.Posts[p])]))],
        [.. Enumerable.Range(0, instance.PostCount).Select(p => new Post(instance.Posts[p], places(p))
        {
            Ranking = instance.HasRankings ? [.. instance.RankingOf(p).ToArray().Select(a => instance.Applicants[a])] : null,
        })]);

    private static int[] Boston(AllocationInstance instance, ApplicantOrder order)
    {
        var left = instance.Places.ToArray();
        var choiceOf = new int[instance.ApplicantCount];
        Array.Fill(choiceOf, -1);
        for (var round = 0; round < instance.PostCount; round++)
        {
            foreach (var applicant in order.BestFirst)
            {
                if (choiceOf[applicant] < 0 && round < instance.ChoicesOf(applicant).Length && left[instance.ChoicesOf(applicant)[round]] > 0)
                {
                    left[instance.ChoicesOf(applicant)[round]]--;
                    choiceOf[applicant] = round;
                }
            }
        }

        return choiceOf;
    }
}
