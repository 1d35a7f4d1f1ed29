using Gradus.Data.Content;
using Gradus.FoundationApplications;

namespace Gradus.Tests.FoundationApplications;

public class ChancesSimulatorTests
{
    private static readonly IReadOnlyList<FoundationSchoolYear> Rows = FoundationApplicationsContent.Schools(ContentLoader.LoadFigures(ContentDirectory.Find(null),
        FoundationApplicationsContent.System));

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Simulate_FirstChoice_IsOneDividedByThePublishedRatioAndChancesAreWhole(int year)
    {
        var schools = new FoundationSchools(Rows, year);
        var order = Enumerable.Range(0, schools.Rows.Count).ToList();

        var chances = ChancesSimulator.Simulate(OthersScenarios.Build(schools, null, 40, 1), order);

        chances.Schools.Count.ShouldBe(18);
        foreach (var (school, row) in chances.Schools.Zip(schools.Rows))
        {
            school.FirstChoice.ShouldBe(double.Min(1, 1 / row.RatioAfterPreallocation), 1e-9);
            school.ReachableInPassTwo.ShouldBe(row.RatioAfterPreallocation < 1);
            school.Low.ShouldBeLessThanOrEqualTo(school.Mid);
            school.Mid.ShouldBeLessThanOrEqualTo(school.High);
        }

        chances.Unplaced.ShouldBeInRange(0, 0.02);
    }

    [Fact]
    public void FirstChoices_Of2024_AreThePublishedShare()
    {
        var shares = FirstChoiceShare.Of(Rows);

        shares.First(share => share.Year == 2024).Share.ShouldBe(0.7542, 0.0001);
        shares.Select(share => share.Year).ShouldNotContain(2026, "only the ratio was published");
    }

    [Fact]
    public void RankAfter_EveryChoice_SaysItInWholeNumbersWithinTheRange()
    {
        var schools = new FoundationSchools(Rows, 2026);
        var london = schools.Find("London")!.Value;
        int[] order = [london, .. Enumerable.Range(0, schools.Rows.Count).Where(school => school != london)];
        var scenarios = OthersScenarios.Build(schools, null, 40, 1);

        var after = order.Select((_, choice) => ChancesSimulator.RankAfter(scenarios, order, choice + 1)).ToList();

        after[0].Says.ShouldBe("Being placed at London puts the rank among the best 44 of every 100 applicants.");
        after[0].BestFrom.ShouldBe(0);
        after[0].WorstTo!.Value.ShouldBe(100 / 2.31, 1e-9);
        var severn = after[order.ToList().IndexOf(schools.Find("Severn")!.Value)];
        severn.BestFrom.ShouldBeNull("it is full after first choices");
        severn.Says.ShouldStartWith("With this order and these figures that does not happen.");
        after.Where(outcome => outcome.BestFrom is not null)
            .Skip(1)
            .ShouldAllBe(outcome => outcome.BestFrom >= 43 && outcome.WorstTo > outcome.BestFrom && !outcome.Says.Contains('%') && !outcome.Says.Contains("0."));
    }

    [Fact]
    public void RankAfter_AFirstChoiceWithRoom_SaysNothing()
    {
        var schools = new FoundationSchools(Rows, 2025);
        var trent = schools.Find("Trent")!.Value;

        var after = ChancesSimulator.RankAfter(OthersScenarios.Build(schools, null, 10, 1),
            [trent, .. Enumerable.Range(0, schools.Rows.Count).Where(school => school != trent)], 1);

        after.Says.ShouldBe("Being placed at Trent says nothing about the rank: it could be any.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PutEachFirst_IsTheSameAsAskingForThatOrder(bool isLinked)
    {
        var schools = new FoundationSchools(Rows, 2026);
        int[] order = [.. Enumerable.Range(0, schools.Rows.Count)];
        var scenarios = OthersScenarios.Build(schools, null, 10, 1);

        var others = ChancesSimulator.PutEachFirst(scenarios, order, isLinked);

        others.Select(other => other.PutFirst).ShouldBe(order.Skip(1).Select(school => schools.Rows[school].School));
        int[] third = [2, 0, 1, .. order.Skip(3)];
        others[1].Schools.ShouldBe(ChancesSimulator.Simulate(scenarios, third, isLinked ? third : null).Schools);
    }

    [Fact]
    public void Simulate_SameSeed_GivesTheSameAndALinkedPairStandsLower()
    {
        var schools = new FoundationSchools(Rows, 2026);
        var london = schools.Find("London")!.Value;
        int[] order = [london, .. Enumerable.Range(0, schools.Rows.Count).Where(school => school != london)];
        var scenarios = OthersScenarios.Build(schools, null, 20, 5);

        var alone = ChancesSimulator.Simulate(scenarios, order);
        var linked = ChancesSimulator.Simulate(scenarios, order, order);

        ChancesSimulator.Simulate(OthersScenarios.Build(schools, null, 20, 5), order).Schools.ShouldBe(alone.Schools);
        linked.Schools[0].Mid.ShouldBe(alone.Schools[0].Mid * alone.Schools[0].Mid, 1e-9);
        linked.Linked.ShouldNotBeNull();
        ChancesSimulator.Simulate(scenarios, order, [.. order.Reverse()]).Linked.ShouldBeNull();
    }

    [Fact]
    public void Readings_OfTheAct_DifferBelowTheFirstChoiceOfTheGroupAndAtTheFirstOfEverybodyElse()
    {
        var schools = new FoundationSchools(Rows, 2026);
        int[] order = [.. Enumerable.Range(0, schools.Rows.Count)];
        FoundationChances Of(PriorityTier tier, PriorityReading reading) => ChancesSimulator.Simulate(OthersScenarios.Build(schools, tier, 20, 1, assumed: null, reading), order);

        var (apart, shared) = (Of(PriorityTier.Priority, PriorityReading.PassesApart), Of(PriorityTier.Priority, PriorityReading.PassesShared));
        var (otherApart, otherShared) = (Of(PriorityTier.Other, PriorityReading.PassesApart), Of(PriorityTier.Other, PriorityReading.PassesShared));

        foreach (var place in order)
        {
            shared.Schools[place].FirstChoice.ShouldBe(apart.Schools[place].FirstChoice, 1e-12, "the group’s first choices come first in both");
            otherShared.Schools[place].FirstChoice.ShouldBeGreaterThanOrEqualTo(otherApart.Schools[place].FirstChoice - 1e-9);
            if (schools.Rows[place].RatioAfterPreallocation < 1)
            {
                otherShared.Schools[place].FirstChoice.ShouldBe(1, 1e-9, schools.Rows[place].School);
            }
        }

        otherShared.Schools.Average(school => school.FirstChoice).ShouldBeGreaterThan(otherApart.Schools.Average(school => school.FirstChoice) + 0.02);
        order.ShouldContain(place => apart.Schools[place].ReachableInPassTwo && !shared.Schools[place].ReachableInPassTwo,
            "a place that the group left after its own first choices goes to another’s first choice");
    }

    [Fact]
    public void ByRank_OverAllRanks_IsTheChanceAndFallsOffWithTheRank()
    {
        var schools = new FoundationSchools(Rows, 2026);
        var london = schools.Find("London")!.Value;
        int[] order = [london, .. Enumerable.Range(0, schools.Rows.Count).Where(school => school != london)];
        var scenarios = OthersScenarios.Build(schools, null, 20, 1);

        var brackets = ChancesSimulator.ByRank(scenarios, order, ChancesSimulator.Brackets);
        var chances = ChancesSimulator.Simulate(scenarios, order);

        foreach (var choice in order.Index().Select(entry => entry.Index))
        {
            brackets.Sum(bracket => (bracket.Ranks.UpTo - bracket.Ranks.Above) * bracket.Chances[choice]).ShouldBe(chances.Schools[choice].Mid, 1e-9);
        }

        brackets[0].Chances[0].ShouldBe(1, 1e-9, "the best tenth gets what it puts first");
        brackets.Select(bracket => bracket.Chances[0]).ShouldBeInOrder(SortDirection.Descending);
        brackets[^1].Chances[0].ShouldBe(0, "London is full at 43 of 100");
    }

    [Fact]
    public void Simulate_ByTier_PutsPriorityFirst()
    {
        var schools = new FoundationSchools(Rows, 2026);
        int[] order = [.. Enumerable.Range(0, schools.Rows.Count)];

        var priority = ChancesSimulator.Simulate(OthersScenarios.Build(schools, PriorityTier.Priority, 20, 1), order);
        var other = ChancesSimulator.Simulate(OthersScenarios.Build(schools, PriorityTier.Other, 20, 1), order);

        foreach (var (first, second) in priority.Schools.Zip(other.Schools))
        {
            first.FirstChoice.ShouldBeGreaterThanOrEqualTo(second.FirstChoice);
        }
    }

    [Theory]
    [InlineData("KSS", "Kent, Surrey and Sussex")]
    [InlineData("lnr", "Leicestershire, Northamptonshire and Rutland")]
    [InlineData("Yorkshire & Humber", "Yorkshire and Humber")]
    [InlineData("North West", "North West of England")]
    public void Find_WhatPeopleCallASchool_IsTheSchool(string name, string school)
    {
        var schools = new FoundationSchools(Rows, 2026);

        schools.Rows[schools.Find(name)!.Value].School.ShouldBe(school);
    }

    [Fact]
    public void ReadOrder_WithSchoolsLeftOut_NamesThem()
    {
        var schools = new FoundationSchools(Rows, 2026);

        schools.ReadOrder([.. schools.Rows.Skip(2).Select(row => row.School)]).Fault!.ShouldContain(schools.Rows[0].School);
        schools.ReadOrder(["London", "Bath"]).Fault!.ShouldContain("Bath");
    }
}
