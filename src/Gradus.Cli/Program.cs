using System.CommandLine;
using Gradus.Cli;
using Gradus.Cli.Commands;
using Gradus.Data.Content;

if (args is ["--version"])
{
    return VersionCommand.Print();
}

var root = new RootCommand("Gradus: career guidance for doctors in the UK, as answers with their working.")
{
    new Command("serve", "Start the site: ./gradus serve [--urls http://localhost:5200] [--content DIR]"),
    AllocateCommand.Create(),
    ContentCommand.Create(),
    FiguresCommand.Create(),
    FoundationApplicationsCommand.Create(),
    LessThanFullTimeCommand.Create(),
    SearchCommand.Create(),
    SpecialtyExplorerCommand.Create(() => ContentDirectory.Find()),
};

HelpText.NameTheScript(root);
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && parsed.Action is not HelpText.ScriptHelp)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    await Console.Error.WriteLineAsync("./gradus --help lists every system and tool.");
    return ExitCode.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is UsageException or DirectoryNotFoundException or FileNotFoundException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.Usage;
}
catch (ContentFaultsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.No;
}
catch (IOException e) when (e.Message.Contains("Broken pipe", StringComparison.Ordinal))
{
    return ExitCode.Done; // Whoever read the output has had enough, as with | head.
}
catch (Exception e) when (e is not OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"We made a mistake: {e.GetType().Name}. Run again with the same input and report it; nothing was written.");
    await Console.Error.WriteLineAsync(e.StackTrace);
    return ExitCode.OurFault;
}
