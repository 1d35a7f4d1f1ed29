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
    /// <summary>Whether the credits a year are only recommended; <c>null</c> where there are none.</summary>
    public bool? YearRecommended { get; init; }
    /// <summary>Credits in five years; <c>null</c> where none are asked for, or none were found.</summary>
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
    /// <summary>Whether the least is only recommended.</summary>
    public required bool Recommended { get; init; }
    /// <summary>Whether what is of this kind is of no other kind of the college that stands alone.</summary>
    public required bool Alone { get; init; }
    /// <summary>The key of the kind that it is counted inside: what lies above the most is taken off that kind, and not off the year; <c>null</c> for none.</summary>
    public string? Inside { get; init; }
}

/// <summary>A kind, as it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">Its name.</param>
/// <param name="Per">Over which time it is counted.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Least">What is asked for, or recommended, at least; <c>null</c> for nothing.</param>
/// <param name="Recommended">Whether the least is only recommended.</param>
/// <param name="Most">What is counted at most; <c>null</c> for all.</param>
/// <param name="Told">What was told; <c>null</c> for nothing.</param>
/// <param name="Counted">What of it counts as this kind; <c>null</c> where nothing was told.</param>
/// <param name="Short">What is missing to the least; <c>null</c> where nothing is asked for or told.</param>
/// <param name="NotCounted">What of it does not count as this kind: above its own most, or above that of a kind inside it.</param>
public sealed record CpdKindStatus(string Key, string Kind, CpdTime Per, string Unit, decimal? Least, bool Recommended, decimal? Most, decimal? Told,
    decimal? Counted, decimal? Short, decimal NotCounted);

/// <summary>What is missing of a college's CPD; <c>null</c> where the college asks for no number, none was found, or nothing was told.</summary>
public sealed record CpdGap : ToolAnswer
{
    /// <summary>Credits asked for, or recommended, in a year.</summary>
    public decimal? YearTarget { get; init; }
    /// <summary>Whether they are only recommended.</summary>
    public bool? YearRecommended { get; init; }
    /// <summary>Credits of the year that count: what lies above the most of a kind does not, unless it is counted inside another.</summary>
    public decimal? YearCounted { get; init; }
    /// <summary>Missing of the year; 0 where nothing is.</summary>
    public decimal? YearShort { get; init; }
    /// <summary>Credits asked for in the cycle.</summary>
    public decimal? CycleTarget { get; init; }
    /// <summary>Missing of the cycle; 0 where nothing is.</summary>
    public decimal? CycleShort { get; init; }
    /// <summary>The kinds of the college.</summary>
    public required IReadOnlyList<CpdKindStatus> Kinds { get; init; }
}
