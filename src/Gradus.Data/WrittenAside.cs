namespace Gradus.Data;

/// <summary>Files that are never half-written.</summary>
public static class WrittenAside
{
    /// <summary>Writes a file aside, flushes it to the disk and gives it its name.</summary>
    public static T Replace<T>(string folder, string name, Func<Stream, T> write)
    {
        var aside = Path.Combine(folder, name + ".new");
        T result;
        using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
        {
            result = write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, Path.Combine(folder, name), overwrite: true);
        return result;
    }
}
