using System.Globalization;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Rules;

/// <summary>A stage of a recruitment round; without days where they were looked for and not found.</summary>
public sealed record RecruitmentStage : TableRow
{
    /// <summary>A stable name.</summary>
    public required string Id { get; init; }

    /// <summary>The year of the round.</summary>
    public required int Cycle { get; init; }

    /// <summary>The round: 1 is CT1 and ST1, 2 most ST3 and ST4, 3 what is left.</summary>
    public required int Round { get; init; }

    /// <summary>The specialties it is for, with blanks between; or <c>all</c>, <c>msra</c> for those that use it, or <c>participating</c>.</summary>
    public required string Specialty { get; init; }

    /// <summary>What sort of stage it is, such as <c>opens</c>, <c>interviews</c> or <c>hold</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>What happens, as a short sentence.</summary>
    public required string What { get; init; }

    /// <summary>The first day, inside; <c>null</c> when none was found.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day, inside; <c>null</c> when none was found.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>The time in London at which it ends, as HH:mm; <c>null</c> when none is published.</summary>
    public string? Time { get; init; }

    /// <summary>The nation that ran its own recruitment instead; none when all four take part.</summary>
    public Nations Except { get; init; }

    /// <summary>Whom to ask in that nation; <c>null</c> when all four take part.</summary>
    public string? ExceptAsk { get; init; }

    /// <summary>Whom to ask, where no day was found.</summary>
    public string? Ask { get; init; }

    /// <summary>The day and time at which it ends; <c>null</c> when the day or the time is not known.</summary>
    public Moment? End => Last is { } last && Time is { } time ? new Moment(last, TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)) : null;

    /// <summary>The stage as a date; <c>null</c> when no day was found.</summary>
    public Milestone? AsMilestone() => First is not { } first ? null : new Milestone(Id, first, Last ?? first, What, "specialty-applications", Nation & ~Except, Status)
    {
        At = End?.Time,
        SourceId = Source,
        Note = Note,
    };
}
