using System.CommandLine;
using Gradus.Cli;
using Gradus.Cli.Commands;

var root = new RootCommand("Gradus: what doctors in the UK can do next") { AllocateCommand.Create(), FoundationApplicationsCommand.Create() };
var parsed = root.Parse(args);
try
{
    var status = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? ExitCode.Usage : status;
}
catch (UsageException fault)
{
    Console.Error.WriteLine(fault.Message);
    return ExitCode.Usage;
}
