namespace Gradus.Data.Search;

/// <summary>Puts the pages that fit in order: each once, by its best part and by all its parts, with the tools of a room before the room that is named.</summary>
internal static class SearchRanker
{
    private const int MostToolsFirst = 2;
    private const double WholePageWeight = 0.8;

    /// <summary>The pages that fit, best first.</summary>
    public static IReadOnlyList<FoundPage> Rank(IndexedEntries entries, SearchReading reading, SearchScores scores)
    {
        var pages = new FoundPage?[entries.PageCount];
        for (var i = 0; i < entries.Count; i++)
        {
            if (scores.Entries[i] > 0)
            {
                (pages[entries.PageOf(i)] ??= new FoundPage()).Add(i, scores.Entries[i]);
            }
        }

        var ranked = new List<FoundPage>();
        for (var number = 0; number < pages.Length; number++)
        {
            if (pages[number] is { } page)
            {
                page.Score = SearchScorer.PageWeight(entries, number,
                    reading) * (page.Best + (WholePageWeight * scores.Pages[number] * SearchScorer.KindWeight(entries[page.First].Kind)));
                ranked.Add(page);
            }
        }

        return ToolsFirst(entries, reading, [.. ranked.OrderByDescending(page => page.Score).ThenBy(page => page.First)]);
    }

    // Who names a room has its tools first; but what is written is never pushed down by more than a few tools.
    private static List<FoundPage> ToolsFirst(IndexedEntries entries, SearchReading reading, List<FoundPage> ranked)
    {
        bool IsTool(FoundPage page) => entries[page.First].Kind == SearchKind.Tool;
        var firstWritten = ranked.FindIndex(page => !IsTool(page));
        if (firstWritten < 0)
        {
            return ranked;
        }

        var written = ranked[firstWritten];
        var before = ranked.Take(firstWritten).ToList();
        if (written.Parts.Any(part => entries[part.Entry] is { IsOpening: true } entry && entry.Page == "/" + entry.Room && IsRoom(entries, part.Entry, reading)))
        {
            var room = entries[written.First].Room;
            before.AddRange(ranked.Where(page => IsTool(page) && entries[page.First].Room == room && !before.Contains(page)).ToList());
        }

        before = [.. before.Take(MostToolsFirst)];
        return [.. before, written, .. ranked.Where(page => page != written && !before.Contains(page))];
    }

    // Whether nothing but the name of a page was typed, or most of it.
    private static bool IsRoom(IndexedEntries entries, int entry, SearchReading reading)
    {
        if (SearchScorer.IsNamed(entries.NamesOf(entry), reading))
        {
            return true;
        }

        return entries.NameWordsOf(entry).Any(name => IsMostOf(name, reading));
    }

    private static bool IsMostOf(string[] name, SearchReading reading)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < reading.Terms.Count; t++)
        {
            var term = t;
            var typed = reading.Terms[t].Words.Where(form => form.Weight >= SearchReader.InflectedWeight).Select(form => form.Word).Intersect(name, StringComparer.Ordinal)
                .Concat(reading.Meant.Where(meant => meant.StandsFor(term))
                    .SelectMany(meant => meant.Synonym.Names.Where(called => Array.TrueForAll(called.Words, word => Array.IndexOf(name, word) >= 0)))
                    .SelectMany(called => called.Words))
                    .ToList();
            if (typed.Count == 0)
            {
                return false;
            }

            named.UnionWith(typed);
        }

        return 2 * named.Count > name.Length;
    }
}

/// <summary>A page with the parts of it that fit.</summary>
internal sealed class FoundPage
{
    private readonly List<(int Entry, double Score)> _parts = [];

    /// <summary>The parts, in the order of the content.</summary>
    public IReadOnlyList<(int Entry, double Score)> Parts => _parts;

    /// <summary>The first of its parts.</summary>
    public int First => _parts[0].Entry;

    /// <summary>The score of its best part.</summary>
    public double Best { get; private set; }

    /// <summary>Its own score.</summary>
    public double Score { get; set; }

    /// <summary>Adds a part.</summary>
    public void Add(int entry, double score)
    {
        _parts.Add((entry, score));
        Best = Math.Max(Best, score);
    }
}
