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

    /// <summary>Shows the page for a status.</summary>
    public void OnGet(int status) => Show(status);

    /// <summary>Shows the page for a form that failed.</summary>
    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Status = status is >= 400 and < 600 ? status : 500;
        Response.StatusCode = Status;
    }
}
