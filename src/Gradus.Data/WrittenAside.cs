namespace Gradus.Data;

/// <summary>Files that are never half-written.</summary>
public static class WrittenAside
{
    private const string Mark = ".new";

    /// <summary>
    /// Writes a file aside, flushes it to the disk and gives it its name. The file aside is made anew: whatever has its name, a link included, is taken away and not followed.
    /// A file that cannot be written whole, or not be given its name, is taken away again.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The file's name in it.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="mode">Who may read it from the beginning on; what the process usually allows unless given.</param>
    public static T Replace<T>(string folder, string name, Func<Stream, T> write, UnixFileMode? mode = null)
    {
        var result = Write(folder, name, write, mode);
        try
        {
            File.Move(Aside(folder, name), Path.Combine(folder, name), overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(Aside(folder, name));
            throw;
        }
    }

    /// <summary>
    /// Replaces several files together: all are written aside before the first gets its name, so that a full disk or a folder that cannot be written leaves every one as it was;
    /// where one cannot be given its name (mounted on its own, or a folder), those named before it get their old content again.
    /// Whoever is killed between two names leaves a beginning of the list new; an order in which each beginning is sound is for the caller to choose.
    /// </summary>
    public static void ReplaceAll(params IReadOnlyList<(string Folder, string Name, Action<Stream> Write)> files)
    {
        var written = new List<string>();
        try
        {
            foreach (var (folder, name, write) in files)
            {
                Write(folder, name, stream =>
                {
                    write(stream);
                    return true;
                }, mode: null);
                written.Add(Aside(folder, name));
            }
        }
        catch
        {
            written.ForEach(File.Delete);
            throw;
        }

        var named = new List<(string Folder, string Name, byte[]? Before)>();
        try
        {
            foreach (var (folder, name, _) in files)
            {
                var path = Path.Combine(folder, name);
                var before = File.Exists(path) ? File.ReadAllBytes(path) : null;
                File.Move(Aside(folder, name), path, overwrite: true);
                named.Add((folder, name, before));
            }
        }
        catch
        {
            written.ForEach(File.Delete);
            named.ForEach(file => PutBack(file.Folder, file.Name, file.Before));
            throw;
        }
    }

    private static void PutBack(string folder, string name, byte[]? content)
    {
        if (content is null)
        {
            File.Delete(Path.Combine(folder, name));
            return;
        }

        Replace(folder, name, stream =>
        {
            stream.Write(content);
            return true;
        });
    }

    /// <summary>Whether a file is one written aside, left by somebody who was killed: it is nobody's content, and the next to write takes it away.</summary>
    public static bool IsAside(string path) => path.EndsWith(Mark, StringComparison.Ordinal);

    private static T Write<T>(string folder, string name, Func<Stream, T> write, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        var aside = Aside(folder, name);
        File.Delete(aside);
        var stream = new FileStream(aside, options);
        try
        {
            using (stream)
            {
                var result = write(stream);
                stream.Flush(flushToDisk: true);
                return result;
            }
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    private static string Aside(string folder, string name) => Path.Combine(folder, name + Mark);
}
