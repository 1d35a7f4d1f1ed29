using System.CommandLine;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus foundation-applications</c>.</summary>
public static class FoundationApplicationsCommand
{
    /// <summary>The command with its subcommands.</summary>
    public static Command Create() => new("foundation-applications", "Applying to the foundation programme");
}
