using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gradus.Web.Tests;

/// <summary>Asking the site for something, in one line.</summary>
internal static class Asked
{
    public static async Task<HttpResponseMessage> Get(this HttpClient reader, string address, string? cookies = null, string? encoding = null, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookies is not null)
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (encoding is not null)
        {
            request.Headers.Add("Accept-Encoding", encoding);
        }

        request.Headers.Host = host;
        return await reader.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<IHtmlDocument> Page(this HttpClient reader, string address, HttpStatusCode status = HttpStatusCode.OK, string? cookies = null)
    {
        using var response = await reader.Get(address, cookies);
        response.StatusCode.ShouldBe(status, address);
        return Parse(await response.Text());
    }

    public static Task<string> Text(this HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static string Words(this AngleSharp.Dom.INode? node) =>
        string.Join(' ', (node?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
