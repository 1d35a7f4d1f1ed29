using System.IO.Compression;

namespace Gradus.Data.Exports;

/// <summary>Packages (.docx, .xlsx) whose bytes follow from their content alone: the same answer gives the same file.</summary>
internal static class FixedZip
{
    /// <summary>The earliest moment that a package can bear.</summary>
    private static readonly DateTimeOffset noMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same package with its parts in their order and no moment of making.</summary>
    public static byte[] Of(Stream package)
    {
        package.Position = 0;
        using var made = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries)
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = noMoment;
                using var read = part.Open();
                using var write = entry.Open();
                read.CopyTo(write);
            }
        }

        return made.ToArray();
    }
}
