using System.Text.Json;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Questions whose answers were worked out from the published rules by hand, apart from the rules' own examples.</summary>
public sealed class WorkedByHandTests
{
    private static readonly string[] Lines = [.. new[] { "training-rights.jsonl", "applications.jsonl", "gp-sas-appraisal.jsonl",
        "abroad.jsonl" }.SelectMany(file => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Tools", "Data", file)))];

    // Where a line has an id, it is that of the formula or vector that it holds.
    public static TheoryData<int, string> All => [.. Lines.Select((line, place) => (place, Id(line)))];

    public static TheoryData<string> Tools => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(All))]
    public void Answer_IsWhatWasWorkedOutByHand(int line, string id)
    {
        using var question = JsonDocument.Parse(Lines[line]);
        var tool = question.RootElement.GetProperty("tool").GetString()!;

        var reply = ToolAsk.Reply(tool, question.RootElement.GetProperty("facts").GetRawText(), question.RootElement.GetProperty("on").GetString()!);

        reply.Errors.ShouldBeEmpty(id);
        using var answer = JsonDocument.Parse(AnswerText.Json(ToolAsk.Tool(tool).Bind(ToolAsk.Library.Book), reply.Answer!));
        foreach (var expected in question.RootElement.GetProperty("expect").EnumerateObject())
        {
            AnswerPath.At(answer.RootElement, expected.Name).ShouldBe(Text(expected.Value), $"{id}: {expected.Name}");
        }
    }

    /// <summary>The questions worked out by hand for a tool.</summary>
    internal static IEnumerable<(string Id, string Facts, DateOnly On)> QuestionsOf(string address) =>
        Lines.Where(line => line.Contains($"\"{address[1..]}\"", StringComparison.Ordinal)).Select(line =>
        {
            using var question = JsonDocument.Parse(line);
            return (Id(line), question.RootElement.GetProperty("facts").GetRawText(),
                DateOnly.ParseExact(question.RootElement.GetProperty("on").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        });

    private static string Id(string line)
    {
        using var question = JsonDocument.Parse(line);
        return question.RootElement.TryGetProperty("id", out var id) ? id.GetString()! : question.RootElement.GetProperty("why").GetString()!;
    }

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.GetDecimal().ToString("0.############", System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString()
        };

    [Theory]
    [MemberData(nameof(Tools))]
    public void ATool_HasTenWorkedExamplesOrMore(string address) =>
        ToolAsk.Library.ExamplesOf(AllTools.Declared.Single(tool => tool.Address == address)).Count.ShouldBeGreaterThanOrEqualTo(10);
}
