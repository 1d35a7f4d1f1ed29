using System.CommandLine;
using Gradus.Data.Allocation;

namespace Gradus.Cli.Commands.Allocate;

/// <summary><c>gradus allocate draw commit|reveal|verify</c>: an order that anybody can check was not chosen.</summary>
internal static class DrawCommand
{
    public static Command Create() => new("draw", "An official draw: commit before, reveal after, verify by anybody") { Commit(), Reveal(), Verify() };

    private static Command Commit()
    {
        var files = new InstanceOptions();
        var folder = Folder("Folder for commitment.json, to publish now, and secret.txt, to keep until the draw");
        var beacon = new Option<string>("--beacon") { Description = "The future public value that will be mixed in, named exactly", Required = true };
        var command = new Command("commit", "Fix inputs and a secret, and name a public value nobody can know yet") { files.Applicants, files.Posts, folder, beacon };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var commitment = DrawStore.Commit(files.Read(parsed).Instance, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(beacon));
            Console.Out.WriteLine($"inputs {Convert.ToHexStringLower(commitment.InputHash)}\nsecret {Convert.ToHexStringLower(commitment.SecretHash)}");
            Console.Error.WriteLine($"Publish {DrawStore.CommitmentFile} now; keep {DrawStore.SecretFile} until the draw.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Reveal()
    {
        var files = new InstanceOptions();
        var folder = Folder("Folder with the commitment and the secret; reveal.json and order.txt are written there");
        var beaconValue = new Option<string>("--beacon-value") { Description = "The public value, exactly as published", Required = true };
        var command = new Command("reveal", "Work out the seed and the order") { files.Applicants, files.Posts, folder, beaconValue };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var reveal = DrawStore.Reveal(files.Read(parsed).Instance, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(beaconValue));
            Console.Out.WriteLine($"seed {Convert.ToHexStringLower(reveal.Seed)}");
            Console.Error.WriteLine($"Publish {DrawStore.RevealFile}; allocate with --order {DrawStore.OrderFile}.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Verify()
    {
        var files = new InstanceOptions();
        var folder = Folder("Folder with what was published");
        var command = new Command("verify", "Check that inputs, secret, seed and order belong together") { files.Applicants, files.Posts, folder };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var violation = DrawStore.Verify(files.Read(parsed).Instance, parsed.GetRequiredValue(folder));
            Console.Out.WriteLine(violation is null ? "valid" : $"invalid: {violation}");
            return violation is null ? ExitCode.Done : ExitCode.No;
        }));
        return command;
    }

    private static Option<string> Folder(string description) => new("--out") { Description = description, Required = true };
}
