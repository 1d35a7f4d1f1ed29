using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ChangingSpecialty;

/// <summary>Checks the other doors: CREST with its window by date, the Portfolio Pathway, a GP combined programme, and a pause in training.</summary>
public static class OtherDoorsChecker
{
    private const int MonthsInAYear = 12;

    /// <summary>Checks them.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The conditions, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static OtherDoors Find(DoorsQuestion facts, DoorFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var (post, within) = (figures.CrestPost.At(on, nation), figures.CrestWithin.At(on, nation));
        var countsFrom = within.Number is { } years ? facts.PostStarts.MonthsOn(-(int)(years * MonthsInAYear)) : null;
        var counted = facts.WorkedFrom is { } first && countsFrom is { } earliest && first < earliest ? earliest : facts.WorkedFrom;
        var longEnough = LongEnoughOn(counted, facts.WorkedPercent, post.Whole);
        var inTime = IsReached(longEnough, facts, on);
        var needs = figures.GpCreditNeeds.At(on, nation);
        var pause = figures.OoppMaximum.At(on, nation);
        var fee = figures.PortfolioFee.At(on, nation);
        var told = new Dictionary<string, IReadOnlyDictionary<string, bool?>>
        {
            ["crest"] = new Dictionary<string, bool?>
            {
                ["uk-foundation"] = facts.UkFoundation is { } foundation ? foundation != UkFoundation.Unfinished : null,
                ["length"] = IsReached(LongEnoughOn(facts.WorkedFrom, facts.WorkedPercent, post.Whole), facts, on),
                ["recent"] = countsFrom is null || counted is null ? null : counted == facts.WorkedFrom ? true : inTime,
                ["not-observer"] = facts.Observer is { } observer ? !observer : null,
            },
            ["portfolio"] = new Dictionary<string, bool?>(),
            ["combined"] = new Dictionary<string, bool?> { ["months"] = facts.MonthsRelevant is { } months ? months >= needs.Number : null },
            ["oopp"] = new Dictionary<string, bool?>
            {
                ["in-training"] = facts.InTraining,
                ["first-year"] = facts.FirstYearDone,
                ["outcome"] = facts.Outcome is { } outcome ? outcome is ArcpOutcome.One or ArcpOutcome.TenOne or ArcpOutcome.TenTwo ? true : null : null,
            },
        };
        var tables = new Dictionary<string, IReadOnlyList<ConditionRow>>
        {
            ["crest"] = figures.CrestConditions,
            ["portfolio"] = figures.PortfolioConditions,
            ["combined"] = figures.CombinedConditions,
            ["oopp"] = figures.OoppConditions
        };
        List<Door> doors = [.. figures.Doors.At(on, nation, row => row.Key).Select(row => Of(row, tables[row.Key].Judge(on, nation, told[row.Key])))];
        var open = doors.FindAll(door => door.State == DoorState.MayBeOpen);
        return new OtherDoors
        {
            Verdict = open.Count > 0 ? Verdict.Yes : doors.TrueForAll(door => door.State == DoorState.Closed) ? Verdict.No : Verdict.Unknown,
            Says = open.Count == 0
                ? $"{Closed(doors)}No door is known to be open to you yet: the conditions below say what to ask or to tell."
                : $"{(open.Count == 1 ? "One door" : $"{open.Count} doors")} may be open, as far as you told us: {string.Join(", ", open.Select(door => door.Name.Split(':')[0]))}. People decide each.",
            Doors = doors,
            CrestCountsFrom = countsFrom,
            CrestLongEnoughOn = longEnough,
            Reasons =
            [
                .. figures.Doors.At(on, nation, row => row.Key).Select(row => row.Because(row.Key, $"{row.Name}. {row.Note}".TrimEnd(), row.Name)),
                post.Because("crest-post", $"The signatory of a CREST form must have worked with you for {post.Text} without a break, whole-time equivalent."),
                within.Because("crest-within", $"All of that time must lie within {within.Text} before the post starts{(countsFrom is { } from ? $": from {from.Words()} on" : "")}."),
                fee.Because("portfolio-fee", $"The Portfolio Pathway costs {fee.Text}."),
                needs.Because("combined-needs", $"A combined programme needs {needs.Text} of relevant experience."),
                pause.IsKnown
                    ? pause.Because("oopp", $"A pause can last {pause.Text} in {nation.Name()}.")
                    : pause.Because("oopp-unknown", $"OOPP is NHS England’s: for {nation.Name()} such a pause {pause.IsMissing}.") with { Ask = pause.Ask ?? "your training body" },
            ],
            Milestones = countsFrom is { } start
                ? [within.Date("crest-window", start, facts.PostStarts.AddDays(-1), "Time that counts for a CREST form"),
                    .. longEnough is { } enough ? [post.Date("crest-long-enough", enough, "Long enough with the signatory for a CREST form")] : Array.Empty<Milestone>()]
                : [],
            Working = Working(facts, post, within, (countsFrom, counted), longEnough),
            Warnings =
            [
                .. longEnough > on && inTime is null ? [new Warning("workedFrom", $"Not long enough yet: if you stay, it is on {longEnough.Value.Words()}.")] : Array.Empty<Warning>(),
                .. doors.Exists(door => door.Key == "oopp")
                    ? []
                    : ForAPause(facts).Select(field => new Warning(field, $"It matters for a pause (OOPP) only, and none was found for {nation.Name()}: it has not counted.")),
            ],
        };
    }

    /// <summary>Says what cannot be between facts.</summary>
    public static void Check(DoorsQuestion facts, DoorFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.WorkedTo < facts.WorkedFrom)
        {
            errors.Add("workedTo", "Expected a day on or after the first.");
        }

        if (facts.WorkedFrom is null && (facts.WorkedTo is not null || facts.WorkedPercent is not null))
        {
            errors.Add("workedFrom", "Expected the first day as well: without it the rest has no effect.");
        }
    }

    private static string Closed(List<Door> doors) =>
        doors.FindAll(door => door.State == DoorState.Closed) is { Count: > 0 } closed
            ? $"Closed, as far as you told us: {string.Join(", ", closed.Select(door => door.Name.Split(':')[0]))}. "
            : "";

    private static IEnumerable<string> ForAPause(DoorsQuestion facts) =>
        new[] { ("inTraining", facts.InTraining is not null), ("firstYearDone", facts.FirstYearDone is not null), ("outcome", facts.Outcome is not null) }.Where(fact => fact.Item2)
            .Select(fact => fact.Item1);

    private static Door Of(DoorRow row, IReadOnlyList<ConditionResult> conditions)
    {
        var state = conditions.Any(condition => condition.Met == false) ? DoorState.Closed
            : conditions.Any(condition => condition is { Kind: ConditionKind.Hard, Met: null }) || conditions.All(condition => condition.Met is null) ? DoorState.Ask
            : DoorState.MayBeOpen;
        return new Door(row.Key, row.Name, state, conditions, row.Decides, row.Next, row.Source, row.Status);
    }

    // The first day on which the whole-time equivalent of so many months has been worked, each day earning the share of full time.
    private static DateOnly? LongEnoughOn(DateOnly? workedFrom, decimal? percent, int? months)
    {
        if (workedFrom is not { } from || months is not { } number)
        {
            return null;
        }

        return CreditAccount.Walk(from.AfterMonths(number)!.Value.DayNumber - from.DayNumber,
            [new CreditStretch(from, Last: null, new Fraction((long)(percent ?? 100), 100))]).ReachedOn;
    }

    // Who is still there is not too short of time yet while the day comes before the post: that is asked about, and no door is shut by it.
    private static bool? IsReached(DateOnly? longEnough, DoorsQuestion facts, DateOnly on) =>
        longEnough is not { } day ? null : day <= (facts.WorkedTo ?? on) ? true : facts.WorkedTo is null && day < facts.PostStarts ? null : false;

    private static List<WorkingLine> Working(
        DoorsQuestion facts, FigureValue post, FigureValue within, (DateOnly? First, DateOnly? Worked) counted, DateOnly? longEnough)
    {
        List<WorkingLine> lines = [];
        if (counted.First is { } from)
        {
            lines.Add(new WorkingLine($"{facts.PostStarts.Words()} less {within.Text}: {from.Words()}") { Status = within.Status, Figure = within.Figure.Name });
        }

        if (longEnough is { } day)
        {
            lines.Add(new WorkingLine($"{post.Text} from {counted.Worked!.Value.Words()}{(facts.WorkedPercent is { } percent and < 100 ? $" at {percent:0}%" : "")}: {day.Words()}")
            {
                Status = post.Status,
                Figure = post.Figure.Name
            });
        }

        return lines;
    }
}
