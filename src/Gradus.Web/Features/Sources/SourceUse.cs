using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Sources;

/// <summary>What rests on each source; worked out once.</summary>
public sealed class SourceUse
{
    private readonly Dictionary<string, List<(string Words, string Address)>> _uses = new(StringComparer.Ordinal);

    /// <summary>Looks through the whole content.</summary>
    public SourceUse(ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        foreach (var page in library.Pages)
        {
            foreach (var citation in page.Document.Descendants<LinkInline>().Select(link => Citation.From(link, out _)).OfType<Citation>())
            {
                Add(citation.SourceId, page.Title, page.Address);
            }
        }

        foreach (var figure in library.Figures.Values)
        {
            foreach (var source in figure.History.Values.Select(value => value.SourceId).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                Add(source, figure.Says.TrimEnd('.'), "/figures/" + figure.Name);
            }
        }

        foreach (var milestone in library.Milestones.Where(milestone => milestone.SourceId is not null))
        {
            Add(milestone.SourceId!, "Date: " + milestone.What, "/" + milestone.System);
        }

        foreach (var (system, table) in library.Systems.SelectMany(system => system.Tables.Select(table => (system, table))))
        {
            var column = table.Column("source");
            foreach (var source in table.Rows.Select(row => row[column]).Distinct(StringComparer.Ordinal))
            {
                Add(source, "Table: " + table.Says.TrimEnd('.'), "/" + system.Name);
            }
        }
    }

    /// <summary>What rests on a source.</summary>
    public IReadOnlyList<(string Words, string Address)> Of(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _uses.TryGetValue(source.Id, out var uses) ? uses : [];
    }

    private void Add(string source, string words, string address)
    {
        if (!_uses.TryGetValue(source, out var uses))
        {
            _uses[source] = uses = [];
        }

        if (!uses.Contains((words, address)))
        {
            uses.Add((words, address));
        }
    }
}
