using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Web.Tools;

/// <summary>
/// How the rows of lists come back on a page: a field for each cell while they are few; beyond that as a table in one box, as it would be pasted, so that a
/// page is as long as what was typed and not a form of four hundred rows.
/// Nothing typed is left out, and both are read the same.
/// </summary>
internal static class DrawnRows
{
    // What the fields of all rows of a form may take together, in letters of the page: with the rest of the largest form under 100 kB.
    private const int MostLetters = 48_000;

    private const int LettersOfARow = 1_200;
    private const int LettersOfACell = 250;
    private const int LettersOfAChoice = 40;

    /// <summary>How many rows of a list have something in them.</summary>
    public static int Count(IReadOnlyDictionary<string, IReadOnlyList<string>> typed, string path) =>
        typed.Keys.Where(key => key.StartsWith(path + "[", StringComparison.Ordinal)).Select(key => key[..key.IndexOf(']', path.Length)]).Distinct(StringComparer.Ordinal).Count();

    /// <summary>What was typed, with every list that is shown as a table under the list's own name, as its text.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="typed">What was typed, by path.</param>
    /// <param name="boxes">What stood in a list's box, by the list's path: it stays as it was typed.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Carried(BoundTool tool, IReadOnlyDictionary<string, IReadOnlyList<string>> typed,
        IReadOnlyDictionary<string, string>? boxes = null)
    {
        var left = MostLetters;
        foreach (var (path, list) in FactsTable.Lists(tool.Tool.Shape))
        {
            var box = boxes?.GetValueOrDefault(path);
            // The rows of a list that asks of every key stand on the page in any case.
            var rows = list.Fact is { AsksEach: true } ? Others(tool, list, typed, path).Count : Count(typed, path);
            var letters = rows * LettersOf(tool, list.Item!);
            if (box is null && list.Fact is not { IsTable: true } && letters <= left)
            {
                left -= letters;
                continue;
            }

            var text = box ?? FactsTable.Write(list, typed, path);
            var rest = typed.Where(field => field.Key != path && !field.Key.StartsWith(path + "[", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
            if (text.Length > 0)
            {
                rest[path] = [text];
            }

            typed = rest;
        }

        return typed;
    }

    /// <summary>The rows of a list that asks of every key of a table which are none of those: their key is none, or stands in a row before.</summary>
    public static IReadOnlyList<int> Others(BoundTool tool, FactsShape list, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, string path)
    {
        var each = Each(tool, list, typed, path).Select(one => one.Row).ToHashSet();
        return [.. Enumerable.Range(0, Count(typed, path)).Where(row => !each.Contains(row))];
    }

    /// <summary>The keys that a list asks of, in the order of their table, each with its row: the first that names it, or the next that is free.</summary>
    public static IReadOnlyList<(Choice Key, int Row)> Each(BoundTool tool, FactsShape list, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, string path)
    {
        var (key, free) = (list.Item!.Members[0], Count(typed, path));
        var rows = Enumerable.Range(0, free).Select(row => typed.TryGetValue($"{path}[{row}].{key.Name}", out var named) ? named[0] : "").ToList();
        return [.. tool.ChoicesOf(key).Select(choice => (choice,
            rows.FindIndex(named => string.Equals(named, choice.Key, StringComparison.OrdinalIgnoreCase)) is >= 0 and var row ? row : free++))];
    }

    private static int LettersOf(BoundTool tool, FactsShape row) => LettersOfARow + row.Members.Where(cell => cell.Fact is not null).Sum(cell =>
        LettersOfACell + (2 * cell.Fact!.Asks.Length) + (cell.Fact.Hint?.Length ?? 0) + tool.ChoicesOf(cell)
            .Sum(choice => LettersOfAChoice + choice.Key.Length + choice.Label.Length));
}
