using System.Collections.Concurrent;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;

namespace Gradus.Web.Reading;

/// <summary>The search index for each nation as at a day; built when first asked for. Today's are held until midnight, and a few of other days beside them.</summary>
public sealed class SiteSearch(ContentLibrary library, SpecialtyExplorerContent explorer, TodayInTheUk today)
{
    private const int MostOtherDays = 8;

    private readonly ConcurrentDictionary<Nation, (DateOnly On, SearchIndex Index)> _today = new();
    private readonly Lock _gate = new();
    private readonly LinkedList<(Nation Nation, DateOnly On, SearchIndex Index)> _others = [];

    /// <summary>The index for a nation as at today.</summary>
    public SearchIndex For(Nation nation)
    {
        var on = today.Date;
        if (_today.TryGetValue(nation, out var held) && held.On == on)
        {
            return held.Index;
        }

        var index = ContentSearch.Build(library, explorer, nation, on);
        _today[nation] = (on, index);
        return index;
    }

    /// <summary>The index for a nation as at a day.</summary>
    public SearchIndex For(Nation nation, DateOnly on)
    {
        if (on == today.Date)
        {
            return For(nation);
        }

        lock (_gate) // One at a time: whoever asks for one odd day after another waits for himself, and readers of today for nobody.
        {
            var held = _others.FirstOrDefault(other => other.Nation == nation && other.On == on);
            if (held.Index is not null)
            {
                _others.Remove(held);
            }
            else
            {
                held = (nation, on, ContentSearch.Build(library, explorer, nation, on));
            }

            _others.AddFirst(held);
            if (_others.Count > MostOtherDays)
            {
                _others.RemoveLast();
            }

            return held.Index;
        }
    }
}
