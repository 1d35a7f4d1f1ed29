using System.CommandLine;
using System.Globalization;
using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary><c>gradus specialty-explorer import-survey</c>: what a survey of doctors about their jobs would change.</summary>
internal static class ImportSurveyCommand
{
    public static Command Create()
    {
        var content = Shared.Content();
        var file = new Argument<string>("file") { Description = "A CSV file: version, specialty, would-choose-again and the 13 dimensions from 1 to 5." };
        var apply = new Option<bool>("--apply") { Description = "Write the new profiles into content; without it only the effect is reported." };
        var json = Shared.Json();
        var command = new Command("import-survey", "Report what a survey of doctors about their jobs would change in the profiles.") { file, apply, json, content };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
            {
                throw new UsageException($"There is no file {path}.");
            }

            var loaded = SpecialtyExplorerContent.Load(ContentDirectory.Find(parsed.GetValue(content)));
            var before = loaded.CreateModel();
            var (responses, errors) = SurveyFile.Read(path, before);
            foreach (var (line, error) in errors)
            {
                Console.Error.WriteLine(error.Field.Length == 0 ? $"line {line}: {error.Message}" : $"line {line}: {error.Field}: {error.Message}");
            }

            var effect = SurveyAggregator.Aggregate(before, responses);
            var changed = effect.Profiles.ToDictionary(profile => profile.Specialty.Id, StringComparer.Ordinal);
            var after = before.With((profile, d, _) => changed[profile.Specialty.Id].Cells[d]);
            var isApplied = parsed.GetValue(apply) && errors.Count == 0;
            if (isApplied)
            {
                Apply(ContentDirectory.Find(parsed.GetValue(content)), effect.Profiles);
            }

            var report = WhatIfSimulator.Compare(before, after, doctorsPerSpecialty: 5, seed: 1);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new { effect.Responses, effect.Changes, effect.Suppressed, Effect = report, Applied = isApplied });
            }
            else
            {
                Console.Out.WriteLine($"{effect.Responses} responses read, {errors.Count} faults. {effect.Changes.Count} cells would change; {effect.Suppressed} cells have fewer than {SurveyAggregator.LeastAnswers} answers and stay as they are.");
                foreach (var change in effect.Changes)
                {
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"  {change.Specialty,-42} {change.Dimension,-20} {change.Before:0.00} → {change.After:0.00}  ({change.Answers} answers)"));
                }

                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"Of {report.Doctors} synthetic doctors, {report.ListsChanged * 100:0} of 100 would get another top five; {report.Kept:0.00} of 5 stay on average."));
            }

            if (parsed.GetValue(apply))
            {
                Console.Error.WriteLine(isApplied ? "Applied: the profiles are those of the survey now." : "Nothing was applied: mend the faults first.");
            }

            return errors.Count > 0 ? ExitCode.Usage : ExitCode.Done;
        });
        return command;
    }

    private static void Apply(string content, IReadOnlyList<SpecialtyProfile> profiles)
    {
        try
        {
            SpecialtyExplorerContent.SaveSurvey(content, profiles, Shared.Today);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Nothing was applied, the content is as it was: {fault.Message}");
        }
    }
}
