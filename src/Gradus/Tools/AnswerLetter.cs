using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>A letter that follows from an answer, for the reader to send: drawn on the page to copy, had as a Word document, and never sent by us.</summary>
/// <param name="Key">Its name among the letters of the answer, such as <c>reminder</c>.</param>
/// <param name="Name">Its name to a reader.</param>
/// <param name="To">To whom, in words.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its paragraphs, greeting and signature included.</param>
/// <param name="Dated">The day that stands on it.</param>
public sealed record AnswerLetter(string Key, string Name, string To, string Subject, IReadOnlyList<string> Body, DateOnly Dated)
{
    /// <summary>Whose name and number the doctor puts beneath.</summary>
    public const string Signature = "[Your name], [your GMC number]";

    /// <summary>The evidence, as a table beneath the paragraphs; <c>null</c> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerTable? Evidence { get; init; }

    /// <summary>
    /// The whole letter as lines to copy into any message; the subject is not among them. A row of the evidence is a line: its first cell, then each other with
    /// its heading.
    /// </summary>
    public IEnumerable<string> Lines()
    {
        yield return Dated.Words();
        yield return $"To: {To}";
        foreach (var paragraph in Body.SkipLast(1))
        {
            yield return paragraph;
        }

        foreach (var row in Evidence?.Rows ?? [])
        {
            yield return $"– {row[0].Text(Evidence!.Columns[0].Unit)}: {string.Join("; ", Evidence.Columns.Zip(row).Skip(1).Where(cell => cell.Second.Value is not null and not "").Select(cell => $"{Sentences.LowerFirst(cell.First.Heading)} {Words(cell.Second, cell.First.Unit)}"))}";
        }

        if (Body.Count > 0)
        {
            yield return Body[^1];
        }
    }

    /// <summary>A cell as a letter has it: days in their long form.</summary>
    public static string Words(AnswerCell cell, string? unit) => cell.Value is DateOnly day ? day.Words() : cell.Text(unit);
}
