using System.Text.Json.Serialization;
using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;
using Gradus.Web.Reading;

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

/// <summary>A reader's answers; whatever is left out is not answered.</summary>
/// <param name="Statements">By the statement's id: how far it is agreed with, from 1 to 5; null to skip it.</param>
/// <param name="BestWorst">The tasks that were done.</param>
/// <param name="Interests">By interest area: the ids of the choices.</param>
/// <param name="Limits">What hides a specialty.</param>
/// <param name="Importance">By the dimension's id: how many times its usual weight, from 0 to 3.</param>
/// <param name="Seed">The seed of the draws; made from the answers unless given.</param>
public sealed record AnswersRequest(
    IReadOnlyDictionary<string, int?>? Statements = null, IReadOnlyList<BestWorstRequest>? BestWorst = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? Interests = null,
    LimitsRequest? Limits = null, IReadOnlyDictionary<string, double>? Importance = null, ulong? Seed = null);

/// <summary>One best-worst task.</summary>
/// <param name="Task">The task's number.</param>
/// <param name="Best">The dimension that matters most of its four.</param>
/// <param name="Worst">The one that matters least.</param>
public sealed record BestWorstRequest(int Task, string Best, string Worst);

/// <summary>Hard limits.</summary>
/// <param name="NoNightOnCall">No overnight work.</param>
/// <param name="MaxYears">The most years after foundation.</param>
/// <param name="NoChildren">No children to look after.</param>
/// <param name="Nation">england, scotland, wales or northern-ireland.</param>
/// <param name="RunThroughOnly">No second competition.</param>
public sealed record LimitsRequest(
    [property: JsonPropertyName("no-night-on-call")] bool? NoNightOnCall = null, [property: JsonPropertyName("max-years")] decimal? MaxYears = null,
    [property: JsonPropertyName("no-children")] bool? NoChildren = null, [property: JsonPropertyName("nation")] string? Nation = null,
    [property: JsonPropertyName("run-through-only")] bool? RunThroughOnly = null);

/// <summary>The specialty explorer for programs.</summary>
public static class Endpoints
{
    /// <summary>Maps the questions, the profiles and the match under <c>/api/specialty-explorer</c>.</summary>
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
        room.MapPost("/match", async (HttpContext context, SpecialtyExplorerContent content, ExplorerModel model) =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                var read = AnswersReader.Read(body.GetBuffer().AsMemory(0, (int)body.Length), content.Questionnaire);
                if (read.Value is not { } answers)
                {
                    return ApiErrors.Of(read.Errors, "The answers are not as expected.");
                }

                return Results.Json(Matcher.Match(model, answers), AnswersJson.Options);
            })
            .WithMetadata(new CostsAttribute(AddressLimits.Heavy))
            .Accepts<AnswersRequest>("application/json")
            .Produces<MatchResult>()
            .ProducesValidationProblem()
            .WithSummary("Specialties worth exploring for some answers, with rank intervals and reasons");
    }

    private static ProfileValue Value(ProfileCell cell) => new(cell.Mean, cell.Spread, cell.Source.Key(), Rules.StatusExtensions.Key(cell.Status), cell.Reason);
}
