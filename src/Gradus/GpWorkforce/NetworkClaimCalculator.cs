using System.Globalization;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>
/// Works out what a primary care network can be paid back for a salaried GP. Work that crosses a change of the rules is paid for part by part; who could be
/// taken on is asked of the day on which the work begins.
/// </summary>
public static class NetworkClaimCalculator
{
    private const string Scheme = "network-gp";
    private const string EachPart = "The limit changes within that time, so the cost is shared evenly over the days and each part is set against its own limit; that is how we read it.";

    /// <summary>Works out what a network may claim for the GP, by the rule-set of each day, in pounds rounded to a penny.</summary>
    /// <param name="facts">What the network told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static PracticeClaim Calculate(PracticePost facts, ClaimFigures figures, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var rules = figures.ArrsGps.Where(row => row.Nation.Includes(nation)).OrderBy(row => row.From).ToList();
        if (rules.Count == 0)
        {
            return None($"No money for GPs of primary care networks was found for {nation.Name()}.", figures, nation);
        }

        var opens = rules[0].From!.Value;
        var wanted = PracticeClaimCalculator.Last(facts) ?? EndOfYear(facts.From);
        if (wanted < opens)
        {
            return None($"Networks are paid for GPs from {opens.Words()} on; what held before was not found.", figures, nation);
        }

        var first = facts.From < opens ? opens : facts.From;
        var (full, year) = (figures.SessionsFull.At(first, nation), 7 * (figures.WeeksYear.At(first, nation).Whole ?? 1));
        var sessions = Math.Min(facts.SessionsAfter, full.Number ?? facts.SessionsAfter);
        List<Part> parts = [.. rules.Select((row,
            place) => new Part(row, first.OrLater(row.From!.Value), wanted.OrEarlier(row.Until ?? (place + 1 < rules.Count ? rules[place + 1].From!.Value.AddDays(-1) : wanted))))
            .Where(part => part.From <= part.To)];
        var conditions = figures.InitiativeConditions.At(first, nation, row => (row.Scheme, row.Key)).Where(row => row.Scheme == Scheme).ToList();
        var cut = Cuts(facts, conditions, opens, full, first).ToList();
        var refusal = cut.Find(one => one.Key is "not-salaried" or "cct-not-in-time" or "not-the-first-post");
        var isRefused = refusal is not null;
        var lacking = facts.London == true && !isRefused ? parts.Find(part => part.Rules.London is null)?.From : null;
        if (lacking == parts[0].From)
        {
            return None($"The limit in London was not found from {parts[0].From.Words()} on.", figures, nation) with { LastDay = null };
        }

        // Where the limit of a later part was not found, the parts before it are still worked out.
        parts = parts.FindAll(part => !(part.From >= lacking));
        var last = parts[^1].To;
        var most = isRefused ? 0 : parts.Sum(part => Sum(part, facts.London == true, sessions, full.Number ?? 1, year)).ToPence();
        var costs = parts.ConvertAll(part => SharedCost.Of(facts.ActualCost,
            (part.To.DayNumber - part.From.DayNumber + 1, wanted.DayNumber - facts.From.DayNumber + 1), (sessions, facts.SessionsAfter)));
        // Each rule-set pays the lower of its own limit and its own share of the cost.
        var claimable = isRefused
            ? 0
            : parts.Zip(costs, (part, share) => Math.Min(share?.Amount ?? decimal.MaxValue, Sum(part, facts.London == true, sessions, full.Number ?? 1, year))).Sum().ToPence();
        var cost = costs.Sum(share => share?.Amount);
        if (facts.ActualCost is not null && cost > claimable && claimable > 0)
        {
            cut.Add(new ClaimCut("over-the-limit", parts.Count == 1
                ? $"{(cost.Value - most).InPounds()} of {(costs[0]!.IsShared ? "that share of the cost" : "the cost")} lies above the limit of {most.InPounds()}."
                : $"{(cost.Value - claimable).InPounds()} of the cost lies above the limits of its time."));
        }

        var ask = Ask(figures, nation);
        if (lacking is { } unknown && claimable > 0)
        {
            cut.Add(new ClaimCut("limit-not-found",
                $"The limit in London was not found from {unknown.Words()} on, so what can be claimed from then on is not in the sum: ask {ask}."));
        }

        var toAsk = conditions.FindAll(row => (row.Test == ConditionTest.CctWithin && facts.Cct is null) || (row.Test == ConditionTest.Ask && facts.FirstPost is null));
        return new PracticeClaim
        {
            Verdict = claimable <= 0 ? Verdict.No : toAsk.Count > 0 || lacking is not null ? Verdict.Unknown : Verdict.Yes,
            Says = claimable <= 0 ? isRefused ? $"Nothing can be claimed. {refusal!.Says}" : "Nothing can be claimed: there is no session or no cost to claim for."
                : $"The network can claim {(facts.ActualCost is null ? "up to " : "")}{claimable.InPounds()} for {first.Words()} to {last.Words()}{(toAsk.Count > 0 ? $", if it holds: {string.Join("; ", toAsk.Select(row => Sentences.LowerFirst(row.Says)))}" : "")}.{(lacking is { } from ? $" The limit in London was not found from {from.Words()} on: ask {ask}." : "")}",
            Most = most,
            PaidFrom = claimable > 0 ? first : null,
            PaidTo = claimable > 0 ? last : null,
            Claimable = claimable,
            Cut = cut,
            Reasons =
            [
                .. parts.FindAll(part => facts.London != true || part.Rules.London is not null)
                    .Select((part, place) => part.Rules.Because($"rule-set-{place + 1}",
                        $"From {part.From.Words()} the network is paid at most {Limit(part, facts.London == true).InPounds()} a year for a full-time GP with on-costs, or what it costs if that is less.",
                        Limit(part, facts.London == true).InPounds())),
                .. conditions.Where(row => row.Test is ConditionTest.CctWithin or ConditionTest.Ask)
                    .Select(row => row.Because(row.Key, $"On the day the work began the rule asked for: {Sentences.LowerFirst(row.Says)}.", row.Value ?? row.Says)),
                .. lacking is { } day
                    ? new[] { new Reason("limit-not-found", $"What a network in London is paid back for a GP from {day.Words()} on was not found.", Status.NotFound, Ask: ask) }
                    : [],
                .. claimable > 0 && costs[0] is { IsShared: true } && (cost < facts.ActualCost || parts.Count > 1)
                    ? new[] { parts[0].Rules.Because("cost-shared", cost < facts.ActualCost ? SharedCost.Reading : EachPart,
                        Limit(parts[0], facts.London == true).InPounds()) with { Status = Status.Verify } }
                    : [],
                full.Because("full-time", $"Full time is {full.Text} a week."),
            ],
            Working = claimable <= 0
                ? []
                : [.. costs.SelectMany(SharedCost.Working),
                    .. parts.Select(part => new WorkingLine($"{part.From.Words()} to {part.To.Words()}: {Limit(part, facts.London == true).InPounds()} × {sessions:0.##} ÷ {full.Number:0} sessions × {Days(part, year)} ÷ {year} days = {Sum(part, facts.London == true, sessions, full.Number ?? 1, year).ToPence().InPounds()}") { Status = part.Rules.Status,
                        SourceId = part.Rules.Source })],
            Warnings = [.. Warnings(facts, conditions)],
        };
    }

    private static decimal Sum(Part part, bool isLondon, decimal sessions, decimal full, int daysOfYear) =>
        Limit(part, isLondon) * sessions / full * Days(part, daysOfYear) / daysOfYear;

    // A whole year is paid as a year; what is left over by its 52 weeks, and never more than one.
    private static int Days(Part part, int daysOfYear)
    {
        var (days, year) = (0, part.From);
        for (; year.AfterMonths(12) is { } next && next.AddDays(-1) <= part.To; year = next)
        {
            days += daysOfYear;
        }

        return days + Math.Min(daysOfYear, part.To.DayNumber - year.DayNumber + 1);
    }

    private static decimal Limit(Part part, bool isLondon) => isLondon ? part.Rules.London ?? 0 : part.Rules.Limit;

    private static IEnumerable<ClaimCut> Cuts(PracticePost facts, IReadOnlyList<InitiativeCondition> conditions, DateOnly opens, FigureValue full, DateOnly first)
    {
        if (facts.Post is PostKind.Locum or PostKind.Partner or PostKind.SicknessCover)
        {
            yield return new ClaimCut("not-salaried", "Only a salaried post is paid for.");
        }

        foreach (var condition in conditions)
        {
            if (condition.Test == ConditionTest.CctWithin
                && facts.Cct is { } cct
                && int.Parse(condition.Value!, CultureInfo.InvariantCulture) is var months
                && (cct > first || cct.MonthsOn(months) < first))
            {
                yield return new ClaimCut("cct-not-in-time", $"The rule of that day asked for {Sentences.LowerFirst(condition.Says)}, and it was on {cct.Words()}.");
            }

            if (condition.Test == ConditionTest.Ask && facts.FirstPost == false)
            {
                yield return new ClaimCut("not-the-first-post", $"The rule of that day asked for {Sentences.LowerFirst(condition.Says)}.");
            }
        }

        if (facts.SessionsAfter > full.Number)
        {
            yield return new ClaimCut("over-the-sessions",
                $"{FigureText.Count(facts.SessionsAfter - full.Number.Value, "sessions")} a week above {full.Text} {(facts.SessionsAfter - full.Number.Value == 1 ? "is" : "are")} not paid for.");
        }

        if (facts.From < opens)
        {
            yield return new ClaimCut("before-the-first-day", $"Work before {opens.Words()} is not paid for.");
        }
    }

    private static IEnumerable<Warning> Warnings(PracticePost facts, IReadOnlyList<InitiativeCondition> conditions)
    {
        if (facts.SessionsBefore > 0)
        {
            yield return new Warning("sessionsBefore", "For this purpose sessions before are not counted.");
        }

        if (facts.Cct is not null && !conditions.Any(row => row.Test == ConditionTest.CctWithin))
        {
            yield return new Warning("cct", "On that day any GP could be taken on, whenever the CCT was.");
        }

        if (facts.FirstPost is not null && !conditions.Any(row => row.Test == ConditionTest.Ask))
        {
            yield return new Warning("firstPost", "On that day any GP could be taken on, whatever the posts before.");
        }
    }

    private static PracticeClaim None(string says, ClaimFigures figures, Nation nation)
    {
        var ask = Ask(figures, nation);
        var told = $"{says.TrimEnd('.')}: ask {ask}.";
        return new PracticeClaim { Verdict = Verdict.Unknown, Says = told, Cut = [], Reasons = [new Reason("no-scheme", told, Status.NotFound, Ask: ask)] };
    }

    private static string Ask(ClaimFigures figures, Nation nation) =>
        figures.PlrCap.History.Values.LastOrDefault(value => value.Nations.Includes(nation) && value.Ask is not null)?.Ask ?? "your integrated care board";

    private static DateOnly EndOfYear(DateOnly day) => new(day.Month < 4 ? day.Year : day.Year + 1, 3, 31);

    private sealed record Part(NetworkRuleSet Rules, DateOnly From, DateOnly To);
}
