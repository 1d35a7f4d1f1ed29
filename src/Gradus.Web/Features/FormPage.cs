using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gradus.Web.Features;

/// <summary>A page with a form: what is wrong with what was sent is said over the form and at each field, and nothing typed is lost.</summary>
public abstract class FormPage : PageModel
{
    /// <summary>What is wrong with what was sent; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Errors { get; protected set; } = [];

    /// <summary>What is wrong with a field, or with an entry of a list that stands in it; <c>null</c> when nothing is.</summary>
    public string? ErrorOf(string field) =>
        Errors.Count == 0
            ? null
            : Errors.FirstOrDefault(error => error.Field == field
                || (error.Field.StartsWith(field + "[", StringComparison.Ordinal) && !error.Field.Contains("].", StringComparison.Ordinal)))?.Message;

    /// <summary>The same, over the field's box; nothing when nothing is wrong.</summary>
    public IHtmlContent Wrong(string field) => ErrorOf(field) is { } message ? Markup.FieldError(field, message) : HtmlString.Empty;

    /// <summary>The page again, with what is wrong.</summary>
    protected PageResult Refuse(params IReadOnlyList<FieldError> errors)
    {
        SayWrong(errors);
        return Page();
    }

    /// <summary>Has the page say what is wrong, with the status of a request that is not as expected.</summary>
    protected void SayWrong(IReadOnlyList<FieldError> errors)
    {
        Errors = errors;
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
