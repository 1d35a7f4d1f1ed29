using System.Text;

namespace Gradus.SpecialtyApplications;

/// <summary>Finds the item of a framework that a doctor means: by key, by name, or by plain words such as “first-author paper”.</summary>
internal static class EvidenceFinder
{
    // Words that say the same in any framework; the first stands for all.
    private static readonly string[][] Alike =
    [
        ["publication", "paper", "article", "published"], ["talk", "oral", "presentation", "presented", "podium"], ["international", "intl", "abroad"], ["two", "2", "2x", "x2"], ["first", "1st"], ["phd", "doctorate", "dphil"], ["masters", "master", "msc"],
        ["pgcert", "certificate"], ["diploma", "pgdip"], ["teaching", "taught", "teach"], ["audit", "qi", "qip", "improvement"], ["co", "second", "2nd", "coauthor", "named"], ["local", "hospital", "departmental"], ["posters", "poster"], ["course", "courses"], ["meeting", "conference", "congress"],
    ];

    private static readonly HashSet<string> Small = ["a", "an", "the", "my", "at", "in", "of", "on", "or", "and", "for", "with", "to", "i", "as", "one"];

    /// <summary>The items meant: one when it is clear, several when the words fit several alike, none when they fit nothing.</summary>
    public static IReadOnlyList<FrameworkRow> Find(EvidenceItem evidence, string framework, SelfAssessmentFigures figures)
    {
        var items = figures.Frameworks.Where(row => row.Framework == framework && row.Rule != "panel" && (evidence.Domain is not { Length: > 0 } domain || IsDomain(row, domain))).ToList();
        var exact = items.Where(row => Same(row.Item, evidence.Item) || Same(row.ItemName, evidence.Item)).ToList();
        return exact.Count > 0 ? exact : ByWords(evidence.Item, items, figures);
    }

    public static bool IsDomain(FrameworkRow row, string domain) => Same(row.Domain, domain) || Same(row.DomainName, domain);

    private static List<FrameworkRow> ByWords(string text, List<FrameworkRow> items, SelfAssessmentFigures figures)
    {
        var asked = Asked(text, figures);
        if (asked.Count == 0)
        {
            return [];
        }

        // What gives nothing is meant only where no item that gives something fits, such as a degree that does not count.
        var fitting = items.Select(row => (Row: row, Extra: Extra(row, asked, figures))).Where(item => item.Extra is not null).OrderBy(item => item.Extra).ToList();
        var worth = fitting.Exists(item => !IsNothing(item.Row)) ? fitting.FindAll(item => !IsNothing(item.Row)) : fitting;
        return [.. worth.Where(item => worth[0].Extra > 0 || item.Extra == 0).Select(item => item.Row)];
    }

    /// <summary>
    /// How many words say more, or less, than what was asked: none where the words are exactly those of the item or of its kind, <c>null</c> where a word asked for is nowhere in the item.
    /// An item is asked for by its name, or by most of the plain words for its kind, and words of its name and of its domain may stand beside them.
    /// </summary>
    private static int? Extra(FrameworkRow row, HashSet<string> asked, SelfAssessmentFigures figures)
    {
        var (name, domain) = (Words(Said(row.ItemName)), Lent(row, figures));
        if (asked.Any(word => !name.Contains(word) && !domain.Contains(word) && !Phrases(row, figures).Any(phrase => phrase.Contains(word))))
        {
            return null;
        }

        return Phrases(row, figures).Where(phrase => 2 * phrase.Count(asked.Contains) > phrase.Count).Append(name)
            .Where(phrase => asked.All(word => phrase.Contains(word) || name.Contains(word) || domain.Contains(word)))
            .Min(phrase => (int?)(phrase.Count(word => !asked.Contains(word)) + asked.Count(word => !phrase.Contains(word) && !domain.Contains(word))));
    }

    private static bool IsNothing(FrameworkRow row) => row.Points == 0 || row.Item == "none" || row.Item.EndsWith("-none", StringComparison.Ordinal);

    // What a name shuts out in brackets, such as “(no case reports)”, is no way to ask for it.
    private static string Said(string name)
    {
        var open = name.IndexOf("(no", StringComparison.Ordinal);
        open = open < 0 && name.EndsWith("excluded)", StringComparison.Ordinal) ? name.IndexOf('(', StringComparison.Ordinal) : open;
        return open < 0 ? name : name[..open] + name[(name.IndexOf(')', open) + 1)..];
    }

    // Words that no framework and no kind of evidence knows, such as a journal’s name, tell nothing apart. A poster presentation is a poster, and both are given at meetings.
    private static HashSet<string> Asked(string text, SelfAssessmentFigures figures)
    {
        var asked = Words(text);
        if (asked.Contains(Stem("poster")))
        {
            asked.Remove(Stem("talk"));
        }

        if (asked.Contains(Stem("poster")) || asked.Contains(Stem("talk")))
        {
            asked.Remove(Stem("meeting"));
        }

        var known = new HashSet<string>(figures.Frameworks.SelectMany(row => Words(row.ItemName + " " + row.DomainName)).Concat(figures.EvidenceKinds.SelectMany(kind => Words(kind.Words))), StringComparer.Ordinal);
        asked.IntersectWith(known);
        return asked;
    }

    // A domain lends the words of its heading to an item only where they tell no two of its items apart.
    private static HashSet<string> Lent(FrameworkRow row, SelfAssessmentFigures figures)
    {
        if (IsNothing(row))
        {
            return [];
        }

        var lent = Words(row.DomainName.Split('(', ',', ';')[0]);
        lent.ExceptWith(figures.Frameworks.Where(other => other.Framework == row.Framework && other.Domain == row.Domain && !IsNothing(other)).SelectMany(other => Words(other.ItemName)));
        return lent;
    }

    private static IEnumerable<HashSet<string>> Phrases(FrameworkRow row, SelfAssessmentFigures figures) =>
        from kind in KindsOf(row)
        from phrase in figures.EvidenceKinds.FirstOrDefault(one => one.Kind == kind)?.Words.Split(';') ?? []
        select Words(phrase);

    public static IReadOnlyList<string> KindsOf(FrameworkRow row) => row.Kinds?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var letter in text.Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0)
            {
                var one = word.ToString();
                if (!Small.Contains(one))
                {
                    words.Add(Stem(one));
                }

                word.Clear();
            }
        }

        return words;
    }

    private static string Stem(string word)
    {
        foreach (var alike in Alike)
        {
            if (alike.Contains(word, StringComparer.Ordinal) || (word.EndsWith('s') && alike.Contains(word[..^1], StringComparer.Ordinal)))
            {
                return alike[0];
            }
        }

        return word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;
    }

    private static bool Same(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
