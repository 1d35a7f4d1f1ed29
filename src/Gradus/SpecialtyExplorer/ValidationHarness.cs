namespace Gradus.SpecialtyExplorer;

/// <summary>How much to try.</summary>
/// <param name="DoctorsPerSpecialty">Synthetic doctors of each specialty at each level of noise.</param>
/// <param name="Seed">The seed of the doctors; the same seed gives the same table.</param>
/// <param name="Popularity">Specialty ids by number of doctors or posts, most popular first; the rest follow in any order.</param>
public sealed record ValidationPlan(int DoctorsPerSpecialty, ulong Seed, IReadOnlyList<string> Popularity);

/// <summary>How often doctors find their own specialty.</summary>
/// <param name="What">Form or baseline.</param>
/// <param name="Noise">The level of answer noise.</param>
/// <param name="Doctors">How many doctors.</param>
/// <param name="TopOne">Own specialty first: share, macro-averaged over specialties.</param>
/// <param name="TopThree">Among the first three.</param>
/// <param name="TopFive">Among the first five.</param>
/// <param name="TopTen">Among the first ten.</param>
/// <param name="MeanReciprocalRank">The mean of one over the rank.</param>
/// <param name="TopFiveLow">Wilson 95% interval of the top-five share: lower end.</param>
/// <param name="TopFiveHigh">Upper end.</param>
/// <param name="FamilyFirst">The share whose own family of specialties leads the first ten places.</param>
public sealed record HitRates(
    string What, string Noise, int Doctors, double TopOne, double TopThree, double TopFive, double TopTen, double MeanReciprocalRank, double TopFiveLow,
        double TopFiveHigh, double FamilyFirst);

/// <summary>One bin of the reliability diagram: where the stated chance of the top five was near a value, how often was it so?</summary>
/// <param name="From">Lower end of the bin, inside.</param>
/// <param name="To">Upper end.</param>
/// <param name="Pairs">How many pairs of doctor and specialty.</param>
/// <param name="Stated">The mean stated chance.</param>
/// <param name="Observed">The share in which the specialty was in the doctor's true top five.</param>
/// <param name="Low">Wilson 95% interval: lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record ReliabilityBin(double From, double To, int Pairs, double Stated, double Observed, double Low, double High);

/// <summary>Everything the harness found.</summary>
public sealed record ValidationReport
{
    /// <summary>The version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Hit rates by form and noise, and baselines.</summary>
    public required IReadOnlyList<HitRates> HitRates { get; init; }

    /// <summary>The top-five hit rate of the short form as a share of the full form's, by noise level.</summary>
    public required IReadOnlyDictionary<string, double> ShortOfFull { get; init; }

    /// <summary>How many of the first five the short and the full form share on average, at low noise.</summary>
    public required double ShortFullOverlap { get; init; }

    /// <summary>The number of statements that the short form asked on average.</summary>
    public required double ShortStatements { get; init; }

    /// <summary>How many of the first five two sittings of the same doctor share on average, at medium noise.</summary>
    public required double RetestOverlap { get; init; }

    /// <summary>The share of doctors for whom two sittings share at least three of the first five.</summary>
    public required double RetestAtLeastThree { get; init; }

    /// <summary>The share of cases in which the first five keep at least four when every editorial cell moves by one step (0.10) up or down at random.</summary>
    public required double EditorialKeepsFour { get; init; }

    /// <summary>How many of the first five are kept on average in that test.</summary>
    public required double EditorialOverlap { get; init; }

    /// <summary>The reliability diagram of the chance of being among the first five.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>The mean squared error of that chance (Brier score).</summary>
    public required double Brier { get; init; }

    /// <summary>The names of all inputs that the scorer reads; none is a protected characteristic.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Whether any input is a protected characteristic or stands for one by name.</summary>
    public required bool ReadsProtected { get; init; }

    /// <summary>What the table is worth.</summary>
    public string Caution { get; init; } =
        "Synthetic doctors are not doctors. They answer by the model that scores them, so these figures are an upper bound and a check of the machinery, not evidence about people.";
}

/// <summary>Runs synthetic doctors through the matcher. The same plan gives the same report on any number of cores.</summary>
public static class ValidationHarness
{
    private static readonly string[] Protected = ["sex", "gender", "ethnic", "race", "age", "birth", "religion", "belief", "disab", "orientation", "married",
        "marriage", "pregnan", "nationality", "country", "qualification", "name"];

    /// <summary>Runs everything.</summary>
    public static ValidationReport Run(ExplorerModel model, ValidationPlan plan)
    {
        var rates = new List<HitRates>();
        var shortOfFull = new Dictionary<string, double>(StringComparer.Ordinal);
        double overlap = 0, asked = 0;
        foreach (var noise in AnswerNoise.Levels)
        {
            var runs = Each(model, plan, noise, "forms", (SyntheticDoctor doctor, ref SteadyRandom random) =>
            {
                var full = Matcher.Score(model, doctor.Answer(model, noise, model.Questionnaire.Statements, model.Questionnaire.Tasks, ref random));
                var answers = doctor.AnswerShort(model, noise, ref random);
                var brief = Matcher.Score(model, answers);
                return (Full: Found(model, full, doctor.Specialty), Short: Found(model, brief, doctor.Specialty), Overlap: Shared(full, brief), Asked: answers.Statements.Count);
            });
            var fullRates = Rates("full form", noise.Name, model, plan, [.. runs.Select(run => run.Full)]);
            var shortRates = Rates("short form", noise.Name, model, plan, [.. runs.Select(run => run.Short)]);
            rates.Add(fullRates);
            rates.Add(shortRates);
            shortOfFull[noise.Name] = fullRates.TopFive > 0 ? shortRates.TopFive / fullRates.TopFive : 0;
            if (noise.Name == "low")
            {
                overlap = runs.Average(run => run.Overlap);
                asked = runs.Average(run => run.Asked);
            }
        }

        rates.Add(Indexes(model, plan));
        rates.Add(Popularity(model, plan));
        rates.Add(Chance(model, plan));
        var (retest, three) = Retest(model, plan);
        var (keeps, kept) = Editorial(model, plan);
        var (bins, brier) = Calibration(model, plan);
        var inputs = Inputs(model.Questionnaire);
        return new ValidationReport
        {
            ModelVersion = model.Version,
            Seed = plan.Seed,
            HitRates = rates,
            ShortOfFull = shortOfFull,
            ShortFullOverlap = overlap,
            ShortStatements = asked,
            RetestOverlap = retest,
            RetestAtLeastThree = three,
            EditorialKeepsFour = keeps,
            EditorialOverlap = kept,
            Reliability = bins,
            Brier = brier,
            Inputs = inputs,
            ReadsProtected = inputs.Any(IsProtected),
        };
    }

    /// <summary>Every input that can reach the scorer, by name.</summary>
    public static IReadOnlyList<string> Inputs(Questionnaire questionnaire) =>
    [
        .. questionnaire.Statements.Select(statement => "statements." + statement.Id),
        .. questionnaire.Tasks.Select(task => $"bestWorst.{task.Task}"),
        .. questionnaire.Interests.Select(area => "interests." + area.Id),
        .. Questionnaire.LimitIds.Select(limit => "limits." + limit),
        .. Dimensions.Ids.Select(dimension => "importance." + dimension),
        "seed",
    ];

    /// <summary>Whether the name of an input has a word that stands for a protected characteristic of the reader. The age of patients is not the reader's.</summary>
    public static bool IsProtected(string input)
    {
        var words = input.Replace("interests.patient-age", "interests.patients", StringComparison.Ordinal).Split('.', '-', ' ');
        return words.Any(word => Array.Exists(Protected, mark => word == mark || (mark.Length > 4 && word.StartsWith(mark, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>The Wilson interval at 95% (E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212).</summary>
    public static (double Low, double High) Wilson(double share, int count)
    {
        if (count == 0)
        {
            return (0, 1);
        }

        const double z = 1.959963984540054;
        var centre = (share + (z * z / (2 * count))) / (1 + (z * z / count));
        var half = z / (1 + (z * z / count)) * Math.Sqrt((share * (1 - share) / count) + (z * z / (4.0 * count * count)));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    private static (int Rank, bool Family) Found(ExplorerModel model, MatchScores scores, int specialty)
    {
        var rank = Array.IndexOf(scores.Order, specialty, 0, scores.Ranked) + 1;
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var place = 0; place < scores.Ranked; place++)
        {
            var family = model.Profiles[scores.Order[place]].Specialty.Family;
            shares[family] = shares.GetValueOrDefault(family) + scores.InTopTen[scores.Order[place]];
        }

        return (rank == 0 ? model.Profiles.Count : rank, shares.MaxBy(pair => pair.Value).Key == model.Profiles[specialty].Specialty.Family);
    }

    private static int Shared(MatchScores one, MatchScores other)
    {
        var shared = 0;
        for (var place = 0; place < 5; place++)
        {
            shared += Array.IndexOf(other.Order, one.Order[place], 0, 5) >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static HitRates Rates(string what, string noise, ExplorerModel model, ValidationPlan plan, IReadOnlyList<(int Rank, bool Family)> found)
    {
        // Every specialty has as many doctors as any other, so the plain share is the macro-average.
        var count = found.Count;
        double Within(int top) => found.Count(one => one.Rank <= top) / (double)count;
        var (low, high) = Wilson(Within(5), count);
        _ = model;
        _ = plan;
        return new HitRates(what, noise, count, Within(1), Within(3), Within(5), Within(10), found.Sum(one => 1.0 / one.Rank) / count, low, high,
            found.Count(one => one.Family) / (double)count);
    }

    private static HitRates Indexes(ExplorerModel model, ValidationPlan plan)
    {
        var noise = AnswerNoise.Levels[1];
        var found = Each(model, plan, noise, "index", (SyntheticDoctor doctor, ref SteadyRandom random) =>
        {
            var answers = doctor.Answer(model, noise, model.Questionnaire.Statements, model.Questionnaire.Tasks, ref random);
            var places = ResponseModel.Positions(model, answers).Select(position => position.Mean).ToArray();
            var correlation = FitScorer.Correlation(model, places, ImportanceModel.Weights(answers, model.Questionnaire));
            var rank = 1 + correlation.Count(value => value > correlation[doctor.Specialty]);
            var lead = model.Profiles[Array.IndexOf(correlation, correlation.Max())].Specialty.Family;
            return (rank, lead == model.Profiles[doctor.Specialty].Specialty.Family);
        });
        return Rates("profile correlation alone", noise.Name, model, plan, found);
    }

    private static HitRates Popularity(ExplorerModel model, ValidationPlan plan)
    {
        var order = plan.Popularity.Select(model.IndexOf).Where(j => j >= 0).Concat(Enumerable.Range(0, model.Profiles.Count)).Distinct().ToList();
        var found = Enumerable.Range(0, model.Profiles.Count)
            .Select(j => (order.IndexOf(j) + 1, model.Profiles[j].Specialty.Family == model.Profiles[order[0]].Specialty.Family))
            .ToList();
        return Rates("popularity (same list for all)", "any", model, plan, found);
    }

    private static HitRates Chance(ExplorerModel model, ValidationPlan plan)
    {
        _ = plan;
        double n = model.Profiles.Count;
        var reciprocal = 0.0;
        for (var rank = 1; rank <= n; rank++)
        {
            reciprocal += 1 / (rank * n);
        }

        return new HitRates("chance", "any", 0, 1 / n, 3 / n, 5 / n, 10 / n, reciprocal, 5 / n, 5 / n,
            1.0 / model.Profiles.Select(profile => profile.Specialty.Family).Distinct(StringComparer.Ordinal).Count());
    }

    private static (double Overlap, double Three) Retest(ExplorerModel model, ValidationPlan plan)
    {
        var noise = AnswerNoise.Levels[2];
        var shared = Each(model, plan, noise, "retest", (SyntheticDoctor doctor, ref SteadyRandom random) => Shared(
            Matcher.Score(model, doctor.Answer(model, noise, model.Questionnaire.Statements, model.Questionnaire.Tasks, ref random)),
            Matcher.Score(model, doctor.Answer(model, noise, model.Questionnaire.Statements, model.Questionnaire.Tasks, ref random))));
        return (shared.Average(), shared.Count(value => value >= 3) / (double)shared.Length);
    }

    private static (double KeepsFour, double Overlap) Editorial(ExplorerModel model, ValidationPlan plan)
    {
        const double step = 0.10;
        const int rounds = 5;
        var noise = AnswerNoise.Levels[1];
        int four = 0, total = 0, kept = 0;
        for (var round = 0; round < rounds; round++)
        {
            var sign = new SteadyRandom(StableHash.Add(StableHash.Of("editorial"), round) ^ plan.Seed);
            var moved = model.With((_, _, cell) => cell.Source == Provenance.Editorial && cell.Mean is { } mean
                ? cell with { Mean = Math.Clamp(mean + (sign.NextBelow(2) == 0 ? -step : step), 0, 1) }
                : cell);
            var small = plan with { DoctorsPerSpecialty = Math.Max(1, plan.DoctorsPerSpecialty / rounds) };
            var shared = Each(model, small, noise, $"editorial-{round}", (SyntheticDoctor doctor, ref SteadyRandom random) =>
            {
                var answers = doctor.Answer(model, noise, model.Questionnaire.Statements, model.Questionnaire.Tasks, ref random);
                return Shared(Matcher.Score(model, answers), Matcher.Score(moved, answers));
            });
            four += shared.Count(value => value >= 4);
            kept += shared.Sum();
            total += shared.Length;
        }

        return (four / (double)total, kept / (double)total);
    }

    /// <summary>
    /// Draws a world first (the specialties' true means, from the doubt about them), a doctor in it, and compares the stated chance with the doctor's true top five in that
    /// world at their true places and weights.
    /// </summary>
    private static (IReadOnlyList<ReliabilityBin> Bins, double Brier) Calibration(ExplorerModel model, ValidationPlan plan)
    {
        var noise = AnswerNoise.Levels[1];
        var count = model.Profiles.Count;
        var runs = Each(model, plan, noise, "calibration", (SyntheticDoctor doctor, ref SteadyRandom random) =>
        {
            var scores = Matcher.Score(model, doctor.Answer(model, noise, model.Questionnaire.Statements, model.Questionnaire.Tasks, ref random));
            var weights = new double[Dimensions.Count];
            for (var d = 0; d < Dimensions.Count; d++)
            {
                weights[d] = SteadyMath.Exp(doctor.Utilities[d]);
            }

            var truth = new double[count];
            for (var j = 0; j < count; j++)
            {
                for (var d = 0; d < Dimensions.Count; d++)
                {
                    var cell = model.Profiles[j].Cells[d];
                    truth[j] += weights[d] * FitScorer.Value(Dimensions.KindOf(d), doctor.Places[d], (cell.Mean ?? 0.5) + (cell.Doubt * random.NextNormal()),
                        cell.Spread, model.Settings);
                }
            }

            var pairs = new (double Stated, bool True)[count];
            for (var j = 0; j < count; j++)
            {
                pairs[j] = (scores.InTopFive[j], truth.Count(value => value > truth[j]) < 5);
            }

            return pairs;
        });
        var all = runs.SelectMany(pairs => pairs).ToList();
        var bins = new List<ReliabilityBin>();
        for (var bin = 0; bin < 10; bin++)
        {
            var inside = all.Where(pair => Math.Min(9, (int)(pair.Stated * 10)) == bin).ToList();
            if (inside.Count > 0)
            {
                var observed = inside.Count(pair => pair.True) / (double)inside.Count;
                var (low, high) = Wilson(observed, inside.Count);
                bins.Add(new ReliabilityBin(bin / 10.0, (bin + 1) / 10.0, inside.Count, inside.Average(pair => pair.Stated), observed, low, high));
            }
        }

        return (bins, all.Average(pair => (pair.Stated - (pair.True ? 1 : 0)) * (pair.Stated - (pair.True ? 1 : 0))));
    }

    private static T[] Each<T>(ExplorerModel model, ValidationPlan plan, AnswerNoise noise, string what, DoctorRun<T> run)
    {
        var results = new T[model.Profiles.Count * plan.DoctorsPerSpecialty];
        Parallel.For(0, results.Length, index =>
        {
            var random = new SteadyRandom(StableHash.Add(StableHash.Add(StableHash.Of(what + noise.Name) ^ plan.Seed, index % 60000), index / 60000));
            var doctor = SyntheticDoctor.Make(model, index / plan.DoctorsPerSpecialty, noise, ref random);
            results[index] = run(doctor, ref random);
        });
        return results;
    }

    private delegate T DoctorRun<T>(SyntheticDoctor doctor, ref SteadyRandom random);
}
