using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>An offer that has come.</summary>
public sealed record OfferArrived : ToolFacts
{
    /// <summary>The day and time at which the offer came, in London.</summary>
    [Fact("When the offer came", "a day and a time in London", Example = "2027-04-08T11:05", Hint = "As Oriel’s message shows it.")]
    public required Moment Arrived { get; init; }

    /// <summary>The day and time now, in London; left out, only the deadline is said.</summary>
    [Fact("What time it is now", "a day and a time in London", Example = "2027-04-09T09:00", Hint = "To see how long is left and what you can still do.")]
    public Moment? Now { get; init; }
}

/// <summary>The figures of answering an offer.</summary>
public sealed record OfferFigures
{
    /// <summary>How many hours an offer stays open.</summary>
    public required Figure OfferResponse { get; init; }

    /// <summary>The stages of the rounds; among them the hold, upgrade and hierarchical deadlines.</summary>
    public required IReadOnlyList<RecruitmentStage> Rounds { get; init; }
}

/// <summary>By when an offer must be answered, and what can still be done.</summary>
public sealed record OfferDeadline : ToolAnswer
{
    /// <summary>The last moment to answer, in London; <c>null</c> when nobody has published how long there is.</summary>
    public required Moment? Deadline { get; init; }

    /// <summary>Whole hours left that count, weekends left out; <c>null</c> when it was not said what time it is.</summary>
    public required int? HoursLeft { get; init; }

    /// <summary>The answers to an offer, whether each is still possible, and whether it can be taken back.</summary>
    public required IReadOnlyList<OfferChoice> Choices { get; init; }

    /// <summary>The round's own deadlines, found or not.</summary>
    public required IReadOnlyList<RoundDeadline> RoundDeadlines { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Choices.Count > 0)
        {
            yield return new TablePart(new AnswerTable("choices", "What you can still do",
                [new("answer", "Answer"), new("possible", "Possible"), new("irreversible", "Cannot be taken back"), new("says", "What follows")],
                [.. Choices.Select(choice => (IReadOnlyList<AnswerCell>)[choice.Name, choice.Possible, choice.Irreversible, choice.Says])]));
        }

        if (RoundDeadlines.Count > 0)
        {
            yield return new TablePart(new AnswerTable("roundDeadlines", "The round’s own deadlines",
                [new("what", "What"), new("at", "When"), new("example", "An earlier round, as an example"), new("status", "How sure")],
                [.. RoundDeadlines.Select(deadline => (IReadOnlyList<AnswerCell>)[deadline.What,
                    deadline.At is { } at ? OfferDeadlineCalculator.Words(at) : "not found", deadline.Example, deadline.Status])]));
        }
    }
}

/// <summary>An answer to an offer.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Possible">Whether it is still possible.</param>
/// <param name="Irreversible">Whether it cannot be taken back.</param>
/// <param name="Says">What follows from it, for this offer and for every other application.</param>
public sealed record OfferChoice(OfferAnswer Key, string Name, bool Possible, bool Irreversible, string Says);

/// <summary>The answers to an offer.</summary>
[JsonConverter(typeof(Keys<OfferAnswer>))]
public enum OfferAnswer
{
    /// <summary>Accept for good.</summary>
    [Choice("Accept")] Accept,
    /// <summary>Accept, and take something listed higher that comes free.</summary>
    [Choice("Accept with upgrades")] AcceptWithUpgrades,
    /// <summary>Hold until the hold deadline.</summary>
    [Choice("Hold")] Hold,
    /// <summary>Hold, and take something listed higher that comes free.</summary>
    [Choice("Hold with upgrades")] HoldWithUpgrades,
    /// <summary>Turn it down.</summary>
    [Choice("Decline")] Decline,
    /// <summary>Let it expire.</summary>
    [Choice("Let it expire")] LetExpire,
}

/// <summary>A deadline of the round.</summary>
/// <param name="Key">Its key: <c>hold</c>, <c>upgrade</c> or <c>hierarchical</c>.</param>
/// <param name="What">What it means.</param>
/// <param name="At">When, in London; <c>null</c> when it was not found.</param>
/// <param name="Example">When it was in the last round for which it was found; <c>null</c> when that is the one asked about.</param>
/// <param name="Status">How sure we are.</param>
public sealed record RoundDeadline(string Key, string What, Moment? At, string? Example, Status Status);
