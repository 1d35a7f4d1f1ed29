using System.Globalization;
using Gradus.Dates;

namespace Gradus.Rules;

/// <summary>Figures and dates as a reader sees them.</summary>
public static class FigureText
{
    private static readonly string[] byPlaces = ["N0", "N1", "N2", "N3", "N4"]; // The runtime writes these several times as fast as “#,0.####”.

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["GBP"] = "£",
        ["NZD"] = "NZ$",
        ["CAD"] = "C$",
        ["USD"] = "US$",
        ["AUD"] = "A$",
    };

    /// <summary>A value with its unit: “16 weeks”, “£1,000 a year”, “80%”, “40 to 48 hours”, “not published”.</summary>
    public static string Of(Amount amount, string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (amount.Low is not { } low || amount.High is not { } high)
        {
            return "not published";
        }

        var end = unit.IndexOf(' ', StringComparison.Ordinal);
        if (Signs.TryGetValue(end < 0 ? unit : unit[..end], out var sign))
        {
            var rest = end < 0 ? "" : unit[end..];
            return amount.IsRange ? $"{Money(sign, low)} to {Money(sign, high)}{rest}" : Money(sign, low) + rest;
        }

        return unit switch
        {
            "fraction of full time" => Range(low * 100, high * 100, "%"),
            "percent" => Range(low, high, "%"),
            "ratio" => Range(low, high, " to 1"),
            "month of the year" => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName((int)low),
            "year" => low.ToString("0", CultureInfo.InvariantCulture),
            "%" => Range(low, high, "%"),
            _ => Range(low, high, " " + (!amount.IsRange && low == 1 ? Singular(unit) : unit)),
        };
    }

    /// <summary>A dated value with its unit; where there is none, “not published” when nobody has published it and “not found” when we have not found it.</summary>
    public static string Of(Dated<Amount> value, string unit)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Value.IsUnknown && value.Status == Status.NotFound ? "not found" : Of(value.Value, unit);
    }

    /// <summary>A place in an order: 1st, 2nd, 3rd, 11th, 21st.</summary>
    public static string Ordinal(int number) => number + ((number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });

    /// <summary>A number as a sentence has it, its thousands parted by commas and without zeros at its end: “1,250”, “27.6”, “0.3333”.</summary>
    /// <param name="number">The number.</param>
    /// <param name="places">After how many decimal places it is rounded, from 0 to 4; a half goes away from zero.</param>
    public static string Digits(decimal number, int places = 4)
    {
        const decimal withoutTrailingZeros = 1.0000000000000000000000000000m;
        if (number.Scale > 0)
        {
            number = (number.Scale > places ? decimal.Round(number, places, MidpointRounding.AwayFromZero) : number) / withoutTrailingZeros;
        }

        return number.ToString(byPlaces[number.Scale], CultureInfo.InvariantCulture);
    }

    /// <summary>A share as a percentage, to a hundredth of it: “60%”, “52.63%”.</summary>
    /// <param name="share">The share, 1 for the whole.</param>
    /// <param name="places">After how many decimal places of the percentage it is rounded, from 0 to 4.</param>
    public static string Percent(decimal share, int places = 2) => Digits(share * 100, places) + "%";

    /// <summary>A number of things, to a hundredth, with the things in the plural unless there is one: “2.5 days”, “1 day”, “0 working days”.</summary>
    /// <param name="number">How many.</param>
    /// <param name="things">The things in the plural, such as <c>days</c>.</param>
    public static string Count(decimal number, string things)
    {
        ArgumentNullException.ThrowIfNull(things);
        return $"{Digits(number, 2)} {(number == 1 ? Singular(things) : things)}";
    }

    /// <summary>A day or a window in a sentence, the first and the last day inside: “12 February 2027”, “1 to 12 February 2027”, “1 March to 12 May 2027”.</summary>
    public static string Span(DateOnly first, DateOnly last) => (first.Year == last.Year, first.Month == last.Month) switch
    {
        (true, true) when first == last => last.Words(),
        (true, true) => $"{first.Day} to {last.Words()}",
        (true, false) => $"{first.ToString("d MMMM", CultureInfo.InvariantCulture)} to {last.Words()}",
        _ => $"{first.Words()} to {last.Words()}",
    };

    /// <summary>The months of a window of which no day is known: “February 2027”, “March to May 2027”.</summary>
    public static string Months(DateOnly first, DateOnly last) => (first.Year == last.Year, first.Month == last.Month) switch
    {
        (true, true) => last.MonthWords(),
        (true, false) => $"{first.ToString("MMMM", CultureInfo.InvariantCulture)} to {last.MonthWords()}",
        _ => $"{first.MonthWords()} to {last.MonthWords()}",
    };

    /// <summary>A source's own date: “2025”, “August 2025”, “29 August 2025” or “undated”.</summary>
    public static string Partial(string dated)
    {
        ArgumentNullException.ThrowIfNull(dated);
        return dated.Length switch
        {
            _ when dated == "undated" => dated,
            7 => DateOnly.ParseExact(dated + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).MonthWords(),
            10 => DateOnly.ParseExact(dated, "yyyy-MM-dd", CultureInfo.InvariantCulture).Words(),
            _ => dated,
        };
    }

    private static string Range(decimal low, decimal high, string after) =>
        low == high ? Digits(low) + after : $"{Digits(low)} to {Digits(high)}{after}";

    /// <summary>An amount of money: “£1,250”, “£0.50”.</summary>
    internal static string Money(string sign, decimal amount) =>
        sign + amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", CultureInfo.InvariantCulture);

    // "weeks" and "working days", not "weeks WTE": only the plural that a number stands before.
    private static string Singular(string unit)
    {
        var words = unit.Split(' ');
        var last = Array.FindIndex(words, word => word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal));
        if (unit == "people")
        {
            return "person";
        }

        if (last < 0)
        {
            return unit;
        }

        words[last] = words[last].EndsWith("ies", StringComparison.Ordinal) ? words[last][..^3] + "y" : words[last][..^1];
        return string.Join(' ', words);
    }
}
