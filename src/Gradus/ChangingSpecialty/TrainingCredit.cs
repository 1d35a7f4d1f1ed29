using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ChangingSpecialty;

/// <summary>
/// What is known to carry over into a new programme, and when it would be complete with none of it, the usual and the ends of the range. Never a promise: each
/// is decided by the new programme.
/// </summary>
public sealed record TrainingCredit : ToolAnswer
{
    /// <summary>The months usually credited; <c>null</c> where it is decided one by one.</summary>
    public int? UsualMonths { get; init; }

    /// <summary>The fewest of the published range; <c>null</c> where none is published.</summary>
    public int? LeastMonths { get; init; }

    /// <summary>The most, as published; <c>null</c> where no cap is published.</summary>
    public int? MostMonths { get; init; }

    /// <summary>When the new programme would be complete.</summary>
    public required CompletionDates CompletesOn { get; init; }

    /// <summary>The conditions, each as it stands.</summary>
    public required IReadOnlyList<ConditionResult> Conditions { get; init; }

    /// <summary>Who decides.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>What people still quote and what no longer holds.</summary>
    public IReadOnlyList<string> NoLonger { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        List<(string, string, Status?)> dates = [("With none", CompletesOn.None.Words(), Status.Computed)];
        Add(dates, "With the least", LeastMonths, CompletesOn.Least);
        Add(dates, "With the usual", UsualMonths, CompletesOn.Usual);
        Add(dates, "With the most", MostMonths, CompletesOn.Most);
        yield return new ValuesPart("The new programme would be complete on", dates);
        yield return new TextPart("Who decides", [DecidedBy]);
        if (Steps.Count > 0)
        {
            yield return new ListPart("What to do, in order", Steps, IsOrdered: true);
        }

        if (Conditions.Any(condition => condition.Helps is not null))
        {
            yield return new ListPart("Evidence to keep", [.. Conditions.Where(condition => condition.Helps is not null).Select(condition => condition.Helps!).Distinct()]);
        }

        if (NoLonger.Count > 0)
        {
            yield return new ListPart("What no longer holds", NoLonger);
        }
    }

    private static void Add(List<(string, string, Status?)> dates, string name, int? months, DateOnly? day)
    {
        if (months is { } number && day is { } date)
        {
            dates.Add(($"{name}, {number} month{(number == 1 ? "" : "s")}", date.Words(), Status.Computed));
        }
    }
}

/// <summary>When a programme would be complete, with different credit; each is the last day of training.</summary>
/// <param name="None">With no credit.</param>
/// <param name="Usual">With the usual credit; <c>null</c> where none is usual.</param>
/// <param name="Least">With the fewest months of the range; <c>null</c> where none is published.</param>
/// <param name="Most">With the most; <c>null</c> where no cap is published.</param>
public sealed record CompletionDates(DateOnly None, DateOnly? Usual, DateOnly? Least, DateOnly? Most);
