using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gradus.Rules;

namespace Gradus.Facts;

/// <summary>
/// A list of rows as a table that somebody supplied: the headings are the facts' names, written <c>doctor_ref</c>, <c>doctorRef</c> or as the page asks for
/// them. The cells become the fields of a form, so that they are read
/// and refused as if they had been typed.
/// </summary>
public static class FactsTable
{
    // What a reader of tables could take for the end of a cell.
    private static readonly SearchValues<char> Parting = SearchValues.Create(",\"\r\n;\t|");

    /// <summary>How many faults of a table are said one by one.</summary>
    public const int MostFaults = 20;

    /// <summary>The list that is taken as a table; <c>null</c> when none is.</summary>
    public static FactsShape? Of(FactsShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Members.FirstOrDefault(fact => fact.Fact is { IsTable: true });
    }

    /// <summary>
    /// The list that a file of rows stands for: the one that is taken as a table, or else the only list of rows there is, where a row's facts are one value
    /// each; <c>null</c> when there is no such list.
    /// </summary>
    public static FactsShape? OfFile(FactsShape shape) =>
        Of(shape) ?? (Lists(shape) is [var (path, list)] && path == list.Name && list.Item!.Members.All(fact => fact.Kind is not (FactKind.Group or FactKind.List or FactKind.Map))
            ? list
            : null);

    /// <summary>Every list of rows, with its path: on a page a long one is a table too.</summary>
    public static IReadOnlyList<(string Path, FactsShape List)> Lists(FactsShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Tables ??= [.. Lists(shape, "")];
    }

    private static IEnumerable<(string Path, FactsShape List)> Lists(FactsShape group, string path) =>
        group.Members.Where(member => member.Fact is not null).SelectMany(member => (IEnumerable<(string, FactsShape)>)(member switch
        {
            { Kind: FactKind.List, Item.Kind: FactKind.Group } => [(FactsShape.Under(path, member.Name), member)],
            { Kind: FactKind.Group } => Lists(member, FactsShape.Under(path, member.Name)),
            _ => [],
        }));

    /// <summary>The headings, as a first line: <c>doctor_ref,start,owner</c>.</summary>
    public static string Heading(FactsShape list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return string.Join(',', list.Item!.Members.Select(Column));
    }

    /// <summary>Reads a table.</summary>
    /// <param name="list">The list's shape.</param>
    /// <param name="header">The headings.</param>
    /// <param name="rows">The rows, each with its line in what was supplied.</param>
    /// <param name="path">The list's path, where it stands in a group; its name when <c>null</c>.</param>
    public static TableFields Read(FactsShape list, IReadOnlyList<string> header, IEnumerable<(int Line, IReadOnlyList<string> Cells)> rows, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        var facts = header.Select(heading => list.Item!.Members.FirstOrDefault(fact => Bare(fact.Name) == Bare(heading) || Bare(fact.Fact?.Asks ?? "") == Bare(heading))).ToList();
        var missing = list.Item!.Members.Where(fact => fact.IsNeeded && !facts.Contains(fact)).Select(Column).ToList();
        var twice = facts.OfType<FactsShape>().GroupBy(fact => fact).FirstOrDefault(same => same.Count() > 1)?.Key;
        if (missing.Count > 0 || twice is not null)
        {
            var says = missing.Count > 0 ? $"The first line has no heading {string.Join(" and no ", missing)}." : $"Two headings of the first line are {Column(twice!)}.";
            return new TableFields([], [], [], new FieldError(path ?? list.Name, $"{says} Expected {Heading(list)}, in any order."));
        }

        List<KeyValuePair<string, IReadOnlyList<string>>> fields = [];
        List<int> lines = [];
        foreach (var (line, cells) in rows)
        {
            var isEmpty = true;
            for (var column = 0; column < cells.Count && column < facts.Count; column++)
            {
                if (facts[column] is { } fact && !string.IsNullOrWhiteSpace(cells[column]))
                {
                    fields.Add(new($"{path ?? list.Name}[{lines.Count.ToString(CultureInfo.InvariantCulture)}].{fact.Name}", [cells[column]]));
                    isEmpty = false;
                }
            }

            if (!isEmpty)
            {
                lines.Add(line);
            }
        }

        return new TableFields(fields, lines, [.. header.Where((_, column) => facts[column] is null)], Fault: null);
    }

    /// <summary>What is wrong with rows, said by the line that the reader sees; the first faults one by one, the rest counted.</summary>
    /// <param name="list">The list's shape.</param>
    /// <param name="errors">What was refused.</param>
    /// <param name="lines">The line of each row.</param>
    /// <param name="path">The list's path, where it stands in a group; its name when <c>null</c>.</param>
    public static IReadOnlyList<FieldError> InLines(FactsShape list, IReadOnlyList<FieldError> errors, IReadOnlyList<int> lines, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(lines);
        path ??= list.Name;
        var said = errors.Select(error => RowOf(path, error.Field) is var (row, name) && row < lines.Count
            ? new FieldError(path, $"Line {lines[row].ToString(CultureInfo.InvariantCulture)}{(name.Length == 0 ? "" : $", {Asks(list, name)}")}: {error.Message}") : error)
                .ToList();
        return said.Count <= MostFaults ? said : [.. said.Take(MostFaults), new FieldError(path, $"And {(said.Count - MostFaults).ToString(CultureInfo.InvariantCulture)} more.")];
    }

    /// <summary>The rows of facts as CSV with their headings, columns that are empty throughout left out; empty when there are none.</summary>
    public static string Write(FactsShape list, ReadOnlyMemory<byte> facts)
    {
        ArgumentNullException.ThrowIfNull(list);
        using var json = JsonDocument.Parse(facts);
        if (!json.RootElement.TryGetProperty(list.Name, out var rows) || rows.GetArrayLength() == 0)
        {
            return "";
        }

        var columns = list.Item!.Members.Where(fact => rows.EnumerateArray().Any(row => TextOf(row, fact).Length > 0)).ToList();
        var text = new StringBuilder(string.Join(',', columns.Select(Column)));
        foreach (var row in rows.EnumerateArray())
        {
            text.Append('\n').AppendJoin(',', columns.Select(fact => Quoted(TextOf(row, fact))));
        }

        return text.ToString();
    }

    /// <summary>Rows as they were typed, as CSV with their headings: those that are needed and those in which something stands.</summary>
    /// <param name="list">The list's shape.</param>
    /// <param name="typed">What was typed, by path.</param>
    /// <param name="path">The list's path.</param>
    public static string Write(FactsShape list, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, string path)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(path);
        List<Dictionary<string, string>> rows = [];
        foreach (var (field, values) in typed)
        {
            if (RowOf(path, field) is var (row, name) && name.Length > 0)
            {
                while (rows.Count <= row)
                {
                    rows.Add(new Dictionary<string, string>(StringComparer.Ordinal));
                }

                rows[row][name] = string.Join("; ", values); // Two answers to one question stay two, and are refused.
            }
        }

        var columns = list.Item!.Members.Where(fact => fact.IsNeeded || rows.Exists(row => row.ContainsKey(fact.Name))).ToList();
        return rows.Count == 0
            ? ""
            : Write([.. columns.Select(Column)], rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(fact => row.GetValueOrDefault(fact.Name, ""))]));
    }

    /// <summary>A table as CSV, for a box in which it can be changed.</summary>
    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        return string.Join('\n', rows.Prepend(header).Select(cells => string.Join(',', cells.Select(Quoted))));
    }

    private static (int Row, string Name)? RowOf(string path, string field) =>
        field.StartsWith(path + "[", StringComparison.Ordinal) && field.IndexOf(']', path.Length) is > 0 and var close
        && int.TryParse(field.AsSpan(path.Length + 1, close - path.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (row, field[(close + 1)..].TrimStart('.')) : null;

    private static string Asks(FactsShape list, string name) => list.Item!.Members.FirstOrDefault(fact => fact.Name == name) is { } fact ? Column(fact) : name;

    private static string Column(FactsShape fact) => JsonNamingPolicy.SnakeCaseLower.ConvertName(fact.Name);

    private static string Bare(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string TextOf(JsonElement row, FactsShape fact) => !row.TryGetProperty(fact.Name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Number when fact.Fact is { IsShare: true } => FactsWords.PerCent(value.GetDecimal()),
        _ => value.ToString(),
    };

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(Parting) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>A table as the fields of a form.</summary>
/// <param name="Fields">The fields, by path.</param>
/// <param name="Lines">The line of each row in what was supplied.</param>
/// <param name="LeftAlone">Headings that are no fact's: their columns were not read.</param>
/// <param name="Fault">What is wrong with the headings; <c>null</c> when nothing is.</param>
public sealed record TableFields(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Fields, IReadOnlyList<int> Lines, IReadOnlyList<string> LeftAlone, FieldError? Fault);
