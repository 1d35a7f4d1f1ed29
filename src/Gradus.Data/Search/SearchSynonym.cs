namespace Gradus.Data.Search;

/// <summary>A word or phrase that doctors use, and what the pages call it.</summary>
internal sealed class SearchSynonym
{
    private readonly string[] _words;
    private readonly string[] _families;

    /// <summary>Reads a line of <c>synonyms.yaml</c>.</summary>
    /// <param name="typed">What doctors type, in lower case.</param>
    /// <param name="names">What the pages call it: one name or several, any of which will do.</param>
    public SearchSynonym(string typed, string[] names)
    {
        _words = typed.Split(' ');
        _families = [.. _words.Select(SearchText.Family)];
        Typed = typed;
        Names = [.. names.Select(name => new SynonymName([.. SearchText.Telling(name).Distinct(StringComparer.Ordinal)], SearchText.Phrase(name)))
            .Where(name => name.Words.Length > 0)];
        Families = names.Select(SearchText.Families).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What doctors type.</summary>
    public string Typed { get; }

    /// <summary>How many words are typed.</summary>
    public int Length => _words.Length;

    /// <summary>What the pages call it.</summary>
    public IReadOnlyList<SynonymName> Names { get; }

    /// <summary>Each name as the families of its words.</summary>
    public IReadOnlySet<string> Families { get; }

    /// <summary>Whether it was typed at a place, in these words or in others of their families.</summary>
    public bool StandsAt(IReadOnlyList<string> typed, IReadOnlyList<string> families, int at)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if (typed[at + i] != _words[i] && families[at + i] != _families[i])
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What the pages call something.</summary>
/// <param name="Words">The words that tell something.</param>
/// <param name="Phrase">All its words, with a space before, between and after them.</param>
internal sealed record SynonymName(string[] Words, string Phrase);
