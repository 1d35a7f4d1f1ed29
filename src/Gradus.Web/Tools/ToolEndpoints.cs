using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Tools;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.Web.Features;
using Gradus.Web.Reading;

namespace Gradus.Web.Tools;

/// <summary>The tools for programs: each declared tool's call, and the list of all.</summary>
public static class ToolEndpoints
{
    private static readonly JsonWriterOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names in a query that are about the asking and no fact.</summary>
    private static readonly HashSet<string> AboutAsking = new(StringComparer.Ordinal) { "trace" };

    /// <summary>Maps <c>POST /api/{room}/{tool}</c> for every declared tool, <c>GET</c> with a query where nothing is personal, and <c>GET /api/tools</c>.</summary>
    public static void MapTools(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapGet("/tools", (HttpContext context, ToolDesk desk) =>
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                using var json = new Utf8JsonWriter(context.Response.BodyWriter, Letters);
                ToolList.Write(json, desk.Library, desk.Of);
            })
            .Produces<ToolsAnswer>().WithTags("Tools").WithName("tools").WithSummary("Every tool: its question, the schema of its facts and answer, the figures it reads, and an example");
        foreach (var tool in AllTools.Declared)
        {
            api.MapTool(tool);
        }
    }

    private static void MapTool(this IEndpointRouteBuilder api, DeclaredTool tool)
    {
        var room = Rooms.Title(tool.Room);
        var post = api.MapPost(tool.Address, (HttpContext context, ToolDesk desk, TodayInTheUk today) => PostAsync(context, desk.Of(tool), today))
            .Accepts(tool.FactsType, "application/json").Produces(StatusCodes.Status200OK, tool.AnswerType, "application/json").ProducesValidationProblem()
            .WithTags(room).WithName($"{tool.Room}.{tool.Key}").WithSummary(tool.Question).WithDescription(tool.Words)
            .WithMetadata(new ToolCall(Query: null));
        if (tool.IsHeavy)
        {
            post.WithMetadata(new CostsAttribute(AddressLimits.Heavy));
        }

        if (!tool.IsPersonal)
        {
            api.MapGet(tool.Address, (HttpContext context, ToolDesk desk, TodayInTheUk today) => Get(context, desk.Of(tool), today))
                .Produces(StatusCodes.Status200OK, tool.AnswerType, "application/json").ProducesValidationProblem()
                .WithTags(room).WithName($"{tool.Room}.{tool.Key}.get").WithSummary(tool.Question).WithDescription(tool.Words + " The facts stand in the query by their names; a group's as group.name, a list's entries one after another under its name.")
                .WithMetadata(new ToolCall(tool.Shape));
        }
    }

    private static async Task<IResult> PostAsync(HttpContext context, BoundTool tool, TodayInTheUk today)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.IsCompleted)
            {
                var body = read.Buffer;
                var asking = new Asking(today.Date, Nation.England, WithTrace(context));
                var reply = body.IsSingleSegment ? tool.Answer(body.FirstSpan, asking) : tool.Answer(System.Buffers.BuffersExtensions.ToArray(body), asking);
                reader.AdvanceTo(body.End);
                return Send(context, tool, reply);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static IResult Get(HttpContext context, BoundTool tool, TodayInTheUk today)
    {
        var fields = context.Request.Query.Where(field => !AboutAsking.Contains(field.Key)).ToList();
        var strangers = fields.Where(field => !FactsForm.IsField(tool.Tool.Shape, field.Key)).Select(field => new FieldError(field.Key, $"Expected only {string.Join(", ", tool.Tool.Shape.Members.Select(fact => fact.Name))}.")).ToList();
        if (strangers.Count > 0)
        {
            return ApiErrors.Of(strangers);
        }

        var form = FactsForm.Read(tool.Tool.Shape, fields.Select(field => KeyValuePair.Create(field.Key, (IReadOnlyList<string>)[.. field.Value.OfType<string>()])));
        return Send(context, tool, tool.Answer(form.Json, new Asking(today.Date, Nation.England, WithTrace(context))));
    }

    private static bool WithTrace(HttpContext context) => context.Request.Query["trace"] == "1";

    private static IResult Send(HttpContext context, BoundTool tool, ToolReply reply)
    {
        if (reply.Answer is not { } answer)
        {
            return ApiErrors.Of(reply.Errors);
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        using (var json = new Utf8JsonWriter(context.Response.BodyWriter, Letters))
        {
            tool.Write(json, answer);
        }

        return Results.Empty;
    }
}

/// <summary>That a call is a tool's: its address takes <c>trace</c>, and perhaps the facts.</summary>
/// <param name="Query">The facts that it takes in its query; <c>null</c> when they are posted.</param>
internal sealed record ToolCall(FactsShape? Query);
