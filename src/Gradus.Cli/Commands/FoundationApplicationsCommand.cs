using System.CommandLine;
using System.Globalization;
using Gradus.Data.Content;
using Gradus.FoundationApplications;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus foundation-applications</c>: the model of chances against what happened, beside the declared tools.</summary>
public static class FoundationApplicationsCommand
{
    private const int MostRounds = 10_000;

    /// <summary>The command with its subcommands.</summary>
    public static Command Create() => new("foundation-applications", "Applying to the foundation programme") { BackTest() };

    private static Command BackTest()
    {
        var rounds = new Option<int>("--rounds") { Description = "How many rounds are made up for each calibration, and scenarios for each year", DefaultValueFactory = _ => 40 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of everything drawn", DefaultValueFactory = _ => 1 };
        var content = Shared.Content();
        var json = Shared.Json();
        var command = new Command("back-test", "The model of chances against published years and made-up rounds") { rounds, seed, content, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(rounds) is < 1 or > MostRounds)
            {
                throw new UsageException($"--rounds: expected a number from 1 to {MostRounds}");
            }

            var library = ContentLoader.LoadFigures(ContentDirectory.Find(parsed.GetValue(content)), FoundationApplicationsContent.System);
            BackTestResult result;
            using (var progress = new ProgressBar("Rounds"))
            {
                result = ChancesBackTest.Run(FoundationApplicationsContent.Schools(library), parsed.GetValue(rounds), parsed.GetValue(seed), progress);
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(result);
            }
            else
            {
                Print(result);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(BackTestResult result)
    {
        string Percent(double part) => (100 * part).ToString("0.00", CultureInfo.InvariantCulture) + "%";
        string Range(ScenarioRange range) => $"{Percent(range.Low)}, {Percent(range.Mid)}, {Percent(range.High)}";
        Console.Out.WriteLine("year  people  places  first choice  simulated  first five: low, middle, high of scenarios  last five");
        foreach (var year in result.Years)
        {
            Console.Out.WriteLine($"{year.Year}  {year.People,6}  {year.Places,6}  {Percent(year.FirstChoice),12}  {Percent(year.FirstChoiceSimulated),9}  {Range(year.TopFive)}  {Range(year.LastFive)}");
        }

        foreach (var calibration in result.Calibrations)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine($"{calibration.Rounds} made-up rounds, {calibration.Name}: {calibration.Answers} chances, {Percent(calibration.InRange)} in the range shown, mean distance {Percent(calibration.MeanError)}, first choices {Percent(calibration.FirstChoiceError)}");
            Console.Out.WriteLine("shown              count  mean shown  happened");
            foreach (var line in calibration.Reliability)
            {
                Console.Out.WriteLine($"{Percent(line.From),7} to {Percent(line.Below),7}  {line.Count,5}  {Percent(line.Shown),10}  {Percent(line.Happened),8}");
            }
        }
    }
}
