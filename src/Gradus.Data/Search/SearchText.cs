using System.Globalization;

namespace Gradus.Data.Search;

/// <summary>How words are cut out of text and compared.</summary>
internal static class SearchText
{
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "get", "have", "how", "i", "if", "in", "is", "it", "its", "me", "my", "of", "on",
        "or", "s", "so", "that", "the", "them", "they", "this", "to", "was", "what", "when", "where", "which", "who", "will", "with", "you", "your",
    };

    // By hand, since the runtime leaves accents alone where globalisation is invariant; ŵ and ŷ are Welsh.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿŵŷ";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyywy";

    public static bool IsCommon(string word) => Common.Contains(word);

    /// <summary>Each word with its place in the text; letters and digits, lower case, accents taken off, a plural's s taken off.</summary>
    public static IEnumerable<(string Word, int Start, int Length)> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && (IsMark(text[i]) || JoinsTwoLetters(text, start, i)))))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return (Stem(Fold(text[start..i])), start, i - start);
                start = -1;
            }
        }
    }

    public static string Fold(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.All(char.IsAscii))
        {
            return lower;
        }

        return string.Concat(lower.Where(c => !IsMark(c)).Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c));
    }

    // A&E, O&G and T&O are words.
    private static bool JoinsTwoLetters(string text, int start, int at) =>
        text[at] == '&' && at - start == 1 && at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    // Plurals only: anything bolder confuses "training" with "train" for a reader who typed it on purpose.
    public static string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };

    /// <summary>Edits between two words, a swap of neighbours counting as one (optimal string alignment); stops counting past <paramref name="most"/>.</summary>
    public static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> previous = stackalloc int[other.Length + 1];
        Span<int> current = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            previous.CopyTo(before);
            current.CopyTo(previous);
        }

        return previous[other.Length];
    }
}
