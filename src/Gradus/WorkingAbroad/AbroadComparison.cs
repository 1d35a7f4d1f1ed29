using Gradus.Dates;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>What a doctor tells us to see the countries side by side.</summary>
public sealed record AbroadComparisonQuestion : AbroadJourney
{
    /// <summary>Says what is wrong between the facts.</summary>
    internal static void Check(AbroadComparisonQuestion facts, AbroadFigures figures, FieldErrors errors)
    {
        StepPlanner.CheckDays(facts.StartFrom, facts.WorkFrom, errors);
        foreach (var step in facts.Mine.Keys.Where(step => !Enum.GetValues<AbroadCountry>().Any(country => figures.StepsTo(country).Any(row => row.Id == step))))
        {
            errors.Add("mine." + step, "Expected the key of a step: a country’s plan lists them.");
        }
    }
}

/// <summary>A country for a doctor.</summary>
/// <param name="Country">The country.</param>
/// <param name="Route">The route that is looked at: the first that is open.</param>
/// <param name="Name">Its name.</param>
/// <param name="RouteState">How it stands.</param>
/// <param name="FirstDay">The first working day by the longest known waits; no earlier than this.</param>
/// <param name="Expected">Whether that day rests on a season whose days are not published, and so on the pattern of each year.</param>
/// <param name="WeeksLeast">Weeks by the least known waits.</param>
/// <param name="WeeksMost">Weeks by the longest known waits.</param>
/// <param name="UnknownWaits">Waits that are not known.</param>
/// <param name="Costs">Known costs by currency.</param>
/// <param name="UnknownCosts">Costs that are not known.</param>
public sealed record CountryBeside(
    AbroadCountry Country,
    string Route,
    string Name,
    RouteState RouteState,
    DateOnly FirstDay,
    bool Expected,
    decimal WeeksLeast,
    decimal WeeksMost,
    IReadOnlyList<UnknownPart> UnknownWaits,
    IReadOnlyList<CostTotal> Costs,
    IReadOnlyList<UnknownPart> UnknownCosts);

/// <summary>The countries side by side; none is ranked.</summary>
public sealed record AbroadComparison : ToolAnswer
{
    /// <summary>The countries, in the order in which the pages list them.</summary>
    public required IReadOnlyList<CountryBeside> Countries { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() => Countries.SelectMany(country => new[]
    {
        new ListPart($"Waits that are not known: {country.Country.Name()}", [.. country.UnknownWaits.Select(wait => wait.WordsWithKey())]),
        new ListPart($"Costs that are not known: {country.Country.Name()}", [.. country.UnknownCosts.Select(cost => cost.Words())]),
    }).Where(part => part.Items.Count > 0);
}
