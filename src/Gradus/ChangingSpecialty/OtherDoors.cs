using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ChangingSpecialty;

/// <summary>How somebody stands to the UK foundation programme.</summary>
[JsonConverter(typeof(Keys<UkFoundation>))]
public enum UkFoundation
{
    /// <summary>Never begun.</summary>
    [Choice("Never begun")]
    None,
    /// <summary>Completed.</summary>
    Completed,
    /// <summary>Begun and not completed.</summary>
    [Choice("Begun and not completed")]
    Unfinished,
}

/// <summary>What a doctor tells us to see which other doors are open; what is left out is asked about in the answer.</summary>
public sealed record DoorsQuestion : ToolFacts
{
    /// <summary>The first day of the post that is wanted.</summary>
    [Fact("The post you want starts", "the first day of the post", Example = "2027-08-04")]
    public required DateOnly PostStarts { get; init; }

    /// <summary>How one stands to the UK foundation programme.</summary>
    [Fact("A UK foundation programme or F2 post", "none, completed or unfinished")]
    public UkFoundation? UkFoundation { get; init; }

    /// <summary>The first day with the signatory of a CREST form.</summary>
    [Fact("You worked with your signatory from", "the first day", Example = "2026-02-04", Hint = "For a CREST form: without a break.")]
    public DateOnly? WorkedFrom { get; init; }

    /// <summary>The last day with the signatory; still there when left out.</summary>
    [Fact("You worked with them until", "the last day", Example = "2026-08-04", Hint = "Leave it out if you still do.")]
    public DateOnly? WorkedTo { get; init; }

    /// <summary>The percentage of full time worked there; 100 when left out.</summary>
    [Fact("Your hours there", "a percentage of full time, from 10 to 100", Example = "100", Unit = "%", Places = 0), Range(typeof(decimal), "10", "100")]
    public decimal? WorkedPercent { get; init; }

    /// <summary>Whether that was an observer's post.</summary>
    [Fact("It was an observer post", "true or false")]
    public bool? Observer { get; init; }

    /// <summary>Whole months of relevant experience above foundation level, full-time equivalent.</summary>
    [Fact("Months of relevant experience for GP", "whole months, full-time equivalent, from 0 to 600", Example = "18", Hint = "Above foundation level.",
        Unit = "months"), Range(0, 600)]
    public int? MonthsRelevant { get; init; }

    /// <summary>Whether in a training programme.</summary>
    [Fact("You are in a training programme now", "true or false")]
    public bool? InTraining { get; init; }

    /// <summary>Whether its first year is done.</summary>
    [Fact("You have done its first year", "true or false", OnlyWhen = "inTraining=true")]
    public bool? FirstYearDone { get; init; }

    /// <summary>The last ARCP outcome.</summary>
    [Fact("Your last ARCP outcome", "an outcome", Example = "1", OnlyWhen = "inTraining=true")]
    public ArcpOutcome? Outcome { get; init; }
}

/// <summary>The figures and tables of the other doors.</summary>
public sealed record DoorFigures
{
    /// <summary>Months with the signatory of a CREST form.</summary>
    public required Figure CrestPost { get; init; }
    /// <summary>Years before the post within which they must lie.</summary>
    public required Figure CrestWithin { get; init; }
    /// <summary>The fee of the Portfolio Pathway.</summary>
    public required Figure PortfolioFee { get; init; }
    /// <summary>Months needed before GP training may be shorter.</summary>
    public required Figure GpCreditNeeds { get; init; }
    /// <summary>The longest pause.</summary>
    [FromRoom("less-than-full-time")]
    public required Figure OoppMaximum { get; init; }
    /// <summary>The doors.</summary>
    public required IReadOnlyList<DoorRow> Doors { get; init; }
    /// <summary>Conditions of a CREST form.</summary>
    public required IReadOnlyList<ConditionRow> CrestConditions { get; init; }
    /// <summary>Conditions of the Portfolio Pathway.</summary>
    public required IReadOnlyList<ConditionRow> PortfolioConditions { get; init; }
    /// <summary>Conditions of a GP combined programme.</summary>
    public required IReadOnlyList<ConditionRow> CombinedConditions { get; init; }
    /// <summary>Conditions of a pause.</summary>
    public required IReadOnlyList<ConditionRow> OoppConditions { get; init; }
}

/// <summary>A door.</summary>
public sealed record DoorRow : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Who decides.</summary>
    public required string Decides { get; init; }
    /// <summary>What to do next.</summary>
    public required string Next { get; init; }
}

/// <summary>How a door stands for the one who asks.</summary>
[JsonConverter(typeof(Keys<DoorState>))]
public enum DoorState
{
    /// <summary>Nothing that was told stands against it; people judge the rest.</summary>
    MayBeOpen,
    /// <summary>Something must be told or asked first.</summary>
    Ask,
    /// <summary>A condition is not met.</summary>
    Closed,
}

/// <summary>Which other doors are open, with their conditions one by one. A person decides each; none is promised.</summary>
public sealed record OtherDoors : ToolAnswer
{
    /// <summary>The doors of the nation.</summary>
    public required IReadOnlyList<Door> Doors { get; init; }

    /// <summary>The first day from which time counts for a CREST form.</summary>
    public DateOnly? CrestCountsFrom { get; init; }

    /// <summary>The day on which the time with the signatory is long enough; <c>null</c> where that was not told.</summary>
    public DateOnly? CrestLongEnoughOn { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() => Doors.Select(door => new ListPart(
        $"{door.Name} ({door.State switch { DoorState.MayBeOpen => "may be open", DoorState.Ask => "ask first", _ => "closed" }})",
        [.. door.Conditions.Select(condition => $"{condition.Says}: {condition.Met switch { false => "not met", true when condition.Kind == ConditionKind.Hard => "met", true => "met as you see it; to be judged", _ => "ask" }}{(condition.Status is Status.Sure ? "" : $" ({condition.Status.Words()})")}.{(condition.Helps is null ? "" : $" It helps to have: {Sentences.LowerFirst(condition.Helps)}.")}"),
            $"Decided by {door.Decides}. {door.Next}."]));
}

/// <summary>A door as it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Conditions">Its conditions, each as it stands.</param>
/// <param name="Decides">Who decides.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Status">How sure we are.</param>
public sealed record Door(string Key, string Name, DoorState State, IReadOnlyList<ConditionResult> Conditions, string Decides, string Next, string Source, Status Status);
