using System.Globalization;
using System.Text;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Dates;
using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Gradus.Web.Features.LessThanFullTime;

/// <summary>When do I finish training? Everything is posted: leave and health are nobody else's business. Nothing is stored; the form carries the plans.</summary>
[ResponseCache(NoStore = true)]
public sealed class CompletionDateModel(ContentLibrary library, LessThanFullTimeFigures figures, TodayInTheUk today, TimeProvider clock) : PageModel
{
    private const long LongestFile = 256 * 1024;

    /// <summary>The form as typed.</summary>
    public PlanForm Form { get; private set; } = new();

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>What is wrong with the form; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The answer asked for; <c>null</c> before there is one.</summary>
    public Scenario? Asked { get; private set; }

    /// <summary>Plans kept for comparing, oldest first; <see cref="Asked"/> is not among them.</summary>
    public IReadOnlyList<Scenario> Kept { get; private set; } = [];

    /// <summary>What the page says after an action, such as “Row added”.</summary>
    public string? Said { get; private set; }

    /// <summary>The field that should hold the focus next; <c>null</c> for none.</summary>
    public string? Focus { get; private set; }

    /// <summary>The worked examples.</summary>
    public IReadOnlyList<WorkedExample> Examples => library.System(LessThanFullTimeContent.System).Examples;

    /// <summary>The content edition.</summary>
    public string Edition => library.Edition;

    /// <summary>Every plan with an answer, the asked one last.</summary>
    public IReadOnlyList<Scenario> All => Asked is null ? Kept : [.. Kept, Asked];

    /// <summary>The timeline picture as SVG; empty when there is nothing to draw.</summary>
    public string TimelineSvg => Timeline.Of(All);

    /// <summary>The dates of the answer that lie ahead; of the yearly reviews only the first.</summary>
    public IReadOnlyList<Milestone> NextDates => [.. Ahead.Where(milestone => !IsYearly(milestone) || milestone == Ahead.FirstOrDefault(IsYearly))];

    /// <summary>The yearly reviews after the first.</summary>
    public IReadOnlyList<Milestone> YearlyReviews => [.. Ahead.Where(IsYearly).Skip(1)];

    /// <summary>A source by id; <c>null</c> when there is none.</summary>
    public Source? SourceOf(string? id) => id is not null && library.Sources.TryGetValue(id, out var source) ? source : null;

    /// <summary>What is wrong with a field; <c>null</c> when nothing is.</summary>
    public string? ErrorOf(string field) => Errors.Count == 0 ? null : Errors.FirstOrDefault(error => error.Field == field)?.Message;

    /// <summary>Shows the empty form.</summary>
    public void OnGet() => Reader = Reader.Of(HttpContext, today);

    /// <summary>Does what the pressed button says. Without parameters, so that the framework binds nothing: the form is read by name.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Reader = Reader.Of(HttpContext, today);
        var (posted, status) = await PostedForm.ReadAsync(Request, cancellation);
        if (posted is null)
        {
            return StatusCode(status);
        }

        Form = PlanForm.From(posted);
        Kept = ReadKept(posted["kept"]);
        var pressed = posted["do"].ToString();
        var dash = pressed.LastIndexOf('-');
        var index = dash > 0 && int.TryParse(pressed.AsSpan(dash + 1), out var number) ? number : -1;
        switch (dash > 0 ? pressed[..dash] : pressed)
        {
            case "add":
                Form = Form with { Changes = [.. Form.Changes, ChangeRow.Empty] };
                (Said, Focus) = ($"Change {Form.Changes.Count} added.", $"kind-{Form.Changes.Count - 1}");
                return Page();
            case "remove" when IsRow(index):
                Form = Form with { Changes = Form.Changes.Count == 1 ? [ChangeRow.Empty] : [.. Form.Changes.Where((_, i) => i != index)] };
                (Said, Focus) = ($"Change {index + 1} removed.", $"kind-{Math.Min(index, Form.Changes.Count - 1)}");
                return Page();
            case "up" when IsRow(index) && index > 0:
                Swap(index, index - 1);
                return Page();
            case "down" when IsRow(index) && index < Form.Changes.Count - 1:
                Swap(index, index + 1);
                return Page();
            case "open":
                return await OpenAsync(posted.Files.GetFile("file"), cancellation);
            case "example" when index >= 0 && index < Examples.Count:
                return Example(Examples[index]);
            case "edit" when index >= 0 && index < Kept.Count:
                Form = PlanForm.Of(Kept[index].Plan);
                Kept = [.. Kept.Where((_, i) => i != index)];
                return Answer(pressed);
            case "drop" when index >= 0 && index < Kept.Count:
                Kept = [.. Kept.Where((_, i) => i != index)];
                return Answer(pressed);
            default:
                return Answer(pressed);
        }
    }

    private IEnumerable<Milestone> Ahead => Asked?.Answer.Milestones.Where(milestone => milestone.Last >= Asked.Answer.On) ?? [];

    private static bool IsYearly(Milestone milestone) => milestone.Id.EndsWith("-before", StringComparison.Ordinal);

    private PageResult Example(WorkedExample example)
    {
        var read = TrainingPlanReader.Read(Encoding.UTF8.GetBytes(example.Facts), figures);
        if (read.Value is { } plan)
        {
            Form = PlanForm.Of(plan) with { On = example.On.Iso() };
            Asked = Work(plan with { On = example.On });
        }

        return Page();
    }

    private IActionResult Answer(string pressed)
    {
        var read = Form.Read(figures);
        if (read.Value is not { } plan)
        {
            Errors = read.Errors;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Asked = Work(plan);
        switch (pressed)
        {
            case "ics" when Asked.Answer.Milestones.Count > 0:
                return File(CalendarFile.Write("Gradus: training dates", Asked.Answer.Milestones, clock.GetUtcNow()), CalendarFile.MediaType, "training-dates.ics");
            case "save":
                return Save();
            case "csv":
                return File(Csv(), CsvFile.MediaType, "completion-date.csv");
            case "keep" when Kept.Count < Scenario.Most - 1:
                Kept = [.. Kept, Asked];
                Said = "Plan kept. Change the answers below to compare another with it.";
                Focus = "plannedEnd";
                return Page();
            default:
                return Page();
        }
    }

    private FileContentResult Save()
    {
        var lines = All.Select(scenario => Scenario.Json(scenario.Plan)).ToList();
        var text = string.Join('\n', lines) + "\n";
        return lines.Count == 1 ? File(Encoding.UTF8.GetBytes(text), "application/json", "training-plan.json") : File(Encoding.UTF8.GetBytes(text), "application/jsonl", "training-plans.jsonl");
    }

    private byte[] Csv() => CsvFile.Write(
    [
        ["plan", "planned_end", "completes_on", "days_added", "block_model_completes_on", "step", "first_day", "last_day", "days", "rate", "credit", "total"],
        .. All.SelectMany(scenario => scenario.Answer.Working.Select(step => (string?[])
        [
            scenario.Name, scenario.Plan.PlannedEnd.Iso(), scenario.Answer.CompletesOn?.Iso(), scenario.Answer.DaysAdded?.ToString(CultureInfo.InvariantCulture), scenario.Answer.BlockModelCompletesOn?.Iso(),
            step.Key, step.First.Iso(), step.Last.Iso(), step.Days.ToString(CultureInfo.InvariantCulture), step.Rate.ToString(), step.Credit.ToString(), step.Total.ToString(),
        ])),
    ]);

    private async Task<IActionResult> OpenAsync(IFormFile? file, CancellationToken cancellation)
    {
        Kept = [];
        if (file is null || file.Length == 0)
        {
            return CannotOpen("Choose a file that you saved here before.");
        }

        if (file.Length > LongestFile)
        {
            return CannotOpen("The file is too long to be a plan. Choose a file that you saved here before.");
        }

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, cancellation);
        var bytes = buffer.ToArray();
        var whole = TrainingPlanReader.Read(bytes, figures);
        var plans = new List<TrainingPlan>();
        if (whole.Value is { } single)
        {
            plans.Add(single);
        }
        else
        {
            foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Scenario.Most))
            {
                var read = TrainingPlanReader.Read(Encoding.UTF8.GetBytes(line), figures);
                if (read.Value is not { } plan)
                {
                    var error = whole.Errors[0];
                    return CannotOpen($"The file cannot be read as a plan. {(error.Field.Length > 0 ? error.Field + ": " : "")}{error.Message}");
                }

                plans.Add(plan);
            }
        }

        Kept = [.. plans.Take(plans.Count - 1).Select(Work)];
        Form = PlanForm.Of(plans[^1]);
        Asked = Work(plans[^1]);
        Said = plans.Count == 1 ? "Plan opened." : $"{plans.Count} plans opened.";
        return Page();
    }

    private PageResult CannotOpen(string message)
    {
        Errors = [new FieldError("file", message)];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private List<Scenario> ReadKept(StringValues carried)
    {
        var kept = new List<Scenario>();
        foreach (var json in carried.Take(Scenario.Most - 1))
        {
            if (json is { Length: <= 65536 } && TrainingPlanReader.Read(Encoding.UTF8.GetBytes(json), figures).Value is { } plan)
            {
                kept.Add(Work(plan));
            }
        }

        return kept;
    }

    private Scenario Work(TrainingPlan plan) => new(plan, CompletionDateCalculator.Calculate(plan, figures, plan.On ?? Reader.On, Reader.Nation));

    private bool IsRow(int index) => index >= 0 && index < Form.Changes.Count;

    private void Swap(int one, int other)
    {
        var changes = Form.Changes.ToArray();
        (changes[one], changes[other]) = (changes[other], changes[one]);
        Form = Form with { Changes = changes };
        (Said, Focus) = ($"Change {one + 1} is now change {other + 1}.", $"kind-{other}");
    }
}
