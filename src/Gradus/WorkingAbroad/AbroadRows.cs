using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>A way to work in a country.</summary>
public sealed record RouteRow : TableRow
{
    /// <summary>The country's key.</summary>
    public required string Country { get; init; }

    /// <summary>The route's key.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary><c>known</c>, <c>not-found</c> or <c>unpublished</c>: without a known rule there are no tests and no steps.</summary>
    public required string RuleIs { get; init; }

    /// <summary>The condition under which it is looked at before the other routes that are open; <c>null</c> for its place in the table.</summary>
    public StepCondition? FirstWhen { get; init; }

    /// <summary>Whom to ask; <c>null</c> for nobody.</summary>
    public string? Ask { get; init; }
}

/// <summary>One thing that a route asks of a doctor; all of a route's must be met.</summary>
public sealed record RouteTest : TableRow
{
    /// <summary>The route's key.</summary>
    public required string Route { get; init; }

    /// <summary>The fact on which it rests.</summary>
    public required string Fact { get; init; }

    /// <summary>
    /// <c>in</c>, <c>not-in</c>, <c>has</c>, <c>in-or-ask</c> (other values may do in another way), <c>told</c> (whatever it is), <c>at-least</c>,
    /// <c>at-most</c> or <c>ask</c> (nobody can say here).
    /// </summary>
    public required string Test { get; init; }

    /// <summary>The values, with blanks between.</summary>
    public string? Values { get; init; }

    /// <summary>The figure that decides, where it is a number.</summary>
    public string? Figure { get; init; }

    /// <summary>The condition under which it is asked; <c>null</c> for always.</summary>
    public StepCondition? When { get; init; }

    /// <summary>What it asks, as a sentence has it after “asks for”; <c>{figure}</c> stands for the figure.</summary>
    public required string Says { get; init; }
}

/// <summary>A choice in a decision that is still to be taken.</summary>
public sealed record DecisionRow : TableRow
{
    /// <summary>The country's key, or <c>uk</c> for every country.</summary>
    public required string Country { get; init; }

    /// <summary>The decision's key.</summary>
    public required string Key { get; init; }

    /// <summary>The fact that answers it.</summary>
    public required string Fact { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The choice.</summary>
    public required string Choice { get; init; }

    /// <summary>The step or route to which it leads.</summary>
    public required string WayOn { get; init; }

    /// <summary>What it changes.</summary>
    public required string Changes { get; init; }
}

/// <summary>A country in a few words.</summary>
public sealed record CountryRow : TableRow
{
    /// <summary>The country's key.</summary>
    public required string Country { get; init; }

    /// <summary>What is asked of English.</summary>
    public required string English { get; init; }

    /// <summary>The examinations.</summary>
    public required string Exams { get; init; }

    /// <summary>Supervision until nothing is restricted.</summary>
    public required string Supervision { get; init; }

    /// <summary>What one can do there.</summary>
    public required string Can { get; init; }

    /// <summary>What one cannot.</summary>
    public required string Cannot { get; init; }

    /// <summary>Nationality and visa.</summary>
    public required string Nationality { get; init; }

    /// <summary>Whom to ask about a visa.</summary>
    public required string VisaAsk { get; init; }

    /// <summary>Family.</summary>
    public required string Family { get; init; }

    /// <summary>Money.</summary>
    public required string Money { get; init; }
}

/// <summary>What a state of the United States asks for a licence without residency.</summary>
public sealed record StateRow : TableRow
{
    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>The state, or one of its Acts.</summary>
    public required string State { get; init; }

    /// <summary>What is asked.</summary>
    public required string Core { get; init; }

    /// <summary>How long under supervision.</summary>
    public required string Supervised { get; init; }

    /// <summary>Since when, in words; <c>null</c> where that was not found.</summary>
    public string? Since { get; init; }
}

/// <summary>How long the limit on billing Medicare lasts in an area.</summary>
public sealed record MoratoriumRow : TableRow
{
    /// <summary>The area's number, 1 to 5.</summary>
    public required int Key { get; init; }

    /// <summary>The area.</summary>
    public required string Area { get; init; }

    /// <summary>Years.</summary>
    public required int Years { get; init; }
}

/// <summary>What the tools about working abroad read: the steps of every country, the routes with their tests, and every figure that they name.</summary>
public sealed record AbroadFigures
{
    /// <summary>The figures that tables name in their cells, by the name there.</summary>
    public required IReadOnlyDictionary<string, Figure> NamedInTables { get; init; }

    /// <summary>What being abroad does at home.</summary>
    public required AtHomeFigures Home { get; init; }

    /// <summary>The prices of what a way costs.</summary>
    public required AbroadPrices Prices { get; init; }

    /// <summary>The month in which UK curricula begin; a CCT before it counts with the year before.</summary>
    public required Figure UkCurriculumMonth { get; init; }

    /// <summary>How long an overseas-trained doctor may bill Medicare only in districts of shortage.</summary>
    public required Figure AustraliaMoratorium { get; init; }

    /// <summary>The extra charge on a new H-1B petition for someone outside the United States.</summary>
    public required Figure UsaH1bCharge { get; init; }

    /// <summary>The highest age for Straight to Residence.</summary>
    public required Figure NewZealandResidenceAge { get; init; }

    /// <summary>The highest age for a British working holiday in New Zealand.</summary>
    public required Figure NewZealandWorkingHolidayAge { get; init; }

    /// <summary>Steps at home.</summary>
    public required IReadOnlyList<StepRow> StepsUk { get; init; }

    /// <summary>Steps to New Zealand.</summary>
    public required IReadOnlyList<StepRow> StepsNewZealand { get; init; }

    /// <summary>Steps to Australia.</summary>
    public required IReadOnlyList<StepRow> StepsAustralia { get; init; }

    /// <summary>Steps to Canada.</summary>
    public required IReadOnlyList<StepRow> StepsCanada { get; init; }

    /// <summary>Steps to the United States.</summary>
    public required IReadOnlyList<StepRow> StepsUsa { get; init; }

    /// <summary>The seasons of yearly rounds for which steps wait.</summary>
    public required IReadOnlyList<WindowRow> Windows { get; init; }

    /// <summary>The yearly rounds, by key.</summary>
    public IReadOnlyDictionary<string, Round> Rounds => field ??= Round.Of(Windows);

    /// <summary>Routes.</summary>
    public required IReadOnlyList<RouteRow> Routes { get; init; }

    /// <summary>What each route asks.</summary>
    public required IReadOnlyList<RouteTest> RouteTests { get; init; }

    /// <summary>Decisions that are still to be taken.</summary>
    public required IReadOnlyList<DecisionRow> Decisions { get; init; }

    /// <summary>The countries in a few words.</summary>
    public required IReadOnlyList<CountryRow> Countries { get; init; }

    /// <summary>Licences without residency, by state of the United States.</summary>
    public required IReadOnlyList<StateRow> States { get; init; }

    /// <summary>How long the limit on billing Medicare lasts, by remoteness.</summary>
    public required IReadOnlyList<MoratoriumRow> Moratorium { get; init; }

    private Dictionary<AbroadCountry, IReadOnlyList<StepRow>> Steps => field ??= new()
    {
        [AbroadCountry.NewZealand] = [.. StepsUk, .. StepsNewZealand],
        [AbroadCountry.Australia] = [.. StepsUk, .. StepsAustralia],
        [AbroadCountry.Canada] = [.. StepsUk, .. StepsCanada],
        [AbroadCountry.Usa] = [.. StepsUk, .. StepsUsa],
    };

    /// <summary>The steps of a country, those at home first.</summary>
    public IReadOnlyList<StepRow> StepsTo(AbroadCountry country) => Steps[country];
}
