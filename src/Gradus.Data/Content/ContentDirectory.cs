namespace Gradus.Data.Content;

/// <summary>Finds the content folder.</summary>
public static class ContentDirectory
{
    /// <summary>The folder that was named, or else the nearest <c>content/</c> with a <c>sources.yaml</c>, beside the program, above it, or above the current folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find(string? named = null)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? named : throw new DirectoryNotFoundException($"There is no content folder at {Path.GetFullPath(named)}.");
        }

        return Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory())
            ?? throw new DirectoryNotFoundException("There is no folder “content” with a sources.yaml here or above. Name it with --content DIR.");
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "content");
            if (File.Exists(Path.Combine(candidate, "sources.yaml")))
            {
                return candidate;
            }
        }

        return null;
    }
}
