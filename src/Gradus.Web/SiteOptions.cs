using System.Globalization;
using System.Net;
using Gradus.Web.Reading;

namespace Gradus.Web;

/// <summary>What a host may set, under <c>Site</c> in <c>appsettings.json</c>, the environment or the command line. Checked at start.</summary>
public sealed record SiteOptions
{
    /// <summary>The address under which readers reach the site, for canonical links, the sitemap and feeds; never taken from a request.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>Where a reader reports a mistake: an e-mail address or a web address; empty when the host has none.</summary>
    public string ReportAddress { get; init; } = "";

    /// <summary>The addresses of proxies whose forwarded headers are believed.</summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];

    /// <summary>How many requests one address may make in a minute, cached pages not counted: 0 to 1,000,000; 0 for no limit.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>How many heavy questions of one address may wait for their turn: 0 to 1,000; 0 to answer them all at once.</summary>
    public int HeavyWaiting { get; init; } = 8;

    /// <summary>The content folder; empty to look for <c>content/</c> beside the program and above it.</summary>
    public string ContentDirectory { get; init; } = "";

    /// <summary>The Chromium that prints a page as PDF; empty to look on the path, <c>none</c> to offer no PDF.</summary>
    public string Chromium { get; init; } = "";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A setting is not as it must be; the message names it and what was expected.</exception>
    public static SiteOptions Read(IConfigurationSection settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new SiteOptions
        {
            PublicAddress = Uri.TryCreate(settings["PublicAddress"], UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address
                : throw Wrong("PublicAddress", "an address such as https://gradus.example.org"),
            ReportAddress = settings["ReportAddress"] ?? "",
            TrustedProxies = [.. settings.GetSection("TrustedProxies")
                .GetChildren()
                .Select(proxy => IPAddress.TryParse(proxy.Value, out var ip) ? ip : throw Wrong("TrustedProxies:" + proxy.Key, "an IP address such as 10.0.0.2"))],
            RequestsPerMinute = Limit("RequestsPerMinute", 1200, 1_000_000),
            HeavyWaiting = Limit("HeavyWaiting", 8, 1000),
            ContentDirectory = settings["ContentDirectory"] ?? "",
            Chromium = Printer(settings["Chromium"] ?? ""),
        };

        SettingException Wrong(string name, string expected) => new($"The setting “Site:{name}” is “{settings[name]}”; expected {expected}.");

        string Printer(string program) => program is "" or PdfPrinter.Off || File.Exists(program) ? program
            : throw Wrong("Chromium", "the path of a Chromium, “none”, or nothing to look on the path");

        int Limit(string name, int usual, int most) => settings[name] is not { } text ? usual
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit <= most ? limit
            : throw Wrong(name, $"a whole number from 0 to {most.ToString(CultureInfo.InvariantCulture)}, 0 for no limit");
    }

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

/// <summary>A setting of the host is not as it must be; the message is for whoever starts the site.</summary>
public sealed class SettingException(string message) : Exception(message);
