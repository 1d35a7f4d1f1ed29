using Gradus.Data.Content;
using Gradus.Tools;

namespace Gradus.Data.Tools;

/// <summary>Whether the content has every figure, table and column that the declared tools read.</summary>
public static class ToolNeeds
{
    /// <summary>Everything that is missing, for all tools at once whose rooms were read; empty when nothing is.</summary>
    public static IReadOnlyList<ContentFault> Missing(ContentLibrary library) => Missing(library, AllTools.Declared);

    private static List<ContentFault> Missing(ContentLibrary library, IEnumerable<DeclaredTool> tools)
    {
        ArgumentNullException.ThrowIfNull(library);
        var read = library.Systems.Select(system => system.Name).ToHashSet(StringComparer.Ordinal);
        var answered = tools.Where(tool => tool.Needs.All(read.Contains)).ToList();
        var missing = answered.SelectMany(tool => Lacking(tool, library)).ToList();
        return missing.Count > 0 ? missing
            : [.. answered.Select(tool => tool.CheckContent).Distinct().SelectMany(check => check?.Invoke(library.Book) ?? []).Distinct().Select(Fault)];
    }

    private static IEnumerable<ContentFault> Lacking(DeclaredTool tool, ContentLibrary library) =>
        tool.Missing(library.Book).Distinct().Select(missing => Fault(missing with { Says = $"{missing.Says}: {tool.Address} needs it" }));

    private static ContentFault Fault(ContentComplaint complaint) => new(complaint.File, complaint.Line, Math.Min(complaint.Line, 1), complaint.Says);

    /// <summary>Stops a start that could not answer.</summary>
    /// <param name="library">The content.</param>
    /// <param name="tools">The tools that are to answer; all when left out.</param>
    /// <exception cref="ContentFaultsException">Something is missing.</exception>
    public static void Check(ContentLibrary library, IEnumerable<DeclaredTool>? tools = null)
    {
        if (Missing(library, tools ?? AllTools.Declared) is { Count: > 0 } missing)
        {
            throw new ContentFaultsException(missing);
        }
    }
}
