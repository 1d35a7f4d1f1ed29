using Gradus.Data;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.Preferences;

/// <summary>The address to which the choice of nation, stage and appearance is sent.</summary>
public static class Endpoints
{
    /// <summary>Maps <c>POST /preferences</c>; whoever opens the address itself is led home.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder site)
    {
        site.MapGet("/preferences", () => Results.LocalRedirect("/")).ExcludeFromDescription();
        site.MapPost("/preferences", async (HttpContext context, TodayInTheUk today) =>
        {
            var (form, status) = await PostedForm.ReadAsync(context.Request, context.RequestAborted);
            if (form is null)
            {
                return Results.StatusCode(status);
            }

            var reader = Reader.Of(context, today);
            Preferring.Set(context, reader, "nation", form["nation"]);
            Preferring.Set(context, reader, "theme", form["theme"]);
            Preferring.Set(context, reader, "stage", form["stage"]);
            return Results.LocalRedirect(Local(form["return"]));
        }).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>The address to go back to, when it is one of this site; otherwise the home page.</summary>
    internal static string Local(string? address) =>
        address is ['/', ..] and { Length: < 2048 }
            && !address.StartsWith("//", StringComparison.Ordinal)
            && !address.StartsWith("/\\", StringComparison.Ordinal)
            && address.All(letter => letter is > ' ' and < (char)127)
            ? address
            : "/";
}
