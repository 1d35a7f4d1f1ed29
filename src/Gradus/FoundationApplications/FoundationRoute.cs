using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>Who asks for their route into the foundation programme.</summary>
public sealed record RouteFacts : ToolFacts
{
    /// <summary>The year in which the programme starts.</summary>
    [Fact("The year in which you would start", "a year from 2020 to 2040", Example = "2027", Hint = "UKFP 2027 starts in August 2027."), Range(2020, 2040)]
    public required int Cycle { get; init; }

    /// <summary>Where the medical school is.</summary>
    [Fact("Your medical school", "one of the choices")]
    public required SchoolPlace School { get; init; }

    /// <summary>The day on which the doctor qualified, or will.</summary>
    [Fact("The day you qualified, or will", "a day as year, month and day", Example = "2027-07-01")]
    public required DateOnly Qualified { get; init; }

    /// <summary>Whether an earlier round was unsuccessful or was left before the start.</summary>
    [Fact("Did an earlier round end without a place, or did you withdraw before starting?", "true or false")]
    public bool? EarlierRound { get; init; }
}

/// <summary>Where a medical school is.</summary>
[JsonConverter(typeof(Keys<SchoolPlace>))]
public enum SchoolPlace
{
    /// <summary>A UK school, in the UK.</summary>
    [Choice("A UK school, in the UK")] Uk,
    /// <summary>A UK school's campus in Cyprus.</summary>
    [Choice("A UK school’s campus in Cyprus")] Cyprus,
    /// <summary>A UK school's campus in Malaysia.</summary>
    [Choice("A UK school’s campus in Malaysia")] Malaysia,
    /// <summary>A UK school's campus in Malta.</summary>
    [Choice("A UK school’s campus in Malta")] Malta,
    /// <summary>A school outside the UK.</summary>
    [Choice("A school outside the UK")] OutsideUk,
}

/// <summary>What the route reads.</summary>
public sealed record RouteFigures
{
    /// <summary>The days before which graduates of UK schools need an eligibility application.</summary>
    public required IReadOnlyList<CutOff> EligibilityCutOffs { get; init; }

    /// <summary>The stages of the rounds.</summary>
    public required IReadOnlyList<FoundationStage> Rounds { get; init; }
}

/// <summary>A round's cut-off.</summary>
public sealed record CutOff : TableRow
{
    /// <summary>The year in which the programme starts.</summary>
    public required int Cycle { get; init; }

    /// <summary>Who qualified on or before this day needs an eligibility application.</summary>
    public required DateOnly QualifiedBy { get; init; }
}

/// <summary>A stage of a round.</summary>
public sealed record FoundationStage : TableRow
{
    /// <summary>A stable name.</summary>
    public required string Id { get; init; }

    /// <summary>The year in which the programme starts.</summary>
    public required int Cycle { get; init; }

    /// <summary>What sort of stage it is.</summary>
    public required string Stage { get; init; }

    /// <summary>What happens.</summary>
    public required string What { get; init; }

    /// <summary>The first day, inside; <c>null</c> when none was found.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day, inside; <c>null</c> when none was found.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>The time in London at which it ends.</summary>
    public string? Time { get; init; }

    /// <summary>Whom to ask, where no day was found.</summary>
    public string? Ask { get; init; }
}

/// <summary>The route into the foundation programme.</summary>
public sealed record FoundationRoute : ToolAnswer
{
    /// <summary>The route; <c>null</c> when no published rule decides it.</summary>
    public required RouteKey? Route { get; init; }

    /// <summary>What to do, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The stages of the round.</summary>
    public required IReadOnlyList<RouteStage> Stages { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new ListPart("What to do", Steps, IsOrdered: true);
        if (Stages.Count > 0)
        {
            yield return new TablePart(new AnswerTable("stages", "The dates of the round",
                [new("what", "What"), new("first", "From"), new("last", "To"), new("time", "Time"), new("example", "An earlier round, as an example"), new("status", "How sure")],
                [.. Stages.Select(stage => (IReadOnlyList<AnswerCell>)[stage.What, stage.First, stage.Last, stage.Time, stage.Example, stage.Status])]));
        }
    }
}

/// <summary>The routes.</summary>
[JsonConverter(typeof(Keys<RouteKey>))]
public enum RouteKey
{
    /// <summary>Nominated by the UK medical school.</summary>
    Nomination,
    /// <summary>An eligibility application first, and then the application itself.</summary>
    EligibilityApplication,
}

/// <summary>A stage of the round.</summary>
/// <param name="Id">Its id.</param>
/// <param name="What">What it is.</param>
/// <param name="First">The first day; <c>null</c> when it was not found.</param>
/// <param name="Last">The last day.</param>
/// <param name="Time">The time in London.</param>
/// <param name="Example">When it was in the last round for which it was found; <c>null</c> where a day is known.</param>
/// <param name="Status">How sure we are.</param>
public sealed record RouteStage(string Id, string What, DateOnly? First, DateOnly? Last, string? Time, string? Example, Status Status);
