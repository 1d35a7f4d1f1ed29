namespace Gradus.Rules;

/// <summary>
/// What a figure is on the day that matters, in a nation: the value with its source and doubt, or none. Reasons and milestones are made from it, so that they
/// carry both.
/// </summary>
/// <param name="Figure">The figure.</param>
/// <param name="Held">What holds; <c>null</c> when nothing had begun there or it had ended.</param>
/// <param name="Day">The day it was looked up for.</param>
/// <param name="Nation">The nation it was looked up for.</param>
public sealed record FigureValue(Figure Figure, Dated<Amount>? Held, DateOnly Day, Nation Nation)
{
    /// <summary>The one number; <c>null</c> when there is none, or a range.</summary>
    public decimal? Number => Held?.Value.Number;

    /// <summary>The one number as a whole one, what lies after the point cut off; <c>null</c> when there is none, or a range.</summary>
    public int? Whole => Number is { } number ? (int)number : null;

    /// <summary>The lower end of a range, or the number.</summary>
    public decimal? Low => Held?.Value.Low;

    /// <summary>The upper end of a range, or the number.</summary>
    public decimal? High => Held?.Value.High;

    /// <summary>Whether there is a value at all.</summary>
    public bool IsKnown => Low is not null;

    /// <summary>How sure we are. Where we hold nothing for the day we have found none: whether somebody published one is not known.</summary>
    public Status Status => Held?.Status ?? Status.NotFound;

    /// <summary>Whom to ask, where there is no value.</summary>
    public string? Ask => Held?.Ask;

    /// <summary>Whom to ask, as the end of a sentence has it: “: ask your health board”; empty where nobody is named.</summary>
    public string OrAsk => Ask is null ? "" : $": ask {Ask}";

    /// <summary>The source's id; <c>null</c> when there is none.</summary>
    public string? SourceId => Held?.SourceId;

    /// <summary>The value with its unit, as a sentence has it: “16 weeks”, “£1,000 a year”, “not published”.</summary>
    public string Text => Held is null || !IsKnown ? (Status == Status.NotFound ? "not found" : "not published") : FigureText.Of(Held.Value, Figure.Unit);

    /// <summary>Why there is no value, as a sentence about it has it: “is not published”, or “was not found” where others may have published it.</summary>
    public string IsMissing => Status == Status.NotFound ? "was not found" : "is not published";

    /// <summary>What a reader is told where the year of the value has ended; <c>null</c> otherwise.</summary>
    public string? LastKnown => YearlyList.LastKnown(Held?.Year, Held?.From, Day);

    /// <summary>A reason that rests on the value; source, place, doubt and whom to ask are the value's own, and so is the year of a yearly list that has ended.</summary>
    /// <param name="key">A stable name for the reason.</param>
    /// <param name="says">One sentence to the doctor.</param>
    public Reason Because(string key, string says) => new(key, YearlyList.Told(says, LastKnown), Status, Figure.Name, Held?.SourceId, Held?.At, Held?.Ask);

    /// <summary>A date that follows from the value; how sure it is and where it is written are the value's own.</summary>
    /// <param name="id">A stable name.</param>
    /// <param name="day">The day.</param>
    /// <param name="what">What happens or is due, as a short sentence to the doctor.</param>
    public Milestone Date(string id, DateOnly day, string what) => Date(id, day, day, what);

    /// <summary>A window that follows from the value.</summary>
    /// <param name="id">A stable name.</param>
    /// <param name="first">The first day, inside.</param>
    /// <param name="last">The last day, inside.</param>
    /// <param name="what">What happens or is due, as a short sentence to the doctor.</param>
    public Milestone Date(string id, DateOnly first, DateOnly last, string what) =>
        new(id, first, last, what, Figure.System, Nation.ToNations(),
            StatusExtensions.Worse(Status, Status.Computed))
        { SourceId = Held?.SourceId, Place = Held?.At, Note = Held?.Note };
}
