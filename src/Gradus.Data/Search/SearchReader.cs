namespace Gradus.Data.Search;

/// <summary>Reads what was typed: takes words apart, knows what doctors call things, takes slips for the words meant, and says by which forms each word is looked for.</summary>
/// <param name="entries">What can be found.</param>
/// <param name="synonyms">Words and phrases that doctors use.</param>
internal sealed class SearchReader(IndexedEntries entries, IReadOnlyList<SearchSynonym> synonyms)
{
    private const int LongestQuery = 200;
    private const int MostTerms = 12;
    private const int MostBeginning = 12;
    private const int ShortestOffered = 6;
    private const double KinWeight = 0.9;
    private const double BeginningWeight = 0.6;
    private const double BeginningOfKnownWeight = 0.35;
    private const int UsesOfCommon = 50; // One entry in so many has what common words mean together.
    private const double OfNoSubject = 0.5; // A word of running text tells less than one that names a subject.
    private const double ForAToolWeight = 1.6;
    private const double OwnQuestionWeight = 1.3;

    private readonly SearchVocabulary _vocabulary = new(
        entries.Words, entries.Uses, entries.Written.Capitals,
            synonyms.Select(synonym => synonym.Typed).Where(typed => !typed.Contains(' ', StringComparison.Ordinal)), entries.Written.OnlyJoined());

    /// <summary>How much a word counts that was typed with another ending of a verb.</summary>
    public const double InflectedWeight = 0.7;

    /// <summary>Reads a query; only its first 200 characters.</summary>
    public SearchReading Read(string query)
    {
        var (typed, written) = Cut(query.Length > LongestQuery ? query[..LongestQuery] : query);
        var (readAs, offered) = Correct(typed, written);
        var meant = Meant(readAs);
        var (names, isName) = HospitalNames.Find(readAs, at => meant.Exists(synonym => synonym.Stands(at)), entries.HasPhrase, _vocabulary.Knows, entries.Written.IsName);
        List<int> asked = isName ? [] : Asked(readAs, meant, names);
        var terms = asked.ConvertAll(at => Expand(readAs, at, meant.Exists(synonym => synonym.Stands(at))));
        return new SearchReading(
            terms,
            meant.ConvertAll(found => new MeantSynonym(found.Synonym, asked.Select((at, term) => found.Stands(at) || IsAgain(readAs, at, found) ? 1 << term : 0).Sum())),
            Pairs(readAs, asked, terms),
            readAs.Count > 1 ? " " + string.Join(' ', readAs) + " " : null,
            " " + string.Join(' ', readAs.Select(SearchText.Family)) + " ",
            readAs,
            readAs.Exists(SearchText.IsForATool) ? ForAToolWeight : SearchText.IsOwnQuestion(readAs) ? OwnQuestionWeight : 1,
            readAs.SequenceEqual(typed) ? null : string.Join(' ', written.Select((word, i) => readAs[i] == typed[i] ? word : readAs[i])),
            isName || offered.SequenceEqual(typed)
                ? null
                : string.Join(' ', written.Select((word, i) => offered[i] != typed[i] ? offered[i] : readAs[i] != typed[i] ? readAs[i] : word)));
    }

    // The words, as the index holds them and as they were typed.
    private (List<string> Typed, List<string> Written) Cut(string query)
    {
        var (typed, written) = (new List<string>(), new List<string>());
        foreach (var (word, start, length) in SearchText.Words(query))
        {
            var parts = _vocabulary.Parts(word, AreNeighbours)?.Split(' ') ?? [word];
            typed.AddRange(parts);
            written.AddRange(parts.Length > 1 ? parts : [query.Substring(start, length)]);
        }

        return (typed, written);
    }

    // An English word was meant as it stands, and so was a name: a word with a capital that is not the first. Anything else that stands nowhere is a slip. Short
    // words have too many neighbours for an offer to help.
    private (List<string> ReadAs, List<string> Offered) Correct(List<string> typed, List<string> written)
    {
        var meant = Meant(typed);
        var (readAs, offered) = (typed.ToList(), typed.ToList());
        for (var i = 0; i < typed.Count; i++)
        {
            var word = typed[i];
            if (SearchText.IsCommon(word)
                || meant.Exists(synonym => synonym.Stands(i))
                || _vocabulary.Knows(word)
                || IsJoined(typed, i)
                || _vocabulary.Near(word) is not [var near, ..])
            {
                continue;
            }

            if (!EnglishWords.Contains(word) && (i == 0 || !char.IsUpper(written[i][0])) && (word.Length >= ShortestOffered || IsSought(near)))
            {
                readAs[i] = near;
            }
            else if (word.Length >= ShortestOffered)
            {
                offered[i] = near;
            }
        }

        return (readAs, offered);
    }

    // The places of the words that tell something, each word once; of all words where none does. Common words that have a meaning together tell something, at their first.
    private static List<int> Asked(List<string> words, List<Found> meant, HashSet<int> names)
    {
        bool Tells(int at) => !SearchText.IsCommon(words[at]) && !SearchText.IsForATool(words[at]) && !names.Contains(at);
        var together = meant.Where(found => !Enumerable.Range(found.First, found.Synonym.Length).Any(Tells)).Select(found => found.First).ToHashSet();
        var telling = Enumerable.Range(0, words.Count).Where(at => Tells(at) || together.Contains(at)).ToList();
        return [.. (telling.Count > 0 ? telling : Enumerable.Range(0, words.Count)).DistinctBy(i => words[i], StringComparer.Ordinal).Take(MostTerms)];
    }

    private static List<WordPair> Pairs(List<string> words, List<int> asked, List<SearchTerm> terms)
    {
        var pairs = new List<WordPair>();
        for (var term = 1; term < asked.Count; term++)
        {
            var (first, last) = (asked[term - 1], asked[term]);
            pairs.Add(new WordPair(" " + string.Join(' ', words[first..(last + 1)]) + " ", (1 << term) | (1 << (term - 1)), terms[term - 1].Rarity + terms[term].Rarity));
        }

        return pairs;
    }

    // A word typed twice is one term; it stands for the synonym wherever it was typed.
    private static bool IsAgain(List<string> typed, int at, Found found) => Enumerable.Range(found.First, found.Synonym.Length).Any(i => typed[i] == typed[at]);

    private bool AreNeighbours(string words)
    {
        var phrase = " " + words + " ";
        return entries.HasPhrase(phrase) || synonyms.Any(synonym => (" " + synonym.Typed + " ").Contains(phrase, StringComparison.Ordinal));
    }

    // A short word has many neighbours: one that only stands in running text is seldom what was meant, and Gwent is no slip for went.
    private bool IsSought(string word) =>
        SearchText.IsCommon(word)
            || entries.IsSubject(word)
            || entries.Written.Capitals.Contains(word)
            || synonyms.Any(synonym => synonym.Typed.Split(' ').Contains(word, StringComparer.Ordinal));

    private bool IsJoined(List<string> typed, int at) =>
        (at > 0 && entries.Uses(typed[at - 1] + typed[at]) > 0) || (at + 1 < typed.Count && entries.Uses(typed[at] + typed[at + 1]) > 0);

    private List<Found> Meant(List<string> typed)
    {
        var families = typed.ConvertAll(SearchText.Family);
        var found = new List<Found>();
        foreach (var synonym in synonyms)
        {
            for (var i = 0; i + synonym.Length <= typed.Count; i++)
            {
                if (synonym.StandsAt(typed, families, i))
                {
                    found.Add(new Found(synonym, i));
                }
            }
        }

        return found;
    }

    private SearchTerm Expand(List<string> typed, int at, bool isSynonym)
    {
        var asked = typed[at];
        if (isSynonym && SearchText.IsCommon(asked))
        {
            return new SearchTerm([], entries.Rarity(entries.Count / UsesOfCommon));
        }

        var words = new List<(string Word, double Weight)>();
        if (entries.Uses(asked) > 0)
        {
            words.Add((asked, 1));
        }

        if (at > 0 && entries.Uses(typed[at - 1] + asked) > 0)
        {
            words.Add((typed[at - 1] + asked, 1));
        }

        if (at + 1 < typed.Count && entries.Uses(asked + typed[at + 1]) > 0)
        {
            words.Add((asked + typed[at + 1], 1));
        }

        words.AddRange(_vocabulary.Kin(asked).Select(word => (word, KinWeight)));
        var common = words.Sum(word => entries.Uses(word.Word));
        words.AddRange(_vocabulary.Inflected(asked).Where(word => !words.Exists(held => held.Word == word)).Select(word => (word, InflectedWeight)).ToList());
        if (asked.Length >= 3 && !(isSynonym && asked.Length == 3))
        {
            var weight = common > 0 ? BeginningOfKnownWeight : BeginningWeight;
            words.AddRange(_vocabulary.Beginning(asked).Where(word => !words.Exists(held => held.Word == word)).Take(MostBeginning).Select(word => (word, weight)).ToList());
        }

        // One rarity for all: a rare word that only begins so tells no more than the word itself.
        var uses = common > 0 ? common : words.Sum(word => entries.Uses(word.Word));
        var isSubject = isSynonym || words.Exists(word => word.Weight >= InflectedWeight && entries.IsSubject(word.Word));
        return new SearchTerm(words, (isSubject ? 1 : OfNoSubject) * entries.Rarity(Math.Min(uses, entries.Count)));
    }

    /// <summary>A synonym that stands in what was typed, from its first word.</summary>
    private readonly record struct Found(SearchSynonym Synonym, int First)
    {
        public bool Stands(int at) => at >= First && at < First + Synonym.Length;
    }
}
