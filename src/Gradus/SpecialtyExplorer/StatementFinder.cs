namespace Gradus.SpecialtyExplorer;

/// <summary>What to ask next, and how undecided the answers still are.</summary>
public static class StatementFinder
{
    /// <summary>Statements in the short form at most.</summary>
    public const int ShortForm = 18;

    /// <summary>
    /// How undecided the statements leave it, in bits: the entropy of the chance of each specialty, if the reader were drawn from one of them and all were equally likely
    /// beforehand. A prior by popularity would bury the small specialties that the explorer is there to surface.
    /// </summary>
    public static double EntropyBits(ExplorerModel model, Answers answers)
    {
        Span<double> likelihood = stackalloc double[Dimensions.Count * ResponseModel.GridSize];
        Span<int> answered = stackalloc int[Dimensions.Count];
        ResponseModel.Likelihood(answers, model.Questionnaire, likelihood, answered);
        Span<double> posterior = model.Profiles.Count <= 256 ? stackalloc double[model.Profiles.Count] : new double[model.Profiles.Count];
        posterior.Fill(1);
        for (var d = 0; d < Dimensions.Count; d++)
        {
            for (var j = 0; j < posterior.Length && answered[d] > 0; j++)
            {
                posterior[j] *= Marginal(model, d, j, likelihood);
            }
        }

        return Entropy(posterior);
    }

    /// <summary>
    /// The next statement of the short form: first one for each dimension, then the one that is expected to reduce the entropy most, to 18 at most; <c>null</c> when the
    /// form is complete.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="answers">The answers so far.</param>
    /// <param name="skipped">Ids of statements that were shown and skipped.</param>
    public static Statement? NextInShortForm(ExplorerModel model, Answers answers, IReadOnlyCollection<string>? skipped = null)
    {
        var asked = answers.Statements.Count + (skipped?.Count ?? 0);
        if (asked >= ShortForm)
        {
            return null;
        }

        foreach (var dimension in Dimensions.Ids)
        {
            var its = model.Questionnaire.Statements.Where(statement => statement.Dimension == dimension).ToList();
            if (!its.Exists(statement => IsDone(statement.Id, answers, skipped)))
            {
                return its[0];
            }
        }

        return MostInformative(model, answers, skipped);
    }

    /// <summary>Whether more statements would hardly help: each of the last three took less than 0.02 bit away. The reader may stop at any time, settled or not.</summary>
    /// <param name="bits">The entropy before the first statement and after each one, in order.</param>
    public static bool HasSettled(IReadOnlyList<double> bits) =>
        bits.Count > 3 && Enumerable.Range(bits.Count - 3, 3).All(i => bits[i - 1] - bits[i] < 0.02);

    /// <summary>The next statement of the full form, in the order of the questionnaire with the dimensions taken in turn; <c>null</c> when all are done.</summary>
    public static Statement? NextInFullForm(ExplorerModel model, Answers answers, IReadOnlyCollection<string>? skipped = null) =>
        InTurn(model.Questionnaire).FirstOrDefault(statement => !IsDone(statement.Id, answers, skipped));

    /// <summary>All statements with the dimensions taken in turn, so that no two on the same dimension follow one another.</summary>
    public static IEnumerable<Statement> InTurn(Questionnaire questionnaire)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            foreach (var dimension in Dimensions.Ids)
            {
                if (questionnaire.Statements.Where(statement => statement.Dimension == dimension).Skip(turn).FirstOrDefault() is { } statement)
                {
                    yield return statement;
                }
            }
        }
    }

    /// <summary>The unanswered statement with the largest expected drop in entropy (its mutual information with the specialty); <c>null</c> when none is left.</summary>
    public static Statement? MostInformative(ExplorerModel model, Answers answers, IReadOnlyCollection<string>? skipped = null)
    {
        Statement? best = null;
        var bestDrop = double.NegativeInfinity;
        foreach (var (statement, drop) in ExpectedDrops(model, answers))
        {
            if (drop > bestDrop && !IsDone(statement.Id, answers, skipped))
            {
                best = statement;
                bestDrop = drop;
            }
        }

        return best;
    }

    /// <summary>The expected drop in entropy, in bits, from asking each statement that is not answered yet.</summary>
    public static IReadOnlyList<(Statement Statement, double Bits)> ExpectedDrops(ExplorerModel model, Answers answers)
    {
        var count = model.Profiles.Count;
        var likelihood = new double[Dimensions.Count * ResponseModel.GridSize];
        Span<int> answered = stackalloc int[Dimensions.Count];
        ResponseModel.Likelihood(answers, model.Questionnaire, likelihood, answered);
        var marginal = new double[Dimensions.Count * count];
        var posterior = new double[count];
        Array.Fill(posterior, 1);
        for (var d = 0; d < Dimensions.Count; d++)
        {
            for (var j = 0; j < count; j++)
            {
                posterior[j] *= marginal[(d * count) + j] = Marginal(model, d, j, likelihood);
            }
        }

        var now = Entropy(posterior);
        var total = posterior.Sum();
        var drops = new List<(Statement, double)>();
        var row = new double[ResponseModel.GridSize];
        var after = new double[count];
        foreach (var statement in model.Questionnaire.Statements)
        {
            if (answers.Statements.ContainsKey(statement.Id))
            {
                continue;
            }

            var d = Dimensions.IndexOf(statement.Dimension);
            var expected = 0.0;
            for (var rating = 1; rating <= 5; rating++)
            {
                var chances = ResponseModel.ChancesOf(rating, statement.Reversed);
                for (var g = 0; g < row.Length; g++)
                {
                    row[g] = likelihood[(d * ResponseModel.GridSize) + g] * chances[g];
                }

                var mass = 0.0;
                for (var j = 0; j < count; j++)
                {
                    var prior = model.Priors.AsSpan(((d * count) + j) * ResponseModel.GridSize, ResponseModel.GridSize);
                    var with = 0.0;
                    for (var g = 0; g < row.Length; g++)
                    {
                        with += prior[g] * row[g];
                    }

                    mass += after[j] = posterior[j] / marginal[(d * count) + j] * with;
                }

                expected += mass / total * Entropy(after);
            }

            drops.Add((statement, now - expected));
        }

        return drops;
    }

    private static bool IsDone(string id, Answers answers, IReadOnlyCollection<string>? skipped) =>
        answers.Statements.ContainsKey(id) || (skipped?.Contains(id, StringComparer.Ordinal) ?? false);

    private static double Marginal(ExplorerModel model, int dimension, int specialty, ReadOnlySpan<double> likelihood)
    {
        var prior = model.Priors.AsSpan(((dimension * model.Profiles.Count) + specialty) * ResponseModel.GridSize, ResponseModel.GridSize);
        var row = likelihood.Slice(dimension * ResponseModel.GridSize, ResponseModel.GridSize);
        var sum = 0.0;
        for (var g = 0; g < row.Length; g++)
        {
            sum += prior[g] * row[g];
        }

        return sum;
    }

    private static double Entropy(ReadOnlySpan<double> masses)
    {
        var total = 0.0;
        foreach (var mass in masses)
        {
            total += mass;
        }

        var entropy = 0.0;
        foreach (var mass in masses)
        {
            if (mass > total * 1e-15)
            {
                entropy -= mass / total * SteadyMath.Log2(mass / total);
            }
        }

        return Math.Max(0, entropy);
    }
}
