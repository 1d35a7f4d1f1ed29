namespace Gradus.Rules;

/// <summary>Sums of money in pounds: kept to the penny, and as a sentence has them.</summary>
public static class Pounds
{
    /// <summary>To the nearest penny, half a penny up.</summary>
    public static decimal ToPence(this decimal pounds) => decimal.Round(pounds, 2, MidpointRounding.AwayFromZero);

    /// <summary>As a sentence has it: “£4,444.44”, “£20,000”.</summary>
    public static string InPounds(this decimal pounds) => FigureText.Money("£", pounds.ToPence());
}
