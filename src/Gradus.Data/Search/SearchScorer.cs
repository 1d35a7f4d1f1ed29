namespace Gradus.Data.Search;

/// <summary>
/// Scores entries and pages for a query: BM25 (Robertson and Zaragoza, 2009) by word, then by how much of the question is covered, a rare word counting for more,
/// and last by what the entry is and is called.
/// </summary>
internal static class SearchScorer
{
    private const double K1 = 1.2;
    private const double B = 0.4;
    private const double SynonymWeight = 0.8;
    private const double MostScaled = 3;
    private const float ApartWeight = 0.5f;
    private const double Coverage = 2.5;
    private const double CoverageOfTool = 1.7; // A tool says what it does in few words.
    private const float ShownWeight = 0.7f;
    private const double PhraseWeight = 1.6;
    private const double RunWeight = 1.5;
    private const int ShortestRun = 3;
    private const double OpeningWeight = 1.25;
    private const double NameWeight = 1.6;
    private const double PartOfNameWeight = 1.4;
    private const double QuestionWeight = 1.5;

    /// <summary>How well each entry fits a query, and each page by all its parts.</summary>
    public static SearchScores Score(IndexedEntries entries, SearchReading reading)
    {
        var byEntry = EntryRows(entries, reading);
        var byPage = Array.ConvertAll(byEntry, row => PageRow(entries, row));
        var scores = new double[entries.Count];
        var alone = new double[entries.PageCount];
        for (var i = 0; i < entries.Count; i++)
        {
            if (!IsTouched(byEntry, i))
            {
                continue;
            }

            var total = Total(reading, byEntry, i, entries[i].Kind == SearchKind.Tool ? CoverageOfTool : Coverage, out var terms);
            if (total > 0)
            {
                scores[i] = total * Weight(entries, i, reading, terms);
                alone[entries.PageOf(i)] = Math.Max(alone[entries.PageOf(i)], total);
            }
        }

        // The figures of a room and the sources are no page that answers together.
        var whole = Enumerable.Range(0, entries.PageCount).Select(page => entries.OpeningOf(page) < 0 ? alone[page] : Total(reading, byPage, page, Coverage, out _));
        return new SearchScores(scores, [.. whole]);
    }

    /// <summary>How much a kind of entry counts.</summary>
    public static double KindWeight(SearchKind kind) => kind switch
    {
        SearchKind.Tool => 1.5,
        SearchKind.Guidance => 1,
        SearchKind.Row => 0.8,
        SearchKind.Figure => 0.65,
        _ => 0.3,
    };

    /// <summary>Whether what was typed is a name, in words of the same families or by a synonym.</summary>
    public static bool IsNamed(string[] names, SearchReading reading) => names.AsSpan().Contains(reading.Families) || Array.Exists(names, reading.IsMeantBy);

    private static bool IsTouched(float[][] rows, int column)
    {
        foreach (var row in rows)
        {
            if (row[column] > 0)
            {
                return true;
            }
        }

        return false;
    }

    // A row for each term and then for each synonym: its score in each entry.
    private static float[][] EntryRows(IndexedEntries entries, SearchReading reading)
    {
        var rows = new float[reading.Terms.Count + reading.Meant.Count][];
        for (var t = 0; t < reading.Terms.Count; t++)
        {
            rows[t] = new float[entries.Count];
            foreach (var (word, weight) in reading.Terms[t].Words)
            {
                Score(entries, word, weight * reading.Terms[t].Rarity, rows[t]);
            }
        }

        for (var m = 0; m < reading.Meant.Count; m++)
        {
            var worthTyped = reading.Terms.Where((_, t) => reading.Meant[m].StandsFor(t)).Sum(term => term.Rarity);
            rows[reading.Terms.Count + m] = ScoreNames(entries, reading.Meant[m].Synonym, worthTyped);
        }

        return rows;
    }

    private static float[] PageRow(IndexedEntries entries, float[] row)
    {
        var pages = new float[entries.PageCount];
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == 0)
            {
                continue;
            }

            pages[entries.PageOf(i)] = Math.Max(pages[entries.PageOf(i)], row[i]);
            if (entries.ShownOn(i) is >= 0 and var shownOn)
            {
                pages[shownOn] = Math.Max(pages[shownOn], ShownWeight * row[i]);
            }
        }

        return pages;
    }

    private static void Score(IndexedEntries entries, string word, double weight, float[] scores)
    {
        foreach (var (entry, frequency) in entries.Postings(word))
        {
            scores[entry] = Math.Max(scores[entry], ScoreOf(entries, entry, frequency, weight));
        }
    }

    private static float ScoreOf(IndexedEntries entries, int entry, float frequency, double weight) =>
        (float)(weight * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * entries.LengthOf(entry))))));

    // An entry is meant that has every word of one of the names, and surely where they stand together. They tell as much as the words they stand for.
    private static float[] ScoreNames(IndexedEntries entries, SearchSynonym synonym, double worthTyped)
    {
        var best = new float[entries.Count];
        foreach (var name in synonym.Names)
        {
            var worth = name.Words.Sum(word => entries.Rarity(entries.Uses(word)));
            var scale = SynonymWeight * Math.Clamp(worth > 0 ? worthTyped / worth : 1, 1, MostScaled);
            foreach (var (entry, sum) in WithEveryWord(entries, name.Words, scale))
            {
                best[entry] = Math.Max(best[entry], name.Words.Length == 1 || entries.HasPhrase(entry, name.Phrase) ? sum : ApartWeight * sum);
            }
        }

        return best;
    }

    // The entries in which every word stands, with the sum of its scores: what two lists in the order of the entries have in common, word after word.
    private static List<(int Entry, float Sum)> WithEveryWord(IndexedEntries entries, string[] words, double scale)
    {
        var common = new List<(int Entry, float Sum)>();
        for (var w = 0; w < words.Length; w++)
        {
            var weight = scale * entries.Rarity(entries.Uses(words[w]));
            var (kept, at) = (0, 0);
            foreach (var (entry, frequency) in entries.Postings(words[w]))
            {
                var score = ScoreOf(entries, entry, frequency, weight);
                if (w == 0)
                {
                    common.Add((entry, score));
                    kept++;
                    continue;
                }

                while (at < common.Count && common[at].Entry < entry)
                {
                    at++;
                }

                if (at < common.Count && common[at].Entry == entry)
                {
                    common[kept++] = (entry, common[at++].Sum + score);
                }
            }

            common.RemoveRange(kept, common.Count - kept);
        }

        return common;
    }

    // The sum of a column, less what of the question it does not cover.
    private static double Total(SearchReading reading, float[][] rows, int column, double coverage, out int terms)
    {
        var (sum, covered) = (0d, 0d);
        terms = 0;
        for (var t = 0; t < reading.Terms.Count; t++)
        {
            if (rows[t][column] > 0)
            {
                sum += rows[t][column];
                terms |= 1 << t;
            }
        }

        for (var m = 0; m < reading.Meant.Count; m++)
        {
            if (rows[reading.Terms.Count + m][column] is > 0 and var score)
            {
                // What the page calls it counts instead of the words typed, where it counts for more.
                var stood = 0d;
                for (var t = 0; t < reading.Terms.Count; t++)
                {
                    stood += reading.Meant[m].StandsFor(t) ? rows[t][column] : 0;
                }

                sum += Math.Max(0, score - stood);
                terms |= reading.Meant[m].Terms;
            }
        }

        if (sum == 0)
        {
            return 0;
        }

        for (var t = 0; t < reading.Terms.Count; t++)
        {
            covered += (terms >> t & 1) != 0 ? reading.Terms[t].Rarity : 0;
        }

        return sum * Math.Pow(reading.Worth > 0 ? covered / reading.Worth : 1, coverage);
    }

    private static double Weight(IndexedEntries entries, int entry, SearchReading reading, int terms)
    {
        var kind = entries[entry].Kind;
        return KindWeight(kind)
            * (entries[entry].IsOpening ? OpeningWeight : 1)
            * (kind == SearchKind.Tool && IsNamed(entries.NamesOf(entry), reading) ? NameWeight : 1)
            * (entries.HeadingOf(entry) is { Length: > 2 } heading && (heading == reading.Families || reading.IsMeantBy(heading)) ? NameWeight : 1)
            * (reading.Phrase is { } phrase && (terms & reading.Sought) == reading.Sought && entries.HasPhrase(entry, phrase)
                ? PhraseWeight
                : 1 + ((PhraseWeight - 1) * Paired(entries, entry, reading, terms)))
            * (entries.QuestionOf(entry) is { } question
                ? reading.ToolWeight * (1 + ((QuestionWeight - 1) * Asked(question, reading, terms))) * (1 + ((RunWeight - 1) * Run(entries, entry, reading)))
                : 1);
    }

    /// <summary>How much a page counts whose name was typed, or a part of it: 1 where nothing of it was.</summary>
    public static double PageWeight(IndexedEntries entries, int page, SearchReading reading)
    {
        var opening = entries.OpeningOf(page);
        return opening < 0 ? 1 : IsNamed(entries.NamesOf(opening), reading) ? NameWeight : 1 + ((PartOfNameWeight - 1) * Named(entries.NameWordsOf(opening), reading));
    }

    // How much of a page's name was typed, in any of its forms, 0 to 1.
    private static double Named(string[][] names, SearchReading reading)
    {
        var most = 0d;
        foreach (var name in names)
        {
            var typed = name.Count(word => reading.Terms.Any(term => term.Words.Any(form => form.Weight >= SearchReader.InflectedWeight
                && form.Word == word))) / (double)Math.Max(1, name.Length);
            most = Math.Max(most, typed * typed);
        }

        return most;
    }

    // How much of what was typed stands in a tool's question word by word, common words too, 0 to 1.
    private static double Run(IndexedEntries entries, int entry, SearchReading reading)
    {
        var longest = 0;
        for (var first = 0; first + Math.Max(ShortestRun, longest + 1) <= reading.Typed.Count; first++)
        {
            var length = Math.Max(ShortestRun, longest + 1);
            while (first + length <= reading.Typed.Count && entries.HasInQuestion(entry, " " + string.Join(' ', reading.Typed.Skip(first).Take(length)) + " "))
            {
                longest = length++;
            }
        }

        return longest / (double)Math.Max(1, reading.Typed.Count);
    }

    // How much of what was typed side by side stands side by side, 0 to 1.
    private static double Paired(IndexedEntries entries, int entry, SearchReading reading, int terms)
    {
        var (found, all) = (0d, 0d);
        foreach (var pair in reading.Pairs)
        {
            all += pair.Worth;
            found += (terms & pair.Terms) == pair.Terms && entries.HasPhrase(entry, pair.Phrase) ? pair.Worth : 0;
        }

        return all > 0 ? found / all : 0;
    }

    // How much of what was asked stands in a tool's question and name, 0 to 1.
    private static double Asked(HashSet<string> question, SearchReading reading, int terms)
    {
        var covered = 0d;
        for (var t = 0; t < reading.Terms.Count; t++)
        {
            var term = t;
            var stands = reading.Terms[t].Words.Any(form => question.Contains(form.Word))
                || reading.Meant.Any(meant => meant.StandsFor(term) && meant.Synonym.Names.Any(name => Array.TrueForAll(name.Words, question.Contains)));
            covered += stands && (terms >> t & 1) != 0 ? reading.Terms[t].Rarity : 0;
        }

        return reading.Worth > 0 ? covered / reading.Worth : 0;
    }
}

/// <summary>How well everything fits a query.</summary>
/// <param name="Entries">Each entry alone.</param>
/// <param name="Pages">Each page, by all its parts together.</param>
internal sealed record SearchScores(double[] Entries, double[] Pages);
