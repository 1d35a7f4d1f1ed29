using System.Globalization;
using Gradus.Dates;
using Gradus.Tools;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Gradus.Data.Exports;

/// <summary>
/// Tables as a workbook (.xlsx), a sheet a table: numbers as numbers, days as days, the headings staying in sight. Words are words, so that nothing in them
/// runs as a formula. The same tables give the same bytes.
/// </summary>
public static class XlsxFile
{
    /// <summary>The media type to send it with.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The name of the sheet that says what the others are.</summary>
    public const string About = "About";

    private const int LongestName = 31;
    private const int LongestCell = 32_767;
    private const string Cut = " … (cut here: a cell holds no more)";

    /// <summary>A spreadsheet counts days before this one differently from the calendar, so they are written as words.</summary>
    private static readonly DateOnly firstDay = new(1900, 3, 1);

    /// <summary>Money by its sign in front, as the pages show it.</summary>
    private static readonly Dictionary<string, string> money = new(StringComparer.Ordinal) { ["GBP"] = "£", ["NZD"] = "NZ$", ["CAD"] = "C$", ["USD"] = "US$", ["AUD"] = "A$" };

    /// <summary>The tables of an answer that have rows, and last a sheet that says what was asked and answered, as at which day, and where it is written.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="document">Its document.</param>
    public static byte[] Write(ToolAnswer answer, AnswerDocument document)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(document);
        var tables = Of(answer).ToList();
        return Write([.. tables, Words(document, tables)]);
    }

    /// <summary>The tables of an answer that a workbook would hold; none where it has none.</summary>
    public static IEnumerable<AnswerTable> Of(ToolAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Sheets().Where(table => table.Rows.Count > 0);
    }

    /// <summary>The tables as they are.</summary>
    /// <param name="tables">At least one.</param>
    public static byte[] Write(IReadOnlyList<AnswerTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (tables.Count == 0)
        {
            throw new ArgumentException("A workbook has a sheet or more.", nameof(tables));
        }

        using var file = new MemoryStream();
        WriteAsync(file, tables).GetAwaiter().GetResult(); // Into memory: nothing is waited for.
        return FixedZip.Of(file);
    }

    /// <summary>The names of the sheets: the captions, without what a sheet's name may not hold, at most 31 letters, and none twice.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<string> captions)
    {
        ArgumentNullException.ThrowIfNull(captions);
        var names = new List<string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "History" }; // A name that a spreadsheet keeps for itself.
        foreach (var caption in captions)
        {
            var bare = string.Concat(DocumentLetters.Clean(caption)
                .Select(letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(letter) ? ' ' : letter));
            var name = Short(string.Join(' ', bare.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('\''), LongestName);
            name = name.Length == 0 ? "Table" : name;
            var free = name;
            for (var number = 2; !taken.Add(free); number++)
            {
                var mark = string.Create(CultureInfo.InvariantCulture, $" ({number})");
                free = Short(name, LongestName - mark.Length) + mark;
            }

            names.Add(free);
        }

        return names;
    }

    private static async Task WriteAsync(Stream stream, IReadOnlyList<AnswerTable> tables)
    {
        var names = Names(tables.Select(table => table.Caption));
        await using var book = await Spreadsheet.CreateNewAsync(stream, new SpreadCheetahOptions { DocumentProperties = null, PreserveStringWhitespace = true })
            .ConfigureAwait(false);
        var heading = book.AddStyle(new Style { Font = { Bold = true }, Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } });
        var words = book.AddStyle(new Style { Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } });
        var day = book.AddStyle(new Style { Format = NumberFormat.Custom("d mmm yyyy"), Alignment = { Vertical = VerticalAlignment.Top } });
        var units = tables.SelectMany(table => table.Columns).Select(column => column.Unit ?? "").Distinct(StringComparer.Ordinal)
            .ToDictionary(unit => unit,
                unit => book.AddStyle(Format(unit) is { } format
                    ? new Style { Format = NumberFormat.Custom(format), Alignment = { Vertical = VerticalAlignment.Top } }
                    : new Style { Alignment = { Vertical = VerticalAlignment.Top } }),
                StringComparer.Ordinal);
        foreach (var (index, table) in tables.Index())
        {
            var options = new WorksheetOptions { FrozenRows = 1 };
            foreach (var (place, column) in table.Columns.Index())
            {
                options.Column(place + 1).Width = Width(table, place, column);
            }

            await book.StartWorksheetAsync(names[index], options).ConfigureAwait(false);
            await book.AddRowAsync([.. table.Columns.Select(column => new StyledCell(Fitting(column.Heading), heading))]).ConfigureAwait(false);
            foreach (var row in table.Rows)
            {
                await book.AddRowAsync([.. row.Select((cell, place) => Cell(cell, units[table.Columns[place].Unit ?? ""], words, day))]).ConfigureAwait(false);
            }

            if (table.Doubt is not null)
            {
                await book.AddRowAsync(Array.Empty<StyledCell>()).ConfigureAwait(false);
                await book.AddRowAsync([new StyledCell(Fitting(table.Doubt), styleId: null)]).ConfigureAwait(false);
            }
        }

        await book.FinishAsync().ConfigureAwait(false);
    }

    private static StyledCell Cell(AnswerCell cell, StyleId number, StyleId words, StyleId day) => cell.Value switch
    {
        null => new StyledCell((string?)null, styleId: null),
        decimal amount => new StyledCell(amount, number),
        DateOnly date when date >= firstDay => new StyledCell(date.ToDateTime(TimeOnly.MinValue), day),
        DateOnly date => new StyledCell(date.Iso(), words),
        _ => new StyledCell(Fitting(cell.Text(unit: null)), words),
    };

    private static string Fitting(string text)
    {
        var clean = DocumentLetters.Clean(text);
        return clean.Length <= LongestCell ? clean : Short(clean, LongestCell - Cut.Length) + Cut;
    }

    // Never in the middle of a pair.
    private static string Short(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd().TrimEnd('\'');

    private static string? Format(string unit)
    {
        var first = unit.Split(' ')[0];
        return unit.Length == 0 ? null
            : money.TryGetValue(first, out var sign) ? $"\"{sign}\"#,##0.00{Quoted(unit[first.Length..])}"
            : unit is "%" or "percent" ? "General\"%\""
            : unit == "fraction of full time" ? "0.##%"
            : unit == "ratio" ? "General\" to 1\""
            : unit == "year" ? "0"
            : "General" + Quoted(" " + unit);
    }

    private static string Quoted(string words) => words.Length == 0 ? "" : $"\"{words.Replace("\"", "", StringComparison.Ordinal)}\"";

    private static double Width(AnswerTable table, int place, AnswerColumn column)
    {
        var longest = table.Rows.Take(200).Select(row => row[place].Text(column.Unit).Length).Append(column.Heading.Length).Max();
        return Math.Clamp(longest + 2, 9, 60);
    }

    private static AnswerTable Words(AnswerDocument document, IReadOnlyList<AnswerTable> tables)
    {
        List<(string What, string Says)> lines = [("Question", document.Question), ("Answer", document.Says), ("As at", document.Closing)];
        lines.AddRange(Names(tables.Select(table => table.Caption)).Zip(tables).Select(sheet => ($"Sheet “{sheet.First}”", sheet.Second.Caption)));
        lines.AddRange(document.Parts.SelectMany(part => (part switch
        {
            ReasonsPart reasons => reasons.Lines(),
            LookAgainPart again => again.Says,
            _ => [],
        }).Select(line => (part.Heading, line))));
        lines.AddRange(document.Sources.Select(source => ("Written in", DocxFile.Words(source))));
        return new AnswerTable("about", About, [new("what", "What"), new("says", "In words")], [.. lines.Select(line => (IReadOnlyList<AnswerCell>)[line.What, line.Says])]);
    }
}
