using Gradus.Data;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Gradus.Web.Reading;

/// <summary>
/// Keeps pages that have no query, one for each nation, theme and encoding (and on the hub and the list of dates for each stage), until midnight in London,
/// when “as at today” changes. The encoding
/// has been narrowed to the few that the site sends (<see cref="AcceptedEncoding"/>), so that odd headers cannot fill the memory.
/// </summary>
public sealed class PageCachePolicy(TodayInTheUk today) : IOutputCachePolicy
{
    /// <summary>The name under which endpoints ask for it.</summary>
    public const string Name = "page";

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        var fits = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.QueryString.HasValue;
        context.EnableOutputCaching = fits;
        context.AllowCacheLookup = fits;
        context.AllowCacheStorage = fits;
        context.AllowLocking = true;
        if (fits)
        {
            var reader = Reader.Of(context.HttpContext, today);
            context.CacheVaryByRules.QueryKeys = StringValues.Empty;
            context.CacheVaryByRules.VaryByHost = false;
            context.CacheVaryByRules.VaryByValues["nation"] = reader.Nation.ToString();
            context.CacheVaryByRules.VaryByValues["theme"] = reader.Theme ?? "";
            context.CacheVaryByRules.VaryByValues["person"] = request.Path.Value is "/" or "/dates" ? reader.Person?.Key ?? "" : ""; // No other page differs by who reads it.
            context.CacheVaryByRules.VaryByValues["encoding"] = request.Headers.AcceptEncoding.ToString();
            context.ResponseExpirationTimeSpan = today.UntilMidnight;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }
}
