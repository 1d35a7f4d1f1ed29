using System.Globalization;
using System.Text.Json;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.WorkingAbroad;

/// <summary>Questions about working and volunteering abroad whose answers were worked out by hand from what is published, apart from the examples on the pages.</summary>
public sealed class AbroadByHandTests
{
    private static readonly string[] Rooms = ["working-abroad", "volunteering-abroad"];
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Tools", "Data", "abroad.jsonl"));

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

    [Theory]
    [MemberData(nameof(Tools))]
    public void ATool_HasTenWorkedExamples(string address) =>
        ToolAsk.Library.ExamplesOf(AllTools.Declared.Single(tool => tool.Address == address)).Count.ShouldBeGreaterThanOrEqualTo(10);

    private static string Text(JsonElement value) => value.ValueKind switch { JsonValueKind.Null => "null", JsonValueKind.True => "true", JsonValueKind.False => "false", JsonValueKind.Number => value.GetDecimal().ToString("0.############", CultureInfo.InvariantCulture), _ => value.ToString() };
}
