using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpPartnership;

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
            return new PartnershipEligibility
            {
                Verdict = Verdict.Unknown,
                Says = says,
                Conditions = [],
                Reasons = [figures.Payment.At(facts.Signed, nation).Because("no-scheme", says)]
            };
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

    // After the last day that was named the scheme may still have been open: the day it closed was not found.
    private static bool? Signed(DateOnly signed, IEnumerable<SigningWindow> windows, Nation nation) =>
        windows.FirstOrDefault(window => window.Nation.Includes(nation)) is not { } window ? null : signed < window.From ? false : signed <= window.Last ? true : null;
}
