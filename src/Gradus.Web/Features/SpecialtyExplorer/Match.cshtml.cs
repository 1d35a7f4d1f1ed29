using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Gradus.Tools;
using Gradus.Web.Reading;
using Gradus.Web.Tools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>What the page shows.</summary>
public enum MatchStep
{
    /// <summary>The two lengths, and a way to open saved answers.</summary>
    Start,
    /// <summary>One question.</summary>
    Question,
    /// <summary>The result.</summary>
    Result,
    /// <summary>One page of the result for a conversation.</summary>
    Summary,
}

/// <summary>
/// Which specialties are worth exploring? Everything is posted and the page carries it; nothing is stored. Posted pages may be kept by the browser that asked for them, for its own
/// back button, and by nothing between: without that, going back would ask to send the form again.
/// </summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class MatchModel(ExplorerDesk desk, ToolDesk tools, ContentLibrary library, PdfPrinter printer, ICompositeViewEngine views, TodayInTheUk today) : FormPage
{
    private const long LongestFile = 64 * 1024;
    private const string ResultOnly = "result";
    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <summary>What is shown.</summary>
    public MatchStep Step { get; private set; }

    /// <summary>The reader's way through the questions.</summary>
    public Walk Walk { get; private set; } = new();

    /// <summary>The result; <c>null</c> before there is one.</summary>
    public ResultView? Result { get; private set; }

    /// <summary>What the page says after an action.</summary>
    public string? Said { get; private set; }

    /// <summary>The code as typed, to be corrected.</summary>
    public string TypedCode { get; private set; } = "";

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>What the pages of the explorer share.</summary>
    public ExplorerDesk Desk => desk;

    /// <summary>Whether the host can make a PDF.</summary>
    public bool CanPrint => printer.IsAvailable;

    /// <summary>The content edition.</summary>
    public string Edition => library.Edition;

    /// <summary>The answers as JSON, as the page carries them and as the API reads them.</summary>
    public string AnswersAsJson => Encoding.UTF8.GetString(AnswersReader.Write(Walk.Answers, desk.Questions));

    /// <summary>The answers as a code to type in again.</summary>
    public string Code => AnswersCode.Write(Walk.Answers, desk.Questions);

    /// <summary>How many specialties a choice as open as this one would be between; all of them before the first answer.</summary>
    public int OpenBetween => (int)ResultView.Whole(Math.Pow(2, StatementFinder.EntropyBits(desk.Model, Walk.Answers)));

    /// <summary>How many specialties there are.</summary>
    public int All => desk.Model.Profiles.Count;

    /// <summary>The source with an id; <c>null</c> when there is none.</summary>
    public Source? SourceOf(string? id) => library.SourceOf(id);

    /// <summary>Shows the start.</summary>
    public void OnGet() => Reader = Reader.Of(HttpContext, today);

    /// <summary>Does what the pressed button says. Without parameters, so that the framework binds nothing: the form is read by name.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Reader = Reader.Of(HttpContext, today);
        Response.Headers.CacheControl = "private, no-cache";
        var (posted, status) = await PostedForm.ReadAsync(Request, HttpContext.RequestAborted);
        if (posted is null)
        {
            return StatusCode(status);
        }

        var fields = posted.ToDictionary(StringComparer.Ordinal);
        var pressed = posted["do"].ToString();
        switch (pressed)
        {
            case "start-short":
                return Ask(Walk.Begin(desk.Model, QuestionForm.Short, Answers.None));
            case "start-full":
                return Ask(Walk.Begin(desk.Model, QuestionForm.Full, Answers.None));
            case "open-code":
                return OpenCode(posted["code"].ToString());
            case "open-file":
                return await OpenFileAsync(posted.Files.GetFile("file"), HttpContext.RequestAborted);
            case "open-saved":
                return Open(Encoding.UTF8.GetBytes(posted["saved"].ToString()), "saved", "What this browser kept cannot be read as answers.");
            default:
                var read = Walk.Read(fields, desk.Model);
                if (read.Value is not { } walk)
                {
                    return CannotOpen([.. read.Errors.Select(error => new FieldError("start", "What the page sent cannot be read as answers. " + Named(error)))]);
                }

                return pressed == "pdf" ? await PrintAsync(walk, HttpContext.RequestAborted) : Go(walk, pressed, fields);
        }
    }

    private IActionResult Go(Walk walk, string pressed, IReadOnlyDictionary<string, StringValues> fields)
    {
        var dash = pressed.IndexOf('-', StringComparison.Ordinal);
        var (verb, what) = dash > 0 ? (pressed[..dash], pressed[(dash + 1)..]) : (pressed, "");
        switch (verb)
        {
            case "skip":
                walk = walk.Skip(desk.Questions);
                return walk.IsChange ? Show(walk) : Ask(walk.Forward(desk.Model));
            case "back":
                walk = walk.Take(fields, desk.Questions).Walk;
                return walk.IsChange ? Show(walk) : Ask(walk.Back());
            case ResultOnly:
                return Show(walk.Take(fields, desk.Questions).Walk);
            case "file":
                return File(Encoding.UTF8.GetBytes(JsonNode.Parse(AnswersReader.Write((walk.Screen is null ? walk : walk.Take(fields, desk.Questions).Walk).Answers,
                    desk.Questions))!.ToJsonString(Pretty) + "\n"),
                    "application/json", "specialty-answers.json");
            case "json":
                return File(Answered(walk.Answers), "application/json", "specialty-result.json");
            case "docx":
                return File(DocxFile.Write(Document(Answer(walk.Answers))), DocxFile.MediaType, "specialty-result.docx");
            case "xlsx" when Answer(walk.Answers) is var answer && XlsxFile.Of(answer).Any():
                return File(XlsxFile.Write(answer, Document(answer)), XlsxFile.MediaType, "specialty-result.xlsx");
            case "csv":
                return File(new ResultView(desk, walk).Csv(), CsvFile.MediaType, "specialty-result.csv");
            case "change":
                return Ask(walk.To(what, desk.Questions));
            case "more":
                return Ask(walk.Resume(desk.Model));
            case "fuller":
                return Ask((walk with { Form = QuestionForm.Full }).Resume(desk.Model));
            case "rank":
                return Show(what == "reset" ? walk with { Answers = walk.Answers with { Importance = Answers.None.Importance } } : walk);
            case "without":
                Said = "Limit taken back.";
                return Show(walk.Without(what));
            case "summary":
                return Summarise(walk);
            default:
                var (taken, errors) = walk.Take(fields, desk.Questions);
                if (errors.Count > 0)
                {
                    SayWrong(errors);
                    return Ask(taken);
                }

                return taken.IsChange ? Show(taken) : Ask(taken.Forward(desk.Model));
        }
    }

    private PageResult Ask(Walk walk)
    {
        if (walk.Screen is null)
        {
            return Show(walk);
        }

        Walk = walk;
        Step = MatchStep.Question;
        return Page();
    }

    private PageResult Show(Walk walk)
    {
        Walk = walk.Stop(desk.Questions);
        Step = MatchStep.Result;
        Result = new ResultView(desk, Walk);
        return Page();
    }

    private PageResult Summarise(Walk walk)
    {
        Walk = walk;
        Step = MatchStep.Summary;
        Result = new ResultView(desk, Walk);
        return Page();
    }

    private async Task<IActionResult> PrintAsync(Walk walk, CancellationToken cancellation)
    {
        var page = Summarise(walk);
        using var html = new StringWriter();
        var view = views.GetView(executingFilePath: null, "/Features/SpecialtyExplorer/_SummaryBody.cshtml", isMainPage: false).View
            ?? throw new InvalidOperationException("The summary’s view is missing.");
        await view.RenderAsync(new ViewContext(PageContext, view, new ViewDataDictionary<MatchModel>(ViewData, this), TempData, html, new HtmlHelperOptions()));
        if (await printer.PrintAsync("Specialties to talk about", $"<div class=\"summary\">{html}</div>", cancellation) is { } pdf)
        {
            return File(pdf, "application/pdf", "specialties-to-talk-about.pdf");
        }

        Errors = [new FieldError("pdf", "The PDF could not be made. Print this page from your browser’s menu instead, or try again later.")];
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return page;
    }

    // The answer as the call gives it.
    private byte[] Answered(Answers answers) => tools.Of(SpecialtyExplorerTools.Match).AsFile(Answer(answers));

    private AnswerDocument Document(ToolAnswer answer) => AnswerDocument.Of(SpecialtyExplorerTools.Match, answer, library.SourceOf);

    private ToolAnswer Answer(Answers answers) =>
        tools.Of(SpecialtyExplorerTools.Match).Answer(AnswersReader.Write(answers, desk.Questions), new Asking(Reader.On, Reader.Nation)).Answer!;

    private PageResult OpenCode(string code)
    {
        TypedCode = code.Length <= 200 ? code : code[..200];
        if (string.IsNullOrWhiteSpace(code))
        {
            return CannotOpen(new FieldError("code", "Type the code that you kept, or choose a file below."));
        }

        return AnswersCode.Read(code, desk.Questions) is { } answers
            ? Opened(answers)
            : CannotOpen(new FieldError("code",
                "This is not a whole code of the present questions. Check for a missing or mistyped letter; a code from before the questions changed cannot be opened."));
    }

    private async Task<IActionResult> OpenFileAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0)
        {
            return CannotOpen(new FieldError("file", "Choose a file that you saved here before."));
        }

        if (file.Length > LongestFile)
        {
            return CannotOpen(new FieldError("file", "The file is too long to be answers. Choose a file that you saved here before."));
        }

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, cancellation);
        return Open(buffer.ToArray(), "file", "The file cannot be read as answers.");
    }

    private PageResult Open(byte[] json, string field, string otherwise)
    {
        var read = AnswersReader.Read(json, desk.Questions);
        return read.Value is { } answers ? Opened(answers) : CannotOpen([.. read.Errors.Take(5).Select(error => new FieldError(field, $"{otherwise} {Named(error)}"))]);
    }

    private PageResult Opened(Answers answers)
    {
        var walk = Walk.Begin(desk.Model, Walk.FormOf(answers, desk.Questions), answers);
        Said = $"Opened: {FigureText.Count(answers.Statements.Count, "statements")} and {FigureText.Count(answers.BestWorst.Count, "trade-offs")}.";
        return Ask(walk);
    }

    private PageResult CannotOpen(params IReadOnlyList<FieldError> errors)
    {
        Step = MatchStep.Start;
        return Refuse(errors);
    }

    private static string Named(FieldError error) => error.Field.Length > 0 ? $"{error.Field}: {error.Message}" : error.Message;
}
