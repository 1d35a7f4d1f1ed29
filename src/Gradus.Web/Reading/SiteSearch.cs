using System.Collections.Concurrent;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;

namespace Gradus.Web.Reading;

/// <summary>
/// The search index for each nation and day: today's are built once the site answers and kept until midnight, and a few of other days beside them. Most days
/// find what the day before them found, and share its index.
/// </summary>
public sealed class SiteSearch(ContentLibrary library, SpecialtyExplorerContent explorer, TodayInTheUk today)
{
    private const int MostOtherDays = 6;

    private readonly ConcurrentDictionary<Nation, (DateOnly On, SearchIndex Index)> _today = new();
    private readonly List<(Nation Nation, DateOnly On, SearchIndex Index)> _others = []; // The latest used last.
    private readonly Lock _building = new();

    /// <summary>The index for a nation, as at today.</summary>
    public SearchIndex For(Nation nation) => For(nation, today.Date);

    /// <summary>The index for a nation as at a day.</summary>
    public SearchIndex For(Nation nation, DateOnly on)
    {
        if (_today.TryGetValue(nation, out var held) && held.On == on)
        {
            return held.Index;
        }

        // One at a time: whoever asks for many days takes no more than one processor from the others.
        lock (_building)
        {
            return on == today.Date ? Today(nation, on) : AnotherDay(nation, on);
        }
    }

    /// <summary>Builds today's index for every nation, so that no reader waits for it.</summary>
    public void Prepare()
    {
        foreach (var nation in NationExtensions.All)
        {
            For(nation);
        }
    }

    private SearchIndex Today(Nation nation, DateOnly on)
    {
        if (_today.TryGetValue(nation, out var held) && held.On == on)
        {
            return held.Index;
        }

        var index = ContentSearch.Build(library, explorer, nation, on);
        _today[nation] = (on, index);
        return index;
    }

    private SearchIndex AnotherDay(Nation nation, DateOnly on)
    {
        var at = _others.FindIndex(other => other.Nation == nation && other.On == on);
        var index = at >= 0 ? _others[at].Index : SharedOrBuilt(ContentSearch.Entries(library, explorer, nation, on));
        if (at >= 0 || _others.Count == MostOtherDays)
        {
            _others.RemoveAt(Math.Max(at, 0));
        }

        _others.Add((nation, on, index));
        return index;
    }

    private SearchIndex SharedOrBuilt(IReadOnlyList<SearchEntry> entries) =>
        _others.Select(other => other.Index).Concat(_today.Values.Select(held => held.Index)).FirstOrDefault(index => index.Entries.SequenceEqual(entries))
            ?? new SearchIndex(entries, library.Synonyms);
}
