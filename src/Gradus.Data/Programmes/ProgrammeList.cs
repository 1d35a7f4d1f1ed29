using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Gradus.Data.Allocation;
using Gradus.Data.Imports;
using Gradus.Matching.Files;

namespace Gradus.Data.Programmes;

/// <summary>A programme as it stands in a list.</summary>
/// <param name="Code">Its code, with single blanks.</param>
/// <param name="Words">What else the list says of it, in short.</param>
/// <param name="Cells">Its cells as imported.</param>
public sealed record Programme(string Code, string Words, IReadOnlyList<string> Cells);

/// <summary>A list of programmes as a browser without scripts sends it: read strictly, each broken line named, the rest kept.</summary>
/// <param name="Header">The headings.</param>
/// <param name="Programmes">The programmes, in the order of the list.</param>
/// <param name="Faults">What was left out, and why.</param>
public sealed partial record ProgrammeList(IReadOnlyList<string> Header, IReadOnlyList<Programme> Programmes, IReadOnlyList<string> Faults)
{
    private const int MostColumns = 64;
    private const int MostRows = 50_000;
    private static readonly string[] Delimiters = [",", ";", "\t", "|"];
    private static readonly string[] CodeColumns = ["programmepreference", "jobcode", "programmecode", "code", "preference", "programmetitle", "title"];

    /// <summary>Reads a workbook (.xlsx), the public listing's JSON, or a table of text.</summary>
    public static ProgrammeList Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var text = file.AsSpan().StartsWith("PK"u8) ? Encoding.UTF8.GetString(Workbook.ToCsv(file, "the workbook", out _).ToArray()) : TextBytes.Read(file).Text;
            return text.TrimStart() is ['{' or '[', ..] ? FromJson(text) : FromTable(text);
        }
        catch (InputException fault)
        {
            return Nothing(fault.Message);
        }
    }

    private static ProgrammeList Nothing(string why) => new([], [], [why]);

    private static ProgrammeList FromJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            var items = root.ValueKind == JsonValueKind.Array ? root : root.TryGetProperty("Data", out var data) && data.ValueKind == JsonValueKind.Array ? data : default;
            if (items.ValueKind != JsonValueKind.Array)
            {
                return Nothing("No programmes were found in it: expected the listing’s “Data”.");
            }

            var objects = items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(MostRows).ToList();
            var header = objects.SelectMany(item => item.EnumerateObject().Select(property => property.Name)).Distinct(StringComparer.Ordinal).Take(MostColumns).ToList();
            return From(header, objects.Select((item, i) => (i + 1, (IReadOnlyList<string>)[.. header.Select(name => Text(item, name))])), "Entry");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Nothing("This is no JSON that can be read.");
        }
    }

    private static string Text(JsonElement item, string name) =>
        !item.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? ""
            : value.ValueKind == JsonValueKind.String ? value.GetString() ?? ""
            : value.GetRawText();

    private static ProgrammeList FromTable(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return Nothing("This is no text: save the sheet as “CSV UTF-8” or .xlsx.");
        }

        var first = text.TrimStart().Split('\n', 2)[0];
        var delimiter = Delimiters.MaxBy(mark => first.Split(mark).Length)!;
        using var csv = new CsvParser(new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, BadDataFound = null, Mode = CsvMode.RFC4180, MaxFieldSize = 100_000 });
        var rows = new List<(int Line, IReadOnlyList<string> Cells)>();
        try
        {
            while (rows.Count < MostRows && csv.Read())
            {
                if (csv.Record is { } record && record.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                {
                    rows.Add((csv.RawRow, record));
                }
            }
        }
        catch (CsvHelperException)
        {
            return Nothing($"Line {csv.RawRow} cannot be read.");
        }

        return rows.Count == 0 ? Nothing("The list is empty.")
            : CodeColumn(rows[0].Cells) is null && rows.TrueForAll(row => row.Cells.Count <= 3) ? From(["Code",
                .. Enumerable.Range(2, rows.Max(row => row.Cells.Count) - 1).Select(number => $"Column {number}")], rows, "Line")
            : From(rows[0].Cells, rows.Skip(1), "Line");
    }

    private static ProgrammeList From(IReadOnlyList<string> header, IEnumerable<(int Line, IReadOnlyList<string> Cells)> rows, string unit)
    {
        if (CodeColumn(header) is not { } code)
        {
            return Nothing($"No column for the code was found among “{string.Join("”, “", header.Take(8))}”; call it Code, Job code or Programme title.");
        }

        if (header.Count > MostColumns)
        {
            return Nothing($"There are more than {MostColumns} columns.");
        }

        var programmes = new List<Programme>();
        var faults = new List<string>();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, cells) in rows)
        {
            var width = cells.Count;
            while (width > 0 && string.IsNullOrWhiteSpace(cells[width - 1]))
            {
                width--;
            }

            var name = code < cells.Count ? Tidy(cells[code]) : "";
            if (width > header.Count)
            {
                faults.Add($"{unit} {line}: {width} cells, where the heading has {header.Count}.");
            }
            else if (name.Length == 0)
            {
                faults.Add($"{unit} {line}: there is no code.");
            }
            else if (!seen.TryAdd(name, line))
            {
                faults.Add($"{unit} {line}: {name} stands on {unit.ToLowerInvariant()} {seen[name]} too.");
            }
            else
            {
                IReadOnlyList<string> full = [.. header.Select((_, i) => i < cells.Count ? cells[i] : "")];
                var words = full.Where((cell, i) => i != code
                    && Tidy(cell).Length > 0
                    && !cell.Trim().Equals("none", StringComparison.OrdinalIgnoreCase)
                    && !long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                    .Select(Tidy)
                    .Where(cell => cell.Length <= 120)
                    .Take(12);
                programmes.Add(new Programme(name, string.Join(" · ", words), full));
            }
        }

        return new ProgrammeList(header, programmes, faults);
    }

    private static int? CodeColumn(IReadOnlyList<string> header)
    {
        var names = header.Select(name => NotLetters().Replace(name.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), "")).ToList();
        return CodeColumns.Select(name => names.IndexOf(name)).Where(at => at >= 0).Select(at => (int?)at).FirstOrDefault();
    }

    private static string Tidy(string cell) => Blanks().Replace(cell, " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
