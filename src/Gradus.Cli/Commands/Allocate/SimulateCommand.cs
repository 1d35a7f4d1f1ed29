using System.CommandLine;
using System.Globalization;
using Gradus.Matching.Chances;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Proofs;

namespace Gradus.Cli.Commands.Allocate;

/// <summary><c>gradus allocate simulate</c>: everybody's odds over many random orders, as CSV.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var files = new InstanceOptions();
        var run = new RunOptions();
        var draws = new Option<int>("--draws") { Description = "How many random orders", DefaultValueFactory = _ => 10_000 };
        var threads = new Option<int>("--threads") { Description = "How many threads; the odds do not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("simulate",
            "Odds for everybody: applicant,choice,post,odds, the choice blank for no post, fixed for one held before") { files.Applicants, files.Posts,
                files.Fixed, run.Mechanism, run.Seed, run.Tiers, draws, threads };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var (count, width) = (parsed.GetValue(draws), parsed.GetValue(threads));
            if (count < 1 || width is < 1 or > 1024)
            {
                throw new UsageException("Expected --draws from 1 and --threads from 1 to 1024");
            }

            var mechanism = run.MechanismFrom(parsed);
            var instance = files.Read(parsed).Instance;
            RunOptions.SayWhatIsNotUsed(UnusedInput.Of(instance, mechanism, ApplicantOrder.Seeded(instance, parsed.GetValue(run.Seed) ?? 1)));
            if (instance.HasMinimums)
            {
                Console.Error.WriteLine("Not used: the column “minimum”, because no mechanism heeds it; allocate checks it after a run.");
            }

            SimulatedOdds odds;
            using (var progress = new ProgressBar("Drawing"))
            {
                odds = AllocationSimulator.Run(instance, mechanism, count, parsed.GetValue(run.Seed) ?? 1, width, progress);
            }

            using var output = Console.OpenStandardOutput();
            using var writer = new CsvWriter(output);
            writer.Field("applicant").Field("choice").Field("post").Field("odds").EndRow();
            for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
            {
                if (instance.HeldBy(applicant) is >= 0 and var held)
                {
                    writer.Text(instance.Applicants.Utf8(applicant)).Field(PlacementsFile.Held).Text(instance.Posts.Utf8(held)).Field("1").EndRow();
                    continue;
                }

                var counts = odds.CountsOf(applicant);
                for (var choice = 0; choice < counts.Length; choice++)
                {
                    if (counts[choice] > 0)
                    {
                        writer.Text(instance.Applicants.Utf8(applicant))
                            .Number(choice + 1)
                            .Text(instance.Posts.Utf8(instance.ChoicesOf(applicant)[choice]))
                            .Field(Share(counts[choice], count))
                            .EndRow();
                    }
                }

                if (odds.UnplacedCountOf(applicant) is > 0 and var unplaced)
                {
                    writer.Text(instance.Applicants.Utf8(applicant)).Field("").Field("").Field(Share(unplaced, count)).EndRow();
                }
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static string Share(long count, int draws) => ((double)count / draws).ToString("0.######", CultureInfo.InvariantCulture);
}
