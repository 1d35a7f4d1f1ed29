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
    /// <summary>How long before the change it is; <c>null</c> for a window.</summary>
    public FigureValue? Before { get; private init; }

    /// <summary>The window it is the end of; <c>null</c> where it is so long before the change.</summary>
    public RequestWindow? Window { get; private init; }

    /// <summary>The first day of a change for which a form handed in on a day is in time; <c>null</c> where the calendar ends.</summary>
    public required Func<DateOnly, DateOnly?> StartFor { get; init; }

    /// <summary>The notice for a change on a day; <c>null</c> where none was found for the nation.</summary>
    public static ChangeNotice? Of(DateOnly from, Nation nation, LessThanFullTimeFigures figures)
    {
        var weeks = figures.Notice.At(from, nation);
        if (weeks.Whole is { } number)
        {
            return On(from.DaysOn(-7L * number), weeks, submitted => submitted.DaysOn(7L * number));
        }

        var months = figures.NoticeMonths.At(from, nation);
        if (months.Whole is { } calendar)
        {
            return On(from.MonthsOn(-calendar), months, submitted => MonthsLater(submitted, calendar));
        }

        var windows = figures.RequestWindows.At(from, nation, row => row.WindowMonth);
        return windows.FirstOrDefault(row => row.Holds(from.Month)) is { } window && window.ClosesBefore(from) is { } closes
            ? new ChangeNotice(new DateOnly(closes.Year, closes.Month, 1), closes, $"in the window of {closes.Words().Split(' ', 2)[1]}", window.Status,
                Figure: null, window.Source, window.At, window.Note)
            { Window = window, StartFor = submitted => StartOfNext(windows, submitted) }
            : null;
    }

    /// <summary>The day as a milestone; of a window the month.</summary>
    public Milestone Milestone(string id, string what, Nation nation) =>
        new(id, First, By, what, "less-than-full-time", nation.ToNations(),
            StatusExtensions.Worse(Status, Status.Computed))
        { Precision = First == By ? Precision.Day : Precision.Month, SourceId = SourceId, Place = Place, Note = Note };

    /// <summary>A reason that rests on the rule.</summary>
    public Reason Because(string key, string says) => new(key, says, Status, Figure, SourceId, Place);

    private static ChangeNotice? On(DateOnly? by, FigureValue value, Func<DateOnly, DateOnly?> startFor) => by is { } day
        ? new ChangeNotice(day, day, $"in by {day.Words()}, {value.Text} before", value.Status, value.Figure.Name, value.SourceId, value.Held?.At, value.Held?.Note)
        { Before = value, StartFor = startFor }
        : null;

    // The first day whose notice reaches back to the day of the form: three months before 28 February is 28 November, so a form of 30 November gives 1 March.
    private static DateOnly? MonthsLater(DateOnly submitted, int months)
    {
        var day = submitted.MonthsOn(months);
        while (day is { } start && start.MonthsOn(-months) < submitted)
        {
            day = start.DaysOn(1);
        }

        return day;
    }

    // The first day of the changes that belong to the next window still open.
    private static DateOnly? StartOfNext(IReadOnlyList<RequestWindow> windows, DateOnly submitted)
    {
        for (var ahead = 0; ahead <= 12; ahead++)
        {
            if (new DateOnly(submitted.Year, submitted.Month, 1).MonthsOn(ahead) is { } month && windows.FirstOrDefault(row => row.WindowMonth == month.Month) is { } next)
            {
                return month.MonthsOn(((next.StartsFromMonth - next.WindowMonth) + 12) % 12);
            }
        }

        return null;
    }
}
