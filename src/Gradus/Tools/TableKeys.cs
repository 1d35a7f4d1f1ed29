using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>Closed sets that content holds: the keys of a table, such as the specialties.</summary>
internal static class TableKeys
{
    /// <summary>The keys in the order of the table, each once; <c>null</c> when there is no such table or column.</summary>
    /// <param name="book">The content.</param>
    /// <param name="keysOf">Where they are, as <c>room/table.column</c>.</param>
    /// <param name="namedBy">The column with their names; <c>null</c> to show the keys.</param>
    public static IReadOnlyList<Choice>? Of(RuleBook book, string keysOf, string? namedBy)
    {
        var dot = keysOf.LastIndexOf('.');
        if (dot < 0 || !book.Tables.TryGetValue(keysOf[..dot], out var table) || !table.Columns.Any(column => column.Name == keysOf[(dot + 1)..]))
        {
            return null;
        }

        var key = table.Column(keysOf[(dot + 1)..]);
        var name = namedBy is not null && table.Columns.Any(column => column.Name == namedBy) ? table.Column(namedBy) : -1;
        return [.. table.Rows.Where(row => row[key].Length > 0)
            .Select(row => new Choice(row[key], name < 0 ? FactsShape.Sentence(row[key]) : row[name]))
            .DistinctBy(choice => choice.Key, StringComparer.OrdinalIgnoreCase)];
    }
}
