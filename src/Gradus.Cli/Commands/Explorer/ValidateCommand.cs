using System.CommandLine;
using System.Globalization;
using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary><c>gradus specialty-explorer validate</c>: synthetic doctors through the matcher.</summary>
internal static class ValidateCommand
{
    private const int MostDoctors = 10_000;

    public static Command Create()
    {
        var content = Shared.Content();
        var doctors = new Option<int>("--doctors") { Description = "Synthetic doctors of each specialty at each level of noise.", DefaultValueFactory = _ => 20 };
        var seed = new Option<ulong>("--seed") { Description = "The seed of the doctors.", DefaultValueFactory = _ => 20261125 };
        var diagram = new Option<string?>("--diagram") { Description = "Write the reliability diagram to this SVG file." };
        var plain = new Option<bool>("--fixed-bandwidth") { Description = "Try the kernel without the spread within specialties." };
        var json = Shared.Json();
        var command = new Command("validate", "Run synthetic doctors through the matcher and report how well it does.") { doctors, seed, diagram, plain, json, content };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(doctors) is < 1 or > MostDoctors)
            {
                throw new UsageException($"--doctors: expected a number from 1 to {MostDoctors}");
            }

            var loaded = SpecialtyExplorerContent.Load(ContentDirectory.Find(parsed.GetValue(content)));
            var model = loaded.CreateModel(parsed.GetValue(plain) ? ModelSettings.Default with { WidenBySpread = false } : null);
            var report = ValidationHarness.Run(model, new ValidationPlan(parsed.GetValue(doctors), parsed.GetValue(seed), loaded.Popularity()));
            if (parsed.GetValue(diagram) is { } file)
            {
                File.WriteAllText(file, ReliabilityDiagram.Draw(report));
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(report);
                return ExitCode.Done;
            }

            Console.Out.WriteLine($"Model {report.ModelVersion}, seed {report.Seed}. {report.Caution}");
            Console.Out.WriteLine("");
            Console.Out.WriteLine("| Form or baseline | Noise | Doctors | Top 1 | Top 3 | Top 5 (95% interval) | Top 10 | Mean reciprocal rank | Own family leads |");
            Console.Out.WriteLine("|---|---|---|---|---|---|---|---|---|");
            foreach (var rates in report.HitRates)
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {rates.What} | {rates.Noise} | {(rates.Doctors == 0 ? "" : rates.Doctors)} | {rates.TopOne:0.0%} | {rates.TopThree:0.0%} | {rates.TopFive:0.0%}{(rates.Doctors == 0 ? "" : $" ({rates.TopFiveLow:0.0%}–{rates.TopFiveHigh:0.0%})")} | {rates.TopTen:0.0%} | {rates.MeanReciprocalRank:0.000} | {rates.FamilyFirst:0.0%} |"));
            }

            Console.Out.WriteLine("");
            foreach (var (noise, share) in report.ShortOfFull)
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Short form's top-five hits as a share of the full form's, {noise} noise: {share:0.0%}"));
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Short and full form share {report.ShortFullOverlap:0.00} of 5; the short form asked {report.ShortStatements:0.0} statements."));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Two sittings at medium noise share {report.RetestOverlap:0.00} of 5; at least 3 for {report.RetestAtLeastThree:0.0%} of doctors."));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Every editorial cell moved by one step of 0.10: the top five keeps four for {report.EditorialKeepsFour:0.0%}, {report.EditorialOverlap:0.00} of 5 on average."));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Brier score of the chance of the top five: {report.Brier:0.0000}."));
            foreach (var bin in report.Reliability)
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  stated {bin.Stated:0.00}, observed {bin.Observed:0.00} ({bin.Low:0.00}–{bin.High:0.00}), {bin.Pairs} pairs"));
            }

            Console.Out.WriteLine($"Inputs read: {report.Inputs.Count}; protected characteristics among them: {(report.ReadsProtected ? "yes" : "none")}.");
            return report.ReadsProtected ? ExitCode.No : ExitCode.Done;
        });
        return command;
    }
}
