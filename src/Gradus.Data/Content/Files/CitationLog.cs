using YamlDotNet.Core;

namespace Gradus.Data.Content.Files;

/// <summary>Every place that cites a source, so that a missing source is reported where it is cited, and an unused one where it is written.</summary>
internal sealed class CitationLog
{
    private readonly List<(ContentFile File, int Line, int Column, string Id)> _citations = [];

    public void Add(ContentFile file, Mark at, string id) => Add(file, (int)at.Line, (int)at.Column, id);

    public void Add(ContentFile file, int line, int column, string id) => _citations.Add((file, line, column, id));

    /// <summary>Reports citations of sources that do not exist; returns the ids that are cited.</summary>
    public HashSet<string> Check(IReadOnlySet<string> known)
    {
        foreach (var (file, line, column, id) in _citations.Where(citation => !known.Contains(citation.Id)))
        {
            file.Fault(line, column, $"the source “{id}” is not in sources.yaml");
        }

        return [.. _citations.Select(citation => citation.Id)];
    }
}
