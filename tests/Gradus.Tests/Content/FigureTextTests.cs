using Gradus.Rules;

namespace Gradus.Tests.Content;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData(16, "weeks", "16 weeks")]
    [InlineData(1, "weeks", "1 week")]
    [InlineData(1, "working days", "1 working day")]
    [InlineData(1, "people", "1 person")]
    [InlineData(1, "specialties", "1 specialty")]
    [InlineData(0.5, "weeks", "0.5 weeks")]
    [InlineData(0, "weeks", "0 weeks")]
    [InlineData(12345, "posts", "12,345 posts")]
    [InlineData(52656, "GBP a year", "£52,656 a year")]
    [InlineData(12.5, "GBP", "£12.50")]
    [InlineData(1, "GBP", "£1")]
    [InlineData(1000, "NZD", "NZ$1,000")]
    [InlineData(1000, "CAD a year", "C$1,000 a year")]
    [InlineData(1000, "USD", "US$1,000")]
    [InlineData(1000, "AUD", "A$1,000")]
    [InlineData(0.8, "fraction of full time", "80%")]
    [InlineData(0.125, "fraction of full time", "12.5%")]
    [InlineData(5, "percent", "5%")]
    [InlineData(4.5, "ratio", "4.5 to 1")]
    [InlineData(2027, "year", "2027")]
    public void Of_ANumber_ReadsWell(double number, string unit, string expected) =>
        FigureText.Of(Amount.Of((decimal)number), unit).ShouldBe(expected);

    [Theory]
    [InlineData(40, 48, "hours", "40 to 48 hours")]
    [InlineData(1000, 2500.5, "GBP", "£1,000 to £2,500.50")]
    [InlineData(1000, 2000, "GBP a year", "£1,000 to £2,000 a year")]
    [InlineData(0.5, 0.8, "fraction of full time", "50 to 80%")]
    public void Of_ARange_HasTheUnitOnce(double low, double high, string unit, string expected) =>
        FigureText.Of(Amount.Range((decimal)low, (decimal)high), unit).ShouldBe(expected);

    [Fact]
    public void Of_AnUnknownValue_SaysSo() => FigureText.Of(Amount.Unknown, "weeks").ShouldBe("not published");

    [Theory]
    [InlineData("2025", "2025")]
    [InlineData("2025-08", "August 2025")]
    [InlineData("2025-08-09", "9 August 2025")]
    [InlineData("undated", "undated")]
    public void Partial_ASourcesOwnDate_IsAsExactAsItIs(string dated, string expected) => FigureText.Partial(dated).ShouldBe(expected);
}
