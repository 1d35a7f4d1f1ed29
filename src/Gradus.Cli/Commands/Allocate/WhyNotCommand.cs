using System.CommandLine;
using Gradus.Data.Allocation;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Cli.Commands.Allocate;

/// <summary><c>gradus allocate why-not</c>: why an applicant does not have a post, and what would have won it.</summary>
internal static class WhyNotCommand
{
    public static Command Create()
    {
        var files = new InstanceOptions();
        var folder = new Option<string>("--out") { Description = "Folder with the result; its certificate says which mechanism and order", Required = true };
        var applicant = new Option<string>("--applicant") { Description = "The applicant's id", Required = true };
        var post = new Option<string>("--post") { Description = "The post's id", Required = true };
        var json = new Option<bool>("--json") { Description = "Print as JSON" };
        var command = new Command("why-not", "Explain why an applicant does not have a post") { files.Applicants, files.Posts, files.Fixed, folder, applicant, post, json };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var certificate = AllocationStore.ReadCertificate(Inputs.Result(parsed, folder).Folder);
            if (certificate.Files.Held is not null && parsed.GetValue(files.Fixed) is null)
            {
                throw new UsageException($"Expected the inputs of this result: {AllocationStore.HeldMissing}");
            }

            var input = files.Read(parsed);
            if (AllocationStore.OtherInput(input, certificate) is { } other)
            {
                throw new UsageException($"Expected the inputs of this result: {other}");
            }

            var instance = input.Instance;

            var mechanism = MechanismNames.Find(certificate.Certificate.Mechanism, certificate.Tiers)
                ?? throw new UsageException($"The certificate names a mechanism that does not exist, “{certificate.Certificate.Mechanism}”");
            var allocation = mechanism.Run(instance, OrderFrom(certificate, instance));
            var answer = Explain.WhyNot(allocation, Find(instance.Applicants, parsed.GetRequiredValue(applicant), "applicant"),
                Find(instance.Posts, parsed.GetRequiredValue(post), "post"));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(answer);
                return ExitCode.Done;
            }

            Console.Out.WriteLine(answer.Says);
            foreach (var change in answer.Changes)
            {
                Console.Out.WriteLine(change.Says);
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static ApplicantOrder OrderFrom(Matching.Files.CertificateFile certificate, AllocationInstance instance)
    {
        try
        {
            return certificate.OrderFor(instance);
        }
        catch (ArgumentException)
        {
            throw new UsageException("The order in the certificate does not belong to these applicants");
        }
    }

    private static int Find(IdTable table, string id, string kind)
    {
        var number = table.Find(id);
        return number >= 0 ? number : throw new UsageException($"--{kind}: there is no {kind} “{id}”");
    }
}
