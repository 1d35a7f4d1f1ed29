using System.Text.Json.Serialization;
using Gradus.Rules;

namespace Gradus.Dates;

/// <summary>A step of a doctor's plan, with its dates.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Step">What is done.</param>
/// <param name="Body">Who decides or acts.</param>
/// <param name="Phase"><c>before</c>, <c>first-day</c> or <c>after</c>.</param>
/// <param name="WaitsFor">The steps of the plan that must be over before, by key.</param>
/// <param name="EarliestStart">The earliest day on which it can begin, by the longest known waits before it.</param>
/// <param name="EarliestFinish">The day on which what follows may begin, by its own longest known wait too.</param>
/// <param name="LatestStart">The last day on which it may begin without moving the first working day, or the one wished for; <c>null</c> when the first day
/// does not wait for it.</param>
/// <param name="Slack">Days between the two; under 0 when the wish cannot be met; <c>null</c> likewise.</param>
/// <param name="Critical">Whether it is on the longest way to the first day.</param>
/// <param name="Unknown">Whether how long it takes is not known, or not wholly.</param>
/// <param name="Wait">How long it takes, in words.</param>
public sealed record DatedStep(
    string Id,
    string Step,
    string Body,
    string Phase,
    IReadOnlyList<string> WaitsFor,
    DateOnly EarliestStart,
    DateOnly EarliestFinish,
    DateOnly? LatestStart,
    int? Slack,
    bool Critical,
    bool Unknown,
    string Wait)
{
    /// <summary>Whether its dates hold only if something before it, of which nobody has published how long it takes, takes no time.</summary>
    public bool AfterUnknown { get; init; }

    /// <summary>Whether the wait is the reader's own estimate.</summary>
    public bool Mine { get; init; }

    /// <summary>Whether the reader said that it is done.</summary>
    public bool Done { get; init; }

    /// <summary>The day before which not to ask for it: it would have expired by the first day, or cannot be asked for yet; <c>null</c> for any day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? NotBefore { get; init; }

    /// <summary>The first working day up to which the paper will do when it is issued on the earliest day; <c>null</c> when it does not expire.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? GoodUntil { get; init; }

    /// <summary>The paper that it gives; <c>null</c> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Gives { get; init; }

    /// <summary>What it costs, in words; <c>null</c> for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fee { get; init; }

    /// <summary>Whether the season for which it waits is not published, and its dates rest on the pattern of each year.</summary>
    public bool Expected { get; init; }

    /// <summary>What is said of the season for which it waits; <c>null</c> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Window { get; init; }

    /// <summary>What the reader should know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>The source's id.</summary>
    public required string Source { get; init; }

    /// <summary>How sure we are of it.</summary>
    public required Status Status { get; init; }

    /// <summary>What is said of its season, as a sentence; <c>null</c> for none.</summary>
    internal string? WindowSentence => Window is null ? null : $"{Sentences.UpperFirst(Window)}.";

    /// <summary>As a list has it: what, from when, how long.</summary>
    public string InWords() => $"{Step}: {EarliestStart.Words()}{(Wait == "none" ? "" : $", {Wait}")}";
}

/// <summary>A wait or a cost that is not known.</summary>
/// <param name="Id">The step's key.</param>
/// <param name="What">What it is.</param>
/// <param name="Why">Why it is not known, as a sentence has it: “not found”, “as long as you take”.</param>
/// <param name="Ask">Whom to ask; <c>null</c> when nobody can be asked.</param>
public sealed record UnknownPart(string Id, string What, string Why, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Ask)
{
    /// <summary>It as a line: what, why not, and whom to ask.</summary>
    public string Words() => Words(What);

    /// <summary>The same with the step's key, by which a reader can put in an estimate.</summary>
    public string WordsWithKey() => Words($"{What} ({Id})");

    private string Words(string what) => $"{what}: {Why}.{(Ask is null ? "" : $" Ask {Ask}.")}";
}

/// <summary>What is known of the cost in one currency.</summary>
/// <param name="Currency">The currency, such as <c>NZD</c>.</param>
/// <param name="Total">The sum, by the higher end of a range, to two decimals.</param>
/// <param name="Least">The sum by the lower end.</param>
/// <param name="AsOf">The oldest day since which one of its parts holds, or on which it was seen; <c>null</c> when nobody wrote it down.</param>
/// <param name="Status">The most doubtful of its parts.</param>
public sealed record CostTotal(string Currency, decimal Total, decimal Least, DateOnly? AsOf, Status Status);

/// <summary>A paper that the doctor has, with the day on which it was issued.</summary>
/// <param name="Id">The step's key.</param>
/// <param name="What">The paper.</param>
/// <param name="Issued">The day on which it was, or would be, issued.</param>
/// <param name="GoodUntil">The last first working day for which it will do; <c>null</c> when nobody says that it expires.</param>
/// <param name="Expires">Whether it will have expired by the first working day.</param>
/// <param name="OrderFrom">The day from which to order it, or to order it again; <c>null</c> for any day.</param>
public sealed record PaperDate(string Id, string What, DateOnly Issued, DateOnly? GoodUntil, bool Expires, DateOnly? OrderFrom);

/// <summary>The plan of a route, worked out.</summary>
public sealed record StepPlan
{
    /// <summary>The steps, in the order of their tables.</summary>
    public required IReadOnlyList<DatedStep> Steps { get; init; }

    /// <summary>The first day on which anything can be begun.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The first working day if every known wait is the least; nothing is added for what is not known.</summary>
    public required DateOnly SoonestFirstDay { get; init; }

    /// <summary>The first working day if every known wait is the longest; nothing is added for what is not known.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The day on which the doctor wants to begin, or <see cref="FirstDay"/> when none was said or it cannot be met.</summary>
    public required DateOnly PlannedFirstDay { get; init; }

    /// <summary>Whether the first working day rests on a season whose days are not published, and so on the pattern of each year.</summary>
    public required bool IsExpected { get; init; }

    /// <summary>Days by which the day wished for comes too early for what is known; 0 when it does not.</summary>
    public required int DaysShort { get; init; }

    /// <summary>The longest known way to the first day, by key.</summary>
    public required IReadOnlyList<string> CriticalPath { get; init; }

    /// <summary>What nobody has published of the waits before the first day.</summary>
    public required IReadOnlyList<UnknownPart> UnknownWaits { get; init; }

    /// <summary>What is not known of the waits after it.</summary>
    public required IReadOnlyList<UnknownPart> UnknownAfter { get; init; }

    /// <summary>What is known of the cost, by currency.</summary>
    public required IReadOnlyList<CostTotal> Costs { get; init; }

    /// <summary>What is not known of the cost.</summary>
    public required IReadOnlyList<UnknownPart> UnknownCosts { get; init; }

    /// <summary>The papers: when to order each and until when it will do.</summary>
    public required IReadOnlyList<PaperDate> Papers { get; init; }

    /// <summary>The figures that decided waits and fees, as reasons.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Weeks from the start to the first day by the least known waits, to one decimal.</summary>
    public decimal WeeksLeast => Weeks(SoonestFirstDay);

    /// <summary>Weeks from the start to the first day by the longest known waits, to one decimal.</summary>
    public decimal WeeksMost => Weeks(FirstDay);

    private decimal Weeks(DateOnly day) => Math.Round((day.DayNumber - Start.DayNumber) / 7m, 1, MidpointRounding.AwayFromZero);
}
