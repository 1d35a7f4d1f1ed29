using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Dates;

/// <summary>
/// A plan as a list to tick off: each step with the last day to begin it, the first day on which it can be begun, how long it takes, what it costs and whom to
/// ask; then what comes after the first day.
/// </summary>
internal static class StepChecklist
{
    /// <summary>The parts of the list.</summary>
    /// <param name="steps">The steps, dated.</param>
    /// <param name="unknown">What is not known of the waits.</param>
    /// <param name="on">The date asked about.</param>
    public static IEnumerable<AnswerPart> Of(IReadOnlyList<DatedStep> steps, IReadOnlyList<UnknownPart> unknown, DateOnly on)
    {
        var before = steps.Where(step => step.Phase != "after").OrderBy(step => step.LatestStart ?? step.EarliestStart).ThenBy(step => step.EarliestStart).ToList();
        yield return new TasksPart("Your checklist, with the last day to begin each step",
            [.. before.Select(step => new AnswerTask(step.Step, step.LatestStart ?? step.EarliestStart, State(step, on), More(step, unknown)))]);
        var after = steps.Where(step => step.Phase == "after").ToList();
        if (after.Count > 0)
        {
            yield return new ListPart("After your first day", [.. after.Select(step => $"{step.InWords()}.{(step.Note is null ? "" : " " + step.Note)}")]);
        }
    }

    /// <summary>How a step stands on a day.</summary>
    public static MilestoneState State(DatedStep step, DateOnly on) =>
        step.Done ? MilestoneState.Done
        : step.Slack < 0 && step.LatestStart < on ? MilestoneState.Late
        : step.EarliestStart <= on && !step.AfterUnknown && step.Phase == "before" ? MilestoneState.ToDo
        : MilestoneState.NotDue;

    private static string? More(DatedStep step, IReadOnlyList<UnknownPart> unknown)
    {
        if (step.Done)
        {
            return step.GoodUntil is { } kept ? $"You have it; it will do for a first day up to {kept.Words()}." : null;
        }

        var ask = unknown.FirstOrDefault(part => part.Id == step.Id)?.Ask;
        string?[] says =
        [
            step.Phase == "first-day"
                ? null
                : $"From {step.EarliestStart.Words()}{(step.AfterUnknown ? " or later" : "")}{(step.Wait == "none" ? "" : $", {step.Wait}")}{(step.Critical ? ", on the longest way" : "")}.",
            step.Expected ? step.WindowSentence : null,
            step.NotBefore is { } notBefore ? $"Not before {notBefore.Words()}." : null,
            step.GoodUntil is { } until ? $"Issued then, it will do for a first day up to {until.Words()}." : null,
            step.Fee is null ? null : $"Cost: {step.Fee}.",
            step.Note,
            ask is null ? null : $"Ask {ask}.",
        ];
        var more = string.Join(" ", says.OfType<string>());
        return more.Length == 0 ? null : more;
    }
}
