using System.CommandLine;
using Gradus.Cli.Commands;

var root = new RootCommand("Gradus: what doctors in the UK can do next") { AllocateCommand.Create(), FoundationApplicationsCommand.Create() };
var parsed = root.Parse(args);
var status = parsed.Invoke();
return parsed.Errors.Count > 0 ? ExitCode.WrongInput : status;
