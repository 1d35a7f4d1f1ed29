namespace Gradus.SpecialtyExplorer;

/// <summary>The numbers of one match, before any words: one entry for each specialty in the order of the model's profiles.</summary>
public sealed class MatchScores
{
    internal MatchScores(int specialties, int areas)
    {
        Compared = new bool[specialties];
        Active = new bool[specialties];
        Coverage = new double[specialties];
        RankMedian = new int[specialties];
        RankLow = new int[specialties];
        RankHigh = new int[specialties];
        InTopFive = new double[specialties];
        InTopTen = new double[specialties];
        Fit = new double[specialties];
        Contributions = new double[specialties * (Dimensions.Count + areas)];
        Above = new double[specialties * specialties];
        Parts = Dimensions.Count + areas;
        Order = new int[specialties];
        Positions = [];
        Weights = [];
        Areas = [];
    }

    /// <summary>
    /// Whether enough is known to compare it. Places, chances and the average are among all that are, whichever a limit hides: a limit takes away, it does not
    /// make anything fit better.
    /// </summary>
    public bool[] Compared { get; }

    /// <summary>Whether it is in the result: compared, and not hidden by a limit.</summary>
    public bool[] Active { get; }

    /// <summary>The share of the reader's weight on dimensions where the specialty's value is known.</summary>
    public double[] Coverage { get; }

    /// <summary>The middle rank over the draws.</summary>
    public int[] RankMedian { get; }

    /// <summary>The rank that a tenth of the draws do not exceed.</summary>
    public int[] RankLow { get; }

    /// <summary>The rank that nine tenths of the draws do not exceed.</summary>
    public int[] RankHigh { get; }

    /// <summary>The share of draws among the first five.</summary>
    public double[] InTopFive { get; }

    /// <summary>The share of draws among the first ten.</summary>
    public double[] InTopTen { get; }

    /// <summary>The average fit over the draws: the sum of its contributions and the average of all.</summary>
    public double[] Fit { get; }

    /// <summary>The average fit over all that are compared.</summary>
    public double MeanFit { get; internal set; }

    /// <summary>Contributions: specialty by specialty, first the 13 dimensions and then the expressed interest areas.</summary>
    public double[] Contributions { get; }

    /// <summary>Parts for each specialty in <see cref="Contributions"/>.</summary>
    public int Parts { get; }

    /// <summary>The share of draws in which the first is above the second: row by row.</summary>
    public double[] Above { get; }

    /// <summary>The specialties in the result, best first; only the first <see cref="Ranked"/> entries count.</summary>
    public int[] Order { get; }

    /// <summary>How many are in the result.</summary>
    public int Ranked { get; internal set; }

    /// <summary>Where the reader stands on each dimension.</summary>
    public ReaderPosition[] Positions { get; internal set; }

    /// <summary>The reader's weights as the draws used them on average, adding up to 1 less the share of the interest areas.</summary>
    public double[] Weights { get; internal set; }

    /// <summary>The expressed interest areas, in the order of their parts.</summary>
    public IReadOnlyList<string> Areas { get; internal set; }

    /// <summary>How undecided the statements leave it, in bits.</summary>
    public double EntropyBits { get; internal set; }

    /// <summary>The contributions of one specialty.</summary>
    public ReadOnlySpan<double> Of(int specialty) => Contributions.AsSpan(specialty * Parts, Parts);
}
