using System.Text;
using System.Text.Json;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>What an answer holds as sentences is drawn for a reader at every door, and not only in the data.</summary>
public sealed class AnswerIsDrawnTests
{
    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What every answer has is drawn by the doors themselves.
    private static readonly string[] Envelope = ["says", "reasons", "working", "milestones", "tables", "warnings", "trace", "rulesEdition"];

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Where(tool => !tool.HasOwnPage).Select(tool => tool.Address)];

    public static TheoryData<string> Every => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void EverySentence_OfAnAnswersOwnMembers_ReachesAReader(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        foreach (var example in ToolAsk.Library.ExamplesOf(tool))
        {
            var answer = bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, Nation.England)).Answer!;
            var drawn = Squeezed(string.Join('\n',
                AnswerDocument.Of(tool, answer, _ => null).Parts.Select(part => JsonSerializer.Serialize(part, part.GetType(), Fields)).Prepend(answer.Says)));
            using var json = JsonDocument.Parse(AnswerText.Json(bound, answer));

            foreach (var member in json.RootElement.EnumerateObject().Where(member => !Envelope.Contains(member.Name)))
            {
                foreach (var sentence in Sentences(member.Value))
                {
                    drawn.ShouldContain(Squeezed(sentence), Case.Insensitive, $"{address} {example.Id}: {member.Name}: {sentence}");
                }
            }
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Every))]
    public void EveryTable_OfAnAnswer_CanBeHadAsASheet(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        foreach (var example in ToolAsk.Library.ExamplesOf(tool))
        {
            var answer = bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, Nation.England)).Answer!;
            var sheets = answer.Sheets().ToList();

            sheets.Select(sheet => sheet.Key).ShouldBeUnique($"{address} {example.Id}");
            foreach (var table in AnswerDocument.Of(tool, answer, _ => null).Parts.OfType<TablePart>().Select(part => part.Table).Where(table => table.Rows.Count > 0))
            {
                sheets.ShouldContain(sheet => sheet.Key == table.Key && sheet.Rows.Count == table.Rows.Count, $"{address} {example.Id}: {table.Key}");
            }
        }
    }

    private static IEnumerable<string> Sentences(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Sentences(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Sentences),
        JsonValueKind.String when value.GetString() is { } text && text.Count(letter => letter == ' ') >= 3 => [text],
        _ => [],
    };

    private static string Squeezed(string text) => string.Concat(text.Where(letter => letter is not ('\\' or '"') && !char.IsWhiteSpace(letter))).TrimEnd('.');
}
