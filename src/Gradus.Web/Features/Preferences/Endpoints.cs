using Gradus.Rules;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.Preferences;

/// <summary>Remembers the nation and the appearance, in two plain cookies that say nothing else.</summary>
public static class Endpoints
{
    /// <summary>Maps <c>POST /preferences</c>; whoever opens the address itself is led home.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder site)
    {
        site.MapGet("/preferences", () => Results.LocalRedirect("/")).ExcludeFromDescription();
        site.MapPost("/preferences", async (HttpContext context) =>
        {
            var (form, status) = await PostedForm.ReadAsync(context.Request, context.RequestAborted);
            if (form is null)
            {
                return Results.StatusCode(status);
            }

            var options = new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps, Path = "/", IsEssential = true };
            if (NationExtensions.ParseNation(form["nation"]) is { } nation)
            {
                context.Response.Cookies.Append(Reader.NationCookie, nation.Key(), options);
            }

            switch (form["theme"].ToString())
            {
                case "light" or "dark":
                    context.Response.Cookies.Append(Reader.ThemeCookie, form["theme"].ToString(), options);
                    break;
                case "system":
                    context.Response.Cookies.Delete(Reader.ThemeCookie, options);
                    break;
            }

            return Results.LocalRedirect(Local(form["return"]));
        }).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>The address to go back to, when it is one of this site; otherwise the home page.</summary>
    internal static string Local(string? address) =>
        address is ['/', ..] and { Length: < 2048 } && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && address.All(letter => letter is > ' ' and < (char)127) ? address : "/";
}
