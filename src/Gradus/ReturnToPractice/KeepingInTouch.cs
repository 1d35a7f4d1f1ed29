using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ReturnToPractice;

/// <summary>The kind of days that can be worked during parental leave.</summary>
[JsonConverter(typeof(Keys<ContactKind>))]
public enum ContactKind
{
    /// <summary>Keeping in touch, in maternity or adoption leave.</summary>
    [Choice("KIT days (maternity or adoption leave)")]
    Kit,
    /// <summary>Keeping in touch in shared parental leave, for each parent.</summary>
    [Choice("SPLIT days (shared parental leave)")]
    Split,
}

/// <summary>What a doctor on parental leave tells us.</summary>
public sealed record ContactDays : ToolFacts
{
    /// <summary>Which days are meant.</summary>
    [Fact("Which days", "kit or split")]
    public required ContactKind Kind { get; init; }

    /// <summary>The first day of the leave.</summary>
    [Fact("First day of your leave", "the first day of the leave", Example = "2026-09-01")]
    public required DateOnly LeaveFrom { get; init; }

    /// <summary>The last day of the leave, inside.</summary>
    [Fact("Last day of your leave", "the last day of the leave", Example = "2027-08-30")]
    public required DateOnly LeaveTo { get; init; }

    /// <summary>The day of the birth; left out for an adoption, or when it lies ahead.</summary>
    [Fact("Day of the birth", "the day of the birth", Example = "2026-09-14", Hint = "Leave it empty for an adoption.", IsSensitive = true)]
    public DateOnly? Birth { get; init; }

    /// <summary>The first day of annual leave that was saved up and is taken after the parental leave.</summary>
    [Fact("Saved-up annual leave begins", "the first day of saved-up annual leave after the parental leave", Example = "2027-07-26")]
    public DateOnly? AccruedLeaveFrom { get; init; }

    /// <summary>The days worked or planned, in any order; a part of a day is a day.</summary>
    [Fact("Days worked or planned", "days, one a line", Example = "2027-02-03")]
    [MaxLength(100)]
    public IReadOnlyList<DateOnly> Used { get => field ?? []; init; }
}

/// <summary>The dated figures of keeping in touch.</summary>
public sealed record KeepingInTouchFigures
{
    /// <summary>KIT days in one leave, at most.</summary>
    public required Figure KitDays { get; init; }
    /// <summary>SPLIT days for each parent, at most.</summary>
    public required Figure SplitDays { get; init; }
    /// <summary>Weeks from the birth in which nobody works.</summary>
    public required Figure NoWorkWeeks { get; init; }
}

/// <summary>A day that does not count as a KIT or SPLIT day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Why">Why not, as one sentence.</param>
public sealed record RefusedDay(DateOnly Date, string Why);

/// <summary>How many days are left.</summary>
public sealed record KeepingInTouch : ToolAnswer
{
    /// <summary>Days left; <c>null</c> where the nation has no figure.</summary>
    public int? Left { get; init; }

    /// <summary>Days that do not count, and why, earliest first.</summary>
    public required IReadOnlyList<RefusedDay> Refused { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() =>
        Refused.Count == 0 ? [] : [new ListPart("Days that do not count", [.. Refused.Select(day => $"{day.Date.Words()}: {day.Why}")])];
}
