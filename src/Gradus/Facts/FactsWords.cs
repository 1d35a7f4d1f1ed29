using System.Globalization;
using System.Text.RegularExpressions;
using Gradus.Dates;

namespace Gradus.Facts;

/// <summary>How a page and a command ask for a fact and name what was typed: shares in per cent, days written out, nothing longer than a reader looks at.</summary>
public static partial class FactsWords
{
    private const int LongestNamed = 60;

    /// <summary>What to enter for a fact, as a sentence: “Enter the first day as F1, such as 4 August 2027.”</summary>
    public static string Enter(FactsShape fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.Fact is not { } words)
        {
            return $"Enter {fact.Expected}.";
        }

        var verb = fact.Kind is FactKind.Choice or FactKind.YesNo || words.KeysOf is not null ? "Choose" : "Enter";
        return $"{verb} {Wanted(fact)}.";
    }

    /// <summary>What a form takes for a fact, with an example as it is typed there: “a share of full time from 0 to 100 per cent, such as 80”.</summary>
    public static string Wanted(FactsShape fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Fact is not { } words
            ? fact.Expected
            : $"{(words.IsShare ? InPerCent(words.Expected) : words.Expected)}{(words.Example is null ? "" : $", such as {Shown(fact, words.Example)}")}";
    }

    /// <summary>An example as a form takes it: a day in words, a share in per cent.</summary>
    public static string Shown(FactsShape fact, string example) => fact.Kind switch
    {
        FactKind.Day when DayReader.Read(example) is { } day => day.Words(),
        FactKind.Number when fact.Fact is { IsShare: true }
            && decimal.TryParse(example, CultureInfo.InvariantCulture, out var share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture),
        _ => example,
    };

    /// <summary>What was typed, as a message names it: the first letters and an ellipsis, so that no answer to bad input grows with it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="most">The most letters that are named.</param>
    public static string Short(string typed, int most = LongestNamed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length <= most ? typed : string.Concat(typed.AsSpan(0, char.IsHighSurrogate(typed[most - 1]) ? most - 1 : most), "…");
    }

    /// <summary>A share as a form takes it, in per cent; with the sign where it would otherwise be asked about.</summary>
    internal static string PerCent(decimal share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + (share is > 0 and <= 0.01m ? "%" : "");

    // The words of data about a share, with its numbers in per cent: “from 0 to 1” is “from 0 to 100 per cent”.
    private static string InPerCent(string text)
    {
        var last = Part().Matches(text).LastOrDefault()?.Index;
        return Part().Replace(text, part => $"{decimal.Parse(part.Value, CultureInfo.InvariantCulture) * 100:0.##}{(part.Index == last ? " per cent" : "")}");
    }

    // A number from 0 to 1 that is not part of another.
    [GeneratedRegex(@"(?<![\d.,])(0(\.\d+)?|1(\.0+)?)(?!\d|[.,]\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();
}
