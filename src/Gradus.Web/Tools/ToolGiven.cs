using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Web.Tools;

/// <summary>What was told, as an answer's page lists it.</summary>
internal static class ToolGiven
{
    /// <summary>Label, value as typed with its unit, and the field at which it is changed; rows of a list stand one a line.</summary>
    public static IEnumerable<(string Asks, string Value, string Field)> Of(BoundTool tool, IReadOnlyDictionary<string, IReadOnlyList<string>> typed) =>
        Of(tool, tool.Tool.Shape, "", "", typed);

    private static IEnumerable<(string Asks, string Value, string Field)> Of(BoundTool tool, FactsShape group, string path, string before,
        IReadOnlyDictionary<string, IReadOnlyList<string>> typed)
    {
        foreach (var fact in group.Members.Where(fact => fact.Fact is not null))
        {
            var at = path.Length == 0 ? fact.Name : $"{path}.{fact.Name}";
            if (typed.TryGetValue(at, out var values))
            {
                if (values.All(string.IsNullOrWhiteSpace))
                {
                    continue; // Nothing was told; the form below still asks.
                }

                yield return (before + fact.Fact!.Asks, string.Join(", ", values.Select(value => Shown(tool, fact, value))), at);
            }
            else if (fact.Kind == FactKind.Group)
            {
                foreach (var one in Of(tool, fact, at, before, typed))
                {
                    yield return one;
                }
            }
            else if (fact is { Kind: FactKind.List, Item.Kind: FactKind.Group })
            {
                for (var row = 0; typed.Keys.Any(key => key.StartsWith($"{at}[{row}]", StringComparison.Ordinal)); row++)
                {
                    var cells = Of(tool, fact.Item, $"{at}[{row}]", "", typed).ToList();
                    yield return ($"{fact.Fact!.Asks}, {row + 1}", string.Join(", ", cells.Select(cell => cell.Value)), cells[0].Field);
                }
            }
        }
    }

    private static string Rows(int rows) => rows == 1 ? "1 row" : $"{rows.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)} rows";

    private static string Shown(BoundTool tool, FactsShape fact, string value) => fact switch
    {
        { Kind: FactKind.YesNo } => value == "true" ? "yes" : "no",
        { Kind: FactKind.List, Item.Kind: FactKind.Group } => Rows(value.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line)) - 1),
        _ when tool.ChoicesOf(fact.Kind == FactKind.List && fact.Fact?.KeysOf is null ? fact.Item! : fact)
            .FirstOrDefault(choice => string.Equals(choice.Key, value, StringComparison.OrdinalIgnoreCase)) is { } choice => choice.Label,
        { Fact.IsShare: true } or { Fact.Unit: "%" } => value.TrimEnd().TrimEnd('%') + "%",
        { Fact.Unit: "£" } => "£" + value.TrimStart('£'),
        { Fact.Unit: { } unit } => $"{value} {unit}",
        _ => value.Replace("\n", ", ", StringComparison.Ordinal),
    };
}
