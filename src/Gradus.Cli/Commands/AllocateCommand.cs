using System.CommandLine;
using System.Diagnostics;
using Gradus.Cli.Commands.Allocate;
using Gradus.Data.Allocation;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus allocate</c>: places applicants by a mechanism, and verifies, explains, simulates, generates and draws.</summary>
public static class AllocateCommand
{
    /// <summary>The command with its subcommands.</summary>
    public static Command Create()
    {
        var files = new InstanceOptions();
        var run = new RunOptions();
        var folder = new Option<string>("--out") { Description = "Folder for allocation.csv, certificate.json and summary.json; for x.xlsx they lie in the folder x beside it", Required = true };
        var timeLimit = new Option<double?>("--time-limit") { Description = "Seconds after which the best result so far is written (exit 3)" };
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON" };
        var workbook = new Option<bool>("--xlsx") { Description = "Write allocation.xlsx into the folder too, as --out x.xlsx does under that name" };
        var command = new Command("allocate", "Place applicants by a mechanism and certify the result")
        {
            files.Applicants, files.Posts, files.Fixed, run.Mechanism, run.Seed, run.Order, run.Tiers, folder, timeLimit, json, workbook,
        };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            // The limit covers the whole run; reading cannot be cut short, so a limit reached while reading leaves nobody placed.
            var limit = parsed.GetValue(timeLimit) is { } seconds
                ? TimeLimit.After(TimeSpan.FromSeconds(double.IsFinite(seconds) && seconds is >= 0 and < 1e9
                    ? seconds
                    : throw new UsageException("--time-limit: expected seconds from 0")))
                : default;
            var mechanism = run.MechanismFrom(parsed);
            run.RequireOneOrder(parsed);
            var (outFolder, named) = Inputs.Result(parsed, folder);
            var workbookPath = named ?? (parsed.GetValue(workbook) ? Path.Combine(outFolder, AllocationStore.WorkbookFile) : null);
            var input = files.Read(parsed);
            var order = run.OrderFrom(parsed, input.Instance, mechanism);
            run.SayWhatIsNotUsed(parsed, input.Instance, mechanism, order);
            var started = Stopwatch.GetTimestamp();
            var allocation = mechanism.Run(input.Instance, order, limit);
            var secondsMatched = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var minimums = MinimumNumbers.Cost(allocation);
            var certificate = AllocationStore.WriteResult(outFolder, input, allocation, secondsMatched, minimums);
            if (workbookPath is not null)
            {
                AllocationStore.WriteWorkbook(workbookPath, allocation, certificate, minimums);
            }

            if (workbookPath != Path.Combine(outFolder, AllocationStore.WorkbookFile) && AllocationStore.RemoveWorkbook(outFolder))
            {
                Console.Error.WriteLine($"{AllocationStore.WorkbookFile} of the result that was there before is gone with it.");
            }

            if (parsed.GetValue(json))
            {
                Console.Out.Write(File.ReadAllText(Path.Combine(outFolder, AllocationStore.SummaryFile)) + "\n");
            }

            RunOptions.SayWhatIsNotUsed(certificate.Unused);
            if (input.Instance.HasLinks && certificate.BrokenLinks.Count > 0)
            {
                Console.Error.WriteLine($"{certificate.BrokenLinks.Count} linked {(certificate.BrokenLinks.Count == 1 ? "pair is" : "pairs are")} not together; the certificate names them.");
            }

            foreach (var below in certificate.BelowMinimum)
            {
                Console.Error.WriteLine($"“{below.Post}” has {below.Has}, its minimum is {below.Minimum}.");
            }

            if (minimums is not null)
            {
                Console.Error.WriteLine(minimums.Says + (minimums.Moves.Count > 0 ? $" {AllocationStore.SummaryFile} names them." : ""));
            }

            var held = certificate.Held.Count == 0 ? "" : $", {certificate.Held.Count} held a post before the run";
            Console.Error.WriteLine($"{certificate.Placed} of {certificate.Applicants - certificate.Held.Count} placed by {certificate.Mechanism}{held}; written to {outFolder}{(named is null ? "" : $" and {named}")}");
            if (allocation.IsComplete)
            {
                return ExitCode.Done;
            }

            Console.Error.WriteLine($"The time limit was reached: the result respects places and lists, and {certificate.BlockingPairCount} pairs block.");
            return ExitCode.TimeLimit;
        }));
        command.Subcommands.Add(VerifyCommand.Create());
        command.Subcommands.Add(WhyNotCommand.Create());
        command.Subcommands.Add(SimulateCommand.Create());
        command.Subcommands.Add(GenerateCommand.Create());
        command.Subcommands.Add(DrawCommand.Create());
        return command;
    }
}
