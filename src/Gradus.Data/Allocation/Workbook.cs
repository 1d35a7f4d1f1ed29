using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Gradus.Data.Imports;
using Gradus.Matching.Files;
using SpreadCheetah;

namespace Gradus.Data.Allocation;

/// <summary>The first sheet of a workbook (.xlsx) as the CSV that the readers of allocations know, and a table as a workbook.</summary>
internal static class Workbook
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 64;
    private const int LongestCell = 32_767;
    private const long MostBytesPacked = 64L << 20;
    private const long MostBytesUnpacked = 512L << 20;

    /// <summary>Whether a file calls itself a workbook.</summary>
    public static bool IsNamed(string path) => Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the first sheet as CSV: a whole number without a point, other numbers as they are, text as it stands.</summary>
    /// <param name="workbook">The workbook's bytes.</param>
    /// <param name="name">The file's name, for errors.</param>
    /// <exception cref="InputException">It is no workbook that can be read, is larger than a workbook of people may be, or holds a cell that is no text and no number.</exception>
    public static MemoryStream ToCsv(byte[] workbook, string name)
    {
        RequireModest(workbook, name);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var sheet = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook, writable: false));
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
        catch (Exception fault) when (fault is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException or IOException or KeyNotFoundException or NullReferenceException)
        {
            throw new InputException(name, 1, 1, $"a workbook (.xlsx) that can be read ({fault.Message})");
        }
    }

    /// <summary>Writes the placements of an allocation as a workbook: choices as numbers, ids as text that nothing runs.</summary>
    public static async Task WriteAllocation(Stream stream, Matching.Mechanisms.Allocation allocation)
    {
        await using var book = await Spreadsheet.CreateNewAsync(stream).ConfigureAwait(false);
        await book.StartWorksheetAsync("Allocation").ConfigureAwait(false);
        await book.AddRowAsync([new Cell("applicant"), new Cell("post"), new Cell("choice")]).ConfigureAwait(false);
        var instance = allocation.Instance;
        for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
        {
            var (choice, post) = (allocation.ChoiceOf[applicant], allocation.PostOf(applicant));
            await book.AddRowAsync(
            [
                new Cell(instance.Applicants[applicant]),
                new Cell(post < 0 ? "" : instance.Posts[post]),
                choice >= 0 ? new Cell(choice + 1) : new Cell(post < 0 ? "" : Encoding.UTF8.GetString(AllocationFiles.Held)),
            ]).ConfigureAwait(false);
        }

        await book.FinishAsync().ConfigureAwait(false);
    }

    private static string Text(IExcelDataReader sheet, int column, string name, int row)
    {
        var text = sheet.GetValue(column) switch
        {
            null => "",
            string words => words,
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            bool yes => yes ? "TRUE" : "FALSE",
            int number => number.ToString(CultureInfo.InvariantCulture),
            DateTime or TimeSpan => throw new InputException(name, row, column + 1, "a text or a number, found a date: a spreadsheet may have made it of an id such as 4/5"),
            var other => throw new InputException(name, row, column + 1, $"a text or a number, found {other.GetType().Name}"),
        };
        return text.Length <= LongestCell ? text : throw new InputException(name, row, column + 1, string.Create(CultureInfo.InvariantCulture, $"at most {LongestCell:N0} characters in a cell: save the file as “CSV UTF-8”"));
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
            if (all.Length > MostBytesPacked)
            {
                throw new InputException(name, 1, 1, $"a workbook of at most {MostBytesPacked >> 20} MiB: save it as “CSV UTF-8”");
            }
        }

        return all.ToArray();
    }
}
