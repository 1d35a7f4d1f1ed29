using System.Runtime.InteropServices;

namespace Gradus.Data.Search;

/// <summary>What sort of thing was found.</summary>
public enum SearchKind
{
    /// <summary>A tool that works something out.</summary>
    Tool,
    /// <summary>A section of guidance.</summary>
    Guidance,
    /// <summary>A figure with its history.</summary>
    Figure,
    /// <summary>A source.</summary>
    Source,
}

/// <summary>Something that can be found.</summary>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Address">Where it is on the site.</param>
/// <param name="Title">Its title, such as the page's.</param>
/// <param name="Heading">Its own heading within the title; empty when there is none.</param>
/// <param name="Text">Its words.</param>
/// <param name="IsOpening">Whether it is the top of its page, where most answers are.</param>
public sealed record SearchEntry(SearchKind Kind, string Address, string Title, string Heading, string Text, bool IsOpening = false);

/// <summary>A stretch of an excerpt.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsMatch">Whether they are what was asked for.</param>
public readonly record struct ExcerptPart(string Text, bool IsMatch);

/// <summary>Something found.</summary>
/// <param name="Entry">What was found.</param>
/// <param name="Score">How well it fits; only the order has a meaning.</param>
/// <param name="Excerpt">The words around the best match.</param>
public sealed record SearchHit(SearchEntry Entry, double Score, IReadOnlyList<ExcerptPart> Excerpt);

/// <summary>The answer to a search.</summary>
/// <param name="Hits">What was found, best first.</param>
/// <param name="Total">How many entries fit in all.</param>
/// <param name="ReadAs">The words as they were read where a word was not known and a near one was taken; <c>null</c> when every word was known.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Total, string? ReadAs);

/// <summary>
/// An index in memory over guidance, figures and sources. Ranked by BM25 (Robertson and Zaragoza, 2009) with the words of titles and headings
/// counted several times, and by how much of the question is covered, a rare word counting for more; a word that is not in the vocabulary is replaced by the nearest ones, found by the trigrams they share and then by their edit distance.
/// Never changes once built; safe to use from many threads.
/// </summary>
public sealed class SearchIndex
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const float TitleWeight = 5;
    private const float HeadingWeight = 4;
    private const double Coverage = 2.5;
    private const double PhraseWeight = 1.6;
    private const double OpeningWeight = 1.25;
    private const double NameWeight = 1.6;
    private const int ExcerptLength = 220;

    private readonly SearchEntry[] _entries;
    private readonly string[] _phrases;
    private readonly string[] _names;
    private readonly string[] _headings;
    private readonly float[] _lengths;
    private readonly float _averageLength;
    private readonly Dictionary<string, List<(int Entry, float Weight)>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _wordsByTrigram = new(StringComparer.Ordinal);
    private readonly string[] _vocabulary;
    private readonly IReadOnlyDictionary<string, string[]> _synonyms;

    /// <summary>Builds the index.</summary>
    /// <param name="entries">Everything that can be found.</param>
    /// <param name="synonyms">Words or phrases that doctors use, each with what the pages call it.</param>
    public SearchIndex(IEnumerable<SearchEntry> entries, IReadOnlyDictionary<string, string[]>? synonyms = null)
    {
        _entries = [.. entries];
        _lengths = new float[_entries.Length];
        _phrases = [.. _entries.Select(entry => Phrase($"{entry.Title} | {entry.Heading} | {entry.Text}"))];
        _names = [.. _entries.Select(entry => Phrase(entry.Title))];
        _headings = [.. _entries.Select(entry => Phrase(entry.Heading))];
        for (var i = 0; i < _entries.Length; i++)
        {
            Add(i, _entries[i].Title, TitleWeight);
            Add(i, _entries[i].Heading, HeadingWeight);
            Add(i, _entries[i].Text, 1);
        }

        _averageLength = _entries.Length == 0 ? 1 : Math.Max(1, _lengths.Average());
        _vocabulary = [.. _postings.Keys.Order(StringComparer.Ordinal)];
        foreach (var word in _vocabulary)
        {
            foreach (var trigram in Trigrams(word))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_wordsByTrigram, trigram, out _) ??= []).Add(word);
            }
        }

        _synonyms = synonyms ?? new Dictionary<string, string[]>(StringComparer.Ordinal);
    }

    /// <summary>How many entries the index holds.</summary>
    public int Count => _entries.Length;

    /// <summary>Finds what fits the words, best first.</summary>
    /// <param name="query">The words asked for; only the first 200 characters are read.</param>
    /// <param name="most">The most hits to give back.</param>
    public SearchAnswer Find(string query, int most = 20)
    {
        ArgumentNullException.ThrowIfNull(query);
        var typed = SearchText.Words(query.Length > 200 ? query[..200] : query).Select(found => found.Word).ToList();
        var asked = typed.Where(word => !SearchText.IsCommon(word)).Distinct(StringComparer.Ordinal).Take(12).ToList();
        if (asked.Count == 0)
        {
            asked = [.. typed.Distinct(StringComparer.Ordinal).Take(12)];
        }

        var terms = asked.ConvertAll(Expand);
        var changed = terms.Exists(term => term.WasCorrected);
        var scores = new Dictionary<int, (double Score, int Terms)>(); // The terms found, a bit each.
        for (var t = 0; t < terms.Count; t++)
        {
            var best = new Dictionary<int, double>();
            foreach (var (word, weight) in terms[t].Words)
            {
                Score(word, weight, best);
            }

            foreach (var (entry, score) in best)
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(scores, entry, out _);
                sum = (sum.Score + score, sum.Terms | 1 << t);
            }
        }

        var meant = AddSynonyms(string.Join(' ', typed), asked, scores);
        var worth = terms.ConvertAll(Worth);
        var whole = Math.Max(worth.Sum(), 1e-9);
        var words = terms.SelectMany(term => term.Words.Select(word => word.Word)).ToHashSet(StringComparer.Ordinal);
        var phrase = typed.Count > 1 ? " " + string.Join(' ', typed) + " " : null;
        var name = " " + string.Join(' ', changed ? terms.Select(term => term.Words.Count == 0 ? term.Asked : term.Words[0].Word) : typed) + " ";
        var ranked = scores
            .Select(pair => (Entry: pair.Key, Score: pair.Value.Score * Math.Pow(worth.Where((_, t) => (pair.Value.Terms >> t & 1) != 0).Sum() / whole, Coverage) * Weight(pair.Key, phrase, name, meant)))
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Entry).ToList();
        var hits = ranked.Take(most).Select(pair => new SearchHit(_entries[pair.Entry], pair.Score, Excerpt(_entries[pair.Entry].Text, words))).ToList();
        return new SearchAnswer(hits, ranked.Count, changed ? string.Join(' ', terms.Select(term => term.Words.Count == 0 ? term.Asked : term.Words[0].Word)) : null);
    }

    /// <summary>How much it tells to find a term: as much as its word is rare.</summary>
    private double Worth((string Asked, List<(string Word, double Weight)> Words, bool WasCorrected) term) =>
        Rarity(term.Words.Count == 0 ? 0 : _postings[term.Words[0].Word].Count);

    private double Rarity(int entries) => Math.Log(1 + ((_entries.Length - entries + 0.5) / (entries + 0.5)));

    private static string Phrase(string text) => " " + string.Join(' ', SearchText.Words(text).Select(found => found.Word)) + " ";

    private double Weight(int entry, string? phrase, string name, HashSet<string> meant) => KindWeight(_entries[entry].Kind)
        * (_entries[entry].IsOpening ? OpeningWeight : 1)
        * (_entries[entry].IsOpening && (_names[entry] == name || meant.Contains(_names[entry])) ? NameWeight : 1)
        * (_headings[entry] == name ? NameWeight : 1)
        * (phrase is not null && _phrases[entry].Contains(phrase, StringComparison.Ordinal) ? PhraseWeight : 1);

    private static double KindWeight(SearchKind kind) => kind switch
    {
        SearchKind.Tool => 1.5,
        SearchKind.Guidance => 1,
        SearchKind.Figure => 0.65,
        _ => 0.4,
    };

    private void Add(int entry, string text, float weight)
    {
        foreach (var (word, _, _) in SearchText.Words(text))
        {
            _lengths[entry] += 1;
            var postings = CollectionsMarshal.GetValueRefOrAddDefault(_postings, word, out _) ??= [];
            if (postings.Count > 0 && postings[^1].Entry == entry)
            {
                postings[^1] = (entry, postings[^1].Weight + weight);
            }
            else
            {
                postings.Add((entry, weight));
            }
        }
    }

    private void Score(string word, double weight, Dictionary<int, double> best)
    {
        if (!_postings.TryGetValue(word, out var postings))
        {
            return;
        }

        var rarity = Rarity(postings.Count);
        foreach (var (entry, frequency) in postings)
        {
            var score = weight * rarity * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * _lengths[entry] / _averageLength))));
            ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(best, entry, out _);
            held = Math.Max(held, score);
        }
    }

    /// <summary>Adds what the pages call the words that were typed; returns those names as phrases.</summary>
    private HashSet<string> AddSynonyms(string typed, List<string> asked, Dictionary<int, (double Score, int Terms)> scores)
    {
        var meant = new HashSet<string>(StringComparer.Ordinal);
        var padded = " " + typed + " ";
        foreach (var (phrase, others) in _synonyms)
        {
            if (!padded.Contains(" " + phrase + " ", StringComparison.Ordinal))
            {
                continue;
            }

            meant.UnionWith(others.Select(Phrase));
            var stoodFor = 0;
            for (var t = 0; t < asked.Count; t++)
            {
                stoodFor |= (" " + phrase + " ").Contains(" " + asked[t] + " ", StringComparison.Ordinal) ? 1 << t : 0;
            }

            var sums = new Dictionary<int, (double Score, int Words)>();
            var words = others.SelectMany(other => SearchText.Words(other).Select(found => found.Word)).Where(word => !SearchText.IsCommon(word)).Distinct(StringComparer.Ordinal).ToList();
            foreach (var word in words)
            {
                var best = new Dictionary<int, double>();
                Score(word, 0.8, best);
                foreach (var (entry, score) in best)
                {
                    ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, entry, out _);
                    sum = (sum.Score + score, sum.Words + 1);
                }
            }

            foreach (var (entry, (score, _)) in sums.Where(sum => sum.Value.Words == words.Count))
            {
                ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(scores, entry, out _);
                held = (held.Score + score, held.Terms | stoodFor);
            }
        }

        return meant;
    }

    private (string Asked, List<(string Word, double Weight)> Words, bool WasCorrected) Expand(string asked)
    {
        var words = new List<(string, double)>();
        if (_postings.ContainsKey(asked))
        {
            words.Add((asked, 1));
        }

        var isSynonym = _synonyms.Keys.Any(phrase => (" " + phrase + " ").Contains(" " + asked + " ", StringComparison.Ordinal));
        if (asked.Length >= 3 && !(isSynonym && asked.Length == 3))
        {
            words.AddRange(StartingWith(asked).Where(word => word != asked).Take(12).Select(word => (word, 0.6)));
        }

        if (words.Count > 0 || asked.Length < 4 || isSynonym)
        {
            return (asked, words, false);
        }

        var near = Near(asked);
        return (asked, near, near.Count > 0);
    }

    private IEnumerable<string> StartingWith(string prefix)
    {
        var at = Array.BinarySearch(_vocabulary, prefix, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < _vocabulary.Length && _vocabulary[i].StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            yield return _vocabulary[i];
        }
    }

    private List<(string Word, double Weight)> Near(string asked)
    {
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var trigram in Trigrams(asked))
        {
            foreach (var word in _wordsByTrigram.GetValueOrDefault(trigram) ?? [])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(shared, word, out _)++;
            }
        }

        var most = asked.Length <= 5 ? 1 : asked.Length <= 8 ? 2 : 3;
        return [.. shared.OrderByDescending(pair => pair.Value).Take(60)
            .Select(pair => (Word: pair.Key, Distance: SearchText.Distance(asked, pair.Key, most)))
            .Where(pair => pair.Distance <= most)
            .OrderBy(pair => pair.Distance).ThenByDescending(pair => _postings[pair.Word].Count).ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .Take(3)
            .Select(pair => (pair.Word, 0.9 / (1 + pair.Distance)))];
    }

    private static IEnumerable<string> Trigrams(string word)
    {
        var padded = "^^" + word + "$";
        for (var i = 0; i + 3 <= padded.Length; i++)
        {
            yield return padded.Substring(i, 3);
        }
    }

    private static List<ExcerptPart> Excerpt(string text, HashSet<string> words)
    {
        var matches = SearchText.Words(text).Where(found => words.Contains(found.Word)).Select(found => (found.Start, End: found.Start + found.Length)).ToList();
        var start = 0;
        if (matches.Count > 0)
        {
            // The window that begins at a match and holds the most matches.
            var bestCount = 0;
            for (var i = 0; i < matches.Count; i++)
            {
                var count = matches.Count(match => match.Start >= matches[i].Start && match.End <= matches[i].Start + ExcerptLength - 40);
                if (count > bestCount)
                {
                    (bestCount, start) = (count, Math.Max(0, matches[i].Start - 40));
                }
            }
        }

        if (start > 0)
        {
            var space = text.IndexOf(' ', start);
            start = space < 0 ? start : space + 1;
        }

        var end = Math.Min(text.Length, start + ExcerptLength);
        if (end < text.Length)
        {
            var space = text.LastIndexOf(' ', end - 1, end - start);
            end = space > start ? space : end;
        }

        var parts = new List<ExcerptPart>();
        var at = start;
        foreach (var (from, to) in matches.Where(match => match.Start >= start && match.End <= end))
        {
            if (from > at)
            {
                parts.Add(new ExcerptPart((at == start && start > 0 ? "… " : "") + text[at..from], IsMatch: false));
            }

            parts.Add(new ExcerptPart(text[from..to], IsMatch: true));
            at = to;
        }

        if (at < end)
        {
            parts.Add(new ExcerptPart((at == start && start > 0 ? "… " : "") + text[at..end], IsMatch: false));
        }

        if (end < text.Length)
        {
            parts.Add(new ExcerptPart(" …", IsMatch: false));
        }

        return parts;
    }
}
