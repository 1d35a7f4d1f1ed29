using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ReturnToPractice;

/// <summary>Counts KIT and SPLIT days, earliest first, and says of each that does not count why.</summary>
public static class KeepingInTouchCounter
{
    /// <summary>Counts the days that were used, those refused with the reason, and those left; the first and last day of leave are inside.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static KeepingInTouch Count(ContactDays facts, KeepingInTouchFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var name = facts.Kind == ContactKind.Kit ? "KIT" : "SPLIT";
        var most = (facts.Kind == ContactKind.Kit ? figures.KitDays : figures.SplitDays).At(facts.LeaveFrom, nation);
        var weeks = figures.NoWorkWeeks.At(facts.LeaveFrom, nation);
        if (most.Whole is not { } number)
        {
            var says = $"How many {name} days there are is {most.Text} for {nation.Name()}.";
            return new KeepingInTouch { Verdict = Verdict.Unknown, Says = says, Refused = [], Reasons = [most.Because("days-unknown", says)] };
        }

        var free = facts.Birth?.DaysOn(7L * (weeks.Whole ?? 0));
        var counted = new List<DateOnly>();
        var refused = new List<RefusedDay>();
        foreach (var day in facts.Used.Order())
        {
            var why = WhyNot(day, facts, free, weeks) ?? (counted.Contains(day) ? "This day is counted already; a part of a day is a day."
                : counted.Count == number ? $"All {number} days are used."
                : null);
            if (why is not null)
            {
                refused.Add(new RefusedDay(day, why));
            }
            else
            {
                counted.Add(day);
            }
        }

        var left = number - counted.Count;
        var last = facts.AccruedLeaveFrom is { } saved && saved <= facts.LeaveTo ? saved.DaysOn(-1) ?? saved : facts.LeaveTo;
        var isOver = last < on;
        List<Reason> reasons = [most.Because("most",
            $"{name} days: {number} at most {(facts.Kind == ContactKind.Kit ? "in one leave" : "for each parent, beside KIT days")}; they are voluntary, and agreed with your employer with their pay.")];
        if (free is { } first)
        {
            reasons.Add(weeks.Because("after-the-birth", $"Nobody works in the {weeks.Text} after the birth: the first day that can count is {first.Words()}."));
        }

        return new KeepingInTouch
        {
            Verdict = refused.Count > 0 || isOver ? Verdict.No : Verdict.Yes,
            Says = $"{(isOver ? $"No {name} day could be worked after {last.Words()}, which is over: {left} of {number} were left" : $"You have {left} of {number} {name} days left")}{(refused.Count == 0 ? "" : refused.Count == 1 ? "; 1 day does not count" : $"; {refused.Count} days do not count")}.",
            Left = left,
            Refused = refused,
            Reasons = reasons,
            Working = [new WorkingLine($"{number} − {counted.Count} counted = {left}") { Status = most.Status, Figure = most.Figure.Name, SourceId = most.SourceId }],
            Milestones = last < facts.LeaveFrom
                ? []
                : [.. counted.Select(day => most.Date($"day-{day.Iso()}", day, $"{name} day")), most.Date("last-day", last, $"The last day on which a {name} day can be worked")],
            Warnings = facts is { Kind: ContactKind.Kit, Birth: null, Used.Count: > 0 }
                ? [new Warning("birth", $"Without the day of the birth we cannot see whether a day falls in the {weeks.Text} after it; for an adoption there are none.")]
                : [],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(ContactDays facts, KeepingInTouchFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.LeaveTo < facts.LeaveFrom)
        {
            errors.Add("leaveTo", $"Expected a day on or after {facts.LeaveFrom}, the first day of the leave.");
        }

        if (facts.AccruedLeaveFrom < facts.LeaveFrom)
        {
            errors.Add("accruedLeaveFrom", $"Expected a day on or after {facts.LeaveFrom}, the first day of the leave.");
        }
    }

    private static string? WhyNot(DateOnly day, ContactDays facts, DateOnly? free, FigureValue weeks) =>
        day < facts.LeaveFrom ? "It is before your leave."
        : day >= facts.AccruedLeaveFrom ? "It is in saved-up annual leave, after the parental leave."
        : day > facts.LeaveTo ? "It is after your leave."
        : day >= facts.Birth && day < free ? $"It is in the {weeks.Text} after the birth, in which nobody works."
        : null;
}
