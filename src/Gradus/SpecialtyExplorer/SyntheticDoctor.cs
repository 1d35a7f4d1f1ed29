namespace Gradus.SpecialtyExplorer;

/// <summary>How a made-up doctor answers.</summary>
/// <param name="Name">The level's name.</param>
/// <param name="OwnSpread">How far the doctor stands from the average of the specialty, as a multiple of the spread between its posts.</param>
/// <param name="Slips">The share of answers that are given at random.</param>
/// <param name="Exact">Whether each answer is the likeliest one instead of being drawn.</param>
public sealed record AnswerNoise(string Name, double OwnSpread, double Slips, bool Exact)
{
    /// <summary>The levels that the harness reports.</summary>
    public static IReadOnlyList<AnswerNoise> Levels { get; } =
    [
        new("none", 0, 0, Exact: true),
        new("low", 1, 0, Exact: false),
        new("medium", 1.5, 0.10, Exact: false),
        new("high", 2, 0.25, Exact: false),
    ];
}

/// <summary>
/// A doctor made up from a specialty's profile. Synthetic doctors are not doctors: they answer by the same model that scores them, so what they show is an upper bound and a
/// check that the parts fit together, never evidence that the explorer is right about people.
/// </summary>
/// <param name="Specialty">The place of the specialty the doctor is made from.</param>
/// <param name="Places">Where the doctor truly stands on each dimension.</param>
/// <param name="Utilities">How much each dimension truly matters, as a utility.</param>
public sealed record SyntheticDoctor(int Specialty, double[] Places, double[] Utilities)
{
    /// <summary>Makes a doctor of a specialty. With doubt, the specialty's true mean is drawn first from the doubt about it.</summary>
    public static SyntheticDoctor Make(ExplorerModel model, int specialty, AnswerNoise noise, ref SteadyRandom random)
    {
        var places = new double[Dimensions.Count];
        var utilities = new double[Dimensions.Count];
        for (var d = 0; d < Dimensions.Count; d++)
        {
            var cell = model.Profiles[specialty].Cells[d];
            places[d] = (cell.Mean ?? 0.5) + (noise.OwnSpread * cell.Spread * random.NextNormal());
            utilities[d] = 0.7 * random.NextNormal();
        }

        return new SyntheticDoctor(specialty, places, utilities);
    }

    /// <summary>The doctor's answers to some of the statements and tasks.</summary>
    public Answers Answer(ExplorerModel model, AnswerNoise noise, IEnumerable<Statement> statements, IEnumerable<BestWorstTask> tasks, ref SteadyRandom random)
    {
        var ratings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            ratings[statement.Id] = Rate(statement, noise, ref random);
        }

        return Answers.None with { Statements = ratings, BestWorst = [.. Choices(tasks, noise, ref random)] };
    }

    /// <summary>The doctor's answers to the short form: it is asked statement by statement, then the four short tasks.</summary>
    public Answers AnswerShort(ExplorerModel model, AnswerNoise noise, ref SteadyRandom random)
    {
        var answers = Answers.None;
        while (StatementFinder.NextInShortForm(model, answers) is { } statement)
        {
            answers = answers with { Statements = new Dictionary<string, int>(answers.Statements, StringComparer.Ordinal) { [statement.Id] = Rate(statement, noise, ref random) } };
        }

        return answers with { BestWorst = [.. Choices(model.Questionnaire.ShortTasks, noise, ref random)] };
    }

    private int Rate(Statement statement, AnswerNoise noise, ref SteadyRandom random)
    {
        var chances = ResponseModel.AnswerChances(Places[Dimensions.IndexOf(statement.Dimension)], statement.Reversed);
        if (noise.Exact)
        {
            return Array.IndexOf(chances, chances.Max()) + 1;
        }

        if (random.NextUniform() < noise.Slips)
        {
            return random.NextBelow(5) + 1;
        }

        var left = random.NextUniform();
        for (var answer = 0; answer < 4; answer++)
        {
            left -= chances[answer];
            if (left < 0)
            {
                return answer + 1;
            }
        }

        return 5;
    }

    private List<BestWorstAnswer> Choices(IEnumerable<BestWorstTask> tasks, AnswerNoise noise, ref SteadyRandom random)
    {
        var choices = new List<BestWorstAnswer>();
        foreach (var task in tasks)
        {
            if (!noise.Exact && random.NextUniform() < noise.Slips)
            {
                var one = random.NextBelow(4);
                var other = (one + 1 + random.NextBelow(3)) % 4;
                choices.Add(new BestWorstAnswer(task.Task, task.Dimensions[one], task.Dimensions[other]));
                continue;
            }

            var best = (Value: double.NegativeInfinity, B: 0, W: 1);
            for (var b = 0; b < 4; b++)
            {
                for (var w = 0; w < 4; w++)
                {
                    if (b == w)
                    {
                        continue;
                    }

                    // A Gumbel term for each pair makes the choice follow the maximum-difference model.
                    var gumbel = noise.Exact ? 0 : -SteadyMath.Log(-SteadyMath.Log(random.NextUniform()));
                    var value = Utilities[Dimensions.IndexOf(task.Dimensions[b])] - Utilities[Dimensions.IndexOf(task.Dimensions[w])] + gumbel;
                    best = value > best.Value ? (value, b, w) : best;
                }
            }

            choices.Add(new BestWorstAnswer(task.Task, task.Dimensions[best.B], task.Dimensions[best.W]));
        }

        return choices;
    }
}
