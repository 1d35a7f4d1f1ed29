namespace Gradus.Data.Imports;

/// <summary>A table that somebody supplied: its headings and its rows.</summary>
/// <param name="Header">The headings, none empty and none twice.</param>
/// <param name="Rows">The rows that hold something, in the order of the file.</param>
public sealed record SheetTable(IReadOnlyList<string> Header, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>What was left alone and should be said, such as other sheets of a workbook; <c>null</c> for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A row of a table that somebody supplied.</summary>
/// <param name="Line">The line of the file or row of the sheet on which it begins, the first being 1.</param>
/// <param name="Cells">One cell for each heading; empty where nothing stands.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A table, or why there is none.</summary>
/// <param name="Table">The table; <c>null</c> when it cannot be read.</param>
/// <param name="Fault">What is wrong, as a sentence that names the place; <c>null</c> when nothing is.</param>
public sealed record SheetReading(SheetTable? Table, string? Fault);
