using System.Text.Json;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Questions about training rights whose answers were worked out from the published rules by hand, apart from the rules' own examples.</summary>
public sealed class WorkedByHandTests
{
    private static readonly string[] Rooms = ["less-than-full-time", "code-of-practice", "induction", "handover", "changing-specialty"];
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Tools", "Data", "training-rights.jsonl"));

    public static TheoryData<int> All => [.. Enumerable.Range(0, Lines.Length)];

    public static TheoryData<string> Tools => [.. AllTools.Declared.Where(tool => Rooms.Contains(tool.Room)).Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(All))]
    public void Answer_IsWhatWasWorkedOutByHand(int line)
    {
        using var question = JsonDocument.Parse(Lines[line]);
        var (tool, why) = (question.RootElement.GetProperty("tool").GetString()!, question.RootElement.GetProperty("why").GetString());

        var reply = ToolAsk.Reply(tool, question.RootElement.GetProperty("facts").GetRawText(), question.RootElement.GetProperty("on").GetString()!);

        reply.Errors.ShouldBeEmpty(why);
        using var answer = JsonDocument.Parse(AnswerText.Json(ToolAsk.Tool(tool).Bind(ToolAsk.Library.Book), reply.Answer!));
        foreach (var expected in question.RootElement.GetProperty("expect").EnumerateObject())
        {
            AnswerPath.At(answer.RootElement, expected.Name).ShouldBe(Text(expected.Value), $"{why}: {expected.Name}");
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch { JsonValueKind.Null => "null", JsonValueKind.Number => value.GetDecimal().ToString("0.############", System.Globalization.CultureInfo.InvariantCulture), _ => value.ToString() };

    [Theory]
    [MemberData(nameof(Tools))]
    public void ATool_HasEightWorkedExamples(string address) =>
        ToolAsk.Library.ExamplesOf(AllTools.Declared.Single(tool => tool.Address == address)).Count.ShouldBeGreaterThanOrEqualTo(8);
}
