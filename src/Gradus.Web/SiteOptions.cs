using System.ComponentModel.DataAnnotations;

namespace Gradus.Web;

/// <summary>What a host may set, under <c>Site</c> in <c>appsettings.json</c>, the environment or the command line. Checked at start.</summary>
public sealed record SiteOptions
{
    /// <summary>The address under which readers reach the site, for canonical links, the sitemap and feeds; never taken from a request.</summary>
    [Required]
    public required Uri PublicAddress { get; init; }

    /// <summary>Where a reader reports a mistake: an e-mail address or a web address; empty when the host has none.</summary>
    public string ReportAddress { get; init; } = "";

    /// <summary>The addresses of proxies whose forwarded headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>How many requests one address may make in a minute, cached pages not counted; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 1200;

    /// <summary>The content folder; empty to look for <c>content/</c> beside the program and above it.</summary>
    public string ContentDirectory { get; init; } = "";

    /// <summary>The Chromium that prints a page as PDF; empty to look on the path, <c>none</c> to offer no PDF.</summary>
    public string Chromium { get; init; } = "";

    /// <summary>The link by which a reader reports a mistake on a page; <c>null</c> when the host has given none.</summary>
    public string? ReportLink(string page)
    {
        if (ReportAddress.Length == 0)
        {
            return null;
        }

        return ReportAddress.Contains('@', StringComparison.Ordinal) && !ReportAddress.Contains(':', StringComparison.Ordinal)
            ? $"mailto:{ReportAddress}?subject={Uri.EscapeDataString("Mistake on " + page)}"
            : ReportAddress;
    }
}
