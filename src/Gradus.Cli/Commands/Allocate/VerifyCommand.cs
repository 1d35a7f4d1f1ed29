using System.CommandLine;
using Gradus.Data.Allocation;
using Gradus.Matching.Proofs;

namespace Gradus.Cli.Commands.Allocate;

/// <summary><c>gradus allocate verify</c>: 0 when the result holds, 1 with the first violation named, 3 when a run stopped by its limit leaves it unproved.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var files = new InstanceOptions();
        var folder = new Option<string>("--out") { Description = "Folder with the result, or its workbook x.xlsx beside the folder x", Required = true };
        var command = new Command("verify", "Check a result against its inputs and certificate") { files.Applicants, files.Posts, files.Fixed, folder };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var (result, workbook) = Inputs.Result(parsed, folder);
            var violation = AllocationStore.Verify(parsed.GetRequiredValue(files.Applicants), parsed.GetRequiredValue(files.Posts), result, parsed.GetValue(files.Fixed), workbook);
            if (violation is not null)
            {
                Console.Out.WriteLine($"invalid: {violation}");
                return ExitCode.No;
            }

            var certificate = AllocationStore.ReadCertificate(result).Certificate;
            Console.Out.WriteLine(certificate.IsComplete ? "valid" : Unproved(certificate));
            return certificate.IsComplete ? ExitCode.Done : ExitCode.TimeLimit;
        }));
        return command;
    }

    private static string Unproved(Certificate certificate) =>
        $"not proved: by its certificate the run was stopped by a time limit, so nobody can run it again to the same moment; places and lists are respected, and {certificate.BlockingPairCount} pairs block";
}
