using System.Net;
using AngleSharp.Html.Dom;

namespace Gradus.Web.Tests;

/// <summary>Everything that can be reached from the home page by links, each address asked for once.</summary>
public sealed class SiteCrawl(SiteFixture site)
{
    private readonly Lazy<Task<IReadOnlyDictionary<string, Visit>>> _visits = new(() => Walk(site));

    public sealed record Visit(string Address, string FoundOn, HttpStatusCode Status, string MediaType, bool SetsCookie, bool HasPolicy, IHtmlDocument? Page);

    public Task<IReadOnlyDictionary<string, Visit>> All() => _visits.Value;

    public async Task<IReadOnlyList<(string Address, IHtmlDocument Page)>> Pages() =>
        [.. (await All()).Values.Where(visit => visit.Page is not null && visit.Status == HttpStatusCode.OK).Select(visit => (visit.Address, visit.Page!))];

    private static async Task<IReadOnlyDictionary<string, Visit>> Walk(SiteFixture site)
    {
        var visits = new Dictionary<string, Visit>(StringComparer.Ordinal);
        var waiting = new Queue<(string Address, string FoundOn)>([("/", "the start"), ("/sitemap.xml", "the start"), ("/robots.txt", "the start"),
            ("/no-such-page", "the start"), ("/search?q=leave", "the start")]);
        using var reader = site.Reader();
        while (waiting.TryDequeue(out var next))
        {
            if (visits.ContainsKey(next.Address))
            {
                continue;
            }

            using var response = await reader.GetAsync(next.Address);
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            var page = type == "text/html" ? Asked.Parse(await response.Content.ReadAsStringAsync()) : null;
            visits[next.Address] = new Visit(next.Address, next.FoundOn, response.StatusCode, type, response.Headers.Contains("Set-Cookie"),
                response.Headers.Contains("Content-Security-Policy"), page);
            foreach (var address in page?.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(address => address.StartsWith('/')) ?? [])
            {
                waiting.Enqueue((address, next.Address));
            }
        }

        return visits;
    }
}
