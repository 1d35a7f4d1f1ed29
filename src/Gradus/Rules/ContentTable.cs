namespace Gradus.Rules;

/// <summary>What a column of a content table holds.</summary>
public enum ColumnType
{
    /// <summary>Any words.</summary>
    Text,
    /// <summary>A decimal number.</summary>
    Number,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary>A date, <c>YYYY-MM-DD</c>.</summary>
    Date,
    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,
    /// <summary>A nation's key, or <c>uk</c>.</summary>
    Nation,
    /// <summary>A source's id.</summary>
    Source,
    /// <summary>A status's key.</summary>
    Status,
    /// <summary>A web address.</summary>
    Address,
    /// <summary>The keys of one figure or of several, with a blank between them: of the table's own room, or <c>room/key</c>.</summary>
    Figures,
}

/// <summary>A column of a content table.</summary>
/// <param name="Name">Its heading in the CSV file.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Says">What it means, as a short heading to the reader.</param>
/// <param name="IsOptional">Whether a cell may be empty.</param>
public sealed record ContentColumn(string Name, ColumnType Type, string Says, bool IsOptional);

/// <summary>A table of facts, with a source and a status in every row.</summary>
/// <param name="Name">The file's name without <c>.csv</c>.</param>
/// <param name="Says">What the table holds, in one sentence.</param>
/// <param name="Columns">Its columns, in the order of the file.</param>
/// <param name="Rows">Its rows; each has one cell for each column, empty where nothing is known and the column allows it.</param>
public sealed record ContentTable(string Name, string Says, IReadOnlyList<ContentColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The line of the file on which each row ends, from 1; empty where the table was not read from a file.</summary>
    public IReadOnlyList<int> Lines { get; init; } = [];

    /// <summary>Where its rows hold, such as <c>New Zealand</c>, where that is not in the UK; <c>null</c> for rows of the UK or of the nation that they name.</summary>
    public string? Where { get; init; }

    /// <summary>The place of a column in each row.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public int Column(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == name)
            {
                return i;
            }
        }

        throw new KeyNotFoundException($"The table “{Name}” has no column “{name}”.");
    }
}
