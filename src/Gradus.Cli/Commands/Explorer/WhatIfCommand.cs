using System.CommandLine;
using System.Globalization;
using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary><c>gradus specialty-explorer what-if</c>: shows an editor what one changed value moves.</summary>
internal static class WhatIfCommand
{
    private const int MostDoctors = 1000;

    public static Command Create()
    {
        var content = Shared.Content();
        var specialty = new Option<string>("--specialty") { Description = "The specialty to change.", Required = true };
        var dimension = new Option<string>("--dimension") { Description = "The dimension to change.", Required = true };
        var mean = new Option<double>("--mean") { Description = "The new value, from 0 to 1.", Required = true };
        var spread = new Option<double?>("--spread") { Description = "The new spread." };
        var answers = new Option<string?>("--answers") { Description = "Also show what moves for these answers." };
        var doctors = new Option<int>("--doctors") { Description = "Synthetic doctors of each specialty.", DefaultValueFactory = _ => 10 };
        var json = Shared.Json();
        var command = new Command("what-if", "Change one value of a profile and see what moves.") { specialty, dimension, mean, spread, answers, doctors, json, content };
        command.SetAction(parsed =>
        {
            var before = SpecialtyExplorerContent.Load(ContentDirectory.Find(parsed.GetValue(content))).CreateModel();
            var id = parsed.GetValue(specialty)!;
            var value = parsed.GetValue(mean);
            var known = before.IndexOf(id);
            var d = Dimensions.IndexOf(parsed.GetValue(dimension));
            var fault = known < 0 ? $"--specialty: there is no specialty “{id}”; ./gradus specialty-explorer profiles lists them"
                : d < 0 ? $"--dimension: expected one of {string.Join(", ", Dimensions.Ids)}"
                : value is not (>= 0 and <= 1) ? "--mean: expected a number from 0 to 1"
                : parsed.GetValue(spread) is { } given && given is not (> 0 and <= 1) ? "--spread: expected a number above 0, at most 1"
                : parsed.GetValue(doctors) is < 1 or > MostDoctors ? $"--doctors: expected a number from 1 to {MostDoctors}"
                : null;
            if (fault is not null)
            {
                throw new UsageException(fault);
            }

            var after = before.With(id, Dimensions.Ids[d], cell => cell with { Mean = value, Spread = parsed.GetValue(spread) ?? cell.Spread });
            Answers? own = null;
            if (parsed.GetValue(answers) is { } file)
            {
                own = AnswersFile.Read(file, before.Questionnaire);
            }

            var report = WhatIfSimulator.Compare(before, after, parsed.GetValue(doctors), seed: 1);
            var places = own is null ? null : Places(before, after, own);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new
                {
                    Specialty = id,
                    Dimension = Dimensions.Ids[d],
                    Before = before.Profiles[known].Cells[d].Mean,
                    After = value,
                    report.Doctors,
                    report.ListsChanged,
                    report.Kept,
                    report.Movements,
                    Places = places,
                });
                return ExitCode.Done;
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}, {Dimensions.Ids[d]}: {before.Profiles[known].Cells[d].Mean:0.00} becomes {value:0.00}"));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Of {report.Doctors} synthetic doctors, {report.ListsChanged * 100:0} of 100 get another top five; {report.Kept:0.00} of 5 stay on average."));
            foreach (var movement in report.Movements.Take(15))
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {movement.Specialty,-42} in the top five {movement.Before * 100,5:0.0} → {movement.After * 100,5:0.0} of 100"));
            }

            foreach (var place in places ?? [])
            {
                Console.Out.WriteLine($"  your answers: {place.Specialty} moves from {place.Before} to {place.After}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static List<Place> Places(ExplorerModel before, ExplorerModel after, Answers answers)
    {
        var one = Matcher.Score(before, answers);
        var other = Matcher.Score(after, answers);
        var places = new List<Place>();
        for (var place = 0; place < one.Ranked; place++)
        {
            var now = Array.IndexOf(other.Order, one.Order[place], 0, other.Ranked);
            if (now != place)
            {
                places.Add(new Place(before.Profiles[one.Order[place]].Specialty.Id, place + 1, now + 1));
            }
        }

        return places;
    }

    /// <summary>Where a specialty stands for somebody's own answers, from 1, before and after.</summary>
    private sealed record Place(string Specialty, int Before, int After);
}
