namespace Gradus.SpecialtyExplorer;

/// <summary>A statement about the job that a reader agrees or disagrees with, from 1 (not at all) to 5 (completely); it may be skipped.</summary>
/// <param name="Id">Its stable id, such as <c>hands-on-1</c>.</param>
/// <param name="Dimension">The id of the dimension it speaks about.</param>
/// <param name="Reversed">Whether agreeing means a low value.</param>
/// <param name="Text">The words the reader sees.</param>
public sealed record Statement(string Id, string Dimension, bool Reversed, string Text);

/// <summary>One best-worst task: four dimensions, of which the reader says which matters most and which least.</summary>
/// <param name="Task">Its number, from 0.</param>
/// <param name="Dimensions">The four dimension ids.</param>
public sealed record BestWorstTask(int Task, IReadOnlyList<string> Dimensions);

/// <summary>An interest area and its choices; “no preference” is always one of them.</summary>
/// <param name="Id">Its id, such as <c>patient-age</c>.</param>
/// <param name="Question">The question a reader sees.</param>
/// <param name="Choices">The choices: id and words.</param>
public sealed record InterestArea(string Id, string Question, IReadOnlyList<InterestChoice> Choices);

/// <summary>One choice in an interest area.</summary>
/// <param name="Id">Its id, such as <c>children</c>.</param>
/// <param name="Text">The words the reader sees.</param>
public sealed record InterestChoice(string Id, string Text);

/// <summary>Everything that may be asked. No question is about a person's sex, ethnicity, age, religion, disability or where they trained.</summary>
/// <param name="Dimensions">The 13 dimensions in their fixed order.</param>
/// <param name="Statements">The 39 statements, three for each dimension.</param>
/// <param name="Tasks">The 13 best-worst tasks.</param>
/// <param name="Interests">The interest areas.</param>
public sealed record Questionnaire(
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<BestWorstTask> Tasks,
    IReadOnlyList<InterestArea> Interests)
{
    /// <summary>The interest area ids that the model knows.</summary>
    public static IReadOnlyList<string> InterestIds { get; } = ["patient-age", "setting", "body-system", "mind-body"];

    /// <summary>The ids of the hard limits.</summary>
    public static IReadOnlyList<string> LimitIds { get; } = ["no-night-on-call", "max-years", "no-children", "nation", "run-through-only"];

    /// <summary>The word for an interest area in which the reader has no preference.</summary>
    public const string NoPreference = "no-preference";

    /// <summary>The place of a statement in the questionnaire; −1 when there is no such statement.</summary>
    public int IndexOfStatement(string id)
    {
        for (var i = 0; i < Statements.Count; i++)
        {
            if (Statements[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// The four tasks of the short form: those that show <c>predictable-hours</c>. In this design any two tasks share exactly one dimension, so four tasks through one
    /// dimension show each of the other twelve exactly once; hours is the one that divides doctors most (it mattered a great deal to 75% of intending GPs and 30% of
    /// intending hospital doctors, UK graduates of 2008 to 2012).
    /// </summary>
    public IReadOnlyList<BestWorstTask> ShortTasks => [.. Tasks.Where(task => task.Dimensions.Contains("predictable-hours", StringComparer.Ordinal))];
}
