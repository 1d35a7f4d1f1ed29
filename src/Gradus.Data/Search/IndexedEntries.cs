using System.Runtime.InteropServices;

namespace Gradus.Data.Search;

/// <summary>The entries as they are looked through: in which of them each word stands, what each is called, and to which page it belongs. Never changes once built.</summary>
internal sealed class IndexedEntries
{
    private const float TitleWeight = 5;
    private const float SentenceWeight = 2.5f;
    private const float HeadingWeight = 4;

    private readonly SearchEntry[] _entries;
    private readonly string[] _phrases;
    private readonly string[][] _names;
    private readonly string[][][] _nameWords;
    private readonly HashSet<string> _subjects = new(StringComparer.Ordinal);
    private readonly string[] _headings;
    private readonly HashSet<string>?[] _questions;
    private readonly string?[] _questionPhrases;
    private readonly int[] _pages;
    private readonly int[] _shownOn;
    private readonly int[] _openings;
    private readonly (string Word, int Start, int Length)[]?[] _texts;
    private readonly float[] _lengths;
    private readonly float _averageLength;
    private readonly Dictionary<string, List<(int Entry, float Frequency)>> _postings = new(StringComparer.Ordinal);

    /// <summary>Takes in the entries.</summary>
    public IndexedEntries(IEnumerable<SearchEntry> entries)
    {
        _entries = [.. entries];
        _phrases = [.. _entries.Select(entry => SearchText.Phrase($"{entry.Title} | {entry.Heading} | {entry.Text} | {entry.Unseen}"))];
        _names = [.. _entries.Select(entry => Names(entry).Select(SearchText.Families).ToArray())];
        _nameWords = [.. _entries.Select(entry => entry.IsOpening ? Names(entry).Select(SearchText.Telling).ToArray() : [])];
        _headings = [.. _entries.Select(entry => SearchText.Families(entry.Heading))];
        _questions = [.. _entries.Select(entry => entry.Kind == SearchKind.Tool
            ? SearchText.Words($"{entry.Title} {entry.Heading}").Select(found => found.Word).ToHashSet(StringComparer.Ordinal)
            : null)];
        _questionPhrases = [.. _entries.Select(entry => entry.Kind == SearchKind.Tool ? SearchText.Phrase($"{entry.Title} | {entry.Heading}") : null)];

        var numbers = PageNumbers(_entries);
        _pages = [.. _entries.Select(entry => numbers[entry.Page])];
        _shownOn = [.. _entries.Select(entry => entry.ShownOn is { } page ? numbers.GetValueOrDefault(page, -1) : -1)];
        _openings = new int[numbers.Count];
        Array.Fill(_openings, -1);
        for (var i = _entries.Length - 1; i >= 0; i--)
        {
            _openings[_pages[i]] = _entries[i].IsOpening ? i : _openings[_pages[i]];
        }

        _texts = new (string, int, int)[_entries.Length][];
        _lengths = new float[_entries.Length];
        for (var i = 0; i < _entries.Length; i++)
        {
            Add(i, _entries[i].Title, _entries[i].Kind is SearchKind.Figure or SearchKind.Source ? SentenceWeight : TitleWeight);
            Add(i, _entries[i].Heading, HeadingWeight);
            Add(i, _entries[i].Text, 1);
            Add(i, _entries[i].Unseen, 1);
            _subjects.UnionWith(SearchText.Telling(SubjectsOf(_entries[i])));
        }

        _averageLength = _entries.Length == 0 ? 1 : Math.Max(1, _lengths.Average());
    }

    /// <summary>Everything that can be found.</summary>
    public IReadOnlyList<SearchEntry> All => _entries;

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Length;

    /// <summary>How many pages they stand on.</summary>
    public int PageCount => _openings.Length;

    /// <summary>Every word that stands in an entry.</summary>
    public IEnumerable<string> Words => _postings.Keys;

    /// <summary>How the words are written.</summary>
    public WrittenWords Written { get; } = new();

    /// <summary>An entry.</summary>
    public SearchEntry this[int entry] => _entries[entry];

    /// <summary>The number of its page.</summary>
    public int PageOf(int entry) => _pages[entry];

    /// <summary>The number of the page that shows it, where that is not its own; otherwise below 0.</summary>
    public int ShownOn(int entry) => _shownOn[entry];

    /// <summary>The entry at the top of a page; below 0 where it has none.</summary>
    public int OpeningOf(int page) => _openings[page];

    /// <summary>Its title, and a shorter name of its page, as the families of their words.</summary>
    public string[] NamesOf(int entry) => _names[entry];

    /// <summary>The words that tell something of each of a page's names; none for what is no page's top.</summary>
    public string[][] NameWordsOf(int entry) => _nameWords[entry];

    /// <summary>The families of the words of its heading.</summary>
    public string HeadingOf(int entry) => _headings[entry];

    /// <summary>The words of its text, each with its place; cut once, when it is first shown.</summary>
    public ReadOnlySpan<(string Word, int Start, int Length)> TextOf(int entry) =>
        _texts[entry] ??= [.. SearchText.Words(_entries[entry].Text).Select(found => (Written.Held(found.Word), found.Start, found.Length))];

    /// <summary>The words of a tool's question and name; <c>null</c> for what is no tool.</summary>
    public HashSet<string>? QuestionOf(int entry) => _questions[entry];

    /// <summary>Whether the words stand in it beside one another, in this order.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="phrase">The words with a space before, between and after them.</param>
    public bool HasPhrase(int entry, string phrase) => _phrases[entry].Contains(phrase, StringComparison.Ordinal);

    /// <summary>Whether the words stand so in a tool's question or name.</summary>
    public bool HasInQuestion(int entry, string phrase) => _questionPhrases[entry]?.Contains(phrase, StringComparison.Ordinal) == true;

    /// <summary>Whether the words stand beside one another anywhere.</summary>
    public bool HasPhrase(string phrase) => Array.Exists(_phrases, words => words.Contains(phrase, StringComparison.Ordinal));

    /// <summary>In how many entries a word stands.</summary>
    public int Uses(string word) => _postings.TryGetValue(word, out var postings) ? postings.Count : 0;

    /// <summary>Whether a word names what something is about: it stands in a title or a heading, or in what a tool says of itself.</summary>
    public bool IsSubject(string word) => _subjects.Contains(word);

    /// <summary>How much it tells to find what stands in so many entries.</summary>
    public double Rarity(int uses) => Math.Log(1 + (Math.Max(0, _entries.Length - uses + 0.5) / (uses + 0.5)));

    /// <summary>The entries in which a word stands, each with how often: in a title it counts several times.</summary>
    public ReadOnlySpan<(int Entry, float Frequency)> Postings(string word) => _postings.TryGetValue(word, out var postings) ? CollectionsMarshal.AsSpan(postings) : [];

    /// <summary>Its length, 1 for an entry of average length.</summary>
    public float LengthOf(int entry) => _lengths[entry] / _averageLength;

    private static IEnumerable<string> Names(SearchEntry entry) => entry.Name is { } name && name != entry.Title ? [entry.Title, name] : [entry.Title];

    // The title of a figure or of a source is a sentence about it.
    private static string SubjectsOf(SearchEntry entry) => entry.Kind switch
    {
        SearchKind.Tool => $"{entry.Title} {entry.Heading} {entry.Text} {entry.Unseen}",
        SearchKind.Guidance => $"{entry.Title} {entry.Heading}",
        _ => "",
    };

    private static Dictionary<string, int> PageNumbers(SearchEntry[] entries)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            numbers.TryAdd(entry.Page, numbers.Count);
        }

        return numbers;
    }

    private void Add(int entry, string text, float weight)
    {
        var (before, end) = ("", -1);
        foreach (var (word, start, length) in SearchText.Words(text))
        {
            _lengths[entry] += 1;
            Post(word, entry, weight);
            Written.Add(word, text.AsSpan(start, length));
            if (end >= 0 && start == end + 1 && text[end] is '-' or '‑')
            {
                Post(before + word, entry, weight);
                Written.AddJoined(before, word);
            }

            (before, end) = (word, start + length);
        }
    }

    private void Post(string word, int entry, float weight)
    {
        var postings = CollectionsMarshal.GetValueRefOrAddDefault(_postings, word, out _) ??= [];
        if (postings.Count > 0 && postings[^1].Entry == entry)
        {
            postings[^1] = (entry, postings[^1].Frequency + weight);
        }
        else
        {
            postings.Add((entry, weight));
        }
    }
}
