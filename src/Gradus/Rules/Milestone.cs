using System.Globalization;
using System.Text.Json.Serialization;

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
    /// <summary>How it stands on the date asked about; where a tool says nothing, the workbench says it from the dates.</summary>
    public MilestoneState? State { get; init; }

    /// <summary>How exactly the date is known.</summary>
    public Precision Precision { get; init; }

    /// <summary>The time of day in London at which it ends, where one is published, as <c>HH:mm</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("time")]
    public TimeOnly? At { get; init; }

    /// <summary>The source that gives the date; <c>null</c> when it follows from what the doctor told us.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("source")]
    public string? SourceId { get; init; }

    /// <summary>Where in the source.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("at")]
    public string? Place { get; init; }

    /// <summary>What the reader should know, such as why the date is in doubt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>The same with its state, where it has none: over when its last day has passed, due within four weeks or while it is open, otherwise not due.</summary>
    /// <param name="on">The date asked about.</param>
    public Milestone StatedOn(DateOnly on) => State is not null ? this : this with
    {
        State = Last < on ? MilestoneState.Done : First.DayNumber - on.DayNumber <= 28 ? MilestoneState.Due : MilestoneState.NotDue,
    };

    /// <summary>Whether it is one day and not a window.</summary>
    [JsonIgnore]
    public bool IsOneDay => First == Last;

    /// <summary>The time of day at which it ends, “17:00”; empty where none is published.</summary>
    [JsonIgnore]
    public string Hour => At?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>
    /// When it is, as exactly as it is known: “14 April 2027”, “14 April 2027 at 17:00”, “1 to 12 February 2027, until 17:00”, “February 2027”, “about 3 March
    /// 2027”.
    /// </summary>
    public string When()
    {
        var days = Precision == Precision.Month ? FigureText.Months(First, Last) : FigureText.Span(First, Last);
        return (Precision == Precision.About ? "about " : "") + days + (At is null ? "" : IsOneDay ? " at " + Hour : ", until " + Hour);
    }

    /// <summary>When it ends: its last day, with the time where one is published.</summary>
    public string Ends() => (this with { First = Last }).When();
}

/// <summary>How something dated stands on the date asked about.</summary>
[JsonConverter(typeof(Keys<MilestoneState>))]
public enum MilestoneState
{
    /// <summary>Its day is more than four weeks ahead.</summary>
    NotDue,
    /// <summary>Its day is today or within four weeks, or its window is open.</summary>
    Due,
    /// <summary>The doctor has something to do about it now.</summary>
    ToDo,
    /// <summary>It should have been done by a day that has passed.</summary>
    Late,
    /// <summary>It is over, or was done.</summary>
    Done,
}

/// <summary>How exactly a date is known.</summary>
[JsonConverter(typeof(Keys<Precision>))]
public enum Precision
{
    /// <summary>To the day.</summary>
    Day,
    /// <summary>Only the month is published; first and last are the month's ends.</summary>
    Month,
    /// <summary>About that day: the source says “from about”, “early” or “expected”.</summary>
    About,
}

/// <summary>How a milestone stands, in words.</summary>
public static class MilestoneStateExtensions
{
    /// <summary>The state as it stands in a sentence: “late”, “due now”, “to do”, “done”, “not due yet”.</summary>
    public static string Words(this MilestoneState state) => state switch
    {
        MilestoneState.Late => "late",
        MilestoneState.Due => "due now",
        MilestoneState.ToDo => "to do",
        MilestoneState.Done => "done",
        _ => "not due yet",
    };
}
