using System.Text.Json.Serialization;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>What every tool answers beside its own values: the envelope. A rule sets what it knows; the workbench fills in the rest.</summary>
public abstract record ToolAnswer
{
    private readonly Status? status;

    /// <summary>Yes, no, not yet, or unknown when nobody has published what decides it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The answer in one sentence to the doctor.</summary>
    public required string Says { get; init; }

    /// <summary>How sure we are of the whole: the most doubtful of its reasons, unless the rule says otherwise.</summary>
    public Status Status
    {
        get => status ?? Reasons.Select(reason => reason.Status).Weakest();
        init => status = value;
    }

    /// <summary>Why, and where that is written; the most important first.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>The sum, line by line, for checking by hand.</summary>
    public IReadOnlyList<WorkingLine> Working { get; init; } = [];

    /// <summary>The dates that follow, earliest first.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>What is better read as a table; each can be had as CSV and as a sheet.</summary>
    public IReadOnlyList<AnswerTable> Tables { get; init; } = [];

    /// <summary>What is likely a slip and no error.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>The warnings as a reader has them: where several facts have no effect, one sentence names them all.</summary>
    public IEnumerable<string> LookAgain()
    {
        var unused = Warnings.Where(warning => warning.Asks is not null).ToList();
        return unused.Count < 2 ? Warnings.Select(warning => warning.Says)
            : Warnings.Where(warning => warning.Asks is null)
                .Select(warning => warning.Says)
                .Append($"The answer is the same without {Sentences.Listed([.. unused.Select(warning => $"“{warning.Asks}”")])}: they have no effect here.");
    }

    /// <summary>The date asked about.</summary>
    public DateOnly On { get; init; }

    /// <summary>The nation whose rules answered.</summary>
    public Nation Nation { get; init; }

    /// <summary>The edition of the content that answered.</summary>
    public string? RulesEdition { get; init; }

    /// <summary>The figures that were read, where somebody asked for them; otherwise left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FigureRead>? Trace { get; init; }

    /// <summary>What the answer says beside the envelope, for every door that has no view of its own: lists, key values, pictures with their words.</summary>
    public virtual IEnumerable<AnswerPart> Parts() => [];

    /// <summary>The tables that can be had as CSV and as sheets: every one that the answer shows, and what is a table only there.</summary>
    public virtual IEnumerable<AnswerTable> Sheets() => Parts().OfType<TablePart>().Select(part => part.Table).Concat(Tables);

    /// <summary>The letters that follow from the answer; each can be copied and had as a Word document.</summary>
    public IEnumerable<AnswerLetter> DraftLetters() => Parts().OfType<LetterPart>().Select(part => part.Letter);

    /// <summary>The ids of the sources that the reasons, dates and sums name, each once.</summary>
    public IEnumerable<string> SourceIds() =>
        Reasons.Select(reason => reason.SourceId)
            .Concat(Milestones.Select(milestone => milestone.SourceId))
            .Concat(Working.Select(line => line.SourceId))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
}

/// <summary>One line of a sum.</summary>
/// <param name="Says">The line as a sentence or a formula with its numbers put in.</param>
public record WorkingLine(string Says)
{
    /// <summary>How sure we are of it; <c>null</c> when it only follows from what stands above.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Status? Status { get; init; }

    /// <summary>The figure it rests on, as <c>room/key</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Figure { get; init; }

    /// <summary>The source it rests on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("source")]
    public string? SourceId { get; init; }
}

/// <summary>Something that is likely a slip and no error.</summary>
/// <param name="Field">The fact it is about, as a path; empty for none.</param>
/// <param name="Says">One sentence.</param>
public sealed record Warning(string Field, string Says)
{
    /// <summary>That the answer is the same without a fact.</summary>
    /// <param name="field">The fact.</param>
    /// <param name="asks">Its label.</param>
    public static Warning Unused(string field, string asks) => new(field, $"“{asks}” has no effect here: the answer is the same without it.") { Asks = asks };

    /// <summary>The label of the fact without which the answer is the same; <c>null</c> for any other warning.</summary>
    [JsonIgnore]
    public string? Asks { get; private init; }
}

/// <summary>A figure that an answer read.</summary>
/// <param name="Key">The figure as <c>room/key</c>, or the table as <c>room/table</c>.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="From">Since when it holds; <c>null</c> when nobody has published that.</param>
/// <param name="Known">Since when it is known; <c>null</c> when that is not written down.</param>
/// <param name="Nation">Where it was looked up.</param>
/// <param name="Source">The source's id; <c>null</c> for none.</param>
/// <param name="Status">How sure we are.</param>
public sealed record FigureRead(string Key, string Value, DateOnly? From, DateOnly? Known, Nation Nation, string? Source, Status Status)
{
    /// <summary>The country or place whose figure it is, such as <c>New Zealand</c>, where that is not a nation of the UK: the nation is then where the doctor is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Where { get; init; }

    /// <summary>The nations in which a row of a table holds; none for a figure, which is looked up for one.</summary>
    [JsonIgnore]
    internal Nations Holds { get; init; }
}
