using System.Text;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Cli;

/// <summary>Draws an answer's document for a terminal.</summary>
internal static class TerminalText
{
    public static string Of(AnswerDocument document, IReadOnlyList<FigureRead>? trace)
    {
        var text = new StringBuilder().AppendLine(document.Says);
        foreach (var part in document.Parts)
        {
            text.AppendLine().AppendLine(part.Heading);
            foreach (var line in Lines(part))
            {
                text.Append("  ").AppendLine(line);
            }
        }

        if (trace is not null)
        {
            text.AppendLine().AppendLine("Figures read");
            foreach (var read in trace)
            {
                text.AppendLine($"  {read.Key}: {read.Value}, from {read.From?.Words() ?? "an unpublished date"}{(read.Known is { } known ? $", known since {known.Words()}" : "")}, {read.Where ?? read.Nation.Name()}, {read.Source ?? "no source"}, {read.Status.Key()}");
            }
        }

        return text.AppendLine().AppendLine(document.Closing).ToString();
    }

    private static IEnumerable<string> Lines(AnswerPart part) => part switch
    {
        TextPart sentences => sentences.Sentences,
        ListPart { IsOrdered: true } list => list.Items.Select((item, place) => $"{place + 1}. {item}"),
        ListPart list => list.Items,
        WorkingPart working => working.Steps.Select((step, place) => $"{place + 1}. {step}"),
        ReasonsPart reasons => reasons.Lines(),
        DatesPart dates => dates.Lines(),
        LookAgainPart again => again.Says,
        ValuesPart values => values.Values.Select(one => $"{one.What}: {one.Value}{(one.Status is { } status and not Status.Sure ? $" ({status.Words()})" : "")}"),
        TasksPart tasks => tasks.Tasks.Select(task => $"{task.Due?.Words() ?? "no day published"}: {task.What} ({task.State.Words()}){(task.More is null ? "" : " " + task.More)}"),
        BarsPart bars => bars.Bars.Select(bar => $"{bar.Name}: {bar.Value}"),
        TablePart table => Grid(table.Table),
        LetterPart { Letter: var letter } => letter.Lines().Prepend($"Subject: {letter.Subject}"),
        _ => [],
    };

    private static IEnumerable<string> Grid(AnswerTable table)
    {
        var rows = table.Rows.Select(row => row.Select((cell, place) => cell.Text(table.Columns[place].Unit)).ToList())
            .Prepend([.. table.Columns.Select(column => column.Heading)])
            .ToList();
        var widths = Enumerable.Range(0, table.Columns.Count).Select(place => rows.Max(row => row[place].Length)).ToList();
        foreach (var row in rows)
        {
            yield return string.Join("  ", row.Select((cell, place) => table.Columns[place].Unit is null ? cell.PadRight(widths[place]) : cell.PadLeft(widths[place]))).TrimEnd();
        }

        if (table.Doubt is not null)
        {
            yield return table.Doubt;
        }
    }
}
