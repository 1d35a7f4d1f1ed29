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
        var command = new Command("commit", "Fix inputs and a secret, and name a public value nobody can know yet") { files.Applicants, files.Posts, files.Fixed, folder, beacon };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var commitment = DrawStore.Commit(files.Read(parsed).Instance, Inputs.Folder(parsed, folder),
                Said(parsed.GetRequiredValue(beacon), "--beacon", "the name of the public value"));
            Console.Out.WriteLine($"inputs {Convert.ToHexStringLower(commitment.InputHash)}\nsecret {Convert.ToHexStringLower(commitment.SecretHash)}");
            Console.Error.WriteLine($"Publish {DrawStore.CommitmentFile} now, and where everybody sees the date; keep {DrawStore.SecretFile} until the draw.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Reveal()
    {
        var files = new InstanceOptions();
        var folder = Folder("Folder with the commitment and the secret; reveal.json and order.txt are written there");
        var beaconValue = new Option<string>("--beacon-value") { Description = "The public value, exactly as published", Required = true };
        var command = new Command("reveal", "Work out the seed and the order") { files.Applicants, files.Posts, files.Fixed, folder, beaconValue };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var reveal = DrawStore.Reveal(files.Read(parsed).Instance, Inputs.Folder(parsed, folder),
                Said(parsed.GetRequiredValue(beaconValue), "--beacon-value", "the public value as published"));
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
        var command = new Command("verify", "Check that inputs, secret, seed and order belong together") { files.Applicants, files.Posts, files.Fixed, folder };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var violation = DrawStore.Verify(files.Read(parsed).Instance, Inputs.Folder(parsed, folder));
            Console.Out.WriteLine(violation is null ? "valid" : $"invalid: {violation}");
            Console.Error.WriteLine($"Compare {DrawStore.CommitmentFile}, the name of the public value in it included, with what was published before the draw, and the value with its source: no program can do that for you.");
            if (!File.Exists(Path.Combine(Inputs.Folder(parsed, folder), DrawStore.OrderFile)))
            {
                Console.Error.WriteLine($"{DrawStore.OrderFile} is not there and was not checked.");
            }

            return violation is null ? ExitCode.Done : ExitCode.No;
        }));
        return command;
    }

    private static string Said(string value, string option, string expected) =>
        string.IsNullOrWhiteSpace(value) ? throw new UsageException($"{option}: expected {expected}") : value;

    private static Option<string> Folder(string description) => new("--out") { Description = description, Required = true };
}
