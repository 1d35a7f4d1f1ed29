using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>A part of an answer as a document: made once in pure code, drawn by each door as it can.</summary>
/// <param name="Heading">Its heading; empty for none.</param>
public abstract record AnswerPart(string Heading)
{
    /// <summary>Everything that it says, one after another: two parts that hold the same say the same.</summary>
    internal abstract IEnumerable<object?> Holds { get; }
}

/// <summary>Sentences, one a paragraph.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Sentences">The paragraphs.</param>
public sealed record TextPart(string Heading, IReadOnlyList<string> Sentences) : AnswerPart(Heading)
{
    internal override IEnumerable<object?> Holds => Sentences.Prepend(Heading);
}

/// <summary>A list.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Items">Its entries.</param>
/// <param name="IsOrdered">Whether their order matters.</param>
public sealed record ListPart(string Heading, IReadOnlyList<string> Items, bool IsOrdered = false) : AnswerPart(Heading)
{
    internal override IEnumerable<object?> Holds => Items.Prepend(Heading);
}

/// <summary>A few values that are the answer, each with its name and how sure it is.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Values">What, how much, how sure; the status is <c>null</c> where it is sure.</param>
public sealed record ValuesPart(string Heading, IReadOnlyList<(string What, string Value, Status? Status)> Values) : AnswerPart(Heading)
{
    internal override IEnumerable<object?> Holds => Values.Cast<object?>().Prepend(Heading);
}

/// <summary>A table.</summary>
/// <param name="Table">The table; its caption is the heading.</param>
public sealed record TablePart(AnswerTable Table) : AnswerPart(Table?.Caption ?? "")
{
    internal override IEnumerable<object?> Holds => [Heading, .. Table.Rows.SelectMany(row => row).Cast<object?>()];
}

/// <summary>A list of things to do or owed, one group an owner.</summary>
/// <param name="Heading">The owner, or what they have in common.</param>
/// <param name="Tasks">The tasks.</param>
public sealed record TasksPart(string Heading, IReadOnlyList<AnswerTask> Tasks) : AnswerPart(Heading)
{
    internal override IEnumerable<object?> Holds => Tasks.Cast<object?>().Prepend(Heading);
}

/// <summary>A thing to do or owed.</summary>
/// <param name="What">What, as a short sentence.</param>
/// <param name="Due">By when, inside; <c>null</c> when no day is known.</param>
/// <param name="State">How it stands.</param>
/// <param name="More">The next step, how late, or a note; <c>null</c> for none.</param>
public sealed record AnswerTask(string What, DateOnly? Due, MilestoneState State, string? More = null);

/// <summary>Bars side by side, longest for the most: a picture, told in words first.</summary>
/// <param name="Heading">What it shows, as a sentence in words.</param>
/// <param name="Bars">Each bar's name, its length, its value in words, and whether it is the answer (dark) or beside it (pale).</param>
public sealed record BarsPart(string Heading, IReadOnlyList<(string Name, decimal Length, string Value, bool IsAnswer)> Bars) : AnswerPart(Heading)
{
    internal override IEnumerable<object?> Holds => Bars.Cast<object?>().Prepend(Heading);
}

/// <summary>A letter for the reader to send.</summary>
/// <param name="Letter">The letter; its name is the heading.</param>
public sealed record LetterPart(AnswerLetter Letter) : AnswerPart(Letter is null ? "" : $"{Letter.Name} to {Letter.To}")
{
    internal override IEnumerable<object?> Holds => [Heading, Letter.Subject, .. Letter.Lines()];
}

/// <summary>How a sum was worked out, a step a line.</summary>
/// <param name="Steps">The steps, in order.</param>
public sealed record WorkingPart(IReadOnlyList<string> Steps) : AnswerPart("The sum, step by step")
{
    internal override IEnumerable<object?> Holds => Steps.Prepend(Heading);
}

/// <summary>Why the answer is as it is, each reason with where it is written.</summary>
/// <param name="Reasons">The reasons, each with its source; <c>null</c> for one that rests on none, or whose source is not at hand.</param>
public sealed record ReasonsPart(IReadOnlyList<(Reason Reason, Source? Source)> Reasons) : AnswerPart("Why")
{
    /// <summary>The doubt that most of them have, to be said once; <c>null</c> where each is marked by itself.</summary>
    public Status? Common { get; } = AnswerDocument.CommonDoubt([.. Reasons.Select(one => one.Reason.Status)]);

    /// <summary>Each as a line: the reason, how doubtful it is, where it is written, whom to ask.</summary>
    public IEnumerable<string> Lines() => Reasons.Select(one => Line(one.Reason, one.Source));

    internal override IEnumerable<object?> Holds => Reasons.Cast<object?>().Prepend(Heading);

    private static string Line(Reason reason, Source? source)
    {
        var doubt = reason.Status == Status.Sure ? "" : $" ({reason.Status.Words()})";
        var written = reason.SourceId is null ? ""
            : source is not null ? $" [{source.Publisher}, {source.Title}{(reason.At is null ? "" : ", " + reason.At)}]"
            : $" [{reason.SourceId}]";
        return $"{reason.Says}{doubt}{written}{(reason.Ask is null ? "" : $" Ask {reason.Ask}.")}";
    }
}

/// <summary>The next dates.</summary>
/// <param name="Dates">The dates, in order; a note that several share is not with them.</param>
/// <param name="Shared">What several of them have in common, each once and with the dates it is about.</param>
public sealed record DatesPart(IReadOnlyList<Milestone> Dates, IReadOnlyList<(string About, string Note)> Shared) : AnswerPart("Dates")
{
    /// <summary>The doubt that most of them have, to be said once; <c>null</c> where each is marked by itself.</summary>
    public Status? Common { get; } = AnswerDocument.CommonDoubt([.. Dates.Select(date => date.Status)]);

    /// <summary>Each as a line, and after them what they share.</summary>
    public IEnumerable<string> Lines() => Dates.Select(AnswerDocument.Words).Concat(Shared.Select(shared => $"{shared.About}: {shared.Note}"));

    internal override IEnumerable<object?> Holds => Dates.Cast<object?>().Prepend(Heading);
}

/// <summary>What is likely a slip, though no error.</summary>
/// <param name="Says">Each as a sentence.</param>
public sealed record LookAgainPart(IReadOnlyList<string> Says) : AnswerPart("Look again")
{
    internal override IEnumerable<object?> Holds => Says.Prepend(Heading);
}
