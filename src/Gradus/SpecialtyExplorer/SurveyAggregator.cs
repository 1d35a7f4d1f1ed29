using Gradus.Rules;

namespace Gradus.SpecialtyExplorer;

/// <summary>
/// Folds a survey of doctors already in a specialty into the profiles by shrinkage: (k · prior + Σx) / (k + n) with k = 10 (an empirical-Bayes mean; B. Efron and C. Morris,
/// Journal of the American Statistical Association 70 (1975) 311–319). The prior of a specialty is its present value moved by what its whole family said, itself shrunk with
/// k = 10, so that a small specialty leans on its neighbours. Cells with fewer than five answers are neither changed nor shown.
/// </summary>
public static class SurveyAggregator
{
    /// <summary>The version of the survey form that is read.</summary>
    public const string FormVersion = "1";

    /// <summary>The source of cells that a survey changed.</summary>
    public const string SourceId = "gradus-survey";

    /// <summary>How many answers the prior is worth.</summary>
    public const double Strength = 10;

    /// <summary>The fewest answers of a cell that may be used and shown.</summary>
    public const int LeastAnswers = 5;

    /// <summary>What the responses would change.</summary>
    public static SurveyEffect Aggregate(ExplorerModel model, IReadOnlyList<SurveyResponse> responses)
    {
        var changes = new List<SurveyChange>();
        var suppressed = 0;
        var cells = model.Profiles.Select(profile => profile.Cells.ToArray()).ToArray();
        for (var d = 0; d < Dimensions.Count; d++)
        {
            var values = new List<double>[model.Profiles.Count];
            for (var j = 0; j < values.Length; j++)
            {
                values[j] = [];
            }

            foreach (var response in responses)
            {
                var j = model.IndexOf(response.Specialty);
                if (j >= 0 && response.Ratings[d] is { } rating)
                {
                    values[j].Add((rating - 1) / 4.0);
                }
            }

            foreach (var family in Enumerable.Range(0, values.Length).GroupBy(j => model.Profiles[j].Specialty.Family, StringComparer.Ordinal))
            {
                var differences = family.SelectMany(j => values[j].Select(value => value - (cells[j][d].Mean ?? 0.5))).ToList();
                var shift = differences.Sum() / (Strength + differences.Count);
                foreach (var j in family)
                {
                    var n = values[j].Count;
                    if (n < LeastAnswers)
                    {
                        suppressed += n > 0 ? 1 : 0;
                        continue;
                    }

                    var cell = cells[j][d];
                    var before = cell.Mean ?? 0.5;
                    var after = Math.Clamp(((Strength * (before + shift)) + values[j].Sum()) / (Strength + n), 0, 1);
                    var mean = values[j].Average();
                    var variance = ((Strength * cell.Spread * cell.Spread) + values[j].Sum(value => (value - mean) * (value - mean))) / (Strength + n - 1);
                    var changed = cell with
                    {
                        Mean = Math.Round(after, 3, MidpointRounding.AwayFromZero),
                        Spread = Math.Round(Math.Sqrt(variance), 3, MidpointRounding.AwayFromZero),
                        Source = Provenance.Survey,
                        SourceId = SourceId,
                        Status = Status.Computed,
                        Answers = n,
                    };
                    changes.Add(new SurveyChange(model.Profiles[j].Specialty.Id, Dimensions.Ids[d], n, before, changed.Mean.Value, changed.Spread));
                    cells[j][d] = changed;
                }
            }
        }

        return new SurveyEffect(responses.Count, changes, suppressed, [.. model.Profiles.Select((profile, j) => profile with { Cells = cells[j] })]);
    }
}
