using System.Collections.Concurrent;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;

namespace Gradus.Web.Reading;

/// <summary>The search index for each nation as at today; built when first asked for, and again after midnight.</summary>
public sealed class SiteSearch(ContentLibrary library, SpecialtyExplorerContent explorer, TodayInTheUk today)
{
    private readonly ConcurrentDictionary<Nation, (DateOnly On, SearchIndex Index)> _held = new();

    /// <summary>The index for a nation.</summary>
    public SearchIndex For(Nation nation)
    {
        var on = today.Date;
        if (_held.TryGetValue(nation, out var held) && held.On == on)
        {
            return held.Index;
        }

        var index = ContentSearch.Build(library, explorer, nation, on);
        _held[nation] = (on, index);
        return index;
    }
}
