using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.FoundationApplications;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>What are my chances with this order of foundation schools? Everything is posted and nothing is stored: the form carries the order.</summary>
[ResponseCache(NoStore = true)]
public sealed class ChancesModel(ContentLibrary library, ChancesDesk desk, TodayInTheUk today) : PageModel
{
    /// <summary>How many other orders are shown when asked for.</summary>
    public const int OthersShown = 4;

    private const int OldestYearShown = 2023;
    private static readonly JsonSerializerOptions Letters = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    /// <summary>The form as posted.</summary>
    public OrderForm Form { get; private set; } = new();

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>The schools of the year asked about.</summary>
    public FoundationSchools Schools { get; private set; } = null!;

    /// <summary>The order, as places in the year's schools.</summary>
    public IReadOnlyList<int> Order { get; private set; } = [];

    /// <summary>The tier asked about; <c>null</c> for all together.</summary>
    public PriorityTier? Tier { get; private set; }

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The answer; <c>null</c> before there is one.</summary>
    public FoundationChances? Answer { get; private set; }

    /// <summary>The answer for one person alone, where <see cref="Answer"/> is a pair's.</summary>
    public FoundationChances? Alone { get; private set; }

    /// <summary>Other orders; empty unless asked for.</summary>
    public IReadOnlyList<AlternativeOrder> Others { get; private set; } = [];

    /// <summary>What the doctor's outcome says about the rank; <c>null</c> when not asked, or when it cannot happen.</summary>
    public RankAfterOutcome? Rank { get; private set; }

    /// <summary>What the page says after an action.</summary>
    public string? Said { get; private set; }

    /// <summary>The id of the control that should hold the focus; <c>null</c> for none.</summary>
    public string? Focus { get; private set; }

    /// <summary>The years that can be chosen, newest first.</summary>
    public IReadOnlyList<int> Years => [.. desk.Years.Where(year => year >= OldestYearShown)];

    /// <summary>The newest year with figures.</summary>
    public int NewestYear => desk.NewestYear;

    /// <summary>The worked examples.</summary>
    public IReadOnlyList<WorkedExample> Examples => library.System(FoundationApplicationsContent.System).Examples;

    /// <summary>The first choice's row.</summary>
    public FoundationSchoolYear First => Schools.Rows[Order[0]];

    /// <summary>Competition for first choices, by school and year.</summary>
    public Competition Competition => Competition.Of(desk.Rows, Years);

    /// <summary>A source by id.</summary>
    public Source SourceOf(string id) => library.Sources[id];

    /// <summary>What is wrong with a field; <c>null</c> when nothing is.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;

    /// <summary>The first choice's chance in each year of this allocation, newest first: from the published ratio after pre-allocation.</summary>
    public IReadOnlyList<(int Year, double Chance)> FirstByYear =>
        [.. desk.Rows.Where(row => row.School == First.School && row.Year >= ChancesSimulator.FirstYearOfAllocation).OrderByDescending(row => row.Year).Select(row => (row.Year, double.Min(1, 1 / row.RatioAfterPreallocation)))];

    /// <summary>The share of all who got their first choice by the rule, where first choices were published; of 100.</summary>
    public IReadOnlyList<FirstChoiceShare> BackTest => field ??= [.. FirstChoiceShare.Of(desk.Rows).Where(share => share.Year >= ChancesSimulator.FirstYearOfAllocation)];

    /// <summary>Shows the schools in alphabetical order.</summary>
    public void OnGet()
    {
        Reader = Reader.Of(HttpContext, today);
        Schools = desk.SchoolsOf(desk.NewestYear);
        Order = [.. Enumerable.Range(0, Schools.Rows.Count)];
    }

    /// <summary>Does what the pressed button says. Without parameters, so that the framework binds nothing: the form is read by name.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Reader = Reader.Of(HttpContext, today);
        var posted = await Request.ReadFormAsync(HttpContext.RequestAborted);
        Form = OrderForm.From(posted);
        var pressed = posted["do"].ToString();
        if (pressed.StartsWith("example-", StringComparison.Ordinal) && int.TryParse(pressed.AsSpan(8), out var example) && example >= 0 && example < Examples.Count)
        {
            return ShowExample(Examples[example]);
        }

        var errors = new List<FieldError>();
        Schools = desk.SchoolsOf(YearFrom(Form.Year, errors));
        Order = OrderFrom(Form.Schools, errors);
        if (errors.Count > 0)
        {
            return Refuse(errors);
        }

        var colon = pressed.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Schools.Find(pressed[(colon + 1)..]) is { } moved)
        {
            Move(pressed[..colon], moved, errors);
        }
        else
        {
            (Order, var wrong) = OrderForm.Place([.. Order], Form.Positions, NameOf);
            errors.AddRange(wrong);
        }

        if (pressed == "others")
        {
            Form = Form with { ShowsOthers = true };
            Focus = "others-heading";
        }

        var isMove = colon > 0;
        return errors.Count > 0 ? Refuse(errors) : isMove && !Form.IsAnswered ? Page() : Respond(pressed);
    }

    private string NameOf(int school) => Schools.Rows[school].School;

    private PageResult ShowExample(WorkedExample example)
    {
        var read = ChancesRequestReader.Read(Encoding.UTF8.GetBytes(example.Facts), desk).Value ?? throw new InvalidOperationException($"The example “{example.Id}” cannot be read.");
        (Schools, Order) = (read.Schools, read.Order);
        Form = new OrderForm
        {
            Year = read.Schools.Year.ToString(CultureInfo.InvariantCulture),
            Tier = read.Tier switch { PriorityTier.Priority => "priority", PriorityTier.Other => "other", _ => "" },
            Linked = read.Linked is null ? OrderForm.Alone : read.Linked.SequenceEqual(read.Order) ? OrderForm.SameOrder : OrderForm.OtherOrder,
            Partner = read.Linked is null ? "" : string.Join('\n', read.Linked.Select(NameOf)),
        };
        Work();
        return Page();
    }

    private int YearFrom(string typed, List<FieldError> errors)
    {
        if (typed.Length == 0)
        {
            return desk.NewestYear;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && desk.Years.Contains(year))
        {
            return year;
        }

        errors.Add(new FieldError("year", $"There are figures for {string.Join(", ", Years)}. Choose one of these years."));
        return desk.NewestYear;
    }

    /// <summary>The posted order. Schools of another year are kept where this year has them; what this year has beside them goes to the end.</summary>
    private List<int> OrderFrom(IReadOnlyList<string> names, List<FieldError> errors)
    {
        var all = Enumerable.Range(0, Schools.Rows.Count).ToList();
        if (names.Count == 0)
        {
            return all;
        }

        var isOtherYears = desk.Years.Any(year => year != Schools.Year && desk.SchoolsOf(year).ReadOrder(names).Fault is null);
        var (order, fault) = Schools.ReadOrder(names);
        if (fault is null)
        {
            return [.. order];
        }

        if (!isOtherYears)
        {
            errors.Add(new FieldError("order", fault));
            return all;
        }

        var kept = names.Select(Schools.Find).OfType<int>().ToList();
        var added = all.Except(kept).ToList();
        Form = Form with { Positions = [] };
        Said = $"The schools of {Schools.Year} differ: {(added.Count == 0 ? "some of your list were not there" : string.Join(" and ", added.Select(NameOf)) + " now stand at the end")}.";
        return [.. kept, .. added];
    }

    private void Move(string way, int school, List<FieldError> errors)
    {
        var order = Order.ToList();
        var from = order.IndexOf(school);
        var last = order.Count - 1;
        var to = way switch { "up" => from - 1, "down" => from + 1, "top" => 0, "bottom" => last, _ => from };
        if (way == "to")
        {
            var typed = from < Form.Positions.Count ? Form.Positions[from].Trim() : "";
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position < 1 || position > order.Count)
            {
                errors.Add(new FieldError($"position-{school}", $"{NameOf(school)}: the position is a number from 1 to {order.Count}"));
                return;
            }

            to = position - 1;
        }

        to = int.Clamp(to, 0, last);
        order.RemoveAt(from);
        order.Insert(to, school);
        Order = order;
        Said = $"{NameOf(school)} is now number {to + 1} of {order.Count}.";
        Focus = $"{(way == "to" ? "position" : way)}-{school}";
    }

    private PageResult Refuse(List<FieldError> errors)
    {
        Errors = errors;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private IActionResult Respond(string pressed)
    {
        if (pressed == "json")
        {
            var facts = new SavedOrder([.. Order.Select(NameOf)], Schools.Year, Form.Tier.Length == 0 ? null : Form.Tier);
            return File([.. JsonSerializer.SerializeToUtf8Bytes(facts, Letters), (byte)'\n'], "application/json", "foundation-order.json");
        }

        if (Work() is { } fault)
        {
            return Refuse([fault]);
        }

        return pressed == "csv" ? File(Csv(), "text/csv; charset=utf-8", "foundation-chances.csv") : Page();
    }

    /// <summary>Works out the answer; gives back what stands in the way instead, when something does.</summary>
    private FieldError? Work()
    {
        if (!ChancesRequestReader.TryTier(Form.Tier, out var tier))
        {
            return new FieldError("tier", "Choose all together, the priority group, or everybody else.");
        }

        int[] own = [.. Order];
        var (partners, fault) = Form.PartnersOrder(Schools, own);
        if (fault is not null)
        {
            return new FieldError("partner", fault);
        }

        Tier = tier;
        var scenarios = desk.Scenarios(Schools, tier);
        Answer = ChancesSimulator.Simulate(scenarios, own, partners);
        Alone = Answer.Linked is null ? null : ChancesSimulator.Simulate(scenarios, own);
        if (Form.ShowsOthers)
        {
            Others = ChancesSimulator.PutEachFirst(scenarios, own, OthersShown);
        }

        if (int.TryParse(Form.Outcome, NumberStyles.None, CultureInfo.InvariantCulture, out var choice) && choice >= 1 && choice <= own.Length)
        {
            Rank = ChancesSimulator.RankAfter(scenarios, own, choice - 1);
        }

        Form = Form with { IsAnswered = true };
        return null;
    }

    private byte[] Csv()
    {
        using var text = new StringWriter();
        using (var csv = new CsvHelper.CsvWriter(text, CultureInfo.InvariantCulture))
        {
            string[][] rows =
            [
                ["position", "school", "year", "places", "first_choices_per_place", "chance_if_first", "low", "mid", "high", "reachable_in_pass_two"],
                .. Answer!.Schools.Select((school, place) => (string[])
                [
                    (place + 1).ToString(CultureInfo.InvariantCulture), school.School, Answer.Year.ToString(CultureInfo.InvariantCulture),
                    Schools.Rows[Order[place]].Places.ToString(CultureInfo.InvariantCulture), Hundred.Plain(Schools.Rows[Order[place]].RatioAfterPreallocation),
                    Hundred.Plain(school.FirstChoice, "0.####"), Hundred.Plain(school.Low, "0.####"), Hundred.Plain(school.Mid, "0.####"), Hundred.Plain(school.High, "0.####"), school.ReachableInPassTwo ? "yes" : "no",
                ]),
            ];
            foreach (var row in rows)
            {
                foreach (var field in row)
                {
                    csv.WriteField(field);
                }

                csv.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private sealed record SavedOrder(IReadOnlyList<string> Order, int Year, string? Tier);
}
