using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpPartnership;

/// <summary>What a partner tells us of the time at which the partnership began; what is left out is to be asked.</summary>
public sealed record PartnershipStart : ToolFacts
{
    /// <summary>The day on which the partnership agreement was signed.</summary>
    [Fact("The day the partnership agreement was signed", "the day the agreement was signed", Example = "2021-06-01")]
    public required DateOnly Signed { get; init; }

    /// <summary>The profession.</summary>
    [Fact("Your profession", "a profession", KeysOf = "gp-partnership/professions.key", NamedBy = "name")]
    public required string Profession { get; init; }

    /// <summary>Clinical sessions a week.</summary>
    [Fact("Clinical sessions a week", "clinical sessions a week, from 0 to 20", Example = "5", Unit = "sessions a week")]
    [Range(typeof(decimal), "0", "20")]
    public decimal? Sessions { get; init; }

    /// <summary>Whether registered with the own regulator.</summary>
    [Fact("You were registered with your regulator", "true or false")]
    public bool? Registered { get; init; }

    /// <summary>Whether able to hold a contract.</summary>
    [Fact("You could hold a contract under section 86 of the NHS Act 2006", "true or false")]
    public bool? Contract { get; init; }

    /// <summary>Whether clinical care was given under a primary care contract.</summary>
    [Fact("You gave clinical care under a GMS, PMS or APMS contract", "true or false")]
    public bool? Clinical { get; init; }

    /// <summary>Whether it was the first partnership in England.</summary>
    [Fact("It was your first partnership in a GP practice in England", "true or false")]
    public bool? First { get; init; }

    /// <summary>Whether a share in equity or profit was held, with liability.</summary>
    [Fact("You had a share in equity or profit, with legal liability", "true or false")]
    public bool? Equity { get; init; }

    /// <summary>Whether also salaried in the same practice.</summary>
    [Fact("You were also salaried in the same practice", "true or false")]
    public bool? Salaried { get; init; }

    /// <summary>Years left of an APMS contract; left out for GMS and PMS.</summary>
    [Fact("Years left of an APMS contract", "years, from 0 to 50", Example = "3", Hint = "Leave it empty for GMS and PMS.", Unit = "years")]
    [Range(typeof(decimal), "0", "50")]
    public decimal? ApmsYears { get; init; }

    /// <summary>Whether five years were promised.</summary>
    [Fact("You promised to stay for five years", "true or false")]
    public bool? FiveYears { get; init; }
}

/// <summary>The dated figures and tables of who could join.</summary>
public sealed record EligibilityFigures
{
    /// <summary>The payment, which only England had.</summary>
    public required Figure Payment { get; init; }
    /// <summary>Sessions a week to be kept.</summary>
    public required Figure SessionsLeast { get; init; }
    /// <summary>Years an APMS contract had to have left.</summary>
    public required Figure ApmsLeft { get; init; }
    /// <summary>The conditions.</summary>
    public required IReadOnlyList<ConditionRow> Conditions { get; init; }
    /// <summary>The days on which an agreement counted.</summary>
    public required IReadOnlyList<SigningWindow> Signing { get; init; }
    /// <summary>The professions.</summary>
    public required IReadOnlyList<Profession> Professions { get; init; }
}

/// <summary>The days on which an agreement counted, from the base's first day on.</summary>
public sealed record SigningWindow : TableRow
{
    /// <summary>The last day that was named, inside; the day the scheme closed was not found.</summary>
    public required DateOnly Last { get; init; }
}

/// <summary>A profession.</summary>
public sealed record Profession : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }
    /// <summary>Whether the scheme took it.</summary>
    public required bool Listed { get; init; }
}

/// <summary>Whether a partner could join, condition by condition.</summary>
public sealed record PartnershipEligibility : ToolAnswer
{
    /// <summary>The conditions, each as it stood.</summary>
    public required IReadOnlyList<ConditionResult> Conditions { get; init; }
}
