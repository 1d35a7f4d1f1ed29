using System.Diagnostics;

namespace Gradus.Tests.CommandLine;

/// <summary>Runs the built command line as a person's shell would: as a process, since it writes bytes to its own standard output.</summary>
internal static class GradusCommand
{
    public sealed record Result(int ExitCode, string Output, string Errors)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="args">What is typed after its name.</param>
    /// <param name="input">What stands on its standard input.</param>
    /// <param name="at">The folder in which it lies and is run; otherwise beside the tests, run in the repository.</param>
    public static async Task<Result> Run(IEnumerable<string> args, string? input = null, string? at = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = at ?? Repository.Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var arg in args.Prepend(Path.Combine(at ?? AppContext.BaseDirectory, "gradus-cli.dll")).Prepend("exec"))
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Result(process.ExitCode, await output, await errors);
    }
}
