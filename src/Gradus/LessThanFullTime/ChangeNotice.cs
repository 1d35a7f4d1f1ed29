using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>By when the form for a change of hours must be in, as the nation counts it: weeks before, months before, or the end of a window in the year.</summary>
/// <param name="First">The day by which it must be in, or the first day of the window's month.</param>
/// <param name="By">The last day for the form, inside.</param>
/// <param name="When">By when, as the end of a sentence has it: “in by 14 April 2027, 16 weeks before”, “in the window of February 2027”.</param>
/// <param name="Status">How sure we are of the rule.</param>
/// <param name="Figure">The figure's name; <c>null</c> for a window.</param>
/// <param name="SourceId">Where it is written.</param>
/// <param name="Place">Where in the source.</param>
/// <param name="Note">What the reader should know of the rule.</param>
internal sealed record ChangeNotice(DateOnly First, DateOnly By, string When, Status Status, string? Figure, string? SourceId, string? Place, string? Note)
{
    /// <summary>The notice for a change on a day; <c>null</c> where none was found for the nation.</summary>
    public static ChangeNotice? Of(DateOnly from, Nation nation, LessThanFullTimeFigures figures)
    {
        var weeks = figures.Notice.At(from, nation);
        if (weeks.Whole is { } number)
        {
            return On(from.DaysOn(-7L * number), weeks);
        }

        var months = figures.NoticeMonths.At(from, nation);
        if (months.Whole is { } calendar)
        {
            return On(from.MonthsOn(-calendar), months);
        }

        return figures.RequestWindows.At(from, nation, row => row.WindowMonth).FirstOrDefault(row => row.Holds(from.Month)) is { } window && window.ClosesBefore(from) is { } closes
            ? new ChangeNotice(new DateOnly(closes.Year, closes.Month, 1), closes, $"in the window of {closes.Words().Split(' ', 2)[1]}", window.Status,
                Figure: null, window.Source, window.At, window.Note)
            : null;
    }

    /// <summary>The day as a milestone; of a window the month.</summary>
    public Milestone Milestone(string id, string what, Nation nation) =>
        new(id, First, By, what, "less-than-full-time", nation.ToNations(),
            StatusExtensions.Worse(Status, Status.Computed))
        { Precision = First == By ? Precision.Day : Precision.Month, SourceId = SourceId, Place = Place, Note = Note };

    /// <summary>A reason that rests on the rule.</summary>
    public Reason Because(string key, string says) => new(key, says, Status, Figure, SourceId, Place);

    private static ChangeNotice? On(DateOnly? by, FigureValue value) =>
        by is { } day
            ? new ChangeNotice(day, day, $"in by {day.Words()}, {value.Text} before", value.Status, value.Figure.Name, value.SourceId, value.Held?.At, value.Held?.Note)
            : null;
}
