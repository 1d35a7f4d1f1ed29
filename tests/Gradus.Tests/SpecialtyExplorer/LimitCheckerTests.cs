using FsCheck;
using FsCheck.Fluent;
using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.SpecialtyExplorer;

public sealed class LimitCheckerTests
{
    private static Arbitrary<HardLimits> Limits { get; } = (
        from nights in Gen.Elements(true, false)
        from children in Gen.Elements(true, false)
        from through in Gen.Elements(true, false)
        from years in Gen.Choose(0, 20)
        select new HardLimits { NoNightOnCall = nights, NoChildren = children, RunThroughOnly = through, MaxYears = years == 0 ? null : years / 2m }).ToArbitrary();

    [Fact]
    public void Match_WithLimits_HidesExactlyWhatTheyName() => Prop.ForAll(Limits, limits =>
    {
        var result = Matcher.Match(Explorer.Model, Answers.None with { Limits = limits });
        var expected = Explorer.Content.Specialties.Where(specialty =>
            (limits.NoNightOnCall && specialty.Nights == "usual")
            || (limits.NoChildren && specialty.Children != "rare")
            || (limits.RunThroughOnly && specialty.RunThrough == "no")
            || (limits.MaxYears is { } years && specialty.YearsMin is { } least && least > years)).Select(specialty => specialty.Id).ToHashSet();
        return result.Hidden.Select(hidden => hidden.Specialty).ToHashSet().SetEquals(expected)
            && result.Matches.Count + result.Hidden.Count == 65
            && result.Hidden.All(hidden => hidden.Limits.Count > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Match_WithLimits_LeavesPlacesBandsAndReasonsAsTheyWere()
    {
        var answers = Explorer.ADoctorOf("cardiology");
        var all = Matcher.Match(Explorer.Model, answers).Matches.ToDictionary(match => match.Specialty, StringComparer.Ordinal);

        var left = Matcher.Match(Explorer.Model, answers with { Limits = new HardLimits { MaxYears = 3 } }).Matches;

        left.Count.ShouldBeInRange(1, 10);
        foreach (var match in left)
        {
            var before = all[match.Specialty];
            (match.Band, match.RankLow, match.RankMedian, match.RankHigh, match.InTopTen,
                match.Counterfactual).ShouldBe((before.Band, before.RankLow, before.RankMedian, before.RankHigh, before.InTopTen, before.Counterfactual));
            match.For.ShouldBe(before.For);
            match.Against.ShouldBe(before.Against);
        }
    }

    [Fact]
    public void Match_WithANation_HidesNothingAndSaysSo()
    {
        var result = Matcher.Match(Explorer.Model, Answers.None with { Limits = new HardLimits { Nation = Gradus.Rules.Nation.Wales } });

        result.Hidden.ShouldBeEmpty();
        result.Unchecked.Single().Limit.ShouldBe("nation");
    }

    [Fact]
    public void Hiding_WhenTheYearsAreUnknown_HidesNothing()
    {
        var unknown = Explorer.Content.Specialties[0] with { YearsMin = null };

        LimitChecker.Hiding(unknown, new HardLimits { MaxYears = 1 }).ShouldBeEmpty();
    }
}
