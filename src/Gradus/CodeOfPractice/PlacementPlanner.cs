using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.CodeOfPractice;

/// <summary>
/// Plans what is owed before and after a post begins, by the Code of Practice of the nation. Weeks are counted back from the first day: something due 6 weeks
/// before Wednesday is due on a Wednesday,
/// and late on the day after. A nation without a published day gets none.
/// </summary>
public static class PlacementPlanner
{
    private const int DueSoonDays = 28;

    /// <summary>Gives each thing that is owed before a post starts with its day, whether it is late and by how many days, and what to do about it.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The steps and figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static PlacementPlan Plan(PlacementStart facts, PlacementFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        if (NotCovered(facts, figures, on, nation) is { } outside)
        {
            return outside;
        }

        var working = new WorkingDays(figures.WorkingDays, nation);
        var chase = new Chase(facts, figures, working, on, nation);
        List<(OwedItem Item, Reason Reason)> owed =
        [
            .. figures.Deadlines.At(facts.Start, nation, row => row.Key ?? row.Item)
                .Where(row => row.Key is not null && Applies(row, facts, on))
                .Select(row => (Item(row, facts, figures, working, chase, on, nation), row.Because(row.Key!, $"{row.Name}: {Sentences.LowerFirst(row.When)}.", row.When))),
            .. Unpublished(facts, figures, on, nation),
        ];
        var items = owed.Select(entry => entry.Item).OrderByDescending(item => item.State == MilestoneState.Late).ThenBy(item => item.Due ?? DateOnly.MaxValue).ToList();
        var late = items.Where(item => item.State == MilestoneState.Late).ToList();
        var chased = late.Where(item => item.IsOwedToDoctor).ToList();
        var hasADay = items.Exists(item => item.IsOwedToDoctor && item.Due is not null);
        return new PlacementPlan
        {
            Verdict = hasADay ? Verdict.Yes : Verdict.Unknown,
            Says = Says(items, late, hasADay, nation),
            Status = items.Where(item => item.IsOwedToDoctor && (item.Due is not null || !hasADay)).Select(item => item.Status).Weakest(),
            Items = items,
            Letters = chased.Count == 0 ? [] : chase.Letters(chased, items),
            Escalation = chased.Count == 0 ? [] : chase.Steps(chased),
            ReplyBy = chased.Count == 0 ? null : chase.ReplyBy,
            Reasons =
            [
                .. owed.OrderByDescending(entry => entry.Item.State == MilestoneState.Late)
                    .ThenByDescending(entry => entry.Item.IsOwedToDoctor)
                    .ThenBy(entry => entry.Item.Due ?? DateOnly.MaxValue)
                    .Select(entry => entry.Reason),
                .. chased.Count == 0
                    ? Array.Empty<Reason>()
                    : [figures.ChaseReply.At(on, nation)
                        .Because("reply-time", $"A letter of today asks for a reply within {figures.ChaseReply.At(on, nation).Text}; that time is our judgement, the code sets none.")],
                figures.LateCompensation.At(on, nation)
                    .Because("no-compensation", "We found nothing that pays a doctor because any of this comes late, so no letter here asks for money."),
            ],
            Milestones = [.. Milestones(items, figures, chased.Count == 0 ? null : chase.ReplyBy, on, nation)],
            Tables = [.. Tables(items, figures, on, nation)],
            Warnings = [.. Warnings(facts, items, chased, working, on, nation)],
        };
    }

    /// <summary>Says what cannot be between facts.</summary>
    public static void Check(PlacementStart facts, PlacementFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var (index, arrival) in facts.Arrived.Index())
        {
            if (facts.Arrived.Take(index).Any(earlier => string.Equals(earlier.Key, arrival.Key, StringComparison.OrdinalIgnoreCase)))
            {
                errors.Add($"arrived[{index}].key", $"Expected each thing once: “{arrival.Key}” stands there already.");
            }
        }

        if (facts.WroteFormallyOn < facts.ChasedOn)
        {
            errors.Add("wroteFormallyOn", "Expected a day on or after that of the first letter.");
        }
    }

    private static PlacementPlan? NotCovered(PlacementStart facts, PlacementFigures figures, DateOnly on, Nation nation)
    {
        if (facts.Role is not { } role)
        {
            return null;
        }

        var row = figures.Cover.At(on, nation, entry => entry.Role).FirstOrDefault(entry => entry.Role == role);
        if (row is { Covered: true })
        {
            return null;
        }

        const string asks = "Ask medical staffing for the rota in writing, and the BMA about your contract.";
        return row is null
            ? new PlacementPlan
            {
                Verdict = Verdict.Unknown,
                Says = $"Whether the code covers that post in {nation.Name()} was not found.",
                Items = [],
                Reasons = [new Reason("cover-unknown", $"What we read names academic posts only for England and Northern Ireland. {asks}", Status.NotFound,
                    Ask: "your programme director or the BMA")],
            }
            : new PlacementPlan
            {
                Verdict = Verdict.No,
                Says = $"The Code of Practice is for posts in training: it sets no dates for yours. {asks}",
                Items = [],
                Reasons = [row.Because("not-covered", row.Note ?? "The code covers posts in training.", role.ToString())],
            };
    }

    private static bool Applies(Deadline row, PlacementStart facts, DateOnly on) => row.Applies switch
    {
        DeadlineApplies.Always or DeadlineApplies.Asked => true,
        DeadlineApplies.FirstPost => facts.FirstPost == true,
        DeadlineApplies.FewerHours => facts.FewerHours == true,
        DeadlineApplies.NoSchedule => Came(facts, "chase", on) is not null || Came(facts, "work-schedule", on) is null,
        DeadlineApplies.Nights => facts.Nights == true,
        _ => false,
    };

    private static DateOnly? Came(PlacementStart facts, string key, DateOnly on) =>
        facts.Arrived.FirstOrDefault(arrival => string.Equals(arrival.Key, key, StringComparison.OrdinalIgnoreCase)) is { } arrival && arrival.On <= on ? arrival.On : null;

    private static OwedItem Item(Deadline row, PlacementStart facts, PlacementFigures figures, WorkingDays working, Chase chase, DateOnly on, Nation nation)
    {
        var days = figures.AnswerTime.At(facts.AskedOn ?? on, nation).Whole;
        DateOnly? first = row.Applies == DeadlineApplies.Asked
            ? facts.AskedOn is { } asked && days is { } number ? working.After(asked, number) : null
            : row.Days is { } offset ? facts.Start.AddDays(offset) : null;
        var last = row.DaysUntil is { } until ? facts.Start.AddDays(until) : first;
        var came = Came(facts, row.Key!, on);
        var doctors = row.OwedBy == OwedItem.Doctor;
        var state = State(row.Binding, doctors, first, last, came, facts.Start, on);
        var daysLate = row.Binding == DeadlineBinding.From || last is not { } due ? 0 : Math.Max(0, (came ?? on).DayNumber - due.DayNumber);
        var item = new OwedItem(row.Key!, row.Name!, row.OwedBy, row.OwedTo, first == last ? null : first, last, row.When, came, state, daysLate, "", row.Source, row.Status);
        return item with { Next = Next(item, row, first, chase, on) };
    }

    private static MilestoneState State(DeadlineBinding binding, bool doctors, DateOnly? first, DateOnly? last, DateOnly? came, DateOnly start, DateOnly on)
    {
        if (came is not null || (binding == DeadlineBinding.From && !doctors && on >= start))
        {
            return MilestoneState.Done;
        }

        if (first is not { } opens || last is not { } due)
        {
            return MilestoneState.NotDue;
        }

        var isOpen = binding != DeadlineBinding.By && on >= opens;
        return binding != DeadlineBinding.From && on > due ? MilestoneState.Late
            : isOpen ? (doctors ? MilestoneState.ToDo : MilestoneState.Due)
            : opens.DayNumber - on.DayNumber > DueSoonDays ? MilestoneState.NotDue
            : doctors && binding == DeadlineBinding.By ? MilestoneState.ToDo
            : MilestoneState.Due;
    }

    private static string Next(OwedItem item, Deadline row, DateOnly? first, Chase chase, DateOnly on) => item switch
    {
        { CameOn: { } came, Due: { } due } when row.Binding != DeadlineBinding.From => $"{(item.IsOwedToDoctor ? "Came" : "Done")} on {came.Words()}, {Distance(came, due)}. Nothing more to do.",
        { CameOn: { } came } => $"{(item.IsOwedToDoctor ? "Came" : "Done")} on {came.Words()}. Nothing more to do.",
        { State: MilestoneState.Done } => "The post has begun.",
        { State: MilestoneState.Late, IsOwedToDoctor: true } => $"{Days(item.DaysLate)} late. {chase.Next(item.OwedBy)}",
        { State: MilestoneState.Late } => $"{Days(item.DaysLate)} late. Send it now all the same.",
        { Due: null } => $"{row.When} of being asked: say when you are.",
        { State: MilestoneState.ToDo } => item.Opens is { } opens && item.Due is { } until ? $"From {opens.Words()} to {until.Words()}: send it now."
            : on >= first ? "Do it now."
            : $"Do it by {item.Due?.Words()}.",
        { State: MilestoneState.Due, IsOwedToDoctor: true } when row.Binding == DeadlineBinding.From => on >= first
            ? "They may have begun: answer what you are asked."
            : $"May begin on {first?.Words()}.",
        { State: MilestoneState.Due, IsOwedToDoctor: true } => $"If it has not come on {item.Due?.Words()}, write the day after.",
        _ => "Nothing yet.",
    };

    // What the nation has no published day for: named, with whom to ask, and no other nation's day.
    private static IEnumerable<(OwedItem Item, Reason Reason)> Unpublished(PlacementStart facts, PlacementFigures figures, DateOnly on, Nation nation)
    {
        foreach (var (key, figure) in new[] { ("placement-notice", figures.PlacementNotice), ("work-schedule", figures.WorkScheduleNotice), ("rota", figures.RotaNotice) })
        {
            if (figure.At(facts.Start, nation) is { IsKnown: false } value)
            {
                var name = figures.Deadlines.First(row => row.Key == key).Name!;
                var came = Came(facts, key, on);
                var none = $"no day {(value.Status == Status.NotFound ? "was found" : "is published")} for {nation.Name()}";
                var next = came is { } day ? $"Came on {day.Words()}. Nothing more to do." : $"{Sentences.UpperFirst(none)}: ask {value.Ask}.";
                yield return (new OwedItem(key, name, OwedItem.NotKnown, OwedItem.Doctor, Opens: null, Due: null, "No day known", came,
                    came is null ? MilestoneState.NotDue : MilestoneState.Done, 0, next, value.SourceId, value.Status),
                    value.Because($"{key}-unknown", $"{name}: {none}, and England’s is not used."));
            }
        }
    }

    private static string Says(List<OwedItem> items, List<OwedItem> late, bool hasADay, Nation nation)
    {
        if (late.Count > 0)
        {
            var names = late.Select(item => $"{Sentences.LowerFirst(item.What)} ({Days(item.DaysLate)})").ToList();
            return late.Count == 1 ? $"One thing is late: {names[0]}." : $"{Number(late.Count)} things are late: {Sentences.Listed(names)}.";
        }

        if (!hasADay)
        {
            return items.Exists(item => item.Status == Status.NotFound)
                ? $"By when {nation.Name()} owes you a placement, a work schedule or a rota was not found: ask those named below."
                : $"Nobody has published by when {nation.Name()} owes you a placement, a work schedule or a rota: ask those named below.";
        }

        return items.Find(item => item.IsOwedToDoctor
            && item.Due is not null
            && item.State is MilestoneState.Due or MilestoneState.NotDue
            && item.CameOn is null) is { Due: { } due } next
            ? $"Nothing is late. Next: {Sentences.LowerFirst(next.What)}, {(next.When.StartsWith("From", StringComparison.Ordinal) ? "from" : "due on")} {due.Words()}."
            : "Everything with a day has come: nothing is late.";
    }

    private static IEnumerable<Milestone> Milestones(List<OwedItem> items, PlacementFigures figures, DateOnly? replyBy, DateOnly on, Nation nation)
    {
        var dates = items.Where(item => item.Due is not null)
            .Select(item => new Milestone(item.Key, item.Opens ?? item.Due!.Value, item.Due!.Value,
                $"{item.What} ({Sentences.LowerFirst(item.OwedBy)} to {Sentences.LowerFirst(item.OwedTo)})", "code-of-practice", nation.ToNations(),
                StatusExtensions.Worse(item.Status, Status.Computed))
            { State = item.State, SourceId = item.Source });
        return (replyBy is { } day
            ? dates.Append(figures.ChaseReply.At(on, nation).Date("reply-by", day, "Reply to a letter of today") with { State = MilestoneState.Due })
            : dates).OrderBy(milestone => milestone.First);
    }

    private static IEnumerable<AnswerTable> Tables(List<OwedItem> items, PlacementFigures figures, DateOnly on, Nation nation)
    {
        yield return new AnswerTable("record", "What came, and when",
            [new("what", "What"), new("owedBy", "Owed by"), new("owedTo", "Owed to"), new("due", "Due"), new("came", "Came or done"),
                new("daysLate", "Days late"), new("status", "How sure")],
            [.. items.Select(item => (IReadOnlyList<AnswerCell>)[item.What, item.OwedBy, item.OwedTo, item.Due, item.CameOn, item.DaysLate, item.Status])]);
        List<(string What, FigureValue Share)> shares = [("Placement notice", figures.PlacementCompliance.At(on, nation)),
            ("Work schedule", figures.WorkScheduleCompliance.At(on, nation)), ("Rota", figures.RotaCompliance.At(on, nation))];
        if (shares.TrueForAll(share => share.Share.IsKnown))
        {
            yield return new AnswerTable("national",
                $"How often it comes in time, all trusts in {nation.Name()}{(shares[0].Share.Held!.Seen is { } seen ? $", published on {seen.Words()}" : "")}",
                [new("what", "What"), new("share", "In time", "%")], [.. shares.Select(share => (IReadOnlyList<AnswerCell>)[share.What, share.Share.Number])]);
        }
    }

    private static IEnumerable<Warning> Warnings(PlacementStart facts, List<OwedItem> items, List<OwedItem> chased, WorkingDays working, DateOnly on, Nation nation)
    {
        if (!working.Includes(facts.Start))
        {
            yield return new Warning("start",
                $"{facts.Start.DayOfWeek} {facts.Start.Words()} is no working day{(working.HolidayOn(facts.Start) is { } holiday ? $" ({holiday.Name})" : "")}: check the day with the employer.");
        }

        if (facts.AskedOn is { } asked && !working.Covers(asked))
        {
            yield return new Warning("askedOn", $"Bank holidays are listed for {working.Years.First} to {working.Years.Last} only: in other years only weekends are left out.");
        }

        foreach (var (index, arrival) in facts.Arrived.Index())
        {
            if (arrival.On > on)
            {
                yield return new Warning($"arrived[{index}].on", $"{arrival.On.Words()} is after {on.Words()}, the date asked about: it has not counted.");
            }
            else if (!items.Exists(item => string.Equals(item.Key, arrival.Key, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new Warning($"arrived[{index}].key", $"“{arrival.Key}” is not on the list for this post in {nation.Name()}: it has not counted.");
            }
        }

        foreach (var item in items.Where(item => item is { IsOwedToDoctor: true, CameOn: null, Due: { } due } && !working.Includes(due)))
        {
            yield return new Warning("",
                $"{item.What}: {item.Due!.Value.DayOfWeek} {item.Due.Value.Words()} is no working day{(working.HolidayOn(item.Due.Value) is { } holiday ? $" ({holiday.Name})" : "")}. The code does not say whether the day before or after is meant, and we count the day itself.");
        }

        if (chased.Count == 0 && (facts.ChasedOn ?? facts.WroteFormallyOn) is not null)
        {
            yield return new Warning(facts.ChasedOn is null ? "wroteFormallyOn" : "chasedOn", "Nothing that is owed to you is late, so your letters have changed nothing here.");
        }
    }

    private static string Distance(DateOnly came, DateOnly due) =>
        came < due ? $"{Days(due.DayNumber - came.DayNumber)} early" : came == due ? "on the day" : $"{Days(came.DayNumber - due.DayNumber)} late";

    internal static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Number(int number) => number switch { 2 => "Two", 3 => "Three", 4 => "Four", 5 => "Five", 6 => "Six", _ => $"{number}" };
}
