using System.Globalization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Matching.Offers;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>
/// Counts the hours in which an offer must be answered: Saturdays and Sundays do not count, bank holidays do. The clocks change on Sundays, so no hour that
/// counts is lost or doubled.
/// </summary>
public static class OfferDeadlineCalculator
{
    private static readonly string[] DeadlineKeys = ["hold", "upgrade", "hierarchical"];

    /// <summary>Refuses a minute that London never had: the hour that is left out when the clocks go forward.</summary>
    public static void Check(OfferArrived facts, OfferFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (!Exists(facts.Arrived))
        {
            errors.Add("arrived", "Expected a time that London had: on that Sunday the clocks went from 01:00 to 02:00.");
        }

        if (facts.Now is { } now && !Exists(now))
        {
            errors.Add("now", "Expected a time that London had: on that Sunday the clocks went from 01:00 to 02:00.");
        }

        if (facts.Now is { } later && Of(later) < Of(facts.Arrived))
        {
            errors.Add("now", "Expected a time no earlier than that of the offer.");
        }

        if (facts.Arrived.Day > new DateOnly(9999, 12, 20))
        {
            errors.Add("arrived", "Expected an earlier day.");
        }
    }

    /// <summary>Works the deadline out.</summary>
    public static OfferDeadline Calculate(OfferArrived facts, OfferFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var response = figures.OfferResponse.At(facts.Arrived.Day, nation);
        if (response.Number is not { } hours)
        {
            var unknown = "How long an offer stays open had not been published.";
            return new OfferDeadline
            {
                Verdict = Verdict.Unknown,
                Says = unknown,
                Reasons = [response.Because("response-unknown", unknown)],
                Deadline = null,
                HoursLeft = null,
                Choices = [],
                RoundDeadlines = []
            };
        }

        var deadline = Of(OfferClock.Expires(Of(facts.Arrived), TimeSpan.FromHours((double)hours)));
        var taken = RoundOf(figures.Rounds, facts.Arrived.Day);
        var ended = Deadlines(figures.Rounds, taken).Max(row => row.At is { } end ? Of(end) : (DateTime?)null);
        var round = ended < Of(facts.Arrived) ? null : taken;
        var rounds = Deadlines(figures.Rounds, round);
        var isOver = deadline.Day < on || (facts.Now is { } now && Of(now) >= Of(deadline));
        var left = isOver ? 0 : facts.Now is { } at ? (int)CountedBetween(Of(at), Of(deadline)).TotalHours : (int?)null;
        var says = isOver ? $"The time to answer ran out on {Words(deadline)}." : $"Answer before {Words(deadline)}.";
        return new OfferDeadline
        {
            Verdict = isOver ? Verdict.No : Verdict.Yes,
            Says = says,
            Reasons =
            [
                response.Because("hours", $"An offer stays open for {response.Text}; Saturdays and Sundays do not count, bank holidays do."),
                .. taken is { } of ? [Taken(of, round is null ? ended : null)] : Array.Empty<Reason>(),
                .. rounds.Where(row => row.At is null)
                    .Select(row => new Reason($"{row.Key}-not-found", $"The {row.Key} deadline of this round was not found.", row.Status,
                        Ask: "the lead recruiter named in the advert")),
            ],
            Status = StatusExtensions.Worse(response.Status, Status.Computed),
            Working = [new WorkingLine($"{Words(facts.Arrived)} and {response.Text} without Saturdays and Sundays is {Words(deadline)}.") { Figure = response.Figure.Name }],
            Milestones = [response.Date("offer-deadline", deadline.Day, "Last moment to answer the offer") with { At = deadline.Time }],
            Deadline = deadline,
            HoursLeft = left,
            Choices = Choices(facts.Now ?? facts.Arrived, on, isOver, rounds),
            RoundDeadlines = rounds,
            Warnings = [.. Warnings(facts, deadline)],
        };
    }

    internal static string Words(Moment moment) => string.Create(CultureInfo.InvariantCulture, $"{moment.Day.DayOfWeek} {moment.Day.Words()} at {moment.Time:HH\\:mm}");

    private static DateTime Of(Moment moment) => moment.Day.ToDateTime(moment.Time);

    internal static Moment Of(DateTime at) => new(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));

    // Summer time begins at 01:00 on the last Sunday of March: that hour does not exist in London.
    private static bool Exists(Moment moment) => !(moment.Day is { Month: 3, Day: > 24, DayOfWeek: DayOfWeek.Sunday } && moment.Time.Hour == 1);

    private static TimeSpan CountedBetween(DateTime from, DateTime to)
    {
        var counted = TimeSpan.Zero;
        for (var at = from; at < to;)
        {
            var midnight = at.Date.AddDays(1);
            var next = midnight < to ? midnight : to;
            counted += at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? TimeSpan.Zero : next - at;
            at = next;
        }

        return counted;
    }

    private static Reason Taken((int Cycle, int Round) of, DateTime? ended) => new("round", ended is { } end
        ? $"The offer came after the last deadline of Round {of.Round} of {of.Cycle}, {Words(Of(end))}: of which round it is was not found, and until when it can be held stands in its email."
        : $"Taken: an offer of Round {of.Round} of {of.Cycle}, whose first offers were the last before it. One of another round has deadlines of its own.",
        ended is null ? Status.Editorial : Status.NotFound,
        SourceId: ended is null ? "gradus-judgement" : null,
        Ask: ended is null ? null : "the lead recruiter named in the advert");

    // The round whose first offers were the last to come before the offer did.
    private static (int Cycle, int Round)? RoundOf(IReadOnlyList<RecruitmentStage> rounds, DateOnly arrived) =>
        rounds.Where(stage => stage.Stage == "offers" && stage.First <= arrived)
            .OrderBy(stage => stage.First)
            .Select(stage => ((int, int)?)(stage.Cycle, stage.Round))
            .LastOrDefault();

    private static List<RoundDeadline> Deadlines(IReadOnlyList<RecruitmentStage> rounds, (int Cycle, int Round)? of) => of is not { } round ? [] :
    [
        .. DeadlineKeys.Select(key =>
        {
            var found = rounds.FirstOrDefault(stage => stage.Stage == key && stage.Cycle == round.Cycle && stage.Round == round.Round);
            var example = found?.End is not null
                ? null
                : rounds.Where(stage => stage.Stage == key && stage.Round == round.Round && stage.Cycle < round.Cycle && stage.End is not null).MaxBy(stage => stage.Cycle);
            return new RoundDeadline(key, Meaning(key), found?.End,
                example is null ? null : $"Round {example.Round} of {example.Cycle}: {Words(example.End!.Value)}", found?.Status ?? Status.NotFound);
        }),
    ];

    private static string Meaning(string key) => key switch
    {
        "hold" => "A held offer lapses unless you have accepted it",
        "upgrade" => "Nothing is upgraded after it",
        _ => "Explained so: until it, somebody who accepted a lower-level post may still be offered a higher one",
    };

    private static List<OfferChoice> Choices(Moment now, DateOnly on, bool isOver, List<RoundDeadline> rounds)
    {
        bool IsPast(string key) => rounds.Find(row => row.Key == key)?.At is { } end && (end.Day < on || Of(now) >= Of(end));
        var (noHolding, noUpgrades) = (IsPast("hold"), IsPast("upgrade"));
        return
        [
            new(OfferAnswer.Accept, "Accept", !isOver, true,
                "The post is yours. It is read as taking you out of your other applications of the round, hierarchical ones aside: check that first."),
            new(OfferAnswer.AcceptWithUpgrades, "Accept with upgrades", !isOver && !noUpgrades, true,
                "The post is yours unless something you listed higher comes free: then that replaces it by itself, and there is no way back."),
            new(OfferAnswer.Hold, "Hold", !isOver && !noHolding, false,
                "It stays yours until the hold deadline; accept it before. Oriel is read as letting you hold only one offer; your other applications go on."),
            new(OfferAnswer.HoldWithUpgrades, "Hold with upgrades", !isOver && !noHolding && !noUpgrades, true,
                "As holding; what you listed higher replaces it by itself when it comes free, and that cannot be undone."),
            new(OfferAnswer.Decline, "Decline", !isOver, true, "No more offers in this specialty in this round. Your other specialties go on."),
            new(OfferAnswer.LetExpire, "Let it expire", true, true, "As declining: the application is withdrawn, and the specialty is over for this round."),
        ];
    }

    private static IEnumerable<Warning> Warnings(OfferArrived facts, Moment deadline)
    {
        if (facts.Arrived.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            yield return new Warning("arrived", $"It came at a weekend, so the time begins to run at 00:00 on Monday; it ends at the very beginning of {deadline.Day.DayOfWeek}.");
        }
    }
}
