using System.Text;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Asks a declared tool as a program would, with the shipped content.</summary>
internal static class ToolAsk
{
    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true };

    public static ContentLibrary Library { get; } = ContentLoader.Load(Repository.At("content"));

    public static DeclaredTool Tool(string address) => AllTools.Declared.Single(tool => tool.Address == "/" + address);

    public static ToolReply Reply(string address, object facts, string on = "2026-11-25", Nation nation = Nation.England) =>
        Tool(address).Bind(Library.Book).Answer(Encoding.UTF8.GetBytes(facts as string ?? JsonSerializer.Serialize(facts)), new Asking(DateOnly.Parse(on), nation));

    public static T Answer<T>(string address, object facts, string on = "2026-11-25", Nation nation = Nation.England)
        where T : ToolAnswer
    {
        var reply = Reply(address, facts, on, nation);
        reply.Errors.ShouldBeEmpty();
        return reply.Answer.ShouldBeOfType<T>();
    }

    /// <summary>The dates of an answer as every door lists them.</summary>
    public static IReadOnlyList<string> Dates(DeclaredTool tool, ToolAnswer answer) =>
        [.. AnswerDocument.Of(tool, answer, _ => null).Parts.OfType<DatesPart>().SelectMany(part => part.Lines())];

    /// <summary>Everything a reader of the answer sees, at any door.</summary>
    public static string Text(string address, ToolAnswer answer) =>
        string.Join("\n", answer.Parts().Select(part => JsonSerializer.Serialize(part, part.GetType(), Fields)).Prepend(AnswerText.Json(Tool(address).Bind(Library.Book), answer)))
            .Replace("\\u00A3", "£", StringComparison.Ordinal);
}
