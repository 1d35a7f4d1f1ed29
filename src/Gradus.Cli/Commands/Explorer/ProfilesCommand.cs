using System.CommandLine;
using System.Globalization;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary><c>gradus specialty-explorer profiles</c>: each specialty on the 13 dimensions, with where each value comes from.</summary>
internal static class ProfilesCommand
{
    public static Command Create()
    {
        var content = Shared.Content();
        var json = Shared.Json();
        var command = new Command("profiles", "The profile of each specialty on the 13 dimensions, with where each value comes from.") { json, content };
        command.SetAction(parsed =>
        {
            var loaded = SpecialtyExplorerContent.Load(ContentDirectory.Find(parsed.GetValue(content)));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(
                    loaded.Profiles.Select(profile => new
                    {
                        Specialty = profile.Specialty.Id,
                        Dimensions = Dimensions.Ids.Select((id, d) => (Id: id, Cell: profile.Cells[d])).ToDictionary(
                            pair => pair.Id,
                            pair => new { pair.Cell.Mean, pair.Cell.Spread, Source = pair.Cell.Source.Key(), Status = pair.Cell.Status.Key(), pair.Cell.Reason },
                            StringComparer.Ordinal),
                    }));
                return ExitCode.Done;
            }

            foreach (var profile in loaded.Profiles)
            {
                Console.Out.WriteLine(profile.Specialty.Name);
                for (var d = 0; d < Dimensions.Count; d++)
                {
                    var cell = profile.Cells[d];
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"  {Dimensions.Ids[d],-20} {(cell.Mean is { } mean ? mean.ToString("0.00", CultureInfo.InvariantCulture) : "unknown")} ± {cell.Spread:0.00}  {cell.Source.Words(),-18} {cell.Reason}"));
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
