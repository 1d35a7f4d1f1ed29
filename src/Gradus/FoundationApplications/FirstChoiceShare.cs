namespace Gradus.FoundationApplications;

/// <summary>
/// How many got their first choice in a year by the rule itself: in the first pass a school gives the smaller of its places and its first choices, whatever the draw.
/// An identity, nothing is modelled.
/// </summary>
/// <param name="Year">The year in which the programme starts.</param>
/// <param name="FirstPreferences">First choices at all schools.</param>
/// <param name="Granted">How many of them could be granted.</param>
public sealed record FirstChoiceShare(int Year, int FirstPreferences, int Granted)
{
    /// <summary>The part granted, from 0 to 1.</summary>
    public double Share => (double)Granted / FirstPreferences;

    /// <summary>The shares of every year in which all schools' first choices were published, newest first.</summary>
    public static IReadOnlyList<FirstChoiceShare> Of(IEnumerable<FoundationSchoolYear> rows) =>
    [
        .. rows.GroupBy(row => row.Year).Where(year => year.All(row => row.FirstPreferences is not null)).OrderByDescending(year => year.Key)
            .Select(year => new FirstChoiceShare(year.Key, year.Sum(row => row.FirstPreferences!.Value), year.Sum(row => int.Min(row.Places, row.FirstPreferences!.Value)))),
    ];
}
