namespace Gradus.Data.Search;

/// <summary>A stretch of an excerpt.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsMatch">Whether they are what was asked for.</param>
public readonly record struct ExcerptPart(string Text, bool IsMatch)
{
    /// <summary>The words of an excerpt without its marks.</summary>
    public static string Words(IReadOnlyList<ExcerptPart> excerpt) => string.Concat(excerpt.Select(part => part.Text));
}

/// <summary>Cuts the words around the best match out of a text.</summary>
internal static class SearchExcerpt
{
    private const int Longest = 220;
    private const int Before = 40;

    /// <summary>The stretch that holds the most matches, cut between words.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="all">Its words, each with its place.</param>
    /// <param name="words">The words that count as a match.</param>
    /// <param name="fromStart">Whether the excerpt begins where the text begins, as it must where the answer stands first.</param>
    public static IReadOnlyList<ExcerptPart> Of(string text, ReadOnlySpan<(string Word, int Start, int Length)> all, HashSet<string> words, bool fromStart)
    {
        var matches = Matches(all, words);
        var start = fromStart ? 0 : Start(text, matches);
        var end = End(text, start);
        var parts = new List<ExcerptPart>();
        var at = start;
        foreach (var (from, to) in matches.Where(match => match.Start >= start && match.End <= end))
        {
            if (from > at)
            {
                parts.Add(new ExcerptPart((at == start && start > 0 ? "… " : "") + text[at..from], IsMatch: false));
            }

            parts.Add(new ExcerptPart(text[from..to], IsMatch: true));
            at = to;
        }

        if (at < end)
        {
            parts.Add(new ExcerptPart((at == start && start > 0 ? "… " : "") + text[at..end], IsMatch: false));
        }

        if (end < text.Length)
        {
            parts.Add(new ExcerptPart(" …", IsMatch: false));
        }

        return parts;
    }

    private static List<(int Start, int End)> Matches(ReadOnlySpan<(string Word, int Start, int Length)> all, HashSet<string> words)
    {
        // Most words of a text begin otherwise or are of another length than any that was asked for, which is seen without a look into the set.
        var marks = words.Aggregate(0UL, (seen, word) => seen | Mark(word));
        var matches = new List<(int Start, int End)>();
        foreach (var (word, start, length) in all)
        {
            if ((marks & Mark(word)) != 0 && words.Contains(word))
            {
                matches.Add((start, start + length));
            }
        }

        return matches;
    }

    private static ulong Mark(string word) => word.Length == 0 ? 0 : 1UL << ((word[0] + (7 * word.Length)) & 63);

    // The window that begins at a match and holds the most matches.
    private static int Start(string text, List<(int Start, int End)> matches)
    {
        var (start, bestCount) = (0, 0);
        foreach (var (from, _) in matches)
        {
            var count = matches.Count(match => match.Start >= from && match.End <= from + Longest - Before);
            if (count > bestCount)
            {
                (bestCount, start) = (count, Math.Max(0, from - Before));
            }
        }

        if (start == 0)
        {
            return 0;
        }

        var space = text.IndexOf(' ', start);
        return space < 0 ? start : space + 1;
    }

    private static int End(string text, int start)
    {
        var end = Math.Min(text.Length, start + Longest);
        if (end == text.Length)
        {
            return end;
        }

        var space = text.LastIndexOf(' ', end - 1, end - start);
        return space > start ? space : end;
    }
}
