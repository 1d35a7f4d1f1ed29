using System.Globalization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Microsoft.Extensions.Primitives;

namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>The two lengths of the questionnaire.</summary>
public enum QuestionForm
{
    /// <summary>One statement a dimension, then the most informative; the few tasks that tell most.</summary>
    Short,
    /// <summary>All statements and all tasks.</summary>
    Full,
}

/// <summary>
/// A reader's way through the questions, and everything they said. The page carries it in hidden fields and the server keeps nothing, so each page in the browser's
/// history holds its own state and going back never breaks anything.
/// </summary>
public sealed record Walk
{
    /// <summary>The screen with the hard limits.</summary>
    public const string Limits = "limits";

    private const string StatementStart = "statement-";
    private const string TaskStart = "task-";
    private const string InterestStart = "interest-";

    /// <summary>Short or full.</summary>
    public QuestionForm Form { get; init; }

    /// <summary>What was said.</summary>
    public Answers Answers { get; init; } = Answers.None;

    /// <summary>The screens shown, in the order in which they came; the last may be unanswered.</summary>
    public IReadOnlyList<string> Way { get; init; } = [];

    /// <summary>The place in <see cref="Way"/> of the screen shown; the length of the way when the questions are done.</summary>
    public int At { get; init; }

    /// <summary>Whether one answer is being changed from the result, so that the next page is the result again.</summary>
    public bool IsChange { get; init; }

    /// <summary>Up to four specialties to see side by side.</summary>
    public IReadOnlyList<string> Compared { get; init; } = [];

    /// <summary>The most specialties side by side.</summary>
    public const int MostCompared = 4;

    /// <summary>The screen shown; <c>null</c> when the questions are done.</summary>
    public string? Screen => At < Way.Count ? Way[At] : null;

    /// <summary>The screens of this form in all.</summary>
    public int Total(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        var (statements, tasks) = Asked(Form, questionnaire);
        return Math.Max(Way.Count, statements + tasks + questionnaire.Interests.Count + 1);
    }

    /// <summary>How many statements and trade-offs a form asks; the interests and the limits come after them.</summary>
    public static (int Statements, int Tasks) Asked(QuestionForm form, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        return form == QuestionForm.Short ? (StatementFinder.ShortForm, questionnaire.ShortTasks.Count) : (questionnaire.Statements.Count, questionnaire.Tasks.Count);
    }

    /// <summary>Takes up answers, none or saved ones: the way as far as it was answered, and the next screen.</summary>
    public static Walk Begin(ExplorerModel model, QuestionForm form, Answers answers)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(answers);
        var questionnaire = model.Questionnaire;
        string[] way =
        [
            .. StatementFinder.InTurn(questionnaire).Where(statement => answers.Statements.ContainsKey(statement.Id)).Select(statement => StatementStart + statement.Id),
            .. questionnaire.Tasks.Where(task => answers.BestWorst.Any(answer => answer.Task == task.Task)).Select(task => TaskScreen(task.Task)),
            .. questionnaire.Interests.Where(area => answers.Interests.ContainsKey(area.Id)).Select(area => InterestStart + area.Id),
            .. answers.Limits == HardLimits.None ? [] : (string[])[Limits],
        ];
        return new Walk { Form = form, Answers = answers, Way = way, At = way.Length }.Forward(model);
    }

    /// <summary>The form that saved answers belong to: the full one when they hold more than the short one asks.</summary>
    public static QuestionForm FormOf(Answers answers, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(questionnaire);
        var asked = questionnaire.ShortTasks.Select(task => task.Task).ToHashSet();
        return answers.Statements.Count > StatementFinder.ShortForm || answers.BestWorst.Any(answer => !asked.Contains(answer.Task)) ? QuestionForm.Full : QuestionForm.Short;
    }

    /// <summary>Reads what a page carried. Wrong only when somebody changed the hidden fields or the site's questions have changed since.</summary>
    public static ReadResult<Walk> Read(IReadOnlyDictionary<string, StringValues> fields, ExplorerModel model)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(model);
        var read = AnswersReader.Read(One(fields, "answers") is { Length: > 0 } text ? text : "{}", model.Questionnaire);
        if (read.Value is not { } answers)
        {
            return ReadResult.Wrong<Walk>(read.Errors);
        }

        var way = One(fields, "way").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(screen => IsScreen(screen, model.Questionnaire))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return ReadResult.Of(new Walk
        {
            Form = One(fields, "form") == "full" ? QuestionForm.Full : QuestionForm.Short,
            Answers = WithSliders(answers, fields),
            Way = way,
            At = int.TryParse(One(fields, "at"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, way.Count) : way.Count,
            IsChange = One(fields, "change") == "yes",
            Compared = [.. Values(fields, "compare").Where(id => model.IndexOf(id) >= 0).Distinct(StringComparer.Ordinal).Take(MostCompared)],
        });
    }

    /// <summary>The next screen: one already shown, or a new one; past the end when the questions are done.</summary>
    public Walk Forward(ExplorerModel model)
    {
        if (At + 1 < Way.Count)
        {
            return this with { At = At + 1 };
        }

        return NextAfterWay(model) is { } next ? this with { Way = [.. Way, next], At = Way.Count } : this with { At = Way.Count };
    }

    /// <summary>The screen before.</summary>
    public Walk Back() => this with { At = Math.Max(0, Math.Min(At, Way.Count) - 1) };

    /// <summary>To one screen, to change what was said there; unchanged when there is no such screen.</summary>
    public Walk To(string screen, Questionnaire questionnaire)
    {
        if (!IsScreen(screen, questionnaire))
        {
            return this;
        }

        var way = Way.Contains(screen, StringComparer.Ordinal) ? Way : [.. Way, screen];
        return this with { Way = way, At = way.ToList().IndexOf(screen), IsChange = true };
    }

    /// <summary>Stops: a question that was shown last and not answered counts as not shown yet.</summary>
    public Walk Stop(Questionnaire questionnaire)
    {
        var isOpen = Screen is { } screen && At == Way.Count - 1 && !IsChange && !IsAnswered(screen, questionnaire);
        return this with { Way = isOpen ? [.. Way.SkipLast(1)] : Way, IsChange = false };
    }

    /// <summary>To the next question that was not shown yet.</summary>
    public Walk Resume(ExplorerModel model) => (this with { At = Math.Max(0, Way.Count - 1) }).Forward(model);

    /// <summary>Whether a question of this form has not been shown yet.</summary>
    public bool HasMore(ExplorerModel model) => NextAfterWay(model) is not null;

    /// <summary>The statement on a screen; <c>null</c> when it holds something else.</summary>
    public static Statement? StatementOf(string screen, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(questionnaire);
        return screen.StartsWith(StatementStart, StringComparison.Ordinal) && questionnaire.IndexOfStatement(screen[StatementStart.Length..]) is >= 0 and var index
            ? questionnaire.Statements[index]
            : null;
    }

    /// <summary>The best-worst task on a screen; <c>null</c> when it holds something else.</summary>
    public static BestWorstTask? TaskOf(string screen, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(questionnaire);
        return questionnaire.Tasks.FirstOrDefault(task => TaskScreen(task.Task) == screen);
    }

    /// <summary>The interest area on a screen; <c>null</c> when it holds something else.</summary>
    public static InterestArea? InterestOf(string screen, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(questionnaire);
        return questionnaire.Interests.FirstOrDefault(area => InterestStart + area.Id == screen);
    }

    /// <summary>The screen of a statement.</summary>
    public static string StatementScreen(string id) => StatementStart + id;

    /// <summary>The screen of a task.</summary>
    public static string TaskScreen(int number) => string.Create(CultureInfo.InvariantCulture, $"{TaskStart}{number}");

    /// <summary>The screen of an interest area.</summary>
    public static string InterestScreen(string id) => InterestStart + id;

    /// <summary>Puts what the shown screen says into the answers; with what is wrong with it. What says nothing leaves an answer as it was.</summary>
    public (Walk Walk, IReadOnlyList<FieldError> Errors) Take(IReadOnlyDictionary<string, StringValues> fields, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (Screen is not { } screen)
        {
            return (this, []);
        }

        return StatementOf(screen, questionnaire) is { } statement ? TakeStatement(statement, One(fields, "rating"))
            : TaskOf(screen, questionnaire) is { } task ? TakeTask(task, One(fields, "best"), One(fields, "worst"))
            : InterestOf(screen, questionnaire) is { } area ? TakeInterest(area, Values(fields, "choice"))
            : TakeLimits(fields);
    }

    /// <summary>Takes back what was said on the shown screen.</summary>
    public Walk Skip(Questionnaire questionnaire)
    {
        if (Screen is not { } screen)
        {
            return this;
        }

        var answers = StatementOf(screen,
            questionnaire) is { } statement ? Answers with { Statements = Answers.Statements.Where(pair => pair.Key != statement.Id).ToDictionary(StringComparer.Ordinal) }
            : TaskOf(screen, questionnaire) is { } task ? Answers with { BestWorst = [.. Answers.BestWorst.Where(answer => answer.Task != task.Task)] }
            : InterestOf(screen, questionnaire) is { } area ? Answers with { Interests = Answers.Interests.Where(pair => pair.Key != area.Id).ToDictionary(StringComparer.Ordinal) }
            : Answers with { Limits = HardLimits.None };
        return this with { Answers = answers };
    }

    /// <summary>The same without one of the reader's limits.</summary>
    public Walk Without(string limit) => this with
    {
        Answers = Answers with
        {
            Limits = limit switch
            {
                "no-night-on-call" => Answers.Limits with { NoNightOnCall = false },
                "max-years" => Answers.Limits with { MaxYears = null },
                "no-children" => Answers.Limits with { NoChildren = false },
                "nation" => Answers.Limits with { Nation = null },
                "run-through-only" => Answers.Limits with { RunThroughOnly = false },
                _ => Answers.Limits,
            },
        },
    };

    /// <summary>How undecided the statements left it before each of the last answers and now, in bits; oldest first.</summary>
    public IReadOnlyList<double> RecentBits(ExplorerModel model, int most)
    {
        ArgumentNullException.ThrowIfNull(model);
        var answered = Way.Take(At).Select(screen => StatementOf(screen, model.Questionnaire)?.Id).OfType<string>().Where(Answers.Statements.ContainsKey).ToList();
        var left = Answers.Statements.ToDictionary(StringComparer.Ordinal);
        var bits = new List<double> { StatementFinder.EntropyBits(model, Answers) };
        for (var i = answered.Count - 1; i >= Math.Max(0, answered.Count - most); i--)
        {
            left.Remove(answered[i]);
            bits.Insert(0, StatementFinder.EntropyBits(model, Answers with { Statements = left }));
        }

        return bits;
    }

    private (Walk Walk, IReadOnlyList<FieldError> Errors) TakeStatement(Statement statement, string said)
    {
        if (said.Length == 0)
        {
            return (this, [new FieldError("rating", "Choose one of the five answers, or skip this one.")]);
        }

        if (said is not [>= '1' and <= '5'])
        {
            return (this, [new FieldError("rating", $"“{FactsWords.Short(said)}” is not one of the five answers. Choose one of them, or skip this one.")]);
        }

        return (this with
        {
            Answers = Answers with
            {
                Statements = new Dictionary<string, int>(Answers.Statements,
            StringComparer.Ordinal)
                { [statement.Id] = said[0] - '0' }
            }
        }, []);
    }

    private (Walk Walk, IReadOnlyList<FieldError> Errors) TakeTask(BestWorstTask task, string best, string worst)
    {
        if (best.Length == 0 || worst.Length == 0)
        {
            return (this,
            [
                .. best.Length == 0 ? (FieldError[])[new FieldError("best", "Choose what matters most, or skip this one.")] : [],
                .. worst.Length == 0 ? (FieldError[])[new FieldError("worst", "Choose what matters least, or skip this one.")] : [],
            ]);
        }

        if (best == worst)
        {
            return (this, [new FieldError("worst", "The same thing cannot matter most and least. Choose two different ones.")]);
        }

        if (!task.Dimensions.Contains(best, StringComparer.Ordinal) || !task.Dimensions.Contains(worst, StringComparer.Ordinal))
        {
            return (this, [new FieldError("best", "Choose from the four on this page.")]);
        }

        return (this with
        {
            Answers = Answers with
            {
                BestWorst = [.. Answers.BestWorst.Where(answer => answer.Task != task.Task)
            .Append(new BestWorstAnswer(task.Task, best, worst))
            .OrderBy(answer => answer.Task)]
            }
        }, []);
    }

    private (Walk Walk, IReadOnlyList<FieldError> Errors) TakeInterest(InterestArea area, IEnumerable<string> said)
    {
        var chosen = area.Choices.Select(choice => choice.Id).Intersect(said, StringComparer.Ordinal).ToList();
        var interests = Answers.Interests.Where(pair => pair.Key != area.Id).ToDictionary(StringComparer.Ordinal);
        if (chosen.Count > 0)
        {
            interests[area.Id] = chosen;
        }

        return (this with { Answers = Answers with { Interests = interests } }, []);
    }

    private (Walk Walk, IReadOnlyList<FieldError> Errors) TakeLimits(IReadOnlyDictionary<string, StringValues> fields)
    {
        var said = One(fields, "max-years").Trim();
        decimal? years = null;
        if (said.Length > 0)
        {
            if (!decimal.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 20)
            {
                return (this, [new FieldError("max-years", "Give the most years as a number from 1 to 20, or choose no limit.")]);
            }

            years = number;
        }

        var limits = new HardLimits
        {
            NoNightOnCall = One(fields, "no-night-on-call") == "yes",
            NoChildren = One(fields, "no-children") == "yes",
            RunThroughOnly = One(fields, "run-through-only") == "yes",
            MaxYears = years,
            Nation = NationExtensions.ParseNation(One(fields, "only-nation")),
        };
        return (this with { Answers = Answers with { Limits = limits } }, []);
    }

    private string? NextAfterWay(ExplorerModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var questionnaire = model.Questionnaire;
        var shown = Way.ToHashSet(StringComparer.Ordinal);
        var skipped = Way.Select(screen => StatementOf(screen, questionnaire)?.Id).OfType<string>().Where(id => !Answers.Statements.ContainsKey(id)).ToList();
        var statement = Form == QuestionForm.Short ? StatementFinder.NextInShortForm(model, Answers, skipped) : StatementFinder.NextInFullForm(model, Answers, skipped);
        return statement is not null
            ? StatementStart + statement.Id
            : (Form == QuestionForm.Short ? questionnaire.ShortTasks : questionnaire.Tasks).Select(task => TaskScreen(task.Task))
                .Concat(questionnaire.Interests.Select(area => InterestStart + area.Id)).Append(Limits).FirstOrDefault(screen => !shown.Contains(screen));
    }

    private static Answers WithSliders(Answers answers, IReadOnlyDictionary<string, StringValues> fields)
    {
        var importance = new Dictionary<string, double>(answers.Importance, StringComparer.Ordinal);
        foreach (var id in Dimensions.Ids)
        {
            if (double.TryParse(One(fields, "importance-" + id), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var times) && times is >= 0 and <= 3)
            {
                importance.Remove(id);
                if (Math.Abs(times - 1) > 0.01)
                {
                    importance[id] = times;
                }
            }
        }

        return answers with { Importance = importance };
    }

    private bool IsAnswered(string screen, Questionnaire questionnaire) =>
        StatementOf(screen, questionnaire) is { } statement ? Answers.Statements.ContainsKey(statement.Id)
        : TaskOf(screen, questionnaire) is { } task ? Answers.BestWorst.Any(answer => answer.Task == task.Task)
        : InterestOf(screen, questionnaire) is { } area ? Answers.Interests.ContainsKey(area.Id)
        : Answers.Limits != HardLimits.None;

    private static bool IsScreen(string screen, Questionnaire questionnaire) =>
        screen == Limits || StatementOf(screen, questionnaire) is not null || TaskOf(screen, questionnaire) is not null || InterestOf(screen, questionnaire) is not null;

    private static string One(IReadOnlyDictionary<string, StringValues> fields, string name) => Values(fields, name).FirstOrDefault() ?? "";

    private static IEnumerable<string> Values(IReadOnlyDictionary<string, StringValues> fields, string name) =>
        fields.TryGetValue(name, out var values) ? values.OfType<string>() : [];
}
