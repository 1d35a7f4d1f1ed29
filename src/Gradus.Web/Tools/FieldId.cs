using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Web.Tools;

/// <summary>The id of the field that an error is about, so that the summary leads to it.</summary>
public static class FieldId
{
    /// <summary>The id: the path itself; for a choice drawn as buttons the first of them; for a whole list its first field; the form where the error is about no field.</summary>
    public static string Of(string path, BoundTool tool)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(tool);
        if (path.Length == 0 || FactsForm.Find(tool.Tool.Shape, path) is not { } fact)
        {
            return path is "file" ? path : "facts";
        }

        if (fact.Fact is { IsTable: true })
        {
            return path; // One box.
        }

        // An entry of a list of plain values stands in one field with the others.
        return path.EndsWith(']') && fact.Kind != FactKind.Group ? path[..path.LastIndexOf('[')]
            : fact.Kind == FactKind.Group && FirstIn(fact) is { } first ? $"{path}.{first}"
            : fact is { Kind: FactKind.List, Item.Kind: FactKind.Group } && FirstIn(fact.Item) is { } inRow ? $"{path}[0].{inRow}"
            : path;
    }

    private static string? FirstIn(FactsShape group) => group.Members.FirstOrDefault(member => member.Fact is not null)?.Name;
}
