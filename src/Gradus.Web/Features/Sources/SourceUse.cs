using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Sources;

/// <summary>Something that rests on a source.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Address">Where it stands.</param>
/// <param name="Room">The room that it is of.</param>
/// <param name="Nations">Where it holds; the whole of the United Kingdom where it does not say.</param>
public sealed record SourceRest(string Words, string Address, string Room, Nations Nations);

/// <summary>What rests on each source; worked out once.</summary>
public sealed class SourceUse
{
    private readonly Dictionary<string, List<SourceRest>> _uses = new(StringComparer.Ordinal);

    /// <summary>Looks through the whole content.</summary>
    public SourceUse(ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        foreach (var page in library.Pages)
        {
            foreach (var citation in page.Document.Descendants<LinkInline>().Select(link => Citation.From(link, out _)).OfType<Citation>())
            {
                Add(citation.SourceId, new(page.Title, page.Address, page.Address.Split('/')[1], Nations.UnitedKingdom));
            }
        }

        foreach (var figure in library.Figures.Values)
        {
            foreach (var values in figure.History.Values.Where(value => value.SourceId is not null).GroupBy(value => value.SourceId!, StringComparer.Ordinal))
            {
                Add(values.Key, new(figure.Says.TrimEnd('.'), Figures.Links.Page(figure), figure.System,
                    values.Aggregate(Nations.None, (nations, value) => nations | value.Nations)));
            }
        }

        foreach (var milestone in library.Milestones.Where(milestone => milestone.SourceId is not null))
        {
            Add(milestone.SourceId!, new("Date: " + milestone.What, "/" + milestone.System, milestone.System, milestone.Nations));
        }

        foreach (var (system, table) in library.Systems.SelectMany(system => system.Tables.Select(table => (system, table))))
        {
            var column = table.Column("source");
            foreach (var source in table.Rows.Select(row => row[column]).Distinct(StringComparer.Ordinal))
            {
                Add(source, new("Table: " + table.Says.TrimEnd('.'), "/" + system.Name, system.Name, Nations.UnitedKingdom));
            }
        }
    }

    /// <summary>What rests on a source.</summary>
    public IReadOnlyList<SourceRest> Of(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _uses.TryGetValue(source.Id, out var uses) ? uses : [];
    }

    private void Add(string source, SourceRest rest)
    {
        if (!_uses.TryGetValue(source, out var uses))
        {
            _uses[source] = uses = [];
        }

        var at = uses.FindIndex(use => use.Words == rest.Words && use.Address == rest.Address);
        if (at < 0)
        {
            uses.Add(rest);
        }
        else
        {
            uses[at] = rest with { Nations = rest.Nations | uses[at].Nations };
        }
    }
}
