using System.Text;

namespace Gradus.SpecialtyApplications;

/// <summary>Finds the item of a framework that a doctor means: by key, by name, or by plain words such as “first-author paper”.</summary>
internal static class EvidenceFinder
{
    // Words that say the same in any framework; the first stands for all.
    private static readonly string[][] Alike =
    [
        ["publication", "paper", "article", "published"], ["talk", "oral", "presentation", "presented", "podium"], ["international", "abroad"], ["phd", "doctorate", "dphil"], ["masters", "master", "msc"],
        ["pgcert", "certificate"], ["diploma", "pgdip"], ["teaching", "taught", "teach"], ["audit", "qi", "qip", "improvement"], ["co", "second", "coauthor", "named"], ["local", "hospital", "departmental"], ["posters", "poster"], ["course", "courses"], ["meeting", "conference", "congress"],
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

        var scored = items.Where(row => row.Points != 0)
            .Select(row => (Row: row, Fits: Phrases(row, figures).Select(words => (Missing: asked.Count(word => !words.Contains(word)), Extra: words.Count(word => !asked.Contains(word)))).Min()))
            .Where(item => item.Fits.Missing == 0).ToList();
        if (scored.Count == 0)
        {
            return [];
        }

        var least = scored.Min(item => item.Fits.Extra);
        return [.. scored.Where(item => item.Fits.Extra == least).Select(item => item.Row)];
    }

    // Words that no framework and no kind of evidence knows, such as a journal’s name, tell nothing apart. A poster presentation is a poster.
    private static HashSet<string> Asked(string text, SelfAssessmentFigures figures)
    {
        var asked = Words(text);
        if (asked.Contains(Stem("poster")))
        {
            asked.Remove(Stem("talk"));
        }

        var known = new HashSet<string>(figures.Frameworks.SelectMany(row => Words(row.ItemName + " " + row.DomainName)).Concat(figures.EvidenceKinds.SelectMany(kind => Words(kind.Words))), StringComparer.Ordinal);
        asked.IntersectWith(known);
        return asked;
    }

    private static IEnumerable<HashSet<string>> Phrases(FrameworkRow row, SelfAssessmentFigures figures)
    {
        // A domain lends its words to an item only where they tell no two of its items apart.
        var own = Words(row.ItemName);
        var lent = Words(row.DomainName);
        lent.ExceptWith(figures.Frameworks.Where(other => other.Framework == row.Framework && other.Domain == row.Domain).SelectMany(other => Words(other.ItemName)));
        own.UnionWith(lent);
        yield return own;
        foreach (var kind in KindsOf(row))
        {
            foreach (var phrase in figures.EvidenceKinds.FirstOrDefault(one => one.Kind == kind)?.Words.Split(';') ?? [])
            {
                yield return Words(phrase);
            }
        }
    }

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
