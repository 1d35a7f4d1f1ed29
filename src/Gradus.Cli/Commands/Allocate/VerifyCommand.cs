using System.CommandLine;
using Gradus.Data.Allocation;
using Gradus.Matching.Proofs;

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
            var result = parsed.GetRequiredValue(folder);
            var violation = AllocationStore.Verify(parsed.GetRequiredValue(files.Applicants), parsed.GetRequiredValue(files.Posts), result);
            Console.Out.WriteLine(violation is null ? Valid(AllocationStore.ReadCertificate(result).Certificate) : $"invalid: {violation}");
            return violation is null ? ExitCode.Done : ExitCode.No;
        }));
        return command;
    }

    private static string Valid(Certificate certificate) => certificate.IsComplete
        ? "valid"
        : $"valid as far as it goes: the run was stopped by its time limit, and {certificate.BlockingPairCount} pairs block";
}
