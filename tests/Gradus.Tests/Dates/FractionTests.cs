using FsCheck.Xunit;
using Gradus.Dates;

namespace Gradus.Tests.Dates;

public sealed class FractionTests
{
    [Theory]
    [InlineData("0.8", "4/5")]
    [InlineData("1", "1")]
    [InlineData("2.50", "2 1/2")]
    [InlineData("-1.5", "-1 1/2")]
    [InlineData("0.3333", "3333/10000")]
    [InlineData("0", "0")]
    public void Of_ADecimal_KeepsItsExactValue(string number, string text) => Fraction.Of(decimal.Parse(number)).ToString().ShouldBe(text);

    [Fact]
    public void Of_ADecimalWithManyTrailingZeros_IsTheSameNumber() => Fraction.Of(0.80000000000000000000000000m).ShouldBe(new Fraction(4, 5));

    [Theory]
    [InlineData(5, 2, 3)]
    [InlineData(-5, 2, -2)]
    [InlineData(11, 5, 2)]
    [InlineData(-184, 1, -184)]
    public void RoundHalfUp_OfAHalf_GoesUp(long numerator, long denominator, long expected) => new Fraction(numerator, denominator).RoundHalfUp().ShouldBe(expected);

    [Fact]
    public void Sum_OfThirds_IsExactlyOne() => (new Fraction(1, 3) + new Fraction(1, 3) + new Fraction(1, 3)).ShouldBe(Fraction.One);

    [Fact]
    public void Sum_BeyondSixtyFourBits_ThrowsAndDoesNotRound() =>
        Should.Throw<OverflowException>(() => new Fraction(long.MaxValue) + Fraction.One);

    [Property]
    public bool Arithmetic_OnSmallFractions_FollowsTheUsualLaws(short a, short b, short c)
    {
        var (x, y, z) = (new Fraction(a, 7), new Fraction(b, 12), new Fraction(c, 10));
        return (x + y) + z == x + (y + z)
            && x * (y + z) == (x * y) + (x * z)
            && x - x == Fraction.Zero
            && (c == 0 || y / z * z == y)
            && (Fraction)x.Floor() <= x && x <= (Fraction)x.Ceiling()
            && (x < y) == (y - x > Fraction.Zero);
    }
}
