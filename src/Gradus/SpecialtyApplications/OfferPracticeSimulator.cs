using System.Globalization;
using Gradus.Facts;
using Gradus.Matching.Draws;
using Gradus.Matching.Instances;
using Gradus.Matching.Offers;
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

        var setup = Setup.Of(facts);
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
        if (Calendar.Of(figures, on, nation) is not { } calendar)
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

        var setup = Setup.Of(facts);
        var instance = setup.Instance();
        var order = ApplicantOrder.FromColumn(instance);
        var play = new Play(setup, calendar, figures, instance, order);
        // What cannot be taken back is shown before it is given, where the doctor asks for that.
        var before = facts is { Sure: false, Answers.Count: > 0 } ? new Play(setup, calendar, figures, instance, order).Run([.. facts.Answers.SkipLast(1)]) : null;
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

    private static PracticeElse Else(OfferAnswer first, Setup setup, Calendar calendar, PracticeFigures figures, AllocationInstance instance, ApplicantOrder order)
    {
        var then = first switch { OfferAnswer.Hold => OfferAnswer.Accept, OfferAnswer.HoldWithUpgrades => OfferAnswer.AcceptWithUpgrades, _ => (OfferAnswer?)null };
        var end = new Play(setup, calendar, figures, instance, order).Run(then is { } second ? [first, second] : [first]);
        return new PracticeElse(first, Name(first), end.Post);
    }

    private static string Says(End end, Setup setup) =>
        end.YourTurn ? end.State == "held"
            ? $"You hold post {end.Post}. Accept it before {OfferDeadlineCalculator.Words(end.Deadline!.Value)}, or it is gone."
            : $"You are offered post {end.Post}, number {setup.PlaceOf(end.Post!.Value)} on your list. Answer before {OfferDeadlineCalculator.Words(end.Deadline!.Value)}."
        : end.Post is { } post ? $"The round is over: you have post {post}, number {setup.PlaceOf(post)} on your list."
        : "The round is over: you have no post.";

    private static string Name(OfferAnswer answer) => answer switch
    {
        OfferAnswer.Accept => "Accept",
        OfferAnswer.AcceptWithUpgrades => "Accept with upgrades",
        OfferAnswer.Hold => "Hold",
        OfferAnswer.HoldWithUpgrades => "Hold with upgrades",
        OfferAnswer.Decline => "Decline",
        _ => "Let it expire",
    };

    /// <summary>The size of the round and the doctor's part in it.</summary>
    private sealed record Setup(int Seed, int Applicants, int Posts, int Rank, IReadOnlyList<int> Wanted)
    {
        public const int Me = 0;

        public static Setup Of(PracticeFacts facts)
        {
            var applicants = facts.Applicants ?? 300;
            var posts = facts.Posts ?? 12;
            return new Setup(facts.Seed ?? 1, applicants, posts, facts.Rank ?? applicants * 2 / 5, facts.Wanted.Count > 0 ? facts.Wanted : [.. Enumerable.Range(1, posts)]);
        }

        public int PlaceOf(int post) => Wanted.ToList().IndexOf(post) + 1;

        /// <summary>Half as many places as applicants, spread evenly; everybody lists up to eight posts, the lower numbers more often.</summary>
        public AllocationInstance Instance()
        {
            var random = new SimulationRandom((ulong)Seed, 0);
            string[] ids = [.. Enumerable.Range(1, Posts).Select(PostId)];
            var applicants = new List<Applicant>(Applicants) { new("me", [.. Wanted.Select(PostId)]) { Order = Rank } };
            for (var other = 1; other < Applicants; other++)
            {
                var list = new string[Math.Min(Posts, 3 + (int)random.NextBelow(6))];
                for (var listed = 0; listed < list.Length;)
                {
                    var post = ids[Math.Min((int)random.NextBelow((uint)Posts), (int)random.NextBelow((uint)Posts))];
                    if (Array.IndexOf(list, post, 0, listed) < 0)
                    {
                        list[listed++] = post;
                    }
                }

                applicants.Add(new Applicant("a" + other.ToString(CultureInfo.InvariantCulture), list) { Order = other < Rank ? other : other + 1 });
            }

            var places = Math.Max(Posts, Applicants / 2);
            return AllocationInstance.Create(applicants,
                [.. Enumerable.Range(1, Posts).Select(post => new Post(PostId(post), (places / Posts) + (post <= places % Posts ? 1 : 0)))]);
        }

        private static string PostId(int post) => "p" + post.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>When offers are run and when the deadlines are.</summary>
    private sealed record Calendar(DateTime Begins, DateTime HoldEnds, DateTime UpgradesEnd, TimeSpan Window, int Gap, RecruitmentStage Hold)
    {
        public static Calendar? Of(PracticeFigures figures, DateOnly on, Nation nation)
        {
            RecruitmentStage? Stage(string key, RecruitmentStage beside) =>
                figures.Rounds.FirstOrDefault(stage => stage.Stage == key && stage.Cycle == beside.Cycle && stage.Round == beside.Round && stage.End is not null);
            var hours = figures.OfferResponse.At(on, nation).Number;
            var gap = figures.OfferRunGap.At(on, nation).Whole;
            var last = figures.Rounds.Where(stage => stage is { Stage: "hold", Round: 1, End: not null }
                && Stage("upgrade", stage) is not null
                && Stage("offers", stage) is not null)
                .MaxBy(stage => stage.Cycle);
            if (last is null || hours is null || gap is null || on.Year > 9990)
            {
                return null;
            }

            var offers = At(Stage("offers", last)!);
            var begins = on.ToDateTime(TimeOnly.FromDateTime(offers));
            while (begins.DayOfWeek != offers.DayOfWeek)
            {
                begins = begins.AddDays(1);
            }

            return new Calendar(begins, begins + (At(last) - offers), begins + (At(Stage("upgrade", last)!) - offers), TimeSpan.FromHours((double)hours), gap.Value, last);
        }

        public DateTime Next(DateTime run)
        {
            for (var left = Gap; left > 0;)
            {
                run = run.AddDays(1);
                left -= run.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
            }

            return run;
        }

        private static DateTime At(RecruitmentStage stage) => stage.End!.Value.Day.ToDateTime(stage.End.Value.Time);
    }

    private sealed record End(bool IsOver, bool YourTurn, string State, int? Post, Moment? Deadline, IReadOnlyList<OfferChoice> Choices,
        IReadOnlyList<PracticeEvent> Events, IReadOnlyList<Warning> Warnings);

    /// <summary>One play of the round.</summary>
    private sealed class Play(Setup setup, Calendar calendar, PracticeFigures figures, AllocationInstance instance, ApplicantOrder order)
    {
        private readonly OfferCascade round = new(instance, order, new OfferRules(calendar.Window, calendar.HoldEnds, calendar.UpgradesEnd));
        private readonly List<PracticeEvent> events = [];
        private readonly List<Warning> warnings = [];
        private SimulationRandom random = new((ulong)setup.Seed, 1);
        private DateTime latest = DateTime.MinValue;
        private bool isHoldOver;
        private int seen;

        public End Run(IReadOnlyList<OfferAnswer> answers)
        {
            var given = 0;
            for (var run = calendar.Begins; run <= calendar.UpgradesEnd; run = calendar.Next(run))
            {
                // Offers are run while upgrades last; what is held must be accepted before the first run at or after the hold deadline.
                if (round.StateOf(Setup.Me) is OfferState.Held or OfferState.HeldWithUpgrades && run >= calendar.HoldEnds)
                {
                    if (!TryAnswer(answers, ref given, calendar.HoldEnds.AddHours(-1), Held()))
                    {
                        return Stop(yourTurn: true, calendar.HoldEnds, Held());
                    }
                }

                OthersAcceptWhatTheyHold(run);
                Apply(new OffersRun(run));
                Tell(run);
                OthersAnswer(run);
                if (round.StateOf(Setup.Me) == OfferState.Offered && !TryAnswer(answers, ref given, run.AddHours(1), Offered(run)))
                {
                    return Stop(yourTurn: true, round.ExpiresAt(Setup.Me), Offered(run));
                }
            }

            if (given < answers.Count)
            {
                warnings.Add(new Warning($"answers[{given}]", $"It was your turn {given} {(given == 1 ? "time" : "times")}; what comes after has no effect."));
            }

            return Stop(yourTurn: false, deadline: null, []);
        }

        // Events come in the order of time, whatever hours a round's deadlines have.
        private void Apply(OfferEvent happened)
        {
            latest = happened.At > latest ? happened.At : latest;
            round.Apply(happened with { At = latest });
        }

        private bool TryAnswer(IReadOnlyList<OfferAnswer> answers, ref int given, DateTime at, List<OfferChoice> choices)
        {
            if (given >= answers.Count)
            {
                return false;
            }

            var answer = answers[given];
            if (choices.Find(choice => choice.Key == answer) is not { Possible: true } choice)
            {
                warnings.Add(new Warning($"answers[{given}]", $"{Name(answer)} cannot be answered here, so it is still your turn."));
                return false;
            }

            given++;
            if (answer == OfferAnswer.LetExpire)
            {
                Apply(new ApplicantWithdrew(at, Setup.Me));
                events.Add(new PracticeEvent(OfferDeadlineCalculator.Of(at), "You let it expire: the application is withdrawn.", Irreversible: true));
                return true;
            }

            Apply(new Responded(at, Setup.Me, answer switch
            {
                OfferAnswer.Accept => OfferResponse.Accept,
                OfferAnswer.AcceptWithUpgrades => OfferResponse.AcceptWithUpgrades,
                OfferAnswer.Hold => OfferResponse.Hold,
                OfferAnswer.HoldWithUpgrades => OfferResponse.HoldWithUpgrades,
                _ => OfferResponse.Decline,
            }));
            events.Add(new PracticeEvent(OfferDeadlineCalculator.Of(at), $"You answered: {Sentences.LowerFirst(choice.Name)}.", choice.Irreversible));
            return true;
        }

        private void Tell(DateTime run)
        {
            for (; seen < round.Offers.Count; seen++)
            {
                var offer = round.Offers[seen];
                if (offer.Applicant == Setup.Me)
                {
                    events.Add(offer.Instead is { } instead
                        ? new PracticeEvent(OfferDeadlineCalculator.Of(run), $"Post {Number(offer.Post)} came free and replaced post {Number(instead)} by itself.", Irreversible: true)
                        : new PracticeEvent(OfferDeadlineCalculator.Of(run), $"You are offered post {Number(offer.Post)}.", Irreversible: false));
                }
            }
        }

        private void OthersAnswer(DateTime run)
        {
            var at = run.AddMinutes(30);
            for (var other = 1; other < instance.ApplicantCount; other++)
            {
                // Whoever was offered in an earlier run has answered or let it expire; an answer of none lets it expire.
                if (round.StateOf(other) == OfferState.Offered && round.ExpiresAt(other) > at && Draw(run) is { } response)
                {
                    Apply(new Responded(at, other, response));
                }
            }
        }

        // Those who hold accept at the last moment; whoever draws that they decline, or say nothing, lets it lapse.
        private void OthersAcceptWhatTheyHold(DateTime run)
        {
            if (run < calendar.HoldEnds || isHoldOver)
            {
                return;
            }

            isHoldOver = true;
            var at = calendar.HoldEnds.AddMinutes(-30);
            for (var other = 1; other < instance.ApplicantCount; other++)
            {
                if (round.StateOf(other) is (OfferState.Held or OfferState.HeldWithUpgrades) and var state && Draw(run) is { } response and not OfferResponse.Decline)
                {
                    Apply(new Responded(at, other,
                        state == OfferState.HeldWithUpgrades ? OfferResponse.AcceptWithUpgrades : response == OfferResponse.AcceptWithUpgrades ? response : OfferResponse.Accept));
                }
            }
        }

        private OfferResponse? Draw(DateTime run)
        {
            var at = (int)random.NextBelow(100);
            foreach (var row in figures.PracticeAnswers)
            {
                at -= row.Percent;
                if (at < 0)
                {
                    return row.Answer switch
                    {
                        OfferAnswer.Accept => OfferResponse.Accept,
                        OfferAnswer.AcceptWithUpgrades => OfferResponse.AcceptWithUpgrades,
                        OfferAnswer.Hold => run < calendar.HoldEnds ? OfferResponse.Hold : OfferResponse.Accept,
                        OfferAnswer.HoldWithUpgrades => run < calendar.HoldEnds ? OfferResponse.HoldWithUpgrades : OfferResponse.AcceptWithUpgrades,
                        OfferAnswer.Decline => OfferResponse.Decline,
                        _ => null,
                    };
                }
            }

            return null;
        }

        private List<OfferChoice> Offered(DateTime run)
        {
            var holds = run.AddHours(1) < calendar.HoldEnds;
            return
            [
                new(OfferAnswer.Accept, "Accept", true, true, "The post is yours for good."),
                new(OfferAnswer.AcceptWithUpgrades, "Accept with upgrades", true, true,
                    "It is yours unless something higher on your list comes free, which then replaces it by itself."),
                new(OfferAnswer.Hold, "Hold", holds, false, "It waits for you until the hold deadline."),
                new(OfferAnswer.HoldWithUpgrades, "Hold with upgrades", holds, true, "It waits for you, and something higher that comes free replaces it by itself."),
                new(OfferAnswer.Decline, "Decline", true, true, "You are out of this round."),
                new(OfferAnswer.LetExpire, "Let it expire", true, true, "You are out of this round."),
            ];
        }

        private static List<OfferChoice> Held() =>
        [
            new(OfferAnswer.Accept, "Accept", true, true, "The post is yours for good."),
            new(OfferAnswer.AcceptWithUpgrades, "Accept with upgrades", true, true, "It is yours unless something higher on your list comes free before upgrades stop."),
            new(OfferAnswer.Decline, "Decline", true, true, "You are out of this round."),
            new(OfferAnswer.LetExpire, "Let it expire", true, true, "The held offer lapses, and you are out of this round."),
        ];

        private End Stop(bool yourTurn, DateTime? deadline, IReadOnlyList<OfferChoice> choices)
        {
            var state = round.StateOf(Setup.Me) switch
            {
                OfferState.Offered => "offered",
                OfferState.Held or OfferState.HeldWithUpgrades => "held",
                OfferState.Accepted or OfferState.AcceptedWithUpgrades => "accepted",
                OfferState.Waiting => "waiting",
                _ => "out",
            };
            int? post = round.PostOf(Setup.Me) is >= 0 and var at ? Number(at) : null;
            return new End(!yourTurn, yourTurn, state, post, deadline is { } due ? OfferDeadlineCalculator.Of(due) : null,
                [.. choices.Where(choice => choice.Possible)], events, warnings);
        }

        private int Number(int post) => int.Parse(instance.Posts[post].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    }
}
