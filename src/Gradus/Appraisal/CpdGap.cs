using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Appraisal;

/// <summary>The time over which something is counted.</summary>
[JsonConverter(typeof(Keys<CpdTime>))]
public enum CpdTime
{
    /// <summary>A year.</summary>
    [Choice("A year")]
    Year,
    /// <summary>The revalidation cycle of five years.</summary>
    [Choice("The cycle of five years")]
    Cycle,
}

/// <summary>What a doctor tells us of their CPD.</summary>
public sealed record CpdDone : ToolFacts
{
    /// <summary>The college whose scheme it is.</summary>
    [Fact("Your college or faculty", "a college", Example = "psychiatrists", KeysOf = "appraisal/cpd-by-college.key", NamedBy = "college")]
    public required string College { get; init; }

    /// <summary>Credits of this CPD year, of every kind.</summary>
    [Fact("Credits this year, of every kind", "credits from 0 to 1000", Example = "42", Unit = "credits")]
    [Range(typeof(decimal), "0", "1000")]
    public decimal? Year { get; init; }

    /// <summary>Credits of the cycle so far, of every kind, this year's among them.</summary>
    [Fact("Credits in your cycle so far, this year’s among them", "credits from 0 to 5000", Example = "190", Unit = "credits")]
    [Range(typeof(decimal), "0", "5000")]
    public decimal? Cycle { get; init; }

    /// <summary>What is counted of each kind.</summary>
    [Fact("By kind", "kinds of your college, each with its number", Hint = "Only kinds of which your college asks for a number, or counts no more than one.")]
    [MaxLength(20)]
    public IReadOnlyList<CpdOfKind> Kinds { get => field ?? []; init; }
}

/// <summary>What is counted of one kind.</summary>
public sealed record CpdOfKind
{
    /// <summary>The kind.</summary>
    [Fact("Kind", "a kind of CPD", Example = "psychiatrists-clinical", KeysOf = "appraisal/cpd-kinds.key", NamedBy = "kind")]
    public required string Key { get; init; }

    /// <summary>How much, in the time and unit of that kind.</summary>
    [Fact("How much", "a number from 0 to 5000", Example = "28")]
    [Range(typeof(decimal), "0", "5000")]
    public required decimal Number { get; init; }
}

/// <summary>What colleges ask.</summary>
public sealed record CpdFigures
{
    /// <summary>The colleges.</summary>
    public required IReadOnlyList<CollegeCpd> CpdByCollege { get; init; }
    /// <summary>The kinds of which they ask for a number, or count no more than one.</summary>
    public required IReadOnlyList<CpdKind> CpdKinds { get; init; }
}

/// <summary>A college as content has it.</summary>
public sealed record CollegeCpd : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>Its name.</summary>
    public required string College { get; init; }
    /// <summary>Credits a year; <c>null</c> where none are asked for, or none were found.</summary>
    public decimal? CreditsYear { get; init; }
    /// <summary>Credits in five years; <c>null</c> likewise.</summary>
    public decimal? CreditsCycle { get; init; }
}

/// <summary>A kind of CPD as content has it.</summary>
public sealed record CpdKind : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>The college's key.</summary>
    public required string College { get; init; }
    /// <summary>Its name.</summary>
    public required string Kind { get; init; }
    /// <summary>Over which time it is counted.</summary>
    public required CpdTime Per { get; init; }
    /// <summary>What is asked for at least; <c>null</c> for nothing.</summary>
    public decimal? Least { get; init; }
    /// <summary>What is counted at most; <c>null</c> for all.</summary>
    public decimal? Most { get; init; }
    /// <summary>What it is counted in.</summary>
    public required string Unit { get; init; }
}

/// <summary>A kind, as it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">Its name.</param>
/// <param name="Per">Over which time it is counted.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Least">What is asked for at least; <c>null</c> for nothing.</param>
/// <param name="Most">What is counted at most; <c>null</c> for all.</param>
/// <param name="Told">What was told; <c>null</c> for nothing.</param>
/// <param name="Short">What is missing to the least; <c>null</c> where nothing is asked for or told.</param>
/// <param name="NotCounted">What lies above the most; 0 where nothing does.</param>
public sealed record CpdKindStands(string Key, string Kind, CpdTime Per, string Unit, decimal? Least, decimal? Most, decimal? Told, decimal? Short, decimal NotCounted);

/// <summary>What is missing of a college's CPD; <c>null</c> where the college asks for no number, none was found, or nothing was told.</summary>
public sealed record CpdGap : ToolAnswer
{
    /// <summary>Credits asked for in a year.</summary>
    public decimal? YearTarget { get; init; }
    /// <summary>Credits of the year that count: what lies above the most of a kind does not.</summary>
    public decimal? YearCounted { get; init; }
    /// <summary>Missing of the year; 0 where nothing is.</summary>
    public decimal? YearShort { get; init; }
    /// <summary>Credits asked for in the cycle.</summary>
    public decimal? CycleTarget { get; init; }
    /// <summary>Missing of the cycle; 0 where nothing is.</summary>
    public decimal? CycleShort { get; init; }
    /// <summary>The kinds of the college.</summary>
    public required IReadOnlyList<CpdKindStands> Kinds { get; init; }
}

/// <summary>Sets what a doctor has of CPD beside what the college asks: totals of the year and the cycle, and the least and most of each kind. The GMC asks for no number.</summary>
public static class CpdGapCalculator
{
    /// <summary>Sets it beside.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The colleges, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about; colleges ask the same in all.</param>
    public static CpdGap Calculate(CpdDone facts, CpdFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var rows = figures.CpdKinds.At(on, nation, row => row.Key).Where(row => row.College == facts.College).ToList();
        var kinds = rows.ConvertAll(row => Stands(row, facts.Kinds.FirstOrDefault(kind => kind.Key == row.Key)?.Number));
        var college = figures.CpdByCollege.At(on, nation, row => row.Key).FirstOrDefault(row => row.Key == facts.College);
        if (college is null || (college is { CreditsYear: null, CreditsCycle: null } && kinds.Count == 0))
        {
            return None(college, kinds, figures.CpdByCollege.First(row => row.Key == facts.College).College, on);
        }

        var over = kinds.Where(kind => kind is { Per: CpdTime.Year, Unit: "credits" }).Sum(kind => kind.NotCounted);
        var counted = facts.Year - over;
        var (year, cycle) = (Short(college.CreditsYear, counted), Short(college.CreditsCycle, facts.Cycle));
        List<string> missing =
        [
            .. year > 0 ? [$"{FigureText.Count(year.Value, "credits")} of the year’s {college.CreditsYear:0}"] : Array.Empty<string>(),
            .. cycle > 0 ? [$"{cycle:0.##} of the {college.CreditsCycle:0} in five years"] : Array.Empty<string>(),
            .. kinds.Where(kind => kind.Short > 0).Select(kind => $"{FigureText.Count(kind.Short!.Value, kind.Unit)} of “{Inside(kind.Kind)}”"),
        ];
        var isOpen = (college.CreditsYear is not null && facts.Year is null) || (college.CreditsCycle is not null && facts.Cycle is null) || kinds.Exists(kind => kind is { Least: not null, Told: null });
        return new CpdGap
        {
            Verdict = missing.Count > 0 ? Verdict.NotYet : isOpen ? Verdict.Unknown : Verdict.Yes,
            Says = missing.Count > 0 ? $"Missing by what you told us: {string.Join("; ", missing)}." : isOpen ? "Nothing is missing of what you told us; tell the rest that your college asks for." : "Nothing is missing of what your college asks for.",
            YearTarget = college.CreditsYear,
            YearCounted = counted,
            YearShort = year,
            CycleTarget = college.CreditsCycle,
            CycleShort = cycle,
            Kinds = kinds,
            Reasons =
            [
                college.Because("college", $"{college.College}: {Asked(college)}.{(college.Note is null ? "" : $" {college.Note}.")}"),
                .. rows.Select((row, place) => row.Because(row.Key, $"{row.Kind}: {Limits(kinds[place])}.{(row.Note is null ? "" : $" {row.Note}.")}")),
            ],
            Working =
            [
                .. counted is { } has && college.CreditsYear is { } target ? new[] { new WorkingLine($"The year: {target:0.##} − {(over > 0 ? $"({facts.Year:0.##} − {over:0.##} above the most of a kind)" : $"{has:0.##}")} = {target - has:0.##}{(target < has ? ", nothing missing" : "")}") } : [],
                .. facts.Cycle is { } all && college.CreditsCycle is { } five ? new[] { new WorkingLine($"The five years: {five:0.##} − {all:0.##} = {five - all:0.##}{(five < all ? ", nothing missing" : "")}") } : [],
            ],
            Tables = kinds.Count == 0 ? [] : [new AnswerTable("kinds", "Kind by kind", [new("kind", "Kind"), new("per", "In"), new("least", "At least"), new("most", "Counted at most"), new("told", "You have"), new("short", "Missing"), new("over", "Not counted")], [.. kinds.Select(kind => (IReadOnlyList<AnswerCell>)[kind.Kind, kind.Per == CpdTime.Year ? "a year" : "five years", kind.Least, kind.Most, kind.Told, kind.Short, kind.NotCounted])])],
            Warnings =
            [
                .. facts.Year is not null && college.CreditsYear is null ? new[] { new Warning("year", "This college was not seen to ask for credits a year, so none are counted.") } : [],
                .. facts.Cycle is not null && college.CreditsCycle is null ? new[] { new Warning("cycle", "This college was not seen to ask for credits in five years, so none are counted.") } : [],
            ],
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
                errors.Add($"kinds[{index}].key", $"Expected a kind of your own college{(figures.CpdKinds.Where(own => own.College == facts.College).Select(own => own.Key).ToList() is { Count: > 0 } own ? $": {string.Join(", ", own)}" : ", which asks for none")}.");
            }
            else if (facts.Kinds.Take(index).Any(other => other.Key == kind.Key))
            {
                errors.Add($"kinds[{index}].key", $"Expected each kind once: “{kind.Key}” is there already.");
            }
            else if (row is { Unit: "credits" } && kind.Number > (row.Per == CpdTime.Year ? facts.Year : facts.Cycle))
            {
                errors.Add($"kinds[{index}].number", "Expected no more than the credits of every kind together.");
            }
        }
    }

    private static CpdGap None(CollegeCpd? college, List<CpdKindStands> kinds, string name, DateOnly on)
    {
        var isKnown = college is not null && college.Status != Status.NotFound;
        var says = isKnown ? $"{name}: no number of credits is asked for, so there is none to compare with." : $"{name}: no number was found for {Dates.DateOnlyExtensions.Words(on)}, so there is none to compare with: ask the college.";
        return new CpdGap
        {
            Verdict = Verdict.Unknown,
            Says = says,
            Kinds = kinds,
            Reasons = [college is null ? new Reason("college", says, Status.NotFound, Ask: "the college") : college.Because("college", college.Note is null ? says : $"{college.Note}.") with { Ask = isKnown ? null : "the college" }],
        };
    }

    private static CpdKindStands Stands(CpdKind row, decimal? told) =>
        new(row.Key, row.Kind, row.Per, row.Unit, row.Least, row.Most, told, Short(row.Least, told), told > row.Most ? told.Value - row.Most.Value : 0);

    private static decimal? Short(decimal? target, decimal? told) => target is { } asked && told is { } has ? Math.Max(0, asked - has) : null;

    private static string Asked(CollegeCpd college) => (college.CreditsYear, college.CreditsCycle) switch
    {
        ({ } year, { } cycle) => $"{year:0} credits a year and {cycle:0} in five years",
        ({ } year, _) => $"{year:0} credits a year",
        (_, { } cycle) => $"{cycle:0} credits in five years",
        _ => "no number in all",
    };

    private static string Limits(CpdKindStands kind) =>
        $"{(kind.Least is { } least ? $"at least {FigureText.Count(least, kind.Unit)}" : $"of {kind.Unit} at most {kind.Most:0} count")} {(kind.Per == CpdTime.Year ? "a year" : "in five years")}{(kind.Told is { } told ? $"; you have {told:0.##}" : "")}";

    private static string Inside(string kind) => char.ToLowerInvariant(kind[0]) + kind[1..];
}
