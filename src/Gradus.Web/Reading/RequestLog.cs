using System.Diagnostics;

namespace Gradus.Web.Reading;

/// <summary>
/// One structured line for each request that failed, and with the level Debug for each that did not: method, route, status and time. Never the address as
/// typed, its query, or anything from
/// a body. A line for every request belongs to the proxy in front; here it would cost more than the page.
/// </summary>
public static partial class RequestLog
{
    /// <summary>Logs requests once they have been answered.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Gradus.Requests");
        return app.Use(async (context, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            await next(context);
            var status = context.Response.StatusCode;
            var level = status >= 500 ? LogLevel.Warning : status >= 400 ? LogLevel.Information : LogLevel.Debug;
            if (logger.IsEnabled(level))
            {
                var route = (Asked(context) as RouteEndpoint)?.RoutePattern.RawText ?? "none";
                Answered(logger, level, context.Request.Method, route, status, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        });
    }

    /// <summary>Notes which page was asked for, before an error page may take its place; stands after routing.</summary>
    public static IApplicationBuilder UseRequestLogRoutes(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Items.TryAdd(typeof(RequestLog), context.GetEndpoint());
        return next(context);
    });

    private static Endpoint? Asked(HttpContext context) => context.Items.TryGetValue(typeof(RequestLog), out var asked) ? (Endpoint?)asked : context.GetEndpoint();

    [LoggerMessage(Message = "{Method} {Route} {Status} {Milliseconds}")]
    private static partial void Answered(ILogger logger, LogLevel level, string method, string route, int status, double milliseconds);
}
