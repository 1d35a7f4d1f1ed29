namespace Gradus.Facts;

/// <summary>How help and errors name the choices of a fact: all of a few; of many the first or the nearest, how many there are, and where they all stand.</summary>
public static class ChoiceWords
{
    /// <summary>The most choices that are named whole.</summary>
    public const int Few = 12;

    private const int Offered = 3;
    private const int LongestCompared = 40;

    /// <summary>The choices for somebody who has typed none: “one of inner, outer, fringe”.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="where">Where many stand.</param>
    public static string Named(IReadOnlyList<Choice> choices, string where)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices.Count <= Few ? $"one of {Keys(choices)}" : $"{Keys(choices.Take(Offered))} … {choices.Count} in all: see {where}";
    }

    /// <summary>What was typed and is no choice, with all of a few choices and of many the nearest.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="choices">The choices.</param>
    /// <param name="where">Where many stand.</param>
    public static string NotAmong(string typed, IReadOnlyList<Choice> choices, string where)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var none = $"“{FactsWords.Short(typed)}” is none of the {choices.Count} choices";
        return choices.Count <= Few ? $"{none}: {Keys(choices)}." : $"{none}. The nearest are {Keys(Nearest(typed, choices))}; for all of them see {where}.";
    }

    /// <summary>The choices whose key or words are nearest to what was typed, the nearest first.</summary>
    public static IEnumerable<Choice> Nearest(string typed, IReadOnlyList<Choice> choices)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var word = Bare(typed);
        return choices.OrderBy(choice => Math.Min(Apart(word, Bare(choice.Key)), Apart(word, Bare(choice.Label)))).Take(Offered);
    }

    private static string Keys(IEnumerable<Choice> choices) => string.Join(", ", choices.Select(choice => choice.Key));

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Take(LongestCompared)).ToLowerInvariant();

    // The same but for signs is nearest, then one that holds the other, then the fewest slips.
    private static int Apart(string one, string other) =>
        one == other ? 0
        : one.Length > 1 && other.Length > 1 && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)) ? 1
        : 1 + Slips(one, other);

    private static int Slips(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var slips = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], slips);
            }
        }

        return row[^1];
    }
}
