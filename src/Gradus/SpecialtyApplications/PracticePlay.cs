using System.Globalization;
using Gradus.Facts;
using Gradus.Matching.Draws;
using Gradus.Matching.Instances;
using Gradus.Matching.Offers;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>How a play ended, or where it waits for the doctor.</summary>
internal sealed record PracticeEnd(bool IsOver, bool YourTurn, string State, int? Post, Moment? Deadline, IReadOnlyList<OfferChoice> Choices,
    IReadOnlyList<PracticeEvent> Events, IReadOnlyList<Warning> Warnings);

/// <summary>One play of the round.</summary>
internal sealed class PracticePlay(PracticeSetup setup, PracticeCalendar calendar, PracticeFigures figures, AllocationInstance instance, ApplicantOrder order)
{
    private readonly OfferCascade round = new(instance, order, new OfferRules(calendar.Window, calendar.HoldEnds, calendar.UpgradesEnd));
    private readonly List<PracticeEvent> events = [];
    private readonly List<Warning> warnings = [];
    private SimulationRandom random = new((ulong)setup.Seed, 1);
    private DateTime latest = DateTime.MinValue;
    private bool isHoldOver;
    private int seen;

    public PracticeEnd Run(IReadOnlyList<OfferAnswer> answers)
    {
        var given = 0;
        for (var run = calendar.Begins; run <= calendar.UpgradesEnd; run = calendar.Next(run))
        {
            // Offers are run while upgrades last; what is held must be accepted before the first run at or after the hold deadline.
            if (round.StateOf(PracticeSetup.Me) is OfferState.Held or OfferState.HeldWithUpgrades && run >= calendar.HoldEnds)
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
            if (round.StateOf(PracticeSetup.Me) == OfferState.Offered && !TryAnswer(answers, ref given, run.AddHours(1), Offered(run)))
            {
                return Stop(yourTurn: true, round.ExpiresAt(PracticeSetup.Me), Offered(run));
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
            Apply(new ApplicantWithdrew(at, PracticeSetup.Me));
            events.Add(new PracticeEvent(OfferDeadlineCalculator.Of(at), "You let it expire: the application is withdrawn.", Irreversible: true));
            return true;
        }

        Apply(new Responded(at, PracticeSetup.Me, answer switch
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
            if (offer.Applicant == PracticeSetup.Me)
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
            Choice(OfferAnswer.Accept, true, true, "The post is yours for good."),
            Choice(OfferAnswer.AcceptWithUpgrades, true, true,
                "It is yours unless something higher on your list comes free, which then replaces it by itself."),
            Choice(OfferAnswer.Hold, holds, false, "It waits for you until the hold deadline."),
            Choice(OfferAnswer.HoldWithUpgrades, holds, true, "It waits for you, and something higher that comes free replaces it by itself."),
            Choice(OfferAnswer.Decline, true, true, "You are out of this round."),
            Choice(OfferAnswer.LetExpire, true, true, "You are out of this round."),
        ];
    }

    private static List<OfferChoice> Held() =>
    [
        Choice(OfferAnswer.Accept, true, true, "The post is yours for good."),
        Choice(OfferAnswer.AcceptWithUpgrades, true, true, "It is yours unless something higher on your list comes free before upgrades stop."),
        Choice(OfferAnswer.Decline, true, true, "You are out of this round."),
        Choice(OfferAnswer.LetExpire, true, true, "The held offer lapses, and you are out of this round."),
    ];

    private static OfferChoice Choice(OfferAnswer answer, bool possible, bool irreversible, string says) => new(answer, Name(answer), possible, irreversible, says);

    private PracticeEnd Stop(bool yourTurn, DateTime? deadline, IReadOnlyList<OfferChoice> choices)
    {
        var state = round.StateOf(PracticeSetup.Me) switch
        {
            OfferState.Offered => "offered",
            OfferState.Held or OfferState.HeldWithUpgrades => "held",
            OfferState.Accepted or OfferState.AcceptedWithUpgrades => "accepted",
            OfferState.Waiting => "waiting",
            _ => "out",
        };
        int? post = round.PostOf(PracticeSetup.Me) is >= 0 and var at ? Number(at) : null;
        return new PracticeEnd(!yourTurn, yourTurn, state, post, deadline is { } due ? OfferDeadlineCalculator.Of(due) : null,
            [.. choices.Where(choice => choice.Possible)], events, warnings);
    }

    private int Number(int post) => int.Parse(instance.Posts[post].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The words of an answer, as a button has them.</summary>
    public static string Name(OfferAnswer answer) => answer switch
    {
        OfferAnswer.Accept => "Accept",
        OfferAnswer.AcceptWithUpgrades => "Accept with upgrades",
        OfferAnswer.Hold => "Hold",
        OfferAnswer.HoldWithUpgrades => "Hold with upgrades",
        OfferAnswer.Decline => "Decline",
        _ => "Let it expire",
    };
}
