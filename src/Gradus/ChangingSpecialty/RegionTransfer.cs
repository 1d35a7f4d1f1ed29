using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ChangingSpecialty;

/// <summary>The programme from which somebody wants to move.</summary>
[JsonConverter(typeof(Keys<TransferProgramme>))]
public enum TransferProgramme
{
    /// <summary>Specialty training.</summary>
    [Choice("Specialty training")]
    Specialty,
    /// <summary>Core training.</summary>
    [Choice("Core training")]
    Core,
    /// <summary>GP training.</summary>
    [Choice("GP training")]
    Gp,
    /// <summary>The foundation programme.</summary>
    [Choice("Foundation programme")]
    Foundation,
    /// <summary>A locum appointment for training.</summary>
    [Choice("Locum appointment for training (LAT)")]
    Lat,
    /// <summary>Dental training.</summary>
    Dental,
    /// <summary>Pharmacy training.</summary>
    Pharmacy,
    /// <summary>A military post.</summary>
    Military,
}

/// <summary>What a doctor tells us about a move to another region.</summary>
public sealed record RegionTransferQuestion : ToolFacts
{
    /// <summary>The ground.</summary>
    [Fact("Your ground", "a ground: 1A, 1B, 2, 3, 4 or 5", Example = "3", KeysOf = "changing-specialty/transfer-criteria.criterion", NamedBy = "name", IsSensitive = true)]
    public required string Criterion { get; init; }

    /// <summary>The last day of the programme as it stands.</summary>
    [Fact("Your programme ends on", "the last day of the programme as it stands", Example = "2029-08-07", Hint = "As your training record has it, at the hours you work now.")]
    public required DateOnly ProgrammeEnds { get; init; }

    /// <summary>The percentage of full time; 100 when left out.</summary>
    [Fact("Your hours", "a percentage of full time, from 10 to 100", Example = "100", Unit = "%", Places = 0), Range(typeof(decimal), "10", "100")]
    public decimal? Percent { get; init; }

    /// <summary>The day on which things changed.</summary>
    [Fact("Your circumstances changed on", "the day of the change", Example = "2026-10-01", Hint = "Grounds 1 to 4: it must have happened.", IsSensitive = true)]
    public DateOnly? ChangedOn { get; init; }

    /// <summary>The programme; one that may transfer when left out.</summary>
    [Fact("Your programme", "a programme")]
    public TransferProgramme? Programme { get; init; }

    /// <summary>The last ARCP outcome.</summary>
    [Fact("Your last ARCP outcome", "an outcome", Example = "1")]
    public ArcpOutcome? Outcome { get; init; }
}

/// <summary>The figures and tables that a transfer rests on.</summary>
public sealed record TransferFigures
{
    /// <summary>Months that must be left.</summary>
    public required Figure TransferTimeLeft { get; init; }
    /// <summary>Weeks before the window for signatures.</summary>
    public required Figure TransferSignatures { get; init; }
    /// <summary>Windows for which evidence serves.</summary>
    public required Figure TransferEvidenceLife { get; init; }
    /// <summary>The grounds.</summary>
    public required IReadOnlyList<TransferCriterion> TransferCriteria { get; init; }
    /// <summary>The windows.</summary>
    public required IReadOnlyList<TransferWindowRow> TransferWindows { get; init; }
    /// <summary>Which programmes may transfer.</summary>
    public required IReadOnlyList<TransferProgrammeRow> TransferProgrammes { get; init; }
    /// <summary>The conditions.</summary>
    public required IReadOnlyList<ConditionRow> TransferConditions { get; init; }
    /// <summary>Rules that no longer hold.</summary>
    public required IReadOnlyList<FormerRule> NoLonger { get; init; }
}

/// <summary>A ground for a transfer.</summary>
public sealed record TransferCriterion : TableRow
{
    /// <summary>Its number.</summary>
    public required string Criterion { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Its priority.</summary>
    public required int Group { get; init; }
    /// <summary>Whether a change must have happened.</summary>
    public required bool NeedsChange { get; init; }
}

/// <summary>A window that comes back each year.</summary>
public sealed record TransferWindowRow : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>Its month.</summary>
    public required int Month { get; init; }
    /// <summary>Months from it to the first move.</summary>
    public required int MovesFrom { get; init; }
    /// <summary>Months from it to the last move.</summary>
    public required int MovesTo { get; init; }
}

/// <summary>Whether a programme may transfer.</summary>
public sealed record TransferProgrammeRow : TableRow
{
    /// <summary>The programme.</summary>
    public required TransferProgramme Programme { get; init; }
    /// <summary>Whether it may.</summary>
    public required bool May { get; init; }
}

/// <summary>Whether a transfer between regions can be asked for, with what priority, in which window. Places decide: being eligible promises none.</summary>
public sealed record RegionTransfer : ToolAnswer
{
    /// <summary>The priority group, 1 is first; <c>null</c> where no rule is held.</summary>
    public int? Group { get; init; }

    /// <summary>The first day of the month of the first move after the window; <c>null</c> where no rule is held. Only the month is published.</summary>
    public DateOnly? EarliestMove { get; init; }

    /// <summary>Whole months from that day to the end of the programme.</summary>
    public int? MonthsLeft { get; init; }

    /// <summary>The window to apply in; <c>null</c> where no rule is held.</summary>
    public TransferWindow? Window { get; init; }

    /// <summary>The windows for which evidence made for it serves, that one first.</summary>
    public IReadOnlyList<string> EvidenceServes { get; init; } = [];

    /// <summary>The conditions, each as it stands.</summary>
    public IReadOnlyList<ConditionResult> Conditions { get; init; } = [];

    /// <summary>What people still quote and what no longer holds.</summary>
    public IReadOnlyList<string> NoLonger { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Window is { } window)
        {
            yield return new ValuesPart("Your transfer",
                [("Priority group", $"{Group} of 4", null), ("Window", window.First.MonthWords(), window.Status),
                    ("Moves", $"{window.MovesFrom.MonthWords()} to {window.MovesTo.MonthWords()}", window.Status),
                    ("Months left at the earliest move", $"{MonthsLeft}", Status.Computed)]);
        }

        if (Conditions.Any(condition => condition.Helps is not null))
        {
            yield return new ListPart("Evidence",
                [.. Conditions.Where(condition => condition.Helps is not null).Select(condition => condition.Helps!),
                    .. EvidenceServes.Count == 0 ? Array.Empty<string>() : [$"It serves in {string.Join(", ", EvidenceServes)}."]]);
        }

        if (NoLonger.Count > 0)
        {
            yield return new ListPart("What no longer holds", NoLonger);
        }
    }
}

/// <summary>A window for transfers, known by its months only.</summary>
/// <param name="First">The first day of its month.</param>
/// <param name="Last">The last day of its month.</param>
/// <param name="MovesFrom">The first day of the month of the first moves.</param>
/// <param name="MovesTo">The last day of the month of the last moves.</param>
/// <param name="Precision">How exactly its days are known.</param>
/// <param name="Status">How sure we are.</param>
public sealed record TransferWindow(DateOnly First, DateOnly Last, DateOnly MovesFrom, DateOnly MovesTo, Precision Precision, Status Status);
