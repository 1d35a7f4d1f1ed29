using System.Globalization;
using Gradus.Rules;

namespace Gradus.Data.Content;

/// <summary>
/// Tables that the loader has read, as typed rows. What does not belong is listed with file and line, all of it, and a stand-in takes its place: what is made
/// of tables with faults is never handed out.
/// </summary>
/// <param name="folder">Where the tables lie, relative to the content folder, such as <c>specialty-explorer/tables</c>.</param>
/// <param name="tables">The tables.</param>
internal sealed class TypedTables(string folder, IReadOnlyList<ContentTable> tables)
{
    /// <summary>Every fault found so far.</summary>
    public List<ContentFault> Faults { get; } = [];

    /// <summary>The rows of a table, in the order of the file; none where it is missing.</summary>
    public List<T> Read<T>(string name, Func<TypedRow, T> read)
    {
        if (tables.FirstOrDefault(table => table.Name == name) is { } table)
        {
            return [.. table.Rows.Select((row, index) => read(new TypedRow(this, table, row, table.Lines.Count > index ? table.Lines[index] : 0)))];
        }

        Fault(name, 0, "the table is missing");
        return [];
    }

    /// <summary>Lists a fault of a table.</summary>
    public void Fault(string table, int line, string says)
    {
        var fault = new ContentFault($"{folder}/{table}.csv", line, Math.Min(line, 1), says);
        if (!Faults.Contains(fault))
        {
            Faults.Add(fault);
        }
    }
}

/// <summary>One row of a table, its cells read by the names of their columns.</summary>
internal readonly struct TypedRow(TypedTables tables, ContentTable table, IReadOnlyList<string> cells, int line)
{
    public string this[string column]
    {
        get
        {
            for (var place = 0; place < table.Columns.Count; place++)
            {
                if (table.Columns[place].Name == column)
                {
                    return cells[place];
                }
            }

            tables.Fault(table.Name, 0, $"there is no column “{column}”");
            return "";
        }
    }

    public string? Text(string column) => this[column] is { Length: > 0 } text ? text : null;

    public decimal? Optional(string column) => this[column] is not { Length: > 0 } text ? null
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : Wrong(column, 0m);

    public decimal Needed(string column) => Optional(column) ?? Wrong(column, 0m);

    public double Number(string column) => double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : Wrong(column, 0d);

    public bool YesNo(string column) => this[column] switch { "yes" => true, "no" => false, _ => Wrong(column, false) };

    public string[] List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public Status Status() => StatusExtensions.Parse(this["status"]) ?? Wrong("status", Rules.Status.Sure);

    /// <summary>One of the values expected, which are the ids of something else.</summary>
    public string OneOf(string column, IReadOnlyCollection<string> expected) => expected.Contains(this[column]) ? this[column] : Wrong(column, this[column]);

    /// <summary>Lists that a cell does not belong in its column.</summary>
    public T Wrong<T>(string column, T instead)
    {
        tables.Fault(table.Name, line, $"“{this[column]}” does not belong in the column {column}");
        return instead;
    }
}
