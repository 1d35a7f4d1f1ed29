using System.Runtime.InteropServices;

namespace Gradus.Data.Search;

/// <summary>
/// An index in memory over tools, guidance, tables, figures and sources. Ranked by BM25 (Robertson and Zaragoza, 2009) with the words of titles and headings
/// counted several times, and by how much of the question is covered, a rare word counting for more. A page is found once, by its best part and by all its parts together.
/// Never changes once built; safe to use from many threads.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>How many pages are shown at once.</summary>
    public const int AtOnce = 10;

    private const int LongestQuery = 200;
    private const int MostTerms = 12;
    private const int MostSections = 3;
    private const int MostToolsFirst = 2;
    private const int MostBeginning = 12;
    private const int ShortestOffered = 6;
    private const double K1 = 1.2;
    private const double B = 0.4;
    private const float TitleWeight = 5;
    private const float SentenceWeight = 2.5f;
    private const float HeadingWeight = 4;
    private const double KinWeight = 0.9;
    private const double InflectedWeight = 0.7;
    private const double BeginningWeight = 0.6;
    private const double BeginningOfKnownWeight = 0.35;
    private const double SynonymWeight = 0.8;
    private const double MostScaled = 3;
    private const float ApartWeight = 0.5f;
    private const double Coverage = 2.5;
    private const double CoverageOfTool = 1.7; // A tool says what it does in few words.
    private const double WholePageWeight = 0.8;
    private const float ShownWeight = 0.7f;
    private const double PhraseWeight = 1.6;
    private const double OpeningWeight = 1.25;
    private const double NameWeight = 1.6;
    private const double PartOfNameWeight = 1.4;
    private const double QuestionWeight = 1.5;
    private const double ForAToolWeight = 1.6;
    private const double OwnQuestionWeight = 1.3;
    private const double WorstSection = 0.3;

    private readonly SearchEntry[] _entries;
    private readonly int[] _pages;
    private readonly int[] _shownOn;
    private readonly int[] _openings;
    private readonly int _pageCount;
    private readonly string[] _phrases;
    private readonly string[] _names;
    private readonly string[][] _nameWords;
    private readonly string[] _headings;
    private readonly HashSet<string>?[] _questions;
    private readonly float[] _lengths;
    private readonly float _averageLength;
    private readonly Dictionary<string, List<(int Entry, float Weight)>> _postings = new(StringComparer.Ordinal);
    private readonly SearchVocabulary _vocabulary;
    private readonly Synonym[] _synonyms;

    /// <summary>Builds the index.</summary>
    /// <param name="entries">Everything that can be found.</param>
    /// <param name="synonyms">Words or phrases that doctors use, each with what the pages call it: one name or several, any of which will do.</param>
    public SearchIndex(IEnumerable<SearchEntry> entries, IReadOnlyDictionary<string, string[]>? synonyms = null)
    {
        _entries = [.. entries];
        _lengths = new float[_entries.Length];
        _phrases = [.. _entries.Select(entry => Phrase($"{entry.Title} | {entry.Heading} | {entry.Text}"))];
        _names = [.. _entries.Select(entry => Families(entry.Title))];
        _nameWords = [.. _entries.Select(entry => entry.IsOpening ? SearchText.Words(entry.Title).Select(found => found.Word).Where(word => !SearchText.IsCommon(word)).ToArray() : [])];
        _headings = [.. _entries.Select(entry => Families(entry.Heading))];
        _questions = [.. _entries.Select(entry => entry.Kind == SearchKind.Tool ? Words($"{entry.Title} {entry.Heading}") : null)];
        var numbers = Pages(_entries);
        _pages = [.. _entries.Select(entry => numbers[entry.Page])];
        _shownOn = [.. _entries.Select(entry => entry.ShownOn is { } page ? numbers.GetValueOrDefault(page, -1) : -1)];
        _pageCount = numbers.Count;
        _openings = new int[_pageCount];
        Array.Fill(_openings, -1);
        for (var i = _entries.Length - 1; i >= 0; i--)
        {
            _openings[_pages[i]] = _entries[i].IsOpening ? i : _openings[_pages[i]];
        }


        var written = new Written();
        for (var i = 0; i < _entries.Length; i++)
        {
            Add(i, _entries[i].Title, _entries[i].Kind is SearchKind.Figure or SearchKind.Source ? SentenceWeight : TitleWeight, written);
            Add(i, _entries[i].Heading, HeadingWeight, written);
            Add(i, _entries[i].Text, 1, written);
        }

        _averageLength = _entries.Length == 0 ? 1 : Math.Max(1, _lengths.Average());
        _synonyms = [.. (synonyms ?? new Dictionary<string, string[]>(StringComparer.Ordinal)).Select(Synonym.Of)];
        _vocabulary = new SearchVocabulary(
            _postings.Keys, Uses, written.Capitals, _synonyms.Select(synonym => synonym.Typed.Trim()).Where(typed => !typed.Contains(' ', StringComparison.Ordinal)), written.OnlyJoined());
    }

    /// <summary>Everything that can be found.</summary>
    public IReadOnlyList<SearchEntry> Entries => _entries;

    /// <summary>Finds the pages that fit the words, best first; a tool that answers the question goes before what only speaks of it.</summary>
    /// <param name="query">The words asked for; only the first 200 characters are read.</param>
    /// <param name="most">The most pages to give back.</param>
    /// <param name="skip">How many of the best to leave out, because they were shown before.</param>
    public SearchAnswer Find(string query, int most = AtOnce, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        var reading = Read(query.Length > LongestQuery ? query[..LongestQuery] : query);
        var scored = Score(reading);
        var pages = Rank(scored);
        var words = reading.Terms.SelectMany(term => term.Words.Select(word => word.Word)).Concat(reading.Meant.SelectMany(meant => meant.Synonym.Names.SelectMany(name => name))).ToHashSet(StringComparer.Ordinal);
        var hits = pages.Skip(skip).Take(most).Select(page => HitOf(page, words)).ToList();
        return new SearchAnswer(hits, pages.Count, reading.ReadAs, reading.DidYouMean);
    }

    private static Dictionary<string, int> Pages(SearchEntry[] entries)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            numbers.TryAdd(entry.Page, numbers.Count);
        }

        return numbers;
    }

    private static string Phrase(string text) => " " + string.Join(' ', SearchText.Words(text).Select(found => found.Word)) + " ";

    private static string Families(string text) => " " + string.Join(' ', SearchText.Words(text).Select(found => SearchText.Family(found.Word))) + " ";

    private static HashSet<string> Words(string text) => SearchText.Words(text).Select(found => found.Word).ToHashSet(StringComparer.Ordinal);

    private void Add(int entry, string text, float weight, Written written)
    {
        var (before, end) = ("", -1);
        foreach (var (word, start, length) in SearchText.Words(text))
        {
            _lengths[entry] += 1;
            Post(word, entry, weight);
            written.Add(word, text.AsSpan(start, length));
            if (end >= 0 && start == end + 1 && text[end] is '-' or '‑')
            {
                Post(before + word, entry, weight);
                written.AddJoined(before, word);
            }

            (before, end) = (word, start + length);
        }
    }

    private void Post(string word, int entry, float weight)
    {
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

    private int Uses(string word) => _postings.TryGetValue(word, out var postings) ? postings.Count : 0;

    private double Rarity(int entries) => Math.Log(1 + (Math.Max(0, _entries.Length - entries + 0.5) / (entries + 0.5)));

    private bool AreNeighbours(string words) =>
        Array.Exists(_phrases, phrase => phrase.Contains(" " + words + " ", StringComparison.Ordinal)) || Array.Exists(_synonyms, synonym => synonym.Typed.Contains(" " + words + " ", StringComparison.Ordinal));

    // What was typed, as it is looked for.

    private Reading Read(string query)
    {
        var written = new List<string>();
        var typed = new List<string>();
        foreach (var (word, start, length) in SearchText.Words(query))
        {
            var parts = _vocabulary.Parts(word, AreNeighbours)?.Split(' ') ?? [word];
            typed.AddRange(parts);
            written.AddRange(parts.Length > 1 ? parts : [query.Substring(start, length)]);
        }

        var meant = Meant(typed);
        var (readAs, offered) = (typed.ToList(), typed.ToList());
        for (var i = 0; i < typed.Count; i++)
        {
            var word = typed[i];
            if (SearchText.IsCommon(word) || meant.Exists(synonym => synonym.Stands(i)) || _vocabulary.Knows(word) || IsJoined(typed, i) || _vocabulary.Near(word) is not [var near, ..])
            {
                continue;
            }

            // An English word was meant as it stands; anything else is a slip. Short words have too many neighbours for an offer to help.
            if (!EnglishWords.Contains(word))
            {
                readAs[i] = near;
            }
            else if (word.Length >= ShortestOffered)
            {
                offered[i] = near;
            }
        }

        var changed = !readAs.SequenceEqual(typed);
        if (changed)
        {
            meant = Meant(readAs);
        }

        var isForATool = readAs.Exists(SearchText.IsForATool);
        var asked = Enumerable.Range(0, readAs.Count).Where(i => !SearchText.IsCommon(readAs[i]) && !SearchText.IsForATool(readAs[i])).DistinctBy(i => readAs[i], StringComparer.Ordinal).Take(MostTerms).ToList();
        if (asked.Count == 0)
        {
            asked = [.. Enumerable.Range(0, readAs.Count).DistinctBy(i => readAs[i], StringComparer.Ordinal).Take(MostTerms)];
        }

        return new Reading(
            [.. asked.Select(i => Expand(readAs, i, meant.Exists(synonym => synonym.Stands(i))))],
            meant.ConvertAll(found => (found.Synonym, Terms: asked.Select((i, t) => found.Stands(i) || IsAgain(readAs, i, found) ? 1 << t : 0).Sum())),
            readAs.Count > 1 ? " " + string.Join(' ', readAs) + " " : null,
            " " + string.Join(' ', readAs.Select(SearchText.Family)) + " ",
            isForATool ? ForAToolWeight : SearchText.IsOwnQuestion(readAs) ? OwnQuestionWeight : 1,
            changed ? string.Join(' ', written.Select((word, i) => readAs[i] == typed[i] ? word : readAs[i])) : null,
            offered.SequenceEqual(typed) ? null : string.Join(' ', written.Select((word, i) => offered[i] != typed[i] ? offered[i] : readAs[i] != typed[i] ? readAs[i] : word)));
    }

    // A word typed twice is one term; it stands for the synonym wherever it was typed.
    private static bool IsAgain(List<string> typed, int at, Found found) => Enumerable.Range(found.First, found.Count).Any(i => typed[i] == typed[at]);

    private bool IsJoined(List<string> typed, int at) => (at > 0 && Uses(typed[at - 1] + typed[at]) > 0) || (at + 1 < typed.Count && Uses(typed[at] + typed[at + 1]) > 0);

    private List<Found> Meant(List<string> typed)
    {
        var families = typed.ConvertAll(SearchText.Family);
        var found = new List<Found>();
        foreach (var synonym in _synonyms)
        {
            for (var i = 0; i + synonym.Words.Length <= typed.Count; i++)
            {
                if (synonym.StandsAt(typed, families, i))
                {
                    found.Add(new Found(synonym, i, synonym.Words.Length));
                }
            }
        }

        return found;
    }

    private Term Expand(List<string> typed, int at, bool isSynonym)
    {
        var asked = typed[at];
        var words = new List<(string Word, double Weight)>();
        if (Uses(asked) > 0)
        {
            words.Add((asked, 1));
        }

        if (at > 0 && Uses(typed[at - 1] + asked) > 0)
        {
            words.Add((typed[at - 1] + asked, 1));
        }

        if (at + 1 < typed.Count && Uses(asked + typed[at + 1]) > 0)
        {
            words.Add((asked + typed[at + 1], 1));
        }

        words.AddRange(_vocabulary.Kin(asked).Select(word => (word, KinWeight)));
        var common = words.Sum(word => Uses(word.Word));
        words.AddRange(_vocabulary.Inflected(asked).Where(word => !words.Exists(held => held.Word == word)).Select(word => (word, InflectedWeight)).ToList());
        if (asked.Length >= 3 && !(isSynonym && asked.Length == 3))
        {
            var weight = common > 0 ? BeginningOfKnownWeight : BeginningWeight;
            words.AddRange(_vocabulary.Beginning(asked).Where(word => !words.Exists(held => held.Word == word)).Take(MostBeginning).Select(word => (word, weight)).ToList());
        }

        // One rarity for all: a rare word that only begins so tells no more than the word itself.
        var uses = common > 0 ? common : words.Sum(word => Uses(word.Word));
        return new Term(words, Rarity(Math.Min(uses, _entries.Length)));
    }

    // How well each entry and each page fits.

    private Scored Score(Reading reading)
    {
        var rows = reading.Terms.Count + reading.Meant.Count;
        var entries = new float[rows][];
        for (var t = 0; t < reading.Terms.Count; t++)
        {
            entries[t] = new float[_entries.Length];
            foreach (var (word, weight) in reading.Terms[t].Words)
            {
                Score(word, weight * reading.Terms[t].Rarity, entries[t]);
            }
        }

        for (var m = 0; m < reading.Meant.Count; m++)
        {
            var worthTyped = reading.Terms.Where((_, t) => (reading.Meant[m].Terms >> t & 1) != 0).Sum(term => term.Rarity);
            entries[reading.Terms.Count + m] = ScoreNames(reading.Meant[m].Synonym, worthTyped);
        }

        var pages = new float[rows][];
        for (var row = 0; row < rows; row++)
        {
            pages[row] = new float[_pageCount];
            for (var i = 0; i < _entries.Length; i++)
            {
                pages[row][_pages[i]] = Math.Max(pages[row][_pages[i]], entries[row][i]);
                if (_shownOn[i] is >= 0 and var shownOn)
                {
                    pages[row][shownOn] = Math.Max(pages[row][shownOn], ShownWeight * entries[row][i]);
                }
            }
        }

        var worth = reading.Terms.Sum(term => term.Rarity);
        var whole = Enumerable.Range(0, _pageCount).Select(page => Total(reading, pages, page, worth, out _)).ToArray();
        var scores = new double[_entries.Length];
        var alone = new double[_pageCount];
        for (var i = 0; i < _entries.Length; i++)
        {
            var total = Total(reading, entries, i, worth, out var terms, _entries[i].Kind == SearchKind.Tool ? CoverageOfTool : Coverage);
            if (total > 0)
            {
                scores[i] = total * Weight(i, reading, terms, worth);
                alone[_pages[i]] = Math.Max(alone[_pages[i]], total);
            }
        }

        // The figures of a room and the sources are no page that answers together.
        for (var page = 0; page < _pageCount; page++)
        {
            whole[page] = _openings[page] < 0 ? alone[page] : whole[page];
        }

        return new Scored(reading, scores, whole);
    }

    private static double Total(Reading reading, float[][] rows, int column, double worth, out int terms, double coverage = Coverage)
    {
        var (sum, covered) = (0d, 0d);
        terms = 0;
        for (var t = 0; t < reading.Terms.Count; t++)
        {
            if (rows[t][column] > 0)
            {
                sum += rows[t][column];
                terms |= 1 << t;
            }
        }

        for (var m = 0; m < reading.Meant.Count; m++)
        {
            if (rows[reading.Terms.Count + m][column] is > 0 and var score)
            {
                // What the page calls it counts instead of the words typed, where it counts for more.
                var stood = 0d;
                for (var t = 0; t < reading.Terms.Count; t++)
                {
                    stood += (reading.Meant[m].Terms >> t & 1) != 0 ? rows[t][column] : 0;
                }

                sum += Math.Max(0, score - stood);
                terms |= reading.Meant[m].Terms;
            }
        }

        if (sum == 0)
        {
            return 0;
        }

        for (var t = 0; t < reading.Terms.Count; t++)
        {
            covered += (terms >> t & 1) != 0 ? reading.Terms[t].Rarity : 0;
        }

        return sum * Math.Pow(worth > 0 ? covered / worth : 1, coverage);
    }

    private void Score(string word, double weight, float[] scores)
    {
        if (!_postings.TryGetValue(word, out var postings))
        {
            return;
        }

        foreach (var (entry, frequency) in postings)
        {
            var score = (float)(weight * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * _lengths[entry] / _averageLength)))));
            scores[entry] = Math.Max(scores[entry], score);
        }
    }

    // An entry is meant that has every word of one of the names, and surely where they stand together. They tell as much as the words they stand for.
    private float[] ScoreNames(Synonym synonym, double worthTyped)
    {
        var best = new float[_entries.Length];
        foreach (var name in synonym.Names)
        {
            var sums = new float[_entries.Length];
            var counts = new int[_entries.Length];
            var scores = new float[_entries.Length];
            var worth = name.Sum(word => Rarity(Uses(word)));
            var scale = SynonymWeight * Math.Clamp(worth > 0 ? worthTyped / worth : 1, 1, MostScaled);
            foreach (var word in name)
            {
                Array.Clear(scores);
                Score(word, scale * Rarity(Uses(word)), scores);
                for (var i = 0; i < scores.Length; i++)
                {
                    sums[i] += scores[i];
                    counts[i] += scores[i] > 0 ? 1 : 0;
                }
            }

            var together = " " + string.Join(' ', name) + " ";
            for (var i = 0; i < best.Length; i++)
            {
                if (counts[i] == name.Length)
                {
                    best[i] = Math.Max(best[i], name.Length == 1 || _phrases[i].Contains(together, StringComparison.Ordinal) ? sums[i] : ApartWeight * sums[i]);
                }
            }
        }

        return best;
    }

    private double Weight(int entry, Reading reading, int terms, double worth)
    {
        var kind = _entries[entry].Kind;
        var isName = (_entries[entry].IsOpening || kind == SearchKind.Tool) && IsNamed(_names[entry], reading);
        return KindWeight(kind)
            * (_entries[entry].IsOpening ? OpeningWeight : 1)
            * (isName ? NameWeight : _entries[entry].IsOpening ? 1 + ((PartOfNameWeight - 1) * Named(_nameWords[entry], reading)) : 1)
            * (_headings[entry] == reading.Families ? NameWeight : 1)
            * (reading.Phrase is { } phrase && _phrases[entry].Contains(phrase, StringComparison.Ordinal) ? PhraseWeight : 1)
            * (_questions[entry] is { } question ? reading.ToolWeight * (1 + ((QuestionWeight - 1) * Asked(question, reading, terms, worth))) : 1);
    }

    private static bool IsNamed(string name, Reading reading) => name == reading.Families || reading.Meant.Exists(meant => meant.Synonym.Families.Contains(name));

    /// <summary>How much of a page's name was typed, in any of its forms, 0 to 1.</summary>
    private static double Named(string[] name, Reading reading)
    {
        var typed = name.Count(word => reading.Terms.Exists(term => term.Words.Exists(form => form.Weight >= InflectedWeight && form.Word == word))) / (double)Math.Max(1, name.Length);
        return typed * typed;
    }

    /// <summary>Whether nothing but the name of a page was typed, or most of it.</summary>
    private bool IsRoom(int entry, Reading reading)
    {
        if (IsNamed(_names[entry], reading))
        {
            return true;
        }

        var name = _nameWords[entry];
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < reading.Terms.Count; t++)
        {
            var typed = reading.Terms[t].Words.Where(form => form.Weight >= InflectedWeight).Select(form => form.Word).Intersect(name, StringComparer.Ordinal)
                .Concat(reading.Meant.Where(meant => (meant.Terms >> t & 1) != 0).SelectMany(meant => meant.Synonym.Names.Where(words => Array.TrueForAll(words, word => Array.IndexOf(name, word) >= 0))).SelectMany(words => words)).ToList();
            if (typed.Count == 0)
            {
                return false;
            }

            named.UnionWith(typed);
        }

        return 2 * named.Count > name.Length;
    }

    /// <summary>How much of what was asked stands in a tool's question and name, 0 to 1.</summary>
    private static double Asked(HashSet<string> question, Reading reading, int terms, double worth)
    {
        var covered = 0d;
        for (var t = 0; t < reading.Terms.Count; t++)
        {
            var stands = reading.Terms[t].Words.Exists(word => question.Contains(word.Word)) || reading.Meant.Exists(meant => (meant.Terms >> t & 1) != 0 && meant.Synonym.Names.Exists(name => Array.TrueForAll(name, question.Contains)));
            covered += stands && (terms >> t & 1) != 0 ? reading.Terms[t].Rarity : 0;
        }

        return worth > 0 ? covered / worth : 0;
    }

    private static double KindWeight(SearchKind kind) => kind switch
    {
        SearchKind.Tool => 1.5,
        SearchKind.Guidance => 1,
        SearchKind.Row => 0.8,
        SearchKind.Figure => 0.65,
        _ => 0.3,
    };

    // The pages in order.

    private List<Page> Rank(Scored scored)
    {
        var pages = new Page[_pageCount];
        for (var i = 0; i < _entries.Length; i++)
        {
            if (scored.Entries[i] > 0)
            {
                (pages[_pages[i]] ??= new Page()).Add(i, scored.Entries[i]);
            }
        }

        var ranked = new List<Page>();
        for (var number = 0; number < _pageCount; number++)
        {
            if (pages[number] is { } page)
            {
                page.Score = page.Best + (WholePageWeight * scored.Pages[number] * KindWeight(_entries[page.Entries[0].Entry].Kind));
                ranked.Add(page);
            }
        }

        ranked = [.. ranked.OrderByDescending(page => page.Score).ThenBy(page => page.Entries[0].Entry)];
        return ToolsFirst(ranked, scored.Reading);
    }

    // Who names a room has its tools first; but what is written is never pushed down by more than a few tools.
    private List<Page> ToolsFirst(List<Page> ranked, Reading reading)
    {
        var firstWords = ranked.FindIndex(page => !IsTool(page));
        if (firstWords < 0)
        {
            return ranked;
        }

        var words = ranked[firstWords];
        var tools = ranked.Where(IsTool).ToList();
        var before = ranked.Take(firstWords).ToList();
        if (words.Entries.Exists(part => _entries[part.Entry] is { IsOpening: true } entry && entry.Page == "/" + entry.Room && IsRoom(part.Entry, reading)))
        {
            var room = _entries[words.Entries[0].Entry].Room;
            before.AddRange(tools.Where(tool => _entries[tool.Entries[0].Entry].Room == room && !before.Contains(tool)));
        }

        before = [.. before.Take(MostToolsFirst)];
        return [.. before, words, .. ranked.Where(page => page != words && !before.Contains(page))];
    }

    private bool IsTool(Page page) => _entries[page.Entries[0].Entry].Kind == SearchKind.Tool;

    private SearchHit HitOf(Page page, HashSet<string> words)
    {
        var best = page.Entries.MaxBy(part => part.Score).Entry;
        var opening = _openings[_pages[best]];
        var shown = opening >= 0 ? opening : best;
        var sections = page.Entries.Where(part => part.Entry != shown && part.Score >= WorstSection * page.Best && _entries[part.Entry].Address != _entries[shown].Page)
            .OrderByDescending(part => part.Score).ThenBy(part => part.Entry).DistinctBy(part => _entries[part.Entry].Address, StringComparer.Ordinal)
            .Take(MostSections).Select(part => new SearchSection(_entries[part.Entry], ExcerptOf(part.Entry, words))).ToList();
        var isBeneath = sections.Exists(section => section.Entry == _entries[best]);
        return new SearchHit(_entries[shown], page.Score, ExcerptOf(isBeneath ? shown : best, words), sections);
    }

    // A figure and a row say what holds in their first words.
    private IReadOnlyList<ExcerptPart> ExcerptOf(int entry, HashSet<string> words) =>
        SearchExcerpt.Of(_entries[entry].Text, words, fromStart: _entries[entry].Kind is SearchKind.Figure or SearchKind.Row);

    /// <summary>A word asked for: the words it is looked for by, and how much it tells to find it.</summary>
    private sealed record Term(List<(string Word, double Weight)> Words, double Rarity);

    /// <summary>A query as it is looked for.</summary>
    private sealed record Reading(List<Term> Terms, List<(Synonym Synonym, int Terms)> Meant, string? Phrase, string Families, double ToolWeight, string? ReadAs, string? DidYouMean);

    /// <summary>How well each entry fits, and each page by all its parts.</summary>
    private sealed record Scored(Reading Reading, double[] Entries, double[] Pages);

    /// <summary>A synonym that stands in what was typed.</summary>
    private readonly record struct Found(Synonym Synonym, int First, int Count)
    {
        public bool Stands(int at) => at >= First && at < First + Count;
    }

    /// <summary>A page with the parts of it that fit.</summary>
    private sealed class Page
    {
        public List<(int Entry, double Score)> Entries { get; } = [];

        public double Best { get; private set; }

        public double Score { get; set; }

        public void Add(int entry, double score)
        {
            Entries.Add((entry, score));
            Best = Math.Max(Best, score);
        }
    }

    /// <summary>A word or phrase that doctors use, and what the pages call it.</summary>
    private sealed record Synonym(string Typed, string[] Words, string[] WordFamilies, List<string[]> Names, HashSet<string> Families)
    {
        public static Synonym Of(KeyValuePair<string, string[]> line)
        {
            var words = line.Key.Split(' ');
            var names = line.Value.Select(name => SearchText.Words(name).Select(found => found.Word).Where(word => !SearchText.IsCommon(word)).Distinct(StringComparer.Ordinal).ToArray()).Where(name => name.Length > 0).ToList();
            return new Synonym(" " + line.Key + " ", words, [.. words.Select(SearchText.Family)], names, [.. line.Value.Select(SearchIndex.Families)]);
        }

        public bool StandsAt(List<string> typed, List<string> families, int at)
        {
            for (var i = 0; i < Words.Length; i++)
            {
                if (typed[at + i] != Words[i] && families[at + i] != WordFamilies[i])
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>How words are written in the entries.</summary>
    private sealed class Written
    {
        private readonly HashSet<string> _whole = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);

        /// <summary>The words that are written in capitals somewhere.</summary>
        public HashSet<string> Capitals { get; } = new(StringComparer.Ordinal);

        public void Add(string word, ReadOnlySpan<char> asWritten)
        {
            _whole.Add(word);
            if (word.Length >= 2 && !asWritten[..word.Length].ContainsAnyExceptInRange('A', 'Z'))
            {
                Capitals.Add(word);
            }
        }

        public void AddJoined(string one, string other) => _joined.TryAdd(one + other, one + " " + other);

        public Dictionary<string, string> OnlyJoined() => _joined.Where(pair => !_whole.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
    }
}
