using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;
using Gradus.Web.Features.SpecialtyExplorer.Specialties;

namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>What the pages of the explorer share, worked out once: the model, the map, the names and the second axis.</summary>
public sealed class ExplorerDesk
{
    private readonly Dictionary<string, Specialty> _specialties;
    private readonly Catalogue _catalogue;

    /// <summary>Joins the content and the model.</summary>
    public ExplorerDesk(SpecialtyExplorerContent content, ExplorerModel model, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        Model = model;
        _catalogue = catalogue;
        Map = new SpecialtyMap(model);
        _specialties = content.Specialties.ToDictionary(specialty => specialty.Id, StringComparer.Ordinal);
    }

    /// <summary>The content.</summary>
    public SpecialtyExplorerContent Content { get; }

    /// <summary>The model.</summary>
    public ExplorerModel Model { get; }

    /// <summary>The questions.</summary>
    public Questionnaire Questions => Model.Questionnaire;

    /// <summary>The map of the specialties.</summary>
    public SpecialtyMap Map { get; }

    /// <summary>A specialty of this edition.</summary>
    public Specialty Specialty(string id) => _specialties[id];

    /// <summary>
    /// The latest published number of applications a post, as the specialty's page has it; that of the stem before it where none was published for the
    /// specialty itself; <c>null</c> when there is neither.
    /// </summary>
    public CompetitionFigure? CompetitionOf(string id) => _catalogue.LatestDirect(_specialties[id]) ?? _catalogue.LatestOfStem(_specialties[id]);

    /// <summary>A dimension's or interest area's name.</summary>
    public string NameOf(string part)
    {
        var index = Dimensions.IndexOf(part);
        return index >= 0 ? Questions.Dimensions[index].Name : part switch
        {
            "patient-age" => "Whom you look after",
            "setting" => "Where you work",
            "body-system" => "Part of medicine",
            _ => "Mind or body",
        };
    }
}
