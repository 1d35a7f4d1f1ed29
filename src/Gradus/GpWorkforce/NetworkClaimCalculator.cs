using System.Globalization;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>
/// Works out what a primary care network can be paid back for a salaried GP. Work that crosses a change of the rules is paid for part by part; who could be taken on is asked of the day on which the work begins.
/// </summary>
public static class NetworkClaimCalculator
{
    private const string Scheme = "network-gp";

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
        List<Part> parts = [.. rules.Select((row, place) => new Part(row, Later(first, row.From!.Value), Earlier(wanted, row.Until ?? (place + 1 < rules.Count ? rules[place + 1].From!.Value.AddDays(-1) : wanted)))).Where(part => part.From <= part.To)];
        if (facts.London == true && parts.Find(part => part.Rules.London is null) is { } lacking)
        {
            return None($"The limit in London was not found from {lacking.From.Words()} on.", figures, nation) with { LastDay = null };
        }

        var conditions = figures.InitiativeConditions.At(first, nation, row => (row.Scheme, row.Key)).Where(row => row.Scheme == Scheme).ToList();
        var cut = Cuts(facts, conditions, opens, full, first).ToList();
        var isRefused = cut.Exists(one => one.Key is "not-salaried" or "cct-not-in-time" or "not-the-first-post");
        var most = isRefused ? 0 : parts.Sum(part => Sum(part, facts.London == true, sessions, full.Number ?? 1, year)).ToPence();
        var claimable = Math.Min(facts.ActualCost ?? most, most);
        if (facts.ActualCost > most && most > 0)
        {
            cut.Add(new ClaimCut("over-the-limit", $"{(facts.ActualCost.Value - most).InPounds()} of the cost lies above the limit of {most.InPounds()}."));
        }

        var toAsk = conditions.FindAll(row => (row.Test == ConditionTest.CctWithin && facts.Cct is null) || (row.Test == ConditionTest.Ask && facts.FirstPost is null));
        return new PracticeClaim
        {
            Verdict = claimable <= 0 ? Verdict.No : toAsk.Count > 0 ? Verdict.Unknown : Verdict.Yes,
            Says = claimable <= 0 ? cut.Count > 0 ? $"Nothing can be claimed. {cut[0].Says}" : "Nothing can be claimed: there is no session or no cost to claim for."
                : $"The network can claim {(facts.ActualCost is null ? "up to " : "")}{claimable.InPounds()} for {first.Words()} to {wanted.Words()}{(toAsk.Count > 0 ? $", if it holds: {string.Join("; ", toAsk.Select(row => char.ToLowerInvariant(row.Says[0]) + row.Says[1..]))}" : "")}.",
            Most = most,
            PaidFrom = claimable > 0 ? first : null,
            PaidTo = claimable > 0 ? wanted : null,
            Claimable = claimable,
            Cut = cut,
            Reasons =
            [
                .. parts.Select((part, place) => part.Rules.Because($"rule-set-{place + 1}", $"From {part.From.Words()} the network is paid at most {Limit(part, facts.London == true).InPounds()} a year for a full-time GP with on-costs, or what it costs if that is less.", Limit(part, facts.London == true).InPounds())),
                .. conditions.Where(row => row.Test is ConditionTest.CctWithin or ConditionTest.Ask).Select(row => row.Because(row.Key, $"On the day the work began the rule asked for: {char.ToLowerInvariant(row.Says[0])}{row.Says[1..]}.", row.Value ?? row.Says)),
                full.Because("full-time", $"Full time is {full.Text} a week."),
            ],
            Working = [.. parts.Select(part => new WorkingLine($"{part.From.Words()} to {part.To.Words()}: {Limit(part, facts.London == true).InPounds()} × {sessions:0.##} ÷ {full.Number:0} sessions × {Days(part, year)} ÷ {year} days = {Sum(part, facts.London == true, sessions, full.Number ?? 1, year).ToPence().InPounds()}") { Status = part.Rules.Status, SourceId = part.Rules.Source })],
            Warnings = [.. Warnings(facts, conditions)],
        };
    }

    private static decimal Sum(Part part, bool isLondon, decimal sessions, decimal full, int daysOfYear) => Limit(part, isLondon) * sessions / full * Days(part, daysOfYear) / daysOfYear;

    // A whole year is paid as a year; what is left over by its 52 weeks, and never more than one.
    private static int Days(Part part, int daysOfYear)
    {
        var (days, year) = (0, part.From);
        for (; year.MonthsOn(12) is { } next && next.AddDays(-1) <= part.To; year = next)
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
            if (condition.Test == ConditionTest.CctWithin && facts.Cct is { } cct && int.Parse(condition.Value!, CultureInfo.InvariantCulture) is var months && (cct > first || cct.MonthsOn(months) < first))
            {
                yield return new ClaimCut("cct-not-in-time", $"The rule of that day asked for {char.ToLowerInvariant(condition.Says[0])}{condition.Says[1..]}, and it was on {cct.Words()}.");
            }

            if (condition.Test == ConditionTest.Ask && facts.FirstPost == false)
            {
                yield return new ClaimCut("not-the-first-post", $"The rule of that day asked for {char.ToLowerInvariant(condition.Says[0])}{condition.Says[1..]}.");
            }
        }

        if (facts.SessionsAfter > full.Number)
        {
            yield return new ClaimCut("over-the-sessions", $"{FigureText.Count(facts.SessionsAfter - full.Number.Value, "sessions")} a week above {full.Text} {(facts.SessionsAfter - full.Number.Value == 1 ? "is" : "are")} not paid for.");
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
        var ask = figures.PlrCap.History.Values.LastOrDefault(value => value.Nations.Includes(nation) && value.Ask is not null)?.Ask ?? "your integrated care board";
        var told = $"{says.TrimEnd('.')}: ask {ask}.";
        return new PracticeClaim { Verdict = Verdict.Unknown, Says = told, Cut = [], Reasons = [new Reason("no-scheme", told, Status.NotFound, Ask: ask)] };
    }

    private static DateOnly EndOfYear(DateOnly day) => new(day.Month < 4 ? day.Year : day.Year + 1, 3, 31);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private sealed record Part(NetworkRuleSet Rules, DateOnly From, DateOnly To);
}
