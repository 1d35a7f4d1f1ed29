using System.Globalization;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>A decision that is still to be taken, with what each choice changes.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Question">The question.</param>
/// <param name="Taken">The choice that the plan takes; <c>null</c> when it rests on none.</param>
/// <param name="Choices">The choices with what each changes.</param>
public sealed record AbroadDecision(string Key, string Question, string? Taken, IReadOnlyList<AbroadChoice> Choices);

/// <summary>A choice.</summary>
/// <param name="Key">Its key.</param>
/// <param name="WayOn">The step or route to which it leads.</param>
/// <param name="Changes">What it changes.</param>
public sealed record AbroadChoice(string Key, string WayOn, string Changes);

/// <summary>A dated plan to a first working day abroad.</summary>
public sealed record AbroadPlan : ToolAnswer
{
    /// <summary>The country.</summary>
    public required AbroadCountry Country { get; init; }

    /// <summary>The route's key; <c>null</c> when its rule is not known.</summary>
    public required string? Route { get; init; }

    /// <summary>How the route stands by what was told.</summary>
    public required RouteState RouteState { get; init; }

    /// <summary>The first day on which anything can be begun.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The first working day if every known wait is the longest; no earlier than this, and later by what is not known.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The same if every known wait is the least.</summary>
    public DateOnly? SoonestFirstDay { get; init; }

    /// <summary>The wish cannot be met by so many days; 0 when it can by what is known.</summary>
    public int DaysShort { get; init; }

    /// <summary>What would have to give for the wish to be met.</summary>
    public IReadOnlyList<string> WouldGive { get; init; } = [];

    /// <summary>Weeks to the first day, by the least known waits.</summary>
    public decimal? WeeksLeast { get; init; }

    /// <summary>Weeks to the first day, by the longest known waits.</summary>
    public decimal? WeeksMost { get; init; }

    /// <summary>Waits before the first day that nobody has published.</summary>
    public IReadOnlyList<UnknownPart> UnknownWaits { get; init; } = [];

    /// <summary>The steps with their dates.</summary>
    public IReadOnlyList<DatedStep> Steps { get; init; } = [];

    /// <summary>The longest known way, by key.</summary>
    public IReadOnlyList<string> CriticalPath { get; init; } = [];

    /// <summary>The papers.</summary>
    public IReadOnlyList<PaperDate> Papers { get; init; } = [];

    /// <summary>The decisions.</summary>
    public IReadOnlyList<AbroadDecision> Decisions { get; init; } = [];

    /// <summary>What is known of the cost, by currency.</summary>
    public IReadOnlyList<CostTotal> Costs { get; init; } = [];

    /// <summary>What is not known of the cost.</summary>
    public IReadOnlyList<UnknownPart> UnknownCosts { get; init; } = [];

    /// <summary>The known cost in pounds at the reader's rates; <c>null</c> without a rate for each currency.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Pounds { get; init; }

    /// <summary>The day from which the doctor wants to work in the UK again; <c>null</c> when none was told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Back { get; init; }

    // The dates are no surer than the waits of which they are the sum.
    private Status WaitsAre =>
        StatusExtensions.Worse(Reasons.Where(reason => reason.Key.StartsWith("wait-", StringComparison.Ordinal)).Select(reason => reason.Status).Weakest(), Status.Computed);

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Start is null)
        {
            yield break;
        }

        yield return new ValuesPart("Until your first working day",
        [
            ("No earlier than, by the longest known waits", FirstDay!.Value.Words(), WaitsAre),
            ("If every known wait is the shortest", SoonestFirstDay!.Value.Words(), WaitsAre),
            ("Known waits", Weeks(WeeksLeast!.Value, WeeksMost!.Value), WaitsAre),
            ("Waits that are not known", UnknownWaits.Count.ToString(CultureInfo.InvariantCulture), null),
        ]);
        if (WouldGive.Count > 0)
        {
            yield return new ListPart("What would have to give", WouldGive);
        }

        var now = Steps.Where(step => step is { Done: false, Phase: "before" } && step.EarliestStart <= Start && !step.AfterUnknown).ToList();
        yield return new ListPart("What you can begin at once", [.. now.Select(step => step.Step)]);
        yield return new ListPart("The longest known way", [.. CriticalPath.Select(id => Steps.First(step => step.Id == id)).Select(step => step.InWords())], IsOrdered: true);
        if (UnknownWaits.Count > 0)
        {
            yield return new ListPart("Not known, and in no total", [.. UnknownWaits.Select(wait => wait.WordsWithKey())]);
        }

        if (UnknownCosts.Count > 0)
        {
            yield return new ListPart("Costs that are not known, and in no sum", [.. UnknownCosts.Select(cost => cost.Words())]);
        }

        foreach (var part in StepChecklist.Of(Steps, UnknownWaits, On))
        {
            yield return part;
        }

        yield return new ValuesPart("What it costs, as far as that is known",
        [
            .. Costs.Select(cost => (cost.AsOf is { } day ? $"{cost.Currency}, oldest price of {day.Words()}" : cost.Currency,
                AbroadCost.Money(cost.Currency, cost.Least, cost.Total), (Status?)cost.Status)),
            .. Pounds is { } pounds ? [("All of it in pounds, at your rates", AbroadCost.Money("GBP", pounds, pounds), (Status?)null)] : Array.Empty<(string, string, Status?)>(),
        ]);
        if (UnknownCosts.Count > 0)
        {
            yield return new ListPart("Costs that are not known, and in no sum",
                [.. UnknownCosts.Select(cost => $"{cost.What}: {cost.Why}.{(cost.Ask is null ? "" : $" Ask {cost.Ask}.")}")]);
        }

        foreach (var decision in Decisions)
        {
            yield return new ListPart(decision.Question,
                [.. decision.Choices.Select(choice => $"{(choice.Key == decision.Taken ? "This plan: " : "")}{Sentences.UpperFirst(choice.Key.Replace('-', ' '))}. {choice.Changes}")]);
        }
    }

    /// <summary>Weeks as a sentence has them: “23 to 27 weeks”, “9.3 weeks”.</summary>
    public static string Weeks(decimal least, decimal most) => least == most
        ? string.Create(CultureInfo.InvariantCulture, $"{most:0.#} week{(most == 1 ? "" : "s")}")
        : string.Create(CultureInfo.InvariantCulture, $"{least:0.#} to {most:0.#} weeks");
}
