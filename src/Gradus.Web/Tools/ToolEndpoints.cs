using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Data;
using Gradus.Data.Calendars;
using Gradus.Data.Content;
using Gradus.Data.Exports;
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
    internal static readonly HashSet<string> AboutAsking = new(StringComparer.Ordinal) { "trace", "as", "letter" };

    /// <summary>Maps <c>POST /api/{room}/{tool}</c> for every declared tool, <c>GET</c> with a query where nothing is personal, and <c>GET /api/tools</c>.</summary>
    public static void MapTools(this IEndpointRouteBuilder api, SiteTools tools)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(tools);
        api.MapGet("/tools", (HttpContext context, ToolDesk desk) =>
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                using var json = new Utf8JsonWriter(context.Response.BodyWriter, Letters);
                ToolList.Write(json, desk.Library, desk.Of);
            })
            .Produces<ToolsAnswer>()
                .WithTags("Tools")
                .WithName("tools")
                .WithSummary("Every tool: its question, the schema of its facts and answer, the figures it reads, and an example");
        foreach (var tool in tools.Declared)
        {
            api.MapTool(tool);
        }
    }

    private static void MapTool(this IEndpointRouteBuilder api, DeclaredTool tool)
    {
        var room = Rooms.Title(tool.Room);
        var post = api.MapPost(tool.Address, (HttpContext context, ToolDesk desk, TodayInTheUk today) => PostAsync(context, desk, desk.Of(tool), today))
            .Accepts(tool.FactsType, "application/json").Produces(StatusCodes.Status200OK, tool.AnswerType, "application/json").ProducesValidationProblem()
            .WithTags(room).WithName($"{tool.Room}.{tool.Key}").WithSummary(tool.Question).WithDescription(tool.Words)
            .WithMetadata(new ToolCall(Query: null), new ToolFiles());
        if (tool.IsHeavy)
        {
            post.WithMetadata(new CostsAttribute(AddressLimits.Heavy));
        }

        if (!tool.IsPersonal)
        {
            api.MapGet(tool.Address, (HttpContext context, ToolDesk desk, TodayInTheUk today) => Get(context, desk, desk.Of(tool), today))
                .Produces(StatusCodes.Status200OK, tool.AnswerType, "application/json").ProducesValidationProblem()
                .WithTags(room)
                    .WithName($"{tool.Room}.{tool.Key}.get")
                    .WithSummary(tool.Question)
                    .WithDescription(tool.Words + " The facts stand in the query by their names; a group's as group.name, a list's entries one after another under its name.")
                .WithMetadata(new ToolCall(tool), new ToolFiles());
        }
    }

    private static async Task<IResult> PostAsync(HttpContext context, ToolDesk desk, BoundTool tool, TodayInTheUk today)
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
                return Send(context, desk, tool, reply, today);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static IResult Get(HttpContext context, ToolDesk desk, BoundTool tool, TodayInTheUk today)
    {
        var fields = context.Request.Query.Where(field => !AboutAsking.Contains(field.Key)).ToList();
        var strangers = fields.Where(field => !FactsForm.IsField(tool.Tool.Shape, field.Key))
            .Select(field => new FieldError(field.Key, $"Expected only {string.Join(", ", tool.Tool.Shape.Members.Select(fact => fact.Name))}."))
            .ToList();
        if (strangers.Count > 0)
        {
            return ApiErrors.Of(strangers);
        }

        var form = FactsForm.Read(tool.Tool.Shape, fields.Select(field => KeyValuePair.Create(field.Key, (IReadOnlyList<string>)[.. field.Value.OfType<string>()])));
        return Send(context, desk, tool, tool.Answer(form.Json, new Asking(today.Date, Nation.England, WithTrace(context))), today);
    }

    private static bool WithTrace(HttpContext context) => context.Request.Query["trace"] == "1";

    private static IResult Send(HttpContext context, ToolDesk desk, BoundTool tool, ToolReply reply, TodayInTheUk today)
    {
        var (form, letter) = (context.Request.Query["as"].ToString(), context.Request.Query["letter"].ToString());
        if (form.Length > 0 && !ToolFiles.Forms.Contains(form))
        {
            return ApiErrors.Of("as", $"Expected {Sentences.Listed(ToolFiles.Forms, "or")}.");
        }

        if (letter.Length > 0 && form != "docx")
        {
            return ApiErrors.Of("letter", "Expected only with as=docx.");
        }

        if (reply.Answer is not { } answer)
        {
            return ApiErrors.Of(reply.Errors);
        }

        if (form is not ("" or "json"))
        {
            return File(desk, tool, reply.Facts!, answer, form, letter, today);
        }

        WrittenAnswer.Send(context.Response, tool, answer);
        return Results.Empty;
    }

    private static IResult File(ToolDesk desk, BoundTool tool, ToolFacts facts, ToolAnswer answer, string form, string letter, TodayInTheUk today)
    {
        var letters = answer.DraftLetters().ToList();
        return form switch
        {
            "docx" when letter.Length > 0 => letters.Find(one => one.Key == letter) is { } found
                ? Results.File(DocxFile.Write(found), DocxFile.MediaType, $"{tool.Tool.Key}-{found.Key}.docx")
                : ApiErrors.Of("letter", letters.Count == 0 ? "This answer has no letter." : $"Expected {Sentences.Listed([.. letters.Select(one => one.Key)], "or")}."),
            "docx" => Results.File(DocxFile.Write(AnswerDocument.Of(tool.Tool, answer, desk.Library.SourceOf)), DocxFile.MediaType, tool.Tool.Key + ".docx"),
            "ics" => answer.Milestones.Count == 0
                ? ApiErrors.Of("as", "This answer has no dates.")
                : Results.File(CalendarFile.Write("Gradus: " + tool.Tool.Name, answer.Milestones, today.Now, CalendarFile.PlanOf(tool, facts)),
                    CalendarFile.MediaType, tool.Tool.Key + ".ics"),
            _ when !XlsxFile.Of(answer).Any() => ApiErrors.Of("as", "This answer has no table."),
            "csv" => Results.File(CsvFile.Write([.. XlsxFile.Of(answer)]), CsvFile.MediaType, tool.Tool.Key + ".csv"),
            _ => Results.File(XlsxFile.Write(answer, AnswerDocument.Of(tool.Tool, answer, desk.Library.SourceOf)), XlsxFile.MediaType, tool.Tool.Key + ".xlsx"),
        };
    }
}

/// <summary>That a call gives its answer as a file too, for the API's document.</summary>
internal sealed record ToolFiles
{
    /// <summary>The forms of an answer, by the word that asks for each.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["json", "docx", "xlsx", "csv", "ics"];

    /// <summary>The media types of the forms beside JSON.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } = [DocxFile.MediaType, XlsxFile.MediaType, CsvFile.Type, "text/calendar"];
}

/// <summary>That a call is a tool's: its address takes <c>trace</c>, and perhaps the facts.</summary>
/// <param name="Query">The tool whose facts it takes in its query; <c>null</c> when they are posted.</param>
internal sealed record ToolCall(DeclaredTool? Query);
