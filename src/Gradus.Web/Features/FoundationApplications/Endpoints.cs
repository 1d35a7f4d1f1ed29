using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.FoundationApplications;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>The chances of each foundation school for programs.</summary>
public static class Endpoints
{
    private static readonly JsonSerializerOptions Letters = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Maps <c>POST /api/foundation-applications/chances</c>.</summary>
    public static void MapFoundationApplications(this IEndpointRouteBuilder api) => api.MapPost("/foundation-applications/chances", async (HttpContext context, ChancesDesk desk) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var read = ChancesRequestReader.Read(body.GetBuffer().AsMemory(0, (int)body.Length), desk);
            if (read.Value is not { } asked)
            {
                return ApiErrors.Of(read.Errors, "The order is not as expected.");
            }

            var scenarios = desk.Scenarios(asked.Schools, asked.Tier, asked.Scenarios, asked.Seed);
            return Results.Json(ChancesSimulator.Answer(scenarios, asked.Question), Letters);
        })
        .WithMetadata(new CostsAttribute(AddressLimits.Heavy))
        .Accepts<ChancesRequest>("application/json")
        .Produces<FoundationChances>()
        .ProducesValidationProblem()
        .WithTags("Foundation applications")
        .WithSummary("The chance of each foundation school with an order of all of them");
}
