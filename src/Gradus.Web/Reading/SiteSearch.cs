using System.Collections.Concurrent;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;

namespace Gradus.Web.Reading;

/// <summary>The search index for each nation as at today; built when first asked for, and again after midnight.</summary>
public sealed class SiteSearch(ContentLibrary library, TodayInTheUk today, Features.SpecialtyExplorer.Specialties.Catalogue specialties)
{
    private readonly ConcurrentDictionary<Nation, (DateOnly On, SearchIndex Index)> _held = new();

    /// <summary>The tools, as they are found.</summary>
    public static IReadOnlyList<SearchEntry> Tools { get; } =
    [
        new(SearchKind.Tool, Features.LessThanFullTime.Links.CompletionDate(), "When do I finish training?", "Completion date calculator",
            "Work out the date on which you finish training (CCT date) with less than full time training, parental leave, sickness or time out of programme, with every step of the sum. CCT calculator."),
        new(SearchKind.Tool, Features.FoundationApplications.Links.Chances(), "What are my chances of each foundation school?", "Foundation school chances",
            "Put the foundation schools in your order of preference and see the chance (odds, probability) of each under the Preference Informed Allocation: competition ratios by year, linked applicants, the priority group, another order, and what a result says about your rank."),
        new(SearchKind.Tool, Features.FoundationApplications.Links.HowAllocationWorks(), "How the foundation school allocation works", "The two passes, step by step",
            "The Preference Informed Allocation (PIA) explained: a random rank, first choices first, then the second pass, with a worked example of four people to step through."),
    ];

    /// <summary>The index for a nation.</summary>
    public SearchIndex For(Nation nation)
    {
        var on = today.Date;
        if (_held.TryGetValue(nation, out var held) && held.On == on)
        {
            return held.Index;
        }

        var index = ContentSearch.Build(library, nation, on, [.. Tools, .. specialties.SearchEntries]);
        _held[nation] = (on, index);
        return index;
    }
}
