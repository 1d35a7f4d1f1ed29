using System.CommandLine;
using System.Globalization;
using Gradus.Data.Content;
using Gradus.FoundationApplications;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus foundation-applications</c>: the chance of each foundation school.</summary>
public static class FoundationApplicationsCommand
{
    private const int MostScenarios = 100_000;
    private const int MostRounds = 10_000;

    /// <summary>The command with its subcommands.</summary>
    public static Command Create() => new("foundation-applications", "Applying to the foundation programme") { Chances(), BackTest() };

    private static Command Chances()
    {
        var order = new Option<string>("--order") { Description = "All schools, best first, separated by semicolons", Required = true };
        var year = new Option<int?>("--year") { Description = "The year whose figures are used; the newest unless given" };
        var tier = new Option<string?>("--tier") { Description = "priority | other, under the Act of 2026; all together unless given" };
        var linked = new Option<string?>("--linked") { Description = "The order of somebody you are linked with" };
        var count = new Option<int>("--scenarios") { Description = "How many scenarios of what others list", DefaultValueFactory = _ => 100 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the scenarios", DefaultValueFactory = _ => 1 };
        var others = new Option<bool>("--others") { Description = "Say too what it would change to put each other school first" };
        var got = new Option<int?>("--got") { Description = "The choice you got, from 1: say what that tells of your rank" };
        var content = Shared.Content();
        var json = Shared.Json();
        var command = new Command("chances", "The chance of each foundation school with an order of all of them") { order, year, tier, linked, count, seed, others, got, content, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(count) is < 1 or > MostScenarios)
            {
                throw new UsageException($"--scenarios: expected a number from 1 to {MostScenarios}");
            }

            var rows = FoundationApplicationsContent.Schools(ContentLoader.LoadFigures(ContentDirectory.Find(parsed.GetValue(content)), FoundationApplicationsContent.System));
            var schools = SchoolsOf(rows, parsed.GetValue(year) ?? FoundationSchools.NewestYear(rows));
            var own = ReadOrder(schools, parsed.GetRequiredValue(order), "--order");
            var partners = parsed.GetValue(linked) is { } text ? ReadOrder(schools, text, "--linked") : null;
            if (parsed.GetValue(got) is { } choice && (choice < 1 || choice > own.Length))
            {
                throw new UsageException($"--got: expected the choice you got, from 1 to {own.Length}");
            }

            var scenarios = OthersScenarios.Build(schools, TierFrom(parsed.GetValue(tier)), parsed.GetValue(count), parsed.GetValue(seed));
            var chances = ChancesSimulator.Answer(scenarios, new ChancesQuestion(own, partners, parsed.GetValue(others), parsed.GetValue(got)));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(chances);
            }
            else
            {
                Print(chances);
            }

            return ExitCode.Done;
        });
        return command;
    }

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

    private static FoundationSchools SchoolsOf(IReadOnlyList<FoundationSchoolYear> rows, int year) =>
        rows.Any(row => row.Year == year)
            ? new FoundationSchools(rows, year)
            : throw new UsageException($"--year: there are figures for {string.Join(", ", rows.Select(row => row.Year).Distinct().Order())}, not for {year}");

    private static int[] ReadOrder(FoundationSchools schools, string text, string option)
    {
        var (order, fault) = schools.ReadOrder(text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return fault is null ? order : throw new UsageException($"{option}: {fault}");
    }

    private static PriorityTier? TierFrom(string? text) => text switch
    {
        null => null,
        "priority" => PriorityTier.Priority,
        "other" => PriorityTier.Other,
        _ => throw new UsageException($"--tier: expected priority or other, found “{text}”"),
    };

    private static void Print(FoundationChances chances)
    {
        Console.Out.WriteLine($"Of 100 simulated rounds with the figures of {chances.Year} (in brackets: the range over what others may list)");
        foreach (var (school, place) in chances.Schools.Select((school, place) => (school, place)))
        {
            var passTwo = place > 0 && !school.ReachableInPassTwo ? ", full after first choices" : "";
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{place + 1,2}. {school.School}: about {100 * school.Mid:0} ({100 * school.Low:0} to {100 * school.High:0}); put first: {100 * school.FirstChoice:0}{passTwo}"));
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"No school: about {100 * chances.Unplaced:0}"));
        if (chances.Linked is { } pair)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Linked: together in about {100 * pair.Together:0}, both at the first choice in {100 * pair.TogetherAtFirst:0}. Unlinked: together in {100 * pair.UnlinkedTogether:0}, both at the first choice in {100 * pair.UnlinkedBothAtFirst:0}, one of you in {100 * pair.UnlinkedOneAtFirst:0}."));
        }

        if (chances.Rank is { } rank)
        {
            Console.Out.WriteLine(rank.Says);
        }

        if (chances.Others is { } others)
        {
            Console.Out.WriteLine("With another school moved to the top, the rest as you have it (others may change their lists too, and then this changes):");
            foreach (var other in others)
            {
                var (then, former) = (other.Schools[0], other.Schools[1]);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"    {other.PutFirst}: about {100 * then.Mid:0} ({100 * then.Low:0} to {100 * then.High:0}), {former.School} then about {100 * former.Mid:0}, no school about {100 * other.Unplaced:0}"));
            }
        }

        foreach (var assumption in chances.Assumptions)
        {
            Console.Out.WriteLine("- " + assumption);
        }
    }
}
