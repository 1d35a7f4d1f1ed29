using System.Globalization;
using System.Text.RegularExpressions;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>How the tables' short forms are said to a reader.</summary>
internal static partial class Words
{
    /// <summary>Words of a table with arrows, “y” and working notes spelled out.</summary>
    public static string Spell(string text) => Year().Replace(
        text.Replace("->", "→", StringComparison.Ordinal).Replace("background, to be checked", "from general knowledge, to be checked", StringComparison.Ordinal),
        match => match.Groups["n"].Value + (match.Groups["n"].Value == "1" ? " year" : " years"));

    /// <summary>The college as one asks it.</summary>
    public static string Ask(Specialty specialty) =>
        "the " + (specialty.College.StartsWith("Surgical", StringComparison.Ordinal) ? Sentences.LowerFirst(specialty.College) : specialty.College);

    /// <summary>Where a figure is for.</summary>
    public static string Where(string nation) => nation == "uk" ? "UK" : "England";

    /// <summary>How a place compares with the average of all specialties.</summary>
    public static string Compared(double mean, double middle) => (mean - middle) switch
    {
        >= 0.2 => "far above the average",
        >= 0.08 => "above the average",
        <= -0.2 => "far below the average",
        <= -0.08 => "below the average",
        _ => "near the average",
    };

    /// <summary>A number or a range of years.</summary>
    public static string Years(string published) => published switch
    {
        "unknown" => "Not found",
        "0" => "None before it",
        "1" => "1 year",
        _ => published.Replace("-", " to ", StringComparison.Ordinal) + " years",
    };

    /// <summary>Fewest and most years from the end of foundation to the certificate.</summary>
    public static string Total(Specialty specialty) => (specialty.YearsMin, specialty.YearsMax) switch
    {
        (null, null) => "not found",
        ({ } few, { } most) when few == most => FigureText.Digits(few, places: 2) + " years",
        ({ } few, { } most) => $"{FigureText.Digits(few, places: 2)} to {FigureText.Digits(most, places: 2)} years",
        ({ } few, null) => $"{FigureText.Digits(few, places: 2)} years at least; the most was not found",
        (null, { } most) => $"{FigureText.Digits(most, places: 2)} years at most; the least was not found",
    };

    /// <summary>A ratio of applications to posts, as far as a reader needs it.</summary>
    public static string Ratio(decimal ratio) => ratio.ToString("0.0", CultureInfo.InvariantCulture);

    public static string RunThrough(string key) => key switch
    {
        "yes" => "Yes, one appointment to the end",
        "mixed" => "Some programmes",
        "no" => "No, a second application",
        _ => "Not found",
    };

    public static string RunThroughShort(string key) => key switch
    {
        "yes" => "Yes",
        "mixed" => "Some programmes",
        "no" => "No",
        _ => "Not found",
    };

    public static string Nights(string key) => key switch
    {
        "usual" => "Usual, in higher training or after it",
        "some" => "Some",
        _ => "Rare",
    };

    public static string Value(WorkforceFigure figure) =>
        (figure.Qualifier is null ? "" : figure.Qualifier + " ") + FigureText.Digits(figure.Value, places: 2) + figure.Unit switch
        {
            "percent" => "%",
            "percent of need" => "% of need",
            "WTE" => " whole-time equivalents",
            _ => " " + figure.Unit,
        };

    /// <summary>The short forms that appear in some words.</summary>
    public static IEnumerable<Abbreviation> Explain(IEnumerable<Abbreviation> abbreviations, string text) => abbreviations.Where(one =>
        Regex.IsMatch(text, $@"(?<![A-Za-z]){Regex.Escape(one.Short)}(?![A-Za-z])", RegexOptions.None, TimeSpan.FromSeconds(1)));

    [GeneratedRegex(@"(?<n>\d+(\.\d+)?(-\d+)?) y\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}
