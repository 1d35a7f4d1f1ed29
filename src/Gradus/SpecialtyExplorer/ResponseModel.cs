namespace Gradus.SpecialtyExplorer;

/// <summary>What a reader's statements say about one dimension.</summary>
/// <param name="Mean">Where the reader stands, from 0 to 1; that of the average specialty when nothing is said.</param>
/// <param name="Deviation">The doubt about it, one standard deviation; as wide as specialties differ when nothing is said.</param>
/// <param name="Answered">How many statements were answered.</param>
public readonly record struct ReaderPosition(double Mean, double Deviation, int Answered);

/// <summary>
/// The graded response model of F. Samejima (Psychometrika Monograph 17, 1969) on a grid. The place of a reader on a dimension is θ = 0.5 + 0.25 z. The chance
/// of agreeing at level k or more is logistic(a (z − b_k)) with a = 2 and b = −1.5, −0.5, 0.5, 1.5 for every statement, until real answers allow
/// them to be estimated one by one. With chance 0.15 the middle answer says nothing (“no opinion”), so a row of threes is weak evidence.
/// </summary>
public static class ResponseModel
{
    internal const int GridSize = 41;
    internal const double NoOpinion = 0.15;
    private const double Slope = 2;

    private static readonly double[] Grid = MakeGrid();
    private static readonly double[][] Chances = MakeChances();

    /// <summary>One unit of z on the 0–1 scale.</summary>
    public const double Unit = 0.25;

    /// <summary>The chance of each answer from 1 to 5 for a reader at a place; index 0 is the answer 1.</summary>
    public static double[] AnswerChances(double place, bool reversed)
    {
        var chances = new double[5];
        var z = (place - 0.5) / Unit;
        var above = 1.0;
        for (var answer = 0; answer < 5; answer++)
        {
            var next = answer == 4 ? 0 : SteadyMath.Logistic(Slope * (z - (answer - 1.5)));
            chances[reversed ? 4 - answer : answer] = ((1 - NoOpinion) * (above - next)) + (answer == 2 ? NoOpinion : 0);
            above = next;
        }

        return chances;
    }

    /// <summary>
    /// The reader's place on each dimension after the answers to the statements. Before any answer a reader is like a doctor of any of the specialties, all equally likely:
    /// normal, with the mean of the specialties and a variance that adds the differences between them to the spread within them.
    /// </summary>
    public static ReaderPosition[] Positions(ExplorerModel model, Answers answers)
    {
        Span<double> likelihood = stackalloc double[Dimensions.Count * GridSize];
        Span<int> answered = stackalloc int[Dimensions.Count];
        Likelihood(answers, model.Questionnaire, likelihood, answered);
        var positions = new ReaderPosition[Dimensions.Count];
        for (var dimension = 0; dimension < Dimensions.Count; dimension++)
        {
            double total = 0, first = 0, second = 0;
            for (var g = 0; g < GridSize; g++)
            {
                var mass = model.ReaderPriors[(dimension * GridSize) + g] * likelihood[(dimension * GridSize) + g];
                total += mass;
                first += mass * Grid[g];
                second += mass * Grid[g] * Grid[g];
            }

            var mean = first / total;
            positions[dimension] = new ReaderPosition(mean, Math.Sqrt(Math.Max(0, (second / total) - (mean * mean))), answered[dimension]);
        }

        return positions;
    }

    /// <summary>The grid weights of a normal place with a mean and a standard deviation.</summary>
    internal static double[] MakePrior(double mean, double deviation)
    {
        var weights = new double[GridSize];
        double total = 0;
        for (var g = 0; g < GridSize; g++)
        {
            var distance = (Grid[g] - mean) / deviation;
            total += weights[g] = SteadyMath.Exp(-0.5 * distance * distance);
        }

        for (var g = 0; g < GridSize; g++)
        {
            weights[g] /= total;
        }

        return weights;
    }

    /// <summary>The chance of an answer (1 to 5, as given) at each point of the grid.</summary>
    internal static ReadOnlySpan<double> ChancesOf(int answer, bool reversed) => Chances[reversed ? 5 - answer : answer - 1];

    /// <summary>The likelihood of all answers on each dimension at each point of the grid; dimension by dimension.</summary>
    internal static void Likelihood(Answers answers, Questionnaire questionnaire, Span<double> likelihood, Span<int> answered)
    {
        likelihood.Fill(1);
        answered.Clear();
        for (var i = 0; i < questionnaire.Statements.Count; i++)
        {
            var statement = questionnaire.Statements[i];
            if (!answers.Statements.TryGetValue(statement.Id, out var rating))
            {
                continue;
            }

            var dimension = Dimensions.IndexOf(statement.Dimension);
            answered[dimension]++;
            var chances = ChancesOf(rating, statement.Reversed);
            var row = likelihood.Slice(dimension * GridSize, GridSize);
            for (var g = 0; g < GridSize; g++)
            {
                row[g] *= chances[g];
            }
        }
    }

    private static double[] MakeGrid()
    {
        var grid = new double[GridSize];
        for (var g = 0; g < GridSize; g++)
        {
            grid[g] = 0.5 + (Unit * ((g - (GridSize / 2)) * 0.15));
        }

        return grid;
    }

    private static double[][] MakeChances()
    {
        var chances = new double[5][];
        for (var answer = 0; answer < 5; answer++)
        {
            chances[answer] = new double[GridSize];
        }

        for (var g = 0; g < GridSize; g++)
        {
            var at = AnswerChances(Grid[g], reversed: false);
            for (var answer = 0; answer < 5; answer++)
            {
                chances[answer][g] = at[answer];
            }
        }

        return chances;
    }
}
