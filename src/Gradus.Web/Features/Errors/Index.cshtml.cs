using System.Globalization;
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

    /// <summary>Shows the page for a status, whatever the method. Read from the route alone: binding would read a body that may be what failed.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Status = int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600 ? status : 500;
        Response.StatusCode = Status;
    }
}
