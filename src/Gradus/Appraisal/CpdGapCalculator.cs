using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Appraisal;

/// <summary>
/// Sets what a doctor has of CPD beside what the college asks: totals of the year and the cycle, and the least and most of each kind. What is only recommended
/// stands apart and decides nothing. The GMC asks for no number.
/// </summary>
public static class CpdGapCalculator
{
    /// <summary>Works out the credits still missing this year and in the cycle, by kind; never below 0.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The colleges, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about; colleges ask the same in all.</param>
    public static CpdGap Calculate(CpdDone facts, CpdFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var rows = figures.CpdKinds.At(on, nation, row => row.Key).Where(row => row.College == facts.College).ToList();
        var told = facts.Kinds.ToDictionary(kind => kind.Key, kind => kind.Number);
        var kinds = rows.ConvertAll(row => Stands(row, rows, told));
        var college = figures.CpdByCollege.At(on, nation, row => row.Key).FirstOrDefault(row => row.Key == facts.College);
        if (college is null || (college is { CreditsYear: null, CreditsCycle: null } && kinds.Count == 0))
        {
            return None(facts, college, kinds, figures.CpdByCollege.First(row => row.Key == facts.College).College, on);
        }

        var over = rows.Where(row => row is { Per: CpdTime.Year, Unit: "credits", Inside: null }).Sum(row => Over(row, told));
        var counted = facts.Year - over;
        var (year, cycle) = (Short(college.CreditsYear, counted), Short(college.CreditsCycle, facts.Cycle));
        var isYearAsked = college is { CreditsYear: not null, YearRecommended: not true };
        var thisYear = year > 0 ? $"{year:0.##} of {FigureText.Count(college.CreditsYear!.Value, "credits")} this year" : null;
        List<string> missing =
        [
            .. isYearAsked && thisYear is not null ? [thisYear] : Array.Empty<string>(),
            .. cycle > 0 ? [$"{cycle:0.##} of {FigureText.Count(college.CreditsCycle!.Value, "credits")} in five years"] : Array.Empty<string>(),
            .. kinds.Where(kind => kind is { Recommended: false, Short: > 0 }).Select(Missing),
        ];
        List<string> fewer = [.. !isYearAsked && thisYear is not null ? [thisYear] : Array.Empty<string>(),
            .. kinds.Where(kind => kind is { Recommended: true, Short: > 0 }).Select(Missing)];
        var isAsked = isYearAsked || college.CreditsCycle is not null || kinds.Exists(kind => kind is { Least: not null, Recommended: false });
        List<string> untold =
        [
            .. isYearAsked && facts.Year is null ? ["the credits of this year"] : Array.Empty<string>(),
            .. college.CreditsCycle is not null && facts.Cycle is null ? ["the credits of five years"] : Array.Empty<string>(),
            .. kinds.Where(kind => kind is { Least: not null, Recommended: false, Told: null }).Select(kind => Named(kind.Kind)),
        ];
        var isToldNothing = facts is { Year: null, Cycle: null, Kinds.Count: 0 };
        var stands = missing.Count > 0 ? $"You are missing {Sentences.Listed(missing)}"
            : !isAsked ? $"Your college was not seen to ask for a number{(college.CreditsYear is { } advised && fewer.Count == 0 ? $"; {FigureText.Count(advised, "credits")} a year are recommended{(counted is { } reached ? $", and you have {reached:0.##}" : "")}" : "")}"
            : isToldNothing ? $"Your college asks for {Asked(college)}: tell us what you have"
            : untold.Count > 0 ? $"Nothing is missing of what you told us; still to tell: {Sentences.Listed(untold)}"
            : "Nothing that your college asks for is missing";
        return new CpdGap
        {
            Verdict = missing.Count > 0 ? Verdict.NotYet : untold.Count > 0 || !isAsked ? Verdict.Unknown : Verdict.Yes,
            Says = $"{stands}{(fewer.Count > 0 ? $"; fewer than recommended: {Sentences.Listed(fewer)}" : "")}.",
            YearTarget = college.CreditsYear,
            YearRecommended = college.YearRecommended,
            YearCounted = counted,
            YearShort = year,
            CycleTarget = college.CreditsCycle,
            CycleShort = cycle,
            Kinds = kinds,
            Reasons =
            [
                college.Because("college", $"{college.College}: {Asked(college)}.{(college.Note is null ? "" : $" {college.Note}.")}", Asked(college)),
                .. rows.Select((row, place) => row.Because(row.Key,
                    $"{row.Kind}: {Limits(row)}{Has(row, kinds[place], rows, told)}.{(row.Note is null ? "" : $" {row.Note}.")}", Limits(row))),
            ],
            Working =
            [
                .. counted is { } has && college.CreditsYear is { } target
                    ? [Less(isYearAsked ? "The year" : "The year, recommended", target, has,
                        over > 0 ? $"({facts.Year:0.##} − {over:0.##} above the most of a kind)" : $"{has:0.##}")]
                    : Array.Empty<WorkingLine>(),
                .. facts.Cycle is { } all && college.CreditsCycle is { } five ? [Less("The five years", five, all, $"{all:0.##}")] : Array.Empty<WorkingLine>(),
            ],
            Tables = kinds.Count == 0
                ? []
                : [new AnswerTable("kinds", "Kind by kind",
                    [new("kind", "Kind"), new("per", "In"), new("least", "At least"), new("most", "Counted at most"), new("told", "You have"),
                        new("counted", "Counts"), new("short", "Missing")],
                    [.. kinds.Select(kind => (IReadOnlyList<AnswerCell>)[kind.Kind, kind.Per == CpdTime.Year ? "a year" : "five years",
                        kind.Least is { } least ? $"{least:0.##}{(kind.Recommended ? " recommended" : "")}" : "", kind.Most, kind.Told, kind.Counted,
                        kind.Short])])],
            Warnings = [.. Unused(facts, college)],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(CpdDone facts, CpdFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Cycle < facts.Year)
        {
            errors.Add("cycle", $"Expected {facts.Year:0.##} or more: this year’s credits are among those of the cycle.");
        }

        foreach (var (index, kind) in facts.Kinds.Index())
        {
            var row = figures.CpdKinds.FirstOrDefault(row => row.Key == kind.Key);
            if (row is not null && row.College != facts.College)
            {
                errors.Add($"kinds[{index}].key",
                    figures.CpdKinds.Where(own => own.College == facts.College).Select(own => own.Key).ToList() is { Count: > 0 } own
                        ? $"Expected a kind of your own college: {string.Join(", ", own)}."
                        : "Expected no kinds: your college was not seen to ask for a number of any kind.");
            }
            else if (facts.Kinds.Take(index).Any(other => other.Key == kind.Key))
            {
                errors.Add($"kinds[{index}].key", $"Expected each kind once: “{kind.Key}” is there already.");
            }
            else if (row is { Unit: "credits" } && OfEveryKind(facts, row.Per) is { } all && kind.Number > all)
            {
                errors.Add($"kinds[{index}].number", $"Expected no more than {all:0.##}, your credits of every kind.");
            }
            else if (row?.Inside is { } outer && facts.Kinds.FirstOrDefault(other => other.Key == outer) is { } around && kind.Number > around.Number)
            {
                errors.Add($"kinds[{index}].number", $"Expected no more than {around.Number:0.##}: they are among “{outer}”.");
            }
            else if (row is { Alone: true, Unit: "credits" } && Left(facts, figures, row.Per, index) is { } left && kind.Number > left)
            {
                errors.Add($"kinds[{index}].number",
                    $"Expected no more than {Math.Max(0, left):0.##}: these kinds exclude each other, and together they are more than your {OfEveryKind(facts, row.Per):0.##} credits of every kind.");
            }
        }
    }

    // The year's credits are among those of the cycle, so where only the cycle was told they are no more than it.
    private static decimal? OfEveryKind(CpdDone facts, CpdTime per) => per == CpdTime.Year ? facts.Year ?? facts.Cycle : facts.Cycle;

    // What kinds that exclude each other leave of the credits of every kind, before one of them.
    private static decimal? Left(CpdDone facts, CpdFigures figures, CpdTime per, int before) =>
        OfEveryKind(facts, per) - facts.Kinds.Take(before)
            .Where(kind => figures.CpdKinds.Any(row => row is { Alone: true, Unit: "credits" } && row.Key == kind.Key && row.Per == per && row.College == facts.College))
            .Sum(kind => kind.Number);

    private static IEnumerable<Warning> Unused(CpdDone facts, CollegeCpd? college)
    {
        if (facts.Year is not null && college?.CreditsYear is null)
        {
            yield return new Warning("year", "This college was not seen to ask for credits a year, so none are counted.");
        }

        if (facts.Cycle is not null && college?.CreditsCycle is null)
        {
            yield return new Warning("cycle", "This college was not seen to ask for credits in five years, so none are counted.");
        }
    }

    private static CpdGap None(CpdDone facts, CollegeCpd? college, List<CpdKindStatus> kinds, string name, DateOnly on)
    {
        var isKnown = college is not null && college.Status != Status.NotFound;
        var says = isKnown
            ? $"{name}: no number of credits is asked for, so there is none to compare with."
            : $"{name}: no number was found for {on.Words()}, so there is none to compare with: ask the college.";
        return new CpdGap
        {
            Verdict = Verdict.Unknown,
            Says = says,
            Kinds = kinds,
            Reasons = [college is null
                ? new Reason("college", says, Status.NotFound, Ask: "the college")
                : college.Because("college", college.Note is null ? says : $"{college.Note}.", isKnown ? "no number" : "not found") with { Ask = isKnown ? null : "the college" }],
            Warnings = [.. Unused(facts, college)],
        };
    }

    private static CpdKindStatus Stands(CpdKind row, IReadOnlyList<CpdKind> rows, Dictionary<string, decimal> told)
    {
        decimal? has = told.TryGetValue(row.Key, out var number) ? number : null;
        var over = Math.Min(has ?? 0, Over(row, told) + OverInside(row, rows, told));
        return new CpdKindStatus(row.Key, row.Kind, row.Per, row.Unit, row.Least, row.Recommended, row.Most, has, has - over, Short(row.Least, has - over), over);
    }

    private static decimal Over(CpdKind row, Dictionary<string, decimal> told) =>
        row.Most is { } most && told.TryGetValue(row.Key, out var number) ? Math.Max(0, number - most) : 0;

    private static decimal OverInside(CpdKind row, IReadOnlyList<CpdKind> rows, Dictionary<string, decimal> told) =>
        rows.Where(inner => inner.Inside == row.Key).Sum(inner => Over(inner, told));

    private static decimal? Short(decimal? target, decimal? told) => target is { } asked && told is { } has ? Math.Max(0, asked - has) : null;

    private static WorkingLine Less(string of, decimal target, decimal has, string hasInWords) =>
        new($"{of}: {target:0.##} − {hasInWords} {(has > target ? "is below 0, so nothing is missing" : $"= {target - has:0.##}")}");

    private static string Asked(CollegeCpd college) => (college.CreditsYear, college.CreditsCycle) switch
    {
        ({ } year, { } cycle) => $"{year:0} credits a year{Advice(college.YearRecommended == true)} and {cycle:0} in five years",
        ({ } year, _) => $"{year:0} credits a year{Advice(college.YearRecommended == true)}",
        (_, { } cycle) => $"{cycle:0} credits in five years",
        _ => "no number in all",
    };

    private static string Advice(bool isRecommended) => isRecommended ? " (recommended)" : "";

    private static string Limits(CpdKind row) =>
        $"{(row.Least is { } least ? $"at least {FigureText.Count(least, row.Unit)}" : $"at most {FigureText.Count(row.Most ?? 0, row.Unit)} count")} {(row.Per == CpdTime.Year ? "a year" : "in five years")}{Advice(row.Recommended)}";

    private static string Has(CpdKind row, CpdKindStatus kind, IReadOnlyList<CpdKind> rows, Dictionary<string, decimal> told) =>
        kind.Told is not { } has ? ""
        : OverInside(row, rows, told) > 0 ? $"; you have {has:0.##}, of which {kind.Counted:0.##} count, because {kind.NotCounted:0.##} of {Sentences.Listed([.. rows.Where(inner => inner.Inside == row.Key).Select(inner => $"“{Named(inner.Kind)}”")])} are above the most"
        : kind.NotCounted > 0 ? $"; you have {has:0.##}, so {kind.NotCounted:0.##} {(kind.NotCounted == 1 ? "does" : "do")} not count{(row.Inside is { } outer ? $" as “{Named(rows.First(other => other.Key == outer).Kind)}”" : "")}"
        : $"; you have {has:0.##}";

    private static string Missing(CpdKindStatus kind) =>
        $"{kind.Short:0.##} of {FigureText.Count(kind.Least ?? 0, kind.Unit)} {(kind.Per == CpdTime.Year ? "this year" : "in five years")} ({Named(kind.Kind)})";

    // A kind in a sentence: without the college, which the sentence is about.
    private static string Named(string kind) => Sentences.LowerFirst(kind.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? kind[..at] : kind);
}
