using System.Globalization;

namespace Gradus.FoundationApplications;

/// <summary>Chances in words: of a hundred rounds, in whole numbers.</summary>
public static class Hundred
{
    /// <summary>A chance as a whole number of a hundred, with words where rounding would say never or always.</summary>
    public static string Number(double chance) => (100 * chance) switch
    {
        <= 1e-9 => "0",
        < 0.5 => "under 1",
        >= 100 - 1e-9 => "100",
        > 99.5 => "over 99",
        _ => Rounded(chance).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The same for a sentence: “about 43 of 100”.</summary>
    public static string About(double chance) => Number(chance) switch
    {
        "0" => "0 of 100",
        "100" => "100 of 100",
        "under 1" => "fewer than 1 of 100",
        "over 99" => "more than 99 of 100",
        var number => $"about {number} of 100",
    };

    /// <summary>Whether both ends of a range are shown as one number.</summary>
    public static bool IsOne(double low, double high) => Number(low) == Number(high);

    /// <summary>A range: “35 to 48”, or one number where both ends round to it.</summary>
    public static string Range(double low, double high) => IsOne(low, high) ? Number(low) : $"{Number(low)} to {Number(high)}";

    /// <summary>
    /// A hundred dots: one for each hundredth of the chances named, rounded as they are shown in words; then what the others share, which takes up the
    /// rounding; then those for whom there is nothing.
    /// </summary>
    public static IReadOnlyList<int> Share(IReadOnlyList<double> named, double nothing)
    {
        int[] shares = [.. named.Select(Rounded), 0, Rounded(nothing)];
        var others = 100 - shares.Sum();
        for (var i = shares.Length - 1; others < 0 && i >= 0; i--)
        {
            var taken = int.Min(shares[i], -others);
            shares[i] -= taken;
            others += taken;
        }

        shares[^2] += others;
        return shares;
    }

    /// <summary>A number for an SVG attribute or a ratio.</summary>
    public static string Plain(double number, string format = "0.##") => number.ToString(format, CultureInfo.InvariantCulture);

    private static int Rounded(double chance) => (int)double.Round(100 * chance, MidpointRounding.AwayFromZero);
}
