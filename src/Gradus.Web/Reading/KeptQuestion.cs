using System.Text;
using System.Text.RegularExpressions;
using Gradus.Data;

namespace Gradus.Web.Reading;

/// <summary>
/// Whoever asks as at another date, or for a nation by the address, goes on asking so: every link and form of the page that leads on within the site keeps
/// <c>?on=</c> and <c>?nation=</c>.
/// It stands in one place, over the finished page, because links are made in views, in guidance and in pictures. A page without either in its address is not touched.
/// A link with <c>data-as-is</c> keeps its address, such as the way back to today.
/// </summary>
public static partial class KeptQuestion
{
    /// <summary>Stands inside compression, around the pages.</summary>
    public static IApplicationBuilder UseKeptQuestion(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // A page that says what went wrong has no query of its own, but the reader of the page asked for.
        var mayAsk = context.Request.QueryString.HasValue || context.Items.ContainsKey(typeof(Reader));
        return mayAsk && Reader.Of(context, context.RequestServices.GetRequiredService<TodayInTheUk>()).Kept is { Count: > 0 } kept
            ? KeepAsync(context, next, kept)
            : next(context);
    });

    private static async Task KeepAsync(HttpContext context, RequestDelegate next, IReadOnlyList<(string Name, string Value)> kept)
    {
        var body = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted); // What was written without a stream waits there.
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true && held.Length > 0)
        {
            context.Response.ContentLength = null;
            await context.Response.WriteAsync(Keep(Encoding.UTF8.GetString(held.GetBuffer(), 0, (int)held.Length), kept), context.RequestAborted);
        }
        else
        {
            held.Position = 0;
            await held.CopyToAsync(body, context.RequestAborted);
        }
    }

    /// <summary>The page with its links and forms keeping what was asked. Linear in its length.</summary>
    public static string Keep(string html, IReadOnlyList<(string Name, string Value)> kept) => Opening().Replace(html, match =>
    {
        var tag = match.Value;
        var address = match.Groups["address"];
        if (tag.Contains(" data-as-is", StringComparison.Ordinal) || !LeadsOn(address.Value))
        {
            return tag;
        }

        if (match.Groups["element"].Value == "form" && !tag.Contains("method=\"post\"", StringComparison.Ordinal))
        {
            // What a form of this kind sends takes the place of the query of its address.
            var end = html.IndexOf("</form>", match.Index, StringComparison.Ordinal);
            var fields = html.AsSpan(match.Index, (end < 0 ? html.Length : end) - match.Index);
            foreach (var (name, value) in kept)
            {
                if (fields.IndexOf($" name=\"{name}\"", StringComparison.Ordinal) < 0)
                {
                    tag += $"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">";
                }
            }

            return tag;
        }

        var at = address.Index - match.Index;
        return tag[..at] + With(address.Value, kept) + tag[(at + address.Length)..];
    });

    /// <summary>The address with what was asked, before its fragment; what it says itself stays.</summary>
    private static string With(string address, IReadOnlyList<(string Name, string Value)> kept)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        foreach (var (name, value) in kept)
        {
            if (!path.Contains($"?{name}=", StringComparison.Ordinal) && !path.Contains($"&amp;{name}=", StringComparison.Ordinal))
            {
                path += $"{(path.Contains('?', StringComparison.Ordinal) ? "&amp;" : "?")}{name}={value}";
            }
        }

        return path + fragment;
    }

    // Files take no date, nor do calls that give everything, and preferences lead back by themselves.
    private static bool LeadsOn(string address)
    {
        var path = address.AsSpan(0, address.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : address.Length);
        return path is not ("/preferences" or "/api/tools" or "/api/figures" or "/api/sources")
            && !path.StartsWith("//", StringComparison.Ordinal)
            && !path[(path.LastIndexOf('/') + 1)..].Contains('.');
    }

    [GeneratedRegex("""<(?<element>a|form|button)\b[^>]*?\s(href|action|formaction)="(?<address>/[^"]*)"[^>]*>""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Opening();
}
