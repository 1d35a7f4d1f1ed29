using System.Globalization;
using System.Text;
using Gradus.Tools;

namespace Gradus.Data.Exports;

/// <summary>CSV to download: UTF-8 without a mark at its start, quoted where needed; words that a spreadsheet would run as a formula are guarded by an apostrophe.</summary>
public static class CsvFile
{
    /// <summary>The media type to send it with.</summary>
    public const string MediaType = Type + "; charset=utf-8";

    /// <summary>The same without its letters, as a description of the API names it.</summary>
    public const string Type = "text/csv";

    /// <summary>The rows as they are, the headings first.</summary>
    public static byte[] Write(IEnumerable<IEnumerable<string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return WriteAsIs(rows.Select(row => row.Select(Guarded)));
    }

    /// <summary>The rows as they are and unguarded: for a reader of ours, never to download.</summary>
    public static byte[] WriteAsIs(IEnumerable<IEnumerable<string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var text = new StringWriter();
        using (var csv = new CsvHelper.CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in rows)
            {
                foreach (var field in row)
                {
                    csv.WriteField(field);
                }

                csv.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A table of an answer, with the keys of its columns as headings: numbers and days as data has them.</summary>
    public static byte[] Write(AnswerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Write(table.Rows.Select(row => row.Select(cell => cell.Plain)).Prepend(table.Columns.Select(column => column.Key)));
    }

    /// <summary>Tables one after another, an empty line between them.</summary>
    public static byte[] Write(IReadOnlyList<AnswerTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        using var file = new MemoryStream();
        foreach (var (index, table) in tables.Index())
        {
            if (index > 0)
            {
                file.WriteByte((byte)'\n');
            }

            file.Write(Write(table));
        }

        return file.ToArray();
    }

    // A number may begin with a minus; anything else that begins as a formula does is words.
    private static string? Guarded(string? field) =>
        field is { Length: > 0 } && field[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') && !decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? "'" + field
            : field;
}
