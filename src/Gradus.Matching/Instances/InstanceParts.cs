namespace Gradus.Matching.Instances;

/// <summary>What an instance is made of while it is being put together.</summary>
internal sealed record InstanceParts
{
    public IdTable Applicants { get; set; } = new();

    public IdTable Posts { get; set; } = new();

    public int[] Offsets { get; set; } = [0];

    public int[] Choices { get; set; } = [];

    public int[] Places { get; set; } = [];

    public int[]? Tiers { get; set; }

    public int[]? Partners { get; set; }

    public double[]? Scores { get; set; }

    public long[]? Orders { get; set; }

    public int[]? Levels { get; set; }

    public int[]? RankingOffsets { get; set; }

    public int[]? Ranking { get; set; }

    public bool HasBlankRankings { get; set; }

    /// <summary>The post each applicant holds before the run; −1 for those who take part.</summary>
    public int[]? Held { get; set; }

    /// <summary>How many hold each post before the run.</summary>
    public int[]? HeldAt { get; set; }

    public int[]? Minimums { get; set; }

    /// <summary>Takes out of a run whoever holds a post before it: their place from the post's, their list from the lists. Places below 0 were held too often.</summary>
    public void Hold(int[] held)
    {
        Held = held;
        HeldAt = new int[Places.Length];
        var offsets = new int[held.Length + 1];
        var count = 0;
        for (var applicant = 0; applicant < held.Length; applicant++)
        {
            var (start, length) = (Offsets[applicant], Offsets[applicant + 1] - Offsets[applicant]);
            if (held[applicant] >= 0)
            {
                HeldAt[held[applicant]]++;
                Places[held[applicant]]--;
            }
            else
            {
                Choices.AsSpan(start, length).CopyTo(Choices.AsSpan(count));
                Levels?.AsSpan(start, length).CopyTo(Levels.AsSpan(count));
                count += length;
            }

            offsets[applicant + 1] = count;
        }

        Offsets = offsets;
    }
}
