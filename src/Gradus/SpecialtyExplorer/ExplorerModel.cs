using System.Globalization;
using System.Numerics;
using Gradus.Rules;

namespace Gradus.SpecialtyExplorer;

/// <summary>The design constants of the model; chosen, not estimated, until real doctors have answered.</summary>
public sealed record ModelSettings
{
    /// <summary>Monte Carlo draws for each match.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>How far from the reader's ideal point work still fits: the bandwidth h of the kernel exp(−(θ − μ)² / 2h²), on the 0–1 scale.</summary>
    public double Bandwidth { get; init; } = 0.35;

    /// <summary>Whether the spread within a specialty widens the kernel (h² + t²), so that a varied specialty is not punished.</summary>
    public bool WidenBySpread { get; init; } = true;

    /// <summary>The share of the whole weight that each expressed interest area takes.</summary>
    public double InterestShare { get; init; } = 0.06;

    /// <summary>Below this observed share of the weight a specialty is not ranked.</summary>
    public double LeastCoverage { get; init; } = 0.6;

    /// <summary>Concentration of the Dirichlet draws of importance before any best-worst answer.</summary>
    public double Concentration { get; init; } = 13;

    /// <summary>What each best-worst answer adds to that concentration.</summary>
    public double ConcentrationPerTask { get; init; } = 3;

    /// <summary>Two neighbours of which neither is above the other in at least this share of the draws are shown as tied.</summary>
    public double TieBelow { get; init; } = 0.65;

    /// <summary>The constants as published.</summary>
    public static ModelSettings Default { get; } = new();
}

/// <summary>
/// One version of the model: the questions, the profiles and the draws of the profiles' own doubt. The draws are made once, with the version as their seed, and shared by
/// every match, so that two readers are compared with the same specialties.
/// </summary>
public sealed class ExplorerModel
{
    private readonly string?[] sentences;

    /// <summary>The names of the specialties by their ids.</summary>
    public IReadOnlyDictionary<string, string> Names => field ??= Profiles.ToDictionary(profile => profile.Specialty.Id, profile => profile.Specialty.Name, StringComparer.Ordinal);

    /// <summary>Builds a version from its questions and profiles.</summary>
    /// <exception cref="ArgumentException">There are no profiles, or one does not have 13 cells.</exception>
    public ExplorerModel(Questionnaire questionnaire, IReadOnlyList<SpecialtyProfile> profiles, IReadOnlyDictionary<string, string> families, ModelSettings? settings = null)
        : this(questionnaire, profiles, families, settings ?? ModelSettings.Default, version: null)
    {
    }

    private ExplorerModel(Questionnaire questionnaire, IReadOnlyList<SpecialtyProfile> profiles, IReadOnlyDictionary<string, string> families,
        ModelSettings settings, string? version)
    {
        if (profiles.Count == 0 || profiles.Any(profile => profile.Cells.Count != Dimensions.Count))
        {
            throw new ArgumentException("Every specialty has a cell for each of the 13 dimensions.", nameof(profiles));
        }

        Questionnaire = questionnaire;
        Profiles = profiles;
        Families = families;
        Settings = settings;
        Version = version ?? Fingerprint();
        Lanes = (profiles.Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        Kernel = new float[Dimensions.Count * Lanes];
        Draws = new float[settings.Draws * Dimensions.Count * Lanes];
        ReaderPriors = new double[Dimensions.Count * ResponseModel.GridSize];
        Priors = new double[Dimensions.Count * profiles.Count * ResponseModel.GridSize];
        sentences = new string?[profiles.Count * Dimensions.Count * 4];
        Prepare();
    }

    /// <summary>The questions.</summary>
    public Questionnaire Questionnaire { get; }

    /// <summary>The profiles, in the order of the specialties' names in content.</summary>
    public IReadOnlyList<SpecialtyProfile> Profiles { get; }

    /// <summary>The names of the profile families, by id.</summary>
    public IReadOnlyDictionary<string, string> Families { get; }

    /// <summary>The design constants.</summary>
    public ModelSettings Settings { get; }

    /// <summary>The version: it changes with any question, profile or constant, and every result names it.</summary>
    public string Version { get; }

    /// <summary>Specialties rounded up to whole vectors.</summary>
    internal int Lanes { get; }

    /// <summary>−1 / 2h² for each dimension and specialty.</summary>
    internal float[] Kernel { get; }

    /// <summary>The drawn means: draw by draw, dimension by dimension, specialty by specialty.</summary>
    internal float[] Draws { get; }

    /// <summary>Where readers stand before any answer, on the grid of the response model: dimension by dimension.</summary>
    internal double[] ReaderPriors { get; }

    /// <summary>Where doctors of a specialty stand on a dimension, on the grid of the response model: dimension by dimension, specialty by specialty.</summary>
    internal double[] Priors { get; }

    /// <summary>The place of a specialty; −1 when there is none of that id.</summary>
    public int IndexOf(string specialty)
    {
        for (var j = 0; j < Profiles.Count; j++)
        {
            if (Profiles[j].Specialty.Id == specialty)
            {
                return j;
            }
        }

        return -1;
    }

    /// <summary>The same model with one cell changed; the draws keep the version's random numbers, so that only the change moves the result.</summary>
    public ExplorerModel With(string specialty, string dimension, Func<ProfileCell, ProfileCell> change) =>
        With((profile, d, cell) => profile.Specialty.Id == specialty && Dimensions.Ids[d] == dimension ? change(cell) : cell);

    /// <summary>The same model with cells changed one by one; the draws keep the version's random numbers.</summary>
    public ExplorerModel With(Func<SpecialtyProfile, int, ProfileCell, ProfileCell> change)
    {
        var changed = new List<SpecialtyProfile>(Profiles.Count);
        foreach (var profile in Profiles)
        {
            changed.Add(profile with { Cells = [.. profile.Cells.Select((cell, d) => change(profile, d, cell))] });
        }

        return new ExplorerModel(Questionnaire, changed, Families, Settings, Version);
    }

    /// <summary>What a reader and a specialty have to do with each other on a dimension, in words; the same words are shared by all results.</summary>
    internal string Sentence(int specialty, int dimension, int leaning)
    {
        ref var sentence = ref sentences[(((specialty * Dimensions.Count) + dimension) * 4) + leaning];
        return sentence ??= Words(Profiles[specialty].Cells[dimension], Questionnaire.Dimensions[dimension], leaning);
    }

    private static string Words(ProfileCell cell, Dimension dimension, int leaning)
    {
        var more = dimension.Kind == DimensionKind.More;
        var reader = leaning switch
        {
            0 => "You have not said where you stand on " + Sentences.LowerFirst(dimension.Name) + ".",
            1 => more ? "You care little about " + dimension.High + "." : "You lean towards " + dimension.Low + ".",
            2 => more ? "You care somewhat about " + dimension.High + "." : "You stand between " + dimension.Low + " and " + dimension.High + ".",
            _ => more ? "You care about " + dimension.High + "." : "You lean towards " + dimension.High + ".",
        };
        return reader + " Here: " + Sentences.LowerFirst(cell.Reason).TrimEnd('.') + ".";
    }

    private void Prepare()
    {
        var count = Profiles.Count;
        var h2 = Settings.Bandwidth * Settings.Bandwidth;
        var means = new double[Dimensions.Count];
        var deviations = new double[Dimensions.Count];
        for (var d = 0; d < Dimensions.Count; d++)
        {
            var known = Profiles.Select(profile => profile.Cells[d].Mean).OfType<double>().ToList();
            means[d] = known.Count == 0 ? 0.5 : known.Sum() / known.Count;
            deviations[d] = known.Count == 0 ? ResponseModel.Unit : Math.Sqrt(known.Sum(mean => (mean - means[d]) * (mean - means[d])) / known.Count);
            var within = Profiles.Sum(profile => profile.Cells[d].Spread * profile.Cells[d].Spread) / count;
            ResponseModel.MakePrior(means[d], Math.Sqrt((deviations[d] * deviations[d]) + within)).CopyTo(ReaderPriors, d * ResponseModel.GridSize);
            for (var j = 0; j < count; j++)
            {
                var cell = Profiles[j].Cells[d];
                var spread = Settings.WidenBySpread ? cell.Spread * cell.Spread : 0;
                Kernel[(d * Lanes) + j] = (float)(-0.5 / (h2 + spread));
                var doubt = cell.Mean is null ? deviations[d] : cell.Doubt;
                var prior = ResponseModel.MakePrior(cell.Mean ?? means[d], Math.Sqrt((cell.Spread * cell.Spread) + (doubt * doubt)));
                prior.CopyTo(Priors, ((d * count) + j) * ResponseModel.GridSize);
            }
        }

        var random = new SteadyRandom(StableHash.Of(Version));
        for (var r = 0; r < Settings.Draws; r++)
        {
            for (var d = 0; d < Dimensions.Count; d++)
            {
                var row = ((r * Dimensions.Count) + d) * Lanes;
                for (var j = 0; j < count; j++)
                {
                    var cell = Profiles[j].Cells[d];
                    var doubt = cell.Mean is null ? deviations[d] : cell.Doubt;
                    Draws[row + j] = (float)((cell.Mean ?? means[d]) + (doubt * random.NextNormal()));
                }
            }
        }
    }

    private string Fingerprint()
    {
        var hash = StableHash.Start;
        hash = StableHash.Add(hash, Settings.ToString());
        foreach (var statement in Questionnaire.Statements)
        {
            hash = StableHash.Add(hash, $"{statement.Id}|{statement.Dimension}|{statement.Reversed}|{statement.Text}");
        }

        foreach (var profile in Profiles)
        {
            hash = StableHash.Add(hash, profile.Specialty.Id);
            foreach (var cell in profile.Cells)
            {
                hash = StableHash.Add(hash, string.Create(CultureInfo.InvariantCulture, $"{cell.Mean:R}|{cell.Spread:R}|{cell.Doubt:R}"));
            }
        }

        return "1." + (hash ^ (hash >> 32)).ToString("x16", CultureInfo.InvariantCulture)[8..];
    }
}

/// <summary>The 64-bit hash FNV-1a (G. Fowler, L. C. Noll and K.-P. Vo), for seeds: the same on every machine.</summary>
public static class StableHash
{
    /// <summary>The value before anything is added.</summary>
    public const ulong Start = 14695981039346656037;

    /// <summary>The hash of a text.</summary>
    public static ulong Of(string text) => Add(Start, text);

    /// <summary>Adds a text and an end mark.</summary>
    public static ulong Add(ulong hash, string text)
    {
        foreach (var character in text)
        {
            hash = Add(hash, character);
        }

        return Add(hash, 0xFFFF);
    }

    /// <summary>Adds a number below 65,536.</summary>
    public static ulong Add(ulong hash, int number)
    {
        hash = (hash ^ (ulong)(number & 0xFF)) * 1099511628211;
        return (hash ^ (ulong)((number >> 8) & 0xFF)) * 1099511628211;
    }
}
