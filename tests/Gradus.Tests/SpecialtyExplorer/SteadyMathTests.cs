using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.SpecialtyExplorer;

public sealed class SteadyMathTests
{
    [Fact]
    public void ExpAndLog_AgreeWithTheSystem()
    {
        for (var x = -50.0; x <= 50; x += 0.137)
        {
            SteadyMath.Exp(x).ShouldBe(Math.Exp(x), Math.Exp(x) * 1e-14);
            SteadyMath.Log(SteadyMath.Exp(x)).ShouldBe(x, 1e-13 * Math.Max(1, Math.Abs(x)));
        }
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.01, -2.3263478740408408)]
    [InlineData(1e-10, -6.361340902404056)]
    public void NormalQuantile_AgreesWithTables(double probability, double quantile) => SteadyMath.NormalQuantile(probability).ShouldBe(quantile, 1e-9);

    [Fact]
    public void NextGamma_HasItsMeanAndVariance()
    {
        foreach (var shape in new[] { 0.4, 1, 4.5 })
        {
            var random = new SteadyRandom(1);
            var draws = Enumerable.Range(0, 40000).Select(_ => random.NextGamma(shape)).ToList();
            var mean = draws.Average();
            mean.ShouldBe(shape, 0.05 * Math.Max(1, shape));
            draws.Average(draw => (draw - mean) * (draw - mean)).ShouldBe(shape, 0.08 * Math.Max(1, shape));
        }
    }

    [Fact]
    public void NextBits_OfASeed_AreTheSameEverywhere()
    {
        var random = new SteadyRandom(1);

        new[] { random.NextBits(), random.NextBits() }.ShouldBe([12966619160104079557ul, 9600361134598540522ul]);
    }

    [Fact]
    public void Wilson_AgreesWithAWorkedExample()
    {
        var (low, high) = ValidationHarness.Wilson(0.5, 100);

        low.ShouldBe(0.4038, 1e-4);
        high.ShouldBe(0.5962, 1e-4);
    }

    [Fact]
    public void AnswerChances_AddUpToOneAndTurnWithReversal()
    {
        for (var place = -0.2; place <= 1.2; place += 0.05)
        {
            var chances = ResponseModel.AnswerChances(place, reversed: false);
            chances.Sum().ShouldBe(1, 1e-12);
            ResponseModel.AnswerChances(place, reversed: true).Reverse().ShouldBe(chances);
        }
    }
}
