using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>The questionnaire as the API gives it.</summary>
/// <param name="Statements">Statements to agree or disagree with, from 1 to 5.</param>
/// <param name="Tasks">Tasks of choosing the best and the worst of four dimensions.</param>
/// <param name="Interests">Interest areas, each with its choices.</param>
/// <param name="Limits">The ids of hard limits.</param>
public sealed record QuestionsAnswer(IReadOnlyList<Statement> Statements, IReadOnlyList<BestWorstTask> Tasks, IReadOnlyList<InterestArea> Interests, IReadOnlyList<string> Limits);

/// <summary>A specialty's profile.</summary>
/// <param name="Specialty">The specialty's id.</param>
/// <param name="Dimensions">Its value on each dimension.</param>
public sealed record ProfileAnswer(string Specialty, IReadOnlyDictionary<string, ProfileValue> Dimensions);

/// <summary>A specialty's value on one dimension.</summary>
/// <param name="Mean">From 0 to 1; null when nobody knows.</param>
/// <param name="Spread">How far doctors in the specialty differ.</param>
/// <param name="Source">official, onet, editorial or survey.</param>
/// <param name="Status">How sure we are.</param>
/// <param name="Reason">Why the value is what it is.</param>
public sealed record ProfileValue(double? Mean, double Spread, string Source, string Status, string Reason);

/// <summary>The specialty explorer for programs.</summary>
public static class Endpoints
{
    /// <summary>Maps the questions and the profiles under <c>/api/specialty-explorer</c>.</summary>
    public static void MapSpecialtyExplorer(this IEndpointRouteBuilder api)
    {
        var room = api.MapGroup("/specialty-explorer").WithTags("Specialty explorer");
        room.MapGet("/questions", (SpecialtyExplorerContent content) =>
                new QuestionsAnswer(content.Questionnaire.Statements, content.Questionnaire.Tasks, content.Questionnaire.Interests, Questionnaire.LimitIds))
            .WithSummary("The statements and best-worst tasks of the questionnaire");
        room.MapGet("/profiles", (SpecialtyExplorerContent content) => content.Profiles.Select(profile => new ProfileAnswer(
                profile.Specialty.Id,
                Enumerable.Range(0, profile.Cells.Count).ToDictionary(d => Dimensions.Ids[d], d => Value(profile.Cells[d]), StringComparer.Ordinal))))
            .WithSummary("The profile of each specialty on the 13 dimensions, with where each value comes from");
    }

    private static ProfileValue Value(ProfileCell cell) => new(cell.Mean, cell.Spread, cell.Source.Key(), Rules.StatusExtensions.Key(cell.Status), cell.Reason);
}
