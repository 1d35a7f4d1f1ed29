using System.Collections.Concurrent;
using Gradus.Data.Content;
using Gradus.Tools;

namespace Gradus.Web.Tools;

/// <summary>Every declared tool with the site's content at hand, each made when it is first asked.</summary>
public sealed class ToolDesk(ContentLibrary library)
{
    private readonly ConcurrentDictionary<DeclaredTool, BoundTool> bound = new();

    /// <summary>The content.</summary>
    public ContentLibrary Library => library;

    /// <summary>The tool at an address; <c>null</c> when there is none.</summary>
    public static DeclaredTool? At(string? address) => ByAddress.GetValueOrDefault(address ?? "");

    /// <summary>A tool, ready to answer.</summary>
    public BoundTool Of(DeclaredTool tool) => bound.GetOrAdd(tool, static (declared, book) => declared.Bind(book), library.Book);

    private static Dictionary<string, DeclaredTool> ByAddress { get; } = AllTools.Declared.ToDictionary(tool => tool.Address, StringComparer.OrdinalIgnoreCase);
}
