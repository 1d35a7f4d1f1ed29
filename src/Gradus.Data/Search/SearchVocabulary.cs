using System.Runtime.InteropServices;

namespace Gradus.Data.Search;

/// <summary>The words of an index: which are known, which belong together, and which are near a word that is none. Never changes once built.</summary>
internal sealed class SearchVocabulary
{
    private const int ShortestCorrected = 4;
    private const int LongestAbbreviation = 5;
    private const int ShortestPart = 2;
    private const int ShortestJoined = 6;
    private const int MostBySound = 60;
    private const int MostNear = 3;

    private readonly string[] _words;
    private readonly Func<string, int> _uses;
    private readonly string[] _abbreviations;
    private readonly HashSet<string> _others;
    private readonly IReadOnlyDictionary<string, string> _joined;
    private readonly Dictionary<string, List<string>> _byFamily = new(StringComparer.Ordinal);
    private readonly string[] _meant;
    private readonly Dictionary<string, List<int>> _byTrigram = new(StringComparer.Ordinal);
    private readonly ILookup<int, string> _short;

    /// <summary>Keeps the words.</summary>
    /// <param name="words">Every word of the index.</param>
    /// <param name="uses">In how many entries a word stands.</param>
    /// <param name="abbreviations">The words that are written in capitals.</param>
    /// <param name="others">Words that stand in no entry but have a meaning: those of the synonyms.</param>
    /// <param name="joined">Words that are only ever written with a hyphen or a space between their parts, joined, each with its parts.</param>
    public SearchVocabulary(IEnumerable<string> words, Func<string, int> uses, IEnumerable<string> abbreviations, IEnumerable<string> others,
        IReadOnlyDictionary<string, string> joined)
    {
        _words = [.. words.Order(StringComparer.Ordinal)];
        _uses = uses;
        _others = [.. others];
        _joined = joined;
        _abbreviations = [.. abbreviations.Concat(_others.Where(word => word.Length <= LongestAbbreviation))
            .Where(word => word.Length is >= 3 and <= LongestAbbreviation + 1)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        foreach (var word in _words)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_byFamily, SearchText.Family(word), out _) ??= []).Add(word);
        }

        _meant = [.. _words.Concat(_others.Where(word => uses(word) == 0)).Order(StringComparer.Ordinal)];
        for (var word = 0; word < _meant.Length; word++)
        {
            foreach (var trigram in Trigrams(_meant[word]))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_byTrigram, trigram, out _) ??= []).Add(word);
            }
        }

        _short = _words.Where(word => word.Length is >= ShortestCorrected - 1 and <= LongestAbbreviation + 1 && word.All(char.IsAsciiLetter)).ToLookup(word => word.Length);
    }

    /// <summary>The words of the same family, the word itself not among them: another spelling, the subject of those who practise it, an applicant's application.</summary>
    public IEnumerable<string> Kin(string word) => (_byFamily.GetValueOrDefault(SearchText.Family(word)) ?? []).Where(kin => kin != word);

    /// <summary>The same word with other endings of a verb: <c>retiring</c> for <c>retire</c>.</summary>
    public IEnumerable<string> Inflected(string word)
    {
        var root = word switch
        {
            { Length: > 6 } when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
            { Length: > 5 } when word.EndsWith("ed", StringComparison.Ordinal) => word[..^2],
            { Length: > 5 } when word.EndsWith('e') => word[..^1],
            _ => word,
        };
        if (root.Length > 4 && root[^1] == root[^2])
        {
            root = root[..^1];
        }

        return root.Length < 4
            ? []
            : ((string[])[root, root + "e", root + "ing", root + "ed", root + root[^1] + "ing", root + root[^1] + "ed"]).Where(form => form != word && _uses(form) > 0);
    }

    /// <summary>The words that begin so, the word itself not among them.</summary>
    public IEnumerable<string> Beginning(string prefix)
    {
        var at = Array.BinarySearch(_words, prefix, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at + 1; i < _words.Length && _words[i].StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            yield return _words[i];
        }
    }

    /// <summary>A word's parts, where it is one that is written apart: <c>part time</c> for <c>parttime</c>; <c>null</c> when it is not.</summary>
    /// <param name="word">The word as typed.</param>
    /// <param name="areNeighbours">Whether two words stand beside each other somewhere.</param>
    public string? Parts(string word, Func<string, bool> areNeighbours)
    {
        if (_joined.TryGetValue(word, out var parts))
        {
            return parts;
        }

        if (word.Length < ShortestJoined || _uses(word) > 0 || _others.Contains(word) || Kin(word).Any() || EnglishWords.Contains(word))
        {
            return null;
        }

        for (var i = ShortestPart; i + ShortestPart <= word.Length; i++)
        {
            if (IsWord(word[..i]) && IsWord(SearchText.Stem(word[i..])) && areNeighbours($"{word[..i]} {SearchText.Stem(word[i..])}"))
            {
                return $"{word[..i]} {SearchText.Stem(word[i..])}";
            }
        }

        return null;
    }

    /// <summary>Whether a word is known in its own right: it stands somewhere, or one of its family, or it begins a word, or it has a meaning of its own.</summary>
    public bool Knows(string word) => _uses(word) > 0 || _others.Contains(word) || Kin(word).Any() || Beginning(word).Any() || Inflected(word).Any();

    /// <summary>The words that a word which is not known may have been meant for, the likeliest first.</summary>
    public IReadOnlyList<string> Near(string word)
    {
        if (word.Length < ShortestCorrected - 1 || !word.All(char.IsAsciiLetter))
        {
            return [];
        }

        return word.Length > LongestAbbreviation ? NearLong(word) : NearShort(word);
    }

    private bool IsWord(string word) => _uses(word) > 0 || _others.Contains(word);

    // An abbreviation has too few letters for trigrams: one swap leaves none of them.
    private List<string> NearShort(string word)
    {
        var swapped = _abbreviations.Where(other => SearchText.IsSwap(word, other)).ToList();
        if (word.Length < ShortestCorrected || swapped.Count > 0)
        {
            return swapped;
        }

        var ordinary = Enumerable.Range(word.Length - 1, 3).SelectMany(length => _short[length]).Where(other => SearchText.Distance(word, other, 1) == 1).ToList();
        return
        [
            .. ordinary.Where(other => SearchText.IsSwap(word, other)).OrderByDescending(_uses).ThenBy(other => other, StringComparer.Ordinal)
                .Concat(_abbreviations.Where(other => other.Length >= ShortestCorrected && SearchText.Distance(word, other, 1) == 1)
                    .OrderByDescending(other => other[0] == word[0])
                    .ThenByDescending(_uses))
                .Concat(ordinary.OrderByDescending(other => other[0] == word[0]).ThenByDescending(_uses).ThenBy(other => other, StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal).Take(MostNear),
        ];
    }

    private List<string> NearLong(string word)
    {
        var most = word.Length < 12 ? 2 : 3;
        return [.. Alike(word)
            .Select(other => (Word: other, Distance: SearchText.Distance(word, other, most)))
            .Where(pair => pair.Distance <= most && (pair.Distance == 1 || pair.Word[0] == word[0] || word.Length >= 8))
            .OrderBy(pair => pair.Distance)
                .ThenByDescending(pair => SearchText.IsDoubled(word, pair.Word))
                .ThenByDescending(pair => pair.Word[0] == word[0])
                .ThenByDescending(pair => _uses(pair.Word))
                .ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .Take(MostNear).Select(pair => pair.Word)];
    }

    // The words that share the most trigrams with a word; of those that share as many, the first by the alphabet.
    private List<string> Alike(string word)
    {
        var shared = new byte[_meant.Length];
        foreach (var trigram in Trigrams(word))
        {
            foreach (var other in _byTrigram.GetValueOrDefault(trigram) ?? [])
            {
                shared[other] = (byte)Math.Min(shared[other] + 1, byte.MaxValue);
            }
        }

        Span<int> having = stackalloc int[byte.MaxValue + 1];
        foreach (var count in shared)
        {
            having[count]++;
        }

        var (least, left) = (byte.MaxValue, MostBySound);
        while (least > 1 && having[least] <= left)
        {
            left -= having[least--];
        }

        var alike = new List<string>(MostBySound);
        for (var other = 0; other < shared.Length; other++)
        {
            if (shared[other] > least || (shared[other] == least && left-- > 0))
            {
                alike.Add(_meant[other]);
            }
        }

        return alike;
    }

    private static IEnumerable<string> Trigrams(string word)
    {
        var padded = "^^" + word + "$";
        for (var i = 0; i + 3 <= padded.Length; i++)
        {
            yield return padded.Substring(i, 3);
        }
    }
}
