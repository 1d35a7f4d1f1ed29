using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpRetention;

/// <summary>Why a GP thinks of leaving, or has left.</summary>
[JsonConverter(typeof(Keys<LeavingReason>))]
public enum LeavingReason
{
    /// <summary>Caring, or the own health.</summary>
    [Choice("Caring, or my own health")]
    Personal,
    /// <summary>Approaching retirement.</summary>
    [Choice("I approach retirement")]
    Retirement,
    /// <summary>More flexibility, for other work.</summary>
    [Choice("I need more flexibility for other work")]
    Flexibility,
    /// <summary>None of these.</summary>
    [Choice("None of these")]
    None,
}

/// <summary>What a GP who thinks of a retention scheme tells us; what is left out is to be asked.</summary>
public sealed record RetentionWish : ToolFacts
{
    /// <summary>Whether registered with a licence and on the performers list.</summary>
    [Fact("You are registered with a licence and on the Performers List", "true or false")]
    public bool? Registered { get; init; }

    /// <summary>Whether free of conditions other than for health.</summary>
    [Fact("You have no GMC conditions other than for health", "true or false", IsSensitive = true)]
    public bool? Standing { get; init; }

    /// <summary>Whether the responsible officer has a concern.</summary>
    [Fact("Your responsible officer has an open concern", "true or false", IsSensitive = true)]
    public bool? Concern { get; init; }

    /// <summary>Why leaving is thought of.</summary>
    [Fact("Why you think of leaving, or have left", "personal, retirement, flexibility or none", IsSensitive = true)]
    public LeavingReason? Reason { get; init; }

    /// <summary>Whether an ordinary part-time post would not do.</summary>
    [Fact("An ordinary part-time post would not give you what you need", "true or false")]
    public bool? NoOrdinaryPost { get; init; }

    /// <summary>Whether more supervision is needed.</summary>
    [Fact("You need more educational supervision than a post gives", "true or false")]
    public bool? NeedsSupervision { get; init; }

    /// <summary>Whether an approved practice will employ.</summary>
    [Fact("A practice that is approved for education will employ you", "true or false")]
    public bool? Practice { get; init; }

    /// <summary>Whether a partner.</summary>
    [Fact("You are a partner", "true or false")]
    public bool? Partner { get; init; }

    /// <summary>Whole months out of practice.</summary>
    [Fact("Months out of practice", "whole months, from 0 to 600", Example = "6", Unit = "months")]
    [Range(0, 600)]
    public int? MonthsOut { get; init; }

    /// <summary>Years on a retention scheme so far.</summary>
    [Fact("Years on a retention scheme so far", "years, from 0 to 50", Example = "1.5", Unit = "years")]
    [Range(typeof(decimal), "0", "50")]
    public decimal? YearsOnScheme { get; init; }
}

/// <summary>The dated figures and tables of who can join.</summary>
public sealed record RetentionEligibilityFigures
{
    /// <summary>The most years out with which one can still join.</summary>
    public required Figure GapMost { get; init; }
    /// <summary>Years out with which one no longer can, where that is how the nation says it.</summary>
    public required Figure GapBelow { get; init; }
    /// <summary>The longest time on the scheme.</summary>
    public required Figure YearsMost { get; init; }
    /// <summary>The conditions.</summary>
    public required IReadOnlyList<ConditionRow> Conditions { get; init; }
    /// <summary>What other work is allowed.</summary>
    public required IReadOnlyList<OtherWorkRule> OtherWork { get; init; }
}

/// <summary>A rule about other work.</summary>
public sealed record OtherWorkRule : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>The rule.</summary>
    public required string Says { get; init; }
}

/// <summary>Whether a GP can join, condition by condition, and what other work would be allowed.</summary>
public sealed record RetentionEligibility : ToolAnswer
{
    /// <summary>The conditions, each as it stands.</summary>
    public required IReadOnlyList<ConditionResult> Conditions { get; init; }

    /// <summary>What other work is allowed on the date asked about; none where it was not found.</summary>
    public required IReadOnlyList<string> OtherWork { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() => OtherWork.Count == 0 ? [] : [new ListPart("Other work", OtherWork)];
}

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
            Says = against.Count > 0 ? $"As you describe it, {against.Count} of the {conditions.Count} conditions in {nation.Name()} {(against.Count == 1 ? "is" : "are")} not met: {conditions.NotMet()}."
                : $"Nothing you told us stands against it in {nation.Name()}; {open} of {conditions.Count} conditions are to be asked or judged.",
            Conditions = conditions,
            OtherWork = [.. work.Select(row => row.Says + ".")],
            Reasons = [.. conditions.Reasons(), .. work.Select(row => row.Because($"other-work-{row.Key}", row.Says + ".")), .. work.Count == 0 ? new[] { new Reason("other-work", $"What other work is allowed was not found for {nation.Name()}.", Status.NotFound, Ask: "your training body") } : []],
            Tables = [conditions.Table()],
            Warnings = [.. Unused(facts, conditions).Select(fact => new Warning(fact, $"The scheme in {nation.Name()} was not seen to ask for this."))],
        };
    }

    private static IEnumerable<string> Unused(RetentionWish facts, IReadOnlyList<ConditionResult> conditions) => new (string Fact, string Key, bool IsTold)[]
    {
        ("registered", "registered", facts.Registered is not null),
        ("standing", "standing", facts.Standing is not null),
        ("concern", "no-concern", facts.Concern is not null),
        ("reason", "reason", facts.Reason is not null),
        ("noOrdinaryPost", "no-ordinary-post", facts.NoOrdinaryPost is not null),
        ("needsSupervision", "supervision", facts.NeedsSupervision is not null),
        ("practice", "practice", facts.Practice is not null),
        ("partner", "not-partner", facts.Partner is not null),
        ("monthsOut", "months-out", facts.MonthsOut is not null),
        ("yearsOnScheme", "years", facts.YearsOnScheme is not null),
    }.Where(told => told.IsTold && !conditions.Any(condition => condition.Key == told.Key)).Select(told => told.Fact);
}
