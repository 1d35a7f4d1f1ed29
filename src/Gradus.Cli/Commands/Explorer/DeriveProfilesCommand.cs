using System.CommandLine;
using System.Globalization;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary><c>gradus specialty-explorer derive-profiles</c>: makes the profiles again from the tables they rest on.</summary>
internal static class DeriveProfilesCommand
{
    public static Command Create()
    {
        var content = Shared.Content();
        var apply = new Option<bool>("--apply") { Description = "Write tables/profiles.csv; without it only the notes are printed." };
        var command = new Command("derive-profiles", "Make the profiles again from the editorial tables, O*NET and the 1999 income ranks.") { apply, content };
        command.SetAction(parsed =>
        {
            var derived = SpecialtyExplorerContent.DeriveProfiles(ContentDirectory.Find(parsed.GetValue(content)));
            foreach (var note in derived.Notes)
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{note.Dimension,-20} {note.Elements}: {note.Specialties} specialties, correlation {note.Correlation:0.00} with the editorial order; used in {note.Used}, kept editorial in {note.Kept}"));
            }

            foreach (var group in derived.Profiles.SelectMany(profile => profile.Cells).GroupBy(cell => cell.Source).OrderBy(group => group.Key))
            {
                Console.Out.WriteLine($"{group.Key.Key(),-20} {group.Count()} cells");
            }

            if (parsed.GetValue(apply))
            {
                SpecialtyExplorerContent.SaveProfiles(ContentDirectory.Find(parsed.GetValue(content)), derived.Profiles);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
