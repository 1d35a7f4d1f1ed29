using System.Text;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Asks a declared tool as a door does: facts as JSON, the shipped content, a date.</summary>
internal static class ToolAnswers
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));

    public static ToolReply Reply(string address, string facts, string on = "2026-11-29", Nation nation = Nation.England)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        return tool.Bind(Library.Book).Answer(Encoding.UTF8.GetBytes(facts), new Asking(DateOnly.ParseExact(on, "yyyy-MM-dd"), nation));
    }

    public static T Of<T>(string address, string facts, string on = "2026-11-29", Nation nation = Nation.England)
        where T : ToolAnswer
    {
        var reply = Reply(address, facts, on, nation);
        reply.Errors.ShouldBeEmpty(JsonSerializer.Serialize(facts));
        return (T)reply.Answer!;
    }

    public static RuleBook Book => Library.Book;
}
