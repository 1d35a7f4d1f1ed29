using System.Numerics;
using System.Runtime.InteropServices;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyExplorer;

/// <summary>
/// Compares a reader's answers with every specialty, with the doubt about both carried through to the ranks. Each draw takes a place for the reader from their statements,
/// weights from a Dirichlet distribution around their best-worst answers, and the specialties' means from the model's own draws, and ranks the weighted fit.
/// </summary>
public static class Matcher
{
    [ThreadStatic]
    private static Workspace? workspace;

    /// <summary>The whole result, or the first specialties of it, for answers as facts.</summary>
    /// <param name="facts">The answers.</param>
    /// <param name="figures">The model.</param>
    /// <param name="on">The date asked about; the model is that of the content's edition.</param>
    /// <param name="nation">The nation asked about; profiles are for the UK.</param>
    public static MatchResult Match(ExplorerFacts facts, ExplorerFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var result = Match(figures.Model, facts.Answers);
        return facts.Top is not { } top ? result
            : top < result.Matches.Count ? result with { Matches = [.. result.Matches.Take(top)] }
            : result with
            {
                Warnings = [.. result.Warnings,
                new Warning("top", $"The result has {FigureText.Count(result.Matches.Count, "specialties")}, so to keep {top} has no effect.")]
            };
    }

    /// <summary>The whole result, with words.</summary>
    public static MatchResult Match(ExplorerModel model, Answers answers) => MatchExplainer.Explain(model, answers, Score(model, answers));

    /// <summary>The numbers alone.</summary>
    public static MatchScores Score(ExplorerModel model, Answers answers)
    {
        var questionnaire = model.Questionnaire;
        var settings = model.Settings;
        var count = model.Profiles.Count;
        var areas = answers.Interests.Count == 0 ? [] : Questionnaire.InterestIds.Where(answers.Interests.ContainsKey).ToArray();
        var scores = new MatchScores(count, areas.Length)
        {
            Positions = ResponseModel.Positions(model, answers),
            Areas = areas,
            EntropyBits = StatementFinder.EntropyBits(model, answers),
        };

        var importance = ImportanceModel.Weights(answers, questionnaire);
        for (var j = 0; j < count; j++)
        {
            scores.Coverage[j] = Observed(model.Profiles[j], importance);
            scores.Compared[j] = scores.Coverage[j] >= settings.LeastCoverage;
            scores.Active[j] = scores.Compared[j] && LimitChecker.Hiding(model.Profiles[j].Specialty, answers.Limits).Count == 0;
            scores.Ranked += scores.Active[j] ? 1 : 0;
        }

        var space = workspace is { } used && used.Fits(count, model.Lanes) ? used : workspace = new Workspace(count, model.Lanes);
        space.Clear(scores, model, areas, answers);
        Draw(model, answers, importance, scores, space);
        Summarise(model, scores, space);
        return scores;
    }

    /// <summary>The seed that these answers make. Limits and sliders are left out, so that moving one changes nothing but what it means.</summary>
    public static ulong SeedOf(ExplorerModel model, Answers answers)
    {
        if (answers.Seed is { } chosen)
        {
            return chosen;
        }

        var hash = StableHash.Of(model.Version);
        for (var i = 0; i < model.Questionnaire.Statements.Count; i++)
        {
            if (answers.Statements.TryGetValue(model.Questionnaire.Statements[i].Id, out var rating))
            {
                hash = StableHash.Add(StableHash.Add(hash, i), rating);
            }
        }

        for (var task = 0; task < model.Questionnaire.Tasks.Count; task++)
        {
            foreach (var answer in answers.BestWorst)
            {
                if (answer.Task == task)
                {
                    hash = StableHash.Add(StableHash.Add(StableHash.Add(hash, 1000 + task), Dimensions.IndexOf(answer.Best)), Dimensions.IndexOf(answer.Worst));
                }
            }
        }

        foreach (var area in model.Questionnaire.Interests)
        {
            if (answers.Interests.TryGetValue(area.Id, out var chosenValues))
            {
                for (var choice = 0; choice < area.Choices.Count; choice++)
                {
                    if (chosenValues.Contains(area.Choices[choice].Id, StringComparer.Ordinal))
                    {
                        hash = StableHash.Add(StableHash.Add(hash, area.Id), choice);
                    }
                }
            }
        }

        return hash;
    }

    /// <summary>How well a specialty answers an expressed interest, from 0 to 1: 1 when it offers a chosen value, 0.5 when it offers it among others, 0 otherwise.</summary>
    public static double InterestValue(Specialty specialty, string area, IReadOnlyList<string> chosen)
    {
        var offered = specialty.Area(area);
        var best = 0.0;
        foreach (var value in chosen)
        {
            if (offered.Contains(value, StringComparer.Ordinal))
            {
                return 1;
            }

            var among = area switch
            {
                "patient-age" => offered.Contains("all-ages", StringComparer.Ordinal) || (value == "all-ages" && offered.Count > 0)
                    || (value is "older-people" or "women" && offered.Contains("adults", StringComparer.Ordinal))
                        || (value == "adults" && !offered.Contains("children", StringComparer.Ordinal) && offered.Count > 0),
                "mind-body" => value == "both" || offered.Contains("both", StringComparer.Ordinal),
                "body-system" => offered.Contains("whole-person", StringComparer.Ordinal),
                _ => false,
            };
            best = among ? Math.Max(best, area == "body-system" ? 0.25 : 0.5) : best;
        }

        return best;
    }

    private static double Observed(SpecialtyProfile profile, double[] weights)
    {
        var observed = 0.0;
        for (var d = 0; d < Dimensions.Count; d++)
        {
            observed += profile.Cells[d].Mean is null ? 0 : weights[d];
        }

        return Math.Min(1, observed);
    }

    private static void Draw(ExplorerModel model, Answers answers, double[] importance, MatchScores scores, Workspace space)
    {
        const int n = Dimensions.Count;
        var settings = model.Settings;
        var concentration = settings.Concentration + (settings.ConcentrationPerTask * answers.BestWorst.Count);
        var forDimensions = 1 - (settings.InterestShare * scores.Areas.Count);
        var random = new SteadyRandom(SeedOf(model, answers));
        var lanes = model.Lanes;
        var count = model.Profiles.Count;
        var totals = new double[n];
        Span<float> places = stackalloc float[n];
        Span<float> weights = stackalloc float[n];
        Span<double> drawn = stackalloc double[n];
        var fits = MemoryMarshal.Cast<float, Vector<float>>(space.Fit.AsSpan());
        var parts = MemoryMarshal.Cast<float, Vector<float>>(space.Parts.AsSpan());
        var kernel = MemoryMarshal.Cast<float, Vector<float>>(model.Kernel.AsSpan());
        for (var r = 0; r < settings.Draws; r++)
        {
            double total = 0;
            for (var d = 0; d < n; d++)
            {
                var position = scores.Positions[d];
                var drawnPlace = position.Mean + (position.Deviation * random.NextNormal());
                var weight = importance[d] > 0 ? random.NextGamma(concentration * importance[d]) : 0;
                places[d] = (float)drawnPlace;
                drawn[d] = weight;
                total += drawn[d];
            }

            var scale = total > 0 ? forDimensions / total : 0;
            for (var d = 0; d < n; d++)
            {
                totals[d] += drawn[d] * scale;
                weights[d] = (float)(drawn[d] * scale);
            }

            var means = MemoryMarshal.Cast<float, Vector<float>>(model.Draws.AsSpan(r * n * lanes, n * lanes));
            space.Base.CopyTo(space.Fit, 0);
            for (var d = 0; d < n; d++)
            {
                // Where more is better, having more than the reader asks for counts as no distance.
                var furthest = new Vector<float>(Dimensions.KindOf(d) == DimensionKind.More ? 0 : float.MaxValue);
                var place = new Vector<float>(places[d]);
                var weight = new Vector<float>(weights[d]);
                var mean = means.Slice(d * fits.Length, fits.Length);
                var slope = kernel.Slice(d * fits.Length, fits.Length);
                var sum = parts.Slice(d * fits.Length, fits.Length);
                for (var at = 0; at < fits.Length; at++)
                {
                    var distance = Vector.Min(mean[at] - place, furthest);
                    var part = SteadyMath.ExpOfNegative(distance * distance * slope[at]) * weight;
                    fits[at] += part;
                    sum[at] += part;
                }
            }

            Rank(space, count);
        }

        for (var d = 0; d < n; d++)
        {
            totals[d] /= settings.Draws;
        }

        scores.Weights = totals;
    }

    /// <summary>Counts, for one draw, who is above whom; a rank is one more than the number above.</summary>
    private static void Rank(Workspace space, int count)
    {
        var fits = MemoryMarshal.Cast<float, Vector<float>>(space.Fit.AsSpan());
        var ranks = MemoryMarshal.Cast<int, Vector<int>>(space.Ranks.AsSpan());
        var tallies = MemoryMarshal.Cast<int, Vector<int>>(space.Above.AsSpan());
        ranks.Clear();
        for (var k = 0; k < count; k++)
        {
            var theirs = new Vector<float>(space.Fit[k]);
            var row = tallies.Slice(k * fits.Length, fits.Length);
            for (var at = 0; at < fits.Length; at++)
            {
                var above = Vector.GreaterThan(theirs, fits[at]);
                ranks[at] -= above;
                row[at] -= above;
            }
        }

        for (var j = 0; j < count; j++)
        {
            space.Histogram[(j * count) + space.Ranks[j]]++;
        }
    }

    private static void Summarise(ExplorerModel model, MatchScores scores, Workspace space)
    {
        var count = model.Profiles.Count;
        var draws = (double)model.Settings.Draws;
        var parts = scores.Parts;
        var compared = scores.Compared.AsSpan().Count(true);
        Span<double> average = stackalloc double[parts];
        average.Clear();
        for (var j = 0; j < count; j++)
        {
            for (var k = 0; k < count; k++)
            {
                scores.Above[(j * count) + k] = space.Above[(j * model.Lanes) + k] / draws;
            }

            if (!scores.Compared[j])
            {
                continue;
            }

            var row = scores.Contributions.AsSpan(j * parts, parts);
            for (var part = 0; part < parts; part++)
            {
                row[part] = part < Dimensions.Count ? space.Parts[(part * model.Lanes) + j] / draws : space.Interests[((part - Dimensions.Count) * model.Lanes) + j];
                average[part] += row[part] / compared;
            }

            Ranks(scores, space.Histogram.AsSpan(j * count, count), j, model.Settings.Draws);
        }

        foreach (var part in average)
        {
            scores.MeanFit += part;
        }

        var ranked = 0;
        for (var j = 0; j < count; j++)
        {
            if (!scores.Compared[j])
            {
                continue;
            }

            var row = scores.Contributions.AsSpan(j * parts, parts);
            var sum = 0.0;
            for (var part = 0; part < parts; part++)
            {
                row[part] -= average[part];
                sum += row[part];
            }

            scores.Fit[j] = scores.MeanFit + sum;
            if (scores.Active[j])
            {
                scores.Order[ranked++] = j;
            }
        }

        var byRank = new ByRank(scores);
        scores.Order.AsSpan(0, ranked).Sort(byRank);
    }

    private static void Ranks(MatchScores scores, ReadOnlySpan<int> histogram, int specialty, int draws)
    {
        var seen = 0;
        for (var rank = 0; rank < histogram.Length; rank++)
        {
            var before = seen;
            seen += histogram[rank];
            scores.RankLow[specialty] = before * 10 < draws && seen * 10 >= draws ? rank + 1 : scores.RankLow[specialty];
            scores.RankMedian[specialty] = before * 2 < draws && seen * 2 >= draws ? rank + 1 : scores.RankMedian[specialty];
            scores.RankHigh[specialty] = before * 10 < draws * 9 && seen * 10 >= draws * 9 ? rank + 1 : scores.RankHigh[specialty];
            if (rank == 4)
            {
                scores.InTopFive[specialty] = seen / (double)draws;
            }

            if (rank == 9)
            {
                scores.InTopTen[specialty] = seen / (double)draws;
            }
        }
    }

    private sealed class ByRank(MatchScores scores) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var order = scores.RankMedian[x].CompareTo(scores.RankMedian[y]);
            order = order != 0 ? order : scores.Fit[y].CompareTo(scores.Fit[x]);
            return order != 0 ? order : x.CompareTo(y);
        }
    }

    private sealed class Workspace(int count, int lanes)
    {
        public float[] Fit { get; } = new float[lanes];

        public float[] Base { get; } = new float[lanes];

        public int[] Ranks { get; } = new int[lanes];

        public float[] Parts { get; } = new float[Dimensions.Count * lanes];

        public float[] Interests { get; } = new float[4 * lanes];

        public int[] Above { get; } = new int[count * lanes];

        public int[] Histogram { get; } = new int[count * count];

        public bool Fits(int specialties, int width) => specialties == count && width == lanes;

        public void Clear(MatchScores scores, ExplorerModel model, string[] areas, Answers answers)
        {
            Array.Clear(Parts);
            Array.Clear(Interests);
            Array.Clear(Above);
            Array.Clear(Histogram);
            for (var j = 0; j < lanes; j++)
            {
                Base[j] = float.NegativeInfinity;
                if (j < count && scores.Compared[j])
                {
                    Base[j] = 0;
                    for (var area = 0; area < areas.Length; area++)
                    {
                        var value = (float)(model.Settings.InterestShare * InterestValue(model.Profiles[j].Specialty, areas[area], answers.Interests[areas[area]]));
                        Interests[(area * lanes) + j] = value;
                        Base[j] += value;
                    }
                }
            }
        }
    }
}
