using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gradus.Web.Features.Errors;

/// <summary>What a reader sees when there is no page, or when we made a mistake.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; private set; }

    /// <summary>Shows the page for a status. Without parameters, so that the form that failed is not read again.</summary>
    public void OnGet() => Show();

    /// <summary>Shows the page for a form that failed.</summary>
    public void OnPost() => Show();

    private void Show()
    {
        Status = int.TryParse(RouteData.Values["status"] as string, out var status) && status is >= 400 and < 600 ? status : 500;
        Response.StatusCode = Status;
    }
}
