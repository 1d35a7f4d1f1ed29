using System.Globalization;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>How a step is entered.</summary>
public enum Gate
{
    /// <summary>It follows from the step before it.</summary>
    None,
    /// <summary>By an application in competition, unless the programme runs through.</summary>
    SomeProgrammes,
    /// <summary>By an application in competition.</summary>
    Application,
}

/// <summary>One step on the way from foundation to the certificate.</summary>
/// <param name="Name">Its name, short enough to stand above it.</param>
/// <param name="From">When it begins: full-time years after medical school.</param>
/// <param name="Years">How many years it is drawn with: the shortest standard route.</param>
/// <param name="Published">Its length as published, in words.</param>
/// <param name="Gate">How it is entered.</param>
/// <param name="Says">How it is entered, in words.</param>
public sealed record RouteStep(string Name, decimal From, decimal Years, string Published, Gate Gate, string Says);

/// <summary>The way from foundation to the certificate in a specialty.</summary>
/// <param name="Steps">The steps in order; foundation first.</param>
/// <param name="Longest">When the longest standard route ends, in years after medical school; the end of the last step when no longer one is known.</param>
public sealed record TrainingRoute(IReadOnlyList<RouteStep> Steps, decimal Longest)
{
    private const decimal Foundation = 2;

    /// <summary>When the shortest standard route ends.</summary>
    public decimal End => Steps[^1].From + Steps[^1].Years;

    /// <summary>The route of a specialty.</summary>
    public static TrainingRoute Of(Specialty specialty)
    {
        ArgumentNullException.ThrowIfNull(specialty);
        var steps = new List<RouteStep> { new("Foundation", 0, Foundation, "2 years", Gate.None, "F1 and F2.") };
        if (specialty.YearsMin is not { } least)
        {
            return new(steps, Foundation);
        }

        var stem = First(specialty.StemYears);
        if (stem is > 0 && First(specialty.HigherYears) is { } higher)
        {
            steps.Add(new(StemName(specialty), Foundation, stem.Value, Words.Years(specialty.StemYears), Gate.Application, StemSays(specialty)));
            var (gate, says) = specialty.RunThrough switch
            {
                "yes" => (Gate.None, "No second application."),
                "mixed" => (Gate.SomeProgrammes, $"A second application, unless your programme runs through. {Entry(specialty)}"),
                _ => (Gate.Application, $"A second application. {Entry(specialty)}"),
            };
            steps.Add(new("Higher training", Foundation + stem.Value, Math.Max(higher, least - stem.Value), Words.Years(specialty.HigherYears), gate, says));
        }
        else
        {
            steps.Add(stem is null
                ? new("Stem and higher", Foundation, least, Words.Total(specialty), Gate.Application,
                    $"How the years divide between stem and specialty was not found. {Entry(specialty)}")
                : new("Run-through training", Foundation, least, Words.Total(specialty), Gate.Application, $"One application, at {specialty.EntryLevel}, and no second one."));
        }

        var end = steps[^1].From + steps[^1].Years;
        return new(steps, Math.Max(end, Foundation + (specialty.YearsMax ?? 0)));
    }

    private static string Entry(Specialty specialty) =>
        specialty.EntryLevel.Contains('T') ? $"Grade of entry: {specialty.EntryLevel}." : Sentences.UpperFirst(specialty.EntryLevel) + ".";

    private static string StemSays(Specialty specialty) =>
        (specialty.RunThrough == "yes" ? "One application. " : "The first application. ") + "Accepted: " + Words.Spell(specialty.Stem.Text) + ".";

    // The full list of what is accepted stands in the words beside the picture.
    private static string StemName(Specialty specialty) => specialty.Stem.Text switch
    {
        _ when specialty.RunThrough == "yes" => "Core years",
        var stem when stem.StartsWith("IMT stage 1", StringComparison.Ordinal) => "Internal medicine",
        var stem when stem.StartsWith("core surgical", StringComparison.Ordinal) => "Core surgery",
        var stem when stem.StartsWith("core anaesthetics CT1", StringComparison.Ordinal) => "Core anaesthetics",
        var stem when stem.StartsWith("core psychiatry", StringComparison.Ordinal) => "Core psychiatry",
        var stem when stem.StartsWith("integrated cellular", StringComparison.Ordinal) => "Shared stem",
        _ => "Core training",
    };

    private static decimal? First(string years) => decimal.TryParse(years.Split('-')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
