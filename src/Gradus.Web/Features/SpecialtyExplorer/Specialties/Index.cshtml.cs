using System.Globalization;
using Gradus.SpecialtyExplorer;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>All specialties, narrowed and ordered by a form whose choices stand in the address.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class SpecialtiesModel(Catalogue catalogue) : PageModel
{
    private const int LongestWords = 100;

    /// <summary>The orders beside the one by name.</summary>
    public static IReadOnlyList<(string Key, string Words)> Orders { get; } = [("group", "Group"), ("years", "Fewest years first"),
        ("competition", "Fewest applications a post first")];

    /// <summary>The grades of entry that can be asked for.</summary>
    public static IReadOnlyList<(string Key, string Words)> Levels { get; } = [("first", "First year (CT1 or ST1)"), ("st3", "ST3, after core training"),
        ("st4", "ST4, after core training")];

    /// <summary>What the pages need.</summary>
    public Catalogue Catalogue => catalogue;

    /// <summary>Every group.</summary>
    public IReadOnlyList<string> Groups { get; } = [.. catalogue.Content.Specialties.Select(specialty => specialty.Group)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    /// <summary>The group asked for; empty for any.</summary>
    public string Group { get; private set; } = "";

    /// <summary>The grade of entry asked for; empty for any.</summary>
    public string Level { get; private set; } = "";

    /// <summary>Run-through as asked for; empty for any.</summary>
    public string RunThrough { get; private set; } = "";

    /// <summary>With or without the take; empty for any.</summary>
    public string Take { get; private set; } = "";

    /// <summary>The longest acceptable number of years; <c>null</c> for any.</summary>
    public int? Years { get; private set; }

    /// <summary>The words asked for.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>The order asked for; empty for by name.</summary>
    public string Sort { get; private set; } = "";

    /// <summary>What fits: in one list without a heading, or in one for each group.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<Specialty> Specialties)> Found { get; private set; } = [];

    /// <summary>Shows the list. What is asked for and unknown counts as not asked.</summary>
    public void OnGet(string? group, string? level, [FromQuery(Name = "run-through")] string? runThrough, string? years, string? take, string? words, string? sort)
    {
        Group = group is not null && Groups.Contains(group) ? group : "";
        Level = Levels.Any(entry => entry.Key == level) ? level! : "";
        RunThrough = runThrough is "yes" or "no" or "mixed" ? runThrough : "";
        Take = take is "with" or "without" ? take : "";
        Years = int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= 20 ? most : null;
        Asked = words is null ? "" : words[..Math.Min(words.Length, LongestWords)];
        Sort = Orders.Any(entry => entry.Key == sort) ? sort! : "";
        var fitting = catalogue.Content.Specialties.Where(Fits).OrderBy(specialty => specialty.Name, StringComparer.Ordinal);
        Found = Sort switch
        {
            "years" => List(fitting.OrderBy(specialty => specialty.YearsMin ?? decimal.MaxValue).ThenBy(specialty => specialty.YearsMax ?? decimal.MaxValue)),
            "competition" => List(fitting.OrderBy(specialty => catalogue.LatestDirect(specialty)?.Ratio ?? decimal.MaxValue)),
            "group" => [.. fitting.GroupBy(specialty => specialty.Group, StringComparer.Ordinal)
                .OrderBy(found => found.Key, StringComparer.Ordinal)
                .Select(found => (found.Key, (IReadOnlyList<Specialty>)[.. found]))],
            _ => List(fitting),
        };
    }

    private static IReadOnlyList<(string, IReadOnlyList<Specialty>)> List(IEnumerable<Specialty> specialties) => specialties.Any() ? [("", [.. specialties])] : [];

    // A length whose longest is unknown stays in when its shortest fits: it says so itself.
    private bool Fits(Specialty specialty) =>
        (Group.Length == 0 || specialty.Group == Group)
        && (Level.Length == 0 || EntersAt(specialty.EntryLevel, Level))
        && (RunThrough.Length == 0 || specialty.RunThrough == RunThrough)
        && (Take.Length == 0 || specialty.UnselectedTake == (Take == "with"))
        && (Years is null || (specialty.YearsMax ?? specialty.YearsMin ?? 0) <= Years)
        && Asked.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => (specialty.Name + " " + specialty.EntryRoute.Text + " " + string.Join(' ', catalogue.TextOf(specialty).Paragraphs)).Contains(word,
                StringComparison.OrdinalIgnoreCase));

    private static bool EntersAt(string published, string level) => level == "first"
        ? published.Contains("T1", StringComparison.Ordinal)
        : published.Contains(level, StringComparison.OrdinalIgnoreCase);
}
