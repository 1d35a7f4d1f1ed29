using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpRetention;

/// <summary>Checks the conditions of the nation's retention scheme, one by one; most are judged, so the answer is seldom a plain yes.</summary>
public static class RetentionEligibilityChecker
{
    /// <summary>Checks them.</summary>
    /// <param name="facts">What the GP told us.</param>
    /// <param name="figures">The dated figures and tables, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static RetentionEligibility Check(RetentionWish facts, RetentionEligibilityFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var (most, below) = (figures.GapMost.At(on, nation).Number * 12, figures.GapBelow.At(on, nation).Number * 12);
        var told = new Dictionary<string, bool?>(StringComparer.Ordinal)
        {
            ["registered"] = facts.Registered,
            ["standing"] = facts.Standing,
            ["no-concern"] = !facts.Concern,
            ["reason"] = facts.Reason is { } reason ? reason != LeavingReason.None : null,
            ["no-ordinary-post"] = facts.NoOrdinaryPost,
            ["supervision"] = facts.NeedsSupervision,
            ["practice"] = facts.Practice,
            ["not-partner"] = !facts.Partner,
            ["months-out"] = facts.MonthsOut is not { } months ? null : most is { } inside ? months <= inside : below is { } outside ? months < outside : null,
            ["years"] = facts.YearsOnScheme is { } years && figures.YearsMost.At(on, nation).High is { } longest ? years < longest : null,
        };
        var conditions = figures.Conditions.Judge(on, nation, told);
        var work = figures.OtherWork.At(on, nation, row => row.Key);
        var against = conditions.Where(condition => condition.Met == false).ToList();
        var open = conditions.Count(condition => condition.Met is null || condition.Kind != ConditionKind.Hard);
        return new RetentionEligibility
        {
            Verdict = conditions.Verdict(),
            Says = against.Count > 0
                ? $"As you describe it, {against.Count} of the {conditions.Count} conditions in {nation.Name()} {(against.Count == 1 ? "is" : "are")} not met: {conditions.NotMet()}."
                : $"Nothing you told us stands against it in {nation.Name()}; {open} of {conditions.Count} conditions are to be asked or judged.",
            Conditions = conditions,
            OtherWork = [.. work.Select(row => row.Says + ".")],
            Reasons = [.. conditions.Reasons(), .. work.Select(row => row.Because($"other-work-{row.Key}", row.Says + ".")),
                .. work.Count == 0
                    ? new[] { new Reason("other-work", $"What other work is allowed was not found for {nation.Name()}.", Status.NotFound, Ask: "your training body") }
                    : []],
            Tables = [conditions.Table()],
        };
    }
}
