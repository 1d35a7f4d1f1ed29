using System.Globalization;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>The dates that follow from an answer, for a calendar and a timeline. What lay before the date asked about is left out.</summary>
internal static class CompletionMilestones
{
    private const string System = "less-than-full-time";
    private const int MostYearlyReminders = 15;
    private const string NoneNamed = "Not after the foundation programme, core training or general practice.";

    public static IReadOnlyList<Milestone> For(Question question)
    {
        var milestones = new List<Milestone>(16);
        AddChanges(question, milestones);
        if (question.Walk.CompletesOn is { } completes)
        {
            AddCompletion(question, completes, milestones);
            AddReviews(question, completes, milestones);
        }

        milestones.RemoveAll(milestone => milestone.Last < question.On);
        milestones.Sort((one, other) => one.First != other.First ? one.First.CompareTo(other.First) : string.CompareOrdinal(one.Id, other.Id));
        return milestones;
    }

    private static void AddChanges(Question question, List<Milestone> milestones)
    {
        foreach (var (index, from) in question.ChangesOfRate)
        {
            if (from <= question.On)
            {
                continue;
            }

            var id = index is { } place ? "change-" + (place + 1).ToString(CultureInfo.InvariantCulture) : "rate-after";
            if (ChangeNotice.Of(from, question.Nation, question.Figures) is { } notice)
            {
                milestones.Add(notice.Milestone(id + "-form", $"Hand in the less-than-full-time form for the change on {from.Words()}", question.Nation));
            }

            AddWeeksBefore(question, milestones, question.Figures.PlacementNotice, from, id + "-placement",
                $"You should have heard of the placement that begins on {from.Words()}");
            AddWeeksBefore(question, milestones, question.Figures.WorkScheduleNotice, from, id + "-work-schedule", $"You should have the work schedule for {from.Words()}");
            AddWeeksBefore(question, milestones, question.Figures.RotaNotice, from, id + "-rota", $"You should have the rota with the real shifts for {from.Words()}");
        }
    }

    private static void AddWeeksBefore(Question question, List<Milestone> milestones, Figure figure, DateOnly from, string id, string what)
    {
        var notice = figure.At(from, question.Nation);
        if (notice.Whole is { } weeks)
        {
            Add(milestones, notice, from.DaysOn(-7L * weeks), id, what);
        }
    }

    private static void AddCompletion(Question question, DateOnly completes, List<Milestone> milestones)
    {
        var figures = question.Figures;
        milestones.Add(new Milestone("completion", completes, completes, "Last day of training on this plan", System, question.Nation.ToNations(), question.Walk.Status)
        {
            SourceId = null,
            Note = "Indicative: your ARCP panel decides the date.",
        });
        // Whether a GP may have a period of grace was not found, which the reasons say.
        if (!Specialties.MayLeadToConsultant(question.Plan.Specialty))
        {
            return;
        }

        if (figures.PeriodOfGrace.At(completes, question.Nation) is { Whole: { } grace } graceValue)
        {
            Add(question, milestones, graceValue, completes.MonthsOn(grace), "grace-end", "Last day of a period of grace, if you have one",
                "Optional, after outcome 6, and only if there is a post. Calendar months; where the month is shorter, its last day.");
        }

        if (figures.GraceNotice.At(completes, question.Nation) is { Whole: { } graceNotice } graceNoticeValue)
        {
            Add(question, milestones, graceNoticeValue, completes.MonthsOn(-graceNotice), "grace-notice", "Last day to say whether you want a period of grace");
        }

        if (figures.ConsultantInterview.At(completes, question.Nation) is { Whole: { } interview } interviewValue)
        {
            Add(question, milestones, interviewValue, completes.MonthsOn(-interview), "consultant-interview", "First day on which a consultant interview may be held");
        }
    }

    /// <summary>A panel meets at least once a year; nobody told us when this doctor's does, so reminders count back from completion.</summary>
    private static void AddReviews(Question question, DateOnly completes, List<Milestone> milestones)
    {
        // How often ARCP meets was read on the page of one nation's deanery only.
        var (yearly, elsewhere) = question.Nation == Nation.Scotland
            ? (Status.Computed, "")
            : (Status.Verify, $" That is from Scotland Deanery’s page and was not read for {question.Nation.Name()}: ask your own office.");
        milestones.Add(Review("arcp-final", completes, completes, "Your final ARCP should have met by now",
            "Completion needs outcome 6. Your own ARCP date may be months earlier." + elsewhere, yearly, TrainingPlanSources.Arcp));
        if (Specialties.MayLeadToConsultant(question.Plan.Specialty)
            && question.Figures.PenultimateReview.At(completes, question.Nation) is { Low: { } fewest, High: { } most } review
            && completes.MonthsOn(-(int)most) is { } opens && completes.MonthsOn(-(int)fewest) is { } closes)
        {
            milestones.Add(Review("arcp-penultimate", opens, closes, "Penultimate-year review, where your specialty has one",
                $"{review.Held!.Value} months before completion. {review.Held.Note} {Doubt(question)}".TrimEnd(), review.Status, review.SourceId!));
        }

        for (var year = 1; year <= MostYearlyReminders && completes.MonthsOn(-12 * year) is { } day && day >= question.On; year++)
        {
            milestones.Add(Review("arcp-" + year.ToString(CultureInfo.InvariantCulture) + "-before", day, day, "Check that your yearly ARCP is booked",
                "ARCP meets at least once a year; we counted back from completion, so put in your own date." + elsewhere, yearly, TrainingPlanSources.Arcp));
        }

        Milestone Review(string id, DateOnly first, DateOnly last, string what, string note, Status status, string source) =>
            new(id, first, last, what, System, question.Nation.ToNations(), status) { Note = note, SourceId = source };
    }

    private static void Add(Question question, List<Milestone> milestones, FigureValue value, DateOnly? day, string id, string what, string? note = null) =>
        Add(milestones, value, day, id, what, $"{note ?? value.Held?.Note} {Doubt(question)}".Trim() is { Length: > 0 } words ? words : null);

    private static string Doubt(Question question) => question.Plan.Specialty is null ? NoneNamed : "";

    private static void Add(List<Milestone> milestones, FigureValue value, DateOnly? day, string id, string what, string? note = null)
    {
        if (day is { } date)
        {
            milestones.Add(value.Date(id, date, what) with { Note = note ?? value.Held?.Note });
        }
    }
}
