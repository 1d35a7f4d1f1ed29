namespace Gradus.Web.Reading;

/// <summary>The words of a problem that has none of its own.</summary>
public static class ProblemWords
{
    /// <summary>Adds what a caller can do next.</summary>
    public static void Say(ProblemDetailsOptions problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CustomizeProblemDetails = static problem => problem.ProblemDetails.Detail ??= problem.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address. GET /api lists every call.",
            StatusCodes.Status405MethodNotAllowed => "This address does not answer that method; the header Allow names those that it does.",
            StatusCodes.Status413PayloadTooLarge => "What was sent is longer than a megabyte.",
            StatusCodes.Status415UnsupportedMediaType => "What was sent is of a kind, or in an encoding, that this address does not read.",
            StatusCodes.Status429TooManyRequests => $"This address has asked for more than the site allows in a minute, or has too many long questions waiting. Ask again in {problem.HttpContext.Response.Headers.RetryAfter} seconds.",
            _ => null,
        };
    }
}
