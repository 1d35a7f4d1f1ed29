using System.CommandLine;
using Gradus.Data.Allocation;

namespace Gradus.Cli.Commands.Allocate;

/// <summary><c>gradus allocate verify</c>: 0 when the result holds, 1 with the first violation named.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var files = new InstanceOptions();
        var folder = new Option<string>("--out") { Description = "Folder with the result", Required = true };
        var command = new Command("verify", "Check a result against its inputs and certificate") { files.Applicants, files.Posts, folder };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var violation = AllocationStore.Verify(parsed.GetRequiredValue(files.Applicants), parsed.GetRequiredValue(files.Posts), parsed.GetRequiredValue(folder));
            Console.Out.WriteLine(violation is null ? "valid" : $"invalid: {violation}");
            return violation is null ? ExitCode.Done : ExitCode.No;
        }));
        return command;
    }
}
