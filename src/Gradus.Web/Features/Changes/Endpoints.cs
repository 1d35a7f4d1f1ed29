using System.Globalization;
using System.Text;
using System.Xml;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.Changes;

/// <summary>The feed of changes, and the map of the site for search engines.</summary>
public static class Endpoints
{
    private const int Items = 100;

    /// <summary>Maps <c>/changes.rss</c>, <c>/sitemap.xml</c> and <c>/robots.txt</c>.</summary>
    public static void MapChanges(this IEndpointRouteBuilder site)
    {
        site.MapGet("/changes.rss",
            (ContentLibrary library, SiteOptions options, TodayInTheUk today) => Results.Bytes(Feed(library, options, today.Date), "application/rss+xml; charset=utf-8"))
            .CacheOutput(PageCachePolicy.Name).ExcludeFromDescription();
        site.MapGet("/sitemap.xml",
            (ContentLibrary library, SpecialtyExplorerContent explorer, SiteOptions options) => Results.Bytes(Map(library, explorer, options), "application/xml; charset=utf-8"))
            .CacheOutput(PageCachePolicy.Name).ExcludeFromDescription();
        site.MapGet("/robots.txt", (SiteOptions options) => Results.Text($"User-agent: *\nDisallow: /search\nSitemap: {new Uri(options.PublicAddress, "/sitemap.xml")}\n"))
            .CacheOutput(PageCachePolicy.Name).ExcludeFromDescription();
    }

    private static byte[] Feed(ContentLibrary library, SiteOptions options, DateOnly on) => Xml(writer =>
    {
        writer.WriteStartElement("rss");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteStartElement("channel");
        writer.WriteElementString("title", "Gradus: what changed");
        writer.WriteElementString("link", new Uri(options.PublicAddress, "/changes").ToString());
        writer.WriteElementString("description", "Changes of figures in career guidance for doctors in the UK, each on the day it takes effect.");
        writer.WriteElementString("language", "en-GB");
        foreach (var change in ChangeLog.Of(library).Where(change => change.Date <= on).Take(Items))
        {
            writer.WriteStartElement("item");
            writer.WriteElementString("title", $"{change.Figure.Says.TrimEnd('.')}: {change.Words}");
            writer.WriteElementString("link", new Uri(options.PublicAddress, Figures.Links.Page(change.Figure)).ToString());
            writer.WriteElementString("description",
                $"{change.Place}, from {change.Date.Words()}{(change.Dates.Length == 0 ? "" : "; " + change.Dates)}. {change.Value.Status.Words()}. {change.Value.Note}".Trim());
            writer.WriteElementString("pubDate", change.Date.ToDateTime(TimeOnly.MinValue).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " GMT");
            writer.WriteStartElement("guid");
            writer.WriteAttributeString("isPermaLink", "false");
            writer.WriteString(change.Id);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    private static byte[] Map(ContentLibrary library, SpecialtyExplorerContent explorer, SiteOptions options) => Xml(writer =>
    {
        writer.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
        var addresses = library.Pages.Select(page => (page.Address, Reviewed: (DateOnly?)page.Reviewed))
            .Prepend(("/", null))
            .Concat(AllTools.All.Select(tool => tool.Address)
                .Concat(["/tools", "/dates", "/sources", "/changes", "/api", "/about", "/accessibility", "/privacy"])
                .Select(address => (address, (DateOnly?)null)))
            .Concat(explorer.Specialties.Select(specialty => (SpecialtyExplorer.Links.Specialty(specialty.Id), (DateOnly?)null)))
            .Concat(library.Figures.Values.Select(figure => (Figures.Links.Page(figure), (DateOnly?)null)));
        foreach (var (address, reviewed) in addresses)
        {
            writer.WriteStartElement("url");
            writer.WriteElementString("loc", new Uri(options.PublicAddress, address).ToString());
            if (reviewed is { } date)
            {
                writer.WriteElementString("lastmod", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });

    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            writer.WriteStartDocument();
            write(writer);
            writer.WriteEndDocument();
        }

        return buffer.ToArray();
    }
}
