using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Gradus.Data.Exports;
using Gradus.Data.Imports;
using Gradus.Matching.Files;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Gradus.Data.Allocation;

/// <summary>The first sheet of a workbook (.xlsx) as the CSV that the readers of allocations know, and a table as a workbook.</summary>
internal static class Workbook
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 64;
    private const int LongestCell = 32_767;
    private const double MostExact = 1e15;
    private const long MostBytesPacked = 64L << 20;
    private const long MostBytesUnpacked = 512L << 20;

    /// <summary>Whether a file calls itself a workbook.</summary>
    public static bool IsNamed(string path) => Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a sheet as CSV: a whole number without a point, other numbers as they are, text as it stands.</summary>
    /// <param name="workbook">The workbook's bytes.</param>
    /// <param name="name">The file's name, for errors.</param>
    /// <param name="sheets">The names of all sheets, and which was read.</param>
    /// <param name="number">Which sheet, from 0; the first that is not hidden unless given.</param>
    /// <exception cref="InputException">It is no workbook that can be read, is larger than a workbook of people may be, or holds a cell that is no text and no number.</exception>
    public static MemoryStream ToCsv(byte[] workbook, string name, out (IReadOnlyList<string> Names, int Read) sheets, int? number = null)
    {
        RequireModest(workbook, name);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var sheet = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook, writable: false));
            sheets = Open(sheet, number);
            var csv = new MemoryStream();
            using var writer = new CsvWriter(csv);
            for (var row = 1; sheet.Read(); row++)
            {
                if (row > MostRows || sheet.FieldCount > MostColumns)
                {
                    throw new InputException(name, row, 1, $"at most {MostColumns} columns");
                }

                for (var column = 0; column < sheet.FieldCount; column++)
                {
                    writer.Field(Text(sheet, column, name, row));
                }

                writer.EndRow();
            }

            writer.Dispose();
            csv.Position = 0;
            return csv;
        }
        catch (Exception fault) when (fault is ExcelReaderException
            or InvalidDataException
            or System.Xml.XmlException
            or FormatException
            or ArgumentException
            or IOException
            or KeyNotFoundException
            or NullReferenceException)
        {
            throw new InputException(name, 1, 1, $"a workbook (.xlsx) that can be read ({fault.Message})");
        }
    }

    /// <summary>Writes sheets as a workbook: numbers as numbers, everything else as text that nothing runs.</summary>
    /// <exception cref="InputException">A sheet has more rows than a workbook can hold.</exception>
    public static async Task Write(Stream stream, string name, IReadOnlyList<ResultSheet> sheets)
    {
        await using var book = await Spreadsheet.CreateNewAsync(stream, new SpreadCheetahOptions { DocumentProperties = null, PreserveStringWhitespace = true })
            .ConfigureAwait(false);
        foreach (var sheet in sheets)
        {
            await book.StartWorksheetAsync(sheet.Name, new WorksheetOptions { FrozenRows = 1 }).ConfigureAwait(false);
            var rows = 0;
            foreach (var row in sheet.Rows)
            {
                if (++rows > MostRows)
                {
                    throw new InputException(name, rows, 1,
                        string.Create(CultureInfo.InvariantCulture,
                            $"at most {MostRows:N0} rows in a sheet: leave the workbook out, {AllocationStore.AllocationFile} has no such limit"));
                }

                await book.AddRowAsync([.. row.Select(Cell)]).ConfigureAwait(false);
            }
        }

        await book.FinishAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// The first sheet that does not say what it should, by name; <c>null</c> when all do. Sheets and cells count, not how the workbook was packed, so that one
    /// saved anew by a spreadsheet is still right.
    /// </summary>
    /// <exception cref="InputException">It is no workbook that can be read.</exception>
    public static string? FirstDifference(byte[] workbook, string name, IReadOnlyList<ResultSheet> sheets)
    {
        for (var i = 0; i < sheets.Count; i++)
        {
            using var found = ToCsv(workbook, name, out var others, i);
            using var expected = new MemoryStream();
            using (var writer = new CsvWriter(expected))
            {
                foreach (var row in sheets[i].Rows)
                {
                    foreach (var value in row)
                    {
                        writer.Field(value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : DocumentLetters.Clean((string?)value ?? ""));
                    }

                    writer.EndRow();
                }
            }

            if (others.Names.Count != sheets.Count
                || others.Names[i] != sheets[i].Name
                || !found.GetBuffer().AsSpan(0, (int)found.Length).SequenceEqual(expected.GetBuffer().AsSpan(0, (int)expected.Length)))
            {
                return sheets[i].Name;
            }
        }

        return null;
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(""),
        int number => new Cell(number),
        long number => new Cell(number),
        double number => new Cell(number),
        _ => new Cell(DocumentLetters.Clean((string)value)),
    };

    /// <summary>Goes to a sheet, the first that is not hidden unless a number is given.</summary>
    private static (IReadOnlyList<string> Names, int Read) Open(IExcelDataReader sheet, int? number)
    {
        var names = new List<string>();
        var at = number ?? -1;
        do
        {
            names.Add(sheet.Name);
            at = at < 0 && sheet.VisibleState == "visible" ? names.Count - 1 : at;
        }
        while (sheet.NextResult());

        sheet.Reset();
        at = int.Clamp(at, 0, names.Count - 1);
        for (var skipped = 0; skipped < at; skipped++)
        {
            sheet.NextResult();
        }

        return (names, at);
    }

    private static string Text(IExcelDataReader sheet, int column, string name, int row)
    {
        var text = sheet.GetValue(column) switch
        {
            null => "",
            string words => words,
            double number when Math.Abs(number) >= MostExact => throw new InputException(name, row, column + 1,
                "a text, or a number of at most 15 digits: a spreadsheet has lost those beyond, so make the cell text and type it again"),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            bool yes => yes ? "TRUE" : "FALSE",
            int number => number.ToString(CultureInfo.InvariantCulture),
            DateTime or TimeSpan => throw new InputException(name, row, column + 1, "a text or a number, found a date: a spreadsheet may have made it of an id such as 4/5"),
            var other => throw new InputException(name, row, column + 1, $"a text or a number, found {other.GetType().Name}"),
        };
        return text.Length <= LongestCell
            ? text
            : throw new InputException(name, row, column + 1,
                string.Create(CultureInfo.InvariantCulture, $"at most {LongestCell:N0} characters in a cell: save the file as “CSV UTF-8”"));
    }

    /// <summary>A small file may unpack to gigabytes: what it says of itself is looked at first.</summary>
    private static void RequireModest(byte[] workbook, string name)
    {
        if (WorkbookBytes.Refusal(workbook, MostBytesUnpacked) is { } expected)
        {
            throw new InputException(name, 1, 1, expected);
        }

        if (WorkbookBytes.SheetInError(workbook) is { } sheet)
        {
            throw new InputException(name, 1, 1, $"a workbook without cells in error, such as #N/A; there is one in {sheet}");
        }
    }

    /// <summary>All bytes of a workbook's file.</summary>
    /// <exception cref="InputException">There are more than a workbook may have.</exception>
    public static byte[] Bytes(Stream stream, string name)
    {
        using var all = new MemoryStream();
        var piece = new byte[1 << 16];
        for (var read = stream.Read(piece); read > 0; read = stream.Read(piece))
        {
            all.Write(piece, 0, read);
            if (all.Length <= piece.Length && !(piece is [(byte)'P', (byte)'K', ..] or [0xD0, 0xCF, 0x11, 0xE0, ..]))
            {
                throw new InputException(name, 1, 1, "a workbook (.xlsx); these bytes are none");
            }

            if (all.Length > MostBytesPacked)
            {
                throw new InputException(name, 1, 1, $"a workbook of at most {MostBytesPacked >> 20} MiB: save it as “CSV UTF-8”");
            }
        }

        return all.ToArray();
    }
}
