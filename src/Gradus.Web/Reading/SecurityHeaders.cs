namespace Gradus.Web.Reading;

/// <summary>Headers that keep a page to itself: nothing is loaded from elsewhere, no inline script or style runs, nobody may frame it.</summary>
public static class SecurityHeaders
{
    private const string Connects = "connect-src 'self'";
    private const string ConnectsNowhere = "connect-src 'none'";
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>Adds the headers to every answer, and refuses a form sent from another site.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // Last of all: what answers a fault of ours clears the headers that were set before.
        context.Response.OnStarting(Add, context);

        // Stateless forms carry no token: nothing is stored and nobody signs in. A browser says where a form came from.
        var isUnsafe = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method);
        if (isUnsafe && context.Request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync("A form on another site cannot be sent here. Open the page on this site and send it from there.");
        }

        return next(context);
    });

    private static Task Add(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<ConnectsNowhereAttribute>() is null
            ? Policy
            : Policy.Replace(Connects, ConnectsNowhere, StringComparison.Ordinal);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
