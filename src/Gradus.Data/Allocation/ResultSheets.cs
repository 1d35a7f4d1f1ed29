using Gradus.Matching.Files;
using Gradus.Matching.Proofs;

namespace Gradus.Data.Allocation;

/// <summary>A sheet of a workbook: its name, and rows of words, numbers and nothing.</summary>
internal sealed record ResultSheet(string Name, IEnumerable<object?[]> Rows);

/// <summary>
/// A result as sheets for people to open: the placements, the summary, where every post closed, who held a post before the run, and what minimums would cost.
/// Whoever verifies makes the same sheets again and compares.
/// </summary>
internal static class ResultSheets
{
    /// <summary>The sheets, the placements first.</summary>
    public static IReadOnlyList<ResultSheet> Of(Matching.Mechanisms.Allocation allocation, Certificate certificate, MinimumCost? minimums)
    {
        var sheets = new List<ResultSheet>
        {
            new("Allocation", Placements(allocation)),
            new("Summary", Summary(allocation, certificate, minimums)),
            new("Cutoffs", Rows(["post", "tier", "pass", "places", "taken", "last taken", "last position"], certificate.Cutoffs,
                cutoff => [cutoff.Post, cutoff.Tier, cutoff.Pass, cutoff.Places, cutoff.Taken, cutoff.LastTaken, cutoff.LastPosition])),
        };
        if (certificate.Held.Count > 0)
        {
            sheets.Add(new("Fixed", Rows(["applicant", "post"], certificate.Held, held => [held.Applicant, held.Post])));
        }

        if (certificate.BelowMinimum.Count > 0)
        {
            sheets.Add(new("Below minimum", Rows(["post", "minimum", "has"], certificate.BelowMinimum, below => [below.Post, below.Minimum, below.Has])));
        }

        if (minimums is { Moves.Count: > 0 })
        {
            sheets.Add(new("Cost of minimums",
                Rows(["applicant", "from", "from choice", "to", "to choice"], minimums.Moves, move => [move.Applicant, move.From, move.FromChoice, move.To, move.ToChoice])));
        }

        return sheets;
    }

    private static IEnumerable<object?[]> Placements(Matching.Mechanisms.Allocation allocation)
    {
        var instance = allocation.Instance;
        var held = System.Text.Encoding.UTF8.GetString(PlacementsFile.Held);
        yield return ["applicant", "post", "choice"];
        for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
        {
            var (choice, post) = (allocation.ChoiceOf[applicant], allocation.PostOf(applicant));
            yield return [instance.Applicants[applicant], post < 0 ? null : instance.Posts[post], choice >= 0 ? choice + 1 : post < 0 ? null : held];
        }
    }

    private static IEnumerable<object?[]> Summary(Matching.Mechanisms.Allocation allocation, Certificate certificate, MinimumCost? minimums)
    {
        var metrics = AllocationMetrics.Of(allocation);
        yield return ["figure", "value"];
        yield return ["mechanism", certificate.Mechanism];
        yield return ["applicants", certificate.Applicants];
        yield return ["posts", allocation.Instance.PostCount];
        yield return ["held a post before the run", certificate.Held.Count];
        yield return ["placed by the run", certificate.Placed];
        yield return ["unplaced", certificate.Applicants - certificate.Placed - certificate.Held.Count];
        for (var rank = 0; rank < metrics.RankProfile.Count; rank++)
        {
            yield return [$"got choice {rank + 1}", metrics.RankProfile[rank]];
        }

        yield return ["mean choice", metrics.MeanRank is { } mean ? Math.Round(mean, 4, MidpointRounding.AwayFromZero) : null];
        yield return ["pairs that block", certificate.BlockingPairCount];
        yield return ["cases of justified envy", certificate.JustifiedEnvy];
        yield return ["linked pairs not together", certificate.BrokenLinks.Count];
        foreach (var (column, because) in certificate.Unused)
        {
            yield return [$"not used: {column}", because];
        }

        if (!certificate.IsComplete)
        {
            yield return ["not complete", "the time limit was reached"];
        }

        if (minimums is not null)
        {
            yield return ["minimums", minimums.Says];
        }

        yield return ["what counts", $"{AllocationStore.AllocationFile} with {AllocationStore.CertificateFileName}, which anybody can verify; this workbook repeats it"];
    }

    private static IEnumerable<object?[]> Rows<T>(object?[] heading, IEnumerable<T> items, Func<T, object?[]> row) => items.Select(row).Prepend(heading);
}
