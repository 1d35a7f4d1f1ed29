using System.Collections.Concurrent;
using System.Text;

namespace Gradus.SpecialtyApplications;

/// <summary>An item of a framework in the words by which it can be asked for.</summary>
/// <param name="Row">The item.</param>
/// <param name="Name">The words of its name.</param>
/// <param name="OfDomain">Words of its domain's heading that tell no two items of the domain apart.</param>
/// <param name="Phrases">The plain words for each of its kinds of evidence.</param>
internal sealed record ItemWords(FrameworkRow Row, HashSet<string> Name, HashSet<string> OfDomain, IReadOnlyList<HashSet<string>> Phrases);

/// <summary>The words of the frameworks' items and of the kinds of evidence: a framework's are cut the first time that it is asked about. Safe to use from many threads.</summary>
/// <param name="figures">The frameworks.</param>
internal sealed class EvidenceWords(SelfAssessmentFigures figures)
{
    // Words that say the same in any framework; the first stands for all.
    private static readonly string[][] Alike =
    [
        ["publication", "paper", "article", "published"], ["talk", "oral", "presentation", "presented", "podium"], ["international", "intl", "abroad"],
            ["two", "2", "2x", "x2"], ["first", "1st"],
        ["phd", "doctorate", "dphil"], ["masters", "master", "msc"], ["pgcert", "certificate"], ["diploma", "pgdip"], ["teaching", "taught", "teach"],
            ["audit", "qi", "qip", "improvement"],
        ["co", "second", "2nd", "coauthor", "named"], ["local", "hospital", "departmental"], ["posters", "poster"], ["course", "courses"], ["meeting", "conference", "congress"],
    ];

    private static readonly Dictionary<string, string> ForAll = Alike.SelectMany(alike => alike.Select(word => (word, alike[0]))).ToDictionary(StringComparer.Ordinal);

    private static readonly HashSet<string> Small = ["a", "an", "the", "my", "at", "in", "of", "on", "or", "and", "for", "with", "to", "i", "as", "one"];

    private readonly ConcurrentDictionary<string, IReadOnlyList<ItemWords>> _frameworks = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _known = new(() =>
        new HashSet<string>(figures.Frameworks.SelectMany(row => In(row.ItemName + " " + row.DomainName)).Concat(figures.EvidenceKinds.SelectMany(kind => In(kind.Words))),
            StringComparer.Ordinal));

    /// <summary>Every word that some framework or some kind of evidence knows.</summary>
    public HashSet<string> Known => _known.Value;

    /// <summary>A framework's items, in its order.</summary>
    public IReadOnlyList<ItemWords> Of(string framework) => _frameworks.GetOrAdd(framework, Cut);

    /// <summary>The words of a text that say something, each as the word that stands for all of its kind.</summary>
    public static HashSet<string> In(string text)
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

    /// <summary>A word without the ending of many, or the word that stands for all that say the same.</summary>
    public static string Stem(string word)
    {
        if (ForAll.TryGetValue(word, out var stands) || (word.EndsWith('s') && ForAll.TryGetValue(word[..^1], out stands)))
        {
            return stands;
        }

        return word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;
    }

    private IReadOnlyList<ItemWords> Cut(string framework)
    {
        var rows = figures.Frameworks.Where(row => row.Framework == framework).ToList();
        return rows.ConvertAll(row => new ItemWords(row, In(Said(row.ItemName)), OfDomain(row, rows), [.. Phrases(row)]));
    }

    // What a name shuts out in brackets, such as “(no case reports)”, is no way to ask for it.
    private static string Said(string name)
    {
        var open = name.IndexOf("(no", StringComparison.Ordinal);
        open = open < 0 && name.EndsWith("excluded)", StringComparison.Ordinal) ? name.IndexOf('(', StringComparison.Ordinal) : open;
        return open < 0 ? name : name[..open] + name[(name.IndexOf(')', open) + 1)..];
    }

    private static HashSet<string> OfDomain(FrameworkRow row, List<FrameworkRow> rows)
    {
        if (row.GivesNothing)
        {
            return [];
        }

        var words = In(row.DomainName.Split('(', ',', ';')[0]);
        words.ExceptWith(rows.Where(other => other.Domain == row.Domain && !other.GivesNothing).SelectMany(other => In(other.ItemName)));
        return words;
    }

    private IEnumerable<HashSet<string>> Phrases(FrameworkRow row) =>
        from kind in row.KindsOfEvidence
        from phrase in figures.EvidenceKinds.FirstOrDefault(one => one.Kind == kind)?.Words.Split(';') ?? []
        select In(phrase);
}
