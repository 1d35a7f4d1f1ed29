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
