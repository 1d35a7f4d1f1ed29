using Gradus.Facts;
using Gradus.Matching.Instances;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>
/// Plays a round of offers with the doctor in it, on the offer cascade of the matching library. The other applicants, their wishes and their answers are
/// invented from the seed; the rules and the deadlines are
/// those of a real round.
/// </summary>
public static class OfferPracticeSimulator
{
    /// <summary>Refuses a rank or a post beyond the round.</summary>
    public static void Check(PracticeFacts facts, PracticeFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (!errors.None)
        {
            return;
        }

        var setup = PracticeSetup.Of(facts);
        if (facts.Rank > setup.Applicants)
        {
            errors.Add("rank", $"Expected a rank among the {setup.Applicants} applicants.");
        }

        foreach (var (index, post) in facts.Wanted.Index())
        {
            if (post < 1 || post > setup.Posts)
            {
                errors.Add($"wanted[{index}]", $"Expected the number of a post, from 1 to {setup.Posts}.");
            }
            else if (facts.Wanted.Take(index).Contains(post))
            {
                errors.Add($"wanted[{index}]", "Expected each post once.");
            }
        }
    }

    /// <summary>Plays it as far as the answers go.</summary>
    public static PracticeRound Simulate(PracticeFacts facts, PracticeFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        if (PracticeCalendar.Of(figures, on, nation) is not { } calendar)
        {
            var unknown = "No round was found whose hold and upgrade deadlines and time to answer were known by that day.";
            return new PracticeRound
            {
                Verdict = Verdict.Unknown,
                Says = unknown,
                Reasons = [figures.OfferResponse.At(on, nation).Because("no-round", unknown) with { Status = Status.NotFound }],
                YourTurn = false,
                Deadline = null,
                State = "waiting",
                Post = null,
                Choices = [],
                Events = [],
                Otherwise = []
            };
        }

        var setup = PracticeSetup.Of(facts);
        var instance = setup.Instance();
        var order = ApplicantOrder.FromColumn(instance);
        var play = new PracticePlay(setup, calendar, figures, instance, order);
        // What cannot be taken back is shown before it is given, where the doctor asks for that.
        var before = facts is { Sure: false, Answers.Count: > 0 } ? new PracticePlay(setup, calendar, figures, instance, order).Run([.. facts.Answers.SkipLast(1)]) : null;
        var asked = before?.Choices.FirstOrDefault(choice => choice.Key == facts.Answers[^1] && choice is { Irreversible: true, Possible: true });
        var end = asked is null ? play.Run(facts.Answers) : before!;
        var otherwise = end.IsOver && facts.Answers.Count > 0 ? Enum.GetValues<OfferAnswer>().Select(first => Else(first, setup, calendar, figures, instance, order)).ToList() : [];
        var says = Says(end, setup);
        return new PracticeRound
        {
            Verdict = end.IsOver ? end.Post is null ? Verdict.No : Verdict.Yes : Verdict.NotYet,
            Says = says,
            Reasons =
            [
                figures.OfferResponse.At(on, nation).Because("hours", $"An offer stays open for {figures.OfferResponse.At(on, nation).Text}; Saturdays and Sundays do not count."),
                figures.OfferRunGap.At(on, nation).Because("runs", $"Offers are run again at least {figures.OfferRunGap.At(on, nation).Text} apart."),
                calendar.Hold.Because("deadlines", $"Hold and upgrade deadlines lie as far after the first offers as in round {calendar.Hold.Round} of {calendar.Hold.Cycle}."),
                figures.PracticeAnswers[0].Because("others", "The other applicants and their answers are invented. A practice round says nothing of your chances."),
            ],
            Status = Status.Editorial,
            YourTurn = end.YourTurn,
            Deadline = end.YourTurn ? end.Deadline : null,
            State = end.State,
            Post = end.Post,
            Choices = end.Choices,
            Events = end.Events,
            Otherwise = otherwise,
            Milestones = end is { YourTurn: true, Deadline: { } due }
                ? [new Milestone("practice-answer", due.Day, due.Day, "Practice: last moment to answer", "specialty-applications", nation.ToNations(),
                    Status.Editorial) { At = due.Time }]
                : [],
            Warnings = [.. end.Warnings,
                .. asked is null ? [] : new[] { new Warning("sure", $"{asked.Name} cannot be taken back. {asked.Says} Say that you are sure, and it is given.") }],
        };
    }

    private static PracticeElse Else(OfferAnswer first, PracticeSetup setup, PracticeCalendar calendar, PracticeFigures figures, AllocationInstance instance, ApplicantOrder order)
    {
        var then = first switch { OfferAnswer.Hold => OfferAnswer.Accept, OfferAnswer.HoldWithUpgrades => OfferAnswer.AcceptWithUpgrades, _ => (OfferAnswer?)null };
        var end = new PracticePlay(setup, calendar, figures, instance, order).Run(then is { } second ? [first, second] : [first]);
        return new PracticeElse(first, PracticePlay.Name(first), end.Post);
    }

    private static string Says(PracticeEnd end, PracticeSetup setup) =>
        end.YourTurn ? end.State == "held"
            ? $"You hold post {end.Post}. Accept it before {OfferDeadlineCalculator.Words(end.Deadline!.Value)}, or it is gone."
            : $"You are offered post {end.Post}, number {setup.PlaceOf(end.Post!.Value)} on your list. Answer before {OfferDeadlineCalculator.Words(end.Deadline!.Value)}."
        : end.Post is { } post ? $"The round is over: you have post {post}, number {setup.PlaceOf(post)} on your list."
        : "The round is over: you have no post.";
}
