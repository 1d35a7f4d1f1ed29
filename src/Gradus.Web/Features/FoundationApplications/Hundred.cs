using System.Globalization;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>Chances in words: of a hundred rounds, in whole numbers.</summary>
internal static class Hundred
{
    /// <summary>A chance as a whole number of a hundred, with words where rounding would say never or always.</summary>
    public static string Number(double chance) => (100 * chance) switch
    {
        <= 1e-9 => "0",
        < 0.5 => "under 1",
        >= 100 - 1e-9 => "100",
        > 99.5 => "over 99",
        var hundreds => hundreds.ToString("0", CultureInfo.InvariantCulture),
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

    /// <summary>A range: “35 to 48”, or one number where both ends round to it.</summary>
    public static string Range(double low, double high) => Number(low) == Number(high) ? Number(low) : $"{Number(low)} to {Number(high)}";

    /// <summary>Shares a hundred out among chances that sum to about 1, by largest remainders.</summary>
    public static int[] Share(IReadOnlyList<double> chances)
    {
        var total = chances.Sum();
        double[] exact = [.. chances.Select(chance => 100 * chance / total)];
        int[] shares = [.. exact.Select(part => (int)part)];
        foreach (var i in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - shares[i]).Take(100 - shares.Sum()).ToList())
        {
            shares[i]++;
        }

        return shares;
    }

    /// <summary>A number for an SVG attribute or a ratio.</summary>
    public static string Plain(double number, string format = "0.##") => number.ToString(format, CultureInfo.InvariantCulture);
}
