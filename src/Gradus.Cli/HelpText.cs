using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Gradus.Data.Search;
using Gradus.Rules;

namespace Gradus.Cli;

/// <summary>Help names the script that people type, not the program behind it.</summary>
internal static class HelpText
{
    private const int MostSlips = 3;
    private const int LettersToASlip = 3;
    private const int MostOffered = 3;

    private static readonly Dictionary<Command, Action<ParseResult>> before = [];

    /// <summary>Has something done before help of a command is printed, such as reading the content for what the help names.</summary>
    public static void Before(Command command, Action<ParseResult> act) => before[command] = act;

    /// <summary>Has help of every command say <c>./gradus</c>.</summary>
    public static void NameTheScript(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ScriptHelp((HelpAction)option.Action!);
        }
    }

    /// <summary>
    /// What may stand where a group of commands, or <c>./gradus</c> itself, has something else or nothing after it, such as <c>./gradus figures less-than-full-time/notice</c>;
    /// <c>null</c> where no group was asked for.
    /// </summary>
    public static string? OfGroup(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not { Action: null, Subcommands: [var first, ..] } group)
        {
            return null;
        }

        var typed = parsed.UnmatchedTokens is [var token, ..] ? token : null;
        if (group.Subcommands.Count == 1)
        {
            return $"Expected “{first.Name}” after {group.Name}: ./gradus {group.Name} {first.Name}{(typed?.Contains('/') == true ? " " + typed : "")}";
        }

        var name = group is RootCommand ? "./gradus" : group.Name;
        var stranger = typed is null ? "" : $"“{typed}” is nothing that {name} has. ";
        var meant = typed is not null && Nearest(typed, group) is { Count: > 0 } near ? $"Did you mean {Sentences.Listed(near, "or")}? " : "";
        return $"{stranger}{meant}Expected one of {string.Join(", ", group.Subcommands.Select(one => one.Name))} after {name}.";
    }

    // The commands of a group, and those of the groups in it, whose name is begun by what was typed or is within a few slips of it.
    private static List<string> Nearest(string typed, Command group)
    {
        var word = typed.ToLowerInvariant();
        var most = Math.Min(MostSlips, word.Length / LettersToASlip);
        var near = Below(group, group is RootCommand ? "./gradus" : "./gradus " + group.Name)
            .Select(one => (one.Way, Slips: word.Length >= LettersToASlip && one.Name.StartsWith(word, StringComparison.Ordinal) ? 1 : SearchText.Distance(word, one.Name, most)))
            .Where(one => one.Slips <= most)
            .ToList();
        return [.. near.Where(one => one.Slips == near.Min(other => other.Slips)).Select(one => one.Way).Take(MostOffered)];
    }

    private static IEnumerable<(string Name, string Way)> Below(Command group, string way) =>
        group.Subcommands.SelectMany(one => Below(one, $"{way} {one.Name}").Prepend((one.Name, $"{way} {one.Name}")));

    internal sealed class ScriptHelp(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            if (before.Remove(parseResult.CommandResult.Command, out var act))
            {
                act(parseResult);
            }

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
