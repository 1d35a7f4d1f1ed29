namespace Gradus.Rules;

/// <summary>How words stand in a sentence: its first letter, and the things that it lists.</summary>
public static class Sentences
{
    /// <summary>
    /// Words that stood alone, within a sentence: “a consultant”. A first word that is written with more capitals or with a digit stays as it is: “GP”, “NHS
    /// Fife”, “F2”, “H-1B”, “X-ray”, “eLearning”, “I”.
    /// </summary>
    /// <param name="words">The words; empty stays empty.</param>
    public static string LowerFirst(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length == 0 || IsWrittenSo(words) ? words : char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>Words that stood within a sentence, at its beginning: “A consultant”. A first word with a capital inside stays as it is: “eLearning”.</summary>
    /// <param name="words">The words; empty stays empty.</param>
    public static string UpperFirst(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length == 0 || FirstWord(words).Skip(1).Any(char.IsUpper) ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Things as a sentence lists them: “a”, “a and b”, “a, b and c”; empty for none.</summary>
    /// <param name="things">The things, in their order.</param>
    /// <param name="before">The word before the last: “and”, or “or”.</param>
    public static string Listed(IReadOnlyList<string> things, string before = "and")
    {
        ArgumentNullException.ThrowIfNull(things);
        return things.Count < 2 ? string.Concat(things) : $"{string.Join(", ", things.SkipLast(1))} {before} {things[^1]}";
    }

    // A capital or a digit inside the first word, or a letter that is a word or a part of one by itself; “A” is the article.
    private static bool IsWrittenSo(string words)
    {
        var first = FirstWord(words);
        return first.Skip(1).Any(letter => char.IsUpper(letter) || char.IsDigit(letter))
            || first == "I"
            || first.StartsWith("I’", StringComparison.Ordinal)
            || (first is [>= 'A' and <= 'Z', '-', ..] && first[0] != 'E');
    }

    private static string FirstWord(string words) => words.IndexOfAny([' ', ',', '/']) is >= 0 and var end ? words[..end] : words;
}
