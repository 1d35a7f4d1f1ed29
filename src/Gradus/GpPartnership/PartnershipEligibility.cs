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

/// <summary>Checks the archived conditions of the New to Partnership Payment Scheme, one by one.</summary>
public static class PartnershipEligibilityChecker
{
    /// <summary>Checks them.</summary>
    /// <param name="facts">What the partner told us.</param>
    /// <param name="figures">The dated figures and tables, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static PartnershipEligibility Check(PartnershipStart facts, EligibilityFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var opens = figures.Signing.FirstOrDefault(window => window.Nation.Includes(nation))?.From;
        var day = facts.Signed < opens ? opens.Value : facts.Signed; // What the scheme asked is not known of a day before it began.
        var told = new Dictionary<string, bool?>(StringComparer.Ordinal)
        {
            ["signed"] = Signed(facts.Signed, figures.Signing, nation),
            ["profession"] = figures.Professions.FirstOrDefault(profession => profession.Key == facts.Profession && profession.Nation.Includes(nation))?.Listed,
            ["registered"] = facts.Registered,
            ["contract"] = facts.Contract,
            ["clinical"] = facts.Clinical,
            ["first"] = facts.First,
            ["equity"] = facts.Equity,
            ["not-salaried"] = !facts.Salaried,
            ["apms"] = facts.ApmsYears is { } years ? years >= figures.ApmsLeft.At(day, nation).Number : true,
            ["sessions"] = facts.Sessions >= figures.SessionsLeast.At(day, nation).Number ? true : facts.Sessions is null ? null : false,
            ["five-years"] = facts.FiveYears,
        };
        var conditions = figures.Conditions.Judge(facts.Signed, nation, told);
        if (conditions.Count == 0)
        {
            var says = $"No such payment to new partners was found for {nation.Name()}.";
            return new PartnershipEligibility { Verdict = Verdict.Unknown, Says = says, Conditions = [], Reasons = [figures.Payment.At(facts.Signed, nation).Because("no-scheme", says)], Warnings = [.. Unused(facts)] };
        }

        var against = conditions.Count(condition => condition.Met == false);
        var toAsk = conditions.Count(condition => condition.Met is null || condition.Kind != ConditionKind.Hard);
        return new PartnershipEligibility
        {
            Verdict = conditions.Verdict(),
            Says = against > 0 ? $"No: {against} of {conditions.Count} conditions {(against == 1 ? "was" : "were")} not met: {conditions.NotMet()}. The scheme takes nobody new."
                : toAsk > 0 ? $"Nothing you told us stood against it; {toAsk} of {conditions.Count} conditions are to be asked or judged. The scheme takes nobody new."
                : "You met every condition. The scheme takes nobody new.",
            Conditions = conditions,
            Reasons = conditions.Reasons(),
            Tables = [conditions.Table()],
            Warnings = facts.Signed > on ? [new Warning("signed", "This day lies ahead, and the scheme takes nobody new.")] : [],
        };
    }

    private static IEnumerable<Warning> Unused(PartnershipStart facts) => new (string Fact, string Words, bool IsTold)[]
    {
        ("sessions", "the number of sessions", facts.Sessions is not null),
        ("registered", "registration", facts.Registered is not null),
        ("contract", "whether you could hold a contract", facts.Contract is not null),
        ("clinical", "the clinical care that you gave", facts.Clinical is not null),
        ("first", "whether it was the first partnership", facts.First is not null),
        ("equity", "a share in equity", facts.Equity is not null),
        ("salaried", "whether you were salaried there", facts.Salaried is not null),
        ("apmsYears", "the years left of a contract", facts.ApmsYears is not null),
        ("fiveYears", "the promise of five years", facts.FiveYears is not null),
    }.Where(told => told.IsTold).Select(told => new Warning(told.Fact, $"No such payment was found here: {told.Words} has no effect."));

    // After the last day that was named the scheme may still have been open: the day it closed was not found.
    private static bool? Signed(DateOnly signed, IEnumerable<SigningWindow> windows, Nation nation) =>
        windows.FirstOrDefault(window => window.Nation.Includes(nation)) is not { } window ? null : signed < window.From ? false : signed <= window.Last ? true : null;
}
