using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.VolunteeringAbroad;

/// <summary>What a doctor tells us for a plan of volunteering.</summary>
public sealed record VolunteeringQuestion : ToolFacts
{
    /// <summary>The day on which they begin to prepare; left out, the date asked about.</summary>
    [Fact("The day on which you begin to prepare", "a day", Example = "2027-01-04", Hint = "Left out, it is today.")]
    public DateOnly? StartFrom { get; init; }

    /// <summary>The day on which they want to begin there.</summary>
    [Fact("The first day there", "a day", Example = "2027-09-06", Hint = "Left out, it is as soon as can be.")]
    public DateOnly? WorkFrom { get; init; }

    /// <summary>Months there.</summary>
    [Fact("How many months there", "whole months from 1 to 60", Example = "9", Unit = "months"), Range(1, 60)]
    public required int Months { get; init; }

    /// <summary>Whether they are in a training programme.</summary>
    [Fact("Are you in a training programme?", "true or false")]
    public bool? InTraining { get; init; }

    /// <summary>The planned end of training.</summary>
    [Fact("Last day of training as planned", "the last day of training as planned", Example = "2030-08-06", Hint = "Time out for experience moves it.")]
    public DateOnly? PlannedEnd { get; init; }

    /// <summary>Since when they are a member of a defence body.</summary>
    [Fact("Member of a defence body since", "a day", Example = "2024-08-07")]
    public DateOnly? MemberSince { get; init; }

    /// <summary>Own estimates of waits, weeks by step.</summary>
    [Fact("Your own estimates, in weeks, by step", "whole weeks from 0 to 520 by the key of a step",
        Hint = "For a wait that is not known. Leave one out to clear it."), Range(0, 520)]
    public IReadOnlyDictionary<string, int> Mine { get => field ?? new Dictionary<string, int>(); init; }

    /// <summary>The steps that are done, by key.</summary>
    [Fact("Steps that are done", "keys of steps", Example = "va-supervisor", Hint = "Easier in the plan’s table of steps, which has a button for each."), MaxLength(40)]
    public IReadOnlyList<string> Done { get => field ?? []; init; }

    /// <summary>Says what is wrong between the facts.</summary>
    internal static void Check(VolunteeringQuestion facts, VolunteeringFigures figures, FieldErrors errors)
    {
        StepPlanner.CheckDays(facts.StartFrom, facts.WorkFrom, errors);

        if (facts is { PlannedEnd: not null, InTraining: false })
        {
            errors.Add("plannedEnd", "Expected this only in training: here it would have no effect. Leave it out.");
        }

        foreach (var (field, step) in facts.Mine.Keys.Select(step => ("mine." + step, step))
            .Concat(facts.Done.Select((step, i) => ($"done[{i}]", step)))
            .Where(named => !figures.BeforeYouGo.Any(row => row.Id == named.Item2)))
        {
            errors.Add(field, $"Expected the key of a step, such as {figures.BeforeYouGo[0].Id}; the plan lists them.");
        }
    }
}

/// <summary>What the plan reads: its own steps and figures, and the figures of working abroad that hold for it too.</summary>
public sealed record VolunteeringFigures
{
    /// <summary>The figures that tables name in their cells, by the name there.</summary>
    public required IReadOnlyDictionary<string, Figure> NamedInTables { get; init; }

    /// <summary>What being abroad does at home.</summary>
    [FromRoom("working-abroad")]
    public required AtHomeFigures Home { get; init; }

    /// <summary>How long you must have been a member before Medical Protection considers help for humanitarian work.</summary>
    public required Figure DefenceMembership { get; init; }

    /// <summary>How long Medical Protection's humanitarian help lasts in any 12 months, at most.</summary>
    public required Figure DefenceCover { get; init; }

    /// <summary>The time in which Medical Protection's humanitarian help is counted together.</summary>
    public required Figure DefenceCoverWindow { get; init; }

    /// <summary>Months at the end of training in which time out is rarely agreed.</summary>
    [FromRoom("less-than-full-time")]
    public required Figure TimeOutLastMonths { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<StepRow> BeforeYouGo { get; init; }
}

/// <summary>A dated plan of volunteering.</summary>
public sealed record VolunteeringPlan : ToolAnswer
{
    /// <summary>The first day there if every known wait is the longest; no earlier than this.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The first day that the plan takes: the one wished for, or <see cref="FirstDay"/>.</summary>
    public required DateOnly PlannedFirstDay { get; init; }

    /// <summary>The day of being back.</summary>
    public required DateOnly Back { get; init; }

    /// <summary>Days by which the wish cannot be met; 0 when it can by what is known.</summary>
    public required int DaysShort { get; init; }

    /// <summary>Weeks to the first day, by the least known waits.</summary>
    public required decimal WeeksLeast { get; init; }

    /// <summary>Weeks to the first day, by the longest known waits.</summary>
    public required decimal WeeksMost { get; init; }

    /// <summary>Waits that are not known.</summary>
    public required IReadOnlyList<UnknownPart> UnknownWaits { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<DatedStep> Steps { get; init; }

    /// <summary>The longest known way, by key.</summary>
    public required IReadOnlyList<string> CriticalPath { get; init; }

    /// <summary>The first day that a defence body's help does not cover; <c>null</c> when it covers the whole, or nobody says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? UncoveredFrom { get; init; }

    /// <summary>The stretches that a defence body's help does not cover.</summary>
    public IReadOnlyList<DateRange> Uncovered { get; init; } = [];

    /// <summary>The last day of training after time out that earns nothing; <c>null</c> when none was told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? CompletesOn { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new ValuesPart("Your time away",
        [
            ("First day there", PlannedFirstDay.Words(), null),
            ("Back on", Back.Words(), null),
            .. Uncovered.Select(gap => ("Not covered by a defence body", FigureText.Span(gap.First, gap.Last), (Status?)Status.Verify)),
            .. CompletesOn is { } completes ? [("Last day of training then", completes.Words(), (Status?)null)] : Array.Empty<(string, string, Status?)>(),
        ]);
        yield return new ListPart("The longest known way", [.. CriticalPath.Select(id => Steps.First(step => step.Id == id)).Select(step => step.InWords())], IsOrdered: true);
        foreach (var part in StepChecklist.Of(Steps, UnknownWaits, On))
        {
            yield return part;
        }

        if (UnknownWaits.Count > 0)
        {
            yield return new ListPart("Not known, and in no total", [.. UnknownWaits.Select(wait => wait.WordsWithKey())]);
        }
    }
}
