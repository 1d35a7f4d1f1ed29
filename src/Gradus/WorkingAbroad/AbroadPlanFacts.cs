using System.ComponentModel.DataAnnotations;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.WorkingAbroad;

/// <summary>A paper that the doctor has already.</summary>
public sealed record PaperHeld
{
    /// <summary>The step that gives it.</summary>
    [Fact("Paper", "the key of the step that gives it", Example = "uk-good-standing", Hint = "Choose the country first; by its key it stands in the plan’s table of steps.")]
    public required string Step { get; init; }

    /// <summary>The day on which it was issued.</summary>
    [Fact("Issued on", "the day on which it was issued", Example = "2026-11-02")]
    public required DateOnly Issued { get; init; }
}

/// <summary>What a doctor tells us for a plan.</summary>
public sealed record AbroadPlanQuestion : AbroadJourney
{
    /// <summary>The country.</summary>
    [Fact("Country", "a country", Example = "new-zealand")]
    public required AbroadCountry Country { get; init; }

    /// <summary>The route; left out, the first that is open by what was told.</summary>
    [Fact("Route", "a route of that country", Example = "nz-competent-authority", KeysOf = "working-abroad/routes.key", NamedBy = "name",
        Hint = "Left out, the first that is open to you.")]
    public string? Route { get; init; }

    /// <summary>The steps that are done, by key.</summary>
    [Fact("Steps that are done", "keys of steps", Example = "uk-papers", Hint = "Easier in the plan’s table of steps, which has a button for each."), MaxLength(60)]
    public IReadOnlyList<string> Done { get => field ?? []; init; }

    /// <summary>Papers already held.</summary>
    [Fact("Paper you have", "papers with their day of issue", Hint = "What has expired by your first day is planned again."), MaxLength(20)]
    public IReadOnlyList<PaperHeld> Papers { get => field ?? []; init; }

    /// <summary>Pounds for one unit of a currency, by its key.</summary>
    [Fact("Pounds for one of a currency", "a rate from 0.0001 to 100 by NZD, AUD, CAD or USD", Hint = "Your bank’s rate: we quote none.",
        Places = 6), Range(typeof(decimal), "0.0001", "100")]
    public IReadOnlyDictionary<string, decimal> Rates { get => field ?? new Dictionary<string, decimal>(); init; }

    /// <summary>The visa on which residency in the United States is done.</summary>
    [Fact("Visa for residency", "j-1 or h-1b", Example = "j-1", Hint = "Left out, J-1.", OnlyWhen = "country=usa")]
    public UsVisa? UsVisa { get; init; }

    /// <summary>Whether the doctor would take a waiver post instead of time at home after J-1.</summary>
    [Fact("After J-1 you would work in an area of shortage instead of going home", "true or false", OnlyWhen = "country=usa")]
    public bool? Waiver { get; init; }

    /// <summary>The state of a provisional licence.</summary>
    [Fact("State", "a state", Example = "texas", KeysOf = "working-abroad/states.key", NamedBy = "state", Hint = "For a state’s provisional licence.", OnlyWhen = "country=usa")]
    public string? UsState { get; init; }

    /// <summary>The remoteness of a post that bills Medicare.</summary>
    [Fact("Remoteness of the post", "a remoteness area from 1 (RA1) to 5 (RA5)", Example = "3", Hint = "For a post that bills Medicare.",
        OnlyWhen = "country=australia"), Range(1, 5)]
    public int? Remoteness { get; init; }

    /// <summary>The day from which the doctor wants to work in the UK again.</summary>
    [Fact("When you want to work in the UK again", "a day", Example = "2029-08-01", Hint = "For what to do at home by when.")]
    public DateOnly? Back { get; init; }

    /// <inheritdoc/>
    internal override Dictionary<string, IReadOnlyList<string>> TellsOf(AbroadCountry country)
    {
        var told = base.TellsOf(country);
        if (UsVisa is { } visa)
        {
            told["us-visa"] = [visa == WorkingAbroad.UsVisa.J1 ? "j-1" : "h-1b"];
        }

        if (Waiver is { } waiver)
        {
            told["us-waiver"] = [waiver ? "yes" : "no"];
        }

        return told;
    }

    internal static readonly string[] Currencies = ["NZD", "AUD", "CAD", "USD"];

    /// <summary>The routes to the country that was chosen, and the papers that its steps give.</summary>
    internal static IReadOnlyList<Choice>? Offers(string fact, Func<string, string> typed, AbroadFigures figures)
    {
        if (Enum.GetValues<AbroadCountry>().Where(country => country.Key() == typed("country")).ToList() is not [var country])
        {
            return null;
        }

        return fact switch
        {
            "route" => [.. figures.Routes.Where(route => route.Country == country.Key()).Select(route => new Choice(route.Key, route.Name))],
            "papers.step" => [.. figures.StepsTo(country).Where(step => step.Gives is not null).Select(step => new Choice(step.Id, Sentences.UpperFirst(step.Gives!)))],
            _ => null,
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    internal static void Check(AbroadPlanQuestion facts, AbroadFigures figures, FieldErrors errors)
    {
        StepPlanner.CheckDays(facts.StartFrom, facts.WorkFrom, errors);
        var steps = figures.StepsTo(facts.Country);
        if (facts.Route is { } key && figures.Routes.FirstOrDefault(route => route.Key == key) is { } route)
        {
            if (route.Country != facts.Country.Key())
            {
                errors.Add("route", $"Expected a route of {facts.Country.Name()}: {string.Join(", ", figures.Routes.Where(other => other.Country == facts.Country.Key() && other.RuleIs == "known").Select(other => other.Key))}.");
            }
        }

        Steps(facts.Mine.Keys.Select(step => ("mine." + step, step)), steps, errors);
        Steps(facts.Done.Select((step, i) => ($"done[{i}]", step)), steps, errors);
        foreach (var (i, paper) in facts.Papers.Index())
        {
            if (steps.FirstOrDefault(step => step.Id == paper.Step) is not { Gives: not null })
            {
                errors.Add($"papers[{i}].step",
                    $"Expected the key of a step that gives a paper: {string.Join(", ", steps.Where(step => step.Gives is not null).Select(step => step.Id))}.");
            }
            else if (facts.Papers.Take(i).Any(other => other.Step == paper.Step))
            {
                errors.Add($"papers[{i}].step", "Expected each paper once.");
            }
        }

        if (facts.Back is { } back && back <= (facts.WorkFrom ?? facts.StartFrom ?? DateOnly.MinValue))
        {
            errors.Add("back", $"Expected a day after {(facts.WorkFrom ?? facts.StartFrom)!.Value}.");
        }

        foreach (var currency in facts.Rates.Keys.Where(currency => !Currencies.Contains(currency)))
        {
            errors.Add("rates." + currency, $"Expected one of {string.Join(", ", Currencies)}.");
        }
    }

    private static void Steps(IEnumerable<(string Field, string Step)> named, IReadOnlyList<StepRow> steps, FieldErrors errors)
    {
        foreach (var (field, step) in named)
        {
            if (!steps.Any(row => row.Id == step))
            {
                errors.Add(field, $"Expected the key of a step: {string.Join(", ", steps.Select(row => row.Id).Take(12))} and so on; the plan lists them.");
            }
        }
    }
}
