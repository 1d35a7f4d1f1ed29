using Gradus.Tools;

namespace Gradus.Data.Content;

/// <summary>The systems of the house, by their name in content and addresses, in the order in which the hub lists them.</summary>
public static class Rooms
{
    /// <summary>Every system's name; in code the same words are joined in capitals, so <c>less-than-full-time</c> is <c>LessThanFullTime</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "foundation-applications", "shadowing", "induction",
        "specialty-explorer", "specialty-applications", "medical-cv", "changing-specialty",
        "less-than-full-time", "code-of-practice", "handover",
        "appraisal", "revalidation", "sas-charter", "gp-workforce", "gp-partnership", "gp-retention", "mentoring",
        "return-to-practice", "working-abroad", "volunteering-abroad",
    ];

    /// <summary>The pages of a system beside its <c>guidance.md</c>: working abroad has one for each country.</summary>
    public static IReadOnlyList<string> PagesOf(string system) =>
        system == "working-abroad" ? ["new-zealand", "canada", "usa", "australia"] : [];

    /// <summary>The addresses that guidance may link to beside guidance itself: the tools, and the pages about the site.</summary>
    public static IReadOnlyList<string> OtherAddresses { get; } =
        [
            "/", .. AllTools.All.Select(tool => tool.Address), "/tools", "/dates", "/sources", "/changes", "/search", "/api", "/accessibility", "/privacy", "/about",
        ];

    /// <summary>A system's name to a reader: <c>gp-workforce</c> is “GP workforce”.</summary>
    public static string Title(string system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var words = system.Split('-')
            .Select((word, place) => word is "gp" or "sas" or "cv" ? word.ToUpperInvariant() : place == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
        return string.Join(' ', words);
    }
}
