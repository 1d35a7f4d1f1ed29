namespace Gradus.Data.Search;

/// <summary>
/// An index in memory over tools, guidance, tables, figures and sources. A query is read, every entry is scored, and the pages are ranked; a page is found
/// once, with its best parts beneath.
/// Never changes once built; safe to use from many threads.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>How many pages are shown at once.</summary>
    public const int AtOnce = 10;

    private const int MostSections = 3;
    private const double WorstSection = 0.3;

    private readonly IndexedEntries _entries;
    private readonly SearchReader _reader;

    /// <summary>Builds the index.</summary>
    /// <param name="entries">Everything that can be found.</param>
    /// <param name="synonyms">Words or phrases that doctors use, each with what the pages call it: one name or several, any of which will do.</param>
    public SearchIndex(IEnumerable<SearchEntry> entries, IReadOnlyDictionary<string, string[]>? synonyms = null)
    {
        _entries = new IndexedEntries(entries);
        _reader = new SearchReader(_entries, [.. (synonyms ?? new Dictionary<string, string[]>(StringComparer.Ordinal)).Select(line => new SearchSynonym(line.Key, line.Value))]);
    }

    /// <summary>Everything that can be found.</summary>
    public IReadOnlyList<SearchEntry> Entries => _entries.All;

    /// <summary>Finds the pages that fit the words, best first; a tool that answers the question goes before what only speaks of it.</summary>
    /// <param name="query">The words asked for; only the first 200 characters are read.</param>
    /// <param name="most">The most pages to give back.</param>
    /// <param name="skip">How many of the best to leave out, because they were shown before.</param>
    public SearchAnswer Find(string query, int most = AtOnce, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        var reading = _reader.Read(query);
        var pages = SearchRanker.Rank(_entries, reading, SearchScorer.Score(_entries, reading));
        var words = reading.Words();
        return new SearchAnswer([.. pages.Skip(skip).Take(most).Select(page => HitOf(page, words))], pages.Count, reading.ReadAs, reading.DidYouMean);
    }

    private SearchHit HitOf(FoundPage page, HashSet<string> words)
    {
        var best = page.Parts.MaxBy(part => part.Score).Entry;
        var opening = _entries.OpeningOf(_entries.PageOf(best));
        var shown = opening >= 0 ? opening : best;
        var sections = page.Parts.Where(part => part.Entry != shown && part.Score >= WorstSection * page.Best && _entries[part.Entry].Address != _entries[shown].Page)
            .OrderByDescending(part => part.Score).ThenBy(part => part.Entry).DistinctBy(part => _entries[part.Entry].Address, StringComparer.Ordinal)
            .Take(MostSections).Select(part => new SearchSection(_entries[part.Entry], ExcerptOf(part.Entry, words))).ToList();
        var isBeneath = sections.Exists(section => section.Entry == _entries[best]);
        return new SearchHit(_entries[shown], page.Score, ExcerptOf(isBeneath ? shown : best, words), sections);
    }

    // A figure and a row say what holds in their first words.
    private IReadOnlyList<ExcerptPart> ExcerptOf(int entry, HashSet<string> words) =>
        SearchExcerpt.Of(_entries[entry].Text, _entries.TextOf(entry), words, fromStart: _entries[entry].Kind is SearchKind.Figure or SearchKind.Row);
}
