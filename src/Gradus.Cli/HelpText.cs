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
