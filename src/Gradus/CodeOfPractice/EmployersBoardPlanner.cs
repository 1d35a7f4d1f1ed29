using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.CodeOfPractice;

/// <summary>
/// Sorts an employer's doctors into late and due this week, and counts who had placement, work schedule and rota in time. Counts of one to four doctors are not
/// printed.
/// </summary>
public static class EmployersBoardPlanner
{
    private const int Week = 7;

    /// <summary>Sorts them.</summary>
    /// <param name="facts">What the employer told us.</param>
    /// <param name="figures">The figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static EmployersBoard Plan(BoardQuestion facts, BoardFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        List<(string Key, string What, FigureValue Notice, FigureValue National, Func<BoardDoctor, DateOnly?> Came)> steps =
        [
            ("placement-notice", "Placement notice", figures.PlacementNotice.At(on, nation), figures.PlacementCompliance.At(on, nation), doctor => doctor.PlacementOn),
            ("work-schedule", "Work schedule", figures.WorkScheduleNotice.At(on, nation), figures.WorkScheduleCompliance.At(on, nation), doctor => doctor.WorkScheduleOn),
            ("rota", "Rota", figures.RotaNotice.At(on, nation), figures.RotaCompliance.At(on, nation), doctor => doctor.RotaOn),
        ];
        var known = steps.FindAll(step => step.Notice.Whole is not null);
        var smallest = figures.SmallestCount.At(on, nation);
        List<BoardItem> waiting = [];
        List<BoardShare> shares = [];
        foreach (var step in known)
        {
            var (due, inTime) = (0, 0);
            foreach (var doctor in facts.Doctors)
            {
                var day = doctor.Start.AddDays(-Week * step.Notice.Whole!.Value);
                var came = step.Came(doctor) is { } arrived && arrived <= on ? arrived : (DateOnly?)null;
                due += came is not null || day < on ? 1 : 0;
                inTime += came <= day ? 1 : 0;
                if (came is null && day.DayNumber < on.DayNumber + Week)
                {
                    waiting.Add(new BoardItem(doctor.DoctorRef, step.Key, doctor.Owner, day, Math.Max(0, on.DayNumber - day.DayNumber)));
                }
            }

            var hidden = smallest.Whole is { } least && new[] { due, inTime, due - inTime }.Any(count => count > 0 && count < least);
            shares.Add(new BoardShare(step.Key, step.What, step.Notice.Whole!.Value, hidden ? null : due, hidden ? null : inTime,
                hidden || due == 0 ? null : decimal.Round(100m * inTime / due, 1, MidpointRounding.AwayFromZero), step.National.Number));
        }

        var shown = waiting.FindAll(item => facts.OnlyOwner is null || string.Equals(item.Owner, facts.OnlyOwner, StringComparison.OrdinalIgnoreCase));
        List<BoardItem> late = [.. shown.Where(item => item.DaysLate > 0).OrderByDescending(item => item.DaysLate).ThenBy(item => item.DoctorRef, StringComparer.Ordinal)];
        List<BoardItem> thisWeek = [.. shown.Where(item => item.DaysLate == 0).OrderBy(item => item.Due).ThenBy(item => item.DoctorRef, StringComparer.Ordinal)];
        return new EmployersBoard
        {
            Verdict = known.Count == 0 ? Verdict.Unknown : late.Count > 0 ? Verdict.No : Verdict.Yes,
            Says = known.Count == 0
                ? $"By when {nation.Name()} owes doctors a placement, a work schedule or a rota {(steps[2].Notice.Status == Status.NotFound ? "was not found" : "is not published")}, so nothing is counted."
                : $"{late.Count} {(late.Count == 1 ? "thing is" : "things are")} late and {thisWeek.Count} {(thisWeek.Count == 1 ? "falls" : "fall")} due from {on.Words()} to {(on.DaysOn(Week - 1) ?? on).Words()}, for {facts.Doctors.Count} {(facts.Doctors.Count == 1 ? "doctor" : "doctors")}{(facts.OnlyOwner is null ? "" : $", of those owned by {facts.OnlyOwner}")}.",
            Status = known.Select(step => step.Notice.Status).Append(known.Count == 0 ? steps[2].Notice.Status : Status.Sure).Weakest(),
            Late = late,
            DueThisWeek = thisWeek,
            Shares = shares,
            Reasons =
            [
                .. steps.Select(step => step.Notice.IsKnown
                    ? step.Notice.Because(step.Key, $"{step.What}: {step.Notice.Text} before the start.")
                    : step.Notice.Because($"{step.Key}-unknown",
                        $"{step.What}: no day {(step.Notice.Status == Status.NotFound ? "was found" : "is published")} for {nation.Name()}, and England’s is not used.")),
                .. steps.Where(step => step.National.IsKnown)
                    .Select(step => step.National.Because($"{step.Key}-national", $"{step.What}: {step.National.Text} in time in all trusts{Published(step.National)}.")),
                smallest.Because("small-numbers", $"A count of fewer than {smallest.Text} is not printed among the shares."),
            ],
            Tables =
            [
                Table("late", "Late", late, steps.ToDictionary(step => step.Key, step => step.What)),
                Table("this-week", "Due this week", thisWeek, steps.ToDictionary(step => step.Key, step => step.What)),
                new AnswerTable("shares",
                    $"In time, fit to be published{(steps[2].National.IsKnown ? $", beside all trusts{Published(steps[2].National)}" : "")}",
                    [new("what", "What"), new("weeks", "Weeks before"), new("due", "Came or due"), new("inTime", "In time"),
                        new("percent", "In time here", "%"), new("national", "All trusts", "%")],
                    [.. shares.Select(share => (IReadOnlyList<AnswerCell>)[share.What, share.Weeks,
                        share.Due is null ? $"fewer than {smallest.Whole}" : share.Due, share.InTime is null ? "not printed" : share.InTime, share.Percent,
                        share.National])]),
            ],
            Warnings = [.. Warnings(facts, on, nation, steps.ConvertAll(step => (step.What, step.Notice.IsKnown, step.Came)))],
        };
    }

    /// <summary>Says what cannot be between facts.</summary>
    public static void Check(BoardQuestion facts, BoardFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Doctors is null)
        {
            return;
        }

        var seen = new HashSet<(string Ref, DateOnly Start)>();
        foreach (var (index, doctor) in facts.Doctors.Index())
        {
            if (doctor is not null && !seen.Add((doctor.DoctorRef.Folded(), doctor.Start)))
            {
                errors.Add($"doctors[{index}].doctorRef", "Expected each doctor once for one start: this row stands there already.");
            }
        }

        if (facts.OnlyOwner is { } owner && !facts.Doctors.Any(doctor => string.Equals(doctor?.Owner, owner, StringComparison.OrdinalIgnoreCase)))
        {
            errors.Add("onlyOwner", "Expected an owner that stands in a row.");
        }
    }

    private static string Published(FigureValue share) => share.Held?.Seen is { } seen ? $", as published on {seen.Words()}" : "";

    private static AnswerTable Table(string key, string caption, List<BoardItem> items, Dictionary<string, string> names) =>
        new(key, caption, [new("doctor", "Doctor"), new("what", "What"), new("owner", "Owner"), new("due", "Due"), new("daysLate", "Days late")],
            [.. items.Select(item => (IReadOnlyList<AnswerCell>)[item.DoctorRef, names[item.Key], item.Owner, item.Due, item.DaysLate])]);

    private static IEnumerable<Warning> Warnings(BoardQuestion facts, DateOnly on, Nation nation, List<(string What, bool IsKnown, Func<BoardDoctor, DateOnly?> Came)> steps)
    {
        foreach (var (what, isKnown, came) in steps)
        {
            var ahead = facts.Doctors.Count(doctor => came(doctor) > on);
            if (ahead > 0)
            {
                yield return new Warning("doctors",
                    $"{what}: {FigureText.Count(ahead, "days")} {(ahead == 1 ? "is" : "are")} after {on.Words()}, the date asked about, and not counted as come.");
            }

            if (!isKnown && facts.Doctors.Any(doctor => came(doctor) is not null))
            {
                yield return new Warning("doctors", $"{what}: the days in your rows have no effect in {nation.Name()}, where no day is known for it.");
            }
        }
    }
}
