using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.LessThanFullTime;
using Gradus.Rules;

namespace Gradus.Web.Features.LessThanFullTime;

/// <summary>The completion date for programs.</summary>
public static class Endpoints
{
    private static readonly JsonWriterOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Maps <c>POST /api/less-than-full-time/completion-date</c>.</summary>
    public static void MapLessThanFullTime(this IEndpointRouteBuilder api) => api.MapPost("/less-than-full-time/completion-date", async (HttpContext context, ContentLibrary library, LessThanFullTimeFigures figures, TodayInTheUk today) =>
        {
            var result = await ReadAsync(context, figures);
            if (result.Value is not { } plan)
            {
                var errors = result.Errors.GroupBy(error => error.Field, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(error => error.Message).ToArray(), StringComparer.Ordinal);
                return TypedResults.ValidationProblem(errors, title: "The plan is not as expected.");
            }

            var answer = CompletionDateCalculator.Calculate(plan, figures, plan.On ?? today.Date, plan.Nation ?? Nation.England);
            context.Response.ContentType = "application/json; charset=utf-8";
            using (var json = new Utf8JsonWriter(context.Response.BodyWriter, Letters))
            {
                CompletionDateJson.Write(json, answer, library.Edition);
            }

            return Results.Empty;
        })
        .Accepts<TrainingPlan>("application/json")
        .Produces<CompletionDateShape>()
        .ProducesValidationProblem()
        .WithTags("Less than full time")
        .WithSummary("When training finishes at a given share of full time, with leave and time out of programme");

    private static async Task<ReadResult<TrainingPlan>> ReadAsync(HttpContext context, LessThanFullTimeFigures figures)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.IsCompleted)
            {
                var body = read.Buffer;
                var result = body.IsSingleSegment ? TrainingPlanReader.Read(body.FirstSpan, figures) : TrainingPlanReader.Read(System.Buffers.BuffersExtensions.ToArray(body), figures);
                reader.AdvanceTo(body.End);
                return result;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
