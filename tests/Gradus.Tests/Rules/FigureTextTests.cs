using System.Globalization;
using FsCheck.Xunit;
using Gradus.Rules;

namespace Gradus.Tests.Rules;

/// <summary>Numbers, money and shares as a sentence has them.</summary>
public sealed class FigureTextTests
{
    [Property(MaxTest = 2_000)]
    public bool A_number_is_written_as_the_runtime_writes_it_without_zeros_at_its_end(decimal number, byte scale)
    {
        var some = decimal.Round(number / 7, scale % 12);
        return FigureText.Digits(some) == some.ToString("#,0.####", CultureInfo.InvariantCulture)
            && FigureText.Digits(some, places: 2) == some.ToString("#,0.##", CultureInfo.InvariantCulture)
            && FigureText.Digits(some, places: 0) == some.ToString("#,0", CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.00", "0")]
    [InlineData("10.00", "10")]
    [InlineData("1250", "1,250")]
    [InlineData("27.6000", "27.6")]
    [InlineData("0.33335", "0.3334")]
    [InlineData("-0.00004", "0")]
    [InlineData("-1250.5", "-1,250.5")]
    public void A_number_in_a_sentence(string number, string words) => Assert.Equal(words, FigureText.Digits(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("0.526315", 2, "52.63%")]
    [InlineData("0.8", 2, "80%")]
    [InlineData("0.98765", 1, "98.8%")]
    [InlineData("1", 0, "100%")]
    public void A_share_is_a_percentage_to_as_many_places_as_are_asked_for(string share, int places, string words) =>
        Assert.Equal(words, FigureText.Percent(decimal.Parse(share, CultureInfo.InvariantCulture), places));

    [Theory]
    [InlineData("1250", "£1,250")]
    [InlineData("0.5", "£0.50")]
    [InlineData("4444.444", "£4,444.44")]
    [InlineData("0.005", "£0.01")]
    public void Money_has_pence_or_none(string pounds, string words) => Assert.Equal(words, decimal.Parse(pounds, CultureInfo.InvariantCulture).InPounds());

    [Theory]
    [InlineData("GBP a year", "£1,000 a year")]
    [InlineData("GBP", "£1,000")]
    [InlineData("weeks", "1,000 weeks")]
    public void A_figure_has_its_unit(string unit, string words) => Assert.Equal(words, FigureText.Of(Amount.Of(1000), unit));
}
