using System.Text.Json.Nodes;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>A row whose name differs from another's in case or white space alone is that row again, in every list of rows with a name.</summary>
public sealed class SameNameTests
{
    public static TheoryData<string> Addresses => [.. AllTools.Declared.Where(tool => Lists(tool).Any()).Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void ARow_ThatStandsTwiceInOtherSpelling_IsRefused(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var tried = 0;
        foreach (var (list, name) in Lists(tool))
        {
            foreach (var example in ToolAsk.Library.ExamplesOf(tool).Where(example => JsonNode.Parse(example.Facts)![list.Name] is JsonArray { Count: > 0 }))
            {
                foreach (var spelling in (Func<string, string>[])[text => text.ToUpperInvariant(), text => text + "\u00A0", text => " " + text.ToLowerInvariant()])
                {
                    var facts = JsonNode.Parse(example.Facts)!;
                    var again = facts[list.Name]![0]!.DeepClone();
                    again[name.Name] = spelling((string)again[name.Name]!);
                    facts[list.Name]!.AsArray().Add(again);

                    var reply = ToolAsk.Reply(address[1..], facts.ToJsonString(), $"{example.On:yyyy-MM-dd}");

                    reply.Answer.ShouldBeNull($"{address} {example.Id}: {list.Name} “{again[name.Name]}”");
                    tried++;
                }
            }
        }

        tried.ShouldBeGreaterThan(0, address);
    }

    // A module is done again every few years, a paper of one kind can be written twice, and a date of one's own that stands twice is shown twice.
    private static readonly HashSet<string> Repeated = ["/induction/checklist", "/specialty-applications/self-assessment", "/specialty-applications/calendar"];

    private static IEnumerable<(FactsShape List, FactsShape Name)> Lists(DeclaredTool tool) =>
        Repeated.Contains(tool.Address) ? [] : tool.Shape.Members.Where(member => member.Kind == FactKind.List && member.Item!.Kind == FactKind.Group)
            .SelectMany(list => list.Item!.Members.Where(member => member is { Kind: FactKind.Text, IsNeeded: true }).Select(name => (list, name)));
}
