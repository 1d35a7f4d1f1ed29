using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gradus.Web.Features.Errors;

/// <summary>What a reader sees when there is no page, or when we made a mistake.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; private set; }

    /// <summary>Whether an error page stands in the place of the page that was asked for, and was not itself asked for.</summary>
    public static bool IsOurs(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
    }

    /// <summary>
    /// Shows the page for a status, whatever the method; whoever types its address is told that there is no such page. Read from the route alone: binding would
    /// read a body that may be what failed.
    /// </summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Status = IsOurs(HttpContext) && int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600
            ? status
            : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
    }
}
