using System.CommandLine;
using System.Text.Json;
using Gradus.Data.Calendars;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Data.Imports;
using Gradus.Data.Tools;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Cli;

/// <summary>A declared tool as a command: facts from a file, from the lines of a file, or as options; the answer as text, as the API gives it, as CSV, or as a calendar.</summary>
internal static class ToolCommand
{
    public static Command Create(DeclaredTool tool)
    {
        var options = new Options(tool);
        var command = new Command(tool.Key,
            $"{tool.Question} {tool.Words}") { options.Facts, options.On, options.Nation, options.Json, options.Csv, options.Ics, options.Docx, options.Xlsx,
                options.Letter, options.Trace, options.Content };
        foreach (var (_, option) in options.Given)
        {
            command.Add(option);
        }

        var examples = new Command("examples", "The worked examples: question, facts, answer, why.") { options.Content };
        examples.SetAction(parsed => FactsFile.PrintExamples(ContentDirectory.Find(parsed.GetValue(options.Content)), tool));
        command.Add(examples);
        HelpText.Before(command, parsed => options.NameKeys(tool, parsed.GetValue(options.Content)));
        command.SetAction(parsed =>
        {
            var folder = ContentDirectory.Find(parsed.GetValue(options.Content));
            var library = ContentLoader.LoadFigures(folder, tool.Needs);
            ToolNeeds.Check(library, [tool]);
            var bound = tool.Bind(library.Book);
            var asking = new Asking(parsed.GetValue(options.On) ?? Shared.Today, parsed.GetValue(options.Nation) ?? Nation.England, parsed.GetValue(options.Trace));
            var path = parsed.GetValue(options.Facts);
            var typed = options.Typed(parsed);
            Shared.PrintsOnce(parsed, options.Json, options.Csv);
            if (path is not null && FactsTable.OfFile(tool.Shape) is { } table && FactsFile.IsTable(path))
            {
                return AnswerTable(bound, table, path, typed, asking, parsed, options, folder);
            }

            if (path is not null && typed.Count > 0)
            {
                throw new UsageException($"Give the facts in the file or as options, not both: {string.Join(", ", typed.Select(one => "--" + one.Key))} would have no effect.");
            }

            if (path is null)
            {
                return AnswerForm(bound, FactsForm.Read(tool.Shape, typed), asking, parsed, options, folder);
            }

            if (tool.OfFolder is { } gather && Directory.Exists(path))
            {
                return Hand(bound, path, Reply(bound, gather(FactsFile.OfFolder(path)), asking, parsed, options), parsed, options, folder);
            }

            using var input = FactsFile.Open(path);
            var reader = new LineReader(input);
            var isLines = path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
                || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)
                || reader.BeginsWithLines(FactsFile.IsObject);
            if (!isLines && reader.Rest(FactsFile.Most) is { } facts)
            {
                var reply = Reply(bound, facts, asking, parsed, options);
                if (reply.Answer is not null || !FactsFile.HasObjectOnALine(facts))
                {
                    return Hand(bound, path, reply, parsed, options, folder);
                }

                return AnswerLines(bound, path, new LineReader(new MemoryStream(facts)), asking, parsed, options); // The first line is bad: the good ones are answered.
            }

            return AnswerLines(bound, path, reader, asking, parsed, options);
        });
        return command;
    }

    /// <summary>The command that names every choice of a tool.</summary>
    public static string Where(Tool tool) => $"./gradus tools {tool.Room}/{tool.Key}";

    private static int AnswerLines(BoundTool tool, string path, LineReader reader, Asking asking, ParseResult parsed, Options options)
    {
        if (parsed.GetValue(options.Csv) || options.Files(parsed).Any() || parsed.GetValue(options.Letter) is not null)
        {
            throw new UsageException("A file of lines is answered as JSON lines: --csv, --ics, --docx, --letter and --xlsx belong to one answer.");
        }

        return JsonLines.Answer(reader, path, (line, json) =>
        {
            var reply = Reply(tool, line.Span, asking, parsed, options);
            if (reply.Answer is { } answer)
            {
                tool.Write(json, answer);
            }

            return reply.Errors;
        });
    }

    // A spreadsheet holds the rows; the rest comes as options.
    private static int AnswerTable(BoundTool tool, FactsShape table, string path, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> typed,
        Asking asking, ParseResult parsed, Options options, string folder)
    {
        using var input = FactsFile.Open(path);
        var reading = SheetReader.Read(input);
        var rows = reading.Table is { } read ? FactsTable.Read(table, read.Header, read.Rows.Select(row => (row.Line, row.Cells))) : null;
        if (rows is null || rows.Fault is not null)
        {
            return FactsFile.Say(path, [new FieldError("", reading.Fault ?? rows!.Fault!.Message)]);
        }

        foreach (var note in new[] { reading.Table!.Note, rows.LeftAlone.Count == 0 ? null : $"not read: {string.Join(", ", rows.LeftAlone)}" }.OfType<string>())
        {
            Console.Error.WriteLine($"{path}: {note}");
        }

        var form = FactsForm.Read(tool.Tool.Shape, [.. typed, .. rows.Fields]);
        var reply = Reply(tool, form.Json, asking, parsed, options);
        return Hand(tool, path,
            reply with
            {
                Errors = [.. FactsTable.InLines(table, form.InWords(reply.Errors, tool.ChoicesOf, Where(tool.Tool)), rows.Lines)
                .Select(error => error.Field == table.Name ? error with { Field = "" } : options.Named(error))]
            },
            parsed, options, folder);
    }

    private static int AnswerForm(BoundTool tool, FactsForm form, Asking asking, ParseResult parsed, Options options, string folder)
    {
        var reply = Reply(tool, form.Json, asking, parsed, options);
        return Hand(tool, path: null, reply with { Errors = [.. form.InWords(reply.Errors, tool.ChoicesOf, Where(tool.Tool)).Select(options.Named)] }, parsed, options, folder);
    }

    private static int Hand(BoundTool tool, string? path, ToolReply reply, ParseResult parsed, Options options, string folder)
    {
        if (reply.Answer is not { } answer)
        {
            return FactsFile.Say(path, reply.Errors);
        }

        SayWhatGoesFirst(reply.Facts!, parsed, options);
        var sources = new Lazy<IReadOnlyDictionary<string, Source>>(() => ContentLoader.LoadSources(folder));
        AnswerDocument Document() => AnswerDocument.Of(tool.Tool, answer, id => sources.Value.GetValueOrDefault(id));
        WriteFiles(tool, reply, Document, parsed, options);
        if (parsed.GetValue(options.Json))
        {
            Shared.PrintJson(json => tool.Write(json, answer));
        }
        else if (parsed.GetValue(options.Csv))
        {
            PrintCsv(answer);
        }
        else
        {
            Console.Out.Write(TerminalText.Of(Document(), answer.Trace));
        }

        return ExitCode.Done;
    }

    // The option goes before what stands in the facts; where there is no option, the facts go before today and England.
    private static ToolReply Reply(BoundTool tool, ReadOnlySpan<byte> facts, Asking asking, ParseResult parsed, Options options)
    {
        var (on, nation) = (parsed.GetValue(options.On), parsed.GetValue(options.Nation));
        if (on is null && nation is null)
        {
            return tool.Answer(facts, asking);
        }

        return tool.Answer(facts, asking with { OnGoesFirst = on is not null, NationGoesFirst = nation is not null });
    }

    private static void SayWhatGoesFirst(ToolFacts facts, ParseResult parsed, Options options)
    {
        if (parsed.GetValue(options.On) is { } on && facts.On is { } other && other != on)
        {
            Console.Error.WriteLine($"--on {on.Iso()} goes before {other.Iso()}, which the facts name.");
        }

        if (parsed.GetValue(options.Nation) is { } nation && facts.Nation is { } home && home != nation)
        {
            Console.Error.WriteLine($"--nation {nation.Key()} goes before {home.Key()}, which the facts name.");
        }
    }

    /// <summary>Writes the files that were asked for: all of them or, where one cannot be made or written, none.</summary>
    private static void WriteFiles(BoundTool tool, ToolReply reply, Func<AnswerDocument> document, ParseResult parsed, Options options)
    {
        var answer = reply.Answer!;
        var files = new List<(string Path, byte[] Content, string Says)>();
        if (parsed.GetValue(options.Letter) is not null && parsed.GetValue(options.Docx) is null)
        {
            throw new UsageException("--letter has no effect without --docx FILE.");
        }

        if (parsed.GetValue(options.Ics) is { } calendar)
        {
            if (answer.Milestones.Count == 0)
            {
                throw new UsageException("The answer has no dates, so there is no calendar to write.");
            }

            files.Add((calendar, CalendarFile.Write("Gradus: " + tool.Tool.Name, answer.Milestones, Shared.Now, CalendarFile.PlanOf(tool, reply.Facts!)),
                $"{answer.Milestones.Count} date{(answer.Milestones.Count == 1 ? "" : "s")} written to {calendar}."));
        }

        if (parsed.GetValue(options.Docx) is { } word)
        {
            files.Add(parsed.GetValue(options.Letter) is { } key
                ? (word, DocxFile.Write(Letter(answer, key)), $"The letter is written to {word}.")
                : (word, DocxFile.Write(document()), $"The answer is written to {word}."));
        }

        if (parsed.GetValue(options.Xlsx) is { } workbook)
        {
            var tables = XlsxFile.Of(answer).Count();
            if (tables == 0)
            {
                throw new UsageException("The answer has no table, so there is no workbook to write; --json gives all of it.");
            }

            files.Add((workbook, XlsxFile.Write(answer, document()), $"{tables} table{(tables == 1 ? "" : "s")} written to {workbook}."));
        }

        Shared.WriteAll(files);
    }

    private static AnswerLetter Letter(ToolAnswer answer, string key)
    {
        var letters = answer.DraftLetters().ToList();
        return letters.Find(letter => letter.Key == key)
            ?? throw new UsageException(letters.Count == 0
                ? "The answer has no letter."
                : $"There is no letter “{key}”. Expected {Sentences.Listed([.. letters.Select(letter => letter.Key)], "or")}.");
    }

    private static void PrintCsv(ToolAnswer answer)
    {
        var tables = answer.Sheets().ToList();
        if (tables.Count == 0)
        {
            throw new UsageException("The answer has no table; --json gives all of it.");
        }

        using var output = Console.OpenStandardOutput();
        output.Write(CsvFile.Write(tables));
    }

    /// <summary>The options of a tool's command: one for each simple fact, and those that every tool has.</summary>
    private sealed class Options
    {
        private const int MostInBrackets = 6; // Fewer stand in the brackets of the option.
        private const string FactsHelp = "The facts as JSON, as the page saves them; a file of lines gives an answer a line; “-” reads standard input.";

        public Options(DeclaredTool tool)
        {
            if (FactsTable.OfFile(tool.Shape) is { } table)
            {
                Facts.Description = $"{FactsHelp} Or a table (.csv, .tsv, .xlsx) with the headings {FactsTable.Heading(table)}, and the rest as options.";
            }

            if (tool.FactsOption is { } also)
            {
                Facts.Aliases.Add(also);
            }

            if (tool.OfFolder is not null)
            {
                Facts.Description += " A folder of saved files is read whole, one file a person.";
            }

            Given = [.. Simple(tool.Shape,
                "").Select(one => (one.Path, new Option<string[]>("--" + string.Join('-', one.Path.Split('.').Select(JsonNamingPolicy.KebabCaseLower.ConvertName)))
            {
                Description = $"{one.Fact.Fact!.Asks}: {FactsWords.Wanted(one.Fact)}{Choices(one.Fact, _ => [], tool)}.",
                HelpName = one.Fact.Kind switch { FactKind.Day => "DATE", FactKind.Number or FactKind.Whole => "NUMBER", FactKind.YesNo => "yes|no",
                    FactKind.Choice when one.Fact.Choices.Count <= MostInBrackets => string.Join('|', one.Fact.Choices.Select(choice => choice.Key)),
                    _ => "TEXT" },
                AllowMultipleArgumentsPerToken = false,
            }))];
        }

        // Keys of tables are read from the content only when somebody asks for help.
        public void NameKeys(DeclaredTool tool, string? content)
        {
            try
            {
                var bound = tool.Bind(ContentLoader.LoadFigures(ContentDirectory.Find(content), tool.Needs).Book);
                foreach (var (path, option) in Given)
                {
                    if (FactsForm.Find(tool.Shape, path) is { Fact.KeysOf: not null } fact)
                    {
                        option.Description = $"{option.Description!.TrimEnd('.')}{Choices(fact, bound.ChoicesOf, tool)}.";
                    }
                }
            }
            catch (Exception fault) when (fault is DirectoryNotFoundException or ContentFaultsException)
            {
                // Help is given without content too.
            }
        }

        private static string Choices(FactsShape fact, Func<FactsShape, IReadOnlyList<Choice>> ofTable, Tool tool)
        {
            var choices = fact.Fact?.KeysOf is not null ? ofTable(fact) : fact.Kind == FactKind.List ? fact.Item!.Choices : fact.Choices;
            return choices.Count == 0 || (fact.Kind == FactKind.Choice && choices.Count <= MostInBrackets) ? "" : $" ({ChoiceWords.Named(choices, Where(tool))})";
        }

        public Option<string?> Facts { get; } = new("--facts") { Description = FactsHelp, HelpName = "FILE" };

        public Option<DateOnly?> On { get; } = Shared.On();

        public Option<Nation?> Nation { get; } = Shared.Nation();

        public Option<bool> Json { get; } = Shared.Json();

        public Option<bool> Csv { get; } = new("--csv") { Description = "Print the answer’s tables as CSV." };

        public Option<string?> Ics { get; } = new("--ics") { Description = "Write the answer’s dates as a calendar.", HelpName = "FILE" };

        public Option<string?> Docx { get; } = new("--docx") { Description = "Write the answer as a Word document.", HelpName = "FILE" };

        public Option<string?> Xlsx { get; } = new("--xlsx") { Description = "Write the answer’s tables as a workbook.", HelpName = "FILE" };

        public Option<string?> Letter { get; } = new("--letter") { Description = "With --docx: one of the answer’s letters by its key, instead of the answer.", HelpName = "KEY" };

        public Option<bool> Trace { get; } = new("--trace") { Description = "Say which figures were read, from when, known since when, and where they are written." };

        public Option<string?> Content { get; } = Shared.Content();

        public IReadOnlyList<(string Path, Option<string[]> Option)> Given { get; }

        public IEnumerable<string> Files(ParseResult parsed) => new[] { parsed.GetValue(Ics), parsed.GetValue(Docx), parsed.GetValue(Xlsx) }.OfType<string>();

        public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Typed(ParseResult parsed) =>
            [.. Given.Where(one => parsed.GetValue(one.Option) is { Length: > 0 })
                .Select(one => KeyValuePair.Create(one.Path, (IReadOnlyList<string>)parsed.GetValue(one.Option)!))];

        /// <summary>An error by the option that was typed, where its fact has one.</summary>
        public FieldError Named(FieldError error) => Given.FirstOrDefault(one => one.Path == error.Field).Option is { } option ? error with { Field = option.Name } : error;

        private static IEnumerable<(string Path, FactsShape Fact)> Simple(FactsShape group, string path)
        {
            foreach (var fact in group.Members.Where(fact => fact.Fact is not null))
            {
                var at = path.Length == 0 ? fact.Name : $"{path}.{fact.Name}";
                if (fact.Kind == FactKind.Group)
                {
                    foreach (var inner in Simple(fact, at))
                    {
                        yield return inner;
                    }
                }
                else if (fact.Kind != FactKind.List || fact.Item!.Kind != FactKind.Group)
                {
                    yield return (at, fact);
                }
            }
        }
    }
}
