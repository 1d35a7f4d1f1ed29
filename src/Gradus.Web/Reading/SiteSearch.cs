using System.Collections.Concurrent;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;

namespace Gradus.Web.Reading;

/// <summary>The search index for each nation as at today; built when first asked for, and again after midnight.</summary>
public sealed class SiteSearch(ContentLibrary library, TodayInTheUk today)
{
    private readonly ConcurrentDictionary<Nation, (DateOnly On, SearchIndex Index)> _held = new();

    /// <summary>The tools, as they are found.</summary>
    public static IReadOnlyList<SearchEntry> Tools { get; } =
    [
        new(SearchKind.Tool, Features.LessThanFullTime.Links.CompletionDate(), "When do I finish training?", "Completion date calculator",
            "Work out the date on which you finish training (CCT date) with less than full time training, parental leave, sickness or time out of programme, with every step of the sum. CCT calculator."),
        new(SearchKind.Tool, Features.SpecialtyExplorer.Links.Match(), "Which specialties are worth exploring?", "Specialty explorer",
            "Questionnaire and explained match: which of 65 specialties would suit me, with reasons for and against, how sure it is, a map and a comparison. Specialty test, quiz, aptitude, career choice."),
        new(SearchKind.Tool, Features.SpecialtyExplorer.Links.WhyUndecided(), "Why can’t I decide?", "Specialty explorer",
            "Fourteen statements about what stands in the way of choosing a specialty: information, conflict, pressure, exams, odds, tiredness. Ends in a conversation to have next."),
    ];

    /// <summary>The index for a nation.</summary>
    public SearchIndex For(Nation nation)
    {
        var on = today.Date;
        if (_held.TryGetValue(nation, out var held) && held.On == on)
        {
            return held.Index;
        }

        var index = ContentSearch.Build(library, nation, on, Tools);
        _held[nation] = (on, index);
        return index;
    }
}
