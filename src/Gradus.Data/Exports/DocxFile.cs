using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Data.Exports;

/// <summary>An answer, or a letter that follows from it, as a Word document (.docx). The same answer gives the same bytes: no moment of making is in it.</summary>
public static class DocxFile
{
    /// <summary>The media type to send it with.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>An answer.</summary>
    public static byte[] Write(AnswerDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var file = new DocxBuilder(document.Question).Title(document.Question).Answer(document.Says);
        foreach (var part in document.Parts)
        {
            Draw(file, part);
        }

        if (document.Sources.Count > 0)
        {
            file.Heading("Where it is written").List(document.Sources.Select(Words));
        }

        return file.Small(document.Closing).File(document.Closing);
    }

    /// <summary>A letter: to whom, the day, its subject, its paragraphs, the evidence as a table before the signature.</summary>
    public static byte[] Write(AnswerLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var file = new DocxBuilder(letter.Subject);
        Draw(file.Block(["To:", letter.To]).Block([letter.Dated.Words()]).Heading(letter.Subject), letter);
        return file.File();
    }

    /// <summary>A source in one line: who published it, what it is called, of when, where it can be read and when it was.</summary>
    internal static string Words(Source source) =>
        $"{source.Publisher}, {source.Title} ({(source.Dated == "undated" ? "undated" : "dated " + source.Dated)}; read by us on {source.Read.Words()}){(source.Address is null ? "" : ": " + source.Address)}";

    private static void Draw(DocxBuilder file, AnswerPart part)
    {
        switch (part)
        {
            case TablePart table:
                file.Table(table.Table);
                break;
            case LetterPart { Letter: var letter }:
                Draw(file.Heading(part.Heading).Block([letter.Dated.Words(), $"Subject: {letter.Subject}"]), letter);
                break;
            case ValuesPart values:
                file.Heading(part.Heading)
                    .Table(Grid([("what", "What", null), ("value", "Value", null), ("status", "How sure", null)],
                        values.Values.Select(one => (IReadOnlyList<AnswerCell>)[one.What, one.Value, one.Status is { } status ? status : Status.Sure])));
                break;
            case TasksPart tasks:
                file.Heading(part.Heading)
                    .Table(Grid([("done", "Done", null), ("due", "By when", null), ("what", "What", null), ("state", "State", null), ("more", "Next step", null)],
                        tasks.Tasks.Select(task => (IReadOnlyList<AnswerCell>)[task.State == MilestoneState.Done ? "☒" : "☐",
                            task.Due?.Words() ?? "no day published", task.What, task.State.Words(), task.More])));
                break;
            case BarsPart bars:
                file.Heading(part.Heading)
                    .Table(Grid([("name", "What", null), ("value", "Value", null)], bars.Bars.Select(bar => (IReadOnlyList<AnswerCell>)[bar.Name, bar.Value])));
                break;
            case TextPart text:
                file.Heading(part.Heading);
                foreach (var sentence in text.Sentences)
                {
                    file.Paragraph(sentence);
                }

                break;
            case ListPart list:
                file.Heading(part.Heading).List(list.Items, list.IsOrdered);
                break;
            case WorkingPart working:
                file.Heading(part.Heading).List(working.Steps, isOrdered: true);
                break;
            case ReasonsPart reasons:
                file.Heading(part.Heading).List(reasons.Lines());
                break;
            case DatesPart dates:
                file.Heading(part.Heading).List(dates.Lines());
                break;
            case LookAgainPart again:
                file.Heading(part.Heading).List(again.Says);
                break;
        }
    }

    private static void Draw(DocxBuilder file, AnswerLetter letter)
    {
        foreach (var paragraph in letter.Body.SkipLast(1))
        {
            file.Paragraph(paragraph);
        }

        if (letter.Evidence is { } evidence)
        {
            file.Table(evidence, AnswerLetter.Words);
        }

        file.Paragraph(letter.Body.Count == 0 ? "" : "\n" + letter.Body[^1]);
    }

    private static AnswerTable Grid(IReadOnlyList<(string Key, string Heading, string? Unit)> columns, IEnumerable<IReadOnlyList<AnswerCell>> rows) =>
        new("", "", [.. columns.Select(column => new AnswerColumn(column.Key, column.Heading, column.Unit))], [.. rows]);
}
