using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.CodeOfPractice;

/// <summary>What to write to whom when something is late: a reminder, then a formal letter, then the next person, each after the reply time.</summary>
internal sealed class Chase
{
    private readonly PlacementStart facts;
    private readonly PlacementFigures figures;
    private readonly WorkingDays working;
    private readonly DateOnly on;
    private readonly Nation nation;
    private readonly IReadOnlyList<EscalationStep> steps;
    private readonly int replyDays;

    public Chase(PlacementStart facts, PlacementFigures figures, WorkingDays working, DateOnly on, Nation nation)
    {
        (this.facts, this.figures, this.working, this.on, this.nation) = (facts, figures, working, on, nation);
        steps = figures.Escalation.At(on, nation, row => (row.OwedBy, row.Step));
        replyDays = figures.ChaseReply.At(on, nation).Whole ?? 0;
    }

    /// <summary>The day by which a letter of the date asked about asks for a reply.</summary>
    public DateOnly ReplyBy => working.After(on, replyDays);

    private DateOnly? ChasedOn => facts.ChasedOn <= on ? facts.ChasedOn : null;

    private DateOnly? WroteFormallyOn => facts.WroteFormallyOn <= on ? facts.WroteFormallyOn : null;

    /// <summary>The next step about something late, in a sentence.</summary>
    public string Next(string owner)
    {
        var (first, second) = (Sentences.LowerFirst(First(owner)), Second());
        if (WroteFormallyOn is { } formally)
        {
            var until = working.After(formally, replyDays);
            return on > until
                ? $"No reply to your formal letter by {until.Words()}: write to {second} today."
                : $"You wrote formally on {formally.Words()}: if no reply has come by {until.Words()}, write to {second}.";
        }

        if (ChasedOn is { } chased)
        {
            var until = working.After(chased, replyDays);
            return on > until
                ? $"No reply by {until.Words()}: write formally to {first} today."
                : $"You chased on {chased.Words()}: if no reply has come by {until.Words()}, write formally.";
        }

        return $"Write to {first} today, and keep the reply.";
    }

    /// <summary>To whom to write, in order, with the day for each that is still ahead.</summary>
    public IReadOnlyList<string> Steps(IReadOnlyList<OwedItem> late)
    {
        var owners = late.Select(item => item.OwedBy).Distinct(StringComparer.Ordinal).ToList();
        return [.. steps.Where(step => step.OwedBy == "any" || owners.Contains(step.OwedBy)).OrderBy(step => step.Step).DistinctBy(step => step.Whom).Select(Line)];
    }

    /// <summary>The letters that are still to be written, the next first, for everybody who is late.</summary>
    public IReadOnlyList<AnswerLetter> Letters(IReadOnlyList<OwedItem> late, IReadOnlyList<OwedItem> all)
    {
        List<AnswerLetter> letters = [.. late.GroupBy(item => First(item.OwedBy)).SelectMany(to => Of(to.Key, [.. to])).OrderBy(letter => letter.Key == "formal"),
            Escalation(late, all)];
        return [.. letters.Select((letter, place) => letters.Take(place).Count(earlier => earlier.Key == letter.Key) is > 0 and var before
            ? letter with { Key = $"{letter.Key}-{before + 1}" }
            : letter)];
    }

    private string Line(EscalationStep step)
    {
        step.Trace(step.Whom);
        var doubt = step.Status == Status.Sure ? "" : $" ({step.Status.Words()})";
        return step.Step switch
        {
            1 when WroteFormallyOn is { } formally => $"On {formally.Words()} you wrote formally to {Sentences.LowerFirst(step.Whom)}{doubt}.",
            1 when ChasedOn is { } chased => $"{From(working.After(chased, replyDays))}, {Sentences.LowerFirst(step.Whom)}: the formal letter{doubt}.",
            1 => $"Today, {Sentences.LowerFirst(step.Whom)}: {Sentences.LowerFirst(step.Says)}{doubt}",
            2 => $"{From(SecondAfter)}, {Sentences.LowerFirst(step.Whom)}: {Sentences.LowerFirst(step.Says)}{doubt}",
            _ => $"After that, {Sentences.LowerFirst(step.Whom)}: {Sentences.LowerFirst(step.Says)}{doubt}",
        };
    }

    // The last day of the reply time before the second person is written to: that of the formal letter, sent or still to be sent.
    private DateOnly SecondAfter => WroteFormallyOn is { } formally ? working.After(formally, replyDays)
        : ChasedOn is { } chased && working.After(chased, replyDays) is var until && on <= until ? working.After(until.AddDays(1), replyDays)
        : ReplyBy;

    private string From(DateOnly until) => on > until ? "Today" : $"After {until.Words()}";

    private IEnumerable<AnswerLetter> Of(string to, IReadOnlyList<OwedItem> late)
    {
        var one = late.Count == 1;
        if (ChasedOn is null && WroteFormallyOn is null)
        {
            yield return new AnswerLetter("reminder", "Reminder", to, Subject(late),
            [
                "Dear colleagues,",
                $"I start my post on {facts.Start.Words()}. {string.Join(" ", late.Select(item => $"My {Sentences.LowerFirst(item.What)} was due on {item.Due!.Value.Words()} ({Sentences.LowerFirst(item.When)}) and has not come."))}",
                $"Could you send {(one ? "it" : "them")}, or tell me the day on which I shall have {(one ? "it" : "them")}, by {ReplyBy.Words()}?",
                AnswerLetter.Signature,
            ], on);
        }

        if (WroteFormallyOn is null)
        {
            yield return new AnswerLetter("formal", "Formal letter", to, $"{Subject(late)}: overdue",
            [
                "Dear colleagues,",
                $"I start my post on {facts.Start.Words()}. I first wrote to you on {ChasedOn?.Words() ?? "[the day of your first letter]"}.",
                $"Under {Clauses(late)}, I should have had what stands in the list below.",
                $"Send {(one ? "it" : "each of them")}, or an explanation in writing with the day on which I shall have {(one ? "it" : "them")}, by {ReplyBy.Words()}. If that is not possible I shall take it to {Sentences.LowerFirst(Second())}.",
                AnswerLetter.Signature,
            ], on)
            {
                Evidence = Evidence(late),
            };
        }
    }

    // One letter for everything: whoever answers for several late things gets them in one table.
    private AnswerLetter Escalation(IReadOnlyList<OwedItem> late, IReadOnlyList<OwedItem> all)
    {
        var to = Sentences.Listed([.. late.Select(item => Sentences.LowerFirst(First(item.OwedBy))).Distinct(StringComparer.Ordinal)]);
        return new AnswerLetter("escalation", "Escalation", Second(), $"{Subject(late)}: still overdue",
        [
            "Dear colleagues,",
            $"I start my post on {facts.Start.Words()}. I wrote to {to} on {ChasedOn?.Words() ?? "[the day of your first letter]"} and formally on {WroteFormallyOn?.Words() ?? "[the day of your formal letter]"}, and have not had what was due under {Clauses(late)}.",
            $"What was due and what came stands in the list below. Tell me in writing what has gone wrong and by what day it will be mended. I ask for that by {ReplyBy.Words()}.",
            AnswerLetter.Signature,
        ], on)
        {
            Evidence = Evidence(all.Where(item => item.IsOwedToDoctor && item.Due <= on && (item.CameOn is not null || item.State == MilestoneState.Late))),
        };
    }

    private string Subject(IReadOnlyList<OwedItem> late) => $"{string.Join(", ", late.Select(item => item.What))}: post starting {facts.Start.Words()}";

    private AnswerTable Evidence(IEnumerable<OwedItem> items) =>
        new("evidence", "What was due, and what came", [new("what", "What"), new("due", "Due on"), new("came", "Came on"), new("late", "How late")],
            [.. items.Select(item => (IReadOnlyList<AnswerCell>)[item.What, item.Due, item.CameOn is { } came ? came : $"not come by {on.Words()}",
                item.DaysLate == 0 ? "in time" : $"{PlacementPlanner.Days(item.DaysLate)} late"])]);

    private string Clauses(IReadOnlyList<OwedItem> late)
    {
        var held = figures.Clauses.At(on, nation, row => row.Key);
        var keys = late.Select(item => item.Key == "exception-login" ? item.Key : "information").Distinct(StringComparer.Ordinal);
        return string.Join(", and ", keys.SelectMany(key => held.Where(row => row.Key == key)).Select(row => row.Words));
    }

    private string First(string owner) => steps.FirstOrDefault(step => step.OwedBy == owner && step.Step == 1)?.Whom ?? owner;

    private string Second() => Sentences.LowerFirst(steps.FirstOrDefault(step => step.Step == 2)?.Whom ?? "the complaints route");
}
