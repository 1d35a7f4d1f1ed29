using System.CommandLine;
using Gradus.Data.Content;
using Gradus.Data.Tools;
using Gradus.Tools;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus tools</c>: every tool with its question; with <c>--json</c> its schema, its closed sets and an example.</summary>
internal static class ToolsCommand
{
    public static Command Create()
    {
        var (json, content) = (Shared.Json(), Shared.Content());
        var command = new Command("tools", "Every tool and the question it answers; --json adds the schema of facts and answer.") { json, content };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
            {
                var library = ContentLoader.Load(ContentDirectory.Find(parsed.GetValue(content)));
                Shared.PrintJson(writer => ToolList.Write(writer, library, tool => tool.Bind(library.Book)));
                return ExitCode.Done;
            }

            foreach (var room in AllTools.All.GroupBy(tool => tool.Room, StringComparer.Ordinal))
            {
                Console.Out.WriteLine(Rooms.Title(room.Key));
                foreach (var tool in room)
                {
                    Console.Out.WriteLine($"  {tool.Question}");
                    Console.Out.WriteLine($"    {(tool is DeclaredTool ? $"./gradus {tool.Room} {tool.Key}" : $"page {tool.Address}")}");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
