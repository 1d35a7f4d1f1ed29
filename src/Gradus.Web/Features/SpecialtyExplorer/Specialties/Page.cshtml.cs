using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>A part of a fact.</summary>
/// <param name="Words">What it says; <c>null</c> when nothing was found.</param>
/// <param name="Status">How sure we are.</param>
/// <param name="SourceId">Where it is written.</param>
public sealed record FactPart(string? Words, Status Status, string SourceId);

/// <summary>A key fact: what, and its parts.</summary>
public sealed record Fact(string Name, IReadOnlyList<FactPart> Parts);

/// <summary>A specialty; for an address that is none, the specialties it may have meant.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class SpecialtyModel(Catalogue catalogue, ContentLibrary library, SiteSearch search, TodayInTheUk today) : PageModel
{
    private const string TakeRule = "jrcptb-specialties";
    private const string ScopeSource = "gradus-scope-coding";
    private const int LongestWords = 100;

    /// <summary>What the pages need.</summary>
    public Catalogue Catalogue => catalogue;

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>The specialty; <c>null</c> when the address names none.</summary>
    public Specialty? Specialty { get; private set; }

    /// <summary>The specialties that the address may have meant; empty when it names one.</summary>
    public IReadOnlyList<SearchHit> Suggestions { get; private set; } = [];

    /// <summary>Its key facts.</summary>
    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    /// <summary>What the page cites.</summary>
    public Citations Citations { get; } = new(library);

    /// <summary>Shows the page.</summary>
    public void OnGet(string slug)
    {
        Reader = Reader.Of(HttpContext, today);
        Specialty = catalogue.Find(slug);
        if (Specialty is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            var words = slug.Replace('-', ' ');
            Suggestions = [.. search.For(Reader.Nation)
                .Find(words[..Math.Min(words.Length, LongestWords)], 30).Hits
                .Where(hit => catalogue.Content.Specialties.Any(specialty => Links.Specialty(specialty.Id) == hit.Address))
                .Take(5)];
            return;
        }

        Facts = FactsOf(Specialty);
    }

    private List<Fact> FactsOf(Specialty specialty)
    {
        Fact Listed(string name, ListedFact fact) => new(name, [.. fact.Parts.Select(part => PartOf(part, specialty))]);
        Fact Plain(string name, string? text, Status status, string source) => new(name, [new(text, text is null ? Status.NotFound : status, source)]);
        Fact Written(string name, string? text) => Plain(name, text, specialty.Status, specialty.SourceId);
        string? Known(string years) => years == "unknown" ? null : Words.Years(years);
        var settings = catalogue.Content.Questionnaire.Interests.First(area => area.Id == "setting").Choices;
        return
        [
            Written("Group", specialty.Group),
            Written("College or faculty", specialty.College),
            Listed("Way in", specialty.EntryRoute),
            Written("Grade at entry", Sentences.UpperFirst(specialty.EntryLevel)),
            Listed("Core or stem accepted", specialty.Stem),
            Written("Core or stem years", Known(specialty.StemYears)),
            Written("Higher years", Known(specialty.HigherYears)),
            Written("In all, after foundation", specialty.YearsMin is null ? null : Words.Total(specialty) + ", full time"),
            Written("Run-through", Words.RunThrough(specialty.RunThrough)),
            Listed("Exams", specialty.Exams),
            Listed("Sub-specialties", specialty.SubSpecialties),
            Listed("Two certificates together", specialty.DualPairings),
            Plain("Unselected medical take",
                specialty.UnselectedTake ? "Yes: trained together with general internal medicine" : "No: not by the rule for Group 1 physicians",
                Status.Computed, TakeRule),
            Plain("Where the work is",
                Sentences.UpperFirst(string.Join("; ", specialty.Setting.Select(value => Sentences.LowerFirst(settings.First(choice => choice.Id == value).Text)))),
                Status.Editorial, ScopeSource),
            Plain("Nights", Words.Nights(specialty.Nights), Status.Editorial, ScopeSource),
        ];
    }

    private static FactPart PartOf(ListedPart part, Specialty specialty) => new(
        part.Text == "unknown" ? null : Sentences.UpperFirst(Words.Spell(part.Text).Replace("unknown", "not found", StringComparison.OrdinalIgnoreCase)),
        part.Status, specialty.SourceId);
}
