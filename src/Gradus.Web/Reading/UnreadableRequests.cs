namespace Gradus.Web.Reading;

/// <summary>Answers a request whose body is too long or cut off as the sender's mistake and not as a fault of ours.</summary>
public static class UnreadableRequests
{
    /// <summary>Stands inside what shows statuses as pages or problems.</summary>
    public static IApplicationBuilder UseUnreadableRequests(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = e.StatusCode;
        }
    });
}
