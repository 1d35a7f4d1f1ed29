using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Gradus.Data.Imports;

/// <summary>
/// Reads a table of rows as people keep them: CSV with commas, semicolons, tabs or bars, in UTF-8, UTF-16 or the letters of Western Windows, with or without a
/// mark at its start and a line <c>sep=</c>;
/// or the first sheet of a workbook (.xlsx). Days of a sheet come as 2027-08-04, a share shown as 80% as <c>80%</c>, yes and no as words. What cannot be read
/// is refused with its place; nothing is passed over.
/// </summary>
public static class SheetReader
{
    /// <summary>The most bytes of a file, inside.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>The most rows beside the heading, inside.</summary>
    public const int MostRows = 50_000;

    /// <summary>The most columns, inside.</summary>
    public const int MostColumns = 256;

    /// <summary>The most letters of a cell, inside: what a spreadsheet allows.</summary>
    public const int LongestCell = 32_767;

    private const int MostRowsWithGaps = 2 * MostRows;
    private const long MostBytesUnpacked = 64L << 20;
    private static readonly char[] delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads a table from a stream: at most <see cref="MostBytes"/> and one of it, so that nobody fills the memory.</summary>
    public static SheetReading Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var all = new MemoryStream();
        var piece = new byte[1 << 16];
        for (var read = stream.Read(piece); read > 0 && all.Length <= MostBytes; read = stream.Read(piece))
        {
            all.Write(piece, 0, read);
        }

        return Read(all.ToArray());
    }

    /// <summary>Reads a table.</summary>
    /// <param name="file">The file's bytes.</param>
    public static SheetReading Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            if (file.Length > MostBytes)
            {
                throw new SheetFault($"The file is larger than {MostBytes >> 20} MB. Split it, or leave out columns that are not needed.");
            }

            if (WorkbookBytes.AreAWorkbook(file))
            {
                return new SheetReading(Sheet(file), Fault: null);
            }

            var (text, isWestern) = TextBytes.Read(file);
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                throw new SheetFault("Expected CSV or a workbook (.xlsx); this is no text. Save the sheet as “CSV UTF-8” or .xlsx.");
            }

            return new SheetReading(isWestern
                ? Text(text) with { Note = "The file is not UTF-8 and was read in the letters of Windows: look at names with accents." }
                : Text(text), Fault: null);
        }
        catch (SheetFault fault)
        {
            return new SheetReading(Table: null, fault.Message);
        }
    }

    private static SheetTable Text(string text)
    {
        var (delimiter, body, skipped) = Separator(text);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = null,
            Mode = CsvMode.RFC4180,
            IgnoreBlankLines = false,
            MaxFieldSize = MostBytes
        };
        using var csv = new CsvParser(new StringReader(body), configuration);
        var rows = new Rows();
        for (var line = 1; csv.Read(); line = csv.RawRow + 1)
        {
            if (csv.RawRecord.AsSpan().Count('"') % 2 != 0)
            {
                throw new SheetFault($"Line {line + skipped}: a quotation mark is opened and not closed. Inside a quoted cell, write it twice.");
            }

            rows.Add("Line", line + skipped, csv.Record!);
        }

        return rows.Table("Line");
    }

    /// <summary>
    /// What parts the cells: what a first line such as <c>sep=;</c> says, or else what stands most often in the first line with something in it, quoted cells
    /// left out.
    /// </summary>
    private static (char Delimiter, string Body, int Skipped) Separator(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        var first = (end < 0 ? text : text[..end]).Trim('"');
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            var next = end < 0 ? text.Length : text.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1;
            return (first[4], text[next..], 1);
        }

        var (inQuotes, hasLetters) = (false, false);
        var counts = new int[delimiters.Length];
        foreach (var letter in text)
        {
            inQuotes ^= letter == '"';
            if (letter is '\r' or '\n' && !inQuotes && hasLetters)
            {
                break;
            }

            hasLetters |= !char.IsWhiteSpace(letter);
            if (!inQuotes && Array.IndexOf(delimiters, letter) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        return (delimiters[Array.IndexOf(counts, counts.Max())], text, 0);
    }

    private static SheetTable Sheet(byte[] workbook)
    {
        if (WorkbookBytes.Refusal(workbook, MostBytesUnpacked) is { } expected)
        {
            throw new SheetFault($"Expected {expected}.");
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            if (WorkbookBytes.SheetInError(workbook) is { } wrong)
            {
                throw new SheetFault($"A cell in {wrong} is in error, such as #N/A. Put it right or empty it.");
            }

            using var sheet = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook, writable: false));
            while (sheet.VisibleState != "visible" && sheet.NextResult())
            {
            }

            var rows = new Rows();
            for (var row = 1; sheet.Read(); row++)
            {
                if (row > MostRowsWithGaps)
                {
                    throw new SheetFault(string.Create(CultureInfo.InvariantCulture, $"Row {row}: expected at most {MostRows:N0} rows, without long gaps between them."));
                }

                if (sheet.FieldCount > MostColumns)
                {
                    throw new SheetFault($"Row {row}: there are {sheet.FieldCount} columns. Expected at most {MostColumns}.");
                }

                rows.Add("Row", row, [.. Enumerable.Range(0, sheet.FieldCount).Select(column => Text(sheet, column))]);
            }

            return rows.Table("Row") with { Note = sheet.ResultsCount > 1 ? $"Only the sheet “{sheet.Name}” was read; the workbook has {sheet.ResultsCount} sheets." : null };
        }
        catch (Exception fault) when (fault is ExcelReaderException
            or InvalidDataException
            or System.Xml.XmlException
            or FormatException
            or ArgumentException
            or OverflowException
            or IOException
            or KeyNotFoundException
            or NullReferenceException
            or IndexOutOfRangeException
            or InvalidCastException)
        {
            throw new SheetFault($"Expected a workbook (.xlsx) that can be read. {fault.Message}");
        }
    }

    private static string Text(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => "",
        string words => words,
        bool yes => yes ? "yes" : "no",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("hh\\:mm", CultureInfo.InvariantCulture),
        double number => Number(number, sheet.GetNumberFormatString(column)),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    // As the sheet shows it: fifteen digits and no more, and a share with its sign.
    private static string Number(double number, string? format)
    {
        if (!double.IsFinite(number) || Math.Abs(number) > 1e15)
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        var exact = (decimal)number;
        return IsShare(format) ? (exact * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%" : exact.ToString("0.###############", CultureInfo.InvariantCulture);
    }

    // A sign in quotes or after a backslash is only a word of the format.
    private static bool IsShare(string? format)
    {
        var inQuotes = false;
        for (var place = 0; place < format?.Length; place++)
        {
            switch (format[place])
            {
                case '"':
                    inQuotes = !inQuotes;
                    break;
                case '\\' when !inQuotes:
                    place++;
                    break;
                case '%' when !inQuotes:
                    return true;
            }
        }

        return false;
    }

    /// <summary>The table as it grows: the first row that holds something is the heading.</summary>
    private sealed class Rows
    {
        private readonly List<SheetRow> rows = [];
        private List<string>? header;

        public void Add(string unit, int line, string[] cells)
        {
            var width = cells.Length;
            while (width > 0 && string.IsNullOrWhiteSpace(cells[width - 1]))
            {
                width--;
            }

            if (width == 0)
            {
                return;
            }

            for (var column = 0; column < width; column++)
            {
                if (cells[column].Length > LongestCell)
                {
                    throw new SheetFault(string.Create(CultureInfo.InvariantCulture, $"{unit} {line}, column {column + 1}: expected at most {LongestCell:N0} letters in a cell."));
                }
            }

            if (header is null)
            {
                header = Heading(unit, line, cells, width);
                return;
            }

            if (width > header.Count)
            {
                throw new SheetFault($"{unit} {line} has {width} cells, where the heading has {header.Count}.");
            }

            if (rows.Count == MostRows)
            {
                throw new SheetFault(string.Create(CultureInfo.InvariantCulture, $"{unit} {line}: expected at most {MostRows:N0} rows. Split the file."));
            }

            rows.Add(new SheetRow(line, [.. header.Select((_, column) => column < cells.Length ? cells[column].Trim() : "")]));
        }

        public SheetTable Table(string unit) =>
            header is null ? throw new SheetFault("The file is empty. Expected a line of headings and a line for each row.")
            : rows.Count == 0 ? throw new SheetFault($"There is a heading and nothing beneath it. Expected a {unit.ToLowerInvariant()} for each row.")
            : new SheetTable(header, rows);

        private static List<string> Heading(string unit, int line, string[] cells, int width)
        {
            if (width > MostColumns)
            {
                throw new SheetFault($"{unit} {line}: there are {width} columns. Expected at most {MostColumns}.");
            }

            var names = cells.Take(width).Select(cell => cell.Trim()).ToList();
            if (names.IndexOf("") is >= 0 and var empty)
            {
                throw new SheetFault($"{unit} {line}, column {empty + 1}: the heading is empty.");
            }

            return names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice
                ? throw new SheetFault($"{unit} {line}: the heading “{twice.Key}” stands twice.")
                : names;
        }
    }

    private sealed class SheetFault(string message) : Exception(message);
}
