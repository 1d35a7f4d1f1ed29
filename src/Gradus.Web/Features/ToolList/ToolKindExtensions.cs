using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Web.Features.ToolList;

/// <summary>Words and keys of the kinds of tool.</summary>
public static class ToolKindExtensions
{
    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<ToolKind> All { get; } = [ToolKind.WorkOut, ToolKind.Check, ToolKind.Compare, ToolKind.Plan, ToolKind.Write];

    /// <summary>The word in an address: <c>work-out</c>.</summary>
    public static string Key(this ToolKind kind) => Keys.Of(kind);

    /// <summary>The word in a list: “Work out”.</summary>
    public static string Words(this ToolKind kind) => kind switch
    {
        ToolKind.WorkOut => "Work out",
        ToolKind.Check => "Check",
        ToolKind.Compare => "Compare",
        ToolKind.Plan => "Plan",
        _ => "Write",
    };

    /// <summary>The words on the button that leads to it: “Work it out”.</summary>
    public static string Verb(this ToolKind kind) => kind switch
    {
        ToolKind.WorkOut => "Work it out",
        ToolKind.Check => "Check it",
        ToolKind.Compare => "Compare",
        ToolKind.Plan => "Plan it",
        _ => "Write it",
    };

    /// <summary>The kind of a key; <c>null</c> when there is none.</summary>
    public static ToolKind? Parse(string? key) => All.Where(kind => kind.Key() == key).Cast<ToolKind?>().FirstOrDefault();
}
