using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Proofs;

/// <summary>
/// How good a result is for applicants, in the measures of Diebold and Bichler, “Matching with indifferences”, European Journal of Operational Research 260 (2017).
/// A choice on a tied list counts by its level. Who holds a post before the run has no choice in it and is not counted. O(n).
/// </summary>
/// <param name="Placed">How many are placed.</param>
/// <param name="RankProfile">How many got their first choice, second choice, and so on.</param>
/// <param name="MeanRank">The mean number of the choice obtained, from 1; <c>null</c> when nobody is placed.</param>
public sealed record AllocationMetrics(int Placed, IReadOnlyList<int> RankProfile, double? MeanRank)
{
    /// <summary>The measures of a result for everybody.</summary>
    public static AllocationMetrics Of(Allocation allocation) => Of(allocation, _ => true);

    /// <summary>The measures for those applicants whom a condition picks.</summary>
    public static AllocationMetrics Of(Allocation allocation, Func<int, bool> includes)
    {
        var profile = new List<int>();
        var (placed, ranks) = (0, 0L);
        for (var applicant = 0; applicant < allocation.Instance.ApplicantCount; applicant++)
        {
            if (allocation.ChoiceOf[applicant] < 0 || !includes(applicant))
            {
                continue;
            }

            var rank = RankOf(allocation, applicant);
            while (profile.Count < rank)
            {
                profile.Add(0);
            }

            profile[rank - 1]++;
            placed++;
            ranks += rank;
        }

        return new AllocationMetrics(placed, profile, placed == 0 ? null : (double)ranks / placed);
    }

    /// <summary>How many prefer the first result, and how many the second: which of two is more popular.</summary>
    public static (int First, int Second) Popularity(Allocation first, Allocation second)
    {
        var (forFirst, forSecond) = (0, 0);
        for (var applicant = 0; applicant < first.Instance.ApplicantCount; applicant++)
        {
            var one = first.ChoiceOf[applicant] < 0 ? int.MaxValue : RankOf(first, applicant);
            var other = second.ChoiceOf[applicant] < 0 ? int.MaxValue : RankOf(second, applicant);
            forFirst += one < other ? 1 : 0;
            forSecond += other < one ? 1 : 0;
        }

        return (forFirst, forSecond);
    }

    private static int RankOf(Allocation allocation, int applicant)
    {
        var instance = allocation.Instance;
        var choice = allocation.ChoiceOf[applicant];
        return instance.HasTies ? instance.LevelAt(instance.Offsets[applicant] + choice) : choice + 1;
    }
}
