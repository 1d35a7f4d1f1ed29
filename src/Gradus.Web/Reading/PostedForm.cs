using System.Text;
using Microsoft.Net.Http.Headers;

namespace Gradus.Web.Reading;

/// <summary>Reads a posted form; what is no form is the sender's mistake and not a fault of ours.</summary>
public static class PostedForm
{
    /// <summary>The form, or the status that says why there is none: 415 for another kind of content or an encoding that is unknown, 400 for a form that breaks off.</summary>
    public static async Task<(IFormCollection? Form, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasFormContentType || !IsReadable(request.ContentType))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return (await request.ReadFormAsync(cancellation), StatusCodes.Status200OK);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or DecoderFallbackException || (e is IOException and not BadHttpRequestException))
        {
            return (null, StatusCodes.Status400BadRequest);
        }
        catch (NotSupportedException)
        {
            return (null, StatusCodes.Status415UnsupportedMediaType); // One part of the form is in an encoding that is unsafe.
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode);
        }
    }

    // Letters in an encoding that is unknown, or unsafe as UTF-7 is, cannot be guessed.
    private static bool IsReadable(string? type)
    {
        if (!MediaTypeHeaderValue.TryParse(type, out var parsed))
        {
            return false;
        }

        if (!parsed.Charset.HasValue)
        {
            return true;
        }

        try
        {
            return Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(parsed.Charset).ToString()) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
