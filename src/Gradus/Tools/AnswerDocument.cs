using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>
/// An answer as a document of headings, sentences, lists, tables, reasons and dates, made once: a page, the terminal, Word and a spreadsheet draw it, each as it can.
/// </summary>
/// <param name="Question">The question that was asked.</param>
/// <param name="Says">The answer in one sentence.</param>
/// <param name="Parts">Its parts, in order.</param>
/// <param name="Closing">As at which day, for which nation, by which edition.</param>
public sealed record AnswerDocument(string Question, string Says, IReadOnlyList<AnswerPart> Parts, string Closing)
{
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
        Add(parts, answer.Working.Count, () => new WorkingPart([.. answer.Working.Select(line => line.Says)]));
        Add(parts, answer.Reasons.Count, () => new ReasonsPart([.. answer.Reasons.Select(reason => (reason, reason.SourceId is null ? null : sourceOf(reason.SourceId)))]));
        Add(parts, answer.Milestones.Count, () => DatesOf(answer.Milestones));
        Add(parts, answer.Warnings.Count, () => new LookAgainPart([.. answer.LookAgain()]));
        return new AnswerDocument(tool.Question, answer.Says, parts, $"As at {answer.On.Words()}, {answer.Nation.Name()}, content edition {answer.RulesEdition}.")
        {
            Sources = [.. answer.SourceIds().Select(sourceOf).OfType<Source>()],
        };
    }

    /// <summary>
    /// Dates with what several of them have in common said once, after them and with the dates it is about: “All of these dates: …”, “3 May 2027 and 7 June
    /// 2027: …”. A note of one date alone stands beside that date.
    /// </summary>
    /// <param name="milestones">The dates, in order.</param>
    public static DatesPart DatesOf(IReadOnlyList<Milestone> milestones)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        var shared = new List<(string About, string Note)>();
        for (var place = 0; place < milestones.Count; place++)
        {
            // Compared one by one: texts of which most differ in length, against hashes of them all.
            if (milestones[place].Note is { } note && !shared.Exists(one => one.Note == note) && milestones.Skip(place + 1).Any(other => other.Note == note))
            {
                string[] days = [.. milestones.Where(milestone => milestone.Note == note).Select(milestone => milestone.When())];
                shared.Add((About([.. days.Distinct(StringComparer.Ordinal)], days.Length, milestones.Count), note));
            }
        }

        return shared.Count == 0
            ? new DatesPart(milestones, [])
            : new DatesPart([.. milestones.Select(milestone => shared.Exists(one => one.Note == milestone.Note) ? milestone with { Note = null } : milestone)], shared);
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

    private static string About(string[] days, int count, int all) => (count == all, days) switch
    {
        (true, _) => count == 2 ? "Both dates" : "All of these dates",
        (_, [var day]) => $"{day}, {count} times",
        (_, { Length: <= MostNamed }) => Sentences.Listed(days),
        _ => $"{count} of these {all} dates, the first {days[0]}, the last {days[^1]}",
    };

    private static void Add(List<AnswerPart> parts, int count, Func<AnswerPart> part)
    {
        if (count > 0)
        {
            parts.Add(part());
        }
    }
}
