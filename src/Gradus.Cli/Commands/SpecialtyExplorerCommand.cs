using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands;

/// <summary>The specialty explorer on the command line.</summary>
public static class SpecialtyExplorerCommand
{
    private const int BatchSize = 512;

    private static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command with its subcommands; content is read from the directory when a subcommand runs.</summary>
    public static Command Create(Func<string> contentDirectory)
    {
        var command = new Command("specialty-explorer", "Which specialties are worth exploring, with reasons and honest uncertainty.")
        {
            Questions(contentDirectory),
            Profiles(contentDirectory),
            Match(contentDirectory),
            WhatIf(contentDirectory),
            Validate(contentDirectory),
            ImportSurvey(contentDirectory),
            DeriveProfiles(contentDirectory),
        };
        return command;
    }

    private static Option<bool> JsonOption() => new("--json") { Description = "Print JSON." };

    private static Command Questions(Func<string> content)
    {
        var json = JsonOption();
        var command = new Command("questions", "The statements, best-worst tasks, interest areas and limits.") { json };
        command.SetAction(parse =>
        {
            var questionnaire = SpecialtyExplorerContent.Load(content()).Questionnaire;
            if (parse.GetValue(json))
            {
                WriteLine(JsonSerializer.Serialize(
                    new
                    {
                        questionnaire.Statements,
                        questionnaire.Tasks,
                        questionnaire.Interests,
                        Limits = Questionnaire.LimitIds,
                        questionnaire.Dimensions,
                        ShortTasks = questionnaire.ShortTasks.Select(task => task.Task),
                    },
                    Pretty));
                return 0;
            }

            foreach (var statement in questionnaire.Statements)
            {
                WriteLine($"{statement.Id,-22} {statement.Text}{(statement.Reversed ? "  [reversed]" : "")}");
            }

            foreach (var task in questionnaire.Tasks)
            {
                WriteLine($"task {task.Task,-17} {string.Join(", ", task.Dimensions)}");
            }

            foreach (var area in questionnaire.Interests)
            {
                WriteLine($"{area.Id,-22} {string.Join(", ", area.Choices.Select(choice => choice.Id))}, {Questionnaire.NoPreference}");
            }

            WriteLine($"{"limits",-22} {string.Join(", ", Questionnaire.LimitIds)}");
            return 0;
        });
        return command;
    }

    private static Command Profiles(Func<string> content)
    {
        var json = JsonOption();
        var command = new Command("profiles", "The profile of each specialty on the 13 dimensions, with where each value comes from.") { json };
        command.SetAction(parse =>
        {
            var loaded = SpecialtyExplorerContent.Load(content());
            if (parse.GetValue(json))
            {
                WriteLine(JsonSerializer.Serialize(
                    loaded.Profiles.Select(profile => new
                    {
                        Specialty = profile.Specialty.Id,
                        Dimensions = Dimensions.Ids.Select((id, d) => (Id: id, Cell: profile.Cells[d])).ToDictionary(
                            pair => pair.Id,
                            pair => new { pair.Cell.Mean, pair.Cell.Spread, Source = pair.Cell.Source.Key(), Status = pair.Cell.Status.Key(), pair.Cell.Reason },
                            StringComparer.Ordinal),
                    }),
                    Pretty));
                return 0;
            }

            foreach (var profile in loaded.Profiles)
            {
                WriteLine(profile.Specialty.Name);
                for (var d = 0; d < Dimensions.Count; d++)
                {
                    var cell = profile.Cells[d];
                    WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Dimensions.Ids[d],-20} {(cell.Mean is { } mean ? mean.ToString("0.00", CultureInfo.InvariantCulture) : "unknown")} ± {cell.Spread:0.00}  {cell.Source.Words(),-18} {cell.Reason}"));
                }
            }

            return 0;
        });
        return command;
    }

    private static Command Match(Func<string> content)
    {
        var answers = new Option<string>("--answers") { Description = "A file of answers: one JSON object, or JSON lines; - for standard input.", Required = true };
        var lines = new Option<bool>("--lines") { Description = "Read one JSON object a line, whatever the file is called." };
        var top = new Option<int?>("--top") { Description = "Keep only the first so many specialties of each result." };
        var cores = new Option<int>("--cores") { Description = "How many cores to use for JSON lines; all by default.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var json = JsonOption();
        var command = new Command("match", "Compare answers with every specialty.") { answers, lines, top, cores, json };
        command.SetAction(parse =>
        {
            var file = parse.GetValue(answers)!;
            if (file != "-" && !File.Exists(file))
            {
                Console.Error.WriteLine($"There is no file {file}.");
                return 2;
            }

            var model = SpecialtyExplorerContent.Load(content()).CreateModel();
            using var input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            using var reader = new StreamReader(input, Encoding.UTF8);
            var keep = parse.GetValue(top) ?? int.MaxValue;
            if (parse.GetValue(lines) || file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase))
            {
                return MatchLines(model, [], reader, keep, parse.GetValue(cores));
            }

            var first = reader.ReadLine() ?? "";
            var second = ReadPastBlank(reader);
            if (second is not null && IsObject(first))
            {
                return MatchLines(model, [first, second], reader, keep, parse.GetValue(cores));
            }

            var text = second is null ? first : first + "\n" + second + "\n" + reader.ReadToEnd();
            var read = AnswersReader.Read(text, model.Questionnaire);
            if (!read.IsValid)
            {
                // Several objects on lines of their own, of which the first is bad: answer the good ones.
                if (second is not null && text.Split('\n').Skip(1).Any(IsObject))
                {
                    using var again = new StringReader(text);
                    return MatchLines(model, [], again, keep, parse.GetValue(cores));
                }

                foreach (var error in read.Errors)
                {
                    Console.Error.WriteLine(error.Field.Length == 0 ? $"{file}: {error.Message}" : $"{file}: {error.Field}: {error.Message}");
                }

                return 2;
            }

            var result = Keep(Matcher.Match(model, read.Value), keep);
            if (parse.GetValue(json))
            {
                WriteLine(JsonSerializer.Serialize(result, Pretty));
            }
            else
            {
                Print(model, result);
            }

            return 0;
        });
        return command;
    }

    /// <summary>Answers line by line, in the order of the lines whatever the number of cores; a bad line goes to standard error and the rest come through.</summary>
    private static int MatchLines(ExplorerModel model, IReadOnlyList<string> already, TextReader reader, int keep, int cores)
    {
        var failed = false;
        var number = 0;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        var queue = new Queue<string>(already);
        var batch = new List<(int Number, string Text)>(BatchSize);
        var results = new (string? Result, IReadOnlyList<FieldError> Errors)[BatchSize];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, cores) };
        while (true)
        {
            batch.Clear();
            while (batch.Count < BatchSize && (queue.Count > 0 ? queue.Dequeue() : reader.ReadLine()) is { } line)
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    batch.Add((number, line));
                }
            }

            if (batch.Count == 0)
            {
                break;
            }

            Parallel.For(0, batch.Count, options, index =>
            {
                var read = AnswersReader.Read(batch[index].Text, model.Questionnaire);
                results[index] = read.IsValid ? (JsonSerializer.Serialize(Keep(Matcher.Match(model, read.Value), keep), OneLine), []) : (null, read.Errors);
            });
            for (var index = 0; index < batch.Count; index++)
            {
                if (results[index].Result is { } result)
                {
                    output.Write(result);
                    output.Write('\n');
                    continue;
                }

                failed = true;
                foreach (var error in results[index].Errors)
                {
                    Console.Error.WriteLine(error.Field.Length == 0 ? $"line {batch[index].Number}: {error.Message}" : $"line {batch[index].Number}: {error.Field}: {error.Message}");
                }
            }
        }

        output.Flush();
        return failed ? 2 : 0;
    }

    private static Command WhatIf(Func<string> content)
    {
        var specialty = new Option<string>("--specialty") { Description = "The specialty to change.", Required = true };
        var dimension = new Option<string>("--dimension") { Description = "The dimension to change.", Required = true };
        var mean = new Option<double>("--mean") { Description = "The new value, from 0 to 1.", Required = true };
        var spread = new Option<double?>("--spread") { Description = "The new spread." };
        var answers = new Option<string?>("--answers") { Description = "Also show what moves for these answers." };
        var doctors = new Option<int>("--doctors") { Description = "Synthetic doctors of each specialty.", DefaultValueFactory = _ => 10 };
        var json = JsonOption();
        var command = new Command("what-if", "Change one value of a profile and see what moves.") { specialty, dimension, mean, spread, answers, doctors, json };
        command.SetAction(parse =>
        {
            var before = SpecialtyExplorerContent.Load(content()).CreateModel();
            var id = parse.GetValue(specialty)!;
            var value = parse.GetValue(mean);
            var known = before.IndexOf(id);
            var d = Dimensions.IndexOf(parse.GetValue(dimension));
            if (known < 0 || d < 0 || value is < 0 or > 1)
            {
                Console.Error.WriteLine(known < 0 ? $"There is no specialty “{id}”." : d < 0 ? $"There is no dimension “{parse.GetValue(dimension)}”." : "A value is a number from 0 to 1.");
                return 2;
            }

            var after = before.With(id, Dimensions.Ids[d], cell => cell with { Mean = value, Spread = parse.GetValue(spread) ?? cell.Spread });
            Answers? own = null;
            if (parse.GetValue(answers) is { } file)
            {
                var read = AnswersReader.Read(File.ReadAllText(file), before.Questionnaire);
                if (!read.IsValid)
                {
                    foreach (var error in read.Errors)
                    {
                        Console.Error.WriteLine($"{file}: {error.Field}: {error.Message}");
                    }

                    return 2;
                }

                own = read.Value;
            }

            var report = WhatIfSimulator.Compare(before, after, parse.GetValue(doctors), seed: 1);
            var places = own is null ? null : Places(before, after, own);
            if (parse.GetValue(json))
            {
                WriteLine(JsonSerializer.Serialize(new { Specialty = id, Dimension = Dimensions.Ids[d], Before = before.Profiles[known].Cells[d].Mean, After = value, report.Doctors, report.ListsChanged, report.Kept, report.Movements, Places = places }, Pretty));
                return 0;
            }

            WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}, {Dimensions.Ids[d]}: {before.Profiles[known].Cells[d].Mean:0.00} becomes {value:0.00}"));
            WriteLine(string.Create(CultureInfo.InvariantCulture, $"Of {report.Doctors} synthetic doctors, {report.ListsChanged * 100:0} of 100 get another top five; {report.Kept:0.00} of 5 stay on average."));
            foreach (var movement in report.Movements.Take(15))
            {
                WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {movement.Specialty,-42} in the top five {movement.Before * 100,5:0.0} → {movement.After * 100,5:0.0} of 100"));
            }

            foreach (var place in places ?? [])
            {
                WriteLine($"  your answers: {place.Specialty} moves from {place.Before} to {place.After}");
            }

            return 0;
        });
        return command;
    }

    private static Command Validate(Func<string> content)
    {
        var doctors = new Option<int>("--doctors") { Description = "Synthetic doctors of each specialty at each level of noise.", DefaultValueFactory = _ => 20 };
        var seed = new Option<ulong>("--seed") { Description = "The seed of the doctors.", DefaultValueFactory = _ => 20261125 };
        var diagram = new Option<string?>("--diagram") { Description = "Write the reliability diagram to this SVG file." };
        var plain = new Option<bool>("--fixed-bandwidth") { Description = "Try the kernel without the spread within specialties." };
        var json = JsonOption();
        var command = new Command("validate", "Run synthetic doctors through the matcher and report how well it does.") { doctors, seed, diagram, plain, json };
        command.SetAction(parse =>
        {
            var loaded = SpecialtyExplorerContent.Load(content());
            var model = loaded.CreateModel(parse.GetValue(plain) ? ModelSettings.Default with { WidenBySpread = false } : null);
            var report = ValidationHarness.Run(model, new ValidationPlan(parse.GetValue(doctors), parse.GetValue(seed), loaded.Popularity()));
            if (parse.GetValue(diagram) is { } file)
            {
                File.WriteAllText(file, ReliabilityDiagram.Draw(report));
            }

            if (parse.GetValue(json))
            {
                WriteLine(JsonSerializer.Serialize(report, Pretty));
                return 0;
            }

            WriteLine($"Model {report.ModelVersion}, seed {report.Seed}. {report.Caution}");
            WriteLine("");
            WriteLine("| Form or baseline | Noise | Doctors | Top 1 | Top 3 | Top 5 (95% interval) | Top 10 | Mean reciprocal rank | Own family leads |");
            WriteLine("|---|---|---|---|---|---|---|---|---|");
            foreach (var rates in report.HitRates)
            {
                WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rates.What} | {rates.Noise} | {(rates.Doctors == 0 ? "" : rates.Doctors)} | {rates.TopOne:0.0%} | {rates.TopThree:0.0%} | {rates.TopFive:0.0%}{(rates.Doctors == 0 ? "" : $" ({rates.TopFiveLow:0.0%}–{rates.TopFiveHigh:0.0%})")} | {rates.TopTen:0.0%} | {rates.MeanReciprocalRank:0.000} | {rates.FamilyFirst:0.0%} |"));
            }

            WriteLine("");
            foreach (var (noise, share) in report.ShortOfFull)
            {
                WriteLine(string.Create(CultureInfo.InvariantCulture, $"Short form's top-five hits as a share of the full form's, {noise} noise: {share:0.0%}"));
            }

            WriteLine(string.Create(CultureInfo.InvariantCulture, $"Short and full form share {report.ShortFullOverlap:0.00} of 5; the short form asked {report.ShortStatements:0.0} statements."));
            WriteLine(string.Create(CultureInfo.InvariantCulture, $"Two sittings at medium noise share {report.RetestOverlap:0.00} of 5; at least 3 for {report.RetestAtLeastThree:0.0%} of doctors."));
            WriteLine(string.Create(CultureInfo.InvariantCulture, $"Every editorial cell moved by one step of 0.10: the top five keeps four for {report.EditorialKeepsFour:0.0%}, {report.EditorialOverlap:0.00} of 5 on average."));
            WriteLine(string.Create(CultureInfo.InvariantCulture, $"Brier score of the chance of the top five: {report.Brier:0.0000}."));
            foreach (var bin in report.Reliability)
            {
                WriteLine(string.Create(CultureInfo.InvariantCulture, $"  stated {bin.Stated:0.00}, observed {bin.Observed:0.00} ({bin.Low:0.00}–{bin.High:0.00}), {bin.Pairs} pairs"));
            }

            WriteLine($"Inputs read: {report.Inputs.Count}; protected characteristics among them: {(report.ReadsProtected ? "yes" : "none")}.");
            return report.ReadsProtected ? 1 : 0;
        });
        return command;
    }

    private static Command ImportSurvey(Func<string> content)
    {
        var file = new Argument<string>("file") { Description = "A CSV file: version, specialty, would-choose-again and the 13 dimensions from 1 to 5." };
        var apply = new Option<bool>("--apply") { Description = "Write the new profiles into content; without it only the effect is reported." };
        var json = JsonOption();
        var command = new Command("import-survey", "Report what a survey of doctors about their jobs would change in the profiles.") { file, apply, json };
        command.SetAction(parse =>
        {
            var path = parse.GetValue(file)!;
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"There is no file {path}.");
                return 2;
            }

            var loaded = SpecialtyExplorerContent.Load(content());
            var before = loaded.CreateModel();
            var (responses, errors) = SurveyFile.Read(path, before);
            foreach (var (line, error) in errors)
            {
                Console.Error.WriteLine(error.Field.Length == 0 ? $"line {line}: {error.Message}" : $"line {line}: {error.Field}: {error.Message}");
            }

            var effect = SurveyAggregator.Aggregate(before, responses);
            var changed = effect.Profiles.ToDictionary(profile => profile.Specialty.Id, StringComparer.Ordinal);
            var after = before.With((profile, d, _) => changed[profile.Specialty.Id].Cells[d]);
            var report = WhatIfSimulator.Compare(before, after, doctorsPerSpecialty: 5, seed: 1);
            if (parse.GetValue(json))
            {
                WriteLine(JsonSerializer.Serialize(new { effect.Responses, effect.Changes, effect.Suppressed, Effect = report, Applied = parse.GetValue(apply) && errors.Count == 0 }, Pretty));
            }
            else
            {
                WriteLine($"{effect.Responses} responses read, {errors.Count} faults. {effect.Changes.Count} cells would change; {effect.Suppressed} cells have fewer than {SurveyAggregator.LeastAnswers} answers and stay as they are.");
                foreach (var change in effect.Changes)
                {
                    WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {change.Specialty,-42} {change.Dimension,-20} {change.Before:0.00} → {change.After:0.00}  ({change.Answers} answers)"));
                }

                WriteLine(string.Create(CultureInfo.InvariantCulture, $"Of {report.Doctors} synthetic doctors, {report.ListsChanged * 100:0} of 100 would get another top five; {report.Kept:0.00} of 5 stay on average."));
            }

            if (!parse.GetValue(apply))
            {
                return errors.Count > 0 ? 2 : 0;
            }

            if (errors.Count > 0)
            {
                Console.Error.WriteLine("Nothing was applied: mend the faults first.");
                return 2;
            }

            using var writer = new StreamWriter(Path.Combine(loaded.Directory, "tables", "profiles.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            SpecialtyExplorerContent.WriteProfiles(writer, effect.Profiles);
            return 0;
        });
        return command;
    }

    private static Command DeriveProfiles(Func<string> content)
    {
        var apply = new Option<bool>("--apply") { Description = "Write tables/profiles.csv; without it only the notes are printed." };
        var command = new Command("derive-profiles", "Make the profiles again from the editorial tables, O*NET and the 1999 income ranks.") { apply };
        command.SetAction(parse =>
        {
            var derived = SpecialtyExplorerContent.DeriveProfiles(content());
            foreach (var note in derived.Notes)
            {
                WriteLine(string.Create(CultureInfo.InvariantCulture, $"{note.Dimension,-20} {note.Elements}: {note.Specialties} specialties, correlation {note.Correlation:0.00} with the editorial order; used in {note.Used}, kept editorial in {note.Kept}"));
            }

            foreach (var group in derived.Profiles.SelectMany(profile => profile.Cells).GroupBy(cell => cell.Source).OrderBy(group => group.Key))
            {
                WriteLine($"{group.Key.Key(),-20} {group.Count()} cells");
            }

            if (parse.GetValue(apply))
            {
                using var writer = new StreamWriter(Path.Combine(content(), "specialty-explorer", "tables", "profiles.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                SpecialtyExplorerContent.WriteProfiles(writer, derived.Profiles);
            }

            return 0;
        });
        return command;
    }

    private static List<(string Specialty, int Before, int After)> Places(ExplorerModel before, ExplorerModel after, Answers answers)
    {
        var one = Matcher.Score(before, answers);
        var other = Matcher.Score(after, answers);
        var places = new List<(string, int, int)>();
        for (var place = 0; place < one.Ranked; place++)
        {
            var now = Array.IndexOf(other.Order, one.Order[place], 0, other.Ranked);
            if (now != place)
            {
                places.Add((before.Profiles[one.Order[place]].Specialty.Id, place + 1, now + 1));
            }
        }

        return places;
    }

    private static void Print(ExplorerModel model, MatchResult result)
    {
        WriteLine(result.Leanings.Says);
        foreach (var family in result.Leanings.Families.Take(3))
        {
            WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {family.Name}: {family.Share * 10:0.0} of the first ten places"));
        }

        var tie = 0;
        foreach (var match in result.Matches)
        {
            if (match.TieGroup != tie)
            {
                tie = match.TieGroup;
                WriteLine("");
            }

            var name = model.Profiles[model.IndexOf(match.Specialty)].Specialty.Name;
            WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-42} {(match.Band == Band.LessLikely ? "Less likely" : match.Band.ToString()),-12} rank {match.RankLow}–{match.RankHigh}, usually {match.RankMedian}; in the top ten in about {match.InTopTen * 100:0} of 100 draws"));
            if (match.Band != Band.LessLikely)
            {
                foreach (var reason in match.For)
                {
                    WriteLine($"    for: {reason.Says} [{reason.Source}]");
                }

                foreach (var reason in match.Against)
                {
                    WriteLine($"    against: {reason.Says} [{reason.Source}]");
                }

                if (match.Counterfactual is { } change)
                {
                    WriteLine("    " + change.Says);
                }
            }
        }

        if (result.Hidden.Count > 0)
        {
            WriteLine("");
            WriteLine($"Hidden by your limits: {result.Hidden.Count}");
            foreach (var hidden in result.Hidden)
            {
                WriteLine($"  {hidden.Specialty}: {string.Join(", ", hidden.Limits)}");
            }
        }

        foreach (var limit in result.Unchecked)
        {
            WriteLine($"{limit.Limit}: {limit.Says}");
        }

        WriteLine("");
        WriteLine(string.Create(CultureInfo.InvariantCulture, $"Still open: {result.EntropyBits:0.0} of {SteadyMath.Log2(model.Profiles.Count):0.0} bits. This suggests what to explore next; it does not say where you would do well or be appointed. Model {result.ModelVersion}."));
    }

    private static MatchResult Keep(MatchResult result, int keep) => result.Matches.Count <= keep ? result : result with { Matches = [.. result.Matches.Take(keep)] };

    private static bool IsObject(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? ReadPastBlank(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                return line;
            }
        }

        return null;
    }

    private static void WriteLine(string text) => Console.Out.WriteLine(text);
}
