using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>A practice round of offers, invented from a seed, and the answers given so far.</summary>
public sealed record PracticeFacts : ToolFacts
{
    /// <summary>The seed: the same seed and the same answers give the same round.</summary>
    [Fact("The number of the round", "a whole number from 1 to 1000000", Example = "7",
        Hint = "The same number gives the same round; take another for another."), Range(1, 1_000_000)]
    public int? Seed { get; init; }

    /// <summary>How many applicants there are; 300 when left out.</summary>
    [Fact("Applicants", "a whole number from 20 to 10000", Example = "300"), Range(20, 10_000)]
    public int? Applicants { get; init; }

    /// <summary>How many posts there are; 12 when left out.</summary>
    [Fact("Posts", "a whole number from 2 to 100", Example = "12"), Range(2, 100)]
    public int? Posts { get; init; }

    /// <summary>The doctor's rank; two fifths down the list when left out.</summary>
    [Fact("Your rank", "a whole number from 1 to 10000", Example = "60"), Range(1, 10_000)]
    public int? Rank { get; init; }

    /// <summary>The posts wanted, best first, by number; left out, all of them in the order of their numbers.</summary>
    [Fact("The posts you want, best first", "numbers of posts", Example = "3"), MaxLength(100)]
    public IReadOnlyList<int> Wanted { get => field ?? []; init; }

    /// <summary>The answers given so far, in the order in which they were asked for.</summary>
    [Fact("Your answers so far", "accept, accept-with-upgrades, hold, hold-with-upgrades, decline or let-expire",
        Hint = "Add one for each time that it is your turn.", IsSequence = true), MaxLength(20)]
    public IReadOnlyList<OfferAnswer> Answers { get => field ?? []; init; }

    /// <summary>Whether the doctor is sure of the last answer: <c>false</c> shows what follows from it, if it cannot be taken back, and does not give it yet.</summary>
    [Fact("Are you sure of your last answer?", "true or false", Hint = "Say no to see first what cannot be taken back.")]
    public bool? Sure { get; init; }
}

/// <summary>What a practice round reads.</summary>
public sealed record PracticeFigures
{
    /// <summary>How many hours an offer stays open.</summary>
    public required Figure OfferResponse { get; init; }

    /// <summary>The least time between two runs of offers.</summary>
    public required Figure OfferRunGap { get; init; }

    /// <summary>The stages of the rounds: the deadlines are those of the last round for which they were found.</summary>
    public required IReadOnlyList<RecruitmentStage> Rounds { get; init; }

    /// <summary>How invented applicants answer.</summary>
    public required IReadOnlyList<PracticeAnswerRow> PracticeAnswers { get; init; }
}

/// <summary>How often an invented applicant gives an answer.</summary>
public sealed record PracticeAnswerRow : TableRow
{
    /// <summary>The answer.</summary>
    public required OfferAnswer Answer { get; init; }

    /// <summary>Percent of offers answered so.</summary>
    public required int Percent { get; init; }
}

/// <summary>Where a practice round stands.</summary>
public sealed record PracticeRound : ToolAnswer
{
    /// <summary>Whether it is the doctor's turn.</summary>
    public required bool YourTurn { get; init; }

    /// <summary>By when to answer; <c>null</c> when it is not the doctor's turn.</summary>
    public required Moment? Deadline { get; init; }

    /// <summary>How the doctor stands: <c>waiting</c>, <c>offered</c>, <c>held</c>, <c>accepted</c>, <c>out</c>.</summary>
    public required string State { get; init; }

    /// <summary>The number of the post offered, held or accepted; <c>null</c> for none.</summary>
    public required int? Post { get; init; }

    /// <summary>The answers that can be given now.</summary>
    public required IReadOnlyList<OfferChoice> Choices { get; init; }

    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<PracticeEvent> Events { get; init; }

    /// <summary>Where each first answer would have ended; only once the round is over.</summary>
    public required IReadOnlyList<PracticeElse> Otherwise { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new TablePart(new AnswerTable("events", "What happened",
            [new("at", "When"), new("says", "What"), new("irreversible", "Cannot be taken back")],
            [.. Events.Select(one => (IReadOnlyList<AnswerCell>)[OfferDeadlineCalculator.Words(one.At), one.Says, one.Irreversible])]));
        if (Choices.Count > 0)
        {
            yield return new TablePart(new AnswerTable("choices", "Your turn",
                [new("answer", "Answer"), new("irreversible", "Cannot be taken back"), new("says", "What follows")],
                [.. Choices.Select(choice => (IReadOnlyList<AnswerCell>)[choice.Name, choice.Irreversible, choice.Says])]));
        }

        if (Otherwise.Count > 0)
        {
            yield return new TablePart(new AnswerTable("otherwise", "Where another first answer would have ended",
                [new("answer", "First answer"), new("says", "End")],
                [.. Otherwise.Select(other => (IReadOnlyList<AnswerCell>)[other.Name, other.Post is { } post ? $"Post {post}" : "No post"])]));
        }
    }
}

/// <summary>Something that happened to the doctor.</summary>
/// <param name="At">When, in London.</param>
/// <param name="Says">What.</param>
/// <param name="Irreversible">Whether it cannot be undone.</param>
public sealed record PracticeEvent(Moment At, string Says, bool Irreversible);

/// <summary>Where a first answer would have ended.</summary>
/// <param name="Key">The answer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Post">The post at the end; <c>null</c> for none.</param>
public sealed record PracticeElse(OfferAnswer Key, string Name, int? Post);
