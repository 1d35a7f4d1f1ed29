using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gradus.Web.Tests.Pages;

/// <summary>The page of my chances, read and pressed as a browser without scripts would.</summary>
internal static class ChancesPage
{
    public const string Address = "/foundation-applications/chances";
    public const string ApiAddress = "/api/foundation-applications/chances";

    public static async Task<IHtmlDocument> Answered(HttpClient reader, string year)
    {
        var page = await Press(reader, await reader.Page(Address), "pick:London");
        Choose(page, "year", year);
        return await Press(reader, page, "answer");
    }

    public static List<string> OrderOf(IHtmlDocument page) => [.. page.QuerySelectorAll("#order > li").Select(row => row.GetAttribute("data-school")!)];

    public static void Choose(IHtmlDocument page, string field, string value)
    {
        foreach (var option in page.QuerySelectorAll($"#{field} option"))
        {
            option.ToggleAttribute("selected", option.GetAttribute("value") == value);
        }
    }

    public static async Task<JsonDocument> Ask(HttpClient reader, object request)
    {
        using var response = await reader.PostAsJsonAsync(ApiAddress, request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Text());
    }

    /// <summary>Sends the page's form as a browser would, with a button pressed.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient reader, IHtmlDocument page, string button)
    {
        page.QuerySelectorAll("button[name=do]").Any(pressed => pressed.GetAttribute("value") == button).ShouldBeTrue($"there is no button {button}");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in page.QuerySelectorAll("#plan input[name]:not([form]), #plan select[name], #plan textarea[name]"))
        {
            var value = field switch
            {
                IHtmlSelectElement => (field.QuerySelector("option[selected]") ?? field.QuerySelector("option"))!.GetAttribute("value"),
                IHtmlTextAreaElement => field.TextContent,
                _ => field.GetAttribute("value"),
            };
            fields.Add(new(field.GetAttribute("name")!, value ?? ""));
        }

        using var form = new FormUrlEncodedContent([.. fields, new("do", button)]);
        return await reader.PostAsync(Address, form, TestContext.Current.CancellationToken);
    }

    public static async Task<IHtmlDocument> Press(HttpClient reader, IHtmlDocument page, string button, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Send(reader, page, button);
        response.StatusCode.ShouldBe(status, button);
        return Asked.Parse(await response.Text());
    }
}
