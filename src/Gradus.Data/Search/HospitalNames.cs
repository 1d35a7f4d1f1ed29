namespace Gradus.Data.Search;

/// <summary>
/// Finds the words of a query that are there only as parts of a hospital's name, such as the new, cross and hospital of New Cross Hospital Wolverhampton: they
/// tell nothing of what is asked.
/// </summary>
internal static class HospitalNames
{
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "acute", "area", "bay", "central", "city", "college", "county", "cross", "district", "east", "eastern", "general", "great", "hill", "hospital", "hospitals",
            "infirmary", "king", "memorial", "new", "north", "northern", "park", "prince", "princess", "queen", "royal", "saint", "south", "southern", "st", "united",
        "university", "victoria", "west", "western",
    };

    // What stands beside the name of a place in the name of a hospital, and seldom beside it otherwise.
    private static readonly HashSet<string> OfHospitals = new(StringComparer.Ordinal)
    {
        "acute", "district", "general", "hospital", "hospitals", "infirmary", "king", "memorial", "prince", "princess", "queen", "royal",
    };

    /// <summary>
    /// Their places, and whether the query is such a name and nothing else. One word alone makes a name only beside a word that stands nowhere, beside the name of
    /// a place if it is a hospital's, or after Royal.
    /// </summary>
    /// <param name="words">The words as they are read.</param>
    /// <param name="isMeant">Whether the word at a place stands for something else, as a synonym.</param>
    /// <param name="stands">Whether words stand beside one another in the content, with a space before, between and after them.</param>
    /// <param name="knows">Whether the content knows a word.</param>
    /// <param name="isName">Whether a word that the content knows is written there as a name only.</param>
    public static (HashSet<int> Places, bool IsAll) Find(List<string> words, Func<int, bool> isMeant, Func<string, bool> stands, Func<string, bool> knows,
        Func<string, bool> isName)
    {
        bool IsPart(int at) => at < words.Count && Parts.Contains(words[at]) && !isMeant(at);
        bool Stands(int first, int last) =>
            first >= 0 && last < words.Count
                && !SearchText.IsCommon(words[first])
                && !SearchText.IsCommon(words[last])
                && stands(" " + string.Join(' ', words[first..(last + 1)]) + " ");

        var found = new HashSet<int>();
        for (var first = 0; first < words.Count; first++)
        {
            if (!IsPart(first))
            {
                continue;
            }

            var last = first;
            while (IsPart(last + 1))
            {
                last++;
            }

            // University Hospital of Wales.
            var place = last + 2 < words.Count && words[last + 1] == "of" && !isMeant(last + 2) ? last + 2 : last;
            var isRegion = last > first && words[last] is not ("hospital" or "hospitals" or "infirmary") && Stands(first, last);
            if (!isRegion && !Stands(first - 1, first) && !Stands(last, place > last ? place : last + 1))
            {
                found.UnionWith(Enumerable.Range(first, last - first + 1).Append(place));
            }

            first = last;
        }

        var others = Enumerable.Range(0, words.Count)
            .Where(at => !found.Contains(at) && !SearchText.IsCommon(words[at]) && !SearchText.IsForATool(words[at]))
            .ToLookup(at => isMeant(at) || knows(words[at]));
        var isNamed = found.Any(at => OfHospitals.Contains(words[at]));
        var isAll = found.Count > 0 && (words is ["royal", _]
            || (others[true].All(at => isNamed && !isMeant(at) && isName(words[at])) && found.Count + others[false].Count() + others[true].Count() > 1));
        return isAll ? (found, true) : found.Count + others[false].Count() > 1 && others[true].Any() ? (found, false) : ([], false);
    }
}
