using Gradus.Dates;
using Gradus.LessThanFullTime;
using Gradus.Rules;

namespace Gradus.Web.Features.LessThanFullTime;

/// <summary>A plan with its answer, for comparing side by side.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Answer">Its answer.</param>
public sealed record Scenario(TrainingPlan Plan, CompletionDate Answer)
{
    /// <summary>The plan in a few words: “80% from 4 Aug 2027”.</summary>
    public string Name { get; } = NameOf(Plan);

    private static string NameOf(TrainingPlan plan)
    {
        var changes = plan.Changes.OrderBy(change => change.From).ToList();
        return changes switch
        {
            [] => "As planned",
            [var only] => Sentences.UpperFirst(Words(only)),
            [var first, var second] => Sentences.UpperFirst($"{Words(first)}, then {Words(second)}"),
            [var first, ..] => Sentences.UpperFirst($"{Words(first)}, then {changes.Count - 1} more changes"),
        };
    }

    private static string Words(PlannedChange change)
    {
        var what = change switch
        {
            { Rate: { } rate } => Fraction.Of(rate).ToPercentage(),
            { WeeklyHours: { } hours } => $"{hours:0.##} hours a week",
            _ => change.Kind.Name().Split(':')[^1].Trim(),
        };
        return change.To is { } to
            ? $"{what} {change.From:d MMM yyyy} to {to:d MMM yyyy}"
            : $"{what} from {change.From:d MMM yyyy}";
    }
}
