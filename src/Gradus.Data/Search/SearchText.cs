using System.Buffers;
using System.Globalization;

namespace Gradus.Data.Search;

/// <summary>How words are cut out of text and compared.</summary>
public static class SearchText
{
    private const int ShortestFamily = 5;

    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "a", "about", "actually", "all", "already", "also", "am", "an", "and", "any", "anyone", "anything", "are", "arent", "as", "at", "be", "because",
            "become", "been", "being", "but", "by", "can", "cant", "could", "couldnt", "d", "did", "didnt", "do", "does", "doesnt", "doing", "done", "dont",
        "else", "even", "ever", "every", "find", "for", "from", "get", "getting", "give", "go", "got", "had", "hadnt", "happen", "happens", "has", "hasnt",
            "have", "havent", "he", "her", "here", "hi", "him", "his", "how", "i", "if", "im", "in", "into", "is", "isnt", "it", "its", "ive", "just",
        "know", "least", "let", "like", "ll", "m", "make", "many", "may", "me", "might", "most", "much", "must", "my", "need", "needs", "now", "of", "on",
            "only", "or", "our", "please", "re", "really", "royal", "s", "see", "she", "should", "shouldnt", "so", "some", "someone", "something", "still",
            "t", "take", "tell", "that", "the", "their", "them", "then", "there",
        "these", "they", "theyre", "thing", "think", "this", "those", "to", "try", "trying", "ve", "very", "want", "wants", "was", "wasnt", "we", "were",
            "western", "what", "when", "where", "whether", "which", "while", "who", "whos", "why", "will", "with", "without", "wont", "would", "wouldnt",
            "yes", "yet", "you", "your",
    };

    private static readonly SearchValues<char> AsciiLettersAndDigits = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly HashSet<string> ForATool = new(StringComparer.Ordinal) { "calculate", "calculator", "checker", "compare", "finder", "planner", "tool" };

    private static readonly HashSet<string> OfOneself = new(StringComparer.Ordinal) { "i", "me", "my" };

    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal) { "am", "can", "do", "how", "should", "what", "when", "which", "will" };

    // By hand, since the runtime leaves accents alone where globalisation is invariant; ŵ and ŷ are Welsh.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿŵŷ";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyywy";

    // British before American; the longest first.
    private static readonly (string British, string American)[] Spellings =
    [
        ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("ysing", "yzing"), ("ysed", "yzed"), ("yse", "yze"), ("lling", "ling"), ("lled", "led"),
        ("our", "or"), ("tre", "ter"), ("ence", "ense"), ("ractise", "ractice"), ("ramme", "ram"), ("iality", "ialty"),
    ];

    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    // The endings of a subject, of those who practise it and of what belongs to it; the longest first.
    private static readonly (string Ending, string Left)[] FamilyEndings =
    [
        ("esiologist", ""), ("esiology", ""), ("etician", ""), ("etist", ""), ("etic", ""), ("esia", ""), ("surgeon", "surg"), ("surgery", "surg"),
            ("surgical", "surg"), ("ological", "olog"), ("ologist", "olog"), ("ology", "olog"),
        ("iatrist", "iatr"), ("iatric", "iatr"), ("iatry", "iatr"), ("ician", ""), ("icist", ""), ("ical", ""), ("ist", ""), ("ian", ""), ("ia", ""), ("ic", ""),
    ];

    /// <summary>Whether a word tells nothing of what is asked.</summary>
    public static bool IsCommon(string word) => Common.Contains(word);

    /// <summary>Whether a word asks for something that works the answer out, and tells nothing of its subject.</summary>
    public static bool IsForATool(string word) => ForATool.Contains(word);

    /// <summary>Whether the words are somebody's question about themselves, which tools answer.</summary>
    public static bool IsOwnQuestion(IReadOnlyCollection<string> words) => words.Any(OfOneself.Contains) && words.Any(Questions.Contains);

    /// <summary>
    /// Each word with its place in the text; letters and digits, lower case, accents taken off, a plural's s taken off. Initials with dots are one word, and so
    /// is 73,383.
    /// </summary>
    public static IEnumerable<(string Word, int Start, int Length)> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0
                && (IsMark(text[i]) || JoinsNot(text, i) || JoinsTwoLetters(text, start, i) || JoinsInitials(text, start, i) || JoinsThousands(text, start, i)))))
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

    /// <summary>Lower case, without accents, without the dots of initials and the commas of thousands.</summary>
    public static string Fold(string word)
    {
        var lower = word.ToLowerInvariant();
        if (!lower.AsSpan().ContainsAnyExcept(AsciiLettersAndDigits))
        {
            return lower;
        }

        return string.Concat(lower.Where(c => !IsMark(c) && c is not ('.' or ',' or '\'' or '’'))
            .Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c));
    }

    // Plurals only: anything bolder confuses "training" with "train" for a reader who typed it on purpose.
    public static string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word.EndsWith('s')
            && !word.EndsWith("ss", StringComparison.Ordinal)
            && !word.EndsWith("us", StringComparison.Ordinal)
            && !word.EndsWith("is", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };

    /// <summary>
    /// What the words of one family have in common, in American spelling: anaesthesia, anesthetist and anaesthetics have the same, and so have colour and
    /// color, six and 6. A word of no family has its own spelling.
    /// </summary>
    public static string Family(string word)
    {
        if (Array.IndexOf(Numbers, word) is >= 0 and var number)
        {
            return (number + 1).ToString(CultureInfo.InvariantCulture);
        }

        var spelt = word.Replace("ae", "e", StringComparison.Ordinal).Replace("oe", "e", StringComparison.Ordinal);
        foreach (var (british, american) in Spellings)
        {
            if (spelt.EndsWith(british, StringComparison.Ordinal))
            {
                spelt = spelt[..^british.Length] + american;
                break;
            }
        }

        foreach (var (ending, left) in FamilyEndings)
        {
            if (spelt.EndsWith(ending, StringComparison.Ordinal)
                && spelt.Length - ending.Length + left.Length >= Math.Min(ShortestFamily, left.Length == 0 ? ShortestFamily : left.Length))
            {
                // Marked, so that “specialist” does not become “special”.
                return spelt[..^ending.Length] + left + "~";
            }
        }

        return spelt;
    }

    /// <summary>The words of a text that tell something of it.</summary>
    public static string[] Telling(string text) => [.. Words(text).Select(found => found.Word).Where(word => !IsCommon(word))];

    /// <summary>The words of a text with a space before, between and after them, so that a phrase can be looked for in it.</summary>
    public static string Phrase(string text) => " " + string.Join(' ', Words(text).Select(found => found.Word)) + " ";

    /// <summary>The families of the words of a text, with a space before, between and after them.</summary>
    public static string Families(string text) => " " + string.Join(' ', Words(text).Select(found => Family(found.Word))) + " ";

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

        var leastBefore = 0;
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            // What follows is made from these two rows and is nowhere less.
            if (least > most && leastBefore > most)
            {
                return most + 1;
            }

            leastBefore = least;
            previous.CopyTo(before);
            current.CopyTo(previous);
        }

        return previous[other.Length];
    }

    /// <summary>Whether one word is the other with two neighbouring letters swapped.</summary>
    public static bool IsSwap(string one, string other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        var at = one.AsSpan().CommonPrefixLength(other);
        return at + 1 < one.Length && one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
    }

    /// <summary>Whether one word is the other with a letter doubled that is single in it, or single that is doubled.</summary>
    public static bool IsDoubled(string one, string other)
    {
        var (longer, shorter) = one.Length > other.Length ? (one, other) : (other, one);
        var at = longer.AsSpan().CommonPrefixLength(shorter);
        return longer.Length == shorter.Length + 1 && at > 0 && at < longer.Length && longer[at] == longer[at - 1] && longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
    }

    // A&E, O&G and T&O are words.
    private static bool JoinsTwoLetters(string text, int start, int at) =>
        text[at] == '&' && at - start == 1 && at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    // Don’t is a word, and the same as dont.
    private static bool JoinsNot(string text, int at) =>
        text[at] is '\'' or '’'
            && text[at - 1] is 'n' or 'N'
            && at + 1 < text.Length
            && text[at + 1] is 't' or 'T'
            && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    // U.S.A. is a word.
    private static bool JoinsInitials(string text, int start, int at) =>
        text[at] == '.'
            && char.IsLetter(text[at - 1])
            && (at - 1 == start || text[at - 2] == '.')
            && at + 1 < text.Length
            && char.IsLetter(text[at + 1])
            && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    // 73,383 is a word, and the same as 73383.
    private static bool JoinsThousands(string text, int start, int at)
    {
        if (text[at] != ',' || at - start > 3 || at + 3 >= text.Length || (at + 4 < text.Length && char.IsAsciiDigit(text[at + 4])))
        {
            return false;
        }

        for (var i = start; i <= at + 3; i++)
        {
            if (i != at && !char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
