using System.Collections.Concurrent;
using System.Reflection;
using Gradus.Rules;
using Gradus.Web.Features;
using Gradus.Web.Tools;

namespace Gradus.Web.Reading;

/// <summary>Refuses a call whose address holds what the call does not read: nothing that is supplied is ignored without a word.</summary>
public static class KnownParameters
{
    private const string Trace = "trace";

    private static readonly ConcurrentDictionary<RouteEndpoint, HashSet<string>> Known = new();

    /// <summary>Stands after routing, before what answers.</summary>
    public static IApplicationBuilder UseKnownParameters(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (!context.Request.QueryString.HasValue || context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return next(context);
        }

        var errors = Wrong(context.Request.Query, endpoint);
        return errors.Count == 0 ? next(context) : ApiErrors.Of(errors, "The request is not as expected.").ExecuteAsync(context);
    });

    private static List<FieldError> Wrong(IQueryCollection query, RouteEndpoint endpoint)
    {
        var call = endpoint.Metadata.GetMetadata<ToolCall>();
        var errors = new List<FieldError>();
        if (call is not null && query.TryGetValue(Trace, out var trace) && trace != "1")
        {
            errors.Add(new FieldError(Trace, "Expected 1, or nothing."));
        }

        // A tool that takes its facts in the address looks for strangers itself.
        if (call?.Query is not null)
        {
            return errors;
        }

        var known = Known.GetOrAdd(endpoint, NamesOf);
        errors.AddRange(query.Keys.Where(name => !known.Contains(name))
            .Select(name => new FieldError(name, known.Count == 0 ? "This call takes no parameters." : $"Expected only {string.Join(", ", known)}.")));
        return errors;
    }

    // What a call reads from its address are the parameters of the method that answers it.
    private static HashSet<string> NamesOf(RouteEndpoint endpoint)
    {
        var names = endpoint.Metadata.GetMetadata<ToolCall>() is not null ? ToolEndpoints.AboutAsking
            : (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).Where(parameter => parameter.ParameterType == typeof(string))
                .Select(parameter => parameter.Name!);
        return new HashSet<string>(names.Except(endpoint.RoutePattern.Parameters.Select(part => part.Name), StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
    }
}
