using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Web.Tools;

/// <summary>The id of a field on a page, by which a label, an error or a link to change it finds it.</summary>
public static class FieldId
{
    /// <summary>The id of the field at a path: <c>audits-0.on</c> for <c>audits[0].on</c>, since a bracket may stand in a form's name and not in an address.</summary>
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
    }

    /// <summary>
    /// The id of the field that an error is about: its own; for a choice drawn as buttons the first of them; for a whole list its first field; the form where
    /// the error is about no field.
    /// </summary>
    public static string Of(string path, BoundTool tool)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(tool);
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            if (FactsForm.Find(tool.Tool.Shape, path[..dot]) is { Kind: FactKind.Map })
            {
                return Of(path[..dot]); // The entries of a map stand in one field, whatever they are called.
            }
        }

        if (path.Length == 0 || FactsForm.Find(tool.Tool.Shape, path) is not { } fact)
        {
            return path is "file" ? path : "facts";
        }

        if (fact.Fact is { IsTable: true })
        {
            return path; // One box.
        }

        // An entry of a list of plain values stands in one field with the others.
        return Of(path.EndsWith(']') && fact.Kind != FactKind.Group ? path[..path.LastIndexOf('[')]
            : fact.Kind == FactKind.Group && FirstIn(fact) is { } first ? $"{path}.{first}"
            : fact is { Kind: FactKind.List, Item.Kind: FactKind.Group } && FirstIn(fact.Item, after: fact.Fact is { AsksEach: true } ? 1 : 0) is { } inRow ? $"{path}[0].{inRow}"
            : path);
    }

    private static string? FirstIn(FactsShape group, int after = 0) => group.Members.Where(member => member.Fact is not null).Skip(after).FirstOrDefault()?.Name;
}
