using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.SpecialtyExplorer;

/// <summary>One best-worst answer: of the four dimensions of a task, which matters most to the reader and which least.</summary>
/// <param name="Task">The number of the task, from 0.</param>
/// <param name="Best">The id of the dimension that matters most.</param>
/// <param name="Worst">The id of the dimension that matters least; never the same as the best.</param>
public sealed record BestWorstAnswer(
    [property: JsonRequired, Fact("Task", "the number of a task")] int Task,
    [property: JsonRequired, Fact("Matters most", "the id of a dimension that the task shows")] string Best,
    [property: JsonRequired, Fact("Matters least", "the id of another dimension that the task shows")] string Worst);

/// <summary>What the reader must not have. Every limit can be taken back, and what it hides is always listed.</summary>
public sealed record HardLimits
{
    /// <summary>Hide specialties in which overnight work is usual in higher training or after it.</summary>
    [Fact("No nights on call", "true or false"), JsonPropertyName("no-night-on-call"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoNightOnCall { get; init; }

    /// <summary>Hide specialties whose shortest standard route from the end of foundation is longer than this many years, full time; <c>null</c> for no limit.</summary>
    [Fact("At most so many years", "a number of years from 1 to 20"), JsonPropertyName("max-years"), Range(1, 20)]
    public decimal? MaxYears { get; init; }

    /// <summary>Hide specialties in which looking after children is the main or a regular part of the work.</summary>
    [Fact("No children", "true or false"), JsonPropertyName("no-children"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoChildren { get; init; }

    /// <summary>
    /// The only nation in which the reader would train; <c>null</c> for any. No list of the programmes of each nation was found, so it hides nothing yet and
    /// says so.
    /// </summary>
    [Fact("Train only in", "a nation"), JsonPropertyName("nation")]
    public Nation? Nation { get; init; }

    /// <summary>Hide specialties that never train from one appointment to the certificate.</summary>
    [Fact("Run-through training only", "true or false"), JsonPropertyName("run-through-only"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool RunThroughOnly { get; init; }

    /// <summary>No limit at all.</summary>
    public static HardLimits None { get; } = new();
}

/// <summary>
/// What the reader said. Any part may be missing: what is not said leaves the result wider, never wrong. There is no place here for sex, ethnicity, age or country of training.
/// </summary>
public sealed record Answers
{
    /// <summary>Agreement with each statement from 1 to 5, by statement id; a skipped statement is absent.</summary>
    public IReadOnlyDictionary<string, int> Statements { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The best-worst answers, at most one for each task.</summary>
    public IReadOnlyList<BestWorstAnswer> BestWorst { get; init; } = [];

    /// <summary>The chosen values of each interest area, by area id; an area without preference is absent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Interests { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The hard limits.</summary>
    public HardLimits Limits { get; init; } = HardLimits.None;

    /// <summary>Multipliers of importance from 0 to 3, by dimension id, as set with sliders; 1 where absent.</summary>
    public IReadOnlyDictionary<string, double> Importance { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>A seed to use instead of the one made from the answers; <c>null</c> for that one.</summary>
    public ulong? Seed { get; init; }

    /// <summary>No answer at all.</summary>
    public static Answers None { get; } = new();
}
