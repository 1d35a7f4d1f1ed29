namespace Gradus.Data.Search;

/// <summary>A query as it is looked for.</summary>
/// <param name="Terms">The words asked for.</param>
/// <param name="Meant">The synonyms that stand in it.</param>
/// <param name="Pairs">Its neighbouring words that tell something, two by two.</param>
/// <param name="Phrase">All its words in their order; <c>null</c> for a single one.</param>
/// <param name="Families">The families of its words, in their order.</param>
/// <param name="Typed">All its words, in their order.</param>
/// <param name="ToolWeight">How much more a tool counts: a calculator was asked for, or the question is one about oneself.</param>
/// <param name="ReadAs">The words as they were read, where a slip was taken for a near word; <c>null</c> where none was.</param>
/// <param name="DidYouMean">The words with a near one offered for each that stands nowhere; <c>null</c> when there is nothing to offer.</param>
internal sealed record SearchReading(IReadOnlyList<SearchTerm> Terms, IReadOnlyList<MeantSynonym> Meant, IReadOnlyList<WordPair> Pairs, string? Phrase,
    string Families, IReadOnlyList<string> Typed, double ToolWeight, string? ReadAs, string? DidYouMean)
{
    /// <summary>How much it tells to find every word.</summary>
    public double Worth { get; } = Terms.Sum(term => term.Rarity);

    /// <summary>The terms that stand in an entry which has all that was typed, a bit each: those that are looked for by any word.</summary>
    public int Sought { get; } = Terms.Index().Sum(term => term.Item.Words.Count > 0 ? 1 << term.Index : 0);

    /// <summary>Whether a name, as the families of its words, is what a synonym stands for.</summary>
    public bool IsMeantBy(string name)
    {
        foreach (var meant in Meant)
        {
            if (meant.Synonym.Families.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words that count as a match in an excerpt.</summary>
    public HashSet<string> Words() =>
        [.. Terms.SelectMany(term => term.Words.Select(form => form.Word)), .. Meant.SelectMany(meant => meant.Synonym.Names.SelectMany(name => name.Words))];
}

/// <summary>A word asked for.</summary>
/// <param name="Words">The forms it is looked for by, each with how much it counts.</param>
/// <param name="Rarity">How much it tells to find it.</param>
internal sealed record SearchTerm(IReadOnlyList<(string Word, double Weight)> Words, double Rarity);

/// <summary>A synonym that stands in a query.</summary>
/// <param name="Synonym">The synonym.</param>
/// <param name="Terms">The terms it stands for, a bit each.</param>
internal sealed record MeantSynonym(SearchSynonym Synonym, int Terms)
{
    /// <summary>Whether it stands for a term.</summary>
    public bool StandsFor(int term) => (Terms >> term & 1) != 0;
}

/// <summary>Two words that were typed beside each other, or with nothing but common words between them.</summary>
/// <param name="Phrase">The words from the one to the other, with a space before, between and after them.</param>
/// <param name="Terms">The terms they are, a bit each.</param>
/// <param name="Worth">How much it tells to find both.</param>
internal sealed record WordPair(string Phrase, int Terms, double Worth);
