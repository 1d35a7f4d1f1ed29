using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Gradus.Cli;

/// <summary>Help names the script that people type, not the program behind it.</summary>
internal static class HelpText
{
    /// <summary>Has help of every command say <c>./gradus</c>.</summary>
    public static void NameTheScript(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ScriptHelp((HelpAction)option.Action!);
        }
    }

    /// <summary>What may stand after the name of a group, where something else or nothing does, such as <c>./gradus figures less-than-full-time/notice</c>; <c>null</c> where no group was asked for.</summary>
    public static string? OfGroup(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not { Subcommands: [var first, ..] } group || group is RootCommand)
        {
            return null;
        }

        var typed = parsed.UnmatchedTokens is [var token, ..] ? token : null;
        return group.Subcommands.Count == 1
            ? $"Expected “{first.Name}” after {group.Name}: ./gradus {group.Name} {first.Name}{(typed?.Contains('/') == true ? " " + typed : "")}"
            : $"{(typed is null ? "" : $"“{typed}” is nothing that {group.Name} has. ")}Expected one of {string.Join(", ", group.Subcommands.Select(one => one.Name))} after {group.Name}.";
    }

    internal sealed class ScriptHelp(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            using var text = new StringWriter();
            var invocation = parseResult.InvocationConfiguration;
            var output = invocation.Output;
            invocation.Output = text;
            var exit = help.Invoke(parseResult);
            invocation.Output = output;
            output.Write(text.ToString().Replace(RootCommand.ExecutableName, "./gradus", StringComparison.Ordinal));
            return exit;
        }
    }
}
