using System.Text;
using System.Text.Json;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>What a page offers in the light of what was typed is taken as it is offered.</summary>
public sealed class OffersTests
{
    private static readonly DateOnly on = new(2026, 12, 1);

    public static TheoryData<string> Frameworks => [.. Choices("/specialty-applications/self-assessment", "framework")];

    public static TheoryData<string> Countries => [.. Choices("/working-abroad/plan", "country")];

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Where(tool => tool.OffersBy is not null).Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void EveryItemOfAFramework_IsOffered_AndIsTheOneThatIsMeant(string framework)
    {
        var tool = Tool("/specialty-applications/self-assessment");
        var items = tool.Offered("evidence.item", fact => fact == "framework" ? framework : "", on);
        foreach (var item in items ?? [])
        {
            var reply = Answer(tool, new { framework, evidence = new[] { new { item = item.Key } } });

            reply.Errors.Select(error => $"{item.Key}: {error.Message}").ShouldBeEmpty();
        }

        foreach (var domain in tool.Offered("evidence.domain", fact => fact == "framework" ? framework : "", on) ?? [])
        {
            Answer(tool, new { framework, evidence = new[] { new { domain = domain.Key, item = items!.First(item => item.Group == domain.Label).Key } } }).Errors
                .Select(error => $"{domain.Key}: {error.Message}").ShouldBeEmpty();
        }

        (items?.Select(item => item.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() ?? 0).ShouldBe(items?.Count ?? 0);
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void EveryRouteAndPaperOfACountry_IsOffered_AndTaken(string country)
    {
        var tool = Tool("/working-abroad/plan");
        string Typed(string fact) => fact == "country" ? country : "";
        var routes = tool.Offered("route", Typed, on).ShouldNotBeNull();
        var papers = tool.Offered("papers.step", Typed, on).ShouldNotBeNull();
        routes.Count.ShouldBeGreaterThan(1);
        papers.Count.ShouldBeGreaterThan(1);
        foreach (var route in routes)
        {
            Answer(tool, new { country, route = route.Key }).Errors.ShouldBeEmpty(route.Key);
        }

        Answer(tool, new { country, papers = papers.Select(paper => new { step = paper.Key, issued = "2026-11-02" }) }).Errors.ShouldBeEmpty(country);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void NothingIsOffered_WhereTheFactOnWhichItRestsIsNotTyped(string address)
    {
        var tool = Tool(address);
        foreach (var (path, _) in EveryFact.Of(tool.Tool))
        {
            tool.Offered(path.Replace("[0]", "", StringComparison.Ordinal), _ => "", on).ShouldBeNull(path);
            tool.Offered(path.Replace("[0]", "", StringComparison.Ordinal), _ => "no-such-thing", on).ShouldBeNull(path);
        }
    }

    private static BoundTool Tool(string address) => AllTools.Declared.Single(tool => tool.Address == address).Bind(ToolAsk.Library.Book);

    private static IEnumerable<string> Choices(string address, string fact)
    {
        var tool = Tool(address);
        return tool.ChoicesOf(FactsForm.Find(tool.Tool.Shape, fact)!).Select(choice => choice.Key);
    }

    private static ToolReply Answer(BoundTool tool, object facts) => tool.Answer(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(facts)), new Asking(on, Nation.England));
}
