using Gradus.Rules;

namespace Gradus.SpecialtyExplorer;

/// <summary>An editorial value for a family of specialties or for one specialty.</summary>
/// <param name="For">The id of the family or of the specialty.</param>
/// <param name="Dimension">The dimension's id.</param>
/// <param name="Mean">From 0 to 1.</param>
/// <param name="Spread">One standard deviation between posts; <c>null</c> to keep the family's.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record EditorialValue(string For, string Dimension, double Mean, double? Spread, string Reason);

/// <summary>A published number about an occupation or specialty, to be put on our scale.</summary>
/// <param name="Element">What is measured, such as <c>interests:Social</c>.</param>
/// <param name="Specialty">The specialty's id.</param>
/// <param name="Value">The number on its own scale.</param>
public sealed record OutsideValue(string Element, string Specialty, double Value);

/// <summary>How well an outside index agrees with the editorial values for the same specialties.</summary>
/// <param name="Dimension">The dimension's id.</param>
/// <param name="Elements">What the index is made of.</param>
/// <param name="Specialties">How many specialties it covers.</param>
/// <param name="Correlation">Pearson correlation with the editorial values.</param>
/// <param name="Used">In how many cells it is used.</param>
/// <param name="Kept">In how many cells the editorial value is kept because the two differ by more than 0.25 or the occupation is only a partial match.</param>
public sealed record DerivationNote(string Dimension, string Elements, int Specialties, double Correlation, int Used, int Kept);

/// <summary>The profiles and how they were made.</summary>
/// <param name="Profiles">The profiles.</param>
/// <param name="Notes">One note for each derived dimension.</param>
public sealed record DerivedProfiles(IReadOnlyList<SpecialtyProfile> Profiles, IReadOnlyList<DerivationNote> Notes);

/// <summary>
/// Makes the profiles: family value, then the specialty's own value, then a derived value where one can be had. An outside index is centred on the mean of the physician
/// occupations (raw profiles of physicians all look alike) and put on our scale by mean-sigma linking, which gives it the mean and standard deviation of the editorial values
/// for the same specialties (M. J. Kolen and R. L. Brennan, Test Equating, Scaling, and Linking, 3rd ed. 2014). It is used where it agrees with the editorial order at all
/// (correlation 0.5 or more), the occupation is a close match, and the two differ by 0.25 or less; elsewhere the editorial value stays.
/// </summary>
public static class ProfileDerivation
{
    /// <summary>The least correlation at which an outside index is used.</summary>
    public const double LeastCorrelation = 0.5;

    /// <summary>The largest difference from the editorial value at which a derived value replaces it.</summary>
    public const double LargestDifference = 0.25;

    /// <summary>The O*NET elements behind each derived dimension.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OnetElements { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["hands-on"] = ["interests:Realistic", "skills:Operation and Control"],
        ["patient-contact"] = ["interests:Social"],
        ["continuity"] = ["work_values:Relationships"],
        ["diagnostic-puzzle"] = ["interests:Investigative"],
        ["emotional-intensity"] = ["knowledge:Therapy and Counseling", "knowledge:Psychology"],
    };

    /// <summary>Makes the profiles.</summary>
    /// <param name="specialties">The specialties.</param>
    /// <param name="families">One value for each family and dimension.</param>
    /// <param name="overrides">Values where a specialty differs from its family.</param>
    /// <param name="onet">O*NET values of close matches and partial ones.</param>
    /// <param name="partial">Ids of specialties whose occupation is only a partial match.</param>
    /// <param name="privatePracticeRank">Rank by mean net private income in 1999, 1 is highest, and out of how many.</param>
    /// <exception cref="ArgumentException">A family has no value for a dimension.</exception>
    public static DerivedProfiles Derive(
        IReadOnlyList<Specialty> specialties,
        IReadOnlyList<EditorialValue> families,
        IReadOnlyList<EditorialValue> overrides,
        IReadOnlyList<OutsideValue> onet,
        IReadOnlySet<string> partial,
        IReadOnlyDictionary<string, (int Rank, int Of)> privatePracticeRank)
    {
        var byFamily = families.ToDictionary(value => (value.For, value.Dimension));
        var bySpecialty = overrides.ToDictionary(value => (value.For, value.Dimension));
        var cells = new Dictionary<(string Specialty, string Dimension), ProfileCell>();
        foreach (var specialty in specialties)
        {
            foreach (var dimension in Dimensions.Ids)
            {
                var family = byFamily.GetValueOrDefault((specialty.Family, dimension))
                    ?? throw new ArgumentException($"The family {specialty.Family} has no value for {dimension}.", nameof(families));
                var own = bySpecialty.GetValueOrDefault((specialty.Id, dimension));
                cells[(specialty.Id, dimension)] = new ProfileCell(
                    own?.Mean ?? family.Mean, own?.Spread ?? family.Spread ?? 0.15, Provenance.Editorial, "gradus-specialty-profiles", Status.Editorial,
                        own?.Reason ?? family.Reason);
            }
        }

        var notes = new List<DerivationNote>();
        foreach (var (dimension, elements) in OnetElements)
        {
            var index = Index(onet, elements);
            notes.Add(Apply(cells, dimension, "O*NET " + string.Join(" + ", elements), index, partial, Provenance.Onet, "onet-29-3", Status.Computed));
        }

        var tiers = privatePracticeRank.ToDictionary(pair => pair.Key, pair => -(double)pair.Value.Rank, StringComparer.Ordinal);
        notes.Add(Apply(cells, "recognition", "rank by mean net private income, 1999", tiers, partial, Provenance.Official, "house-of-commons-health-1999", Status.Verify));
        return new DerivedProfiles([.. specialties.Select(specialty => new SpecialtyProfile(specialty,
            [.. Dimensions.Ids.Select(dimension => cells[(specialty.Id, dimension)])]))], notes);
    }

    /// <summary>The mean of the standardised elements, for the specialties that have all of them or, failing that, those that have any.</summary>
    private static Dictionary<string, double> Index(IReadOnlyList<OutsideValue> onet, IReadOnlyList<string> elements)
    {
        var sums = new Dictionary<string, (double Sum, int Count)>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            var values = onet.Where(value => value.Element == element).ToList();
            if (values.Count < 3)
            {
                continue;
            }

            var (mean, deviation) = Moments(values.Select(value => value.Value));
            foreach (var value in values)
            {
                var (sum, count) = sums.GetValueOrDefault(value.Specialty);
                sums[value.Specialty] = (sum + ((value.Value - mean) / deviation), count + 1);
            }
        }

        return sums.ToDictionary(pair => pair.Key, pair => pair.Value.Sum / pair.Value.Count, StringComparer.Ordinal);
    }

    private static DerivationNote Apply(
        Dictionary<(string Specialty, string Dimension), ProfileCell> cells,
        string dimension,
        string elements,
        Dictionary<string, double> index,
        IReadOnlySet<string> partial,
        Provenance provenance,
        string sourceId,
        Status status)
    {
        var covered = index.Keys.Where(specialty => cells.ContainsKey((specialty, dimension))).Order(StringComparer.Ordinal).ToList();
        if (covered.Count < 3)
        {
            return new DerivationNote(dimension, elements, covered.Count, 0, 0, covered.Count);
        }

        var editorial = covered.Select(specialty => cells[(specialty, dimension)].Mean!.Value).ToList();
        var outside = covered.Select(specialty => index[specialty]).ToList();
        var (editorialMean, editorialDeviation) = Moments(editorial);
        var (outsideMean, outsideDeviation) = Moments(outside);
        var correlation = editorial.Zip(outside, (e, o) => (e - editorialMean) * (o - outsideMean)).Sum() / (covered.Count * editorialDeviation * outsideDeviation);
        var used = 0;
        foreach (var specialty in covered)
        {
            var cell = cells[(specialty, dimension)];
            var linked = Math.Clamp(editorialMean + ((index[specialty] - outsideMean) / outsideDeviation * editorialDeviation), 0, 1);
            if (correlation >= LeastCorrelation && !partial.Contains(specialty) && Math.Abs(linked - cell.Mean!.Value) <= LargestDifference)
            {
                cells[(specialty, dimension)] = cell with
                {
                    Mean = Math.Round(linked, 3, MidpointRounding.AwayFromZero),
                    Source = provenance,
                    SourceId = sourceId,
                    Status = status
                };
                used++;
            }
        }

        return new DerivationNote(dimension, elements, covered.Count, Math.Round(correlation, 3, MidpointRounding.AwayFromZero), used, covered.Count - used);
    }

    private static (double Mean, double Deviation) Moments(IEnumerable<double> values)
    {
        var list = values.ToList();
        var mean = list.Sum() / list.Count;
        return (mean, Math.Sqrt(list.Sum(value => (value - mean) * (value - mean)) / list.Count));
    }
}
