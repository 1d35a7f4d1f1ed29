using Gradus.Matching.Instances;

namespace Gradus.Tests.Matching;

/// <summary>The textbook, word for word, for instances small enough to try everything.</summary>
internal static class BruteForce
{
    /// <summary>Every assignment within lists and places.</summary>
    public static IEnumerable<int[]> Assignments(AllocationInstance instance) => Extend(instance, new int[instance.ApplicantCount], 0, instance.Places.ToArray());

    /// <summary>Every stable assignment, when a post stands an applicant at a position; a negative position is unacceptable.</summary>
    public static List<int[]> Stable(AllocationInstance instance, Func<int, int, long> positionAt) =>
        [.. Assignments(instance).Where(choiceOf => IsStable(instance, choiceOf, positionAt))];

    public static bool IsStable(AllocationInstance instance, int[] choiceOf, Func<int, int, long> positionAt)
    {
        for (var applicant = 0; applicant < choiceOf.Length; applicant++)
        {
            var choices = instance.ChoicesOf(applicant);
            if (choiceOf[applicant] >= 0 && positionAt(applicant, choiceOf[applicant]) < 0)
            {
                return false;
            }

            var better = choiceOf[applicant] < 0 ? choices.Length : choiceOf[applicant];
            for (var choice = 0; choice < better; choice++)
            {
                var own = positionAt(applicant, choice);
                var holders = Enumerable.Range(0, choiceOf.Length)
                    .Where(other => choiceOf[other] >= 0 && instance.ChoicesOf(other)[choiceOf[other]] == instance.ChoicesOf(applicant)[choice])
                    .ToList();
                var hasRoom = holders.Count < instance.Places[choices[choice]];
                if (own >= 0 && (hasRoom || holders.Exists(other => positionAt(other, choiceOf[other]) > own)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Tier, then the post's ranking or else the common order.</summary>
    public static Func<int, int, long> Priority(AllocationInstance instance, ApplicantOrder order) => (applicant, choice) =>
    {
        var post = instance.ChoicesOf(applicant)[choice];
        var position = instance.HasRankings ? instance.RankingOf(post).IndexOf(applicant) : order.Positions[applicant];
        return position < 0 ? -1 : (1000L * instance.TierOf(applicant)) + position;
    };

    /// <summary>The two passes as UKFPO describes them, for single applicants in one tier.</summary>
    public static int[] PreferenceInformed(AllocationInstance instance, ReadOnlySpan<int> bestFirst)
    {
        var left = instance.Places.ToArray();
        var choiceOf = new int[instance.ApplicantCount];
        Array.Fill(choiceOf, -1);
        for (var pass = 1; pass <= 2; pass++)
        {
            foreach (var applicant in bestFirst)
            {
                var choices = instance.ChoicesOf(applicant);
                for (var i = 0; i < (pass == 1 ? int.Min(1, choices.Length) : choices.Length) && choiceOf[applicant] < 0; i++)
                {
                    if (left[choices[i]] > 0)
                    {
                        left[choices[i]]--;
                        choiceOf[applicant] = i;
                    }
                }
            }
        }

        return choiceOf;
    }

    /// <summary>Every order of a number of people.</summary>
    public static IEnumerable<int[]> Permutations(int count)
    {
        if (count == 0)
        {
            return [[]];
        }

        return Permutations(count - 1).SelectMany(shorter => Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count - 1, .. shorter[at..]]));
    }

    private static IEnumerable<int[]> Extend(AllocationInstance instance, int[] choiceOf, int applicant, int[] left)
    {
        if (applicant == choiceOf.Length)
        {
            yield return (int[])choiceOf.Clone();
            yield break;
        }

        for (var choice = -1; choice < instance.ChoicesOf(applicant).Length; choice++)
        {
            var post = choice < 0 ? -1 : instance.ChoicesOf(applicant)[choice];
            if (post >= 0 && left[post] == 0)
            {
                continue;
            }

            if (post >= 0)
            {
                left[post]--;
            }

            choiceOf[applicant] = choice;
            foreach (var complete in Extend(instance, choiceOf, applicant + 1, left))
            {
                yield return complete;
            }

            if (post >= 0)
            {
                left[post]++;
            }
        }
    }
}
