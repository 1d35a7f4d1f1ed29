using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Gradus.Web.Tests.Pages;

/// <summary>Walks through the specialty questionnaire by plain posts.</summary>
internal static class SpecialtyWalk
{
    /// <summary>Where the questionnaire is.</summary>
    public const string Address = "/specialty-explorer/match";

    private static readonly int[] pattern = [5, 4, 2, 2, 3, 4, 1, 5, 2, 2, 4, 1, 3, 5, 4, 2, 5, 1];

    /// <summary>The first question of a form.</summary>
    /// <summary>The page after a file of answers was opened.</summary>
    public static async Task<PostedPage> Start(HttpClient reader, string length) => await (await PostedPage.Open(reader, Address, "#start")).To("#walk").Press("do", length);

    public static async Task<PostedPage> Open(HttpClient reader, byte[] file) =>
        await (await PostedPage.Open(reader, Address, "form:has(#file)")).To("#walk").Press("do", "open-file", file);

    /// <summary>Answers everything by one pattern, up to the result; how many statements and tasks there were.</summary>
    public static async Task<(PostedPage Result, int Statements, int Tasks)> Walk(HttpClient reader, string length, bool limits = false)
    {
        var page = await Start(reader, length);
        var (statements, tasks) = (0, 0);
        while (page.Page.QuerySelector("#answer-title") is null)
        {
            page.Status.ShouldBe(HttpStatusCode.OK);
            if (page.Page.QuerySelector(".scale") is not null)
            {
                page = await page.Press("rating", pattern[statements++ % pattern.Length].ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            else if (page.Page.QuerySelectorAll(".trade input[name=best]") is { Length: 4 } offered)
            {
                page = await page.With("best", offered[tasks % 4].GetAttribute("value")!).With("worst", offered[(tasks + 1) % 4].GetAttribute("value")!).Press("do", "");
                tasks++;
            }
            else if (page.Page.QuerySelector("input[value=adults]") is not null)
            {
                page = await page.With("choice", "adults").Press("do", "");
            }
            else
            {
                page = await (limits && page.Page.QuerySelector("#max-years") is not null
                    ? page.With("no-night-on-call", "yes").With("max-years", "7").With("only-nation", "wales")
                    : page).Press("do", "");
            }
        }

        return (page, statements, tasks);
    }

    /// <summary>What the API says to the same answers.</summary>
    public static async Task<JsonNode> Api(HttpClient reader, JsonNode answers)
    {
        using var response = await reader.PostAsJsonAsync("/api/specialty-explorer/match", answers, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Text())!;
    }

    /// <summary>Answers as a hidden field carries them.</summary>
    public static string Parts(IElement answers) => JsonNode.Parse(answers.GetAttribute("value")!)!.ToJsonString(new JsonSerializerOptions());

    /// <summary>The specialties of a result, in its order.</summary>
    public static IReadOnlyList<string> Order(PostedPage page) => [.. page.Page.QuerySelectorAll(".rank details, .rest__list > li").Select(entry => entry.Id!)];

    /// <summary>The specialty at the top of a result.</summary>
    public static string First(PostedPage page) => Order(page)[0]["on-".Length..];
}
