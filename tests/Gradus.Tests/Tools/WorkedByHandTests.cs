using System.Text.Json;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Questions whose answers were worked out from the published rules by hand, apart from the rules' own examples.</summary>
public sealed class WorkedByHandTests
{
    private static readonly string[] Rooms = ["less-than-full-time", "code-of-practice", "induction", "handover", "changing-specialty"];

    private static readonly string[] GpAndSasRooms = ["gp-workforce", "gp-partnership", "gp-retention", "sas-charter"];

    private static readonly string[] Lines = [.. new[] { "training-rights.jsonl", "gp-sas-appraisal.jsonl" }.SelectMany(file => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Tools", "Data", file)))];

    // Where a line has an id, it is that of the formula or vector that it holds.
    public static TheoryData<int, string> All => [.. Lines.Select((line, place) => (place, Id(line)))];

    public static TheoryData<string> Tools => [.. AllTools.Declared.Where(tool => Rooms.Contains(tool.Room)).Select(tool => tool.Address)];

    public static TheoryData<string> GpAndSasTools => [.. AllTools.Declared.Where(tool => GpAndSasRooms.Contains(tool.Room)).Select(tool => tool.Address)];

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

    private static string Id(string line)
    {
        using var question = JsonDocument.Parse(line);
        return question.RootElement.TryGetProperty("id", out var id) ? id.GetString()! : question.RootElement.GetProperty("why").GetString()!;
    }

    private static string Text(JsonElement value) => value.ValueKind switch { JsonValueKind.Null => "null", JsonValueKind.True => "true", JsonValueKind.False => "false", JsonValueKind.Number => value.GetDecimal().ToString("0.############", System.Globalization.CultureInfo.InvariantCulture), _ => value.ToString() };

    [Theory]
    [MemberData(nameof(Tools))]
    public void ATool_HasEightWorkedExamples(string address) =>
        ToolAsk.Library.ExamplesOf(AllTools.Declared.Single(tool => tool.Address == address)).Count.ShouldBeGreaterThanOrEqualTo(8);

    [Theory]
    [MemberData(nameof(GpAndSasTools))]
    public void AToolOfGpsAndSasDoctors_HasTenWorkedExamples(string address) =>
        ToolAsk.Library.ExamplesOf(AllTools.Declared.Single(tool => tool.Address == address)).Count.ShouldBeGreaterThanOrEqualTo(10);
}
