using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gradus.Facts;
using Gradus.Web.Tools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gradus.Web.Reading;

/// <summary>
/// What the API's document says of every call alike: who may ask, where, under which licence, its name, and how it refuses. Calls say the rest themselves, so
/// that this holds for each that is added.
/// </summary>
public static partial class ApiDocument
{
    private const string Problem = "application/problem+json";

    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
    {
        ["Figures"] = "Every dated figure with its history, its nations and its sources.",
        ["Sources"] = "Where figures and sentences come from.",
        ["Search"] = "Guidance, figures, sources and tools by words.",
        ["Tools"] = "What the tools are, what they ask and what they answer.",
    };

    /// <summary>Adds it to the document.</summary>
    public static void Describe(OpenApiOptions openApi)
    {
        ArgumentNullException.ThrowIfNull(openApi);
        openApi.AddOperationTransformer(OperationAsync);
        openApi.AddDocumentTransformer(DocumentAsync);
    }

    private static Task DocumentAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info.Title = "Gradus";
        document.Info.Description = "Career guidance for doctors in the UK, as answers with their working. Every answer names the content edition that gave it.";
        document.Info.Version = "1";
        document.Info.License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The site that gave this document." }];
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description ??= Subjects.TryGetValue(tag.Name ?? "", out var words) ? words : $"The tools of the room “{tag.Name}”.";
        }

        foreach (var schema in document.Components?.Schemas?.Values ?? [])
        {
            InOneLine(schema);
        }

        return Task.CompletedTask;
    }

    // A docstring is broken where its line in the source was full.
    private static void InOneLine(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference { Reference: { Description: { } referred } reference })
        {
            reference.Description = Break().Replace(referred, " ");
        }

        if (schema is OpenApiSchema own)
        {
            own.Description = own.Description is { } description ? Break().Replace(description, " ") : null;
            foreach (var part in (own.Properties?.Values ?? []).Concat(own.OneOf ?? []).Concat(own.AnyOf ?? []).Append(own.Items).OfType<IOpenApiSchema>())
            {
                InOneLine(part);
            }
        }
    }

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Break();

    private static async Task OperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Security = []; // Nobody signs in.
        operation.OperationId ??= Name(context.Description.RelativePath ?? "");
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ToolCall>().FirstOrDefault() is { } call)
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. (call.Query?.Shape.Members ?? []).SelectMany(member => Parameters(member, "")), Trace()];
        }

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ToolFiles>().Any())
        {
            context.Document!.AddComponent("as", As());
            context.Document!.AddComponent("letter", Letter());
            operation.Parameters = [.. operation.Parameters ?? [], new OpenApiParameterReference("as", context.Document),
                new OpenApiParameterReference("letter", context.Document)];
            foreach (var type in ToolFiles.MediaTypes)
            {
                operation.Responses?["200"].Content?.Add(type, new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
            }
        }

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), cancellationToken: cancellation);
        context.Document!.AddComponent("ProblemDetails", problem);
        operation.Responses ??= [];
        operation.Responses.TryAdd("400", Refusal("The address holds what this call does not take.", context.Document));
        if (context.Description.HttpMethod == "POST")
        {
            operation.Responses.TryAdd("413", Refusal("What was sent is longer than a megabyte.", context.Document));
        }

        if ((context.Description.RelativePath ?? "").Contains('{', StringComparison.Ordinal))
        {
            operation.Responses.Remove("404");
            operation.Responses.Add("404", Refusal("There is no such thing.", context.Document));
        }

        var tooMany = Refusal("This address has asked for too much; ask again after the seconds in Retry-After.", context.Document);
        tooMany.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["Retry-After"] = new OpenApiHeader { Description = "After how many seconds to ask again.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
        };
        operation.Responses.TryAdd("429", tooMany);
    }

    private static OpenApiResponse Refusal(string words, OpenApiDocument document) => new()
    {
        Description = words,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Problem] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("ProblemDetails", document) } },
    };

    private static string Name(string path) =>
        string.Join('.', path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part == "api").Select(part => part.Trim('{', '}')));

    private static OpenApiParameter Trace() => new()
    {
        Name = "trace",
        In = ParameterLocation.Query,
        Description = "1 for the figures that were read, each with its source.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create("1")] },
    };

    private static OpenApiParameter As() => new()
    {
        Name = "as",
        In = ParameterLocation.Query,
        Description = "How the answer is wanted: as JSON unless said; as a Word document; its tables as a workbook or as CSV, one after another; its dates as a calendar.",
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. ToolFiles.Forms.Select(form => (JsonNode)JsonValue.Create(form))],
            Default = JsonValue.Create(ToolFiles.Forms[0])
        },
    };

    private static OpenApiParameter Letter() => new()
    {
        Name = "letter",
        In = ParameterLocation.Query,
        Description = "With as=docx, one of the answer’s letters by its key, instead of the answer.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 64 },
    };

    private static IEnumerable<OpenApiParameter> Parameters(FactsShape fact, string under)
    {
        var name = under + fact.Name;
        if (fact.Kind == FactKind.Group)
        {
            return fact.Members.SelectMany(member => Parameters(member, name + "."));
        }

        return fact.Kind == FactKind.Map || fact.Item is { Kind: FactKind.Group }
            ? [] // These have no names of their own to stand in a query: they are posted.
            : [new OpenApiParameter { Name = name, In = ParameterLocation.Query, Required = fact.IsNeeded && under.Length == 0,
                Description = $"{fact.Fact?.Asks ?? FactsWords(fact.Name)}. Expected {fact.Expected}.", Schema = Schema(fact) }];
    }

    private static string FactsWords(string name) => name switch { "on" => "The day asked about", "nation" => "The nation", _ => name };

    private static OpenApiSchema Schema(FactsShape fact) => fact.Kind switch
    {
        FactKind.List => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Schema(fact.Item!), MaxItems = fact.Most },
        FactKind.Whole => Ranged(fact, JsonSchemaType.Integer),
        FactKind.Number => Ranged(fact, JsonSchemaType.Number),
        FactKind.YesNo => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        FactKind.Day => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        FactKind.Choice => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. fact.Choices.Select(choice => (JsonNode)JsonValue.Create(choice.Key))] },
        _ => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = fact.Kind == FactKind.Text ? fact.Most : null },
    };

    private static OpenApiSchema Ranged(FactsShape fact, JsonSchemaType type) => new()
    {
        Type = type,
        Minimum = fact.Low == decimal.MinValue ? null : fact.Low.ToString(CultureInfo.InvariantCulture),
        Maximum = fact.High == decimal.MaxValue ? null : fact.High.ToString(CultureInfo.InvariantCulture),
    };
}
