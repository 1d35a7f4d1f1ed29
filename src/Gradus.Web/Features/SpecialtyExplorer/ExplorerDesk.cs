using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>What the pages of the explorer share, worked out once: the model, the map, the names and the second axis.</summary>
public sealed class ExplorerDesk
{
    private readonly Dictionary<string, Specialty> _specialties;
    private readonly Dictionary<string, CompetitionFigure> _competition;

    /// <summary>Joins the content and the model.</summary>
    public ExplorerDesk(SpecialtyExplorerContent content, ExplorerModel model)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        Model = model;
        Map = new SpecialtyMap(model);
        _specialties = content.Specialties.ToDictionary(specialty => specialty.Id, StringComparer.Ordinal);
        _competition = new(StringComparer.Ordinal);

        // The latest year before the law changed whom the figures count; of several programmes the one that leads to the fewest specialties, at its first year.
        foreach (var figure in content.Competition.Where(figure => figure is { WayIn: "direct", Series: "before-2026", Ratio: not null })
            .OrderBy(figure => figure.Year).ThenByDescending(figure => figure.Specialties.Count).ThenBy(figure => figure.Level.Contains("T1", StringComparison.Ordinal)))
        {
            foreach (var specialty in figure.Specialties)
            {
                _competition[specialty] = figure;
            }
        }
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

    /// <summary>Whether there is a specialty of this id.</summary>
    public bool Knows(string? id) => id is not null && _specialties.ContainsKey(id);

    /// <summary>The latest published number of applications a post before 2026; <c>null</c> when nobody published one for the specialty itself.</summary>
    public CompetitionFigure? CompetitionOf(string id) => _competition.GetValueOrDefault(id);

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
