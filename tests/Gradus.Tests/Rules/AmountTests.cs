using Gradus.Rules;

namespace Gradus.Tests.Rules;

public sealed class AmountTests
{
    [Fact]
    public void Of_ANumber_IsNoRange()
    {
        var amount = Amount.Of(16.50m);

        (amount.Number, amount.IsRange, amount.IsUnknown).ShouldBe((16.5m, false, false));
        amount.ToString().ShouldBe("16.5");
    }

    [Fact]
    public void Range_OfTwoNumbers_HasNoOneNumber()
    {
        var amount = Amount.Range(40, 48);

        (amount.Number, amount.IsRange, amount.IsUnknown).ShouldBe((null, true, false));
        amount.ToString().ShouldBe("40–48");
    }

    [Fact]
    public void Range_OfTheSameNumberTwice_IsThatNumber() => Amount.Range(4, 4).ShouldBe(Amount.Of(4));

    [Fact]
    public void Range_TheWrongWayRound_IsAMistake() => Should.Throw<ArgumentException>(() => Amount.Range(48, 40));

    [Fact]
    public void Unknown_HasNothing()
    {
        (Amount.Unknown.Number, Amount.Unknown.IsRange, Amount.Unknown.IsUnknown).ShouldBe((null, false, true));
        Amount.Unknown.ToString().ShouldBe("unknown");
    }
}
