using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary><c>gradus specialty-explorer match</c>: one doctor's answers, or a file of many, against every specialty.</summary>
internal static class MatchCommand
{
    public static Command Create()
    {
        var content = Shared.Content();
        var answers = new Option<string>("--answers") { Description = "A file of answers: one JSON object, or JSON lines; - for standard input.", Required = true };
        var lines = new Option<bool>("--lines") { Description = "Read one JSON object a line, whatever the file is called." };
        var top = new Option<int?>("--top") { Description = "Keep only the first so many specialties of each result." };
        var cores = new Option<int>("--cores") { Description = "How many cores to use for JSON lines; all by default.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var json = Shared.Json();
        var command = new Command("match", "Compare answers with every specialty.") { answers, lines, top, cores, json, content };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(answers)!;
            var keep = parsed.GetValue(top) ?? int.MaxValue;
            if (keep < 1 || parsed.GetValue(cores) < 1)
            {
                throw new UsageException(keep < 1 ? "--top: expected a number from 1" : "--cores: expected a number from 1");
            }

            using var input = AnswersFile.Open(file);
            var model = SpecialtyExplorerContent.Load(ContentDirectory.Find(parsed.GetValue(content))).CreateModel();
            var reader = new LineReader(input);
            if (parsed.GetValue(lines) || file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || reader.BeginsWithLines(IsObject))
            {
                return JsonLines.Answer(reader, file, (line, json) => AnswerLine(model, line, json, keep), parsed.GetValue(cores));
            }

            var text = reader.Rest(AnswersFile.Longest);
            if (text is null || (HasObjectOnALine(text) && !AnswersReader.Read(text, model.Questionnaire).IsValid))
            {
                // Too long for one doctor, or lines of which the first is bad: the good ones are answered.
                var many = text is null ? reader : new LineReader(new MemoryStream(text));
                return JsonLines.Answer(many, file, (line, json) => AnswerLine(model, line, json, keep), parsed.GetValue(cores));
            }

            var result = Keep(Matcher.Match(model, AnswersFile.Read(text, file, model.Questionnaire)), keep);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(result);
            }
            else
            {
                Print(model, result);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<FieldError> AnswerLine(ExplorerModel model, ReadOnlyMemory<byte> line, Utf8JsonWriter json, int keep)
    {
        var read = AnswersReader.Read(line, model.Questionnaire);
        if (read.IsValid)
        {
            JsonSerializer.Serialize(json, Keep(Matcher.Match(model, read.Value), keep), JsonOutput.OneLine);
        }

        return read.Errors;
    }

    private static void Print(ExplorerModel model, MatchResult result)
    {
        Console.Out.WriteLine(result.Leanings.Says);
        foreach (var family in result.Leanings.Families.Take(3))
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {family.Name}: {family.Share * 10:0.0} of the first ten places"));
        }

        var tie = 0;
        foreach (var match in result.Matches)
        {
            if (match.TieGroup != tie)
            {
                tie = match.TieGroup;
                Console.Out.WriteLine("");
            }

            var name = model.Profiles[model.IndexOf(match.Specialty)].Specialty.Name;
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-42} {(match.Band == Band.LessLikely ? "Less likely" : match.Band.ToString()),-12} rank {match.RankLow}–{match.RankHigh}, usually {match.RankMedian}; in the top ten in about {match.InTopTen * 100:0} of 100 draws"));
            if (match.Band != Band.LessLikely)
            {
                foreach (var reason in match.For)
                {
                    Console.Out.WriteLine($"    for: {reason.Says} [{reason.Source}]");
                }

                foreach (var reason in match.Against)
                {
                    Console.Out.WriteLine($"    against: {reason.Says} [{reason.Source}]");
                }

                if (match.Counterfactual is { } change)
                {
                    Console.Out.WriteLine("    " + change.Says);
                }
            }
        }

        if (result.Hidden.Count > 0)
        {
            Console.Out.WriteLine("");
            Console.Out.WriteLine($"Hidden by your limits: {result.Hidden.Count}");
            foreach (var hidden in result.Hidden)
            {
                Console.Out.WriteLine($"  {hidden.Specialty}: {string.Join(", ", hidden.Limits)}");
            }
        }

        foreach (var limit in result.Unchecked)
        {
            Console.Out.WriteLine($"{limit.Limit}: {limit.Says}");
        }

        Console.Out.WriteLine("");
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Still open: {result.EntropyBits:0.0} of {SteadyMath.Log2(model.Profiles.Count):0.0} bits. This suggests what to explore next; it does not say where you would do well or be appointed. Model {result.ModelVersion}."));
    }

    private static MatchResult Keep(MatchResult result, int keep) => result.Matches.Count <= keep ? result : result with { Matches = [.. result.Matches.Take(keep)] };

    private static bool HasObjectOnALine(ReadOnlySpan<byte> text)
    {
        var lines = 0;
        var found = false;
        foreach (var line in text.Split((byte)'\n'))
        {
            lines++;
            found |= lines > 1 && IsObject(text[line]);
        }

        return found;
    }

    private static bool IsObject(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
