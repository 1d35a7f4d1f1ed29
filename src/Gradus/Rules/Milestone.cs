namespace Gradus.Rules;

/// <summary>A date with meaning: a deadline, an opening, a day on which something falls due. Every tool hands its dates to calendars and to one timeline in this shape.</summary>
/// <param name="Id">A stable name, the same each time the same thing is worked out, so that a calendar updates the entry instead of doubling it.</param>
/// <param name="First">The day, or the first day of the window.</param>
/// <param name="Last">The same day, or the last day of the window, inside.</param>
/// <param name="What">What happens or is due, as a short sentence to the doctor.</param>
/// <param name="System">The system it belongs to, such as <c>less-than-full-time</c>.</param>
/// <param name="Nations">Where it holds.</param>
/// <param name="Status">How sure we are of the date.</param>
public sealed record Milestone(string Id, DateOnly First, DateOnly Last, string What, string System, Nations Nations, Status Status)
{
    /// <summary>The time of day in London at which it ends, where one is published, as <c>HH:mm</c>.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>The source that gives the date; <c>null</c> when it follows from what the doctor told us.</summary>
    public string? SourceId { get; init; }

    /// <summary>Where in the source.</summary>
    public string? Place { get; init; }

    /// <summary>What the reader should know, such as why the date is in doubt.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is one day and not a window.</summary>
    public bool IsOneDay => First == Last;
}
