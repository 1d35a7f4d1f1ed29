using System.CommandLine;
using Gradus.Cli;
using Gradus.Cli.Commands;
using Gradus.Data.Content;

if (args is ["--version"])
{
    return VersionCommand.Print();
}

var commands = new (string Name, Func<Command> Create)[]
{
    ("serve", () => new Command("serve", "Start the site: ./gradus serve [--urls http://localhost:5200] [--content DIR]")),
    ("allocate", AllocateCommand.Create),
    ("content", ContentCommand.Create),
    ("figures", FiguresCommand.Create),
    ("foundation-applications", () => RoomCommand.AddTools(FoundationApplicationsCommand.Create(), "foundation-applications")),
    ("search", SearchCommand.Create),
    ("specialty-explorer", () => RoomCommand.AddTools(SpecialtyExplorerCommand.Create(), "specialty-explorer")),
    ("tools", ToolsCommand.Create),
}.Concat(RoomCommand.Rooms.Except(["foundation-applications", "specialty-explorer"], StringComparer.Ordinal)
    .Select(room => (Name: room, Create: (Func<Command>)(() => RoomCommand.Create(room)))))
    .ToArray();
var root = new RootCommand("Gradus: career guidance for doctors in the UK, as answers with their working.");

// The command asked for is made alone: making all of them takes longer than most answers.
var asked = Array.FindIndex(commands, command => args.Length > 0 && command.Name == args[0]);
foreach (var command in asked >= 0 ? [commands[asked]] : commands)
{
    root.Add(command.Create());
}

HelpText.NameTheScript(root);
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && parsed.Action is not HelpText.ScriptHelp)
{
    foreach (var error in HelpText.OfGroup(parsed) is { } choice ? [choice] : parsed.Errors.Select(error => error.Message))
    {
        await Console.Error.WriteLineAsync(error);
    }

    await Console.Error.WriteLineAsync("./gradus --help lists every system and tool.");
    return ExitCode.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (IOException e) when (e.Message.Contains("Broken pipe", StringComparison.Ordinal))
{
    return ExitCode.Done; // Whoever read the output has had enough, as with | head.
}
catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException or InvalidDataException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.Usage;
}
catch (ContentFaultsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.No;
}
catch (Exception e) when (e is not OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"We made a mistake: {e.GetType().Name}. Run again with the same input and report it; nothing was written.");
    await Console.Error.WriteLineAsync(e.StackTrace);
    return ExitCode.OurFault;
}
