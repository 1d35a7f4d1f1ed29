using System.Globalization;

namespace Gradus.Web.Tools;

/// <summary>Rows of a list in a form, without script: a button's value names the list and the row, as in <c>remove:changes:2</c>.</summary>
internal static class FormRows
{
    /// <summary>The fields after a row was added, removed or moved; <c>null</c> when the button was another.</summary>
    public static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>>? Change(string what, string about, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields)
    {
        if (what is "add" or "offer")
        {
            return fields;
        }

        if (what is not ("remove" or "up" or "down") || Split(about) is not var (list, row))
        {
            return null;
        }

        return what == "remove"
            ? fields.Where(field => !field.Key.StartsWith($"{list}[{row}]", StringComparison.Ordinal))
            : Swap(fields, list, row, what == "up" ? row - 1 : row + 1);
    }

    /// <summary>What was done, as a sentence for everybody.</summary>
    public static string? Said(string what, string about) => (what, Split(about)) switch
    {
        ("add", _) => "A row was added.",
        ("offer", _) => "The choices are laid out below.",
        ("remove", var (_, row)) => $"Row {row + 1} was removed.",
        ("up", var (_, row)) => $"Row {row + 1} moved to {row}.",
        ("down", var (_, row)) => $"Row {row + 1} moved to {row + 2}.",
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Swap(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields, string list, int row, int with)
    {
        var (one, other) = ($"{list}[{row}]", $"{list}[{with}]");
        return fields.Select(field => field.Key.StartsWith(one, StringComparison.Ordinal) ? KeyValuePair.Create(other + field.Key[one.Length..], field.Value)
            : field.Key.StartsWith(other, StringComparison.Ordinal) ? KeyValuePair.Create(one + field.Key[other.Length..], field.Value)
            : field);
    }

    private static (string List, int Row)? Split(string about) =>
        about.LastIndexOf(':') is > 0 and var colon && int.TryParse(about.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row < 100_000
            ? (about[..colon], row)
            : null;
}
