using Gradus.Data.Tools;

namespace Gradus.Data.Content;

/// <summary>The readings of the systems that take more from the content than words and figures: what only they can see to be wrong is found before a reader does.</summary>
public static class ContentReadings
{
    /// <summary>Reads everything as the systems that are there do; returns what they refuse.</summary>
    /// <param name="contentDirectory">The content folder.</param>
    /// <param name="library">The content as loaded.</param>
    public static IReadOnlyList<ContentFault> Check(string contentDirectory, ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var explorer = library.Systems.FirstOrDefault(system => system.Name == SpecialtyExplorerContent.System);
        return [.. ToolNeeds.Missing(library), .. explorer is null ? [] : SpecialtyExplorerContent.Check(explorer.Tables, contentDirectory)];
    }
}
