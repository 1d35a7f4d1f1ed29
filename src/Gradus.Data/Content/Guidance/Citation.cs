using Gradus.Rules;
using Markdig.Syntax.Inlines;

namespace Gradus.Data.Content.Guidance;

/// <summary>A source cited in guidance: <c>[place](source:id)</c>, with <c>?verify</c> and the like after the id when the claim is not sure.</summary>
/// <param name="SourceId">The source's id.</param>
/// <param name="Status">How sure we are of the claim.</param>
public readonly record struct Citation(string SourceId, Status Status)
{
    private const string Scheme = "source:";

    /// <summary>
    /// Reads a link as a citation; <c>null</c> when it is an ordinary link. A status that does not exist reads as <c>null</c> in <paramref name="badStatus"/>'s
    /// place.
    /// </summary>
    public static Citation? From(LinkInline link, out string? badStatus)
    {
        ArgumentNullException.ThrowIfNull(link);
        badStatus = null;
        if (link.Url is not { } url || !url.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = url[Scheme.Length..];
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
        {
            return new Citation(rest, Status.Sure);
        }

        var written = rest[(question + 1)..];
        if (StatusExtensions.Parse(written) is not { } status)
        {
            badStatus = written;
            return new Citation(rest[..question], Status.Verify);
        }

        return new Citation(rest[..question], status);
    }
}
