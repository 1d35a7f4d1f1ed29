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
        var faults = new List<ContentFault>();
        foreach (var (_, read) in new (string System, Action Read)[]
        {
            ("", () => ToolNeeds.Check(library)),
            (SpecialtyExplorerContent.System, () => SpecialtyExplorerContent.Load(contentDirectory)),
        }.Where(reading => Directory.Exists(Path.Combine(contentDirectory, reading.System))))
        {
            try
            {
                read();
            }
            catch (ContentFaultsException refused)
            {
                faults.AddRange(refused.Faults);
            }
        }

        return faults;
    }
}
