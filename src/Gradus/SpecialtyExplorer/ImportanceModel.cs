namespace Gradus.SpecialtyExplorer;

/// <summary>
/// How much each dimension matters, from the best-worst answers. Each answer is one choice among the twelve ordered pairs of a task, with chance in proportion to
/// exp(u_best − u_worst): the maximum-difference model of A. A. J. Marley and J. J. Louviere (Journal of Mathematical Psychology 49 (2005) 464–480). The utilities u have a
/// normal prior with mean 0 and standard deviation 0.7 and are estimated by Newton's method; weights are in proportion to exp(u). Counting best minus worst,
/// the usual shortcut, makes ties.
/// </summary>
public static class ImportanceModel
{
    private const double Precision = 1 / (0.7 * 0.7);

    /// <summary>The weights of the 13 dimensions, adding up to 1; all equal when nothing is answered.</summary>
    public static double[] Weights(Answers answers, Questionnaire questionnaire)
    {
        var utilities = new double[Dimensions.Count];
        if (answers.BestWorst.Count > 0)
        {
            Estimate(answers, questionnaire, utilities);
        }

        var weights = new double[Dimensions.Count];
        double total = 0;
        for (var d = 0; d < Dimensions.Count; d++)
        {
            weights[d] = SteadyMath.Exp(utilities[d]);
            if (answers.Importance.TryGetValue(Dimensions.Ids[d], out var times))
            {
                weights[d] *= times;
            }

            total += weights[d];
        }

        for (var d = 0; d < Dimensions.Count; d++)
        {
            weights[d] = total > 0 ? weights[d] / total : 1.0 / Dimensions.Count;
        }

        return weights;
    }

    private static void Estimate(Answers answers, Questionnaire questionnaire, double[] u)
    {
        const int n = Dimensions.Count;
        Span<double> gradient = stackalloc double[n];
        Span<double> curvature = stackalloc double[n * n];
        Span<double> e = stackalloc double[n];
        Span<int> shown = stackalloc int[4];
        for (var step = 0; step < 8; step++)
        {
            curvature.Clear();
            for (var d = 0; d < n; d++)
            {
                e[d] = SteadyMath.Exp(u[d]);
                gradient[d] = -Precision * u[d];
                curvature[(d * n) + d] = Precision;
            }

            foreach (var answer in answers.BestWorst)
            {
                var dimensions = questionnaire.Tasks[answer.Task].Dimensions;
                for (var i = 0; i < 4; i++)
                {
                    shown[i] = Dimensions.IndexOf(dimensions[i]);
                }

                gradient[Dimensions.IndexOf(answer.Best)]++;
                gradient[Dimensions.IndexOf(answer.Worst)]--;
                double total = 0;
                for (var i = 0; i < 4; i++)
                {
                    for (var k = 0; k < 4; k++)
                    {
                        total += i == k ? 0 : e[shown[i]] / e[shown[k]];
                    }
                }

                Span<double> mean = [0, 0, 0, 0];
                for (var i = 0; i < 4; i++)
                {
                    for (var k = 0; k < 4; k++)
                    {
                        if (i == k)
                        {
                            continue;
                        }

                        var p = e[shown[i]] / e[shown[k]] / total;
                        mean[i] += p;
                        mean[k] -= p;
                        curvature[(shown[i] * n) + shown[i]] += p;
                        curvature[(shown[k] * n) + shown[k]] += p;
                        curvature[(shown[i] * n) + shown[k]] -= p;
                        curvature[(shown[k] * n) + shown[i]] -= p;
                    }
                }

                for (var i = 0; i < 4; i++)
                {
                    gradient[shown[i]] -= mean[i];
                    for (var k = 0; k < 4; k++)
                    {
                        curvature[(shown[i] * n) + shown[k]] -= mean[i] * mean[k];
                    }
                }
            }

            Solve(curvature, gradient);
            for (var d = 0; d < n; d++)
            {
                u[d] += Math.Clamp(gradient[d], -1, 1);
            }
        }
    }

    /// <summary>Solves a positive definite system in place by Gaussian elimination; the answer is left in the right-hand side.</summary>
    private static void Solve(Span<double> matrix, Span<double> right)
    {
        const int n = Dimensions.Count;
        for (var i = 0; i < n; i++)
        {
            for (var k = i + 1; k < n; k++)
            {
                var factor = matrix[(k * n) + i] / matrix[(i * n) + i];
                for (var j = i; j < n; j++)
                {
                    matrix[(k * n) + j] -= factor * matrix[(i * n) + j];
                }

                right[k] -= factor * right[i];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++)
            {
                right[i] -= matrix[(i * n) + j] * right[j];
            }

            right[i] /= matrix[(i * n) + i];
        }
    }
}
