using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>Posts already done, as a college's spreadsheet lists them, and how training goes on: the way in for a doctor who has no planned end to start from.</summary>
public sealed record PostsDone : ToolFacts
{
    /// <summary>The most posts.</summary>
    public const int MostPosts = 60;

    /// <summary>The months that the whole programme takes full time, above 0 and at most 240, to two decimal places.</summary>
    [Range(0.01, 240), Fact("Months the programme takes full time", "a number of months above 0 and at most 240", Example = "60",
        Hint = "As the curriculum says; five years are 60.")]
    public required decimal MonthsNeeded { get; init; }

    /// <summary>The posts, at most 60, in any order; no two share a day.</summary>
    [MaxLength(MostPosts), Fact("Post", "a list of at most 60 posts",
        Hint = "Each stretch at one share of full time. Leave out nothing: time that does not count is a post that does not count.")]
    public required IReadOnlyList<PostDone> Posts { get; init; }

    /// <summary>Months that were counted before these posts or beside them, such as training recognised from elsewhere; none when left out.</summary>
    [Range(0d, 240d), Fact("Months counted before these posts", "a number of months from 0 to 240", Example = "12", Hint = "Recognised or carried over.")]
    public decimal? MonthsBefore { get; init; }

    /// <summary>The share of full time from the day after the last post on, above 0 and at most 1.</summary>
    [Range(0.0001, 1), Fact("From then on I will work", "the share of full time from then on, above 0 and at most 1", Example = "0.8", Places = 4,
        IsShare = true, Hint = "100 for full time.")]
    public required decimal RateFromNow { get; init; }
}

/// <summary>One post.</summary>
public sealed record PostDone
{
    /// <summary>The first day, inside.</summary>
    [Fact("First day", "the first day of this post", Example = "2024-08-07")]
    public required DateOnly From { get; init; }

    /// <summary>The last day, inside.</summary>
    [Fact("Last day", "the last day of this post", Example = "2025-08-05")]
    public required DateOnly To { get; init; }

    /// <summary>The share of full time, above 0 and at most 1.</summary>
    [Range(0.0001, 1), Fact("Percent of full time", "a share of full time above 0 and at most 1", Example = "0.8", Places = 4, IsShare = true)]
    public required decimal Rate { get; init; }

    /// <summary>Whether it counts towards training; it does unless said otherwise.</summary>
    [Fact("Does it count?", "true or false")]
    public bool? Counts { get; init; }
}

/// <summary>How much training is done, how much is left, and when it would end.</summary>
public sealed record TimeDone : ToolAnswer
{
    /// <summary>Months of training done, as if full time, to two decimal places.</summary>
    public required decimal MonthsDone { get; init; }

    /// <summary>Months left, as if full time, to two decimal places; 0 when all are done.</summary>
    public required decimal MonthsLeft { get; init; }

    /// <summary>The last day of training at the share from then on, inside: what <c>completion-date</c> takes as the planned end; <c>null</c> when nothing is left.</summary>
    public DateOnly? PlannedEnd { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new ValuesPart("Months, as if full time",
            [("Done", $"{MonthsDone:0.##}", null), ("Left", $"{MonthsLeft:0.##}", null),
                .. PlannedEnd is { } end ? new (string, string, Rules.Status?)[] { ("The rest ends on", Dates.DateOnlyExtensions.Words(end), null) } : []]);
    }
}
