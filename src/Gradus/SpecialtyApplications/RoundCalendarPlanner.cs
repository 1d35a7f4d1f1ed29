using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>Puts the rounds' stages in order for a doctor's specialties and level, and says what is next, what may clash, and what was not found.</summary>
public static class RoundCalendarPlanner
{
    private static readonly string[] InPerson = ["interviews", "assessment", "msra"];

    /// <summary>Refuses own dates that end before they begin.</summary>
    public static void Check(CalendarFacts facts, CalendarFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var (index, own) in facts.OwnDates.Index())
        {
            if (own.Last < own.First)
            {
                errors.Add($"ownDates[{index}].last", "Expected a day that is not before the first.");
            }
        }
    }

    /// <summary>Plans the calendar.</summary>
    public static RoundCalendar Plan(CalendarFacts facts, CalendarFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var chosen = figures.Rounds.Where(stage => IsMine(stage, facts, figures) && IsAsked(stage, facts, figures.Rounds, on)).ToList();
        var dated = chosen.Where(stage => stage.First is not null && !stage.Except.Includes(nation)).OrderBy(stage => stage.First).ThenBy(stage => stage.Last).ToList();
        var workingDays = new WorkingDays(figures.WorkingDays, nation);
        var stages = dated.ConvertAll(stage => Dated(stage, workingDays, on));
        // Of two on the same day the one that is open comes first: its end cannot be put off.
        var next = stages.Where(stage => stage.DaysLeft is not null).OrderBy(stage => stage.DaysLeft).ThenBy(stage => stage.State == "open" ? 0 : 1).FirstOrDefault();
        var unpublished = chosen.Where(stage => stage.First is null || stage.Except.Includes(nation)).Select(stage => Unpublished(stage, figures.Rounds, nation)).ToList();
        var clashes = Clashes(dated, facts, on);
        return new RoundCalendar
        {
            Verdict = dated.Count == 0 ? Verdict.Unknown : Verdict.Yes,
            Says = next is { DaysLeft: { } left }
                ? next.State == "open" && next.First < next.Last
                    ? $"Open now: {next.What}, until {next.Last.Words()}, {Ends(left)}."
                    : $"Next: {next.What}, {next.First.Words()}, {Ends(left)}."
                : dated.Count == 0 ? "No dates were found for this round." : "Every date that was found is over.",
            Reasons = [.. Reasons(dated, unpublished, chosen.Count == 0)],
            Status = next?.Status ?? (dated.Count == 0 ? Status.NotFound : dated.Select(stage => stage.Status).Aggregate(StatusExtensions.Worse)),
            Next = next is { DaysLeft: { } days } ? new NextStage(next.Id, next.What, next.First, next.Last, next.State == "open", days) : null,
            Stages = stages,
            Unpublished = unpublished,
            Clashes = clashes,
            Milestones = [.. dated.Select(stage => stage.AsMilestone()!)],
            Warnings = clashes.Count == 0 ? [] : [new Warning("", "A window is when interviews are held, not your day: you may be able to choose another.")],
        };
    }

    private static CalendarStage Dated(RecruitmentStage stage, WorkingDays workingDays, DateOnly on)
    {
        var (first, last) = (stage.First!.Value, stage.Last ?? stage.First.Value);
        var state = last < on ? "over" : first > on ? "ahead" : "open";
        int? left = state switch { "over" => null, "ahead" => first.DayNumber - on.DayNumber, _ => last.DayNumber - on.DayNumber };
        var holiday = workingDays.HolidayOn(first) is { } begins ? $"{begins.Name}, {begins.Day.Words()}"
            : workingDays.HolidayOn(last) is { } ends ? $"{ends.Name}, {ends.Day.Words()}"
            : null;
        return new CalendarStage(stage.Id, stage.What, first, last, stage.Time, state, left, holiday, stage.Status);
    }

    private static bool IsMine(RecruitmentStage stage, CalendarFacts facts, CalendarFigures figures)
    {
        if (facts.Level is { } level && stage.Round != 3 && stage.Round != (level is EntryLevel.CoreTraining1 or EntryLevel.SpecialtyTraining1 ? 1 : 2))
        {
            return false;
        }

        return facts.Specialties.Count == 0 || stage.Specialty switch
        {
            "all" or "participating" => true,
            "msra" => figures.Selection.Any(row => row.Msra && facts.Specialties.Contains(row.Programme)),
            var some => some.Split(' ').Any(facts.Specialties.Contains),
        };
    }

    // Without a year: every round of which something lies on or after the date asked about or, where no day of it was found, whose posts have not begun: in
    // August, or in Round 3 by the next March.
    private static bool IsAsked(RecruitmentStage stage, CalendarFacts facts, IReadOnlyList<RecruitmentStage> rounds, DateOnly on)
    {
        if (facts.Cycle is { } cycle)
        {
            return stage.Cycle == cycle;
        }

        var ofRound = rounds.Where(other => other.Cycle == stage.Cycle && other.Round == stage.Round).ToList();
        return ofRound.Exists(other => other.First is not null)
            ? ofRound.Exists(other => other.Last >= on)
            : on < (stage.Round == 3 ? new DateOnly(stage.Cycle + 1, 4, 1) : new DateOnly(stage.Cycle, 8, 1));
    }

    private static UnpublishedStage Unpublished(RecruitmentStage stage, IReadOnlyList<RecruitmentStage> rounds, Nation nation)
    {
        var ask = stage.Ask ?? "the lead recruiter named in the advert";
        if (stage.Except.Includes(nation))
        {
            return new UnpublishedStage(stage.Id, $"{stage.What}, in {nation.Name()}", Example: null, stage.ExceptAsk ?? ask, Status.NotFound);
        }

        var last = rounds.Where(other => other.Stage == stage.Stage
            && other.Round == stage.Round
            && other.Specialty == stage.Specialty
            && other.Cycle < stage.Cycle
            && other.First is not null)
            .MaxBy(other => other.Cycle);
        return new UnpublishedStage(stage.Id, stage.What,
            last is null ? null : $"{last.Last!.Value.Words()}{(last.Time is { } time ? $" at {time}" : "")}, round {last.Round} of {last.Cycle}", ask,
            stage.Status);
    }

    private static List<Clash> Clashes(List<RecruitmentStage> dated, CalendarFacts facts, DateOnly on)
    {
        var windows = dated.Where(stage => InPerson.Contains(stage.Stage) && stage.Last >= on)
            .Select(stage => (What: stage.What, For: stage.Specialty, First: stage.First!.Value, Last: stage.Last ?? stage.First.Value))
            .Concat(facts.OwnDates.Select(own => (What: own.What, For: "own", own.First, Last: own.Last ?? own.First))).ToList();
        if (facts.Specialties.Count == 0)
        {
            windows = [.. windows.Where(window => window.For is "own" or "all" or "msra")];
        }

        return
        [
            .. from one in windows.Index()
               from other in windows.Index()
               where one.Index < other.Index && one.Item.First <= other.Item.Last && other.Item.First <= one.Item.Last && !(one.Item.For == "own" && other.Item.For == "own")
               select new Clash(one.Item.What, other.Item.What, one.Item.First > other.Item.First ? one.Item.First : other.Item.First,
                   one.Item.Last < other.Item.Last ? one.Item.Last : other.Item.Last),
        ];
    }

    private static IEnumerable<Reason> Reasons(List<RecruitmentStage> dated, List<UnpublishedStage> unpublished, bool isNone)
    {
        if (isNone)
        {
            yield return new Reason("round-not-found", "Nothing of this round was found, and another year’s dates are not shown in its place.",
                Status.NotFound, Ask: "the lead recruiter named in the advert");
        }

        foreach (var source in dated.GroupBy(stage => stage.Source))
        {
            yield return source.First().Because($"dates-{source.Key}", $"{source.Count()} of these dates; check the advert before you rely on one.");
        }

        if (unpublished.Count > 0)
        {
            yield return new Reason("not-found", $"{unpublished.Count} deadlines were looked for and not found.", Status.NotFound, Ask: unpublished[0].Ask);
        }
    }

    private static string Ends(int days) => days switch { 0 => "which is today", 1 => "which is tomorrow", _ => $"in {days} days" };
}
