using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Gradus.Web.Reading;

/// <summary>
/// Reads <c>Accept-Encoding</c> once, by the rules of RFC 9110 (case, <c>*</c>, quality), and leaves one name in the request: what compresses, what serves
/// files and what keeps pages then
/// cannot read it differently.
/// </summary>
public static class AcceptedEncoding
{
    /// <summary>Brotli.</summary>
    public const string Brotli = "br";

    /// <summary>Gzip.</summary>
    public const string Gzip = "gzip";

    private const string Identity = "identity";
    private const int MostRemembered = 256;
    private const int LongestRemembered = 100;

    // Browsers send one of a few short lines with every request.
    private static readonly ConcurrentDictionary<string, StringValues> Chosen = new(StringComparer.Ordinal);

    /// <summary>Leaves in the request the one encoding that the answer will have, or none.</summary>
    public static IApplicationBuilder UseAcceptedEncoding(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Request.Headers;
        if (headers.AcceptEncoding.Count > 0)
        {
            headers.AcceptEncoding = Remembered(headers.AcceptEncoding.ToString());
        }

        return next(context);
    });

    private static StringValues Remembered(string accepted)
    {
        if (Chosen.TryGetValue(accepted, out var known))
        {
            return known;
        }

        var chosen = Choose(accepted) is { Length: > 0 } name ? new StringValues(name) : default;
        if (accepted.Length <= LongestRemembered && Chosen.Count < MostRemembered)
        {
            Chosen.TryAdd(accepted, chosen);
        }

        return chosen;
    }

    /// <summary>
    /// The encoding to send: <c>br</c>, <c>gzip</c>, or nothing for the bytes as they are. Where a client likes two the same, the smaller answer; where it
    /// accepts nothing, the bytes as they are.
    /// </summary>
    public static string Choose(string accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        double? brotli = null, gzip = null, identity = null, others = null;
        foreach (var item in accepted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = item.Split(';', StringSplitOptions.TrimEntries);
            var quality = Quality(parts);
            switch (parts[0].ToLowerInvariant())
            {
                case Brotli:
                    brotli = quality;
                    break;
                case Gzip or "x-gzip":
                    gzip = quality;
                    break;
                case Identity:
                    identity = quality;
                    break;
                case "*":
                    others = quality;
                    break;
            }
        }

        var (best, name) = (brotli ?? others ?? 0, Brotli);
        if ((gzip ?? others ?? 0) > best)
        {
            (best, name) = (gzip ?? others ?? 0, Gzip);
        }

        return best > 0 && best >= (identity ?? 0) ? name : "";
    }

    // A weight that is none counts as a refusal: what cannot be read must not widen what a client accepts.
    private static double Quality(string[] parts)
    {
        foreach (var parameter in parts.Skip(1).Where(part => part.StartsWith("q", StringComparison.OrdinalIgnoreCase)))
        {
            var (_, value) = parameter.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (parameter[..at], parameter[(at + 1)..].Trim()) : (parameter, "");
            return double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) && quality is >= 0 and <= 1 ? quality : 0;
        }

        return 1;
    }
}
