using System.Globalization;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>Finds which schemes for GPs are open to somebody on a day. A condition that only a person can judge is never answered yes.</summary>
public static class SchemesFinder
{
    private static readonly string[] states = ["Open", "Open, but not to you", "Closed", "Local", "Not known"];

    /// <summary>Finds the schemes.</summary>
    /// <param name="facts">What the GP told us.</param>
    /// <param name="figures">The schemes, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static SchemesFor Find(GpPosition facts, SchemeFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var conditions = figures.InitiativeConditions.At(on, nation, row => (row.Scheme, row.Key));
        var about = figures.AboutMonths.At(on, nation);
        var schemes = figures.Initiatives.At(on, nation, row => row.Key)
            .Select(scheme => For(scheme, conditions.Where(condition => condition.Scheme == scheme.Key), facts, about.Number ?? 0, on))
            .OrderBy(scheme => scheme.State)
            .ThenBy(scheme => ToAsk(scheme.Conditions))
            .ToList();
        var open = schemes.Where(scheme => scheme.State == SchemeState.Open).ToList();
        return new SchemesFor
        {
            Verdict = open.Count > 0 ? Verdict.Yes
                : schemes.Exists(scheme => scheme.State is SchemeState.Local or SchemeState.Unknown) || schemes.Count == 0 ? Verdict.Unknown
                : Verdict.No,
            Says = open.Count switch
            {
                0 => $"We know of no national scheme in {nation.Name()} that is open to you on {on.Words()}.",
                1 => $"One scheme is open to you: {open[0].Name}.",
                _ => $"{open.Count} schemes are open to you, as far as you told us: {string.Join(", ", open.Select(scheme => scheme.Name))}.",
            },
            Schemes = schemes,
            Reasons = schemes.Count == 0
                ? [new Reason("no-schemes", $"No scheme that had begun by {on.Words()} is held for {nation.Name()}.", Status.NotFound, Ask: "your training body or health board")]
                : [.. schemes.Select(scheme => new Reason(scheme.Key, $"{scheme.Name}: {scheme.Because}", scheme.Status, SourceId: scheme.Source,
                    Ask: scheme.State is SchemeState.Local or SchemeState.Unknown ? scheme.Runs : null))],
            Milestones = [.. Changes(figures, schemes, on, nation)],
            Tables =
            [
                new AnswerTable("schemes", "Schemes, as they stand for you",
                    [new("scheme", "Scheme"), new("state", "State"), new("since", "Since"), new("money", "Money and time"), new("runs", "Who runs it"),
                        new("next", "Next"), new("status", "How sure")],
                    [.. schemes.Select(scheme => (IReadOnlyList<AnswerCell>)[scheme.Name, State(scheme), scheme.Since, scheme.Money,
                        Sentences.UpperFirst(scheme.Runs), scheme.Apply, scheme.Status])]),
                new AnswerTable("conditions", "The conditions, one by one", [new("scheme", "Scheme"), new("condition", "Condition"), new("met", "Met")],
                    [.. schemes.SelectMany(scheme => scheme.Conditions.Select(condition => (IReadOnlyList<AnswerCell>)[scheme.Name, condition.Says,
                        condition.Met switch { true => "met", false => "not met", _ => "ask" }]))]),
            ],
        };
    }

    private static SchemeFor For(Initiative scheme, IEnumerable<InitiativeCondition> conditions, GpPosition facts, decimal about, DateOnly on)
    {
        scheme.Trace(scheme.Money);
        List<ConditionMet> met = [.. conditions.Select(condition => new ConditionMet(condition.Key, condition.Says, Met(condition, facts, about, on)))];
        var against = met.Where(condition => condition.Met == false).ToList();
        var toAsk = ToAsk(met);
        var state = scheme.State == SchemeState.Open && against.Count > 0 ? SchemeState.OpenNotToYou : scheme.State;
        var because = state switch
        {
            SchemeState.Open => toAsk == 0 ? "open to you." : $"open; {toAsk} condition{(toAsk == 1 ? "" : "s")} to be asked about.",
            SchemeState.OpenNotToYou => $"open, but it asks for {string.Join("; ", against.Select(condition => Sentences.LowerFirst(condition.Says)))}.",
            _ => scheme.Standing,
        };
        return new SchemeFor(scheme.Key, scheme.Name, state, scheme.Since, scheme.Note is null ? because : $"{because} {scheme.Note}.", met, scheme.Money,
            scheme.Runs, scheme.Apply, scheme.Source, scheme.Status);
    }

    private static int ToAsk(IReadOnlyList<ConditionMet> conditions) => conditions.Count(condition => condition.Met is null);

    // What is still to be asked about is no plain yes.
    private static string State(SchemeFor scheme) =>
        scheme.State == SchemeState.Open && ToAsk(scheme.Conditions) is > 0 and var left ? $"Open; ask about {left}"
            : scheme.State == SchemeState.Open ? "Open to you"
            : states[(int)scheme.State];

    private static bool? Met(InitiativeCondition condition, GpPosition facts, decimal about, DateOnly on)
    {
        var number = decimal.TryParse(condition.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return condition.Test switch
        {
            ConditionTest.Role => condition.Value!.Split(' ')
                .Any(role => string.Equals(role.Replace("-", "", StringComparison.Ordinal), facts.Role.ToString(), StringComparison.OrdinalIgnoreCase)),
            ConditionTest.Setting => facts.Setting is { } setting ? string.Equals(condition.Value, setting.ToString(), StringComparison.OrdinalIgnoreCase) : null,
            ConditionTest.CctWithin => facts.Cct is { } cct ? cct <= on && !(cct.MonthsOn((int)number) < on) : null,
            ConditionTest.CctFrom => facts.Cct is { } ends ? ends >= DateOnly.ParseExact(condition.Value!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            ConditionTest.OutOver => facts.MonthsOut is { } months ? months > number : null,
            ConditionTest.OutAtMost => facts.MonthsOut is { } months ? months <= number : null,
            ConditionTest.OutBelow => facts.MonthsOut is { } months ? months < number : null,
            ConditionTest.OutLeast => facts.MonthsOut is { } months ? months >= number : null,
            ConditionTest.OutAboutLeast => facts.MonthsOut is not { } months || Math.Abs(months - number) <= about ? null : months > number,
            ConditionTest.Visa => facts.Visa,
            ConditionTest.SessionsBelow => facts.Sessions < number ? true : null,
            ConditionTest.SessionsLeast => facts.Sessions is { } sessions ? sessions >= number : null,
            ConditionTest.WantedMore => facts.SessionsWanted > facts.Sessions ? true : null,
            ConditionTest.WantedAtMost => facts.SessionsWanted <= number ? true : null,
            ConditionTest.Mentors => facts.Mentors,
            _ => null,
        };
    }

    // The next change that is known of a scheme that stands today, so that a last day is not missed.
    private static IEnumerable<Milestone> Changes(SchemeFigures figures, IEnumerable<SchemeFor> schemes, DateOnly on, Nation nation) => schemes
        .Where(scheme => scheme.State is SchemeState.Open or SchemeState.OpenNotToYou)
        .Select(scheme => (scheme, next: figures.Initiatives.Where(row => row.Key == scheme.Key && row.Nation.Includes(nation) && row.From > on).MinBy(row => row.From)))
        .Where(change => change.next is not null)
        .Select(change => (change.scheme, change.next, last: change.next!.From!.Value.AddDays(-1)))
        .OrderBy(change => change.last)
        .Select(change => new Milestone($"last-day-{change.scheme.Key}", change.last, change.last, $"{change.scheme.Name} is as it is now until this day",
            "gp-workforce", nation.ToNations(), change.next!.Status)
        { SourceId = change.next.Source, Note = change.next.Note });
}
