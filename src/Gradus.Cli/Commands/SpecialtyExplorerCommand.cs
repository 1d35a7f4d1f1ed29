using System.CommandLine;
using Gradus.Cli.Commands.Explorer;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus specialty-explorer</c>: which specialties are worth exploring, with reasons and honest uncertainty.</summary>
internal static class SpecialtyExplorerCommand
{
    /// <summary>The command with its subcommands; content is read when a subcommand runs.</summary>
    public static Command Create() => new("specialty-explorer", "Which specialties are worth exploring, with reasons and honest uncertainty.")
    {
        QuestionsCommand.Create(),
        ProfilesCommand.Create(),
        WhatIfCommand.Create(),
        ValidateCommand.Create(),
        ImportSurveyCommand.Create(),
        DeriveProfilesCommand.Create(),
    };
}
