using System.CommandLine;
using System.Text;
using Gradus.Data.Content;
using Gradus.LessThanFullTime;
using Gradus.Rules;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus less-than-full-time</c>: when do I finish training?</summary>
internal static class LessThanFullTimeCommand
{
    public static Command Create()
    {
        var facts = new Option<string>("--facts") { Description = "The plan as JSON; a file of JSON lines (.jsonl) gives one answer a line; “-” reads standard input.", HelpName = "FILE", Required = true };
        var on = Shared.On();
        var nation = Shared.Nation();
        var json = Shared.Json();
        var directory = Shared.Content();
        var completionDate = new Command("completion-date", "When training finishes at a given share of full time, with leave and time out.") { facts, on, nation, json, directory };
        completionDate.SetAction(parsed =>
        {
            var folder = ContentDirectory.Find(parsed.GetValue(directory));
            var library = ContentLoader.LoadFigures(folder, LessThanFullTimeContent.Systems);
            var question = new Asked(folder, library, LessThanFullTimeContent.Figures(library), parsed.GetValue(on), parsed.GetValue(nation), Shared.Today);
            var path = parsed.GetValue(facts)!;
            return path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? AnswerLines(path, question) : AnswerOne(path, question, parsed.GetValue(json));
        });

        var examples = new Command("examples", "The worked examples: question, facts, answer, why.") { directory };
        examples.SetAction(parsed =>
        {
            foreach (var example in ContentLoader.LoadExamples(ContentDirectory.Find(parsed.GetValue(directory)), LessThanFullTimeContent.System))
            {
                Console.Out.WriteLine($"{example.Id}: {example.Says}");
                Console.Out.WriteLine($"  facts   {example.Facts}");
                Console.Out.WriteLine($"  as at   {example.On:yyyy-MM-dd}");
                Console.Out.WriteLine($"  answer  {string.Join(", ", example.Expect.Select(pair => $"{pair.Key} {pair.Value}"))}");
                Console.Out.WriteLine($"  why     {example.Why}");
            }

            return ExitCode.Done;
        });
        return new Command("less-than-full-time", "Training less than full time.") { completionDate, examples };
    }

    /// <summary>What is the same for every plan of one call. A date or nation in the plan goes before the option's absence; the option goes before the plan.</summary>
    private sealed record Asked(string Folder, ContentLibrary Library, LessThanFullTimeFigures Figures, DateOnly? On, Nation? Nation, DateOnly Today)
    {
        public CompletionDate Answer(TrainingPlan plan) => CompletionDateCalculator.Calculate(plan, Figures, On ?? plan.On ?? Today, Nation ?? plan.Nation ?? Rules.Nation.England);
    }

    private static int AnswerOne(string path, Asked question, bool asJson)
    {
        var result = TrainingPlanReader.Read(ReadAll(path), question.Figures);
        if (!result.IsValid)
        {
            foreach (var error in result.Errors)
            {
                Console.Error.WriteLine($"{path}{(error.Line is { } line ? $":{line}:{error.Column}" : "")}: {(error.Field.Length > 0 ? error.Field + ": " : "")}{error.Message}");
            }

            return ExitCode.Usage;
        }

        var answer = question.Answer(result.Value);
        if (asJson)
        {
            Shared.PrintJson(json => CompletionDateJson.Write(json, answer, question.Library.Edition));
        }
        else
        {
            Console.Out.Write(Text(answer, question.Library.Edition, ContentLoader.LoadSources(question.Folder)));
        }

        return ExitCode.Done;
    }

    private static int AnswerLines(string path, Asked question)
    {
        using var input = File.OpenRead(path);
        return JsonLines.Answer(new LineReader(input), path, (line, json) =>
        {
            var result = TrainingPlanReader.Read(line.Span, question.Figures);
            if (result.IsValid)
            {
                CompletionDateJson.Write(json, question.Answer(result.Value), question.Library.Edition);
            }

            return result.Errors;
        });
    }

    private static byte[] ReadAll(string path)
    {
        const int Most = 1024 * 1024;
        if (path != "-")
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new UsageException($"There is no file {path}.");
            }

            return file.Length <= Most ? File.ReadAllBytes(path) : throw new UsageException($"{path} is longer than a megabyte; a plan has at most {TrainingPlan.MostChanges} changes. For many plans use a file of JSON lines ending in .jsonl.");
        }

        using var input = Console.OpenStandardInput();
        using var all = new MemoryStream();
        input.CopyTo(all);
        return all.ToArray();
    }

    private static string Text(CompletionDate answer, string edition, IReadOnlyDictionary<string, Source> sources)
    {
        var text = new StringBuilder();
        text.AppendLine(answer switch
        {
            { CompletesOn: { } date, DaysAdded: 0 } => $"You would finish on {FigureText.Long(date)}, as planned.",
            { CompletesOn: { } date, DaysAdded: { } days } => $"You would finish on {FigureText.Long(date)}: {Math.Abs(days)} day{(Math.Abs(days) == 1 ? "" : "s")} {(days > 0 ? "later" : "sooner")} than planned.",
            { Verdict: Verdict.Unknown } => "Nobody has published what decides this date.",
            _ => "On this plan training never finishes.",
        });
        if (answer.CompletesOnIfAbsenceForgiven is { } forgiven && forgiven != answer.CompletesOn)
        {
            text.AppendLine($"If your ARCP panel forgives the absence it may: {FigureText.Long(forgiven)}.");
        }

        if (answer.BlockModelCompletesOn is { } block && block != answer.CompletesOn)
        {
            text.AppendLine($"A college spreadsheet may say {FigureText.Long(block)}.");
        }

        Section(text, "Working", answer.Working.Select(step => step.Says));
        Section(text, "Days added", answer.PerChange.Where(effect => effect.DaysAdded is not null).Select(effect =>
            $"{(effect.Index is { } index ? $"change {index + 1}, {effect.Kind!.Value.Name()}" : "the rate after the last change")}: {effect.DaysAdded}"));
        Section(text, "Why", answer.Reasons.Select(reason => $"{reason.Says}{(reason.Status == Status.Sure ? "" : $" ({reason.Status.Words()})")}{Where(reason, sources)}"));
        Section(text, "What would bring it forward", answer.BringForward.Select(way => way.Says));
        Section(text, "Dates", answer.Milestones.Select(milestone => $"{FigureText.Long(milestone.First)}{(milestone.IsOneDay ? "" : " to " + FigureText.Long(milestone.Last))}: {milestone.What}{(milestone.Status is Status.Sure or Status.Computed ? "" : $" ({milestone.Status.Words()})")}"));
        text.AppendLine();
        text.AppendLine($"As at {FigureText.Long(answer.On)}, {answer.Nation.Name()}, content edition {edition}. Indicative: your ARCP panel decides.");
        return text.ToString();
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine(heading);
        all.ForEach(line => text.Append("  ").AppendLine(line));
    }

    private static string Where(Reason reason, IReadOnlyDictionary<string, Source> sources)
    {
        var source = reason.SourceId is { } id && sources.TryGetValue(id, out var found) ? $" [{found.Publisher}, {found.Title}{(reason.At is null ? "" : ", " + reason.At)}]" : "";
        return source + (reason.Ask is null ? "" : $" Ask {reason.Ask}.");
    }
}
