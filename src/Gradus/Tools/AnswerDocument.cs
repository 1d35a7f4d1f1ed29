using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>
/// An answer as a document of headings, sentences, lists, tables and dates, made once: the terminal and Word draw it. A page draws the answer itself, from the
/// same parts and with the same words of dates, notes and doubts.
/// </summary>
/// <param name="Question">The question that was asked.</param>
/// <param name="Says">The answer in one sentence.</param>
/// <param name="Parts">Its parts, in order.</param>
/// <param name="Closing">As at which day, for which nation, by which edition.</param>
public sealed record AnswerDocument(string Question, string Says, IReadOnlyList<AnswerPart> Parts, string Closing)
{
    /// <summary>The heading of the reasons.</summary>
    public const string Why = "Why";

    /// <summary>The heading of what is likely a slip.</summary>
    public const string LookAgain = "Look again";

    /// <summary>The heading of the dates.</summary>
    public const string Dates = "Dates";

    private const int MostNamed = 4; // Days, of a note that they share.

    /// <summary>Where the answer is written, each source once, in the order in which the answer names them.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>The document of an answer.</summary>
    /// <param name="tool">The tool that answered.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="sourceOf">A source by id; <c>null</c> when it is not at hand, and then only the publisher's id is named.</param>
    public static AnswerDocument Of(Tool tool, ToolAnswer answer, Func<string, Source?> sourceOf)
    {
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentNullException.ThrowIfNull(answer);
        var parts = new List<AnswerPart>(answer.Parts());
        parts.AddRange(answer.Tables.Where(table => table.Rows.Count > 0).Select(table => new TablePart(table)));
        Add(parts, "The sum, step by step", [.. answer.Working.Select(line => line.Says)], isOrdered: true);
        Add(parts, Why, [.. answer.Reasons.Select(reason => Words(reason, sourceOf))]);
        Add(parts, Dates, [.. Lines(answer.Milestones)]);
        Add(parts, LookAgain, [.. answer.LookAgain()]);
        return new AnswerDocument(tool.Question, answer.Says, parts, $"As at {answer.On.Words()}, {answer.Nation.Name()}, content edition {answer.RulesEdition}.")
        {
            Sources = [.. answer.SourceIds().Select(sourceOf).OfType<Source>()],
        };
    }

    /// <summary>
    /// What several of the dates have in common, each once and with the dates it is about, to stand after them: “All of these dates: …”, “3 May 2027 and 7 June
    /// 2027: …”. A note of one date alone stands beside that date.
    /// </summary>
    public static IReadOnlyList<(string About, string Note)> SharedNotes(IReadOnlyList<Milestone> milestones)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        var shared = Repeated(milestones);
        return shared.Count == 0
            ? []
            : [.. milestones.Where(milestone => milestone.Note is not null && shared.Contains(milestone.Note))
                .GroupBy(milestone => milestone.Note!, StringComparer.Ordinal)
                .Select(same => (About([.. same.Select(milestone => milestone.When()).Distinct(StringComparer.Ordinal)], same.Count(), milestones.Count), same.Key))];
    }

    /// <summary>The date without its note, where another has the same: <see cref="SharedNotes"/> says it once.</summary>
    public static IReadOnlyList<Milestone> WithoutSharedNotes(IReadOnlyList<Milestone> milestones)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        var shared = Repeated(milestones);
        return shared.Count == 0
            ? milestones
            : [.. milestones.Select(milestone => milestone.Note is { } note && shared.Contains(note) ? milestone with { Note = null } : milestone)];
    }

    /// <summary>
    /// The doubt that most of a list have, where three or more have it: a page says it once over them all and marks what is surer or less sure than that.
    /// <c>null</c> where each is marked by itself.
    /// </summary>
    /// <param name="statuses">How sure each is.</param>
    public static Status? CommonDoubt(IReadOnlyCollection<Status> statuses)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        var doubts = statuses.Where(status => status is not (Status.Sure or Status.Computed)).GroupBy(status => status);
        return doubts.FirstOrDefault(same => same.Count() > 2 && same.Count() * 2 > statuses.Count)?.Key;
    }

    /// <summary>A date as a line: when, what, and what is doubtful.</summary>
    public static string Words(Milestone milestone)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        var doubt = milestone.Status is Status.Sure or Status.Computed ? "" : $" ({milestone.Status.Words()})";
        return $"{milestone.When()}: {What(milestone)}{doubt}";
    }

    /// <summary>What happens or is due, and what the reader should know of it, as sentences.</summary>
    public static string What(Milestone milestone)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        return milestone.Note is null ? milestone.What : $"{milestone.What.TrimEnd('.')}. {milestone.Note}";
    }

    private static IEnumerable<string> Lines(IReadOnlyList<Milestone> milestones) =>
        WithoutSharedNotes(milestones).Select(Words).Concat(SharedNotes(milestones).Select(shared => $"{shared.About}: {shared.Note}"));

    private static HashSet<string> Repeated(IReadOnlyList<Milestone> milestones)
    {
        var (once, repeated) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var milestone in milestones)
        {
            if (milestone.Note is { } note && !once.Add(note))
            {
                repeated.Add(note);
            }
        }

        return repeated;
    }

    private static string About(string[] days, int count, int all) => (count == all, days) switch
    {
        (true, _) => count == 2 ? "Both dates" : "All of these dates",
        (_, [var day]) => $"{day}, {count} times",
        (_, { Length: <= MostNamed }) => Sentences.Listed(days),
        _ => $"{count} of these {all} dates, from {days[0]} to {days[^1]}",
    };

    private static string Words(Reason reason, Func<string, Source?> sourceOf)
    {
        var doubt = reason.Status == Status.Sure ? "" : $" ({reason.Status.Words()})";
        var source = reason.SourceId is null ? ""
            : sourceOf(reason.SourceId) is { } found ? $" [{found.Publisher}, {found.Title}{(reason.At is null ? "" : ", " + reason.At)}]"
            : $" [{reason.SourceId}]";
        return $"{reason.Says}{doubt}{source}{(reason.Ask is null ? "" : $" Ask {reason.Ask}.")}";
    }

    private static void Add(List<AnswerPart> parts, string heading, IReadOnlyList<string> lines, bool isOrdered = false)
    {
        if (lines.Count > 0)
        {
            parts.Add(new ListPart(heading, lines, isOrdered));
        }
    }
}
