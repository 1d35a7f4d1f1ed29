using Gradus.Data;
using Gradus.Data.Calendars;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Data.Imports;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.Web.Drawing;
using Gradus.Web.Features.Preferences;
using Gradus.Web.Reading;
using Gradus.Web.Tools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Gradus.Web.Features.Tools;

/// <summary>
/// The page of every declared tool. The form is read as the facts' JSON, so that each door has one reader. Which button was pressed stands in <c>do</c>: a
/// word, or a word, a colon and what it is about.
/// Nothing is stored: the form carries what was typed.
/// </summary>
public sealed class ToolModel(ToolDesk desk, TodayInTheUk today) : FormPage
{
    private const long LongestFile = 256 * 1024;
    private const long LongestTable = 900 * 1024;
    private static readonly string[] aboutThePage = ["do", "on", "nation", "kept"];
    private IReadOnlyDictionary<string, IReadOnlyList<string>> typed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
    private ToolFacts? facts;
    private SheetReading? sheet;
    private AnswerDocument? document;

    /// <summary>The list that is taken as a table; <c>null</c> when the tool has none.</summary>
    public FactsShape? Table => FactsTable.Of(Tool.Shape);

    /// <summary>The tool.</summary>
    public BoundTool Bound { get; private set; } = null!;

    /// <summary>The tool's declaration.</summary>
    public DeclaredTool Tool => Bound.Tool;

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>The answer; <c>null</c> before there is one.</summary>
    public ToolAnswer? Answer { get; private set; }

    /// <summary>The list to which an empty row was just added, by its path; <c>null</c> for none.</summary>
    public string? Added { get; private set; }

    /// <summary>What the page says after an action, such as “Row 2 removed”.</summary>
    public string? Said { get; private set; }

    /// <summary>Answers kept for comparing, oldest first; the one asked for is not among them.</summary>
    public IReadOnlyList<KeptAnswer> Kept { get; private set; } = [];

    /// <summary>How the next answer is called while others are kept to compare with, such as “Second plan”; <c>null</c> when none is.</summary>
    public string? Second => Answer is not null || Kept.Count == 0 ? null
        : (Kept.Count == 1 ? "Second " : "Third ") + (ToolPictures.Has(Tool) ? "plan" : "answer");

    /// <summary>The answer as the parts that every door draws.</summary>
    public AnswerDocument Document => document ??= AnswerDocument.Of(Tool, Answer!, desk.Library.SourceOf);

    /// <summary>The worked examples.</summary>
    public IReadOnlyList<WorkedExample> Examples => desk.Library.ExamplesOf(Tool);

    /// <summary>The other tools of the room.</summary>
    public IReadOnlyList<Tool> Others => [.. AllTools.Of(Tool.Room).Where(other => other != Tool)];

    /// <summary>The tool that is likely to be wanted next; <c>null</c> for none.</summary>
    public Tool? Next => AllTools.All.FirstOrDefault(tool => tool.Address == Tool.Next);

    /// <summary>What was typed for a fact; empty when nothing was.</summary>
    public string Typed(string path) => typed.TryGetValue(path, out var values) ? string.Join('\n', values) : "";

    /// <summary>The choices of a fact, in the light of what was typed so far, and whether others are taken too.</summary>
    public (IReadOnlyList<Choice> Choices, bool AreOffered) ChoicesOf(FactsShape fact, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var row = path.IndexOf('[', StringComparison.Ordinal);
        var name = row < 0 ? path : path[..row] + path[(path.IndexOf(']', row) + 1)..];
        return Bound.Offered(name, Typed, Reader.On) is { } offered ? (offered, fact.Fact?.KeysOf is null) : (Bound.ChoicesOf(fact), false);
    }

    /// <summary>Whether a choice was ticked among several.</summary>
    public bool IsTicked(string path, string key) => typed.TryGetValue(path, out var values) && values.Contains(key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a key stands among those of a list that are typed one a line.</summary>
    public bool IsAmong(string path, string key) => Typed(path).Split('\n').Contains(key, StringComparer.Ordinal);

    /// <summary>Whether a list of rows is shown as a table in one box: one that is taken as a table, or one too long for a form with a field for each cell.</summary>
    public bool IsBox(FactsShape list, string path)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Fact is { IsTable: true } || typed.ContainsKey(path);
    }

    /// <summary>How many rows of a list are shown: those with something in them, one more when it was asked for, at least one, and never more than the list may have.</summary>
    public int Rows(string path, int most) => Math.Clamp(DrawnRows.Count(typed, path) + (Added == path ? 1 : 0), 1, most);

    /// <summary>The keys of a list that asks of every key of a table, each with its row in the form.</summary>
    public IReadOnlyList<(Choice Key, int Row)> Each(FactsShape list, string path) => DrawnRows.Each(Bound, list, typed, path);

    /// <summary>The rows of such a list whose key is none, or stands in a row before.</summary>
    public IReadOnlyList<int> NoneOfEach(FactsShape list, string path) => DrawnRows.Others(Bound, list, typed, path);

    /// <summary>Whether anything was typed for some of a row's facts, or is wrong with them.</summary>
    public bool HasAny(string path, IEnumerable<FactsShape> facts) => facts.Any(fact => typed.ContainsKey($"{path}.{fact.Name}") || ErrorOf($"{path}.{fact.Name}") is not null);

    /// <summary>The id of the field that an error is about.</summary>
    public string FieldOf(FieldError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return FactsForm.Find(Tool.Shape, error.Field) is { Kind: FactKind.List } list && IsBox(list, error.Field) ? FieldId.Of(error.Field) : FieldId.Of(error.Field, Bound);
    }

    /// <summary>A source by id; <c>null</c> when there is none.</summary>
    public Source? SourceOf(string? id) => desk.Library.SourceOf(id);

    /// <summary>
    /// The id by which this plan's dates know themselves again in a calendar; the form carries it. Only where facts are posted: an address holds nothing that
    /// nobody typed.
    /// </summary>
    public string? CalendarId => !Tool.IsPersonal ? null : Typed("calendarId") is { Length: > 0 } kept ? kept : Guid.NewGuid().ToString("N");

    /// <summary>
    /// The address at which a calendar program finds the answer's dates, as they are on the day on which it asks; <c>null</c> where there are none, and where
    /// facts are personal and so stand in no address.
    /// </summary>
    public string? Feed
    {
        get
        {
            if (Tool.IsPersonal || Answer is not { Milestones.Count: > 0 } || FactsTable.Lists(Tool.Shape).Any(list => typed.ContainsKey(list.Path)))
            {
                return null;
            }

            var told = typed.Where(fact => fact.Key is not ("on" or "nation") && FactsForm.IsField(Tool.Shape, fact.Key))
                .SelectMany(fact => fact.Value.Where(value => !string.IsNullOrWhiteSpace(value)), (fact, value) => KeyValuePair.Create<string, string?>(fact.Key, value));
            return "/api" + Tool.Address + QueryString.Create([.. told, new("nation", Answer.Nation.Key()), new("as", "ics")]);
        }
    }

    /// <summary>What was told, as the answer's page lists it: label, value, and the field to change it at.</summary>
    public IEnumerable<(string Asks, string Value, string Field)> Given => ToolGiven.Of(Bound, typed);

    /// <summary>The facts that gave the answer, as JSON on one line.</summary>
    public string FactsJson => System.Text.Encoding.UTF8.GetString(Bound.Write(facts!));

    /// <summary>The empty form; or, where nothing personal is asked, the answer to the facts in the address.</summary>
    public IActionResult OnGet()
    {
        if (!Begin())
        {
            return NotFound();
        }

        if (Tool.IsPersonal || !Request.Query.Any(field => (FactsForm.IsField(Tool.Shape, field.Key)
            || FactsTable.Lists(Tool.Shape).Any(list => list.Path == field.Key)) && !aboutThePage.Contains(field.Key)))
        {
            return Drawn();
        }

        var lists = FactsTable.Lists(Tool.Shape).Select(list => list.Path).ToList();
        var strangers = Request.Query.Where(field => !FactsForm.IsField(Tool.Shape, field.Key) && !lists.Contains(field.Key) && !aboutThePage.Contains(field.Key))
            .Select(field => new FieldError("", $"The address holds “{FactsWords.Short(field.Key)}”, which this tool does not ask."))
            .ToList();
        return Do(Request.Query["do"].ToString(), Fields(Request.Query), strangers);
    }

    /// <summary>Does what the pressed button says. Without parameters, so that the framework binds nothing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Begin())
        {
            return NotFound();
        }

        var (posted, status) = await PostedForm.ReadAsync(Request, HttpContext.RequestAborted);
        if (posted is null)
        {
            return StatusCode(status);
        }

        Response.Headers.CacheControl = "private, no-cache"; // For the browser's own back button.
        Kept = KeptAnswer.Read(Bound, posted["kept"], Asking());
        var pressed = posted["do"].ToString();
        return pressed switch
        {
            "open" => await OpenAsync(posted.Files.GetFile("file")),
            ['e', 'x', 'a', 'm', 'p', 'l', 'e', ':', .. var id] => Example(id),
            _ => Do(pressed, await WithFileAsync(Fields(posted), posted.Files), []),
        };
    }

    // A spreadsheet stands in for what is in the box, and fills it.
    private async Task<IEnumerable<KeyValuePair<string, IReadOnlyList<string>>>> WithFileAsync(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields,
        IFormFileCollection files)
    {
        if (Table is not { } table || files.GetFile(table.Name + "-file") is not { Length: > 0 } file)
        {
            return fields;
        }

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, HttpContext.RequestAborted);
        sheet = SheetReader.Read(buffer.ToArray());
        if (sheet.Table is not null && fields.Any(field => field.Key == table.Name && field.Value.Any(text => !string.IsNullOrWhiteSpace(text))))
        {
            Said = "The file’s rows were read in place of those that stood in the box.";
        }

        return sheet.Table is not { } read
            ? fields
            : fields.Where(field => field.Key != table.Name).Append(new(table.Name, [FactsTable.Write(read.Header, read.Rows.Select(row => row.Cells))]));
    }

    private bool Begin()
    {
        if (ToolDesk.At(Request.Path.Value?.TrimEnd('/')) is not { } tool)
        {
            return false;
        }

        Bound = desk.Of(tool);
        Reader = Reader.Of(HttpContext, today);
        return true;
    }

    private Asking Asking() => new(Reader.On, Reader.Nation);

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Fields(IEnumerable<KeyValuePair<string, StringValues>> sent) =>
        sent.Select(field => KeyValuePair.Create(field.Key, (IReadOnlyList<string>)[.. field.Value.OfType<string>()]));

    private IActionResult Do(string pressed, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields, List<FieldError> strangers)
    {
        var (what, about) = pressed.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (pressed[..colon], pressed[(colon + 1)..]) : (pressed, "");
        if (FormRows.Change(what, about, fields) is { } changed)
        {
            // Rows move without being judged: the reader is still filling them in.
            typed = DrawnRows.Carried(Bound, FactsForm.Read(Tool.Shape, changed).Typed);
            (Added, Said) = (what == "add" ? about : null, FormRows.Said(what, about));
            return Drawn();
        }

        if (what is "nation" or "theme")
        {
            Reader = Preferring.Set(HttpContext, Reader, what, about);
            fields = [.. fields.Where(field => what != "nation" || field.Key != "nation")];
        }

        var (tables, wrong) = ReadTables(ref fields);
        var form = FactsForm.Read(Tool.Shape, fields);
        typed = Carried(form.Typed, form.Json, tables.ToDictionary(table => table.Path, table => table.Box, StringComparer.Ordinal));
        if (wrong is not null)
        {
            return Refuse([wrong]);
        }

        if (what is "nation" or "theme" && !typed.Keys.Any(key => !aboutThePage.Contains(key)))
        {
            return Drawn();
        }

        var reply = Bound.Answer(form.Json, Asking());
        if (reply.Answer is null || strangers.Count > 0)
        {
            return Refuse([.. strangers, .. InLines(form.InWords(reply.Errors, Bound.ChoicesOf), tables)]);
        }

        (Answer, facts) = (reply.Answer, reply.Facts);
        return Hand(what, about);
    }

    // What stands in the boxes for tables, as the fields of their rows; a box goes before rows that are sent beside it.
    private (List<(string Path, FactsShape List, string Box, IReadOnlyList<int> Lines)> Tables, FieldError? Wrong) ReadTables(
        ref IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields)
    {
        List<(string, FactsShape, string, IReadOnlyList<int>)> tables = [];
        var wrong = sheet?.Fault is { } unread ? new FieldError(Table!.Name, unread) : null;
        List<KeyValuePair<string, IReadOnlyList<string>>> read = [.. fields];
        foreach (var (path, list) in FactsTable.Lists(Tool.Shape))
        {
            if (read.Find(field => field.Key == path).Value is not [{ Length: > 0 } box, ..] || string.IsNullOrWhiteSpace(box))
            {
                continue;
            }

            read.RemoveAll(field => field.Key == path || field.Key.StartsWith(path + "[", StringComparison.Ordinal));
            var reading = list == Table && sheet is not null ? sheet : SheetReader.Read(System.Text.Encoding.UTF8.GetBytes(box));
            var rows = reading.Table is { } table
                ? FactsTable.Read(list, table.Header, table.Rows.Select(row => (row.Line, row.Cells)), path)
                : new TableFields([], [], [], new FieldError(path, reading.Fault!));
            read.AddRange(rows.Fields);
            tables.Add((path, list, box, rows.Lines));
            wrong ??= rows.Fault;
            Said = string.Join(' ', new[] { Said, reading.Table?.Note,
                rows.LeftAlone.Count == 0
                    ? null
                    : $"Not read: {string.Join(", ", rows.LeftAlone.Select(heading => $"“{heading}”"))}; this tool does not ask for it." }.OfType<string>()) is { Length: > 0 } said
                ? said
                : Said;
        }

        fields = read;
        return (tables, wrong);
    }

    // Every list that is shown as a box has its errors by their line in it.
    private IReadOnlyList<FieldError> InLines(IReadOnlyList<FieldError> errors, List<(string Path, FactsShape List, string Box, IReadOnlyList<int> Lines)> tables)
    {
        foreach (var (path, list) in FactsTable.Lists(Tool.Shape).Where(list => IsBox(list.List, list.Path)))
        {
            errors = FactsTable.InLines(list, errors, tables.Find(table => table.Path == path).Lines ?? [.. Enumerable.Range(2, list.Most)], path);
        }

        return errors;
    }

    // The list that is taken as a table has its days and numbers as data has them, as a spreadsheet would.
    private IReadOnlyDictionary<string, IReadOnlyList<string>> Carried(IReadOnlyDictionary<string, IReadOnlyList<string>> all, byte[] json, Dictionary<string, string> boxes)
    {
        if (Table is { } table)
        {
            boxes.TryAdd(table.Name, FactsTable.Write(table, json));
        }

        return DrawnRows.Carried(Bound, all, boxes);
    }

    private IActionResult Hand(string what, string about)
    {
        switch (what)
        {
            case "save":
                return File(KeptAnswer.File(Bound, Kept, facts!), Kept.Count == 0 ? "application/json" : "application/jsonl", Tool.Key + (Kept.Count == 0 ? ".json" : ".jsonl"));
            case "json":
                return File(Bound.AsFile(Answer!), "application/json", Tool.Key + "-answer.json");
            case "ics" when Answer!.Milestones.Count > 0:
                return File(CalendarFile.Write("Gradus: " + Tool.Name, Answer.Milestones, today.Now, CalendarFile.PlanOf(Bound, facts!)),
                    CalendarFile.MediaType, Tool.Key + ".ics");
            case "csv" when Answer!.Sheets().FirstOrDefault(table => table.Key == about) is { } table:
                return File(CsvFile.Write(table), CsvFile.MediaType, $"{Tool.Key}-{table.Key}.csv");
            case "docx":
                return File(DocxFile.Write(Document), DocxFile.MediaType, Tool.Key + ".docx");
            case "xlsx" when XlsxFile.Of(Answer!).Any():
                return File(XlsxFile.Write(Answer!, Document), XlsxFile.MediaType, Tool.Key + ".xlsx");
            case "letter" when Answer!.DraftLetters().FirstOrDefault(letter => letter.Key == about) is { } letter:
                return File(DocxFile.Write(letter), DocxFile.MediaType, $"{Tool.Key}-{letter.Key}.docx");
            case "keep" when Kept.Count < KeptAnswer.Most:
                Kept = [.. Kept, new KeptAnswer(facts!, Answer!, FactsJson)];
                Said = "This answer is kept to compare with.";
                Answer = null;
                return Drawn();
            case "drop" when int.TryParse(about, out var index) && index >= 0 && index < Kept.Count:
                Kept = [.. Kept.Where((_, place) => place != index)];
                return Drawn();
            default:
                return Drawn();
        }
    }

    private DrawnPage<ToolModel> Example(string id)
    {
        if (Examples.FirstOrDefault(example => example.Id == id) is not { } example)
        {
            return Drawn();
        }

        Reader = Reader.As(HttpContext, Reader.Nation, example.On);
        Said = $"A worked example: {example.Says} {example.Why}";
        return Open(System.Text.Encoding.UTF8.GetBytes(example.Facts));
    }

    private async Task<IActionResult> OpenAsync(IFormFile? file)
    {
        var longest = Table is null ? LongestFile : LongestTable;
        if (file is null || file.Length == 0 || file.Length > longest)
        {
            return Refuse([new FieldError("file",
                file?.Length > longest ? $"That file is longer than {longest / 1024} kB; what is saved here is shorter." : "Choose a file that you saved here before.")]);
        }

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, HttpContext.RequestAborted);
        var lines = KeptAnswer.Lines(buffer.ToArray());
        if (lines[0].AsSpan().TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
        {
            return Refuse([new FieldError("file", "That is no file that you saved here: such a file ends in .json or .jsonl and begins with {."
                + (Table is null ? "" : " A spreadsheet of rows goes where the form below asks for one with the same headings."))]);
        }

        if (lines.Count > KeptAnswer.Most + 1)
        {
            return Refuse([new FieldError("file",
                $"The file holds {lines.Count} answers; this page compares at most {KeptAnswer.Most + 1}. Open a file with fewer, or use the command line, which takes any number.")]);
        }

        foreach (var (index, line) in lines.Index())
        {
            if (Bound.Answer(line, Asking()) is { Errors: [var first, ..] })
            {
                var place = lines.Count > 1 ? $"answer {index + 1} of the file" : $"line {first.Line}, column {first.Column}";
                return Refuse([new FieldError("file", $"The file cannot be read, {place}. {(first.Field.Length == 0 ? "" : first.Field + ": ")}{first.Message}")]);
            }
        }

        Kept = [.. lines.Take(lines.Count - 1).Select(line => KeptAnswer.Of(Bound, line, Asking())!)];
        return Open(lines[^1]);
    }

    private DrawnPage<ToolModel> Open(byte[] saved)
    {
        var reply = Bound.Answer(saved, Asking());
        if (reply.Answer is null)
        {
            return Refuse(reply.Errors);
        }

        (Answer, facts) = (reply.Answer, reply.Facts);
        var json = Bound.Write(facts!);
        typed = Carried(FactsForm.Show(Tool.Shape, json), json, []);
        return Drawn();
    }

    private DrawnPage<ToolModel> Drawn() => new(Layout(), new AspNetCoreGeneratedDocument.Features_Tools_ToolPage(), this);

    private PageLayout Layout() => new(Answer is not null ? Markup.Heading(Answer.Says) : Second is null ? Tool.Question : $"{Second}: {Tool.Question}", Tool.Words)
    {
        Crumbs = [(Rooms.Title(Tool.Room), "/" + Tool.Room)],
        Address = Answer is null && Errors.Count == 0 ? Tool.Address : null,
        HasFigures = true,
        HasErrors = Errors.Count > 0,
        Form = "facts",
        Section = "/tools",
        Styles = ["answer.css"],
        Scripts = Answer is not null && Answer.DraftLetters().Any() ? ["page.js", "date-field.js", "facts.js", "letters.js"] : ["page.js", "date-field.js", "facts.js"],
    };

    private new DrawnPage<ToolModel> Refuse(params IReadOnlyList<FieldError> errors)
    {
        SayWrong(errors);
        return Drawn();
    }
}
