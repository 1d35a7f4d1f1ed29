using System.IO.Compression;

namespace Gradus.Data.Imports;

/// <summary>What a workbook's bytes say of themselves, looked at before anything is unpacked: a small file may unpack to gigabytes.</summary>
internal static class WorkbookBytes
{
    /// <summary>Whether the bytes begin as a workbook (.xlsx) does, or as an older or an encrypted one.</summary>
    public static bool AreAWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK"u8) || IsOldOrEncrypted(bytes);

    /// <summary>What was expected of a workbook that is not read; <c>null</c> when it may be.</summary>
    /// <param name="bytes">The workbook.</param>
    /// <param name="mostUnpacked">The most bytes it may say that it unpacks to, inside.</param>
    public static string? Refusal(byte[] bytes, long mostUnpacked)
    {
        if (IsOldOrEncrypted(bytes))
        {
            return "a workbook (.xlsx); this is an older or an encrypted one: save it without a password as .xlsx or as “CSV UTF-8”";
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Aggregate(0L, (sum, entry) => sum > mostUnpacked ? sum : sum + Math.Min(entry.Length, mostUnpacked + 1)) > mostUnpacked
                ? $"a workbook of at most {mostUnpacked >> 20} MiB when unpacked: save it as “CSV UTF-8”"
                : null;
        }
        catch (InvalidDataException)
        {
            return "a workbook (.xlsx); these bytes are none";
        }
    }

    /// <summary>
    /// The file of the first sheet with a cell in error, such as #N/A; <c>null</c> when there is none. The reader shows such a cell as empty, and nothing
    /// supplied is passed over without a word.
    /// </summary>
    public static string? SheetInError(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)).FirstOrDefault(HasErrors)?.Name;
        }
        catch (InvalidDataException)
        {
            return null; // Whoever reads the sheet says so.
        }
    }

    private static bool HasErrors(ZipArchiveEntry sheet)
    {
        ReadOnlySpan<byte> mark = " t=\"e\""u8;
        using var stream = sheet.Open();
        var piece = new byte[1 << 16];
        var kept = 0;
        for (var read = stream.Read(piece); read > 0; read = stream.Read(piece, kept, piece.Length - kept))
        {
            var seen = piece.AsSpan(0, kept + read);
            if (seen.IndexOf(mark) >= 0)
            {
                return true;
            }

            kept = int.Min(mark.Length - 1, seen.Length);
            seen[^kept..].CopyTo(piece);
        }

        return false;
    }

    private static bool IsOldOrEncrypted(ReadOnlySpan<byte> bytes) => bytes is [0xD0, 0xCF, 0x11, 0xE0, ..];
}
