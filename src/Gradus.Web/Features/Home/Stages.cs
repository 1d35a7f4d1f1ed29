using Gradus.Data.Content.Guidance;

namespace Gradus.Web.Features.Home;

/// <summary>The stages of a career, as the stair of the hub shows them.</summary>
public static class Stages
{
    /// <summary>In the order of a career.</summary>
    public static IReadOnlyList<(Stage Stage, string Id, string Title)> All { get; } =
    [
        (Stage.Foundation, "foundation", "Student and foundation"),
        (Stage.Applying, "applying", "Choosing and applying"),
        (Stage.InTraining, "in-training", "In training"),
        (Stage.GpSasConsultant, "gp-sas-consultant", "GP, SAS, consultant"),
        (Stage.Away, "away", "Away, and back"),
    ];

    /// <summary>The stage's address on the hub and its title.</summary>
    public static (string Id, string Title) Of(Stage stage)
    {
        var (_, id, title) = All.Single(entry => entry.Stage == stage);
        return (id, title);
    }
}
