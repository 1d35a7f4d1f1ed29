using Gradus.Data.Content;
using Gradus.FoundationApplications;

namespace Gradus.Tests.FoundationApplications;

public class ChancesBackTestTests
{
    private static readonly BackTestResult Result = ChancesBackTest.Run(
        FoundationApplicationsContent.Schools(ContentLoader.LoadFigures(ContentDirectory.Find(null), FoundationApplicationsContent.System)), rounds: 2, seed: 3);

    [Fact]
    public void Years_AreThoseWithEverySchoolsFirstPreferences() => Result.Years.Select(year => year.Year).ShouldBe([2021, 2022, 2023, 2024, 2025]);

    [Fact]
    [Trait("run", "whole")]
    public void FirstChoices_OfSimulatedRounds_AreTheIdentityUpToTheDrawnLists()
    {
        Result.Years.Single(year => year.Year == 2024).FirstChoice.ShouldBe(0.7542, 0.00005);
        Result.Years.ShouldAllBe(year => double.Abs(year.FirstChoice - year.FirstChoiceSimulated) < 0.005);
    }

    [Fact]
    [Trait("run", "whole")]
    public void TopFive_Of2024_HasThePublishedShareInItsRange()
    {
        var year = ChancesBackTest.Years(Rows(2024), scenarios: 20, seed: 1).ShouldHaveSingleItem();

        year.TopFive.Low.ShouldBeLessThan(0.924);
        year.TopFive.High.ShouldBeGreaterThan(0.924);
    }

    [Fact]
    [Trait("run", "whole")]
    public void MadeUpRounds_AsSupposed_ComeOutAsShown()
    {
        var calibration = Result.Calibrations[0];

        calibration.FirstChoiceError.ShouldBeLessThan(0.01);
        calibration.InRange.ShouldBeGreaterThan(0.7);
        calibration.Reliability.Count(line => line.Count > 200).ShouldBeGreaterThan(0);
        calibration.Reliability.Where(line => line.Count > 200).ShouldAllBe(line => double.Abs(line.Shown - line.Happened) < 0.06);
    }

    [Fact]
    public void MadeUpRounds_ThatStrayBeyond_AreWorse() => Result.Calibrations[1].InRange.ShouldBeLessThan(Result.Calibrations[0].InRange);

    private static List<FoundationSchoolYear> Rows(int year) =>
        [.. FoundationApplicationsContent.Schools(ContentLoader.LoadFigures(ContentDirectory.Find(null), FoundationApplicationsContent.System)).Where(row => row.Year == year)];
}
