using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>Where in Australia.</summary>
[JsonConverter(typeof(Keys<AustralianState>))]
public enum AustralianState
{
    /// <summary>New South Wales, which has fees of its own.</summary>
    [Choice("New South Wales")]
    NewSouthWales,
    /// <summary>Victoria.</summary>
    Victoria,
    /// <summary>Queensland.</summary>
    Queensland,
    /// <summary>Western Australia.</summary>
    [Choice("Western Australia")]
    WesternAustralia,
    /// <summary>South Australia.</summary>
    [Choice("South Australia")]
    SouthAustralia,
    /// <summary>Tasmania.</summary>
    Tasmania,
    /// <summary>The Australian Capital Territory.</summary>
    [Choice("Australian Capital Territory")]
    AustralianCapitalTerritory,
    /// <summary>The Northern Territory.</summary>
    [Choice("Northern Territory")]
    NorthernTerritory,
}

/// <summary>A class of Australian visa that an employer sponsors.</summary>
[JsonConverter(typeof(Keys<AustralianVisa>))]
public enum AustralianVisa
{
    /// <summary>Skills in Demand.</summary>
    [JsonStringEnumMemberName("subclass-482"), Choice("482, Skills in Demand")]
    Subclass482,
    /// <summary>Employer-nominated, to stay.</summary>
    [JsonStringEnumMemberName("subclass-186"), Choice("186, employer-nominated, to stay")]
    Subclass186,
    /// <summary>Regional.</summary>
    [JsonStringEnumMemberName("subclass-494"), Choice("494, regional")]
    Subclass494,
    /// <summary>Training.</summary>
    [JsonStringEnumMemberName("subclass-407"), Choice("407, training")]
    Subclass407,
    /// <summary>Short stay.</summary>
    [JsonStringEnumMemberName("subclass-400"), Choice("400, short stay")]
    Subclass400,
}

/// <summary>Programmes applied to in one specialty.</summary>
public sealed record ProgrammesInSpecialty
{
    /// <summary>The specialty, in the doctor's own words.</summary>
    [Fact("Specialty", "a specialty, in your own words", Example = "internal medicine"), MaxLength(100)]
    public required string Specialty { get; init; }

    /// <summary>How many.</summary>
    [Fact("Programmes", "whole programmes from 0 to 1,000", Example = "43"), Range(0, 1000)]
    public required int Count { get; init; }
}

/// <summary>What a doctor tells us to see what a way costs.</summary>
public sealed record AbroadCostQuestion : ToolFacts
{
    /// <summary>The country.</summary>
    [Fact("Country", "a country", Example = "usa")]
    public required AbroadCountry Country { get; init; }

    /// <summary>The route; left out, the country's first.</summary>
    [Fact("Route", "a route of that country", Example = "us-residency", KeysOf = "working-abroad/routes.key", NamedBy = "name", Hint = "Left out, the country’s main route.")]
    public string? Route { get; init; }

    /// <summary>Programmes by specialty, for ERAS.</summary>
    [Fact("Specialty", "programmes by specialty", Hint = "USA: the price of each programme rises within a specialty.", OnlyWhen = "country=usa"), MaxLength(20)]
    public IReadOnlyList<ProgrammesInSpecialty> Programmes { get => field ?? []; init; }

    /// <summary>Whether transcripts are sent through ERAS.</summary>
    [Fact("Are USMLE transcripts sent through ERAS?", "true or false", Hint = "Left out, they are when you apply to a programme.", OnlyWhen = "country=usa")]
    public bool? Transcript { get; init; }

    /// <summary>Documents to be verified.</summary>
    [Fact("Documents to be verified", "whole documents from 1 to 50", Example = "2", Hint = "Left out, one.", Unit = "documents"), Range(1, 50)]
    public int? Documents { get; init; }

    /// <summary>Whether a GP asks for the CCFP.</summary>
    [Fact("Do you ask for certification (CCFP)?", "true or false", Hint = "Needed in Ontario.", OnlyWhen = "country=canada")]
    public bool? Certification { get; init; }

    /// <summary>Where in Australia.</summary>
    [Fact("State", "a state or territory", Example = "new-south-wales", Hint = "New South Wales has fees of its own.", OnlyWhen = "country=australia")]
    public AustralianState? State { get; init; }

    /// <summary>Which sort of visa; none where the doctor needs none.</summary>
    [Fact("Visa", "work or residence", Example = "work", Hint = "Left out, none is counted.", OnlyWhen = "country=new-zealand,australia")]
    public VisaSort? Visa { get; init; }

    /// <summary>Which class of visa; left out, by the sort.</summary>
    [Fact("Class of visa", "a class of visa", Example = "subclass-494", Hint = "Left out, 482 to work for a time and 186 to stay.", OnlyWhen = "country=australia")]
    public AustralianVisa? VisaClass { get; init; }

    /// <summary>Adults who come along and need a visa.</summary>
    [Fact("Adults who come with you", "whole people from 0 to 10", OnlyWhen = "country=australia"), Range(0, 10)]
    public int? Adults { get; init; }

    /// <summary>Children who come along and need a visa.</summary>
    [Fact("Children who come with you", "whole people from 0 to 20", OnlyWhen = "country=australia"), Range(0, 20)]
    public int? Children { get; init; }

    /// <summary>Says what is wrong between the facts.</summary>
    internal static void Check(AbroadCostQuestion facts, AbroadFigures figures, FieldErrors errors)
    {
        if (facts.Route is { } key && figures.Routes.FirstOrDefault(route => route.Key == key) is { } route && route.Country != facts.Country.Key())
        {
            errors.Add("route", $"Expected a route of {facts.Country.Name()}: {string.Join(", ", figures.Routes.Where(other => other.Country == facts.Country.Key() && other.RuleIs == "known").Select(other => other.Key))}.");
        }

        foreach (var (index, programmes) in facts.Programmes.Index().Where(one => facts.Programmes.Take(one.Index).Any(other => IsSame(other.Specialty, one.Item.Specialty))))
        {
            errors.Add($"programmes[{index}].specialty",
                $"Expected each specialty once: “{Plain(programmes.Specialty)}” is there already, and the price rises with its number. Add up its programmes.");
        }

        if (facts.Programmes.Count > 0 && facts.Route == "us-state-licence")
        {
            errors.Add("programmes", "Expected no programmes with a state’s licence: they are for residency.");
        }

        if ((facts.Adults > 0 || facts.Children > 0) && facts.Visa is null && facts.VisaClass is null)
        {
            errors.Add("visa", "Expected the sort of visa when somebody comes with you.");
        }

        if (facts is { Visa: { } sort, VisaClass: { } subclass } && (subclass == AustralianVisa.Subclass186) != (sort == VisaSort.Residence))
        {
            errors.Add("visaClass", sort == VisaSort.Residence
                ? "Expected subclass-186 to stay: the other classes are for a time."
                : "Expected another class than subclass-186 to work for a time: it is to stay.");
        }
    }

    private static bool IsSame(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string specialty) => string.Join(' ', specialty.Replace('-', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A line of a cost.</summary>
/// <param name="Key">Its key.</param>
/// <param name="What">What is paid for.</param>
/// <param name="Formula">The sum, with the numbers put in.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Amount">The amount, by the higher end of a range; <c>null</c> when it is not known.</param>
/// <param name="Least">The amount by the lower end.</param>
/// <param name="BeforeTax">The same without New Zealand's tax; <c>null</c> where no tax is in it.</param>
/// <param name="AsOf">Since when the price holds, or on which day it was seen.</param>
/// <param name="Status">How sure we are.</param>
public sealed record CostLine(string Key, string What, string Formula, string Currency, decimal? Amount, decimal? Least, decimal? BeforeTax, DateOnly? AsOf, Status Status);

/// <summary>What a way costs that has a rule.</summary>
public sealed record AbroadCost : ToolAnswer
{
    /// <summary>The route.</summary>
    public required string Route { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<CostLine> Lines { get; init; }

    /// <summary>What is known, by currency.</summary>
    public required IReadOnlyList<CostTotal> Costs { get; init; }

    /// <summary>What is not.</summary>
    public required IReadOnlyList<UnknownPart> UnknownCosts { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Costs.Count > 0)
        {
            yield return new ValuesPart("Known, by currency", [.. Costs.Select(cost => (cost.Currency, Money(cost.Currency, cost.Least, cost.Total), (Status?)cost.Status))]);
        }

        if (UnknownCosts.Count > 0)
        {
            yield return new ListPart("Not known, and in no sum", [.. UnknownCosts.Select(cost => cost.Words())]);
        }
    }

    internal static string Money(string currency, decimal least, decimal most) => FigureText.Of(Amount.Range(least, most), currency);
}
