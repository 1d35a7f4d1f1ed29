using Gradus.Data.Search;

namespace Gradus.Data.Content;

/// <summary>A page that works something out, beside guidance.</summary>
/// <param name="System">The room it belongs to.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Title">The question it answers.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Words">What it does, in the words people search for.</param>
public sealed record Tool(string System, string Address, string Title, string Name, string Words)
{
    /// <summary>Its card on the home page, beneath its room: a name and a few words; <c>null</c> for none.</summary>
    public (string Name, string Words)? Card { get; init; }
}

/// <summary>Every tool: what search, the home page and the map of the site know of them.</summary>
public static class Tools
{
    /// <summary>The tools, in the order of their cards.</summary>
    public static IReadOnlyList<Tool> All { get; } =
    [
        new("less-than-full-time", "/less-than-full-time/completion-date", "When do I finish training?", "Completion date calculator",
            "Work out the date on which you finish training (CCT date) with less than full time training, parental leave, sickness or time out of programme, with every step of the sum. CCT calculator.")
        {
            Card = ("When do I finish?", "Completion date, with the sums"),
        },
        new("foundation-applications", "/foundation-applications/chances", "What are my chances of each foundation school?", "Foundation school chances",
            "Put the foundation schools in your order of preference and see the chance (odds, probability) of each under the Preference Informed Allocation: competition ratios by year, linked applicants, the priority group, another order, and what a result says about your rank.")
        {
            Card = ("My chances", "Of each foundation school, with my order"),
        },
        new("foundation-applications", "/foundation-applications/how-allocation-works", "How the foundation school allocation works", "The two passes, step by step",
            "The Preference Informed Allocation (PIA) explained: a random rank, first choices first, then the second pass, with a worked example of four people to step through."),
        new("specialty-explorer", "/specialty-explorer/match", "Which specialties are worth exploring?", "Specialty explorer",
            "Questionnaire and explained match: which of 65 specialties would suit me, with reasons for and against, how sure it is, a map and a comparison. Specialty test, quiz, aptitude, career choice.")
        {
            Card = ("Specialty explorer", "Questions, then reasons for and against 65"),
        },
        new("specialty-explorer", "/specialty-explorer/why-undecided", "Why can’t I decide?", "Specialty explorer",
            "Fourteen statements about what stands in the way of choosing a specialty: information, conflict, pressure, exams, odds, tiredness. Ends in a conversation to have next."),
        new("specialty-explorer", "/specialty-explorer/specialties", "The specialties, one by one", "All specialties compared",
            "Every specialty in which a doctor can train in the UK, by group, way in, run-through, years and competition.")
        {
            Card = ("The specialties, one by one", "The work, the route, the competition"),
        },
        new("specialty-explorer", "/specialty-explorer/competition", "Competition for specialty training", "Competition ratios",
            "Competition ratios: applications for each post by programme and year, with the break of 2026."),
    ];

    /// <summary>The tools, as they are found.</summary>
    public static IEnumerable<SearchEntry> SearchEntries => All.Select(tool => new SearchEntry(SearchKind.Tool, tool.Address, tool.Title, tool.Name, tool.Words));
}
