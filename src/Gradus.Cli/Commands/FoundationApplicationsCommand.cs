using System.CommandLine;
using System.Globalization;
using Gradus.Data.Content;
using Gradus.FoundationApplications;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus foundation-applications</c>: the chance of each foundation school.</summary>
public static class FoundationApplicationsCommand
{
    private const int MostScenarios = 100_000;

    /// <summary>The command with its subcommands.</summary>
    public static Command Create() => new("foundation-applications", "Applying to the foundation programme") { Chances() };

    private static Command Chances()
    {
        var order = new Option<string>("--order") { Description = "All schools, best first, separated by semicolons", Required = true };
        var year = new Option<int?>("--year") { Description = "The year whose figures are used; the newest unless given" };
        var tier = new Option<string?>("--tier") { Description = "priority | other, under the Act of 2026; all together unless given" };
        var linked = new Option<string?>("--linked") { Description = "The order of somebody you are linked with" };
        var count = new Option<int>("--scenarios") { Description = "How many scenarios of what others list", DefaultValueFactory = _ => 100 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the scenarios", DefaultValueFactory = _ => 1 };
        var content = new Option<string?>("--content") { Description = "The content folder; otherwise the nearest folder “content”.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Print what the API would." };
        var command = new Command("chances", "The chance of each foundation school with an order of all of them") { order, year, tier, linked, count, seed, content, json };
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
            var scenarios = OthersScenarios.Build(schools, TierFrom(parsed.GetValue(tier)), parsed.GetValue(count), parsed.GetValue(seed));
            var chances = ChancesSimulator.Simulate(scenarios, own, partners);
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

        foreach (var assumption in chances.Assumptions)
        {
            Console.Out.WriteLine("- " + assumption);
        }
    }
}
