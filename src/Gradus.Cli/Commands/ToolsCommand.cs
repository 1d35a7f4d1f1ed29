using System.CommandLine;
using Gradus.Data.Content;
using Gradus.Data.Tools;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Cli.Commands;

/// <summary>
/// <c>gradus tools</c>: every tool with its question; with <c>--json</c> its schema, its closed sets and an example; with a tool’s name every choice of its
/// facts.
/// </summary>
internal static class ToolsCommand
{
    public static Command Create()
    {
        var (json, content) = (Shared.Json(), Shared.Content());
        var name = new Argument<string?>("TOOL") { Description = "A tool, such as less-than-full-time/pay: every choice of its facts.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("tools", "Every tool and the question it answers; --json adds the schema of facts and answer.") { name, json, content };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is { } told)
            {
                if (parsed.GetValue(json))
                {
                    throw new UsageException("--json lists every tool: leave out the name of one.");
                }

                var tool = AllTools.Declared.FirstOrDefault(tool => string.Equals($"{tool.Room}/{tool.Key}", told.Trim('/'), StringComparison.OrdinalIgnoreCase))
                    ?? throw new UsageException($"“{FactsWords.Short(told)}” is no tool: ./gradus tools lists them, such as less-than-full-time/pay.");
                var bound = tool.Bind(ContentLoader.LoadFigures(ContentDirectory.Find(parsed.GetValue(content)), tool.Needs).Book);
                Console.Out.WriteLine(tool.Question);
                PrintChoices(bound, tool.Shape, "");
                return ExitCode.Done;
            }

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

    private static void PrintChoices(BoundTool tool, FactsShape group, string path)
    {
        foreach (var fact in group.Members)
        {
            var at = path.Length == 0 ? fact.Name : $"{path}.{fact.Name}";
            var choices = fact.Fact?.KeysOf is not null ? tool.ChoicesOf(fact) : fact.Kind == FactKind.List ? fact.Item!.Choices : fact.Choices;
            if (choices.Count > 0)
            {
                Console.Out.WriteLine($"  {at}{(fact.Fact is { } words ? $": {words.Asks}" : "")}");
                foreach (var choice in choices)
                {
                    Console.Out.WriteLine($"    {choice.Key}{(choice.Label == choice.Key ? "" : $"  {choice.Label}")}");
                }
            }

            PrintChoices(tool, fact.Kind == FactKind.List ? fact.Item! : fact, at);
        }
    }
}
