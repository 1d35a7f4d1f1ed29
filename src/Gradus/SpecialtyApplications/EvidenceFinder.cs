namespace Gradus.SpecialtyApplications;

/// <summary>Finds the item of a framework that a doctor means: by key, by name, or by plain words such as “first-author paper”.</summary>
internal static class EvidenceFinder
{
    /// <summary>The items meant: one when it is clear, several when the words fit several alike, none when they fit nothing.</summary>
    public static IReadOnlyList<FrameworkRow> Find(EvidenceItem evidence, string framework, SelfAssessmentFigures figures)
    {
        var items = figures.Frameworks.Where(row => row.Framework == framework && row.Rule != "panel" && (evidence.Domain is not { Length: > 0 } domain || IsDomain(row, domain)))
            .ToList();
        var exact = items.Where(row => Same(row.Item, evidence.Item) || Same(row.ItemName, evidence.Item) || Same(FullName(row), evidence.Item)
            || Same($"{row.Domain}: {row.Item}", evidence.Item)).ToList();
        return exact.Count > 0
            ? exact
            : ByWords(evidence.Item, [.. figures.Words.Of(framework).Where(item => items.Exists(row => ReferenceEquals(row, item.Row)))], figures.Words.Known);
    }

    /// <summary>The name by which only this item of its framework is meant: its own, or with its domain's before it where others have the same.</summary>
    public static string NameOf(FrameworkRow row, IReadOnlyList<FrameworkRow> items) => items.Count(other => Same(other.ItemName, row.ItemName)) > 1 ? FullName(row) : row.ItemName;

    /// <summary>An item with its domain: “Teaching delivered: Occasional teaching”.</summary>
    public static string FullName(FrameworkRow row) => $"{row.DomainName}: {row.ItemName}";

    public static bool IsDomain(FrameworkRow row, string domain) => Same(row.Domain, domain) || Same(row.DomainName, domain);

    private static List<FrameworkRow> ByWords(string text, List<ItemWords> items, HashSet<string> known)
    {
        var asked = Asked(text, known);
        if (asked.Count == 0)
        {
            return [];
        }

        // What gives nothing is meant only where no item that gives something fits, such as a degree that does not count.
        var fitting = items.Select(item => (item.Row, Extra: Extra(item, asked))).Where(item => item.Extra is not null).OrderBy(item => item.Extra).ToList();
        var worth = fitting.Exists(item => !item.Row.GivesNothing) ? fitting.FindAll(item => !item.Row.GivesNothing) : fitting;
        return [.. worth.Where(item => worth[0].Extra > 0 || item.Extra == 0).Select(item => item.Row)];
    }

    /// <summary>
    /// How many words say more, or less, than what was asked: none where the words are exactly those of the item or of its kind, <c>null</c> where a word asked
    /// for is nowhere in the item.
    /// An item is asked for by its name, or by most of the plain words for its kind, and words of its name and of its domain may stand beside them.
    /// </summary>
    private static int? Extra(ItemWords item, HashSet<string> asked)
    {
        var (name, domain) = (item.Name, item.OfDomain);
        if (asked.Any(word => !name.Contains(word) && !domain.Contains(word) && !item.Phrases.Any(phrase => phrase.Contains(word))))
        {
            return null;
        }

        return item.Phrases.Where(phrase => 2 * phrase.Count(asked.Contains) > phrase.Count).Append(name)
            .Where(phrase => asked.All(word => phrase.Contains(word) || name.Contains(word) || domain.Contains(word)))
            .Min(phrase => (int?)(phrase.Count(word => !asked.Contains(word)) + asked.Count(word => !phrase.Contains(word) && !domain.Contains(word))));
    }

    // Words that no framework and no kind of evidence knows, such as a journal’s name, tell nothing apart. A poster presentation is a poster, and both are given at meetings.
    private static HashSet<string> Asked(string text, HashSet<string> known)
    {
        var asked = EvidenceWords.In(text);
        if (asked.Contains(EvidenceWords.Stem("poster")))
        {
            asked.Remove(EvidenceWords.Stem("talk"));
        }

        if (asked.Contains(EvidenceWords.Stem("poster")) || asked.Contains(EvidenceWords.Stem("talk")))
        {
            asked.Remove(EvidenceWords.Stem("meeting"));
        }

        asked.IntersectWith(known);
        return asked;
    }

    private static bool Same(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
