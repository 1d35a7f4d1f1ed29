using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Facts;
using Gradus.FoundationApplications;
using Gradus.Matching.Chances;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>What are my chances with this order of foundation schools? Everything is posted and nothing is stored: the form carries the order.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class ChancesModel(ContentLibrary library, ChancesDesk desk, TodayInTheUk today) : FormPage
{
    private const long LongestFile = 64 * 1024;
    private const string FirstChoiceFigure = FoundationApplicationsContent.System + "/first-choice";
    private static readonly JsonSerializerOptions Letters = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private FoundationOrder? facts;
    private FactsForm? assumed;

    /// <summary>The form as posted.</summary>
    public OrderForm Form { get; private set; } = new();

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>The schools of the year asked about.</summary>
    public FoundationSchools Schools { get; private set; } = null!;

    /// <summary>The order, as places in the year's schools.</summary>
    public IReadOnlyList<int> Order { get; private set; } = [];

    /// <summary>The tier asked about; <c>null</c> for all together.</summary>
    public PriorityTier? Tier => facts?.Tier;

    /// <summary>The answer; <c>null</c> before there is one.</summary>
    public FoundationChances? Answer { get; private set; }

    /// <summary>The answer for one person alone, where <see cref="Answer"/> is a pair's.</summary>
    public FoundationChances? Alone { get; private set; }

    /// <summary>What the page says after an action.</summary>
    public string? Said { get; private set; }

    /// <summary>The id of the control that should hold the focus; <c>null</c> for none.</summary>
    public string? Focus { get; private set; }

    /// <summary>The years that can be chosen, newest first.</summary>
    public IReadOnlyList<int> Years => desk.YearsOffered;

    /// <summary>The newest year with figures.</summary>
    public int NewestYear => desk.Figures.NewestYear;

    /// <summary>The worked examples.</summary>
    public IReadOnlyList<WorkedExample> Examples => library.ExamplesOf(desk.Tool.Tool);

    /// <summary>The first choice's row.</summary>
    public FoundationSchoolYear First => Schools.Rows[Order[0]];

    /// <summary>Whether the published ratio settles the first-choice chance: not within a priority group, and not for a pair.</summary>
    public bool IsFirstSettled => Tier is null && Answer?.Linked is null;

    /// <summary>Competition for first choices, by school and year.</summary>
    public Competition Competition => desk.Competition;

    /// <summary>A source by id.</summary>
    public Source SourceOf(string id) => library.Sources[id];

    /// <summary>What stands in the field for a position: its number, or what was typed where the page must ask again.</summary>
    public string PositionShown(int place) =>
        Errors.Any(error => error.Field.StartsWith("position-", StringComparison.Ordinal)) && place < Form.Positions.Count
            ? Form.Positions[place]
            : (place + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The first choice's chance in each year of this allocation, newest first: from the published ratio after pre-allocation.</summary>
    public IReadOnlyList<(int Year, double Chance)> FirstByYear => field ??=
        [.. desk.Figures.Rows.Where(row => row.School == First.School && row.Year >= ChancesSimulator.FirstYearOfAllocation)
            .OrderByDescending(row => row.Year)
            .Select(row => (row.Year, double.Min(1, 1 / row.RatioAfterPreallocation)))];

    /// <summary>The range shown for a school of the order. For a first choice that the ratio settles it is over the years, for all others over the scenarios.</summary>
    public (double Low, double High) RangeOf(int place)
    {
        var school = Answer!.Schools[place];
        return place == 0 && IsFirstSettled
            ? (double.Min(school.Mid, FirstByYear.Select(year => year.Chance).DefaultIfEmpty(1).Min()),
                double.Max(school.Mid, FirstByYear.Select(year => year.Chance).DefaultIfEmpty(0).Max()))
            : (school.Low, school.High);
    }

    /// <summary>Of each year with all first choices published: what the rule gives, and the figure of all who got their first choice, where one was published.</summary>
    public IReadOnlyList<(FirstChoiceShare Share, Dated<Amount>? Published)> BackTest =>
        [.. FirstChoiceShare.Of(desk.Figures.Rows).Where(share => share.Year >= ChancesSimulator.FirstYearOfAllocation)
            .Select(share => (share, library.Figures[FirstChoiceFigure].History.Values.FirstOrDefault(value => value.From?.Year == share.Year && value.Status == Status.Sure)))];

    /// <summary>How many schools from the top the doctor has placed.</summary>
    public int Placed => int.Clamp(Form.Placed, 0, Order.Count);

    /// <summary>The place of the school whose buttons are shown; -1 for none.</summary>
    public int Chosen => Schools.Find(Form.Chosen) is { } school ? Order.ToList().IndexOf(school) : -1;

    /// <summary>What can be changed of what is assumed of others: the fact, and what was typed.</summary>
    public IEnumerable<(FactsShape Fact, string Typed)> Assumptions =>
        OrderForm.AssumptionFields.Select(name => (FactsForm.Find(desk.Tool.Tool.Shape, name)!, Form.Assumed.GetValueOrDefault(name, "")));

    /// <summary>Whether something of what is assumed of others was changed.</summary>
    public bool HasOwnAssumptions => Form.Assumed.Values.Any(typed => typed.Length > 0);

    /// <summary>What each fiftieth of all ranks gets with this order, for the picture.</summary>
    public IReadOnlyList<RankBracket> ByRank =>
        field ??= Ranks([.. Enumerable.Range(0, RankPicture.Columns).Select(at => new RankRange((double)at / RankPicture.Columns, (at + 1.0) / RankPicture.Columns))]);

    /// <summary>What each bracket of ranks gets with this order.</summary>
    public IReadOnlyList<RankBracket> Brackets => field ??= Ranks(ChancesSimulator.Brackets);

    /// <summary>The years of this allocation, newest first.</summary>
    public IReadOnlyList<int> YearsOfAllocation => [.. desk.Figures.Years.Where(year => year >= ChancesSimulator.FirstYearOfAllocation)];

    /// <summary>The chance of each school of the order if it is put first, at the lowest and at the highest ratio of the years of this allocation.</summary>
    public IReadOnlyList<(FoundationSchoolYear Newest, double Low, double High)> Forecast =>
        [.. Order.Select(school => Schools.Rows[school]).Select(row => (row, Of(row.School).Min(), Of(row.School).Max()))];

    private IReadOnlyList<RankBracket> Ranks(IReadOnlyList<RankRange> stretches) =>
        ChancesSimulator.ByRank(desk.Figures.Scenarios(Schools, Tier, facts!.Scenarios, (ulong?)facts.Seed, facts.Assumed), Order, stretches);

    private IEnumerable<double> Of(string school) =>
        desk.Figures.Rows.Where(row => row.School == school && row.Year >= ChancesSimulator.FirstYearOfAllocation).Select(row => double.Min(1, 1 / row.RatioAfterPreallocation));

    /// <summary>Shows the schools in alphabetical order.</summary>
    public void OnGet() => Begin();

    /// <summary>Does what the pressed button says. Without parameters, so that the framework binds nothing: the form is read by name.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Begin();
        Response.Headers.CacheControl = "private, no-cache"; // For the browser’s own back button: it asks before it sends a form again, and no cache between keeps it.
        var (posted, status) = await PostedForm.ReadAsync(Request, HttpContext.RequestAborted);
        if (posted is null)
        {
            return StatusCode(status);
        }

        Form = OrderForm.From(posted);
        var pressed = posted["do"].ToString();
        if (pressed == "open")
        {
            return await OpenAsync(posted.Files.GetFile("file"), HttpContext.RequestAborted);
        }

        if (pressed.StartsWith("example-", StringComparison.Ordinal)
            && int.TryParse(pressed.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var example)
            && example < Examples.Count)
        {
            return Show(Ask(Encoding.UTF8.GetBytes(Examples[example].Facts)));
        }

        var errors = new List<FieldError>();
        Schools = desk.SchoolsOf(YearFrom(Form.Year, errors));
        Order = OrderFrom(Form.Schools, errors);
        if (errors.Count > 0)
        {
            return Refuse(errors);
        }

        var colon = pressed.IndexOf(':', StringComparison.Ordinal);
        var isMove = colon > 0 && Schools.Find(pressed[(colon + 1)..]) is not null;
        var way = isMove ? pressed[..colon] : "";
        errors.AddRange(way == "to" ? [] : PlaceAsTyped());
        if (isMove && errors.Count == 0)
        {
            errors.AddRange(Move(way, Schools.Find(pressed[(colon + 1)..])!.Value));
        }

        if (errors.Count > 0)
        {
            return Refuse(errors);
        }

        if (pressed == "others")
        {
            (Form, Focus) = (Form with { ShowsOthers = true }, "others-heading");
        }
        else if (pressed == "rank")
        {
            Focus = "rank-said";
        }

        return (isMove || pressed == "place") && !Form.IsAnswered ? Page() : Respond(pressed);
    }

    private void Begin()
    {
        Reader = Reader.Of(HttpContext, today);
        Schools = desk.SchoolsOf(desk.Figures.NewestYear);
        Order = [.. Enumerable.Range(0, Schools.Rows.Count)];
    }

    private string NameOf(int school) => Schools.Rows[school].School;

    private ToolReply Ask(byte[] json) => desk.Tool.Answer(json, new Asking(Reader.On, Reader.Nation));

    private PageResult Show(ToolReply reply)
    {
        facts = (FoundationOrder)reply.Facts!;
        Schools = desk.SchoolsOf(facts.Year ?? desk.Figures.NewestYear);
        Order = Schools.ReadOrder(facts.Order).Order;
        var partners = facts.Linked is null ? null : Schools.ReadOrder(facts.Linked).Order;
        Form = new OrderForm
        {
            Year = Schools.Year.ToString(CultureInfo.InvariantCulture),
            Tier = facts.Tier switch { PriorityTier.Priority => "priority", PriorityTier.Other => "other", _ => "" },
            Linked = facts.LinkedOtherwise == true ? OrderForm.OtherOrder
                : partners is null ? OrderForm.Alone
                : partners.SequenceEqual(Order) ? OrderForm.SameOrder
                : OrderForm.OtherOrder,
            Partner = partners is null || partners.SequenceEqual(Order) ? "" : string.Join('\n', partners.Select(NameOf)),
            Outcome = facts.Got?.ToString(CultureInfo.InvariantCulture) ?? "",
            Placed = Order.Count,
            Assumed = FactsForm.Show(desk.Tool.Tool.Shape, desk.Tool.Write(facts))
                .Where(shown => OrderForm.AssumptionFields.Contains(shown.Key, StringComparer.Ordinal))
                .ToDictionary(shown => shown.Key, shown => shown.Value[0], StringComparer.Ordinal),
            ShowsOthers = facts.Others == true,
        };
        Take(reply);
        return Page();
    }

    private async Task<IActionResult> OpenAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length is 0 or > LongestFile)
        {
            return Refuse(new FieldError("file", "Choose a file that you saved here before."));
        }

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, cancellation);
        var reply = Ask(buffer.ToArray());
        if (reply.Answer is not null)
        {
            Said = "Order opened.";
            return Show(reply);
        }

        var error = reply.Errors[0];
        return Refuse(new FieldError("file", $"The file cannot be read as an order. {(error.Field.Length > 0 ? error.Field + ": " : "")}{error.Message}"));
    }

    private int YearFrom(string typed, List<FieldError> errors)
    {
        if (typed.Length == 0)
        {
            return desk.Figures.NewestYear;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && desk.Figures.Years.Contains(year))
        {
            return year;
        }

        errors.Add(new FieldError("year", $"There are figures for {string.Join(", ", Years)}. Choose one of these years."));
        return desk.Figures.NewestYear;
    }

    /// <summary>The posted order. Schools of another year are kept where this year has them; what this year has beside them goes to the end.</summary>
    private List<int> OrderFrom(IReadOnlyList<string> names, List<FieldError> errors)
    {
        var all = Enumerable.Range(0, Schools.Rows.Count).ToList();
        if (names.Count == 0)
        {
            return all;
        }

        var (order, fault) = Schools.ReadOrder(names);
        if (fault is null)
        {
            return [.. order];
        }

        if (!desk.Figures.Years.Any(year => year != Schools.Year && desk.SchoolsOf(year).ReadOrder(names).Fault is null))
        {
            errors.Add(new FieldError("order", fault));
            return all;
        }

        var kept = names.Select(Schools.Find).OfType<int>().ToList();
        var added = all.Except(kept).ToList();
        Form = Form with { Positions = [] };
        Said = $"The schools of {Schools.Year} differ: {(added.Count == 0 ? "some of your list were not there" : string.Join("; ", added.Select(NameOf)) + (added.Count == 1 ? " now stands" : " now stand") + " at the end")}.";
        return [.. kept, .. added];
    }

    private IReadOnlyList<FieldError> PlaceAsTyped()
    {
        var before = Order;
        (Order, var errors) = OrderForm.Place([.. Order], Form.Positions, NameOf);
        if (errors.Count == 0)
        {
            var written = Form.Positions.Select((typed, place) => OrderForm.Position(typed, before.Count) is { } position && position != place + 1 ? position : 0)
                .DefaultIfEmpty()
                .Max();
            Form = Form with { Placed = int.Max(Form.Placed, written) };
        }

        return errors;
    }

    private IReadOnlyList<FieldError> Move(string way, int school)
    {
        var order = Order.ToList();
        var from = order.IndexOf(school);
        var last = order.Count - 1;
        if (way == "pick" && from < Placed)
        {
            (Form, Focus) = (Form with { Chosen = Form.Chosen == NameOf(school) ? "" : NameOf(school) }, $"pick-{school}");
            return [];
        }

        var to = way switch { "up" => from - 1, "down" => from + 1, "top" => 0, "bottom" => last, "pick" => Placed, _ => from };
        if (way == "to")
        {
            if (OrderForm.Position(from < Form.Positions.Count ? Form.Positions[from] : "", order.Count) is not { } position)
            {
                return [OrderForm.NoPosition(school, NameOf(school), order.Count)];
            }

            to = position - 1;
        }

        to = int.Clamp(to, 0, last);
        order.RemoveAt(from);
        order.Insert(to, school);
        Order = order;
        Form = Form with { Chosen = NameOf(school), Placed = PlacedAfter(from, to) };
        Said = $"{NameOf(school)} is now number {to + 1} of {order.Count}.";
        Focus = $"{(way == "to" ? "position" : way)}-{school}";
        return [];
    }

    // A school that comes in from below is placed; one that goes out below is not.
    private int PlacedAfter(int from, int to) => Placed + (from >= Placed && to <= Placed ? 1 : from < Placed && to >= Placed ? -1 : 0);

    private IActionResult Respond(string pressed)
    {
        var (asked, fault) = Facts();
        if (fault is not null)
        {
            return Refuse(fault);
        }

        var reply = Ask(JsonSerializer.SerializeToUtf8Bytes(asked, Letters));
        if (reply.Answer is null)
        {
            return Refuse([.. assumed!.InWords(reply.Errors).Select(error => error.Field switch
            {
                "tier" => new FieldError("tier", "Choose all together, the priority group, or everybody else."),
                "linked" => error with { Field = "partner" },
                _ => error,
            })]);
        }

        Take(reply);
        return pressed switch
        {
            "save" => File([.. JsonSerializer.SerializeToUtf8Bytes(asked, Letters), (byte)'\n'], "application/json", "foundation-order.json"),
            "csv" => File(Csv(), CsvFile.MediaType, "foundation-chances.csv"),
            "docx" => File(DocxFile.Write(AnswerDocument.Of(desk.Tool.Tool, Answer!, library.SourceOf)), DocxFile.MediaType, "foundation-chances.docx"),
            "xlsx" when XlsxFile.Of(Answer!)
                .Any() => File(XlsxFile.Write(Answer!, AnswerDocument.Of(desk.Tool.Tool, Answer!, library.SourceOf)), XlsxFile.MediaType,
                    "foundation-chances.xlsx"),
            "json" => File(desk.Tool.AsFile(Answer!), "application/json", "foundation-chances.json"),
            _ => Page(),
        };
    }

    private void Take(ToolReply reply)
    {
        (facts, Answer) = ((FoundationOrder)reply.Facts!, (FoundationChances)reply.Answer!);
        Alone = Answer.Linked is null ? null : (FoundationChances)Ask(desk.Tool.Write(facts with { Linked = null, Others = null, Got = null })).Answer!;
        Form = Form with { IsAnswered = true };
    }

    /// <summary>The form as the tool's facts: what is saved, and what the API takes.</summary>
    private (JsonObject Facts, FieldError? Fault) Facts()
    {
        assumed = FactsForm.Read(desk.Tool.Tool.Shape, Form.Assumed.Select(typed => KeyValuePair.Create(typed.Key, (IReadOnlyList<string>)[typed.Value])));
        var asked = JsonNode.Parse(assumed.Json)!.AsObject();
        (asked["order"], asked["year"]) = (Names(Order), Schools.Year);
        if (Form.Tier.Length > 0)
        {
            asked["tier"] = Form.Tier;
        }

        var (partners, fault) = Form.PartnersOrder(Schools, [.. Order]);
        if (partners is not null)
        {
            asked["linked"] = Names(partners);
        }
        else if (Form.Linked == OrderForm.OtherOrder && fault is null)
        {
            asked["linkedOtherwise"] = true;
        }

        if (Form.ShowsOthers)
        {
            asked["others"] = true;
        }

        if (int.TryParse(Form.Outcome, NumberStyles.None, CultureInfo.InvariantCulture, out var choice) && choice >= 1 && choice <= Order.Count)
        {
            asked["got"] = choice;
        }

        return (asked, fault is null ? null : new FieldError("partner", fault));
    }

    private JsonArray Names(IReadOnlyList<int> order) => [.. order.Select(school => (JsonNode)NameOf(school))];

    private byte[] Csv() => CsvFile.Write(
    [
        ["position", "school", "year", "places", "first_choices_per_place", "chance_if_first", "low", "mid", "high", "reachable_in_pass_two"],
        .. Answer!.Schools.Select((school, place) => (string[])
        [
            (place + 1).ToString(CultureInfo.InvariantCulture), school.School, Answer.Year.ToString(CultureInfo.InvariantCulture),
            Schools.Rows[Order[place]].Places.ToString(CultureInfo.InvariantCulture), Hundred.Plain(Schools.Rows[Order[place]].RatioAfterPreallocation),
            Hundred.Plain(school.FirstChoice, "0.####"), Hundred.Plain(school.Low, "0.####"), Hundred.Plain(school.Mid, "0.####"),
                Hundred.Plain(school.High, "0.####"), school.ReachableInPassTwo ? "yes" : "no",
        ]),
    ]);
}
