using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Html;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>The sources that a page cites, numbered in the order of first mention.</summary>
public sealed class Citations(ContentLibrary library)
{
    private readonly List<string> _ids = [];

    /// <summary>The sources cited so far, each under its number, from 1.</summary>
    public IEnumerable<(int Number, Source Source)> Notes => _ids.Select((id, i) => (i + 1, library.Sources[id]));

    /// <summary>Cites a source: the mark that leads to its note.</summary>
    public HtmlString Cite(string id)
    {
        if (!_ids.Contains(id))
        {
            _ids.Add(id);
        }

        var number = _ids.IndexOf(id) + 1;
        return new(Markup.Reference($"note-{number}", number));
    }
}
